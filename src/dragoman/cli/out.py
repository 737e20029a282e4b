"""Standard output for data, standard error for words to the person."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.export.safe import shown

if TYPE_CHECKING:
    from dragoman.model import Reading

Write = Callable[["Reading"], None]


def say(message: str) -> None:
    """One line to standard error; control characters of inputs are shown, not obeyed."""
    sys.stdout.flush()
    sys.stderr.write(f"dragoman: {shown(message)}\n")
    sys.stderr.flush()


@contextmanager
def writer(form: str, output: Path | None) -> Iterator[Write]:
    """A function that writes one reading; the page is written when the block ends."""
    with _target(output) as stream:
        if form == "json":
            yield lambda reading: _line(stream, reading.to_json())
        elif form == "html":
            readings: list[Reading] = []
            yield readings.append
            from dragoman.export.page import reading_page

            if readings:
                _line(stream, reading_page(readings))
        else:
            from dragoman.export.terminal import Printer

            yield Printer(stream).show


def _line(stream: IO[str], text: str) -> None:
    stream.write(text + "\n")
    stream.flush()


@contextmanager
def _target(output: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is there whole or not at all."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        yield sys.stdout
        return
    try:
        if output.exists() and not output.is_file():
            with output.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
            return
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise DragomanError(
            f"{output}: cannot be written: {error.strerror}.", hint="Name another file with --output."
        ) from error
    part = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:  # noqa: PTH123
            yield stream
        part.chmod(0o666 & ~_umask())
        part.replace(output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
