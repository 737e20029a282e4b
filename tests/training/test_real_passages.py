"""The labels of real passages: kept without their texts, none of them of a passage that is measured by."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from dragoman.model.ontology import TYPES
from evaluation import own_gold, own_second, own_third, own_wire
from evaluation.common import MissingDataError, load_lines, shared
from training.caster import Material, acts_of
from training.sources import REAL, real_passages


@cache
def kept() -> tuple[dict[str, Any], ...]:
    """The labels as they are kept."""
    return tuple(load_lines(REAL))


def test_no_text_is_kept_but_names_that_a_passage_lacks() -> None:
    for row in kept():
        assert set(row) == {"id", "source", "sha256", "published", "publisher", "events"}
        for event in row["events"]:
            assert event["type"] in TYPES and len(event["trigger"]) == 2
            for party in (*event["actors"], *event["recipients"]):
                assert set(party) in ({"span", "country"}, {"name", "country"})


def test_none_is_of_a_record_that_is_measured_by() -> None:
    measured = {
        (row["source"]["file"], row["source"]["record"])
        for set_ in (own_gold, own_second, own_third, own_wire)
        for row in set_.references()
    }
    assert not measured & {(row["source"]["file"], row["source"]["record"]) for row in kept()}


def test_they_share_nothing_with_the_gold_passages() -> None:
    from evaluation.own_passages import overlaps, squeezed

    try:
        gold = " ".join(squeezed(row["text"]) for row in load_lines(shared("gold/dev.jsonl")))
    except MissingDataError as absence:
        pytest.skip(str(absence))
    rows = real_passages()
    assert rows is not None and len(rows) == len(kept())
    assert not [row["id"] for row in rows if overlaps(row["text"], gold)]


def test_parties_have_the_words_that_their_spans_hold() -> None:
    rows = real_passages()
    if rows is None:
        pytest.skip("the texts of the real passages are not beside the checkout")
    parties = [p for row in rows for event in row["events"] for p in event["actors"]]
    assert all(p["text"].strip() == p["text"] != "" for p in parties)


def test_a_passage_is_left_out_with_its_fold(reader: Any) -> None:
    passage = {"text": "Peru praised Chile.", "events": []}
    acts = tuple(act for name in ("a", "b") for act in acts_of(reader, {**passage, "id": name}))
    kept = Material(acts, (), ()).without({"a"})
    assert {act.source for act in kept.passages} == {"b"} and len(kept.passages) == len(acts) // 2


def test_ids_are_unique_and_of_three_sources() -> None:
    ids = [row["id"] for row in kept()]
    assert len(ids) == len(set(ids))
    files = {json.dumps(row["source"]["file"]).split("/")[1] for row in kept()}
    assert files == {"plv", "whitehouse_readouts", "us_recognition_relations_rdcr"}
