"""Questions about EDTF expressions (ISO 8601-2, levels 0 and 1, and the season codes of level 2).

Only what Dragoman itself writes is understood: years, months, days, seasons (21-24), quarters (33-36) and
half-years (40, 41), unspecified digits (`X`), `~` and `?`, intervals with open ends. Anything else counts
as a time of which nothing is known.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_PART = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$"
)
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}
_WINTER = 24
_NAMED = {**dict.fromkeys(range(21, 25), "season"), **dict.fromkeys(range(33, 37), "quarter")}
_NAMED |= dict.fromkeys(_HALVES, "half")
#: days by which `~` may be off, by precision
_LOOSE = {"day": 7, "month": 31, "season": 31, "quarter": 31, "half": 61, "year": 366}
#: a leap year, in which every month and day exists
_ANY_YEAR = "2000"


def earliest(edtf: str | None) -> date | None:
    """The first day that the expression may mean; None where the year or the start is not known."""
    if not edtf:
        return None
    span = _bounds(edtf.split("/")[0])
    return span[0] if span else None


def latest(edtf: str | None) -> date | None:
    """The last day that the expression may mean; None where the year or the end is not known."""
    if not edtf:
        return None
    span = _bounds(edtf.split("/")[-1])
    return span[1] if span else None


def precision(edtf: str | None) -> str:
    """How fine the expression is.

    One of day, month, season, quarter, half, year, decade, century, interval, unknown.
    """
    if not edtf:
        return "unknown"
    if "/" in edtf:
        return "interval"
    found = _PART.match(_plain(edtf))
    if found is None:
        return "unknown"
    year, month, day = found["year"], found["month"], found["day"]
    if day and "X" not in day:
        return "day"
    if month and "X" not in month:
        return _NAMED.get(int(month), "month")
    if year == "XXXX":
        return "unknown"
    return {0: "year", 1: "decade", 2: "century"}.get(year.count("X"), "unknown")


def year_of(edtf: str | None) -> int | None:
    """The year in which the time starts, if all four digits of it are known."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    for part in (start, end):
        if _YEAR.match(part):
            return int(part[:4])
    return None


def compatible(a: str | None, b: str | None) -> bool:
    """Whether the two expressions could mean the same time.

    "2024-06" and "2024-06-18" could, "2024-06-18" and "2024-06-19" could not; a year not stated could be
    any; `~` leaves room of a week for a day, a month for a month, a year for a year. What is not known is
    compatible with everything.
    """
    if not a or not b or a == b:
        return True
    if a.startswith("XXXX") or b.startswith("XXXX"):
        return any(_overlap(one, other) for one, other in _same_year(a, b))
    return _overlap(a, b)


def _overlap(a: str, b: str) -> bool:
    first, second = _wide(a), _wide(b)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def _wide(edtf: str) -> tuple[date, date] | None:
    """First and last day, with room for `~`, for a winter that is counted to the year it ends in."""
    start, end = earliest(edtf), latest(edtf)
    if start is None and end is None:
        return None
    first, last = start or date.min, end or date.max
    room = _LOOSE.get(precision(edtf.split("/")[0]), 0) if "~" in edtf or "%" in edtf else 0
    if edtf[5:7] == str(_WINTER):
        first = _moved(date(first.year, 1, 1), -31)
    return _moved(first, -room), _moved(last, room)


def _same_year(a: str, b: str) -> list[tuple[str, str]]:
    """The pair with the year of the one that has it; several pairs where it spans years."""
    if a.startswith("XXXX") and b.startswith("XXXX"):
        return [(_with_year(a, _ANY_YEAR), _with_year(b, _ANY_YEAR))]
    open_one, known = (a, b) if a.startswith("XXXX") else (b, a)
    first, last = earliest(known), latest(known)
    if first is None or last is None or last.year - first.year > 2:
        return [(known, known)]
    years = range(first.year - 1, last.year + 1)
    return [(_with_year(open_one, f"{year:04d}"), known) for year in years if year > 0]


def _with_year(edtf: str, year: str) -> str:
    parts = edtf.replace("XXXX-02-29", "XXXX-02-28").split("/")
    made = [part.replace("XXXX", year) for part in parts]
    if len(made) == 2 and made[1] < made[0] and parts[1].startswith("XXXX"):
        made[1] = parts[1].replace("XXXX", f"{int(year) + 1:04d}")
    return "/".join(made)


def _plain(part: str) -> str:
    return part.strip().replace("~", "").replace("?", "").replace("%", "")


@lru_cache(maxsize=4096)
def _bounds(part: str) -> tuple[date, date] | None:
    found = _PART.match(_plain(part))
    if found is None or found["year"].startswith("XX"):
        return None
    low, high = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if low < 1:
        return None
    months = _months(found["month"])
    if months is None:
        return None
    first_month, last_month, wraps = months
    day = found["day"]
    last_year = min(high + wraps, 9999)
    last_day = calendar.monthrange(last_year, last_month)[1]
    if day and "X" not in day:
        if not 1 <= int(day) <= last_day:
            return None
        return date(low, first_month, int(day)), date(last_year, last_month, int(day))
    return date(low, first_month, 1), date(last_year, last_month, last_day)


def _months(text: str | None) -> tuple[int, int, int] | None:
    """First month, last month, and 1 where the last one is in the next year."""
    if text is None or "X" in text:
        return 1, 12, 0
    code = int(text)
    if 1 <= code <= 12:
        return code, code, 0
    if code == _WINTER:
        return 12, 2, 1
    span = _SEASONS.get(code) or _HALVES.get(code)
    return (*span, 0) if span else None


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
