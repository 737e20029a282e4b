"""The resolver on the shipped knowledge base: the project's own mentions, and what holds for any phrase."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import KnowledgeBase
from dragoman.knowledge.resolver import Resolver

MENTIONS = Path(__file__).resolve().parents[2] / "evaluation" / "data" / "resolver_mentions.jsonl"
WORDS = (
    "the", "of", "in", "and", ",", "'s", "Russia", "Iranian", "UN", "president", "Foreign",
    "Minister", "troops", "former", "Hamas", "John", "Smith", "rebels", "to", "Paris", "ambassador",
    "government", "ethnic", "-led", "for", "(", ")", "two", "thousands", "people", "opposition",
    "leader", "who", "Security", "Council",
)  # fmt: skip


@cache
def shipped() -> Resolver:
    return Resolver(KnowledgeBase.default())


@pytest.mark.parametrize("split", ["open", "kept"])
def test_own_mentions_reach_the_bar(split: str) -> None:
    rows = [json.loads(line) for line in MENTIONS.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["split"] == split]
    right, wrong = [], []
    for row in rows:
        found = shipped().resolve(row["text"], date=row["date"], context=row["context"])
        right.append((found.country, found.sector) == (row["country"], row["sector"]))
        if found.country is not None and found.country != row["country"]:
            wrong.append(row["text"])
    assert sum(right) / len(rows) >= 0.88
    assert len(wrong) / len(rows) <= 0.03, wrong


@given(words=st.lists(st.sampled_from(WORDS), max_size=9), head=st.integers(-1, 60))
def test_any_phrase_gets_a_sound_answer(words: list[str], head: int) -> None:
    text = " ".join(words)
    found = shipped().resolve(text, date="2010-05-01", head=head)
    assert found.text == text
    assert 0.0 <= found.score <= 1.0
    assert found.political or (found.country, found.kind, found.person) == (None, None, None)
    assert found.person is None or found.holder is None
    assert found.sector != "IGO" or found.country is None


def test_a_doubled_letter_is_no_other_name() -> None:
    found = shipped().resolve("President Asad", date="2016-01-01")
    assert found.country == "SYR"
