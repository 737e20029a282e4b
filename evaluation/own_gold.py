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
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evaluation import gold
from evaluation.common import (
    Json,
    MissingDataError,
    arguments,
    load_lines,
    print_fault_counts,
    print_faults,
    run,
    split_of,
)  # fmt: skip
from evaluation.figures import Figure, by_split, print_confusion, print_figures
from evaluation.own_passages import Source, source_of

REFERENCES = Path(__file__).parent / "data" / "own_gold.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def rebuilt(row: Json, source: Source) -> Json:
    """A row of the gold form, its passage cut from the source; MissingDataError where it has changed."""
    text = source.text[slice(*row["source"]["span"])]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise MissingDataError(f"{row['id']} is not the passage that was labelled ({row['source']['file']})")
    events = [
        {**event, "trigger": {"text": text[slice(*event["trigger"])], "span": event["trigger"]}}
        for event in row["events"]
    ]
    known = {key: row[key] for key in ("id", "published", "publisher")}
    return {**known, "title": source.title, "actor": source.actor, "text": text, "events": events}


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    return [rebuilt(row, source_of(row["source"]["file"], row["source"]["record"])) for row in references()]


def documents(passages: Sequence[Json]) -> list[Json]:
    """The passages as they are given to the reader; lines of a log with their implied actor."""
    keys = ("id", "text", "published", "publisher", "title", "actor")
    return [{key: row[key] for key in keys if row.get(key)} for row in passages]


def figures(passages: Sequence[gold.Passage]) -> list[Figure]:
    """The figures of `evaluation.gold`, under this scorer's name and without its bars."""
    return [replace(one, name="own_" + one.name, bar=None) for one in gold.figures(passages)]


def measure(given: Path | None = None, processes: int = 1) -> list[gold.Passage]:
    """Read and score the passages."""
    from evaluation.readings import given_or_read

    passages = rows()
    readings = given_or_read(documents(passages), given, processes=processes)
    return [gold.score_passage(row, readings[row["id"]]) for row in passages]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins, over all and by split."""
    return by_split(measure(processes=processes), lambda p: split_of(p.name), figures)


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "").parse_args(argv)
    passages = measure(options.readings, options.processes)
    faults = [fault for passage in passages for fault in passage.faults]
    if options.errors:
        print_faults(faults, options.errors, options.all)
        return
    gold.print_types(passages)
    print("confusion (gold type: predicted type of the same sentence)")
    print_confusion(pair for passage in passages for pair in passage.confusion)
    print_figures(by_split(passages, lambda p: split_of(p.name), figures))
    print(f"passages {len(passages)}, silent {gold.total(passages)['silent']}")
    print_fault_counts(faults)


if __name__ == "__main__":
    sys.exit(run(main))
