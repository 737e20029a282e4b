"""The places that phrases name: where a meeting sits, in whose territory a town lies.

A place may stand for its state as a party; a city before a noun of meeting is but its seat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.party import Party
from dragoman.coding.wordlists import word_set
from dragoman.knowledge.records import Facts, Place
from dragoman.language import Token

if TYPE_CHECKING:
    from dragoman.coding.mentions import Mentions

#: prepositions of where something is
_SITED = frozenset({"in", "at", "near", "outside"})
_GATHERINGS = frozenset({
    "talk", "talks", "summit", "conference", "meeting", "negotiation", "negotiations", "round", "forum",
    "session", "congress",
})  # fmt: skip
_PACTS = frozenset({"convention", "agreement", "treaty", "protocol", "accord", "accords", "declaration",
                    "pact",
                    "charter"})  # fmt: skip
_SITES = frozenset({"capital", "city", "metonym"})


class Sites:
    """Finds the places of one text, whose mentions it asks."""

    def __init__(self, mentions: Mentions, facts: Facts) -> None:
        self._mentions = mentions
        self._facts = facts

    def place(self, token: Token) -> Place | None:
        """The place that a noun phrase names, settled by the states in play; None where it is no place."""
        if token.pos not in ("PROPN", "NOUN") or self._mentions.is_date(token):
            return None
        if any(p.person or p.office or p.sector == "IGO" for p in self._mentions.known(token)):
            return None
        first, last = phrase_bounds(token, tail=False)
        while first.i < token.i and (first.pos in ("DET", "ADP") or first.lower == "the"):
            first = self._mentions.parse.tokens[first.i + 1]
        name = self._mentions.parse.text[first.start : last.end]
        if not any(c.isupper() for c in name):
            return None
        found = list(self._facts.places(name))
        if not found and token.lower not in word_set("places", "nouns"):
            found = list(self._facts.places(token.text))  # never the "University" of a town
        if not found:
            return self._state(first.start, last.end)
        if len(found) > 1:
            told = self._mentions.memory.story.countries()
            found.sort(key=lambda p: p.country not in told)
        return found[0]

    def scenes(self, sentence: int) -> set[str]:
        """The states of the places in which a sentence, or else the one before it, says something was."""
        for number in (sentence, sentence - 1):
            tokens = self._mentions.parse.sentences[number].tokens if number >= 0 else ()
            sites = (t for t in tokens if t.rel == "pobj" and t.pos == "PROPN" and t.head.lower in _SITED)
            found = {place.country for place in map(self.place, sites) if place and place.country}
            if found:
                return found
        return set()

    def seat(self, party: Party, noun: Token) -> bool:
        """Whether a city before a noun of meeting is where it is: "the *Geneva* talks"."""
        named = noun.lemma in _PACTS  # "the *Ottawa* Convention", "the *Algiers* agreement"
        return (noun.lemma in _GATHERINGS or named) and self.is_city(party)

    def sits(self, place: Token, noun: Token) -> bool:
        """Whether a city is where a meeting sits: "suspended talks *in Vienna*"."""
        return noun.lemma in _GATHERINGS and self.scene(place)

    def is_city(self, party: Party) -> bool:
        """Whether the words of a party are the name of a city."""
        hits = self._facts.scan(self._mentions.parse.text[party.start : party.end])
        return bool(hits) and hits[-1].kind in _SITES

    def scene(self, token: Token) -> bool:
        """Whether a phrase says where: a city or a building that stands after "in" or "at"."""
        if token.first_conjunct.rel != "pobj" or token.first_conjunct.head.lower not in _SITED:
            return False
        first, last = phrase_bounds(token, tail=False)
        hits = self._facts.scan(self._mentions.parse.text[first.start : last.end])
        return bool(hits) and hits[-1].kind in _SITES

    def place_party(self, token: Token) -> Party | None:
        """The state in whose territory a phrase's place lies, standing for it as a party."""
        for party in self._mentions.parties(token):
            if party.country and party.kind == "country":
                return party
        place = self.place(token)
        if place is None or place.country is None:
            return None
        first, last = phrase_bounds(token, tail=False)
        state = self._facts.country(place.country)
        return Party(
            first.start, last.end, state.name if state else None, place.country, "GOV", "country",
            score=0.5, head=token, inferred=frozenset({"country"}),
        )  # fmt: skip

    def _state(self, begin: int, end: int) -> Place | None:
        for hit in self._facts.scan(self._mentions.parse.text[begin:end]):
            entity = self._facts.entity(hit.entities[0])
            if entity and entity.kind == "country" and hit.kind in ("name", "capital"):
                return Place(hit.text, entity.country, None, None, None, 0, "country")
        return None
