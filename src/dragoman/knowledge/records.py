"""What the knowledge base tells: entities, names found in a text, tenures, people, places, resolutions.

Dates are EDTF strings as far as they are known ("1990", "1990-05", "1990-05-12"); an open end is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

NameKind = Literal["name", "adjective", "people", "capital", "metonym", "acronym", "city", "region"]
EntityKind = Literal["country", "organisation", "group", "person", "place"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, an organisation, a group: something that can be a party to an event.

    `country` is ISO 3166-1 alpha-3 (also of states that are no more where ISO had a code), None for bodies of
    several states.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name of an entity found at [start, end) of a text; all entities it may name, the likeliest first."""

    start: int
    end: int
    text: str
    entities: tuple[str, ...]
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person held an office of a country (or organisation) from `start` to `end`.

    `office` is the canonical code ("head_of_state", "foreign_minister" ...); `title` what it is called there;
    `also` other spellings of the name, each after a semicolon ("Mao Tse-tung" of Mao Zedong).
    """

    entity: str
    country: str | None
    office: str
    title: str
    person: str
    start: str | None
    end: str | None
    origin: str
    also: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The person's name and its other spellings."""
        return (self.person, *filter(None, self.also.split(";")))


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its country (alpha-3), GeoNames id, and coordinates in degrees."""

    name: str
    country: str | None
    geonames: int | None
    latitude: float | None
    longitude: float | None
    population: int
    feature: str  # "city" | "capital" | "region" | "division" | "building" | "sea" | "country" ...

    @property
    def local(self) -> bool:
        """Whether it is a town or a district: there are many of a name, and few are known by it."""
        return self.feature in ("city", "division")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a mention, with a score from 0 to 1 and the reasons for it."""

    name: str | None
    country: str | None
    sector: str | None
    kind: str | None
    office: str | None
    holder: str | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention names. `country` is None where unsure; `candidates` holds what was considered.

    `person` is the personal name that stands in the mention itself; `office` the post as the mention words
    it; `holder` a person whom the knowledge base adds (never in the text). `political` says whether this can
    be a party to an event at all: a state, body, office, person, armed group or crowd, not a thing ("the
    agreement", "the economy").
    """

    text: str
    name: str | None
    country: str | None
    sector: str | None
    kind: Literal["country", "organisation", "office", "person", "group"] | None
    office: str | None
    holder: str | None
    person: str | None
    political: bool
    score: float
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class Facts(Protocol):
    """What a knowledge base must answer. Every call is pure and takes less than a millisecond."""

    def scan(self, text: str) -> list[NameHit]:
        """The known names in a text (states, demonyms, bodies, groups, capitals), longest first match."""

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""

    def country(self, alpha3: str) -> Entity | None:
        """The state of that code."""

    def holders(self, country: str, office: str, date: str | None) -> tuple[Tenure, ...]:
        """Who held an office of a country on a date (EDTF); no date: at the newest known time."""

    def people(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Tenure, ...]:
        """Tenures of the people whom a name (full or surname, any spelling) may mean, likeliest first."""

    def places(self, name: str) -> tuple[Place, ...]:
        """The places of that name, the largest first."""

    def capital(self, country: str) -> Place | None:
        """The capital of a state (alpha-3), with its coordinates where they are known."""
