"""Which place a noun phrase names: by the gazetteer, by what stands around it, or as stated.

"the town of Kidal", "Chad's border", "northern Mali", "Atlanta, Georgia". Ambiguous names are settled by the
place after the comma, then by the states of the event, then by those of the text. A name that no gazetteer
has is kept as stated where the words around it say that it is a place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.mentions import Mentions
from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.wordlists import word_set
from dragoman.knowledge.afar import states_named, within_reach
from dragoman.knowledge.records import Facts, Place
from dragoman.language import Token

_PERSONAL = ("person", "office")
_NAMESAKE, _GREAT = 8, 150_000  # how much larger a city must be to be meant before a namesake; its people
_DEEP = 3
_KNOWN = 300_000  # people of a city after which things are named as in it

_ACRONYM = 5  # letters that a town in capitals has at least


@dataclass(frozen=True, slots=True)
class Located:
    """A place named at [start, end) of the text; `country` None where it is not known or of several states.

    `state` says that a whole state is named.
    """

    start: int
    end: int
    name: str
    country: str | None
    geonames: int | None = None
    state: bool = False


#: regions, some of them also the names of small towns; places of no state
_CONTINENTS = frozenset({
    "africa", "asia", "europe", "america", "oceania", "antarctica", "middle east", "the middle east",
    "far east", "balkans", "caucasus", "scandinavia", "the americas", "latin america", "north africa",
    "southeast asia", "east asia", "south asia", "central asia", "west africa", "east africa",
    "central africa", "eastern europe", "western europe", "central america",
})  # fmt: skip


class Gazetteer:
    """Finds the places that noun phrases name, in one text."""

    def __init__(self, facts: Facts, mentions: Mentions) -> None:
        self._facts = facts
        self._mentions = mentions
        self._text = mentions.parse.text
        self._in_text: frozenset[str] | None = None
        self._nouns = word_set("places", "nouns")
        self._parts = word_set("places", "parts")
        self._events = word_set("places", "events")
        self._missions = word_set("places", "missions")

    def locate(self, token: Token, near: Iterable[str] = (), *, stated: bool = False) -> Located | None:
        """The place that the phrase of a head names; `near` are states that settle an ambiguous name.

        `stated` keeps a proper name that the gazetteer does not have.
        """
        return self._locate(token, frozenset(near), stated, 0)

    def _locate(self, token: Token, near: frozenset[str], stated: bool, depth: int) -> Located | None:
        if depth > _DEEP or self._mentions.is_date(token):
            return None
        if token.lemma.lower() in self._missions:
            return self._mission(token, depth)
        if token.pos == "PROPN" or token.tag in ("NNP", "NNPS"):
            return self._named(token, near, stated)
        if token.pos not in ("NOUN", "ADJ"):
            return None
        if token.lemma in self._nouns or token.lower in self._nouns:
            return self._described(token, near, stated, depth)
        if token.lemma in self._events or token.lower in self._events:
            return self._of_event(token, near, depth)
        return None

    def _mission(self, token: Token, depth: int) -> Located:
        """The house of a mission lies where it is said to be, not in the state whose mission it is."""
        for prep in token.kids("prep"):
            for inner in prep.kids("pobj") if prep.lower in ("in", "at") else ():
                found = self._locate(inner, frozenset(), False, depth + 1)
                if found is not None:
                    return found
        first, last = phrase_bounds(token, tail=False)
        return Located(first.start, last.end, self._text[first.start : last.end], None)

    def _named(self, token: Token, near: frozenset[str], stated: bool) -> Located | None:
        """A proper name: the whole phrase, or its head where only a part of the place stands before it."""
        parties = self._mentions.parties(token)
        if any(p.kind in _PERSONAL and p.score >= 0.6 for p in parties):
            return None
        begin, last = phrase_bounds(token, tail=False)
        while begin.i < token.i and begin.pos in ("DET", "ADP", "PUNCT"):
            begin = self._mentions.parse.tokens[begin.i + 1]
        told = self._after_comma(token) or self._within(token)
        near = told or near
        if token.lower in self._events or token.lemma in self._events:
            return self._of_event(token, near, 1)
        for first, end in self._forms(token, begin, last):
            found = self._best(self._text[first.start : end.end], near, sure=bool(told))
            if found is not None:
                whole = found.feature == "country"
                return Located(first.start, end.end, found.name, found.country, found.geonames, whole)
        name = self._text[begin.start : last.end]
        if token.lower in self._nouns and begin.i < token.i:  # "Damascus Airport"
            found = self._best(self._text[begin.start : token.start].strip(), near)
            if found is not None and (not found.local or found.population >= _KNOWN):
                return Located(begin.start, last.end, name, found.country)
        sited = self._site_in_city(token, begin)
        if sited is not None:
            return sited
        state = next((p for p in parties if p.kind == "country" and p.country and p.end >= token.end), None)
        if state is not None:
            return Located(begin.start, last.end, state.name or name, state.country, state=True)
        bodies = any(p.kind in ("organisation", "country", "group") for p in parties)
        if not stated or token.lower in ("war", "wars") or (bodies and name.casefold() not in _CONTINENTS):
            return None
        end = _end_of_names(token, last)
        country = next(iter(near)) if len(near) == 1 and name.casefold() not in _CONTINENTS else None
        return Located(begin.start, end.end, self._text[begin.start : end.end], country)

    def _site_in_city(self, token: Token, begin: Token) -> Located | None:
        """A house, a palace, a hotel with its city after a comma: "State House, *Nairobi*"."""
        tokens = self._mentions.parse.tokens
        if token.lower not in self._nouns or token.i + 2 >= len(tokens) or tokens[token.i + 1].text != ",":
            return None
        _, last = phrase_bounds(tokens[token.i + 2], tail=False)
        city = self._best(self._text[tokens[token.i + 2].start : last.end], frozenset())
        if city is None or city.feature == "country":
            return None
        words = self._text[begin.start : last.end]
        return Located(begin.start, last.end, words, city.country, city.geonames)

    def _forms(self, token: Token, begin: Token, last: Token) -> list[tuple[Token, Token]]:
        """The runs of words of a phrase that may be the place's name, the longest first."""
        tail = phrase_bounds(token)[1]
        forms = [(begin, tail)] if tail.i > last.i else []
        forms.append((begin, last))
        first = begin
        while first.i < token.i and (first.lower in self._parts or not first.text[:1].isupper()):
            first = self._mentions.parse.tokens[first.i + 1]
        if first is not begin:
            forms.append((first, last))
        return forms

    def _within(self, token: Token) -> frozenset[str]:
        """The state of the place that a name lies in by the text: "Freedom Square *in Tbilisi*"."""
        for prep in token.kids("prep"):
            for inner in prep.kids("pobj") if prep.lower in ("in", "near", "of") else ():
                found = self._locate(inner, frozenset(), False, _DEEP)
                if found is not None and found.country:
                    return frozenset({found.country})
        return frozenset()

    def _described(self, token: Token, near: frozenset[str], stated: bool, depth: int) -> Located | None:
        """A noun of a place with its name: after "of", before it, or as its owner."""
        first, last = phrase_bounds(token, tail=False)
        for prep in token.kids("prep"):
            for inner in prep.kids("pobj") if prep.lower in ("of", "in", "with", "between") else ():
                found = self._locate(inner, near, stated and prep.lower == "of", depth + 1)
                if found is not None:
                    country = found.country or self._state_before(token)
                    return Located(first.start, found.end, found.name, country, found.geonames)
        owner = token.child("poss")
        words = self._text[first.start : last.end]
        if owner is not None:
            country = next((p.country for p in self._mentions.parties(owner) if p.country), None)
            place = None if country else self._locate(owner, near, False, depth + 1)
            country = country or (place.country if place else None)
            return Located(first.start, last.end, words, country) if country or place else None
        for part in token.kids("compound", "nmod", "amod"):
            if part.tag in ("NNP", "NNPS", "JJ") and part.text[:1].isupper():
                begin, end = phrase_bounds(part, tail=False)
                named = self._best(self._text[begin.start : end.end], near)
                if named is not None:
                    return Located(first.start, last.end, words, named.country, named.geonames)
        if any(p.country for p in self._mentions.before.modifiers(token)):
            return Located(first.start, last.end, words, self._state_before(token))
        return None

    def _state_before(self, noun: Token) -> str | None:
        """The state in the words before a noun of a place: "the *Syrian* town of"."""
        states = {p.country for p in self._mentions.before.modifiers(noun) if p.country}
        return states.pop() if len(states) == 1 else None

    def _of_event(self, token: Token, near: frozenset[str], depth: int) -> Located | None:
        """Where the event was that a noun names ("the margins of the meeting in X", "the X conference")."""
        for prep in token.kids("prep"):
            if prep.lower in ("in", "at", "of"):
                for inner in prep.kids("pobj"):
                    if (
                        prep.lower == "of"
                        and inner.lemma not in self._events
                        and inner.lower not in self._events
                    ):
                        continue
                    found = self._locate(inner, near, False, depth + 1)
                    if found is not None:
                        return found
        for part in token.kids("compound", "nmod", "poss"):
            if part.tag == "NNP":
                place = self._best(part.text, near)
                if place is not None and place.feature != "country":
                    return Located(part.start, part.end, place.name, place.country, place.geonames)
        return None

    def _best(self, name: str, near: frozenset[str], *, sure: bool = False) -> Place | None:
        """The place of a name that the states around speak for, else the best known one.

        A small namesake is meant only where the text itself puts it in its state (`sure`): Geneva, Illinois.
        """
        found = () if name.isupper() and len(name) < _ACRONYM else self._facts.places(name)  # "the UN"
        if name.casefold() in _CONTINENTS or name.endswith((" War", " Wars")):
            return None
        if not sure and any(p.feature == "country" for p in found):
            found = tuple(p for p in found if not p.local)  # Lebanon, Pennsylvania
        told = self._mentions.memory.story.countries()
        found = found if sure else within_reach(found, near | self._named_states(), self._facts)
        if not found:
            return None
        own = _plain(name)
        best = min(
            found,
            key=lambda p: (
                p.country not in near,
                p.country not in told and p.feature != "country",
                _plain(p.name) != own,  # Niš before Nice, which some call so
            ),
        )
        famous = max(found, key=lambda p: p.population)
        capital = next((p for p in found if p.feature == "capital"), best)
        if not sure and best.local and capital.population > best.population:
            return capital  # Athens is in Greece, whoever's flag is burned there
        small = best.local and best.population * _NAMESAKE < famous.population
        return famous if small and not sure and famous.population >= _GREAT else best

    def _named_states(self) -> frozenset[str]:
        """The states that the text names anywhere, as parties or not."""
        if self._in_text is None:
            self._in_text = states_named(self._text, self._facts)
        return self._in_text

    def _after_comma(self, token: Token) -> frozenset[str]:
        """The state of the place that follows a name after a comma: "Crawford, *Texas*"."""
        tokens = self._mentions.parse.tokens
        if token.i + 2 >= len(tokens) or tokens[token.i + 1].text != "," or tokens[token.i + 2].tag != "NNP":
            return frozenset()
        after = tokens[token.i + 2]
        end = after
        while end.i + 1 < len(tokens) and tokens[end.i + 1].tag == "NNP" and end.i - after.i < 3:
            end = tokens[end.i + 1]
        found = self._facts.places(self._text[after.start : end.end])
        return frozenset(p.country for p in found[:1] if p.country and not p.local)


def _plain(name: str) -> str:
    """A name without accents and case."""
    letters = unicodedata.normalize("NFKD", name.removeprefix("the "))
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def _end_of_names(token: Token, last: Token) -> Token:
    """The last of the names that are coordinated with a name: "in *Aleppo, Sarmin and Idlib*"."""
    for part in token.conjuncts()[1:]:
        if part.pos != "PROPN":
            break
        last = phrase_bounds(part, tail=False)[1]
    return last
