"""Fetching: what it refuses, what it follows, and where it stops."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.errors import FetchError
from dragoman.intake import fetch as fetching
from dragoman.intake.fetch import Limits, fetch, fetch_document, may_be_reached
from dragoman.intake.metadata import Metadata

ARTICLE = (
    "<html><head><title>Talks in Oslo</title></head><body><nav>Menu</nav><article><h1>Talks in Oslo</h1><p>"
    + "The ministers of Norway and Chile met in Oslo on Friday and spoke about fisheries at length. " * 8
    + "</p></article><script>alert(1)</script></body></html>"
)


class Answers(http.server.BaseHTTPRequestHandler):
    """A server that answers by its path."""

    def do_GET(self) -> None:
        path, _, rest = self.path.partition("?")
        if path == "/moved":
            self.send_response(302)
            self.send_header("Location", rest)
            self.end_headers()
            return
        if path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
            return
        body = {
            "/article": ARTICLE.encode(),
            "/text": "Talks were held in Oslo – again.".encode(),
            "/long": b"x" * 50_000,
        }.get(path)
        self.send_response(200 if body else 404)
        self.send_header(
            "Content-Type",
            {"/article": "text/html; charset=utf-8", "/image": "image/png"}.get(
                path, "text/plain; charset=utf-8"
            ),
        )
        if path != "/long":
            self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """The address of a server on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def everywhere(_: str) -> bool:
    """Every address is allowed: the server of these tests is on this machine."""
    return True


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
    ],
)
def test_addresses_within_are_refused(address: str):
    assert not may_be_reached(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111"])
def test_addresses_of_the_internet_are_reached(address: str):
    assert may_be_reached(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "javascript:alert(1)",
        "ftp://8.8.8.8/",
        "http://",
        "http:///x",
        "//8.8.8.8/",
        "",
        "http://user:secret@8.8.8.8/",
        "http://8.8.8.8:22/",
        "http://8.8.8.8:99999/",
        "http://[::ffff:127.0.0.1]/",
        "http://8.8.8.8\r\nHost: x/",
        "http://ex ample/",
    ],
)
def test_what_must_not_be_fetched_is_refused(url: str):
    with pytest.raises(FetchError):
        fetch(url)


def test_a_server_on_this_machine_is_not_reached(address: str):
    with pytest.raises(FetchError, match="within this network"):
        fetch(f"{address}/text")


def test_a_redirect_into_this_network_is_refused(address: str):
    """The first address is allowed, the one that it leads to is not."""
    asked: list[str] = []

    def first_only(found: str) -> bool:
        asked.append(found)
        return len(asked) == 1

    with pytest.raises(FetchError, match="within this network"):
        fetch(f"{address}/moved?{address}/text", allowed=first_only)
    assert len(asked) == 2


@pytest.mark.parametrize("target", ["http://169.254.169.254/", "file:///etc/passwd", "http://localhost:1/"])
def test_redirects_that_lead_nowhere_good_are_refused(address: str, target: str):
    first: list[str] = []

    def only_first(found: str) -> bool:
        first.append(found)
        return len(first) == 1

    with pytest.raises(FetchError):
        fetch(f"{address}/moved?{target}", allowed=only_first)


def test_the_connection_goes_to_the_address_that_was_checked(address: str, monkeypatch: pytest.MonkeyPatch):
    """A name that is answered otherwise a moment later leads nowhere else."""
    port = int(address.rpartition(":")[2])
    looked: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *more: Any, **named: Any) -> Any:
        if host == "record.example":
            looked.append(host)
            return real("127.0.0.1" if len(looked) == 1 else "127.0.0.2", *more, **named)
        return real(host, *more, **named)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", once)
    found = fetch(f"http://record.example:{port}/text", allowed=everywhere)
    assert "Talks" in found.body.decode()
    assert looked == ["record.example"]


def test_one_private_address_of_a_name_is_enough_to_refuse_it(monkeypatch: pytest.MonkeyPatch):
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match="within this network"):
        fetch("http://both.example/")


def test_redirects_are_followed_and_counted(address: str):
    assert fetch(f"{address}/moved?/text", allowed=everywhere).url.endswith("/text")
    with pytest.raises(FetchError, match="redirects more than"):
        fetch(f"{address}/moved?/moved?/moved?/moved?/moved?/text", Limits(redirects=2), allowed=everywhere)


def test_what_is_too_long_or_too_slow_ends(address: str):
    with pytest.raises(FetchError, match="longer than"):
        fetch(f"{address}/long", Limits(size=10_000), allowed=everywhere)
    with pytest.raises(FetchError, match="longer than"):
        fetch(f"{address}/article", Limits(size=100), allowed=everywhere)
    begun = time.monotonic()
    with pytest.raises(FetchError, match="too long"):
        fetch(f"{address}/slow", Limits(seconds=0.5), allowed=everywhere)
    assert time.monotonic() - begun < 2


def test_a_page_becomes_a_document(address: str):
    doc = fetch_document(f"{address}/article", Metadata(published="2024-05-03"), allowed=everywhere)
    assert doc.title == "Talks in Oslo"
    assert "fisheries" in doc.text and "alert" not in doc.text and "Menu" not in doc.text
    assert (doc.published, doc.url) == ("2024-05-03", f"{address}/article")
    assert (
        fetch_document(f"{address}/text", Metadata(title="T"), allowed=everywhere).text
        == "Talks were held in Oslo – again."
    )
    for wrong in ("image", "nothing"):
        with pytest.raises(FetchError):
            fetch_document(f"{address}/{wrong}", Metadata(), allowed=everywhere)
