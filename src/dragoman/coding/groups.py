"""Who did something together: the parties that a clause joins, for "they", "the leaders", "both sides"
after it.

A clause joins its coordinated subjects, its subject with the object of "with", and the two sides of a
meeting,
a call or a visit; "talks between A and B" join A and B.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.coding import syntax
from dragoman.coding.party import Party
from dragoman.language import Sentence, Token

#: verbs that join their subject and their object
_JOINING = frozenset({
    "meet", "receive", "host", "welcome", "visit", "greet", "call", "phone", "telephone", "join", "consult",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Together:
    """Parties of different sides that a clause told together; `place` is the number of its head token."""

    parties: tuple[Party, ...]
    sentence: int
    place: int


def together(sentence: Sentence, before: int, parties: Callable[[Token], Sequence[Party]]) -> list[Together]:
    """The groups that the words of a sentence before token number `before` join, in order."""
    out: list[Together] = []
    for token in sentence.tokens:
        if token.i >= before:
            break
        found = _of(token, before, parties)
        if len(found) > 1:
            out.append(Together(tuple(found), sentence.i, token.i))
    return out


def _of(token: Token, before: int, parties: Callable[[Token], Sequence[Party]]) -> list[Party]:
    heads: list[Token] = []
    if syntax.is_verb(token):
        subject = token.child("subj", "subjpass")
        if subject is None:
            return []
        heads = [*subject.conjuncts(), *_expanded(syntax.prep_objects(token, "with"))]
        target = token.child("obj")
        if token.lemma in _JOINING and target is not None:
            heads.extend(target.conjuncts())
        elif target is not None:
            heads.extend(_expanded(syntax.prep_objects(target, "with")))
    elif token.pos == "NOUN":
        heads = _expanded(syntax.prep_objects(token, "between"))
        owner = token.child("poss")
        with_whom = _expanded(syntax.reached(token, "with"))
        if owner is not None and with_whom:
            heads += [owner, *with_whom]
    out: list[Party] = []
    for head in heads:
        if head.i >= before:
            continue
        for party in parties(head):
            if party.political and not any(same_side(party, p) for p in out):
                out.append(party)
    return out


def _expanded(tokens: Sequence[Token]) -> list[Token]:
    return [part for token in tokens for part in token.conjuncts()]


def same_side(a: Party, b: Party) -> bool:
    """Whether two parties are of one state, or the same body."""
    if a.country and b.country:
        return a.country == b.country
    return (a.name or "").casefold() == (b.name or "").casefold()
