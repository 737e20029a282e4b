"""How alike two personal names are: transliterations, diacritics, initials, name order."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_SPLIT = re.compile(r"[\s\-‐‑'’`.,]+")
_SUFFIXES = frozenset({"jr", "sr"})
_NUMERAL = re.compile(r"(?:x{0,2})(?:i{1,3}|iv|vi{0,3}|ix|x)$")
_REPEATED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)
_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("dj", "d"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("zh", "j"),
    ("ph", "f"), ("ck", "k"), ("tz", "ts"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ei", "i"),
    ("ai", "i"), ("ee", "i"),
    ("ie", "i"), ("ij", "i"), ("q", "k"), ("c", "k"), ("y", "i"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_FIRST = {letter: group[0] for group in ("kqgc", "yjie", "zs", "uwvb") for letter in group}
_CLOSE, _SAME_SOUND, _SAME_LETTERS = 84, 90, 92


def fold(name: str) -> str:
    """A name without case and diacritics."""
    name = name.translate(_LETTERS)
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=65_536)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a personal name, folded, without generational suffixes."""
    parts = tuple(p for p in _SPLIT.split(fold(name)) if p)
    return tuple(p for p in parts if p not in _SUFFIXES) or parts


@lru_cache(maxsize=65_536)
def _sound(part: str) -> str:
    for old, new in _SOUNDS:
        part = part.replace(old, new)
    return _REPEATED.sub(r"\1", part)


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
    return fuzz.ratio(a, b) >= _CLOSE or fuzz.ratio(_sound(a), _sound(b)) >= _SAME_SOUND


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
        if said[-1] not in known and not (len(known) < 3 and known[0] == said[0]):
            return 0.0
        said = said[:-1]
    if len(said) == 1:
        return _surname_fit(said[0], known)
    matched = [any(alike(s, k) for k in known) for s in said]
    count = sum(matched)
    if not any(m and len(s) > 1 for m, s in zip(matched, said, strict=True)):
        return 0.0
    if count == len(said):
        return 0.95
    if len(known) > 1 and fuzz.ratio("".join(sorted(said)), "".join(sorted(known))) >= _SAME_LETTERS:
        return 0.9
    if len(said) >= 3 and count >= 2 and matched[0] and (matched[-1] or matched[-2]):
        return 0.8
    return 0.55 if len(known) == 1 and matched[-1] else 0.0
