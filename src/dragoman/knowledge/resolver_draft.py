"""What the resolver gathers about one mention while it reads it, and the resolution made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.knowledge.eras import state_on
from dragoman.knowledge.records import Candidate, Resolution

Kind = Literal["country", "organisation", "office", "person", "group"]


@dataclass(slots=True)
class Draft:
    """A resolution in the making."""

    name: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: Kind | None = None
    office: str | None = None
    holder: str | None = None
    person: str | None = None
    political: bool = True
    score: float = 0.5
    igo: bool = False
    related: bool = False
    #: whether its state is only that of the town of its seat: "the *Baghdad* office"
    seat: bool = False
    entity: str | None = None
    reasons: list[str] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    def because(self, reason: str) -> Draft:
        """The same draft with one more reason."""
        self.reasons.append(reason)
        return self

    def suggest(self, country: str | None, score: float, reason: str, name: str | None = None) -> None:
        """Adds a reading that is considered and not chosen."""
        if country and all(c.country != country for c in self.candidates):
            self.candidates.append(
                Candidate(name, country, self.sector, self.kind, self.office, None, score, (reason,))
            )

    def of_its_time(self, date: str | None) -> Draft:
        """The draft with its state at a date: Tass is Soviet until 1991, Czechs are of Czechoslovakia.

        "Russian" stood for Soviet until Russia declared itself sovereign in June 1990.
        """
        country = self.country or ""
        own = _OWN_NAMES.get(country)
        body = self.kind == "organisation" and own is not None and own not in (self.name or "").casefold()
        older = country in _BY_WORD and (date or "") < _BY_WORD[country]
        if body or (older and (country == "RUS" or self.kind != "country")):  # "Czechia" is the younger state
            self.country = state_on(country, None, date)
        return self

    def done(self, text: str) -> Resolution:
        """The resolution; what is no party to an event keeps no name, country or sector."""
        if not self.political:
            return Resolution(
                text, None, None, None, None, None, None, None, False, round(self.score, 3),
                tuple(self.reasons), tuple(self.candidates),
            )  # fmt: skip
        first = Candidate(
            self.name, self.country, self.sector, self.kind, self.office, self.holder, round(self.score, 3),
            tuple(self.reasons),
        )  # fmt: skip
        return Resolution(
            text, self.name, self.country, self.sector, self.kind, self.office, self.holder, self.person,
            True, round(self.score, 3), tuple(self.reasons), (first, *self.candidates),
        )  # fmt: skip


#: what bodies of a younger state are named by, where an older one held its land
_OWN_NAMES = {"RUS": "russia", "SRB": "serbia", "CZE": "czech"}


#: until when the words for a state and its people meant the older one as well
_BY_WORD = {"RUS": "1990-06-12", "CZE": "1993-01-01", "SVK": "1993-01-01"}


def nothing(reason: str, score: float = 0.9) -> Draft:
    """A mention that names no party."""
    return Draft(political=False, score=score, reasons=[reason])
