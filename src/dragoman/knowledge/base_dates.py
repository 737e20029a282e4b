"""Days that a partial date covers, and whether two stretches of time meet."""

from __future__ import annotations

import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@lru_cache(maxsize=65_536)
def day_range(date: str | None) -> tuple[str, str] | None:
    """The first and last day (as ISO text) that a date covers: "1990-05" is all of that month.

    None for no date and for dates without a full year.
    """
    match = _DATE.match(date) if date else None
    if match is None:
        return None
    year, month, day = match.groups()
    if month is None or not "01" <= month <= "12":
        return f"{year}-01-01", f"{year}-12-31"
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-31"
    return match.group(), match.group()


def may_cover(start: str | None, end: str | None, date: str) -> bool:
    """Whether a stretch of time may include a date, by what is known of its ends. No end: it goes on."""
    asked, begun, ended = day_range(date), day_range(start), day_range(end)
    if asked is None or begun is None:
        return False
    return begun[0] <= asked[1] and (ended is None or ended[1] >= asked[0])
