from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import determinism, readings
from evaluation.common import MissingDataError


class Said:
    """A reading that says which document it is of."""

    def __init__(self, document: Any, note: str) -> None:
        self.document = document
        self.note = note

    def to_json(self) -> str:
        return json.dumps({"document": {"id": self.document.id}, "note": self.note})


class CountingReader:
    """Reads nothing, counts what it is given; a `moody` one reads otherwise in company."""

    def __init__(self, moody: bool = False) -> None:
        self.moody = moody
        self.given: list[str] = []

    def read_many(self, documents: list[Any], processes: int = 1) -> list[Said]:
        self.given += [one.id for one in documents]
        return [Said(one, str(len(documents)) if self.moody else one.text) for one in documents]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CountingReader:
    made = CountingReader()
    monkeypatch.setattr(readings, "CACHE", tmp_path)
    monkeypatch.setattr(readings, "_reader", lambda: made)
    return made


ROWS = [{"id": "a", "text": "one", "actor": {"name": "X", "country": "PER"}}, {"id": "b", "text": "two"}]


def test_documents_are_read_once(reader: CountingReader):
    assert {name: r["note"] for name, r in readings.read(ROWS).items()} == {"a": "one", "b": "two"}
    assert readings.read(ROWS)["b"]["note"] == "two"
    assert reader.given == ["a", "b"]
    readings.read([*ROWS, {"id": "b2", "text": "two"}])
    assert reader.given == ["a", "b", "b2"]


def test_a_change_of_the_package_reads_anew(reader: CountingReader, monkeypatch: pytest.MonkeyPatch):
    readings.read(ROWS)
    for number in range(8):
        monkeypatch.setattr(readings, "fingerprint", lambda number=number: f"other{number}")
        readings.read(ROWS)
    assert len(reader.given) == 18
    assert len(list(readings.CACHE.iterdir())) == readings.KEPT_VERSIONS


def test_given_lines_must_cover_the_documents(tmp_path: Path):
    path = tmp_path / "lines.jsonl"
    path.write_text(json.dumps({"document": {"id": "a"}, "events": []}))
    assert readings.given_or_read(ROWS[:1], path)["a"]["events"] == []
    with pytest.raises(MissingDataError, match="no reading of 1 documents, b for one"):
        readings.given_or_read(ROWS, path)


def test_reader_that_cannot_be_loaded_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "dragoman.reader", None)
    with pytest.raises(MissingDataError, match="the reader cannot be loaded"):
        readings.new_reader()


@pytest.mark.parametrize("moody", [False, True])
def test_determinism_compares_every_way_of_reading(monkeypatch: pytest.MonkeyPatch, moody: bool):
    monkeypatch.setattr(readings, "new_reader", lambda: CountingReader(moody))
    rows = [{"id": name, "text": name} for name in "abc"]
    alone = {row["id"]: determinism.read_lines(CountingReader(), [row])[row["id"]] for row in rows}
    monkeypatch.setattr(determinism, "with_seed", lambda rows, seed: determinism.digests(alone))
    found = determinism.differences(rows)
    assert bool(found) is moody
    assert not moody or "all together: a" in found
