"""Titles of agreements: which may name one instrument."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.model.chronicle import Telling
from dragoman.resolution.wordlists import instrument_kinds, plain, title_words

_SAME_TITLE = 80


def titles_alike(a: Telling, b: Telling) -> int:
    """1 where both name the same instrument, -1 where each names another, 0 where that stays open."""
    if not a.agreements or not b.agreements:
        return 0
    return max(title_relation(x, y) for x in a.agreements for y in b.agreements)


@lru_cache(maxsize=65_536)
def title_relation(x: str, y: str) -> int:
    """1 for titles of one instrument, -1 of two, 0 where one is too general to tell ("an accord")."""
    kinds = instrument_kinds(x), instrument_kinds(y)
    if all(kinds) and not kinds[0] & kinds[1]:
        return -1
    one, two = title_words(x), title_words(y)
    if one and two:
        same = fuzz.token_set_ratio(" ".join(sorted(one)), " ".join(sorted(two))) >= _SAME_TITLE
        return 1 if same else -1
    return 1 if plain(x) == plain(y) else 0
