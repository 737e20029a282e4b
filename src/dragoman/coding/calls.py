"""The word "call": whom one calls on is asked something, or paid a call, or rung up to be told something."""

from __future__ import annotations

from dragoman.coding.no_conflict import PEOPLE
from dragoman.coding.roles import Roles
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

#: what a caller does himself: "called on the minister *to convey* greetings"
_TO_CONVEY = frozenset({"express", "convey", "deliver", "present", "hand", "congratulate", "thank", "inform"})


def to_call_with(call: Token) -> bool:
    """Whether what a call is for is the caller's to do, not his who is called on."""
    said = call.child("xcomp", "advcl", "ccomp")
    return said is not None and said.lemma in _TO_CONVEY and said.child("aux") is not None


def to_say(call: Token) -> bool:
    """Whether a call is made to somebody, to say something to him, and names nobody."""
    said = call.child("advcl", "xcomp")
    return said is not None and said.tag == "VB" and said.child("aux") is not None and not call.kids("oprd")


def calls_thing(trigger: Trigger) -> bool:
    """Whether something is called, and the preposition is its own: "called *the attack on* it cowardly"."""
    thing, last = trigger.token.child("obj"), trigger.words[-1]
    return thing is not None and last.rel == "prep" and thing.i < last.i and trigger.entry.verb != ()


def other_call(trigger: Trigger, roles: Roles) -> bool:
    """Whether a call on somebody is paid where a request is taken from it, or the other way round."""
    if not trigger.entry.verb:
        return False
    return _paid_call(trigger, roles) != (trigger.entry.type == "CONSULT")


def _lasting(word: Token) -> bool:
    """Whether "for" tells how long: "stayed *for* 40 minutes"."""
    return any(t.lemma in ("minute", "hour", "day", "while", "moment") for t in word.kids("pobj"))


def _paid_call(trigger: Trigger, roles: Roles) -> bool:
    """Whether "called on" tells of a call paid: on an office-holder, with nothing that he is asked to do."""
    word = trigger.words[-1].lower
    if word not in ("on", "upon"):
        return trigger.entry.type == "CONSULT"
    told = [t for t in trigger.token.subtree() if t.i > trigger.words[-1].i]
    wanted = [t for t in told if t.rel == "prep" and t.lower == "for" and not _lasting(t)]
    asked = bool(wanted) or any(t.tag == "VB" for t in told)
    people = all(p.person or p.kind in PEOPLE for p in (*roles.actors, *roles.recipients))
    return people and bool(roles.recipients) and not asked and not any(p.plural for p in roles.recipients)
