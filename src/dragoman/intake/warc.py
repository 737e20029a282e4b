"""Archives of the web (WARC): one document a page, by FastWARC (Bevendorff et al. 2018)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from dragoman.errors import DragomanError, InputError, MissingExtra, TooLarge
from dragoman.intake.html import page
from dragoman.intake.metadata import Metadata

MAX_PAGE = 4_000_000


def archived(stream: IO[bytes], known: Metadata) -> Iterator[tuple[int, str | DragomanError, Metadata]]:
    """Each web page of an archive: its number, its text or why it has none, and what is known of it.

    InputError where this is no archive. Answers other than 200 and other kinds of content are passed over.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtra(
            "reading archives needs FastWARC, which is not installed.",
            hint='Run: pip install "dragoman[intake]"',
        ) from error
    found = False
    try:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=True), 1):
            found = True
            if record.record_type == WarcRecordType.response and _is_page(record):
                yield number, *_page(record, known)
    except (ValueError, OSError, RuntimeError) as error:
        raise InputError(f"the archive cannot be read: {type(error).__name__}.") from error
    if not found:
        raise InputError("this is no archive of the web (WARC).")


def _is_page(record: Any) -> bool:
    kind = (record.http_content_type or "").lower()
    answer = record.http_headers.status_code if record.http_headers else None
    return answer == 200 and kind in ("text/html", "application/xhtml+xml")


def _page(record: Any, known: Metadata) -> tuple[str | DragomanError, Metadata]:
    url = record.headers.get("WARC-Target-URI")
    data = record.reader.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        return TooLarge(f"{url}: the page is over {MAX_PAGE:,} bytes."), known
    try:
        text, made = page(data, known.over(Metadata(url=url)), record.http_charset)
    except InputError as error:
        return error, known
    return text, made
