"""Reckoning with days, weeks, months, quarters, seasons and years, written as EDTF."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

UNKNOWN_YEAR = "XXXX"
#: days of an unknown year are counted in a common year; a count across the end of February is refused
_COMMON = 2001
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
SEASON_MONTHS = {21: 3, 22: 3, 23: 3, 24: 3, 33: 3, 34: 3, 35: 3, 36: 3, 40: 6, 41: 6}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year, perhaps without its year."""

    year: int | None
    month: int | None = None
    day: int | None = None
    code: int | None = None

    def edtf(self) -> str:
        """The point as EDTF."""
        parts = [f"{self.year:04d}" if self.year is not None else UNKNOWN_YEAR]
        if self.code is not None:
            parts.append(f"{self.code:02d}")
        elif self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def date(self) -> date | None:
        """The day, where all of it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def point_of(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day (29 February counts where the year is not known)."""
    if month is None:
        return day is None
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return False
    return day is None or 1 <= day <= calendar.monthrange(year or 2000, month)[1]


def parse_point(edtf: str) -> Point | None:
    """The point that a part of an EDTF expression names; None where it names something else."""
    parts = edtf.replace("~", "").replace("?", "").split("-")
    if len(parts[0]) != 4 or not (parts[0].isdigit() or parts[0] == UNKNOWN_YEAR):
        return None
    if not all(part.isdigit() for part in parts[1:]):
        return None
    year = None if parts[0] == UNKNOWN_YEAR else int(parts[0])
    numbers = [int(part) for part in parts[1:]]
    if not numbers:
        return Point(year)
    if numbers[0] > 12:
        return Point(year, code=numbers[0])
    return Point(year, numbers[0], numbers[1] if len(numbers) > 1 else None)


def week_of(day: date) -> str:
    """The week, Monday to Sunday, of a day."""
    first = _moved(day, -day.weekday())
    return f"{first.isoformat()}/{_moved(first, 6).isoformat()}"


def weekend_of(day: date) -> str:
    """Saturday and Sunday of the week of a day."""
    first = _moved(day, 5 - day.weekday())
    return f"{first.isoformat()}/{_moved(first, 1).isoformat()}"


def moved(point: Point, unit: str, count: int) -> str | None:
    """`count` units from a point, as fine as the unit; None where the point does not say enough."""
    if unit == "D":
        return _days(point, count)
    if unit in ("W", "WE"):
        day = point.date()
        if day is None:
            return None
        there = _moved(day, 7 * count)
        return week_of(there) if unit == "W" else weekend_of(there)
    if unit in ("M", "Q"):
        return _months(point, unit, count)
    return _years(point, unit, count)


def _days(point: Point, count: int) -> str | None:
    if point.month is None or point.day is None:
        return None
    day = point.date()
    if day is not None:
        return _moved(day, count).isoformat()
    if (point.month, point.day) == (2, 29):
        return None
    start = date(_COMMON, point.month, point.day)
    there = start + timedelta(count) if abs(count) < 365 else start
    leap_day = date(_COMMON, 2, 28)
    crosses = min(start, there) <= leap_day < max(start, there)
    if crosses or abs(count) >= 365:
        return None
    return f"{UNKNOWN_YEAR}-{there.month:02d}-{there.day:02d}"


def _months(point: Point, unit: str, count: int) -> str | None:
    month = point.month or (SEASON_STARTS.get(point.code) if point.code else None)
    if month is None:
        return None
    step = 3 if unit == "Q" else 1
    total = (point.year if point.year is not None else _COMMON) * 12 + month - 1 + step * count
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    code = 33 + month // 3 if unit == "Q" else None
    known = year if point.year is not None else None
    return Point(known, month + 1 if code is None else None, None, code).edtf()


def _years(point: Point, unit: str, count: int) -> str | None:
    if point.year is None:
        return None
    if unit == "Y10":
        year = point.year + count
        return f"{year:04d}~" if 1 <= year <= 9999 else None
    step, digits = {"E": (10, 3), "C": (100, 2)}.get(unit, (1, 4))
    year = point.year + step * count
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}"[:digits].ljust(4, "X")


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return day


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian reckoning)."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`-th such weekday (1 Monday) of a month; 9 means the last."""
    first = date(year, month, 1)
    offset = (weekday - 1 - first.weekday()) % 7
    day = 1 + offset + 7 * (which - 1)
    length = calendar.monthrange(year, month)[1]
    while day > length:
        day -= 7
    return date(year, month, day)


def movable_day(rule: tuple[str, ...], year: int) -> Point:
    """The day of a holiday that moves, in a year."""
    if rule[0] == "easter":
        return point_of(easter(year) + timedelta(int(rule[1])))
    month, weekday, which = (int(part) for part in rule[1:])
    return point_of(nth_weekday(year, month, weekday, which))
