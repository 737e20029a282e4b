"""A PDF to the text of its pages, by pypdf. A scan without a text layer holds no text and is refused."""

from __future__ import annotations

import io
import re
import struct
import time
import zlib
from typing import Any

from dragoman.errors import EmptyInput, InputError, MissingExtra, TooLarge
from dragoman.intake.metadata import Metadata

MAX_PAGES = 2_000
MAX_SECONDS = 60.0
#: what pypdf raises over files that are broken, or made to break it
_BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, ArithmeticError,
           MemoryError, NotImplementedError, AssertionError, OSError, EOFError, struct.error,
           zlib.error)  # fmt: skip
_HINT = "Give the text of it instead."
_HYPHEN = re.compile(r"(\w)[-\u00ad]\n(?=[a-z])")


def pages(data: bytes, known: Metadata, limit: int) -> tuple[str, Metadata]:
    """The text of a PDF, pages parted by an empty line, with the title that it states.

    TooLarge over the limit of characters, EmptyInput without a text layer, InputError where it is broken or
    needs a password.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise MissingExtra(
            "reading PDF needs pypdf, which is not installed.", hint='Run: pip install "dragoman[intake]"'
        ) from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("this PDF needs a password.", hint=_HINT)
        text, title = _text(reader, limit), _title(reader)
    except (PyPdfError, *_BROKEN) as error:
        raise InputError(f"this PDF cannot be read: {type(error).__name__}.", hint=_HINT) from error
    if not text.strip():
        raise EmptyInput("this PDF holds no text, only pictures of it.", hint=_HINT)
    return text, known.over(Metadata(title=title))


def _text(reader: Any, limit: int) -> str:
    count, begun = len(reader.pages), time.monotonic()
    if count > MAX_PAGES:
        raise TooLarge(f"{count:,} pages are over the limit of {MAX_PAGES:,}.", hint="Split it.")
    parts: list[str] = []
    size = 0
    for page in reader.pages:
        part = _HYPHEN.sub(r"\1", page.extract_text().strip())
        size += len(part)
        if size > limit:
            raise TooLarge(f"its text is over the limit of {limit:,} characters.", hint="Split it.")
        if time.monotonic() - begun > MAX_SECONDS:
            raise TooLarge(f"it takes over {MAX_SECONDS:.0f} seconds to read.", hint=_HINT)
        parts.append(part)
    return "\n\n".join(part for part in parts if part)


def _title(reader: Any) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return str(title).strip() or None if title else None
