"""Who reports what: how soon, how often alone, how often contradicted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

COLUMNS = ("publisher", "documents", "independent", "mentions", "first", "last", "delay_days", "alone",
           "contradicted")  # fmt: skip
_PROMPT_DAYS = 3650  # what is told later is history, not news


def publisher_figures(
    sources: Iterable[Mapping[str, Any]], told: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The sources with the median days from event to report, and the shares told alone and contradicted."""
    delays: dict[str | None, dict[int, int]] = {}
    shares: dict[str | None, list[int]] = {}
    for row in told:
        name, number = row["publisher"], row["number"]
        counted = shares.setdefault(name, [0, 0, 0])
        counted[0] += number
        counted[1] += number * (row["sources"] == 1)
        counted[2] += number * (row["disputed"] is not None)
        days = _delay(row)
        if days is not None:
            spread = delays.setdefault(name, {})
            spread[days] = spread.get(days, 0) + number
    made = []
    for source in sources:
        name = source["publisher"]
        all_, alone, disputed = shares.get(name, (0, 0, 0))
        made.append({
            **source, "delay_days": _median(delays.get(name, {})),
            "alone": round(alone / all_, 3) if all_ else None,
            "contradicted": round(disputed / all_, 3) if all_ else None,
        })  # fmt: skip
    return made


def _delay(row: Mapping[str, Any]) -> int | None:
    first, last, published = row["first_day"], row["last_day"], row["published"]
    if first is None or first != last or row["assumed"] or row["status"] != "occurred":
        return None
    if not published or len(published) < 10:
        return None
    try:
        days = date.fromisoformat(published[:10]).toordinal() - int(first)
    except ValueError:
        return None
    return days if 0 <= days <= _PROMPT_DAYS else None


def _median(spread: Mapping[int, int]) -> int | None:
    half, passed = sum(spread.values()) / 2, 0
    for days in sorted(spread):
        passed += spread[days]
        if passed >= half:
            return days
    return None
