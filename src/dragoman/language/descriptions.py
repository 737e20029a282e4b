"""Clauses that describe, hung on what they tell of: deeds, people, those held.

"the attack in Kabul, *which killed ten*": what happens in a place kills, not the place; "the release of
reporters *jailed in Chad*": the reporters are jailed.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.tree import HAPPENING, Token, move

_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
_DEEP = 6  # steps from a clause up to the verb that it belongs to
#: what people do of whom a text tells
_OF_PEOPLE = frozenset({
    "protest", "demonstrate", "march", "rally", "flee", "fight", "suffer", "struggle", "live", "face", "risk",
    "speak", "demand", "hide", "work", "serve", "stand", "wait",
})  # fmt: skip
_HELD = frozenset({"imprison", "jail", "detain", "hold", "capture", "arrest", "kidnap", "abduct", "seize"})
#: what an attack does or undergoes, and where it is
_OF_DEEDS = frozenset({
    "kill", "wound", "injure", "claim", "destroy", "damage", "carry", "perpetrate", "blame", "conduct",
    "stage", "commit", "take", "admit", "target", "hit", "leave", "cause", "strike",
})  # fmt: skip
_CLAIMED = frozenset({"claim", "carry", "perpetrate", "commit", "stage", "conduct", "take", "admit"})
_THERE = frozenset({"in", "of", "at", "on", "near", "outside", "against"})
_SITES = frozenset({
    "city", "town", "village", "province", "district", "region", "area", "capital", "hotel", "market",
    "base", "camp", "mosque", "church", "restaurant", "school", "airport", "checkpoint", "hospital",
    "station",
    "outskirts", "neighborhood", "neighbourhood", "suburb", "county", "governorate", "state",
})  # fmt: skip


def mend_descriptions(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for token in tokens:
        if token.tag == "VBG" and token.rel == "advcl" and token.lemma in _OF_PEOPLE:
            _people_doing(token, tokens)
        if token.tag == "VBG" and token.rel == "amod":
            _going_to(token, tokens)
        if token.rel == "acl" and token.tag == "VBN" and token.lemma in _HELD:
            _of_the_held(token)
        if token.lower in ("after", "before") and token.rel == "prep" and token.head.rel == "relcl":
            _of_main_clause(token)
        if token.lemma in _OF_DEEDS:
            if token.rel == "advcl":
                _of_object(token)
            if token.rel in ("relcl", "acl"):
                _of_deed(token)


def _people_doing(gerund: Token, tokens: Sequence[Token]) -> None:
    """ "backed [the citizens of Iran] *protesting*": without a comma, what those just named do."""
    place = gerund.i - tokens[0].i
    top = tokens[place - 1] if place else gerund
    while top.rel == "pobj" and top.head.lower in ("of", "in", "from") and top.head.head.pos in _NAMES:
        top = top.head.head
    if top.rel in ("obj", "pobj") and top.tag in ("NNS", "NNPS") and gerund not in top.ancestors():
        move(gerund, top, "acl")


def _going_to(gerund: Token, tokens: Sequence[Token]) -> None:
    """ "will travel to the East, [*visiting* Israel]": after a comma, a gerund before a name is a verb."""
    name, place = gerund.head, gerund.i - tokens[0].i
    verb = name.head
    if name.pos != "PROPN" or gerund.i > name.i or not place or tokens[place - 1].text != ",":
        return
    if name.rel != "obj" or verb.pos not in _VERBS or any(t.i < gerund.i for t in name.kids("compound")):
        return
    if any(p.rel == "prep" and p.i < gerund.i for p in verb.children):
        move(gerund, verb, "advcl")
        gerund.pos = "VERB"
        move(name, gerund, "obj")


def _of_deed(verb: Token) -> None:
    """ "the attack in [Kabul, *which killed* ten]": what happens in a place kills, not the place."""
    place = verb.head
    if place.rel != "pobj" or place.i > verb.i or not _tells_of_thing(verb):
        return
    top = place
    while top.rel == "pobj" and top.head.lower in _THERE and top.head.head.pos in _NAMES:
        top = top.head.head
        if top.pos == "NOUN" and top.lemma not in _SITES:
            break
    if top is not place and (place.pos == "PROPN" or place.lemma in _SITES):
        move(verb, top)


def _of_object(clause: Token) -> None:
    """ "condemn the attack, *claimed by* X", "the raid, *for which* X took credit": told of the object."""
    deed = clause.head.child("obj")
    done = clause.tag == "VBN" and clause.child("agent") is not None and clause.child("subj") is None
    which = any(t.lower == "which" for p in clause.kids("prep") for t in p.kids("pobj"))
    if deed is None or not deed.i < clause.i or not (done or which):
        return
    if clause.child("mark") is None and clause.lemma in _CLAIMED:
        move(clause, deed, "relcl" if which else "acl")


def _tells_of_thing(clause: Token) -> bool:
    """Whether a clause after a noun tells of a thing: by "which", "for which", or as a participle."""
    if clause.rel == "acl":
        return clause.tag == "VBN"
    who = clause.child("subj", "subjpass")
    if who is not None and who.lower in ("which", "that"):
        return True
    return any(t.lower == "which" for p in clause.kids("prep") for t in p.kids("pobj"))


def _of_the_held(clause: Token) -> None:
    """ "the release [of journalists] [*imprisoned* in Chad]": who is held is said of them."""
    for word in clause.head.kids("prep"):
        held = word.child("pobj") if word.lower == "of" and word.i < clause.i else None
        if held is not None and clause.head.pos == "NOUN" and held.i > clause.head.i:
            move(clause, held)
            return


def _of_main_clause(word: Token) -> None:
    """ "will boycott a summit [that opened in Lima] [*after accusing* Chad]": no summit accuses."""
    gerund, clause = word.child("pcomp"), word.head
    if gerund is None or gerund.tag != "VBG" or clause.lemma not in HAPPENING | {"take"}:
        return
    verb = clause.head
    for _ in range(_DEEP):
        if verb.pos in _VERBS or verb.head is verb:
            break
        verb = verb.head
    while verb.rel in ("xcomp", "ccomp") and verb.head.pos in _VERBS:
        verb = verb.head
    if verb.pos in _VERBS:
        move(word, verb)
