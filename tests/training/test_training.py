from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dragoman.coding.ranker import NONE
from dragoman.model.ontology import TYPES
from training.bags import Bag, Proposal, instances
from training.ranker import LABELS, Settings, fit, pack
from training.softmax import Instance, train
from training.sources import OWN

KNOWN = [
    *[Instance(("type:ACCUSE", "lemma:slam"), "ACCUSE") for _ in range(8)],
    *[Instance(("type:ACCUSE", "lemma:slam", "object:door"), NONE) for _ in range(8)],
    *[Instance(("type:SUPPORT", "lemma:hail"), "SUPPORT") for _ in range(8)],
]


def test_train_learns_what_tells_labels_apart() -> None:
    weights = train(KNOWN, LABELS, {}, penalty=0.1)
    chances = weights.chances(("type:ACCUSE", "lemma:slam"))

    assert max(chances, key=lambda label: chances[label]) == "ACCUSE"
    chances = weights.chances(("type:ACCUSE", "lemma:slam", "object:door"))
    assert max(chances, key=lambda label: chances[label]) == NONE


def test_the_same_instances_give_the_same_file() -> None:
    settings = replace(Settings(), penalty=0.1)
    first, again = (pack(fit([], KNOWN, settings), settings).to_bytes() for _ in range(2))

    assert first == again


def test_packed_weights_keep_the_order_of_labels() -> None:
    settings = replace(Settings(), penalty=0.1)
    weights = fit([], KNOWN, settings)
    ranker = pack(weights, settings)
    found = ("type:SUPPORT", "lemma:hail")
    sums = ranker.scores(found)

    assert LABELS[sums.index(max(sums))] == "SUPPORT"


def test_the_proposal_with_the_marked_parties_bears_the_label() -> None:
    near = Proposal(("lemma:urge",), "REQUEST", 1)
    both = Proposal(("lemma:slam",), "ACCUSE", 3)
    made = instances([Bag("a", "ACCUSE", (near, both))], None)

    assert [(i.features[0], i.label) for i in made] == [("lemma:slam", "ACCUSE"), ("lemma:urge", NONE)]
    assert made[1].weight < made[0].weight


@pytest.mark.parametrize(
    ("proposed", "label"), [("CONCEDE", "CONCEDE"), ("RETREAT", "RETREAT"), ("AID", "RETREAT")]
)
def test_yield_is_the_type_that_the_lexicon_leads_to(proposed: str, label: str) -> None:
    (made,) = instances([Bag("a", "YIELD", (Proposal(("lemma:ease",), proposed, 3),))], None)

    assert made.label == label


def test_rows_of_another_convention_teach_nothing() -> None:
    bag = Bag("a", "COERCE", (Proposal(("lemma:sanction",), "SANCTION", 3),))

    assert instances([bag], None) == []


def test_own_sentences_name_words_of_theirs_and_types() -> None:
    rows = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]

    assert len({row["text"] for row in rows}) == len(rows) > 200
    for row in rows:
        for words, kind in row["events"]:
            assert row["text"].count(words) >= 1 and kind in TYPES
