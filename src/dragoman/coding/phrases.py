"""Finding listed words and phrases among the tokens of a sentence, and noun phrases as topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.language import Token


class PhraseFinder:
    """Finds which of many labelled words and phrases stand in a run of tokens (by form or lemma)."""

    def __init__(self, labelled: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, label in labelled:
            parts = phrase.lower().split()
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, label))

    def find(self, tokens: list[Token]) -> Iterator[tuple[str, Token, Token]]:
        """Label, first and last token of each phrase found."""
        known = self._by_first
        for place, token in enumerate(tokens):
            lower, lemma = token.lower, token.lemma
            if lower not in known and lemma not in known:
                continue
            seen = set()
            for key in (lower, lemma):
                for parts, label in known.get(key, ()):
                    if (label, len(parts)) in seen or place + len(parts) > len(tokens):
                        continue
                    run = tokens[place : place + len(parts)]
                    if all(p in (t.lower, t.lemma) for p, t in zip(parts, run, strict=True)):
                        seen.add((label, len(parts)))
                        yield label, run[0], run[-1]


_GENERIC = frozenset({
    "issue", "range", "array", "number", "topic", "matter", "area", "set", "variety", "series", "spectrum",
    "host", "subject", "question", "item", "point", "agenda", "sector",
})  # fmt: skip
_LEFT_OUT = frozenset({"DET", "PRON", "PUNCT", "NUM"})


def topics_under(token: Token, depth: int = 0) -> list[tuple[str, int, int]]:
    """The topics that a noun phrase names: (words, start, end); "a range of issues, including X" gives X."""
    out: list[tuple[str, int, int]] = []
    if depth > 4:
        return out
    for part in token.conjuncts():
        if part.pos in ("VERB", "AUX"):
            target = part.child("obj")
            if target is not None:
                out.extend(topics_under(target, depth + 1))
            continue
        inner = _inner(part)
        if part.lemma in _GENERIC and inner and not part.kids("amod", "compound"):
            for child in inner:
                out.extend(topics_under(child, depth + 1))
            continue
        named = _named(part)
        if named:
            out.append(named)
        for child in inner if part.lemma in _GENERIC else []:
            out.extend(topics_under(child, depth + 1))
    return out


def _inner(token: Token) -> list[Token]:
    found = []
    for child in token.kids("prep", "acl"):
        if child.lower in ("including", "of", "like", "concerning", "regarding", "such", "from", "to"):
            found.extend(child.kids("pobj", "obj"))
    return found


def _named(token: Token) -> tuple[str, int, int] | None:
    if token.pos not in ("NOUN", "PROPN"):
        return None
    first, last = phrase_bounds(token)
    tokens = token.sent.tokens
    base = tokens[0].i
    while first.i < token.i and first.pos in _LEFT_OUT:
        first = tokens[first.i - base + 1]
    start, end = first.start, last.end
    run = tokens[first.i - base : last.i - base + 1]
    return " ".join(t.text for t in run), start, end
