"""Sets of labelled passages in the gold form, scored as `evaluation.gold` scores: one scorer for all of them.

A module of such a set says where its rows are and makes a `PassageSet`, whose `gate_figures` and `main` it
offers as its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation import gold
from evaluation.common import Json, arguments, print_fault_counts, print_faults, split_of
from evaluation.figures import Figure, by_split, print_confusion, print_figures


@dataclass(frozen=True, slots=True)
class PassageSet:
    """A set: `name` stands before each figure, `rows` gives texts and labels, `about` is its help."""

    name: str
    rows: Callable[[], Sequence[Json]]
    about: str

    def figures(self, passages: Sequence[gold.Passage]) -> list[Figure]:
        """The figures of `evaluation.gold`, under the set's name and without its bars."""
        named = ((one, one.name.removeprefix("gold.")) for one in gold.figures(passages))
        return [replace(one, name=f"{self.name}.{name}", bar=None) for one, name in named]

    def measure(self, given: Path | None = None, processes: int = 1) -> list[gold.Passage]:
        """Read and score the passages."""
        from evaluation.readings import given_or_read

        passages = self.rows()
        readings = given_or_read(gold.documents(passages), given, processes=processes)
        return [gold.score_passage(row, readings[row["id"]]) for row in passages]

    def gate_figures(self, processes: int = 1) -> list[Figure]:
        """The figures that the gate pins, over all and by split."""
        return by_split(self.measure(processes=processes), lambda p: split_of(p.name), self.figures)

    def main(self, argv: Sequence[str] | None = None) -> None:
        """Print the figures, or the faults of a class."""
        options = arguments(self.about).parse_args(argv)
        passages = self.measure(options.readings, options.processes)
        faults = [fault for passage in passages for fault in passage.faults]
        if options.errors:
            print_faults(faults, options.errors, options.all)
            return
        gold.print_types(passages)
        print("confusion (gold type: predicted type of the same sentence)")
        print_confusion(pair for passage in passages for pair in passage.confusion)
        print_figures(by_split(passages, lambda p: split_of(p.name), self.figures))
        print(f"passages {len(passages)}, silent {gold.total(passages)['silent']}")
        print_fault_counts(faults)
