"""Figures: one measured number with its interval, its bar, and how many cases it rests on."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

T = TypeVar("T")
ROUNDS = 400
SEED = 20240913


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number. `bar` is what is asked of it; `high_is_good` says from which side."""

    name: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    bar: float | None = None
    high_is_good: bool = True
    split: str = "all"

    @property
    def key(self) -> str:
        """The name under which the gate pins it."""
        return f"{self.name}/{self.split}"

    @property
    def passes(self) -> bool | None:
        """Whether it reaches its bar; None where it has none."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.high_is_good else self.value <= self.bar


def ratio(part: float, whole: float) -> float:
    """part / whole, 0 for an empty whole."""
    return part / whole if whole else 0.0


def f1(hits: float, predicted: float, gold: float) -> float:
    """The harmonic mean of precision and recall from counts."""
    return ratio(2 * hits, predicted + gold)


def ratio_of_sums(pairs: Sequence[tuple[float, float]]) -> float:
    """The sum of the parts over the sum of the wholes."""
    return ratio(sum(part for part, _ in pairs), sum(whole for _, whole in pairs))


def interval(
    units: Sequence[T], statistic: Callable[[Sequence[T]], float], rounds: int = ROUNDS
) -> tuple[float, float]:
    """The 90% bootstrap interval of a statistic over units drawn with replacement; same every time."""
    if not units:
        return 0.0, 0.0
    draw = random.Random(SEED)
    values = sorted(statistic(draw.choices(units, k=len(units))) for _ in range(rounds))
    return values[int(0.05 * rounds)], values[min(rounds - 1, int(0.95 * rounds))]


def figure(
    name: str,
    units: Sequence[T],
    statistic: Callable[[Sequence[T]], float],
    *,
    n: int | None = None,
    bar: float | None = None,
    high_is_good: bool = True,
    rounds: int = ROUNDS,
) -> Figure:
    """The figure of a statistic over units, with its interval. `n` defaults to the number of units."""
    low, high = interval(units, statistic, rounds)
    size = len(units) if n is None else n
    return Figure(name, statistic(units), size, low, high, bar, high_is_good)


def share(name: str, hits: Sequence[bool], *, bar: float | None = None, high_is_good: bool = True) -> Figure:
    """The share of true values, with its interval."""
    return figure(name, hits, lambda drawn: ratio(sum(drawn), len(drawn)), bar=bar, high_is_good=high_is_good)


def by_split(
    units: Sequence[T],
    split: Callable[[T], str],
    measure: Callable[[Sequence[T]], list[Figure]],
) -> list[Figure]:
    """The figures over all units, then over those of each split."""
    made = list(measure(units))
    for name in ("look", "aside"):
        part = [unit for unit in units if split(unit) == name]
        made += [replace(one, split=name) for one in measure(part)]
    return made


def _cell(one: Figure | None) -> str:
    if one is None:
        return "-"
    span = f" [{one.low:.3f} {one.high:.3f}]" if one.low is not None else ""
    return f"{one.value:.3f}{span} n={one.n}"


def print_figures(figures: Iterable[Figure]) -> None:
    """A table: one line a figure, its splits side by side, its bar and whether it is reached."""
    table: dict[str, dict[str, Figure]] = {}
    for one in figures:
        table.setdefault(one.name, {})[one.split] = one
    rows: list[tuple[str, ...]] = [("", "bar", "all", "look", "aside")]
    for name, cells in table.items():
        whole = cells.get("all") or next(iter(cells.values()))
        mark = {True: " ok", False: " BELOW" if whole.high_is_good else " ABOVE", None: ""}[whole.passes]
        bar = "" if whole.bar is None else f"{'>=' if whole.high_is_good else '<='}{whole.bar:g}{mark}"
        rows.append((name, bar, *(_cell(cells.get(s)) for s in ("all", "look", "aside"))))
    print_rows(rows)


def print_rows(rows: Sequence[Sequence[str]]) -> None:
    """Rows of cells as an aligned table; the first row is the head."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def print_confusion(pairs: Iterable[tuple[str, str]], gold_head: str = "gold") -> None:
    """Which gold label was predicted as what, as lines 'gold: predicted n, ...', most frequent first."""
    table: dict[str, dict[str, int]] = {}
    for gold, got in pairs:
        row = table.setdefault(gold, {})
        row[got] = row.get(got, 0) + 1
    for gold in sorted(table, key=lambda label: -sum(table[label].values())):
        ranked = sorted(table[gold].items(), key=lambda item: (-item[1], item[0]))
        cells = ", ".join(f"{got} {n}" for got, n in ranked)
        print(f"  {gold_head} {gold:<10} {cells}")
