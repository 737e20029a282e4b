"""`dragoman add`: inputs to documents to the store, with counts, rate and time left on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from dragoman.chronicle import Added, Chronicle
from dragoman.cli.out import say
from dragoman.errors import DragomanError, RecordError
from dragoman.intake import Intake, Metadata, Rejected, form_by_name
from dragoman.intake.metadata import publication_date
from dragoman.model import Document, Reading

_EVERY_SECONDS = 0.5


@dataclass(slots=True)
class Adding:
    """One run of `dragoman add`."""

    store: str
    form: str = ""
    metadata: dict[str, str | None] = field(default_factory=dict)
    processes: int = 1
    template: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    quiet: bool = False
    rejected: int = 0
    total: int | None = None
    _begun: float = 0.0
    _shown: float = 0.0

    def run(self, inputs: Sequence[str], stdin: IO[bytes]) -> int:
        """Read and keep everything; the exit code."""
        paths = list(_files(inputs))
        self.total = self._count(paths)
        self._begun = time.monotonic()
        with Chronicle(self.store) as chronicle:
            done = chronicle.add(
                self._documents(paths, stdin), processes=self.processes, progress=self._progress,
                failed=self._failed,
            )  # fmt: skip
        return self._end(done)

    def readings(self, inputs: Sequence[str]) -> int:
        """Keep readings that were made before; the exit code."""
        done = Added()
        self._begun = time.monotonic()
        with Chronicle(self.store) as chronicle:
            for path in _files(inputs):
                with Path(path).open("rb") as lines:
                    for number, line in enumerate(lines, 1):
                        self._keep(chronicle, f"{path}:{number}", line, done)
        return self._end(done)

    def _keep(self, chronicle: Chronicle, name: str, line: bytes, done: Added) -> None:
        try:
            reading = Reading.from_json(line)
        except RecordError as error:
            self.rejected += 1
            say(f"{name}: {error}")
            return
        if chronicle.add_reading(reading):
            done.new += 1
            done.events += len(reading.events)
        else:
            done.known += 1
        self._progress(done)

    def _documents(self, paths: Sequence[str], stdin: IO[bytes]) -> Iterator[Document]:
        values: dict[str, Any] = dict(self.metadata)
        values["published"] = publication_date(values.get("published"))
        form: Any = self.form
        intake = Intake(form=form, metadata=Metadata(**values), template=self.template, columns=self.columns)
        for item in intake.documents(paths, stdin):
            if isinstance(item, Rejected):
                self.rejected += 1
                say(f"{item.name}: {item.error}")
                continue
            if item.note:
                say(f"{item.name}: {item.note}")
            yield item.document

    def _count(self, paths: Sequence[str]) -> int | None:
        """How many documents the paths hold, where that can be told beforehand."""
        if "-" in paths:
            return None
        found = 0
        for path in paths:
            if not Path(path).is_file():
                continue
            form = self.form or form_by_name(path)
            if form in ("feed", "warc"):
                return None
            if form in ("jsonl", "table"):
                with Path(path).open("rb") as lines:
                    found += sum(1 for line in lines if line.strip()) - (form == "table")
            else:
                found += 1
        return found

    def _failed(self, doc: Document, error: DragomanError) -> None:
        say(f"document {doc.id}: {error}")

    def _progress(self, done: Added) -> None:
        now = time.monotonic()
        if self.quiet or not sys.stderr.isatty() or now - self._shown < _EVERY_SECONDS:
            return
        self._shown = now
        seen = done.new + done.known + done.failed
        rate = done.new / max(now - self._begun, 1e-9)
        left = ""
        if self.total:
            filled = 24 * seen // max(self.total, 1)
            bar = "█" * filled + "░" * (24 - filled)
            seconds = int((self.total - seen) / rate) if rate else 0
            left = f" {bar} of {self.total:,}, {seconds // 60}:{seconds % 60:02d} left"
        sys.stderr.write(f"\r\033[K{seen:,} documents, {done.events:,} events, {rate:.1f}/s{left}")
        sys.stderr.flush()

    def _end(self, done: Added) -> int:
        if sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
        rate = done.new / max(time.monotonic() - self._begun, 1e-9)
        lost = self.rejected + done.failed
        if not self.quiet:
            self._say_what_was_done(done, rate, lost)
        return 1 if lost else 0

    def _say_what_was_done(self, done: Added, rate: float, lost: int) -> None:
        say(
            f"{done.new:,} documents added with {done.events:,} events ({rate:.1f} documents a second); "
            f"{done.known:,} known before; {lost:,} not read"
        )


def _files(inputs: Sequence[str]) -> Iterator[str]:
    """The paths, folders opened into the files they hold, in order of name."""
    for name in inputs:
        place = Path(name)
        if name != "-" and place.is_dir():
            yield from (
                str(p) for p in sorted(place.rglob("*")) if p.is_file() and not p.name.startswith(".")
            )
        else:
            yield name
