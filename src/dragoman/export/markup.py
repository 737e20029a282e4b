"""Escaped HTML: every string of others passes through here."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

from dragoman.export.safe import line, mark

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def esc(text: str) -> str:
    """Text as HTML; what must not be obeyed is shown as a mark."""
    return _ODD.sub(lambda m: f'<span class="ctl">{mark(m.group())}</span>', escape(text))


def one(text: str) -> str:
    """Text on one line as HTML, kept apart from the writing direction of what is around it."""
    return f"<bdi>{escape(line(text))}</bdi>"


def link(url: str) -> str:
    """An address: a link where it leads to the web, words where it is anything else."""
    shown = escape(line(url))
    try:
        safe = urlsplit(url).scheme in ("http", "https") and shown == escape(url)
    except ValueError:
        safe = False
    return f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>' if safe else f"<bdi>{shown}</bdi>"
