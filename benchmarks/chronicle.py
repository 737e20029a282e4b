"""What a chronicle of a million events costs: adding a document, asking, room on disk.

    python -m benchmarks.chronicle TABLE [TABLE ...] [--events N] [--probes N] [--folder DIR]

Each TABLE holds coded events, one a line: source, act, target, day, parted by tabs (ICEWS as used for
knowledge graphs). A base of 10,000 events is added in the ordinary way; the big store is the base repeated
with all days moved on by 360 days a time, so that both are equally dense. The same documents are then added
to a copy of the small store and to the big one.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import text

from dragoman.chronicle import Chronicle
from dragoman.knowledge import default
from dragoman.knowledge.resolver import Resolver
from dragoman.model import Actor, Document, EventMention, Quote, Reading, When
from dragoman.store import tables as t

BASE, A_DOCUMENT, SHIFT = 10_000, 4, 360
LIMITS = {"ratio": 1.5, "p95_ms": 50.0}
_KINDS = (
    ("visit", "CONSULT"), ("consult", "CONSULT"), ("meet", "CONSULT"), ("negotiat", "CONSULT"),
    ("discuss", "CONSULT"), ("sign", "SUPPORT"), ("praise", "SUPPORT"), ("intent", "AGREE"),
    ("accuse", "ACCUSE"), ("criticize", "ACCUSE"), ("demand", "REQUEST"), ("appeal", "REQUEST"),
    ("reject", "REJECT"), ("threat", "THREATEN"), ("protest", "PROTEST"), ("sanction", "SANCTION"),
    ("arrest", "COERCE"), ("fight", "ASSAULT"), ("use ", "ASSAULT"), ("aid", "AID"),
)  # fmt: skip
_OF = re.compile(r"\(([^()]+)\)$")


def rows(files: Sequence[Path]) -> list[tuple[str, str, str, str]]:
    """The lines of the tables, by day."""
    found: set[tuple[str, str, str, str]] = set()
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            parts = line.split("\t")
            if len(parts) >= 4:
                found.add((parts[0], parts[1], parts[2], parts[3]))
    return sorted(found, key=lambda row: (row[3], row))


def actor(name: str) -> Actor:
    """A party of a table: its state, or a name without one."""
    held = _OF.search(name)
    country = state(held.group(1) if held else name)
    return Actor(name=name, country=country, kind="office" if held else "country")


@cache
def state(name: str) -> str | None:
    """The code of the state that a name in a table means."""
    return resolver().resolve(name.replace("_", " ")).country


@cache
def resolver() -> Resolver:
    """The resolver, loaded once."""
    return Resolver(default())


def readings(table: Sequence[tuple[str, str, str, str]]) -> Iterator[Reading]:
    """Readings of a few events each, told in sentences made from the lines."""
    for start in range(0, len(table), A_DOCUMENT):
        part = table[start : start + A_DOCUMENT]
        sentences = [f"{source}: {act.lower()}, {target}, {day}." for source, act, target, day in part]
        doc = Document.of(" ".join(sentences), published=part[-1][3], publisher=f"Daily {start % 97}")
        at, events = 0, []
        for (source, act, target, day), sentence in zip(part, sentences, strict=True):
            lower = act.lower()
            kind = next((k for word, k in _KINDS if word in lower), "CONSULT")
            begin = doc.text.index(lower, at)
            events.append(EventMention(
                id=f"v{at}", type=kind, mode="visit" if "visit" in lower else None,
                actors=(actor(source),), recipients=(actor(target),), rule="table", confidence=0.8,
                trigger=Quote(span=doc.span(begin, begin + len(act))), when=When(edtf=day, basis="table"),
                sentence=doc.span(at, at + len(sentence)),
            ))  # fmt: skip
            at += len(sentence) + 1
        yield Reading(reader="table-1", document=doc, events=tuple(events))


def fill(path: Path, table: Sequence[tuple[str, str, str, str]]) -> float:
    """Add the base in the ordinary way; events a second."""
    begun = time.perf_counter()
    with Chronicle(path) as chronicle:
        for reading in readings(table):
            chronicle.add_reading(reading)
    return len(table) / (time.perf_counter() - begun)


def repeat(path: Path, times: int) -> None:
    """Repeat all rows of a store with other ids and later days."""
    with Chronicle(path) as chronicle:
        engine: Any = chronicle.store
        with engine.engine.connect().execution_options(writes=True) as connection:
            for line in ("synchronous=OFF", "cache_size=-4000000", "foreign_keys=OFF"):
                connection.connection.driver_connection.execute(f"PRAGMA {line}")
            for name in ("documents", "readings", "mentions", "mention_parties", "mention_keys",
                         "likenesses", "events", "event_parties", "event_persons", "event_pairs",
                         "signatures", "signature_bands", "disagreements", "agreement_mentions", "outlook",
                         "unknowns"):  # fmt: skip
                table = t.metadata.tables[name]
                connection.execute(text(f"CREATE TEMP TABLE base_{name} AS SELECT * FROM {name}"))
                order = ", ".join(c.name for c in table.primary_key)
                for turn in range(1, times):
                    connection.execute(text(_shifted(name, table, turn) + f" ORDER BY {order}"))
            connection.execute(text("INSERT INTO search(search) VALUES ('optimize')"))
            connection.commit()


def _shifted(name: str, table: Any, turn: int) -> str:
    bare = "rtrim(key, '0123456789')"
    later = f"{bare} || (CAST(substr(key, length({bare}) + 1) AS INTEGER) + {turn * SHIFT // 30})"
    named = {"id", "document_id", "event_id", "mention_id", "a", "b", "copy_group"}
    columns = [c.name for c in table.columns if c.name != "number"]
    values = []
    for column in columns:
        if column in named:
            values.append(f"{column} || '-{turn}'")
        elif column in ("first_day", "last_day"):
            values.append(f"{column} + {turn * SHIFT}")
        elif column in ("edtf", "published", "made"):
            values.append(f"date({column}, '+{turn * SHIFT} days')")
        elif column == "key":
            values.append(later)
        elif column == "band":
            values.append(f"band || '-{turn}'")
        else:
            values.append(column)
    return f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} FROM base_{name}"


def probe(path: Path, probes: Sequence[Reading]) -> list[float]:
    """Milliseconds that adding each document takes; the first few warm the caches and are left out."""
    taken = []
    with Chronicle(path) as chronicle:
        for reading in probes:
            begun = time.perf_counter()
            chronicle.add_reading(reading)
            taken.append(1000 * (time.perf_counter() - begun))
    return taken[len(taken) // 5 :]


def asked(path: Path, table: Sequence[tuple[str, str, str, str]], number: int) -> dict[str, list[float]]:
    """Milliseconds of questions between two parties since a day, and of full-text questions."""
    chance = random.Random(11)
    made: dict[str, list[float]] = {"between, since": [], "full text": []}
    with Chronicle(path) as chronicle:
        for _ in range(number):
            source, _act, target, day = chance.choice(table)
            pair = [a.country for a in (actor(source), actor(target)) if a.country]
            words = re.sub(r"[^\w ]", " ", f"{source} {target}")
            questions: tuple[tuple[str, Callable[[], Any]], ...] = (
                ("between, since", lambda p=pair, d=day: chronicle.events(between=p, since=d[:7], limit=20)),
                ("full text", lambda w=words: chronicle.events(text=w, limit=20)),
            )  # fmt: skip
            for name, ask in questions:
                begun = time.perf_counter()
                ask()
                made[name].append(1000 * (time.perf_counter() - begun))
    return made


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="+", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--probes", type=int, default=200)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args(argv)
    table = rows(options.tables)
    step = max(1, len(table) // (BASE + options.probes * A_DOCUMENT))
    base = table[::step][:BASE]
    taken = set(base)
    others = [row for row in table if row not in taken]
    random.Random(3).shuffle(others)
    probes = list(readings(others[: options.probes * A_DOCUMENT]))
    folder = Path(tempfile.mkdtemp(dir=options.folder))
    try:
        small, big = folder / "small.db", folder / "big.db"
        print(f"base: {len(base):,} events, {fill(small, base):,.0f} events a second")
        shutil.copy(small, big)
        before = probe(small, probes)
        begun = time.perf_counter()
        repeat(big, options.events // BASE)
        print(f"big store made in {time.perf_counter() - begun:,.0f} s")
        size = big.stat().st_size
        with Chronicle(big) as chronicle:
            events = chronicle.counts()["events"]
        print(f"{events:,} events, {size / 1e6:,.0f} MB, {size / events:,.0f} bytes an event")
        questions = asked(big, base, options.probes)
        after = probe(big, probes)
        ratio = statistics.median(after) / statistics.median(before)
        mean = statistics.fmean(after) / statistics.fmean(before)
        print(f"adding a document: {statistics.median(before):.1f} ms at {BASE:,}, "
              f"{statistics.median(after):.1f} ms at {events:,} events: ratio {ratio:.2f} "
              f"(means {mean:.2f}; limit {LIMITS['ratio']})")  # fmt: skip
        good = ratio <= LIMITS["ratio"]
        for name, values in questions.items():
            good &= p95(values) < LIMITS["p95_ms"]
            print(f"{name}: median {statistics.median(values):.1f} ms, p95 {p95(values):.1f} ms "
                  f"(limit {LIMITS['p95_ms']:.0f})")  # fmt: skip
    finally:
        shutil.rmtree(folder)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
