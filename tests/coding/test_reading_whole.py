"""Constructions that the coder must see through, each by a sentence of its own, read by the real reader."""

from __future__ import annotations

import pytest

from dragoman.model import EventMention
from dragoman.reader import Reader


def _countries(event: EventMention) -> set[str | None]:
    return {p.country for p in event.actors + event.recipients}


def _of_type(reader: Reader, text: str, kind: str, **known: str) -> list[EventMention]:
    return [e for e in reader.read(text, **known).events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("President Ana R. Lima, Jr. met today with King Olav of Norway to talk.", "CONSULT", {"NOR"}),
        (
            "The premier held talks with President Rojas of Chile, Chancellor Weber of Austria, and Prime "
            "Minister Tan of Singapore.",
            "CONSULT",
            {"CHL", "AUT", "SGP"},
        ),
        ("President Chaves of Costa Rica and President Mulino of Panama spoke on Tuesday.", "CONSULT",
         {"CRI", "PAN"}),
        ("KAMPALA (Reuters) -- Ugandan police arrested protesters on Monday.", "COERCE", {"UGA"}),
        ("The Kenyan invasion of Somalia was condemned.", "ASSAULT", {"KEN", "SOM"}),
        ("Peru refused to lift the embargo on Bolivia.", "REJECT", {"PER", "BOL"}),
        ("French, Italian, and Greek troops arrived to occupy Albania.", "COERCE",
         {"FRA", "ITA", "GRC", "ALB"}),
        ("Meetings between Oman and Qatar ended on Friday, culminating in the signing of a treaty.",
         "SUPPORT", {"OMN", "QAT"}),
    ],
)  # fmt: skip
def test_parties_are_found(reader: Reader, text: str, kind: str, countries: set[str]) -> None:
    found = [_countries(e) for e in _of_type(reader, text, kind)]
    assert any(countries <= c for c in found), found


def test_they_are_those_who_met(reader: Reader) -> None:
    text = (
        "The foreign minister of Ghana met her Togolese counterpart in Accra on Monday. They discussed the "
        "war in Ukraine. The two ministers agreed to open a bridge."
    )
    (agreed,) = _of_type(reader, text, "AGREE", published="2020-03-04")
    assert _countries(agreed) == {"GHA", "TGO"}


@pytest.mark.parametrize(
    "text",
    [
        "The president met aides to prepare a treaty with Kenya.",
        "The army has the ability to attack Uganda.",
        "He last spoke in March.",
        "The general holds the post of chief of staff of Kenya.",
    ],
)
def test_no_act_is_read_from_purposes_abilities_and_dates(reader: Reader, text: str) -> None:
    wrong = {"SUPPORT", "ASSAULT", "PROTEST", "COERCE"}
    assert not [e.rule for e in reader.read(text).events if e.type in wrong and e.status == "occurred"]


def test_an_official_must_is_a_request_of_its_state(reader: Reader) -> None:
    text = "Pyongyang must cease its launches."
    (asked,) = _of_type(reader, text, "REQUEST", publisher="Ministry of Foreign Affairs of Japan")
    assert [p.country for p in asked.actors] == ["JPN"] and [p.country for p in asked.recipients] == ["PRK"]
    assert _of_type(reader, text, "REQUEST", publisher="Reuters") == []


def test_the_office_is_of_the_state_whose_text_it_is(reader: Reader) -> None:
    text = (
        "The Prime Minister spoke today with the President of Kenya. She said that Canada will send food to "
        "northern Kenya and reaffirmed Canada's support for the African Union."
    )
    (call,) = _of_type(reader, text, "CONSULT", published="2024-03-06")
    assert _countries(call) == {"CAN", "KEN"} and call.mode == "phone"


def test_a_date_after_publication_is_no_event(reader: Reader) -> None:
    text = "No decision is expected before NATO's summit in July 2024."
    assert all(e.status != "occurred" for e in _of_type(reader, text, "CONSULT", published="2024-03-06"))
