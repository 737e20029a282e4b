"""Adds made-up readings to a store, one by one, until it is done or killed. Arguments: address, count."""

from __future__ import annotations

import sys
from typing import Any

from dragoman.chronicle import Chronicle
from tests.chronicle import factories


def readings(make: Any, count: int) -> list[Any]:
    """Readings of which many are of one event, so that every addition changes what is there."""
    made = []
    for number in range(count):
        day = f"2024-06-{1 + number % 28:02d}"
        other = ("PRK", "CHN", "IND")[number % 3]
        made.append(
            make.meeting(
                f"Talks number {number} were held by the two sides.",
                ("RUS", other),
                day,
                publisher=f"P{number % 40}",
                published="2024-07-01",
            )
        )
    return made


if __name__ == "__main__":
    everything = readings(factories, int(sys.argv[2]))
    with Chronicle(sys.argv[1]) as chronicle:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        for one in everything:
            chronicle.add_reading(one)
