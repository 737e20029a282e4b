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
from pathlib import Path

from evaluation.common import Json, load_lines, run
from evaluation.passages import PassageSet

PASSAGES = Path(__file__).parent / "data" / "made_official.jsonl"


def rows() -> list[Json]:
    """All labelled passages."""
    return load_lines(PASSAGES)


SET = PassageSet("made_official", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
