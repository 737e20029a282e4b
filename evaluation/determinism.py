"""The same documents give the same bytes in any order, company, number of processes and hash seed.

    python -m evaluation.determinism [FILE] [--limit N]

FILE has documents, one JSON object a line (default: gold passages). Each document's line of JSON is compared
with the one it gets alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evaluation.common import CHECKOUT, Json, arguments, load_lines, run, shared
from evaluation.figures import Figure
from evaluation.gold import DATA, documents

LIMIT = 24


def digests(lines: dict[str, str]) -> dict[str, str]:
    """A hash of each document's line."""
    return {name: hashlib.sha256(line.encode("utf-8")).hexdigest()[:16] for name, line in lines.items()}


def read_lines(reader: Any, rows: Sequence[Json], **options: Any) -> dict[str, str]:
    """Each document's line of JSON, read in one call."""
    from dragoman.model import Document

    made = [Document.of(**{k: v for k, v in row.items() if k != "actor"}) for row in rows]
    return {one.document.id: one.to_json() for one in reader.read_many(made, **options)}


def with_seed(rows: Sequence[Json], seed: str) -> dict[str, str]:
    """Hashes of the lines as a fresh process with a given hash seed makes them."""
    command = [sys.executable, "-m", "evaluation.determinism", "--emit", "-"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    stdin = "\n".join(json.dumps(row) for row in rows)
    done = subprocess.run(
        command, input=stdin, env=environment, cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def differences(rows: Sequence[Json]) -> list[str]:
    """Which ways of reading give another line for some document, in words; none if all is well."""
    from evaluation.readings import new_reader

    reader = new_reader()
    alone: dict[str, str] = {}
    for row in rows:
        alone.update(digests(read_lines(reader, [row])))
    ways: list[tuple[str, Callable[[], dict[str, str]]]] = [
        ("all together", lambda: digests(read_lines(reader, rows))),
        ("in reverse", lambda: digests(read_lines(reader, rows[::-1]))),
        ("again", lambda: digests(read_lines(reader, rows[::2]))),
        ("by another reader", lambda: digests(read_lines(new_reader(), rows[1::2]))),
        ("in two processes", lambda: digests(read_lines(reader, rows, processes=2))),
        ("with hash seed 1", lambda: with_seed(rows, "1")),
        ("with hash seed 2", lambda: with_seed(rows, "2")),
    ]
    found = []
    for way, read in ways:
        found += [f"{way}: {name}" for name, mark in read().items() if alone[name] != mark]
    return found


def rows_of(file: Path | None, limit: int) -> list[Json]:
    """The documents to read."""
    return documents(load_lines(file or shared(DATA)))[:limit]


def gate_figures(processes: int = 1) -> list[Figure]:
    """How many documents are read otherwise in some way; must be none."""
    found = differences(rows_of(None, LIMIT))
    return [Figure("determinism.differences", float(len(found)), LIMIT, bar=0.0, high_is_good=False)]


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__ or "", file="documents, one JSON object a line")
    parser.add_argument("--limit", type=int, default=LIMIT)
    parser.add_argument("--emit", action="store_true", help="print the hashes of the lines and stop")
    options = parser.parse_args(argv)
    if options.emit:
        from evaluation.readings import new_reader

        rows = [json.loads(line) for line in sys.stdin if line.strip()]
        print(json.dumps(digests(read_lines(new_reader(), rows))))
        return
    rows = rows_of(options.file, options.limit)
    found = differences(rows)
    for line in found:
        print(line)
    print(f"{len(rows)} documents, read in 7 other ways: {len(found)} differences")


if __name__ == "__main__":
    sys.exit(run(main))
