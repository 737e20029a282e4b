"""The passages of official prose are in the gold form: triggers quote the text, names are the ontology's."""

from __future__ import annotations

import pytest

from dragoman.model.ontology import STATUSES, TYPES
from evaluation import made_official
from evaluation.common import Json, split_of
from tests.evaluation.gold_form import assert_gold_form

ROWS = made_official.rows()


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_passage_is_in_the_gold_form(row: Json) -> None:
    assert_gold_form(row)


def test_all_types_and_statuses_are_there() -> None:
    events = [event for row in ROWS for event in row["events"]]
    assert {event["type"] for event in events} == set(TYPES)
    assert {event["status"] for event in events} == set(STATUSES)


def test_some_passages_are_aside() -> None:
    assert {split_of(row["id"]) for row in ROWS} == {"look", "aside"}
