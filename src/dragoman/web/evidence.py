"""The evidence of an event: each source's sentence with its parts lit, and who says what of each field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from dragoman.export.marks import Mark, segments
from dragoman.export.markup import esc
from dragoman.export.words import STATUS, date_words, event_name, tidy
from dragoman.model.chronicle import Decision, Event, Source, Statement

_ROLES = {"actors": "actor", "recipients": "recipient", "when": "when", "where": "where", "type": "trigger"}
_LIMIT = 1200
_FIELDS = (
    ("actors", "who"), ("recipients", "with or to whom"), ("when", "when"), ("where", "where"),
    ("type", "what"), ("mode", "how"), ("status", "standing"), ("topics", "about"),
    ("agreement", "agreement"), ("by", "reported by"),
)  # fmt: skip


@dataclass(slots=True)
class Value:
    """One value of a field, with those who give it."""

    shown: str
    chosen: bool
    sources: list[Statement] = field(default_factory=list)

    @property
    def told(self) -> list[tuple[Statement, int]]:
        """Each publisher with one of its statements and how many there are."""
        made: dict[str, list[Statement]] = {}
        for said in self.sources:
            made.setdefault(said.publisher or said.document, []).append(said)
        return [(found[0], len(found)) for found in made.values()]

    @property
    def inferred(self) -> bool:
        """Whether the value stands in no text."""
        return all(said.span is None for said in self.sources)


def lit(source: Source, statements: tuple[Statement, ...]) -> Markup:
    """The sentence of a source, its parts marked by role."""
    start, end = source.span
    stop = min(end, start + _LIMIT)
    marks = []
    for said in statements:
        role = _ROLES.get(said.field)
        if role and said.telling == source.telling and said.span is not None:
            marks.append(Mark(said.span[0], said.span[1], role, 0))
    out = []
    for part in segments(start, stop, marks):
        words = esc(source.quote[part.start - start : part.end - start].replace("\n", " "))
        out.append(f'<span class="s {part.role}" title="{part.role}">{words}</span>' if part.role else words)
    return Markup(f"{''.join(out)}{'…' if stop < end else ''}")  # noqa: S704 - `esc` escapes


def facts(event: Event) -> list[tuple[str, str, list[Value], bool]]:
    """Each field with its values, and whether the sources differ in it: field, name, values, disputed."""
    disputed = {d.field for d in event.disagreements}
    made = []
    for name, words in _FIELDS:
        found: dict[str, Value] = {}
        for said in event.statements:
            if said.field == name:
                shown = _shown(name, said.value, event)
                value = found.setdefault(shown, Value(shown, said.chosen))
                value.chosen |= said.chosen
                value.sources.append(said)
        values = sorted(found.values(), key=lambda v: (not v.chosen, -len(v.sources)))
        if values:
            made.append((name, words, values, name in disputed))
    return made


def _shown(name: str, value: str, event: Event) -> str:
    if name == "when":
        return date_words(value)
    if name == "type":
        return event_name(value, None)
    if name == "mode":
        try:
            return event_name(event.type, value)
        except KeyError:
            return tidy(value)
    return STATUS.get(value, value) if name == "status" else tidy(value) if name == "topics" else value


def history(event: Event, decisions: list[Decision]) -> list[Decision]:
    """What people decided on an event, the latest first."""
    inside = {event.id, *event.tellings}

    def concerns(decision: Decision) -> bool:
        data: dict[str, Any] = decision.data
        others = {str(data.get("with", ""))} | {str(name) for name in data.get("from", ()) or ()}
        return decision.target in inside or bool(others & inside)

    return [d for d in decisions if concerns(d)]
