"""Browsing gives the same on both engines, and what asking gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.made import readings
from dragoman.browsing import Browser, actors
from dragoman.chronicle import Chronicle
from dragoman.store import Query


def _everything(chronicle: Chronicle) -> dict[str, Any]:
    browser = Browser(chronicle)
    browser.chronicle.today = 738_000
    whole = [b.id for b in browser.events(Query(), size=500).items]
    pair = max((n, key) for key, (n, _, _) in browser.parties().items() if "|" in key)[1].split("|")
    relation = Query(between=tuple(pair))
    person = browser.people("an") or browser.people("be")
    found = {
        "events": browser.events(Query(), size=500).items,
        "oldest": browser.events(Query(), size=500, newest=False).items,
        "relation": browser.events(relation, size=500).items,
        "facets": browser.facets(Query(since="2005")),
        "points": actors.points(browser, relation),
        "places": actors.places(browser),
        "actor": actors.actor(browser, pair[0]),
        "parties": browser.parties(),
        "partners": browser.partners(),
        "people": browser.people("a"),
        "person": actors.person(browser, person[0][0]),
        "agreements": browser.agreements(),
        "outlook": browser.outlook(),
        "differing": browser.differing(),
        "unknowns": browser.unknowns().items,
        "sources": browser.sources(),
        "documents": [{**d, "added_at": None} for d in browser.documents(size=500).items],
        "latest": browser.latest_days(),
        "search": sorted(b.id for b in browser.search("fisheries")["events"]),
        "alike": browser.likely_same(whole[0]),
    }
    browser.close()
    return found


def test_browsing_is_the_same_on_each_engine(engine: Callable[[], str], memory: Chronicle):
    with Chronicle(engine()) as chronicle:
        for reading in readings(160, days=300):
            chronicle.add_reading(reading)
            memory.add_reading(reading)
        one, two = _everything(chronicle), _everything(memory)
        assert {name for name in one if one[name] != two[name]} == set()
        assert {b.id for b in one["events"]} == {e.id for e in chronicle.events()}
        first = chronicle.events()[0]
        assert one["oldest"][0].id == first.id
        assert one["outlook"][::-1] == chronicle.outlook()
