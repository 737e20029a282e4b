"""Who is named beside an act and has no part in it, and of whom something is asked."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document

Told = list[tuple[str, set[str], set[str]]]


def told(reader: Any, text: str) -> Told:
    """The events of a text: type, countries (or names) of actors and of recipients."""
    reading = reader.read(Document.of(text, published="2015-05-06"))
    return [
        (e.type, {p.country or p.name for p in e.actors}, {p.country or p.name for p in e.recipients})
        for e in reading.events
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council adopted the resolution, with Chad and Peru abstaining.",
        "The Security Council adopted resolution 9001 with 2 abstentions (Chad, Peru).",
    ],
)
def test_those_who_abstain_adopt_nothing(reader: Any, text: str) -> None:
    for _, actors, recipients in told(reader, text):
        assert not {"TCD", "PER"} & (actors | recipients)


def test_an_outlet_that_is_told_takes_no_part(reader: Any) -> None:
    text = "The Chadian commander told the BBC his fighters would leave the port."
    assert all("GBR" not in actors | recipients for _, actors, recipients in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of people poured into the streets of Lima and Cusco on Monday.",
        "Peruvian miners blocked the Lima-Cusco highway on Monday.",
        "Peruvian miners blocked the road to the Chilean border on Monday.",
    ],
)
def test_a_road_is_nobody_to_protest_against(reader: Any, text: str) -> None:
    assert told(reader, text) == [("PROTEST", {"PER"}, set())]


def test_ones_own_forces_are_no_other_side(reader: Any) -> None:
    text = "Peru and Chile will withdraw their forces from the valley."
    assert all(not any(r is None for r in recipients) for _, _, recipients in told(reader, text))
    assert told(reader, text)[0][2] == set()


def test_who_is_recalled_is_not_from_where(reader: Any) -> None:
    text = "Kenya recalled its envoy to Uganda, John Mwangi, for consultations."
    assert told(reader, text) == [("SANCTION", {"KEN"}, {"UGA"})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Miami's mayor suggested that Washington close the port.", ("REQUEST", {"USA"}, {"USA"})),
        (
            "Peru demanded on Friday, as the price of its vote, that Chile open the road.",
            ("REQUEST", {"PER"}, {"CHL"}),
        ),
        ("Peru demanded that the prisoners be freed by Chile.", ("REQUEST", {"PER"}, {"CHL"})),
    ],
)
def test_of_whom_something_is_demanded(
    reader: Any, text: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader, text)
