"""Trains the ranker: `python -m training.ranker [--out FILE]`.

Reads the sources of `training.sources`, trains, and writes `src/dragoman/coding/data/ranker.bin`. The same
data, lexicon and parser give the same file. Without PLV beside the checkout it says so and stops.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.coding.ranker import NONE, Ranker
from dragoman.lexicon.loader import Lexicon
from dragoman.model.ontology import TYPES
from dragoman.reader import Reader
from training.bags import Bag, instances
from training.packing import packed
from training.softmax import Instance, Weights, train
from training.sources import bag_of, lexicon_instances, own_instances, plv_rows

OUT = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "coding" / "data" / "ranker.bin"
LABELS = (*TYPES, NONE)
TURNS = (25, 25, 50)  # rounds of training; before each the bearers of the labels are chosen anew


@dataclass(frozen=True, slots=True)
class Settings:
    """How the ranker is trained, and by which margins it acts."""

    scales: dict[str, float] = field(
        default_factory=lambda: {
            "type": 3.0, "below": 0.5, "around": 0.3,
        }
    )  # fmt: skip
    penalty: float = 1.5
    margins: dict[str, float] = field(default_factory=lambda: {"type": 1.5, "none": 6.0})


def fit(bags: Sequence[Bag], known: Sequence[Instance], settings: Settings) -> Weights:
    """The weights learned from bags and from instances whose labels are known."""
    weights: Weights | None = None
    for rounds in TURNS:
        found = [*known, *instances(bags, weights)]
        weights = train(
            found, LABELS, settings.scales, penalty=settings.penalty, rounds=rounds, start=weights
        )
    assert weights is not None
    return weights


def pack(weights: Weights, settings: Settings) -> Ranker:
    """The weights as whole numbers of hashed features."""
    rows, scale = packed(weights)
    return Ranker(LABELS, rows, scale, settings.margins)


def known_instances(reader: Reader) -> list[Instance]:
    """The instances of the project's own sentences."""
    return [*own_instances(reader), *lexicon_instances(reader, Lexicon.load())]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    options = parser.parse_args(argv)
    rows = plv_rows()
    if rows is None:
        return 1
    reader = Reader(ranker=False)
    known = known_instances(reader)
    bags = [bag_of(reader, row) for row in rows]
    settings = Settings()
    ranker = pack(fit(bags, known, settings), settings)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(ranker.to_bytes())
    size = options.out.stat().st_size
    print(f"{len(known)} instances of own sentences, {len(bags)} of PLV; {options.out.name}: {size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
