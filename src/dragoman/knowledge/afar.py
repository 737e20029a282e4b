"""Which places a text cannot mean: a small town of no state that it names, far from all of them.

"Bam province" in a report on Burkina Faso is not the town of that name in Iran. A town is far off that lies
over 2,500 km from the capital of each state named; a large city is known by its name wherever it is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from dragoman.knowledge.records import Facts, Place

_FAR = 2_500  # km
_LARGE = 150_000  # people of a town that is known by its name
_EARTH = 6_371  # km, the radius


def within_reach(places: Iterable[Place], states: Iterable[str], facts: Facts) -> tuple[Place, ...]:
    """The places that a text may mean which names these states (alpha-3); all where it names none."""
    near = {state for state in states if state}
    if not near:
        return tuple(places)
    return tuple(place for place in places if place.country in near or not _afar(place, near, facts))


def states_named(text: str, facts: Facts) -> frozenset[str]:
    """The states (alpha-3) that a text names, by name, adjective or people."""
    hits = [hit for hit in facts.scan(text) if hit.kind in ("name", "adjective", "people")]
    named = (facts.entity(hit.entities[0]) for hit in hits)
    return frozenset(entity.country for entity in named if entity is not None and entity.country)


def _afar(place: Place, near: set[str], facts: Facts) -> bool:
    if not place.local or not 0 < place.population < _LARGE:  # nought: not known
        return False
    if place.latitude is None and place.country:
        place = facts.capital(place.country) or place
    seats = [seat for state in sorted(near) if (seat := facts.capital(state)) is not None]
    return bool(seats) and all(_distance(place, seat) > _FAR for seat in seats)


def _distance(one: Place, other: Place) -> float:
    """Kilometres between two places on a sphere (the haversine formula); nought where one has none."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return 0.0
    a, b = radians(one.latitude or 0), radians(other.latitude or 0)
    across = radians((other.longitude or 0) - (one.longitude or 0))
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(across / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))
