"""Who may do what: anonymous writes, forged tokens, forged forms, roles, hosts, limits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.api.settings import Rate
from tests import server

DECISION = {"kind": "accept", "target": "e-none"}
TEXT = {"text": "Norway and Chile met."}


@pytest.mark.parametrize(("path", "body"), [("decisions", DECISION), ("documents", TEXT)])
def test_nobody_in_particular_changes_nothing(site: Any, path: str, body: Any):
    answer = site.client.post(f"/api/v1/{path}", json=body)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert site.chronicle.counts()["decisions"] == 0


@pytest.mark.parametrize(
    "header", ["Bearer drg_forged", "Bearer ", "Basic YTpi", "drg_forged", "Bearer \udcff"]
)
def test_forged_tokens_are_refused(site: Any, header: str):
    headers = {"Authorization": header.encode("utf-8", "surrogateescape")}
    assert site.client.post("/api/v1/decisions", json=DECISION, headers=headers).status_code == 401
    assert site.client.get("/api/v1/events", headers=headers).status_code == 401


def test_a_token_ends_with_its_user(site: Any):
    header = site.token("reviewer")
    assert site.client.get("/api/v1/me", headers=header).json()["data"]["name"] == "reviewer"
    site.accounts.change("reviewer", active=False)
    assert site.client.get("/api/v1/me", headers=header).status_code == 401


def test_roles_hold(site: Any):
    assert (
        site.client.post("/api/v1/decisions", json=DECISION, headers=site.token("reader")).status_code == 403
    )
    assert site.client.post("/api/v1/documents", json=TEXT, headers=site.token("reader")).status_code == 403
    assert site.client.get("/api/v1/audit", headers=site.token("reviewer")).status_code == 403
    assert site.client.get("/api/v1/audit", headers=site.token("admin")).status_code == 200


def test_a_session_needs_the_form_of_this_session(site: Any):
    client = site.sign_in()
    event = site.client.get("/api/v1/events").json()["data"][0]["id"]
    good = site.form(f"/event/{event}", client)
    other = site.form("/login", site.fresh())
    for token in ("", "forged", other):
        answer = client.post(f"/event/{event}", data={"kind": "accept", "csrf": token})
        assert answer.status_code == 403
        assert (
            client.post(
                "/api/v1/decisions", json={**DECISION, "target": event}, headers={"X-CSRF-Token": token}
            ).status_code
            == 403
        )
    elsewhere = {"Origin": "https://evil.example"}
    assert (
        client.post(f"/event/{event}", data={"kind": "accept", "csrf": good}, headers=elsewhere).status_code
        == 403
    )
    crossing = {"Sec-Fetch-Site": "cross-site"}
    assert (
        client.post(f"/event/{event}", data={"kind": "accept", "csrf": good}, headers=crossing).status_code
        == 403
    )
    assert site.chronicle.counts()["decisions"] == 0
    assert client.post(f"/event/{event}", data={"kind": "accept", "csrf": good}).status_code == 303
    assert (
        client.post(
            "/api/v1/decisions",
            json={"kind": "comment", "target": event, "why": "x"},
            headers={"X-CSRF-Token": good},
        ).status_code
        == 201
    )
    assert site.chronicle.counts()["decisions"] == 2


def test_forms_without_a_session_are_refused_too(site: Any):
    assert (
        site.client.post("/login", data={"name": "reviewer", "password": server.PASSWORD}).status_code == 403
    )
    assert site.client.post("/read", data={"text": "Norway."}).status_code == 403
    assert site.client.post("/logout").status_code == 403


def test_a_forged_cookie_is_nobody(site: Any):
    site.sign_in()
    site.client.cookies.set(
        "dragoman", site.client.cookies["dragoman"][:-3] + "xyz", domain="localhost.local"
    )
    client = site.fresh()
    client.cookies.set("dragoman", "eyJzaWQiOiAieCJ9.forged.forged")
    assert client.get("/api/v1/me").json()["data"]["name"] is None


def test_signing_out_ends_the_session(site: Any):
    client = site.sign_in()
    cookie = client.cookies["dragoman"]
    assert client.get("/api/v1/me").json()["data"]["name"] == "reviewer"
    assert client.post("/logout", data={"csrf": site.form("/", client)}).status_code == 303
    stolen = site.fresh()
    stolen.cookies.set("dragoman", cookie)
    assert stolen.get("/api/v1/me").json()["data"]["name"] is None


def test_a_wrong_password_says_nothing_of_the_name(site: Any):
    answers = []
    for name in ("reviewer", "nobody"):
        data = {"name": name, "password": "wrong", "csrf": site.form()}
        answer = site.client.post("/login", data=data)
        assert answer.status_code == 401
        answers.append("the name or the password is wrong." in answer.text)
    assert answers == [True, True]
    assert [line.outcome for line in site.accounts.audit()] == ["refused", "refused"]


@pytest.mark.parametrize(
    "to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(site: Any, to: str):
    data = {"name": "reviewer", "password": server.PASSWORD, "csrf": site.form(), "to": to}
    assert site.client.post("/login", data=data).headers["location"] == "/"


def test_another_host_needs_a_login_for_reading(tmp_path: Path):
    site = server.Site(tmp_path, hosts=("localhost", "record.example"))
    try:
        assert site.client.get("/api/v1/events").status_code == 401
        assert site.client.get("/events").status_code == 401
        assert "Sign in" in site.client.get("/events").text
        assert site.client.get("/api/v1/events", headers=site.token("reader")).status_code == 200
        assert site.sign_in("reader").get("/events").status_code == 200
    finally:
        site.close()


def test_other_names_of_the_server_are_not_answered(site: Any):
    for host in ("evil.example", "127.0.0.1.evil.example", ""):
        assert site.client.get("/api/v1/events", headers={"Host": host}).status_code == 400
    assert site.client.get("/api/v1/events", headers={"Host": "127.0.0.1:8000"}).status_code == 200


def test_too_many_requests_wait(tmp_path: Path):
    rates = {**server.FREE, "read": Rate(60, 3)}
    site = server.Site(tmp_path, rates=rates)
    try:
        answers = [site.client.get("/api/v1/me") for _ in range(5)]
        assert [a.status_code for a in answers] == [200, 200, 200, 429, 429]
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert answers[-1].json()["error"]["code"] == "D703"
    finally:
        site.close()


def test_a_request_that_is_too_long_is_refused(site: Any):
    body = b'{"text": "' + b"x" * 6_000_000 + b'"}'
    headers = {**site.token(), "Content-Type": "application/json"}
    assert site.client.post("/api/v1/documents", content=body, headers=headers).status_code == 413


def test_every_answer_carries_the_policy(site: Any):
    for path in ("/", "/api/v1/events", "/static/x/web.css", "/nothing", "/api/v1/nothing"):
        headers = site.client.get(path).headers
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_passwords_and_tokens_are_kept_as_hashes(site: Any, tmp_path: Path):
    token = site.accounts.new_token("reader")
    stored = b"".join(p.read_bytes() for p in tmp_path.glob("accounts.db*"))
    assert token.encode() not in stored
    assert server.PASSWORD.encode() not in stored
    assert b"$argon2id$" in stored


def test_a_defect_is_said_in_the_same_shape(site: Any, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: Any, **__: Any) -> Any:
        raise RuntimeError("secret")

    monkeypatch.setattr(site.desk.browser, "events", broken)
    client = TestClient(site.app, base_url="http://localhost", raise_server_exceptions=False)
    answer = client.get("/api/v1/events")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "A500")
    shown = client.get("/events")
    assert shown.status_code == 500 and "<h1>That did not work</h1>" in shown.text
    for one in (answer, shown):
        assert "secret" not in one.text
        assert "unsafe" not in one.headers["content-security-policy"]
