"""Scores readings against diplomatic and official prose written for this project.

    python -m evaluation.made_official [--errors CLASS]

`data/made_official.jsonl` has the gold form, texts included: passages in the manner of foreign ministries,
bodies of states, press briefings, proclamations, letters to a parliament, histories of relations, fact sheets
and defence ministries of many states, 1850-2024, thirty of them without an event. They were written and
labelled by `gold/GUIDELINES.md` before the reader saw them. Figures and classes of faults are those of
`evaluation.gold`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evaluation import gold, own_gold
from evaluation.common import Json, arguments, load_lines, print_fault_counts, print_faults, run, split_of
from evaluation.figures import Figure, by_split, print_confusion, print_figures

PASSAGES = Path(__file__).parent / "data" / "made_official.jsonl"


def rows() -> list[Json]:
    """All labelled passages."""
    return load_lines(PASSAGES)


def figures(passages: Sequence[gold.Passage]) -> list[Figure]:
    """The figures of `evaluation.gold`, under this scorer's name and without its bars."""
    named = ((one, one.name.removeprefix("gold.")) for one in gold.figures(passages))
    return [replace(one, name=f"made_official.{name}", bar=None) for one, name in named]


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
