"""A knowledge base that remembers its answers: names and titles recur within a text and across a corpus."""

from __future__ import annotations

from functools import lru_cache

from dragoman.knowledge.records import Entity, Facts, NameHit, Tenure

_KEPT = 20_000


class Remembered:
    """The same answers as the knowledge base behind it, people of a name once for each year."""

    def __init__(self, facts: Facts) -> None:
        keep = lru_cache(maxsize=_KEPT)
        self._facts = facts
        self._people = keep(facts.people)
        self.places = keep(facts.places)
        self.capital = keep(facts.capital)
        self.holders = keep(facts.holders)
        self._codes = keep(getattr(facts, "office_codes", _no_codes))
        self.bearers = keep(getattr(facts, "bearers", _one))

    def scan(self, text: str) -> list[NameHit]:
        """The known names in a text."""
        return self._facts.scan(text)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""
        return self._facts.entity(entity_id)

    def country(self, alpha3: str) -> Entity | None:
        """The state of that code."""
        return self._facts.country(alpha3)

    def people(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Tenure, ...]:
        """Tenures of the people whom a name may mean; the date ranks them by its year alone."""
        return self._people(name, date[:4] if date else None, country)

    def office_codes(self, title: str, country: str | None) -> tuple[str, ...]:
        """The codes of the offices that a title may be; none where the knowledge base does not tell."""
        return tuple(self._codes(title, country))


def _no_codes(title: str, country: str | None) -> tuple[str, ...]:
    return ()


def _one(word: str) -> int:
    return 1
