"""Reads many documents, in one process or in several: each comes out as a reading, or as what went wrong.

The one place where any exception is caught: a defect that one document brings to light must not lose the
others. What went wrong is told with the place in the code, and the document can be read again later.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.model import Document, Reading

if TYPE_CHECKING:
    from dragoman.reader import Reader

Outcome = tuple[Document, Reading | DragomanError]
_BATCH = 8  # documents that go to a process at once


def outcomes(reader: Reader, documents: Iterable[Document], processes: int = 1) -> Iterator[Outcome]:
    """Each document with its reading or its error, in order, a few documents ahead of what is asked for.

    Raises DragomanError where a process of several was ended from outside.
    """
    if processes <= 1:
        for doc in documents:
            yield doc, _read(reader, doc)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, _start, (reader.options,))
    try:
        yield from _spread(pool, iter(documents), 2 * processes)
    except BrokenProcessPool as error:
        raise DragomanError(
            "a process that reads was ended from outside; it may have run out of memory.",
            hint="Run it again to go on, with fewer --processes.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _spread(pool: ProcessPoolExecutor, documents: Iterator[Document], ahead: int) -> Iterator[Outcome]:
    pending: deque[tuple[list[Document], Future[list[Any]]]] = deque()
    while batch := list(islice(documents, _BATCH)):
        pending.append((batch, pool.submit(_read_batch, batch)))
        if len(pending) > ahead:
            yield from _done(*pending.popleft())
    while pending:
        yield from _done(*pending.popleft())


def _done(batch: Sequence[Document], future: Future[list[Any]]) -> Iterator[Outcome]:
    return iter(list(zip(batch, future.result(), strict=True)))


def _read(reader: Reader, doc: Document) -> Reading | DragomanError:
    try:
        return reader.read(doc)
    except DragomanError as error:
        return error
    except Exception as error:  # the edge: see the head of the module
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        return DragomanError(
            f"a defect in Dragoman: {type(error).__name__}: {error} ({where}).", hint="Please report it."
        )


_worker: Reader | None = None


def _start(options: tuple[Any, ...]) -> None:
    global _worker
    from dragoman.reader import Reader

    threading.Thread(target=_end_with_parent, daemon=True).start()
    pipeline, lexicon, ranker = options
    _worker = Reader(pipeline=pipeline, lexicon=lexicon, ranker=ranker)


def _end_with_parent() -> None:
    """End this process when the one that started it was killed; nothing else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_batch(documents: list[Document]) -> list[Any]:
    assert _worker is not None
    return [_read(_worker, doc) for doc in documents]
