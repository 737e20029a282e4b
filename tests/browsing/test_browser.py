"""Browsing: pages by cursor, values kept until the store changes, days that are past, names, sources."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from dragoman.browsing import actors
from dragoman.browsing.cache import STALE, Cache
from dragoman.browsing.paging import cursor_of, place_of, sliced
from dragoman.browsing.publishers import publisher_figures
from dragoman.browsing.review import agreement, verdicts
from dragoman.errors import BadCursor, NotFound, RecordError
from dragoman.gazette import Gazette, key_of, slug_of
from dragoman.model.chronicle import Decision
from dragoman.store import Query


def test_cursors_name_their_place_and_nothing_else():
    assert place_of(cursor_of((3, "e-ä")), int, str) == (3, "e-ä")
    for wrong in (
        "",
        "x",
        "W10",
        cursor_of(("a", 3)),
        cursor_of((True, "x")),
        cursor_of((2**60, "x")),
        "Ww" * 9000,
    ):
        with pytest.raises(BadCursor):
            place_of(wrong, int, str)


def test_a_list_that_grows_is_read_on_where_it_was():
    rows = [f"r{n}" for n in range(10)]
    first = sliced(rows, None, 4, str)
    assert first.items == ("r0", "r1", "r2", "r3") and first.total == 10
    grown = ["new", *rows]
    assert sliced(grown, first.next, 4, str).items == ("r4", "r5", "r6", "r7")
    assert sliced(rows[:3], first.next, 4, str).items == ()
    assert sliced(rows, cursor_of((7, "r7")), 4, str).next is None


def test_a_value_is_made_once_for_a_revision():
    cache, made = Cache(), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [cache.get("a", "1", make) for _ in range(3)] == [1, 1, 1]
    assert cache.get("a", "2", make) == 2
    threads = [threading.Thread(target=cache.get, args=("b", "1", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 3


def test_what_takes_long_is_given_out_as_it_was_and_said_to_be_old():
    cache = Cache()

    def slow(value: str) -> Any:
        time.sleep(0.15)
        return value

    assert cache.get("a", "1", lambda: slow("old")) == "old"
    STALE.set(False)
    assert cache.get("a", "2", lambda: slow("too soon")) == "old"
    time.sleep(1.8)
    assert cache.get("a", "2", lambda: slow("new")) == "old"
    assert STALE.get()
    time.sleep(0.4)
    assert cache.get("a", "2", lambda: slow("never")) == "new"
    STALE.set(False)


def test_a_failure_is_not_kept():
    cache = Cache()
    with pytest.raises(ZeroDivisionError):
        cache.get("a", "1", lambda: 1 // 0)
    assert cache.get("a", "1", lambda: 5) == 5


def test_the_revision_changes_with_the_store(site: Any, report: Any):
    browser = site.desk.browser
    before = browser.revision()
    assert browser.revision() == before
    site.chronicle.add_reading(report("Kenya and Peru met.", actors=("KEN", "PER")))
    between = browser.revision()
    site.chronicle.decide("accept", browser.events(Query()).items[0].id, who="ada", why="")
    assert len({before, between, browser.revision()}) == 3


def test_events_of_unknown_day_come_last_and_once(site: Any, report: Any):
    for n in range(5):
        doc = {"published": None, "id": f"undated-{n}"}
        site.chronicle.add_reading(
            report(f"Kenya and Peru met, {n}.", actors=("KEN", "PER"), when=None, **doc)
        )
    for query in (Query(), Query(between=("KEN",)), Query(between=("KEN", "PER"))):
        for newest in (True, False):
            whole = [b.id for b in site.desk.browser.events(query, newest=newest).items]
            seen, cursor = [], None
            while True:
                page = site.desk.browser.events(query, cursor=cursor, size=2, newest=newest)
                seen += [b.id for b in page.items]
                cursor = page.next
                if cursor is None:
                    break
            assert seen == whole and len(set(seen)) == len(seen)
    assert whole and len(site.desk.browser.events(Query()).items) == len(site.chronicle.events())


def test_the_outlook_is_that_of_asking(site: Any):
    assert site.desk.browser.outlook()[::-1] == site.chronicle.outlook()
    assert {a.id for a in site.desk.browser.agreements()} == {a.id for a in site.chronicle.agreements()}


def test_a_past_day_is_kept_and_a_wrong_one_refused(site: Any, report: Any):
    site.chronicle.add_reading(
        report("Norway met Chile in spring.", when="2025-04-01", published="2025-04-02")
    )
    browser = site.desk.browser
    past = browser.at("2024-12")
    assert past is browser.at("2024-12-31")
    assert past.chronicle.count() == 2 and browser.chronicle.count() == 3
    assert browser.at(None) is browser
    with pytest.raises(RecordError):
        browser.at("never")


def test_names_of_parties():
    gazette = Gazette.default()
    assert (gazette.name("NOR"), gazette.name("~united nations"), gazette.name("~some front")) == (
        "Norway",
        "United Nations",
        "Some front",
    )
    assert key_of(slug_of("~united nations")) == "~united nations"
    assert key_of("NOR") == "NOR"
    assert ("NOR", "Norway") in gazette.found("norw")
    assert gazette.found("norway")[0] == ("NOR", "Norway")
    assert gazette.codes("NOR")["ISO alpha-2"] == "NO"
    spot = gazette.spot(None, None, "NOR")
    assert spot and (round(spot.latitude), round(spot.longitude)) == (60, 11)
    assert gazette.spot(None, "nowhere at all", None) is None


def test_lanes_and_months():
    assert actors.lane_of("CONSULT", "visit") == "visits"
    assert actors.lane_of("ASSAULT", None) == "hostile"
    assert actors.lane_of("ACCUSE", None) == "words"
    day = 738000
    points = [
        ["a", day, 0, 0, 0, 4.0, 0, "Visit"],
        ["b", day, 0, 0, 0, 2.0, 1, "x"],
        ["c", day, 0, 0, 0, -9, 2, "planned"],
    ]
    assert actors.months(points) == [{"month": "2021-07", "score": 3.0, "events": 2}]


def test_nobody_is_not_found(site: Any):
    with pytest.raises(NotFound):
        actors.actor(site.desk.browser, "~nobody of that name")
    with pytest.raises(NotFound):
        actors.person(site.desk.browser, "nobody of that name")


def test_figures_of_publishers():
    day = 738000  # 2021-07-26
    told = [
        {
            "publisher": "A",
            "published": "2021-07-27",
            "first_day": day,
            "last_day": day,
            "sources": 1,
            "assumed": False,
            "status": "occurred",
            "disputed": None,
            "number": 3,
        },
        {
            "publisher": "A",
            "published": "2021-07-30",
            "first_day": day,
            "last_day": day,
            "sources": 2,
            "assumed": False,
            "status": "occurred",
            "disputed": "e",
            "number": 1,
        },
        {
            "publisher": "A",
            "published": "someday",
            "first_day": day,
            "last_day": day + 9,
            "sources": 2,
            "assumed": False,
            "status": "planned",
            "disputed": None,
            "number": 4,
        },
    ]
    (row, other) = publisher_figures([{"publisher": "A"}, {"publisher": None}], told)
    assert (row["delay_days"], row["alone"], row["contradicted"]) == (1, 0.375, 0.125)
    assert (other["delay_days"], other["alone"]) == (None, None)


def test_agreement_of_reviewers():
    def said(kind: Any, target: str, who: str) -> Decision:
        return Decision("x", kind, target, who, "", "2024-01-01T00:00:00Z")

    decisions = [
        said("accept", "t1", "ada"),
        said("accept", "t1", "bo"),
        said("reject", "t2", "ada"),
        said("accept", "t2", "bo"),
        said("correct", "t3", "ada"),
        said("accept", "t3", "ada"),
        said("comment", "t3", "bo"),
        said("accept", "gone", "bo"),
    ]
    found = verdicts(decisions, {"t1": "e1", "t2": "e2", "t3": "e3"})
    assert found == {
        "e1": {"ada": "accepted", "bo": "accepted"},
        "e2": {"ada": "rejected", "bo": "accepted"},
        "e3": {"ada": "corrected"},
    }
    figures = agreement(found)
    assert (figures["events"], figures["share"], figures["people"]) == (2, 0.5, 2)
    assert figures["alpha"] == pytest.approx(0.0, abs=0.01)
    assert agreement({})["alpha"] is None
