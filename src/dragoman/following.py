"""What became of all plans and predictions at once, in a few statements instead of a few for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select

from dragoman.model.chronicle import Event, OutlookItem, Party
from dragoman.resolution.outlook import LATE_DAYS, followed
from dragoman.store import queries
from dragoman.store import tables as t
from dragoman.store.shelf import Shelf, slices

_BEFORE = 400
_Held = tuple[list[int], list[Event]]


def outlook_items(shelf: Shelf, today: int) -> list[OutlookItem]:
    """All plans and predictions with what became of them, by the day on which they were made."""
    items = queries.outlook(shelf)
    pairs = {"|".join(item.countries[:2]) for item in items if item.countries and item.first is not None}
    held = _events(shelf, pairs)
    own = shelf.events_with(item.telling for item in items if item.telling)
    same: dict[tuple[str, ...], list[OutlookItem]] = {}
    for item in items:
        same.setdefault(item.countries, []).append(item)
    return [
        _one(shelf, item, held, own.get(item.telling or ""), same[item.countries], today) for item in items
    ]


def _one(
    shelf: Shelf, item: OutlookItem, held: dict[str, _Held], own: str | None,
    same: Sequence[OutlookItem], today: int,
) -> OutlookItem:  # fmt: skip
    if item.first is None or item.last is None or not item.countries:
        return followed(item, (), (), today)
    days, events = held.get("|".join(item.countries[:2]), ([], []))
    start = bisect_left(days, item.first - _BEFORE)
    within = events[start : bisect_right(days, item.last + LATE_DAYS)]
    near = [e for e in within if e.last is not None and e.last >= item.first and e.id != own]
    if len(item.countries) > 2 and near:
        near = list(shelf.events([e.id for e in near]).values())
    return followed(item, near, [other for other in same if other.id != item.id], today)


def _events(shelf: Shelf, pairs: set[str]) -> dict[str, _Held]:
    """The events of each pair of parties that took place, by day, as far as following a plan needs them."""
    e, p = t.events.c, t.event_pairs.c
    made: dict[str, _Held] = {}
    columns = select(p.pair, e.id, e.type, e.mode, e.status, e.first_day, e.last_day, e.assumed, e.score)
    happened = columns.join(t.events, e.id == p.event_id).where(
        e.status.in_(("occurred", "historical")), e.first_day.is_not(None),
        or_(e.verdict.is_(None), e.verdict != "rejected"),
    )  # fmt: skip
    for part in slices(pairs):
        for row in shelf.connection.execute(happened.where(p.pair.in_(part)).order_by(p.first_day, e.id)):
            days, events = made.setdefault(row[0], ([], []))
            days.append(row[5])
            events.append(_light(row))
    return made


def _light(row: Sequence[Any]) -> Event:
    pair, name, kind, mode, status, first, last, assumed, score = row
    parties = tuple(
        Party(side="actor", name=key[1:]) if key.startswith("~") else Party(side="actor", country=key)
        for key in str(pair).split("|")
    )
    return Event(
        id=str(name), type=str(kind), mode=mode, status=str(status), edtf=None, first=first, last=last,
        assumed=bool(assumed), place=None, place_country=None, geonames=None, parties=parties, topics=(),
        contexts=(), tone=(), score=float(score), confidence=0.0, independent=1, tellings=(),
    )  # fmt: skip
