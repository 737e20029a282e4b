"""The dated entries of a chronology: "Nov. 5. Moscow threatens Britain. Nov. 12. Cairo consents."

An entry begins a paragraph or a sentence with a day and a month, set off by a point, a colon or a dash. A
text with one such date alone is no chronology. The parser is shown an entry without its date, as it is shown
a report without its dateline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_DAY} {_MONTH}|{_MONTH} {_DAY})(?:,? \d{{4}})?"
_HEAD = re.compile(
    rf"(?:^|(?<=[.!?;:”\"] ))[-•*]?[ \t]*(?P<date>{_DATE})(?P<end>[.:]|,? [-–—])[ \t]+(?=[A-Z“\"‘(])",
    re.MULTILINE,
)
_LEAST = 2


class Entry(NamedTuple):
    """Offsets: where an entry starts, where its date does and ends, where its words start."""

    start: int
    date: int
    date_end: int
    words: int


def entries(text: str) -> list[Entry]:
    """The entries of a text in order; empty where it is no chronology.

    >>> [text[e.words :][:5] for text in ["May 1. Chad met Mali. May 3. Chad left."] for e in entries(text)]
    ['Chad ', 'Chad ']
    """
    found = [Entry(m.start(), m.start("date"), m.end("date"), m.end()) for m in _HEAD.finditer(text)]
    return found if len(found) >= _LEAST else []
