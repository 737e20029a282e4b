"""Who did something together: the parties that a clause joins, for a later "they" or "the two leaders".

A clause joins its coordinated subjects, its subject with the object of "with", and the two sides of a
meeting, a call or a visit; "talks between A and B" join A and B.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.coding import syntax
from dragoman.coding.party import Party
from dragoman.language import Sentence, Token
from dragoman.language.tree import told_once

#: verbs that join their subject and their object
_JOINING = frozenset({
    "meet", "receive", "host", "welcome", "visit", "greet", "call", "phone", "telephone", "join", "consult",
})  # fmt: skip
#: verbs and nouns whose "with" joins the other side
_WITH = frozenset({
    "meet", "speak", "talk", "hold", "sign", "agree", "discuss", "confer", "consult", "negotiate", "work",
    "join", "chat", "have", "conduct", "exchange", "talks", "meeting", "conversation", "call", "discussion",
    "treaty", "agreement", "session", "summit", "dialogue", "consultation", "negotiation", "accord",
    "pact", "phone", "memorandum", "exercise", "drill", "conference",
})  # fmt: skip
_RULING = frozenset({"GOV", "MIL", "COP"})
_REBELS = frozenset({"REB", "OPP", "UAF", "PRM"})


@dataclass(frozen=True, slots=True)
class Together:
    """Parties of different sides that a clause told together; `place` is the number of its head token."""

    parties: tuple[Party, ...]
    sentence: int
    place: int


def together(sentence: Sentence, before: int, parties: Callable[[Token], Sequence[Party]]) -> list[Together]:
    """The groups that the words of a sentence before token number `before` join, in order."""
    out: list[Together] = []
    for token, heads in _joining(sentence.tokens[0]):
        if token.i >= before:
            break
        found: list[Party] = []
        for head in heads:
            for party in parties(head) if head.i < before else ():
                if party.political and not any(same_side(party, p) for p in found):
                    found.append(party)
        if len(found) > 1:
            out.append(Together(tuple(found), sentence.i, token.i))
    return out


@told_once
def _joining(first: Token) -> list[tuple[Token, list[Token]]]:
    """The verbs and nouns that join heads in the sentence that begins with a token, each with these heads."""
    found = ((token, _joined(token)) for token in first.sent.tokens)
    return [(token, heads) for token, heads in found if heads]


def _joined(token: Token) -> list[Token]:
    heads: list[Token] = []
    if syntax.is_verb(token):
        subject = token.child("subj", "subjpass")
        if subject is None and token.rel == "conj":
            subject = syntax.surface_subject(token)
        if subject is None:
            return []
        heads = list(subject.conjuncts())
        target = token.child("obj")
        for at in token.kids("prep"):  # "at the invitation of X"
            for invitation in at.kids("pobj"):
                if invitation.lemma == "invitation":
                    heads = [*_expanded(syntax.prep_objects(invitation, "of")), *heads]
        if token.lemma in _WITH or (target is not None and target.lemma in _WITH):
            heads += _expanded(syntax.prep_objects(token, "with"))
        if token.lemma in _JOINING and target is not None:
            heads.extend(target.conjuncts())
        elif target is not None and target.lemma in _WITH:
            heads.extend(_expanded(syntax.prep_objects(target, "with")))
    elif token.pos == "NOUN":
        heads = _expanded(syntax.prep_objects(token, "between"))
        owner = token.child("poss")
        with_whom = _expanded(syntax.reached(token, "with")) if owner is not None else []
        if owner is not None and with_whom:
            heads += [owner, *with_whom]
    return heads


def _expanded(tokens: Sequence[Token]) -> list[Token]:
    return [part for token in tokens for part in token.conjuncts()]


def same_side(a: Party, b: Party) -> bool:
    """Whether two parties are of one state, or the same body; a state's rulers and its rebels are two."""
    if a.country and b.country:
        at_odds = {a.sector, b.sector}
        return a.country == b.country and not (at_odds & _RULING and at_odds & _REBELS)
    return (a.name or "").casefold() == (b.name or "").casefold()
