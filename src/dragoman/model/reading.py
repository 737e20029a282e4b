"""A reading: everything read from one document by one version of the reader.

Invariants: records are frozen; every value of an event carries the span it was read from, or is named in
`inferred`; same document and same version give the same reading, byte for byte. The JSON form is the
output contract `dragoman/reading/1` (see `dragoman.model.contract`).
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from dragoman.model.document import Document, Record, Span
from dragoman.model.ontology import (
    ActorKind,
    Context,
    EventType,
    LinkKind,
    Sector,
    SourceKind,
    Standing,
    Status,
)  # fmt: skip

SCHEMA = "dragoman/reading/1"


class Spanned(Record):
    """Something read from a stretch of text."""

    span: Span | None = None

    @property
    def text(self) -> str | None:
        """The quoted characters, or None where the value stands in no text."""
        return self.span.text if self.span else None


class Quote(Spanned):
    """A stretch of text, quoted: a trigger, a source, a cue, a content, an unknown."""

    span: Span


class Actor(Spanned):
    """A party to an event, as the text names it and as the knowledge base knows it.

    `name` is the normalised name of who is meant; `office` the post as the text gives it; `holder` the
    person who held it. Fields named in `inferred` come from knowledge or context, not from the span.
    """

    name: str | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3")
    sector: Sector | None = None
    kind: ActorKind | None = None
    office: str | None = None
    holder: str | None = None
    inferred: tuple[str, ...] = ()


class When(Spanned):
    """When an event took place: EDTF, the words it was read from, and how it was found."""

    edtf: str
    basis: str = Field(description="in words: how the date was found")


class Where(Spanned):
    """Where an event took place."""

    name: str | None = None
    country: str | None = None
    geonames: int | None = None


class Said(Spanned):
    """Who reports an event: the source, the cue, and the kind of source."""

    cue: str | None = None
    name: str | None = None
    kind: SourceKind


class Evidence(Spanned):
    """The words from which one value of an event was read: its status, its mode, a topic, a tone."""

    field: Literal["mode", "context", "topic", "tone", "status", "mention"]
    value: str
    span: Span


class EventMention(Record):
    """One event as one document tells it."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[Context, ...] = ()
    topics: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    status: Status = "occurred"
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    trigger: Quote
    when: When | None = None
    where: Where | None = None
    attribution: tuple[Said, ...] = ()
    sentence: Span
    rule: str
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = Field(default=(), description="what a reader of the record must know")


class Attribution(Record):
    """Who says what: source, cue and content, whether or not the content holds an event.

    `nested_in` is the place (0-based) in the reading's `attributions` of the one whose content holds this.
    """

    source: Quote
    cue: Quote | None = None
    content: Quote | None = None
    kind: SourceKind
    nested_in: int | None = None


class Agreement(Record):
    """An instrument: treaty, partnership, memorandum, communiqué. `parties` are country codes or names."""

    title: str
    span: Span
    parties: tuple[str, ...] = ()
    when: str | None = None
    scope: tuple[str, ...] = ()
    standing: Standing | None = None
    event: str | None = None


class Outlook(Quote):
    """What somebody expects or plans: the words, who says so, about what, by when."""

    by: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    horizon: str | None = None
    event: str | None = None


class Link(Record):
    """A relation between two events of the reading, by their ids."""

    source: str = Field(alias="from")
    target: str = Field(alias="to")
    kind: LinkKind


class Reading(Record):
    """Everything read from one document by one version of the reader."""

    reader: str
    document: Document
    events: tuple[EventMention, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    unknowns: tuple[Quote, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = Field(default=(), description="what kept the reader from reading")

    def event(self, event_id: str) -> EventMention:
        """The event of that id; KeyError where there is none."""
        for event in self.events:
            if event.id == event_id:
                return event
        raise KeyError(event_id)

    def to_dict(self) -> dict[str, Any]:
        """The reading in the output contract `dragoman/reading/1`, as plain data."""
        from dragoman.model.contract import to_contract

        return to_contract(self)

    def to_json(self) -> str:
        """The reading as one line of JSON, in the output contract."""
        from dragoman.model.contract import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, line: str | bytes) -> Reading:
        """A reading from one line of JSON in the output contract; RecordError where it does not fit."""
        from dragoman.model.contract import from_json

        return from_json(line)

    def to_pandas(self) -> Any:
        """The events as a pandas DataFrame, one row each (pandas must be installed)."""
        from dragoman.export.frame import events_frame

        return events_frame([self])

    def _repr_html_(self) -> str:
        from dragoman.export.page import reading_fragment

        return reading_fragment(self)
