"""From a node to its EDTF value and the basis of it, in the context of the text.

Each way of resolving is one function that returns a Value; what cannot be known stays None or `X`, with the
reason in the basis. No year is taken without saying from where.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.times.context import Context
from dragoman.times.counting import EVENT, from_publication, from_text, weekday
from dragoman.times.nodes import Node
from dragoman.times.values import Value, with_year
from dragoman.times.years import movable, named_from_told, shifted_year, yearless

_NOTES = {
    "part": "; the words name a part of it",
    "fiscal": ", a fiscal year",
    "month_first": ", read month first",
}


def resolve(node: Node, context: Context, words: str) -> Value:
    """The value of a node at its place."""
    value = _BY_KIND[node.kind](node, context, words)
    if value.edtf and node.note in _NOTES:
        value = Value(value.edtf, value.basis + _NOTES[node.note], value.relative)
    if value.edtf and node.approximate and "~" not in value.edtf and "/" not in value.edtf:
        value = Value(value.edtf + "~", value.basis + "; about", value.relative)
    return value


def _calendar(node: Node, context: Context, words: str) -> Value:
    if node.note == "attack":
        return Value("2001-09-11", "the attacks of 11 September 2001")
    if node.movable:
        return movable(node, context, words)
    if node.weekday is not None and node.month is None:
        return weekday(node, context, words)
    if node.year is not None:
        return with_year(node, node.year, "stated")
    if node.year_shift is not None:
        return shifted_year(node, context, words)
    if node.from_told and node.direction is not None:
        return named_from_told(node, context)
    return yearless(node, context, words)


def _direct(node: Node, context: Context, words: str) -> Value:
    if node.note == "decade word":
        node.note = ""
    return Value(node.edtf, "stated")


_VAGUE = {
    "number": "a number of days, weeks, months or years that is not said",
    "hours": "hours are not counted",
    "event": EVENT,
    "present": "the present of the text, no calendar time",
    "now": "the present of the text, no calendar time",
    "past": "some time in the past",
    "recent": "some time in the past",
    "future": "some time to come",
}


def _vague(node: Node, context: Context, words: str) -> Value:
    return Value(None, _VAGUE.get(node.note, "no calendar time"))


def _length(node: Node, context: Context, words: str) -> Value:
    return Value(None, "a length of time, no calendar time")


def _recurring(node: Node, context: Context, words: str) -> Value:
    return Value(None, "a time that recurs")


_BY_KIND: dict[str, Callable[[Node, Context, str], Value]] = {
    "cal": _calendar,
    "unit": from_publication,
    "told": from_text,
    "direct": _direct,
    "vague": _vague,
    "duration": _length,
    "set": _recurring,
}
