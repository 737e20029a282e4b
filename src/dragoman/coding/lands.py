"""Which states a land may be by what it is called: "the *West African* nation", "the *island* state"."""

from __future__ import annotations

from functools import lru_cache

from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Token

_LANDS = frozenset({
    "country", "nation", "state", "kingdom", "republic", "neighbour", "neighbor", "sultanate",
})  # fmt: skip
_BEFORE = 3  # words before a land that describe it


def called(noun: Token) -> frozenset[str]:
    """The states that a land so described may be: "the *West African* nation", "the *island* state"."""
    if noun.lemma not in _LANDS or noun.tag != "NN":
        return frozenset()
    lands = _states()
    words = [c.lower for c in noun.children if c.i < noun.i and c.rel in ("amod", "compound", "nmod")]
    if noun.lower in lands and not words:
        return frozenset()
    before = [t.lower for t in noun.sent.tokens if t.i < noun.i and noun.i - t.i <= _BEFORE]
    pairs = [" ".join(before[-2:]), *reversed(words)]
    return next((lands[p] for p in pairs if p in lands), frozenset())


@lru_cache(maxsize=1)
def _states() -> dict[str, frozenset[str]]:
    words = load_words("lands")
    return {word: as_set(words, word) for word in words}
