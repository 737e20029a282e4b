"""The entries of one trigger word, sorted so that those which a sentence cannot bear are never looked at.

Invariant: `within` leaves out no entry that fits a trigger of a sentence of those words.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.lexicon.entry import Entry

_Asked = tuple[frozenset[str], ...]


class WordEntries(tuple[Entry, ...]):
    """The entries of one trigger word, in order."""

    _word: str
    _sorted: _Sorted | None

    @classmethod
    def of(cls, word: str, entries: Iterable[Entry]) -> WordEntries:
        """Those entries, each of which has the word as one of its triggers."""
        made = cls(entries)
        made._word, made._sorted = word, None
        return made

    def within(self, told: frozenset[str]) -> list[Entry]:
        """The entries that a sentence of these words (forms and lemmas) may bear, in any order."""
        if self._sorted is None:
            self._sorted = _Sorted(self._word, self)
        return self._sorted.within(told)


class _Sorted:
    """Entries by the smallest set of words of which a sentence must hold one."""

    __slots__ = ("_always", "_asking", "_by_word", "_words")

    def __init__(self, word: str, entries: Iterable[Entry]) -> None:
        self._always: list[Entry] = []
        self._asking: list[tuple[Entry, _Asked]] = []
        self._by_word: dict[str, list[int]] = {}
        for entry in entries:
            asked = sorted(entry.asked[word], key=len)
            if not asked:
                self._always.append(entry)
                continue
            for told in asked[0]:
                self._by_word.setdefault(told, []).append(len(self._asking))
            self._asking.append((entry, tuple(asked[1:])))
        self._words = frozenset(self._by_word)

    def within(self, told: frozenset[str]) -> list[Entry]:
        here = told & self._words
        if not here:
            return self._always
        places = {place for word in here for place in self._by_word[word]}
        found = list(self._always)
        for place in places:
            entry, others = self._asking[place]
            if not any(map(told.isdisjoint, others)):
                found.append(entry)
        return found
