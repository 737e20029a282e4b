"""From a match of the grammar to a node: what the words say, without any date to count from."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from dragoman.times.grammar import Match
from dragoman.times.nodes import Node
from dragoman.times.quantities import (
    CLOCK_UNITS,
    ago,
    duration,
    hence,
    period,
    recent_units,
    recurring,
    since_told,
)
from dragoman.times.tokens import Run
from dragoman.times.wording import DIRECTIONS, Words, told_words

#: figures with a later year are no date
_LAST_YEAR = 2999
#: two figures after an apostrophe are of the last century above this number
_LAST_SHORT_YEAR = 30
_COMMON_YEAR = 2001
#: "the last week" is a stretch up to now, "the last year" the year before
_SHORT_UNITS = ("D", "W", "M", "F")


def build(run: Run, match: Match) -> Node | None:
    """The node of a match; None where the words only look like a time."""
    words = Words(run, match)
    node = _BUILDERS[match.rule](words)
    if node is None:
        return None
    node.start, node.end = words.start, words.end
    near = words.match.rule in ("ago", "since_told") and any(name == "near" for name, _ in words.all())
    if words.has("a") or near:
        node.approximate = True
    if words.has("y") or words.has("y0"):
        node.explicit_year = True
    edge = words.value("q") or words.value("q2") or words.value("q3")
    if edge and not node.note:
        node.note = "part"
    return node


def _cal(words: Words, **fields: object) -> Node:
    node = Node("cal", year=words.number("y"), year_shift=_year_shift(words))
    for key, value in fields.items():
        setattr(node, key, value)
    if words.has("ry") and told_words(words.all("ry")):
        node.from_told = True
    return node


def _year_shift(words: Words) -> int | None:
    group = "ry" if words.has("ry") else "rx"
    if not words.has(group):
        return None
    return next((DIRECTIONS[name] for name, _ in words.all(group) if name in DIRECTIONS), 0)


def _direction(words: Words, node: Node) -> Node:
    """Last, this, next before a name."""
    if words.has("r"):
        found = words.all("r")
        named = [name for name, _ in found]
        node.direction = next((DIRECTIONS[name] for name in reversed(named) if name in DIRECTIONS), 0)
        if "this" in named and node.direction == 0:
            node.note = "this"
        node.from_told = told_words(found)
    return node


def _month_day(words: Words) -> Node | None:
    day = words.number("d") or words.number("d2")
    last = words.number("e")
    if words.has("fr"):
        day, last = (int(part) for part in (words.value("fr") or "1/1").split("/"))
    if last is not None and day is not None and last <= day:
        return None
    if words.has("ev"):
        return Node("set", value=f"XXXX-{words.number('m') or 0:02d}-{day or 0:02d}")
    return _cal(words, month=words.number("m"), day=day, last_day=last, weekday=words.number("w"))


def _month(words: Words) -> Node:
    return _direction(words, _cal(words, month=words.number("m")))


def _iso(words: Words) -> Node | None:
    text = words.value("x") or ""
    if re.match(r"\d{4}-\d\d(?:-\d\d)?(?:T|$)", text):
        year, month, *rest = text.split("T")[0].split("-")
        day = int(rest[0]) if rest else None
        if not 1000 <= int(year) <= _LAST_YEAR:
            return None
        return Node("cal", year=int(year), month=int(month), day=day, explicit_year=True)
    first, second, third = (int(part) for part in re.split(r"[./-]", text))
    separator = re.search(r"[./-]", text)
    mark = separator[0] if separator else ""
    if first > 31:
        return (
            Node("cal", year=first, month=second, day=third, explicit_year=True)
            if 1000 <= first <= _LAST_YEAR
            else None
        )
    if len(text.rsplit(mark, 1)[1]) not in (2, 4):
        return None
    year_of = third if third >= 100 else (2000 + third if third < 50 else 1900 + third)
    day_first = mark == "." or first > 12
    if (mark == "-" and third < 100) or not 1000 <= year_of <= _LAST_YEAR:
        return None
    month_day = (second, first) if day_first else (first, second)
    note = "" if day_first or second > 12 or first == second else "month_first"
    return Node("cal", year=year_of, month=month_day[0], day=month_day[1], note=note, explicit_year=True)


def _frac(words: Words) -> Node | None:
    text = words.value("x") or ""
    if text == "9/11":
        return Node("cal", year=2001, month=9, day=11, note="attack")
    first, second = (int(part) for part in text.split("/"))
    if first > 12:
        first, second = second, first
    return Node("cal", month=first, day=second, note="fraction")


def _weekday(words: Words) -> Node:
    node = _direction(words, _cal(words, weekday=words.number("w")))
    if words.has("p"):
        name = words.all("p")[0][0]
        node.week_shift = DIRECTIONS[name]
        node.from_told = told_words(words.all("p"))
    if words.has("ag"):
        node.direction = DIRECTIONS[words.all("ag")[0][0]]
    return node


def _deictic(words: Words) -> Node:
    return Node("unit", unit="D", count=words.number("x"))


def _deictic_pair(words: Words) -> Node:
    return Node("unit", unit="D", count=int((words.value("x") or "D0")[1:]))


def _unit(words: Words) -> Node:
    found = words.all("r")
    named = [name for name, _ in found]
    unit = words.value("u") or "D"
    direction = next((DIRECTIONS[name] for name in reversed(named) if name in DIRECTIONS), 0)
    if unit in CLOCK_UNITS:
        return Node("vague", note="hours")
    if told_words(found):
        return Node("told", unit=unit, count=direction, note="same" if direction == 0 else "")
    if words.has("t") and named == ["next"]:
        return Node("told", unit=unit, count=1, note="next", value=period(1, unit))
    window = words.has("t") and (named == ["coming"] or (named == ["last"] and unit in _SHORT_UNITS))
    if "past" in named or window:
        return Node("duration", unit=unit, value=period(1, unit))
    return Node("unit", unit=unit, count=direction)


def _told_part(words: Words) -> Node:
    """The previous night, that evening, the morning after: a day counted from one told before."""
    name = words.all("l" if words.has("l") else "r")[-1][0]
    count = {"before": -1, "after": 1}.get(name, DIRECTIONS.get(name, 0))
    return Node("told", unit="D", count=count, note="same" if count == 0 else name)


def _weekend(words: Words) -> Node:
    named = [name for name, _ in words.all("r")]
    if len(named) == 2:
        return Node("unit", unit="WE", count=0, direction=-1 if named[1] in ("last", "past") else 1)
    return Node("unit", unit="WE", count=0, note="this" if named else "")


def _nth_weekday(words: Words) -> Node | None:
    which = 9 if words.value("n") == "-1" else words.number("n") or 0
    if not 1 <= which <= 9:
        return None
    return _cal(words, movable=("nth", words.value("m"), words.value("w"), str(which)))


def _edge_of_unit(words: Words) -> Node | None:
    unit = words.value("u") or "Y"
    if unit in CLOCK_UNITS:
        return None
    if unit == "D":
        return None if words.has("q") else Node("told", unit="D", count=0, note="er")
    return Node("unit", unit=unit, count=0, note="part")


def _season(words: Words) -> Node:
    node = _direction(words, _cal(words, code=words.number("s")))
    if not words.has("y") and not words.has("ry") and not words.has("r"):
        node.note = "part" if words.has("q") or words.has("q2") else "bare"
    return node


def _quarter(words: Words) -> Node | None:
    number = words.number("n") or words.number("c") or 0
    if not 1 <= number <= 4:
        return None
    node = _cal(words, code=32 + number)
    if words.has("y0"):
        node.year = words.number("y0")
    return node


def _half(words: Words) -> Node | None:
    number = 2 if words.value("n") == "-1" else words.number("n") or words.number("c") or 0
    return _cal(words, code=39 + number) if number in (1, 2) else None


def _fiscal(words: Words) -> Node:
    year = words.number("y") or words.number("c")
    return Node("cal", year=year, note="fiscal", explicit_year=True)


def _year(words: Words) -> Node:
    return _cal(words, note="the year" if words.has("k") else "")


def _short_year(words: Words) -> Node:
    """The year '68, after 1930 where nothing says otherwise."""
    number = words.number("n") or 0
    year = number + (1900 if number > _LAST_SHORT_YEAR else 2000)
    return Node("cal", year=year, month=words.number("m"), explicit_year=True)


def _decade(words: Words) -> Node:
    named = words.value("x") or ""
    return Node("direct", edtf=named, note="decade word" if words.end - words.start > 6 else "")


def _century(words: Words) -> Node | None:
    number = words.number("n") or 0
    return Node("direct", edtf=f"{number - 1:02d}XX") if 10 <= number <= 22 else None


def _spelled_year(words: Words) -> Node | None:
    first, second, third = words.number("n1") or 0, words.number("n2") or 0, words.number("n3") or 0
    last = words.all()
    if any(name == "hundred" and value == "1000" for name, value in last):
        year = first * 1000 + third if first == 2 and last[0][0] == "the" else 0
    elif any(name == "hundred" for name, _ in last):
        return None
    elif first in (17, 18, 19, 20) and second >= 10 and third < 10:
        year = first * 100 + second + third
    else:
        year = 0
    return Node("cal", year=year, explicit_year=True, note="the year") if year else None


def _week_of_month(words: Words) -> Node:
    return _cal(words, month=words.number("m"), note="part")


def _day_of_month(words: Words) -> Node | None:
    if words.value("u") != "D":
        return None
    month = words.number("m") or 1
    day = words.number("n") or 0
    if day < 0:
        day = calendar.monthrange(words.number("y") or _COMMON_YEAR, month)[1]
    return _cal(words, month=month, day=day) if day else None


def _day_alone(words: Words) -> Node | None:
    """On the 27th: a day of the month told before; only in figures, for words count other things."""
    at = words.match.groups["d"][0]
    figures = words.run.ends[at] - words.run.starts[at] == len(words.value("d") or "") + 2
    return Node("told", unit="MD", count=words.number("d")) if figures else None


def _vague(words: Words) -> Node:
    value = words.value("x") or ""
    return Node("vague", note="past" if value == "-1" else value)


def _fixed(words: Words) -> Node:
    node = _direction(words, _cal(words))
    name, value = words.all("f")[0]
    if name == "fixed":
        node.month, node.day = (int(part) for part in value.split("-"))
    else:
        node.movable = (name, *value.split("-")) if name == "nth" else (name, value)
    return node


_BUILDERS: dict[str, Callable[[Words], Node | None]] = {
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month,
    "month": _month,
    "iso": _iso,
    "month_of_attack": _frac,
    "weekday": _weekday,
    "week_weekday": _weekday,
    "part_of_weekday": _weekday,
    "deictic": _deictic,
    "deictic_pair": _deictic_pair,
    "this_part": lambda words: Node("unit", unit="D", count=0),
    "unit": _unit,
    "told_part": _told_part,
    "weekend": _weekend,
    "nth_weekday": _nth_weekday,
    "edge_of_unit": _edge_of_unit,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "half_decade": _decade,
    "fiscal": _fiscal,
    "year": _year,
    "short_year": _short_year,
    "decade": _decade,
    "century": _century,
    "spelled_year": _spelled_year,
    "ago": ago,
    "since_told": since_told,
    "hence": hence,
    "week_of_month": _week_of_month,
    "day_of_month": _day_of_month,
    "day_alone": _day_alone,
    "week_of": lambda words: Node("week"),
    "eve": lambda words: Node("shift", unit="D", count=-1, note="eve"),
    "recent_units": recent_units,
    "duration": duration,
    "old": lambda words: None,
    "set": recurring,
    "vague": _vague,
    "fixed": _fixed,
}
