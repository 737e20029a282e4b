"""What pages cost over a chronicle of 100,000 events: time of each, fifty at once, weight of a relation.

    python -m benchmarks.web [--events N] [--rounds N] [--store FILE]

The chronicle is made up (benchmarks.made): a base of 10,000 events added in the ordinary way, repeated with
later days. The server runs in a process of its own, as `dragoman serve` starts it; times are those of whole
answers over HTTP, one at a time, after what the server makes at its start. `busy` is the time that the
server itself computes for a page: on a machine with other work it tells more than the time on the clock.
Exit code 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.chronicle import p95, repeat
from benchmarks.made import BUSY, readings
from dragoman.chronicle import Chronicle

BASE, DAYS, AT_ONCE = 10_000, 355, 50
LIMITS = {"p95_ms": 150.0, "relation_bytes": 400_000}
#: the files that a relation page loads besides those its HTML names
LATER = ("vendor/charts.js", "vendor/serif.woff2", "vendor/serif-italic.woff2", "vendor/sans.woff2")


def fill(path: Path, events: int) -> None:
    """Make the store."""
    begun = time.perf_counter()
    with Chronicle(path) as chronicle:
        for reading in readings(min(BASE, events), days=DAYS):
            chronicle.add_reading(reading)
    if events > BASE:
        repeat(path, events // BASE)
    with Chronicle(path) as chronicle:
        counts = chronicle.counts()
    shown = ", ".join(f"{counts[k]:,} {k}" for k in ("events", "documents", "outlook", "agreement_mentions"))
    print(
        f"store: {shown}; {path.stat().st_size / 1e6:,.0f} MB; made in {time.perf_counter() - begun:,.0f} s"
    )


@contextmanager
def server(path: Path) -> Iterator[tuple[int, int]]:
    """`dragoman serve` over a store; its port and the id of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "dragoman", "serve", "--store", str(path), "--port", str(port)]
    process = subprocess.Popen([*command, "--requests", "100000000"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(10)


def busy(process: int) -> float:
    """Milliseconds that a process has computed (Linux; 0 elsewhere)."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def settle(process: int) -> None:
    """Wait until the server has made what it makes at its start."""
    for _ in range(120):
        before = busy(process)
        time.sleep(1)
        if busy(process) - before < 20:
            return


def get(port: int, path: str) -> tuple[int, bytes, int]:
    """Status, body as it was sent, and its size unpacked."""
    import gzip

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    size = len(gzip.decompress(body)) if answer.getheader("Content-Encoding") == "gzip" else len(body)
    connection.close()
    return answer.status, body, size


def data(port: int, path: str) -> Any:
    """The data of an answer of the HTTP interface."""
    import gzip

    body = get(port, f"/api/v1/{path}")[1]
    return json.loads(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)["data"]


def pages(port: int, chance: random.Random) -> dict[str, list[str]]:
    """For each kind of page the addresses that are asked for."""
    events = [e for start in range(4) for e in data(port, f"events?limit=60&since={2004 + 2 * start}")]
    people = {
        a["name"].lower().replace(" ", "-") for e in events for a in e["actors"] if a["kind"] == "person"
    }
    days = [f"{chance.randrange(2004, 2013)}-{chance.randrange(1, 13):02d}" for _ in range(40)]

    def some(form: str, values: Sequence[Any]) -> list[str]:
        return [form.format(value) for value in chance.sample(list(values), min(len(values), 40))]

    pairs = [f"{one}/{two}" for one in BUSY[:12] for two in BUSY[:12] if one != two]
    return {
        "home": ["/"],
        "events": some("/events?since={}", days),
        "events of a type": some("/events?type=CONSULT&until={}", days),
        "event": some("/event/{}", [e["id"] for e in events]),
        "search": some(
            "/search?q={}", ["visited", "Boris", "fisheries", "Ankara", "treaty", "Norway", "accused"]
        ),
        "relations": ["/relation"],
        "relation": some("/relation/{}", pairs),
        "actors": ["/actors", "/actors?q=an", "/actors?q=ru"],
        "state": some("/actor/{}", BUSY),
        "person": some("/person/{}", sorted(people)),
        "office": some("/office/{}/head_of_state", BUSY),
        "map": ["/map"],
        "agreements": ["/agreements", "/agreements?standing=signed"],
        "outlook": ["/outlook", "/outlook?state=lapsed"],
        "disagreements": ["/disagreements"],
        "unknowns": ["/unknowns", "/unknowns?q=price"],
        "documents": ["/documents"],
        "document": some("/document/{}", sorted({e["evidence"]["document"] for e in events})),
        "review": ["/review"],
        "sources": ["/sources"],
        "events (HTTP)": some("/api/v1/events?since={}", days),
        "places (HTTP)": ["/api/v1/places"],
        "timeline (HTTP)": some("/api/v1/relations/{}", pairs),
    }


def timed(port: int, process: int, found: dict[str, list[str]], rounds: int) -> bool:
    """Print the times of each kind of page; whether all are within the limit."""
    good = True
    for name, addresses in found.items():
        first = time.perf_counter()
        get(port, addresses[0])
        cold = 1000 * (time.perf_counter() - first)
        taken, sizes, computed = [], [], busy(process)
        for turn in range(rounds):
            begun = time.perf_counter()
            status, _, size = get(port, addresses[turn % len(addresses)])
            taken.append(1000 * (time.perf_counter() - begun))
            sizes.append(size)
            if status != 200:
                raise SystemExit(f"{addresses[turn % len(addresses)]} answered {status}")
        good &= p95(taken) < LIMITS["p95_ms"]
        mark = "" if p95(taken) < LIMITS["p95_ms"] else "  over the limit"
        own = (busy(process) - computed) / rounds
        print(
            f"{name:18} median {sorted(taken)[len(taken) // 2]:6.1f} ms  p95 {p95(taken):6.1f} ms  "
            f"busy {own:5.1f} ms  first {cold:7.1f} ms  {max(sizes) / 1000:6.0f} kB{mark}"
        )
    return good


def at_once(port: int, found: dict[str, list[str]], chance: random.Random) -> bool:
    """Ask for fifty pages at once, twice; whether none failed."""
    every = [address for addresses in found.values() for address in addresses[:8]]
    failed, begun = 0, time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in range(2):
            answers = list(pool.map(lambda a: get(port, a)[0], chance.choices(every, k=AT_ONCE)))
            failed += sum(status != 200 for status in answers)
    taken = (time.perf_counter() - begun) / 2
    print(f"{AT_ONCE} requests at once, twice: {failed} failed, {taken:.1f} s a turn")
    return failed == 0


def weight(port: int, pair: str) -> bool:
    """Print what a relation page weighs with all that it loads; whether that is within the limit."""
    _, body, size = get(port, f"/relation/{pair}")
    import gzip

    text = gzip.decompress(body).decode() if body[:2] == b"\x1f\x8b" else body.decode()
    named = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', text))
    root = next(iter(named)).split("/")[2]
    named |= {f"/static/{root}/{name}" for name in LATER} | {f"/api/v1/relations/{pair}"}
    sent, unpacked = len(body), size
    for address in sorted(named):
        _, more, whole = get(port, address)
        sent, unpacked = sent + len(more), unpacked + whole
    events = data(port, f"relations/{pair}")["events"]
    weights = f"{sent / 1000:,.0f} kB sent in all, {unpacked / 1000:,.0f} kB unpacked"
    print(f"relation {pair} ({events:,} events): {weights}")
    return sent < LIMITS["relation_bytes"]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--store", type=Path, help="a store to use, and to keep")
    options = parser.parse_args(argv)
    folder, chance = Path(tempfile.mkdtemp()), random.Random(7)
    try:
        path = options.store or folder / "web.db"
        if not path.exists():
            fill(path, options.events)
        with server(path) as (port, process):
            begun = time.perf_counter()
            settle(process)
            print(
                f"made at the start: {time.perf_counter() - begun:.0f} s, {busy(process) / 1000:.1f} s busy"
            )
            found = pages(port, chance)
            good = timed(port, process, found, options.rounds)
            good &= at_once(port, found, chance)
            good &= weight(port, "RUS/USA")
    finally:
        shutil.rmtree(folder)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
