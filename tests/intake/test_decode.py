from __future__ import annotations

import codecs

import pytest

from dragoman.errors import EncodingError
from dragoman.intake.decode import decode

TEXT = "Der Außenminister traf in Kœln – “ein gutes Gespräch”."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_known_encodings_are_read_without_a_note(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_with_a_note(encoding: str) -> None:
    text = "The two ministers met in Vienna."
    read = decode(text.encode(encoding))
    assert (read.text, read.encoding) == (text, encoding)
    assert read.note and "no byte order mark" in read.note


def test_western_text_is_read_with_a_note() -> None:
    read = decode(TEXT.encode("cp1252"))
    assert (read.text, read.encoding) == (TEXT, "cp1252")
    assert read.note and "Windows-1252" in read.note


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 \xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (bytes(range(256)) * 4, "binary data"),
        ("Министр иностранных дел прибыл в Москву.".encode("cp1251"), "makes no sense"),
        ("外務大臣はロンドンを訪問した。".encode("shift_jis"), "not UTF-8"),
        (codecs.BOM_UTF8 + b"cut \xe2\x82", "marked as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "marked as UTF-16-LE"),
    ],
    ids=["pdf", "zip", "png", "bytes", "cyrillic", "japanese", "broken utf-8", "broken utf-16"],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(EncodingError, match=reason) as caught:
        decode(data)
    assert caught.value.hint


def test_the_caller_may_name_the_encoding() -> None:
    text = "Министр прибыл в Москву."
    assert decode(text.encode("cp1251"), "cp1251").text == text
    with pytest.raises(EncodingError, match="no encoding is named"):
        decode(b"a", "utf-99")
    with pytest.raises(EncodingError, match="are not ascii"):
        decode("é".encode(), "ascii")
