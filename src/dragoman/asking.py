"""What can be asked of a chronicle; the same questions serve the command line, Python, HTTP and the web."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dragoman.errors import NotFound, RecordError
from dragoman.following import outlook_items
from dragoman.model.chronicle import (
    AgreementRecord,
    Decision,
    Disagreement,
    Event,
    EventLink,
    OutlookItem,
    Source,
)  # fmt: skip
from dragoman.resolution.choose import Voice
from dragoman.resolution.events import statements_of
from dragoman.resolution.instruments import agreement_records
from dragoman.resolution.outlook import scoreboard
from dragoman.resolution.parties import keys_of
from dragoman.resolution.wordlists import plain
from dragoman.store import Query, Store, queries
from dragoman.store.shelf import Shelf

LONGEST_VISIT = 15
_HELD = frozenset(("CONSULT", "SUPPORT", "AGREE"))


class Events(Sequence[Event]):
    """Events, in order; as a table with `to_pandas`."""

    def __init__(self, items: Sequence[Event]) -> None:
        self._items = tuple(items)

    def __getitem__(self, place: Any) -> Any:
        found = self._items[place]
        return Events(found) if isinstance(place, slice) else found

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Events({len(self)})"

    def rows(self) -> list[dict[str, Any]]:
        """One flat row an event, for tables."""
        return [flat(event) for event in self._items]

    def to_pandas(self) -> Any:
        """The events as a pandas DataFrame (pandas must be installed)."""
        from dragoman.errors import MissingExtra

        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtra(
                "pandas is not installed.", hint='Run: pip install "dragoman[pandas]"'
            ) from error
        return pd.DataFrame(self.rows(), columns=list(COLUMNS))


COLUMNS = ("id", "type", "mode", "status", "when", "place", "country", "actors", "recipients", "topics",
           "score", "sources", "documents", "disagreements", "quote")  # fmt: skip


def flat(event: Event) -> dict[str, Any]:
    """One event as one row of plain values."""

    def shown(side: str) -> str:
        return "; ".join(p.name or p.country or p.text or "?" for p in event.side(side))

    return {
        "id": event.id, "type": event.type, "mode": event.mode, "status": event.status, "when": event.edtf,
        "place": event.place, "country": event.place_country, "actors": shown("actor"),
        "recipients": shown("recipient"), "topics": "; ".join(event.topics), "score": event.score,
        "sources": event.independent, "documents": len({s.document for s in event.sources}),
        "disagreements": "; ".join(d.field for d in event.disagreements),
        "quote": event.sources[0].quote if event.sources else None,
    }  # fmt: skip


class Asking:
    """The questions. `today` (an ordinal) is the day by which plans have lapsed; None: the day it is."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.today: int | None = None

    def events(self, **asked: Any) -> Events:
        """The events of a question, by day. Keywords are those of `dragoman.store.Query`."""
        query = _query(**asked)
        with self.store.read() as shelf:
            return Events(full(shelf, queries.find(shelf, query)))

    def count(self, **asked: Any) -> int:
        """How many events a question has for an answer."""
        query = _query(**asked)
        with self.store.read() as shelf:
            return queries.count(shelf, query)

    def show(self, name: str) -> Event:
        """One event by its id, or by one that it had before a merge; NotFound where there is none."""
        with self.store.read() as shelf:
            event = shelf.events_with([name]).get(name)
            found = full(shelf, [event]) if event else []
        if not found:
            raise NotFound(f"there is no event {name}.", hint="`dragoman events` lists them.")
        return found[0]

    def timeline(self, *parties: str, **more: Any) -> Events:
        """What some parties did with each other, in order of time, as far as its day is known."""
        return Events([e for e in self.events(between=parties, **more) if e.first is not None])

    def agreements(self, *, between: Sequence[str] = (), text: str | None = None) -> list[AgreementRecord]:
        """The agreements, each with the steps of its life."""
        with self.store.read() as shelf:
            records = agreement_records(queries.agreement_rows(shelf))
        wanted = set(between)
        words = plain(text) if text else ""
        return [r for r in records if wanted <= set(r.parties) and words in plain(" ".join(r.titles))]

    def outlook(
        self, *, between: Sequence[str] = (), state: str | None = None, by: str | None = None
    ) -> list[OutlookItem]:
        """Plans and predictions with what became of each."""
        with self.store.read() as shelf:
            made = outlook_items(shelf, self._today())
        if between:
            made = [i for i in made if set(between) <= set(i.countries)]
        if by:
            made = [i for i in made if any(plain(by) in plain(name) for name in i.by)]
        return [i for i in made if state is None or i.state == state]

    def predictors(self) -> list[dict[str, Any]]:
        """Who predicts well: what became of the plans and predictions of each source."""
        return scoreboard(self.outlook())

    def disagreements(self, **more: Any) -> list[tuple[Event, Disagreement]]:
        """Where sources differ: each event with one disagreement, and events alike in all but the day.

        Keywords are those of `events`.
        """
        found = [(e, d) for e in self.events(disputed=True, **more) for d in e.disagreements if not d.other]
        with self.store.read() as shelf:
            names = {n for pair in queries.near_misses(shelf) for n in pair[:2]}
            events = full(shelf, [n for n in queries.find(shelf, _query(**more)) if n in names])
        for event in events:
            found += [(event, d) for d in event.disagreements if d.other and event.id < d.other]
        return found

    def sources(self) -> list[dict[str, Any]]:
        """Every publisher with how much it told, copies counted once."""
        with self.store.read() as shelf:
            return queries.sources(shelf)

    def decisions(self) -> list[Decision]:
        """Every decision, in the order in which they were made."""
        with self.store.read() as shelf:
            return shelf.decisions()

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self.store.read() as shelf:
            return queries.counts(shelf)

    def _today(self) -> int:
        return self.today or datetime.now(UTC).date().toordinal()


def _query(*, between: Sequence[str] = (), person: str | None = None, **more: Any) -> Query:
    unknown = sorted(more.keys() - set(Query.__dataclass_fields__))
    if unknown:
        raise RecordError(f"unknown question {unknown}", hint=f"Known: {sorted(Query.__dataclass_fields__)}.")
    return Query(between=_names(between), person=plain(person) if person else None, **more)


def _names(between: Sequence[str]) -> tuple[str, ...]:
    return (between,) if isinstance(between, str) else tuple(between)


def full(shelf: Shelf, names: Sequence[str]) -> list[Event]:
    """Events with sources, statements, links, disagreements and merges, in the order of the names."""
    bare = shelf.events(names)
    tellings = shelf.tellings({name for event in bare.values() for name in event.tellings})
    about = queries.documents(shelf, {telling.document for telling in tellings.values()})
    groups = shelf.groups(about)
    voices = {name: Voice(group, title) for name, (group, title) in groups.items()}
    several = {n for e in bare.values() if len(e.tellings) > 1 for n in e.tellings}
    likes = sorted(shelf.neighbours(several), key=lambda k: (k.a, k.b))
    links = _links(shelf, bare)
    near = queries.near_misses(shelf, list(bare))
    disputes = _disputes(shelf, list(bare))
    notes: dict[str, list[str]] = {}
    for decision in shelf.decisions():
        if decision.kind == "comment":
            notes.setdefault(decision.target, []).append(f"{decision.who}: {decision.why}")
    made = []
    for name in names:
        event = bare.get(name)
        if event is None:
            continue
        told = [tellings[n] for n in event.tellings]
        told.sort(key=lambda one: (one.published or "9999", one.id))
        sources = tuple(
            Source(one.document, about[one.document]["title"], one.publisher, one.published,
                   about[one.document]["url"], groups[one.document][0], one.id, one.sentence,
                   (one.sentence_start, one.sentence_end))
            for one in told
        )  # fmt: skip
        inside = set(event.tellings)
        made.append(replace(
            event, tellings=tuple(one.id for one in told), sources=sources,
            statements=statements_of(told, voices),
            disagreements=(*disputes.get(name, ()), *_near(name, near)),
            links=tuple(k for k in links if name in (k.source, k.target)),
            merges=tuple(k for k in likes if k.a in inside and k.b in inside),
            comments=tuple(c for one in told for c in notes.get(one.id, ())),
        ))  # fmt: skip
    return made


def _disputes(shelf: Shelf, names: Sequence[str]) -> dict[str, list[Disagreement]]:
    from sqlalchemy import select

    from dragoman.store import rows, tables
    from dragoman.store.shelf import slices

    made: dict[str, list[Disagreement]] = {}
    column = tables.disagreements.c.event_id
    for part in slices(names):
        statement = select(tables.disagreements).where(column.in_(part))
        for row in shelf.rows(statement.order_by(column, tables.disagreements.c.field)):
            made.setdefault(row["event_id"], []).append(rows.disagreement_of(row))
    return made


def _near(name: str, pairs: Sequence[tuple[str, str, str, str, str, str]]) -> list[Disagreement]:
    made: dict[str, Disagreement] = {}
    for one, two, a, b, field, note in pairs:
        if name in (one, two):
            other = two if name == one else one
            made.setdefault(other, Disagreement(field, ((one, (a,)), (two, (b,))), note, other))
    return list(made.values())


def _links(shelf: Shelf, events: dict[str, Event]) -> list[EventLink]:
    """Links that texts tell of, and meetings and signings that lie within a visit."""
    made = [EventLink(a, b, kind, "text") for a, b, kind in queries.links(shelf, list(events))]
    told = {(k.source, k.target) for k in made} | {(k.target, k.source) for k in made}
    for visit, held in _near_visits(shelf, events):
        if (held.id, visit.id) not in told and _holds(visit, held):
            told |= {(held.id, visit.id), (visit.id, held.id)}
            made.append(EventLink(held.id, visit.id, "part_of", "rule: within the days of the visit"))
    return made


def _near_visits(shelf: Shelf, events: dict[str, Event]) -> list[tuple[Event, Event]]:
    """Pairs (visit, other event) of two shared parties about the same days, one of each pair being named."""
    found = []
    others = [e for e in events.values() if not _is_visit(e) and _pairs(e)]
    if others:
        days = [e.first for e in others if e.first is not None]
        pairs = {pair for e in others for pair in _pairs(e)}
        names = shelf.paired(pairs, min(days) - LONGEST_VISIT, max(days) + LONGEST_VISIT, visits=True)
        by_pair: dict[str, list[Event]] = {}
        for visit in shelf.events(names).values():
            for pair in _pairs(visit):
                by_pair.setdefault(pair, []).append(visit)
        found += [(v, e) for e in others for pair in _pairs(e) for v in by_pair.get(pair, ())]
    for visit in filter(_is_visit, events.values()):
        if visit.first is not None and (pairs := set(_pairs(visit))):
            names = shelf.paired(pairs, visit.first - LONGEST_VISIT, visit.first + LONGEST_VISIT)
            found += [(visit, e) for e in shelf.events(names).values()]
    return sorted(found, key=lambda pair: (pair[0].id, pair[1].id))


def _pairs(event: Event) -> list[str]:
    """The pairs of parties under which an event may hold another or be held; none for what cannot."""
    keys = sorted(keys_of(event.parties))
    if event.first is None or event.assumed or event.type not in _HELD or not 2 <= len(keys) <= 4:
        return []
    return ["|".join((a, b)) for i, a in enumerate(keys) for b in keys[i + 1 :]]


def _is_visit(event: Event) -> bool:
    return event.type == "CONSULT" and event.mode == "visit"


def _holds(visit: Event, held: Event) -> bool:
    if not _is_visit(visit) or _is_visit(held) or held.type not in _HELD or held.mode == "phone":
        return False
    if visit.assumed or held.assumed or visit.status != held.status:
        return False
    if visit.first is None or visit.last is None or held.first is None or held.last is None:
        return False
    if visit.last - visit.first > LONGEST_VISIT or not visit.first <= held.first <= held.last <= visit.last:
        return False
    if visit.place_country and held.place_country and visit.place_country != held.place_country:
        return False
    return len(keys_of(visit.parties) & keys_of(held.parties)) > 1
