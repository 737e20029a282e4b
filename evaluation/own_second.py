"""Scores readings against a second draw of passages from the sources of `evaluation.own_gold`.

    python -m evaluation.own_second [--errors CLASS]

Statements, guides to relations, statements of ministries and commands, stories: drawn as
`evaluation.own_passages` draws, by another seed, from what neither `gold/dev.jsonl` nor `data/own_gold.jsonl`
holds, and kept as references in the form of the latter. Each passage was labelled by one of five coders, by
`gold/GUIDELINES.md`, before anything was read. Faults were studied in the look share; of the aside share some
twenty patterns were tried in other words, by coders who had not seen its faults.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from evaluation import own_gold
from evaluation.common import Json, load_lines, run
from evaluation.own_passages import source_of
from evaluation.passages import PassageSet

REFERENCES = Path(__file__).parent / "data" / "own_second.jsonl"


@cache
def references() -> tuple[Json, ...]:
    """The labelled passages as they are kept: without their texts."""
    return tuple(load_lines(REFERENCES))


def rows() -> list[Json]:
    """All labelled passages with their texts."""
    return own_gold.all_rebuilt(references(), source_of)


SET = PassageSet("own_second", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
