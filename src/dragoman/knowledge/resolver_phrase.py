"""A mention cut into words: offsets, case, possessives, and which known name each word belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge.records import NameHit

_WORD = re.compile(r"[^\s\"“”()\[\]{};:|—–/]+|/")
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?$|[A-Z][a-z]{0,3}\.$")
_HYPHENS = re.compile(r"[-‐‑]")


@dataclass(slots=True)
class Word:
    """One word at [start, end) of the mention, without its possessive ending and closing punctuation."""

    text: str
    low: str
    start: int
    end: int
    cap: bool
    poss: bool = False
    comma: bool = False
    hit: int = -1
    inner: int = -1


def split_words(text: str) -> list[Word]:
    """The words of a mention with offsets into it."""
    out: list[Word] = []
    for match in _WORD.finditer(text):
        raw = match.group()
        start = match.start()
        if raw.isalpha():  # most words, spared the rest
            low = raw.lower()
            out.append(Word(raw, low, start, start + len(raw), raw != low))
            continue
        while raw and raw[0] in "'‘’`,.-…*":
            raw = raw[1:]
            start += 1
        comma = raw.endswith(",")
        raw = raw.rstrip(",’'!?…`*") if not raw.endswith(("s'", "s’")) else raw
        if raw.endswith(".") and not _ABBREVIATION.match(raw):
            raw = raw.rstrip(".")
        poss = False
        if raw[-2:] in ("'s", "’s"):
            raw, poss = raw[:-2], True
        elif raw.endswith(("s'", "s’")):
            raw, poss = raw[:-1], True
        if not raw:
            if comma and out:
                out[-1].comma = True
            elif match.group() in ("'s", "’s", "'", "’") and out:
                out[-1].poss = True
            continue
        low = raw.lower()
        out.append(Word(raw, low, start, start + len(raw), raw != low, poss, comma))
    return out


def mark(words: list[Word], hits: list[NameHit]) -> None:
    """Tells each word which known name covers it wholly (`hit`) or only in part (`inner`)."""
    for k, hit in enumerate(hits):
        covered = [w for w in words if w.start < hit.end and w.end > hit.start]
        if not covered:
            continue
        last, first = covered[-1], covered[0]
        dotted = hit.end == last.end - 1 and last.text.endswith(".")
        whole = first.start >= hit.start and (last.end <= hit.end or dotted)
        for word in covered:
            if whole:
                word.hit = k
            else:
                word.inner = k


def compound_parts(word: str) -> list[str]:
    """The parts of a hyphenated word, in lower case."""
    return _HYPHENS.split(word.lower())
