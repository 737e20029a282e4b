"""Every example sentence of the lexicon, read by the real reader.

A sentence under `matches` gives an event of the entry's type at a word of the entry; one under `rejects`
gives no event by that entry.
"""

from __future__ import annotations

import pytest

from dragoman.lexicon import Entry, Lexicon
from dragoman.model import EventMention
from dragoman.reader import Reader

LEXICON = Lexicon.load()
CASES = [(e, s) for e in LEXICON.entries for s in e.matches]
COUNTERCASES = [(e, s) for e in LEXICON.entries for s in e.rejects]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def _name(value: object) -> str:
    return value.id if isinstance(value, Entry) else ""


def _words(entry: Entry) -> frozenset[str]:
    """The words that stand as trigger: the first of a verb or adjective, the last of a noun."""
    firsts = [i.split()[0] for i in (*entry.verb, *entry.adjective)]
    return frozenset([*firsts, *(i.split()[-1] for i in entry.noun)])


def _belongs(entry: Entry, event: EventMention) -> bool:
    """Whether the trigger is a word of the entry, by whichever entry it was coded.

    "Gambia filed a lawsuit" may be coded at "filed" with its object or at "lawsuit".
    """
    other = LEXICON.entry(event.rule)
    if other is not None and (other.id == entry.id or _words(entry) & _words(other)):
        return True
    trigger = event.trigger.text.lower().split()
    return any(told.startswith(word[:5]) for word in _words(entry) for told in trigger)


@pytest.mark.parametrize(("entry", "sentence"), CASES, ids=_name)
def test_a_matching_sentence_gives_the_event(reader: Reader, entry: Entry, sentence: str) -> None:
    events = reader.read(sentence).events
    told = [(e.type, e.rule, e.trigger.text) for e in events]
    if entry.type is None:
        assert not any(_belongs(entry, e) for e in events), told
    else:
        assert any(e.type == entry.type and _belongs(entry, e) for e in events), told


@pytest.mark.parametrize(("entry", "sentence"), COUNTERCASES, ids=_name)
def test_a_rejected_sentence_gives_no_event_of_the_entry(reader: Reader, entry: Entry, sentence: str) -> None:
    events = reader.read(sentence).events
    assert all(e.rule != entry.id for e in events), [(e.type, e.trigger.text) for e in events]
