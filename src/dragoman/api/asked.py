"""What every reading route begins with: may the visitor read, as of which day, and has anything changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from dragoman.api.security import desk_of, may_read
from dragoman.api.shapes import csv_bytes, json_bytes
from dragoman.browsing import Browser, Page
from dragoman.browsing.cache import STALE
from dragoman.browsing.paging import MOST
from dragoman.errors import BadDate, InputError
from dragoman.model.edtf import latest
from dragoman.version import __version__

MOST_ROWS = 10_000
AsOf = Annotated[
    str | None,
    Query(
        description="Answer with what was published and decided by then (EDTF).",
        max_length=40,
        examples=["2024-09"],
    ),
]
Cursor = Annotated[str | None, Query(description="`meta.next` of the page before.", max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows a page.")]
Format = Annotated[Literal["json", "csv"], Query(description="csv gives up to 10,000 rows as a table.")]
Words = Annotated[str | None, Query(max_length=300)]


class NotModified(Exception):
    """Nothing has changed since the ETag that was sent."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


def day_of(as_of: str | None) -> str | None:
    """A day that was asked for; BadDate where it is none."""
    if not as_of:
        return None
    found = latest(as_of)
    if found is None or not 1 < found.year < 9990:
        raise BadDate(f"{as_of[:40]!r} is not a date.", hint="Write it as 2024-09-14, 2024-09 or 2024.")
    return found.isoformat()


def plain_words(words: str | None) -> str | None:
    """Words that were asked for, None where there are none; InputError where they hold control characters."""
    if words is None or not words.strip():
        return None
    if any(ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF for c in words):
        raise InputError("there are control characters in what is asked for.")
    return words.strip()


class Asked:
    """A question: the browser to ask, and how to answer in JSON or CSV."""

    def __init__(self, request: Request, as_of: AsOf = None) -> None:
        visitor = may_read(request)
        self.request = request
        self.as_of = day_of(as_of)
        self.browser: Browser = desk_of(request).browser.at(self.as_of)
        name = visitor.user.name if visitor.user else ""
        parts = (__version__, self.browser.revision(), name, str(request.url.path), str(request.url.query))
        self.etag = f'W/"{hashlib.sha256("|".join(parts).encode("utf-8", "replace")).hexdigest()[:24]}"'
        sent = request.headers.get("if-none-match", "")
        if self.etag in [one.strip() for one in sent.split(",")]:
            raise NotModified(self.etag)

    def headers(self) -> dict[str, str]:
        """The headers of an answer; without ETag where part of it is from before the last change."""
        made = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
        return made if STALE.get() else made | {"ETag": self.etag}

    def one(self, data: Any, **meta: Any) -> Response:
        """One record, or a list that is given whole."""
        known = {"total": None, "next": None, "as_of": self.as_of, **meta}
        return Response(json_bytes({"data": data, "meta": known}), 200, self.headers(), "application/json")

    def page(
        self, format: str, limit: int, make: Callable[[int], Page[Any]], shown: Callable[[Any], Any],
        columns: Sequence[str], row: Callable[[Any], Mapping[str, Any]] | None = None,
    ) -> Response:  # fmt: skip
        """A page of a list as JSON, or up to 10,000 rows of it as CSV."""
        found = make(MOST_ROWS if format == "csv" else limit)
        if format == "csv":
            return self.table(map(row or shown, found.items), columns, found.next)
        return self.one([shown(item) for item in found.items], total=found.total, next=found.next)

    def table(
        self, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], following: str | None = None
    ) -> Response:
        """Rows as CSV; the cursor of what comes after them stands in X-Next-Cursor."""
        name = self.request.url.path.rsplit("/", 1)[-1] or "table"
        headers = self.headers() | {
            "Content-Disposition": f'attachment; filename="dragoman-{_name(name)}.csv"'
        }
        if following:
            headers["X-Next-Cursor"] = following
        return Response(csv_bytes(rows, columns), 200, headers, "text/csv; charset=utf-8")


def _name(text: str) -> str:
    return "".join(c for c in text if c.isascii() and (c.isalnum() or c in "-_")) or "table"


Ask = Annotated[Asked, Depends()]
