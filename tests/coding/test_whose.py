"""Whose a bare actor is: the police, the government, the Council, the two Ministers."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.datelines import filed_in
from dragoman.knowledge import default
from dragoman.model import Document
from tests.coding.test_who_and_what import Side, told


@pytest.mark.parametrize(("text", "expected"), [
    ("Rebels freed two Spanish nuns.", [("RETREAT", set(), {"ESP"})]),
    ("Police arrested four Nigerians on Monday.", [("COERCE", set(), {"NGA"})]),
    ("The government accused Algeria of a plot.", [("ACCUSE", set(), {"DZA"})]),
    ("A court sentenced a Dutch engineer to jail.", [("SANCTION", set(), {"NLD"})]),
    ("Protesters stormed the Swedish embassy.", [("PROTEST", set(), {"SWE"})]),
    ("Police arrested opposition leader Anna Silva in Luanda.", [("COERCE", {"AGO"}, {"AGO"})]),
    ("Rebels attacked Sudanese troops.", [("ASSAULT", {"SDN"}, {"SDN"})]),
    ("Chile recalled its envoy. The government accused Bolivia of spying.", [("ACCUSE", {"CHL"}, {"BOL"})]),
    ("Fighting raged in Angola. Rebels killed a Czech nun.", [("ASSAULT", {"AGO"}, {"CZE"})]),
    ("LIMA (Reuters) - Police arrested two Danish reporters.", [("COERCE", {"PER"}, {"DNK"})]),
    ("Hundreds rallied outside the Turkish embassy in Riga.", [("PROTEST", {"LVA"}, {"TUR"})]),
    ("Students held a sit-in outside the Peruvian embassy in Athens.", [("PROTEST", {"GRC"}, {"PER"})]),
])  # fmt: skip
def test_nobody_is_of_the_state_whose_name_he_gives_to_others(
    reader: Any, text: str, expected: list[Side]
) -> None:
    assert [side for side in told(reader, text, "1998-06-10") if side in expected] == expected


@pytest.mark.parametrize(("publisher", "text", "expected"), [
    ("Auswärtiges Amt", "The Federal Government imposed sanctions on Iran.", ("SANCTION", {"DEU"}, {"IRN"})),
    ("Global Affairs Canada", "The Government has expelled two Cuban diplomats.",
     ("SANCTION", {"CAN"}, {"CUB"})),
    ("Foreign and Commonwealth Office", "His Majesty's Government condemned Iran.",
     ("ACCUSE", {"GBR"}, {"IRN"})),
    ("Reuters", "Chilean Foreign Minister Ana Paz met Peruvian Foreign Minister Luis Rey. "
     "The two Ministers condemned Russia.", ("ACCUSE", {"CHL", "PER"}, {"RUS"})),
])  # fmt: skip
def test_bare_bodies_are_those_of_the_text(reader: Any, publisher: str, text: str, expected: Side) -> None:
    assert expected in told(reader, text, "2014-06-10", publisher)


@pytest.mark.parametrize(("publisher", "text"), [
    ("United Nations", "The Secretary-General condemned the Iranian attack."),
    ("Council of the European Union", "The Council imposed sanctions on Iran."),
    (None, "The Security Council met. The Council condemned Iran."),
])  # fmt: skip
def test_organs_and_secretaries_are_of_their_organisation(
    reader: Any, publisher: str | None, text: str
) -> None:
    events = reader.read(text, published="2014-06-10", publisher=publisher).events
    (event,) = [e for e in events if e.type in ("ACCUSE", "SANCTION")]
    assert [(p.country, p.sector) for p in event.actors] == [(None, "IGO")]
    assert {p.country for p in event.recipients} == {"IRN"}


def test_datelines_say_where_a_report_was_filed() -> None:
    facts = default()
    assert filed_in("N'DJAMENA, May 5 (AFP) - The government", facts)[:3] == ("TCD", True, True)
    assert filed_in("GENEVA (Reuters) -- Talks", facts)[:3] == ("CHE", False, True)
    assert filed_in("NATO - the alliance", facts) is None
    assert filed_in("Lima said so.", facts) is None


@pytest.mark.parametrize(
    "text",
    [
        "Neighbouring Nicaragua has recalled its envoy from Peru.",
        "Oil-rich Nicaragua has recalled its envoy from Peru.",
        "Landlocked Nicaragua has recalled its envoy from Peru.",
    ],
)
def test_a_state_is_known_behind_an_adjective_with_a_capital(reader: Any, text: str) -> None:
    assert told(reader, text, "2019-06-04") == [("SANCTION", {"NIC"}, {"PER"})]


def test_the_name_of_a_body_names_no_state_by_its_parts(reader: Any) -> None:
    marched = "Honduran teachers marched on Monday. Police arrested two men."
    text = f"{marched} Unions called on the Organization of American States to act."
    assert ("COERCE", {"HND"}, set()) in told(reader, text, "2019-06-04")


def test_the_ambassador_in_a_ministrys_text_is_the_one_that_it_received(reader: Any) -> None:
    text = (
        "The minister received the Ambassador of Japan on Monday. The Ambassador thanked the people of Peru."
    )
    reading = reader.read(
        Document.of(text, published="2022-03-15", publisher="Ministry of Foreign Affairs of Peru")
    )
    (thanks,) = [e for e in reading.events if e.type == "SUPPORT"]
    assert [p.country for p in thanks.actors] == ["JPN"]


def test_aid_that_is_taken_away_is_no_aid(reader: Any) -> None:
    assert told(reader, "France suspended $15 million in aid to Honduras.", "2019-06-04") == [
        ("SANCTION", {"FRA"}, {"HND"})
    ]


def test_an_unknown_foreign_minister_who_meets_another_at_home_is_of_the_place(reader: Any) -> None:
    text = "In Ankara, Foreign Minister Rauf Celen met his Azerbaijani counterpart, Elman Sadiq, on Monday."
    assert told(reader, text, "1992-03-04") == [("CONSULT", {"TUR", "AZE"}, set())]
