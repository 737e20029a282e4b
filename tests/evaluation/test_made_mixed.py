"""The passages of a hundred and fifty outlets are in the gold form; they are of ten decades."""

from __future__ import annotations

import pytest

from evaluation import made_mixed
from evaluation.common import Json, split_of
from tests.evaluation.gold_form import assert_gold_form

ROWS = made_mixed.rows()


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_passage_is_in_the_gold_form(row: Json) -> None:
    assert_gold_form(row)


def test_decades_and_splits() -> None:
    assert len({row["published"][:3] for row in ROWS if row["published"]}) == 10
    assert {split_of(row["id"]) for row in ROWS} == {"look", "aside"}
    assert len({row["id"] for row in ROWS}) == len(ROWS) == 150
