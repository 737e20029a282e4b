"""A softmax regression over named features, by L-BFGS; the same weights for the same instances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

_FEWEST = 2  # instances that must have a feature for it to count
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Instance:
    """Features with the label they should get; `weight` is how much the instance counts."""

    features: tuple[str, ...]
    label: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """A row of weights, one a label, for each feature."""

    labels: tuple[str, ...]
    index: dict[str, int]
    table: Matrix

    def scores(self, features: Sequence[str]) -> Matrix:
        """The log odds of the labels, up to a constant."""
        rows = [self.index[f] for f in features if f in self.index]
        total: Matrix = self.table[rows].sum(axis=0)
        return total

    def chances(self, features: Sequence[str]) -> dict[str, float]:
        """The probability of each label."""
        powers = np.exp(self.scores(features) - self.scores(features).max())
        return dict(zip(self.labels, (powers / powers.sum()).tolist(), strict=True))


def train(
    instances: Sequence[Instance],
    labels: Sequence[str],
    scales: dict[str, float],
    *,
    penalty: float = 1.0,
    rounds: int = 60,
    start: Weights | None = None,
) -> Weights:
    """Fit the weights, from those of `start` where the features are the same.

    `scales` gives the strength of feature groups (the part before ":"), 1 by default.
    """
    counts_of = Counter(feature for instance in instances for feature in instance.features)
    kept = [feature for feature, count in counts_of.items() if count >= _FEWEST]
    index = {feature: n for n, feature in enumerate(kept)}
    strength = np.array([scales.get(f.partition(":")[0], 1.0) for f in index])
    data = _matrix(instances, index, strength)
    wanted = np.zeros((len(instances), len(labels)))
    for n, instance in enumerate(instances):
        wanted[n, labels.index(instance.label)] = 1.0
    counts = np.array([instance.weight for instance in instances])[:, None]
    shape = (len(index), len(labels))

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        table = flat.reshape(shape)
        scores = data @ table
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        sums = powers.sum(axis=1, keepdims=True)
        missed = float((counts * wanted * (np.log(sums) - scores)).sum())
        slope = data.T @ (counts * (powers / sums - wanted)) + penalty * table
        return missed + 0.5 * penalty * float((flat**2).sum()), slope.ravel()

    begin = np.zeros(shape)
    if start is not None:
        for feature, row in start.index.items():
            if feature in index:
                begin[index[feature]] = start.table[row] / strength[index[feature]]
    found = minimize(loss, begin.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return Weights(tuple(labels), index, found.x.reshape(shape) * strength[:, None])


def _matrix(instances: Sequence[Instance], index: dict[str, int], strength: Matrix) -> csr_matrix:
    rows = [[index[f] for f in instance.features if f in index] for instance in instances]
    columns = [column for row in rows for column in row]
    ends = np.cumsum([0] + [len(row) for row in rows])
    return csr_matrix((strength[columns], columns, ends), shape=(len(instances), len(index)))
