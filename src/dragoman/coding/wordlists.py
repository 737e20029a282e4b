"""The coder's own word lists: YAML files in `coding/words`, read once when a reader is built."""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.wordfiles import read_words


@cache
def load_words(name: str) -> dict[str, Any]:
    """The word lists of one file, by their names; read once and not to be changed."""
    return read_words("dragoman.coding", f"words/{name}.yaml")


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """One list of a file of the coder's own as a set, made once."""
    return as_set(load_words(name), key)


@cache
def papers() -> frozenset[str]:
    """Nouns of instruments and orders: "treaty", "convention", "memorandum"."""
    words = load_words("instruments")
    return as_set(words, "nouns") | as_set(words, "papers")


def as_set(words: dict[str, Any], key: str) -> frozenset[str]:
    """One list of a file as a set."""
    return frozenset(words.get(key) or ())
