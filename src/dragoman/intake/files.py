"""Files and standard input to documents, one by one, in bounded memory.

A bad input never stops the ones after it: it comes out as a `Rejected` with the name of the input, the
reason, and what to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from dragoman.errors import (
    BadLine,
    DragomanError,
    EmptyInput,
    EncodingError,
    InputError,
    MissingExtra,
    TooLarge,
)  # fmt: skip
from dragoman.intake.decode import decode
from dragoman.intake.forms import Form, form_by_bytes, form_by_name, is_address
from dragoman.intake.metadata import Metadata, publication_date
from dragoman.model import Document, ImpliedActor

MAX_CHARACTERS = 1_000_000
_MAX_BYTES = 4 * MAX_CHARACTERS + 4  # no encoding that is read here needs more
_MAX_LINE = 12 * MAX_CHARACTERS + 65_536  # every character escaped as a surrogate pair
_STRINGS = ("published", "publisher", "title", "url")
STDIN = "-"
_NAMED = {STDIN: "standard input"}
#: bytes that a file of a form may have, where it is not read line by line or page by page
_SIZES = {"pdf": 64_000_000, "table": 256_000_000, "feed": 32_000_000}
Parts = Iterable[tuple[int, str | DragomanError, Metadata]]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that did not become a document: its name (`file` or `file:line`) and why."""

    name: str
    error: DragomanError


@dataclass(frozen=True, slots=True)
class Taken:
    """A document with the name of the input it came from and what a person should know of the way in."""

    name: str
    document: Document
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Reads inputs of one form; of the form that each one's name or bytes tell where it is "".

    `metadata` holds for every document that does not bring its own. `template` makes the texts of tables,
    `columns` says which of their columns holds what.
    """

    form: Form = ""
    metadata: Metadata = field(default_factory=Metadata)
    encoding: str | None = None
    template: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def documents(self, paths: Iterable[str], stdin: IO[bytes]) -> Iterator[Taken | Rejected]:
        """The documents of the paths in order; `-` is standard input, an address of the web is fetched."""
        for path in paths:
            name = _NAMED.get(path, path)
            try:
                if path == STDIN:
                    yield from self._stream(stdin, name)
                elif is_address(path):
                    yield from self._fetched(path)
                else:
                    with _open(path) as stream:
                        yield from self._stream(stream, name)
            except (InputError, MissingExtra) as error:
                yield Rejected(name, error)
            except OSError as error:
                yield Rejected(name, InputError(f"cannot be read: {error.strerror or error}."))

    def _fetched(self, address: str) -> Iterator[Taken | Rejected]:
        from dragoman.intake.address import fetched

        data, form, known = fetched(address)
        there = replace(self, metadata=self.metadata.over(known))
        if form == "jsonl":
            yield from there._lines(BytesIO(data), address)
        else:
            yield from there.taken(data, address, self.form or form)

    def _stream(self, stream: IO[bytes], name: str) -> Iterator[Taken | Rejected]:
        form = self.form or form_by_name(name)
        if form == "jsonl":
            yield from self._lines(stream, name)
        elif form == "warc":
            from dragoman.intake.warc import archived

            yield from self._several(name, archived(stream, self.metadata))
        else:
            head = stream.read(65_536)
            form = form or form_by_bytes(head)
            yield from self.taken(_bounded(stream, head, _SIZES.get(form, _MAX_BYTES)), name, form)

    def taken(self, data: bytes, name: str, form: Form) -> Iterator[Taken | Rejected]:
        """The documents in some bytes of a form; InputError where they hold none."""
        note = None
        if form in ("table", "feed"):
            yield from self._several(name, self._records(data, form, name))
            return
        if form == "html":
            from dragoman.intake.html import page

            text, known = page(data, self.metadata, self.encoding)
        elif form == "pdf":
            from dragoman.intake.pdf import pages

            text, known = pages(data, self.metadata, MAX_CHARACTERS)
        else:
            text, _encoding, note = decode(data, self.encoding)
            known = self.metadata
        yield Taken(name, make_document(text, known), note)

    def _records(self, data: bytes, form: Form, name: str) -> Parts:
        if form == "feed":
            from dragoman.intake.feed import entries

            return entries(data)
        from dragoman.intake.table import rows

        stem = Path(name).stem + "/" if name != _NAMED[STDIN] else ""
        return rows(decode(data, self.encoding).text, self.template, self.columns, stem)

    def _several(self, name: str, parts: Parts) -> Iterator[Taken | Rejected]:
        for number, text, known in parts:
            where = f"{name}:{number}"
            try:
                if isinstance(text, DragomanError):
                    raise text
                yield Taken(where, make_document(text, known.over(self.metadata)))
            except InputError as error:
                yield Rejected(where, error)

    def _lines(self, stream: IO[bytes], name: str) -> Iterator[Taken | Rejected]:
        found = False
        for number, line in _numbered(stream):
            where = f"{name}:{number}"
            if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            found = True
            try:
                yield Taken(where, self._line(line))
            except InputError as error:
                yield Rejected(where, error)
        if not found:
            raise EmptyInput("there is no line in it.", hint="Give one JSON object a line.")

    def _line(self, line: bytes | None) -> Document:
        if line is None:
            raise TooLarge(f"the line is over the limit of {_MAX_LINE:,} bytes.", hint=_SPLIT)
        try:
            data = json.loads(line.decode(self.encoding or "utf-8-sig"))
        except (UnicodeDecodeError, LookupError) as error:
            raise EncodingError("the line is not UTF-8.", hint="Write JSON lines as UTF-8.") from error
        except (ValueError, RecursionError) as error:
            raise BadLine(f"not JSON: {error}.", hint=_FORM) from error
        return make_document(_text_of(data), _metadata_of(data).over(self.metadata))


_SPLIT = "Split it into the texts it is made of."
_FORM = 'Each line is an object such as {"id": "1", "text": "…", "published": "2024-09-14"}.'


def make_document(text: str, metadata: Metadata) -> Document:
    """The document of a text; EmptyInput and TooLarge where there is nothing or too much to read."""
    if not text.strip("\ufeff \t\r\n\f\v\u2028\u2029\xa0\u200b"):
        raise EmptyInput("there is no text in it.", hint="Give a file that holds the text to read.")
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(f"{len(text):,} characters are over the limit of {MAX_CHARACTERS:,}.", hint=_SPLIT)
    return Document.of(
        text, id=metadata.id, title=metadata.title, published=metadata.published,
        publisher=metadata.publisher, url=metadata.url, actor=metadata.actor,
    )  # fmt: skip


def _open(path: str) -> IO[bytes]:
    place = Path(path)
    try:
        return place.open("rb")
    except FileNotFoundError as error:
        raise InputError("there is no such file.", hint="Check the path.") from error
    except IsADirectoryError as error:
        raise InputError("this is a folder.", hint="Name the files in it.") from error
    except PermissionError as error:
        raise InputError("the file may not be read.", hint="Check its permissions.") from error
    except ValueError as error:
        raise InputError(f"not a path: {error}.") from error


def _bounded(stream: IO[bytes], head: bytes, limit: int) -> bytes:
    """All bytes of the stream after some that were read, or TooLarge without having read them all."""
    chunks = [head]
    size = len(head)
    while chunk := stream.read(65_536):
        size += len(chunk)
        if size > limit:
            raise TooLarge(
                f"over {limit:,} bytes, while a text may have {MAX_CHARACTERS:,} characters.", hint=_SPLIT
            )
        chunks.append(chunk)
    return b"".join(chunks)


def _numbered(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; None for a line over the limit, which is passed over unread."""
    number = 0
    while line := stream.readline(_MAX_LINE):
        number += 1
        whole = len(line) < _MAX_LINE or line.endswith(b"\n")
        yield number, line if whole else None
        while not whole:
            rest = stream.readline(65_536)
            whole = not rest or rest.endswith(b"\n")


def _text_of(data: Any) -> str:
    if not isinstance(data, dict):
        raise BadLine("the line is no JSON object.", hint=_FORM)
    text = data.get("text")
    if not isinstance(text, str):
        raise BadLine("'text' is missing or no string.", hint=_FORM)
    return text


def _metadata_of(data: dict[str, Any]) -> Metadata:
    values: dict[str, Any] = {}
    for key in _STRINGS:
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            raise BadLine(f"{key!r} is no string.", hint=_FORM)
        values[key] = value or None
    values["published"] = publication_date(values["published"])
    return Metadata(**values, id=_id_of(data.get("id")), actor=_actor_of(data.get("actor")))


def _id_of(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadLine("'id' is neither a string nor a whole number.", hint=_FORM)
    return str(value)


def _actor_of(value: Any) -> ImpliedActor | None:
    if value is None:
        return None
    country = value.get("country") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise BadLine("'actor' has no 'name'.", hint='Write {"name": "…", "country": "USA"}.')
    if country is not None and not isinstance(country, str):
        raise BadLine("the 'country' of 'actor' is no string.", hint="Write its ISO 3166-1 alpha-3 code.")
    return ImpliedActor(name=value["name"], country=country or None)
