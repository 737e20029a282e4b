"""From a node to its EDTF value and the basis of it, in the context of the text.

Each way of resolving is one function that returns a Value; what cannot be known stays None or `X`, with the
reason in the basis. No year is taken without saying from where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.times.context import Context, Told
from dragoman.times.edtf import earliest
from dragoman.times.nodes import Node
from dragoman.times.reckoning import (
    SEASON_MONTHS,
    SEASON_STARTS,
    Point,
    exists,
    movable_day,
    moved,
    parse_point,
    week_of,
    weekend_of,
)

#: with no tense at hand, a date to come this near wins over a past one that lies `_FAR` back
_NEAR, _FAR = 120, 240
#: a day passed so recently is meant even in a clause about the future ("will build on the June 9 call")
_RECENT = 60
#: a day so near ahead is meant, and not the same day almost a year back, where no parse says past
_SOON, _YEAR_BACK = 21, 330
_NOTES = {
    "part": "; the words name a part of it",
    "fiscal": ", a fiscal year",
    "month_first": ", read month first",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value, how it was found, and whether it counts from another date of the text."""

    edtf: str | None
    basis: str
    relative: bool = False


def resolve(node: Node, context: Context, words: str) -> Value:
    """The value of a node at its place."""
    value = _BY_KIND[node.kind](node, context, words)
    if value.edtf and node.note in _NOTES:
        value = Value(value.edtf, value.basis + _NOTES[node.note], value.relative)
    if value.edtf and node.approximate and "~" not in value.edtf and "/" not in value.edtf:
        value = Value(value.edtf + "~", value.basis + "; about", value.relative)
    return value


def _calendar(node: Node, context: Context, words: str) -> Value:
    if node.note == "attack":
        return Value("2001-09-11", "the attacks of 11 September 2001")
    if node.movable:
        return _movable(node, context, words)
    if node.weekday is not None and node.month is None:
        return _weekday(node, context, words)
    if node.year is not None:
        return _with_year(node, node.year, "stated")
    if node.year_shift is not None:
        return _shifted_year(node, context, words)
    if node.from_told and node.direction is not None:
        return _named_from_told(node, context)
    return _yearless(node, context, words)


def _with_year(node: Node, year: int, basis: str, relative: bool = False) -> Value:
    if not exists(year, node.month, node.day):
        return Value(None, f"no such day in {year}")
    first = Point(year, node.month, node.day, node.code).edtf()
    if node.last_day is not None:
        if not exists(year, node.month, node.last_day):
            return Value(None, f"no such day in {year}")
        return Value(f"{first}/{Point(year, node.month, node.last_day).edtf()}", basis, relative)
    return Value(first, basis, relative)


def _without_year(node: Node, basis: str) -> Value:
    if not exists(None, node.month, node.day) or not exists(None, node.month, node.last_day):
        return Value(None, "no such day")
    first = Point(None, node.month, node.day, node.code).edtf()
    if node.last_day is not None:
        return Value(f"{first}/{Point(None, node.month, node.last_day).edtf()}", basis)
    return Value(first, basis)


def _shifted_year(node: Node, context: Context, words: str) -> Value:
    shift = node.year_shift or 0
    if node.from_told:
        told = context.last_told(lambda point: point.year is not None, end=False)
        if told is None:
            return _without_year(node, f"year of {words!r} counts from a date not told before")
        point = told.first()
        year = (point.year or 0) + shift if point else 0
        return _with_year(node, year, f"year counted from {told.edtf} (told before)", relative=True)
    if context.point is None or context.point.year is None:
        return _without_year(node, f"year of {words!r} counts from a publication date that is not given")
    return _with_year(
        node, context.point.year + shift, f"year counted from {context.origin} {context.published}"
    )


def _yearless(node: Node, context: Context, words: str) -> Value:
    """A day, month, season or quarter whose year is not said."""
    if not exists(None, node.month, node.day):
        return Value(None, "no such day")
    if node.shared is not None and node.direction is None:
        return _with_year(node, node.shared[0], node.shared[1])
    passage = context.passage_year(node.start)
    published_year = context.point.year if context.point else None
    historic = (
        passage is not None
        and node.direction is None
        and (published_year is None or passage[0] < published_year)
    )
    if passage is not None and historic and not _left_passage(node, context, passage[0]):
        year = _narrated_year(node, context, passage[0])
        return _with_year(node, year, f"year of the passage ({passage[1]!r})")
    if context.day is None:
        if published_year is not None and node.direction in (None, 0):
            return _with_year(node, published_year, f"year taken from {context.origin}")
        return _without_year(node, "year not stated")
    if node.weekday is not None and node.day is not None:
        agreeing = _agreeing_year(node, context.day)
        if agreeing is not None:
            return _with_year(
                node, agreeing, f"year in which that day is such a weekday, near {context.origin}"
            )
    return _by_publication(node, context)


def _left_passage(node: Node, context: Context, year: int) -> bool:
    """Whether a day after a passage about another year is told of the present again.

    So it is where it is announced, or where in a new sentence it would go back behind the date told last.
    """
    if context.day is None or _announced(node, context):
        return context.day is not None
    told = context.told[-1] if context.told else None
    point = told.last() if told else None
    last = point.date() if point else None
    if told is None or last is None or node.day is None or told.at >= context.sentence_start(node.start):
        return False
    narrated = _narrated_year(node, context, year)
    return exists(narrated, node.month, node.day) and date(narrated, node.month or 1, node.day) < last


def _announced(node: Node, context: Context) -> bool:
    """Whether a day in a passage about another year is one to come ("will", not the "would" of a tale)."""
    if context.day is None or context.tense(node.start) != "future":
        return False
    return "would" not in context.before(node.start)


def _narrated_year(node: Node, context: Context, year: int) -> int:
    """The year of the passage, or the next where December is followed by January or February."""
    told = context.told[-1] if context.told else None
    point = told.last() if told else None
    if point is None or point.year is None or point.month is None or node.month is None:
        return year
    turned = point.month >= 11 and node.month <= 2 and point.year == year
    return year + 1 if turned else year


def _agreeing_year(node: Node, day: date) -> int | None:
    near = [year for year in (day.year, day.year - 1, day.year + 1) if exists(year, node.month, node.day)]
    agreeing = [
        year for year in near if date(year, node.month or 1, node.day or 1).isoweekday() == node.weekday
    ]
    if not agreeing:
        return None
    return min(agreeing, key=lambda year: abs((date(year, node.month or 1, node.day or 1) - day).days))


def _by_publication(node: Node, context: Context) -> Value:
    day = context.day or date.min
    years = [
        year for year in range(day.year - 8, day.year + 9) if year > 0 and exists(year, node.month, node.day)
    ]
    past = [year for year in years if _first_day(node, year) <= day]
    coming = [year for year in years if _last_day(node, year) >= day]
    if not past or not coming:
        return _without_year(node, "year not stated")
    if node.direction == -1:
        ended = [year for year in past if _last_day(node, year) < day and not _holds(node, year, day)]
        return _dated(node, ended[-1], f"the last before {context.origin} {context.published}")
    if node.direction == 1:
        later = [year for year in coming if _first_day(node, year) > day]
        return _dated(node, later[0], f"the next after {context.origin} {context.published}")
    tense = context.tense(node.start)
    if node.direction == 0 and node.note == "this":
        return _dated(node, day.year, f"year of {context.origin}")
    gap_back = (day - _last_day(node, past[-1])).days
    ahead = [year for year in coming if _first_day(node, year) > day]
    gap_ahead = (_first_day(node, ahead[0]) - day).days if ahead else _FAR
    if tense == "future" and not (node.day and gap_back <= _RECENT and gap_ahead >= _FAR):
        return _dated(node, coming[0], _year_basis(coming[0], day, context, "the next such time after"))
    tomorrow = node.day is not None and gap_ahead <= _SOON and gap_back >= _YEAR_BACK
    if tomorrow and not context.parsed_past(node.start):
        return _dated(node, ahead[0], f"the nearest such time to {context.origin} {context.published}")
    if tense != "past" and gap_ahead <= _NEAR and gap_back >= _FAR:
        return _dated(node, ahead[0], f"the nearest such time to {context.origin} {context.published}")
    return _dated(node, past[-1], _year_basis(past[-1], day, context, "the last such time before"))


def _dated(node: Node, year: int, basis: str) -> Value:
    return _with_year(node, year, basis)


def _year_basis(year: int, day: date, context: Context, otherwise: str) -> str:
    if year == day.year:
        return f"year taken from {context.origin}"
    return f"{otherwise} {context.origin} {context.published}"


def _first_day(node: Node, year: int) -> date:
    if node.code is not None:
        return date(year, SEASON_STARTS.get(node.code, 1), 1)
    return date(year, node.month or 1, node.day or 1)


def _last_day(node: Node, year: int) -> date:
    if node.day is not None:
        return date(
            year,
            node.month or 1,
            node.last_day if exists(year, node.month, node.last_day) and node.last_day else node.day,
        )
    months = SEASON_MONTHS.get(node.code, 1) if node.code is not None else 1
    start = _first_day(node, year)
    total = start.month - 1 + months
    end_year, month = start.year + total // 12, total % 12 + 1
    return date(end_year, month, 1) - timedelta(1) if end_year <= 9999 else date.max


def _holds(node: Node, year: int, day: date) -> bool:
    return _first_day(node, year) <= day <= _last_day(node, year)


def _named_from_told(node: Node, context: Context) -> Value:
    """The following March, the previous summer, the same June."""
    told = context.last_told(lambda point: point.year is not None and point.month is not None, end=False)
    point = told.first() if told else None
    if told is None or point is None:
        return _without_year(node, "year counts from a date not told before")
    start = date(point.year or 1, point.month or 1, point.day or 1)
    years = (
        [point.year or 1, (point.year or 1) + 1]
        if node.direction == 1
        else [(point.year or 1), (point.year or 1) - 1]
    )
    for year in years:
        first = _first_day(node, year)
        if node.direction == 0 or (first > start if node.direction == 1 else first < start):
            return _with_year(node, year, f"counted from {told.edtf} (told before)", relative=True)
    return _with_year(node, years[-1], f"counted from {told.edtf} (told before)", relative=True)


def _movable(node: Node, context: Context, words: str) -> Value:
    year = node.year
    basis = "stated"
    if year is None and context.day is not None:
        day = context.day
        options = [movable_day(node.movable, one) for one in range(max(day.year - 1, 1), day.year + 2)]
        days = [one for one in (option.date() for option in options) if one is not None]
        future = node.direction == 1 or (node.direction is None and context.tense(node.start) == "future")
        fitting = [one for one in days if (one >= day if future else one <= day)]
        chosen = fitting[0] if future else fitting[-1]
        return Value(chosen.isoformat(), f"year taken from {context.origin}")
    if year is None:
        return Value(None, f"{words!r} moves with the year, which is not stated")
    return Value(movable_day(node.movable, year).edtf(), basis)


def _weekday(node: Node, context: Context, words: str) -> Value:
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


def _unit(node: Node, context: Context, words: str) -> Value:
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


def _step(unit: str, count: int) -> str:
    """One step or several in words: "the day after", "3 months before"."""
    way, name = ("after" if count > 0 else "before"), _UNIT_NAMES.get(unit, unit)
    if count == 0:
        return "the same as"
    return f"the {name} {way}" if abs(count) == 1 else f"{abs(count)} {name}s {way}"


def _told(node: Node, context: Context, words: str) -> Value:
    """So many units from the last date told before in the text."""
    if node.of_event:
        return Value(None, _VAGUE["event"])
    count = node.count or 0
    if node.unit == "MD":
        return _day_of_told_month(node, context, words)
    told = context.last_told(_fits(node.unit), end=count > 0)
    if told is None:
        if context.point is not None and node.note in ("er", "later", "earlier", "next"):
            value = _unit(node, context, words)
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


def _direct(node: Node, context: Context, words: str) -> Value:
    if node.note == "decade word":
        node.note = ""
    return Value(node.edtf, "stated")


_VAGUE = {
    "number": "a number of days, weeks, months or years that is not said",
    "hours": "hours are not counted",
    "event": "counts from an event, not from a date",
    "present": "the present of the text, no calendar time",
    "now": "the present of the text, no calendar time",
    "past": "some time in the past",
    "recent": "some time in the past",
    "future": "some time to come",
}


def _vague(node: Node, context: Context, words: str) -> Value:
    return Value(None, _VAGUE.get(node.note, "no calendar time"))


def _length(node: Node, context: Context, words: str) -> Value:
    return Value(None, "a length of time, no calendar time")


def _recurring(node: Node, context: Context, words: str) -> Value:
    return Value(None, "a time that recurs")


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


_BY_KIND: dict[str, Callable[[Node, Context, str], Value]] = {
    "cal": _calendar,
    "unit": _unit,
    "told": _told,
    "direct": _direct,
    "vague": _vague,
    "duration": _length,
    "set": _recurring,
}
