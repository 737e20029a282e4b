"""The text of a document as HTML, with the stretches that the record was read from marked by role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.export.marks import Mark, Segment, reading_marks, segments
from dragoman.export.markup import esc
from dragoman.model import EventMention, Reading

_LINE = re.compile(r"\r\n|[\r\n\u2028\u2029\x85]")
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|[\r\n\u2028\u2029\x85])){2,}")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣–—]\s|\(?\d{1,2}[.)]\s)")
WRAPPED = 100  # characters; shorter lines are the wrapped lines of paragraphs

Anchors = dict[int, list[str]]


def text_html(reading: Reading, prefix: str) -> str:
    """The whole text in paragraphs; ids start with the prefix."""
    marks = reading_marks(reading)
    marks += [Mark(e.sentence.start, e.sentence.end, "sentence", n) for n, e in enumerate(reading.events)]
    anchors = _anchors(reading, prefix)
    text = reading.document.text
    parts = []
    for start, end in paragraphs(text):
        inside = [m for m in marks if m.start < end and start < m.end]
        parts.append(f'<p dir="auto">{_stretch(text, start, end, inside, anchors, prefix)}</p>')
    return "\n".join(parts)


def quote_html(event: EventMention, marks: Iterable[Mark], limit: int = 700) -> str:
    """The evidence sentence of an event, its parts marked."""
    span = event.sentence
    stop = min(span.end, span.start + limit)
    out = []
    for part in segments(span.start, stop, marks):
        piece = esc(re.sub(r"\s", " ", span.text[part.start - span.start : part.end - span.start]))
        out.append(f'<span class="s {part.role}">{piece}</span>' if part.role else piece)
    return f"“{''.join(out)}{'…' if stop < span.end else ''}”"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs: between blank lines where lines are wrapped or list items, else the lines."""
    wrapped = max((len(row) for row in text.splitlines()), default=0) <= WRAPPED
    breaks = _BLANK if wrapped and _BLANK.search(text.strip()) else _LINE
    start = 0
    for match in breaks.finditer(text):
        yield from _whole(text, start, match.start())
        start = match.end()
    yield from _whole(text, start, len(text))


def _whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch cut before list items, without the white space around it."""
    cuts = [m.end() for m in _LINE.finditer(text, start, end) if _BULLET.match(text, m.end(), end)]
    for left, right in zip([start, *cuts], [*cuts, end], strict=True):
        piece = text[left:right]
        if piece.strip():
            yield left + len(piece) - len(piece.lstrip()), left + len(piece.rstrip())


def _anchors(reading: Reading, prefix: str) -> Anchors:
    """Offset -> the ids that links of the record lead to."""
    out: Anchors = {}
    for letter, spans in (
        ("e", [event.trigger.span for event in reading.events]),
        ("a", [item.span for item in reading.agreements]),
        ("o", [item.span for item in reading.outlook]),
        ("u", [item.span for item in reading.unknowns]),
        ("s", [item.source.span for item in reading.attributions]),
    ):
        for number, span in enumerate(spans, 1):
            out.setdefault(span.start, []).append(f"{prefix}{letter}{number}")
    return out


def _stretch(text: str, start: int, end: int, marks: list[Mark], anchors: Anchors, prefix: str) -> str:
    out = []
    for part in segments(start, end, marks):
        out += [f'<i id="{name}"></i>' for name in anchors.get(part.start, ())]
        out.append(_piece(part, esc(text[part.start : part.end]), prefix))
    return "".join(out)


def _piece(part: Segment, content: str, prefix: str) -> str:
    if part.role is None:
        return content
    lit = "".join(f" e{number + 1}" for number in part.events)
    triggers = [m.event + 1 for m in part.marks if m.role == "trigger"]
    roles = dict.fromkeys(m.role for m in part.marks if m.role != "sentence")
    title = f' title="{", ".join(roles)}"' if roles else ""
    if triggers:
        return f'<a class="s {part.role}{lit}" href="#{prefix}c{triggers[0]}"{title}>{content}</a>'
    return f'<span class="s {part.role}{lit}"{title}>{content}</span>'
