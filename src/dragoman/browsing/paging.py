"""Pages of lists: a cursor names the last row that was seen, so that a list may grow while it is read."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dragoman.errors import BadCursor

T = TypeVar("T")
MOST = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows of a list, the cursor of the rows after them, and how many rows there are where that is known."""

    items: tuple[T, ...]
    next: str | None = None
    total: int | None = None


def cursor_of(place: Sequence[Any]) -> str:
    """A place in a list as a cursor."""
    text = json.dumps(list(place), ensure_ascii=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_of(cursor: str, *kinds: type | tuple[type, ...]) -> tuple[Any, ...]:
    """The place behind a cursor whose parts are of these kinds; BadCursor where it is none."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        place = json.loads(raw)
    except (binascii.Error, ValueError, RecursionError) as error:
        raise BadCursor("the cursor is not one of this list.") from error
    if not isinstance(place, list) or len(place) != len(kinds):
        raise BadCursor("the cursor is not one of this list.")
    for part, kind in zip(place, kinds, strict=True):
        if (
            not isinstance(part, kind)
            or isinstance(part, bool)
            or (isinstance(part, int) and abs(part) > 2**53)
        ):
            raise BadCursor("the cursor is not one of this list.")
    return tuple(place)


def sliced(items: Sequence[T], cursor: str | None, size: int, name: Callable[[T], str]) -> Page[T]:
    """A page of a list that is held whole: after the row that the cursor names, or after its old place."""
    start = 0
    if cursor:
        number, last = place_of(cursor, int, str)
        here = number < len(items) and number >= 0 and name(items[number]) == last
        found = number if here else next((n for n, item in enumerate(items) if name(item) == last), number)
        start = max(0, found) + 1
    part = tuple(items[start : start + size])
    more = start + size < len(items) and part
    following = cursor_of((start + len(part) - 1, name(part[-1]))) if more else None
    return Page(part, following, len(items))
