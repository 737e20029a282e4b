"""States, bodies, people, offices, relations, the map."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from dragoman.api.asked import Cursor, Words, plain_words
from dragoman.api.questions import EventQuestion, named_key
from dragoman.browsing import actors as looked
from dragoman.browsing.paging import sliced
from dragoman.errors import InputError, NotFound
from dragoman.gazette import slug_of
from dragoman.resolution.wordlists import plain
from dragoman.store import Query
from dragoman.web import drawings
from dragoman.web.look import PAGE, Look

router = APIRouter(include_in_schema=False)
Question = Annotated[EventQuestion, Depends()]


@router.get("/actors")
def actors(look: Look, q: Words = None, cursor: Cursor = None) -> Response:
    """All states, bodies and groups of the chronicle."""
    browser, words = look.browser, plain(plain_words(q) or "")
    rows = sorted(
        ((key, *value) for key, value in browser.parties().items() if "|" not in key),
        key=lambda row: (-row[1], row[0]),
    )
    found = [row for row in rows if words in plain(browser.gazette.name(row[0])) or words == row[0].lower()]
    people = browser.people(words)
    return look.page(
        "actors.html", found=sliced(found, cursor, 60, lambda row: row[0]), people=people, words=q or "",
        here="actors", formats="/api/v1/actors",
    )  # fmt: skip


@router.get("/actor/{slug}")
def actor(look: Look, slug: str) -> Response:
    """A state or body: who it is, what it does, with whom, where."""
    browser, key = look.browser, named_key(slug)
    known = looked.actor(browser, key)
    until = date.fromordinal(browser.newest()).isoformat()
    found = browser.events(Query(between=(key,), until=until), size=12)
    return look.page(
        "actor.html", actor=known, found=found, nodes=drawings.network(known["partners"]), here="actors",
        data=f"/api/v1/actors/{known['slug']}",
    )  # fmt: skip


@router.get("/person/{name}")
def person(look: Look, name: str) -> Response:
    """A person: names, offices, companions, events, travels."""
    browser, words = look.browser, plain(plain_words(name) or "")
    if not words:
        raise NotFound("there is no name.")
    known = looked.person(browser, words)
    query = Query(person=words)
    return look.page(
        "person.html", person=known, found=browser.events(query, size=PAGE), facets=browser.facets(query),
        here="actors", data=f"/api/v1/people/{words.replace(' ', '-')}",
    )  # fmt: skip


@router.get("/office/{slug}/{office}")
def office(look: Look, slug: str, office: str) -> Response:
    """An office: its holders through time, and what they did in it."""
    browser, key = look.browser, named_key(slug)
    found = browser.gazette.tenures(key, plain_words(office) or "")
    if not found:
        raise NotFound(f"no holder of {office[:60]} is known there.")
    tenures = [looked.tenure_data(t) for t in found]
    bars, ticks = drawings.bars(tenures[:40])
    return look.page(
        "office.html", key=key, office=office, tenures=tenures, bars=bars, ticks=ticks, here="actors",
        data=f"/api/v1/offices/{slug_of(key)}/{office}",
    )  # fmt: skip


@router.get("/relation/{a}/{b}")
def relation(look: Look, a: str, b: str, wanted: Question, cursor: Cursor = None) -> Response:
    """What two parties did with each other."""
    browser, one, two = look.browser, named_key(a), named_key(b)
    if one == two:
        raise InputError("a relation has two parties.")
    for key in (one, two):
        if key not in browser.parties() and browser.gazette.entity(key) is None:
            raise NotFound(f"nobody called {slug_of(key)} is in the chronicle.")
    query = looked.between(wanted.query, one, two)
    found = browser.events(query, cursor=cursor, size=PAGE, newest=wanted.order == "newest")
    points = looked.points(browser, Query(between=(one, two)))
    months = looked.months(points)
    number = browser.parties().get("|".join(sorted((one, two))), (0, None, None))
    return look.page(
        "relation.html", a=one, b=two, found=found, facets=browser.facets(query), query=query, number=number,
        months=months, agreements=browser.agreements(between=(one, two)), order=wanted.order,
        outlook=browser.outlook(between=(one, two)), here="relations",
        data=f"/api/v1/relations/{slug_of(one)}/{slug_of(two)}",
        table=f"/api/v1/events?party={slug_of(one)}&party={slug_of(two)}&format=csv",
    )  # fmt: skip


@router.get("/map")
def world(look: Look, wanted: Question) -> Response:
    """Where events took place."""
    places = looked.places(look.browser, wanted.query)
    totals = sorted(((sum(n for _, n in p["years"]), p) for p in places), key=lambda row: -row[0])
    return look.page(
        "map.html", places=totals[:60], number=len(places), query=wanted.query, here="map",
        formats="/api/v1/places", facets=look.browser.facets(wanted.query),
    )  # fmt: skip
