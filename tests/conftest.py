"""What holds for all tests: no network, and a clear word where the measuring data is not there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

SHARED = Path(__file__).resolve().parents[2] / "shared"
settings.register_profile("house", max_examples=60, deadline=None)
settings.load_profile("house")
_LOOPBACK = ("127.", "localhost", "::1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    missing = pytest.mark.skip(reason="the measuring data is not beside this checkout")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(missing)


@pytest.fixture(scope="session")
def reader() -> Any:
    """The reader as users have it, loaded once."""
    pytest.importorskip("spacy")
    from dragoman.reader import Reader

    return Reader()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that reaches beyond this machine is a defect."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else None
        if host is not None and not str(host).startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield
