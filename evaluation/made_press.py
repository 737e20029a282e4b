"""Scores readings against passages in the manner of papers, state media and wires, made for this project.

    python -m evaluation.made_press [--errors CLASS]

`data/made_press.jsonl` has the gold form, texts included: newspapers and magazines (`np`), state media and
official texts of many states and bodies (`so`), wires and radio (`wr`), from the 1930s to 2024, in dense and
rather literary prose, harder than most reports. Three coders wrote and labelled them by `gold/GUIDELINES.md`
before any was read by the reader; two others labelled `so` and `wr` anew without seeing the labels (type F1
0.97 and 1.00 against the first, with parties 0.94 and 0.90; the coders were schooled alike, so they agree
more than others would). Many passages tell of real events, in words and with details that are invented: they
are no source of history. Figures and classes of faults are those of `evaluation.gold`.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from evaluation.common import Json, load_lines, run
from evaluation.passages import PassageSet

PASSAGES = Path(__file__).parent / "data" / "made_press.jsonl"


@cache
def rows() -> tuple[Json, ...]:
    """All labelled passages."""
    return tuple(load_lines(PASSAGES))


SET = PassageSet("made_press", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
