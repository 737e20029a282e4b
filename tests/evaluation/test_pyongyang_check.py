from __future__ import annotations

import copy

import pytest

from evaluation.pyongyang import check, extra
from tests.evaluation.contract_lines import event, party, reading

TEXT = (
    "On May 2 the Speaker of Ruritania came to Zenda. Officials said the talks were frank. "
    "Experts expect further talks on trade. The price was not disclosed. [Source: the talks office]"
)
EXPECTED = {
    "events": [
        {
            "key": "E1", "trigger": "came", "type": "CONSULT", "mode": "visit",
            "actors": [{"country": "RUR", "office": "Speaker"}], "recipients": [{"country": "ZEN"}],
            "when": "2001-05-02", "where": {"text": "Zenda", "country": "ZEN"}, "status": "occurred",
            "by": "Officials", "tone": ["frank"],
        }
    ],
    "may": [{"trigger": "further talks", "type": "AGREE"}],
    "agreements": [],
    "outlook": [{"by": ["experts"], "text": "further talks", "topics": ["trade"]}],
    "unknowns": [{"text": "The price"}],
    "links": [],
}  # fmt: skip


def came(**rest: object) -> dict:
    fields = {
        "mode": "visit", "when": "2001-05-02", "tone": ["frank"],
        "where": {"name": "Zenda", "country": "ZEN", "text": "Zenda", "span": [42, 47], "geonames": None},
        "attribution": [{"text": "Officials", "span": None, "cue": "said", "name": None, "kind": "official"}],
        **rest,
    }  # fmt: skip
    speaker = party(TEXT, "the Speaker of Ruritania", "RUR", office="Speaker of Ruritania")
    return event(TEXT, "CONSULT", "came", [speaker], [party(TEXT, "Zenda", "ZEN")], **fields)


def whole(*events: dict) -> dict:
    return reading(
        TEXT, *events,
        outlook=[{"text": "further talks on trade", "by": ["Experts"], "topics": ["trade"]}],
        unknowns=[{"text": "The price"}],
    )  # fmt: skip


def problems(read: dict) -> list[str]:
    found = check(read, EXPECTED, "2001-05-05")
    return [problem for problem in found if "Shoigu" not in problem]


def test_a_full_reading_has_no_problems():
    assert problems(whole(came())) == []
    assert extra(whole(came()), EXPECTED, "2001-05-05") == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"mode": None}, "mode is None"),
        ({"when": "2001-05-03"}, "when is 2001-05-03"),
        ({"status": "planned"}, "status is planned"),
        ({"where": None}, "where is None"),
        ({"attribution": []}, "by is []"),
        ({"tone": []}, "tone lack"),
        ({"recipients": []}, "recipients lack"),
    ],
)
def test_each_wrong_field_is_a_problem(changes: dict, said: str):
    (problem,) = problems(whole(came(**changes) if "recipients" not in changes else {**came(), **changes}))
    assert said in problem


def test_what_must_never_be_read():
    late = event(TEXT, "AGREE", "expect", [], [], when="2001-06")
    tagged = copy.deepcopy(late)
    tagged["when"] = None
    tagged["trigger"] = {"text": "talks", "span": [TEXT.rindex("talks"), TEXT.rindex("talks") + 5]}
    found = problems(whole(came(), late, tagged))
    assert any("occurred after the document" in problem for problem in found)
    assert any("source tag" in problem for problem in found)


def test_extra_events_are_those_neither_expected_nor_allowed():
    odd = event(TEXT, "AID", "price", [], [])
    allowed = event(TEXT, "AGREE", "further talks", [], [], status="anticipated")
    assert len(extra(whole(came(), odd, allowed), EXPECTED, None)) == 1
