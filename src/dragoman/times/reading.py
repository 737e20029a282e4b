"""From a text to its temporal expressions: words, grammar, neighbours, context, in this order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise

from dragoman.times.build import build
from dragoman.times.context import Context
from dragoman.times.counting import attached
from dragoman.times.edtf import earliest, latest, precision
from dragoman.times.grammar import matches
from dragoman.times.guards import guard_words, is_time
from dragoman.times.nodes import Node
from dragoman.times.records import TimeMention
from dragoman.times.resolve import resolve
from dragoman.times.tokens import runs
from dragoman.times.values import Value

_SHARING = re.compile(r"\s*(?:,|/|and|or|&|,\s*and|,\s*or)\s*(?:(?:on|in|the|of)\s+)*$")
_RANGE = re.compile(r"\s*(?:(?P<to>to|through|until|till|thru)|(?P<and>and)|(?P<dash>[-–—]))\s*(?:the\s+)?$")
_JOINS_YEAR = re.compile(r"\s*(?:,|of|in)?\s*")
_NAMED_BEFORE = re.compile(r"(?:\b(?:the|a|its|their|his|her)|['’]s?)\s+$", re.IGNORECASE)
_THING_IN = re.compile(r"\s+(?:[\w-]+\s+){1,3}(?:in|on|of)\s+(?:the\s+)?")
_JOINED = re.compile(r"\s*(?:the\s+|on\s+)*$")
_OPENS = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
#: a day after these names a text or a start ("the accord of May 3, 2019"), and does not carry the tale
_NAMES_A_THING = re.compile(r"\b(?:of|dated|since|until|from|born(?:\s+on)?)\s+(?:the\s+)?$", re.IGNORECASE)
#: what stands after the date of a dateline: "July 20. The", "Aug 19 (AFP) -", "May 3.--", a line's end
_AFTER_DATELINE = re.compile(r"\.?,? ?(?:\([\w /.&-]{2,30}\))?\.? ?(?:--|[-–—:_\n])|\. (?=[A-Z\"“‘'])")
#: a dateline ends within so many characters of the start of the text
_DATELINE = 120
_DATED = frozenset({"cal", "unit", "told", "direct"})


def read_times(
    text: str,
    *,
    published: str | None = None,
    tense_at: Callable[[int], str | None] | None = None,
    sentences: Sequence[tuple[int, int]] = (),
    paragraphs: Sequence[int] = (),
) -> list[TimeMention]:
    """Every temporal expression of a text, in order, without overlaps.

    `published` is EDTF; without it what counts from publication has no value. `tense_at` says past, present
    or future for the clause at an offset; without it a few words of the sentence are looked at. `sentences`
    and `paragraphs` (offsets of their starts) sharpen the context where they are known.
    """
    nodes = _nodes(text)
    if not nodes:
        return []
    context = Context(text, published, tense_at, sentences, paragraphs)
    _share_years(nodes, text)
    mentions: list[TimeMention] = []
    index = 0
    while index < len(nodes):
        used, mention = _next_mention(nodes, index, context)
        if mention is not None:
            mentions.append(mention)
        index += used
    return mentions


def _nodes(text: str) -> list[Node]:
    found: list[Node] = []
    for run in runs(text):
        for match in matches("".join(run.symbols)):
            node = build(run, match)
            if node is not None and is_time(match.rule, node, text):
                found.append(node)
    return _with_spelled_years(found, text)


def _with_spelled_years(nodes: list[Node], text: str) -> list[Node]:
    """Joins a month or season and the year in words after it: "January nineteen ninety-seven"."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _takes_year(last, node)
            and _JOINS_YEAR.fullmatch(text[last.end : node.start])
        ):
            last.year, last.end, last.explicit_year = node.year, node.end, True
            continue
        joined.append(node)
    return joined


def _takes_year(node: Node, year: Node) -> bool:
    named = node.month is not None or node.code is not None
    return (
        node.kind == "cal" and named and node.year is None and year.kind == "cal" and year.note == "the year"
    )


def _share_years(nodes: list[Node], text: str) -> None:
    """Gives a day or month the year of its neighbour: "May 3 and June 5, 1998"."""
    for right, left in pairwise(reversed(nodes)):
        between = text[left.end : right.start]
        ranged = _RANGE.match(between)
        if not (ranged or _SHARING.match(between)) or left.kind != "cal" or right.kind != "cal":
            continue
        if left.year is None and left.month and right.month and (right.year or right.shared):
            year = right.year or (right.shared[0] if right.shared else 0)
            crosses = ranged is not None and left.month > right.month
            left.shared = (year - 1 if crosses else year, _shared_with(text, right))
    for left, right in pairwise(nodes):
        if _names_its_year(left, right, text):
            right.shared = (left.year or 0, _shared_with(text, left))
        ranged = _RANGE.match(text[left.end : right.start])
        if ranged and left.kind == right.kind == "cal" and left.year and right.year is None and right.month:
            crosses = left.month is not None and right.month < left.month
            right.shared = (left.year + 1 if crosses else left.year, _shared_with(text, left))


def _names_its_year(left: Node, right: Node, text: str) -> bool:
    """A year that names a thing, and the month of that thing: "the 2021 summit in June"."""
    year_alone = left.kind == "cal" and left.year is not None and left.month is None and left.code is None
    if (
        not year_alone
        or right.kind != "cal"
        or right.month is None
        or right.year
        or right.direction is not None
    ):
        return False
    named = _NAMED_BEFORE.search(text, max(0, left.start - 12), left.start) is not None
    return named and _THING_IN.fullmatch(text[left.end : right.start]) is not None


def _shared_with(text: str, node: Node) -> str:
    return f"year shared with {text[node.start : node.end]!r}"


def _next_mention(nodes: list[Node], index: int, context: Context) -> tuple[int, TimeMention | None]:
    """How many nodes the expression at `index` takes, and the expression."""
    node, text = nodes[index], context.text
    follower = nodes[index + 1] if index + 1 < len(nodes) else None
    if _attaches(node, follower, text) and follower is not None:
        value = attached(node, _valued(follower, context))
        return 2, _mention(node.start, follower.end, follower, value, context)
    if node.kind in ("week", "shift"):
        return 1, None
    ranged = follower is not None and _is_range(node, follower, context)
    if ranged and follower is not None:
        _share_range_year(node, follower, context)
    value = _valued(node, context)
    if ranged and follower is not None:
        joined = _range(node, follower, value, _valued(follower, context), context)
        if joined is not None:
            return 2, _mention(node.start, follower.end, node, joined, context)
    return 1, _mention(node.start, node.end, node, value, context)


def _attaches(node: Node, follower: Node | None, text: str) -> bool:
    if follower is None or follower.kind not in _DATED:
        return False
    counts = node.kind == "told" and node.note in ("before", "after")
    if node.kind not in ("week", "shift") and not counts:
        return False
    return _JOINED.match(text, node.end, follower.start) is not None and _only_joins(text, node, follower)


def _only_joins(text: str, node: Node, follower: Node) -> bool:
    return _JOINED.fullmatch(text[node.end : follower.start]) is not None


def _valued(node: Node, context: Context) -> Value:
    return resolve(node, context, context.text[node.start : node.end])


def _is_range(node: Node, follower: Node, context: Context) -> bool:
    if node.kind not in _DATED or follower.kind not in _DATED or node.kind == "told":
        return False
    link = _RANGE.fullmatch(context.text[node.end : follower.start])
    if link is None:
        return False
    before = context.before(node.start, 30)
    opened = _OPENS.search(before)
    if link["and"]:
        return opened is not None and opened["word"].lower() == "between"
    moved = guard_words()["moved"]
    if link["to"] and any(
        word.lower() in moved for word in re.findall(r"\w+", context.before(node.start, 80))
    ):
        return False
    if link["dash"]:
        return node.kind == follower.kind and (_alike(node, follower) or not re.search(r"\s", link[0]))
    return opened is not None or _alike(node, follower)


def _share_range_year(node: Node, follower: Node, context: Context) -> None:
    """Gives both ends of a range of days or months the years in which the whole fits publication."""
    ends = (node, follower)
    if context.day is None or context.passage_year(node.start) is not None:
        return
    if any(
        one.kind != "cal" or one.month is None or one.year or one.shared or one.year_shift for one in ends
    ):
        return
    day, text = context.day, f"year in which the range fits {context.origin} {context.published}"
    wraps = 1 if (follower.month or 0) < (node.month or 0) else 0
    future = context.tense(node.start) == "future"
    for year in (day.year - 1, day.year, day.year + 1) if future else (day.year, day.year - 1):
        first = earliest(f"{year:04d}-{node.month:02d}-{node.day or 1:02d}")
        last = latest(
            f"{year + wraps:04d}-{follower.month:02d}" + (f"-{follower.day:02d}" if follower.day else "")
        )
        if first and last and (last >= day if future else first <= day):
            node.shared, follower.shared = (year, text), (year + wraps, text)
            return


def _alike(node: Node, follower: Node) -> bool:
    def shape(one: Node) -> tuple[bool, bool, bool, bool]:
        return one.month is not None, one.day is not None, one.weekday is not None, one.code is not None

    return node.kind == follower.kind == "cal" and shape(node) == shape(follower)


def _range(node: Node, follower: Node, first: Value, second: Value, context: Context) -> Value | None:
    if first.edtf is None or second.edtf is None:
        return None
    start, end = first.edtf.split("/")[0], second.edtf.split("/")[-1]
    begin, finish = earliest(start), latest(end)
    if begin is not None and finish is not None and finish < begin:
        turned = _turned(node, follower, start, end, context)
        if turned is None:
            return None
        start, end = turned
    basis = first.basis if first.basis == second.basis else f"from: {first.basis}; to: {second.basis}"
    return Value(f"{start}/{end}", basis, first.relative or second.relative)


def _turned(node: Node, follower: Node, start: str, end: str, context: Context) -> tuple[str, str] | None:
    """A range whose ends were counted in different weeks or years, put in order."""
    ahead = context.tense(node.start) == "future"
    if node.weekday and not node.month and follower.weekday:
        day = earliest(end if ahead else start)
        if day is None:
            return None
        there = (day + timedelta(7 if ahead else -7)).isoformat()
        return (start, there) if ahead else (there, end)
    if node.explicit_year or follower.explicit_year or not start[:4].isdigit() or not end[:4].isdigit():
        return None
    if ahead:
        return start, f"{int(end[:4]) + 1:04d}{end[4:]}"
    return f"{int(start[:4]) - 1:04d}{start[4:]}", end


def _mention(start: int, end: int, node: Node, value: Value, context: Context) -> TimeMention:
    text = context.text[start:end]
    kind = {"duration": "duration", "set": "set", "vague": "vague"}.get(node.kind, "date")
    if node.of_event and value.edtf is None:
        kind = "vague"
    if kind == "date" and value.edtf is not None:
        _remember(start, text, node, value, context)
    return TimeMention(
        start=start,
        end=end,
        text=text,
        edtf=value.edtf,
        kind=kind,
        basis=value.basis,
        relative_to_text=value.relative,
        value=node.value,
    )


def _remember(start: int, text: str, node: Node, value: Value, context: Context) -> None:
    """What a date changes for those after it."""
    edtf = value.edtf or ""
    stated_day = node.explicit_year and precision(edtf) == "day"
    if precision(edtf) == "day" and _is_dateline(start, start + len(text), context.text):
        if context.published is None and stated_day:
            context.publish(edtf)
        elif context.day is not None and context.filed_before(edtf):
            context.publish(edtf)  # "this morning" in a paper is a morning of the day before
    context.tell(edtf, text, start)
    year = edtf[:4]
    if node.kind == "unit" or (node.weekday is not None and node.month is None and not node.from_told):
        context.passage = None
    elif node.explicit_year and year.isdigit() and "/" not in edtf:
        opening = context.sentence_start(start) >= start - 16
        told = precision(edtf) == "day" or (precision(edtf) == "month" and context.day is None)
        narrated = told and not _NAMES_A_THING.search(context.before(start))
        if opening or narrated:
            context.passage = (int(year), text, context.paragraph(start))


def _is_dateline(start: int, end: int, text: str) -> bool:
    """Whether a date near the start of a text stands alone: on its own line, before a dash or a point."""
    if start > _DATELINE:
        return False
    before = text[:start].strip()
    if not before:
        return text[end : end + 12].lstrip(" ).")[:1] in ("", "\n", "-", "–", "—", ":")
    return before == before.upper() and _AFTER_DATELINE.match(text, end) is not None
