"""What the knowledge base says of those who stand in the chronicle: names, codes, tenures, coordinates.

A party's key is the code of its state, or `~` and its plain name; an address on a page holds the same with
hyphens ("united-nations"). Looks up only; needs no parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.base import KnowledgeBase
from dragoman.knowledge.records import Entity, Tenure
from dragoman.resolution.wordlists import plain


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map."""

    name: str
    country: str | None
    latitude: float
    longitude: float


def slug_of(key: str) -> str:
    """A party's key as a part of an address."""
    return key.removeprefix("~").replace(" ", "-")


def key_of(slug: str) -> str:
    """The party's key behind a part of an address."""
    return slug if len(slug) == 3 and slug.isupper() else f"~{plain(slug)}"


def office_words(code: str) -> str:
    """An office's code as words: "foreign_minister" -> "foreign minister"."""
    return code.replace("_", " ")


class Gazette:
    """Names, codes, tenures and coordinates."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._bodies: dict[str, Entity] = {}
        for entity in base.bodies():
            self._bodies.setdefault(plain(entity.name).removeprefix("the "), entity)
        self._names: dict[str, str] = {}

    @classmethod
    def default(cls) -> Gazette:
        """The one of the package's knowledge base, made once."""
        return _default()

    def entity(self, key: str) -> Entity | None:
        """What the knowledge base has under a party's key."""
        return self._bodies.get(key[1:]) if key.startswith("~") else self._base.country(key)

    def name(self, key: str) -> str:
        """What to call a party: "Russia", "NATO"; the key's own words where nobody knows it."""
        known = self._names.get(key)
        if known is None:
            entity = self.entity(key)
            words = key.removeprefix("~")
            known = entity.name if entity else words if key == words else words.capitalize()
            self._names[key] = known
        return known

    def states(self) -> dict[str, str]:
        """The names of all states by code."""
        return {entity.id: entity.name for entity in self._base.states()}

    def found(self, words: str, most: int = 8) -> list[tuple[str, str]]:
        """States and bodies whose name a person may mean: key and name."""
        made: dict[str, str] = {}
        for hit in self._base.scan(words.strip()) + self._base.scan(words.strip().title()):
            for name in hit.entities[:2]:
                entity = self._base.entity(name)
                if entity is not None and entity.kind in ("country", "organisation", "group"):
                    key = entity.id if entity.kind == "country" else f"~{plain(entity.name)}"
                    made.setdefault(key, entity.name)
        begun = plain(words)
        if begun:
            for entity in self._base.states():
                if plain(entity.name).startswith(begun) or entity.id == words.upper():
                    made.setdefault(entity.id, entity.name)
            for known, entity in self._bodies.items():
                if known.startswith(begun):
                    made.setdefault(f"~{known}", entity.name)
        return list(made.items())[:most]

    def codes(self, key: str) -> dict[str, str]:
        """The codes of a state or body: ISO alpha-3 and alpha-2, COW, Wikidata."""
        entity = self.entity(key)
        if entity is None:
            return {}
        made = {"ISO 3166": entity.id} if entity.kind == "country" else {}
        names = {"alpha2": "ISO alpha-2", "cow": "Correlates of War"}
        made |= {names.get(scheme, scheme): value for scheme, value in self._base.codes(entity.id)}
        return made | ({"Wikidata": entity.wikidata} if entity.wikidata else {})

    def members(self, key: str) -> tuple[str, ...]:
        """The member states of a body, as far as the tables have them."""
        entity = self.entity(key)
        return self._base.members(entity.id) if entity and entity.kind != "country" else ()

    def tenures(self, key: str, office: str | None = None) -> tuple[Tenure, ...]:
        """Who held the offices of a state or body, the latest first."""
        entity = self.entity(key)
        found = self._base.tenures(entity.id, office) if entity else ()
        return tuple(sorted(found, key=lambda t: (t.start or "", t.person), reverse=True))

    def person(self, name: str) -> tuple[Tenure, ...]:
        """The tenures of the person of that full name, by their beginning."""
        said = plain(name)
        found = [t for t in self._base.people(name) if _same_name(said, plain(t.person))]
        return tuple(sorted(found, key=lambda t: (t.start or "", t.office)))

    def spot(self, geonames: int | None, place: str | None, country: str | None) -> Spot | None:
        """Where a place lies; the capital for what is known by its state alone."""
        for known in self._base.places(place) if place else ():
            same = known.geonames == geonames if geonames else country in (None, known.country)
            if same and known.latitude is not None and known.longitude is not None:
                return Spot(known.name, known.country, known.latitude, known.longitude)
        return self._capital(country) if country else None

    def _capital(self, country: str) -> Spot | None:
        found = self._base.capital(country)
        if found is None or found.latitude is None or found.longitude is None:
            return None
        return Spot(self.name(country), country, found.latitude, found.longitude)


def _same_name(said: str, known: str) -> bool:
    one, two = set(said.split()), set(known.split())
    return one <= two or two <= one


@cache
def _default() -> Gazette:
    return Gazette(KnowledgeBase.default())
