"""Times counted from another act: "on Friday, *two days after* Chad expelled three envoys".

What came so long before or after has no day of its own: it has that of the act which the count starts from,
less or more the count. Days and weeks only; hours leave the day open, months and years are told loosely.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.coding import syntax
from dragoman.language import Token

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTHS = {"day": 1, "week": 7}
_LOOSE = frozenset({"month", "year", "decade", "fortnight"})
_DIGITS = 3  # of the longest count of days that anybody tells so
_SIGNS = {"after": -1, "before": 1}
_NUMBERS = {
    "a": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
}  # fmt: skip


class Offset(NamedTuple):
    """The verb of the act that a time is counted from, the days to add, None where they are not told, and
    the word of the count ("*day* after")."""

    anchor: Token
    days: int | None
    unit: Token


def offset(trigger: Token) -> Offset | None:
    """What an act's time is counted from: the clause above "a day after" or "two days before"."""
    verb = syntax.clause_verb(trigger)
    if trigger.pos == "NOUN" and trigger.rel == "pobj" and trigger.head.lower in _SIGNS:
        word, unit = trigger.head, trigger.head.head
        above = unit.head
    else:
        found = next((c for c in verb.kids("mark") if c.lower in _SIGNS), None)
        count = verb.child("npmod")
        if verb.rel != "advcl" or found is None or count is None or count.i > found.i:
            return None
        word, unit, above = found, count, verb.head
    if unit.rel != "npmod" or unit.lemma not in _LENGTHS.keys() | _LOOSE or not syntax.is_verb(above):
        return None
    number = _number(unit)
    length = _LENGTHS.get(unit.lemma)
    days = None if number is None or length is None else _SIGNS[word.lower] * number * length
    return Offset(above, days, unit)


def moved(edtf: str, days: int) -> str | None:
    """The day so many days from another one; None from what is no day."""
    if not _DAY.fullmatch(edtf):
        return None
    try:
        return (date.fromisoformat(edtf) + timedelta(days)).isoformat()
    except (ValueError, OverflowError):  # no day of the calendar
        return None


def _number(unit: Token) -> int | None:
    told = next((c for c in unit.children if c.rel in ("nummod", "det") and c.i < unit.i), None)
    if told is None:
        return None
    if told.text.isdecimal():
        return int(told.text) if len(told.text) <= _DIGITS else None
    return _NUMBERS.get(told.lower)
