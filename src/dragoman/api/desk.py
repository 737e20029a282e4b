"""What the server works with: the chronicle and how to browse it, the accounts, and the reader of texts.

The reader is loaded when the first text is posted, so that showing the record needs no parser.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from dragoman.accounts import Accounts
from dragoman.api.limits import RateLimits
from dragoman.api.settings import Settings
from dragoman.browsing import Browser
from dragoman.chronicle import Chronicle
from dragoman.errors import EmptyInput, InputError, TooLarge
from dragoman.intake.fetch import fetch_document
from dragoman.intake.files import make_document
from dragoman.intake.metadata import Metadata, publication_date
from dragoman.model import Document, Reading

_MOST_METADATA = 2_000


class Desk:
    """Shared by all requests of a server."""

    def __init__(self, chronicle: Chronicle, accounts: Accounts, settings: Settings) -> None:
        self.chronicle = chronicle
        self.accounts = accounts
        self.settings = settings
        self.browser = Browser(chronicle)
        self.limits = RateLimits(settings.rates)
        self.secret = accounts.secret()
        self._reader: Any = None
        self._reading = threading.Lock()

    def close(self) -> None:
        """Let go of everything."""
        self.browser.close()
        self.accounts.close()
        self.chronicle.close()

    def document(self, *, text: str | None, url: str | None, **metadata: str | None) -> Document:
        """A document of a text or of an address; InputError where it cannot be one."""
        known = {name: (value or "").strip() or None for name, value in metadata.items()}
        for name, value in known.items():
            if value and len(value) > _MOST_METADATA:
                raise TooLarge(f"the {name} is longer than {_MOST_METADATA:,} characters.")
        published = publication_date(known.get("published"))
        about = Metadata(
            published=published, publisher=known.get("publisher"), title=known.get("title"), url=url
        )
        if text is not None and text.strip():
            return _clean(make_document(text.replace("\r\n", "\n"), about))
        if url:
            fetch: Callable[[str, Metadata], Document] = self.settings.fetch or fetch_document
            return _clean(fetch(url, about))
        raise EmptyInput("there is no text.", hint="Give a text, or the address of one.")

    def read(self, doc: Document) -> Reading:
        """What the reader makes of a document; one text at a time."""
        with self._reading:
            if self._reader is None:
                self._reader = (self.settings.reader or _reader)()
            reading: Reading = self._reader.read(doc)
        return reading


def _clean(doc: Document) -> Document:
    """The document, unless it holds what no text and no store can hold."""
    for value in (doc.text, doc.title, doc.publisher, doc.url, doc.published):
        if value and ("\x00" in value or any("\ud800" <= c <= "\udfff" for c in value)):
            raise InputError("there are characters in it that are no text (NUL, or half of a pair).")
    return doc


def _reader() -> Any:
    from dragoman.reader import Reader

    return Reader()
