"""A feed (RSS, Atom) that was saved to a file: one document an entry, by feedparser."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any

from dragoman.errors import DragomanError, EmptyInput, InputError, MissingExtra
from dragoman.intake.html import plain
from dragoman.intake.metadata import Metadata

MAX_ENTRIES = 10_000


def entries(data: bytes) -> Iterator[tuple[int, str | DragomanError, Metadata]]:
    """Each entry's number, text and what the feed says of it; InputError where this is no feed."""
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtra(
            "reading feeds needs feedparser, which is not installed.",
            hint='Run: pip install "dragoman[intake]"',
        ) from error
    if b"<!ENTITY" in data:
        raise InputError("a feed that defines entities of its own is not read.")
    found: Any = feedparser.parse(io.BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        raise (
            EmptyInput("there is no entry in this feed.") if found.version else InputError("this is no feed.")
        )
    publisher = found.feed.get("title") or None
    for number, entry in enumerate(found.entries[:MAX_ENTRIES], 1):
        yield number, _text(entry), Metadata(
            published=_day(entry), publisher=publisher, title=plain(entry.get("title", "")) or None,
            url=entry.get("link") or None,
        )  # fmt: skip


def _text(entry: Any) -> str:
    """The whole text where the feed has it, else the summary."""
    whole = "\n".join(plain(part.get("value", "")) for part in entry.get("content", ()))
    return whole or plain(entry.get("summary", ""))


def _day(entry: Any) -> str | None:
    moment: time.struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
    return time.strftime("%Y-%m-%d", moment) if moment and moment.tm_year > 0 else None
