"""The content of an act: the first party in what is asked, promised, refused, threatened or given.

"demanded the release of *Kenyan* sailors", "agreed to lend *Mali* troops". Asides, conditions, circumstances,
witnesses and what came of it are no content.
"""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.otherside import HOSTILE, TOGETHER, Carriers, Finder, at_edge, at_home, is_term
from dragoman.coding.party import Party
from dragoman.coding.slots import FRAMES
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

#: prepositions of the circumstances of an act, not of what it is about
_CIRCUMSTANCE = frozenset(
    {"under", "after", "before", "during", "since", "amid", "following", "despite", "without", "according"}
)
#: participles that tell how an act is done: ", *using* drones against X"
_MANNER = frozenset({"use", "target", "aim", "employ", "direct"})
_WARS = frozenset({"war", "invasion", "aggression", "attack", "bombing", "blockade", "occupation", "assault"})
_SUFFERED = frozenset({
    "assassination", "murder", "killing", "death", "poisoning", "disappearance", "massacre", "shooting",
    "abduction", "kidnapping", "execution", "torture", "downing", "crash", "beating", "arrest", "detention",
})  # fmt: skip
_WHERE = frozenset({"in", "at", "near", "place"})


class Content:
    """Finds the parties in what stands under the triggers of one text."""

    def __init__(self, finder: Finder, carriers: Carriers) -> None:
        self._finder = finder
        self._carriers = carriers

    def of(self, trigger: Trigger) -> list[Party]:
        """The first party, with those coordinated with it, in what stands under the trigger after it."""
        acting = syntax.surface_subject(trigger.token) if trigger.token.pos in syntax.VERBAL else None
        own = self._finder.parties_of([acting]) if acting is not None else []
        several = len({p.country for p in own}) > 1
        if trigger.entry.type == "AGREE" and several:
            return []
        carrier = self._carriers.carrier(trigger.token) if trigger.entry.noun else None
        near = nouns_after(trigger.token) or nouns_after(carrier or trigger.token)
        if trigger.entry.noun and trigger.entry.type == "SANCTION":  # "sanctions that isolate X"
            near += [t for v in trigger.token.kids("relcl", "acl") for t in v.kids("obj")]
        for token in near:
            if _names_paper(token, trigger):
                return []
            if trigger.entry.type in TOGETHER and _where_made(token):
                continue
            if trigger.entry.type not in HOSTILE and _of_war(token):
                continue
            if trigger.entry.type == "REQUEST" and _is_victim(token):
                continue
            if (
                token in trigger.words
                or at_edge(token)
                or (several and token.rel == "pobj" and token.head.lower in _WHERE)
            ):
                continue
            if trigger.entry.type in TOGETHER and self._finder.scene(token, trigger):
                continue
            found = [p for part in token.conjuncts() for p in self._finder.parties(part)]
            found = found or self._finder.meeting(token)
            found = [p for p in found if not any(p.same_as(o) or at_home(p, o) for o in own)]
            ruling = ("GOV", "IGO", "REB") if trigger.entry.type == "COERCE" else ("IGO", "REB")
            found = [p for p in found if p.country or p.sector in ruling]
            if trigger.entry.mode == "crowd-control" and not found:
                found = [p for p in self._finder.parties(token) if p.plural and p.kind == "group"]
            if trigger.entry.type not in HOSTILE:
                found = [p for p in found if not means(p)]
            if found:
                return found
        return []


def means(party: Party) -> bool:
    """Whether a phrase names what is sent or used, no other side: "*their forces*", "*a brigade*"."""
    head = party.head
    if head is None or head.pos != "NOUN":
        return False
    owner = head.child("poss")
    own = owner is not None and owner.tag == "PRP$"
    known = any(c.rel == "det" and c.lower not in ("a", "an") for c in head.children)
    vague = not known and (party.country is None or "country" in party.inferred)
    return party.sector == "MIL" and (own or vague)


def _where_made(token: Token) -> bool:
    """Whether a place is only where what is meant was made: "the agreement reached *in Vienna*"."""
    made = token.head.head
    return token.rel == "pobj" and token.head.lower in _WHERE and made.rel == "acl" and made.tag == "VBN"


def _of_war(token: Token) -> bool:
    """Whether somebody is only whose war others suffer: "aid for people affected by *Russia's* war"."""
    return token.rel == "poss" and token.head.lemma in _WARS


def _is_victim(token: Token) -> bool:
    """Whether somebody only suffered what others are asked about: "an inquiry into the murder of *X*"."""
    first = token.first_conjunct
    while first.rel == "pobj" and first.head.lower == "of":
        first = first.head.head
        if first.lemma in _SUFFERED:
            return True
    return False


def _of_witness(word: Token) -> bool:
    """Whether a preposition brings who looks on: "in the presence of X", "with X as guarantor"."""
    whom = word.child("pobj")
    if whom is None:  # "with *X and Y abstaining*"
        return word.lower == "with" and any(c.child("subj") is not None for c in word.kids("pcomp"))
    if word.lower == "in":
        return whom.lower == "presence"
    if word.lower == "with" and any(c.tag == "VBG" for c in whom.kids("acl")):
        return True
    return word.lower == "with" and any(c.lower == "as" for c in (*whom.children, *word.children))


def _is_aside(clause: Token) -> bool:
    """Whether an adverbial clause has a conjunction of its own, other than "for X to ..."."""
    return clause.rel == "advcl" and (any(m.lower != "for" for m in clause.kids("mark")) or is_term(clause))


def _names_paper(token: Token, trigger: Trigger) -> bool:
    """Whether a place is but part of a paper's name: "signed the Treaty of *Peking*"."""
    word = token.head
    paper = word.head
    return token.rel == "pobj" and word.lower == "of" and paper in trigger.words and paper.tag == "NNP"


def _is_upshot(clause: Token) -> bool:
    """Whether a participle after a comma tells what came of an act: ", *prompting* Chad to protest"."""
    if clause.rel != "advcl" or clause.tag != "VBG" or clause.head.i > clause.i or clause.lemma in _MANNER:
        return False
    words = clause.sent.tokens
    first = clause.i - words[0].i
    return first > 0 and words[first - 1].text == ","


def nouns_after(token: Token) -> list[Token]:
    """The nouns under a token after it, in order; asides and conditions left out."""
    out: list[Token] = []
    todo = [c for c in token.children if c.i > token.i]
    while todo:
        current = todo.pop(0)
        if current.rel in ("relcl", "parataxis", "appos") or _is_aside(current) or _is_upshot(current):
            continue
        if current.rel == "prep" and (current.lower in _CIRCUMSTANCE or _of_witness(current)):
            continue
        if current.rel == "prep" and any(t.lemma in FRAMES for t in current.kids("pobj")):
            continue  # "in the *face* of X's threats"
        if current.rel == "conj" and current.child("subj", "subjpass") is not None:
            continue
        if current.pos in ("NOUN", "PROPN") and current.rel not in ("compound", "npmod"):
            out.append(current)
        todo.extend(current.children)
    return sorted(out, key=lambda t: t.i)
