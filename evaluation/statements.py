"""Reads long official statements and checks what must hold of any reading.

    python -m evaluation.statements [FILE] [--limit N]

Every text is read without an exception, every span quotes the text, nothing that occurred lies after
publication. Prints events per 1,000 words and words per second.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.common import (
    Fault,
    Json,
    arguments,
    in_share,
    load_lines,
    print_fault_counts,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.dates import after
from evaluation.figures import Figure, by_split, figure, print_figures, ratio_of_sums, share
from evaluation.readouts import brief

DATA = "data/whitehouse_readouts/statements-2021-2022.jsonl"
GATE_SHARE = 0.08


def quotes(value: Any) -> Iterator[tuple[str | None, list[int]]]:
    """Every (text, span) pair of a reading in the contract."""
    if isinstance(value, dict):
        if isinstance(value.get("span"), list):
            yield value.get("text"), value["span"]
        for part in value.values():
            yield from quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes(part)


def bad_quotes(reading: Json) -> list[str]:
    """The spans of a reading that do not quote its document."""
    text = reading["document"]["text"]
    wrong = []
    for said, (start, end) in quotes({k: v for k, v in reading.items() if k != "document"}):
        stands = text[start:end]
        inside = 0 <= start < end <= len(text)
        if not inside or (said is not None and said != stands):
            wrong.append(f"{said!r} at [{start}, {end}], where {stands!r} stands")
    for event in reading["events"]:
        start, end = event["trigger"]["span"]
        low, high = event["sentence"]
        if not low <= start < end <= high:
            wrong.append(f"trigger at [{start}, {end}] outside its sentence [{low}, {high}]")
    return wrong


@dataclass(frozen=True, slots=True)
class Case:
    """One checked reading."""

    name: str
    words: int
    types: tuple[str, ...]
    future: bool
    faults: tuple[Fault, ...]


def score_row(row: Json, reading: Json) -> Case:
    """Check one reading."""
    published = row.get("published")
    late = [
        e for e in reading["events"]
        if e["status"] == "occurred" and e["when"] and after(e["when"]["edtf"], published)
    ]  # fmt: skip
    faults = [
        Fault("future", row["id"], str(published), brief(e), row["text"][slice(*e["sentence"])]) for e in late
    ]
    faults += [
        Fault("span", row["id"], "a span that quotes the text", wrong) for wrong in bad_quotes(reading)
    ]
    types = tuple(event["type"] for event in reading["events"])
    return Case(row["id"], len(row["text"].split()), types, bool(late), tuple(faults))


def figures(cases: Sequence[Case]) -> list[Figure]:
    """The figures over some statements."""
    density = [(float(len(c.types)), c.words / 1000) for c in cases]
    spans = [any(f.kind == "span" for f in c.faults) for c in cases]
    return [
        figure("statements.events per 1000 words", density, ratio_of_sums),
        share("statements.future event", [c.future for c in cases], bar=0.05, high_is_good=False),
        share("statements.bad spans", spans, bar=0.0, high_is_good=False),
    ]


def measure(rows: Sequence[Json], given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and check statements."""
    from evaluation.readings import given_or_read

    keys = ("id", "text", "published", "title", "publisher")
    documents = [{key: row[key] for key in keys if row.get(key)} for row in rows]
    readings = given_or_read(documents, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins, over a fixed share of the statements."""
    rows = [row for row in load_lines(shared(DATA)) if in_share(row["id"], GATE_SHARE)]
    made = by_split(measure(rows, processes=processes), lambda c: split_of(c.name), figures)
    return [one for one in made if "per 1000" not in one.name]


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__ or "", file="a file of documents, one JSON object a line")
    parser.add_argument("--limit", type=int, help="read only the first N")
    options = parser.parse_args(argv)
    rows = load_lines(options.file or shared(DATA))[: options.limit]
    begun = time.perf_counter()
    cases = measure(rows, options.readings, options.processes)
    spent = time.perf_counter() - begun
    faults = [fault for case in cases for fault in case.faults]
    if options.errors:
        print_faults(faults, options.errors, options.all)
        return
    print(", ".join(f"{kind} {n}" for kind, n in Counter(t for c in cases for t in c.types).most_common()))
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))
    words = sum(case.words for case in cases)
    print(f"{len(cases)} statements, {words} words in {spent:.1f} s: {words / spent:.0f} words/s")
    print(
        "(readings kept from an earlier run count as read; `python -m benchmarks.reading` times the reader)"
    )
    print_fault_counts(faults)


if __name__ == "__main__":
    sys.exit(run(main))
