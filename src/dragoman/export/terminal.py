"""The record as a person reads it in a terminal.

Colour and cards where the output is a terminal (NO_COLOR is honoured), the same words in plain lines
elsewhere. Nothing that a text holds reaches the terminal as a command: see `dragoman.export.safe`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from dragoman.export import words
from dragoman.export.marks import event_marks, segments
from dragoman.export.parties import party
from dragoman.export.safe import line, shown
from dragoman.model import Actor, Agreement, EventMention, Outlook, Reading, Said
from dragoman.model.ontology import TYPES

WIDTH = 100  # of a card on a wide screen; longer lines are hard to read
_INFERRED = "°"
_LEGEND = f"{_INFERRED} inferred: not in the text, but from its context or the knowledge base"
_STYLES = {
    "trigger": "bold reverse", "actor": "bold cyan", "recipient": "bold magenta", "when": "yellow",
    "where": "green", "source": "blue", "cue": "blue", "status": "underline", "mention": "underline",
    "topic": "italic", "tone": "italic",
}  # fmt: skip
_QUAD = {"VCOOP": "blue", "MCOOP": "green", "VCONF": "yellow", "MCONF": "red"}
_LONG = 600  # characters of an evidence sentence that are shown


class Printer:
    """Prints readings one after another to a stream."""

    def __init__(self, stream: IO[str], *, width: int | None = None) -> None:
        plain = not stream.isatty()
        # a pipe has no width: 88 columns fit a mail, a page, half a screen
        self.console = Console(file=stream, highlight=False, width=width or (88 if plain else None))
        self.plain = not self.console.is_terminal
        self._count = 0

    def show(self, reading: Reading) -> None:
        """Print one reading."""
        if self._count:
            self.console.print()
            self.console.print(Rule(style="dim"))
        self._count += 1
        width = min(self.console.width, WIDTH)
        for part in record(reading, cards=not self.plain):
            text = self._render(part, width)
            self.console.file.write(text)
        self.console.file.flush()

    def _render(self, part: RenderableType, width: int) -> str:
        with self.console.capture() as capture:
            self.console.print(part, width=width)
        if not self.plain:
            return capture.get()
        return "\n".join(row.rstrip() for row in capture.get().split("\n"))


def record(reading: Reading, *, cards: bool = True) -> Iterator[RenderableType]:
    """The parts of the record, in order: head, events, agreements, outlook, unknowns, links, foot."""
    yield _head(reading)
    inferred = False
    for number, event in enumerate(reading.events, 1):
        inferred = inferred or any(a.inferred for a in (*event.actors, *event.recipients))
        yield from _card(event, number, cards)
    yield from _lists(reading)
    if inferred:
        yield Text()
        yield Text(_LEGEND, style="dim")


def _head(reading: Reading) -> RenderableType:
    doc = reading.document
    facts = [doc.publisher, words.date_words(doc.published) if doc.published else "date unknown"]
    facts += [words.counted(len(doc.text.split()), "word"), words.counted(len(reading.events), "event")]
    head = Text(line(doc.title) if doc.title else f"Document {line(doc.id)}", style="bold")
    head.append("\n" + " · ".join(line(fact) for fact in facts if fact), style="not bold dim")
    if doc.url:
        head.append("\n" + line(doc.url), style="not bold dim")
    for note in reading.notes:
        head.append(f"\nNote: {line(note)}", style="not bold yellow")
    if not reading.events and not reading.notes:
        head.append("\nNo event was read from this text.", style="not bold")
    return head


def _card(event: EventMention, number: int, cards: bool) -> Iterator[RenderableType]:
    title = Text(f"{number}  {words.event_title(event)}", style="bold")
    title.append(f" · {words.STATUS[event.status]}", style="not bold")
    title.append(f" · “{line(event.trigger.span.text)}”", style="not bold dim")
    body = Group(_facts(event), Text(), evidence(event), _small(event))
    if not cards:
        yield Text()
        yield title
        yield body
        return
    quad = TYPES[event.type].quad
    yield Panel(
        body, title=title, title_align="left", box=box.ROUNDED, border_style=_QUAD[quad], padding=(0, 1)
    )


def _facts(event: EventMention) -> Table:
    grid = _grid()
    both = bool(event.actors and event.recipients)
    _add(grid, "who", (_party(a, "actor") for a in event.actors))
    _add(grid, "to whom" if _directed(event) else "with", (_party(a, "recipient") for a in event.recipients))
    if not both and not event.actors and not event.recipients:
        _add(grid, "who", [Text("not said", style="dim")])
    if event.when:
        when = Text(words.date_words(event.when.edtf), style=_STYLES["when"])
        when.append(f"  {line(event.when.basis)}", style="not bold dim")
        _add(grid, "when", [when])
    if event.where:
        _add(grid, "where", [_where(event)])
    _add(grid, "according to", (_said(said) for said in event.attribution))
    for name, values in (("about", event.topics), ("tone", event.tone), ("context", event.contexts)):
        text = ", ".join(line(words.tidy(value)) for value in values)
        _add(grid, name, [Text(text)] if text else [])
    _add(grid, "note", (Text(line(note)) for note in event.notes))
    return grid


def _directed(event: EventMention) -> bool:
    return not TYPES[event.type].symmetric


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
    grid.add_column(style="dim", no_wrap=True, min_width=12)
    grid.add_column(overflow="fold")
    return grid


def _add(grid: Table, name: str, values: Iterable[Text]) -> None:
    for place, value in enumerate(values):
        grid.add_row(name if place == 0 else "", value)


def _party(actor: Actor, role: str) -> Text:
    out = Text()
    for place, part in enumerate(party(actor)):
        sign = _INFERRED if part.inferred else ""
        if place == 0:
            out.append(part.text + sign, style=_STYLES[role])
        elif part.role == "code":
            out.append(f"  {part.text}{sign}", style="dim")
        else:
            out.append(f", {part.text}{sign}")
    return out


def _where(event: EventMention) -> Text:
    where = event.where
    if where is None:
        return Text()
    out = Text(line(where.text or where.name or "?"), style=_STYLES["where"])
    if where.text and where.name and where.name.casefold() != where.text.casefold():
        out.append(f" ({line(where.name)})", style="not bold")
    if where.country:
        out.append(f"  {where.country}", style="dim")
    return out


def _said(said: Said) -> Text:
    out = Text(line(said.name or said.text or "?"), style=_STYLES["source"])
    cue = f", “{line(said.cue)}”" if said.cue else ""
    out.append(f" ({words.SOURCE[said.kind]}{cue})", style="dim")
    return out


def evidence(event: EventMention) -> Text:
    """The sentence that the event was read from, with the stretches of its parts coloured."""
    span = event.sentence
    out = Text("“")
    stop = min(span.end, span.start + _LONG)
    for part in segments(span.start, stop, event_marks(event)):
        raw = span.text[part.start - span.start : part.end - span.start]
        text = shown(re.sub(r"\s", " ", raw))
        out.append(text, style=_STYLES.get(part.role or "", Style.null()))
    out.append("…”" if stop < span.end else "”")
    return out


def _small(event: EventMention) -> Text:
    rule = f"rule {line(event.rule)} · confidence {event.confidence:.2f} · {line(event.id)}"
    return Text(rule, style="dim")


def _lists(reading: Reading) -> Iterator[RenderableType]:
    number = {event.id: place for place, event in enumerate(reading.events, 1)}
    yield from _list("Agreements", (_agreement(item, number) for item in reading.agreements))
    yield from _list("Outlook", (_outlook(item) for item in reading.outlook))
    yield from _list("Left open by the text", (Text(line(item.span.text)) for item in reading.unknowns))
    yield from _list("How the events hang together", _links(reading, number))
    if reading.attributions:
        sources = dict.fromkeys(line(item.source.span.text) for item in reading.attributions)
        count = words.counted(len(reading.attributions), "statement")
        many = words.counted(len(sources), "source")
        yield from _list("Who says what", [Text(f"{count} by {many}: {', '.join(sources)}")])


def _list(title: str, rows: Iterable[Text]) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, width=2)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(" ·", row)
    if grid.row_count:
        yield Text()
        yield Text(title, style="bold")
        yield grid


def _agreement(item: Agreement, number: dict[str, int]) -> Text:
    out = Text(line(item.title))
    out.append(f"  {line(words.agreement_line(item))}", style="dim")
    if item.event in number:
        out.append(f"  (event {number[item.event]})", style="dim")
    return out


def _outlook(item: Outlook) -> Text:
    out = Text(line(item.span.text))
    facts = [
        "so " + ", ".join(item.by) if item.by else "",
        f"by {words.date_words(item.horizon)}" if item.horizon else "",
    ]
    told = "; ".join(fact for fact in facts if fact)
    if told:
        out.append(f"  ({line(told)})", style="dim")
    return out


def _links(reading: Reading, number: dict[str, int]) -> Iterator[Text]:
    titles = {event.id: words.event_title(event).lower() for event in reading.events}
    for link in reading.links:
        if link.source in number and link.target in number:
            yield Text(
                f"{number[link.source]} ({titles[link.source]}) {words.LINK[link.kind]} "
                f"{number[link.target]} ({titles[link.target]})"
            )
