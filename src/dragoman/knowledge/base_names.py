"""Spelling keys of names: what different romanisations of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+")
_APART = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ə": "e"}
)
_SOUNDS = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("zh", "S"), ("dj", "S"), ("dzh", "S"), ("cz", "S"),
    ("ts", "s"), ("tz", "s"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("x", "ks"), ("q", "k"), ("g", "k"), ("c", "k"), ("z", "s"), ("j", "S"), ("v", "f"), ("w", "f"),
    ("ou", "u"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")
_PARTICLES_TEXT = (
    "al el ul ad ash as an ar at az bin ben ibn de da di do dos del della la le van von der den of the ter"
    " e y du jr sr ii iii iv mr mrs ms dr"
)
PARTICLES = frozenset(_PARTICLES_TEXT.split())


def fold(name: str) -> str:
    """Lower case without accents: what two spellings by the same letters share."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_APART))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    return letters.encode("utf-8", "ignore").decode()  # without halves of surrogate pairs


def name_words(name: str) -> list[str]:
    """The words of a folded name; what follows an apostrophe stays with its word."""
    return _WORD.findall(fold(name).replace("'", ""))


def skeleton(word: str) -> str:
    """A key that romanisations of one name share: its consonants, by sound.

    >>> skeleton("gaddafi") == skeleton("qadhafi")
    True
    """
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    key = word[:1].replace("y", "i") + _VOWELS.sub("", word[1:])
    return _DOUBLE.sub(r"\1", key)


def name_parts(name: str) -> list[str]:
    """The words of a name that are neither particles nor initials, each once."""
    return list(dict.fromkeys(w for w in name_words(name) if w not in PARTICLES and len(w) > 1))


def name_forms(name: str) -> list[tuple[str, str]]:
    """Key and word of each part under which a person of that name is found; particles are none.

    A South Slavic "đ" is written "dj" as often as "d"; the name is found under both.
    """
    forms: list[tuple[str, str]] = []
    for spelling in dict.fromkeys((name, name.replace("đ", "dj").replace("Đ", "Dj"))):
        words = name_words(spelling)
        parts = [w for w in words if w not in PARTICLES and len(w) > 1]
        parts += [a + b for a, b in pairwise(words) if a not in PARTICLES]
        forms += [(key, word) for word in parts if (key := skeleton(word))]
    return list(dict.fromkeys(forms))


def name_keys(name: str) -> list[str]:
    """The keys under which a person of that name is found."""
    return list(dict.fromkeys(key for key, _word in name_forms(name)))


def slug(name: str) -> str:
    """An id made from a name."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))
