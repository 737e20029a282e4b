"""The other side of an act where the frame of its words leaves it open.

"refused to lift sanctions *on Abkhazia*", "held talks *with the envoy*", "is willing to send aid *to Sudan*",
"conducted strikes using jets *against the group*".
"""

from __future__ import annotations

from typing import Protocol

from dragoman.coding import syntax
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import papers, word_set
from dragoman.language import Token

#: types whose "of" is whom the act is done to
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE"})
WITHIN_RECIPIENT = ("poss", "by", "of", "modifier", "against", "on", "with", "from", "to", "in")
#: types whose parties act together
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
#: acts whose aim or condition names whom they are meant for
_AIMED = frozenset({"PROTEST", "THREATEN", "MOBILIZE"})
_KNOWN = frozenset({"IGO", "REB"})
#: sectors of those who rule
RULING = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})
_SIDES = RULING | {"OPP", "PTY", "REB", "UAF", "PRM", "LAB", "LEG", "REL"}
_BODIES = frozenset({"person", "office", "organisation", "group"})
_SURE = 0.6  # a body with this score is one that the knowledge base knows
_FRIENDLY = ("with", "to", "for")
_ADVERSE = ("against", "on", "from", "of", "over")
_TERMS = frozenset({"under", "by"})
_CONDITIONS = frozenset({"unless", "if", "until"})
_AFTER = frozenset({"after", "once", "when", "following", "as"})
_STRIKES = frozenset({"strike", "protest", "walkout", "boycott", "stoppage", "sit-in", "blockade", "action"})
_ALONG = frozenset({"on", "along", "near", "at", "across"})
_PLACES = ("in", "inside", "into", "across", "throughout", "near")


class Finder(Protocol):
    """What the search needs of the finder of roles."""

    def parties(self, token: Token) -> list[Party]:
        """The parties that a head names."""

    def named(self, token: Token) -> Party | None:
        """The proper name of a phrase, as a party that nobody knows."""

    def modifiers(self, token: Token) -> list[Party]:
        """The states, bodies and persons in the words before a noun."""

    def meeting(self, noun: Token) -> list[Party]:
        """The states before a noun, but not where a meeting is."""

    def scene(self, token: Token, trigger: Trigger) -> bool:
        """Whether a phrase says where an act took place: a city or a building after "in" or "at"."""

    def parties_of(self, tokens: list[Token]) -> list[Party]:
        """The parties that heads and what is coordinated with them name."""

    def slot(self, trigger: Trigger, slot: str) -> list[Token]:
        """The heads that fill a slot."""

    def within(
        self, token: Token, ways: tuple[str, ...], depth: int, home: frozenset[str] = frozenset()
    ) -> list[Party]:
        """The party inside a phrase that is none itself."""

    def own_paper(self, token: Token) -> list[Party]:
        """Whose a paper without an owner is: the body's whose own text it is."""


class Carriers(Protocol):
    """What the search needs of the verbs that carry event nouns."""

    def carrier(self, noun: Token) -> Token | None:
        """The support verb that carries a noun."""


class OtherSide:
    """Looks for the other side of the triggers of one text."""

    def __init__(self, finder: Finder, carriers: Carriers) -> None:
        self._finder = finder
        self._carriers = carriers

    def armed_of(self, trigger: Trigger) -> list[Party]:
        """Of a hostile act noun the armed group after "of": "the attacks *of the rebels* on the town"."""
        if trigger.entry.verb or trigger.entry.type not in HOSTILE or "of" not in trigger.entry.actor:
            return []
        return [p for p in self._finder.parties_of(self._finder.slot(trigger, "of")) if p.sector in _ARMED]

    def against(self, trigger: Trigger) -> list[Party]:
        """Whom "against" names below a hostile act that has no object of its own."""
        if trigger.entry.verb:
            target = syntax.direct_object(trigger.token)
            if target is not None and target not in trigger.words:
                return []
        top = self._carriers.carrier(trigger.token) or trigger.token
        for token in top.subtree():
            if token.lower == "against" and token.rel == "prep" and not _on_condition(token, top):
                found = [
                    p
                    for target in token.kids("pobj")
                    for part in target.conjuncts()
                    for p in (self._finder.parties(part) or self._finder.within(part, WITHIN_RECIPIENT, 0))
                ]
                if found:
                    return distinct(found)
        return []

    def beyond(self, trigger: Trigger, home: frozenset[str]) -> list[Party]:
        """The other side in the complement, else after a preposition; `home` holds the actor's states."""
        kind = trigger.entry.type or ""
        if kind in TOGETHER:
            found = self._finder.parties_of(
                [*self._finder.slot(trigger, "with"), *self._finder.slot(trigger, "between")]
            )
            if found or kind == "CONSULT" or len(home) > 1:
                return found
            acting = syntax.surface_subject(trigger.token) if trigger.token.pos in syntax.VERBAL else None
            one = acting is None or acting.tag not in ("NNS", "NNPS")
            if one and kind in ("AGREE", "SUPPORT"):  # "a deal under which *X* will"
                bound = [t for c in trigger.token.subtree() if is_term(c) for t in c.kids("subj")]
                found = [p for p in self._finder.parties_of(bound) if p.country not in home]
                if found:
                    return found
        words = _words(kind)
        name = self._strange(trigger)
        if name:
            return name
        target = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        for head in self._heads(trigger, words):
            own: list[Party] = []
            for part in head.conjuncts():
                if at_edge(part) or (kind in TOGETHER and self._finder.scene(part, trigger)):
                    continue
                named = [] if part in trigger.words else self._finder.parties(part)
                if not named:
                    inside = self._finder.within(part, WITHIN_RECIPIENT, 0, home)
                    named = [p for p in inside if p.country is None or p.country not in home]
                if head is not target:
                    named = [p for p in named if p.country or p.sector in _KNOWN or p.score > _SURE]
                own.extend(named)
            if own:
                return distinct(own)
        return []

    def conditioned(self, trigger: Trigger) -> list[Party]:
        """Whom a threat is for by its condition: "unless *X* yields", "*Should X* attack, the army will"."""
        clauses = [(c, subject) for c in trigger.token.subtree() for subject in _conditional(c)]
        found = self._finder.parties_of([subject for _, subject in clauses[:1]])
        if trigger.entry.type == "REJECT":  # "will not return until its demands are met *by X*"
            doers = [a for c, _ in clauses[:1] for a in [syntax.agent(c)] if a is not None]
            return [p for p in found or self._finder.parties_of(doers) if p.head and p.head.pos != "PRON"]
        if found and clauses[0][1].pos == "PRON":  # "sworn to fight until *they* hold towns in *Chad*"
            goals = clauses[0][0].kids("obj")
            return [p for t in goals for p in self._finder.within(t, (*WITHIN_RECIPIENT, "near"), 0)]
        return found

    def gave_in_to(self, trigger: Trigger) -> list[Party]:
        """To whom those yield who end a strike: "called it off *after X agreed*", "after a deal *with X*"."""
        verb = trigger.token
        if not any(w.lemma in _STRIKES for w in trigger.words):
            return []
        clauses = [c for c in verb.kids("advcl") if any(m.lower in _AFTER for m in c.kids("mark", "advmod"))]
        told = [t for c in clauses for t in c.kids("subj", "subjpass")]
        deals = [t for p in verb.kids("prep") if p.lower in _AFTER for t in p.kids("pobj")]
        told += [
            t for deal in deals for word in ("with", "by", "from") for t in syntax.prep_objects(deal, word)
        ]
        acting = syntax.subject(verb)
        own = self._finder.parties_of([acting]) if acting is not None else []
        return [p for p in self._finder.parties_of(told) if not any(p.same_as(o) for o in own)]

    def _strange(self, trigger: Trigger) -> list[Party]:
        """The proper name that is the object of an act between states, though nobody knows it."""
        target = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        if target in trigger.words:  # "signed the New START Treaty"
            return []
        if target is None or target.pos != "PROPN" or trigger.entry.type not in ("SUPPORT", "SANCTION"):
            return []
        if is_paper(target):
            return []
        known = [p for p in self._finder.parties(target) if p.name]
        return known or [p for p in [self._finder.named(target)] if p is not None]

    def _heads(self, trigger: Trigger, words: tuple[str, ...]) -> list[Token]:
        """Where to look, in order: the complement clause, the object and its clause, the prepositions."""
        token = trigger.token
        verbal = bool(trigger.entry.verb)
        inner = syntax.complement(token) if verbal or token.pos == "ADJ" else None
        if trigger.entry.type == "REQUEST" and inner is not None and syntax.own_subject(inner) is None:
            inner = None  # "wants to thank the envoys" asks nothing of them
        target = syntax.direct_object(token) if verbal else None
        heads: list[Token] = []
        if inner is not None and inner not in trigger.words:
            for verb in inner.conjuncts():
                heads += _below(verb, words)
        if trigger.entry.type in TOGETHER:
            return heads
        if trigger.entry.type in _AIMED:
            heads += _aims(self._carriers.carrier(token) or token, words)
        if target is not None:
            heads.append(target)
            for verb in target.kids("acl", "ccomp"):
                heads += [*verb.kids("subj"), *_below(verb, words)]
        return [*heads, *(t for w in words for t in self._finder.slot(trigger, w))]


def at_edge(token: Token) -> bool:
    """Whether a noun is only the border at which something is: "a base *on the Thai border*"."""
    return token.rel == "pobj" and token.head.lower in _ALONG and is_border(token)


def is_border(token: Token) -> bool:
    """Whether a noun is a word for a border."""
    return token.lemma in borders()


def borders() -> frozenset[str]:
    """Words for a border, at which no one side is at home."""
    return word_set("places", "borders")


def is_paper(name: Token) -> bool:
    """Whether a proper name is of an instrument, which is no party: "withdrew from *the NPT*"."""
    return name.pos == "PROPN" and (name.lemma in papers() or name.lower in papers())


def _words(kind: str) -> tuple[str, ...]:
    """The prepositions that may bring the other side of an act of this type."""
    if kind in TOGETHER:
        return (*_FRIENDLY, "against", "on", "in")
    if kind in HOSTILE or kind == "PROTEST":
        return (*_FRIENDLY, *_ADVERSE, *_PLACES)
    return (*_FRIENDLY, *_ADVERSE)


def _aims(verb: Token, words: tuple[str, ...]) -> list[Token]:
    """Whom the aim or condition of an act names: "marched to demand reforms *by X*", "unless *X* yields"."""
    out: list[Token] = []
    inner = syntax.complement(verb)
    clauses = verb.kids("advcl") + (inner.kids("advcl") if inner is not None else [])
    for clause in clauses:
        if clause.tag == "VB" and clause.child("mark") is None:
            for part in clause.conjuncts():
                out += _below(part, (*words, "by"))
        else:
            out += _conditional(clause)
    for prep in verb.kids("prep"):
        if prep.lower in ("over", "against", "at"):
            out += prep.kids("pobj")
    return out


def is_term(clause: Token) -> bool:
    """Whether a clause tells the terms of a deal: "*under which* Kenya will withdraw"."""
    if clause.rel not in ("advcl", "relcl"):
        return False
    return any(
        t.tag == "WDT" for prep in clause.kids("prep") if prep.lower in _TERMS for t in prep.kids("pobj")
    )


def _conditional(clause: Token) -> list[Token]:
    """The subject of a clause of condition: "unless *X* yields", "should *X* attack"."""
    subject = clause.child("subj", "subjpass")
    if clause.rel != "advcl" or subject is None:
        return []
    turned = any(
        c.rel == "aux" and c.lower in ("should", "were") and c.i < subject.i for c in clause.children
    )
    marked = any(c.rel in ("mark", "advmod") and c.lower in _CONDITIONS for c in clause.children)
    return [subject] if turned or marked else []


def _on_condition(token: Token, top: Token) -> bool:
    """Whether a word stands in a clause of condition below a verb: "threatened to shell, if Chad attacks"."""
    for above in token.ancestors():
        if above is top:
            return False
        if above.rel == "advcl" and any(c.lower in _CONDITIONS for c in above.kids("mark", "advmod")):
            return True
    return False


def _below(verb: Token, words: tuple[str, ...]) -> list[Token]:
    return [*verb.kids("obj", "iobj"), *(t for w in words for t in syntax.prep_objects(verb, w))]


def at_home(one: Party, other: Party) -> bool:
    """Whether one of a state is on another's side: not a body or a person if one of the two alone rules."""
    if one.country != other.country or one.sector not in _SIDES or other.sector not in _SIDES:
        return one.country == other.country
    return one.kind not in _BODIES or (one.sector in RULING) == (other.sector in RULING)


def distinct(parties: list[Party]) -> list[Party]:
    """The parties without repetition, in order."""
    out: list[Party] = []
    for party in parties:
        if not any(party.same_as(p) for p in out):
            out.append(party)
    return out


def opposed(party: Party, trigger: Trigger) -> bool:
    """Whether what is supported is against a party: "efforts to *counter* X", "sanctions against X"."""
    if party.head is None or party.head.sent is not trigger.token.sent:
        return False
    for above in party.head.ancestors():
        if above in trigger.words:
            return False
        if above.lemma in _opposing() or above.lower == "against":
            return True
    return False


def _opposing() -> frozenset[str]:
    """Verbs and nouns of what is done against somebody."""
    return word_set("triggers", "opposing")
