"""How events and lists are printed: tables for the eye, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import typer

from dragoman.asking import COLUMNS, flat
from dragoman.export.safe import shown
from dragoman.export.words import event_name
from dragoman.model.chronicle import Decision, Disagreement, Event

_SHOWN = ("id", "when", "type", "mode", "status", "parties", "place", "sources")
_FORMS = ("table", "jsonl", "csv")


def _form(form: str) -> str:
    if form not in _FORMS:
        raise typer.BadParameter(f"{form!r} is none of: {', '.join(_FORMS)}", param_hint="--format")
    return form


def print_events(events: Iterable[Event], form: str) -> None:
    """Events: a table, whole events one a line, or flat rows."""
    if _form(form) == "jsonl":
        _lines(event.to_dict() for event in events)
    elif form == "csv":
        _csv([flat(event) for event in events], COLUMNS)
    else:
        _table([_short(event) for event in events], _SHOWN)


def _short(event: Event) -> dict[str, Any]:
    row = flat(event)
    row["parties"] = row["actors"] + (f" → {row['recipients']}" if row["recipients"] else "")
    row["place"] = row["place"] or row["country"]
    return row


def print_rows(rows: Sequence[dict[str, Any]], columns: Sequence[str], form: str) -> None:
    """Any rows in any of the three forms."""
    if _form(form) == "jsonl":
        _lines(rows)
    elif form == "csv":
        _csv([{c: _cell(row[c]) for c in columns} for row in rows], columns)
    else:
        _table(rows, columns)


def _lines(items: Iterable[dict[str, Any]]) -> None:
    for item in items:
        typer.echo(json.dumps(item, ensure_ascii=True))


def _csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    writer = csv.DictWriter(sys.stdout, fieldnames=list(columns), lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({key: _guarded(value) for key, value in row.items()} for row in rows)


def _guarded(value: Any) -> Any:
    """A value that a spreadsheet does not take for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(_cell, value))
    return shown(str(value))


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    wide = None if sys.stdout.isatty() else 200
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("id", "event", "when"))
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    Console(file=sys.stdout, width=wide, highlight=False).print(table)


def _said(event: Event) -> str:
    row = _short(event)
    standing = "" if event.status == "occurred" else f" ({event.status})"
    place = f", {row['place']}" if row["place"] and row["place"] not in row["recipients"] else ""
    return f"{event_name(event.type, event.mode)}{standing}: {row['parties']}{place}"


def print_timeline(events: Sequence[Event]) -> None:
    """One paragraph an event: the day, what it was, the words, who says so; meetings below their visit."""
    held = _held(events)
    inside = {one.id for found in held.values() for one in found}
    for event in events:
        if event.id not in inside:
            _paragraph(event, 0)
            for one in held.get(event.id, ()):
                _paragraph(one, 2)


def _held(events: Sequence[Event]) -> dict[str, list[Event]]:
    """What each visit of a list holds of it, by the links that say so."""
    visits = {event.id for event in events if event.mode == "visit"}
    made: dict[str, list[Event]] = {}
    for event in events:
        whole = (k.target for k in event.links if k.kind == "part_of" and k.source == event.id)
        visit = next((name for name in whole if name in visits), None)
        if visit and event.id not in visits:
            made.setdefault(visit, []).append(event)
    return made


def _paragraph(event: Event, indent: int) -> None:
    pad = " " * indent
    typer.echo(shown(f"{pad}{event.edtf or _about(event):12} {_said(event)}"))
    source = event.sources[0]
    more = f" and {event.independent - 1} more" if event.independent > 1 else ""
    quote = " ".join(source.quote.split())
    typer.echo(shown(f"{pad}             “{quote}” ({source.publisher or source.document}{more})"))
    for item in event.disagreements:
        typer.echo(shown(f"{pad}             ! {_differing(item)}"))


def _about(event: Event) -> str:
    """For an event without a date of its own, the day on which it was first reported."""
    told = sorted(s.published for s in event.sources if s.published)
    return f"(by {told[0]})" if told else "(no date)"


def _differing(item: Disagreement) -> str:
    values = " / ".join(value for value, _ in item.values)
    return f"{item.field}: {values}: {item.note}" + (f" ({item.other})" if item.other else "")


def print_card(event: Event) -> None:
    """One event with what each source says, the disagreements, the links, the reasons of its merges."""
    typer.echo(shown(f"{event.id}  {event.edtf or '(day unknown)'}  {_said(event)}"))
    facts = [f"PLOVER score {event.score:g}", f"confidence {event.confidence:.2f}"]
    facts += [f"{event.independent} independent of {len(event.sources)} sources"]
    facts += [event.verdict] if event.verdict else []
    typer.echo("; ".join(facts))
    if event.topics:
        typer.echo(shown("topics: " + "; ".join(event.topics)))
    for source in event.sources:
        head = f"\n{source.publisher or source.document}, {source.published or 'no date'}  [{source.telling}]"
        typer.echo(shown(head))
        typer.echo(shown(f"  “{' '.join(source.quote.split())}” {source.span[0]}-{source.span[1]}"))
        if source.url:
            typer.echo(shown(f"  {source.url}"))
        for said in event.statements:
            if said.telling == source.telling:
                mark = "*" if said.chosen else " "
                words = f"  “{said.text}”" if said.text and said.text != said.value else ""
                typer.echo(shown(f"  {mark} {said.field}: {said.value}{words}"))
    for title, lines in (
        ("disagreements", [_differing(d) for d in event.disagreements]),
        ("links", [f"{k.source} {k.kind} {k.target} ({k.origin})" for k in event.links]),
        ("merged because", [f"{m.a} = {m.b}: {m.score} ({'; '.join(m.reasons)})" for m in event.merges]),
        ("comments", list(event.comments)),
    ):
        if lines:
            typer.echo(f"\n{title}:")
            for line in lines:
                typer.echo(shown(f"  {line}"))


def disagreement_rows(found: Sequence[tuple[Event, Disagreement]]) -> list[dict[str, Any]]:
    """Rows for a list of disagreements."""
    return [
        {"event": event.id, "field": item.field,
         "values": [f"{value} [{', '.join(ids)}]" for value, ids in item.values],
         "note": item.note, "other": item.other}
        for event, item in found
    ]  # fmt: skip


def print_decisions(items: Sequence[Decision], form: str) -> None:
    """All decisions."""
    rows = [
        {"id": d.id, "at": d.at, "who": d.who, "kind": d.kind, "target": d.target, "why": d.why,
         "data": json.dumps(d.data, ensure_ascii=False) if d.data else None}
        for d in items
    ]  # fmt: skip
    print_rows(rows, ("id", "at", "who", "kind", "target", "why", "data"), form)


def party_code(name: str) -> str:
    """The key of a party that is named in words; the words themselves where nobody knows them."""
    from dragoman.resolution.wordlists import plain

    found = party_given(name)
    return str(found.get("country") or f"~{plain(found['name'])}")


def party_given(name: str) -> dict[str, str]:
    """The fields of a party that a person names, as far as the knowledge base knows it."""
    from dragoman.knowledge import default
    from dragoman.knowledge.resolver import Resolver

    found = Resolver(default()).resolve(name)
    known = {key: getattr(found, key) for key in ("country", "sector", "kind", "office", "holder")}
    return {"name": found.name or name, **{key: value for key, value in known.items() if value}}


def value_given(field: str | None, value: str | None) -> Any:
    """The value of a correction as it is typed: several parties or topics are parted by semicolons."""
    parts = [part.strip() for part in (value or "").split(";") if part.strip()]
    if field in ("actors", "recipients"):
        return [party_given(part) for part in parts]
    return parts if field == "topics" else value


def hand_made(
    chronicle: Any, sentence: str, who: str, why: str, type: str | None, actors: Sequence[str],
    recipients: Sequence[str], when: str | None,
) -> str:  # fmt: skip
    """Add an event told by a person; its id."""
    from dragoman.model import Actor

    if not type or not actors:
        raise typer.BadParameter("add needs --type and at least one --actor")

    def made(name: str) -> Actor:
        known: dict[str, Any] = party_given(name)
        return Actor(**known)

    return str(
        chronicle.add_event(
            sentence, type=type, who=who, why=why, when=when, actors=[made(a) for a in actors],
            recipients=[made(r) for r in recipients],
        )
    )  # fmt: skip
