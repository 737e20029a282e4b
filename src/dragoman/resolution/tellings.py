"""A reading taken apart into what the chronicle keeps: tellings, agreements, outlook, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.model import Actor, Document, EventMention, Reading
from dragoman.model.chronicle import OutlookItem, Party, Telling
from dragoman.model.edtf import earliest, latest
from dragoman.model.ids import content_id
from dragoman.resolution.parties import keys_of
from dragoman.resolution.wordlists import plain

#: days before publication within which an event without a date is taken to lie
RECENT_DAYS = 7
#: days after publication within which a plan without a date is looked for
COMING_DAYS = 60
_LENGTH = 16


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """An instrument as one document names it."""

    id: str
    document: str
    title: str
    start: int
    end: int
    parties: tuple[str, ...]
    edtf: str | None
    scope: tuple[str, ...]
    standing: str | None
    telling: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Parts:
    """What one reading gives the chronicle."""

    tellings: tuple[Telling, ...]
    agreements: tuple[AgreementMention, ...]
    outlook: tuple[OutlookItem, ...]
    links: tuple[tuple[str, str, str], ...]


def parts_of(reading: Reading) -> Parts:
    """Take a reading apart. Ids name the document and the words, not what was concluded from them."""
    doc = reading.document
    names = _names(reading)
    titles: dict[str, list[str]] = {}
    for item in reading.agreements:
        if item.event:
            titles.setdefault(item.event, []).append(item.title)
    states = _states(reading)
    tellings = tuple(
        _telling(doc, event, names[event.id], tuple(titles.get(event.id, ())), states)
        for event in reading.events
    )
    by_local = {t.local: t for t in tellings}
    links = tuple(
        (names[k.source], names[k.target], k.kind)
        for k in reading.links
        if k.source in names and k.target in names
    )
    return Parts(tellings, _agreements(reading, by_local), _outlook(reading, by_local), links)


def _names(reading: Reading) -> dict[str, str]:
    seen: Counter[tuple[int, int]] = Counter()
    made = {}
    for event in reading.events:
        span = event.trigger.span
        place = (span.start, span.end)
        made[event.id] = content_id("e", reading.document.id, *place, seen[place], length=_LENGTH)
        seen[place] += 1
    return made


def _states(reading: Reading) -> dict[str, str]:
    """The states of the people whom a reading names, where some mention tells and no other contradicts."""
    found: dict[str, set[str]] = {}
    actor = reading.document.actor
    if actor is not None and actor.country:
        found.setdefault(plain(actor.name), set()).add(actor.country)
    for event in reading.events:
        for party in (*event.actors, *event.recipients):
            if party.kind == "person" and party.name and party.country:
                found.setdefault(plain(party.name), set()).add(party.country)
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def _telling(
    doc: Document, event: EventMention, name: str, titles: tuple[str, ...], states: Mapping[str, str]
) -> Telling:
    when, where = event.when, event.where
    first, last, assumed = days_of(when.edtf if when else None, doc.published, event.status)
    sides = [("actor", a) for a in event.actors] + [("recipient", a) for a in event.recipients]
    parties = tuple(_party_of(side, a, states) for side, a in sides)
    trigger, sentence = event.trigger.span, event.sentence
    time, place = when.span if when else None, where.span if where else None
    official = any(said.kind == "official" for said in event.attribution)
    return Telling(
        id=name, document=doc.id, local=event.id, type=event.type, mode=event.mode, status=event.status,
        trigger=trigger.text, trigger_start=trigger.start, trigger_end=trigger.end, sentence=sentence.text,
        sentence_start=sentence.start, sentence_end=sentence.end, rule=event.rule,
        confidence=event.confidence, edtf=when.edtf if when else None, when_text=time.text if time else None,
        when_start=time.start if time else None, when_end=time.end if time else None,
        when_basis=when.basis if when else None, first=first, last=last, assumed=assumed,
        place=where.name if where else None, place_country=where.country if where else None,
        geonames=where.geonames if where else None, place_text=place.text if place else None,
        place_start=place.start if place else None, place_end=place.end if place else None,
        topics=event.topics, contexts=event.contexts, tone=event.tone,
        said_by=tuple(s.name or s.text or s.kind for s in event.attribution), official=official,
        agreements=titles, published=doc.published, publisher=doc.publisher, parties=parties,
    )  # fmt: skip


def _party_of(side: Any, actor: Actor, states: Mapping[str, str]) -> Party:
    country, inferred = actor.country, actor.inferred
    if country is None and actor.kind == "person" and (state := states.get(plain(actor.name or ""))):
        country, inferred = state, (*inferred, "country")
    return Party(
        side=side, text=actor.text, start=actor.span.start if actor.span else None,
        end=actor.span.end if actor.span else None, name=actor.name, country=country, sector=actor.sector,
        kind=actor.kind, office=actor.office, holder=actor.holder, inferred=inferred,
    )  # fmt: skip


def days_of(edtf: str | None, published: str | None, status: str) -> tuple[int | None, int | None, bool]:
    """First and last day that an event may mean, and whether they are taken from the publication date."""
    first, last = earliest(edtf), latest(edtf)
    if first and last:
        return first.toordinal(), last.toordinal(), False
    begin, end = earliest(published), latest(published)
    if edtf and (first or last):
        if first and end and end >= first:
            return first.toordinal(), end.toordinal(), True
        return None, None, True
    if begin is None or end is None or status == "historical" or (end - begin).days > 31:
        return None, None, True
    if edtf and edtf.startswith("XXXX"):
        return end.toordinal() - 365, end.toordinal(), True
    if status in ("planned", "anticipated", "possible"):
        return begin.toordinal(), end.toordinal() + COMING_DAYS, True
    return begin.toordinal() - RECENT_DAYS, end.toordinal(), True


def _agreements(reading: Reading, tellings: dict[str, Telling]) -> tuple[AgreementMention, ...]:
    doc = reading.document
    made = {}
    for item in reading.agreements:
        span = item.span
        telling = tellings.get(item.event) if item.event else None
        parties = item.parties or (tuple(sorted(keys_of(telling.parties))) if telling else ())
        name = content_id("a", doc.id, span.start, span.end, length=_LENGTH)
        made[name] = AgreementMention(
            id=name, document=doc.id, title=item.title, start=span.start, end=span.end, parties=parties,
            edtf=item.when or (telling.edtf if telling else None), scope=item.scope, standing=item.standing,
            telling=telling.id if telling else None, published=doc.published,
        )  # fmt: skip
    return tuple(made.values())


def _outlook(reading: Reading, tellings: dict[str, Telling]) -> tuple[OutlookItem, ...]:
    doc = reading.document
    made: dict[str, OutlookItem] = {}
    told = set()
    for item in reading.outlook:
        telling = tellings.get(item.event) if item.event else None
        told.add(item.event)
        _put(made, _item(doc, telling, item.span.text, (item.span.start, item.span.end), item.by,
                         item.topics, item.horizon))  # fmt: skip
    for local, telling in tellings.items():
        if local not in told and telling.status in ("planned", "anticipated", "possible"):
            span = (telling.sentence_start, telling.sentence_end)
            _put(made, _item(doc, telling, telling.sentence, span, telling.said_by, telling.topics, None))
    return tuple(made.values())


def _put(made: dict[str, OutlookItem], item: OutlookItem) -> None:
    made.setdefault(item.id, item)


def _item(
    doc: Document, telling: Telling | None, text: str, span: tuple[int, int], by: tuple[str, ...],
    topics: tuple[str, ...], horizon: str | None,
) -> OutlookItem:  # fmt: skip
    until = horizon or (telling.edtf if telling else None)
    first, last, _ = days_of(until, doc.published, "planned")
    countries = tuple(sorted(keys_of(telling.parties))) if telling else ()
    planned = telling is not None and telling.status == "planned"
    name = content_id("o", doc.id, *span, telling.id if telling else None, length=_LENGTH)
    return OutlookItem(
        id=name, document=doc.id, kind="plan" if planned else "prediction", text=text, span=span, by=by,
        topics=topics or (telling.topics if telling else ()), made=doc.published, horizon=until,
        first=first, last=last, type=telling.type if telling else None, countries=countries,
        telling=telling.id if telling else None,
    )  # fmt: skip
