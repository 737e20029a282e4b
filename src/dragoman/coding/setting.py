"""Whose text this is: the state for which it speaks, and the state in which its bare offices are at home.

"We" and "our" stand for the publisher's state where the publisher is an official body (`home`). "The Prime
Minister" without a state is of the publisher's state, whatever the publisher is; without one, of the state
that the text names most often among those of which it names no office-holder (`setting`): a readout of the
Prime Minister's call with the President of Kenya that promises Canadian aid is Canada's. A state's own agency
names the state's officials without it (`desk`).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from dragoman.coding.party import Party
from dragoman.coding.wordlists import load_words, word_set
from dragoman.knowledge.records import Facts, NameHit
from dragoman.knowledge.resolver import Resolver
from dragoman.model import Document

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "COP", "SPY", "JUD"})
_SAMPLE = 6_000  # characters
_FEWEST = 4
_OFFICE = (
    r"(?:president|minister|premier|chancellor|king|queen|emir|sultan|secretary|ambassador|leader|prince)"
)
_PLACE = re.compile(r"\b(?:in|near|from|to|at|of|across|into|for)(?: the)?(?: \w+ern)? $", re.IGNORECASE)
_BEFORE = re.compile(rf"{_OFFICE}s? of (?:the )?(?:[A-Z]\w+ of )?(?:the )?$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:['’]s)? (?:[\w-]+ ){{0,2}}?{_OFFICE}\b", re.IGNORECASE)


class Whose:
    """Whose text this is, as far as publisher, title and text of a document tell."""

    def __init__(self, doc: Document, resolver: Resolver, facts: Facts) -> None:
        self._given = (doc, resolver, facts)
        self.home = home(doc, resolver)
        self.body = body(doc, resolver, self.home)
        self.desk = desk(doc, resolver)

    @cached_property
    def setting(self) -> str | None:
        """The state of offices that the text leaves without one; found when it is first asked for."""
        return setting(*self._given)


def home(doc: Document, resolver: Resolver) -> str | None:
    """The state for which the publisher speaks, by its name or that of the title; None where it speaks for
    none."""
    for text in (doc.publisher, doc.title):
        if text:
            found = resolver.resolve(text, date=doc.published)
            if found.country and found.sector in _OFFICIAL:
                return found.country
    return None


def tells_of_others(publisher: str, resolver: Resolver, date: str | None) -> bool:
    """Whether a publisher speaks for no state or body: a news outlet tells of the whole world."""
    return resolver.resolve(publisher, date=date).sector not in _OFFICIAL | {"IGO"}


def desk(doc: Document, resolver: Resolver) -> str | None:
    """The state whose officials a publisher names without it: its own, also for a state's news agency."""
    agency: str | None = load_words("places")["agencies"].get((doc.publisher or "").casefold())
    if agency is not None:
        return agency
    found = resolver.resolve(doc.publisher, date=doc.published) if doc.publisher else None
    if found is None or not found.country:
        return None
    own = found.sector in _OFFICIAL or (found.name or "").casefold() in _state_media()
    return found.country if own else None


def _state_media() -> frozenset[str]:
    return word_set("places", "state_media")


def body(doc: Document, resolver: Resolver, state: str | None) -> Party | None:
    """Whom "we" and the text's own acts mean: the state it speaks for, else the body that publishes it.

    The party stands at no words of the text.
    """
    if state is not None:
        return Party(
            -1, -1, None, state, "GOV", "country", score=0.5, inferred=frozenset({"country", "sector"})
        )
    found = resolver.resolve(doc.publisher, date=doc.published) if doc.publisher else None
    if found is None or found.sector != "IGO" or found.kind != "organisation":
        return None
    return Party(-1, -1, found.name, None, "IGO", "organisation", score=0.5, inferred=frozenset({"name"}))


def setting(doc: Document, resolver: Resolver, facts: Facts) -> str | None:
    """The state of offices that the text leaves without one; None where nothing tells."""
    if doc.publisher:
        found = resolver.resolve(doc.publisher, date=doc.published)
        if found.country and found.sector in _OFFICIAL:
            return found.country
    text = doc.text[:_SAMPLE]
    counts: Counter[str] = Counter()  # twice what a state does or has, once where it is but a place
    taken: set[str] = set()
    for hit in facts.scan(text):
        entity = facts.entity(hit.entities[0])
        if entity is None or entity.kind != "country" or entity.country is None:
            continue
        counts[entity.country] += _weight(text, hit)
        if _BEFORE.search(text, max(0, hit.start - 60), hit.start) or _AFTER.match(text, hit.end):
            taken.add(entity.country)
    free = [(n, code) for code, n in counts.items() if code not in taken and n >= _FEWEST]
    free.sort(reverse=True)
    if not free or (len(free) > 1 and free[0][0] == free[1][0]):
        return None
    return free[0][1]


def _weight(text: str, hit: NameHit) -> int:
    """How much a name tells of whose text it is: 2 as a noun that acts or owns, 1 as a place or adjective."""
    placed = _PLACE.search(text, max(0, hit.start - 20), hit.start) is not None
    return 1 if placed or hit.kind != "name" else 2
