"""The events of lists and what else browsing gives, as plain data for JSON and CSV."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.export.sentence import sentence
from dragoman.export.words import date_words, event_name
from dragoman.gazette import Gazette
from dragoman.model.chronicle import Party
from dragoman.store.views import Brief

COLUMNS = ("id", "type", "mode", "status", "when", "place", "country", "actors", "recipients", "topics",
           "score", "confidence", "sources", "documents", "disputed", "verdict", "publisher", "published",
           "document", "url", "quote")  # fmt: skip


def day_words(day: int | None) -> str | None:
    """A day (ordinal) as an ISO date."""
    return date.fromordinal(day).isoformat() if day else None


def party_data(party: Party, gazette: Gazette) -> dict[str, Any]:
    """A party as plain data."""
    return {
        "name": party.name or party.text or (gazette.name(party.country) if party.country else None),
        "country": party.country, "kind": party.kind, "sector": party.sector, "office": party.office,
        "holder": party.holder, "text": party.text, "inferred": list(party.inferred),
    }  # fmt: skip


def brief_data(event: Brief, gazette: Gazette) -> dict[str, Any]:
    """An event of a list, with its evidence."""
    return {
        "id": event.id, "type": event.type, "mode": event.mode, "name": event_name(event.type, event.mode),
        "sentence": sentence(event, gazette.name), "status": event.status,
        "when": {"edtf": event.edtf, "words": date_words(event.edtf)} if event.edtf else None,
        "where": {"name": event.place, "country": event.place_country, "geonames": event.geonames}
        if event.place or event.place_country else None,
        "actors": [party_data(p, gazette) for p in event.parties if p.side == "actor"],
        "recipients": [party_data(p, gazette) for p in event.parties if p.side == "recipient"],
        "topics": list(event.topics), "score": event.score, "confidence": event.confidence,
        "verdict": event.verdict, "independent_sources": event.independent, "documents": event.documents,
        "disputed": event.disputed,
        "evidence": {
            "document": event.document, "title": event.title, "publisher": event.publisher,
            "published": event.published, "url": event.url, "text": event.quote,
            "span": list(event.span) if event.span else None,
        },
    }  # fmt: skip


def brief_row(event: Brief, gazette: Gazette) -> dict[str, Any]:
    """An event of a list as one flat row."""

    def side(name: str) -> str:
        shown = (party_data(p, gazette)["name"] for p in event.parties if p.side == name)
        return "; ".join(name or "?" for name in shown)

    return {
        "id": event.id, "type": event.type, "mode": event.mode, "status": event.status, "when": event.edtf,
        "place": event.place, "country": event.place_country, "actors": side("actor"),
        "recipients": side("recipient"), "topics": "; ".join(event.topics), "score": event.score,
        "confidence": event.confidence, "sources": event.independent, "documents": event.documents,
        "disputed": event.disputed, "verdict": event.verdict, "publisher": event.publisher,
        "published": event.published, "document": event.document, "url": event.url, "quote": event.quote,
    }  # fmt: skip
