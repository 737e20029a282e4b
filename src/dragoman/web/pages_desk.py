"""What people do: read a text, review, sign in and out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from markupsafe import Markup

from dragoman.api.asked import Words, plain_words
from dragoman.api.security import check_form, desk_of, may_read, may_write, sign_in, sign_out
from dragoman.api.shapes import client_of, json_bytes
from dragoman.browsing import review as figures
from dragoman.browsing.browser import Browser
from dragoman.errors import DragomanError, NotSignedIn
from dragoman.export.page import reading_article
from dragoman.intake.files import MAX_CHARACTERS
from dragoman.model import Reading
from dragoman.model.chronicle import Event
from dragoman.resolution.events import CORRECTABLE
from dragoman.store import views
from dragoman.store.shelf import Shelf
from dragoman.web import evidence
from dragoman.web.look import Look
from dragoman.web.render import Addresses, page

router = APIRouter(include_in_schema=False)
Short = Annotated[str, Form(max_length=2000)]


@router.post("/read")
def read(
    request: Request, text: Annotated[str, Form(max_length=MAX_CHARACTERS + 20_000)] = "", url: Short = "",
    title: Short = "", published: Short = "", publisher: Short = "", keep: Short = "", csrf: Short = "",
) -> Response:  # fmt: skip
    """Read a text and show what was read; kept only where somebody who may do so asks for that."""
    desk, visitor = desk_of(request), may_read(request)
    check_form(request, csrf)
    if keep or (url.strip() and not text.strip()):
        # keeping changes the record, and fetching acts for the server: neither is for everybody
        may_write(request, "reviewer", csrf)
    given = {"text": text, "url": url, "title": title, "published": published, "publisher": publisher}
    try:
        doc = desk.document(**{**given, "url": url.strip() or None})
        reading = desk.read(doc)
    except DragomanError as error:
        return page(
            request,
            "read.html",
            status=422,
            reading=None,
            article="",
            given=given,
            trouble=error,
            here="home",
        )
    if keep:
        new = desk.chronicle.add_reading(reading)
        who = visitor.user.name if visitor.user else None
        outcome = "kept" if new else "known"
        desk.accounts.note("document", outcome, who=who, address=client_of(request), target=doc.id)
        request.session["flash"] = "Kept." if new else "This text is in the chronicle already."
        return RedirectResponse(Addresses(request, None)(f"/document/{doc.id}"), 303)
    return page(
        request, "read.html", reading=reading, article=_article(reading), given=given,
        trouble=None, here="home",
    )  # fmt: skip


@router.get("/read")
def read_form(look: Look) -> Response:
    """The form for a text."""
    return look.page("read.html", reading=None, article="", given={}, trouble=None, here="home")


def progress(browser: Browser) -> dict[str, object]:
    """How far the review is, and how far reviewers agree."""

    def make(shelf: Shelf) -> dict[str, object]:
        decisions = shelf.decisions()
        event_of = shelf.events_with(d.target for d in decisions)
        said = figures.verdicts(decisions, event_of)
        return {"counts": views.progress(shelf), "agreement": figures.agreement(said), "said": said}

    return browser.kept("progress", make)


@router.get("/review")
def review(look: Look, skip: Words = None, second: bool = False) -> Response:
    """The least certain event that nobody has judged, or that another person has judged."""
    browser, user = look.browser, look.visitor.user
    skipped = [name for name in (plain_words(skip) or "").split(",") if name][-60:]
    known = progress(browser)
    said = known["said"]
    if second and user and isinstance(said, dict):
        names = [n for n in sorted(said) if user.name not in said[n] and n not in skipped][:1]
    else:
        with browser.chronicle.store.read() as shelf:
            names = views.queue(shelf, 1, skipped)
    event: Event | None = browser.event(names[0]) if names else None
    values: dict[str, object] = {}
    if event is not None:
        values = {
            "facts": evidence.facts(event), "fields": CORRECTABLE,
            "lit": {s.telling: evidence.lit(s, event.statements) for s in event.sources},
            "publishers": {s.telling: s.publisher or s.title or "a document" for s in event.sources},
            "after": ",".join([*skipped, event.id])[-1500:],
        }  # fmt: skip
    return look.page("review.html", event=event, known=known, second=second, here="review", **values)


@router.get("/review/gold.jsonl")
def gold(look: Look) -> Response:
    """The passages all of whose events were decided, as gold data, one JSON object a line."""
    return StreamingResponse(
        _gold(look.browser), media_type="application/jsonl",
        headers={
            "Content-Disposition": 'attachment; filename="gold.jsonl"', "Cache-Control": "private, no-cache",
        },
    )  # fmt: skip


def _gold(browser: Browser) -> Iterator[bytes]:
    with browser.chronicle.store.read() as shelf:
        decided = shelf.events_with(d.target for d in shelf.decisions())
        told = [t for members in shelf.members(set(decided.values())).values() for t in members]
        documents = sorted({t.document for t in shelf.tellings(told).values()})
        for name in documents:
            doc = shelf.document(name)
            if doc is None:
                continue
            tellings = sorted(
                shelf.tellings(shelf.tellings_of_document(name)).values(), key=lambda t: t.trigger_start
            )
            event_of = shelf.events_with(t.id for t in tellings)
            events = shelf.events(event_of.values())
            for line in figures.gold_lines([doc], {name: tellings}, events, event_of):
                yield json_bytes(line) + b"\n"


@router.get("/login")
def login_form(request: Request, to: Words = None) -> Response:
    """The form to sign in."""
    return page(request, "login.html", to=_inside(to), trouble=None, name="", here="login")


@router.post("/login")
def login(
    request: Request, name: Short = "", password: Short = "", to: Short = "", csrf: Short = ""
) -> Response:
    """Sign in."""
    check_form(request, csrf)
    try:
        sign_in(request, name.strip(), password)
    except NotSignedIn as error:
        return page(
            request, "login.html", status=401, to=_inside(to), trouble=error.message, name=name, here="login"
        )
    return RedirectResponse(_inside(to), 303)


@router.post("/logout")
def logout(request: Request, csrf: Short = "") -> Response:
    """Sign out."""
    check_form(request, csrf)
    sign_out(request)
    return RedirectResponse("/", 303)


def _inside(to: str | None) -> str:
    """An address within these pages, the first one where another is given."""
    good = (
        to and to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and "\\" not in to
    )
    return str(to) if good else "/"


def _article(reading: Reading) -> Markup:
    """The text and its record; `export` escapes what it puts in."""
    return Markup(reading_article(reading, "", None))  # noqa: S704
