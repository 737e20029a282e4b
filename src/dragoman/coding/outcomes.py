"""Acts that another event brought about, told without parties of their own: they take those of that event.

"meetings between the two presidents, culminating in the *signing* of a treaty"; "the talks ended with an
*agreement*".
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import syntax
from dragoman.coding.candidates import choose
from dragoman.coding.draft import Draft
from dragoman.coding.otherside import distinct
from dragoman.coding.roles import RoleFinder
from dragoman.coding.triggers import Trigger
from dragoman.language import Token


def outcomes(
    groups: Sequence[list[Trigger]], drafts: Sequence[Draft], roles: RoleFinder, verbs: frozenset[str]
) -> list[Draft]:
    """Drafts for the act nouns without an actor that one of `verbs` ties to an event of the same sentence."""
    taken = {d.token.i for d in drafts} | {w.i for d in drafts for w in d.trigger.words}
    out: list[Draft] = []
    for group in groups:
        token = group[0].token
        if token.i in taken or token.pos != "NOUN" or any(d.token in token.ancestors() for d in out):
            continue
        cause = _cause(token, drafts, verbs)
        if cause is None or choose(group, roles) is not None:
            continue
        entry = group[0].entry
        parties = distinct([*cause.actors, *cause.recipients])
        out.append(
            Draft(group[0], entry.type or "", entry.mode, parties, [], entry.id, round(entry.weight * 0.8, 3))
        )
    return out


def _cause(token: Token, drafts: Sequence[Draft], verbs: frozenset[str]) -> Draft | None:
    """The event that brought an act about: subject, or noun, of the verb that ties them."""
    for above in token.ancestors():
        if not syntax.is_verb(above):
            continue
        if above.lemma not in verbs:
            return None
        noun = above.head if above.rel == "acl" else None
        heads = [syntax.surface_subject(above), noun, above.head.child("obj")]
        for head in heads:
            for draft in drafts:
                if head is not None and head in draft.trigger.words:
                    return draft
        return None
    return None
