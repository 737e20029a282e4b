"""The words of one match of the grammar, by group."""

from __future__ import annotations

from functools import lru_cache

from dragoman.times.grammar import Match
from dragoman.times.tokens import Run
from dragoman.times.words import vocabulary

DIRECTIONS = {
    "last": -1,
    "past": -1,
    "prev": -1,
    "next": 1,
    "coming": 1,
    "foll": 1,
    "this": 0,
    "same": 0,
    "that": 0,
}


class Words:
    """The words of one match, by group."""

    def __init__(self, run: Run, match: Match) -> None:
        self.run, self.match = run, match
        self.start, self.end = run.starts[match.start], run.ends[match.end - 1]

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return group in self.match.groups

    def value(self, group: str) -> str | None:
        """The value of the group's last word; None where it took no part."""
        span = self.match.groups.get(group)
        return self.run.values[span[1] - 1] if span else None

    def number(self, group: str) -> int | None:
        """The value as a whole number."""
        text = self.value(group)
        return int(text) if text is not None else None

    def all(self, group: str | None = None) -> list[tuple[str, str]]:
        """Class and value of every word of the group, or of the match."""
        span = self.match.groups.get(group, (0, 0)) if group else (self.match.start, self.match.end)
        known = class_names()
        return [(known[self.run.symbols[i]], self.run.values[i]) for i in range(*span)]


@lru_cache(maxsize=1)
def class_names() -> dict[str, str]:
    """The class name of each symbol."""
    return {symbol: name for name, symbol in vocabulary().symbols.items()}


def told_words(found: list[tuple[str, str]]) -> bool:
    """Whether a date told before is pointed at: following, previous, same, that."""
    return any(name in ("foll", "prev", "same", "that") for name, _ in found)
