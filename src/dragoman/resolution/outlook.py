"""What became of plans and predictions: fulfilled by an event, changed, lapsed, or still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.model.chronicle import Event, OutlookItem
from dragoman.model.edtf import compatible

#: days after its horizon within which a plan carried out late counts as changed
LATE_DAYS = 60
_ACTS_OF_AGREE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "AGREE", "RETREAT"))
_DONE = frozenset(("occurred", "historical"))


def followed(
    item: OutlookItem, events: Sequence[Event], later: Sequence[OutlookItem], today: int | None
) -> OutlookItem:
    """The item with what became of it. `events` share its parties, `later` are plans made after it."""
    if item.first is None or item.last is None:
        return item
    made = [e for e in events if e.status in _DONE and e.verdict != "rejected" and _answers(item, e)]
    in_time = [e for e in made if _within(e, item.first, item.last)]
    if in_time:
        event = min(in_time, key=lambda e: _likeness(item, e))
        return replace(item, state="fulfilled", event=event.id, reason="an event of its parties in its time")
    for other in sorted(later, key=lambda o: (o.made or "", o.id)):
        same = other.type == item.type and other.horizon and item.horizon
        if same and (other.made or "") > (item.made or "") and not compatible(other.horizon, item.horizon):
            return replace(item, state="changed", reason=f"a later plan names {other.horizon}")
    late = [e for e in made if _within(e, item.last + 1, item.last + LATE_DAYS)]
    if late and item.horizon:
        event = min(late, key=lambda e: (e.first or 0, e.id))
        return replace(item, state="changed", event=event.id, reason="it came later than planned")
    if today is not None and item.last < today:
        return replace(item, state="lapsed", reason="its time has passed and no event is known")
    return item


def _likeness(item: OutlookItem, event: Event) -> tuple[bool, bool, int, int, str]:
    """Sorts the events that may fulfil a plan: the mode that its words name, talks, the most precise day."""
    named = bool(event.mode) and str(event.mode) in item.text.lower()
    first, last = event.first or 0, event.last or 0
    return not named, event.type not in (item.type, "CONSULT"), last - first, first, event.id


def _answers(item: OutlookItem, event: Event) -> bool:
    if event.id == item.telling or item.telling in event.tellings or event.first is None:
        return False
    wanted = _ACTS_OF_AGREE if item.type == "AGREE" else {item.type}
    keys = {p.country or f"~{(p.name or '').lower()}" for p in event.parties}
    return event.type in wanted and set(item.countries) <= keys


def _within(event: Event, first: int, last: int) -> bool:
    if event.first is None or event.last is None or (event.assumed and event.last > last):
        return False
    return first <= event.last and event.first <= last


def scoreboard(items: Sequence[OutlookItem]) -> list[dict[str, Any]]:
    """Who predicts well: for each source what became of its plans and predictions."""
    counts: dict[str, Counter[str]] = {}
    for item in items:
        for name in item.by or ("(nobody named)",):
            counts.setdefault(name, Counter())[item.state] += 1
    made = []
    for name, found in counts.items():
        settled = found["fulfilled"] + found["changed"] + found["lapsed"]
        share = round(found["fulfilled"] / settled, 3) if settled else None
        made.append({"by": name, **{k: found[k] for k in ("fulfilled", "changed", "lapsed", "open")},
                     "share_fulfilled": share})  # fmt: skip
    return sorted(made, key=lambda row: (-row["fulfilled"] - row["lapsed"] - row["changed"], row["by"]))
