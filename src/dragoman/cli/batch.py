"""Reading a batch: what goes in, what comes out, what is said about it, and the exit code."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dragoman.cli.out import say, writer
from dragoman.errors import DragomanError
from dragoman.intake import Intake, Rejected, Taken

if TYPE_CHECKING:
    from dragoman.model import Document, Reading
    from dragoman.reader import Reader


@dataclass(slots=True)
class Batch:
    """One run of `dragoman read`."""

    intake: Intake
    form: str = "text"
    output: Path | None = None
    lexicon: Sequence[Path] = ()
    processes: int = 1
    pipeline: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    _name: str = ""

    def run(self, files: Sequence[str], stdin: IO[bytes]) -> int:
        """Read everything; the exit code (see `dragoman.cli.main`)."""
        inputs = self.intake.documents(files, stdin)
        with writer(self.form, self.output) as write:
            for reading in self._readings(inputs):
                self.counts["read"] += 1
                self.counts["events"] += len(reading.events)
                write(reading)
        return self._summary()

    def _readings(self, inputs: Iterator[Taken | Rejected]) -> Iterator[Reading]:
        documents = self._accepted(inputs)
        first = next(documents, None)
        if first is None:
            return  # the models are not loaded for nothing
        reader = self._reader()
        if self.processes > 1:
            yield from reader.read_many(_again(first, documents), processes=self.processes)
            return
        for document in _again(first, documents):
            reading = self._one(reader, document)
            if reading is not None:
                yield reading

    def _reader(self) -> Reader:
        from dragoman.reader import Reader

        return Reader(pipeline=self.pipeline, lexicon=tuple(self.lexicon))

    def _accepted(self, inputs: Iterator[Taken | Rejected]) -> Iterator[Document]:
        for item in inputs:
            if isinstance(item, Rejected):
                self.counts["rejected"] += 1
                say(f"{item.name}: {item.error}")
                continue
            if item.note:
                say(f"{item.name}: {item.note}")
            self._name = item.name
            yield item.document

    def _one(self, reader: Reader, document: Document) -> Reading | None:
        """The reading of one document; a failure is told and the batch goes on."""
        name = self._name
        try:
            return reader.read(document)
        except DragomanError as error:
            self.counts["rejected"] += 1
            say(f"{name}: {error}")
        except Exception as error:  # the edge: a defect in one document must not lose the others
            self.counts["defects"] += 1
            place = traceback.extract_tb(error.__traceback__)[-1]
            say(
                f"{name}: [D000] a defect in Dragoman: {type(error).__name__}: {error} "
                f"({Path(place.filename).name}:{place.lineno}, document {document.id}). Please report it."
            )
        return None

    def _summary(self) -> int:
        counts = self.counts
        lost = counts["rejected"] + counts["defects"]
        if lost or counts["read"] > 1:
            say(
                f"{_number(counts['read'], 'text')} read, {_number(counts['events'], 'event')}; "
                f"{_number(lost, 'input')} not read"
            )
        return 4 if counts["defects"] else 1 if lost else 0


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _again(first: Document, rest: Iterable[Document]) -> Iterator[Document]:
    yield first
    yield from rest
