"""The passages of official prose are in the gold form: triggers quote the text, names are the ontology's."""

from __future__ import annotations

import pytest

from dragoman.model.ontology import SECTORS, STATUSES, TYPES
from evaluation import made_official
from evaluation.common import Json, split_of

ROWS = made_official.rows()


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_passage_is_in_the_gold_form(row: Json) -> None:
    for event in row["events"]:
        assert event["trigger"] in row["text"]
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert event["mode"] is None or event["mode"] in TYPES[event["type"]].modes
        assert event["actors"]
        assert all(party["sector"] in SECTORS for party in event["actors"] + event["recipients"])


def test_all_types_and_statuses_are_there() -> None:
    events = [event for row in ROWS for event in row["events"]]
    assert {event["type"] for event in events} == set(TYPES)
    assert {event["status"] for event in events} == set(STATUSES)


def test_some_passages_are_aside() -> None:
    assert {split_of(row["id"]) for row in ROWS} == {"look", "aside"}
