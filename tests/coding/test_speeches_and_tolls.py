"""Speeches of two before a meeting, whom acts are of or asked of, and what is but a toll or a manner."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.language.lemmas import mended
from dragoman.model import Document

REMARKS = "Remarks by President Biden and President Ruto of Kenya Before Bilateral Meeting"


def told(reader: Any, text: str, **known: Any) -> list[tuple[str, set[str], set[str]]]:
    """The events of a text: type, countries (or names) of actors and of recipients."""
    reading = reader.read(Document.of(text, published="2023-05-06", **known))
    return [
        (e.type, {p.country or p.name for p in e.actors}, {p.country or p.name for p in e.recipients})
        for e in reading.events
    ]


def remarks(reader: Any, text: str) -> list[tuple[str, set[str], set[str]]]:
    return told(reader, text, title=REMARKS, publisher="The White House")


def test_our_talks_are_with_the_other_of_the_title(reader: Any) -> None:
    assert ("CONSULT", {"USA", "KEN"}, set()) in remarks(reader, "Today, our discussions went well.")


def test_you_is_the_other_of_the_title(reader: Any) -> None:
    assert ("SUPPORT", {"USA"}, {"KEN"}) in remarks(reader, "I want to thank you for your friendship.")
    assert not told(reader, "We thank you for your patience.", publisher="The White House")


@pytest.mark.parametrize(
    "title",
    ["Joint Statement by the G7 on Chad", "Joint Statement by the G7 Announcing Measures against Chad"],
)
def test_a_joint_statement_is_its_bodys_and_not_of_its_topic(reader: Any, title: str) -> None:
    events = told(reader, "We condemn the coup in Niamey.", title=title, publisher="The White House")
    assert ("ACCUSE", {"G7"}) in [(kind, actors) for kind, actors, _ in events]


@pytest.mark.parametrize(
    "text",
    [
        "Canada will stand with Ukraine in the face of Russia's invasion.",
        "Japan will impose costs on Russia for its invasion and support Ukraine.",
    ],
)
def test_an_invasion_is_of_whom_the_sentence_stands_by(reader: Any, text: str) -> None:
    assert ("ASSAULT", {"RUS"}, {"UKR"}) in told(reader, text)


def test_a_claim_tells_whose_a_terrorist_attack_was(reader: Any) -> None:
    text = (
        "Kenya condemned yesterday's terrorist attack in Abu Dhabi, which killed three civilians. "
        "The Houthis have claimed responsibility for this attack."
    )
    events = told(reader, text, publisher="The White House")
    assert ("ACCUSE", {"KEN"}, {"YEM"}) in events
    assert [e for e in events if e[0] == "ASSAULT"] == [("ASSAULT", {"YEM"}, {"ARE"})]


def test_terrorists_are_not_the_publishers_own(reader: Any) -> None:
    text = "Japan condemned the terrorist attack in Lahore."
    events = told(reader, text, publisher="The White House")
    assert ("ACCUSE", {"JPN"}, set()) in events and not any("USA" in e[1] for e in events)


@pytest.mark.parametrize(
    "text, attacker",
    [
        ("Taliban fighters overran a base in Ghazni, officials said, killing 17 soldiers.", "AFG"),
        ("The Taliban attacked an army base in Kandahar and killed 26 soldiers.", "AFG"),
    ],
)
def test_a_toll_is_no_attack_of_its_own(reader: Any, text: str, attacker: str) -> None:
    attacks = [e for e in told(reader, text) if e[0] == "ASSAULT"]
    assert len(attacks) == 1 and attacks[0][1] == {attacker}


@pytest.mark.parametrize(
    "text",
    [
        "The Sri Lanka bombings killed 250 people.",
        "The State Department issued an advisory for Sri Lanka after bombings that killed 250 people.",
    ],
)
def test_where_an_attack_fell_or_who_warns_after_it_is_no_attacker(reader: Any, text: str) -> None:
    assert not [e for e in told(reader, text) if e[0] == "ASSAULT"]


def test_an_adjective_or_a_target_keeps_the_attacker(reader: Any) -> None:
    assert ("ASSAULT", {"RUS"}, {"UKR"}) in told(reader, "A Russia attack on Kyiv killed nine.")
    assert any(e[:2] == ("ASSAULT", {"ISR"}) for e in told(reader, "The Israeli attack killed nine."))


@pytest.mark.parametrize(
    "text, asking, asked",
    [
        ("Pakistan refused a request from Prime Minister Narendra Modi of India to cross its airspace.",
         {"IND"}, {"PAK"}),
        ("Sri Lanka's police chief refused a request by President Maithripala Sirisena to step down.",
         {"LKA"}, {"LKA"}),
        ("Iran rejected a call by France for talks.", {"FRA"}, {"IRN"}),
    ],
)  # fmt: skip
def test_a_request_that_is_refused_was_made(
    reader: Any, text: str, asking: set[str], asked: set[str]
) -> None:
    events = told(reader, text)
    assert ("REQUEST", asking, asked) in events and any(e[0] == "REJECT" for e in events)


@pytest.mark.parametrize(
    "text",
    [
        "Let me be clear: the summit will go on.",
        "The president will also discuss means for strengthening the alliance with Japan.",
    ],
)
def test_asking_to_be_heard_and_topics_are_no_acts(reader: Any, text: str) -> None:
    assert not [e for e in told(reader, text) if e[0] in ("CONCEDE", "AGREE")]


def test_who_is_let_free_is_released(reader: Any) -> None:
    assert any(e[:2] == ("RETREAT", {"YEM"}) for e in told(reader, "Yemen let free 20 rebels."))


def test_plurals_of_common_nouns_have_their_lemmas(reader: Any) -> None:
    forms = {"doses": "dos", "bases": "basis", "taxes": "taxis", "corpses": "corps"}
    assert [mended(form, lemma, "NNS") for form, lemma in forms.items()] == ["dose", "base", "tax", "corpse"]
    assert mended("bases", "base", "VBZ") == "base"
    text = "The United States has donated 2.8 million doses of vaccine to Kenya."
    assert ("AID", {"USA"}, {"KEN"}) in told(reader, text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Russia expelled diplomats from Poland, Germany and Sweden.",
         ("SANCTION", {"RUS"}, {"POL", "DEU", "SWE"})),
        ("Forty Soviet diplomats were expelled from Canada.", ("SANCTION", {"CAN"}, {"SUN"})),
        ("The Ecowas peacekeepers are being deployed to relieve the Angolan military personnel.",
         ("AID", {"Ecowas peacekeepers"}, {"AGO"})),
        ("Workers struck, demanding that President Akufo-Addo of Ghana resign.",
         ("PROTEST", {"GHA"}, {"GHA"})),
    ],
    ids=["expelled from", "were expelled from", "part of a name", "demanded of"],
)  # fmt: skip
def test_the_other_side_is_whom_the_words_name(
    reader: Any, text: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader, text)


def test_officials_of_an_administration_are_their_leaders(reader: Any) -> None:
    reading = reader.read("Obama administration officials criticized Israel.")
    assert [[p.country for p in e.actors] for e in reading.events] == [["USA"]]
    reading = reader.read("Taylor administration officials criticized Guinea.")
    assert [[p.country for p in e.actors] for e in reading.events] == [[None]]


@pytest.mark.parametrize(
    "text",
    [
        "The Arab League demanded the immediate withdrawal of Turkish troops from Iraq.",
        "Algiers pressed for the pullout of Turkish soldiers from Iraq.",
        "Algiers sought the withdrawal of Turkish gunners from Iraq.",
        "Algiers demanded Turkey's immediate withdrawal from Iraq.",
    ],
)
def test_a_withdrawal_is_asked_of_whoever_shall_leave(reader: Any, text: str) -> None:
    ((kind, _, asked),) = told(reader, text)
    assert (kind, asked) == ("REQUEST", {"TUR"})


def test_what_is_given_is_asked_of_whoever_has_it(reader: Any) -> None:
    ((_, _, asked),) = told(reader, "Manila demanded an apology from Jakarta.")
    assert asked == {"IDN"}


def test_an_expulsion_is_judged_as_the_act_of_the_state_it_is_from(reader: Any) -> None:
    events = told(reader, "Nigeria condemned the deportation of its citizens from Ghana.")
    assert ("ACCUSE", {"NGA"}, {"GHA"}) in events


def test_their_is_of_all_who_act_in_the_clause(reader: Any) -> None:
    text = "US forces left Chad in May. Niger and its neighbours announced their withdrawal from the bloc."
    assert [actors for kind, actors, _ in told(reader, text) if kind == "RETREAT"] == [{"USA"}, {"NER"}]


def test_a_noun_taken_for_an_adjective_tells_its_act(reader: Any) -> None:
    events = told(reader, "A Syrian regime offensive on the last opposition bastion has displaced many.")
    assert ("ASSAULT", {"SYR"}, set()) in events


def test_those_who_arrive_are_one_event_with_their_arrival(reader: Any) -> None:
    events = told(reader, "First contingents of Nigerian peacekeeping troops arrived in Monrovia.")
    assert events == [("AID", {"NGA"}, {"LBR"})]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Students marched past the American embassy in Beijing shouting slogans against the raid.", "USA"),
        ("Workers demonstrated near the Russian consulate in Kyiv.", "RUS"),
        ("Demonstrators marched in Kabul, chanting slogans against Pakistan.", "PAK"),
        ("Thousands rallied in Lahore on Friday, burning effigies of the Danish prime minister.", "DNK"),
    ],
)
def test_how_people_protest_is_one_event_with_the_protest(reader: Any, text: str, against: str) -> None:
    ((kind, _, recipients),) = told(reader, text)
    assert (kind, recipients) == ("PROTEST", {against})
