"""Scores readings against newswire sentences and passages labelled for this project, kept as references.

    python -m evaluation.own_wire [--errors CLASS]

`data/own_wire.jsonl` has the form of `data/own_gold.jsonl` (`evaluation.own_gold` says how a passage is
rebuilt); `evaluation.own_wire_passages` says what was drawn. Every event of a passage is labelled from its
sentences alone, by `gold/GUIDELINES.md`, by one coder without the reader, and gone over once. Figures
and classes of faults are those of `evaluation.gold`.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from evaluation import own_gold
from evaluation.common import Json, load_lines, run
from evaluation.own_wire_passages import source_of
from evaluation.passages import PassageSet

REFERENCES = Path(__file__).parent / "data" / "own_wire.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    return own_gold.all_rebuilt(references(), source_of)


SET = PassageSet("own_wire", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
