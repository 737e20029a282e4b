"""A server for tests: a chronicle, users of each role, a reader that needs no parser, a client."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from dragoman.accounts import Accounts
from dragoman.api.desk import Desk
from dragoman.api.settings import LOOPBACK, Rate, Settings
from dragoman.chronicle import Chronicle
from dragoman.model import Actor, Document, EventMention, Quote, Reading, When
from dragoman.web.app import create_app

PASSWORD = "a long enough password"
FREE = {kind: Rate(10**6, 10**6) for kind in ("read", "write", "text", "login")}


@cache
def _empty_store() -> bytes:
    """A store without anything in it, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Chronicle(path).close()
        return path.read_bytes()


class PlainReader:
    """Reads one meeting of Norway and Chile out of any text that has a letter in it."""

    version = "plain-1"

    def read(self, doc: Document) -> Reading:
        """A reading with one event at the first word."""
        word = re.search(r"\w+", doc.text)
        if word is None:
            return Reading(reader=self.version, document=doc)
        end = min(len(doc.text), max(word.end(), 200))
        event = EventMention(
            id="v0",
            type="CONSULT",
            rule="plain",
            confidence=0.5,
            actors=(
                Actor(name="Norway", country="NOR", kind="country"),
                Actor(name="Chile", country="CHL", kind="country"),
            ),
            trigger=Quote(span=doc.span(word.start(), word.end())),
            sentence=doc.span(0, end),
            when=When(edtf=doc.published, basis="the day of publication") if doc.published else None,
        )
        return Reading(reader=self.version, document=doc, events=(event,))


def report(
    text: str,
    *,
    actors: tuple[str, ...] = ("NOR", "CHL"),
    when: str | None = "2024-06-19",
    reader: str = "plain-1",
    **metadata: Any,
) -> Reading:
    """A reading of one meeting, told by the whole text; fields of the event go in as `event`."""
    fields = metadata.pop("event", {})
    more = metadata.pop("parts", {})
    doc = Document.of(text, **{"published": "2024-06-20", "publisher": "Harbour Wire", **metadata})
    word = re.search(r"\w+", text)
    assert word
    known = {
        "actors": tuple(Actor(name=name, country=name, kind="country") for name in actors),
        "when": When(edtf=when, basis="test") if when else None,
        "type": "CONSULT",
        "confidence": 0.6,
    }
    event = EventMention(
        id="v0",
        rule="test",
        trigger=Quote(span=doc.span(word.start(), word.end())),
        sentence=doc.span(0, len(text)),
        **{**known, **fields},
    )
    return Reading(reader=reader, document=doc, events=(event,), **more)


class Site:
    """A server with its client."""

    def __init__(
        self, folder: Path, *, readings: Any = (), hosts: tuple[str, ...] = LOOPBACK, **more: Any
    ) -> None:
        path = folder / "site.db"
        path.write_bytes(_empty_store())
        self.chronicle = Chronicle(path)
        for reading in readings or (
            report("Norway and Chile met."),
            report("Chile met Norway again.", when="2024-06-25"),
        ):
            self.chronicle.add_reading(reading)
        self.accounts = Accounts(str(folder / "accounts.db"), PasswordHasher(time_cost=1, memory_cost=64))
        for role in ("reader", "reviewer", "admin"):
            self.accounts.add(role, role, PASSWORD)
        more = {"rates": FREE, "reader": PlainReader, **more}
        self.desk = Desk(self.chronicle, self.accounts, Settings(hosts=hosts, **more))
        self.app = create_app(self.desk)
        self.client = self.fresh()

    def fresh(self) -> TestClient:
        """A client without cookies."""
        return TestClient(self.app, base_url="http://localhost", follow_redirects=False)

    def token(self, role: str = "reviewer") -> dict[str, str]:
        """The header with a token of a user."""
        return {"Authorization": f"Bearer {self.accounts.new_token(role)}"}

    def form(self, path: str = "/login", client: TestClient | None = None) -> str:
        """The token of a form on a page."""
        found = re.search(r'name="csrf" value="([^"]+)"', (client or self.client).get(path).text)
        assert found
        return found.group(1)

    def sign_in(self, name: str = "reviewer", client: TestClient | None = None) -> TestClient:
        """A client with the session of a user."""
        made = client or self.client
        data = {"name": name, "password": PASSWORD, "csrf": self.form(client=made)}
        assert made.post("/login", data=data).status_code == 303
        return made

    def close(self) -> None:
        """Let go of everything."""
        self.client.close()
        self.desk.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A server over a chronicle of a few reports, with users."""
    made = Site(tmp_path)
    yield made
    made.close()


@pytest.fixture(name="report")
def make_report() -> Callable[..., Reading]:
    """Makes a reading of one meeting."""
    return report
