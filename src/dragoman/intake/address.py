"""Addresses of the web as inputs: what lies behind one, and of which form it is."""

from __future__ import annotations

from urllib.parse import urlsplit

from dragoman.errors import InputError
from dragoman.intake.fetch import Limits, fetch
from dragoman.intake.forms import Form, form_by_bytes
from dragoman.intake.metadata import Metadata

_LIMITS = Limits(size=32_000_000, seconds=60.0)
_FORMS: dict[str, Form] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "pdf",
    "text/csv": "table", "application/rss+xml": "feed", "application/atom+xml": "feed",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
}  # fmt: skip
_UNSAID = ("", "text/xml", "application/xml", "application/octet-stream")


def fetched(address: str) -> tuple[bytes, Form, Metadata]:
    """The bytes behind an address, their form, and what the address tells of them.

    FetchError where it must not or cannot be fetched, InputError where it is of no form that is read.
    """
    found = fetch(address, _LIMITS)
    kind = found.content_type.partition(";")[0].strip().lower()
    form = _FORMS.get(kind) or (form_by_bytes(found.body) if kind in _UNSAID else "")
    if not form:
        raise InputError(f"this is {kind}, which is not read.", hint="Give the text of it instead.")
    publisher = urlsplit(found.url).hostname if form == "text" else None
    return found.body, form, Metadata(url=found.url, publisher=publisher)
