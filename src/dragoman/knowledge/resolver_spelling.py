"""How alike two personal names are: transliterations, diacritics, initials, name order."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.knowledge.base_names import fold, skeleton

_SPLIT = re.compile(r"[\s\-‐‑'’`.,]+")
_EMPTY = frozenset({
    "jr", "sr", "al", "el", "bin", "ibn", "abu", "de", "da", "dos", "di", "del", "la", "van", "von", "der",
    "den", "ul", "as", "ad", "ar",
})  # fmt: skip
_NUMERAL = re.compile(r"(?:x{0,2})(?:i{1,3}|iv|vi{0,3}|ix|x)$")
_FIRST = {letter: group[0] for group in ("kqgc", "yjie", "zs", "uwvb") for letter in group}
_CLOSE, _SAME_KEY, _SAME_LETTERS = 84, 60, 92


@lru_cache(maxsize=65_536)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a personal name, folded, without particles and generational suffixes."""
    parts = tuple(p for p in _SPLIT.split(fold(name)) if p)
    return tuple(p for p in parts if p not in _EMPTY) or parts


_key = lru_cache(maxsize=65_536)(skeleton)


def alike(a: str, b: str) -> bool:
    """Whether two parts of names are spellings of one, or `a` is the initial of `b`."""
    if a == b:
        return True
    if len(a) == 1:
        return a == b[0]
    if min(len(a), len(b)) < 3 or _FIRST.get(a[0], a[0]) != _FIRST.get(b[0], b[0]):
        return False
    if abs(len(a) - len(b)) > 3:
        return False
    if fuzz.ratio(a, b) >= _CLOSE:
        return True
    key = _key(a)
    return len(key) >= 3 and key == _key(b) and fuzz.ratio(a, b) >= _SAME_KEY


def _surname_fit(said: str, known: tuple[str, ...]) -> float:
    if said == known[-1] or said in known[1:]:
        return 0.6
    if alike(said, known[-1]):
        return 0.55
    return 0.5 if alike(said, known[0]) else 0.0


@lru_cache(maxsize=32_768)
def name_fit(said: tuple[str, ...], known: tuple[str, ...]) -> float:
    """How well a name in a text fits a full one: 1 the same, 0.6 the surname alone, 0.5 the first name."""
    if said == known:
        return 1.0
    if len(said) > 1 and _NUMERAL.match(said[-1]):
        if said[-1] not in known and known != said[:1]:
            return 0.0
        said = said[:-1]
    if len(said) == 1:
        return _surname_fit(said[0], known)
    matched = [any(alike(s, k) for k in known) for s in said]
    count = sum(matched)
    if not any(m and len(s) > 1 for m, s in zip(matched, said, strict=True)):
        return 0.0
    if count == len(said):
        ends = alike(said[-1], known[-1]) or alike(said[-1], known[0]) or len(known) <= len(said) + 1
        return 0.95 if ends else 0.85
    if len(known) > 1 and fuzz.ratio("".join(sorted(said)), "".join(sorted(known))) >= _SAME_LETTERS:
        return 0.9
    if len(said) >= 3 and count >= 2 and matched[0] and (matched[-1] or matched[-2]):
        return 0.8
    return 0.52 if len(known) == 1 and matched[-1] else 0.0
