"""Agreements, outlook, disagreements, unknowns, documents, sources."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from dragoman.api.asked import Cursor, Words, plain_words
from dragoman.api.list_routes import Parties, Standing, State, differing_name
from dragoman.api.questions import named_key
from dragoman.browsing.paging import sliced
from dragoman.errors import NotFound
from dragoman.export.page import reading_article
from dragoman.model import Reading
from dragoman.resolution.instruments import ORDER
from dragoman.resolution.outlook import scoreboard
from dragoman.web.look import PAGE, Look

router = APIRouter(include_in_schema=False)


def _keys(parties: list[str] | None) -> tuple[str, ...]:
    return tuple(named_key(name) for name in parties or () if plain_words(name))


@router.get("/agreements")
def agreements(
    look: Look,
    party: Parties = None,
    standing: Standing | None = None,
    q: Words = None,
    cursor: Cursor = None,
) -> Response:
    """Agreements with the steps of their lives."""
    keys, words = _keys(party), plain_words(q)
    whole = look.browser.agreements(between=keys, text=words)
    chosen = [a for a in whole if not standing or (a.standing or "unknown") == standing]
    return look.page(
        "agreements.html", found=sliced(chosen, cursor, PAGE, lambda a: a.id), steps=ORDER, keys=keys,
        counts=look.browser.counted(whole, lambda a: a.standing), standing=standing, words=words or "",
        here="agreements", formats="/api/v1/agreements",
    )  # fmt: skip


@router.get("/outlook")
def outlook(
    look: Look, party: Parties = None, state: State | None = None, by: Words = None, cursor: Cursor = None
) -> Response:
    """Plans and predictions, open, fulfilled, changed or lapsed, and who predicts well."""
    keys, name = _keys(party), plain_words(by)
    whole = look.browser.outlook(between=keys, by=name)
    chosen = [item for item in whole if not state or item.state == state]
    found = sliced(chosen, cursor, PAGE, lambda item: item.id)
    briefs = {b.id: b for b in look.browser.briefs([i.event for i in found.items if i.event])}
    board = look.browser.kept("board", lambda _: scoreboard(look.browser.outlook()))
    known = [row for row in board if row["by"] != "(nobody named)"][:12]
    return look.page(
        "outlook.html", found=found, briefs=briefs, counts=look.browser.counted(whole, lambda i: i.state),
        state=state, by=name or "", keys=keys, board=known,
        here="outlook", formats="/api/v1/outlook",
    )  # fmt: skip


@router.get("/disagreements")
def disagreements(look: Look, field: Words = None, cursor: Cursor = None) -> Response:
    """Where the sources of an event differ."""
    whole, name = look.browser.differing(), plain_words(field)
    chosen = [d for d in whole if not name or d.disagreement.field == name]
    found = sliced(chosen, cursor, PAGE, differing_name)
    names = {d.event for d in found.items} | {
        d.disagreement.other for d in found.items if d.disagreement.other
    }
    briefs = {b.id: b for b in look.browser.briefs(sorted(names))}
    told = {t for d in found.items for _, mentions in d.disagreement.values for t in mentions}
    with look.browser.chronicle.store.read() as shelf:
        publishers = {t.id: t.publisher or "a document" for t in shelf.tellings(told).values()}
    return look.page(
        "disagreements.html", found=found, briefs=briefs, field=name, publishers=publishers,
        counts=look.browser.counted(whole, lambda d: d.disagreement.field), here="disagreements",
        formats="/api/v1/disagreements",
    )  # fmt: skip


@router.get("/unknowns")
def unknowns(look: Look, q: Words = None, cursor: Cursor = None) -> Response:
    """What texts say was not disclosed."""
    words = plain_words(q)
    found = look.browser.unknowns(text=words, cursor=cursor, size=PAGE)
    total = look.browser.counts()["unknowns"]
    return look.page(
        "unknowns.html",
        found=found,
        words=words or "",
        total=total,
        here="unknowns",
        formats="/api/v1/unknowns",
    )


@router.get("/documents")
def documents(look: Look, publisher: Words = None, q: Words = None, cursor: Cursor = None) -> Response:
    """The documents of the chronicle."""
    name, words = plain_words(publisher), plain_words(q)
    found = look.browser.documents(publisher=name, text=words, cursor=cursor, size=PAGE)
    return look.page(
        "documents.html", found=found, publisher=name or "", words=words or "", here="sources",
        formats="/api/v1/documents",
    )  # fmt: skip


@router.get("/document/{id}")
def document(look: Look, id: str, reader: Words = None) -> Response:
    """A text with everything read from it, by the newest reader or by another."""
    doc, versions = look.browser.document(id), look.browser.readings(id)
    name = plain_words(reader) or (versions[0][0] if versions else None)
    try:
        reading, events = look.browser.reading(id, name)
    except NotFound:
        if reader:
            raise
        return look.page(
            "document.html", doc=doc, article="", versions=[], name=None, events=[], here="sources"
        )
    briefs = look.browser.briefs(list(dict.fromkeys(events.values())))
    return look.page(
        "document.html", doc=doc, article=_article(reading), versions=versions, name=name,
        events=briefs, here="sources", data=f"/api/v1/documents/{id}",
    )  # fmt: skip


@router.get("/sources")
def sources(look: Look) -> Response:
    """Who reports what, how soon, how often alone or contradicted."""
    return look.page(
        "sources.html", rows=look.browser.sources()[:500], here="sources", formats="/api/v1/sources"
    )


def _article(reading: Reading) -> Markup:
    """The text and its record; `export` escapes what it puts in."""
    return Markup(reading_article(reading, "", None))  # noqa: S704
