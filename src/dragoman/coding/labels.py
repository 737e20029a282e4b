"""Who speaks in a transcript, by labels as in "PRESIDENT YOON: We agreed".

A label starts a line, or follows a sentence where lines were joined; there it must name somebody known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from dragoman.coding.party import Party, from_resolution
from dragoman.knowledge.resolver import Resolver
from dragoman.model import Document

_LABEL = re.compile(
    r"(?m)(?:(?P<line>^[ \t]*)|(?<=[.!?)\]”\"] ))(?:(?:EST|EDT|GMT|CET|UTC) )?"
    r"(?P<name>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ ){1,5}?[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)(?: ?\([^)\n]{1,60}\))?:\s"
)


class Labels:
    """The speakers of one text by where their words begin; none in a text without labels."""

    def __init__(self, doc: Document, resolver: Resolver, context: str) -> None:
        self._starts: list[int] = []
        self._speakers: list[Party | None] = []
        for found in _LABEL.finditer(doc.text):
            name = " ".join(word.capitalize() for word in found["name"].split())
            told = resolver.resolve(name, date=doc.published, context=context)
            party = None
            known = told.country is not None or told.sector == "IGO"
            if known and told.kind in ("person", "office"):
                party = from_resolution(told, found.start("name"), found.end("name"), None)
                party = replace(party, inferred=frozenset({"reference"}))
            if found["line"] is None and party is None:
                continue
            self._starts.append(found.end("name"))
            self._speakers.append(party)

    def at(self, offset: int) -> Party | None:
        """Who says the words at an offset; None where no label tells it, or one that nobody knows."""
        place = bisect_right(self._starts, offset)
        return self._speakers[place - 1] if place else None
