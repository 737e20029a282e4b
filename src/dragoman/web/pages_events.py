"""Home, lists of events, one event with its decisions, search."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.api.asked import Cursor, Words, plain_words
from dragoman.api.questions import EventQuestion
from dragoman.api.security import desk_of, may_write
from dragoman.api.shapes import client_of
from dragoman.errors import DragomanError, NotFound
from dragoman.resolution.events import CORRECTABLE
from dragoman.resolution.wordlists import plain
from dragoman.web import evidence
from dragoman.web.look import PAGE, Look
from dragoman.web.render import Addresses

router = APIRouter(include_in_schema=False)
Question = Annotated[EventQuestion, Depends()]


@router.get("/")
def home(look: Look) -> Response:
    """What is new, what is ahead, search, and a text to paste."""
    browser = look.browser
    return look.page(
        "home.html", days=browser.latest_days(), ahead=browser.ahead(), counts=browser.counts(), here="home"
    )


@router.get("/events")
def events(look: Look, wanted: Question, cursor: Cursor = None) -> Response:
    """The events that fit all conditions."""
    browser, query = look.browser, wanted.query
    found = browser.events(query, cursor=cursor, size=PAGE, newest=wanted.order == "newest")
    return look.page(
        "events.html", found=found, facets=browser.facets(query), query=query, order=wanted.order,
        here="events", formats="/api/v1/events", q=query.text or "",
    )  # fmt: skip


@router.get("/event/{id}")
def event(look: Look, id: str) -> Response:
    """One event with everything that is said of it."""
    browser = look.browser
    found = browser.event(id)
    others = {end for link in found.links for end in (link.source, link.target)} - {found.id}
    others |= {d.other for d in found.disagreements if d.other}
    briefs = {b.id: b for b in browser.briefs(sorted(others))}
    decisions = evidence.history(found, browser.decisions())
    publishers = {s.telling: s.publisher or s.title or "a document" for s in found.sources}
    return look.page(
        "event.html", event=found, facts=evidence.facts(found), briefs=briefs, history=decisions,
        lit={s.telling: evidence.lit(s, found.statements) for s in found.sources}, publishers=publishers,
        alike=browser.likely_same(found.id) if look.visitor.may("reviewer") else [], fields=CORRECTABLE,
        here="events", data=f"/api/v1/events/{found.id}",
    )  # fmt: skip


@router.post("/event/{id}")
def decide(
    request: Request, id: str, kind: Annotated[str, Form(max_length=20)],
    csrf: Annotated[str, Form(max_length=400)] = "", why: Annotated[str, Form(max_length=2000)] = "",
    with_: Annotated[str, Form(alias="with", max_length=100)] = "",
    mention: Annotated[str, Form(max_length=100)] = "", field: Annotated[str, Form(max_length=40)] = "",
    value: Annotated[str, Form(max_length=2000)] = "", back: Annotated[str, Form(max_length=20)] = "",
) -> Response:  # fmt: skip
    """Append a decision on an event and show what became of it."""
    user, desk = may_write(request, "reviewer", csrf), desk_of(request)
    target, data = id, {}
    if kind == "merge":
        data = {"with": with_.strip()}
    elif kind == "split":
        target = mention or id
    elif kind == "correct":
        data = {"field": field, "value": _value(field, value)}
    made = desk.chronicle.decide(kind, target, who=user.name, why=why.strip(), data=data)
    desk.accounts.note(kind, "done", who=user.name, address=client_of(request), target=target)
    with desk.chronicle.store.read() as shelf:
        now = shelf.events_with([made.target]).get(made.target, id)
    words = {"accept": "Accepted.", "reject": "Rejected.", "merge": "Merged.", "split": "Split.",
             "correct": "Corrected.", "comment": "Comment kept."}  # fmt: skip
    request.session["flash"] = words.get(kind, "Done.")
    return RedirectResponse("/review" if back == "review" else Addresses(request, None)(f"/event/{now}"), 303)


def _value(field: str, value: str) -> Any:
    words = value.strip()
    if field == "topics":
        return [part.strip() for part in words.split(",") if part.strip()]
    return words or None


@router.get("/search")
def search(look: Look, q: Words = None) -> Response:
    """Events, parties, people and documents that some words may mean."""
    words = plain_words(q) or ""
    found = look.browser.search(words) if plain(words) else None
    return look.page("search.html", found=found, q=words, here="search")


@router.get("/relation")
def choose_relation(look: Look, a: Words = None, b: Words = None) -> Response:
    """Choose two parties; goes to their page where both are known."""
    from dragoman.api.questions import named_key
    from dragoman.gazette import slug_of

    one, two, trouble = plain_words(a), plain_words(b), None
    if one and two:
        try:
            left, right = named_key(one), named_key(two)
            known = look.browser.parties()
            for key, name in ((left, one), (right, two)):
                if key not in known and look.browser.gazette.entity(key) is None:
                    raise NotFound(f"nobody called {name} is in the chronicle.")
            address = Addresses(look.request, look.as_of)(f"/relation/{slug_of(left)}/{slug_of(right)}")
            return RedirectResponse(address, 303)
        except DragomanError as error:
            trouble = error.message
    partners = look.browser.partners()
    busiest = sorted(
        ((n, one, two) for one, found in partners.items() for two, n in found if one < two), reverse=True
    )[:24]
    return look.page(
        "relations.html", busiest=busiest, a=one or "", b=two or "", trouble=trouble, here="relations"
    )
