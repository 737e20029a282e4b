"""Killed at any moment while documents are added, a store is whole, and the next run goes on.

`DRAGOMAN_KILLS` says how often (200 for the full measure; a few by default), `DRAGOMAN_KILL_DOCUMENTS` how
many documents (700 for the full measure).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from dragoman.chronicle import Chronicle
from tests.chronicle import kill_worker

KILLS = int(os.environ.get("DRAGOMAN_KILLS", "4"))
DOCUMENTS = int(os.environ.get("DRAGOMAN_KILL_DOCUMENTS", "60"))


def _start(address: str) -> subprocess.Popen[str]:
    path = os.pathsep.join(p for p in sys.path if p)
    return subprocess.Popen(
        [sys.executable, kill_worker.__file__, address, str(DOCUMENTS)], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip


def test_killed_at_random(engine: Callable[[], str], state: Callable[[Chronicle], Any], make: Any):
    address, chance = engine(), random.Random(7)
    for _ in range(KILLS):
        with _start(address) as worker:
            assert worker.stdout is not None
            if chance.random() > 0.1:
                worker.stdout.readline()
            time.sleep(chance.random() * 0.6)
            worker.kill()
        with Chronicle(address) as chronicle:
            counts = chronicle.counts()
            assert counts["documents"] == counts["readings"] == counts["mentions"]
            assert sum(len(e.tellings) for e in chronicle.events()) == counts["mentions"]
    with _start(address) as worker:
        worker.communicate(timeout=600)
        assert worker.returncode == 0
    with Chronicle(address) as killed, Chronicle(engine()) as whole:
        for reading in kill_worker.readings(make, DOCUMENTS):
            whole.add_reading(reading)
        assert state(killed) == state(whole)


def test_two_writers_take_turns(engine: Callable[[], str], state: Callable[[Chronicle], Any], make: Any):
    address = engine()
    with _start(address) as one, _start(address) as two:
        assert (one.wait(timeout=600), two.wait(timeout=600)) == (0, 0)
    with Chronicle(address) as both, Chronicle(engine()) as whole:
        for reading in kill_worker.readings(make, DOCUMENTS):
            whole.add_reading(reading)
        assert state(both) == state(whole)
