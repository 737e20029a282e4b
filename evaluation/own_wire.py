"""Scores readings against newswire sentences and passages labelled for this project, kept as references.

    python -m evaluation.own_wire [--errors CLASS]

`data/own_wire.jsonl` has the form of `data/own_gold.jsonl` (`evaluation.own_gold` says how a passage is
rebuilt); `evaluation.own_wire_passages` says what was drawn. Every event of a passage is labelled from its
sentences alone, by `gold/GUIDELINES.md`, by one coder without the reader, and gone over once. Figures
and classes of faults are those of `evaluation.gold`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evaluation import gold, own_gold
from evaluation.common import Json, arguments, load_lines, print_fault_counts, print_faults, run, split_of
from evaluation.figures import Figure, by_split, print_confusion, print_figures
from evaluation.own_wire_passages import source_of

REFERENCES = Path(__file__).parent / "data" / "own_wire.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    found = ((row, row["source"]) for row in references())
    return [own_gold.rebuilt(row, source_of(at["file"], at["record"])) for row, at in found]


def figures(passages: Sequence[gold.Passage]) -> list[Figure]:
    """The figures of `evaluation.gold`, under this scorer's name and without its bars."""
    named = ((one, one.name.removeprefix("gold.")) for one in gold.figures(passages))
    return [replace(one, name=f"own_wire.{name}", bar=None) for one, name in named]


def measure(given: Path | None = None, processes: int = 1) -> list[gold.Passage]:
    """Read and score the passages."""
    from evaluation.readings import given_or_read

    passages = rows()
    readings = given_or_read(own_gold.documents(passages), given, processes=processes)
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
