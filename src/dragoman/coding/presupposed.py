"""Acts that are told by the demand to end them: "urged Chad to stop *shelling* Malian villages".

Who is asked to stop, cease or end something does it. The ranker and the rule on what is nested in a request
leave such acts out, as they leave out what is only asked for; these have happened. Both sides must be told.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.language import Token

RULE = "presupposed"
_STOPPING = frozenset({"stop", "cease", "halt", "end", "discontinue"})
_END = frozenset({"end", "halt", "cessation", "stop"})
_HOSTILE = frozenset({"ASSAULT", "COERCE"})
_ASKING = frozenset({"REQUEST", "THREATEN", "ACCUSE"})


def presupposed(proposed: Sequence[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """The hostile acts among what was proposed that a request of the sentence asks to end."""
    told = {d.token.i for d in kept}
    out = []
    for draft in proposed:
        if draft.type not in _HOSTILE or draft.token.i in told or not _between_two(draft):
            continue
        asking = [other for other in kept if _asks(other, draft)]
        if asking and _to_be_stopped(draft.token):
            draft.rule, draft.status = RULE, "occurred"
            out.append(draft)
            for request in asking:
                _ask_the_doer(request, draft)
    return out


def _ask_the_doer(request: Draft, act: Draft) -> None:
    """Whoever does it is asked to end it, not whom it hits: "demanded an end to *Chad's* siege of Abeche"."""
    hit = {p.country or p.name for p in act.recipients}
    if request.type == "REQUEST" and all((p.country or p.name) in hit for p in request.recipients):
        request.recipients = list(act.actors)


def _between_two(draft: Draft) -> bool:
    """Whether both sides are told, and are two."""
    doers = {p.country or p.name for p in draft.actors}
    hit = {p.country or p.name for p in draft.recipients}
    return bool(doers and hit) and doers.isdisjoint(hit)


def _to_be_stopped(act: Token) -> bool:
    """Whether an act is the object of stopping, or of the end that is called for."""
    if act.pos in syntax.VERBAL:
        return act.tag == "VBG" and act.rel in ("xcomp", "obj", "ccomp") and act.head.lemma in _STOPPING
    top = act.first_conjunct
    if top.rel == "obj":
        return top.head.lemma in _STOPPING
    return top.rel == "pobj" and top.head.lower in ("to", "of") and top.head.head.lemma in _END


def _asks(request: Draft, act: Draft) -> bool:
    """Whether somebody else than who does it asks that it end."""
    if request.type not in _ASKING or request.sentence is not act.sentence:
        return False
    asking = {p.country or p.name for p in request.actors}
    doing = {p.country or p.name for p in act.actors}
    return request.token in tuple(act.token.ancestors()) and asking.isdisjoint(doing)
