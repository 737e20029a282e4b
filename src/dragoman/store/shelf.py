"""One transaction on a store: what is written in it, and the rows that resolution asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model import Document, ImpliedActor, Reading
from dragoman.model.chronicle import Decision, Event, Likeness, OutlookItem, Party, Telling
from dragoman.store import rows
from dragoman.store import tables as t

_SLICE = 400


def slices(names: Iterable[str]) -> Iterator[list[str]]:
    """The names in portions that a statement can take."""
    items = sorted(set(names))
    for start in range(0, len(items), _SLICE):
        yield items[start : start + _SLICE]


class Shelf:
    """What can be done within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, statement: Any) -> list[Any]:
        """All rows of a statement, as mappings."""
        return list(self.connection.execute(statement).mappings())

    def put(self, table: Table, values: Sequence[dict[str, Any]], *, quietly: bool = False) -> None:
        """Insert rows; `quietly` leaves alone those that are there."""
        if not values:
            return
        statement: Any = insert(table)
        if quietly:
            kind = postgresql if self.connection.dialect.name == "postgresql" else sqlite
            statement = kind.insert(table).on_conflict_do_nothing()
        self.connection.execute(statement, list(values))

    # documents and readings: kept for good

    def document(self, name: str) -> Document | None:
        """The document of that id."""
        found = self.rows(select(t.documents).where(t.documents.c.id == name))
        return _document(found[0]) if found else None

    def put_document(self, doc: Document, at: str) -> None:
        """Keep a document."""
        self.put(t.documents, [{
            "id": doc.id, "title": doc.title, "published": doc.published, "publisher": doc.publisher,
            "url": doc.url, "language": doc.language, "text": doc.text,
            "actor_name": doc.actor.name if doc.actor else None,
            "actor_country": doc.actor.country if doc.actor else None, "added_at": at,
        }])  # fmt: skip

    def put_reading(self, reading: Reading, at: str) -> None:
        """Keep a reading beside the ones that other versions made."""
        record = reading.to_dict()
        del record["document"]
        text = json.dumps(record, ensure_ascii=True, separators=(",", ":"))
        name = reading.document.id
        self.put(t.readings, [{"document_id": name, "reader": reading.reader, "read_at": at, "record": text}])

    def readers(self, documents: Iterable[str]) -> dict[str, list[str]]:
        """The versions of the reader that have read each document."""
        made: dict[str, list[str]] = {}
        for part in slices(documents):
            columns = select(t.readings.c.document_id, t.readings.c.reader)
            for row in self.rows(columns.where(t.readings.c.document_id.in_(part))):
                made.setdefault(row["document_id"], []).append(row["reader"])
        return made

    def reading(self, document: str, reader: str) -> Reading | None:
        """A reading as it was kept."""
        doc = self.document(document)
        where = (t.readings.c.document_id == document) & (t.readings.c.reader == reader)
        found = self.rows(select(t.readings.c.record).where(where))
        if doc is None or not found:
            return None
        from dragoman.model.contract import from_contract

        record = json.loads(found[0]["record"])
        return from_contract({**record, "document": _plain(doc)})

    def tidy(self) -> None:
        """Put full-text search in order after many changes."""
        if self.connection.dialect.name == "sqlite":
            self.connection.exec_driver_sql("INSERT INTO search(search) VALUES ('optimize')")

    def document_ids(self) -> list[str]:
        """The ids of all documents, in order."""
        return list(self.connection.scalars(select(t.documents.c.id).order_by(t.documents.c.id)))

    def history(self) -> Iterator[tuple[str, str | None, str, dict[str, str]]]:
        """Each document: id, publication date, when it was added, and when each reader read it."""
        d = t.documents.c
        versions: dict[str, dict[str, str]] = {}
        for row in self.rows(select(t.readings.c.document_id, t.readings.c.reader, t.readings.c.read_at)):
            versions.setdefault(row["document_id"], {})[row["reader"]] = row["read_at"]
        for row in self.rows(select(d.id, d.published, d.added_at).order_by(d.id)):
            yield row["id"], row["published"], row["added_at"], versions.get(row["id"], {})

    # decisions: kept for good

    def put_decision(self, item: Decision) -> None:
        """Append a decision."""
        data = json.dumps(item.data, ensure_ascii=False, sort_keys=True)
        self.put(t.decisions, [{
            "id": item.id, "kind": item.kind, "target": item.target, "who": item.who, "why": item.why,
            "at": item.at, "data": data,
        }])  # fmt: skip

    def decisions(self) -> list[Decision]:
        """All decisions in the order in which they were made."""
        found = self.rows(select(t.decisions).order_by(t.decisions.c.number))
        return [rows.decision_of(row) for row in found]

    # tellings

    def put_tellings(self, tellings: Sequence[Telling], keys: Sequence[tuple[str, str, int, int]]) -> None:
        """Keep tellings with the keys (key, telling, first day, last day) by which they are found."""
        self.put(t.mentions, [rows.telling_row(item) for item in tellings])
        parties = [
            rows.party_row("mention_id", item.id, place, party)
            for item in tellings
            for place, party in enumerate(item.parties)
        ]
        self.put(t.mention_parties, parties)
        names = ("key", "mention_id", "first_day", "last_day")
        self.put(t.mention_keys, [dict(zip(names, key, strict=True)) for key in keys])

    def tellings(self, names: Iterable[str]) -> dict[str, Telling]:
        """Tellings by id."""
        made: dict[str, Telling] = {}
        for part in slices(names):
            parties = self._parties(t.mention_parties, t.mention_parties.c.mention_id, part)
            columns = select(t.mentions, t.documents.c.published, t.documents.c.publisher)
            joined = columns.join(t.documents, t.documents.c.id == t.mentions.c.document_id)
            for row in self.rows(joined.where(t.mentions.c.id.in_(part))):
                made[row["id"]] = rows.telling_of(row, parties.get(row["id"], ()))
        return made

    def _parties(self, table: Table, owner: Any, names: list[str]) -> dict[str, tuple[Party, ...]]:
        made: dict[str, list[Party]] = {}
        for row in self.rows(select(table).where(owner.in_(names)).order_by(owner, table.c.position)):
            made.setdefault(row[owner.name], []).append(rows.party_of(row))
        return {name: tuple(parties) for name, parties in made.items()}

    def tellings_of_document(self, document: str) -> list[str]:
        """The ids of a document's tellings."""
        chosen = select(t.mentions.c.id).where(t.mentions.c.document_id == document)
        return list(self.connection.scalars(chosen))

    def candidates(self, keys: Sequence[str], first: int, last: int) -> set[str]:
        """Tellings with one of the keys that may lie within the days."""
        found: set[str] = set()
        for part in slices(keys):
            where = t.mention_keys.c.key.in_(part) & (t.mention_keys.c.first_day <= last)
            chosen = select(t.mention_keys.c.mention_id).where(where & (t.mention_keys.c.last_day >= first))
            found.update(self.connection.scalars(chosen))
        return found

    def neighbours(self, names: Iterable[str]) -> list[Likeness]:
        """The likenesses that touch some tellings."""
        made = {}
        for part in slices(names):
            where = or_(t.likenesses.c.a.in_(part), t.likenesses.c.b.in_(part))
            for row in self.rows(select(t.likenesses).where(where)):
                made[row["a"], row["b"]] = rows.likeness_of(row)
        return list(made.values())

    def put_likenesses(self, items: Sequence[Likeness]) -> None:
        """Keep likenesses."""
        self.put(t.likenesses, [rows.likeness_row(item) for item in items], quietly=True)

    def put_near_misses(self, items: Sequence[tuple[str, str, str, str]]) -> None:
        """Keep pairs (a, b, field, note) of tellings alike in all but one thing."""
        names = ("a", "b", "field", "note")
        self.put(t.near_misses, [dict(zip(names, item, strict=True)) for item in items], quietly=True)

    def remove(self, table: Table, column: Any, names: Iterable[str]) -> None:
        """Delete the rows whose column is one of the names."""
        for part in slices(names):
            self.connection.execute(delete(table).where(column.in_(part)))

    # events

    def events_with(self, tellings: Iterable[str]) -> dict[str, str]:
        """The event of each telling that has one."""
        made: dict[str, str] = {}
        for part in slices(tellings):
            columns = select(t.mentions.c.id, t.mentions.c.event_id)
            for row in self.rows(columns.where(t.mentions.c.id.in_(part))):
                if row["event_id"]:
                    made[row["id"]] = row["event_id"]
        return made

    def members(self, events: Iterable[str]) -> dict[str, list[str]]:
        """The tellings of each event."""
        made: dict[str, list[str]] = {}
        for part in slices(events):
            columns = select(t.mentions.c.id, t.mentions.c.event_id).order_by(t.mentions.c.id)
            for row in self.rows(columns.where(t.mentions.c.event_id.in_(part))):
                made.setdefault(row["event_id"], []).append(row["id"])
        return made

    def put_events(self, items: Sequence[Event], persons: Sequence[tuple[str, int, str]],
                   pairs: Sequence[tuple[str, int, str]]) -> None:  # fmt: skip
        """Keep events and the keys (person or pair, first day, event) by which they are found."""
        self.put(t.events, [rows.event_row(item) for item in items])
        self.put(t.event_parties, [
            rows.party_row("event_id", item.id, place, party)
            for item in items for place, party in enumerate(item.parties)
        ])  # fmt: skip
        for table, name, keys in ((t.event_persons, "person", persons), (t.event_pairs, "pair", pairs)):
            names = (name, "first_day", "event_id")
            self.put(table, [dict(zip(names, key, strict=True)) for key in keys])
        self.put(t.disagreements, [rows.disagreement_row(e.id, d) for e in items for d in e.disagreements])
        told = [{"event": item.id, "name": name} for item in items for name in item.tellings]
        if told:
            from sqlalchemy import bindparam

            place = update(t.mentions).where(t.mentions.c.id == bindparam("name"))
            self.connection.execute(place.values(event_id=bindparam("event")), told)

    def events(self, names: Iterable[str]) -> dict[str, Event]:
        """Events by id, without sources and statements."""
        made: dict[str, Event] = {}
        for part in slices(names):
            parties = self._parties(t.event_parties, t.event_parties.c.event_id, part)
            members = self.members(part)
            for row in self.rows(select(t.events).where(t.events.c.id.in_(part))):
                name = row["id"]
                made[name] = rows.event_of(row, parties.get(name, ()), tuple(members.get(name, ())))
        return made

    def paired(self, pairs: Iterable[str], first: int, last: int, *, visits: bool = False) -> list[str]:
        """Events (or visits alone) of one of the pairs of parties that begin within the days."""
        found: set[str] = set()
        p, e = t.event_pairs.c, t.events.c
        for part in slices(pairs):
            chosen = select(p.event_id).where(p.pair.in_(part) & p.first_day.between(first, last))
            if visits:
                chosen = chosen.join(t.events, e.id == p.event_id).where(e.mode == "visit")
            found.update(self.connection.scalars(chosen))
        return sorted(found)

    def event_parties(self, names: list[str]) -> dict[str, tuple[Party, ...]]:
        """The parties of some events, at most as many as a statement can take."""
        return self._parties(t.event_parties, t.event_parties.c.event_id, names)

    # what else a reading gives

    def put_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Keep links (source, target, kind) between tellings."""
        names = ("source", "target", "kind")
        self.put(t.mention_links, [dict(zip(names, k, strict=True)) for k in links], quietly=True)

    def put_outlook(self, items: Sequence[OutlookItem]) -> None:
        """Keep plans and predictions."""
        self.put(t.outlook, [rows.outlook_row(item) for item in items])

    # copies

    def sharing_band(self, bands: Sequence[str]) -> dict[str, str]:
        """The signatures of the documents that share a band."""
        chosen = select(t.signature_bands.c.document_id).where(t.signature_bands.c.band.in_(bands))
        found = select(t.signatures.c.document_id, t.signatures.c.words)
        return {
            row["document_id"]: row["words"]
            for row in self.rows(found.where(t.signatures.c.document_id.in_(chosen)))
        }

    def groups(self, documents: Iterable[str]) -> dict[str, tuple[str, str | None]]:
        """The group of copies and the title of each document."""
        made: dict[str, tuple[str, str | None]] = {}
        for part in slices(documents):
            columns = select(t.documents.c.id, t.documents.c.title, t.signatures.c.copy_group)
            joined = columns.outerjoin(t.signatures, t.signatures.c.document_id == t.documents.c.id)
            for row in self.rows(joined.where(t.documents.c.id.in_(part))):
                made[row["id"]] = (row["copy_group"] or row["id"], row["title"])
        return made

    def regroup_copies(self, groups: Iterable[str], name: str) -> list[str]:
        """Give the documents of some groups one name; those whose group changed."""
        changed: list[str] = []
        for part in slices(groups):
            where = t.signatures.c.copy_group.in_(part) & (t.signatures.c.copy_group != name)
            changed += self.connection.scalars(select(t.signatures.c.document_id).where(where))
            self.connection.execute(update(t.signatures).where(where).values(copy_group=name))
        return changed


def _document(row: Any) -> Document:
    actor = ImpliedActor(name=row["actor_name"], country=row["actor_country"]) if row["actor_name"] else None
    return Document(
        id=row["id"], text=row["text"], title=row["title"], published=row["published"],
        publisher=row["publisher"], url=row["url"], language=row["language"], actor=actor,
    )  # fmt: skip


def _plain(doc: Document) -> dict[str, Any]:
    return {
        "id": doc.id, "title": doc.title, "published": doc.published, "url": doc.url,
        "publisher": doc.publisher, "language": doc.language, "text": doc.text,
        "actor": doc.actor.model_dump() if doc.actor else None,
    }  # fmt: skip
