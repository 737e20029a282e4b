"""Envoys called in, datelines of old papers, parties of one name, what observers expect, what is no act."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader

WIRE = {"publisher": "Reuters", "published": "2006-08-09"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str, **known: str) -> list[EventMention]:
    return list(reader.read(Document.of(text, **known)).events)


def sides(event: EventMention) -> tuple[set[str | None], set[str | None]]:
    def side(parties: Any) -> set[str | None]:
        return {p.country or p.name for p in parties}

    return side(event.actors), side(event.recipients)


@pytest.mark.parametrize(
    ("kind", "text", "actors", "recipients"),
    [
        ("ACCUSE", "In Islamabad the Foreign Office called in the Afghan envoy and lodged a protest.",
         {"PAK"}, {"AFG"}),
        ("AGREE", "BANGKOK, June 1.—Malaysia and Indonesia agreed to end the row.", {"MYS", "IDN"}, set()),
        ("ACCUSE", "DUBLIN: The Labour Party accused Britain of a cover-up.", {"IRL"}, {"GBR"}),
        ("ACCUSE", "The New Zealand Labour Party met. The Labour Party accused Paris of lying.",
         {"NZL"}, {"FRA"}),
        ("SANCTION", "President Duterte of the Philippines called off peace talks with Norway.",
         {"PHL"}, {"NOR"}),
        ("SANCTION", "The European Union imposed travel bans and asset freezes on Belarus.",
         {"European Union"}, {"BLR"}),
        ("CONCEDE", "Norway eased a ban that had kept trade out of Peru.", {"NOR"}, {"PER"}),
        ("REJECT", "The Senate of Chile rejected a treaty that would give Peru a port.", {"CHL"}, {"PER"}),
        ("SANCTION", "France expelled forty Soviet diplomats, journalists and trade officials.",
         {"FRA"}, {"SUN"}),
        ("MOBILIZE", "The United States sent two cruisers, the Vincennes and the Nimitz, to Peru.",
         {"USA"}, {"PER"}),
        ("ACCUSE", "The Cairo Conference condemned France.", {"Cairo Conference"}, {"FRA"}),
        ("REQUEST", "The World Water Forum concluded that Peru must pay.", {"World Water Forum"}, {"PER"}),
        ("ASSAULT", "An attempt to assassinate the governor of Tyumen was thwarted.", set(), {"RUS"}),
        ("AID", "Diplomats expect Norway to send food aid to Peru.", {"NOR"}, {"PER"}),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(
    reader: Reader, kind: str, text: str, actors: set[str], recipients: set[str]
) -> None:
    event = next(e for e in events(reader, text, **WIRE) if e.type == kind)
    assert sides(event) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("North Korea announced that it would not launch a missile at Japan.", {"THREATEN"}),
        ("Forty tourists went to Peru.", {"CONSULT"}),
        ("A court in Peru jailed Juan Soto for organizing mass disturbances.", {"PROTEST"}),
        ("Norway's exports to Peru fell by a third.", {"COOPERATE"}),
        ("The European Union may add names to its list of Belarusian officials.", {"SUPPORT"}),
        ("Chad agreed to resume negotiations, which Mali had called off in May.", {"CONSULT"}),
    ],
)
def test_words_that_tell_of_no_such_act(reader: Reader, text: str, types: set[str]) -> None:
    assert not types & {e.type for e in events(reader, text, **WIRE)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("President Widodo met President Putin on Thursday, a day after he had visited Kyiv.",
         ["2022-06-30", "2022-06-29"]),
        ("Foreign Minister Lavrov cancelled a visit to Turkey planned for Friday.", [None]),
        ("Peru summoned Chile's envoy on Monday and handed him a protest note.", ["2022-06-27"]),
        ("A spokesman of Peru declined to say whether Lima would recognise the rebels.", []),
    ],
)  # fmt: skip
def test_days_are_those_of_the_acts(reader: Reader, text: str, days: list[str | None]) -> None:
    found = events(reader, text, publisher="Reuters", published="2022-06-30")
    assert [e.when.edtf if e.when else None for e in found] == days


def test_the_troops_are_those_told_by_the_noun_before(reader: Reader) -> None:
    text = "American Marines landed in Lebanon. The Soviet Union demanded that the Marines withdraw."
    event = next(e for e in events(reader, text, title="Landing in Lebanon", **WIRE) if e.type == "REQUEST")
    assert sides(event) == ({"SUN"}, {"USA"})


def test_a_paper_told_again_is_signed_once(reader: Reader) -> None:
    text = "Peru and Chile signed a memo on Tuesday. The document was inked by Peru and Chile."
    assert [e.type for e in events(reader, text, **WIRE)] == ["SUPPORT"]


def test_a_known_name_tells_the_state_before_its_office(reader: Reader) -> None:
    text = "We urge the Foreign Minister, Wang Yi, to lift the ban."
    known = {"publisher": "Department of Foreign Affairs, Australia", "published": "2019-08-20"}
    assert sides(events(reader, text, **known)[0]) == ({"AUS"}, {"CHN"})


def test_fronts_called_democratic_are_of_no_american_party(reader: Reader) -> None:
    event = events(reader, "The National Democratic Front accused Peru of lying.", **WIRE)[0]
    assert event.actors[0].country != "USA"
