"""Who takes part: keys that two tellings share, and people who may or may not be the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.model.chronicle import Party, Telling
from dragoman.resolution.wordlists import office_rank, plain

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_ARTICLES = ("the ", "a ", "an ")
_SIMILAR = 88


def party_key(party: Party) -> str | None:
    """The state of a party, or its plain name after `~`; None where neither is known."""
    if party.country:
        return party.country
    name = plain(party.name or party.text or "")
    for article in _ARTICLES:
        name = name.removeprefix(article)
    return f"~{name}" if name else None


def keys_of(parties: Iterable[Party]) -> frozenset[str]:
    """The keys of some parties."""
    return frozenset(key for key in map(party_key, parties) if key)


@lru_cache(maxsize=16_384)
def side_keys(telling: Telling, side: str | None = None) -> frozenset[str]:
    """The keys of all parties of a telling, or of one side."""
    return keys_of(p for p in telling.parties if side is None or p.side == side)


def person_of(party: Party) -> str | None:
    """The person whom a party names or whose office it is."""
    if party.kind == "person":
        return plain(party.name or party.text or "") or None
    return plain(party.holder) if party.holder else None


@lru_cache(maxsize=16_384)
def persons_by_key(telling: Telling) -> dict[str, frozenset[str]]:
    """The people named for each party key."""
    found: dict[str, set[str]] = {}
    for party in telling.parties:
        key, person = party_key(party), person_of(party)
        if key and person and not key.startswith("~"):
            found.setdefault(key, set()).add(person)
    return {key: frozenset(people) for key, people in found.items()}


def named_by_key(telling: Telling) -> dict[str, frozenset[str]]:
    """The people whom the text itself names for each party key."""
    named = tuple(party for party in telling.parties if party.kind == "person")
    return persons_by_key(replace(telling, parties=named))


@lru_cache(maxsize=16_384)
def ranks_by_key(telling: Telling) -> dict[str, frozenset[str]]:
    """The ranks of the offices named for each party key."""
    found: dict[str, set[str]] = {}
    for party in telling.parties:
        rank = office_rank(party.office or (party.text if party.kind == "office" else None))
        if party.country and rank:
            found.setdefault(party.country, set()).add(rank)
    return {key: frozenset(ranks) for key, ranks in found.items()}


@lru_cache(maxsize=65_536)
def same_person(a: str, b: str) -> bool:
    """Whether two plain names may name one person: one holds the other, or surname and initial agree."""
    if a == b:
        return True
    one = [w for w in a.split() if w not in _SUFFIXES]
    two = [w for w in b.split() if w not in _SUFFIXES]
    if not one or not two:
        return False
    if set(one) <= set(two) or set(two) <= set(one):
        return True
    if one[-1] == two[-1] and one[0][0] == two[0][0]:
        return True
    return fuzz.ratio(a, b) >= _SIMILAR


def same_post(a: Party, b: Party) -> bool:
    """Whether one names a person and the other only an office of that person's rank."""
    if a.kind == "person" and b.kind == "person":
        return False
    ranks = [office_rank(p.office or (p.text if p.kind == "office" else None)) for p in (a, b)]
    return ranks[0] is not None and ranks[0] == ranks[1]


def people_differ(a: Telling, b: Telling) -> str | None:
    """A party for which the two tellings name different people or ranks; None where none is."""
    people_a, people_b = persons_by_key(a), persons_by_key(b)
    ranks_a, ranks_b = ranks_by_key(a), ranks_by_key(b)
    for key in sorted(side_keys(a) & side_keys(b)):
        one, two = people_a.get(key), people_b.get(key)
        first, second = ranks_a.get(key), ranks_b.get(key)
        if one and two:
            if any(same_person(x, y) for x in one for y in two):
                continue
            if not (first and second and first & second and not (_named(a, key) and _named(b, key))):
                return key
            continue  # one names the holder of the office, of the other the tables say who it was
        if first and second and not first & second:
            return key
    return None


def _named(telling: Telling, key: str) -> bool:
    """Whether the text itself names a person of a party."""
    return any(party.kind == "person" and party_key(party) == key for party in telling.parties)


def people_shared(a: Telling, b: Telling) -> int:
    """For how many parties the two tellings name the same person."""
    people_a, people_b = persons_by_key(a), persons_by_key(b)
    return sum(
        any(same_person(x, y) for x in people_a[key] for y in people_b[key])
        for key in people_a.keys() & people_b.keys()
    )
