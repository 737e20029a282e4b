"""The assigner: who might take part, what changes, and what it must never do."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.assigner import Assigner
from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT, Ways, candidates, mentions_of
from dragoman.coding.linear import bucket
from dragoman.model import Document

LABELS = (ACTOR, RECIPIENT, NONE)
BUCKETS = 1 << 16
TEXT = "Kenya accused Uganda of arming rebels in Rwanda."


def make_assigner(**weights: dict[str, int]) -> Assigner:
    """An assigner with the weights of `role:` features by label."""
    rows = bytearray(BUCKETS * len(LABELS))
    for role, given in weights.items():
        place = bucket(f"role:{role}", BUCKETS) * len(LABELS)
        for n, label in enumerate(LABELS):
            rows[place + n] = given.get(label, 0) & 0xFF
    return Assigner(LABELS, bytes(rows), 0.1, {"role": 1.0, "none": 2.0})


def ruled(reader: Any, text: str, kind: str) -> tuple[Any, Any]:
    drafts, mentions = reader.ruled(Document.of(text))
    return next(d for d in drafts if d.type == kind), mentions


def test_candidates_are_those_named_and_each_once(reader: Any) -> None:
    draft, mentions = ruled(reader, TEXT, "ACCUSE")
    found = {c.key: c.role for c in candidates(draft, mentions_of(draft.sentence, mentions))}
    assert found["KEN"] == ACTOR and found["UGA"] == RECIPIENT
    assert found.get("RWA", NONE) == NONE


def test_features_hold_no_names(reader: Any) -> None:
    draft, mentions = ruled(reader, TEXT, "ACCUSE")
    for candidate in candidates(draft, mentions_of(draft.sentence, mentions)):
        assert len(candidate.features) == len(set(candidate.features))
        assert not any(name in f for f in candidate.features for name in ("Kenya", "Uganda", "KEN", "UGA"))


def test_a_path_goes_up_to_what_is_shared_and_down(reader: Any) -> None:
    draft, _ = ruled(reader, TEXT, "ACCUSE")
    words = {t.text: t for t in draft.sentence.tokens}
    assert Ways(words["accused"]).to(words["Uganda"]) == "|obj"
    assert Ways(words["Uganda"]).to(words["Kenya"]) == "obj|subj"


@pytest.mark.parametrize(
    ("weight", "left"), [(10, ["UGA"]), (19, ["UGA"]), (20, [])], ids=["less", "near", "clear"]
)
def test_a_party_is_left_out_only_by_a_clear_lead(reader: Any, weight: int, left: list[str]) -> None:
    draft, mentions = ruled(reader, TEXT, "ACCUSE")
    make_assigner(recipient={NONE: weight}).settle([draft], mentions)
    assert [p.country for p in draft.recipients] == left


def test_an_event_keeps_an_actor(reader: Any) -> None:
    draft, mentions = ruled(reader, TEXT, "ACCUSE")
    make_assigner(actor={NONE: 100}).settle([draft], mentions)
    assert [p.country for p in draft.actors] == ["KEN"]


def test_an_event_keeps_the_recipient_that_its_type_needs(reader: Any) -> None:
    draft, mentions = ruled(reader, "Kenya expelled the Ugandan ambassador.", "SANCTION")
    make_assigner(recipient={NONE: 100}).settle([draft], mentions)
    assert [p.country for p in draft.recipients] == ["UGA"]


def test_explain_says_what_changed_and_why(reader: Any) -> None:
    draft, mentions = ruled(reader, TEXT, "ACCUSE")
    (told,) = make_assigner(recipient={NONE: 100}).explain(draft, mentions)
    assert (told["was"], told["role"], told["lead"]) == (RECIPIENT, NONE, 10.0)
    assert told["features"] == [["role:recipient", 10.0]]


def test_the_file_is_the_same_for_the_same_weights() -> None:
    assigner = make_assigner(actor={NONE: 3})
    assert Assigner.from_bytes(assigner.to_bytes()).to_bytes() == assigner.to_bytes()
    with pytest.raises(ValueError, match="no file of ranker weights"):
        Assigner.from_bytes(b"dragoman-ranker-1\n{}")


def test_the_reader_works_without_it(reader: Any) -> None:
    alone = reader.with_assigner(None)
    assert alone.version != reader.version
    assert [e.type for e in alone.read(TEXT).events] == [e.type for e in reader.read(TEXT).events]
