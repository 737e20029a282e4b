"""The output contract `dragoman/reading/1`: a reading to and from plain JSON data.

In the JSON every span is written twice: the quoted `text` and `span: [start, end]`. Reading it back
checks that the two agree with the document's text. Key order is fixed, so equal readings are equal bytes.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from dragoman.errors import RecordError
from dragoman.model.document import Document, Span
from dragoman.model.reading import (
    SCHEMA,
    Actor,
    Agreement,
    Attribution,
    EventMention,
    Evidence,
    Link,
    Outlook,
    Quote,
    Reading,
    Said,
    When,
    Where,
)  # fmt: skip


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _quote(quote: Quote | None) -> dict[str, Any] | None:
    return {"text": quote.span.text, "span": _pair(quote.span)} if quote else None


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "text": actor.text, "span": _pair(actor.span), "name": actor.name, "country": actor.country,
        "sector": actor.sector, "kind": actor.kind, "office": actor.office, "holder": actor.holder,
        "inferred": list(actor.inferred),
    }  # fmt: skip


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {"edtf": when.edtf, "text": when.text, "span": _pair(when.span), "basis": when.basis}


def _where(where: Where | None) -> dict[str, Any] | None:
    if where is None:
        return None
    return {
        "name": where.name, "country": where.country, "text": where.text, "span": _pair(where.span),
        "geonames": where.geonames,
    }  # fmt: skip


def _said(said: Said) -> dict[str, Any]:
    return {
        "text": said.text, "span": _pair(said.span), "cue": said.cue, "name": said.name,
        "kind": said.kind,
    }  # fmt: skip


def _evidence(item: Evidence) -> dict[str, Any]:
    return {"field": item.field, "value": item.value, "text": item.text, "span": _pair(item.span)}


def _event(event: EventMention) -> dict[str, Any]:
    return {
        "id": event.id, "type": event.type, "mode": event.mode, "contexts": list(event.contexts),
        "topics": list(event.topics), "tone": list(event.tone), "status": event.status,
        "actors": [_actor(a) for a in event.actors],
        "recipients": [_actor(a) for a in event.recipients],
        "trigger": _quote(event.trigger), "when": _when(event.when), "where": _where(event.where),
        "attribution": [_said(s) for s in event.attribution], "sentence": _pair(event.sentence),
        "rule": event.rule, "confidence": event.confidence,
        "evidence": [_evidence(e) for e in event.evidence], "notes": list(event.notes),
    }  # fmt: skip


def _agreement(item: Agreement) -> dict[str, Any]:
    return {
        "title": item.title, "span": _pair(item.span), "parties": list(item.parties),
        "when": item.when, "scope": list(item.scope), "standing": item.standing, "event": item.event,
    }  # fmt: skip


def _attribution(item: Attribution) -> dict[str, Any]:
    return {
        "source": _quote(item.source), "cue": _quote(item.cue), "content": _quote(item.content),
        "kind": item.kind, "nested_in": item.nested_in,
    }  # fmt: skip


def _outlook(item: Outlook) -> dict[str, Any]:
    return {
        "text": item.text, "span": _pair(item.span), "by": list(item.by), "topics": list(item.topics),
        "horizon": item.horizon, "event": item.event,
    }  # fmt: skip


def _document(doc: Document) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": doc.id, "title": doc.title, "published": doc.published, "url": doc.url,
        "publisher": doc.publisher, "language": doc.language, "text": doc.text,
    }  # fmt: skip
    if doc.actor is not None:
        data["actor"] = {"name": doc.actor.name, "country": doc.actor.country}
    return data


def to_contract(reading: Reading) -> dict[str, Any]:
    """The reading as plain data in the output contract."""
    return {
        "schema": SCHEMA, "reader": reading.reader, "document": _document(reading.document),
        "events": [_event(e) for e in reading.events],
        "agreements": [_agreement(a) for a in reading.agreements],
        "attributions": [_attribution(a) for a in reading.attributions],
        "outlook": [_outlook(o) for o in reading.outlook],
        "unknowns": [_quote(u) for u in reading.unknowns],
        "links": [{"from": k.source, "to": k.target, "kind": k.kind} for k in reading.links],
        "notes": list(reading.notes),
    }  # fmt: skip


def to_json(reading: Reading) -> str:
    """The reading as one line of JSON. Lone surrogates are escaped, so the line is always valid UTF-8."""
    line = json.dumps(to_contract(reading), ensure_ascii=False, separators=(", ", ": "))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(to_contract(reading), separators=(", ", ": "))
    # U+2028 and its like end a line for some readers of JSON lines
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def from_json(line: str | bytes) -> Reading:
    """A reading from one line of JSON; RecordError where it does not fit the contract."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise RecordError(f"not a line of JSON: {error}") from error
    return from_contract(data)


def from_contract(data: dict[str, Any]) -> Reading:
    """A reading from plain data in the contract; every span is checked against the document's text."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise RecordError(f"not a reading of schema {SCHEMA}")
    try:
        doc = Document(**data["document"])
        return Reading(
            reader=data["reader"],
            document=doc,
            notes=tuple(data.get("notes", ())),
            **_Rebuild(doc).parts(data),
        )
    except (KeyError, TypeError, ValidationError) as error:
        raise RecordError(f"not a reading of schema {SCHEMA}: {error}") from error


class _Rebuild:
    """Rebuilds the records of one document, making each span from the document's text."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc

    def span(self, pair: list[int] | None, text: str | None = None) -> Span | None:
        if pair is None:
            return None
        span = self.doc.span(*pair)
        if text is not None and span.text != text:
            raise RecordError(f"{text!r} does not stand at {pair} of document {self.doc.id}")
        return span

    def must(self, pair: list[int], text: str | None = None) -> Span:
        span = self.span(pair, text)
        if span is None:
            raise RecordError(f"a span is missing in a reading of document {self.doc.id}")
        return span

    def spanned(self, item: dict[str, Any]) -> dict[str, Any]:
        rest = {k: v for k, v in item.items() if k not in ("text", "span")}
        return {**rest, "span": self.span(item.get("span"), item.get("text"))}

    def quote(self, item: dict[str, Any] | None) -> Quote | None:
        return Quote(span=self.must(item["span"], item["text"])) if item else None

    def event(self, item: dict[str, Any]) -> EventMention:
        rest = dict(item)
        for key in ("actors", "recipients"):
            rest[key] = tuple(Actor(**self.spanned(a)) for a in item[key])
        rest["trigger"] = self.quote(item["trigger"])
        rest["when"] = When(**self.spanned(item["when"])) if item["when"] else None
        rest["where"] = Where(**self.spanned(item["where"])) if item["where"] else None
        rest["attribution"] = tuple(Said(**self.spanned(s)) for s in item["attribution"])
        rest["sentence"] = self.must(item["sentence"])
        rest["evidence"] = tuple(Evidence(**self.spanned(e)) for e in item.get("evidence", ()))
        return EventMention(**rest)

    def attribution(self, item: dict[str, Any]) -> Attribution:
        source = item["source"]
        return Attribution(
            source=Quote(span=self.must(source["span"], source["text"])), cue=self.quote(item["cue"]),
            content=self.quote(item["content"]), kind=item["kind"], nested_in=item["nested_in"],
        )  # fmt: skip

    def parts(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "events": tuple(self.event(e) for e in data["events"]),
            "agreements": tuple(Agreement(**{**a, "span": self.must(a["span"])}) for a in data["agreements"]),
            "attributions": tuple(self.attribution(a) for a in data["attributions"]),
            "outlook": tuple(Outlook(**self.spanned(o)) for o in data["outlook"]),
            "unknowns": tuple(q for q in map(self.quote, data["unknowns"]) if q),
            "links": tuple(Link(**k) for k in data["links"]),
        }
