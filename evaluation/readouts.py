"""Scores readings of official readouts against what their titles say.

    python -m evaluation.readouts [FILE] [--errors CLASS]

FILE has lines {"id","text","published","expect":{"type","mode","countries"}}; the reader gets the body and
the date, never the title. A reading is found if one CONSULT that occurred has all expected countries among
its parties; its mode and date are then judged. Classes of faults: not found, mode, when, future.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import (
    Fault,
    Json,
    arguments,
    load_lines,
    print_fault_counts,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.dates import after, stated_dates
from evaluation.figures import Figure, by_split, print_figures, share

DATA = "data/whitehouse_readouts/readouts-2021-2022.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """One scored readout. `on_day`: dated on publication; `stated`: on it or on a day the text states."""

    name: str
    found: bool
    mode: bool
    on_day: bool
    stated: bool
    future: bool
    faults: tuple[Fault, ...]


def brief(event: Json) -> str:
    """An event in one line."""
    sides = [
        ", ".join(f"{a['text'] or a['name']} ({a['country'] or '-'})" for a in event[side]) or "-"
        for side in ("actors", "recipients")
    ]
    when = event["when"]["edtf"] if event["when"] else None
    head = f"{event['type']}/{event['mode'] or '-'} «{event['trigger']['text']}»"
    return f"{head} {sides[0]} -> {sides[1]}; {event['status']}, {when}"


def countries(event: Json) -> set[str]:
    """The countries of an event's parties."""
    return {a["country"] for a in event["actors"] + event["recipients"] if a["country"]}


def score_row(row: Json, reading: Json) -> Case:
    """Score the reading of one readout."""
    expect, published = row["expect"], row["published"]
    events = reading["events"]
    meetings = [e for e in events if e["type"] == expect["type"] and e["status"] == "occurred"]
    full = [e for e in meetings if set(expect["countries"]) <= countries(e)]
    late = [
        e for e in events if e["status"] == "occurred" and e["when"] and after(e["when"]["edtf"], published)
    ]
    faults = []

    def fault(kind: str, gold: object, shown: Sequence[Json]) -> None:
        got = "\n        ".join(map(brief, shown)) or "(no event)"
        faults.append(Fault(kind, row["id"], str(gold), got, row["text"][:300]))

    if late:
        fault("future", published, late)
    if not full:
        fault("not found", expect, events)
        return Case(row["id"], False, False, False, False, bool(late), tuple(faults))
    event = full[0]
    mode = (event["mode"] == "phone") == (expect["mode"] == "phone")
    when = event["when"]["edtf"] if event["when"] else None
    on_day, stated = when == published, when in {published} | stated_dates(row["text"], published)
    if not mode:
        fault("mode", expect["mode"], [event])
    if not stated:
        fault("when", published, [event])
    return Case(row["id"], True, mode, on_day, stated, bool(late), tuple(faults))


def figures(cases: Sequence[Case]) -> list[Figure]:
    """The figures over some readouts."""
    found = [case for case in cases if case.found]
    return [
        share("readouts.found", [c.found for c in cases], bar=0.92),
        share("readouts.phone of found", [c.mode for c in found], bar=0.92),
        share("readouts.when of found", [c.stated for c in found], bar=0.85),
        share("readouts.when", [c.stated for c in cases], bar=0.85),
        share("readouts.when is published, of found", [c.on_day for c in found]),
        share("readouts.future event", [c.future for c in cases], bar=0.05, high_is_good=False),
    ]


def measure(file: Path | None = None, given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and score a file of readouts, bodies only."""
    from evaluation.readings import given_or_read

    rows = load_lines(file or shared(DATA))
    documents = [{key: row[key] for key in ("id", "text", "published")} for row in rows]
    readings = given_or_read(documents, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return by_split(measure(processes=processes), lambda c: split_of(c.name), figures)


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "", file="a file of readouts").parse_args(argv)
    cases = measure(options.file, options.readings, options.processes)
    faults = [fault for case in cases for fault in case.faults]
    if options.errors:
        print_faults(faults, options.errors, options.all)
        return
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))
    print_fault_counts(faults)


if __name__ == "__main__":
    sys.exit(run(main))
