"""Whom an act is for, where its own object does not say, and what is but a term or a place of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told


@pytest.mark.parametrize(("text", "expected"), [
    # a town is taken from somebody
    ("Chadian troops retook the border town of Kaya from Seleka rebels.", ("COERCE", {"TCD"}, {"CAF"})),
    ("Mali captured the village of Koro from Niger.", ("COERCE", {"MLI"}, {"NER"})),
    # a threat is for whom its condition names
    ("Cuban gunmen hijacked a Greek ferry and threatened to blow it up unless Peru freed them.",
     ("THREATEN", {"CUB"}, {"PER"})),
    ("The Kenyan parliament threatened to expel the envoys unless Oman lifted its ban.",
     ("THREATEN", {"KEN"}, {"OMN"})),
    # what it is for comes after whom it is on
    ("The Council slapped a total trade embargo on Chad for its invasion of Niger.",
     ("SANCTION", set(), {"TCD"})),
    # what came of it is no part of it
    ("Peru's Congress voted to dismiss President Rosa Paz, prompting Chile to recall its envoy.",
     ("COERCE", {"PER"}, {"PER"})),
    # guns are of those who use them
    ("Kenyan jets dropped bombs on guns that Somali militants were using.", ("ASSAULT", {"KEN"}, {"SOM"})),
    # headlines list those asked
    ("EU urges Kenya, Somalia to reopen border", ("REQUEST", set(), {"KEN", "SOM"})),
    ("UN presses Moscow, Kiev to restore flows", ("REQUEST", set(), {"RUS", "UKR"})),
    ("Chad protesters demand prime minister go", ("REQUEST", {"TCD"}, {"TCD"})),
    # striking miners are those who are shot at
    ("Zambian police opened fire on striking copper miners at a mine.", ("ASSAULT", {"ZMB"}, {"ZMB"})),
    # a deal binds those of whom it says what they will do; they take no part in one of others
    ("Envoy Anna Paz struck a deal in Quito under which Ecuador will free the crew.",
     ("AGREE", set(), {"ECU"})),
    ("Chad and Niger signed accords on Monday under which Libyan troops will leave.",
     ("SUPPORT", {"TCD", "NER"}, set())),
    ("The treaty was adopted by Kenya, with Chad and Mali voting no.", ("SUPPORT", {"KEN"}, set())),
    # the one who seized the ship summoned nobody
    ("Mali condemned Chad over the seizure of a ship by Royal Marines.", ("ACCUSE", {"MLI"}, {"TCD"})),
    ("Norway is pushing hard for the Chadian government to propose a truce.",
     ("REQUEST", {"NOR"}, {"TCD"})),
    ("Algerian mob tears down French flag at fair", ("PROTEST", {"DZA"}, {"FRA"})),
    # who was thanked for one thing is not thanked for the next
    ("Fiji congratulated President Anna Paz of Peru and paid tribute to the Government of Chile.",
     ("SUPPORT", {"FJI"}, {"CHL"})),
    # a summit at whose edge others met has no part in it; a treaty's name is no party; nor is a treaty
    ("President Anna Paz of Peru met President Juan Soto of Chile on the margins of the G20 summit in Quito.",
     ("CONSULT", {"PER", "CHL"}, set())),
    ("Russia and Japan concluded the Treaty of Peking today.", ("SUPPORT", {"RUS", "JPN"}, set())),
    ("Chad withdrew from the NPT on Monday.", ("SANCTION", {"TCD"}, set())),
    ("Chad fired missiles at Korbol Airfield in Cameroon.", ("ASSAULT", {"TCD"}, {"CMR"})),
    ("Fiji imposed sanctions on 40 individuals and entities in Russia and Belarus.",
     ("SANCTION", {"FJI"}, {"RUS", "BLR"})),
    ("The chief of Peru's army fell out with Lima. Its commander criticised Chile.",
     ("ACCUSE", {"PER"}, {"CHL"})),
])  # fmt: skip
def test_whom_an_act_is_for(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "1998-06-10")


def test_governments_of_a_continent_are_of_no_state(reader: Any) -> None:
    text = "The Obama administration and several Latin American governments recognised the council of Chad."
    actors = [actors for kind, actors, _ in told(reader, text, "2014-06-10") if kind == "SUPPORT"]
    assert actors == [{"USA"}]


def test_agency_in_brackets_ends_a_dateline(reader: Any) -> None:
    text = "LIMA (Andina): President Ana Silva met Chilean Foreign Minister Juan Soto."
    event = reader.read(text, published="2004-05-04").events[0]
    assert next(a.span.text for a in event.actors) == "President Ana Silva"


def test_a_government_asks_others_bodies_not_its_own(reader: Any) -> None:
    text = "Chad's army seized power. The military must release the president."
    asked = told(reader, text, "2021-02-01", "White House")
    assert ("REQUEST", {"USA"}, {"TCD"}) in asked
