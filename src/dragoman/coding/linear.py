"""A linear model over hashed features, with weights that are small whole numbers.

Scores are exact sums of whole numbers: the same on every machine, in any batch.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import ClassVar, Self

_BITS = 24  # of a lane: room for the rows of 65,000 features
_LANE = (1 << _BITS) - 1
_LEAST = 128  # put to each number, so that none is below nought
_KEPT = 50_000  # rows that are kept in the form that adds


class Linear:
    """Weights of hashed features, a row of one number a label for each bucket.

    `scale` makes log odds of them; `margins` says by how many log odds another label must lead to be taken.
    """

    magic: ClassVar[bytes] = b""  # the first line of its files
    file: ClassVar[str] = ""  # the name of the package's own file

    def __init__(self, labels: Sequence[str], rows: bytes, scale: float, margins: dict[str, float]) -> None:
        self.labels = tuple(labels)
        self.index = {label: n for n, label in enumerate(self.labels)}
        self._rows = memoryview(rows).cast("b")
        self.width = len(self.labels)
        self._buckets = len(rows) // self.width
        self.scale = scale
        self._lanes = range(0, self.width * _BITS, _BITS)
        self._told: dict[str, int] = {}
        self.margins = dict(margins)
        #: the content's digest, part of the reader's version; of the weights themselves, since packing takes
        #: time and another release of zlib packs otherwise
        self.version = hashlib.sha256(self._head() + rows).hexdigest()[:8]

    @classmethod
    def load(cls, path: Path | None = None) -> Self | None:
        """The model of a file, or of the package; None where the package has none."""
        if path is not None:
            return cls.from_bytes(path.read_bytes())
        file = resources.files("dragoman.coding").joinpath("data", cls.file)
        return cls.from_bytes(file.read_bytes()) if file.is_file() else None

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The model that `to_bytes` wrote. Raises ValueError for anything else."""
        if not data.startswith(cls.magic):
            raise ValueError("this is no file of ranker weights")
        head, _, packed = data[len(cls.magic) :].partition(b"\n")
        known = json.loads(head)
        return cls(known["labels"], zlib.decompress(packed), known["scale"], known["margins"])

    def to_bytes(self) -> bytes:
        """The weights as a file, the same bytes for the same weights."""
        return self.magic + self._head() + b"\n" + zlib.compress(self._rows.tobytes(), 9)

    def _head(self) -> bytes:
        known = {"labels": self.labels, "scale": self.scale, "margins": self.margins}
        return json.dumps(known, sort_keys=True).encode()

    def scores(self, found: Sequence[str]) -> list[int]:
        """The sum of the rows of some features, one number a label."""
        told = self._told.get
        rows = [row for f in found if (row := told(f)) or (row is None and (row := self._row(f)))]
        total, least = sum(rows), _LEAST * len(rows)
        return [(total >> lane & _LANE) - least for lane in self._lanes]

    def _row(self, feature: str) -> int:
        """The numbers of a feature's bucket, each in a lane of one whole number, so that rows add as such.

        0 where all are nought, as those of features never learned are.
        """
        if len(self._told) >= _KEPT:
            self._told.clear()
        place = bucket(feature, self._buckets) * self.width
        numbers = self._rows[place : place + self.width]
        lanes = zip(numbers, self._lanes, strict=True)
        row = sum((n + _LEAST) << lane for n, lane in lanes) if any(numbers) else 0
        self._told[feature] = row
        return row


def bucket(feature: str, buckets: int) -> int:
    """The row of a feature."""
    return zlib.crc32(feature.encode()) % buckets
