"""Which form an input has: by the ending of its name, else by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Form = Literal["", "text", "jsonl", "html", "pdf", "table", "feed", "warc"]
#: every form that can be named; "" stands for: find out
FORMS: tuple[str, ...] = ("text", "jsonl", "html", "pdf", "table", "feed", "warc")

_SUFFIXES: dict[str, Form] = {
    ".txt": "text", ".text": "text", ".md": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".csv": "table", ".tsv": "table", ".rss": "feed",
    ".atom": "feed", ".warc": "warc",
}  # fmt: skip
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S)
_HEAD = 2_048


def form_by_name(name: str) -> Form:
    """The form that a file's name tells; empty where it tells none."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return "warc"
    return _SUFFIXES.get(PurePath(lower).suffix, "")


def form_by_bytes(head: bytes) -> Form:
    """The form that the first bytes tell: a PDF, a feed, a page, an archive; else text."""
    head = head[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.lstrip()[:1] == b"<":
        if _PAGE.match(head):
            return "html"
        if _FEED.search(head):
            return "feed"
    return "text"


def is_address(name: str) -> bool:
    """Whether the name of an input is an address of the web."""
    return name.lower().startswith(("http://", "https://"))
