"""Where the noun phrase of a head begins and ends."""

from __future__ import annotations

from dragoman.language import Token
from dragoman.language.calendar import DATES

_PRE = frozenset({
    "det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod",
    "punct", "npmod", "dep",
})  # fmt: skip
_TAIL = frozenset({"of", "for", "in", "to", "from", "at", "on"})
_OPENERS = "\"“‘'([,;:-–—"


def phrase_bounds(head: Token, *, tail: bool = True) -> tuple[Token, Token]:
    """The first and last token of the noun phrase of a head, without relative clauses and coordination."""
    first = last = head
    for child in head.children:
        if child.i < head.i and child.rel in _PRE:
            for token in child.subtree():
                if token.i < first.i and not (token.rel == "punct" and token.text in _OPENERS[:6]):
                    first = token
    if not tail:
        return first, last
    for child in head.children:
        if child.i <= head.i:
            continue
        if child.rel == "prep" and child.lower == "for" and child.child("pcomp") is not None:
            break  # "sanctions on two firms *for selling* arms"
        if child.rel == "prep" and child.lower in _TAIL and child.i == last.i + 1:
            if (child.lower != "of" and last is not head and not _charge(child, head)) or _of_time(child):
                break
            last = _reach(child)
        elif child.rel in ("nummod", "compound", "flat") and child.i == last.i + 1:
            last = child
        elif child.rel != "case":
            break
    return first, last


def _charge(word: Token, head: Token) -> bool:
    """Whether "for" brings what an office is for: "the Minister of State *for External Affairs*"."""
    matter = word.child("pobj")
    return word.lower == "for" and head.tag == "NNP" and matter is not None and matter.tag in ("NNP", "NNPS")


def _of_time(word: Token) -> bool:
    """Whether a preposition brings a day or month: "the envoy *on Monday*"."""
    return any(c.rel == "pobj" and c.lower in DATES for c in word.children)


def _reach(top: Token) -> Token:
    """The last token below a preposition before a clause, an apposition or a coordination starts."""
    last = top
    for child in top.children:
        if child.i > top.i and child.rel in ("pobj", "pcomp"):
            last = phrase_bounds(child)[1]
            for tail in child.children:
                if tail.rel in ("conj", "cc") and tail.i > last.i and child.tag in ("NNP", "NNPS"):
                    last = _conjunct_end(child)
                    break
    return last


def _conjunct_end(first: Token) -> Token:
    last = first
    for token in first.conjuncts():
        if token.pos != "PROPN":
            break
        last = phrase_bounds(token, tail=False)[1]
    return last


def whole_name(head: Token, last: Token) -> Token:
    """The last token of a name that goes on with "of"; `last` where it does not."""
    below = [t for p in head.kids("prep") if p.lower == "of" for t in p.kids("pobj") if t.pos == "PROPN"]
    return phrase_bounds(below[0], tail=False)[1] if len(below) == 1 else last
