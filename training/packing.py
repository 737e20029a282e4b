"""Learned weights as whole numbers of hashed features, as the package keeps them."""

from __future__ import annotations

import numpy as np

from dragoman.coding.linear import bucket
from training.softmax import Weights

BUCKETS = 1 << 16


def packed(weights: Weights) -> tuple[bytes, float]:
    """The rows of all buckets, one signed byte a label, and the scale that makes log odds of them."""
    table = np.zeros((BUCKETS, len(weights.labels)))
    for feature, row in weights.index.items():
        table[bucket(feature, BUCKETS)] += weights.table[row]
    table -= table.mean(axis=1, keepdims=True)
    scale = float(np.abs(table).max()) / 127 or 1.0
    whole = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    return whole.tobytes(), round(scale, 6)
