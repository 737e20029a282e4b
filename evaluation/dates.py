"""Dates as the scorers need them: bounds of an EDTF expression, and the plain dates that a text states.

Written apart from the reader's own treatment of time, so that it can judge it.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_UNSURE = re.compile(r"[?~%]")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NAMES = "|".join(name.capitalize() for name in _MONTHS)
_MONTH_DAY = re.compile(rf"\b({_NAMES}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (\d{{4}}))?")
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_NAMES})\b(?:,? (\d{{4}}))?")
_WEEKDAY = re.compile(rf"\b({'|'.join(name.capitalize() for name in _DAYS)})\b")
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def bounds(edtf: str | None) -> tuple[str, str] | None:
    """The first and last day (ISO 8601) that an EDTF expression may mean; None where no year is known."""
    if not edtf:
        return None
    ends = _UNSURE.sub("", edtf).strip("[]{}").split("/")
    first, last = _bounds_of_one(ends[0]), _bounds_of_one(ends[-1])
    if first is None and last is None:
        return None
    return (first or last or ("", ""))[0], (last or first or ("", ""))[1]


def _bounds_of_one(text: str) -> tuple[str, str] | None:
    parts = text.split("T")[0].split("-")
    year = parts[0]
    if len(year) != 4 or not year[:2].isdigit():
        return None
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if len(parts) == 1 or not parts[1].isdigit():
        return f"{low:04d}-01-01", f"{high:04d}-12-31"
    first, last = _months(int(parts[1]))
    if len(parts) == 3 and parts[2].isdigit():
        return f"{low:04d}-{first:02d}-{parts[2]}", f"{high:04d}-{last:02d}-{parts[2]}"
    return f"{low:04d}-{first:02d}-01", f"{high:04d}-{last:02d}-{calendar.monthrange(high, last)[1]}"


def _months(code: int) -> tuple[int, int]:
    if code in _QUARTERS:
        return _QUARTERS[code], _QUARTERS[code] + 2
    if code in _SEASONS:
        return _SEASONS[code]
    return (code, code) if 1 <= code <= 12 else (1, 12)


def after(edtf: str | None, day: str | None) -> bool:
    """Whether everything that an EDTF expression may mean lies after a day."""
    limits = bounds(edtf)
    return bool(limits and day and limits[0] > day)


def within(edtf: str | None, first: str, last: str) -> bool:
    """Whether an EDTF expression means days between two days only."""
    limits = bounds(edtf)
    return bool(limits and first <= limits[0] and limits[1] <= last)


def stated_dates(text: str, published: str) -> set[str]:
    """The days that a text names: month and day, weekdays and `yesterday` counted from publication.

    A day without a year is the last such day up to a month after publication.
    """
    issued = date.fromisoformat(published)
    found = set()
    for month, day, year in _MONTH_DAY.findall(text):
        found.add(_day(int(day), _MONTHS[month.lower()], year, issued))
    for day, month, year in _DAY_MONTH.findall(text):
        found.add(_day(int(day), _MONTHS[month.lower()], year, issued))
    for name in _WEEKDAY.findall(text):
        found.add((issued - timedelta((issued.weekday() - _DAYS[name.lower()]) % 7)).isoformat())
    if re.search(r"\b[Yy]esterday\b|\b[Ll]ast night\b", text):
        found.add((issued - timedelta(1)).isoformat())
    return {day for day in found if day}


def _day(day: int, month: int, year: str, issued: date) -> str | None:
    years = [int(year)] if year else [issued.year + 1, issued.year, issued.year - 1]
    for one in years:
        if not 1 <= day <= calendar.monthrange(one, month)[1]:
            continue
        made = date(one, month, day)
        if year or made <= issued + timedelta(31):
            return made.isoformat()
    return None
