"""What wires, state media and communiques of other decades hold: sieges, hours to leave, who follows suit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told

DAY = "1994-05-03"  # a Tuesday


@pytest.mark.parametrize(("text", "expected"), [
    # whose weapon it is
    ("Rebel shells killed four farmers near Bujumbura.", ("ASSAULT", {"BDI"}, {"BDI"})),
    ("A Kenyan patrol came under fire from Hutu militiamen near Kigali.", ("ASSAULT", {"RWA"}, {"KEN"})),
    # what is said of an object
    ("A Peruvian court found a Cuban banker guilty of fraud.", ("SANCTION", {"PER"}, {"CUB"})),
    ("Chad let two hundred Libyan prisoners go.", ("RETREAT", {"TCD"}, {"LBY"})),
    ("Sudan let two French nuns leave.", ("CONCEDE", {"SDN"}, {"FRA"})),
    # relatives after a preposition
    ("Ann Roe, to whom Chile granted asylum, thanked Peru.", ("SUPPORT", set(), {"PER"})),
    ("The Cuban writer to whom Chile granted asylum spoke.", ("AID", {"CHL"}, {"CUB"})),
    # rebels beside their own state
    ("Talks between Sudan and the rebels were held in Abuja.", ("CONSULT", {"SDN"}, set())),
    ("The government of Burundi and rebels signed a truce with Zaire.", ("SUPPORT", {"BDI"}, {"COD"})),
    # who follows
    ("France expelled a Libyan envoy. Belgium followed suit.", ("SANCTION", {"BEL"}, {"LBY"})),
    ("Mexico cut ties with Ecuador; Nicaragua did the same.", ("SANCTION", {"NIC"}, {"ECU"})),
    ("Mexico cut ties with Ecuador. Nicaragua followed Mexico's lead.", ("SANCTION", {"NIC"}, {"ECU"})),
    ("Britain recalled its envoy from Iran, as did France.", ("SANCTION", {"FRA"}, {"IRN"})),
    # troops that are refused are no other side
    ("Norway said it would not send troops to Somalia.", ("REJECT", {"NOR"}, {"SOM"})),
    # decisions
    ("The EU decided to extend the asset freeze on Belarus.", ("SANCTION", set(), {"BLR"})),
    ("Ghana resolved to lift the sanctions on Mali.", ("CONCEDE", {"GHA"}, {"MLI"})),
    # a measure without an agent, an object after an aside
    ("The Council decided to suspend, with immediate effect, the participation of Sudan.",
     ("SANCTION", set(), {"SDN"})),
    # papers of a party
    ("An editorial in Rodong Sinmun denounced Japan.", ("ACCUSE", {"PRK"}, {"JPN"})),
    # names that months and other cities have
    ("Prime Minister May met the Chilean president.", ("CONSULT", {"GBR", "CHL"}, set())),
    ("NATO bombs killed three people in Nis.", ("ASSAULT", set(), {"YUG"})),
    ("Government planes bombed villages in southern Sudan.", ("ASSAULT", {"SDN"}, {"SDN"})),
])  # fmt: skip
def test_who_does_what_to_whom(reader: Any, text: str, expected: tuple[str, Side, Side]) -> None:
    day = "2017-05-03" if "May met" in text else DAY
    assert expected in told(reader, text, published=day)


@pytest.mark.parametrize("text", [
    "Belgium followed suit.",
    "The minister praised the team. He followed the example of his father.",
    "France expelled an envoy of Cuba. Belgium did not follow suit.",
])  # fmt: skip
def test_nobody_follows(reader: Any, text: str) -> None:
    assert not [e for e in reader.read(text, published=DAY).events if e.rule == "follow.suit"]


def test_people_who_flee_do_not_visit(reader: Any) -> None:
    text = "Hungary let East German refugees leave for Austria."
    assert "CONSULT" not in {e.type for e in reader.read(text, published="1989-09-11").events}


def test_marines_that_fly_in_do_not_visit(reader: Any) -> None:
    text = "Fifty French marines flew into Port-au-Prince on Monday."
    assert {e.type for e in reader.read(text, published=DAY).events} == {"MOBILIZE"}


def test_a_house_with_its_city(reader: Any) -> None:
    text = "President Roe held talks at State House, Nairobi, with the Chadian premier."
    where = reader.read(text, published=DAY).events[0].where
    assert where is not None
    assert (where.country, where.span.text) == ("KEN", "State House, Nairobi")


def test_they_are_not_the_one_who_accuses_them(reader: Any) -> None:
    text = "The Interior Ministry of Chad expelled Cuban traders. The ministry accuses them of spying."
    accused = next(e for e in reader.read(text, published=DAY).events if e.type == "ACCUSE")
    assert {r.country for r in accused.recipients} == {"CUB"}


def test_who_is_in_a_city_to_talk_is_not_on_the_phone(reader: Any) -> None:
    text = "The Lithuanian premier, in Oslo to talk with the Norwegian premier, came away with sympathy."
    assert [e.mode for e in reader.read(text, published=DAY).events] != ["phone"]


@pytest.mark.parametrize(
    "text", ["Talks with Peru were out of the question.", "There can be no question of talks with Peru."]
)
def test_talks_that_are_out_of_the_question(reader: Any, text: str) -> None:
    assert "CONSULT" not in {e.type for e in reader.read(text, published=DAY).events}


def test_a_ministry_measures_the_state_it_speaks_of(reader: Any) -> None:
    text = "Peru has refused to apologise. Military agreements are suspended."
    events = reader.read(text, published=DAY, publisher="Ministry of Foreign Affairs of Chile").events
    measure = next(e for e in events if e.type == "SANCTION")
    assert ({a.country for a in measure.actors}, {r.country for r in measure.recipients}) == (
        {"CHL"},
        {"PER"},
    )
