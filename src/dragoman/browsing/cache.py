"""Values that cost a walk over the whole store, kept until the store changes.

A value that took long to make is given out once more after a change while it is made anew beside: a page
never waits for it twice, and is behind the store for a moment only. While the store keeps changing it is
made anew after rests of ten times what the making takes.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")
_QUICK_SECONDS = 0.1
_MOST = 256
_REST = 10
#: set where a value was given out as it was before the last change
STALE: ContextVar[bool] = ContextVar("stale", default=False)


@dataclass(slots=True)
class _Kept:
    revision: str
    value: Any
    seconds: float
    used: float
    made: float
    renewing: bool = False


class Cache:
    """Keeps values by name and revision of the store; safe from several threads."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, name: Hashable, revision: str, make: Callable[[], T]) -> T:
        """The value of that name; made now, or given out as it was while it is made anew."""
        with self._lock:
            kept = self._kept.get(name)
            if kept is not None:
                kept.used = time.monotonic()
                if kept.revision == revision:
                    return cast(T, kept.value)
                if kept.seconds > _QUICK_SECONDS:
                    rested = kept.used - kept.made > _REST * kept.seconds
                    if rested and not kept.renewing:
                        kept.renewing = True
                        threading.Thread(target=self._make, args=(name, revision, make), daemon=True).start()
                    STALE.set(True)
                    return cast(T, kept.value)
            making = self._making.setdefault(name, threading.Lock())
        with making:  # one thread makes it, the others wait for that
            with self._lock:
                kept = self._kept.get(name)
                if kept is not None and kept.revision == revision:
                    return cast(T, kept.value)
            return self._make(name, revision, make)

    def _make(self, name: Hashable, revision: str, make: Callable[[], T]) -> T:
        begun = time.monotonic()
        try:
            value = make()
        except BaseException:
            with self._lock:
                self._kept.pop(name, None)
                self._making.pop(name, None)
            raise
        now = time.monotonic()
        with self._lock:
            self._kept[name] = _Kept(revision, value, now - begun, now, now)
            self._making.pop(name, None)
            if len(self._kept) > _MOST:
                del self._kept[min(self._kept, key=lambda n: self._kept[n].used)]
        return value
