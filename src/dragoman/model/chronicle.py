"""What the chronicle holds: tellings, events with their sources, statements and disagreements, decisions.

A *telling* is an event mention with the document it stands in, as the chronicle keeps it. Days are counted
as `datetime.date.toordinal` counts them. An event's id names its earliest telling (by publication, then by
id), and the id of every telling of an event finds it, so that ids outlive merges and rebuilds.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

DecisionKind = Literal["accept", "reject", "merge", "split", "correct", "add", "comment"]
DECISION_KINDS: tuple[str, ...] = ("accept", "reject", "merge", "split", "correct", "add", "comment")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or a recipient of one telling, with the words that name it."""

    side: Literal["actor", "recipient"]
    text: str | None = None
    start: int | None = None
    end: int | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: str | None = None
    office: str | None = None
    holder: str | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document tells it; `first` and `last` bound the days that it may mean."""

    id: str
    document: str
    local: str
    type: str
    status: str
    trigger: str
    trigger_start: int
    trigger_end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    rule: str
    confidence: float
    mode: str | None = None
    edtf: str | None = None
    when_text: str | None = None
    when_start: int | None = None
    when_end: int | None = None
    when_basis: str | None = None
    first: int | None = None
    last: int | None = None
    assumed: bool = False
    place: str | None = None
    place_country: str | None = None
    geonames: int | None = None
    place_text: str | None = None
    place_start: int | None = None
    place_end: int | None = None
    topics: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    official: bool = False
    agreements: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    parties: tuple[Party, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that tells of an event, with the quoted evidence. Copies of one text share a `group`."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    group: str
    telling: str
    quote: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of one field of an event; `chosen` marks the value that is shown."""

    field: str
    value: str
    telling: str
    document: str
    publisher: str | None
    published: str | None
    text: str | None
    span: tuple[int, int] | None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values of one field that cannot all hold, each with the tellings that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    note: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class EventLink:
    """A relation of an event to another; `origin` is the text that says so, or the rule that infers it."""

    source: str
    target: str
    kind: str
    origin: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two tellings that may be one event: score from 0 to 1, and why."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on the record: appended, never overwritten."""

    id: str
    kind: DecisionKind
    target: str
    who: str
    why: str
    at: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """What the chronicle believes happened, with everything that says so."""

    id: str
    type: str
    mode: str | None
    status: str
    edtf: str | None
    first: int | None
    last: int | None
    assumed: bool
    place: str | None
    place_country: str | None
    geonames: int | None
    parties: tuple[Party, ...]
    topics: tuple[str, ...]
    contexts: tuple[str, ...]
    tone: tuple[str, ...]
    score: float
    confidence: float
    independent: int
    tellings: tuple[str, ...]
    verdict: str | None = None
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    links: tuple[EventLink, ...] = ()
    merges: tuple[Likeness, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def countries(self) -> frozenset[str]:
        """The states that take part."""
        return frozenset(p.country for p in self.parties if p.country)

    def side(self, side: str) -> tuple[Party, ...]:
        """The actors or the recipients."""
        return tuple(p for p in self.parties if p.side == side)

    def to_dict(self) -> dict[str, Any]:
        """One line of `dragoman events --format jsonl`, as plain data."""
        when = next((s for s in self.statements if s.field == "when" and s.chosen), None)
        where = next((s for s in self.statements if s.field == "where" and s.chosen), None)
        fields = sorted({s.field for s in self.statements})
        return {
            "id": self.id, "type": self.type, "mode": self.mode, "status": self.status,
            "when": {"edtf": self.edtf, **_evidence(when)} if self.edtf else None,
            "where": {"name": self.place, "country": self.place_country, "geonames": self.geonames,
                      **_evidence(where)} if self.place or self.place_country else None,
            "actors": [_party(p) for p in self.side("actor")],
            "recipients": [_party(p) for p in self.side("recipient")],
            "topics": list(self.topics), "contexts": list(self.contexts), "tone": list(self.tone),
            "sources": [_source(s) for s in self.sources], "independent_sources": self.independent,
            "statements": {name: [_statement(s) for s in self.statements if s.field == name]
                           for name in fields},
            "disagreements": [_disagreement(d) for d in self.disagreements],
            "links": [{"from": k.source, "to": k.target, "kind": k.kind, "origin": k.origin}
                      for k in self.links],
            "merges": [asdict(m) for m in self.merges], "score": self.score,
            "confidence": self.confidence, "verdict": self.verdict, "comments": list(self.comments),
        }  # fmt: skip


def _evidence(statement: Statement | None) -> dict[str, Any]:
    if statement is None:
        return {"text": None, "span": None, "document": None}
    span = list(statement.span) if statement.span else None
    return {"text": statement.text, "span": span, "document": statement.document}


def _party(party: Party) -> dict[str, Any]:
    span = [party.start, party.end] if party.start is not None else None
    return {
        "text": party.text, "span": span, "name": party.name, "country": party.country,
        "sector": party.sector, "kind": party.kind, "office": party.office, "holder": party.holder,
        "inferred": list(party.inferred),
    }  # fmt: skip


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document, "title": source.title, "publisher": source.publisher,
        "published": source.published, "date": source.published, "url": source.url, "group": source.group,
        "mention": source.telling, "text": source.quote, "span": list(source.span),
    }  # fmt: skip


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "value": statement.value, "mention": statement.telling, **_evidence(statement),
        "publisher": statement.publisher, "published": statement.published, "chosen": statement.chosen,
    }  # fmt: skip


def _disagreement(item: Disagreement) -> dict[str, Any]:
    values = [{"value": value, "mentions": list(tellings)} for value, tellings in item.values]
    return {"field": item.field, "values": values, "note": item.note, "event": item.other}


@dataclass(frozen=True, slots=True)
class Stage:
    """One step in an agreement's life, with the words that tell it."""

    standing: str
    edtf: str | None
    document: str
    event: str | None
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """An instrument as the chronicle knows it; `standing` is the latest step of its life."""

    id: str
    title: str
    titles: tuple[str, ...]
    parties: tuple[str, ...]
    standing: str | None
    edtf: str | None
    scope: tuple[str, ...]
    life: tuple[Stage, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class OutlookItem:
    """A plan or a prediction, who made it, and what became of it."""

    id: str
    document: str
    kind: Literal["plan", "prediction"]
    text: str
    span: tuple[int, int]
    by: tuple[str, ...]
    topics: tuple[str, ...]
    made: str | None
    horizon: str | None
    first: int | None
    last: int | None
    type: str | None
    countries: tuple[str, ...]
    telling: str | None = None
    state: Literal["open", "fulfilled", "changed", "lapsed"] = "open"
    event: str | None = None
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The item as plain data."""
        return asdict(self)
