"""Provinces and districts, and small towns that a text far from them cannot mean."""

from __future__ import annotations

import pytest

from dragoman.knowledge import KnowledgeBase
from dragoman.knowledge.afar import within_reach
from dragoman.knowledge.resolver import Resolver


@pytest.fixture(scope="module")
def facts() -> KnowledgeBase:
    return KnowledgeBase.default()


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Oromia", "ETH"), ("Sindh", "PAK"), ("Zamfara", "NGA"), ("Antioquia", "COL"), ("Zulia", "VEN"),
        ("Jonglei", "SSD"), ("Badakhshan", "AFG"), ("Sagaing", "MMR"), ("Yunnan", "CHN"), ("Silesia", "POL"),
        ("Malaita", "SLB"), ("Gedo", "SOM"),
    ],
)  # fmt: skip
def test_a_province_is_of_its_state(facts: KnowledgeBase, name: str, state: str) -> None:
    assert facts.places(name)[0].country == state


@pytest.mark.parametrize(
    ("mention", "state"),
    [("Sindh police", "PAK"), ("the governor of Antioquia", "COL"), ("the Oromia government", "ETH")],
)
def test_a_province_tells_whose_its_bodies_are(facts: KnowledgeBase, mention: str, state: str) -> None:
    assert Resolver(facts).resolve(mention, date="2015-05-06").country == state


def test_no_word_is_taken_for_a_province(facts: KnowledgeBase) -> None:
    for words in ("the Balkan republics", "Northern District", "Lorraine Walsh", "the Equator"):
        assert not [hit for hit in facts.scan(words) if hit.kind == "region"], words


def test_a_small_town_far_from_all_states_told_is_not_meant(facts: KnowledgeBase) -> None:
    bam = facts.places("Bam")  # a town of Iran
    assert bam[0].country == "IRN"
    assert within_reach(bam, ["BFA"], facts) == ()
    assert within_reach(bam, ["BFA", "IRQ"], facts) == bam  # Iraq is not far
    assert within_reach(bam, [], facts) == bam
    large = facts.places("Osaka")
    assert within_reach(large, ["BFA"], facts) == large
