"""A server over a chronicle of 2,000 events and more, and Chromium to look at it.

The events are read from the measuring data beside the checkout; where that is missing they are made up.
These tests run where DRAGOMAN_BROWSER names a Chromium, as .ci/run does.
"""

from __future__ import annotations

import csv
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import server

BROWSER = os.environ.get("DRAGOMAN_BROWSER", "")
ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
OUT = ROOT / "ci-out" / "browser"
LEAST = 2000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if BROWSER and Path(BROWSER).exists():
        return
    missing = pytest.mark.skip(reason="needs Chromium: set DRAGOMAN_BROWSER=/usr/bin/chromium to run it")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(missing)


def _documents() -> Iterator[Any]:
    """Prose of travel logs, and statements, each with what is known of it."""
    from dragoman.model import Document, ImpliedActor

    def table(name: str) -> Iterator[dict[str, str]]:
        with (SHARED / name).open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)

    for name in ("statements", "readouts"):
        with (SHARED / f"whitehouse_readouts/{name}-2021-2022.jsonl").open(encoding="utf-8") as lines:
            for line in list(lines)[:115]:
                row = json.loads(line)
                known = {k: row.get(k) for k in ("title", "published", "publisher", "url")}
                yield Document.of(row["text"][:12_000], **known)
    for row in list(table("us_travels_abroad/trips_before_2010.csv"))[-500:]:
        if row["remarks"].strip():
            actor = ImpliedActor(name=row["name"], country="USA")
            yield Document.of(
                row["remarks"].strip(),
                published=row["end_date"] or row["start_date"],
                publisher="Log of trips",
                title=f"{row['name']}: {row['country']}",
                actor=actor,
            )
    for row in list(table("us_foreign_leader_visits/visits_before_2010.csv"))[-300:]:
        if row["description"].strip():
            published = row["end"] or row["start"]
            yield Document.of(row["description"].strip(), published=published, publisher="Log of visits")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server's parts over the large chronicle."""
    made = server.Site(tmp_path_factory.mktemp("browser"))
    try:
        if SHARED.is_dir():
            from dragoman.reader import Reader

            made.chronicle.add(_documents(), Reader())
        missing = LEAST - made.chronicle.count()
        if missing > 0:
            from benchmarks.made import readings

            for reading in readings(missing + 100):
                made.chronicle.add_reading(reading)
        assert made.chronicle.count() >= LEAST
        yield made
    finally:
        made.close()


@pytest.fixture(autouse=True)
def caught_up(site: Any) -> None:
    """Pages may be behind the store for a moment after a decision: let them catch up before each test."""
    from dragoman.browsing.cache import STALE

    for _ in range(100):
        STALE.set(False)
        site.desk.browser.warm()
        if not STALE.get():
            return
        time.sleep(0.1)
    raise AssertionError("the pages stay behind the store")


@pytest.fixture(scope="session")
def address(site: Any) -> Iterator[str]:
    """The address of the running server."""
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = uvicorn.Server(uvicorn.Config(site.app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    for _ in range(100):
        if running.started:
            break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Window:
    """A page of the browser that notes what it must not do: complain, or reach beyond the server."""

    def __init__(self, chromium: Any, address: str, look: str = "desktop") -> None:
        size = {"width": 390, "height": 844} if look == "phone" else {"width": 1280, "height": 900}
        scheme = "dark" if look == "dark" else "light"
        self.context = chromium.new_context(
            viewport=size, color_scheme=scheme, base_url=address, has_touch=look == "phone"
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.faults: list[str] = []
        self.expected = ""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self._request(request.url, address))

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning") and not (self.expected and self.expected in message.text):
            self.faults.append(f"{message.type}: {message.text}")

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.faults.append(f"request: {url}")

    def open(self, path: str) -> Any:
        """Go to an address."""
        return self.page.goto(path)

    def sign_in(self, name: str = "reviewer") -> None:
        """Sign in by the form."""
        self.open("/login")
        self.page.fill("input[name=name]", name)
        self.page.fill("input[name=password]", server.PASSWORD)
        self.page.click("main button")
        self.page.wait_for_url("**/")


@pytest.fixture(scope="session")
def kept(chromium: Any, address: str) -> Iterator[Any]:
    """Opens a window of each look, which all tests of pages share."""
    made: dict[str, Window] = {}

    def of(look: str) -> Window:
        if look not in made:
            made[look] = Window(chromium, address, look)
        made[look].faults.clear()
        return made[look]

    yield of
    for one in made.values():
        one.context.close()


@pytest.fixture
def window(chromium: Any, address: str) -> Iterator[Any]:
    """Opens windows: `window("phone")`; at the end none of them may have had a fault."""
    made: list[Window] = []

    def new(look: str = "desktop") -> Window:
        made.append(Window(chromium, address, look))
        return made[-1]

    yield new
    faults = [fault for one in made for fault in one.faults]
    for one in made:
        one.context.close()
    assert not faults, faults[:5]


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where screenshots go."""
    OUT.mkdir(parents=True, exist_ok=True)
    return OUT
