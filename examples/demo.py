"""`make demo`: reads the example texts, prints the records of a few and a summary of all, writes a page."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman import Document, Reader, Reading
from dragoman.export.page import reading_page
from dragoman.export.terminal import Printer
from dragoman.export.words import STATUS, counted
from dragoman.model import ImpliedActor

HERE = Path(__file__).parent
SHOWN = ("wire-story.txt", "disputed-claims.txt")


def documents() -> Iterator[Document]:
    """The example texts with their metadata."""
    for line in (HERE / "index.jsonl").read_text("utf-8").splitlines():
        known = json.loads(line)
        name = known.pop("file")
        actor = known.pop("actor", None)
        text = (HERE / name).read_text("utf-8")
        yield Document.of(text, id=name, actor=ImpliedActor(**actor) if actor else None, **known)


def summary(readings: list[Reading]) -> Table:
    """One row a text: how many events, by standing, agreements, statements."""
    table = Table(title="What was read", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for name in ("text", "words", "events", "of which", "agreements", "statements", "outlook", "left open"):
        table.add_column(name, justify="left" if name in ("text", "of which") else "right")
    for reading in readings:
        standing = [event.status for event in reading.events]
        parts = [f"{standing.count(name)} {STATUS[name]}" for name in STATUS if name in standing]
        table.add_row(
            reading.document.id, str(len(reading.document.text.split())), str(len(reading.events)),
            ", ".join(parts), str(len(reading.agreements)), str(len(reading.attributions)),
            str(len(reading.outlook)), str(len(reading.unknowns)),
        )  # fmt: skip
    return table


def main(folder: Path) -> None:
    """Read, print, and write `record.html` into the folder."""
    readings = list(Reader().read_many(documents()))
    printer = Printer(sys.stdout)
    for reading in readings:
        if reading.document.id in SHOWN:
            printer.show(reading)
    console = Console(width=None if sys.stdout.isatty() else 120)
    console.print()
    console.print(summary(readings))
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "record.html"
    page.write_text(reading_page(readings), "utf-8")
    events = sum(len(reading.events) for reading in readings)
    console.print(f"\n{counted(len(readings), 'text')}, {counted(events, 'event')}.")
    console.print(f"The records of all of them are in {page}: open it in a browser.", highlight=False)
    console.print("The command for your own texts is .venv/bin/dragoman read FILE", highlight=False)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-out"))
