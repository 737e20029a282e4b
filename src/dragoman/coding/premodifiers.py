"""Who is named in the words before a noun: "the *US*-*Japan* talks", "bombed *rebel* camps".

A state before a deed may be but where it fell, and one after "anti-" is whom something is against: neither
is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.party import Party, from_resolution
from dragoman.language import Token

if TYPE_CHECKING:
    from dragoman.coding.mentions import Mentions

_MONEY = frozenset(
    {"dollar", "pound", "franc", "peso", "krona", "crown", "rupee", "euro", "cent", "dinar", "riyal"}
)
#: what is demanded, and common nouns of those who demand
_DEMANDS = frozenset(
    {"call", "demand", "order", "request", "appeal", "offer", "proposal", "ultimatum", "plea"}
)
_DEMANDERS = frozenset(
    {"opposition", "union", "court", "rebel", "student", "guerrilla", "police", "army", "church"}
)
#: what fighters hold or use, and common nouns of fighters
_POSITIONS = frozenset({
    "position", "camp", "target", "stronghold", "base", "hideout", "convoy", "area", "outpost", "column",
    "checkpoint", "headquarters", "line", "site", "depot", "held-area", "commander", "leader", "fighter",
    "shell", "rocket", "mortar", "missile", "bomb", "fire", "gunfire", "artillery", "gunner", "sniper",
    "drone", "mine", "raid", "attack", "ambush", "offensive", "airstrike", "strike", "warplane", "jet",
    "helicopter", "bombardment", "shelling",
})  # fmt: skip
COUPS = frozenset({"coup", "putsch", "mutiny", "takeover"})
_ONE = frozenset({"army", "military", "police", "navy", "government", "militia", "coalition"})
_FIGHTERS = _ONE | frozenset({"rebel", "separatist", "militant", "guerrilla", "insurgent", "terrorist"})
#: deeds that are called after where they fell, and what brings whom they hit
_FALLEN = frozenset({
    "attack", "bombing", "shooting", "blast", "explosion", "massacre", "killing", "stabbing", "siege",
    "assassination",
})  # fmt: skip
_NOT_ALONE = frozenset({"on", "against", "upon", "by"})


class Premodifiers:
    """Reads what stands before the nouns of one text, whose mentions it asks."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._found: dict[int, list[Party]] = {}

    def modifiers(self, token: Token) -> list[Party]:
        """The states, bodies and persons in the words before a noun: "the *US*-*Japan* talks"."""
        found = self._found.get(token.i)
        if found is None:
            found = self._found[token.i] = self._modifiers(token)
        return list(found)

    def forget(self) -> None:
        """Read anew what stands before nouns: a name has other parties now."""
        self._found.clear()

    def _modifiers(self, token: Token) -> list[Party]:
        if token.lemma in _MONEY:
            return []  # "5 million *US* dollars"
        first, _ = phrase_bounds(token, tail=False)
        begin, end = first.start, token.start
        owner = token.child("poss")
        if owner is not None:
            begin = max(begin, owner.subtree()[-1].end)
        if end <= begin:
            return []
        named = self._mentions.names_between(begin, end)
        out = [p for p in named if not self._against(p) and not self._where(p, token)]
        if out or named:
            return out
        people = [t for t in token.kids("compound", "nmod") if t.pos == "PROPN" and t.start >= begin]
        return [p for t in people for p in self._mentions.parties(t) if p.country]

    def opposed(self, words: Sequence[Token]) -> list[Party]:
        """The states that the nouns of an act are against: "shouted anti-*French* slogans"."""
        out: list[Party] = []
        for noun in (w for w in words if w.pos == "NOUN"):
            first, _ = phrase_bounds(noun, tail=False)
            named = self._mentions.names_between(first.start, noun.start)
            out += [replace(p, kind="country", sector="GOV") for p in named if p.country and self._against(p)]
        return out

    def _where(self, name: Party, deed: Token) -> bool:
        """Whether a state before a deed is but where it fell: "the *Sri Lanka* bombings"."""
        if deed.lemma not in _FALLEN or name.kind != "country":
            return False
        told = self._mentions.parse.text[name.start : name.end]
        if told != name.name or any(c.rel == "prep" and c.lower in _NOT_ALONE for c in deed.children):
            return False
        return deed.child("acl", "agent") is None

    def _against(self, name: Party) -> bool:
        """Whether a name is only whom something is against: "an anti-*American* protest"."""
        return self._mentions.parse.text[max(0, name.start - 5) : name.start].casefold() in ("anti-", "anti–")

    def demanders(self, noun: Token) -> list[Party]:
        """Who demands, named by a common noun before the demand: "rejected *opposition* calls"."""
        word = noun.child("compound")
        if word is None or noun.lemma not in _DEMANDS or word.lower not in _DEMANDERS:
            return []
        found = self._mentions.resolved(f"the {word.text}", word, near=True)
        return [from_resolution(found, word.start, word.end, word)] if found.political else []

    def holders(self, noun: Token) -> list[Party]:
        """Whose a position or a weapon is, by a common noun before it: "bombed *rebel* camps"."""
        word = noun.child("compound", "amod")
        one_coup = noun.lemma in COUPS and noun.tag == "NN"  # not "its history of military coups"
        if word is None or not (noun.lemma in _POSITIONS or one_coup) or word.lower not in _FIGHTERS:
            return []
        whole = word.lower if word.lower in _ONE else f"{word.lower}s"
        found = self._mentions.resolved(f"the {whole}", word, near=True)
        if not found.political:
            return []
        return [self._mentions.of_others(from_resolution(found, word.start, word.end, word))]
