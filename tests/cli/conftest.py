"""The command line with a reader made by hand: no parser is loaded."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.main import app
from dragoman.errors import RecordError
from dragoman.model import Document, Reading
from tests.factories import make_event


class Reader:
    """Reads "met" as an event; "BUG" is a defect, "BAD" an error."""

    made: list[dict[str, Any]]

    def __init__(self, **options: Any) -> None:
        self.made.append(options)

    def read(self, doc: Document) -> Reading:
        if "BUG" in doc.text:
            raise ZeroDivisionError("by zero")
        if "BAD" in doc.text:
            raise RecordError("a span that is not in the text")
        events = (make_event(doc, "met", doc.text.strip()),) if "met" in doc.text else ()
        return Reading(reader="stub", document=doc, events=events)

    def read_many(self, documents: Iterable[Document], processes: int = 1) -> Iterator[Reading]:
        return map(self.read, documents)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The options of the readers that were made."""
    module: Any = ModuleType("dragoman.reader")
    module.Reader = Reader
    Reader.made = []
    monkeypatch.setitem(sys.modules, "dragoman.reader", module)
    return Reader.made


class Run:
    """One run of the command: exit code, data, messages."""

    def __init__(self, arguments: tuple[str, ...], stdin: bytes | str | None) -> None:
        result = CliRunner().invoke(app, list(arguments), input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.code, self.out, self.err = result.exit_code, result.stdout, result.stderr


@pytest.fixture
def run(made: list[dict[str, Any]]) -> Any:
    def runner(*arguments: object, stdin: bytes | str | None = None) -> Run:
        return Run(tuple(map(str, arguments)), stdin)

    return runner
