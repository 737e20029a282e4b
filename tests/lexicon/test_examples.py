"""Every example sentence of the lexicon, read by the real reader.

A sentence under `matches` gives an event of the entry's type at a word of the entry; one under `rejects`
gives no event by that entry.
"""

from __future__ import annotations

import pytest

from dragoman.coding.examples import holds
from dragoman.lexicon import Entry, Lexicon
from dragoman.reader import Reader

LEXICON = Lexicon.load()
CASES = [
    pytest.param(entry, wanted, sentence, id=f"{entry.id}-{'matches' if wanted else 'rejects'}-{number}")
    for entry in LEXICON.entries
    for wanted, sentences in ((True, entry.matches), (False, entry.rejects))
    for number, sentence in enumerate(sentences)
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(ranker=False)


@pytest.mark.parametrize(("entry", "wanted", "sentence"), CASES)
def test_an_example_gives_what_its_entry_says(
    reader: Reader, entry: Entry, wanted: bool, sentence: str
) -> None:
    events = reader.read(sentence).events
    assert holds(entry, wanted, events, LEXICON), [(e.type, e.rule, e.trigger.text) for e in events]
