"""Hand-made events and readings in the output contract, for the scorers' tests."""

from __future__ import annotations

from typing import Any


def party(text: str, name: str, country: str | None, **rest: Any) -> dict:
    start = text.find(name)
    span = [start, start + len(name)] if start >= 0 else None
    return {
        "text": name if span else None, "span": span, "name": name, "country": country, "sector": None,
        "kind": None, "office": None, "holder": None, "inferred": [], **rest,
    }  # fmt: skip


def event(text: str, kind: str, trigger: str, actors: list, recipients: list, **rest: Any) -> dict:
    start = text.index(trigger)
    when = rest.pop("when", None)
    return {
        "id": f"e{start}", "type": kind, "mode": None, "contexts": [], "topics": [], "tone": [],
        "status": "occurred", "actors": actors, "recipients": recipients,
        "trigger": {"text": trigger, "span": [start, start + len(trigger)]},
        "when": {"edtf": when, "text": None, "span": None, "basis": "test"} if when else None,
        "where": None, "attribution": [], "sentence": [0, len(text)], "rule": "test", "confidence": 0.5,
        "evidence": [], "notes": [], **rest,
    }  # fmt: skip


def reading(text: str, *events: dict, **rest: Any) -> dict:
    return {
        "document": {"id": "d", "text": text}, "events": list(events), "agreements": [],
        "attributions": [], "outlook": [], "unknowns": [], "links": [], **rest,
    }  # fmt: skip
