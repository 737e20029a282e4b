"""Office-holders of other decades, other spellings of their names, and who is not to be taken for another."""

from __future__ import annotations

import pytest

from dragoman.knowledge import KnowledgeBase
from dragoman.knowledge.resolver import Resolver

KNOWN = [
    ("Chairman Mao Tse-tung", "1972-02-21", "CHN"),
    ("Premier Chou En-lai", "1972-02-21", "CHN"),
    ("Chairman Mao", "1966-08-18", "CHN"),
    ("President Mijatović", "1980-06-24", "YUG"),
    ("First Secretary Edward Gierek", "1974-10-08", "POL"),
    ("Foreign Minister Pineau", "1956-10-30", "FRA"),
    ("Prime Minister Modrow", "1989-12-12", "DDR"),
    ("Condoleezza Rice", "2005-02-23", "USA"),
    ("Prime Minister Mahathir bin Mohamad", "1989-05-21", "MYS"),
]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(KnowledgeBase.default())


@pytest.mark.parametrize(("mention", "date", "state"), KNOWN)
def test_people_of_other_decades_and_spellings(
    resolver: Resolver, mention: str, date: str, state: str
) -> None:
    assert resolver.resolve(mention, date=date).country == state


def test_a_surname_goes_before_a_colleagues_given_name(resolver: Resolver) -> None:
    """Barak Sopé led another government in the days of Ehud Barak."""
    found = resolver.resolve("Prime Minister Barak", date="2000-06-05")
    assert (found.country, found.name) == ("ISR", "Ehud Barak")


def test_an_initial_stands_for_no_other_first_name(resolver: Resolver) -> None:
    """Norman E. Kirk is not "Edward Kirk"."""
    assert resolver.resolve("Prime Minister Edward Kirk", date="1973-10-08").country != "NZL"


@pytest.mark.parametrize(("mention", "state"), [
    ("the Turks of Bulgaria", "BGR"),
    ("Palestinians of Lebanon", "PSE"),
    ("Americans of Japanese descent", "USA"),
])  # fmt: skip
def test_a_people_of_another_state(resolver: Resolver, mention: str, state: str) -> None:
    assert resolver.resolve(mention, date="2000-01-01").country == state


def test_who_acts_for_another_makes_the_answer_unsure() -> None:
    facts = KnowledgeBase.default()
    held = {t.person for t in facts.holders("NOR", "head_of_government", "1998-09-05")}
    assert held == {"Kjell Magne Bondevik", "Anne Enger Lahnstein"}
