"""The measured share of times read right does not fall; the halves set aside count too."""

from __future__ import annotations

import pytest

from evaluation.common import shared
from evaluation.timex import _TIMENORM, expressions, recognition, running, wikinews

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("name", "floor"), [("train.tsv", 0.92), ("test.tsv", 0.87)])
def test_expressions_alone(name: str, floor: float) -> None:
    outcomes, _ = expressions(shared(f"{_TIMENORM}/{name}"))
    assert sum(one.right for one in outcomes) >= floor * len(outcomes)


@pytest.mark.parametrize("split", ["look", "aside"])
def test_dates_in_news(split: str) -> None:
    counts, _ = running(wikinews(), split)
    assert counts["found"] >= 0.87 * counts["marked"]
    assert counts["same"] >= 0.92 * counts["found"]
    assert counts["beside"] <= 0.08 * counts["read"]


@pytest.mark.parametrize("split", ["look", "aside"])
def test_dates_in_history(split: str) -> None:
    counts, _ = running(recognition(), split)
    assert counts["found"] >= 0.99 * counts["marked"]
    assert counts["same"] >= 0.95 * counts["found"]
