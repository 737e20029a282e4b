"""The words of time and their classes, loaded from the tables of this folder on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

#: classes of tokens that the tables do not name: figures in their several shapes
_SHAPES = (
    "num",
    "big",
    "dec",
    "year",
    "iso",
    "frac",
    "qn",
    "hn",
    "fyn",
    "syear",
    "uy",
    "uw",
    "uq",
    "uc",
    "ue",
    "we",
)
_UNIT_CLASSES = {"Y": "uy", "W": "uw", "Q": "uq", "C": "uc", "E": "ue", "WE": "we"}


@dataclass(frozen=True, slots=True)
class Word:
    """What a word may be: its class and value (None if it only starts phrases), and those phrases."""

    symbol: str | None
    value: str
    phrases: tuple[tuple[str, str, str], ...] = ()  # phrase, symbol, value


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words, and the one-letter symbol of each class."""

    words: dict[str, Word]
    symbols: dict[str, str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The tables of this folder, read once."""
    rows = _rows("words.tsv")
    phrases = _rows("phrases.tsv")
    classes = dict.fromkeys([*(row[0] for row in rows), *(row[0] for row in phrases), *_SHAPES])
    symbols = {name: chr(0x100 + number) for number, name in enumerate(classes)}
    plain: dict[str, tuple[str, str]] = {}
    for name, value, words in rows:
        kind = _UNIT_CLASSES.get(value, name) if name == "unit" else name
        for word in words.split("|"):
            for form in _forms(word):
                plain.setdefault(form, (symbols[kind], value))
    starts: dict[str, list[tuple[str, str, str]]] = {}
    for name, value, texts in phrases:
        for text in texts.split("|"):
            for form in {text, text[:1].upper() + text[1:]}:
                head = _head(form)
                starts.setdefault(head, []).append((form, symbols[name], value))
    words_of: dict[str, Word] = {}
    for form in {**plain, **dict.fromkeys(starts)}:
        symbol, value = plain.get(form, (None, ""))
        longest_first = sorted(starts.get(form, ()), key=lambda item: (-len(item[0]), item[0]))
        words_of[form] = Word(symbol, value, tuple(longest_first))
    return Vocabulary(words_of, symbols)


def _rows(name: str) -> list[list[str]]:
    text = files("dragoman.times").joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [line.split("\t") for line in lines]


def _forms(word: str) -> tuple[str, ...]:
    if word.islower():
        return word, word.capitalize(), word.upper()
    return (word, word.upper()) if word[:1].isupper() and len(word) > 1 else (word,)


def _head(phrase: str) -> str:
    end = 0
    while end < len(phrase) and (phrase[end].isalnum() or phrase[end] == "_"):
        end += 1
    return phrase[:end]
