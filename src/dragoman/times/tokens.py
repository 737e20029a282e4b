"""Runs of neighbouring words of time in a text, each word as a symbol of its class.

A run ends at any word or mark that the tables do not know; runs without a word that can carry a time alone
are dropped here, so that the grammar sees only a small part of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.times.words import Word, vocabulary

_TOKEN = re.compile(
    r"\d+(?:[.,/:\-\u2010-\u2014]\d+)+(?:T\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?(?:s\b)?|['’]s\b|['’‘][0-9][0-9](?!\w)|\w+|[^\w\s]"
)
_WORD_NUMBER = re.compile(r"(\d{1,4})(st|nd|rd|th|s)$", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"['’‘][0-9][0-9]$")
_CODES, _QUOTES = "QHF", "'’‘"  # what codes and short years begin with
_OPENING = frozenset(_CODES + _QUOTES)
_CODE = re.compile(r"(Q|H|FY)(\d{1,4})$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?$")
_ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])$")
_FIGURES = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}$")
_FRACTION = re.compile(r"\d{1,2}/\d{1,2}$")
_RANGE = re.compile(r"(\d{1,4})([\-\u2010-\u2014])(\d{1,4})(s?)$")
_DAY_YEAR = re.compile(r"(\d{1,2}),(\d{4})$")
_PIECES = re.compile(r"\d+s?|[^\d]")
#: classes that can carry a time; a run without one of them holds none
_CORE = (
    "month wday wdays season unit units uy uw uq uc ue we half decade deictic setw year iso frac qn hn fyn "
    "syear fixed easter nth vague before2 now recent times part yend tens fy hundred past seasons"
)
#: classes of words that may be abbreviated with a full stop, which then belongs to the word
_ABBREVIATED = "month wabbr"
_WHOLE = frozenset({"march", "april", "may", "june", "july"})
_LONGEST_ABBREVIATION = 5


#: symbol of the class, value, start, end
_Token = tuple[str, str, int, int]


@dataclass(slots=True)
class Run:
    """Neighbouring words of time: `symbols[i]` is the class of the word from starts[i] to ends[i]."""

    symbols: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, symbol: str, value: str, start: int, end: int) -> None:
        """Appends one word."""
        self.symbols.append(symbol)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)


@lru_cache(maxsize=1)
def _core() -> frozenset[str]:
    return frozenset(vocabulary().symbols[name] for name in _CORE.split())


@lru_cache(maxsize=1)
def _dotted() -> frozenset[str]:
    return frozenset(vocabulary().symbols[name] for name in _ABBREVIATED.split())


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order."""
    words = vocabulary().words
    core, ordinal = _core(), vocabulary().symbols["ord"]
    run, live, skip = Run(), False, 0
    for token in _TOKEN.finditer(text):
        written = token.group()
        word, first = words.get(written), written[0]
        if word is None and not run.symbols and first not in _OPENING and not first.isdigit():
            continue
        start = token.start()
        if start < skip:
            continue
        found: list[_Token]
        if word is not None:
            found = _known(word, text, start, token.end())
            skip = found[0][3] if found else _past_name(word, text, start)
        elif first.isdigit() or (first in _CODES and _CODE.match(written)):
            found = _figures(written, start, vocabulary().symbols)
        elif first in _QUOTES and _SHORT_YEAR.match(written):
            found = [(vocabulary().symbols["syear"], written[1:], start, token.end())]
        elif written == "." and _abbreviates(run, text, start):
            run.ends[-1] = start + 1
            continue
        else:
            found = []
        if not found or (run.ends and _paragraph_between(text, run.ends[-1], start)):
            if live:
                yield run
            if run.symbols:
                run, live = Run(), False
        for symbol, value, begin, end in found:
            run.add(symbol, value, begin, end)
            live = live or symbol in core or (written[0].isdigit() and symbol == ordinal)
    if live:
        yield run


def _known(word: Word, text: str, start: int, end: int) -> list[_Token]:
    """The token of a word of the tables, or of the longest phrase that starts with it; none for a name."""
    for phrase, symbol, value in word.phrases:
        if _here(phrase, text, start):
            named = symbol == vocabulary().symbols["name"]
            return [] if named else [(symbol, value, start, start + len(phrase))]
    return [(word.symbol, word.value, start, end)] if word.symbol else []


def _past_name(word: Word, text: str, start: int) -> int:
    """The end of the longest name that starts at an offset, 0 without one."""
    return next((start + len(phrase) for phrase, _, _ in word.phrases if _here(phrase, text, start)), 0)


def _here(phrase: str, text: str, start: int) -> bool:
    return text.startswith(phrase, start) and _ends_word(text, start + len(phrase))


def _abbreviates(run: Run, text: str, at: int) -> bool:
    """Whether a full stop belongs to the last word of the run."""
    if not run.ends or run.ends[-1] != at or run.symbols[-1] not in _dotted():
        return False
    last = text[run.starts[-1] : at].lower()
    return len(last) <= _LONGEST_ABBREVIATION and last not in _WHOLE


def _ends_word(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or text[at] == "_")


def _paragraph_between(text: str, end: int, start: int) -> bool:
    return start - end > 1 and text.count("\n", end, start) > 1


def _figures(written: str, start: int, symbols: dict[str, str]) -> list[_Token]:
    """The tokens of something written in figures."""
    end = start + len(written)
    if written.isdigit():
        made = _plain(written, symbols)
        return [(*made, start, end)] if made else []
    if written[0].isdigit() and written[-1].isalpha() and written.isalnum():
        made = _suffixed(written, symbols)
        return [(*made, start, end)] if made else []
    code = _CODE.match(written)
    if code:
        made = _coded(code[1], code[2], symbols)
        return [(*made, start, end)] if made else []
    return _compound(written, start, end, symbols)


def _plain(digits: str, symbols: dict[str, str]) -> tuple[str, str] | None:
    if not digits.isascii() or len(digits) > 6:
        return None
    value = int(digits)
    if len(digits) == 4 and 1000 <= value < 2200:
        return symbols["year"], digits
    if len(digits) <= 2 and 1 <= value <= 31:
        return symbols["num"], str(value)
    return symbols["big"], str(value)


def _suffixed(written: str, symbols: dict[str, str]) -> tuple[str, str] | None:
    found = _WORD_NUMBER.match(written)
    if found is None or not found[1].isascii():
        return None
    digits, suffix = found[1], found[2].lower()
    if suffix != "s":
        return (symbols["ord"], str(int(digits))) if 1 <= int(digits) <= 31 else None
    if len(digits) == 4 and digits.endswith("0") and 1000 <= int(digits) < 2100:
        return symbols["decade"], digits[:2] + "XX" if digits.endswith("00") else digits[:3] + "X"
    if len(digits) == 2 and digits.endswith("0"):
        return symbols["decade"], ("20" if digits[0] in "01" else "19") + digits[0] + "X"
    return None


def _coded(letters: str, digits: str, symbols: dict[str, str]) -> tuple[str, str] | None:
    if letters == "Q" and digits in {"1", "2", "3", "4"}:
        return symbols["qn"], digits
    if letters == "H" and digits in {"1", "2"}:
        return symbols["hn"], digits
    if letters == "FY" and len(digits) in (2, 4):
        return symbols["fyn"], digits if len(digits) == 4 else "20" + digits
    return None


def _compound(written: str, start: int, end: int, symbols: dict[str, str]) -> list[_Token]:
    if _ISO.match(written) or _FIGURES.match(written):
        return [(symbols["iso"], written, start, end)]
    if _FRACTION.match(written):
        return [(symbols["frac"], written, start, end)]
    span = _RANGE.match(written)
    if span:
        if _ISO_MONTH.match(written) and int(written[5:]) != int(written[2:4]) + 1 and span[2] == "-":
            return [(symbols["iso"], written, start, end)]
        return _range(span, start, symbols)
    pair = _DAY_YEAR.match(written)
    if pair:
        return _split(written, start, symbols)
    if re.fullmatch(r"\d+\.\d+", written):
        return [(symbols["dec"], written, start, end)]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
        return [(symbols["big"], written.replace(",", ""), start, end)]
    return []


def _range(span: re.Match[str], start: int, symbols: dict[str, str]) -> list[_Token]:
    """Two figures with a dash between: years (the second may be short) or days."""
    first, second = span[1], span[3]
    tokens = _split(span[0], start, symbols)
    years = len(first) == 4 and tokens and tokens[0][0] == symbols["year"]
    if years and len(second) == 2 and not span[4]:
        whole = first[:2] + second
        if int(whole) <= int(first):
            whole = f"{int(first[:2]) + 1}{second}"
        tokens[-1] = (symbols["year"], whole, *tokens[-1][2:])
        return tokens if int(whole) - int(first) < 100 else []
    same = len(first) == len(second) == 4 or (len(first) <= 2 and len(second) <= 2)
    return tokens if same else []


def _split(written: str, start: int, symbols: dict[str, str]) -> list[_Token]:
    tokens: list[_Token] = []
    for piece in _PIECES.finditer(written):
        at, to = start + piece.start(), start + piece.end()
        text = piece.group()
        if text[0].isdigit():
            made = _plain(text, symbols) if text.isdigit() else _suffixed(text, symbols)
            if made is None:
                return []
            tokens.append((*made, at, to))
        else:
            tokens.append((symbols["comma"] if text == "," else symbols["hy"], text, at, to))
    return tokens
