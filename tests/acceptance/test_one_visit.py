"""Six short reports of one visit, read and joined the whole way: one visit with its meeting and signing."""

from __future__ import annotations

import pytest

from dragoman.chronicle import Chronicle
from dragoman.model import Document
from dragoman.model.chronicle import Event

LUND, BINH = "Harald Lund", "Tran Van Binh"
SIX = (
    ("Ministry of Foreign Affairs of Norway", "2017-03-09",
     f"The Norwegian foreign minister, {LUND}, visited Hanoi on 8 and 9 March 2017. On 9 March he met the "
     f"Vietnamese foreign minister, {BINH}. Norway and Vietnam signed the Mekong Hydropower Agreement on 9 "
     "March."),
    ("Reuters", "2017-03-09",
     f"Norway and Vietnam on Thursday signed a hydropower pact in Hanoi. Norwegian foreign minister {LUND} "
     f"held talks with Vietnamese foreign minister {BINH} on Thursday in Hanoi."),
    ("The Delta Post", "2017-03-10", "The Norwegian foreign minister visited Vietnam from 8 to 10 March."),
    ("Coast Herald", "2017-03-28", "In March 2017 the Norwegian foreign minister visited Vietnam."),
    ("Mekong Watch", "2017-03-11",
     f"Norwegian foreign minister {LUND} visited Haiphong in Vietnam on 8 and 9 March. The Vietnamese and "
     "Norwegian foreign ministers met on 9 March."),
    ("Radio Plain", "2017-03-11",
     f"Norwegian foreign minister {LUND} did not visit Hanoi on 8 and 9 March, an opposition member said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def events() -> list[Event]:
    with Chronicle(":memory:") as chronicle:
        chronicle.add(Document.of(text, publisher=name, published=day) for name, day, text in SIX)
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
