"""Plurals that name several: "French and German ministers", "Presidents Kaunda and Nyerere", "the Koreas".

One party for each state, person or side; nothing where a plural names but one, or nobody.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.noun_phrases import phrase_bounds, whole_name
from dragoman.coding.party import Party, from_resolution
from dragoman.language import Token

if TYPE_CHECKING:
    from dragoman.coding.mentions import Mentions

#: sectors of bodies that their delegations share
_OWN_SECTOR = frozenset({"IGO", "REB", "UAF", "PRM", "PTY", "OPP"})
_SIDES_OF_LAND = frozenset({"north", "south", "east", "west"})
_HYPHENS = ("-", "–", "‑")
#: nouns of several that have no plural of their own
_COLLECTIVE = frozenset(
    {"aircraft", "artillery", "infantry", "cavalry", "police", "personnel", "craft", "media"}
)
#: those who are of the states they are in: "entities *in A and B*"
_RESIDENT = frozenset({"individual", "entity", "person", "company", "firm", "official", "bank"})
#: those whom a side sends
_SENT = frozenset({"representative", "delegate", "negotiator", "envoy", "official", "leader", "commander",
                   "delegation"})  # fmt: skip


class Plurals:
    """Reads the plurals of one text, whose other mentions it asks."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    def read(self, token: Token, first: Token) -> list[Party]:
        """One party for each state of a plural: "the French and German ministers", "leaders of X and Y"."""
        several = self._titled(token) or self._divided(token) or self._enumerated(token)
        if several:
            return several
        before = self._mentions.parse.text[first.start : token.start]
        plural = token.tag in ("NNS", "NNPS") or token.lower in _COLLECTIVE
        if not plural and not (token.tag == "NNP" and token.lower.endswith("ers")):
            if not any(hyphen in before for hyphen in _HYPHENS):
                return []
            parts = self._mentions.names_between(first.start, token.start)
            joint = len(parts) > 1 and all(
                self._mentions.parse.text[a.end : b.start] in _HYPHENS for a, b in pairwise(parts)
            )
            return self._split(token, first, parts) if joint else []
        parts = self._mentions.names_between(first.start, token.start) if _listed(before) else []
        if len({p.country for p in parts}) > 1:
            return self._split(token, first, parts)
        adjectives = [c for c in token.kids("amod", "compound", "poss", "nmod") if c.kids("conj")]
        for adjective in adjectives:
            parts = self._named(adjective)
            if len(parts) > 1:
                return self._split(token, first, parts)
        for child in token.kids("prep"):
            if child.lower in ("of", "from") or (child.lower == "in" and token.lemma in _RESIDENT):
                for target in child.kids("pobj"):
                    together = self._delegated(token, target)
                    for parts in (
                        self._named_below(target), self._named(target), self._divided(target),
                        self._enumerated(target), together
                    ):  # fmt: skip
                        if len(parts) > 1:
                            return self._split(token, first, parts)
        return []

    def _titled(self, title: Token) -> list[Party]:
        """One party for each name after a title in the plural: "*Presidents Kaunda and Nyerere*"."""
        name = title.child("appos") if title.tag in ("NNS", "NNPS") else None
        if name is None or name.i != title.i + 1 or name.pos != "PROPN":
            return []
        first, _ = phrase_bounds(title, tail=False)
        office = self._mentions.parse.text[first.start : title.start] + title.lemma.capitalize()
        out = []
        for part in name.conjuncts():
            begin, end = phrase_bounds(part, tail=False)
            text = f"{office} {self._mentions.parse.text[begin.start : end.end]}"
            found = self._mentions.resolved(text, part, near=True)
            out.append(from_resolution(found, begin.start, end.end, part))
        if len(out) < 2 or not all(p.person for p in out):
            return []
        self._mentions.take_as_read(out)
        return out

    def _delegated(self, token: Token, target: Token) -> list[Party]:
        """The sides that send delegates: "*representatives* of Chad's government and the rebels"."""
        sides = target.conjuncts()
        if token.lemma not in _SENT or len(sides) < 2:
            return []
        found = [p for side in sides for p in self._mentions.ahead(side)]
        return found if len(found) == len(sides) and all(p.political for p in found) else []

    def _divided(self, token: Token) -> list[Party]:
        """The two states of a divided land: "*North and South Korea*", "the two *Koreas*"."""
        if token.pos != "PROPN" and token.lower != "koreas":
            return []
        parts = [t for c in token.kids("nmod", "compound", "amod") for t in (c, *c.kids("conj"))]
        sides = [t for t in parts if t.lower in _SIDES_OF_LAND]
        if token.lower == "koreas":
            names = [("North Korea", token.child("nummod") or token), ("South Korea", token)]
        elif len(sides) == 2:
            names = [(f"{side.text.title()} {token.text}", side) for side in sides]
        else:
            return []
        out = []
        for name, part in names:
            found = self._mentions.resolved(name, token)
            if found.kind != "country" or not found.political:
                return []
            out.append(replace(from_resolution(found, part.start, part.end, part), head=token))
        return out

    def _enumerated(self, token: Token) -> list[Party]:
        """The states that a plural announces: "its three *neighbours*: Chad, Niger and Mali"."""
        if token.tag not in ("NNS", "NNPS"):
            return []
        tokens = self._mentions.parse.tokens
        after = tokens[token.i + 2] if token.i + 2 < len(tokens) and tokens[token.i + 1].text == ":" else None
        loose = [after] if after is not None and after.pos == "PROPN" and after.rel == "npmod" else []
        for name in (*token.kids("appos"), *loose):
            names = [name] if name.start > token.end else []
            for one in names:
                names.extend(one.kids("conj", "appos"))  # the parser chains names by either
            parts = [p for one in names for p in self._named(one, alone=True)]
            if 1 < len(parts) == len(names) and all(p.kind == "country" for p in parts):
                return parts
        return []

    def _named(self, token: Token, *, alone: bool = False) -> list[Party]:
        out = []
        for part in [token] if alone else token.conjuncts():
            begin, end = phrase_bounds(part, tail=False)
            hits = self._mentions.names_between(begin.start, end.end)
            if not hits:  # "the *Republic* of Korea"
                hits = self._mentions.names_between(begin.start, whole_name(part, end).end)
            if len(hits) != 1:
                return []
            out.extend(hits)
        return out

    def _named_below(self, token: Token) -> list[Party]:
        """Those of "heads of *state and government of X and Y*"."""
        below = [
            t
            for part in token.conjuncts()
            for p in part.kids("prep")
            if p.lower == "of"
            for t in p.kids("pobj")
        ]
        return self._named(below[0]) if len(below) == 1 else []

    def _split(self, token: Token, first: Token, parts: list[Party]) -> list[Party]:
        whole = self._mentions.parse.text[first.start : token.end]
        whole_resolution = self._mentions.resolved(whole, token, head=token.start - first.start)
        if not whole_resolution.political:
            return []
        return [
            replace(
                p, sector=p.sector if p.sector in _OWN_SECTOR else whole_resolution.sector or p.sector,
                kind=whole_resolution.kind or p.kind, office=whole_resolution.office, plural=True, head=token,
            )
            for p in parts
        ]  # fmt: skip


def _listed(words: str) -> bool:
    """Whether words before a noun are a list: "French, Italian, and Serbian"."""
    return "," in words or " and " in words
