"""The questions asked of a store, in SQL: one place for the command line, Python, HTTP and the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, and_, func, literal_column, or_, select

from dragoman.errors import BadDate
from dragoman.model.chronicle import OutlookItem
from dragoman.model.edtf import earliest, latest
from dragoman.store import rows
from dragoman.store import tables as t
from dragoman.store.base import Query
from dragoman.store.shelf import Shelf, slices

_SPAN = 400
_WORDS = re.compile(r'"([^"]+)"|([^\s"]+)')


def first_day(edtf: str) -> int:
    """The first day that a date may mean, as an ordinal; BadDate where it is none."""
    found = earliest(edtf)
    if found is None:
        raise BadDate(f"{edtf!r} is not a date.", hint="Write it as 2024-09-14, 2024-09 or 2024.")
    return found.toordinal()


def last_day(edtf: str) -> int:
    """The last day that a date may mean, as an ordinal; BadDate where it is none."""
    found = latest(edtf)
    if found is None:
        raise BadDate(f"{edtf!r} is not a date.", hint="Write it as 2024-09-14, 2024-09 or 2024.")
    return found.toordinal()


def find(shelf: Shelf, query: Query) -> list[str]:
    """The ids of the events that a query asks for, by day, those of unknown day last."""
    statement = filtered(shelf, query)
    e = t.events.c
    if query.between:
        # the order of the index on pairs, so that a limit ends the search
        statement = statement.order_by(t.event_pairs.c.first_day, t.event_pairs.c.event_id)
    else:
        statement = statement.order_by(e.first_day.asc().nulls_last(), e.id)
    if query.limit is not None:
        statement = statement.limit(query.limit)
    return list(shelf.connection.scalars(statement.offset(query.offset) if query.offset else statement))


def count(shelf: Shelf, query: Query) -> int:
    """How many events a query asks for."""
    inner = filtered(shelf, query).subquery()
    return int(shelf.connection.scalar(select(func.count()).select_from(inner)) or 0)


def filtered(shelf: Shelf, query: Query) -> Select[Any]:
    """The statement that selects the events which a query asks for, in no order."""
    e = t.events.c
    statement = select(e.id)
    begin = first_day(query.since) if query.since else None
    end = last_day(query.until) if query.until else None
    if query.between:
        statement = _between(statement, query.between, begin, end)
    if begin is not None:
        statement = statement.where(e.last_day >= begin)
        if not query.between:
            statement = statement.where(e.first_day >= begin - _SPAN)
    if end is not None:
        statement = statement.where(e.first_day <= end)
    for name in ("type", "mode", "status"):
        value = getattr(query, name)
        if value:
            statement = statement.where(e[name] == value)
    if not query.rejected:
        statement = statement.where(or_(e.verdict.is_(None), e.verdict != "rejected"))
    if query.person:
        chosen = select(t.event_persons.c.event_id).where(t.event_persons.c.person == query.person)
        statement = statement.where(e.id.in_(chosen))
    if query.place:
        same = func.lower(e.place) == query.place.lower()
        statement = statement.where(or_(same, e.place_country == query.place.upper()))
    if query.disputed:
        statement = statement.where(e.id.in_(select(t.disagreements.c.event_id)))
    if query.source:
        statement = statement.where(e.id.in_(_from_source(query.source)))
    if query.text:
        statement = statement.where(e.id.in_(matching(shelf, query.text)))
        if not query.between:  # SQLite would rather take the key, and then read every match for its day
            statement = statement.with_hint(t.events, "INDEXED BY events_by_id", "sqlite")
    return statement


def _between(
    statement: Select[Any], between: tuple[str, ...], begin: int | None, end: int | None
) -> Select[Any]:
    names = sorted(set(between))
    pairs = ["|".join(names[i : i + 2]) for i in range(len(names) - 1)] or names
    p = t.event_pairs.c
    for place, pair in enumerate(pairs):
        where = [p.pair == pair]
        if begin is not None:
            where.append(p.first_day >= begin - _SPAN)
        if end is not None:
            where.append(p.first_day <= end)
        if place == 0:
            statement = statement.join(t.event_pairs, p.event_id == t.events.c.id).where(and_(*where))
        else:
            statement = statement.where(t.events.c.id.in_(select(p.event_id).where(and_(*where))))
    return statement


def _from_source(source: str) -> Select[Any]:
    named = func.lower(t.documents.c.publisher).contains(source.lower(), autoescape=True)
    joined = select(t.mentions.c.event_id).join(t.documents, t.documents.c.id == t.mentions.c.document_id)
    return joined.where(or_(named, t.documents.c.id == source, t.documents.c.url == source))


def matching(shelf: Shelf, text: str) -> Select[Any]:
    """The events of mentions whose sentence, or whose parties' names, hold all words or "phrases"."""
    if shelf.connection.dialect.name == "postgresql":
        # word for word the expression of the index
        body: Any = literal_column("to_tsvector('english', mentions.sentence || ' ' || mentions.names)")
        asked = func.websearch_to_tsquery(literal_column("'english'"), text)
        return select(t.mentions.c.event_id).where(body.bool_op("@@")(asked))
    words = dict.fromkeys((phrase or word).replace('"', "") for phrase, word in _WORDS.findall(text))
    match = " ".join(f'"{word}"' for word in words)
    search: Any = literal_column("search")
    number: Any = literal_column("search.rowid")
    found = select(t.mentions.c.event_id).select_from(_search())
    return found.join(t.mentions, t.mentions.c.number == number).where(search.bool_op("MATCH")(match))


def _search() -> Any:
    from sqlalchemy import table

    return table("search")


def documents(shelf: Shelf, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Title, publisher, date and address of documents."""
    d, made = t.documents.c, {}
    for part in slices(names):
        columns = select(d.id, d.title, d.publisher, d.published, d.url, d.added_at)
        made.update({row["id"]: dict(row) for row in shelf.rows(columns.where(d.id.in_(part)))})
    return made


def sources(shelf: Shelf) -> list[dict[str, Any]]:
    """Every publisher with its documents, copies left out, and the mentions that stand in them."""
    d = t.documents.c
    group = func.coalesce(t.signatures.c.copy_group, d.id)
    owner = t.mentions.c.document_id
    told = select(owner, func.count().label("n")).group_by(owner).subquery()
    statement = (
        select(
            d.publisher, func.count().label("documents"), func.count(group.distinct()).label("independent"),
            func.coalesce(func.sum(told.c.n), 0).label("mentions"), func.min(d.published).label("first"),
            func.max(d.published).label("last"),
        )
        .select_from(t.documents.outerjoin(t.signatures, t.signatures.c.document_id == d.id)
                     .outerjoin(told, told.c.document_id == d.id))
        .group_by(d.publisher).order_by(func.count().desc(), d.publisher)
    )  # fmt: skip
    return [{**row, "mentions": int(row["mentions"])} for row in shelf.rows(statement)]


def links(shelf: Shelf, names: Iterable[str]) -> list[tuple[str, str, str]]:
    """The links (source, target, kind) that texts tell of, between events, one of which is named."""
    one, two = t.mentions.alias("one"), t.mentions.alias("two")
    made: set[tuple[str, str, str]] = set()
    for part in slices(names):
        statement = (
            select(one.c.event_id, two.c.event_id, t.mention_links.c.kind)
            .select_from(t.mention_links.join(one, one.c.id == t.mention_links.c.source)
                         .join(two, two.c.id == t.mention_links.c.target))
        )  # fmt: skip
        for side in (one, two):
            for row in shelf.connection.execute(statement.where(side.c.event_id.in_(part))):
                if row[0] and row[1] and row[0] != row[1]:
                    made.add((row[0], row[1], row[2]))
    return sorted(made)


NearMiss = tuple[str, str, str, str, str, str]


def near_misses(shelf: Shelf, names: Iterable[str] | None = None) -> list[NearMiss]:
    """Pairs of events alike in all but one thing: event, event, mention, mention, field, note."""
    one, two, n = t.mentions.alias("one"), t.mentions.alias("two"), t.near_misses.c
    statement = (
        select(one.c.event_id, two.c.event_id, n.a, n.b, n.field, n.note)
        .select_from(t.near_misses.join(one, one.c.id == n.a).join(two, two.c.id == n.b))
        .where(one.c.event_id != two.c.event_id)
    )  # fmt: skip
    if names is None:
        return sorted({tuple(row) for row in shelf.connection.execute(statement)})
    made: set[Any] = set()
    for part in slices(names):
        where = or_(one.c.event_id.in_(part), two.c.event_id.in_(part))
        made |= {tuple(row) for row in shelf.connection.execute(statement.where(where))}
    return sorted(made)


def outlook(shelf: Shelf) -> list[OutlookItem]:
    """All plans and predictions, by the day on which they were made."""
    o = t.outlook.c
    return [rows.outlook_of(row) for row in shelf.rows(select(t.outlook).order_by(o.made, o.id))]


def agreement_rows(shelf: Shelf) -> list[Any]:
    """All mentions of agreements, with the event that each belongs to and its date."""
    a = t.agreement_mentions
    columns = select(a, t.mentions.c.event_id, t.mentions.c.status.label("told_status"),
                     t.mentions.c.type.label("told_type"), t.mentions.c.edtf.label("told_edtf"))  # fmt: skip
    joined = columns.outerjoin(t.mentions, t.mentions.c.id == a.c.mention_id)
    return shelf.rows(joined.order_by(a.c.published, a.c.id))


def newest_publication(shelf: Shelf) -> str | None:
    """The latest date of publication in the store."""
    found = shelf.connection.scalar(select(func.max(t.documents.c.published)))
    return str(found) if found else None


def counts(shelf: Shelf) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        table.name: int(shelf.connection.scalar(select(func.count()).select_from(table)) or 0)
        for table in t.metadata.sorted_tables
    }
