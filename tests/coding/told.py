"""What a reader tells of a text, for tests: its events, their sides by state or name."""

from __future__ import annotations

from typing import Any

from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader


def events(reader: Reader, text: str, **known: str) -> list[EventMention]:
    return list(reader.read(Document.of(text, **known)).events)


def sides(event: EventMention) -> tuple[set[str | None], set[str | None]]:
    def side(parties: Any) -> set[str | None]:
        return {p.country or p.name for p in parties}

    return side(event.actors), side(event.recipients)


def one(reader: Reader, kind: str, text: str, **known: str) -> EventMention:
    return next(e for e in events(reader, text, **known) if e.type == kind)
