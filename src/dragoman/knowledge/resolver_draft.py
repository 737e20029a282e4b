"""What the resolver gathers about one mention while it reads it, and the resolution made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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


def nothing(reason: str, score: float = 0.9) -> Draft:
    """A mention that names no party."""
    return Draft(political=False, score=score, reasons=[reason])
