"""Whom a reaction answers, where its own words do not say: the side whose act was told just before.

"Troops crossed the border. Chad called *the raid* a provocation", "Kenya vowed *to respond*", "a *move*
that Mali condemned": a reaction without an other side is to whoever acted on the one that reacts, else, where
its object is but a deed, to whoever acted last. The state so found is marked as inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Token

_REACTIONS = frozenset({"ACCUSE", "REJECT", "THREATEN", "SUPPORT", "REQUEST"})
#: what somebody does to another, which the other may answer
_PROVOKING = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "REQUEST", "MOBILIZE", "PROTEST"}
)
_REACH = 2  # sentences back
_HOLDERS = frozenset({"appos", "dep", "npmod", "parataxis"})


class Answers:
    """Finds the other side of reactions from the acts told before them."""

    def __init__(self) -> None:
        words = load_words("answers")
        self._deeds = as_set(words, "deeds")
        self._answering = as_set(words, "answering")

    def settle(self, drafts: Sequence[Draft], mentions: Mentions) -> None:
        """Give reactions that have no other side the one that they answer; `drafts` in order of the text."""
        for place, draft in enumerate(drafts):
            if draft.type not in _REACTIONS or _has_other_side(draft):
                continue
            deed = self._deed(draft)
            found = self._doer(deed, draft, mentions) if deed is not None else []
            found = found or self._before(drafts[:place], draft, deed is not None)
            draft.recipients.extend(_inferred(p) for p in found)

    def _deed(self, draft: Draft) -> Token | None:
        """The deed that is the object of the reaction: "the decision", "a move"."""
        token = draft.token
        target = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
        if target is None and token.pos in syntax.VERBAL and token.rel == "relcl":
            target = token.head
        if target is None and token.pos in syntax.VERBAL:
            complement = syntax.complement(token)
            target = syntax.own_subject(complement) if complement is not None else None
        if target is None or target.lemma not in self._deeds:
            return None
        owned = target.child("poss") is not None or any(
            c.rel == "prep" and c.lower in ("by", "of", "from") for c in target.children
        )
        return None if owned else target

    def _doer(self, deed: Token, draft: Draft, mentions: Mentions) -> list[Party]:
        """Who does what a deed sums up: the subject of the clause that it stands beside."""
        if deed.rel not in _HOLDERS and not (deed.rel == "pobj" and deed.head.lower == "in"):
            return []
        verb = syntax.clause_verb(deed.head)
        subject = syntax.subject(verb) if syntax.is_verb(verb) else None
        if subject is None or verb is draft.token:
            return []
        found = [p for part in subject.conjuncts() for p in mentions.parties(part) if p.political]
        return [p for p in found if _stranger(p, draft)]

    def _before(self, earlier: Sequence[Draft], draft: Draft, deed: bool) -> list[Party]:
        """The actors of the newest act done to whoever reacts; of the newest act, if a deed is meant."""
        mine = {p.country for p in draft.actors if p.country}
        answering = deed or self._answers(draft)
        for other in reversed(earlier):
            if draft.sentence.i - other.sentence.i > _REACH:
                return []
            if other.status not in ("occurred", "planned") or not other.actors:
                continue
            strangers = [p for p in other.actors if _stranger(p, draft)]
            if len(strangers) != len(other.actors):
                continue
            done_to_me = other.type in _PROVOKING and any(p.country in mine for p in other.recipients)
            if done_to_me or (answering and (deed or other.type in _PROVOKING)):
                return strangers
        return []

    def _answers(self, draft: Draft) -> bool:
        """Whether the words say that it is an answer: "vowed to *retaliate*", "in *response*"."""
        below = draft.token.subtree()[:40]
        return any(t.lemma in self._answering for t in below)


def _has_other_side(draft: Draft) -> bool:
    if draft.type == "SUPPORT":
        return len({p.country or p.name for p in (*draft.actors, *draft.recipients)}) > 1
    return bool(draft.recipients) or not draft.actors


def _stranger(party: Party, draft: Draft) -> bool:
    if not (party.country or party.sector in ("IGO", "REB")):
        return False
    return not any(
        p.same_as(party) or (p.country is not None and p.country == party.country) for p in draft.actors
    )


def _inferred(party: Party) -> Party:
    return replace(party, inferred=party.inferred | {"reference"})
