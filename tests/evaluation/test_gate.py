from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import gate
from evaluation.figures import Figure

DATA = {"data/x": "abc"}
UP, DOWN = Figure("a", 0.8, 10, bar=0.7), Figure("b", 0.03, 10, high_is_good=False)


def pinned() -> dict:
    floors: dict = {"data": {}, "floors": {}}
    assert gate.pin([UP, DOWN], DATA, floors, False) == []
    return floors


def test_pin_writes_floors_on_the_worse_side():
    assert pinned() == {"data": DATA, "floors": {"a/all": 0.795, "b/all": 0.035}}


def test_zero_stays_zero():
    assert gate.pinned_value(Figure("none", 0.0, 1, high_is_good=False)) == 0.0


def test_gate_passes_what_is_pinned():
    assert gate.complaints([UP, DOWN], DATA, pinned()) == []


@pytest.mark.parametrize(
    ("figures", "data", "said"),
    [
        ([Figure("a", 0.79, 10)], DATA, "its floor is 0.795"),
        ([Figure("b", 0.04, 10, high_is_good=False)], DATA, "its floor is 0.035"),
        ([Figure("c", 1.0, 10)], DATA, "has no floor"),
        ([UP], {"data/x": "other"}, "not the data"),
    ],
    ids=["under", "over", "unpinned", "changed data"],
)
def test_gate_fails(figures: list[Figure], data: dict, said: str):
    (complaint,) = gate.complaints(figures, data, pinned())
    assert said in complaint


def test_a_floor_that_nothing_is_measured_for_is_said():
    assert gate.unmeasured([UP], pinned()) == ["b/all has a floor but is not measured"]


def test_lowering_a_floor_needs_its_own_word():
    floors = pinned()
    fallen = [Figure("a", 0.6, 10), Figure("b", 0.5, 10, high_is_good=False)]
    assert len(gate.pin(fallen, DATA, floors, False)) == 2
    assert floors["floors"] == {"a/all": 0.795, "b/all": 0.035}
    assert gate.pin(fallen, DATA, floors, True) == []
    assert floors["floors"] == {"a/all": 0.595, "b/all": 0.505}


def test_digest_sees_any_change(tmp_path: Path):
    (tmp_path / "a").write_text("1")
    before = gate.digest(tmp_path)
    (tmp_path / "b").write_text("1")
    assert gate.digest(tmp_path) != before
    assert gate.digest(tmp_path / "a") == gate.digest(tmp_path / "b")


def test_gate_passes_where_the_data_is_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys):
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    assert gate.main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: ")
