from __future__ import annotations

import pytest

from evaluation import common
from evaluation.common import Fault, MissingDataError, in_share, print_faults, run, split_of
from evaluation.figures import Figure, by_split, f1, figure, interval, print_figures, share
from evaluation.readings import document_key


def test_split_is_fixed_and_about_as_large_as_asked():
    names = [f"doc-{i}" for i in range(2000)]
    look = sum(split_of(name) == "look" for name in names)
    assert 1120 < look < 1280
    assert split_of("doc-1") == split_of("doc-1")
    assert 300 < sum(in_share(name, 0.2) for name in names) < 500


def test_absent_data_is_said_and_not_fatal(monkeypatch: pytest.MonkeyPatch, tmp_path, capsys):
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    assert run(lambda argv: common.shared("gold/none.jsonl") and None) == 1
    assert "skipped: gold/none.jsonl" in capsys.readouterr().err
    with pytest.raises(MissingDataError):
        common.shared("nothing")


def test_faults_of_the_aside_split_are_hidden_unless_asked_for(capsys):
    names = [f"n{i}" for i in range(20)]
    faults = [Fault("missed", name, "g", "p") for name in names] + [Fault("extra", names[0], "g", "p")]
    print_faults(faults, "missed", False)
    shown = capsys.readouterr().out
    assert [n for n in names if f"  {n}\n" in shown] == [n for n in names if split_of(n) == "look"]
    print_faults(faults, "all", True)
    assert capsys.readouterr().out.count("gold:") == 21


def test_f1_and_share():
    assert f1(2, 4, 4) == 0.5
    assert f1(0, 0, 0) == 0
    assert share("x", [True, True, False, True]).value == 0.75


def test_interval_is_repeatable_and_holds_the_value():
    units = [1, 0] * 50
    low, high = interval(units, lambda drawn: sum(drawn) / len(drawn))
    assert (low, high) == interval(units, lambda drawn: sum(drawn) / len(drawn))
    assert low < 0.5 < high
    assert interval([], len) == (0.0, 0.0)


def test_figures_by_split_have_keys_and_a_table(capsys):
    units = [f"doc-{i}" for i in range(30)]
    made = by_split(units, split_of, lambda part: [figure("size", part, len, bar=40, rounds=5)])
    assert [one.key for one in made] == ["size/all", "size/look", "size/aside"]
    assert made[1].n + made[2].n == made[0].n == 30
    print_figures(made)
    assert ">=40 BELOW" in capsys.readouterr().out


def test_figure_passes_from_its_good_side():
    assert Figure("a", 0.8, 9, bar=0.7).passes
    assert not Figure("a", 0.8, 9, bar=0.7, high_is_good=False).passes
    assert Figure("a", 0.8, 9).passes is None


def test_document_key_depends_on_what_the_reader_gets():
    one = {"id": "a", "text": "t", "published": None, "expect": {}}
    assert document_key(one) == document_key({"id": "a", "text": "t"})
    assert document_key(one) != document_key({**one, "published": "2020-01-01"})
