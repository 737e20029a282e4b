"""The pages in a browser: each in three looks, the review by keyboard, a pasted text, the back button."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api").expect

pytestmark = pytest.mark.browser
LOOKS = ("desktop", "phone", "dark")
PAGES = {
    "home": "/", "events": "/events?party=USA&type=CONSULT", "event": "EVENT", "search": "/search?q=security",
    "relations": "/relation", "relation": "RELATION", "actors": "/actors", "state": "/actor/USA",
    "organisation": "/actor/nato", "person": "PERSON", "office": "/office/FRA/head_of_state", "map": "/map",
    "agreements": "/agreements", "outlook": "/outlook", "disagreements": "/disagreements",
    "unknowns": "/unknowns", "documents": "/documents", "document": "DOCUMENT", "read": "/read",
    "review": "/review", "sources": "/sources", "login": "/login", "interface": "/api", "nothing": "/nothing",
}  # fmt: skip


@pytest.fixture(scope="session")
def found(site: Any) -> dict[str, str]:
    """The addresses of records that are worth looking at."""
    browser = site.desk.browser
    events = site.client.get("/api/v1/events?limit=200&disputed=true").json()["data"]
    events += site.client.get("/api/v1/events?limit=200").json()["data"]
    event = max(events, key=lambda e: (e["documents"] > 1) + e["disputed"])
    pairs = [(n, pair) for pair, (n, _, _) in browser.parties().items() if "|" in pair and "~" not in pair]
    one, two = max(pairs)[1].split("|")
    name = browser.search("clinton")["people"] or browser.search("boris")["people"] or [("amina arden", 1)]
    return {
        "EVENT": f"/event/{event['id']}", "RELATION": f"/relation/{one}/{two}",
        "PERSON": f"/person/{name[0][0].replace(' ', '-')}",
        "DOCUMENT": f"/document/{event['evidence']['document']}",
    }  # fmt: skip


def _drawn(window: Any) -> None:
    """Wait until the charts of a page are drawn."""
    if window.page.locator("#timeline").count():
        window.page.wait_for_selector("#timeline[data-drawn]")
    if window.page.locator(".map[data-src]").count():
        window.page.wait_for_selector(".map[data-shown]")
    window.page.wait_for_timeout(60)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_sound(kept: Any, found: dict[str, str], pictures: Path, name: str, look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    one = kept(look)
    one.expected = "404" if name == "nothing" else ""
    answer = one.open(found.get(PAGES[name], PAGES[name]))
    assert answer.status == (404 if name == "nothing" else 200)
    _drawn(one)
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
        "the page scrolls sideways"
    )
    one.page.screenshot(path=str(pictures / f"{name}-{look}.png"))
    faults = [
        f"{v['id']}: {v['nodes'][0]['html'][:160]}"
        for v in Axe().run(one.page).response["violations"] if v["impact"] in ("serious", "critical")
    ]  # fmt: skip
    assert not faults, faults
    assert not one.faults, one.faults[:5]


def test_review_by_keyboard(window: Any, site: Any) -> None:
    one = window()
    one.sign_in()
    one.open("/review")
    page = one.page

    def shown() -> str:
        return str(page.locator("[data-review] h2 a").get_attribute("href"))

    first = shown()
    page.keyboard.press("n")
    page.wait_for_url("**/review?skip=*")
    second = shown()
    assert second != first
    page.keyboard.press("f")
    assert page.locator("#fix").is_visible()
    page.select_option("#fix select", "place")
    page.fill("#fix input[name=value]", "Bergen")
    page.click("#fix button")
    page.wait_for_selector(".banner.done")
    assert "Corrected." in page.inner_text(".banner.done")
    before = len(site.chronicle.decisions())
    page.keyboard.press("a")
    expect(page.locator(".banner.done")).to_have_text("Accepted.")
    page.keyboard.press("r")
    expect(page.locator(".banner.done")).to_have_text("Rejected.")
    assert len(site.chronicle.decisions()) == before + 2
    with page.expect_download() as download:
        page.click("text=gold data")
    assert download.value.suggested_filename == "gold.jsonl"


def test_a_pasted_text_is_read_in_place(window: Any) -> None:
    one = window()
    one.open("/")
    one.page.fill("#text", "Norway and Chile met in Oslo on Friday. The price was not disclosed.")
    one.page.fill("input[name=published]", "2024-05-12")
    one.page.click("text=Read it")
    one.page.wait_for_selector("#read-out .card")
    assert one.page.url.endswith("/")
    assert "event read by" in one.page.inner_text("#read-out")


def test_filters_and_the_back_button(window: Any) -> None:
    one = window()
    one.open("/events")
    page = one.page
    every = page.inner_text("#list .sum")
    page.select_option("select[name=type]", "CONSULT")
    page.wait_for_url("**/events?*type=CONSULT*")
    expect(page.locator("#rows .ev:not(.VCOOP)")).to_have_count(0)
    some = page.inner_text("#list .sum")
    assert some != every
    page.click("#more a")
    expect(page.locator("#rows > .ev")).to_have_count(80)
    page.click("#rows .say >> nth=0")
    page.wait_for_url("**/event/*")
    page.go_back()
    page.wait_for_url("**/events?*type=CONSULT*")
    assert page.inner_text("#list .sum") == some
    page.go_back()
    page.wait_for_url("**/events")
    expect(page.locator("#list .sum")).to_have_text(every)
    assert page.input_value("select[name=type]") in ("", "CONSULT")


def test_search_by_keyboard(window: Any) -> None:
    one = window()
    one.open("/")
    one.page.keyboard.press("/")
    one.page.keyboard.type("security")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/search?q=security")
    assert one.page.locator("#rows .ev").count() > 0


def test_the_timeline_moves(window: Any, found: dict[str, str]) -> None:
    one = window()
    one.open(found["RELATION"])
    _drawn(one)
    years = one.page.locator("#timeline svg .tick text")
    before = years.all_inner_texts()
    one.page.focus("#timeline")
    for key in ("+", "+", "ArrowLeft", "ArrowRight", "-"):
        one.page.keyboard.press(key)
        one.page.wait_for_timeout(60)
    assert years.all_inner_texts() != before
    one.page.click("[data-zoom=all]")
    one.page.wait_for_timeout(100)
    assert years.all_inner_texts() == before
    box = one.page.locator("#timeline").bounding_box()
    for step in range(30):
        one.page.mouse.move(box["x"] + 100 + 30 * step, box["y"] + 40 + 7 * step)
    slow = one.page.evaluate(
        "async () => { const zoom = document.querySelector('[data-zoom=in]');"
        " const begun = performance.now();"
        " for (let i = 0; i < 12; i++) { zoom.click(); await new Promise(requestAnimationFrame); }"
        " return (performance.now() - begun) / 12; }"
    )
    assert slow < 120


def test_the_map_has_a_span_of_years(window: Any) -> None:
    one = window()
    one.open("/map")
    _drawn(one)
    every = int(one.page.get_attribute("#map", "data-shown"))
    assert every > 10
    last = one.page.get_attribute("#from", "max")
    move = "(e, to) => { e.value = to; e.dispatchEvent(new Event('input', {bubbles: true})); }"
    one.page.eval_on_selector("#from", move, last)
    assert int(one.page.get_attribute("#map", "data-shown")) < every
    assert one.page.inner_text("#years") == last
