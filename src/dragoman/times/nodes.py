"""What the grammar makes of an expression, before it is resolved against any date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Node:
    """One expression, with what its own words say.

    `kind`: cal (a calendar time, perhaps without its year), unit (so many units from publication), told (so
    many units from a date told before), direct (an EDTF expression as it is), duration, set, vague, week
    (the week of the time that follows), shift (so many units from the time that follows).
    """

    kind: str
    start: int = 0
    end: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    #: EDTF code for a part of a year: season, quarter or half
    code: int | None = None
    #: a holiday that moves: ("easter", offset) or ("nth", month, weekday, which)
    movable: tuple[str, ...] = ()
    #: -1, 0 or 1: last, this or next of the kind; None where the words do not say
    direction: int | None = None
    #: the direction counts from a date told before, not from publication
    from_told: bool = False
    #: years from publication ("June last year")
    year_shift: int | None = None
    #: weeks from publication ("Tuesday of last week")
    week_shift: int | None = None
    unit: str = ""
    count: int | None = None
    approximate: bool = False
    edtf: str | None = None
    value: str | None = None
    note: str = ""
    #: the year that a neighbour or a range gives it ("May 3 and June 5, 1998"), and the basis of that
    shared: tuple[int, str] | None = None
    #: the year is said in figures in the expression itself
    explicit_year: bool = False
    #: counts from an event that follows in words, unless a time follows ("two days after the vote")
    of_event: bool = False
