"""Support verbs: those that carry an event noun and say who acts in it."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.sufferers import died_of
from dragoman.language import Token

#: what others make of an act than who did it: inquiries, judgments
_INQUIRIES = frozenset({
    "inquiry", "enquiry", "investigation", "probe", "inquest", "trial", "report", "condemnation", "concern",
    "outrage", "dismay", "regret", "shock", "horror", "anger", "alarm", "sorrow", "sadness", "disappointment",
    "indignation", "approval", "support", "opposition", "disapproval", "denunciation", "criticism", "fear",
    "worry", "praise", "sympathy", "importance", "need", "necessity", "prospect", "value",
    "condolence", "appreciation", "gratitude", "thanks", "compensation",
})  # fmt: skip


#: verbs of who is under something
_STANDING = frozenset({"be", "come", "fall", "live", "remain", "suffer", "stay"})


_BACKING = frozenset({"backing", "support", "endorsement", "blessing", "approval", "help", "protection"})
_HAVING = frozenset({"have", "enjoy", "win", "gain", "get", "receive", "secure", "retain", "obtain"})


class SupportVerbs:
    """Verbs that carry an event noun: "*held* talks", "*paid* a visit", "*came under* fire".

    `as_subject`: the verb's subject is the noun's actor. `as_recipient`: its subject is acted on.
    """

    def __init__(self, as_subject: frozenset[str], as_recipient: frozenset[str]) -> None:
        self._subject = as_subject
        self._recipient = as_recipient

    def carrier(self, noun: Token) -> Token | None:
        """The support verb that carries this noun, if one does."""
        top = noun
        for _ in range(4):
            head = top.head
            if head is top:
                return None
            if top.rel in ("obj", "subjpass") and head.child("oprd"):  # "called the strike a mistake"
                return None
            if head.pos in syntax.VERBAL and top.rel in ("obj", "subjpass", "attr", "oprd"):
                return head if head.lemma in self._subject or head.lemma in self._recipient else None
            if head.pos in syntax.VERBAL and top.rel == "conj":
                return None
            if top.rel == "pobj" and head.head.lemma in _INQUIRIES:
                return None
            if top.rel == "conj" or (top.rel == "pobj" and head.lower in ("of", "in", "for", "into", "to")):
                top = head
                continue
            if top.rel == "prep" and head.pos in syntax.VERBAL:
                if top.lower == "for" and any(c.lemma in _INQUIRIES for c in head.kids("obj")):
                    return None
                return head if head.lemma in self._subject else None
            if top.rel == "prep" and head.pos in syntax.NOMINAL:
                top = head
                continue
            if top.rel == "subj" and head.pos in syntax.VERBAL:
                return None
            return None
        return None

    def sufferer(self, noun: Token) -> Token | None:
        """Who has the noun's event done to him: "*Georgia* got a warning", "*Iran* drew a rebuke"."""
        above = noun.head
        if noun.rel == "pobj" and above.lower == "under" and above.head.lemma in _STANDING:
            return syntax.surface_subject(above.head)  # "*Libya* was under Italian occupation"
        if (victim := died_of(noun)) is not None:
            return victim
        having = noun.rel == "obj" and noun.lemma in _BACKING and above.lemma in _HAVING
        if having and any(c.lower in ("of", "from") for c in noun.kids("prep")):
            return syntax.subject(above)  # "*the rebels* have the backing of Chad"
        carrier = self.carrier(noun)
        if carrier is None or carrier.lemma not in self._recipient or carrier.lemma in self._subject:
            return None
        return syntax.subject(carrier)

    def subject(self, noun: Token, carrier: Token | None) -> Token | None:
        """Whoever acts in the noun's event by its carrier."""
        if carrier is None:
            if noun.rel == "acl" or noun.head is noun:
                return None
            for relative in noun.kids("relcl", "acl"):  # "the talks that X held", "a visit made by X"
                if relative.lemma in self._subject:
                    return syntax.subject(relative)
            return None
        if carrier.lemma in self._recipient:
            return None
        return syntax.subject(carrier)
