"""The review queue's figures and its gold data: what people decided, and how far they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from dragoman.export.page_text import paragraphs
from dragoman.model import Document
from dragoman.model.chronicle import Decision, Event, Party, Telling

_VERDICTS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def verdicts(decisions: Sequence[Decision], event_of: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """For each event what each person last said of it: accepted, corrected or rejected."""
    made: dict[str, dict[str, str]] = {}
    for decision in decisions:
        event = event_of.get(decision.target)
        if event is None or decision.kind not in _VERDICTS:
            continue
        said = made.setdefault(event, {})
        if decision.kind == "accept" and said.get(decision.who) == "corrected":
            continue  # accepting what one has corrected leaves the correction
        said[decision.who] = _VERDICTS[decision.kind]
    return made


def agreement(said: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """How far people agree on the events that two or more of them judged.

    `alpha` is Krippendorff's for nominal data (Krippendorff, Content Analysis, 2004, ch. 11); None where
    fewer than two events were judged twice, or all judgements are the same.
    """
    units = [list(people.values()) for people in said.values() if len(people) > 1]
    pairs = [(a, b) for values in units for a, b in combinations(values, 2)]
    same = sum(a == b for a, b in pairs)
    return {
        "events": len(units), "people": len({who for people in said.values() for who in people}),
        "share": round(same / len(pairs), 3) if pairs else None, "alpha": _alpha(units),
    }  # fmt: skip


def _alpha(units: Sequence[Sequence[str]]) -> float | None:
    counts: Counter[str] = Counter(value for values in units for value in values)
    total = sum(counts.values())
    expected = total * total - sum(n * n for n in counts.values())
    if len(units) < 2 or expected == 0:
        return None
    observed = 0.0
    for values in units:
        here = Counter(values)
        apart = len(values) ** 2 - sum(n * n for n in here.values())
        observed += apart / (len(values) - 1)
    return round(1 - (total - 1) * observed / expected, 3)


def gold_lines(
    docs: Sequence[Document], tellings: Mapping[str, Sequence[Telling]], events: Mapping[str, Event],
    event_of: Mapping[str, str],
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """The paragraphs all of whose events were decided, as gold passages: only accepted events stay."""
    for doc in docs:
        told = tellings.get(doc.id, ())
        for number, (start, end) in enumerate(paragraphs(doc.text), 1):
            inside = [t for t in told if start <= t.trigger_start < end]
            found = [(t, events[event_of[t.id]]) for t in inside if event_of.get(t.id) in events]
            if not found or any(event.verdict is None for _, event in found):
                continue
            kept = {event.id: (t, event) for t, event in reversed(found) if event.verdict == "accepted"}
            yield {
                "id": f"{doc.id}-{number}", "published": doc.published, "publisher": doc.publisher,
                "title": doc.title, "text": doc.text[start:end],
                "events": [_gold(t, event) for t, event in reversed(kept.values())],
            }  # fmt: skip


def _gold(telling: Telling, event: Event) -> dict[str, Any]:
    corrected = {name for name in ("type", "mode", "status", "edtf", "place", "place_country")
                 if getattr(event, name) != getattr(telling, name) and len(event.tellings) == 1}  # fmt: skip

    def value(name: str) -> Any:
        return getattr(event if name in corrected else telling, name)

    place = value("place_country") or value("place")
    return {
        "trigger": telling.trigger, "type": value("type"), "mode": value("mode"),
        "actors": [_gold_party(p) for p in telling.parties if p.side == "actor"],
        "recipients": [_gold_party(p) for p in telling.parties if p.side == "recipient"],
        "when": value("edtf"),
        "where": {"text": telling.place_text or value("place"), "country": value("place_country")}
        if place else None,
        "status": value("status"), "by": telling.said_by[0] if telling.said_by else None,
    }  # fmt: skip


def _gold_party(party: Party) -> dict[str, Any]:
    return {"text": party.text or party.name, "country": party.country, "sector": party.sector}
