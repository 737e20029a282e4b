"""What the words around a phrase add to who it names: an apposition, an owner, a leader, examples.

"Jean Dupont, *the French minister*", "*its* troops", "a delegation *led by X*", "militias *like Hezbollah*".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.party import Party
from dragoman.coding.syntax import NOMINAL, agent, prep_objects
from dragoman.coding.wordlists import load_words
from dragoman.knowledge.records import Resolution
from dragoman.language import Token
from dragoman.language.titles import ADVISERS

if TYPE_CHECKING:
    from dragoman.coding.mentions import Mentions

_OWNERS = frozenset({"its", "his", "her", "their", "whose", "our", "my"})
#: who is named by a tie to somebody is of another state
_OTHERS = frozenset({
    "adversary", "ally", "counterpart", "enemy", "foe", "friend", "neighbor", "neighbour", "opponent",
    "partner", "rival",
})  # fmt: skip
_LED = re.compile(r"[\w.]+(?= ?[-–] ?led\b)")
#: who is of the land in which he is based, and how that is told
_PLACED = frozenset({"CVL", "BUS", "REB", "UAF", "CRM", "SOC", "OPP", "EDU", "REL"})
_BASED = frozenset({"base", "operate", "live", "reside", "locate", "register", "headquarter", "incorporate"})
_CHAMBERS = frozenset({"congress", "senate"})
#: what is made up of states
_WHOLES = frozenset({"community", "europe", "africa", "asia", "america", "east", "gulf", "balkans", "region",
                     "caucasus", "caribbean", "coalition"})  # fmt: skip
_OF_STATES = frozenset(
    {"government", "people", "nation", "parliament", "authority", "state", "army", "leader"}
)
#: how sure the state of an office is that only the context gives, and a person whom the knowledge base knows
_GUESSED, _KNOWN = 0.6, 0.7
_DELEGATES = frozenset({"delegation", "team", "mission", "deputation", "group"})


class Completions:
    """Completes the parties of one text, whose other mentions it asks."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    def complete(self, party: Party, token: Token) -> Party:
        """The party with the state, office or name that the words around its phrase tell."""
        party = self._shared(self._namesake(self._chamber(party, token), token), token)
        party = self._based(party, token)
        return self._owned(self._led(self._apposed(party, token), token), token)

    def _apposed(self, party: Party, token: Token) -> Party:
        """The party with what its apposition adds: "Jean Dupont, the French foreign minister,"."""
        other = token.child("appos")
        if other is None or other.pos not in NOMINAL:
            return party
        first, last = phrase_bounds(other)
        text = self._mentions.parse.text[first.start : last.end]
        if len(text) > 120:
            return party
        extra = self._mentions.resolved(text, token, head=other.start - first.start, near=True)
        if not extra.political:
            return party
        person = party.person or extra.person
        if not party.political and not extra.person:
            return party
        if served := self._served(other):
            party = replace(party, country=served)
        between = self._mentions.parse.text[party.end : first.start]
        joined = len(between) <= 3 and party.political and last.end - party.start <= 120
        return replace(
            party,
            end=last.end if joined else party.end,
            name=party.name if party.person else (extra.name or party.name),
            country=extra.country if _better_known(extra, party) else party.country or extra.country,
            sector=party.sector if party.sector not in (None, "UNK", "CVL") else extra.sector,
            kind="person" if person else (party.kind or extra.kind),
            office=party.office or extra.office,
            holder=None if person else (party.holder or extra.holder),
            person=person,
            political=True,
        )

    def _served(self, title: Token) -> str | None:
        """The state of whom somebody serves: "adviser *to the French President*"."""
        of = [t for p in title.kids("prep") if p.lower == "of" for t in p.kids("pobj")]
        serving = [t for t in (title, *of) if t.lemma.lower() in ADVISERS]  # "chief of *staff*"
        served = [t for s in serving for p in s.kids("prep") if p.lower == "to" for t in p.kids("pobj")]
        states = {p.country for t in served for p in self._mentions.ahead(t) if p.country}
        return states.pop() if len(states) == 1 else None

    def _chamber(self, party: Party, token: Token) -> Party:
        """A bare "Congress" or "Senate" is of the one state told before it, if that is not the USA."""
        bare = token.lower in _CHAMBERS and not token.kids("amod", "compound", "poss", "prep")
        if not bare or party.country != "USA":
            return party
        memory = self._mentions.memory
        told = memory.story.countries() | ({memory.home} if memory.home else set())
        return (
            party if len(told) != 1 or "USA" in told else replace(party, country=told.pop(), name=token.text)
        )

    def _namesake(self, party: Party, token: Token) -> Party:
        """Of the bodies of one name that of the state in play: "DUBLIN: *The Labour Party* accused"."""
        if party.sector not in ("PTY", "GOV") or party.kind != "organisation" or not party.name:
            return party
        names = load_words("namesakes")
        said = self._mentions.parse.text[party.start : party.end].casefold().removeprefix("the ")
        states = names.get(party.name.casefold()) or names.get(said) or ()
        if party.country not in states:
            return party
        if any(p.kind == "country" for p in self._mentions.names_between(party.start, party.end)):
            return party  # "the *New Zealand* Labour Party"
        memory, filed = self._mentions.memory, self._mentions.filed(token.sent.i)
        told = [t.party.country for t in reversed(memory.story.told)]
        play = [*told, filed.state if filed is not None else None, memory.home]
        here = next((c for c in play if c in states), None)
        return replace(party, country=here) if here else party

    def _shared(self, party: Party, token: Token) -> Party:
        """Troops are of the state that leads them; a bare second noun shares the state of the first.

        "*Vietnamese*-led forces", "*Israeli* helicopters and tanks".
        """
        if party.country is None and party.sector in ("MIL", "UAF"):
            led = _LED.search(self._mentions.parse.text, party.start, party.end)
            names = self._mentions.names_between(led.start(), led.end()) if led else []
            if len(names) == 1:
                return party.with_country(names[0].country)
        if party.country is None and (whose := self._with_next(token)) is not None:
            return party.with_country(whose)
        if (
            party.country
            or token.rel != "conj"
            or token.pos == "PROPN"
            or token.lemma in _OTHERS
            or token.kids("det", "amod", "poss", "prep")
            or any(c.pos != "NOUN" for c in token.kids("compound"))  # "and *trade* officials" share it
        ):
            return party
        first = token.first_conjunct
        states = {p.country for p in self._mentions.known(first)}
        adjective = first.child("amod", "compound")
        if adjective is None or len(states) != 1:
            return party
        return party.with_country(states.pop())

    def _based(self, party: Party, token: Token) -> Party:
        """People, firms and bands are of the state in which they are based: "firms *based in Chad*"."""
        if party.country or party.sector not in _PLACED or party.kind not in ("group", "organisation"):
            return party
        placed = [c for c in token.kids("acl", "relcl") if c.lemma in _BASED and c.tag in ("VBN", "VBG")]
        where = [t for c in placed for w in ("in", "from", "at") for t in prep_objects(c, w)]
        states = {p.country for t in where for p in self._mentions.ahead(t) if p.country}
        return party.with_country(states.pop()) if len(states) == 1 else party

    def _with_next(self, token: Token) -> str | None:
        """The state of two that one "of" names: "the *government* and people of Ghana"."""
        second = token.child("conj") or (token if token.rel == "conj" else None)
        token = second.head if second is not None else token
        if second is None or token.child("poss") is not None or second.child("det") is not None:
            return None
        if token.lemma.lower() not in _OF_STATES or second.lemma.lower() not in _OF_STATES:
            return None
        after = [p for p in (*second.kids("prep"), *token.kids("prep")) if p.i > second.i and p.lower == "of"]
        whose = [t for p in after for t in p.kids("pobj")]
        states = {p.country for t in whose for p in self._mentions.ahead(t) if p.country}
        return states.pop() if len(states) == 1 else None

    def _owned(self, party: Party, token: Token) -> Party:
        """The party with the state of its owner: "*its* citizens", "*her* party", "*their* troops"."""
        owner = token.child("poss")
        if (
            party.country
            or owner is None
            or party.sector == "IGO"
            or owner.lower not in _OWNERS
            or any(c.lower == "fellow" for c in token.kids("amod"))
            or not _OTHERS.isdisjoint((token.lemma, *(c.lemma for c in token.kids("compound"))))
            or party.kind not in ("group", "organisation", "office")
        ):
            return party
        states = {p.country for p in self._mentions.quoted(owner) or self._mentions.memory.pronoun(owner)}
        return party.with_country(states.pop()) if len(states) == 1 else party

    def _led(self, party: Party, token: Token) -> Party:
        """Of "a delegation from Russia led by X" the party is X, of its state; no force is its chief's."""
        if token.lemma not in _DELEGATES or any(c.tag == "NNP" for c in token.kids("compound")):
            return party  # "the *Jundollah* group, led by X" is more than X
        for verb in token.kids("acl", "relcl"):
            if verb.lemma not in ("lead", "head"):
                continue
            leader = agent(verb)
            if leader is None:
                continue
            led = [p for p in self._mentions.parties(leader) if p.political]
            if len(led) == 1:
                return replace(led[0].with_country(party.country), head=token)
        return party

    def examples(self, party: Party, token: Token) -> list[Party]:
        """The parties that a nameless group is made up of: "militias *like Hezbollah*"."""
        several = token.tag in ("NNS", "NNPS") or token.lemma in _WHOLES
        if party.country or party.person or not several:
            return []
        words, ahead = self._mentions.parse.tokens, self._mentions.ahead
        for prep in (*token.kids("prep"), *_beside(token)):
            such = prep.lower == "as" and prep.children and words[prep.i - 1].lower == "such"
            if such or prep.lower in ("like", "including"):
                named = [p for t in prep.kids("pobj") for part in t.conjuncts() for p in ahead(part)]
                named = [p for p in named if p.political and (p.country or p.sector in ("IGO", "REB"))]
                if named:
                    return named
        return []


def _better_known(person: Resolution, office: Party) -> bool:
    """Whether a name tells the state, and its office only that of the context: "the Minister, *Wang Yi*"."""
    guessed = bool(office.office) and not office.person and office.sector != "IGO"
    guessed = guessed and office.score <= _GUESSED
    return guessed and bool(person.person and person.country) and person.score >= _KNOWN


def _beside(token: Token) -> list[Token]:
    """The "including" that a parser hangs on the verb: "travelled to Europe, *including* Spain"."""
    words = token.sent.tokens
    after = words[token.i - words[0].i + 1 :][:2]
    told = [t.lower for t in after] == [",", "including"] and after[1].head is not token
    return after[1:] if told else []
