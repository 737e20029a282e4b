"""What belongs to a paper, an office or a thing told of, hung there: with whom a treaty is signed."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.titles import ADVISERS, TITLES
from dragoman.language.tree import Token, move

_NAMES = frozenset({"NOUN", "PROPN"})
_SIGNING = frozenset({"sign", "conclude", "negotiate", "ratify", "make"})
_PACTS = frozenset({"treaty", "convention", "agreement", "pact", "accord", "protocol", "deal", "memorandum"})
#: verbs that tell of a thing, and nothing to whom
_TOLD_OF = frozenset({
    "discuss", "review", "welcome", "praise", "condemn", "criticise", "criticize", "applaud", "hail",
    "denounce", "debate", "support", "oppose", "endorse", "commend",
})  # fmt: skip
#: nouns of a state that its name goes on after with "of"
_STATES = frozenset({
    "republic", "kingdom", "state", "federation", "union", "commonwealth", "sultanate", "principality",
    "emirate", "dominion", "grand duchy", "duchy",
})  # fmt: skip


def with_signatory(word: Token) -> None:
    """ "signed [a convention to abolish [taxation *with* Bavaria]]": with whom a paper is, is the paper's."""
    aim, whom = word.head, word.child("pobj")
    if aim.pos in _NAMES and aim.rel == "obj" and aim.head.rel == "advcl":
        aim = aim.head
    verb, paper = aim.head, aim.head.child("obj")
    if aim.rel not in ("advcl", "acl") or aim.tag != "VB" or whom is None or whom.pos != "PROPN":
        return
    if verb.pos in _NAMES and verb.rel == "obj":
        verb, paper = verb.head, verb
    if verb.lemma in _SIGNING and paper is not None and paper.lemma in _PACTS:
        move(word, paper)


def of_what_is_told(word: Token) -> None:
    """ "discussed [its donation of masks] [*to* the army]": to whom something goes is no part of talking."""
    verb, thing = word.head, word.head.child("obj")
    if verb.lemma in _TOLD_OF and thing is not None and thing.i < word.i and thing.pos == "NOUN":
        move(word, thing)


def of_title(word: Token, tokens: Sequence[Token]) -> None:
    """ "held talks with [A B, *Minister*] [for Foreign Affairs]": what an office is for is the office's."""
    before = tokens[word.i - tokens[0].i - 1] if word.i > tokens[0].i else word
    matter = word.child("pobj")
    if before is word.head or before.lower not in TITLES or not before.text[:1].isupper() or matter is None:
        return
    if matter.tag in ("NNP", "NNPS") and before not in matter.subtree():
        move(word, before)


def of_state(word: Token, tokens: Sequence[Token]) -> None:
    """ "tests by the People's *Republic of* Korea": the "of" is the republic's, not that of the tests."""
    before = tokens[word.i - tokens[0].i - 1] if word.i > tokens[0].i else None
    whose = word.child("pobj")
    if before is None or before is word.head or before.lower not in _STATES or whose is None:
        return
    if before.text[:1].isupper() and whose.pos == "PROPN" and before not in whose.subtree():
        move(word, before)


def of_adviser(word: Token, tokens: Sequence[Token]) -> None:
    """ "met [A, Adviser] [*to* the French President]": whose adviser he is, is said of him."""
    before = tokens[word.i - tokens[0].i - 1] if word.i > tokens[0].i else word
    if before.lower in ADVISERS and before.rel in ("appos", "conj", "pobj", "obj", "subj"):
        move(word, before)
