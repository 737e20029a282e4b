"""Six short reports of one visit, read and joined the whole way: one visit with its meeting and signing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from dragoman.chronicle import Chronicle
from dragoman.intake import Intake
from dragoman.model.chronicle import Event

EXAMPLE = Path(__file__).parents[2] / "examples" / "visit.jsonl"
LUND = "Harald Lund"


@pytest.fixture(scope="module")
def events() -> list[Event]:
    with Chronicle(":memory:") as chronicle:
        chronicle.add(item.document for item in Intake().documents([str(EXAMPLE)], BytesIO()))
        return list(chronicle.events())


def test_six_reports_are_one_visit_with_a_meeting_and_a_signing(events: list[Event]) -> None:
    assert sorted((e.type, e.mode or "", e.independent) for e in events) == [
        ("CONSULT", "", 3), ("CONSULT", "visit", 5), ("SUPPORT", "", 2),
    ]  # fmt: skip
    visit = next(e for e in events if e.mode == "visit")
    assert (visit.edtf, visit.place, visit.status) == ("2017-03-08/2017-03-09", "Hanoi", "occurred")
    assert [p.name for p in visit.parties] == [LUND, "Vietnam"]
    for event in events:
        if event is not visit:
            assert [(k.target, k.kind) for k in event.links] == [(visit.id, "part_of")]


def test_all_disagreements_are_listed_and_nothing_else(events: list[Event]) -> None:
    told = {
        (e.mode or e.type, d.field): [value for value, _ in d.values] for e in events for d in e.disagreements
    }
    assert told == {
        ("visit", "when"): ["2017-03", "2017-03-08/2017-03-09", "2017-03-08/2017-03-10"],
        ("visit", "where"): ["Haiphong", "Hanoi", "Vietnam"],
        ("visit", "status"): ["denied", "occurred"],
        ("CONSULT", "where"): ["Haiphong", "Hanoi"],
    }
