from __future__ import annotations

from evaluation.gsr import gold_of, score_row

RECORD = {
    "id": "r1", "event": "DEMAND", "text": "{Japan  asked the Union for talks.}",
    "source": [{"actorText": "Japan", "code": "JAP"}],
    "target": [{"actorText": "the Union", "code": "IGO", "sector": "GOV"}],
}  # fmt: skip


def predicted(kind: str, recipients: list[dict]) -> dict:
    event = {"type": kind, "trigger": {"text": "asked", "span": [6, 11]}, "recipients": recipients}
    return {"events": [{**event, "actors": [{"text": "Japan", "country": "JPN"}]}]}


def test_record_is_read_defensively():
    row = gold_of(RECORD)
    assert row["text"] == "Japan asked the Union for talks."
    assert row["event"]["type"] == "REQUEST"
    assert [a["country"] for a in row["event"]["actors"] + row["event"]["recipients"]] == ["JPN", None]


def test_malformed_records_are_passed_over():
    assert gold_of({"id": "r2", "event": "AID", "text": None}) is None
    assert gold_of({**RECORD, "target": None, "source": ["Japan", {}]})["event"]["actors"] == []


def test_scores_type_and_parties():
    row = gold_of(RECORD)
    union = [{"text": "Union", "country": None}]
    assert score_row(row, predicted("REQUEST", union)).parties
    assert score_row(row, predicted("REQUEST", [])).fault.kind == "wrong party"
    assert score_row(row, predicted("AID", union)).fault.kind == "wrong type"
    assert score_row(row, {"events": []}).fault.kind == "none"


def test_empty_side_is_judged_only_strictly():
    case = score_row(gold_of({**RECORD, "target": ""}), predicted("REQUEST", [{"text": "Union"}]))
    assert (case.parties, case.lenient) == (False, True)
