from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import reading


def test_texts_are_repeated_up_to_the_size(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "word " * 100}))
    (tmp_path / "b.txt").write_text("word " * 50)
    texts = reading.texts_of([tmp_path / "a.jsonl", tmp_path / "b.txt"])
    assert reading.WORDS <= sum(len(text.split()) for text in texts) < reading.WORDS + 100


def test_check_fails_over_a_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("word")
    good = dict.fromkeys(reading.LIMITS, 0.1)
    monkeypatch.setattr(reading, "measure", lambda texts, rounds: good)
    assert reading.main([str(path), "--check"]) == 0
    monkeypatch.setattr(reading, "measure", lambda texts, rounds: {**good, "ratio": 2.0})
    assert reading.main([str(path), "--check"]) == 1
    assert "OVER" in capsys.readouterr().out
