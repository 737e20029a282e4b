"""Scores readings against passages labelled for this project, kept as references to the measuring data.

    python -m evaluation.own_gold [--errors CLASS]

`data/own_gold.jsonl` holds no text: a row names a file of the measuring data, the record in it and the
offsets in its normalised text (`evaluation.own_passages` says how), with the SHA-256 of the passage. A
passage that is not what was labelled stops the scorer. Labels follow `gold/GUIDELINES.md`; they were made
by one coder, without the reader's output, and gone over once. Triggers are offsets into the passage;
parties and sources are short names. Figures and classes of faults are those of `evaluation.gold`.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from evaluation.common import Json, MissingDataError, load_lines, run
from evaluation.own_passages import Source, source_of
from evaluation.passages import PassageSet

REFERENCES = Path(__file__).parent / "data" / "own_gold.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def passage_text(row: Json, source: Source) -> str:
    """The passage of a row, cut from its source; MissingDataError where it is not what was labelled."""
    text = source.text[slice(*row["source"]["span"])]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise MissingDataError(f"{row['id']} is not the passage that was labelled ({row['source']['file']})")
    return text


def rebuilt(row: Json, source: Source) -> Json:
    """A row of the gold form, its passage cut from the source."""
    text = passage_text(row, source)
    events = [
        {**event, "trigger": {"text": text[slice(*event["trigger"])], "span": event["trigger"]}}
        for event in row["events"]
    ]
    known = {key: row[key] for key in ("id", "published", "publisher")}
    return {**known, "title": source.title, "actor": source.actor, "text": text, "events": events}


def all_rebuilt(rows: Iterable[Json], source: Callable[[str, str], Source]) -> list[Json]:
    """Labelled passages with their texts, each cut from the source of its file and record."""
    return [rebuilt(row, source(row["source"]["file"], row["source"]["record"])) for row in rows]


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    return all_rebuilt(references(), source_of)


SET = PassageSet("own_gold", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
