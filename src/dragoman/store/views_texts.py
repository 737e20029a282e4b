"""The texts of a store: documents, what they leave unsaid, who published them and how soon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, func, or_, select

from dragoman.store import tables as t
from dragoman.store.shelf import Shelf


def unknown_rows(
    shelf: Shelf, *, text: str | None = None, after: tuple[str, str, int] | None = None, size: int = 50
) -> list[Any]:
    """What texts say was not disclosed, newest publication first."""
    u, d = t.unknowns.c, t.documents.c
    published = func.coalesce(d.published, "")
    columns = select(u.document_id, u.span_start, u.span_end, u.text, d.title, d.publisher, d.published,
                     d.url, published.label("sort"))  # fmt: skip
    statement = columns.join(t.documents, d.id == u.document_id)
    if text:
        statement = statement.where(func.lower(u.text).contains(text.lower(), autoescape=True))
    if after is not None:
        when, name, start = after
        same = and_(
            published == when,
            or_(u.document_id > name, and_(u.document_id == name, u.span_start > start)),
        )
        statement = statement.where(or_(published < when, same))
    ordered = statement.order_by(published.desc(), u.document_id, u.span_start)
    return shelf.rows(ordered.limit(size))


def unknown_sentences(shelf: Shelf, spans: Sequence[tuple[str, int, int]]) -> dict[tuple[str, int], str]:
    """The words around some spans of documents: from 160 characters before to 160 after."""
    made = {}
    for name, start, end in spans:
        cut = func.substr(t.documents.c.text, max(0, start - 160) + 1, end - start + 320)
        text = shelf.connection.scalar(select(cut).where(t.documents.c.id == name))
        made[name, start] = str(text or "")
    return made


def document_rows(
    shelf: Shelf, *, publisher: str | None = None, text: str | None = None,
    after: tuple[str, str] | None = None, size: int = 50,
) -> list[Any]:  # fmt: skip
    """Documents without their texts, newest publication first."""
    d = t.documents.c
    published = func.coalesce(d.published, "")
    columns = select(d.id, d.title, d.publisher, d.published, d.url, d.language, d.added_at,
                     published.label("sort"))  # fmt: skip
    if publisher is not None:
        columns = columns.where(d.publisher == publisher if publisher else d.publisher.is_(None))
    if text:
        columns = columns.where(func.lower(d.title).contains(text.lower(), autoescape=True))
    if after is not None:
        when, name = after
        columns = columns.where(or_(published < when, and_(published == when, d.id > name)))
    return shelf.rows(columns.order_by(published.desc(), d.id).limit(size))


def publisher_rows(shelf: Shelf) -> list[Any]:
    """Each mention's publisher with its event: how soon it was told, by how many, whether sources differ."""
    m, d, e = t.mentions.c, t.documents.c, t.events.c
    disputed = select(t.disagreements.c.event_id).distinct().subquery()
    columns = select(
        d.publisher, d.published, e.first_day, e.last_day, e.sources, e.assumed, e.status,
        disputed.c.event_id.label("disputed"), func.count().label("number"),
    )  # fmt: skip
    joined = columns.select_from(
        t.mentions.join(t.documents, d.id == m.document_id).join(t.events, e.id == m.event_id)
        .outerjoin(disputed, disputed.c.event_id == e.id)
    )  # fmt: skip
    grouped = joined.group_by(
        d.publisher, d.published, e.first_day, e.last_day, e.sources, e.assumed, e.status,
        disputed.c.event_id,
    )  # fmt: skip
    return shelf.rows(grouped)


def reading_notes(shelf: Shelf, document: str) -> list[tuple[str, str]]:
    """The versions of the reader that read a document, and when."""
    r = t.readings.c
    found = select(r.reader, r.read_at).where(r.document_id == document).order_by(r.read_at, r.reader)
    return [(row[0], row[1]) for row in shelf.connection.execute(found)]


def local_events(shelf: Shelf, document: str) -> dict[str, str]:
    """The event of the chronicle for each event (by its id in the reading) of a document."""
    m = t.mentions.c
    found = select(m.local_id, m.event_id).where(m.document_id == document, m.event_id.is_not(None))
    return {row[0]: row[1] for row in shelf.connection.execute(found)}
