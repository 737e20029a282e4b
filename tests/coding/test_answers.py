"""Who a reaction answers, and whose nameless groups are, in the prose of newswire read the whole way."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document


def sides(reader: Any, text: str, kind: str, **known: Any) -> list[tuple[set[str], set[str]]]:
    """The countries (or names) of actors and recipients of the events of one type."""
    reading = reader.read(Document.of(text, published="2014-05-06", **known))
    return [
        ({p.country or p.name for p in e.actors}, {p.country or p.name for p in e.recipients})
        for e in reading.events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    "text, kind, expected",
    [
        ("Rwandan jets bombed a camp in Burundi. Burundi vowed to retaliate.", "THREATEN",
         ({"BDI"}, {"RWA"})),
        ("Peru expelled the Chilean consul. Chile denounced the decision.", "ACCUSE", ({"CHL"}, {"PER"})),
        ("Peru closed its border with Chile, a move that Chile condemned.", "ACCUSE",
         ({"CHL"}, {"PER"})),
        ("Mali opened its border, in what the government in Niamey condemned as a breach.", "ACCUSE",
         ({"NER"}, {"MLI"})),
        ("Peru annexed the islands, a step that Chile called a provocation.", "ACCUSE", ({"CHL"}, {"PER"})),
        ("Kenya banned imports from Uganda and demanded an apology.", "REQUEST", ({"KEN"}, {"UGA"})),
        ("Kenyan troops raided a Ugandan camp, demanding the release of the crew.", "REQUEST",
         ({"KEN"}, {"UGA"})),
        ("Pakistani troops shelled Indian posts. The Indian army returned fire.", "ASSAULT",
         ({"IND"}, {"PAK"})),
        ("Ghana arrested a Togolese banker at the request of Benin.", "REQUEST", ({"BEN"}, {"GHA"})),
    ],
    ids=[
        "retaliate", "the decision", "a move", "what", "called a name", "goes on", "a matter",
        "fire returned", "on request",
    ],
)  # fmt: skip
def test_a_reaction_answers_the_act_before_it(
    reader: Any, text: str, kind: str, expected: tuple[set[str], set[str]]
) -> None:
    assert expected in sides(reader, text, kind)


def test_a_reaction_to_nothing_told_has_no_other_side(reader: Any) -> None:
    assert sides(reader, "Kenya denounced the decision.", "ACCUSE") in ([], [({"KEN"}, set())])


@pytest.mark.parametrize("publisher", ["AFP", "Reuters", "Xinhua", "PTI", None])
def test_the_state_of_an_outlet_is_not_that_of_those_it_tells_of(reader: Any, publisher: str | None) -> None:
    text = "Rebel soldiers attacked the presidential palace in Bamako."
    assert sides(reader, text, "ASSAULT", publisher=publisher) == [({"MLI"}, {"MLI"})]


@pytest.mark.parametrize(
    "text, kind, expected",
    [
        ("Kenya and Somalia accused each other of shelling a market.", "ACCUSE",
         ({"KEN", "SOM"}, {"KEN", "SOM"})),
        ("Seven Ugandan soldiers were killed in a Sudanese air strike on Friday.", "ASSAULT",
         ({"SDN"}, {"UGA"})),
        ("A bomb planted by Peruvian rebels killed two Chilean officers.", "ASSAULT", ({"PER"}, {"CHL"})),
        ("The Security Council punished Chad for its invasion of Niger.", "ASSAULT", ({"TCD"}, {"NER"})),
    ],
    ids=["each other", "killed in a strike", "planted by", "for its"],
)  # fmt: skip
def test_sides_that_the_frame_of_a_word_does_not_name(
    reader: Any, text: str, kind: str, expected: tuple[set[str], set[str]]
) -> None:
    assert expected in sides(reader, text, kind)


def test_the_town_where_two_states_sign_is_no_party(reader: Any) -> None:
    text = "Benin and Togo signed accords in Geneva on Thursday."
    assert sides(reader, text, "SUPPORT") == [({"BEN", "TGO"}, set())]


def test_those_hit_near_a_border_are_not_of_the_state_beyond_it(reader: Any) -> None:
    text = "Turkish jets killed 35 villagers near the Iraqi border."
    assert all("IRQ" not in recipients for _, recipients in sides(reader, text, "ASSAULT"))
