"""The events of readings as a table: one row an event, parties side by side.

Columns hold plain values: lists become text joined by "; ", so that a row survives a spreadsheet. The
offsets of the trigger stay, so that every row can be traced to its characters.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import IO, Any

from dragoman.errors import MissingExtra
from dragoman.model import Actor, EventMention, Reading
from dragoman.model.ontology import TYPES, score_of

COLUMNS = (
    "document", "published", "publisher", "event", "type", "mode", "status", "actors", "actor_countries",
    "recipients", "recipient_countries", "when", "when_basis", "where", "where_country", "according_to",
    "topics", "contexts", "tone", "quad", "score", "confidence", "rule", "trigger", "trigger_start",
    "trigger_end", "sentence",
)  # fmt: skip
_LEADS = ("=", "+", "-", "@", "\t", "\r")


def event_rows(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """One row an event, with the keys of `COLUMNS`; unknown is None."""
    for reading in readings:
        for event in reading.events:
            yield dict(zip(COLUMNS, _row(reading, event), strict=True))


def _row(reading: Reading, event: EventMention) -> tuple[Any, ...]:
    doc, when, where, trigger = reading.document, event.when, event.where, event.trigger.span
    return (
        doc.id, doc.published, doc.publisher, event.id, event.type, event.mode, event.status,
        _joined(_name(a) for a in event.actors), _joined(a.country for a in event.actors),
        _joined(_name(a) for a in event.recipients), _joined(a.country for a in event.recipients),
        when.edtf if when else None, when.basis if when else None,
        (where.name or where.text) if where else None, where.country if where else None,
        _joined(said.name or said.text for said in event.attribution),
        _joined(event.topics), _joined(event.contexts), _joined(event.tone),
        TYPES[event.type].quad, score_of(event.type, event.mode), event.confidence, event.rule,
        trigger.text, trigger.start, trigger.end, event.sentence.text,
    )  # fmt: skip


def _name(actor: Actor) -> str | None:
    return actor.name or actor.text or actor.office


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


def events_frame(readings: Iterable[Reading]) -> Any:
    """The events as a pandas DataFrame with the columns `COLUMNS`; MissingExtra without pandas."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra(
            "a DataFrame needs pandas, which is not installed.", hint="Install dragoman[pandas]."
        ) from error
    return pd.DataFrame(list(event_rows(readings)), columns=list(COLUMNS))


def write_csv(readings: Iterable[Reading], stream: IO[str]) -> int:
    """The events as CSV with a head line; the number of rows.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in event_rows(readings):
        writer.writerow({key: _cell(value) for key, value in row.items()})
        count += 1
    return count


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_LEADS) else value
