"""The caster: acts whose roles the rules leave open, their cast, and what it must never do."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT
from dragoman.coding.cast_features import cast_candidates, judge_features
from dragoman.coding.caster import RULE, Cast, Caster, Judge, fill
from dragoman.coding.linear import bucket
from dragoman.coding.ranker import NONE as NO_EVENT
from dragoman.model import Document
from dragoman.model.ontology import TYPES

ROLES = (ACTOR, RECIPIENT, NONE)
LABELS = (*TYPES, NO_EVENT)
BUCKETS = 1 << 16


def rows_of(labels: tuple[str, ...], weights: dict[str, dict[str, int]]) -> bytes:
    """The weights of some features by label."""
    rows = bytearray(BUCKETS * len(labels))
    for feature, given in weights.items():
        place = bucket(feature, BUCKETS) * len(labels)
        for n, label in enumerate(labels):
            rows[place + n] = given.get(label, 0) & 0xFF
    return bytes(rows)


def make_caster(cast: dict[str, dict[str, int]], judge: dict[str, dict[str, int]]) -> Caster:
    """A caster with the weights of some features."""
    return Caster(
        Cast(ROLES, rows_of(ROLES, cast), 0.1, {}),
        Judge(LABELS, rows_of(LABELS, judge), 0.1, {"actor": 1.5, "recipient": 2.0}),
    )


def open_acts(reader: Any, text: str) -> list[Any]:
    return [act for act in reader.every_act(Document.of(text)) if not act.settled]


def a_text(reader: Any) -> tuple[str, Any]:
    """A text with an act of one state on another that has no actor by the rules."""
    text = "Uganda, its envoys arrested, blamed no one; in Kenya there were only shrugs."
    act = next(a for a in open_acts(reader, text) if a.draft.type == "COERCE")
    assert not act.found.actors
    return text, act


def test_nobody_is_cast_at_first_and_features_hold_no_names(reader: Any) -> None:
    _, act = a_text(reader)
    assert not act.draft.actors and not act.draft.recipients
    found = cast_candidates(act.draft, act.found, act.named)
    assert {c.key for c in found} == {"UGA", "KEN"}
    assert all(c.role == NONE for c in found)
    features = [f for c in found for f in c.features] + judge_features(act.draft, act.found)
    assert not any(name in f for f in features for name in ("Uganda", "Kenya", "UGA", "KEN"))
    assert f"reason:{act.found.reason}" in features


def test_the_likeliest_role_is_given(reader: Any) -> None:
    _, act = a_text(reader)
    caster = make_caster({"first": {RECIPIENT: 50}, "last-before": {}, "bias:": {ACTOR: 20}}, {})
    assert fill(caster.cast, act)
    assert [p.country for p in act.draft.actors] == ["KEN"]
    assert [p.country for p in act.draft.recipients] == ["UGA"]


@pytest.mark.parametrize(("weight", "events"), [(14, 0), (15, 1)], ids=["near", "clear"])
def test_an_event_is_made_only_by_a_clear_lead(reader: Any, weight: int, events: int) -> None:
    text, _ = a_text(reader)
    cast = {"first": {RECIPIENT: 50}, "bias:": {ACTOR: 20}}
    caster = make_caster(cast, {"type:COERCE": {"COERCE": weight}})
    made = [e for e in reader.with_caster(caster).read(text).events if e.type == "COERCE"]
    assert len(made) == events
    assert all(e.rule.endswith(RULE) and 0 < e.confidence <= 1 for e in made)


def test_no_type_is_given_but_the_lexicons(reader: Any) -> None:
    text, _ = a_text(reader)
    cast = {"first": {RECIPIENT: 50}, "bias:": {ACTOR: 20}}
    caster = make_caster(cast, {"type:COERCE": {"ASSAULT": 100, "COERCE": 90}})
    assert not [e for e in reader.with_caster(caster).read(text).events if e.rule.endswith(RULE)]


def test_nobody_is_cast_where_the_sentence_names_none(reader: Any) -> None:
    eager = make_caster({"bias:": {ACTOR: 100}}, {"bias:": dict.fromkeys(TYPES, 100)})
    assert not reader.with_caster(eager).read("The envoys were arrested and later bombed.").events


def test_what_the_rules_refuse_stays_refused(reader: Any) -> None:
    eager = reader.with_caster(make_caster({"bias:": {ACTOR: 100}}, {"bias:": dict.fromkeys(TYPES, 100)}))
    text = "The Norwegian president met Chancellor Merkel. They discussed trade with Japan."
    assert {a.country for e in eager.read(text).events if e.type == "CONSULT" for a in e.actors} == {
        "NOR", "DEU",
    }  # fmt: skip
    assert not [
        e for e in eager.read("France recognized the Armenian genocide.").events if e.type == "SUPPORT"
    ]


def test_what_the_rules_settle_is_left_to_them(reader: Any) -> None:
    text = "Kenya expelled the Ugandan ambassador."
    eager = make_caster({"bias:": {ACTOR: 100}}, {"bias:": dict.fromkeys(TYPES, 100)})
    alone, with_it = reader.with_caster(None).read(text), reader.with_caster(eager).read(text)
    assert [e for e in with_it.events if not e.rule.endswith(RULE)] == list(alone.events)


def test_files_come_back_as_they_were() -> None:
    caster = make_caster({"first": {ACTOR: -128}}, {"bias:": {"AID": 127}})
    assert Cast.from_bytes(caster.cast.to_bytes()).to_bytes() == caster.cast.to_bytes()
    assert Judge.from_bytes(caster.judge.to_bytes()).version == caster.judge.version


def test_the_package_has_one_and_versions_tell_it(reader: Any) -> None:
    assert Caster.load() is not None
    assert reader.with_caster(None).version != reader.version
