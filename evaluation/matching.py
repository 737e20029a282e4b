"""When an output event matches a gold event, and when its parties are right.

A predicted event matches a gold event of the same passage if the type is the same and their triggers
overlap or start in the same sentence; one to one, the best pairs first (overlapping before same sentence,
right parties before wrong ones, near before far). Parties are right if the sets of actors and of recipients
are the same, in one set for symmetric types. Two parties are the same if their countries are; where either
has no country, if their names share a word that is more than a title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evaluation.common import Json

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
OLDER_NAMES = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
    "YIELD": "CONCEDE",
}  # fmt: skip
UNTELLING = frozenset({
    "a", "an", "and", "for", "general", "in", "minister", "of", "on", "president", "prime", "secretary",
    "the", "to",
})  # fmt: skip
_CLOSER, _OPENER = r"[.!?”\"]", r"[A-Z“\"(]"
_SENTENCE_END = re.compile(rf"(?<={_CLOSER})\s+(?={_OPENER})|\n+")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or a recipient as the comparison sees it: a country and the telling words of its names."""

    country: str | None
    words: frozenset[str]
    text: str

    def __str__(self) -> str:
        return f"{self.text or '?'} ({self.country or '-'})"


def words_of(name: str | None) -> frozenset[str]:
    """The words of a name in lower case, without articles and bare titles."""
    return frozenset(_WORD.findall((name or "").lower())) - UNTELLING


def party_of(actor: Json | str) -> Party:
    """A party from an actor of the contract, of the gold form, or from a bare name."""
    if isinstance(actor, str):
        return Party(None, words_of(actor), actor)
    names = [str(actor.get(key) or "") for key in ("text", "name", "office", "holder")]
    return Party(actor.get("country") or None, words_of(" ".join(names)), names[0] or names[1])


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are the same."""
    if one.country and other.country:
        return one.country == other.country
    return bool(one.words & other.words)


def same_parties(predicted: Sequence[Party], gold: Sequence[Party]) -> bool:
    """Whether two lists of parties name the same set; parties of one country count once."""
    ours, theirs = _once(predicted), _once(gold)
    return all(any(same_party(p, g) for p in ours) for g in theirs) and all(
        any(same_party(p, g) for g in theirs) for p in ours
    )


def _once(parties: Sequence[Party]) -> list[Party]:
    seen: set[str] = set()
    kept = []
    for party in parties:
        if party.country and party.country in seen:
            continue
        seen.add(party.country or "")
        kept.append(party)
    return kept


@dataclass(frozen=True)
class Event:
    """An event, gold or predicted, in the form that is compared."""

    type: str
    mode: str | None
    span: tuple[int, int] | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: str | None
    where: Party | None
    status: str
    by: tuple[str, ...]
    trigger: str

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """All who take part."""
        return self.actors + self.recipients

    def __str__(self) -> str:
        sides = [", ".join(map(str, side)) or "-" for side in (self.actors, self.recipients)]
        rest = [x for x in (self.mode, self.status, self.when, str(self.where or "")) if x]
        return f"{self.type} «{self.trigger}» {sides[0]} -> {sides[1]}; {', '.join(rest)}"


def event_of(event: Json, text: str) -> Event:
    """An event of the contract or of the gold form, made comparable."""
    when, span = event.get("when"), _trigger_span(event.get("trigger"), text)
    kind = str(event["type"])
    return Event(
        type=OLDER_NAMES.get(kind, kind),
        mode=event.get("mode"),
        span=span,
        actors=tuple(party_of(a) for a in event.get("actors") or ()),
        recipients=tuple(party_of(a) for a in event.get("recipients") or ()),
        when=when.get("edtf") if isinstance(when, dict) else when,
        where=party_of(event["where"]) if event.get("where") else None,
        status=event.get("status") or "occurred",
        by=_sources(event),
        trigger=text[slice(*span)] if span else "",
    )


def _trigger_span(trigger: Any, text: str) -> tuple[int, int] | None:
    if isinstance(trigger, dict):
        if trigger.get("span"):
            return (trigger["span"][0], trigger["span"][1])
        trigger = trigger.get("text")
    place = text.find(trigger) if trigger else -1
    return (place, place + len(trigger)) if place >= 0 else None


def _sources(event: Json) -> tuple[str, ...]:
    if "attribution" in event:
        return tuple(f"{s.get('text') or ''} {s.get('name') or ''}".strip() for s in event["attribution"])
    return (event["by"],) if event.get("by") else ()


def parties_right(predicted: Event, gold: Event) -> bool:
    """Whether the parties of a predicted event are those of the gold event of its type."""
    if gold.type in SYMMETRIC:
        return same_parties(predicted.parties, gold.parties)
    return same_parties(predicted.actors, gold.actors) and same_parties(predicted.recipients, gold.recipients)


class Sentences:
    """Which sentence of a passage a character stands in, by punctuation alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0] + [match.end() for match in _SENTENCE_END.finditer(text)]

    def index(self, place: int) -> int:
        """The place of the sentence that holds a character."""
        return bisect_right(self.starts, place) - 1

    def quote(self, place: int) -> str:
        """The sentence that holds a character."""
        bounds = [*self.starts, len(self.text)]
        number = self.index(place)
        return self.text[bounds[number] : bounds[number + 1]].strip()


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def match(gold: Sequence[Event], predicted: Sequence[Event], sentences: Sentences) -> list[tuple[int, int]]:
    """Pairs (place in gold, place in predicted) of matched events, one to one."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if g.type != p.type or g.span is None or p.span is None:
                continue
            touching = overlap(g.span, p.span)
            if touching or sentences.index(g.span[0]) == sentences.index(p.span[0]):
                gap = abs(g.span[0] - p.span[0])
                candidates.append((not touching, not parties_right(p, g), gap, i, j))
    return _one_to_one((i, j) for *_, i, j in sorted(candidates))


def beside(gold: Sequence[Event], predicted: Sequence[Event], sentences: Sentences) -> list[tuple[int, int]]:
    """Pairs of events of different types whose triggers overlap or share a sentence, one to one."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if g.span is None or p.span is None or g.type == p.type:
                continue
            touching = overlap(g.span, p.span)
            if touching or sentences.index(g.span[0]) == sentences.index(p.span[0]):
                candidates.append((not touching, abs(g.span[0] - p.span[0]), i, j))
    return _one_to_one((i, j) for *_, i, j in sorted(candidates))


def _one_to_one(pairs: Any) -> list[tuple[int, int]]:
    taken: tuple[set[int], set[int]] = (set(), set())
    kept = []
    for i, j in pairs:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            kept.append((i, j))
    return kept
