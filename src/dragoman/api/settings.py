"""How a server is set up: hosts, who may read, limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dragoman.intake.metadata import Metadata
from dragoman.model import Document

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "::1")
MAX_BODY = 5_000_000


@dataclass(frozen=True, slots=True)
class Rate:
    """A limit: `burst` requests at once, `a_minute` in the long run."""

    a_minute: int
    burst: int


def limits(reading: int = 1200) -> dict[str, Rate]:
    """The limits of each kind of request of one client, given how many answers a minute it may read."""
    return {
        "read": Rate(reading, max(10, reading // 3)), "write": Rate(120, 40), "text": Rate(30, 10),
        "login": Rate(10, 6),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """What `dragoman serve` passes on.

    `hosts` are the names under which the server may be addressed. Reading needs no login where all of them
    are of this machine. `reader` makes the reader of texts, `fetch` a document of an address.
    """

    hosts: tuple[str, ...] = LOOPBACK
    secure: bool = False
    rates: dict[str, Rate] = field(default_factory=limits)
    reader: Callable[[], Any] | None = None
    fetch: Callable[[str, Metadata], Document] | None = None

    @property
    def open_reading(self) -> bool:
        """Whether everybody who reaches the server may read."""
        return all(host in LOOPBACK for host in self.hosts)
