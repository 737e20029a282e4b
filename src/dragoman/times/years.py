"""The year of a day, month, season or quarter whose year is not said.

In order: a neighbour that shares it, the year of the passage, the weekday that it must be, publication and
the tense of the clause. Without any of these the year stays `XXXX`, and the basis says so.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.times.context import Context
from dragoman.times.nodes import Node
from dragoman.times.reckoning import SEASON_MONTHS, SEASON_STARTS, exists, movable_day
from dragoman.times.values import Value, with_year, without_year

#: with no tense at hand, a date to come this near wins over a past one that lies `_FAR` back
_NEAR, _FAR = 120, 240
#: a day passed so recently is meant even in a clause about the future ("will build on the June 9 call")
_RECENT = 60
#: a day so near ahead is meant, and not the same day almost a year back, where no parse says past
_SOON, _YEAR_BACK = 21, 330


def shifted_year(node: Node, context: Context, words: str) -> Value:
    """June last year, May of the same year: the year counts from publication or from a date told before."""
    shift = node.year_shift or 0
    if node.from_told:
        told = context.last_told(lambda point: point.year is not None, end=False)
        if told is None:
            return without_year(node, f"year of {words!r} counts from a date not told before")
        point = told.first()
        year = (point.year or 0) + shift if point else 0
        return with_year(node, year, f"year counted from {told.edtf} (told before)", relative=True)
    if context.point is None or context.point.year is None:
        return without_year(node, f"year of {words!r} counts from a publication date that is not given")
    return with_year(
        node, context.point.year + shift, f"year counted from {context.origin} {context.published}"
    )


def yearless(node: Node, context: Context, words: str) -> Value:
    """A day, month, season or quarter whose year is not said."""
    if not exists(None, node.month, node.day):
        return Value(None, "no such day")
    if node.shared is not None and node.direction is None:
        return with_year(node, node.shared[0], node.shared[1])
    passage = context.passage_year(node.start)
    published_year = context.point.year if context.point else None
    historic = (
        passage is not None
        and node.direction is None
        and (published_year is None or passage[0] < published_year)
    )
    if passage is not None and historic and not _left_passage(node, context, passage[0]):
        year = _narrated_year(node, context, passage[0])
        return with_year(node, year, f"year of the passage ({passage[1]!r})")
    if context.day is None:
        if published_year is not None and node.direction in (None, 0):
            return with_year(node, published_year, f"year taken from {context.origin}")
        return without_year(node, "year not stated")
    if node.weekday is not None and node.day is not None:
        agreeing = _agreeing_year(node, context.day)
        if agreeing is not None:
            return with_year(
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
    past = context.day is None and node.day is None and node.month < point.month and point.year == year
    return year + 1 if turned or past else year


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
        return without_year(node, "year not stated")
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
    return with_year(node, year, basis)


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


def named_from_told(node: Node, context: Context) -> Value:
    """The following March, the previous summer, the same June."""
    told = context.last_told(lambda point: point.year is not None and point.month is not None, end=False)
    point = told.first() if told else None
    if told is None or point is None:
        return without_year(node, "year counts from a date not told before")
    start = date(point.year or 1, point.month or 1, point.day or 1)
    years = (
        [point.year or 1, (point.year or 1) + 1]
        if node.direction == 1
        else [(point.year or 1), (point.year or 1) - 1]
    )
    for year in years:
        first = _first_day(node, year)
        if node.direction == 0 or (first > start if node.direction == 1 else first < start):
            return with_year(node, year, f"counted from {told.edtf} (told before)", relative=True)
    return with_year(node, years[-1], f"counted from {told.edtf} (told before)", relative=True)


def movable(node: Node, context: Context, words: str) -> Value:
    """A holiday or "the second Monday of May", whose day differs from year to year."""
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
