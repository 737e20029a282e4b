"""Scores readings against a third draw of passages from the sources of `evaluation.own_gold`.

    python -m evaluation.own_third [--errors CLASS]

Statements, guides to relations, statements of ministries and commands, stories: runs of three to six
sentences that name two foreign parties, drawn at random from what neither `gold/dev.jsonl` nor the other
sets hold, and of no record that a model is trained on. They are kept as references in the form of
`data/own_gold.jsonl`. Each passage was labelled by one of twelve coders, by `gold/GUIDELINES.md`, before
anything was read. Faults were studied in the look share alone.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from evaluation import own_gold
from evaluation.common import Json, load_lines, run
from evaluation.own_passages import source_of
from evaluation.passages import PassageSet

REFERENCES = Path(__file__).parent / "data" / "own_third.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    return own_gold.all_rebuilt(references(), source_of)


SET = PassageSet("own_third", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
