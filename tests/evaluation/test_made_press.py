"""The passages of papers, state media, bodies and wires are in the gold form."""

from __future__ import annotations

import pytest

from dragoman.model.ontology import SECTORS, STATUSES, TYPES
from evaluation import made_press
from evaluation.common import Json, split_of

ROWS = made_press.rows()


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_passage_is_in_the_gold_form(row: Json) -> None:
    for event in row["events"]:
        assert event["trigger"] in row["text"]
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert event["mode"] is None or event["mode"] in TYPES[event["type"]].modes
        assert event["actors"]
        assert all(party["sector"] in SECTORS for party in event["actors"] + event["recipients"])


def test_decades_and_splits() -> None:
    assert {row["published"][:2] for row in ROWS} == {"19", "20"}
    assert len({row["published"][:3] for row in ROWS}) == 10
    assert {split_of(row["id"]) for row in ROWS} == {"look", "aside"}
    assert len({row["id"] for row in ROWS}) == len(ROWS) == 135
