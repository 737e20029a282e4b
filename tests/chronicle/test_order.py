"""Whatever the order of documents, re-readings and decisions between them, the same chronicle comes of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.chronicle import Chronicle

DAYS = ("2024-06-18", "2024-06-19", "2024-06", "2024-06-18/2024-06-19", "2024-06-19/2024-06-20", None, "2024")
PARTIES = (
    ("RUS", "PRK"), ("RUS:Vladimir Putin", "PRK"), ("RUS:Putin", "PRK:Kim Jong Un"), ("RUS", "PRK", "CHN"),
    ("RUS:Sergey Lavrov", "PRK"), ("RUS",),
)  # fmt: skip


def _random(make: Any, chance: random.Random, number: int) -> list[Any]:
    words = ("rail", "grain", "border", "fish", "trade", "power", "flood", "school")
    return [
        make.meeting(
            f"Talks {n} were about {chance.choice(words)} and {chance.choice(words)}.",
            chance.choice(PARTIES), chance.choice(DAYS), mode=chance.choice((None, None, "visit", "phone")),
            status=chance.choice(("occurred",) * 4 + ("denied", "planned")),
            type=chance.choice(("CONSULT",) * 4 + ("SUPPORT", "AGREE")),
            where=chance.choice((None, "Pyongyang/PRK", "Moscow/RUS")), publisher=f"P{chance.randrange(6)}",
            published=chance.choice(("2024-06-19", "2024-06-21", "2024-07-01")),
        )
        for n in range(number)
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_any_order_gives_the_same(seed: int, make: Any, state: Callable[[Chronicle], Any]):
    chance = random.Random(seed)
    readings = _random(make, chance, 40)
    states = []
    for _ in range(3):
        chance.shuffle(readings)
        with Chronicle(":memory:") as chronicle:
            for reading in readings:
                chronicle.add_reading(reading)
            states.append(state(chronicle))
            chronicle.rebuild()
            states.append(state(chronicle))
    assert all(one == states[0] for one in states[1:])


def test_a_new_reading_leaves_no_trace_of_the_old(make: Any, state: Callable[[Chronicle], Any]):
    chance = random.Random(9)
    readings = _random(make, chance, 30)
    older = [r.model_copy(update={"reader": "test-0", "events": r.events[:0]}) for r in readings[:10]]
    other = [
        r.model_copy(update={"reader": "test-0", "events": (s.events[0].model_copy(update={
            "trigger": r.events[0].trigger, "sentence": r.events[0].sentence}),)})
        for r, s in zip(readings[10:20], readings[20:30], strict=True)
    ]  # fmt: skip
    with Chronicle(":memory:") as fresh, Chronicle(":memory:") as reread:
        for reading in readings:
            fresh.add_reading(reading)
        for reading in [*older, *other, *readings]:
            reread.add_reading(reading)
        assert state(reread) == state(fresh)
