from __future__ import annotations

from pathlib import Path

from evaluation import re3d, statements, unlike
from tests.evaluation.contract_lines import event, party, reading

TEXT = "Rebels attacked Qala. The Qala police met reporters."


def attack() -> dict:
    actors, recipients = [party(TEXT, "Rebels", None)], [party(TEXT, "Qala", "QQQ")]
    return event(TEXT, "ASSAULT", "attacked", actors, recipients, when="2016-02-02", sentence=[0, 21])


def test_statements_check_spans_and_future_dates():
    row = {"id": "s", "text": TEXT, "published": "2016-01-01"}
    case = statements.score_row(row, reading(TEXT, attack()))
    assert [fault.kind for fault in case.faults] == ["future"]
    broken = attack()
    broken["actors"][0]["span"] = [3, 9]
    broken["trigger"] = {"text": "met", "span": [38, 41]}
    case = statements.score_row({**row, "published": None}, reading(TEXT, broken))
    assert [fault.kind for fault in case.faults] == ["span", "span"]


def test_statements_walk_every_span():
    assert len(list(statements.quotes(reading(TEXT, attack())["events"]))) == 3


def test_story_keeps_paragraphs_and_offsets(tmp_path: Path):
    path = tmp_path / "story.conllu"
    path.write_text(
        "# newpar\n# newpar_block = head\n# text = A head\n1\tA\n\n# newpar\n# text = One.\n\n# text = Two.\n"
    )
    text, spans = unlike.story(path)
    assert text == "A head\n\nOne. Two."
    assert [text[a:b] for a, b in spans] == ["A head", "One.", "Two."]


def test_unlike_counts_every_event():
    case = unlike.score_row({"id": "u", "text": TEXT, "sentences": 2}, reading(TEXT, attack()))
    assert unlike.figures([case])[0].value == 0.5


def test_re3d_counts_entities_and_relations():
    row = {
        "id": "r", "text": TEXT,
        "entities": [
            {"type": "Organisation", "begin": 0, "end": 6}, {"type": "Location", "begin": 16, "end": 20},
            {"type": "Organisation", "begin": 22, "end": 37},
        ],
        "relations": [
            {"type": "FightingAgainst", "begin": 7, "end": 15, "source": "Rebels", "sourceBegin": 0,
             "sourceEnd": 6, "target": "Qala", "targetBegin": 16, "targetEnd": 20, "value": "attacked"},
            {"type": "CommWith", "begin": 38, "end": 41, "source": "police", "sourceBegin": 31,
             "sourceEnd": 37, "target": "reporters", "targetBegin": 42, "targetEnd": 51, "value": "met"},
        ],
    }  # fmt: skip
    case = re3d.score_row(row, reading(TEXT, attack()))
    assert case.counts["Organisation"] == case.counts["Organisation n"] == 1
    assert case.counts["Location"] == case.counts["FightingAgainst"] == case.counts["hostile"] == 1
    assert case.pairs == (("FightingAgainst", "ASSAULT"), ("CommWith", "(none)"))
    assert len(case.faults) == 1
