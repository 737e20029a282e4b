"""Whom an act is for where another verb brings them: who gets it, whom it reaches, where its people are.

"*Georgia* got a warning from Russia", "Iranian aid arrived *in Chad*", "wrote *to Peru* demanding it",
"threatened to recall its envoy *from Mali*".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from dragoman.coding import syntax
from dragoman.coding.otherside import Finder
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

_WATERS = re.compile(r"\b(?:Sea|Ocean|Gulf|Straits?|Mediterranean|Pacific|Atlantic|Channel|Sahel)$")
_LETTERS = frozenset({"letter", "note", "message", "cable", "telegram", "memorandum", "petition"})
_WRITING = frozenset({"write", "cable", "send", "telegraph", "address", "hand", "deliver", "issue", "submit"})
_MISSIONS = frozenset({"embassy", "consulate", "mission", "legation", "consulate-general"})
_CALLING = frozenset({"call", "phone", "telephone", "ring"})
_DEMANDING = frozenset({"demand", "insist", "urge", "ask", "call"})
_AWAY = ("from", "to", "in", "at", "with")
#: verbs of what comes to somebody
_REACHING = frozenset({
    "arrive", "reach", "land", "fly", "send", "ship", "deliver", "airlift", "dock", "pour", "flow", "truck",
    "bring", "get", "distribute", "dispatch",
})  # fmt: skip


#: what is offered or asked, which may be refused
_OFFERS = frozenset({
    "offer", "proposal", "demand", "request", "plan", "bid", "appeal", "call", "invitation", "plea", "claim",
    "ultimatum", "overture", "suggestion",
})  # fmt: skip
_TELLING = frozenset({"tell", "inform", "assure", "notify"})
_SUMMONING = frozenset({"summon", "call", "convoke", "receive", "invite"})


def _relatives(clause: Token) -> list[Token]:
    """The relative pronouns of a clause."""
    return [c for c in clause.children if c.tag in ("WDT", "WP")]


class Sufferers(Protocol):
    """What the search needs of the verbs that carry event nouns."""

    def sufferer(self, noun: Token) -> Token | None:
        """Who has a noun's event done to him."""


class Addressees:
    """Finds the other side of the triggers of one text where another verb tells it."""

    def __init__(self, finder: Finder, carriers: Sufferers) -> None:
        self._finder = finder
        self._carriers = carriers

    def under(self, trigger: Trigger) -> list[Party]:
        """Who is under the act of a noun by its verb: "*Georgia* got a warning from Russia"."""
        sufferer = self._carriers.sufferer(trigger.token)
        return self._finder.parties_of([sufferer]) if sufferer is not None else []

    def reached(self, trigger: Trigger) -> list[Party]:
        """Whom aid reaches that is the subject of its verb: "Iranian aid arrived *in Chad*".

        Or who did something with it: "*the rebels* took the town with the help of Chad".
        """
        verb = trigger.token.first_conjunct.head
        if trigger.token.rel == "pobj" and verb.lower == "with" and syntax.is_verb(verb.head):
            helped = syntax.subject(verb.head)
            return self._finder.parties_of([helped]) if helped is not None else []
        if trigger.token.rel not in ("subj", "subjpass") or verb.lemma not in _REACHING:
            return []
        where = [t for word in ("to", "in", "into", "at") for t in syntax.prep_objects(verb, word)]
        return [p for p in self._finder.parties_of([*verb.kids("obj"), *where]) if p.country]

    def called(self, trigger: Trigger) -> list[Party]:
        """Whom one calls to say something: "called *Premier A* to offer support"."""
        verb = trigger.token.head
        if trigger.token.rel != "advcl" or verb.lemma not in _CALLING:
            return []
        return self._finder.parties_of(verb.kids("obj"))

    def sent_back(self, trigger: Trigger, home: frozenset[str]) -> list[Party]:
        """Whose envoys are expelled: "expelled diplomats *from Poland and Sweden*"."""
        found = self._finder.parties_of(syntax.prep_objects(trigger.token, "from"))
        return [p for p in found if p.kind == "country" and p.country not in home]

    def pressed(self, trigger: Trigger) -> list[Party]:
        """Of whom protesters demand something: "staged a sit-in demanding that *the police* free him"."""
        token = trigger.token
        verb = token if token.pos in syntax.VERBAL else syntax.clause_verb(token)
        demands = [c for t in (token, verb) for c in t.kids("advcl", "acl", "xcomp", "relcl")]
        for demand in demands:
            asked = syntax.complement(demand) if demand.lemma in _DEMANDING else None
            doer = syntax.own_subject(asked) if asked is not None else None
            if doer is not None:
                return self._finder.parties_of([doer])
        return []

    def begged(self, trigger: Trigger) -> list[Party]:
        """Of whom something is asked, not what: "asked *Chad* for its good offices"."""
        token = trigger.token
        whom = token.child("obj", "iobj") if trigger.words[-1].lower == "for" else None
        after = whom is not None and token.i < whom.i < trigger.words[-1].i
        return self._finder.parties_of([whom]) if whom is not None and after else []

    def written_to(self, trigger: Trigger) -> list[Party]:
        """Whom a letter that asks is for: "wrote *to Chad* demanding an apology"."""
        above = trigger.token.head
        if trigger.token.tag != "VBG" or (not syntax.is_verb(above) and above.lemma not in _LETTERS):
            return []
        verb = above if syntax.is_verb(above) else syntax.clause_verb(above)
        if verb.lemma not in _WRITING:
            return []
        heads = [above, verb, *verb.kids("obj")]
        told = [t for head in heads for t in syntax.prep_objects(head, "to")]
        return self._finder.parties_of([*verb.kids("iobj"), *told])

    def summoned(self, trigger: Trigger) -> list[Party]:
        """Who was called in to be told: "called in *the Afghan envoy* and lodged a protest"."""
        verb = syntax.clause_verb(trigger.token)
        first = verb.first_conjunct
        if first is verb or first.lemma not in _SUMMONING:
            return []
        called_in = [t for p in first.kids("prep") if p.lower == "in" for t in p.kids("pobj")]
        return self._finder.parties_of([*first.kids("obj"), *called_in])

    def offering(self, trigger: Trigger) -> list[Party]:
        """Whose the offer is that is refused: "turned down a *Federal Government* offer"."""
        thing = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        return self._finder.modifiers(thing) if thing is not None and thing.lemma in _OFFERS else []

    def pressing(self, trigger: Trigger) -> list[Party]:
        """Who made somebody go: "resigned under pressure from *the opposition*"."""
        pressure = [t for t in syntax.prep_objects(trigger.token, "under") if t.lemma == "pressure"]
        return self._finder.parties_of([t for p in pressure for t in syntax.prep_objects(p, "from")])

    def told(self, trigger: Trigger) -> list[Party]:
        """To whom a refusal is told: "told *the British premier* that Chad would not allow it"."""
        verb = syntax.clause_verb(trigger.token)
        telling = verb.head
        if verb.rel != "ccomp" or telling.lemma not in _TELLING:
            return []
        return self._finder.parties_of(telling.kids("obj", "iobj"))

    def favoured(self, trigger: Trigger) -> list[Party]:
        """Whom the thing was for: "rejected a treaty *that gave Chad* a base", "eased a ban that kept trade
        out of *Mali*"."""
        thing = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        clauses = [*thing.kids("relcl"), *thing.kids("acl")] if thing is not None else []
        for clause in clauses[:1]:
            purpose = clause.tag == "VB" and clause.rel == "acl"
            if purpose or clause.child("subj") not in (None, *_relatives(clause)):
                continue
            told = [*clause.kids("iobj"), *clause.kids("obj")]
            told += [
                t
                for w in ("for", "to", "from", "on", "against", "out")
                for t in syntax.prep_objects(clause, w)
            ]
            for own in clause.kids("prep", "prt", "advmod"):
                told += [t for c in own.kids("prep") for t in c.kids("pobj")]
            found = [p for p in self._finder.parties_of(told) if p.country]
            if found:
                return found
        return []

    def _mission(self, trigger: Trigger, recipients: list[Party], home: frozenset[str]) -> list[Party]:
        """Whose mission is shut that stands at home: "China closed the *US* consulate in Chengdu"."""
        target = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        if target is None or target.lemma not in _MISSIONS or not recipients:
            return []
        if any(r.country not in home for r in recipients):
            return []
        return [p for p in self._finder.modifiers(target) if p.country and p.country not in home]

    def abroad(self, trigger: Trigger, recipients: list[Party], home: frozenset[str]) -> list[Party]:
        """Who is meant where those found are at home: "threatened to recall its envoy *from Chad*"."""
        shut = self._mission(trigger, recipients, home)
        if shut:
            return shut
        heads = [r.head for r in recipients if r.country in home and r.head is not None]
        if not heads or len(heads) < len(recipients):
            return []
        owned = [h for h in heads if h.pos == "NOUN" and any(c.tag == "PRP$" for c in h.kids("poss"))]
        found = [p for head in owned for p in self._finder.within(head, _AWAY, 0, home)]
        return [p for p in found if p.country and p.country not in home]


def ashore(parties: Iterable[Party]) -> list[Party]:
    """The parties without the waters and regions that are nobody: "sent warships to *the Gulf*"."""
    return [p for p in parties if p.country or not _WATERS.search(p.name or "")]
