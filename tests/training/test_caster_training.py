"""The training of the caster, on passages and a row of its own."""

from __future__ import annotations

from typing import Any

from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT
from dragoman.coding.ranker import NONE as NO_EVENT
from training.caster import Material, acts_of, fit, marked_of, marked_roles, roles_of

PASSAGE = {
    "id": "t-1",
    "text": "Kenya accused Uganda of arming rebels in Rwanda. Peru praised Chile.",
    "events": [
        {"trigger": "accused", "type": "ACCUSE", "mode": "allege", "status": "occurred", "by": None,
         "when": None, "where": None, "actors": [{"text": "Kenya", "country": "KEN", "sector": "GOV"}],
         "recipients": [{"text": "Uganda", "country": "UGA", "sector": "GOV"}]}
    ],
}  # fmt: skip
ROW = {
    "id": "r-1",
    "text": "Chile accused Peru of spying.",
    "marked": "<s>Chile</s> accused <t>Peru</t> of spying.",
    "type": "ACCUSE",
    "source": "Chile",
    "target": "Peru",
}


def test_an_act_that_no_label_touches_is_none(reader: Any) -> None:
    kinds = {act.open.draft.token.text: act.kind for act in acts_of(reader, PASSAGE)}
    assert kinds["accused"] == "ACCUSE" and kinds["praised"] == NO_EVENT


def test_labels_name_the_roles_of_all_who_are_named(reader: Any) -> None:
    act = next(act for act in acts_of(reader, PASSAGE) if act.label is not None)
    assert act.open.settled and not act.open.found.actors  # the rules find its parties: it teaches uncast
    assert {ACTOR, RECIPIENT} <= {i.label for i in roles_of(act)} <= {ACTOR, RECIPIENT, NONE}


def test_a_marked_row_names_two_roles(reader: Any) -> None:
    assert sorted(i.label for i in marked_roles(marked_of(reader, ROW))) == [ACTOR, RECIPIENT]


def test_the_same_material_gives_the_same_files(reader: Any) -> None:
    passages = tuple(act for n in range(4) for act in acts_of(reader, {**PASSAGE, "id": f"t-{n}"}))
    known, rows = Material(passages, (), ()), [marked_of(reader, ROW)]
    one, other = fit(known, rows), fit(known, rows)
    assert one.cast.to_bytes() == other.cast.to_bytes() and one.judge.to_bytes() == other.judge.to_bytes()
