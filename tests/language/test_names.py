"""Names that a small parser takes apart, and lists of states with long names."""

from __future__ import annotations

from typing import Any

import pytest

LISTS = [
    ("The leaders of the Republic of Korea, Japan and the United States met in Busan.", "JPN KOR USA"),
    ("The presidents of Kenya, the Democratic Republic of Congo and Uganda met.", "COD KEN UGA"),
    ("The premier met the heads of state and government of Mali, the Federal Republic of Germany, "
     "and Niger.", "DEU MLI NER"),
    ("The premier met with Malian officers and with Nigerien and Chadian envoys in Paris.", "MLI NER TCD"),
    ("The Kenyan envoy met with President Museveni and Ugandan judges in June 2011.", "KEN UGA"),
]  # fmt: skip
NAMES = [
    ("Prime Minister al-Maliki met the Turkish president in June 2009.", "Prime Minister al-Maliki", "IRQ"),
    ("General Zia ul-Haq met the Turkish president in June 1984.", "General Zia ul-Haq", "PAK"),
    ("The Turkish president met President dos Santos in June 2009.", "President dos Santos", "AGO"),
]


def parties(reading: Any) -> list[Any]:
    return [p for event in reading.events for p in (*event.actors, *event.recipients)]


@pytest.mark.parametrize(("text", "states"), LISTS)
def test_a_list_of_states_with_long_names_is_read_whole(reader: Any, text: str, states: str) -> None:
    found = {p.country for p in parties(reader.read(text, published="2011-06-20")) if p.country}
    assert set(states.split()) <= found


@pytest.mark.parametrize(("text", "name", "state"), NAMES)
def test_particles_are_part_of_the_name(reader: Any, text: str, name: str, state: str) -> None:
    reading = reader.read(text, published=text[-5:-1] + "-06-20")
    assert (name, state) in [(p.span.text, p.country) for p in parties(reading) if p.span]


def test_a_heading_without_a_verb_tells_a_meeting(reader: Any) -> None:
    (event,) = reader.read(
        "Meeting of the Kenyan premier with President Museveni.", published="2011-06-20"
    ).events
    assert event.type == "CONSULT"


@pytest.mark.parametrize("text", [
    "The Kenyan minister discussed the war and the state of the treaty with Ugandan officials.",
    "The Kenyan minister reviewed the terms of the Lusaka Treaty with President Museveni.",
])  # fmt: skip
def test_with_whom_a_thing_is_discussed(reader: Any, text: str) -> None:
    (event,) = reader.read(text, published="2011-06-20").events
    assert (event.type, {p.country for p in event.actors}) == ("CONSULT", {"KEN", "UGA"})


def test_journalists_beside_officials_do_not_make_a_meeting_a_briefing(reader: Any) -> None:
    (event,) = reader.read("The Kenyan envoy met with Ugandan judges and journalists.").events
    assert event.type == "CONSULT"
    assert not reader.read("The Kenyan envoy met with journalists after the vote.").events
