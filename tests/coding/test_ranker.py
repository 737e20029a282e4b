from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.draft import Draft
from dragoman.coding.linear import bucket
from dragoman.coding.ranker import NONE, Ranker
from dragoman.coding.ranker_features import features
from dragoman.coding.triggers import Trigger
from dragoman.language.tree import Sentence, Token
from dragoman.lexicon.entry import Entry

LABELS = ("ACCUSE", "SUPPORT", NONE)
BUCKETS = 1 << 10


def make_draft(type_: str = "SUPPORT") -> Draft:
    """ "Peru slammed reforms" with a trigger entry of a type."""
    subject = Token(0, 0, "Peru", "Peru", "PROPN", "NNP", "subj")
    verb = Token(1, 5, "slammed", "slam", "VERB", "VBD", "root")
    target = Token(2, 13, "reforms", "reform", "NOUN", "NNS", "obj")
    tokens = [subject, verb, target]
    for token in (subject, target):
        token.head = verb
        verb.children.append(token)
    sentence = Sentence(0, tokens)
    for token in tokens:
        token.sent = sentence
    entry = Entry("support.slam", type_, verb=("slam",))
    return Draft(Trigger(verb, entry, (verb,), 0), type_, "m", [], [], entry.id, 0.8)


def make_ranker(**weights: dict[str, int]) -> Ranker:
    """A ranker with the weights of some lemmas by label."""
    rows = bytearray(BUCKETS * len(LABELS))
    for lemma, given in weights.items():
        place = bucket(f"lemma:{lemma}", BUCKETS) * len(LABELS)
        for n, label in enumerate(LABELS):
            rows[place + n] = given.get(label, 0) & 0xFF
    return Ranker(LABELS, bytes(rows), 0.1, {"type": 1.0, "none": 2.0})


def test_features_name_words_but_no_names() -> None:
    found = features(make_draft())

    assert "type:SUPPORT" in found and "entry:support.slam" in found
    assert "lemma:slam" in found and "lemma-object:slam+reform" in found and "subject:#name" in found
    assert not any("Peru" in feature for feature in found)
    assert len(found) == len(set(found))


def test_dispose_gives_another_type_where_it_leads_clearly() -> None:
    (draft,) = make_ranker(slam={"ACCUSE": 20}).dispose([make_draft()])

    assert (draft.type, draft.mode, draft.rule) == ("ACCUSE", None, "support.slam>accuse")
    assert draft.entry == "support.slam"


def test_dispose_keeps_the_type_where_the_lead_is_small() -> None:
    (draft,) = make_ranker(slam={"ACCUSE": 9}).dispose([make_draft()])

    assert (draft.type, draft.mode, draft.rule) == ("SUPPORT", "m", "support.slam")


@pytest.mark.parametrize(("weight", "kept"), [(19, 1), (20, 0)])
def test_dispose_drops_where_none_leads_clearly(weight: int, kept: int) -> None:
    assert len(make_ranker(slam={NONE: weight}).dispose([make_draft()])) == kept


def test_equal_scores_keep_the_lexicon_and_order_labels_the_same_way() -> None:
    verdict = make_ranker().judge(make_draft())

    assert verdict.margin == 0.0
    assert list(verdict.powers) == list(LABELS)


def test_negative_weights_survive_the_file() -> None:
    ranker = make_ranker(slam={"SUPPORT": -128, "ACCUSE": 127})
    again = Ranker.from_bytes(ranker.to_bytes())

    assert again.scores(["lemma:slam"]) == ranker.scores(["lemma:slam"]) == [127, -128, 0]
    assert again.to_bytes() == ranker.to_bytes() and again.version == ranker.version


def test_other_bytes_are_no_ranker() -> None:
    with pytest.raises(ValueError, match="ranker weights"):
        Ranker.from_bytes(b"anything")


def test_explain_names_the_telling_features() -> None:
    told = make_ranker(slam={"ACCUSE": 20}).explain(make_draft())

    assert told["top"][0][0] == "ACCUSE" and told["margin"] == 2.0
    assert told["features"] == [["lemma:slam", 2.0]]


def test_a_meeting_to_come_is_as_sure_as_one_that_was(reader: Any) -> None:
    (planned,) = reader.read("President Biden will meet with President Xi on Friday.").events
    assert (planned.type, planned.status) == ("AGREE", "planned")
    assert planned.confidence > 0.6
