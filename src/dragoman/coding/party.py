"""A party: who a noun phrase names, as the coder works with it before it becomes an `Actor` of the record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.knowledge.records import Resolution
from dragoman.language import Token
from dragoman.model import Actor, Document


@dataclass(slots=True, unsafe_hash=True)  # never changed; a frozen one takes three times as long to make
class Party:
    """One state, body, office, person or group, with the words that name it: [start, end) of the text.

    `start == end == -1` where no words of the text name it (the implied actor of telegraphic prose).
    """

    start: int
    end: int
    name: str | None
    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    office: str | None = None
    holder: str | None = None
    person: str | None = None
    political: bool = True
    plural: bool = False
    score: float = 0.0
    inferred: frozenset[str] = frozenset()
    head: Token | None = None

    def with_country(self, country: str | None) -> Party:
        """The same party with the country that context gives it."""
        if country is None or self.country is not None:
            return self
        return replace(self, country=country, inferred=self.inferred | {"country"})

    @property
    def key(self) -> tuple[str | None, str | None]:
        """What makes two parties the same one: country with who is meant within it."""
        return (self.country, (self.person or self.name or "").casefold() or None)

    def same_as(self, other: Party) -> bool:
        """Whether two parties name the same one, as far as the words tell."""
        if self.start == other.start and self.end == other.end:
            return True
        if self.person and other.person:
            return self.person.split()[-1].casefold() == other.person.split()[-1].casefold()
        return self.key == other.key

    def to_actor(self, doc: Document) -> Actor:
        """The party as the record holds it."""
        span = doc.span(self.start, self.end) if self.start >= 0 else None
        inferred = set(self.inferred)
        if self.holder:
            inferred.add("holder")
        # sector and kind are the knowledge base's words; pydantic refuses what is none of the ontology
        return Actor(
            span=span,
            name=self.name,
            country=self.country,
            sector=self.sector,  # type: ignore[arg-type]
            kind=self.kind,  # type: ignore[arg-type]
            office=self.office,
            holder=self.holder,
            inferred=tuple(sorted(inferred)),
        )


def from_resolution(resolution: Resolution, start: int, end: int, head: Token | None) -> Party:
    """The party that the knowledge base sees in the words at [start, end)."""
    plural = head is not None and head.tag in ("NNS", "NNPS")
    return Party(
        start, end, resolution.name, resolution.country, resolution.sector, resolution.kind,
        resolution.office, resolution.holder, resolution.person, resolution.political, plural,
        resolution.score, head=head,
    )  # fmt: skip
