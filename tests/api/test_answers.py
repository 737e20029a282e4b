"""The answers of the HTTP interface: shapes, paging, ETags, tables, days, and what changes the record."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

READING = (
    "events",
    "facets",
    "actors",
    "actors/NOR",
    "relations/NOR/CHL",
    "places",
    "search?q=met",
    "agreements",
    "outlook",
    "disagreements",
    "unknowns",
    "documents",
    "decisions",
    "sources",
    "me",
    "offices/NOR/foreign_minister",
)


@pytest.mark.parametrize("path", READING)
def test_success_has_one_shape(site: Any, path: str):
    answer = site.client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert set(body) == {"data", "meta"}
    assert set(body["meta"]) == {"total", "next", "as_of"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("events/e-none", 404),
        ("actors/nobody-at-all", 404),
        ("documents/none", 404),
        ("people/nobody", 404),
        ("nothing", 404),
        ("events?since=soon", 422),
        ("events?type=NONE", 422),
        ("events?cursor=x", 422),
        ("events?limit=0", 422),
        ("events?as_of=never", 422),
        ("search?q=%22", 422),
        ("events?q=%22%22", 422),
        ("events?party=%20", 200),
        ("audit", 401),
        ("relations/NOR/NOR", 422),
        ("events?q=a%00b", 422),
        ("events?cursor=W251bGwsIm4iXQ", 200),
        ("events?cursor=W3RydWUsIm4iXQ", 422),
    ],
)
def test_what_goes_wrong_has_one_shape(site: Any, path: str, status: int):
    answer = site.client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    if status != 200:
        assert set(answer.json()) == {"error"}
        assert set(answer.json()["error"]) == {"code", "message", "hint"}


def test_every_reading_route_is_tested(site: Any):
    paths = {
        p.removeprefix("/api/v1/").split("/")[0]
        for p in site.client.get("/api/v1/openapi.json").json()["paths"]
    }
    assert {path.split("/")[0].split("?")[0] for path in READING} | {"people", "audit"} == paths


def test_pages_follow_each_other_without_gap(site: Any, more_reports: Any):
    more_reports(site, 23)
    whole = [e["id"] for e in site.client.get("/api/v1/events?limit=200").json()["data"]]
    seen, cursor = [], ""
    while cursor is not None:
        body = site.client.get(
            "/api/v1/events", params={"limit": 7, **({"cursor": cursor} if cursor else {})}
        ).json()
        seen += [e["id"] for e in body["data"]]
        cursor = body["meta"]["next"]
    assert seen == whole
    assert len(set(seen)) == len(seen) == 25
    oldest = [e["id"] for e in site.client.get("/api/v1/events?limit=200&order=oldest").json()["data"]]
    days = {
        e["id"]: (e["when"] or {}).get("edtf")
        for e in site.client.get("/api/v1/events?limit=200").json()["data"]
    }
    assert [days[n] for n in oldest] == sorted(days[n] for n in oldest)


def test_every_event_brings_its_evidence(site: Any):
    for event in site.client.get("/api/v1/events").json()["data"]:
        evidence = event["evidence"]
        doc = site.client.get(f"/api/v1/documents/{evidence['document']}").json()["data"]["document"]
        start, end = evidence["span"]
        assert doc["text"][start:end] == evidence["text"]


def test_an_etag_spares_the_answer_until_something_changes(site: Any):
    first = site.client.get("/api/v1/events")
    again = site.client.get("/api/v1/events", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    event = first.json()["data"][0]["id"]
    decision = {"kind": "accept", "target": event}
    assert site.client.post("/api/v1/decisions", json=decision, headers=site.token()).status_code == 201
    changed = site.client.get("/api/v1/events", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.json()["data"][0]["verdict"] == "accepted"


def test_csv_gives_the_same_rows(site: Any, more_reports: Any):
    more_reports(site, 5)
    answer = site.client.get("/api/v1/events?format=csv")
    assert answer.headers["content-type"].startswith("text/csv")
    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in table] == [e["id"] for e in site.client.get("/api/v1/events").json()["data"]]
    for path in (
        "agreements",
        "outlook",
        "disagreements",
        "unknowns",
        "documents",
        "decisions",
        "sources",
        "actors",
        "places",
    ):
        assert site.client.get(f"/api/v1/{path}?format=csv").status_code == 200


def test_a_table_holds_no_formula(site: Any, report: Any):
    site.chronicle.add_reading(report('=HYPERLINK("http://x.example") is what Norway met.', publisher="=1+1"))
    table = list(csv.DictReader(io.StringIO(site.client.get("/api/v1/events?format=csv").text)))
    assert not [value for row in table for value in row.values() if value and value[0] in "=@"]


def test_a_text_is_read_and_kept(site: Any):
    body = {"text": "Norway and Chile talked in Oslo.", "published": "2024-07-01", "publisher": "Fjord Post"}
    made = site.client.post("/api/v1/documents", json=body, headers=site.token())
    assert made.status_code == 201
    data = made.json()["data"]
    assert data["new"] and data["kept"] and len(data["events"]) == 1
    assert (
        site.client.post("/api/v1/documents", json=body, headers=site.token()).json()["data"]["new"] is False
    )
    assert (
        site.client.get(f"/api/v1/documents/{data['id']}").json()["data"]["document"]["publisher"]
        == "Fjord Post"
    )
    read = site.client.post(
        "/api/v1/documents", json={**body, "text": "Another text.", "keep": False}, headers=site.token()
    )
    assert read.json()["data"]["kept"] is False
    assert site.client.get(f"/api/v1/documents/{read.json()['data']['id']}").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": "  "},
        {"text": "a\x00b"},
        {"text": "x", "published": "someday"},
        {"text": 3},
        {"nothing": 1},
        {"text": "x", "title": "t" * 3000},
        {"url": "javascript:alert(1)"},
        {"url": "http://127.0.0.1/"},
    ],
)
def test_what_is_no_text_is_refused(site: Any, body: dict[str, Any]):
    answer = site.client.post("/api/v1/documents", json=body, headers=site.token())
    assert answer.status_code == 422
    assert "error" in answer.json()


def test_decisions_win_over_the_machine(site: Any):
    one, two = (e["id"] for e in site.client.get("/api/v1/events").json()["data"])

    def decide(**body: Any) -> Any:
        return site.client.post("/api/v1/decisions", json=body, headers=site.token())

    assert decide(kind="correct", target=one, field="status", value="denied").status_code == 201
    assert site.client.get(f"/api/v1/events/{one}").json()["data"]["status"] == "denied"
    merged = decide(kind="merge", target=one, **{"with": two})
    assert merged.status_code == 201
    assert len(site.client.get("/api/v1/events").json()["data"]) == 1
    assert decide(kind="split", target=one, why="two meetings").status_code == 201
    assert len(site.client.get("/api/v1/events").json()["data"]) == 2
    assert decide(kind="reject", target=two).status_code == 201
    assert len(site.client.get("/api/v1/events").json()["data"]) == 1
    assert decide(kind="correct", target=one, field="nothing", value="x").status_code == 422
    assert decide(kind="accept", target="e-none").status_code == 404
    kinds = [d["kind"] for d in site.client.get("/api/v1/decisions").json()["data"]]
    assert kinds == ["reject", "split", "merge", "correct"]
    assert {d["who"] for d in site.client.get("/api/v1/decisions").json()["data"]} == {"reviewer"}
    log = site.client.get("/api/v1/audit", headers=site.token("admin")).json()["data"]
    assert [line["action"] for line in log][:4] == kinds


def test_the_record_as_known_on_a_day(site: Any, report: Any):
    site.chronicle.add_reading(
        report("Norway met Chile once more.", when="2025-02-01", published="2025-02-02")
    )
    now = site.client.get("/api/v1/events").json()
    then = site.client.get("/api/v1/events?as_of=2024-12").json()
    assert (len(now["data"]), len(then["data"])) == (3, 2)
    assert then["meta"]["as_of"] == "2024-12-31"
    page = site.client.get("/events?as_of=2024-12")
    assert "as known on" in page.text and "as_of=2024-12-31" in page.text
