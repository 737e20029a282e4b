from __future__ import annotations

import pytest

from evaluation.plv import NONE, macro_f1, marked_spans, score_row

ROW = {
    "id": "x1", "text": "Officials said Ghana accused Togo of theft.",
    "marked": "Officials said <s>Ghana</s> accused <t>Togo</t> of theft.",
    "source": "Ghana", "target": "Togo", "type": "ACCUSE",
}  # fmt: skip


def event(kind: str, actor: str, recipient: str, trigger: str = "accused", confidence: float = 0.5) -> dict:
    def party(name: str) -> list[dict]:
        if not name:
            return []
        start = ROW["text"].index(name)
        return [{"text": name, "span": [start, start + len(name)]}]

    start = ROW["text"].index(trigger)
    return {
        "type": kind, "actors": party(actor), "recipients": party(recipient), "confidence": confidence,
        "trigger": {"text": trigger, "span": [start, start + len(trigger)]},
    }  # fmt: skip


def test_marked_spans_point_into_the_plain_text():
    (source,), (target,) = marked_spans(ROW)
    assert ROW["text"][slice(*source)] == "Ghana"
    assert ROW["text"][slice(*target)] == "Togo"


def test_marked_spans_fall_back_to_the_words_where_the_marks_do_not_fit():
    source, _ = marked_spans({**ROW, "marked": "<s>Ghana</s> did <t>Togo</t>"})
    assert source == [(15, 20)]


@pytest.mark.parametrize(
    ("events", "got", "both"),
    [
        ([], NONE, False),
        ([event("COERCE", "Ghana", ""), event("ACCUSE", "Ghana", "Togo")], "ACCUSE", True),
        ([event("COERCE", "Togo", "Ghana"), event("ACCUSE", "Ghana", "Togo")], "ACCUSE", True),
        ([event("REQUEST", "Officials", "", "said"), event("RETREAT", "Togo", "")], "YIELD", False),
        ([event("AID", "Ghana", "Togo", confidence=0.2), event("ACCUSE", "Ghana", "Togo")], "ACCUSE", True),
    ],
    ids=["none", "both before one", "direction breaks ties", "one before none", "confidence breaks ties"],
)
def test_prediction_is_the_event_whose_parties_fit_best(events: list[dict], got: str, both: bool):
    case = score_row(ROW, {"events": events})
    assert (case.got, case.both) == (got, both)


def test_event_without_a_marked_party_counts_only_leniently():
    case = score_row(ROW, {"events": [event("ACCUSE", "Officials", "")]})
    assert (case.got, case.strict) == ("ACCUSE", NONE)


def test_macro_f1_is_the_mean_over_gold_types():
    assert macro_f1([("A", "A"), ("B", "A"), ("B", "B"), ("B", NONE)]) == pytest.approx((2 / 3 + 1 / 2) / 2)
