"""Scores readings against passages of a hundred and fifty outlets of all kinds, made for this project.

    python -m evaluation.made_mixed [--errors CLASS]

`data/made_mixed.jsonl` has the gold form, texts included: wires, papers and chronologies of the Cold War
(`co`), official statements and state media of 1990 to 2022 (`of`), papers and wires of 1997 to 2023 (`pr`), a
second draw over all of these, in plainer prose (`tw`), one of provinces and towns from 1956 to 2024 (`te`),
and two over all kinds from 1937 to 2024 (`el`, `tv`), no two of one outlet's style. Seven coders each wrote
and labelled theirs by `gold/GUIDELINES.md` before any was read by the reader. Many tell of real people,
in words and with details that are invented: they are no source of history. Figures and classes of faults are
those of `evaluation.gold`.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from evaluation.common import Json, load_lines, run
from evaluation.passages import PassageSet

PASSAGES = Path(__file__).parent / "data" / "made_mixed.jsonl"


@cache
def rows() -> tuple[Json, ...]:
    """All labelled passages."""
    return tuple(load_lines(PASSAGES))


SET = PassageSet("made_mixed", rows, __doc__ or "")
figures, gate_figures, main = SET.figures, SET.gate_figures, SET.main


if __name__ == "__main__":
    sys.exit(run(main))
