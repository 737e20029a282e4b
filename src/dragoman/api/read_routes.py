"""The reading routes of `/api/v1`: events, actors, relations, people, places."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic import Field

from dragoman.api.asked import Ask, Cursor, Format, Limit, Words, plain_words
from dragoman.api.questions import EventQuestion, named_key
from dragoman.api.shapes import EventOut, Found, FullEvent, Open, responses
from dragoman.browsing import actors as looked
from dragoman.browsing.paging import sliced
from dragoman.browsing.records import COLUMNS, brief_data, brief_row, day_words
from dragoman.errors import InputError, NotFound
from dragoman.export.sentence import sentence
from dragoman.gazette import slug_of
from dragoman.resolution.wordlists import plain
from dragoman.store import Query

router = APIRouter()
Question = Annotated[EventQuestion, Depends()]


class ActorOut(Open):
    """A party of the chronicle."""

    key: str = Field(examples=["RUS"])
    slug: str
    name: str = Field(examples=["Russia"])
    events: int


class RelationOut(Open):
    """What two parties did with each other."""

    parties: list[ActorOut]
    events: int
    months: list[dict[str, Any]]
    points: list[list[Any]]
    columns: list[str]


class PersonOut(Open):
    """A person: names, offices held, companions."""

    name: str
    country: str | None
    names: list[str]
    tenures: list[dict[str, Any]]


class PlaceOut(Open):
    """A place with how many events took place there in each year."""

    name: str
    latitude: float
    longitude: float
    years: list[list[int]]


class SearchOut(Open):
    """What some words may mean."""

    events: list[EventOut]
    actors: list[ActorOut]
    people: list[dict[str, Any]]
    documents: list[dict[str, Any]]


@router.get("/events", responses=responses(Found[list[EventOut]], csv_too=True), summary="Events")
def events(
    ask: Ask, wanted: Question, cursor: Cursor = None, limit: Limit = 50, format: Format = "json"
) -> Response:
    """The events that fit all conditions, by day; those of unknown day come last."""
    browser = ask.browser
    newest = wanted.order == "newest"
    return ask.page(
        format, limit, lambda n: browser.events(wanted.query, cursor=cursor, size=n, newest=newest),
        lambda e: brief_data(e, browser.gazette), COLUMNS, lambda e: brief_row(e, browser.gazette),
    )  # fmt: skip


@router.get("/facets", responses=responses(Found[dict[str, dict[str, int]]]), summary="Counts of events")
def facets(ask: Ask, wanted: Question) -> Response:
    """How many events that fit all conditions are of each type and each standing."""
    return ask.one(ask.browser.facets(wanted.query))


@router.get("/events/{id}", responses=responses(Found[FullEvent]), summary="One event")
def event(ask: Ask, id: str) -> Response:
    """One event with what each source says, where they differ, and what it belongs to."""
    found = ask.browser.event(id)
    return ask.one({"sentence": sentence(found, ask.browser.gazette.name), **found.to_dict()})


@router.get("/actors", responses=responses(Found[list[ActorOut]], csv_too=True), summary="Parties")
def actors(
    ask: Ask, q: Words = None, cursor: Cursor = None, limit: Limit = 50, format: Format = "json"
) -> Response:
    """States, bodies and groups of the chronicle, those with the most events first."""
    browser, words = ask.browser, plain(plain_words(q) or "")

    def make() -> list[dict[str, Any]]:
        rows = [
            {"key": key, "slug": slug_of(key), "name": browser.gazette.name(key), "events": number,
             "first": day_words(first), "last": day_words(last)}
            for key, (number, first, last) in browser.parties().items() if "|" not in key
        ]  # fmt: skip
        return sorted(rows, key=lambda row: (-row["events"], row["key"]))

    rows = browser.kept("actors", lambda _: make())
    found = [row for row in rows if words in plain(row["name"]) or words == row["key"].lower()]
    columns = ("key", "name", "events", "first", "last")
    return ask.page(
        format, limit, lambda n: sliced(found, cursor, n, lambda row: row["key"]), lambda row: row, columns
    )


@router.get("/actors/{slug}", responses=responses(Found[ActorOut]), summary="One party")
def actor(ask: Ask, slug: str) -> Response:
    """Who a state or body is, with whom it deals, and who speaks for it."""
    return ask.one(looked.actor(ask.browser, named_key(slug)))


@router.get("/relations/{a}/{b}", responses=responses(Found[RelationOut]), summary="A relation")
def relation(ask: Ask, a: str, b: str) -> Response:
    """What two parties did with each other, as a timeline needs it, and the mean score of each month."""
    one, two = named_key(a), named_key(b)
    if one == two:
        raise InputError("a relation has two parties.")
    browser, known = ask.browser, ask.browser.parties()
    for key in (one, two):
        if key not in known and browser.gazette.entity(key) is None:
            raise NotFound(f"nobody called {slug_of(key)} is in the chronicle.")
    points = looked.points(browser, Query(between=(one, two)))
    number = known.get("|".join(sorted((one, two))), (0, None, None))[0]
    return ask.one({
        "parties": [
            {"key": k, "slug": slug_of(k), "name": browser.gazette.name(k), "events": known.get(k, (0,))[0]}
            for k in (one, two)
        ],
        "events": number, "months": looked.months(points), "points": points,
        "columns": ["id", "day", "length", "lane", "quad", "score", "status", "name"],
    })  # fmt: skip


@router.get("/people/{name}", responses=responses(Found[PersonOut]), summary="One person")
def person(ask: Ask, name: str) -> Response:
    """How events name a person, the offices held, and with whom they take part."""
    words = plain(plain_words(name) or "")
    if not words:
        raise InputError("there is no name.")
    return ask.one(looked.person(ask.browser, words))


@router.get(
    "/offices/{slug}/{office}", responses=responses(Found[list[dict[str, Any]]]), summary="One office"
)
def office(ask: Ask, slug: str, office: str) -> Response:
    """Who held an office of a state or body, the latest first."""
    found = ask.browser.gazette.tenures(named_key(slug), plain_words(office) or "")
    if not found:
        raise NotFound(f"no holder of {office[:60]} is known there.")
    return ask.one([looked.tenure_data(t) for t in found])


@router.get("/places", responses=responses(Found[list[PlaceOut]], csv_too=True), summary="Places")
def places(ask: Ask, wanted: Question, format: Format = "json") -> Response:
    """Where events took place, with how many in each year, the busiest first."""
    found = looked.places(ask.browser, wanted.query)
    if format == "csv":
        rows = ({**p, "year": year, "events": number} for p in found for year, number in p["years"])
        return ask.table(rows, ("name", "country", "latitude", "longitude", "year", "events"))
    return ask.one(found, total=len(found))


@router.get("/search", responses=responses(Found[SearchOut]), summary="Search")
def search(ask: Ask, q: Words = None) -> Response:
    """Events, parties, people and documents that some words may mean."""
    words = plain_words(q)
    if not words or not plain(words):
        raise InputError("there is no word in what is asked for.")
    browser = ask.browser
    found = browser.search(words)
    return ask.one({
        "events": [brief_data(e, browser.gazette) for e in found["events"]],
        "actors": [{"key": k, "slug": slug_of(k), "name": n, "events": c} for k, n, c in found["actors"]],
        "people": [{"name": n, "events": c} for n, c in found["people"]],
        "documents": [
            {k: row[k] for k in ("id", "title", "publisher", "published", "url")}
            for row in found["documents"]
        ],
    })  # fmt: skip
