"""Scores readings against passages in the manner of newswire, written and labelled for this project.

    python -m evaluation.made_wire [--errors CLASS]

`data/made_wire.jsonl` has the gold form, texts included. The passages tell of what happened from 1985 to
2024 as wires and papers of many countries tell it (datelines, headlines, passives, relative clauses, acts
told by nouns, quotations), some of no political event at all. They were written and labelled by
`gold/GUIDELINES.md` before any was read by the reader. Figures and classes of faults are those of
`evaluation.gold`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from evaluation import gold
from evaluation.common import Json, arguments, load_lines, print_fault_counts, print_faults, run, split_of
from evaluation.figures import Figure, by_split, print_confusion, print_figures

PASSAGES = Path(__file__).parent / "data" / "made_wire.jsonl"


@cache
def rows() -> tuple[Json, ...]:
    """All labelled passages."""
    return tuple(load_lines(PASSAGES))


def figures(passages: Sequence[gold.Passage]) -> list[Figure]:
    """The figures of `evaluation.gold`, under this scorer's name and without its bars."""
    named = ((one, one.name.removeprefix("gold.")) for one in gold.figures(passages))
    return [replace(one, name=f"made_wire.{name}", bar=None) for one, name in named]


def measure(given: Path | None = None, processes: int = 1) -> list[gold.Passage]:
    """Read and score the passages."""
    from evaluation.readings import given_or_read

    readings = given_or_read(gold.documents(rows()), given, processes=processes)
    return [gold.score_passage(row, readings[row["id"]]) for row in rows()]


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
