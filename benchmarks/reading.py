"""What reading costs beside the parser alone, on the same texts in one run.

    python -m benchmarks.reading [FILE ...] [--rounds N] [--check]

Time: parser and reader take turns at each text, and the best round of each counts, text by text, so that a
busy machine disturbs both alike. The knowledge base: the time within its look-ups beside that of all the
rest, in the first reading of a fresh process, before anything is remembered. Memory: the peak of a fresh
process that parses against one that reads. Cold start: whole processes, best of some. Without files the
project's own example texts are read, repeated. `--check` fails where a figure is over its limit.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
LIMITS = {"ratio": 1.5, "extra_mb": 300.0, "peak_mb": 700.0, "read_s": 4.0, "help_s": 0.5, "knowledge": 0.1}
WORDS = 8_000
SHORT = "On Tuesday the foreign ministers of Peru and Chile met in Lima and signed a treaty on fisheries."


def texts_of(files: Sequence[Path]) -> list[str]:
    """The texts of files (a `.jsonl` file holds one text a line), repeated up to the size of the measure."""
    found: list[str] = []
    for path in files or sorted((CHECKOUT / "examples").rglob("*.txt")):
        if path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                found += [json.loads(line)["text"] for line in lines if line.strip()]
        else:
            found.append(path.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit("no texts: name files, or run in a checkout with examples/")
    made: list[str] = []
    size = 0
    while size < WORDS:
        for text in found:
            made.append(text)
            size += len(text.split())
            if size >= WORDS:
                break
    return made


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def consume(items: Iterable[object]) -> int:
    """Run through an iterable, keeping nothing; how many items it had."""
    return sum(1 for _ in items)


def peak_mb() -> float:
    """The most memory that this process has held, in MB.

    Linux tells it of this program alone in /proc; its `ru_maxrss` counts what the parent held at the fork.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def times(texts: Sequence[str], rounds: int) -> tuple[float, float]:
    """Seconds of the parser alone and of the reader over the texts: the best of some rounds for each text."""
    from dragoman.language.parser import Parser
    from dragoman.model import Document
    from dragoman.reader import Reader

    parser, reader = Parser(), Reader()
    documents = [Document.of(text, published="2020-01-01") for text in texts]
    consume(parser.parse_many(texts[:2]))
    consume(reader.read_many(documents[:2]))
    parsing, reading = ([float("inf")] * len(texts) for _ in range(2))
    for _ in range(rounds):
        for n, (text, document) in enumerate(zip(texts, documents, strict=True)):
            parsing[n] = min(parsing[n], timed(lambda text=text: parser.parse(text)))
            reading[n] = min(reading[n], timed(lambda document=document: reader.read(document)))
    return sum(parsing), sum(reading)


def memory(texts: Sequence[str], what: str) -> float:
    """The peak memory in MB of a fresh process that parses or reads the texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.reading", "--peak", what, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT)
    return float(done.stdout.split()[-1])


def knowledge(texts: Sequence[str]) -> float:
    """By what part the look-ups of the knowledge base lengthen the first reading of the texts."""
    from dragoman.knowledge.base import KnowledgeBase
    from dragoman.knowledge.resolver import Resolver
    from dragoman.reader import Reader

    spent, within = [0.0], [False]

    def timed_call(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*given: Any, **named: Any) -> Any:
            if within[0]:
                return call(*given, **named)
            within[0], begun = True, time.perf_counter()
            try:
                return call(*given, **named)
            finally:
                spent[0] += time.perf_counter() - begun
                within[0] = False

        return wrapped

    reader = Reader()
    reader.read(SHORT)  # models and word lists are loaded
    asked = [(KnowledgeBase, name) for name in ("scan", "places", "entity", "country", "holders", "people")]
    asked += [(Resolver, "resolve")]
    kept = [(kind, name, getattr(kind, name)) for kind, name in asked]
    for kind, name, call in kept:
        setattr(kind, name, timed_call(call))
    gc.collect()
    gc.freeze()  # a pause of the collector is no look-up
    try:
        whole = timed(lambda: consume(reader.read_many(texts)))
    finally:
        for kind, name, call in kept:
            setattr(kind, name, call)
    return spent[0] / (whole - spent[0])


def print_peak(texts: Sequence[str], what: str) -> None:
    """Parse or read, then print the peak memory of this process."""
    if what == "parse":
        from dragoman.language.parser import Parser

        consume(Parser().parse_many(texts))
    else:
        from dragoman.model import Document
        from dragoman.reader import Reader

        documents = [Document.of(text, published="2020-01-01") for text in texts]
        consume(Reader().read_many(documents))
    print(peak_mb())


def cold(arguments: Sequence[str], stdin: str, rounds: int) -> float:
    """Best seconds of a whole `dragoman` process."""
    beside = Path(sys.executable).with_name("dragoman")
    command = [str(beside)] if beside.exists() else [sys.executable, "-m", "dragoman"]
    runs = []
    for _ in range(rounds):
        begun = time.perf_counter()
        subprocess.run([*command, *arguments], input=stdin.encode(), capture_output=True, check=True)
        runs.append(time.perf_counter() - begun)
    return min(runs)


def measure(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """All figures, by name."""
    looked_up = knowledge(texts)  # first, while nothing is remembered
    parse_s, read_s = times(texts, rounds)
    words = sum(len(text.split()) for text in texts)
    parse_mb, read_mb = memory(texts, "parse"), memory(texts, "read")
    return {
        "words": float(words), "parser_words_per_s": words / parse_s,
        "reader_words_per_s": words / read_s, "ratio": read_s / parse_s, "knowledge": looked_up,
        "parser_mb": parse_mb, "peak_mb": read_mb, "extra_mb": read_mb - parse_mb,
        "read_s": cold(["read", "--format", "json", "-"], SHORT, rounds),
        "help_s": cold(["--help"], "", rounds),
    }  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--check", action="store_true", help="fail where a figure is over its limit")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    parser.add_argument("--peak", choices=("parse", "read"), help=argparse.SUPPRESS)
    options: Any = parser.parse_args(argv)
    texts = texts_of(options.files)
    if options.peak:
        print_peak(texts, options.peak)
        return 0
    made = measure(texts, options.rounds)
    over = [name for name, limit in LIMITS.items() if made[name] > limit]
    if options.json:
        print(json.dumps(made))
    else:
        for name, value in made.items():
            limit = f"  (limit {LIMITS[name]:g}{', OVER' if name in over else ''})" if name in LIMITS else ""
            print(f"{name:<20} {value:10.2f}{limit}")
    return 1 if options.check and over else 0


if __name__ == "__main__":
    sys.exit(main())
