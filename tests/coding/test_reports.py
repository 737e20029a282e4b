"""What ordinary reports hold: second clauses with asides, who receives, who is put out, what dates what."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told

DAY = "2009-06-10"  # a Wednesday


@pytest.mark.parametrize(("text", "expected"), [
    # a rare name before its verb is its subject
    ("IGAD condemned the raid on Chad by Sudan.", ("ACCUSE", set(), {"SDN"})),
    ("On Monday UNICEF thanked Peru.", ("SUPPORT", set(), {"PER"})),
    ("A UN report called for sanctions against Eritrea.", ("REQUEST", set(), {"ERI"})),
    ("Estonia told Finland to apologise.", ("REQUEST", {"EST"}, {"FIN"})),
    ("The rebels have sworn to fight Mali.", ("THREATEN", set(), {"MLI"})),
    # a second clause, its subject with an aside
    ("Chad closed the border, and Kenya, meeting envoys in Rome, urged Sudan to hold talks.",
     ("REQUEST", {"KEN"}, {"SDN"})),
    ("Peru hailed the pact, and Chile, citing the treaty, expelled two Cuban diplomats.",
     ("SANCTION", {"CHL"}, {"CUB"})),
    ("The EU lifted sanctions after the Serbian president, Ivo Marin, apologised to Bosnia.",
     ("SUPPORT", {"SRB"}, {"BIH"})),
    ("Syria shelled Homs as France recalled its ambassador and Germany expelled four Cuban diplomats.",
     ("SANCTION", {"DEU"}, {"CUB"})),
    # who is put out of where
    ("A Cuban diplomat was expelled from Norway on Monday.", ("SANCTION", {"NOR"}, {"CUB"})),
    ("Two Irish traders were deported from Gabon.", ("COERCE", {"GAB"}, {"IRL"})),
    ("The Turkish minister was barred from entering Malta.", ("SANCTION", {"MLT"}, {"TUR"})),
    ("The Ukrainian consul was asked to leave Belarus.", ("SANCTION", {"BLR"}, {"UKR"})),
    # who gets what
    ("Togo received food aid from Japan.", ("AID", {"JPN"}, {"TGO"})),
    ("Benin was given $3 million by Kuwait.", ("AID", {"KWT"}, {"BEN"})),
    ("Brunei received three helicopters from Britain.", ("AID", {"GBR"}, {"BRN"})),
    ("Iranian aid arrived in Armenia.", ("AID", {"IRN"}, {"ARM"})),
    ("Italy helped Albania rebuild its police force.", ("AID", {"ITA"}, {"ALB"})),
    ("Georgia got a warning from Russia on Monday.", ("THREATEN", {"RUS"}, {"GEO"})),
    ("Turkey shelled a Syrian village on Monday, drawing condemnation from Iraq.",
     ("ACCUSE", {"IRQ"}, {"TUR"})),
    ("Chad closed the camp, drawing protests from Bogota.", ("ACCUSE", {"COL"}, {"TCD"})),
    ("Chile has faced criticism from Peru over spying.", ("ACCUSE", {"PER"}, {"CHL"})),
    ("Peru won backing from Chile for its bid.", ("SUPPORT", {"CHL"}, {"PER"})),
    ("Latvia wrote to Russia demanding an apology.", ("REQUEST", {"LVA"}, {"RUS"})),
    ("Pakistan gave the Pentagon permission to use its bases.", ("CONCEDE", {"PAK"}, {"USA"})),
    # for what, "its" and "it" are the other's
    ("Chile cut ties with Iraq after its invasion of Kuwait.", ("ASSAULT", {"IRQ"}, {"KWT"})),
    ("Chile cut ties with Iraq after it invaded Kuwait.", ("ASSAULT", {"IRQ"}, {"KWT"})),
    ("France condemned Rwanda after its soldiers killed a priest.", ("ASSAULT", {"RWA"}, {"RWA"})),
    ("Israel attacked Gaza after Hamas fighters killed two of its soldiers.", ("ASSAULT", {"PSE"}, {"ISR"})),
    # threats and those who vow
    ("Azerbaijan vowed to retake land from Armenia.", ("THREATEN", {"AZE"}, {"ARM"})),
    ("Ethiopia gave Eritrea one week to withdraw its troops.", ("THREATEN", {"ETH"}, {"ERI"})),
    # troops, projectiles, ships
    ("Syrian tanks rolled into Lebanon on Monday.", ("MOBILIZE", {"SYR"}, {"LBN"})),
    ("Nigeria announced the deployment of 230 troops to Liberia.", ("MOBILIZE", {"NGA"}, {"LBR"})),
    ("Spain massed troops on its border with Portugal.", ("MOBILIZE", {"ESP"}, {"PRT"})),
    ("A Russian rocket slammed into a Georgian village.", ("ASSAULT", {"RUS"}, {"GEO"})),
    ("North Korea fired two missiles into the sea off Japan.", ("MOBILIZE", {"PRK"}, {"JPN"})),
    ("Angola released three Portuguese engineers.", ("RETREAT", {"AGO"}, {"PRT"})),
    ("Canada hit Syria with sanctions.", ("SANCTION", {"CAN"}, {"SYR"})),
    ("Prime Minister Ann Roe of Fiji ordered a halt to military aid to Chad.", ("SANCTION", {"FJI"}, {"TCD"})),
    ("Morocco announced a suspension of air links with France.", ("SANCTION", {"MAR"}, {"FRA"})),
    ("Sudan and Chad agreed on Monday on the text of a deal.", ("AGREE", {"SDN", "TCD"}, set())),
    ("Iceland became the first state to recognise Lithuania.", ("SUPPORT", {"ISL"}, {"LTU"})),
    ("Nicaragua recognised the breakaway regions of Abkhazia and South Ossetia.",
     ("SUPPORT", {"NIC"}, {"GEO"})),
    # who judged acts are by
    ("China condemned the raid conducted by Israel.", ("ACCUSE", {"CHN"}, {"ISR"})),
    ("Spain condemned the arrest of dissidents in Cuba.", ("ACCUSE", {"ESP"}, {"CUB"})),
    ("Croatia is investigating crimes by Croatian rebels against Serb civilians.",
     ("ACCUSE", {"HRV"}, {"HRV"})),
    ("Turkish police broke up a march staged by Kurdish students.", ("COERCE", {"TUR"}, {"TUR"})),
    ("Peru demanded the release of Ana Roe, jailed in April by a court in Tehran.",
     ("REQUEST", {"PER"}, {"IRN"})),
    ("Protesters in Kiev, led by the priest Ivan Roe, blocked the parliament.", ("PROTEST", {"UKR"}, {"UKR"})),
    ("Two cities of Chad saw marches. Eritreans protested in Asmara. The army shot two of them.",
     ("ASSAULT", {"ERI"}, {"ERI"})),
    ("Cuba rejected Canadian demands to scrap a pact with Angola.", ("REQUEST", {"CAN"}, {"CUB"})),
])  # fmt: skip
def test_who_does_what_in_reports(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, DAY)


@pytest.mark.parametrize("text", [
    "Uganda has yet to withdraw its soldiers from Congo.",
    "Japan's foreign minister left Beijing on Monday.",
    "Syria said it would not oppose the accord between Israel and the PLO.",
    "Syria will return to talks once Israel withdraws from the Golan Heights.",
    "France recognized the Armenian genocide.",
])  # fmt: skip
def test_what_is_no_act(reader: Any, text: str) -> None:
    assert told(reader, text, DAY) == []


@pytest.mark.parametrize(("text", "kind", "when"), [
    ("Argentina has charged eight Iranians over the 1994 bombing of a school.", "ACCUSE", None),
    ("A Chilean judge charged two generals with the murder of a singer in 1973.", "ACCUSE", None),
    ("Serbia rejected last week's ruling on Monday.", "REJECT", "2009-06-08"),
    ("Britain demanded the release of two sailors captured on Friday by Iran.", "REQUEST", None),
    ("Soldiers moved in to crush the protest on Monday in Rangoon.", "COERCE", "2009-06-08"),
    ("The Turkish president flew to Riyadh to meet King Fahd on Sunday.", "CONSULT", "2009-06-07"),
    ("Mali gave Chad until 15 January to withdraw from the town.", "THREATEN", None),
])  # fmt: skip
def test_what_a_time_dates(reader: Any, text: str, kind: str, when: str | None) -> None:
    event = next(e for e in reader.read(text, published=DAY).events if e.type == kind)
    assert (event.when.edtf if event.when else None) == when
    assert event.status == "occurred"


def test_what_somebody_did_before_is_no_background_of_what_is_told(reader: Any) -> None:
    text = "Egypt's foreign minister met Hamas, which seized Gaza in 2007, for talks."
    met = next(e for e in reader.read(text, published=DAY).events if e.type == "CONSULT")
    assert met.status == "occurred"


@pytest.mark.parametrize(("publisher", "text", "state"), [
    ("SANA", "Deputy Prime Minister Omar Roe met the Romanian ambassador.", "SYR"),
    ("Xinhua", "Vice-Premier Li Roe met the Thai ambassador.", "CHN"),
    ("Reuters", "Deputy Minister Paul Roe visited Norway on Monday.", None),
])  # fmt: skip
def test_bare_officials_are_of_their_states_agency_never_of_their_host(
    reader: Any, publisher: str, text: str, state: str | None
) -> None:
    event = reader.read(text, published=DAY, publisher=publisher).events[0]
    assert event.actors[0].country == state


def test_officials_of_a_body_are_of_no_state(reader: Any) -> None:
    text = "The Chairperson of the Commission, Jean Roe, condemned the coup in Niger."
    event = reader.read(text, published=DAY, publisher="African Union").events[0]
    assert (event.actors[0].country, event.actors[0].sector) == (None, "IGO")


def test_a_statement_speaks_for_whose_text_it_is(reader: Any) -> None:
    text = "The statement called on Turkey to withdraw its troops."
    event = reader.read(text, published=DAY, publisher="SANA").events[0]
    assert (event.type, event.actors[0].country) == ("REQUEST", "SYR")


def test_greeting_at_an_airport_is_part_of_the_visit(reader: Any) -> None:
    text = "Kenyan President Ann Roe arrived in Sofia on Friday. The Bulgarian premier greeted her at the airport."
    assert [e.type for e in reader.read(text, published=DAY).events] == ["CONSULT"]


def test_an_agency_is_no_state(reader: Any) -> None:
    text = "WFP appealed to Japan for help. The agency sent rice to Haiti."
    sent = next(e for e in reader.read(text, published=DAY).events if e.type == "AID")
    assert sent.actors[0].sector == "IGO"


def test_a_surname_that_is_a_rank(reader: Any) -> None:
    event = reader.read("John Major met Helmut Kohl in Bonn on Tuesday.", published="1994-06-10").events[0]
    assert {a.country for a in event.actors} == {"GBR", "DEU"}
