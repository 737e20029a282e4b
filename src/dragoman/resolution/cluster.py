"""Tellings that hang together are parted into events.

A cluster grows from its strongest likeness down, and only where every telling of the one side may be one
event with every telling of the other: a chain of likenesses never joins what a hard rule keeps apart.
Vague tellings come last, and one that fits two events equally well stays alone. The result is a function
of the set of tellings, likenesses and decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.model.chronicle import Likeness, Telling
from dragoman.resolution.compare import apart, is_vague

Pair = frozenset[str]
MARGIN = 0.06


def partition(
    tellings: Mapping[str, Telling],
    likenesses: Iterable[Likeness],
    joined: Iterable[Pair] = (),
    parted: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """The clusters as sorted tuples of ids. `joined` and `parted` are what people decided."""
    parts = _Parts(tellings, frozenset(parted))
    for pair in sorted(tuple(sorted(p)) for p in joined):
        if all(name in tellings for name in pair) and len(pair) == 2:
            parts.join(*pair)
    ranked = sorted(likenesses, key=lambda k: (-k.score, k.a, k.b))
    vague = {name for name, telling in tellings.items() if is_vague(telling)}
    for like in ranked:
        if like.a not in vague and like.b not in vague:
            parts.try_join(like.a, like.b)
    for name in sorted(vague):
        parts.settle(name, [k for k in ranked if name in (k.a, k.b)], vague)
    for like in ranked:
        if like.a in vague and like.b in vague:
            parts.try_join(like.a, like.b)
    return parts.clusters()


class _Parts:
    def __init__(self, tellings: Mapping[str, Telling], parted: frozenset[Pair]) -> None:
        self.tellings = tellings
        self.parted = parted
        self.members: dict[str, set[str]] = {name: {name} for name in tellings}
        self.forced: set[Pair] = set()
        self._apart = cache(self._kept_apart)

    def join(self, a: str, b: str) -> None:
        if self.members[a] is self.members[b]:
            return
        whole = self.members[a] | self.members[b]
        for name in whole:
            self.members[name] = whole

    def try_join(self, a: str, b: str) -> bool:
        if self.members[a] is self.members[b]:
            return True
        if any(self._apart(x, y) for x in self.members[a] for y in self.members[b]):
            return False
        self.join(a, b)
        return True

    def settle(self, name: str, likes: list[Likeness], vague: set[str]) -> None:
        """Join a vague telling to the one event that it fits best, if no other fits nearly as well."""
        if len(self.members[name]) > 1:
            return
        best: dict[int, tuple[float, str]] = {}
        for like in likes:
            other = like.b if like.a == name else like.a
            if other in vague and len(self.members[other]) == 1:
                continue
            if any(self._apart(name, y) for y in self.members[other]):
                continue
            place = id(self.members[other])
            best[place] = max(best.get(place, (0.0, "")), (like.score, min(self.members[other])))
        ranked = sorted(best.values(), key=lambda item: (-item[0], item[1]))
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN):
            self.join(name, ranked[0][1])

    def _kept_apart(self, a: str, b: str) -> bool:
        if frozenset((a, b)) in self.parted:
            return True
        first, second = sorted((a, b))
        return apart(self.tellings[first], self.tellings[second]) is not None

    def clusters(self) -> list[tuple[str, ...]]:
        return sorted({tuple(sorted(members)) for members in self.members.values()})
