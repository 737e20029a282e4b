"""Spans of sources and contents: from tokens of the tree to offsets of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable

from dragoman.language.tree import Parse, Token

Pair = tuple[int, int]
_EDGE = " \t\r\n\f\v\u00a0\u2028\u2029,.;:!?\"“”„«»‘’'`()[]{}-–—*•"
_MARK = re.compile(r"[\"“”«»„]|``|''")
_LEFT_OUT = frozenset({"punct", "mark", "cc"})


def trim(text: str, start: int, end: int) -> Pair | None:
    """The span without spaces and punctuation at its edges; None where nothing is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if start < end else None


def below(head: Token, without: Collection[int] = ()) -> list[Token]:
    """The subtree of a token, without the branches whose top token has one of these numbers."""
    out = [head]
    for token in out:
        out.extend(t for t in token.children if t.i not in without)
    return out


def cover(text: str, tokens: Iterable[Token]) -> Pair | None:
    """The smallest span that covers the tokens, trimmed."""
    items = list(tokens)
    if not items:
        return None
    return trim(text, min(t.start for t in items), max(t.end for t in items))


def clause(text: str, head: Token, without: Collection[int] = ()) -> Pair | None:
    """The span of a clause, without the word that opens it ("that")."""
    leave = {*without, *(t.i for t in head.children if t.lower == "that" and t.rel == "mark")}
    return cover(text, below(head, leave))


def phrase(text: str, head: Token, cue: Token | None) -> Pair | None:
    """The noun phrase of a source, on its own side of the cue, without relative and adverbial clauses."""
    leave = {t.i for t in head.children if t.rel in {"relcl", "advcl", "ccomp", "parataxis"}}
    if cue is not None:
        leave.add(cue.i)
    tokens = below(head, leave)
    if cue is not None:
        tokens = [t for t in tokens if (t.i < cue.i) == (head.i < cue.i)]
    return cover(text, tokens)


class Quotes:
    """The quotations of a text: pairs of marks within a paragraph; one left open ends with its paragraph."""

    __slots__ = ("_starts", "pairs")

    def __init__(self, parse: Parse) -> None:
        text = parse.text
        self.pairs: list[Pair] = []
        opened: int | None = None
        paragraph = 0
        for match in _MARK.finditer(text):
            here = parse.paragraph_of(match.start())
            if opened is not None and here != paragraph:
                self.pairs.append((opened, parse.paragraphs[paragraph + 1]))
                opened = None
            paragraph = here
            if opened is None:
                if match.group() not in "”»":
                    opened = match.start()
            else:
                self.pairs.append((opened, match.end()))
                opened = None
        if opened is not None:
            after = parse.paragraphs[paragraph + 1 : paragraph + 2]
            self.pairs.append((opened, after[0] if after else len(text)))
        self._starts = [start for start, _ in self.pairs]

    def at(self, offset: int) -> Pair | None:
        """The quotation that covers the offset."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.pairs[place][1] > offset:
            return self.pairs[place]
        return None

    def after(self, offset: int) -> Pair | None:
        """The first quotation that starts at or after the offset."""
        place = bisect_right(self._starts, offset - 1)
        return self.pairs[place] if place < len(self.pairs) else None

    def before(self, offset: int) -> Pair | None:
        """The last quotation that ends at or before the offset."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0 and self.pairs[place][1] > offset:
            place -= 1
        return self.pairs[place] if place >= 0 else None
