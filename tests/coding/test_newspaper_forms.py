"""Datelines without spaces, who else is in sight, whose a thing is by the clause after it; what is no act."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader
from tests.coding.told import events, one, sides

GUIDE = "A Guide to the History of the United States' Relations with Every Country: Bavaria"
WIRE = {"publisher": "Reuters", "published": "2006-08-09"}
TIMES = {"publisher": "The New York Times", "published": "1958-09-03"}
HOUSE = {"publisher": "The White House", "published": "2022-05-10"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("WASHINGTON, July 16--Peru demanded today that Chile free the crew.", "REQUEST", {"PER"}, {"CHL"}),
        ("LIMA, Peru, May 3 (AP)--Chile accused Mali of fraud.", "ACCUSE", {"CHL"}, {"MLI"}),
        ("NAIROBI, Kenya, Sept. 2--Police arrested forty students.", "COERCE", {"KEN"}, {"KEN"}),
        ("Managua--Police arrested forty students.", "COERCE", {"NIC"}, {"NIC"}),
    ],
)
def test_a_dateline_may_stand_without_a_space(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert sides(one(reader, kind, text, **TIMES)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Mali's envoy saw the king. Chad stated it would attack.", "THREATEN", {"TCD"}, {"MLI"}),
        ("Tanzania lifted the duty that it had put on Kenyan sweets.", "CONCEDE", {"TZA"}, {"KEN"}),
        ("Chad praised the role that Kenya has played.", "SUPPORT", {"TCD"}, {"KEN"}),
        ("Chad condemned the raid that Libya launched on Niger.", "ACCUSE", {"TCD"}, {"LBY"}),
        ("Japan appreciated the position that Oman has taken.", "SUPPORT", {"JPN"}, {"OMN"}),
        (
            "The priest, an Italian, was killed at a roadblock by Chadian soldiers.",
            "ASSAULT",
            {"TCD"},
            {"ITA"},
        ),
        (
            "Hundreds of protesters were still camped beneath the Israeli embassy in Giza, demanding that "
            "the envoy leave.",
            "PROTEST",
            {"EGY"},
            {"ISR"},
        ),
        ("Iran withdrew its deposits from American banks.", "SANCTION", {"IRN"}, {"USA"}),
        (
            "President Moon Jae-in and North Korean leader Kim Jong-un agreed to hold a feast.",
            "AGREE",
            {"KOR", "PRK"},
            set(),
        ),
    ],
)
def test_who_takes_part(reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = sides(one(reader, kind, text, **WIRE))
    assert (found[0] & actors, found[1]) == (actors, recipients)


def test_the_body_of_a_longer_name_is_no_state_of_its_own(reader: Reader) -> None:
    text = "It banned trade with the Democratic People's Republic of Korea. Its envoy rejected the text."
    assert all("KOR" not in side for e in events(reader, text, **WIRE) for side in sides(e))


def test_with_whom_a_paper_is_signed_may_stand_last(reader: Reader) -> None:
    text = "On May 3, 1845, the U.S. signed a convention to abolish taxation with the Kingdom of Hanover."
    event = one(reader, "SUPPORT", text, title=GUIDE)
    assert [p.name for p in event.recipients] and "Hanover" in str(event.recipients[0].name)


def test_an_office_keeps_what_it_is_for(reader: Reader) -> None:
    text = (
        "Mr. Tanaka of Japan held a telephone talk with Dr. Ravi Menon, Minister for Foreign Affairs of the "
        "Republic of Singapore."
    )
    event = one(reader, "CONSULT", text, **WIRE)
    assert (event.mode, sides(event)[0]) == ("phone", {"JPN", "SGP"})


def test_to_whom_something_goes_is_part_of_what_is_told(reader: Reader) -> None:
    text = "They discussed the Danish government's donation of masks to the Indonesian armed forces."
    assert sides(one(reader, "AID", text, **WIRE)) == ({"DNK"}, {"IDN"})


@pytest.mark.parametrize(
    "text",
    [
        "Officials of Chad conceded that they did not know when he would travel.",
        "The team faced what the premier of Chad conceded was a defeat.",
        "The former rebels took charge of the government of Nepal.",
        "Many scholars agree that Angola was rich.",
        "Taxi drivers in Kathmandu were asking for thrice the usual fare.",
        "Scottish families were sitting down to dinner in their homes.",
        "Egyptian officials declined to be quoted by name.",
        "The ministry of Chad declined to give details of the plan.",
        "The premier of Peru refused to comment.",
        "The envoys of Peru and Chile shared the view that trade helps both.",
        "Ankara invoked Article 4 of the treaty for fear of a war.",
    ],
)
def test_what_is_no_act(reader: Reader, text: str) -> None:
    assert events(reader, text, **WIRE) == []


def test_who_tells_is_not_whom_it_is_for(reader: Reader) -> None:
    text = "The Security Council granted Mali an exemption, according to the foreign ministry of Chad."
    assert sides(one(reader, "CONCEDE", text, **WIRE))[1] == {"MLI"}
    text = "President Charles Taylor of Liberia stepped down in favour of his deputy, Moses Blah."
    assert sides(one(reader, "RETREAT", text, **WIRE)) == ({"LBR"}, set())


def test_a_test_that_is_to_end_is_none(reader: Reader) -> None:
    text = "India took upon itself the obligation to stop all nuclear explosions."
    assert [e.type for e in events(reader, text, **WIRE)] == ["AGREE"]


def test_the_day_of_what_is_welcomed_is_not_that_of_the_welcome(reader: Reader) -> None:
    text = (
        "Mr. Sullivan met the Indonesian minister. They welcomed the August 1 arrival of aid in Indonesia. "
        "They agreed on the need for more."
    )
    assert [e.when for e in events(reader, text, **HOUSE)] == [None] * 3


def test_the_day_of_a_clause_within_is_not_handed_on(reader: Reader) -> None:
    text = (
        "They spoke about the vision that they laid out at the November 2021 summit of Peru and Chile. "
        "The presidents of Peru and Chile pledged to work together."
    )
    assert one(reader, "AGREE", text, **HOUSE).when is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway struck the camps and the depots that support the rebels in Chad.", "SUPPORT"),
        ("The envoy described the department's work to support the farmers of Peru.", "SUPPORT"),
        ("Jets forced the plane in which the Chadian leader was travelling to Rome to land.", "CONSULT"),
        ("Issues of the development of Russian-Egyptian cooperation were touched upon.", "COOPERATE"),
        ("Brazil lifted the duty, allowing Peruvian lorries to proceed.", "CONCEDE"),
        ("Thailand sent rangers up to the border after gunmen crossed the Moei River.", "MOBILIZE gunmen"),
    ],
)
def test_what_only_describes_or_follows_is_no_act(reader: Reader, text: str, kind: str) -> None:
    kind, _, who = kind.partition(" ")
    found = [e for e in events(reader, text, **WIRE) if e.type == kind]
    allowed = ["lifted"] if kind == "CONCEDE" else ["sent rangers"] if who else []
    assert [e for e in found if not any(w in e.trigger.span.text for w in allowed)] == []


def test_a_land_without_an_army_is_bombed_by_that_of_who_holds_it(reader: Reader) -> None:
    text = "The air force bombed Polisario columns."
    assert sides(one(reader, "ASSAULT", text, publisher="Reuters", published="1980-02-14"))[0] == {"MAR"}
    text = "Jets struck Islamic Jihad targets near Khan Yunis."
    assert sides(one(reader, "ASSAULT", text, publisher="Haaretz", published="2023-02-14"))[0] == {"ISR"}


def test_who_follows_suit_does_as_the_main_clause_tells(reader: Reader) -> None:
    text = (
        "The European Union lifted its sanctions against Chad, ten days after Mali's president appealed to "
        "the United Nations for aid. The Commonwealth followed suit."
    )
    found = [e for e in events(reader, text, **WIRE) if e.rule.startswith("follow")]
    assert [(e.type, sides(e)[1]) for e in found] == [("CONCEDE", {"TCD"})]


def test_what_is_not_reached_is_no_act(reader: Reader) -> None:
    text = "The premiers of Peru and Chile met in Lima without resolving the dispute over the border."
    assert {e.type for e in events(reader, text, **WIRE)} == {"CONSULT"}


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        (
            "Rebels in Chad attacked a village of the Zaghawa, burning forty houses of the Zaghawa.",
            "ASSAULT",
            1,
        ),
        ("Rebels in Chad attacked a village and burned forty houses the next day.", "ASSAULT", 2),
    ],
)
def test_the_way_an_act_is_done_is_no_second_act(reader: Reader, text: str, kind: str, number: int) -> None:
    assert len([e for e in events(reader, text, **WIRE) if e.type == kind]) == number


def test_a_number_means_those_told_by_it(reader: Reader) -> None:
    text = (
        "Pakistan held nine Iranians on Tuesday. The nine, who were arrested by Pakistani police, were ill."
    )
    assert sides(one(reader, "COERCE", text, **WIRE)) == ({"PAK"}, {"IRN"})


def test_a_call_of_some_minutes_is_paid(reader: Reader) -> None:
    text = "Soviet Ambassador Dobrynin called on Secretary of State Rusk and was with him for 40 minutes."
    assert [(e.type, e.mode) for e in events(reader, text, publisher="AP", published="1962-05-16")] == [
        ("CONSULT", "visit")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("North Korea test-fired two missiles on Monday.", "MOBILIZE", {"PRK"}, set()),
        ("Rebels in Mali fire-bombed the French embassy.", "ASSAULT", {"MLI"}, {"FRA"}),
        (
            "The ministers of Egypt and Qatar co-chaired a conference in Cairo.",
            "CONSULT",
            {"EGY", "QAT"},
            set(),
        ),
    ],
)
def test_verbs_with_a_hyphen_are_one_word(
    reader: Reader, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    assert sides(one(reader, kind, text, **WIRE)) == (actors, recipients)
