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
from functools import cache
from pathlib import Path

from evaluation.common import Json, load_lines, run
from evaluation.passages import PassageSet

PASSAGES = Path(__file__).parent / "data" / "made_wire.jsonl"


@cache
def rows() -> tuple[Json, ...]:
    """All labelled passages."""
    return tuple(load_lines(PASSAGES))


SET = PassageSet("made_wire", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
