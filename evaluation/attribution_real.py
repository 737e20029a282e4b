"""Attribution relations of twenty real news stories, scored as `evaluation.attribution` scores.

    python -m evaluation.attribution_real [--split SPLIT] [--errors]

`data/attribution_real.jsonl` holds no text: a row names a story of the measuring data, chosen at random with
a fixed seed (ten of GUM, ten of MEANTIME), and has the SHA-256 of what was labelled, its first 3,500
characters at most. The stories are of business, technology and crime as well as of politics. Two coders who
had not seen the reader's rules labelled ten each, in the manner of PARC 3 (Pareti 2016).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation import attribution
from evaluation.common import Json, load_lines, run
from evaluation.figures import Figure
from evaluation.own_gold import passage_text
from evaluation.own_passages import source_of

REFERENCES = Path(__file__).parent / "data" / "attribution_real.jsonl"


def rows() -> Iterator[Json]:
    """The labelled stories with their texts."""
    for row in load_lines(REFERENCES):
        source = source_of(row["source"]["file"], row["source"]["record"])
        yield {**row, "text": passage_text(row, source)}


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return attribution.figures_of("attribution_real", list(rows()))


def main(argv: Sequence[str] | None = None) -> None:
    """Print the figures of a split, or what was missed and what was too much."""
    attribution.main(argv, rows, __doc__)


if __name__ == "__main__":
    sys.exit(run(main))
