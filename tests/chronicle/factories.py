"""Readings made by hand for tests of the chronicle: a document, and its events in a few words."""

from __future__ import annotations

from typing import Any

from dragoman.model import (
    Actor,
    Agreement,
    Document,
    EventMention,
    Link,
    Outlook,
    Quote,
    Reading,
    When,
    Where,
)


def party(spec: str) -> Actor:
    """`RUS` is a state; `RUS:Vladimir Putin` a person; `RUS:Vladimir Putin:president` with an office."""
    country, _, rest = spec.partition(":")
    name, _, office = rest.partition(":")
    if not name:
        return Actor(name=country, country=country, kind="country", sector="GOV")
    return Actor(name=name, country=country, kind="person", sector="GOV", office=office or None)


def event(doc: Document, words: str, **fields: Any) -> EventMention:
    """An event told by a sentence; the trigger is its first word of those given, the sentence the whole."""
    start = doc.text.index(words)
    end = doc.text.find(".", start)
    sentence = doc.span(doc.text.rfind(".", 0, start) + 1, end + 1 if end >= 0 else len(doc.text))
    known: dict[str, Any] = {"id": f"v{start}", "type": "CONSULT", "rule": "test", "confidence": 0.8}
    for side in ("actors", "recipients"):
        fields[side] = tuple(map(party, fields.get(side, ())))
    if isinstance(fields.get("when"), str):
        fields["when"] = When(edtf=fields["when"], basis="test")
    if isinstance(fields.get("where"), str):
        name, _, country = fields["where"].partition("/")
        fields["where"] = Where(name=name or None, country=country or None)
    span = doc.span(start, start + len(words))
    return EventMention(trigger=Quote(span=span), sentence=sentence, **{**known, **fields})


def reading(
    text: str, *events: tuple[str, dict[str, Any]], reader: str = "test-1", links: Any = (),
    agreements: Any = (), outlook: Any = (), **metadata: Any,
) -> Reading:  # fmt: skip
    """A reading of a text; each event is the words of its trigger and its fields."""
    known = {"published": "2024-06-20", "publisher": "The Daily Bridge"}
    doc = Document.of(text, **{**known, **metadata})
    made = tuple(event(doc, words, **dict(fields)) for words, fields in events)

    def place(words: str) -> Any:
        start = doc.text.index(words)
        return doc.span(start, start + len(words))

    return Reading(
        reader=reader, document=doc, events=made,
        links=tuple(Link(source=made[a].id, target=made[b].id, kind=kind) for a, b, kind in links),
        agreements=tuple(
            Agreement(span=place(words), **{"title": words, **fields}) for words, fields in agreements
        ),
        outlook=tuple(Outlook(span=place(words), **fields) for words, fields in outlook),
    )  # fmt: skip


def meeting(
    text: str, actors: tuple[str, ...] = ("RUS", "PRK"), when: str | None = "2024-06-19", **more: Any
) -> Reading:
    """A reading of one meeting."""
    metadata = {
        k: more.pop(k) for k in ("published", "publisher", "title", "id", "url", "reader") if k in more
    }
    return reading(text, (text.split()[0], {"actors": actors, "when": when, **more}), **metadata)
