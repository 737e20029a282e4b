"""Who meets or visits, where the noun that tells it is only the setting of something else.

"after talks in Cairo, *Chad and Sudan* announced"; "*she* spoke during a visit to Ankara".
"""

from __future__ import annotations

from typing import Protocol

from dragoman.coding import syntax
from dragoman.coding.otherside import distinct
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

#: prepositions of a meeting that is the setting of an act
_SETTING = frozenset({"after", "following", "during", "in", "at", "on", "over", "by", "via"})
#: prepositions of a meeting at which something is said
_OCCASION = frozenset({"before", "after", "at", "following", "during", "in", "on"})


_RECEIVING = frozenset({"host", "receive", "welcome"})
_ATTENDING = frozenset({"attend", "join", "participate", "address", "chair"})
_GATHERINGS = frozenset(
    {"summit", "meeting", "conference", "session", "forum", "assembly", "congress", "council"}
)


class Finder(Protocol):
    """What the search needs of the finder of roles."""

    def parties(self, token: Token) -> list[Party]:
        """The parties that a head names."""

    def parties_of(self, tokens: list[Token]) -> list[Party]:
        """The parties that heads and what is coordinated with them name."""

    def slot(self, trigger: Trigger, slot: str) -> list[Token]:
        """The heads that fill a slot."""

    def modifiers(self, token: Token) -> list[Party]:
        """The states, bodies and persons in the words before a noun."""


class Occasions:
    """Looks for those who meet in the clauses of one text."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    def visitor(self, trigger: Trigger, hosts: list[Party]) -> list[Party]:
        """Who visits, where a visit is when something is done: "*she* spoke during a visit to Ankara"."""
        token = trigger.token
        if token.rel != "pobj" or token.head.lower not in _OCCASION or not syntax.is_verb(token.head.head):
            return []
        subject = syntax.surface_subject(token.head.head)
        found = self._finder.parties_of([subject]) if subject is not None else []
        states = {h.country for h in hosts}
        return [p for p in found if p.country not in states]

    def attended(self, trigger: Trigger) -> list[Party]:
        """The body whose gathering is what a journey is for: "flew to Lima to attend *the G7* summit"."""
        verb = trigger.token
        gatherings = [
            t
            for clause in verb.kids("advcl", "xcomp")
            if clause.lemma in _ATTENDING and clause.i > verb.i
            for t in (*clause.kids("obj"), *syntax.prep_objects(clause, "in"))
        ]
        if verb.lemma not in _RECEIVING:  # "hosted B *for a summit* of the body": B came to the host
            gatherings += syntax.prep_objects(verb, "for")
        found: list[Party] = []
        for noun in gatherings:
            if noun.lemma.lower() in _GATHERINGS:
                whose = noun.kids("poss") + syntax.prep_objects(noun, "of")
                named = self._finder.modifiers(noun) + self._finder.parties_of(whose)
                found += [p for p in named if p.sector == "IGO"]
        return distinct(found)

    def hosted(self, trigger: Trigger) -> list[Party]:
        """The body whose gathering somebody hosts: "is hosting *the ASEAN* summit"."""
        noun = syntax.direct_object(trigger.token)
        if noun is None or noun.lemma.lower() not in _GATHERINGS:
            return []
        return distinct([p for p in self._finder.modifiers(noun) if p.sector == "IGO"])

    def host(self, trigger: Trigger, told: list[Party]) -> list[Party]:
        """Who talked, where talks name one side alone: "after talks with Chad, *Sudan* withdrew"."""
        if len(told) != 1 or not syntax.prep_objects(trigger.token, "with"):
            return []
        verb = syntax.clause_verb(trigger.token)
        subject = syntax.surface_subject(verb) if syntax.is_verb(verb) else None
        if subject is None or subject is trigger.token:
            return []
        found = self._finder.parties_of([subject])
        return [p for p in found if p.country != told[0].country or p.country is None]

    def met(self, trigger: Trigger) -> list[Party]:
        """Who met, where a meeting that names nobody is the setting of what they do or say.

        "after talks in Cairo, *Chad and Sudan* announced"; "*Fiji* told *Samoa*, at their meeting, that";
        "Remarks by *A and B* before their meeting".
        """
        token = trigger.token
        told_before = any(c.lower in ("the", "this", "that") for c in token.kids("det"))
        if (
            told_before
            or self._finder.modifiers(token)
            or any(
                self._finder.parties(t)
                for word in ("with", "between", "among", "of")
                for t in self._finder.slot(trigger, word)
            )
        ):
            return []
        authors = self._finder.parties_of(_authors_at(token))
        if len({p.country or p.name for p in authors}) > 1:
            return authors
        verb = _setting_of(token)
        subject = syntax.surface_subject(verb) if verb is not None else None
        if verb is None or subject is None:
            return []
        heads = [subject, *verb.kids("obj", "iobj")]
        told = verb.child("ccomp") is not None or token.child("relcl") is not None
        found = distinct(self._finder.parties_of(heads if told else heads[:1]))
        states = {p.country or p.name for p in found if p.country or p.sector == "IGO"}
        return found if len(states) > 1 else []


def _setting_of(noun: Token) -> Token | None:
    """The verb whose setting a noun is: "after three days of *talks*, they *agreed*"."""
    top = noun
    while top.rel == "pobj" and top.head.lower == "of" and top.head.head.pos == "NOUN":
        top = top.head.head
    if top.rel != "pobj" or top.head.lower not in _SETTING or not syntax.is_verb(top.head.head):
        return None
    return top.head.head


def _authors_at(noun: Token) -> list[Token]:
    """Those by whom a speech is at a meeting: "Remarks by *A and B* Before Bilateral *Meeting*"."""
    if noun.rel != "pobj" or noun.head.lower not in _OCCASION or noun.head.head.pos != "NOUN":
        return []
    return syntax.prep_objects(noun.head.head, "by")
