"""What a store is: a place that writes in whole transactions and answers questions."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dragoman.store.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the events. Dates are EDTF; an event is in the span if it may lie in it."""

    between: tuple[str, ...] = ()
    type: str | None = None
    mode: str | None = None
    since: str | None = None
    until: str | None = None
    person: str | None = None
    place: str | None = None
    status: str | None = None
    source: str | None = None
    text: str | None = None
    rejected: bool = False
    disputed: bool = False
    limit: int | None = None
    offset: int = 0


class Store(Protocol):
    """A store. `write` gives a shelf inside one transaction, which holds whole or not at all."""

    url: str

    def write(self) -> AbstractContextManager[Shelf]:
        """A shelf to write on; committed at the end of the block, undone where it raises."""

    def read(self) -> AbstractContextManager[Shelf]:
        """A shelf to read from, with one view of the store throughout."""

    def close(self) -> None:
        """Let go of all connections."""
