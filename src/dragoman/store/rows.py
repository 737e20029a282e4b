"""Records to rows and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.model.chronicle import Decision, Disagreement, Event, Likeness, OutlookItem, Party, Telling

Row = dict[str, Any]
_TELLING = {
    "id": "id", "document": "document_id", "local": "local_id", "type": "type", "mode": "mode",
    "status": "status", "edtf": "edtf", "when_text": "when_text", "when_start": "when_start",
    "when_end": "when_end", "when_basis": "when_basis", "first": "first_day", "last": "last_day",
    "assumed": "assumed", "place": "place", "place_country": "place_country", "geonames": "geonames",
    "place_text": "place_text", "place_start": "place_start", "place_end": "place_end",
    "trigger": "trigger_text", "trigger_start": "trigger_start", "trigger_end": "trigger_end",
    "sentence": "sentence", "sentence_start": "sentence_start", "sentence_end": "sentence_end",
    "official": "official", "rule": "rule", "confidence": "confidence",
}  # fmt: skip
_LISTS = ("topics", "contexts", "tone", "said_by", "agreements")
_PARTY = ("side", "text", "name", "country", "sector", "kind", "office", "holder")


def packed(values: Iterable[Any]) -> str | None:
    """A list as JSON; None where it is empty."""
    items = list(values)
    return json.dumps(items, ensure_ascii=False) if items else None


def unpacked(text: str | None) -> tuple[Any, ...]:
    """The list behind a JSON text."""
    return tuple(json.loads(text)) if text else ()


def telling_row(telling: Telling) -> Row:
    """The row of `mentions`."""
    row = {column: getattr(telling, name) for name, column in _TELLING.items()}
    row |= {name: packed(getattr(telling, name)) for name in _LISTS}
    names = [value for p in telling.parties for value in (p.name, p.office, p.holder, p.country) if value]
    return row | {"names": " ".join(dict.fromkeys(names))}


def telling_of(row: Mapping[str, Any], parties: tuple[Party, ...]) -> Telling:
    """A telling from its row, with `published` and `publisher` of its document in it."""
    values = {name: row[column] for name, column in _TELLING.items()}
    values |= {name: unpacked(row[name]) for name in _LISTS}
    values["assumed"], values["official"] = bool(values["assumed"]), bool(values["official"])
    return Telling(published=row["published"], publisher=row["publisher"], parties=parties, **values)


def party_row(owner: str, name: str, position: int, party: Party) -> Row:
    """The row of a party of a mention or an event."""
    row = {column: getattr(party, column) for column in _PARTY}
    more = {"span_start": party.start, "span_end": party.end, "inferred": packed(party.inferred)}
    return {owner: name, "position": position, **row, **more}


def party_of(row: Mapping[str, Any]) -> Party:
    """A party from its row."""
    values = {column: row[column] for column in _PARTY}
    return Party(start=row["span_start"], end=row["span_end"], inferred=unpacked(row["inferred"]), **values)


def event_row(event: Event) -> Row:
    """The row of `events`."""
    same = ("id", "type", "mode", "status", "edtf", "assumed", "place", "place_country", "geonames",
            "score", "confidence", "verdict")  # fmt: skip
    row = {name: getattr(event, name) for name in same}
    row |= {"first_day": event.first, "last_day": event.last, "sources": event.independent}
    return row | {name: packed(getattr(event, name)) for name in ("topics", "contexts", "tone")}


def event_of(row: Mapping[str, Any], parties: tuple[Party, ...], tellings: tuple[str, ...]) -> Event:
    """An event from its row, without sources and statements."""
    return Event(
        id=row["id"], type=row["type"], mode=row["mode"], status=row["status"], edtf=row["edtf"],
        first=row["first_day"], last=row["last_day"], assumed=bool(row["assumed"]), place=row["place"],
        place_country=row["place_country"], geonames=row["geonames"], parties=parties,
        topics=unpacked(row["topics"]), contexts=unpacked(row["contexts"]), tone=unpacked(row["tone"]),
        score=row["score"], confidence=row["confidence"], independent=row["sources"], tellings=tellings,
        verdict=row["verdict"],
    )  # fmt: skip


def disagreement_row(event: str, item: Disagreement) -> Row:
    """The row of a disagreement."""
    values = json.dumps([[v, list(ids)] for v, ids in item.values], ensure_ascii=False)
    return {"event_id": event, "field": item.field, "mention_values": values, "note": item.note}


def disagreement_of(row: Mapping[str, Any]) -> Disagreement:
    """A disagreement from its row."""
    values = tuple((v, tuple(ids)) for v, ids in json.loads(row["mention_values"]))
    return Disagreement(row["field"], values, row["note"])


def likeness_row(item: Likeness) -> Row:
    """The row of a likeness."""
    return {"a": item.a, "b": item.b, "score": item.score, "reasons": packed(item.reasons) or "[]"}


def likeness_of(row: Mapping[str, Any]) -> Likeness:
    """A likeness from its row."""
    return Likeness(row["a"], row["b"], row["score"], unpacked(row["reasons"]))


def outlook_row(item: OutlookItem) -> Row:
    """The row of an item of the outlook."""
    row = {name: getattr(item, name) for name in ("id", "kind", "text", "made", "horizon", "type")}
    return row | {
        "document_id": item.document, "span_start": item.span[0], "span_end": item.span[1],
        "said_by": packed(item.by), "topics": packed(item.topics), "first_day": item.first,
        "last_day": item.last, "countries": packed(item.countries),
        "mention_id": item.telling,
    }  # fmt: skip


def outlook_of(row: Mapping[str, Any]) -> OutlookItem:
    """An item of the outlook from its row."""
    return OutlookItem(
        id=row["id"], document=row["document_id"], kind=row["kind"], text=row["text"],
        span=(row["span_start"], row["span_end"]), by=unpacked(row["said_by"]),
        topics=unpacked(row["topics"]), made=row["made"], horizon=row["horizon"], first=row["first_day"],
        last=row["last_day"], type=row["type"], countries=unpacked(row["countries"]),
        telling=row["mention_id"],
    )  # fmt: skip


def decision_of(row: Mapping[str, Any]) -> Decision:
    """A decision from its row."""
    return Decision(
        row["id"], row["kind"], row["target"], row["who"], row["why"], row["at"], json.loads(row["data"])
    )
