"""What the ranker looks at: a draft of an event as a list of named features.

The features are the lexicon's proposal (type, entry), the lemmas of the trigger and of what hangs on it, the
path above it, and what kind of parties act. Names never enter, and all numbers are one word.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.language import Token
from dragoman.language.tree import told_once

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_BELOW = 40  # words under a trigger that are looked at
_AROUND = 60  # words of the sentence that are looked at


def features(draft: Draft) -> list[str]:
    """The features of a draft, without repetition, in a fixed order. The part before ":" names the group."""
    token = draft.token
    found = ["bias:", f"type:{draft.type}", f"entry:{draft.entry}"]
    found += [f"lemma:{token.lemma}", f"tag:{token.tag}", f"rel:{token.rel}"]
    if len(draft.trigger.words) > 1:
        found.append("words:" + "_".join(_word(w) for w in draft.trigger.words))
    found += _object(token)
    found += _dependants(token)
    found += _clause(token)
    found += _above(token)
    if syntax.negated(token):
        found += ["neg:", f"neg-lemma:{token.lemma}", f"neg-type:{draft.type}"]
    for role, parties in (("actor", draft.actors), ("recipient", draft.recipients)):
        found += _parties(role, parties)
    found += [f"below:{t.lemma}" for t in token.subtree()[:_BELOW] if t.pos in _CONTENT and t is not token]
    found += [feature for place, feature in _around(token.sent.tokens[0]) if place != token.i]
    return list(dict.fromkeys(found))


def _word(token: Token) -> str:
    if token.pos == "PROPN":
        return "#name"
    return "#number" if token.pos == "NUM" else token.lemma


@told_once
def _around(first: Token) -> list[tuple[int, str]]:
    """The words of the sentence that begins with a token, each with its number."""
    return [(t.i, f"around:{t.lemma}") for t in first.sent.tokens[:_AROUND] if t.pos in _CONTENT]


def _object(token: Token) -> Iterator[str]:
    target = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
    if target is None:
        return
    yield f"object:{_word(target)}"
    yield f"lemma-object:{token.lemma}+{_word(target)}"
    for child in target.children:
        if child.rel in ("amod", "compound") and child.pos != "PROPN":
            yield f"object-of:{child.lemma}"
        elif child.rel == "prep":
            for inner in child.kids("pobj"):
                yield f"object-prep:{child.lower}+{_word(inner)}"


def _dependants(token: Token) -> Iterator[str]:
    for child in token.children:
        if child.rel in ("prep", "agent", "prt"):
            yield f"prep:{child.lower}"
            yield f"lemma-prep:{token.lemma}+{child.lower}"
            for inner in child.kids("pobj", "pcomp"):
                yield f"prep-word:{child.lower}+{_word(inner)}"
        elif child.rel in ("amod", "compound") and child.pos != "PROPN":
            yield f"modifier:{child.lemma}"
        elif child.rel == "aux":
            yield f"aux:{child.lemma}"
    if token.pos in syntax.VERBAL:
        if syntax.is_passive(token):
            yield "passive:"
        acting = syntax.subject(token)
        if acting is not None:
            yield f"subject:{_word(acting)}"


def _clause(token: Token) -> Iterator[str]:
    inner = syntax.complement(token)
    if inner is None:
        return
    yield f"clause:{inner.lemma}"
    yield f"lemma-clause:{token.lemma}+{inner.lemma}"
    yield f"clause-tag:{inner.tag}"
    target = syntax.direct_object(inner)
    if target is not None:
        yield f"clause-object:{_word(target)}"


def _above(token: Token) -> Iterator[str]:
    head = token.head
    if head is token:
        return
    yield f"head:{_word(head)}"
    yield f"rel-head:{token.rel}+{_word(head)}"
    if syntax.negated(head):
        yield "neg-head:"
    if head.head is not head:
        yield f"second-head:{_word(head.head)}"


def _parties(role: str, parties: list[Party]) -> Iterator[str]:
    yield f"{role}-number:{min(len(parties), 2)}"
    for party in parties[:2]:
        yield f"{role}-sector:{party.sector}"
        yield f"{role}-kind:{party.kind}"
        if party.head is not None:
            yield f"{role}-head:{_word(party.head)}"
