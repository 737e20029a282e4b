"""Clauses and nouns that tell why somebody was acted on, in which "it" and "its" mean that one.

"cut ties with Iraq after *its* invasion of Kuwait", "condemned Rwanda after *its* soldiers shot a priest",
"shot down the plane, saying *it* had crossed the border". Pure syntax over the word lists of
`words/reasons.yaml`.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.coding import syntax
from dragoman.coding.sufferers import deeds
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Token

_WHY = frozenset({"after", "because", "following", "since", "over", "for"})
_PUTTING_OUT = frozenset({"expel", "oust", "eject", "deport"})
_SUBJECTS = frozenset({"subj", "subjpass"})
#: what others recognise, back or bring down
_RULED = frozenset({"government", "regime", "independence", "sovereignty"})
_HELPING = frozenset({"support", "back", "help", "assist", "aid", "join", "stand"})
_JUDGING = frozenset({
    "condemn", "criticise", "criticize", "denounce", "deplore", "blast", "slam", "decry", "protest", "assail",
})  # fmt: skip
_PUNISHING = _JUDGING | frozenset({
    "designate", "sanction", "punish", "accuse", "blame", "penalize", "penalise", "charge",
})  # fmt: skip
_BACKING = frozenset({
    "recognize", "recognise", "recognition", "support", "back", "overthrow", "topple", "oust", "condemn",
    "criticize", "criticise", "undermine",
})  # fmt: skip


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    words = load_words("reasons")
    return as_set(words, "reacting"), as_set(words, "harming")


def about(token: Token) -> bool:
    """Whether a possessive stands in what an act is done for: "for *its* raid", "over *their* remarks"."""
    noun = token.head
    if noun.rel == "obj" and noun.head.lemma in _PUTTING_OUT:
        return True  # "cut ties with Chad and expelled *its* envoy"
    if noun.rel == "pobj" and noun.head.lower == "in" and noun.head.head.lemma in _HELPING:
        return noun.head.head.child("obj") is not None  # "supports Niger *in its fight*"
    governor = noun.head.head if noun.rel == "pobj" and noun.head.lower in ("for", "over") else None
    return governor is not None and governor.pos in ("VERB", "NOUN")


def reason(noun: Token) -> bool:
    """Whether a noun tells why somebody was acted on: "condemned Chad after its *raid*", "its *men* shot"."""
    if noun.rel == "pobj" and noun.head.lower in _WHY:
        return _reacts(noun.head.head)
    return noun.rel in _SUBJECTS and is_reason(noun.head)


def is_reason(verb: Token) -> bool:
    """Whether a clause tells why: "cut ties with Iraq *after* it *invaded* Kuwait"."""
    marked = any(c.lower in _WHY for c in verb.kids("mark", "advmod", "prep"))
    if verb.rel == "pcomp" and verb.head.lower in _WHY:
        return _reacts(verb.head.head)
    return verb.rel == "advcl" and marked and _reacts(verb.head)


def said_of(verb: Token) -> bool:
    """Whether a clause says why somebody was struck: "shot down the plane, *saying it had attacked*"."""
    saying = verb.head
    return verb.rel == "ccomp" and saying.tag == "VBG" and saying.rel == "advcl" and _reacts(saying.head)


def doer(token: Token) -> int:
    """The place of the subject of the clause whose object a word is, -1 where it is none.

    Nobody is his own object but by a reflexive: "A phoned B to thank *him*"; nobody kills his own soldiers.
    """
    if token.rel == "poss":
        if token.head.lemma in _RULED:
            return _recogniser(token.head)
        return max(_harmer(token.head), _judge(token.head))
    if token.rel not in ("obj", "iobj") or token.lower not in ("him", "her", "them"):
        return -1
    verb = token.head
    found = syntax.surface_subject(verb) if syntax.is_verb(verb) else None
    return found.i if found is not None else -1


def _reacts(verb: Token) -> bool:
    reacting, _ = _lists()
    return verb.lemma in reacting or any(c.lemma in reacting for c in verb.kids("obj"))


def _recogniser(rule: Token) -> int:
    """The place of who recognises or backs a government, which is no rule of his own, else -1."""
    top = rule
    while top.rel == "pobj" and top.head.lower in ("of", "to", "for"):
        top = top.head.head
    verb = top if syntax.is_verb(top) else top.head
    if not syntax.is_verb(verb) or not (_BACKING & {verb.lemma, top.lemma}):
        return -1
    found = syntax.surface_subject(verb)
    return found.i if found is not None else -1


def _judge(noun: Token) -> int:
    """The place of who condemns a deed, which is none of his own: "*Chad* condemned its test", else -1."""
    verb = noun.head if noun.rel == "obj" else None
    if verb is None or verb.lemma not in _JUDGING:
        hostile = noun.lemma in deeds()  # "will designate those who enable *its* war"
        verb = next((t for t in noun.ancestors() if t.lemma in _PUNISHING), None) if hostile else None
    found = syntax.surface_subject(verb) if verb is not None and syntax.is_verb(verb) else None
    return found.i if found is not None else -1


def _harmer(noun: Token) -> int:
    """The place of who kills or seizes somebody's own: "*Hamas* killed two of its soldiers", else -1."""
    top = noun
    while top.rel == "pobj" and top.head.lower == "of":
        top = top.head.head
    if top.rel != "obj" or top.head.lemma not in _lists()[1]:
        return -1
    found = syntax.surface_subject(top.head)
    return found.i if found is not None else -1
