"""Times counted from publication (weekdays, "two weeks ago") or from a date told before ("a day later")."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.times.context import Context, Told
from dragoman.times.edtf import earliest
from dragoman.times.nodes import Node
from dragoman.times.reckoning import Point, exists, moved, parse_point, week_of, weekend_of
from dragoman.times.values import Value

_UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "WE": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
}
_UNIT_NAMES |= {"Y10": "year", "C": "century"}


def weekday(node: Node, context: Context, words: str) -> Value:
    """A weekday: the last one on or before publication, or the next, by tense and by "last" or "next"."""
    weekday = node.weekday or 1
    if node.from_told:
        return _weekday_from_told(node, context, weekday)
    day = context.day
    if day is None:
        return Value(None, f"{words!r} counts from a publication date that is not given")
    if node.week_shift is not None:
        there = day + timedelta(weekday - day.isoweekday() + 7 * node.week_shift)
        return Value(there.isoformat(), f"{words!r} counted from {context.origin} {day}")
    back = (day.isoweekday() - weekday) % 7
    ahead = (weekday - day.isoweekday()) % 7
    direction = node.direction
    if direction in (None, 0):
        tense = context.tense(node.start)
        future = tense == "future" or (direction == 0 and tense != "past")
        offset = ahead if future else -back
    else:
        offset = (ahead or 7) if direction == 1 else -(back or 7)
    if offset == 0:
        return Value(day.isoformat(), f"{words!r} is the day of {context.origin} {day}")
    way = "back" if offset < 0 else "forward"
    return Value(
        (day + timedelta(offset)).isoformat(), f"{words!r} counted {way} from {context.origin} {day}"
    )


def _weekday_from_told(node: Node, context: Context, weekday: int) -> Value:
    told = context.last_told(lambda point: point.date() is not None, end=False)
    point = told.first() if told else None
    start = point.date() if point else None
    if told is None or start is None:
        return Value(None, "counts from a date that is not told before", relative=True)
    if node.week_shift is not None:
        offset = weekday - start.isoweekday() + 7 * node.week_shift
    elif node.direction == 1:
        offset = (weekday - start.isoweekday()) % 7 or 7
    elif node.direction == -1:
        offset = -((start.isoweekday() - weekday) % 7 or 7)
    else:
        offset = weekday - start.isoweekday()
    return Value(
        (start + timedelta(offset)).isoformat(), f"counted from {told.edtf} (told before)", relative=True
    )


def from_publication(node: Node, context: Context, words: str) -> Value:
    """So many days, weeks, months or years from publication."""
    if context.point is None:
        return Value(None, f"{words!r} counts from a publication date that is not given")
    count = node.count or 0
    if node.unit == "WE" and context.day is not None:
        return _weekend(node, context, words, context.day)
    edtf = moved(context.point, node.unit, count)
    if edtf is None:
        return Value(None, f"{words!r} counts from a day of {context.origin} that is not given")
    if count == 0 and node.unit == "D":
        return Value(edtf, f"{words!r} is the day of {context.origin} {context.published}")
    return Value(edtf, f"{words!r} counted from {context.origin} {context.published}")


def _weekend(node: Node, context: Context, words: str, day: date) -> Value:
    if node.count:
        there = day + timedelta(7 * node.count)
        if node.count < 0 and day.isoweekday() == 7:
            there = day
        basis = f"{words!r} counted from {context.origin} {day}"
        return Value(weekend_of(there), basis)
    tense = context.tense(node.start)
    default = "past" if node.note != "this" or day.isoweekday() == 1 else "future"
    past = node.direction == -1 or (node.direction is None and (tense or default) != "future")
    if past and day.isoweekday() < 6:
        day -= timedelta(7)
    return Value(weekend_of(day), f"{words!r} counted from {context.origin} {context.published}")


def _fits(unit: str) -> Callable[[Point], bool]:
    if unit == "D":
        return lambda point: point.day is not None
    if unit in ("W", "WE"):
        return lambda point: point.date() is not None
    if unit in ("M", "Q"):
        return lambda point: point.month is not None
    return lambda point: point.year is not None


def _step(unit: str, count: int) -> str:
    """One step or several in words: "the day after", "3 months before"."""
    way, name = ("after" if count > 0 else "before"), _UNIT_NAMES.get(unit, unit)
    if count == 0:
        return "the same as"
    return f"the {name} {way}" if abs(count) == 1 else f"{abs(count)} {name}s {way}"


def from_text(node: Node, context: Context, words: str) -> Value:
    """So many units from the last date told before in the text."""
    if node.of_event:
        return Value(None, EVENT)
    count = node.count or 0
    if node.unit == "MD":
        return _day_of_told_month(node, context, words)
    told = context.last_told(_fits(node.unit), end=count > 0)
    if told is None:
        if context.point is not None and node.note in ("er", "later", "earlier", "next"):
            value = from_publication(node, context, words)
            return Value(value.edtf, value.basis + ", no date told before", relative=True)
        return Value(None, f"{words!r} counts from a date that is not told before", relative=True)
    if count == 0 and node.unit == "D" and "/" in told.edtf:
        return Value(told.edtf, f"the same as {told.edtf} (told before)", relative=True)
    late = context.day if count > 0 and node.unit[:1] in ("Y", "E", "C", "M") else None
    if late is not None and context.tense(node.start) == "future":
        late = None
    return _from_told(node, told, count, late)


def _day_of_told_month(node: Node, context: Context, words: str) -> Value:
    """On the 27th: of the month told last in the paragraph, or the next one where that day has passed."""
    told = context.last_told(lambda point: point.month is not None, end=True)
    point = told.last() if told else None
    if told is None or point is None or told.paragraph != context.paragraph(node.start):
        return Value(None, f"{words!r} is a day of a month that is not told before", relative=True)
    passed = point.day is not None and (node.count or 0) < point.day
    following = moved(Point(point.year, point.month), "M", 1 if passed else 0)
    month = parse_point(following) if following else None
    if month is None or not exists(month.year, month.month, node.count):
        return Value(None, f"cannot be counted from {told.edtf} (told before)", relative=True)
    made = Point(month.year, month.month, node.count)
    return Value(made.edtf(), f"day of the month of {told.edtf} (told before)", relative=True)


def _lies_after(edtf: str, day: date) -> bool:
    first = earliest(edtf)
    return first is not None and first > day


def _from_told(node: Node, told: Told, count: int, late: date | None = None) -> Value:
    point = told.last() if count > 0 else told.first()
    edtf = moved(point, node.unit, count) if point else None
    step = _step(node.unit, count)
    if edtf is None:
        return Value(None, f"cannot be counted from {told.edtf} (told before)", relative=True)
    if late is not None and _lies_after(edtf, late):
        return Value(None, f"would lie after publication if counted from {told.edtf}", relative=True)
    if "~" in told.edtf and "/" not in edtf and "~" not in edtf:
        edtf += "~"
    return Value(edtf, f"{step} {told.edtf} (told before)", relative=True)


def attached(node: Node, value: Value) -> Value:
    """The value of "the week of", "the eve of", "two days after" before a time that has a value."""
    if value.edtf is None:
        return value
    point = parse_point(value.edtf.split("/")[-1 if (node.count or 0) > 0 else 0])
    if node.kind == "week":
        day = point.date() if point else None
        if day is None:
            return Value(None, f"the week of {value.edtf}, whose days are not known")
        return Value(week_of(day), f"the week of {value.edtf} ({value.basis})", value.relative)
    edtf = moved(point, node.unit, node.count or 0) if point else None
    if edtf is None:
        return Value(None, f"cannot be counted from {value.edtf}")
    step = _step(node.unit, node.count or 0)
    return Value(edtf, f"{step} {value.edtf} ({value.basis})", value.relative)


EVENT = "counts from an event, not from a date"
