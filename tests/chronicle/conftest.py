"""The factories of this folder and both engines, for tests that run on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.chronicle import Chronicle
from tests.chronicle import factories
from tests.store import postgres


@pytest.fixture
def make() -> Any:
    """The factories: `make.meeting`, `make.reading`."""
    return factories


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Addresses of fresh stores of one engine."""
    count = iter(range(100))

    def fresh() -> str:
        if request.param == "postgresql":
            return str(postgres.fresh_database())
        return str(tmp_path / f"store-{next(count)}.db")

    return fresh


@pytest.fixture
def chronicle(engine: Callable[[], str]) -> Iterator[Chronicle]:
    """An empty chronicle, on each engine."""
    with Chronicle(engine()) as made:
        yield made


@pytest.fixture
def memory() -> Iterator[Chronicle]:
    """An empty chronicle in memory."""
    with Chronicle(":memory:") as made:
        yield made


@pytest.fixture
def state() -> Callable[[Chronicle], Any]:
    """Everything derived, for comparing two chronicles."""

    def of(chronicle: Chronicle) -> Any:
        events = [event.to_dict() for event in chronicle.events(rejected=True)]
        return {
            "events": events, "outlook": chronicle.outlook(), "agreements": chronicle.agreements(),
            "sources": chronicle.sources(),
            "disagreements": [(e.id, d) for e, d in chronicle.disagreements()],
            "counts": {k: v for k, v in chronicle.counts().items() if k not in ("readings", "decisions")},
        }  # fmt: skip

    return of
