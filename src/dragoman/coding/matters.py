"""Acts that are but asked about, forbidden, or the matter of talks: "discussed *fighting* piracy"."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

_ASKING = frozenset(
    {"did", "does", "do", "has", "have", "had", "is", "was", "were", "are", "will", "would", "can"}
)
_COOPERATIVE = frozenset({"CONSULT", "COOPERATE", "AGREE", "RETREAT"})
_FORBIDDEN = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST"})
_TALKING = frozenset({"discuss", "debate", "consider", "review", "explore"})
#: what tells that the matter of talks has happened: "discussed the *recent* talks between A and B"
_PAST = frozenset({"recent", "latest", "previous", "last", "earlier"})
_TALKS = frozenset({
    "group", "discussion", "talk", "talks", "session", "statement", "document", "paper", "conference",
    "seminar", "panel", "meeting", "speech", "remark", "debate", "workshop", "summit", "report", "chapter",
    "focus", "guidance",
})  # fmt: skip


def only_matter(trigger: Trigger) -> bool:
    """Whether a trigger tells no act: a question, what must not be, what is talked of."""
    token, kind = trigger.token, trigger.entry.type
    if _asked(token) or (token.tag == "VBG" and _topic(token)):
        return True
    return (kind in _COOPERATIVE and _matter(token)) or (kind in _FORBIDDEN and _forbidden(token))


def _asked(token: Token) -> bool:
    """Whether an act stands in a question, asked or told: "*how* they *could act*", "*did* it *flee*?"."""
    if token.sent.tokens[-1].text == "?" and token.sent.tokens[0].lower in _ASKING:
        return True
    for verb in (token, *token.ancestors()):
        if verb.rel in ("ccomp", "pcomp") and any(
            c.lower in ("how", "whether") for c in verb.kids("advmod", "mark")
        ):
            return verb.head.lemma in _TALKING or verb.rel == "pcomp" or verb.head.lemma == "ask"
        if verb.rel in ("relcl", "advcl", "acl"):
            return False
    return False


def _matter(noun: Token) -> bool:
    """Whether a noun of an act is but the matter of talks: "discussed the *negotiations* between A and B"."""
    if noun.pos not in ("NOUN", "PROPN") or is_past(noun):
        return False
    top = noun
    while (
        top.rel in ("pobj", "conj", "prep", "compound", "amod", "nmod") and top.head.pos not in syntax.VERBAL
    ):
        top = top.head
    verb = top.head
    if verb.pos not in syntax.VERBAL or verb.lemma not in _TALKING | {"talk"}:
        return False
    return top.rel == "obj" or (top.rel == "prep" and top.lower in ("about", "on") and verb.lemma == "talk")


def is_past(noun: Token) -> bool:
    """Whether the noun of an act tells that it has happened: "the *recent* talks"."""
    return any(c.lower in _PAST for c in noun.kids("amod"))


def _forbidden(verb: Token) -> bool:
    """Whether an act is said to be forbidden, not denied: "must not attack", "cannot annex"."""
    return (
        verb.pos in syntax.VERBAL
        and syntax.negated(verb)
        and any(c.lower in ("must", "can", "ca", "should", "may") for c in verb.kids("aux"))
    )


def _topic(gerund: Token) -> bool:
    """Whether an act is but what is talked of: "discuss *fighting* piracy", "groups on *defeating* it"."""
    if gerund.rel in ("xcomp", "ccomp", "obj", "advcl") and gerund.head.lemma in _TALKING:
        return gerund.i == gerund.head.i + 1 or gerund.rel in ("xcomp", "obj")
    above = gerund.head.head
    return gerund.rel == "pcomp" and gerund.head.lower == "on" and above.lemma in _TALKS
