"""What is shown of a state or body, a person, an office, a relation of two, and of places on the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.browsing.browser import Browser
from dragoman.browsing.records import day_words
from dragoman.export.words import event_name
from dragoman.gazette import Spot, slug_of
from dragoman.knowledge.records import Tenure
from dragoman.model.ontology import TYPES
from dragoman.resolution.parties import same_person
from dragoman.resolution.wordlists import plain
from dragoman.store import Query, views, views_parties
from dragoman.store.shelf import Shelf

MOST_POINTS = 6000
MOST_PLACES = 1500
_OFFICIAL = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_LANES = ("visits", "meetings", "agreements", "words", "hostile")


def lane_of(kind: str, mode: str | None) -> str:
    """The lane of a timeline in which an event is drawn."""
    quad = TYPES[kind].quad
    if kind == "CONSULT":
        return "visits" if mode == "visit" else "meetings"
    if kind in ("AGREE", "COOPERATE", "AID", "CONCEDE", "RETREAT"):
        return "agreements"
    return "hostile" if quad == "MCONF" else "words"


def points(browser: Browser, query: Query) -> list[list[Any]]:
    """The dated events of a question for a chart: id, day, length, lane, quad, score, standing, name."""

    def make(shelf: Shelf) -> list[list[Any]]:
        quads = ("VCOOP", "MCOOP", "VCONF", "MCONF")
        standings = ("occurred", "historical", "planned", "anticipated", "possible", "denied")
        made = []
        for row in views.points(shelf, query, MOST_POINTS):
            lane = _LANES.index(lane_of(row["type"], row["mode"]))
            length = (row["last_day"] or row["first_day"]) - row["first_day"]
            made.append([
                row["id"], row["first_day"], length, lane, quads.index(TYPES[row["type"]].quad), row["score"],
                standings.index(row["status"]), event_name(row["type"], row["mode"]),
            ])  # fmt: skip
        return made

    return browser.kept(f"points {query!r}", make)


def months(found: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """The mean ontology score of what happened in each month, and how many events it rests on."""
    sums: dict[str, list[float]] = {}
    for point in found:
        if point[6] > 1 or point[2] > 31:  # planned and the like; dates too wide for a month
            continue
        month = date.fromordinal(point[1]).isoformat()[:7]
        held = sums.setdefault(month, [0.0, 0.0])
        held[0] += point[5]
        held[1] += 1
    return [
        {"month": month, "score": round(total / number, 2), "events": int(number)}
        for month, (total, number) in sorted(sums.items())
    ]


def actor(browser: Browser, key: str) -> dict[str, Any]:
    """Who a party is, what it does, with whom, and who speaks for it."""
    gazette, known = browser.gazette, browser.parties()
    number, first, last = known.get(key, (0, None, None))
    entity = gazette.entity(key)
    if not number and entity is None:
        from dragoman.errors import NotFound

        raise NotFound(f"nobody called {slug_of(key)} is in the chronicle.")
    people = browser.spokespeople().get(key, [])
    tenures = gazette.tenures(key)
    return {
        "key": key, "slug": slug_of(key), "name": gazette.name(key),
        "kind": entity.kind if entity else "group", "sector": entity.sector if entity else None,
        "country": entity.country if entity else None, "start": entity.start if entity else None,
        "end": entity.end if entity else None, "codes": gazette.codes(key), "events": number,
        "first": day_words(first), "last": day_words(last),
        "types": browser.types().get(key, {}),
        "partners": [
            {"key": k, "slug": slug_of(k), "name": gazette.name(k), "events": n}
            for k, n in browser.partners().get(key, [])[:40]
        ],
        "people": [{"name": n, "office": o, "events": c} for n, o, c in people],
        "holders": _current(tenures), "offices": sorted({t.office for t in tenures}),
        "members": [{"key": c, "name": gazette.name(c)} for c in gazette.members(key)],
    }  # fmt: skip


def _current(tenures: Sequence[Tenure]) -> list[dict[str, Any]]:
    """The latest holder of each of the offices that count most."""
    made = []
    for office in _OFFICIAL:
        found = [t for t in tenures if t.office == office]
        if found:
            made.append(tenure_data(found[0]))
    return made


def tenure_data(tenure: Tenure) -> dict[str, Any]:
    """A tenure as plain data."""
    return {
        "person": tenure.person, "office": tenure.office, "title": tenure.title, "country": tenure.country,
        "entity": tenure.entity, "start": tenure.start, "end": tenure.end, "origin": tenure.origin,
    }  # fmt: skip


def person(browser: Browser, name: str) -> dict[str, Any]:
    """Who a person (a plain name) is: how events name them, offices held, with whom they deal."""

    def make(shelf: Shelf) -> tuple[list[Any], list[Any]]:
        return views_parties.person_names(shelf, name), views_parties.companions(shelf, name)

    told, companions = browser.kept(f"person {name}", make)
    named = [row for row in told if same_person(plain(row[0]), name)]
    tenures = browser.gazette.person(name)
    if not named and not tenures:
        from dragoman.errors import NotFound

        raise NotFound(f"nobody called {name} is in the chronicle.")
    names = Counter(n for n, _, _ in named)
    countries = Counter(c for _, c, _ in named if c)
    shown = names.most_common(1)[0][0] if names else tenures[0].person
    country = countries.most_common(1)[0][0] if countries else tenures[0].country
    return {
        "name": shown, "plain": name, "country": country,
        "names": [n for n, _ in names.most_common(6)], "tenures": [tenure_data(t) for t in tenures],
        "companions": [{"name": n, "events": c} for n, c in companions],
    }  # fmt: skip


def places(browser: Browser, query: Query | None = None) -> list[dict[str, Any]]:
    """Where events took place: the place, where it lies, and how many events in each year."""

    def make(shelf: Shelf) -> list[dict[str, Any]]:
        gathered: dict[tuple[float, float], tuple[Spot, bool, Counter[int]]] = {}
        for row in views.places(shelf, query):
            spot = browser.gazette.spot(row["geonames"], row["place"], row["place_country"])
            if spot is None or row["year"] is None:
                continue
            whole = row["place"] is None
            held = gathered.setdefault((spot.latitude, spot.longitude), (spot, whole, Counter()))
            held[2][int(row["year"])] += row["number"]
        ordered = sorted(gathered.values(), key=lambda item: -sum(item[2].values()))[:MOST_PLACES]
        return [
            {"name": spot.name, "country": spot.country, "latitude": round(spot.latitude, 2),
             "longitude": round(spot.longitude, 2), "years": sorted(years.items())}
            for spot, _, years in ordered
        ]  # fmt: skip

    return browser.kept(f"places {query!r}", make)


def between(query: Query, *keys: str) -> Query:
    """A question, of these parties."""
    return replace(query, between=keys)
