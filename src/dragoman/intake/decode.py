"""Bytes to text: which encoding, in this order, and nothing guessed in silence.

1. an encoding that the caller names;
2. a byte order mark (UTF-8, UTF-16, UTF-32);
3. UTF-8;
4. UTF-16 without a mark, where every second byte is zero;
5. Windows-1252, where few of the letters need it: Western European text of an older program. This
   comes with a note, since another encoding could stand behind the same bytes.
Everything else raises EncodingError: text in a wrong encoding reads as nonsense, and nonsense is worse
than nothing.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from dragoman.errors import EncodingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (a Word or OpenDocument file is one too)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b")
_FOREIGN_SHARE = 0.12  # of the letters; German or Polish text in Windows-1252 stays below
_TO_TEXT = "Give its text instead, as UTF-8."


class Decoded(NamedTuple):
    """The text, the encoding it was read in, and a note where that was an assumption."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of the bytes; EncodingError where they are no text in a known encoding."""
    if encoding:
        return _named(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise EncodingError(f"this is {what}, not a text.", hint=_TO_TEXT)
    wide = _unmarked_utf16(data)
    if wide:
        return _strict(data, wide)._replace(note=f"read as {wide.upper()} (no byte order mark)")
    if _is_binary(data):
        raise EncodingError("this looks like binary data, not a text.", hint=_TO_TEXT)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error)


def _named(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise EncodingError(f"no encoding is named {encoding!r}.", hint="Try utf-8 or cp1251.") from error
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"the bytes are not {encoding}: {error.reason} at byte {error.start}.",
            hint="Name the right one with --encoding.",
        ) from error
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"marked as {encoding.upper()}, but the bytes break it at byte {error.start}.",
            hint="The file is damaged or cut off; save it again as UTF-8.",
        ) from error


def _unmarked_utf16(data: bytes) -> str | None:
    head = data[:4096]
    if len(head) < 8 or len(data) % 2:
        return None
    zeros = (head[0::2].count(0), head[1::2].count(0))
    half = len(head) // 2
    if zeros[1] > 0.7 * half and not zeros[0]:
        return "utf-16-le"
    if zeros[0] > 0.7 * half and not zeros[1]:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    return b"\0" in head or len(head) - len(head.translate(None, _CONTROL)) > 0.02 * len(head)


def _western(data: bytes, error: UnicodeDecodeError) -> Decoded:
    hint = "Convert it to UTF-8, or name its encoding with --encoding (cp1251, gb18030, shift_jis …)."
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise EncodingError(f"not UTF-8 (byte {error.start}) and not Western European.", hint=hint) from error
    letters = [char for char in text if char.isalpha()]
    if sum(char > "\x7f" for char in letters) > _FOREIGN_SHARE * len(letters):
        raise EncodingError(
            f"not UTF-8 (byte {error.start}), and as Western European text it makes no sense.", hint=hint
        ) from error
    return Decoded(text, "cp1252", "not UTF-8; read as Windows-1252 (name another with --encoding)")
