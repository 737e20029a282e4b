"""The example sentences of lexicon entries, held against what a reader makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.lexicon import Entry, Lexicon
from dragoman.model import EventMention

_STEM = 5  # letters by which a trigger is known for a form of a word of the entry


class HasEvents(Protocol):
    """A reading, as far as its events."""

    @property
    def events(self) -> tuple[EventMention, ...]:
        """The events read."""
        ...


@dataclass(frozen=True, slots=True)
class Miss:
    """An example that does not do what its entry says. `wanted`: whether it stands under `matches`."""

    entry: Entry
    sentence: str
    wanted: bool
    told: tuple[str, ...]

    def __str__(self) -> str:
        told = ", ".join(self.told) or "nothing"
        kind = self.entry.type or "block"
        fault = f"gives no {kind}" if self.wanted else "should give no event by this entry"
        if self.entry.type is None:
            fault = "is not blocked" if self.wanted else "is blocked"
        key = "matches" if self.wanted else "rejects"
        return (
            f"{self.entry.file}, line {self.entry.line}, {self.entry.id}, {key}: "
            f"{self.sentence!r} {fault} (read: {told})"
        )


def misses(read: Callable[[str], HasEvents], entries: Iterable[Entry], lexicon: Lexicon) -> Iterator[Miss]:
    """The example sentences that fail, entry by entry.

    A sentence under `matches` gives an event of the entry's type at a word of the entry, by whichever entry
    it was coded; of a block, none at its words. One under `rejects` gives no event by the entry.
    """
    for entry in entries:
        for wanted, sentences in ((True, entry.matches), (False, entry.rejects)):
            for sentence in sentences:
                events = read(sentence).events
                if not holds(entry, wanted, events, lexicon):
                    told = tuple(f"{e.type} by {e.rule}" for e in events)
                    yield Miss(entry, sentence, wanted, told)


def holds(entry: Entry, wanted: bool, events: Iterable[EventMention], lexicon: Lexicon) -> bool:
    """Whether the events of an example sentence are what `matches` (wanted) or `rejects` says."""
    return _matches(entry, events, lexicon) if wanted else _rejects(entry, events)


def _matches(entry: Entry, events: Iterable[EventMention], lexicon: Lexicon) -> bool:
    mine = [e for e in events if _belongs(entry, e, lexicon)]
    return not mine if entry.type is None else any(e.type == entry.type for e in mine)


def _rejects(entry: Entry, events: Iterable[EventMention]) -> bool:
    return all(_rule(e) != entry.id for e in events)


def _rule(event: EventMention) -> str:
    """The entry that coded an event, whatever the ranker made of it ("support.praise>accuse")."""
    return event.rule.partition(">")[0]


def _belongs(entry: Entry, event: EventMention, lexicon: Lexicon) -> bool:
    """Whether the trigger is a word of the entry: "filed a lawsuit" may be coded at either word."""
    other = lexicon.entry(_rule(event))
    if other is not None and (other.id == entry.id or _words(entry) & _words(other)):
        return True
    trigger = (event.trigger.text or "").lower().split()
    return any(told.startswith(word[:_STEM]) for word in _words(entry) for told in trigger)


def _words(entry: Entry) -> frozenset[str]:
    """The words that stand as trigger: the first of a verb or adjective, the last of a noun."""
    firsts = [i.split()[0] for i in (*entry.verb, *entry.adjective)]
    return frozenset([*firsts, *(i.split()[-1] for i in entry.noun)])
