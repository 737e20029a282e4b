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
REGAL = frozenset(
    {"king", "queen", "prince", "princess", "sultan", "emir", "shah", "emperor", "sheikh", "pope"}
)
NUMERAL = re.compile(r"(?:x{0,2})(?:i{1,3}|iv|vi{0,3}|ix|x)$")
_FIRST = {letter: group[0] for group in ("kqgch", "yjie", "zs", "uwvb") for letter in group}
_CLOSE, _SAME_KEY, _SAME_LETTERS = 84, 60, 92


@lru_cache(maxsize=65_536)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a personal name, folded, without particles and generational suffixes."""
    parts = tuple(p for p in _SPLIT.split(fold(name)) if p)
    return tuple(p for p in parts if p not in _EMPTY) or parts


_key = lru_cache(maxsize=65_536)(skeleton)


def _letter(part: str) -> str:
    """The first letter, one for all that transliterations exchange."""
    return _FIRST.get(part[0], part[0])


_DOUBLED = re.compile(r"(.)\1")


def alike(a: str, b: str) -> bool:
    """Whether two parts of names are spellings of one, or `a` is the initial of `b`."""
    if a == b:
        return True
    if len(a) == 1:
        return a == b[0]
    if min(len(a), len(b)) < 3 or _letter(a) != _letter(b):
        return False
    if abs(len(a) - len(b)) > 3:
        return False
    if fuzz.ratio(a, b) >= _CLOSE:
        return True
    key = _key(a)
    return len(key) >= 3 and key == _key(b) and fuzz.ratio(a, b) >= _SAME_KEY


def _single_fit(said: str, known: tuple[str, ...]) -> float:
    """One word against a full name: 0.7 the surname, 0.65 a middle name, 0.6 the first; alike: less."""
    if said == known[-1]:
        return 0.7
    if said in known:
        return 0.65 if said in known[1:] else 0.6
    if len(said) > 3 and _DOUBLED.sub(r"\1", said) == _DOUBLED.sub(r"\1", known[-1]):  # Asad, Assad
        return 0.65
    if alike(said, known[-1]):
        return 0.55 if fuzz.ratio(said, known[-1]) >= _CLOSE else 0.52
    return 0.5 if alike(said, known[0]) else 0.0


def _core(parts: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """The parts without regal titles and middle initials, and the numeral of a monarch or pope."""
    numeral = parts[-1] if len(parts) > 1 and NUMERAL.match(parts[-1]) else None
    rest = parts[:-1] if numeral else parts
    core = tuple(p for p in rest if p not in REGAL) or rest
    long = tuple(p for p in core if len(p) > 1)
    return (long if len(long) > 1 else core), numeral


@lru_cache(maxsize=32_768)
def name_fit(said: tuple[str, ...], known: tuple[str, ...]) -> float:
    """How well a name in a text fits a full one: 1 the same, 0.7 a surname, 0.56 another first name."""
    if said == known:
        return 1.0
    (said, number), (core, known_number) = _core(said), _core(known)
    if number != known_number and (number is not None and (known_number is not None or len(core) > 1)):
        return 0.0
    if len(said) == 1:
        if said == core:
            return 0.9 if number is not None and number == known_number else 0.7
        return _single_fit(said[0], core)
    last = alike(said[-1], core[-1])
    # an initial stands for a word only where the first name does not speak against it
    shortened = last and (len(known[0]) == 1 or any(alike(s, core[0]) for s in said))
    matched = [any(alike(s, k) or (shortened and len(k) == 1 and s[0] == k) for k in known) for s in said]
    if not any(alike(s, k) for s in said for k in core if len(s) > 1 and len(k) > 1):
        return 0.0
    if all(matched):
        ends = alike(said[-1], core[-1]) or alike(said[-1], core[0]) or len(core) <= len(said) + 1
        whole = len(core) <= len(said) + 1 or all(s in known for s in said)
        return 0.95 if ends and whole else 0.85
    if len(core) > 1 and fuzz.ratio("".join(sorted(said)), "".join(sorted(core))) >= _SAME_LETTERS:
        return 0.9
    if len(said) > len(core) > 1 and all(any(alike(s, k) for s in said) for k in core):
        return 0.85  # a longer form of the known name
    if len(said) >= 3 and sum(matched) >= len(said) - 1 and matched[0] and (matched[-1] or matched[-2]):
        return 0.8
    return 0.56 if last and (len(core) == 1 or _letter(said[0]) == _letter(core[0])) else 0.0


def shorter_names(name: str) -> list[str]:
    """What is left of a name of three or more words: first and last, without the last, the last alone."""
    words = [w for w in name.replace(",", " ").split() if len(w.rstrip(".")) > 1]
    if len(words) < 2:
        return words if words and " ".join(words) != name else []
    forms = [f"{words[0]} {words[-1]}", " ".join(words[:-1]), words[-1]]
    if len(words) > 2:
        forms.append(words[-2])
    return [f for f in dict.fromkeys(forms) if f != name]
