"""Verbs that a small parser takes for the main ones, and names that it takes for objects.

Mended in place: "Miners laid off in January blocked a road" read with "laid" as the main verb; "Israel bombed
Tyre and Hezbollah fired rockets" with Hezbollah bombed; "took Senator X hostage" with the hostage as object.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.language.calendar import DATES
from dragoman.language.titles import TITLES
from dragoman.language.tree import Token, attach, move

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NOUN", "PROPN"})
#: participles of other than "-ed" form that follow a noun as often as they are its verb
_PARTICIPLES = frozenset(
    {"laid", "held", "led", "sent", "made", "built", "caught", "bound", "hit", "left", "told"}
)
_HONORIFICS = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "m.", "shri", "sri", "herr"})
#: what a small parser may take a rare name before its verb for
_NO_SUBJECT = frozenset({"advmod", "intj", "aux", "auxpass", "dep", "npmod"})
#: words that open a clause, which a parser may take for prepositions
_OPENING = frozenset({"after", "as", "before", "since"})
_YEAR = 4  # letters of a bare year
_ASIDE = 16  # words that an aside between commas has at most
_TAKEN = frozenset({"hostage", "prisoner", "captive"})
_TAKING = frozenset({"take", "hold", "seize", "keep"})


def mend_clauses(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place, before children are ordered."""
    for token in tokens:
        if token.tag in _FINITE and token.rel in ("ccomp", "dep", "conj"):
            _main_verb(token)
    for token in tokens:
        if token.rel == "prep" and token.lower in ("in", "on", "by", "since", "during", "until"):
            _date_before_names(token, tokens)
    for before, verb in pairwise(tokens):
        if verb.tag in _FINITE and verb.rel != "aux":
            _name_before_verb(before, verb)
        elif verb.tag == "VBN" and before.rel in ("aux", "auxpass") and _acronym(before):
            verb.tag = "VBD"  # "*IGAD* condemned it" read as if it was "was condemned"
            _name_before_verb(before, verb)
        elif verb.rel == "aux" and verb.tag in ("MD", "VBZ", "VBP", "VBD") and before.i < verb.head.i:
            _name_before_verb(before, verb.head)  # "*USAID* has committed", "*Nauru* will recognise"
    for title, name in pairwise(tokens):
        if (
            title.tag == "NNS"
            and title.rel == "subj"
            and title.lemma.lower() in TITLES
            and name.pos == "PROPN"
        ):
            _title_of_several(title, name)
    for token in tokens:
        willed = token.tag == "VB" and any(c.tag == "MD" for c in token.kids("aux"))
        if (willed or token.tag in _FINITE) and token.rel in ("conj", "advcl"):
            _own_subject(token, tokens)
        if token.rel == "prep" and token.lower in _OPENING:
            _clause_after(token, tokens)
        if token.lower in _TAKEN and token.rel == "obj":
            _taken(token)
        if token.rel in ("conj", "appos") and token.pos == "PROPN":
            _named_holder(token, tokens)
        if token.rel in ("appos", "conj") and token.pos in _NAMES:
            _after_opening(token, tokens)


def _main_verb(verb: Token) -> None:
    """ "[Miners laid off in January] blocked a road": the first verb only says which miners."""
    first = verb.head
    who = first.child("subj")
    if who is None or first.tag not in ("VBD", "VBN") or first.i != who.i + 1 or verb.i < first.i:
        return
    if not (first.text.endswith("ed") or first.lower in _PARTICIPLES) or who.pos not in _NAMES:
        return
    if verb.child("subj", "subjpass", "mark", "expl") is not None or first.child(
        "obj", "cc", "ccomp"
    ) not in (None, verb):
        return
    between = [c for c in first.children if c.i > first.i and c.i < verb.i]
    if not any(c.rel in ("prep", "agent", "prt") for c in between) or any(c.rel == "punct" for c in between):
        return
    head, rel = first.head, first.rel
    verb.rel = rel
    if head is first:
        first.children.remove(verb)
        verb.head = verb
    else:
        move(verb, head)
    for child in list(first.children):
        if child is who or (child.i > verb.i) or (child.rel == "punct"):
            move(child, verb)
    if head is first:
        attach(first, who)
    else:
        move(first, who)
    first.rel, first.tag = "acl", "VBN"


def _name_before_verb(name: Token, verb: Token) -> None:
    """ "*USAID* provided food", "On Monday *UNHCR* rejected it": a rare name is no adverb, nor is it joined
    with the day before it.
    """
    if verb.child("subj", "subjpass", "expl", "csubj") is not None:
        return
    if name.head is verb and name.rel in _NO_SUBJECT and (_acronym(name) or name.pos == "PROPN"):
        if name.child("compound", "nummod") is None and name.lower not in DATES:
            name.rel, name.tag, name.pos, name.lemma = "subj", "NNP", "PROPN", name.text
        return
    day = name.child("compound")
    if name.rel == "pobj" and name.head.head is verb and day is not None and day.lower in DATES:
        if name.lower in DATES or any(c is not day for c in name.children):
            return
        word = name.head
        move(name, verb, "subj")
        move(day, word, "pobj")


def _title_of_several(title: Token, first: Token) -> None:
    """ "*Presidents* Xi and Putin met": the title before two names is that of both, who are the subject."""
    name = first.head if first.rel == "compound" else first
    if name.rel == "subj" and name.head is title.head and name.child("conj") is not None:
        move(title, name, "compound")


def _date_before_names(word: Token, tokens: Sequence[Token]) -> None:
    """ "In [1967 Egypt], Syria and Iraq broke", "On [Friday Chad] and Niger attacked": a date is no name."""
    verb, targets = word.head, word.kids("pobj")
    if not targets:
        _month_of_name(word, tokens)
        return
    if verb.pos != "VERB" or verb.i < word.i:
        return
    subject = verb.child("subj", "subjpass")
    rel = "subjpass" if verb.child("auxpass") is not None else "subj"
    name = targets[-1]
    if name.pos != "PROPN" or name.lower in DATES:
        return
    if len(targets) > 1 and _is_date(targets[0]):  # "In 1967 Egypt, Syria and Iraq broke"
        if subject is not None and subject.pos == "PROPN":
            move(subject, name, "conj")
        elif subject is not None:
            return
        move(name, verb, rel)
        return
    date = next((c for c in name.kids("nummod", "compound") if _is_date(c) and c.i == word.i + 1), None)
    if date is None or subject is not None or max(t.i for t in _below(name)) > verb.i:
        return
    move(date, word, "pobj")
    move(name, verb, rel)


def _month_of_name(word: Token, tokens: Sequence[Token]) -> None:
    """ "In [April gunmen] seized": a month after a bare preposition is its own."""
    place = word.i - tokens[0].i + 1
    month = tokens[place] if place < len(tokens) else word
    if month.lower in DATES and month.rel in ("nmod", "compound", "amod") and not month.children:
        move(month, word, "pobj")


def _is_date(token: Token) -> bool:
    return token.lower in DATES or (token.text.isdigit() and len(token.text) == _YEAR)


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _own_subject(verb: Token, tokens: Sequence[Token]) -> None:
    """ "bombed Tyre and *Hezbollah* fired", "and *the Union*, meeting in Addis, urged": who acts second."""
    if verb.child("subj", "subjpass", "expl", "mark") is not None:
        return
    who, aside = _before_verb(verb, tokens)
    if who is None or who.rel != "conj" or who.pos not in _NAMES:
        return
    what = who.head
    first = what
    while (
        first.rel in ("pobj", "prep", "obj", "compound") and first.pos != "VERB" and first.head is not first
    ):
        first = first.head
    if first.pos != "VERB" or not first.i <= what.i < who.i:
        return
    if what.rel == "pobj" and who.pos != "PROPN":
        return
    if first is verb or (what is not first and verb in _below(what)):
        return
    start = min(t.i for t in _below(who)) - tokens[0].i
    joint = tokens[start - 1] if start else who
    if joint.rel != "cc" or (joint.head not in (what, first) and what.rel != "pobj"):
        return
    if not aside and any(c.rel == "cc" and what.i < c.i < verb.i and c is not joint for c in first.children):
        return
    for token in aside:
        if token.head is verb or token.head is first or token.head is verb.head:
            move(token, who, "acl" if token.tag in ("VBG", "VBN") else token.rel)
    move(who, verb, "subj")
    if joint.head is what:
        move(joint, first)


def _before_verb(verb: Token, tokens: Sequence[Token]) -> tuple[Token | None, list[Token]]:
    """The name that stands before a verb, and what stands between commas after it."""
    place = verb.i - tokens[0].i - 1
    while place > 0 and tokens[place].head is verb and tokens[place].rel in ("aux", "auxpass", "neg"):
        place -= 1
    aside: list[Token] = []
    if place > 0 and tokens[place].text == ",":
        opening = next(
            (k for k in range(place - 1, max(-1, place - _ASIDE), -1) if tokens[k].text == ","), -1
        )
        aside, place = list(tokens[opening + 1 : place]), opening - 1
    if place < 0:
        return None, []
    who = tokens[place]
    while who.rel in ("compound", "nmod") and who.head.i < verb.i:
        who = who.head
    return who, aside


def _clause_after(word: Token, tokens: Sequence[Token]) -> None:
    """ "lifted it *after* [its president, A B, apologised]": a noun with a verb of its own is a clause."""
    who = word.child("pobj")
    if who is None or word.head.pos != "VERB" or who.pos not in _NAMES:
        return
    last = max(t.i for t in _below(who)) - tokens[0].i + 1
    named = any(c.rel == "appos" for c in who.children)
    if not named or last >= len(tokens):
        return
    verb = tokens[last]
    if verb.tag not in _FINITE or verb.rel not in ("advcl", "conj") or verb.head is not word.head:
        return
    if verb.child("subj", "subjpass", "mark") is not None:
        return
    move(who, verb, "subj")
    verb.rel = "advcl"
    move(word, verb, "mark")


def names_holder(name: Token, tokens: Sequence[Token]) -> bool:
    """Whether a name with "Mr." follows at once an office with "the", whose holder it then names."""
    office = name.head
    first = min((c for c in name.children if c.i < name.i), key=lambda c: c.i, default=None)
    if first is None or first.lower not in _HONORIFICS or office.lower not in TITLES or office.i > first.i:
        return False
    between = [t for t in tokens if office.i < t.i < first.i]
    if not between or between[-1].text != "," or not any(c.lower == "the" for c in office.children):
        return False
    return all(_office_of(t, office) for t in between[:-1])


def _office_of(token: Token, office: Token) -> bool:
    """Whether a word says of what an office is: "the Minister *of State for Trade*"."""
    while token is not office:
        if token.rel not in ("prep", "pobj", "compound", "det", "amod", "poss", "case"):
            return False
        token = token.head
    return True


def _named_holder(name: Token, tokens: Sequence[Token]) -> None:
    """ "*The Prime Minister, Mr. A*, and the President, Mr. B": the name is that of who holds the office."""
    office = name.head
    if not names_holder(name, tokens):
        return
    name.rel = "appos"
    for child in [c for c in name.children if c.rel in ("cc", "conj")]:
        move(child, office)


def _after_opening(who: Token, tokens: Sequence[Token]) -> None:
    """ "At the invitation of Premier A, *Minister B* visited C": B is no other name of A."""
    if who.rel == "conj" and any(t.child("cc") is not None for t in (who, who.head)):
        return
    top = who
    while top.head is not top and top.pos != "VERB":
        if top is not who and top.rel not in ("pobj", "prep", "compound"):
            return
        top = top.head
    opening = min((c for c in top.children if c.i < top.i), key=lambda c: c.i, default=None)
    if top.tag not in _FINITE or opening is None or opening.rel != "prep" or who.i > top.i:
        return
    if top.child("subj", "subjpass", "expl") is not None or who not in _below(opening):
        return
    last = max((t.i for t in _below(who)), default=who.i)
    between = [t for t in tokens if last < t.i < top.i]
    if all(t.text == "," or t.rel in ("aux", "auxpass", "advmod", "neg") for t in between):
        move(who, top)
        who.rel = "subjpass" if top.child("auxpass") is not None else "subj"


def _below(token: Token) -> list[Token]:
    out = [token]
    for one in out:
        out.extend(one.children)
    return out


def _taken(word: Token) -> None:
    """ "took *Senator X* hostage": the senator is the object."""
    verb = word.head
    name = next((c for c in reversed(word.children) if c.rel == "compound" and c.i == word.i - 1), None)
    if verb.lemma not in _TAKING or name is None or name.pos != "PROPN":
        return
    move(name, verb)
    name.rel, word.rel = "obj", "oprd"
    for child in [c for c in word.children if c.i < name.i]:
        move(child, name)
