from __future__ import annotations

from evaluation.readouts import score_row
from tests.evaluation.contract_lines import event, party, reading

TEXT = "The President of Mali spoke yesterday with the King of Spain."
ROW = {
    "id": "r", "text": TEXT, "published": "2020-05-06",
    "expect": {"type": "CONSULT", "mode": "phone", "countries": ["ESP", "MLI"]},
}  # fmt: skip
MALI, SPAIN = party(TEXT, "President of Mali", "MLI"), party(TEXT, "King of Spain", "ESP")


def call(**rest: object) -> dict:
    fields = {"mode": "phone", "when": "2020-05-05", **rest}
    return event(TEXT, "CONSULT", "spoke", [MALI, SPAIN], [], **fields)


def test_a_full_reading_has_no_faults():
    case = score_row(ROW, reading(TEXT, call()))
    assert (case.found, case.mode, case.on_day, case.stated, case.future) == (True, True, False, True, False)
    assert case.faults == ()


def test_each_fault_is_named():
    faults = score_row(ROW, reading(TEXT, call(mode="visit", when="2020-05-09"))).faults
    assert [fault.kind for fault in faults] == ["future", "mode", "when"]
    assert score_row(ROW, reading(TEXT, call(status="planned"))).faults[0].kind == "not found"
    assert not score_row(ROW, reading(TEXT)).found


def test_all_countries_must_be_in_one_event():
    halves = [event(TEXT, "CONSULT", "spoke", [MALI], []), event(TEXT, "CONSULT", "with", [SPAIN], [])]
    assert not score_row(ROW, reading(TEXT, *halves)).found
