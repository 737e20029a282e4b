"""What is said of an object: "found the general *guilty*", "set the hut *alight*", "let the hostages *go*".

Whom or what it is said of is the object of the verb, whatever else a parser makes of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.tree import Token, move

_NAMES = frozenset({"NOUN", "PROPN", "PRON"})
_JUDGING = frozenset({"find", "declare", "pronounce", "hold", "deem", "adjudge", "consider", "judge"})
_IN_FLAMES = frozenset({"alight", "ablaze", "aflame", "afire"})
_LETTING = frozenset({"go", "out", "leave", "free", "loose"})

#: what is taken to do something
_STEPS = frozenset({"step", "measure", "action"})


def mend_small_clauses(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for token in tokens:
        if token.rel == "relcl" and token.tag == "VB" and token.head.lemma in _STEPS:
            _what_for(token)
        if token.rel == "appos" and token.head.rel == "oprd" and token.head.head.lemma == "call":
            _called(token)
        if token.lower in _IN_FLAMES and token.head.lemma == "set":
            _in_flames(token)
        elif token.rel == "amod" and token.i > token.head.i and token.head.rel == "obj":
            if token.head.head.lemma in _JUDGING:
                move(token, token.head.head, "oprd")
        elif token.rel == "ccomp" and token.i > token.head.i:
            if token.pos == "ADJ" and token.head.lemma in _JUDGING:
                _said_of(token, "oprd")
            elif token.head.lemma == "let" and token.lower in _LETTING:
                _said_of(token, "prt" if token.lower == "out" else "xcomp")


def _what_for(verb: Token) -> None:
    """ "took [steps *to ban* imports]": an infinitive with its own object is what the steps are for."""
    to = verb.child("obj") is not None and any(c.lower == "to" for c in verb.kids("aux"))
    taken = verb.head.rel == "obj" and verb.head.head.lemma == "take"
    if (
        to
        and taken
        and not verb.kids("subj", "subjpass")
        and not any(c.tag.startswith("W") for c in verb.children)
    ):
        verb.rel = "acl"


def _called(name: Token) -> None:
    """ "called [the envoy of Peru] *a liar*": who is called so is the object, without a comma between."""
    whom, verb = name.head, name.head.head
    article = any(c.lower in ("a", "an") for c in name.kids("det"))
    comma = any(t.text == "," for t in whom.children if whom.i < t.i < name.i)
    if article and not comma and verb.child("obj") is None:
        whom.rel = "obj"
        move(name, verb, "oprd")


def _said_of(word: Token, rel: str) -> None:
    """The subject of what is said becomes the verb's object; a clause of its own ("found that") stays."""
    whom, verb = word.child("subj"), word.head
    alone = word.child("mark", "cop") is None and verb.child("obj") is None
    if (
        whom is None
        or whom.pos not in _NAMES
        or whom.lower == "it"
        or not verb.i < whom.i < word.i
        or not alone
    ):
        return
    move(whom, verb, "obj")
    if word.child("aux") is None:
        word.rel = rel


def _in_flames(word: Token) -> None:
    """ "set [the police station alight]": the noun before is what burns."""
    thing = word.child("compound", "nmod", "subj")
    if word.rel not in ("obj", "ccomp") or thing is None or thing.i > word.i:
        return
    verb, rest = word.head, [c for c in word.children if c.i < thing.i and c is not thing]
    word.rel = "oprd"
    move(thing, verb, "obj")
    for part in rest:
        move(part, thing)
    for part in word.kids("prep"):
        move(part, verb)
