"""Which stretch of a text plays which part in the record, and the text cut along these stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from dragoman.model import EventMention, Reading, Span

#: roles, the one that a stretch shows first where several cover it
ROLES = (
    "trigger", "actor", "recipient", "when", "where", "source", "cue", "status", "mention", "topic",
    "tone", "agreement", "unknown", "outlook", "sentence",
)  # fmt: skip
_RANK = {role: place for place, role in enumerate(ROLES)}


class Mark(NamedTuple):
    """A stretch of the text with its role and the place (0-based) of its event, -1 where it has none."""

    start: int
    end: int
    role: str
    event: int


class Segment(NamedTuple):
    """A stretch of the text that the same marks cover."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def role(self) -> str | None:
        """The role to show, None where nothing covers the stretch."""
        return min((m.role for m in self.marks), key=_RANK.__getitem__, default=None)

    @property
    def events(self) -> list[int]:
        """The events that the stretch belongs to, in order."""
        return sorted({m.event for m in self.marks if m.event >= 0})


def event_marks(event: EventMention, place: int = 0) -> list[Mark]:
    """The marks of one event."""
    spans: list[tuple[str, Span | None]] = [("trigger", event.trigger.span)]
    spans += [("actor", actor.span) for actor in event.actors]
    spans += [("recipient", actor.span) for actor in event.recipients]
    spans += [("when", event.when.span if event.when else None)]
    spans += [("where", event.where.span if event.where else None)]
    spans += [("source", said.span) for said in event.attribution]
    spans += [
        (item.field if item.field in ("status", "mention", "tone") else "topic", item.span)
        for item in event.evidence
    ]
    return [Mark(span.start, span.end, role, place) for role, span in spans if span]


def reading_marks(reading: Reading) -> list[Mark]:
    """All marks of a reading: of its events, and of what belongs to no event."""
    marks = [m for place, event in enumerate(reading.events) for m in event_marks(event, place)]
    for item in reading.attributions:
        marks.append(_loose(item.source.span, "source"))
        if item.cue:
            marks.append(_loose(item.cue.span, "cue"))
    marks += [_loose(item.span, "agreement") for item in reading.agreements]
    marks += [_loose(item.span, "outlook") for item in reading.outlook]
    marks += [_loose(item.span, "unknown") for item in reading.unknowns]
    return marks


def _loose(span: Span, role: str) -> Mark:
    return Mark(span.start, span.end, role, -1)


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """[start, end) cut wherever a mark begins or ends; together the segments are the whole stretch."""
    inside = sorted({m for m in marks if m.start < end and start < m.end})
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    active: list[Mark] = []
    waiting = iter(inside)
    coming = next(waiting, None)
    for left, right in pairwise(cuts):
        active = [m for m in active if m.end > left]
        while coming is not None and coming.start <= left:
            active.append(coming)
            coming = next(waiting, None)
        yield Segment(left, right, tuple(active))
