from __future__ import annotations

import io
import json
import os
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import BadDate, BadLine, EmptyInput, EncodingError, InputError, TooLarge
from dragoman.intake import Intake, Metadata, Rejected, Taken, make_document
from dragoman.intake.files import MAX_CHARACTERS


def taken(intake: Intake, *paths: Path | str, stdin: bytes = b"") -> list[Taken | Rejected]:
    return list(intake.documents([str(path) for path in paths], io.BytesIO(stdin)))


def lines(*items: Any) -> bytes:
    return b"".join(
        (item if isinstance(item, bytes) else json.dumps(item).encode()) + b"\n" for item in items
    )


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The envoy met the king.\r\n")
    (item,) = taken(Intake(metadata=Metadata(title="T", published="2024")), path)
    assert isinstance(item, Taken)
    assert item.name == str(path)
    assert item.document.text == "The envoy met the king.\r\n", "offsets are those of the file"
    assert (item.document.title, item.document.published) == ("T", "2024")


def test_standard_input_is_read() -> None:
    (item,) = taken(Intake(), "-", stdin=b"Talks were held.")
    assert isinstance(item, Taken)
    assert (item.name, item.document.text) == ("standard input", "Talks were held.")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u2028\u00a0\n".encode()])
def test_a_file_without_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    (item,) = taken(Intake(), path)
    assert isinstance(item, Rejected)
    assert isinstance(item.error, EmptyInput)


def test_what_cannot_be_opened_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Talks were held.")
    binary = tmp_path / "x.docx"
    binary.write_bytes(b"PK\x03\x04word")
    missing, folder, last = taken(Intake(), tmp_path / "none.txt", tmp_path, good)
    assert isinstance(missing, Rejected) and "no such file" in str(missing.error)
    assert isinstance(folder, Rejected) and "a folder" in str(folder.error)
    assert isinstance(last, Taken)
    (item,) = taken(Intake(), binary)
    assert isinstance(item, Rejected) and isinstance(item.error, EncodingError)
    (item,) = taken(Intake(), "a\0b")
    assert isinstance(item, Rejected) and "not a path" in str(item.error)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(*_args: object, **_kwargs: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    (item,) = taken(Intake(), path)
    assert isinstance(item, Rejected) and "may not be read" in str(item.error)


def test_a_device_error_is_told() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    (item,) = list(Intake().documents(["-"], Broken()))
    assert isinstance(item, Rejected) and "Input/output error" in str(item.error)


def test_five_megabytes_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"The ministers met. " * 300_000)
    tracemalloc.start()
    (item,) = taken(Intake(), path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(item, Rejected) and isinstance(item.error, TooLarge)
    assert "Split it" in str(item.error)
    assert peak < 12_000_000


def test_the_limit_itself_is_read() -> None:
    assert len(make_document("x" * MAX_CHARACTERS, Metadata()).text) == MAX_CHARACTERS
    with pytest.raises(TooLarge, match="1,000,001 characters"):
        make_document("x" * (MAX_CHARACTERS + 1), Metadata())


def test_json_lines_keep_id_and_metadata() -> None:
    data = lines(
        {"id": "a/1", "text": "Met with President Tudjman.", "published": "1994-03-01",
         "actor": {"name": "Warren Christopher", "country": "USA"}, "other": 1},
        b"",
        {"id": 7, "text": "Talks.", "title": None, "publisher": ""},
    )  # fmt: skip
    first, second = taken(
        Intake(form="jsonl", metadata=Metadata(publisher="P", published="2000")), "-", stdin=data
    )
    assert isinstance(first, Taken) and isinstance(second, Taken)
    assert first.document.id == "a/1"
    assert first.document.actor and first.document.actor.country == "USA"
    assert (first.document.published, first.document.publisher) == ("1994-03-01", "P")
    assert second.name == "standard input:3"
    assert (second.document.id, second.document.published) == ("7", "2000")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", BadLine), (b"[1]", BadLine), (b"3", BadLine), (b"[" * 100_000, BadLine),
        ({"id": "a"}, BadLine), ({"text": 5}, BadLine), ({"text": "x", "title": 5}, BadLine),
        ({"text": "x", "id": True}, BadLine), ({"text": "x", "id": [1]}, BadLine),
        ({"text": "x", "actor": "USA"}, BadLine), ({"text": "x", "actor": {"country": "USA"}}, BadLine),
        ({"text": "x", "actor": {"name": "A", "country": 1}}, BadLine),
        ({"text": ""}, EmptyInput), ({"text": "x", "published": "in May"}, BadDate),
        (b'{"text": "\xff"}', EncodingError), ({"text": "x" * (MAX_CHARACTERS + 1)}, TooLarge),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_next_is_read(line: Any, error: type[InputError]) -> None:
    bad, good = taken(Intake(form="jsonl"), "-", stdin=lines(line, {"text": "Talks."}))
    assert isinstance(bad, Rejected)
    assert type(bad.error) is error
    assert bad.error.hint
    assert bad.name == "standard input:1"
    assert isinstance(good, Taken)


def test_a_line_without_end_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.intake.files._MAX_LINE", 100)
    data = b"x" * 250_000 + b"\n" + lines({"text": "Talks."}) + b"y" * 101
    first, second, third = taken(Intake(form="jsonl"), "-", stdin=data)
    assert isinstance(first, Rejected) and isinstance(first.error, TooLarge)
    assert isinstance(second, Taken) and second.name == "standard input:2"
    assert isinstance(third, Rejected)


def test_a_file_without_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\n\n")
    (item,) = taken(Intake(form="jsonl"), path)
    assert isinstance(item, Rejected) and isinstance(item.error, EmptyInput)
