"""A resolved value, and a calendar time put into a year or left without one."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.times.nodes import Node
from dragoman.times.reckoning import Point, exists


@dataclass(frozen=True, slots=True)
class Value:
    """A value, how it was found, and whether it counts from another date of the text."""

    edtf: str | None
    basis: str
    relative: bool = False


def with_year(node: Node, year: int, basis: str, relative: bool = False) -> Value:
    """The time in a year; no value for a day that the year does not have."""
    if not exists(year, node.month, node.day):
        return Value(None, f"no such day in {year}")
    first = Point(year, node.month, node.day, node.code).edtf()
    if node.last_day is not None:
        if not exists(year, node.month, node.last_day):
            return Value(None, f"no such day in {year}")
        return Value(f"{first}/{Point(year, node.month, node.last_day).edtf()}", basis, relative)
    return Value(first, basis, relative)


def without_year(node: Node, basis: str) -> Value:
    """The time with its year left open."""
    if not exists(None, node.month, node.day) or not exists(None, node.month, node.last_day):
        return Value(None, "no such day")
    first = Point(None, node.month, node.day, node.code).edtf()
    if node.last_day is not None:
        return Value(f"{first}/{Point(None, node.month, node.last_day).edtf()}", basis)
    return Value(first, basis)
