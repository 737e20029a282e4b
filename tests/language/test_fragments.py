"""Clauses that leave their subject out get it back; all others are left alone."""

from __future__ import annotations

import pytest

from dragoman.language.fragments import asked, restore_subjects
from dragoman.language.tree import Token, attach

_TAGS = {"met": "VBD", "signed": "VBD", "thanked": "VBD", "he": "PRP", "with": "IN", "also": "RB"}


def parsed(text: str) -> list[list[Token]]:
    """A parse that knows a verb only in small letters, as a parser of full sentences does."""
    tokens: list[Token] = []
    place = 0
    for word in text.replace(";", " ;").split():
        place = text.index(word, place)
        tag = _TAGS.get(word if word != "He" else "he", "NNP")
        pos = {"VBD": "VERB", "PRP": "PRON", "IN": "ADP", "RB": "ADV"}.get(tag, "PROPN")
        tokens.append(Token(len(tokens), place, word, word.lower(), pos, tag, "dep"))
        place += len(word)
    root = next((t for t in tokens if t.pos == "VERB"), tokens[0])
    for token in tokens:
        token.rel = "root" if token is root else "subj" if token.i < root.i and token.pos == "PRON" else "dep"
        attach(token, root)
    return [tokens]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Met with President Ruto", [["", "Met", "with", "President", "Ruto"]]),
        ("State visit; met King Letsie", [["State", "visit", ";"], ["", "met", "King", "Letsie"]]),
        ("Also met the premier", [["", "Also", "met", "the", "premier"]]),
        ("He met the premier", [["He", "met", "the", "premier"]]),
        ("United Nations House", [["United", "Nations", "House"]]),
    ],
    ids=["verb first", "after a semicolon", "adverb first", "subject there", "a name in -ed"],
)
def test_a_left_out_subject_is_put_back(text: str, clauses: list[list[str]]) -> None:
    first = parsed(text)[0]
    found = restore_subjects(text, first, {again: [parsed(again)] for again in asked(text, first)})
    assert [[t.text for t in tokens] for tokens in found] == clauses
    for tokens in found:
        assert all(text[t.start : t.end] == t.text for t in tokens)
