"""The slots of lexicon entries, looked up in the clause: which heads stand there.

`dragoman.lexicon.entry` says what each slot is. Coordination is expanded by the caller.
"""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.carriers import SupportVerbs
from dragoman.coding.triggers import Trigger
from dragoman.language import Token
from dragoman.lexicon.entry import PREPOSITIONS

#: prepositions whose objects tell how and when, not whom
_ASIDE = frozenset({"by", "after", "before", "since", "during", "through", "via", "under", "as", "at", "on"})


#: words that take "to" or "for" and tell of a source or a cause
_WHOSE_WORD = frozenset({"according", "due", "owing", "thanks", "prior", "contrary", "next", "subject"})


#: what is between two: "discussed *relations* with Russia" is no talk with Russia
_BONDS = frozenset({
    "relation", "relationship", "tie", "trade", "cooperation", "coordination", "war", "dispute", "border",
    "conflict", "peace", "agreement", "treaty", "partnership", "alliance", "competition", "engagement",
    "negotiation", "deal",
})  # fmt: skip

#: acts of leaving: "from" tells what is left, not of whom it is asked
_LEAVING = frozenset({
    "withdrawal", "pullout", "pull-out", "pullback", "departure", "exit", "retreat", "evacuation", "removal",
    "expulsion", "eviction", "ouster",
})  # fmt: skip
#: what mediators settle
_RIFTS = frozenset({
    "rift", "dispute", "conflict", "war", "crisis", "row", "standoff", "feud", "differences", "difference",
    "tension", "deadlock", "impasse", "quarrel", "hostility", "fighting", "peace", "truce", "ceasefire",
})  # fmt: skip
#: nouns of compound prepositions: "in the *face* of Russian threats"
FRAMES = frozenset(
    {"face", "light", "wake", "view", "context", "event", "aftermath", "midst", "course", "spite", "lieu"}
)
SERVING = frozenset({
    "support", "defence", "defense", "coordination", "cooperation", "conjunction", "response", "retaliation",
    "help", "backing", "consultation", "concert", "partnership", "assistance", "aid",
})  # fmt: skip


#: verbs of what is done with the noun before: the test that X *carried out*
_MAKING = frozenset({
    "take", "make", "carry", "launch", "conduct", "hold", "stage", "give", "pay", "mount", "order", "commit",
    "impose", "adopt", "undertake", "wage", "lead", "start", "plan", "do", "send", "provide", "put", "play",
    "show", "perform", "offer", "deliver", "express", "announce", "issue",
})  # fmt: skip


class Slots:
    """Finds the heads that fill the slots of triggers; `support` knows the verbs that carry event nouns."""

    def __init__(self, support: SupportVerbs) -> None:
        self._support = support

    def heads(self, trigger: Trigger, slot: str) -> list[Token]:
        """The heads that fill a slot; empty where the clause has none there.

        Whom a blow serves is not whom it hits: "strikes *in support of* the Iraqi army".
        """
        found = self._filling(trigger, slot)
        if slot == "in":
            found = [t for t in found if t.lemma not in FRAMES]
        if slot in ("in", "with") and trigger.entry.type in ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"):
            return [t for t in found if t.lemma not in SERVING]
        return found

    def _filling(self, trigger: Trigger, slot: str) -> list[Token]:
        token = trigger.token
        if trigger.entry.verb and token.pos in syntax.VERBAL:
            return self._verb_slot(trigger, slot)
        if trigger.entry.verb and slot == "subject" and token.pos == "NOUN":  # "Poland's hosting of troops"
            owner = token.child("poss")
            return _one(owner) if owner is not None else self._noun_slot(token, "by")
        if trigger.entry.actor == ("speaker",) and slot == "subject" and token.rel == "attr":
            return _one(syntax.surface_subject(token.head))  # "*the raid* is an outrage, X said"
        return self._noun_slot(token, slot)

    def _verb_slot(self, trigger: Trigger, slot: str) -> list[Token]:
        token = trigger.token
        if slot == "subject":
            return _one(syntax.subject(token))
        if slot == "object":
            return _one(syntax.direct_object(token))
        if slot == "iobject":
            return _indirect(token)
        if slot == "clause":
            inner = syntax.complement(token)
            if inner is not None and trigger.entry.type == "REQUEST" and _to_be_done(inner):
                return _one(syntax.agent(inner))
            found = syntax.own_subject(inner) if inner is not None else None
            return _one(found or token.child("obj"))
        target = syntax.direct_object(token)
        if slot == "possessor":
            return _one(target.child("poss") or maker(target)) if target is not None else []
        if slot not in PREPOSITIONS or (slot != "by" and slot not in token.sent.words):
            return []
        if slot == "with" and trigger.entry.type == "CONSULT" and _of_several(token, target):
            return []
        if slot == "of" and token.lemma == "convey":
            return []  # "conveyed the sympathy *of his people*" tells whose it is
        found_here = syntax.prep_objects(token, slot)
        for word in trigger.words:
            if word is not token:
                named = slot == "of" and word.tag == "NNP"  # "the *Treaty of Paris*"
                found_here += [] if named or _left(word, slot, trigger) else syntax.prep_objects(word, slot)
                found_here += word.kids("pobj") if word.lower == slot else []
        if target is not None:
            for part in target.conjuncts():
                named = slot == "of" and part in trigger.words and part.tag == "NNP"
                found_here += [] if named or _left(part, slot, trigger) else syntax.prep_objects(part, slot)
                if slot == "by":  # "broke up a march *staged by* students"
                    found_here += [a for c in part.kids("acl") for a in _one(syntax.agent(c))]
        if not found_here:
            for child in token.kids("advmod", "acomp", "prt", "xcomp", "attr", "oprd", "prep"):
                if child.lower in _WHOSE_WORD:
                    continue
                found_here += syntax.prep_objects(child, slot)
                aside = child.lower in _ASIDE or slot == "by" or (child.lower, slot) == ("with", "of")
                if child.rel == "prep" and aside:
                    continue
                for inner in child.kids("pobj"):
                    if inner.lemma in _BONDS and inner.child("poss") is not None:
                        continue  # "gratitude for *Italy's cooperation* with Chad"
                    if _left(inner, slot, trigger) or inner.lemma in FRAMES:
                        continue  # "pressed for *the withdrawal* of Cuban troops from Angola"
                    found_here += syntax.prep_objects(inner, slot)
        if not found_here and slot == "by":
            found_here = _one(syntax.agent(token))
        return found_here

    def _noun_slot(self, token: Token, slot: str) -> list[Token]:
        carrier = self._support.carrier(token)
        if slot == "subject":
            return _one(_predicated(token) or self._support.subject(token, carrier))
        if slot == "clause":
            inner = token.child("xcomp", "ccomp", "acl", "advcl")
            return _one(syntax.own_subject(inner) if inner is not None else None)
        if slot == "object":
            return syntax.prep_objects(token, "of")
        if slot == "iobject":
            return _indirect(carrier) if carrier is not None else []
        if slot == "possessor":
            return _one(_owner(token) or maker(token))
        if slot not in PREPOSITIONS or slot not in token.sent.words:
            return []
        found = syntax.prep_objects(token, slot)
        if not found and slot != "of":  # "the severance of relations with Chad"
            for inner in syntax.prep_objects(token, "of"):
                found += syntax.prep_objects(inner, slot)
        for child in token.kids("acl", "relcl"):  # "talks held with Iran"
            found += syntax.prep_objects(child, slot)
        if not found and slot in ("with", "between", "among"):
            found = syntax.reached(token, slot) or _aimed_at(token, carrier, slot)
        if not found and token.rel in ("amod", "acomp", "compound", "attr"):
            found = syntax.prep_objects(token.head, slot)
        if not found and carrier is not None:
            found = syntax.prep_objects(carrier, slot)
        return found


def _to_be_done(clause: Token) -> bool:
    """Whether it is asked that something be done, by whom is open: "demanded that *Chad be put out*"."""
    return clause.rel == "ccomp" and syntax.is_passive(clause) and clause.child("subjpass") is not None


def _left(noun: Token, slot: str, trigger: Trigger) -> bool:
    """Whether "from" only tells what others shall leave: "demanded their *withdrawal* from Chad"."""
    asked = trigger.entry.type == "REQUEST" or noun not in trigger.words
    return slot == "from" and asked and noun.lemma in _LEAVING


def _of_several(verb: Token, target: Token | None) -> bool:
    """Whether several discuss what binds one to another: "they discussed *trade* with Japan"."""
    if target is None or target.lemma not in _BONDS:
        return False
    acting = syntax.surface_subject(verb)
    return acting is not None and (acting.lower in ("they", "both") or acting.child("conj") is not None)


def _owner(noun: Token) -> Token | None:
    """Whose a noun is, by its own words or by those of the noun before: "*Chad's* raid and capture of B"."""
    own = noun.child("poss")
    shared = own is None and noun.rel == "conj" and noun.child("det", "amod", "compound") is None
    return noun.first_conjunct.child("poss") if shared else own


def maker(noun: Token) -> Token | None:
    """Who did what a noun tells, by the clause after it: "the position that *Chad* has taken"."""
    for clause in noun.kids("relcl"):
        inner = clause.child("ccomp") if clause.lemma in ("say", "claim", "announce") else None
        own = inner.child("subj") if inner is not None else None
        told = own is not None and own.pos != "PRON"  # "the test which the North said *it* had made"
        verb = inner if inner is not None else clause
        subject = own if told else clause.child("subj")
        if verb.lemma in _MAKING and subject is not None and subject.tag not in ("WDT", "WP"):
            return subject
    return None


def _aimed_at(noun: Token, carrier: Token | None, slot: str) -> list[Token]:
    """Between whom something is that an effort is to settle: "mediation to end a rift *between A and B*"."""
    aims = [*noun.kids("acl"), *(carrier.kids("advcl", "xcomp") if carrier is not None else [])]
    return [
        t for v in aims if v.tag == "VB" for o in v.kids("obj") if o.lemma in _RIFTS
        for t in syntax.prep_objects(o, slot)
    ]  # fmt: skip


def _predicated(adjective: Token) -> Token | None:
    """Of whom an adjective is said: "*Ottawa* was critical", "*Kenya*, ready to help, ..."."""
    if adjective.pos not in ("ADJ", "VERB"):
        return None
    top = adjective
    while top.rel == "conj" and top.head.pos == "ADJ":
        top = top.head
    if top.rel in ("acomp", "oprd", "attr") and top.head.pos in syntax.VERBAL:
        return syntax.surface_subject(top.head)
    if top.rel in ("advcl", "appos", "acl", "amod") and top.head.pos in syntax.VERBAL:
        return syntax.surface_subject(top.head)
    return None


def _one(token: Token | None) -> list[Token]:
    return [token] if token is not None else []


def _indirect(verb: Token) -> list[Token]:
    found = []
    for child in verb.kids("iobj"):
        found.extend(child.kids("pobj") if child.pos in ("ADP", "PART") else [child])
    return found or syntax.prep_objects(verb, "to")
