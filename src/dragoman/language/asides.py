"""Main verbs that a phrase between commas, or a clause before them, parts from their subject.

"The premier and two envoys, *meeting in Lima*, asked": a small parser gives the subject to the aside. "The
council had, *at dawn*, called for it": it makes the auxiliary the verb. "noted all have a part, and
underscored": it makes the last of three things said what others do.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.tree import Token, attach, move

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: what is told of what somebody says, and what nobody does beside having or being
_SAYING = frozenset({
    "underscore", "reiterate", "emphasize", "emphasise", "stress", "reaffirm", "welcome", "condemn", "urge",
    "commend", "affirm", "express", "highlight", "thank", "praise", "raise", "announce", "call", "note",
})  # fmt: skip
_PARTS = frozenset({"much", "most", "some", "all", "many", "half", "several", "none", "part"})
_MINDED = frozenset({"committed", "determined", "ready", "prepared", "willing", "resolved"})
_QUOTING = frozenset({"quote", "cite"})
_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute", "fortnight"})
_BEING = frozenset({"be", "have", "need", "remain"})


def mend_asides(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for token in tokens:
        if token.rel == "advcl" and token.tag == "VBG" and token.i < token.head.i:
            _subject_before(token, tokens)
        if token.rel in ("nmod", "compound") and token.head.rel == "pobj":
            _place_before(token, tokens)
        if token.rel == "advcl" and token.tag == "VBN" and token.head.lemma == "have":
            _perfect_apart(token, tokens)
        if token.rel == "ccomp" and token.tag == "VBD" and token.head.tag == "VBD" and token.i < token.head.i:
            _first_said(token, tokens)
        if token.lower in ("after", "before") and token.rel == "prep" and token.head.lemma in _UNITS:
            _clause_of_day(token)
        if token.rel == "ccomp" and token.head.tag in ("VBN", "VBD") and token.i < token.head.i:
            _part_of_it(token)
        if token.rel == "advcl" and token.tag == "VB" and token.head.lemma in ("remain", "stay"):
            _what_committed_to(token)
        if token.rel == "ccomp" and token.lemma in _QUOTING and token.i > token.head.i:
            _who_is_quoted(token, tokens)
        if token.rel == "conj" and token.tag == "VBD" and token.lemma in _SAYING:
            _third_said(token)


def _subject_before(participle: Token, tokens: Sequence[Token]) -> None:
    """ "[*Chad and Mali*, meeting in Rome, asked]": before the comma stands who does what is told after."""
    verb, subject = participle.head, participle.child("subj")
    if subject is None or verb.tag not in _FINITE or verb.child("subj", "subjpass", "expl") is not None:
        return
    if tokens[participle.i - tokens[0].i - 1].text != "," or subject.i > participle.i:
        return
    for child in [c for c in participle.children if c.i < subject.i and c.rel != "mark"]:
        move(child, verb)
    move(subject, verb, "subjpass" if verb.child("auxpass") is not None else "subj")


def _place_before(place: Token, tokens: Sequence[Token]) -> None:
    """ "In [*New York* the Council] demanded": a name before "the" is where, what follows is who."""
    body = place.head
    word = body.head
    after = tokens[place.i - tokens[0].i + 1]
    verb = word.head
    if word.lower not in ("in", "at") or after.lower != "the" or after.head is not body or verb is word:
        return
    if verb.tag not in _FINITE or verb.child("subj", "subjpass", "expl") is not None:
        return
    move(body, verb, "subjpass" if verb.child("auxpass") is not None else "subj")
    move(place, word, "pobj")


def _perfect_apart(verb: Token, tokens: Sequence[Token]) -> None:
    """ "The council [had, at night, *called*] for it": the participle is the verb, "had" its auxiliary."""
    have = verb.head
    subject = have.child("subj")
    fence = tokens[verb.i - tokens[0].i - 1]
    if have.rel != "root" or subject is None or have.child("obj", "xcomp", "aux") is not None:
        return
    apart = fence.text == tokens[have.i - tokens[0].i + 1].text == ","
    if not apart or verb.kids("subj", "aux", "auxpass"):
        return
    have.children.remove(verb)
    verb.head, verb.rel = verb, "root"
    for child in list(have.children):
        move(child, verb)
    have.rel = "aux"
    attach(have, verb)
    for by in [c for c in verb.children if c.rel == "agent"]:
        by.rel = "prep"


def _first_said(verb: Token, tokens: Sequence[Token]) -> None:
    """ "[Biden raised A], *noted* that B": the second verb has no subject but that of the first."""
    saying = verb.head
    own = saying.child("subj", "subjpass", "expl")
    fence = tokens[saying.i - tokens[0].i - 1]
    if saying.rel != "root" or own is not None or fence.text != "," or verb.child("subj") is None:
        return
    if all(c.i < saying.i for c in saying.kids("ccomp", "obj")):
        return  # "[Chad agreed], said the minister"
    saying.children.remove(verb)
    verb.head, verb.rel = verb, "root"
    saying.rel = "conj"
    attach(saying, verb)


def _part_of_it(verb: Token) -> None:
    """ "[was accused of theft], *much of it proven*, [by X]": what is told of a part is no main clause."""
    told = verb.head
    part = told.child("subj", "subjpass")
    counted = part is not None and part.lower in _PARTS and any(c.lower == "of" for c in part.kids("prep"))
    if told.rel != "root" or not counted or told.child("aux", "auxpass") is not None:
        return
    told.children.remove(verb)
    verb.head, verb.rel = verb, "root"
    told.rel = "advcl"
    attach(told, verb)
    passive = verb.child("auxpass") is not None and verb.child("agent") is None
    for by in [c for c in told.children if c.lower == "by" and c.i > told.i]:
        move(by, verb, "agent" if passive else by.rel)


def _what_committed_to(act: Token) -> None:
    """ "remain [committed *to keep* it]": what one is committed to is no purpose of remaining so."""
    minded = act.head.child("acomp")
    if minded is not None and minded.lower in _MINDED and minded.i < act.i:
        move(act, minded, "xcomp")


def _who_is_quoted(quoting: Token, tokens: Sequence[Token]) -> None:
    """ "[demanded the withdrawal], *diplomats quoted* a paper as saying": whence it is known comes last."""
    subject, asking = quoting.child("subj"), quoting.head
    first = min((t.i for t in (subject, *subject.children)), default=0) if subject is not None else 0
    fence = tokens[first - tokens[0].i - 1] if first > tokens[0].i else None
    if fence is None or fence.text != "," or quoting.child("mark") is not None or asking.child("obj") is None:
        return
    if first > asking.i and quoting.tag == "VBD":
        quoting.rel = "parataxis"


def _third_said(verb: Token) -> None:
    """ "raised A, noted [all have a part], and *underscored* B": who says the first says the last of them."""
    being = verb.head
    saying = being.head
    bare = being.rel == "ccomp" and being.lemma in _BEING and not being.kids("mark")
    if bare and being.i > saying.i and saying.tag == "VBD" and being.tag in ("VBP", "VBZ"):
        joint = [c for c in being.children if c.rel in ("cc", "punct") and being.i < c.i < verb.i]
        move(verb, saying)
        for word in joint:
            move(word, saying)


def _clause_of_day(word: Token) -> None:
    """ "resigned [a day *after* [the party of A, B, had left]]": what has a verb of its own is a clause."""
    who, main = word.child("pobj"), word.head
    while main.head is not main and main.pos not in ("VERB", "AUX"):
        main = main.head
    verb = next(
        (c for c in main.children if c.rel in ("conj", "advcl") and c.tag == "VBN" and c.i > word.i), None
    )
    if who is None or verb is None or verb.child("subj", "subjpass", "cc") is not None:
        return
    had = verb.child("aux")
    joined = any(c.rel == "cc" and who.i < c.i < verb.i for c in main.children)
    if had is None or had.lower != "had" or joined:
        return
    unit = word.head
    move(who, verb, "subjpass" if verb.child("auxpass") is not None else "subj")
    verb.rel = "advcl"
    move(unit, verb, "npmod")
    move(word, verb, "mark")
