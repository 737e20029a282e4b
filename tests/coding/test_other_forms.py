"""Forms of acts that unseen texts showed: who leaves what, who is told of what, what a paper orders."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told


@pytest.mark.parametrize(("text", "expected"), [
    # leaving a pact or a body needs no other side
    ("President Silva pulled Brazil out of the whaling accord.", ("SANCTION", {"BRA"}, set())),
    ("Chad withdrew from the treaty.", ("SANCTION", {"TCD"}, set())),
    ("Chad quit the International Criminal Court.", ("SANCTION", {"TCD"}, set())),
    # who stays away from talks refuses them
    ("The Kenyan opposition boycotted the talks in Arusha.", ("REJECT", {"KEN"}, set())),
    # a paper acts for whoever signs it
    ("The President of Chile signed an order, which bans the import of fish from Peru.",
     ("SANCTION", {"CHL"}, {"PER"})),
    # one who tells another of an act does it
    ("Chad has notified Sudan of the severance of diplomatic relations.", ("SANCTION", {"TCD"}, {"SDN"})),
    ("Japan joined Australia in imposing sanctions on Iran.", ("SANCTION", {"JPN", "AUS"}, {"IRN"})),
    # a second verb that a thing cannot do is its speaker's
    ("Seoul complained to Tokyo that the rule hurt trade and demanded its withdrawal.",
     ("REQUEST", {"KOR"}, {"JPN"})),
    # perfects that a parser may take for an adjective
    ("Iraq had broken relations with Chile in 1967 over the war.", ("SANCTION", {"IRQ"}, {"CHL"})),
    # a call paid by telephone, told by a name of several parts
    ("Oman's Sultan called Sudanese President Omar al-Bashir on Saturday.",
     ("CONSULT", {"OMN", "SDN"}, set())),
    ("HE the Foreign Minister of Oman received a telephone call from HE the Foreign Minister of Norway.",
     ("CONSULT", {"OMN", "NOR"}, set())),
    ("Chad ordered a halt, five days after sending tanks into Niger.", ("MOBILIZE", {"TCD"}, {"NER"})),
    ("Oman reopened its airspace and land border to Qatar.", ("CONCEDE", {"OMN"}, {"QAT"})),
    ("Chad gave Niger a loan under an agreement signed by officials of the two countries in Paris.",
     ("SUPPORT", {"TCD", "NER"}, set())),
    ("New Zealand jailed two French agents for manslaughter.", ("SANCTION", {"NZL"}, {"FRA"})),
    ("Peru will take revenge for the assassination of General Paz by Chilean agents.",
     ("ASSAULT", {"CHL"}, set())),
    ("Syria said Israeli aggression would not go unanswered.", ("THREATEN", {"SYR"}, {"ISR"})),
    ("India's Supreme Court pulled up the government for failing the farmers.", ("ACCUSE", {"IND"}, {"IND"})),
    # the other side was told before
    ("Chad rejected Sudan's claim. It imposed sanctions on Monday and recalled its envoy.",
     ("SANCTION", {"TCD"}, {"SDN"})),
])  # fmt: skip
def test_form(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "2008-06-10")


def test_the_place_of_a_visit_has_no_part_in_what_the_visitor_says(reader: Any) -> None:
    text = "UN Secretary-General Ban Ki-moon, who is visiting Oslo, welcomed the agreement."
    found = told(reader, text, "2016-06-27")
    assert [recipients for kind, _, recipients in found if kind == "SUPPORT"] == [set()]


def test_an_open_act_whose_other_side_nothing_tells_is_none(reader: Any) -> None:
    assert told(reader, "The government of Chad imposed sanctions on Monday.", "2008-06-10") == []


def test_who_calls_himself_something_asks_for_nothing(reader: Any) -> None:
    text = "Rebels calling themselves the Lions of the North captured a town in Uganda."
    assert "REQUEST" not in {kind for kind, _, _ in told(reader, text, "2008-06-10")}


@pytest.mark.parametrize(("text", "expected"), [
    ("President Johnson saw the Israeli ambassador on Monday.", ("CONSULT", {"USA", "ISR"}, set())),
    ("Chad and Sudan re-established diplomatic relations on Monday.", ("SUPPORT", {"TCD", "SDN"}, set())),
    ("Kenyan jets attacked airfields in Chad, Niger and Mali.", ("ASSAULT", {"KEN"}, {"TCD", "NER", "MLI"})),
    ("Oman assured Kenya of its support.", ("SUPPORT", {"OMN"}, {"KEN"})),
])  # fmt: skip
def test_form_of_older_news(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "1965-06-10")


def test_an_offensive_to_take_a_town_has_not_taken_it(reader: Any) -> None:
    text = "Chad launched an offensive to retake Faya from Sudanese troops."
    assert {kind for kind, _, _ in told(reader, text, "1988-06-10")} == {"ASSAULT"}


@pytest.mark.parametrize(("text", "expected"), [
    ("We urge all states to hold Iran to account and call on Oman to mediate.",
     ("REQUEST", {"GBR"}, {"OMN"})),
    ("We encourage Sudan to accept the plan and condemn the attacks by Chad.", ("ACCUSE", {"GBR"}, {"TCD"})),
])  # fmt: skip
def test_who_says_two_things_says_the_second_too(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "2022-08-05", "Foreign Office")


@pytest.mark.parametrize(("text", "kinds"), [
    ("The American Minister delivered a congratulatory note to Bulgaria.", set()),
    ("Eleven officers were killed and 78 people wounded when PKK militants detonated a bomb in Turkey.",
     {"ASSAULT"}),
    ("Chad ordered an end to military operations against Niger.", {"RETREAT"}),
])  # fmt: skip
def test_what_is_no_act_of_those_named(reader: Any, text: str, kinds: set[str]) -> None:
    found = told(reader, text, "2008-06-10")
    assert {kind for kind, _, _ in found} == kinds
    assert len(found) == len(kinds)


@pytest.mark.parametrize(("text", "expected"), [
    ("Farc has said it will release the Colombian sergeant.", ("AGREE", {"COL"}, {"COL"})),
    ("Unesco condemned Syria.", ("ACCUSE", set(), {"SYR"})),
    ("Ecowas suspended Niger after the coup.", ("SANCTION", set(), {"NER"})),
    ("Oman would hold talks with the Kenyan president in July.", ("AGREE", {"OMN", "KEN"}, set())),
])  # fmt: skip
def test_acronyms_written_as_words(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "2008-06-10")
