"""Drawings that need no script: the network of a party's partners, the holders of an office through time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.model.edtf import earliest, latest


@dataclass(frozen=True, slots=True)
class Node:
    """A partner on the circle around a party: where it lies, how thick the line to it is."""

    key: str
    slug: str
    name: str
    events: int
    x: float
    y: float
    width: float
    label_x: float
    label_y: float
    anchor: str


def network(partners: Sequence[dict[str, Any]], most: int = 18) -> list[Node]:
    """The partners on a circle of radius 120 around the origin."""
    shown = partners[:most]
    if not shown:
        return []
    top = max(1, shown[0]["events"])
    made = []
    # the busiest are spread out, so that thick lines do not lie side by side
    order = [*range(0, len(shown), 2), *range(1, len(shown), 2)]
    for place, index in enumerate(order):
        partner, angle = shown[index], 2 * math.pi * place / len(shown) - math.pi / 2
        x, y = 150 * math.cos(angle), 112 * math.sin(angle)
        side = "middle" if abs(math.cos(angle)) < 0.18 else "start" if x > 0 else "end"
        lift = 4 if abs(math.sin(angle)) < 0.95 else (16 if y > 0 else -9)
        made.append(Node(
            partner["key"], partner["slug"], partner["name"], partner["events"], round(x, 1), round(y, 1),
            round(1 + 9 * partner["events"] / top, 1),
            round(x + (0 if side == "middle" else 9 if x > 0 else -9), 1), round(y + lift, 1), side,
        ))  # fmt: skip
    return made


@dataclass(frozen=True, slots=True)
class Bar:
    """A tenure on a line of time from 0 to 1000."""

    person: str
    start: str | None
    end: str | None
    x: float
    width: float
    open: bool


def bars(tenures: Sequence[dict[str, Any]]) -> tuple[list[Bar], list[tuple[float, int]]]:
    """The tenures on one scale, the earliest first, and the years that mark it: (place, year)."""
    dated = []
    for tenure in tenures:
        first = earliest(tenure["start"]) if tenure["start"] else None
        if first is not None:
            last = latest(tenure["end"]) if tenure["end"] else None
            dated.append((first.toordinal(), last.toordinal() if last else None, tenure))
    if not dated:
        return [], []
    begin = min(first for first, _, _ in dated)
    finish = max(date.today().toordinal() if last is None else last for _, last, _ in dated)
    scale = 1000 / max(1, finish - begin)
    made = [
        Bar(tenure["person"], tenure["start"], tenure["end"], round((first - begin) * scale, 1),
            round(max(3.0, ((last or finish) - first) * scale), 1), last is None)
        for first, last, tenure in sorted(dated, key=lambda item: item[0])
    ]  # fmt: skip
    years = (date.fromordinal(finish).year - date.fromordinal(begin).year) or 1
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if years / s <= 8), 200)
    first_year = -(-date.fromordinal(begin).year // step) * step
    ticks = [
        (round((date(year, 1, 1).toordinal() - begin) * scale, 1), year)
        for year in range(first_year, date.fromordinal(finish).year + 1, step)
        if date(year, 1, 1).toordinal() >= begin
    ]
    return made, ticks
