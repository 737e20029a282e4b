"""The measures of joined sources and of timelines, on cases small enough to work out by hand."""

from __future__ import annotations

import pytest

from dragoman.model import Document, Reading
from evaluation.common import MissingDataError
from evaluation.joined import Case, groups_of, scored, trip_cases
from evaluation.timelines import awareness, load_timeline


def _case(name: str, gold: str) -> Case:
    doc = Document.of("A text.", id=name)
    return Case(name, gold, doc, Reading(reader="t", document=doc))


def test_pairs_and_b_cubed():
    cases = [_case("a", "1"), _case("b", "1"), _case("c", "2")]
    score, faults = scored(cases, {"a": frozenset("x"), "b": frozenset("y"), "c": frozenset("y")})
    assert (score.right, score.wrong, score.missed) == (0, 1, 1)
    assert score.cubed == pytest.approx((2 / 3, 2 / 3))
    assert faults == [("wrong", "b", "c"), ("missed", "a", "b")]
    perfect, _ = scored(cases, {"a": frozenset("x"), "b": frozenset("x"), "c": frozenset()})
    assert perfect.cubed == (1.0, 1.0)


def test_temporal_awareness():
    a, b, c = ("1", 0, "met"), ("1", 1, "signed"), ("2", 0, "left")
    gold = (frozenset([a]), frozenset([b]), frozenset([c]))
    assert awareness([(gold, gold)]) == (1.0, 1.0, 1.0)
    assert awareness([(gold, (frozenset([a]), frozenset([c])))]) == (1.0, 0.0, 0.0)
    assert awareness([(gold, ())]) == (0.0, 0.0, 0.0)


def test_a_gold_timeline_is_read(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("Someone\n0\tXXXX\t1-0-talks\n1\t2009\t1-2-deal\t2-5-Deal\n2\t2010\t1-3-left\n", "utf-8")
    entity, timeline = load_timeline(path)
    assert entity == "Someone"
    assert timeline == (frozenset({("1", 2, "deal"), ("2", 5, "deal")}), frozenset({("1", 3, "left")}))


@pytest.mark.shared
def test_resolution_of_trips_reaches_its_bars():
    try:
        cases = trip_cases()
    except MissingDataError as absence:
        pytest.skip(str(absence))
    cases = [case for case in cases if case.document.published and case.document.published >= "1995"]
    score, _ = scored(cases, groups_of(cases, [case.coded for case in cases]))
    assert score.right / (score.right + score.wrong) >= 0.95
    assert score.right / (score.right + score.missed) >= 0.80
