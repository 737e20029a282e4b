"""Every page opens, says what the interface says, and lets people decide; nothing loads the parser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from dragoman.model import Agreement, Outlook, Quote

PAGES = (
    "/",
    "/events",
    "/events?party=NOR&type=CONSULT&since=2024",
    "/search",
    "/search?q=met",
    "/search?q=%22",
    "/relation",
    "/relation/NOR/CHL",
    "/relation/NOR/CHL?status=denied",
    "/actors",
    "/actors?q=nor",
    "/actor/NOR",
    "/actor/united-nations",
    "/office/NOR/foreign_minister",
    "/person/jens-stoltenberg",
    "/map",
    "/agreements",
    "/agreements?standing=signed",
    "/outlook",
    "/outlook?state=open",
    "/disagreements",
    "/unknowns",
    "/unknowns?q=price",
    "/documents",
    "/read",
    "/review",
    "/review?second=true",
    "/review/gold.jsonl",
    "/sources",
    "/login",
    "/api",
    "/events?as_of=2024-12",
)


@pytest.fixture
def full(site: Any, report: Any) -> Any:
    """A site with an agreement, a plan and an unknown."""
    text = "Norway and Chile signed the Fjord Treaty. Norway plans a visit. The price was not disclosed."
    made = report(text, publisher="Fjord Post", when="2024-08-03", published="2024-08-04")
    doc = made.document

    def span(words: str) -> Any:
        return doc.span(text.index(words), text.index(words) + len(words))

    site.chronicle.add_reading(
        made.model_copy(
            update={
                "agreements": (
                    Agreement(
                        title="Fjord Treaty",
                        span=span("Fjord Treaty"),
                        parties=("NOR", "CHL"),
                        standing="signed",
                        when="2024-06-19",
                        event="v0",
                    ),
                ),
                "outlook": (
                    Outlook(span=span("Norway plans a visit"), by=("Norway",), horizon="2024-08", event="v0"),
                ),
                "unknowns": (Quote(span=span("The price")),),
            }
        )
    )
    return site


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens(full: Any, path: str):
    answer = full.client.get(path)
    assert answer.status_code == 200, answer.text[:600]
    if "jsonl" not in path:
        assert answer.text.count("<h1") == 1
        assert '<html lang="en">' in answer.text
        assert not re.search(r"\sstyle=|\son\w+=|<script>|<style", answer.text)


def test_what_is_not_there_is_said_on_a_page(full: Any):
    for path in (
        "/nothing",
        "/event/e-none",
        "/document/none",
        "/actor/nobody-here",
        "/person/nobody-here",
        "/office/NOR/nothing",
        "/relation/NOR/nobody-here",
        "/static/x/nothing.js",
    ):
        answer = full.client.get(path)
        assert answer.status_code == 404
        assert "<h1>Nothing here</h1>" in answer.text
    assert full.client.get("/events?since=soon").status_code == 422
    assert full.client.get("/relation/NOR/NOR").status_code == 422


def test_lists_lead_to_the_same_as_json_and_csv(full: Any):
    for path in (
        "/events?party=NOR",
        "/agreements?standing=signed",
        "/outlook",
        "/disagreements",
        "/unknowns",
        "/documents",
        "/sources",
        "/actors",
    ):
        text = full.client.get(path).text
        links = re.findall(r'href="(/api/v1/[^"]*format=(?:json|csv)[^"]*)"', text)
        assert len(links) == 2, path
        for link in links:
            assert full.client.get(link.replace("&amp;", "&")).status_code == 200
    assert "party=NOR" in full.client.get("/events?party=NOR").text


def test_an_event_shows_its_evidence_lit_by_role(full: Any):
    event = full.client.get("/api/v1/events").json()["data"][0]["id"]
    text = full.client.get(f"/event/{event}").text
    assert 'class="s trigger"' in text
    assert "according to" in text
    assert "Nobody has decided anything" in text
    assert 'id="decide"' not in text


def test_a_reviewer_decides_on_an_event(full: Any):
    client = full.sign_in()
    event = client.get("/api/v1/events").json()["data"][0]["id"]
    page = client.get(f"/event/{event}")
    assert 'id="decide"' in page.text
    data = {
        "csrf": full.form(f"/event/{event}", client),
        "kind": "correct",
        "field": "place",
        "value": "Bergen",
        "why": "read it",
    }
    answer = client.post(f"/event/{event}", data=data)
    assert answer.status_code == 303
    shown = client.get(answer.headers["location"]).text
    assert "Bergen" in shown and "Corrected." in shown and "read it" in shown
    assert "Corrected." not in client.get(answer.headers["location"]).text
    bad = client.post(f"/event/{event}", data={**data, "field": "nothing"})
    assert bad.status_code == 422
    assert "<h1>" in bad.text


def test_the_queue_goes_on_and_gives_gold_data(full: Any):
    client = full.sign_in()
    for turn in range(3):
        text = client.get("/review").text
        action = re.search(r'action="(/event/[^"]+)" class="judge"', text)
        assert action
        data = {
            "csrf": full.form("/review", client),
            "kind": "reject" if turn == 1 else "accept",
            "back": "review",
        }
        assert client.post(action.group(1), data=data).headers["location"] == "/review"
    done = client.get("/review").text
    assert "3 of 3 judged" in done and "Nothing is left to judge" in done
    lines = [json.loads(line) for line in client.get("/review/gold.jsonl").text.splitlines()]
    assert len(lines) == 3
    assert sorted(len(line["events"]) for line in lines) == [0, 1, 1]
    event = next(line["events"][0] for line in lines if line["events"])
    assert set(lines[0]) == {"id", "published", "publisher", "title", "text", "events"}
    assert set(event) == {"trigger", "type", "mode", "actors", "recipients", "when", "where", "status", "by"}
    assert event["trigger"] in next(line["text"] for line in lines if line["events"])


def test_agreement_between_reviewers_is_shown(full: Any):
    one, two = full.sign_in("reviewer", full.fresh()), full.sign_in("admin", full.fresh())
    events = [e["id"] for e in one.get("/api/v1/events").json()["data"]]
    for client, kinds in ((one, ("accept", "accept", "reject")), (two, ("accept", "reject", "reject"))):
        for event, kind in zip(events, kinds, strict=True):
            assert (
                client.post(
                    f"/event/{event}", data={"csrf": full.form("/review", client), "kind": kind}
                ).status_code
                == 303
            )
    text = one.get("/review?second=true").text
    assert "2 reviewers" in text and "67 %" in text and "α" in text


def test_a_text_is_read_at_once_and_kept_on_demand(full: Any):
    before = full.chronicle.counts()["documents"]
    data = {"csrf": full.form("/"), "text": "Norway and Chile talked again."}
    answer = full.client.post("/read", data=data)
    assert answer.status_code == 200
    assert "1 event" in answer.text and 'class="card' in answer.text
    assert full.client.post("/read", data={**data, "keep": "yes"}).status_code == 401
    assert full.client.post("/read", data={**data, "text": "", "url": "http://localhost/"}).status_code == 401
    assert full.chronicle.counts()["documents"] == before
    client = full.sign_in()
    kept = client.post("/read", data={**data, "csrf": full.form("/", client), "keep": "yes"})
    assert kept.status_code == 303
    assert "Kept." in client.get(kept.headers["location"]).text
    assert full.chronicle.counts()["documents"] == before + 1
    for wrong in ({"text": " "}, {"text": "x", "published": "someday"}):
        answer = client.post("/read", data={"csrf": full.form("/", client), **wrong})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text


def test_a_document_switches_between_readers(full: Any, report: Any):
    text = "Norway and Chile met."
    newer = report(text, reader="plain-2", when="2024-06-18")
    full.chronicle.add_reading(newer)
    shown = full.client.get(f"/document/{newer.document.id}").text
    assert "plain-1" in shown and "plain-2" in shown
    assert "18 June 2024" in shown
    assert "19 June 2024" in full.client.get(f"/document/{newer.document.id}?reader=plain-1").text
    assert full.client.get(f"/document/{newer.document.id}?reader=none").status_code == 404


def test_files_are_kept_for_good_under_their_version(full: Any):
    text = full.client.get("/").text
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', text):
        answer = full.client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


def test_pages_start_without_the_parser():
    code = (
        "import sys, dragoman.web.app; known = ('spacy', 'thinc', 'dragoman.reader');"
        "print(sorted(name for name in sys.modules if name in known))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
