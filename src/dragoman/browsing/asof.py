"""Chronicles as they were known on a day, made when first asked for and kept while they are asked for.

Making one derives the whole chronicle anew, which takes long where it is big: whoever asks waits for a
moment, and is told to come back if that does not do.
"""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.chronicle import Chronicle
from dragoman.errors import DragomanError, StillMaking

_PATIENCE_SECONDS = 4.0
_KEPT = 4


class _Making:
    def __init__(self) -> None:
        self.done = threading.Event()
        self.made: Chronicle | None = None
        self.error: DragomanError | None = None


class Pasts:
    """The chronicles of days, a few of them held as files in a folder of their own."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[str, str], _Making] = OrderedDict()
        self._folder = tempfile.TemporaryDirectory(prefix="dragoman-", ignore_cleanup_errors=True)
        self._number = 0

    def get(self, day: str, revision: str) -> Chronicle:
        """The chronicle as known on a day; StillMaking where that is not made yet, RecordError for no day."""
        key = (day, revision)
        with self._lock:
            making = self._held.get(key)
            if making is None:
                making = self._held[key] = _Making()
                self._number += 1
                path = Path(self._folder.name) / f"{self._number}.db"
                threading.Thread(target=self._make, args=(day, path, making), daemon=True).start()
            self._held.move_to_end(key)
            while len(self._held) > _KEPT:
                self._forget(self._held.popitem(last=False)[1])
        if not making.done.wait(_PATIENCE_SECONDS):
            raise StillMaking(
                f"the chronicle as known on {day} is being made.", hint="Ask again in a moment."
            )
        if making.error is not None:
            with self._lock:
                self._held.pop(key, None)
            raise making.error
        assert making.made is not None
        return making.made

    def _make(self, day: str, path: Path, making: _Making) -> None:
        try:
            past = self._chronicle.as_of(day)
            making.made = _on_disk(past, path)
        except DragomanError as error:
            making.error = error
        finally:
            making.done.set()

    @staticmethod
    def _forget(making: _Making) -> None:
        if making.made is not None:
            making.made.close()

    def close(self) -> None:
        """Let go of all of them."""
        with self._lock:
            for making in self._held.values():
                self._forget(making)
            self._held.clear()
        self._folder.cleanup()


def _on_disk(past: Chronicle, path: Path) -> Chronicle:
    """A chronicle in memory as one in a file, which several threads can read."""
    store: Any = past.store
    raw = store.engine.raw_connection()
    target = sqlite3.connect(path)
    try:
        raw.driver_connection.backup(target)
    finally:
        target.close()
        raw.close()
    made = Chronicle(path)
    made.today = past.today
    past.close()
    return made


Maker = Callable[[str], Chronicle]
