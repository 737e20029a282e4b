"""Rate limits: a bucket for each kind of request and each client, refilled steadily."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping

from dragoman.api.settings import Rate
from dragoman.errors import TooMany

_MOST = 20_000


class RateLimits:
    """Admits requests or says when the next one will be. Safe from several threads."""

    def __init__(self, rates: Mapping[str, Rate], clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def admit(self, kind: str, client: str) -> None:
        """Count one request; TooMany where it is over the limit."""
        rate = self._rates[kind]
        now = self._clock()
        with self._lock:
            left, then = self._buckets.pop((kind, client), (float(rate.burst), now))
            left = min(float(rate.burst), left + (now - then) * rate.a_minute / 60)
            self._buckets[kind, client] = (left - 1 if left >= 1 else left, now)
            if len(self._buckets) > _MOST:
                self._buckets.popitem(last=False)
        if left < 1:
            seconds = math.ceil((1 - left) * 60 / rate.a_minute)
            raise TooMany("too many requests.", seconds=seconds, hint=f"Ask again in {seconds} s.")
