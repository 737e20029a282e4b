"""What is known at a place of a text: publication, tense, dates told before, the year of the passage."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from dragoman.times.edtf import earliest, precision
from dragoman.times.reckoning import Point, parse_point

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
#: a publication date out of these years is no date to count from
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
#: a clause that starts with a time, and one that goes on with "will"
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:]|\bthat|\band)\s*(?:(?:in|on|by|from|the|early|late|this|next)\s+)*$", re.IGNORECASE
)
#: a participle right before the time dates its own act, whatever the clause is about ("those detained on")
_DONE = re.compile(
    r"\b(?P<auxiliary>\w+)\s+[a-z]{3,}ed\s+(?:(?:in|at|by|with)\s+(?:the\s+)?[A-Z]\w+\s+)?"
    r"(?:in|on|after|since|from)\s+(?:the\s+)?$"
)
_PASSIVE = frozenset({"be", "being", "get", "to", "will", "would", "is", "are", "s", "not", "also", "shall"})
_WILL = re.compile(r"[^.;:!?\n]*?\b(?:will|shall)\b")
#: characters before an expression in which the cheap cues of tense are looked for
_PRINTED = 7  # days after which a report by mail may be printed
_CUE_REACH = 90


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in the text."""

    edtf: str
    text: str
    paragraph: int
    at: int

    def first(self) -> Point | None:
        """Where it starts."""
        return parse_point(self.edtf.split("/")[0])

    def last(self) -> Point | None:
        """Where it ends."""
        return parse_point(self.edtf.split("/")[-1])


class Context:
    """The state of one reading, from the start of the text to the present expression."""

    def __init__(
        self,
        text: str,
        published: str | None,
        tense_at: Callable[[int], str | None] | None,
        sentences: Sequence[tuple[int, int]],
        paragraphs: Sequence[int],
    ) -> None:
        self.text = text
        first = earliest(published)
        if first is None or not _FIRST_YEAR <= first.year <= _LAST_YEAR:
            first = published = None
        self.published = published
        self.day: date | None = first if first and precision(published) == "day" else None
        self.point: Point | None = parse_point(published.split("/")[0]) if published and first else None
        #: the name of the day counted from, in the basis
        self.origin = "publication"
        self._tense_at = tense_at
        self._sentences = [start for start, _ in sentences]
        self._paragraphs = list(paragraphs) or _paragraph_starts(text)
        self.told: list[Told] = []
        #: the year that the passage is about, its words, its paragraph
        self.passage: tuple[int, str, int] | None = None

    def publish(self, edtf: str) -> None:
        """Takes a dateline of the text as the date to count from, where no publication date was given."""
        day = earliest(edtf)
        if day is not None:
            self.published, self.day, self.point = edtf, day, parse_point(edtf)
            self.origin = "the dateline"

    def filed_before(self, edtf: str) -> bool:
        """Whether a dateline's day lies shortly before the publication: a paper prints it the next day."""
        day = earliest(edtf)
        return day is not None and self.day is not None and 0 < (self.day - day).days <= _PRINTED

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect.bisect_right(self._paragraphs, at)

    def sentence_start(self, at: int) -> int:
        """Where the sentence at an offset starts."""
        if self._sentences:
            index = bisect.bisect_right(self._sentences, at) - 1
            return self._sentences[index] if index >= 0 else 0
        floor = max(0, at - 600)
        start = floor
        for end in _SENTENCE_END.finditer(self.text, floor, at):
            start = end.end()
        return start

    def before(self, at: int, reach: int = _CUE_REACH) -> str:
        """The text of the sentence before an offset, at most `reach` characters."""
        return self.text[max(self.sentence_start(at), at - reach, 0) : at]

    def tense(self, start: int) -> str | None:
        """past, present or future of the clause at an offset; None where nothing says so."""
        before = self.before(start)
        cues = _cues()
        if cues["planned"].search(before):
            return "future"
        told = self._tense_at(start) if self._tense_at else None
        done = _DONE.search(before) if told == "future" else None
        if done is not None and done["auxiliary"] not in _PASSIVE:
            return "past"
        if told is not None:
            return told
        if _OPENS_CLAUSE.search(before):
            announced = _WILL.match(self.text, start, start + _CUE_REACH)
            if announced is not None:
                return "future"
        last = None
        for hit in cues["tense"].finditer(before):
            last = hit
        if last is not None:
            return "future" if last["future"] else "past"
        after = self.text[start : start + _CUE_REACH]
        stop = _SENTENCE_END.search(after)
        hit_after = cues["tense"].search(after[: stop.start()] if stop else after)
        if hit_after is not None:
            return "future" if hit_after["future"] else "past"
        return None

    def parsed_past(self, at: int) -> bool:
        """Whether the caller, not a word nearby, says that the clause at an offset is past."""
        return self._tense_at is not None and self._tense_at(at) == "past"

    def tell(self, edtf: str, text: str, at: int) -> None:
        """Remembers a date told."""
        self.told.append(Told(edtf, text, self.paragraph(at), at))

    def last_told(self, fits: Callable[[Point], bool], *, end: bool) -> Told | None:
        """The last date told before that says enough to count from."""
        for told in reversed(self.told[-12:]):
            point = told.last() if end else told.first()
            if point is not None and fits(point):
                return told
        return None

    def passage_year(self, at: int) -> tuple[int, str] | None:
        """The year that the passage is about, if one was said in the same paragraph."""
        if self.passage is None or self.passage[2] != self.paragraph(at):
            return None
        return self.passage[:2]


def _paragraph_starts(text: str) -> list[int]:
    starts = [0]
    pattern = r"\n\s*\n" if re.search(r"\n[ \t]*\n", text) else r"(?<=[.!?\"”])[ \t]*\n"
    starts.extend(found.end() for found in re.finditer(pattern, text))
    return starts


@lru_cache(maxsize=1)
def _cues() -> dict[str, re.Pattern[str]]:
    rows: dict[str, list[str]] = {}
    for line in files("dragoman.times").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            rows.setdefault(kind, []).extend(words.split("|"))
    future, past = ("|".join(map(re.escape, rows[kind])) for kind in ("future", "past"))
    planned = "|".join(map(re.escape, rows["planned"]))
    small = "|".join(map(re.escape, rows["small"]))
    return {
        "tense": re.compile(
            rf"\b(?:(?P<future>(?:{future})(?:\s+be)?(?:\s+\w+)?)|(?P<past>{past}|(?-i:(?!need|indeed|speed|seed|feed|exceed|proceed|succeed|bleed|breed|weed|deed)[a-z]{{2,}}ed)))\b",
            re.IGNORECASE,
        ),
        "planned": re.compile(rf"\b(?:{planned})\s+(?:(?:{small})\s+)*$", re.IGNORECASE),
    }
