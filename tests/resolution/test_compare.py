"""Which tellings may be one event: what keeps them apart, what speaks for it, what a chain cannot join."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from dragoman.model.chronicle import Likeness, Party, Telling
from dragoman.resolution.cluster import partition
from dragoman.resolution.compare import apart, block_keys, enough, judge, near_miss
from dragoman.resolution.parties import same_person
from dragoman.resolution.tellings import days_of
from dragoman.resolution.titles import title_relation

PUTIN, KIM = ("RUS", "Vladimir Putin"), ("PRK", "Kim Jong Un")


def telling(
    name: str, parties: tuple[Any, ...] = ("RUS", "PRK"), when: str | None = "2024-06-19", **more: Any
) -> Telling:
    """A telling in a document of its own."""
    made = tuple(
        Party(side="actor", name=p, country=p, kind="country")
        if isinstance(p, str)
        else Party(side="actor", name=p[1], country=p[0], kind="person")
        for p in parties
    )
    first, last, assumed = days_of(when, "2024-06-20", more.get("status", "occurred"))
    known: dict[str, Any] = {
        "document": f"d-{name}", "local": name, "type": "CONSULT", "status": "occurred", "trigger": "met",
        "trigger_start": 0, "trigger_end": 3, "sentence": "They met.", "sentence_start": 0, "sentence_end": 9,
        "rule": "test", "confidence": 0.8, "edtf": when, "first": first, "last": last, "assumed": assumed,
        "published": "2024-06-20", "parties": made,
    }  # fmt: skip
    return Telling(id=f"e-{name}", **{**known, **more})


@pytest.mark.parametrize(
    "other",
    [
        telling("b", when="2024-06-18"),
        telling("b", ("RUS", "CHN")),
        telling("b", ("RUS",)),
        telling("b", type="AGREE"),
        telling("b", status="planned"),
        telling("b", mode="phone", place="Moscow"),
        telling("b", (("RUS", "Sergey Lavrov"), "PRK")),
        telling("b", place_country="CHN"),
        telling("b", document="d-a", edtf=None),
    ],
    ids=["day", "parties", "fewer parties", "type", "status", "mode", "people", "state", "document"],
)
def test_what_differs_is_apart(other: Telling):
    one = telling("a", (PUTIN, "PRK"), mode="multilateral", place_country="PRK")
    assert apart(one, other) or not enough(one, judge(one, other))
    assert judge(one, other) == judge(other, one)


@pytest.mark.parametrize(
    "other",
    [
        telling("b"),
        telling("b", (PUTIN, KIM)),
        telling("b", (("RUS", "Putin"), "PRK"), None),
        telling("b", (PUTIN, "PRK"), "2024-06", place="Pyongyang"),
        telling("b", when="2024-06-18/2024-06-19"),
    ],
    ids=["same", "people", "no day", "month", "days"],
)
def test_what_agrees_is_one(other: Telling):
    one = telling("a", (PUTIN, "PRK"), place="Pyongyang")
    assert enough(one, judge(one, other)), judge(one, other)
    assert set(block_keys(one)) & set(block_keys(other))


def test_speech_of_one_day_needs_the_same_words():
    one = telling("a", type="ACCUSE", sentence="Moscow blamed the north for the attack on the bridge.")
    same = telling("b", type="ACCUSE", sentence="The attack on a bridge was blamed on the north.")
    other = telling("c", type="ACCUSE", sentence="The fishing quota was called a disgrace.")
    assert enough(one, judge(one, same))
    assert not enough(one, judge(one, other))


def test_a_day_apart_is_shown_not_merged():
    one = telling("a", (PUTIN, KIM), place="Pyongyang")
    other = telling("b", (PUTIN, KIM), "2024-06-20", place="Pyongyang")
    assert apart(one, other) == "another day"
    assert near_miss(one, other)


def test_a_chain_does_not_join_what_is_apart():
    tellings = {
        t.id: t for t in (telling("a"), telling("b", when="2024-06"), telling("c", when="2024-06-20"))
    }
    likes = [Likeness(a, b, 0.9, ()) for a, b in combinations(sorted(tellings), 2)]
    assert partition(tellings, likes) == [("e-a",), ("e-b",), ("e-c",)]
    assert partition({k: t for k, t in tellings.items() if k != "e-c"}, likes[:1]) == [("e-a", "e-b")]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("vladimir putin", "putin", True),
        ("joe biden", "joseph r biden jr", True),
        ("kim jong un", "kim jong il", False),
        ("george bush", "bill clinton", False),
        ("mohammed bin salman", "mohamed bin salman", True),
    ],
)
def test_people(a: str, b: str, same: bool):
    assert same_person(a, b) is same
    assert same_person(b, a) is same


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("an accord", "the agreement on air services", 0),
        ("Air Services Agreement", "agreement on air services", 1),
        ("Air Services Agreement", "Fisheries Agreement", -1),
        ("a memorandum of understanding", "the treaty", -1),
        ("joint communique", "Air Services Agreement", -1),
        ("a deal", "memorandum on fish", 0),
        ("a deal", "deal", 0),
        ("agreement", "agreement", 1),
    ],
)
def test_titles_of_instruments(one: str, two: str, relation: int) -> None:
    assert title_relation(one, two) == title_relation(two, one) == relation


def test_a_signing_told_in_general_words_is_the_one_that_another_names() -> None:
    known = {"type": "SUPPORT", "when": "2024-06-19"}
    one = telling(
        "a", sentence="The two signed an air services treaty.", agreements=("air services treaty",), **known
    )
    two = telling("b", sentence="An accord was signed in Pyongyang.", agreements=("accord",), **known)
    other = telling("c", sentence="The two signed a fishing treaty.", agreements=("fishing treaty",), **known)
    assert enough(one, judge(one, two))
    assert not enough(one, judge(one, other))


VISIT = {"mode": "visit", "when": "1962-03-05/1962-03-07", "place": "Lima", "place_country": "PER"}


def test_a_president_and_a_minister_in_one_city_on_the_same_days_are_one_delegation() -> None:
    head = telling("a", (("NOR", "Ada Lund"), "PER"), **VISIT)
    minister = telling("b", (("NOR", "Per Berg"), "PER"), **VISIT)
    later = telling("c", (("NOR", "Per Berg"), "PER"), **{**VISIT, "when": "1962-03-06/1962-03-07"})
    assert enough(head, judge(head, minister))
    assert apart(head, later)


def test_talks_of_which_one_party_is_known_are_one_only_in_one_place() -> None:
    known = {"place": "Oslo", "place_country": "NOR", "when": "1962-03-05"}
    one, two = (telling(name, (("NOR", "Ada Lund"),), **known) for name in "ab")
    elsewhere = telling("c", (("NOR", "Ada Lund"),), when="1962-03-05")
    assert apart(one, two) is None
    assert apart(one, elsewhere)


def test_a_crowd_beside_other_states_is_nothing_shared() -> None:
    one = telling("a", ("NOR", "PER", "LAO"))
    two = telling("b", ("NOR", "CHL", "LAO"))
    other = telling("c", ("NOR", "CHL"))
    assert apart(one, two) is None
    assert apart(one, other)


def test_one_publisher_tells_of_talks_without_a_day_anew() -> None:
    one = telling("a", (PUTIN, KIM), None, publisher="Daily", published="2024-06-20")
    two = telling("b", (PUTIN, KIM), None, publisher="Daily", published="2024-06-23")
    assert apart(one, two)
    assert apart(one, telling("c", (PUTIN, KIM), None, publisher="Weekly", published="2024-06-23")) is None
