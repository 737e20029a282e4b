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
    ("Premier Ann Roe of Fiji ordered a halt to military aid to Chad.", ("SANCTION", {"FJI"}, {"TCD"})),
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
    ("Protesters in Kiev, led by a priest, blocked the parliament.", ("PROTEST", {"UKR"}, {"UKR"})),
    ("Two cities of Chad saw marches. Eritreans protested in Asmara. The army shot two of them.",
     ("ASSAULT", {"ERI"}, {"ERI"})),
    ("Cuba rejected Canadian demands to scrap a pact with Angola.", ("REQUEST", {"CAN"}, {"CUB"})),
    # a date is no part of a name, nor is the first of those who act part of a date
    ("In 1967 Egypt, Syria and Iraq broke off relations with Chile.",
     ("SANCTION", {"EGY", "SYR", "IRQ"}, {"CHL"})),
    ("On Friday Chad and Niger attacked Boko Haram.", ("ASSAULT", {"TCD", "NER"}, {"NGA"})),
    # a second subject after a preposition, and before an auxiliary
    ("Japan imposed sanctions on Russia and Canada froze the assets of eleven Cuban officials.",
     ("SANCTION", {"CAN"}, {"CUB"})),
    ("Under the deal, Chad will free prisoners and Saudi Arabia will lift its blockade of Yemen.",
     ("AGREE", {"SAU"}, {"YEM"})),
    ("Ethiopian forces, supported by Somali troops, captured Baidoa from al-Shabaab.",
     ("COERCE", {"ETH"}, {"SOM"})),
    ("Northern Alliance forces took Kabul on Tuesday.", ("COERCE", {"AFG"}, {"AFG"})),
    ("Mosul fell to Kurdish fighters on Tuesday.", ("COERCE", set(), {"IRQ"})),
    ("Morocco cut ties with Iran on Tuesday and expelled its ambassador.", ("SANCTION", {"MAR"}, {"IRN"})),
    ("British and French aircraft bombed Egyptian airfields.", ("ASSAULT", {"GBR", "FRA"}, {"EGY"})),
    ("Guatemala protested against the British occupation of Belize.", ("ACCUSE", {"GTM"}, {"GBR"})),
    ("In 1965 President Johnson sent troops to Santo Domingo.", ("MOBILIZE", {"USA"}, {"DOM"})),
    # what a decision was, and whose
    ("NATO agreed to resume talks with Serbia. Hungary opposed the move. Serbia hailed the decision.",
     ("SUPPORT", {"SRB"}, set())),
    ("The US has recognised Kosovo. Russia condemned the decision.", ("ACCUSE", {"RUS"}, {"USA"})),
    ("Peru cut ties with Venezuela. Chile recalled its ambassador.", ("SANCTION", {"CHL"}, {"VEN"})),
    ("Iran rejected the proposal, accusing France of bias.", ("ACCUSE", {"IRN"}, {"FRA"})),
    ("President Ann Roe of Fiji said Chad had violated the accord.", ("ACCUSE", {"FJI"}, {"TCD"})),
    ("Thousands of Georgians protested in Tbilisi against Russia.", ("PROTEST", {"GEO"}, {"RUS"})),
    ("Prime Minister Ann Roe of Fiji announced a ceasefire between India and Pakistan.",
     ("RETREAT", {"IND", "PAK"}, set())),
    ("Presidents Xi Jinping and Vladimir Putin met in Samarkand.", ("CONSULT", {"CHN", "RUS"}, set())),
    ("China has closed the US consulate in Chengdu.", ("SANCTION", {"CHN"}, {"USA"})),
    # bodies and people of one state
    ("Niger's Constitutional Court ordered the government to release two reporters.",
     ("REQUEST", {"NER"}, {"NER"})),
    ("Bolivia's government told miners to lift roadblocks.", ("REQUEST", {"BOL"}, {"BOL"})),
    ("Zambia's president rejected opposition calls to lift a curfew.", ("REJECT", {"ZMB"}, {"ZMB"})),
    ("Chad's government and rebels signed a ceasefire in Libya.", ("SUPPORT", {"TCD"}, set())),
    ("Turkish President Ann Roe said the army would attack rebels in Syria.", ("ASSAULT", {"TUR"}, {"SYR"})),
    ("Azerbaijan jailed journalist Leyla Roe.", ("COERCE", {"AZE"}, {"AZE"})),
    ("Russia has supplied 94% of the military equipment of Armenia.", ("AID", {"RUS"}, {"ARM"})),
    ("US B-52s pounded Taliban positions near Kunduz.", ("ASSAULT", {"USA"}, {"AFG"})),
    ("A Belgian court convicted the party of having incited hatred.", ("SANCTION", {"BEL"}, {"BEL"})),
    ("Bolivia broke off relations with Chile in 1962. Relations were restored in 1975.",
     ("SUPPORT", {"BOL", "CHL"}, set())),
])  # fmt: skip
def test_who_does_what_in_reports(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, DAY)


@pytest.mark.parametrize("text", [
    "Uganda has yet to withdraw its soldiers from Congo.",
    "Japan's foreign minister left Beijing on Monday.",
    "Syria said it would not oppose the accord between Israel and the PLO.",
    "Syria will return to talks once Israel withdraws from the Golan Heights.",
    "France recognized the Armenian genocide.",
    "An Iranian airliner crashed near Isfahan, killing all 65 people on board.",
    "The Turkish minister James Roe was killed in a plane crash on Sunday.",
    "Japan warned its citizens against travel to Iraq.",
    "Spain will meet Portugal in Saturday's final in Lisbon.",
    "Russia halted arrests of monks in Moscow.",
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


def test_rebels_are_not_of_the_ministry_that_tells_of_them(reader: Any) -> None:
    text = "Daesh fighters attacked a convoy of the Free Syrian Army on Tuesday."
    event = reader.read(text, published=DAY, publisher="Foreign Office").events[0]
    assert event.actors[0].country != "GBR"


def test_a_dated_report_begins_with_its_news(reader: Any) -> None:
    text = "Peru praised Chile. Chile seized the coast from Bolivia in 1884."
    assert [e.status for e in reader.read(text, published=DAY).events] == ["occurred", "historical"]


def test_in_an_undated_text_a_month_goes_on_from_the_one_told_before(reader: Any) -> None:
    text = "Turkey invaded Cyprus in July 1974. In February Peru imposed an embargo on Turkey."
    assert [e.when.edtf for e in reader.read(text).events if e.when] == ["1974-07", "1975-02"]


def test_would_next_month_is_planned_in_an_undated_text(reader: Any) -> None:
    (event,) = reader.read("The EU would hold talks with Chad next month.").events
    assert (event.type, event.status) == ("AGREE", "planned")


def test_what_had_happened_years_before_is_an_aside(reader: Any) -> None:
    text = (
        "Peru freed Ana Roe on Monday. In 1999 she had signed a pact with Cuba. Police arrested her allies."
    )
    kinds = {e.type: e.status for e in reader.read(text, published=DAY).events}
    assert (kinds["RETREAT"], kinds["SUPPORT"], kinds["COERCE"]) == ("occurred", "historical", "occurred")


def test_the_army_is_the_one_told_of(reader: Any) -> None:
    text = "Slovenia accused the Yugoslav army of an attack. Britain called for talks. The army freed a man."
    freed = next(e for e in reader.read(text, published="1991-07-03").events if e.type == "RETREAT")
    assert {a.country for a in freed.actors} == {"YUG"}


def test_who_serves_is_not_who_is_hit(reader: Any) -> None:
    text = "French aircraft conducted two strikes near Raqqa in support of the Iraqi army."
    assert {a.country for a in reader.read(text, published=DAY).events[0].recipients} != {"IRQ"}


def test_officials_of_a_body_are_of_no_state(reader: Any) -> None:
    text = "The Chairperson of the Commission, Jean Roe, condemned the coup in Niger."
    event = reader.read(text, published=DAY, publisher="African Union").events[0]
    assert (event.actors[0].country, event.actors[0].sector) == (None, "IGO")


def test_a_statement_speaks_for_whose_text_it_is(reader: Any) -> None:
    text = "The statement called on Turkey to withdraw its troops."
    event = reader.read(text, published=DAY, publisher="SANA").events[0]
    assert (event.type, event.actors[0].country) == ("REQUEST", "SYR")


def test_greeting_at_an_airport_is_part_of_the_visit(reader: Any) -> None:
    text = "Kenyan President Ann Roe came to Sofia on Friday. Its premier greeted her at the airport."
    assert [e.type for e in reader.read(text, published=DAY).events] == ["CONSULT"]


def test_an_agency_is_no_state(reader: Any) -> None:
    text = "WFP appealed to Japan for help. The agency sent rice to Haiti."
    sent = next(e for e in reader.read(text, published=DAY).events if e.type == "AID")
    assert sent.actors[0].sector == "IGO"


def test_a_surname_that_is_a_rank(reader: Any) -> None:
    event = reader.read("John Major met Helmut Kohl in Bonn on Tuesday.", published="1994-06-10").events[0]
    assert {a.country for a in event.actors} == {"GBR", "DEU"}
