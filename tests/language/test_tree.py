"""Trees stay trees: whatever is mended, every word hangs on one root."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.syntax import surface_subject
from dragoman.language.parser import Parser
from dragoman.language.tree import Token, attach, finish, move, told_once

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.txt"))
#: a list of topics, each with a verb form of its own, as statements have them
LISTS = (
    "Working Groups were set up on standards cooperation, climate and clean tech, secure supply chains, and "
    "climate sets the pace, and misuse of technology threatens security.",
    "Section 1. The Council met in Turin on 3 May 2021. It was co-chaired by Minister A and Minister B, and "
    "sets goals, climate, and trade, and Peru and Chile, meeting in Turin, urged action.",
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def word(number: int, head: Token | None = None) -> Token:
    token = Token(number, number, f"w{number}", f"w{number}", "NOUN", "NN", "dep")
    attach(token, head or token)
    return token


def test_nothing_hangs_under_itself() -> None:
    root = word(0)
    middle = word(1, root)
    leaf = word(2, middle)
    for token, head in ((root, leaf), (middle, leaf), (leaf, leaf)):
        move(token, head, "conj")
    assert (middle.head, leaf.head, root.children, leaf.children) == (root, middle, [middle], [])
    assert middle.rel == "dep"
    move(leaf, root, "obj")
    assert (leaf.head, leaf.rel, middle.children) == (root, "obj", [])


def test_what_is_told_of_a_word_is_told_once() -> None:
    asked: list[int] = []

    @told_once
    def ask(token: Token) -> str | None:
        asked.append(token.i)
        return token.text if token.i else None

    for _ in range(2):
        tokens = [word(number) for number in range(3)]
        finish(0, tokens)
        assert [ask(token) for token in (*tokens, *tokens)] == [None, "w1", "w2"] * 2
    assert asked == [0, 1, 2] * 2  # of each sentence anew


@pytest.mark.parametrize(
    "text", [*LISTS, *(path.read_text("utf-8") for path in EXAMPLES)],
    ids=[*(f"list {n}" for n in range(len(LISTS))), *(path.stem for path in EXAMPLES)],
)  # fmt: skip
def test_every_word_hangs_on_the_one_root(parser: Parser, text: str) -> None:
    for sentence in parser.parse(text).sentences:
        (root,) = [t for t in sentence.tokens if t.head is t]
        assert set(root.subtree()) == set(sentence.tokens)
        assert all(t in t.head.children for t in sentence.tokens if t is not root)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("President Moi and six others, meeting in Nairobi, asked the Council for help.", "asked", "Moi"),
        ("The Assembly had, in the small hours of Friday, called by 64 votes to five for a truce.", "called",
         "Assembly"),
        ("President Biden also raised concerns about Korea, noted all states have an interest in peace, and "
         "underscored the need.", "underscored", "Biden"),
        ("USAID has committed five million dollars to Haiti.", "committed", "USAID"),
        ("In New York the Security Council demanded a truce.", "demanded", "Council"),
        ("The envoy was accused of taking bribes, much of it believed to be abroad, by Chad's officials.",
         "accused", "envoy"),
        ("He resigned on Friday, a day after the party of the minister, Jo Roe, had left the coalition.",
         "left", "party"),
    ],
)  # fmt: skip
def test_asides_part_no_verb_from_its_subject(parser: Parser, text: str, verb: str, subject: str) -> None:
    token = next(t for t in parser.parse(text).tokens if t.text == verb)
    acting = surface_subject(token)
    assert acting is not None
    assert acting.text == subject
