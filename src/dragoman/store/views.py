"""What the pages and the HTTP interface ask of a store: pages of lists, counts, figures for charts.

Lists go by keyset: a page begins after the last row of the page before it, so that its cost does not grow
with the place in the list and rows that come in meanwhile shift nothing. Days are ordinals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, literal_column, or_, select

from dragoman.model.chronicle import Disagreement, Party
from dragoman.store import queries, rows
from dragoman.store import tables as t
from dragoman.store.base import Query
from dragoman.store.shelf import Shelf, slices
from dragoman.store.views_parties import UNKNOWN

Place = tuple[int | None, str]


@dataclass(frozen=True, slots=True)
class Brief:
    """An event as lists show it: its fields, one quotation with its source, how many documents tell it."""

    id: str
    type: str
    mode: str | None
    status: str
    edtf: str | None
    first: int | None
    last: int | None
    assumed: bool
    place: str | None
    place_country: str | None
    geonames: int | None
    topics: tuple[str, ...]
    score: float
    confidence: float
    independent: int
    verdict: str | None
    parties: tuple[Party, ...] = ()
    documents: int = 0
    disputed: bool = False
    document: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    quote: str | None = None
    span: tuple[int, int] | None = None


def revision(shelf: Shelf) -> str:
    """Changes whenever the store does: the newest mention, the newest decision, how many readings."""
    parts = (
        select(func.coalesce(func.max(t.mentions.c.number), 0)).scalar_subquery(),
        select(func.coalesce(func.max(t.decisions.c.number), 0)).scalar_subquery(),
        select(func.count()).select_from(t.readings).scalar_subquery(),
    )
    row = shelf.connection.execute(select(*parts)).one()
    return "-".join(map(str, row))


def page(
    shelf: Shelf, query: Query, *, after: Place | None = None, size: int = 50, newest: bool = True
) -> list[Place]:
    """Up to `size` events (day, id) after a place in the list, by day; those of unknown day come last."""
    base = queries.filtered(shelf, replace(query, limit=None, offset=0))
    if query.between:  # the order of the index on pairs, so that the end of the page ends the search
        day, name, unknown = t.event_pairs.c.first_day, t.event_pairs.c.event_id, UNKNOWN
        known, bare = day < unknown, day >= unknown
    else:
        day, name = t.events.c.first_day, t.events.c.id
        known, bare = day.is_not(None), day.is_(None)
    base = base.with_only_columns(day, name)
    found: list[Place] = []
    if after is None or after[0] is not None:
        dated = base.where(known)
        if after is not None:
            at, last = after
            beyond = day < at if newest else day > at
            edge = day <= at if newest else day >= at
            dated = dated.where(edge, or_(beyond, name > last))
        order = day.desc() if newest else day.asc()
        found += [(row[0], row[1]) for row in _rows(shelf, dated.order_by(order, name).limit(size))]
        after = None
    if len(found) < size:
        undated = base.where(bare)
        if after is not None:
            undated = undated.where(name > after[1])
        rest = undated.order_by(name).limit(size - len(found))
        found += [(None, row[1]) for row in _rows(shelf, rest)]
    return found


def _rows(shelf: Shelf, statement: Any) -> Any:
    return shelf.connection.execute(statement)


def briefs(shelf: Shelf, names: Sequence[str]) -> list[Brief]:
    """Events as lists show them, in the order of the names; unknown names are left out."""
    made: dict[str, Brief] = {}
    for part in slices(names):
        parties = shelf.event_parties(part)
        told = _told(shelf, part)
        disputed = set(
            shelf.connection.scalars(
                select(t.disagreements.c.event_id).where(t.disagreements.c.event_id.in_(part))
            )
        )
        for row in shelf.rows(select(t.events).where(t.events.c.id.in_(part))):
            name = row["id"]
            made[name] = Brief(
                id=name, type=row["type"], mode=row["mode"], status=row["status"], edtf=row["edtf"],
                first=row["first_day"], last=row["last_day"], assumed=bool(row["assumed"]),
                place=row["place"], place_country=row["place_country"], geonames=row["geonames"],
                topics=rows.unpacked(row["topics"]), score=row["score"], confidence=row["confidence"],
                independent=row["sources"], verdict=row["verdict"], parties=parties.get(name, ()),
                disputed=name in disputed, **told.get(name, {}),
            )  # fmt: skip
    return [made[name] for name in names if name in made]


def _told(shelf: Shelf, names: list[str]) -> dict[str, dict[str, Any]]:
    """For each event its earliest telling with the document, and how many documents tell it."""
    m, d = t.mentions.c, t.documents.c
    columns = select(m.event_id, m.document_id, m.sentence, m.sentence_start, m.sentence_end,
                     d.title, d.publisher, d.published, d.url)  # fmt: skip
    joined = columns.join(t.documents, d.id == m.document_id).where(m.event_id.in_(names))
    made: dict[str, dict[str, Any]] = {}
    seen: dict[str, set[str]] = {}
    for row in shelf.rows(joined.order_by(func.coalesce(d.published, "9999"), m.id)):
        name = row["event_id"]
        seen.setdefault(name, set()).add(row["document_id"])
        made.setdefault(name, {
            "document": row["document_id"], "title": row["title"], "publisher": row["publisher"],
            "published": row["published"], "url": row["url"], "quote": row["sentence"],
            "span": (row["sentence_start"], row["sentence_end"]),
        })  # fmt: skip
    for name, documents in seen.items():
        made[name]["documents"] = len(documents)
    return made


def facets(shelf: Shelf, query: Query) -> dict[str, dict[str, int]]:
    """How many events of a question are of each type and of each standing."""
    e = t.events.c
    base = queries.filtered(shelf, replace(query, limit=None, offset=0))
    counted = base.with_only_columns(e.type, e.status, func.count()).group_by(e.type, e.status)
    made: dict[str, dict[str, int]] = {"type": {}, "status": {}}
    for kind, status, number in shelf.connection.execute(counted):
        made["type"][kind] = made["type"].get(kind, 0) + number
        made["status"][status] = made["status"].get(status, 0) + number
    return made


def points(shelf: Shelf, query: Query, most: int) -> list[Any]:
    """The dated events of a question as a chart needs them, by day, at most so many (the newest)."""
    e = t.events.c
    base = queries.filtered(shelf, replace(query, limit=None, offset=0))
    columns = base.with_only_columns(
        e.id, e.type, e.mode, e.status, e.first_day, e.last_day, e.score, e.place, e.assumed
    )
    chosen = columns.where(e.first_day.is_not(None), e.assumed.is_(False))
    found = shelf.rows(chosen.order_by(e.first_day.desc(), e.id).limit(most))
    return list(reversed(found))


def places(shelf: Shelf, query: Query | None = None) -> list[Any]:
    """How many events took place where, by first day's year: geonames, place, country, year, number."""
    e = t.events.c
    base = queries.filtered(shelf, query or Query())
    # 365.2425 days a year; a day at the turn of a year may fall into the one beside it
    year = func.floor((e.first_day - 1) / 365.2425 + 1) if _postgres(shelf) else _year(e.first_day)
    columns = base.with_only_columns(
        e.geonames, e.place, e.place_country, year.label("year"), func.count().label("number")
    )
    chosen = columns.where(
        or_(e.place.is_not(None), e.place_country.is_not(None)), e.first_day.is_not(None),
        e.status.in_(("occurred", "historical")),
    )  # fmt: skip
    return shelf.rows(chosen.group_by(e.geonames, e.place, e.place_country, year))


def _year(day: Any) -> Any:
    from sqlalchemy import Integer, cast

    return cast((day - 1) / 365.2425 + 1, Integer)


def _postgres(shelf: Shelf) -> bool:
    return shelf.connection.dialect.name == "postgresql"


def disagreement_rows(shelf: Shelf) -> list[tuple[str, int | None, Disagreement]]:
    """Where the sources of an event differ: event, its first day, the disagreement; newest first."""
    e = t.events.c
    columns = select(t.disagreements, e.first_day).join(t.events, e.id == t.disagreements.c.event_id)
    chosen = columns.where(or_(e.verdict.is_(None), e.verdict != "rejected"))
    ordered = chosen.order_by(e.first_day.desc().nulls_last(), e.id, t.disagreements.c.field)
    return [(r["event_id"], r["first_day"], rows.disagreement_of(r)) for r in shelf.rows(ordered)]


def queue(shelf: Shelf, size: int, without: Iterable[str] = ()) -> list[str]:
    """The events that nobody has accepted or rejected, least certain first."""
    e = t.events.c
    statement = select(e.id).where(e.verdict.is_(None))
    skipped = sorted(set(without))
    if skipped:
        statement = statement.where(e.id.not_in(skipped[:400]))
    return list(shelf.connection.scalars(statement.order_by(e.confidence, e.id).limit(size)))


def progress(shelf: Shelf) -> dict[str, int]:
    """How many events were accepted, rejected, and are open."""
    e = t.events.c
    found = shelf.connection.execute(select(e.verdict, func.count()).group_by(e.verdict))
    made = {verdict or "open": number for verdict, number in found}
    return {name: made.get(name, 0) for name in ("open", "accepted", "rejected")}


def matching(shelf: Shelf, text: str, size: int) -> list[str]:
    """The events one of whose mentions holds some words, the mentions that came in last first."""
    # SQLite walks its full-text index in this order, and stops
    number = literal_column("search.rowid") if not _postgres(shelf) else t.mentions.c.number
    found = queries.matching(shelf, text).order_by(number.desc()).limit(size * 3)
    return list(dict.fromkeys(name for name in shelf.connection.scalars(found) if name))[:size]


def daily(shelf: Shelf, most: int, until: int) -> list[tuple[int, int]]:
    """The last days on which something happened, with how much, not after a day."""
    e = t.events.c
    chosen = select(e.first_day, func.count()).where(
        e.first_day.is_not(None), e.first_day <= until, e.assumed.is_(False),
        or_(e.verdict.is_(None), e.verdict != "rejected"),
    )  # fmt: skip
    grouped = chosen.group_by(e.first_day).order_by(e.first_day.desc()).limit(most)
    return [(row[0], row[1]) for row in shelf.connection.execute(grouped)]


def likely_same(shelf: Shelf, event: str, most: int = 8) -> list[str]:
    """Other events of the same parties about the same days, which a person may want to merge with it."""
    e = t.events.alias("other")
    this = shelf.rows(select(t.events.c.first_day, t.events.c.type).where(t.events.c.id == event))
    if not this or this[0]["first_day"] is None:
        return []
    day = this[0]["first_day"]
    pair = select(t.event_pairs.c.pair).where(
        t.event_pairs.c.event_id == event, t.event_pairs.c.pair.contains("|")
    )
    near = select(t.event_pairs.c.event_id).where(
        t.event_pairs.c.pair.in_(pair), t.event_pairs.c.first_day.between(day - 7, day + 7),
        t.event_pairs.c.event_id != event,
    )  # fmt: skip
    chosen = select(e.c.id).where(e.c.id.in_(near)).order_by(func.abs(e.c.first_day - day), e.c.id)
    return list(shelf.connection.scalars(chosen.limit(most)))
