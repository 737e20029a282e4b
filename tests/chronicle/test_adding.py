"""Adding documents with a reader: known ones passed over, faults told and survived, several processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from dragoman.chronicle import Chronicle
from dragoman.errors import DragomanError, InputError
from dragoman.model import Document, Reading

TEXTS = [f"The envoy of Peru met the king of Norway in Oslo on {day} May 2031." for day in range(1, 25)]


class Stub:
    """A reader that reads nothing, and stumbles over what it is told to."""

    version = "stub-1"

    def read(self, doc: Document) -> Reading:
        if "crash" in doc.text:
            raise ZeroDivisionError("made to happen")
        if "refuse" in doc.text:
            raise InputError("not this one.")
        return Reading(reader=self.version, document=doc)


@pytest.fixture
def add(memory: Chronicle) -> Any:
    def run(*documents: Document) -> tuple[Any, list[str]]:
        told: list[str] = []

        def failed(_doc: Document, error: DragomanError) -> None:
            told.append(str(error))

        return memory.add(documents, Stub(), failed=failed), told  # type: ignore[arg-type]

    return run


def test_a_fault_in_one_document_leaves_the_others(add: Any, memory: Chronicle) -> None:
    done, told = add(*(Document.of(text) for text in ("one", "crash here", "two", "refuse", "three")))
    assert (done.new, done.failed) == (3, 2)
    assert "ZeroDivisionError: made to happen (test_adding.py:" in told[0] and "report it" in told[0]
    assert "not this one" in told[1]
    assert memory.counts()["documents"] == 3


def test_the_same_again_is_passed_over(add: Any) -> None:
    one, two = Document.of("one"), Document.of("two")
    assert add(one, two, one)[0].known == 1
    done, _ = add(two, Document.of("three"), one)
    assert (done.new, done.known) == (1, 2)


def test_one_id_for_two_texts_is_refused_and_the_rest_kept(add: Any, memory: Chronicle) -> None:
    first, other = Document.of("one", id="7"), Document.of("another text", id="7")
    done, told = add(first, other, Document.of("two"))
    assert (done.new, done.failed) == (2, 1) and "another text" in told[0]
    done, told = add(other)
    assert (done.new, done.failed) == (0, 1)
    assert memory.counts()["documents"] == 2


def test_several_processes_give_what_one_gives(state: Any) -> None:
    from dragoman.reader import Reader

    reader = Reader()
    documents = [Document.of(text, published="2031-06-01") for text in TEXTS]
    with Chronicle(":memory:") as one, Chronicle(":memory:") as two:
        one.add(documents, reader)
        done = two.add(documents, reader, processes=2)
        assert done.new == len(TEXTS)
        assert state(one) == state(two)


def test_characters_that_no_store_keeps_are_refused(add: Any, memory: Chronicle) -> None:
    done, told = add(
        Document.of("Peru\0 met Chile."), Document.of("Peru", title="\ud800"), Document.of("two")
    )
    assert (done.new, done.failed) == (1, 2)
    assert "U+0000 at 4" in told[0] and "U+D800" in told[1]


def _children(pid: int) -> list[int]:
    made = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(parts[1]) == pid and parts[0] != "Z":
            made.append(int(path.parent.name))
    return made


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see the processes")
def test_the_processes_that_read_end_with_the_one_that_was_killed(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text(
        "".join(json.dumps({"text": f"{text} {n}"}) + "\n" for n in range(40) for text in TEXTS)
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    command = [sys.executable, "-m", "dragoman", "add", str(source), "--processes", "2"]
    command += ["--store", str(tmp_path / "killed.db")]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as running:
        deadline = time.monotonic() + 60
        while len(_children(running.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        workers = _children(running.pid)
        assert len(workers) >= 2
        time.sleep(1)
        running.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
