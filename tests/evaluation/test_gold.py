"""The gold scorer gives the same numbers as the scorer that came with the gold passages."""

from __future__ import annotations

import copy
import importlib.util
import random
from pathlib import Path

import pytest

from evaluation.common import load_lines, shared_root
from evaluation.gold import figures, score_passage, total

GOLD = shared_root() / "gold"
ROW = {
    "id": "p1",
    "text": "Kenya urged Uganda to withdraw. On Friday Kenya met Uganda in Nairobi.",
    "events": [
        {
            "trigger": "urged", "type": "REQUEST", "mode": "yield",
            "actors": [{"text": "Kenya", "country": "KEN"}],
            "recipients": [{"text": "Uganda", "country": "UGA"}],
            "when": None, "where": None, "status": "occurred", "by": None,
        },
        {
            "trigger": "met", "type": "CONSULT", "mode": None,
            "actors": [{"text": "Kenya", "country": "KEN"}, {"text": "Uganda", "country": "UGA"}],
            "recipients": [], "when": "2001-02-02", "where": {"text": "Nairobi", "country": "KEN"},
            "status": "occurred", "by": "Kenya",
        },
    ],
}  # fmt: skip


def kinds(events: list[dict]) -> list[str]:
    return [fault.kind for fault in score_passage(ROW, {"events": events}).faults]


def changed(place: int, **fields: object) -> list[dict]:
    events = copy.deepcopy(ROW["events"])
    events[place].update(fields)
    return events


def test_gold_scores_one_against_itself():
    made = {one.name: one.value for one in figures([score_passage(ROW, ROW)])}
    assert made["gold.type_f1"] == made["gold.where_f1"] == made["gold.status of matched"] == 1
    assert kinds(ROW["events"]) == []


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (ROW["events"][1:], ["missed"]),
        (changed(0, type="ACCUSE"), ["wrong type"]),
        (changed(0, actors=ROW["events"][0]["recipients"], recipients=ROW["events"][0]["actors"]),
         ["swapped"]),
        (changed(0, recipients=[]), ["wrong recipient"]),
        (changed(0, actors=[]), ["wrong actor"]),
        (changed(1, actors=[]), ["wrong party"]),
        (changed(1, when="2001-02-03"), ["wrong when"]),
        (changed(1, when={"edtf": "2001-02-02"}, where={"name": "Kampala", "country": "UGA"}),
         ["wrong where"]),
        (changed(1, status="planned"), ["wrong status"]),
        (changed(1, by=None), ["wrong by"]),
        (changed(1, attribution=[{"text": "a spokesman", "name": "Kenya"}]), []),
        ([*ROW["events"], {"type": "AID", "trigger": "withdraw"}], ["extra"]),
    ],
)  # fmt: skip
def test_faults_are_named(events: list[dict], expected: list[str]):
    assert kinds(events) == expected


def spoil(row: dict, draw: random.Random) -> dict:
    """A prediction made from gold by dropping, retyping, shifting and mixing."""
    events = []
    for event in copy.deepcopy(row["events"]):
        fate = draw.random()
        if fate < 0.2:
            continue
        if fate < 0.3:
            event["type"] = draw.choice(["AGREE", "ACCUSE", "FIGHT", "CONSULT"])
        elif fate < 0.4:
            event["actors"], event["recipients"] = event["recipients"], event["actors"]
        elif fate < 0.5:
            start = draw.randrange(len(row["text"]))
            event["trigger"] = {"text": row["text"][start : start + 4], "span": [start, start + 4]}
        elif fate < 0.6:
            event["status"], event["mode"], event["when"] = "planned", "visit", {"edtf": "2016-01-01"}
        elif fate < 0.7:
            event["recipients"] = [draw.choice(["the Council", {"name": "Daesh", "country": None}])]
        events.append(event)
        if draw.random() < 0.15:
            events.append(copy.deepcopy(event))
    return {"id": row["id"], "events": events}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(6))
def test_same_numbers_as_the_scorer_beside_the_gold(seed: int):
    if not (GOLD / "score.py").exists():
        pytest.skip("the gold passages and their scorer are not beside the checkout")
    theirs = _load(GOLD / "score.py")
    gold = {row["id"]: row for row in load_lines(GOLD / "dev.jsonl")}
    draw = random.Random(seed)
    predicted = {name: spoil(row, draw) for name, row in gold.items()}
    counts, per_type = theirs.score(gold, predicted)
    passages = [score_passage(row, predicted[name]) for name, row in gold.items()]
    ours = total(passages)
    for key, name in [
        ("docs", "docs"), ("gold", "gold"), ("pred", "pred"), ("tp", "hits"), ("parties", "parties"),
        ("status", "status"), ("when", "when"), ("when_n", "when n"), ("mode", "mode"),
        ("mode_n", "mode n"), ("silent", "silent"),
    ]:  # fmt: skip
        assert ours[name] == counts[key], name
    for kind, (in_gold, in_predicted, hits) in per_type.items():
        found = (ours["gold " + kind], ours["pred " + kind], ours["hits " + kind])
        assert found == (in_gold, in_predicted, hits)
    made = {one.name: one.value for one in figures(passages)}
    assert made["gold.type_f1"] == theirs.f1(counts["tp"], counts["pred"], counts["gold"])[0]
    assert made["gold.parties_f1"] == theirs.f1(counts["parties"], counts["pred"], counts["gold"])[0]


def _load(path: Path):
    spec = importlib.util.spec_from_file_location("gold_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
