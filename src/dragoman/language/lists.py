"""Lists of three names or more, of which a small parser loses members.

"Norway, Sweden, and Denmark condemned it" may be parsed as [Norway, an apposition] and [Denmark condemned
it]; names of one form between commas, the last after "and", are coordinated: all hang on the first, which
stands where the list stands in its clause. Names are of one form if all of them have a title with "of"
("President of Peru, Chancellor of Chile, and King of Spain") or none has. A list that is parsed so already
stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.language.calendar import DATES
from dragoman.language.tree import Token, attach, move

_FEWEST = 3
_LONGEST = 5  # words of a name
_SUBJECTS = ("subj", "subjpass")
#: where a list can stand in a clause
_PLACES = (*_SUBJECTS, "obj", "pobj", "iobj", "attr", "dative")


@dataclass(frozen=True, slots=True)
class _Item:
    """A name in a list: the place of its first token in the sentence, and the token that bears the name.

    `strays` are words of the name that do not hang on it: a title parsed as another member.
    """

    start: int
    head: Token
    titled: bool
    strays: tuple[Token, ...] = ()


def mend_lists(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for place, word in enumerate(tokens):
        if word.lower == "and" and word.rel == "cc":
            items = _items(tokens, place)
            if len(items) >= _FEWEST and len({item.titled for item in items}) == 1:
                for item in items:
                    _gather(item)
                _coordinate([item.head for item in items])


def _items(tokens: Sequence[Token], joint: int) -> list[_Item]:
    """The names before and after an "and", in their order; empty where there are none."""
    end = joint + 1
    while end < len(tokens) and (tokens[end].pos == "PROPN" or (end == joint + 1 and _article(tokens[end]))):
        end += 1
    last = _name(tokens, end - 1, joint) if end > joint + 1 else None
    if last is not None and end + 1 < len(tokens) and tokens[end].lower == "of":
        last = _Item(last.start, last.head, True, last.strays)
    if last is None:
        return []
    found = [last]
    place = joint - 1 if tokens[joint - 1].text != "," else joint - 2
    while place >= 0:
        item = _name(tokens, place, -1)
        if item is None:
            break
        found.append(item)
        if item.start == 0 or tokens[item.start - 1].text != ",":
            break
        place = item.start - 2
    return found[::-1]


def _article(token: Token) -> bool:
    return token.lower == "the"


def _name(tokens: Sequence[Token], end: int, floor: int) -> _Item | None:
    """The name that ends at a place, after `floor`; None where no name does."""
    start = end
    while start > floor and tokens[start].pos == "PROPN" and end - start < _LONGEST:
        if tokens[start].lower in DATES:
            return None
        start -= 1
    start += 1
    if start > end:
        return None
    of = start - 2 if start - 2 > floor and _article(tokens[start - 1]) else start - 1
    titled = of - 1 > floor and tokens[of].lower == "of" and tokens[of - 1].pos == "PROPN"
    if titled:
        holder = _name(tokens, of - 1, floor)
        if holder is None:
            return None
        return _Item(holder.start, holder.head, True, holder.strays)
    words = tokens[start : end + 1]
    heads = [t for t in words if t.head is t or t.head not in words]
    if start - 1 > floor and _article(tokens[start - 1]):
        start -= 1
    return _Item(start, heads[-1], False, tuple(heads[:-1])) if heads else None


def _gather(item: _Item) -> None:
    for stray in item.strays:
        if stray.rel != "root" and stray not in item.head.ancestors():
            move(stray, item.head, "compound")


def _coordinate(heads: Sequence[Token]) -> None:
    """Hang all names on the first of them, and it where the list stands."""
    first, others = heads[0], heads[1:]
    if all(h.rel == "conj" and h.head in heads for h in others):
        return
    acting = [h for h in heads if h.rel in _SUBJECTS and h.head not in heads]
    if first.rel == "root":
        if not acting or acting[0].head.head is not first:
            return
        _under(first, acting[0])
    elif first.head in heads or (first.rel not in _PLACES and first.head.pos != "PRON"):
        if not acting or first in acting[0].head.ancestors() or any(h in first.children for h in others):
            return
        move(first, acting[0].head, acting[0].rel)
    for name in others:
        if name in first.ancestors() or name.rel == "root":
            return
        move(name, first, "conj")


def _under(first: Token, subject: Token) -> None:
    """Make the verb of the last name, parsed as joined to the first, the root, and the first its subject."""
    verb, rel = subject.head, subject.rel
    first.children.remove(verb)
    verb.head, verb.rel = verb, "root"
    first.rel = rel
    attach(first, verb)
