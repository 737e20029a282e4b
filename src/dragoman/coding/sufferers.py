"""Who suffers an attack told by a noun under a verb of harm, and who acts with a weapon.

"Twelve troops *were killed in a raid* by rebels", "*died in* the bombing", "*drones launched by* the group".
Pure syntax over the word lists of `words/triggers.yaml`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from dragoman.coding import syntax
from dragoman.coding.wordlists import as_set, load_words, word_set
from dragoman.language import Token

_IN = frozenset({"in", "by", "during", "from"})
_WHEN = frozenset({"when", "as", "after"})
#: the entry of the lexicon by which somebody says that a deed was his
CLAIMED = "assault.claimed"
_CLAIMING = frozenset({"claim", "take", "accept", "admit"})
_CLAIMED = frozenset({"responsibility", "credit"})
#: what is done to people who are held, of which they may die
_ILL_TREATMENT = frozenset({"torture", "beating", "mistreatment", "ill-treatment", "maltreatment"})
_CUSTODY = frozenset({"custody", "detention", "jail", "prison", "captivity", "cell", "camp", "hand"})
_ONE_ANOTHER = frozenset({("each", "other"), ("one", "another")})


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], ...]:
    words = load_words("triggers")
    return tuple(as_set(words, name) for name in ("launched", "harmed", "dying", "used"))


def deeds() -> frozenset[str]:
    """Nouns of hostile acts, which others judge by who did them."""
    return word_set("triggers", "deeds")


def sufferer(noun: Token) -> Token | None:
    """Who the verb above an attack's noun says was killed or hurt in it; None where it says nothing."""
    _, harmed, dying, _ = _lists()
    told = _killed(noun, harmed)
    if told is not None:
        return told
    top = noun.first_conjunct
    if top.rel != "pobj" or top.head.lower not in _IN:
        return None
    verb = top.head.head
    if not syntax.is_verb(verb):
        return None
    if verb.lemma in dying:
        return syntax.surface_subject(verb)
    return syntax.direct_object(verb) if verb.lemma in harmed and syntax.is_passive(verb) else None


def died_of(noun: Token) -> Token | None:
    """Who died of what was done to him: "*a prisoner* died under torture", "as a result of a beating"."""
    top = noun if noun.lemma in _ILL_TREATMENT and noun.rel == "pobj" else None
    if top is not None and top.head.lower == "of" and top.head.head.lemma in ("result", "consequence"):
        top = top.head.head
    verb = top.head.head if top is not None and top.rel == "pobj" else None
    return syntax.surface_subject(verb) if verb is not None and verb.lemma in _lists()[2] else None


def custody(noun: Token) -> Token | None:
    """Where somebody was held who died of what was done to him: "died of torture in Iraqi *custody*"."""
    if died_of(noun) is None:
        return None
    told = syntax.clause_verb(noun).subtree()
    return next((t for t in told if t.lemma in _CUSTODY and t.rel == "pobj"), None)


def _killed(noun: Token, harmed: frozenset[str]) -> Token | None:
    """Whom an attack is said to have harmed: "the raid *that killed ten Kenyans*"."""
    for clause in noun.kids("relcl"):
        who = clause.child("subj")
        if clause.lemma in harmed and who is not None and who.lower in syntax.RELATIVE:
            return clause.child("obj")
    for clause in (t for t in noun.subtree() if t.rel == "relcl"):  # "by rebels near Lae, *in which*"
        inside = [p for p in clause.kids("prep") if p.lower in _IN]
        if any(t.lower == "which" for p in inside for t in p.kids("pobj")):
            return _hurt(clause)
    return None


def _hurt(verb: Token) -> Token | None:
    """Whom a verb says was killed or hurt without saying by whom: "*ten men* were killed", "died"."""
    _, harmed, dying, _ = _lists()
    if verb.lemma in dying:
        return syntax.surface_subject(verb)
    return syntax.direct_object(verb) if verb.lemma in harmed and syntax.is_passive(verb) else None


def felled(verb: Token) -> Token | None:
    """Who was killed or hurt when it was done: "*ten men* died when rebels shelled the camp"."""
    top = verb.first_conjunct
    if top.rel != "advcl" or not any(t.lower in _WHEN for t in top.children if t.i < top.i):
        return None
    return _hurt(top.head) if syntax.agent(top.head) is None else None


def harmed_by(verb: Token) -> Token | None:
    """Whom a verb says was killed or hurt, whoever did it: "*ten men* were killed", "a bomb killed *ten*"."""
    _, harmed, dying, _ = _lists()
    if not syntax.is_verb(verb):
        return None
    if verb.lemma in dying:
        return syntax.surface_subject(verb)
    return syntax.direct_object(verb) if verb.lemma in harmed else None


def is_victim(token: Token) -> bool:
    """Whether a relative clause names somebody as harmed: "the attack that killed *ten Kenyans*"."""
    harmed = _lists()[1]
    top = token.first_conjunct
    if top.rel not in ("obj", "subjpass") or top.head.lemma not in harmed:
        return False
    return top.head.first_conjunct.rel in ("relcl", "acl", "advcl")


def is_hit(token: Token) -> bool:
    """Whether somebody is whom a deed was done to: "the attack *on Chad*", "the invasion *of Mali*"."""
    top = token.first_conjunct
    if top.rel != "pobj" or top.head.lower not in ("on", "of", "against"):
        return False
    return top.head.head.pos == "NOUN" and top.head.head.lemma in deeds()


def wielder(weapon: Token) -> Token | None:
    """Who acts with a weapon: "a bomb planted by *the group*"; None where it is not told."""
    launched = _lists()[0]
    for clause in weapon.kids("acl", "relcl"):
        if clause.lemma in launched and syntax.is_passive(clause):
            found = syntax.agent(clause)
            if found is not None:
                return found
    return None


def claimant(clause: Token) -> Token | None:
    """Who says that a deed was his: "a raid for which *the rebels* claimed responsibility"."""
    claimed = clause.child("obj")
    if clause.lemma not in _CLAIMING or claimed is None or claimed.lemma not in _CLAIMED:
        return None
    return clause.child("subj")


def user(thing: Token) -> Token | None:
    """Who uses or holds a thing: "guns that *the rebels* were using", "a base held by *the army*"."""
    used = _lists()[3]
    for clause in thing.kids("acl", "relcl"):
        if clause.lemma in used:
            found = syntax.subject(clause)
            if found is not None and found is not thing and found.lower not in syntax.RELATIVE:
                return found
    return None


def one_another(token: Token) -> bool:
    """Whether a verb is done by its subjects to each other: "accused *each other*", "fired at *one
    another*"."""
    words = token.sent.tokens
    place = token.i - words[0].i
    near = words[place + 1 : place + 5]
    return any((a.lower, b.lower) in _ONE_ANOTHER for a, b in pairwise(near))
