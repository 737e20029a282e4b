"""Documents that mean harm change nothing on any page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from dragoman.model import Actor, Agreement, Outlook, Quote, Where
from tests import server

SCRIPT = '<script>alert("x")</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(2)>'
TURN = "Norway \u202eevil\u202c \u2066x met"
PAGES = (
    "/",
    "/events",
    "/events?q=Norway",
    "/search?q=Norway",
    "/actors",
    "/map",
    "/agreements",
    "/outlook",
    "/disagreements",
    "/unknowns",
    "/documents",
    "/sources",
    "/review",
    "/review/gold.jsonl",
    "/relation",
)


class Found(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if (
                name.startswith("on")
                or name == "style"
                or (value or "").strip().lower().startswith(("javascript:", "data:"))
            ):
                self.bad.append(f"{tag} {name}={value}")
            if name == "src" and not (value or "").startswith("/static/"):
                self.bad.append(f"{tag} {name}={value}")
        if tag in ("iframe", "object", "embed", "base") or (tag == "script" and not dict(attrs).get("src")):
            self.bad.append(tag)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A site whose documents carry script, turns of direction and links that run code, wherever text goes."""
    made = []
    for number, words in enumerate(
        (SCRIPT, TURN, "{{ 7 * 7 }} {% raw %}", "a" * 40 + "\u0000"[:0] + "\x1b[2J")
    ):
        text = f"Norway {words} and Chile met. The {words} price was not told. Chile {words} plans more."
        reading = server.report(
            text,
            title=words,
            publisher=f"{words} {number}",
            url="javascript:alert(document.cookie)",
            event={
                "actors": (
                    Actor(name=words, country="NOR", kind="person", office=words),
                    Actor(name=words, kind="organisation"),
                ),
                "recipients": (
                    Actor(name="Chile", country="CHL", kind="country", holder=words, inferred=("holder",)),
                ),
                "where": Where(name=words, country="NOR"),
                "topics": (words,),
            },
        )
        doc = reading.document
        at = text.index("The ")
        made.append(
            reading.model_copy(
                update={
                    "agreements": (
                        Agreement(
                            title=words,
                            span=doc.span(7, 7 + len(words)),
                            parties=(words, "NOR"),
                            scope=(words,),
                        ),
                    ),
                    "outlook": (Outlook(span=doc.span(at, at + 20), by=(words,), horizon="2030"),),
                    "unknowns": (Quote(span=doc.span(at, at + 4 + len(words) + 6)),),
                }
            )
        )
    long = server.report("Norway and Chile met at length.", title="t" * 1_000_000, publisher="Long")
    site = server.Site(tmp_path_factory.mktemp("hostile"), readings=[*made, long])
    yield site
    site.close()


def _all_pages(site: Any) -> list[str]:
    events = [e["id"] for e in site.client.get("/api/v1/events").json()["data"]]
    documents = [d["id"] for d in site.client.get("/api/v1/documents").json()["data"]]
    actors = [a["slug"] for a in site.client.get("/api/v1/actors").json()["data"]]
    return [
        *PAGES,
        *(f"/event/{e}" for e in events),
        *(f"/document/{d}" for d in documents),
        *(f"/actor/{a}" for a in actors),
    ]


def test_no_page_gains_an_element_or_a_link_that_runs_code(hostile: Any):
    for path in _all_pages(hostile):
        answer = hostile.client.get(path)
        assert answer.status_code == 200, path
        found = Found()
        if "html" in answer.headers["content-type"]:
            found.feed(answer.text)
            assert "49 {" not in answer.text
        assert not found.bad, (path, found.bad[:3])
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_turns_of_direction_are_shown_and_not_obeyed(hostile: Any):
    for path in _all_pages(hostile):
        answer = hostile.client.get(path)
        if "html" in answer.headers["content-type"]:
            assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b]", answer.text), path
    assert "⟨RLO⟩" in hostile.client.get("/events").text


def test_what_is_asked_for_is_escaped(hostile: Any):
    for path in ("/search", "/events", "/actors", "/documents", "/unknowns", "/agreements"):
        answer = hostile.client.get(path, params={"q": SCRIPT})
        found = Found()
        found.feed(answer.text)
        assert answer.status_code == 200 and not found.bad
    for path in ("/actor/", "/person/", "/event/", "/document/", "/relation/NOR/", "/office/NOR/"):
        answer = hostile.client.get(path + "%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        assert answer.status_code in (404, 422)
        assert "<script>alert" not in answer.text


def test_a_title_of_a_million_characters_stays_in_bounds(hostile: Any):
    for path in PAGES:
        assert len(hostile.client.get(path).content) < 600_000, path


def test_hostile_texts_are_read_and_shown_safely(hostile: Any):
    data = {
        "csrf": hostile.form("/"),
        "text": f"Norway {SCRIPT} {TURN}",
        "title": SCRIPT,
        "publisher": SCRIPT,
    }
    answer = hostile.client.post("/read", data=data)
    found = Found()
    found.feed(answer.text)
    assert answer.status_code == 200 and not found.bad
