"""Passages labelled for this project are rebuilt from the measuring data, and only as they were labelled."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType

import pytest

from evaluation import gold, own_gold, own_passages, own_second, own_third
from evaluation.common import MissingDataError, load_lines, shared_root
from evaluation.own_passages import Source

TEXT = "Kenya thanked Uganda. Talks went on."
SOURCE = Source("data/x.txt", "1", ("First.", TEXT), "2001-02-03", "The Gazette", "A title")


def row(**changed: object) -> dict:
    event = {
        "trigger": [6, 13], "type": "SUPPORT", "mode": None,
        "actors": [{"text": "Kenya", "country": "KEN", "sector": "GOV"}],
        "recipients": [{"text": "Uganda", "country": "UGA", "sector": "GOV"}],
        "when": None, "where": None, "status": "occurred", "by": None,
    }  # fmt: skip
    made = {
        "id": "p", "source": {"file": "data/x.txt", "record": "1", "span": [7, 7 + len(TEXT)]},
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "published": "2001-02-03",
        "publisher": "The Gazette", "events": [event],
    }  # fmt: skip
    return {**made, **changed}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    return tmp_path


def test_rebuilt_cuts_the_passage_and_names_the_trigger():
    made = own_gold.rebuilt(row(), SOURCE)
    assert made["text"] == TEXT
    assert made["events"][0]["trigger"] == {"text": "thanked", "span": [6, 13]}
    scored = gold.score_passage(made, {"events": made["events"]})
    names = {one.name: one.value for one in own_gold.figures([scored])}
    assert names["own_gold.parties_f1"] == 1


def test_rebuilt_refuses_a_passage_that_has_changed():
    with pytest.raises(MissingDataError, match="p is not the passage"):
        own_gold.rebuilt(row(sha256="0" * 64), SOURCE)


def test_documents_keep_the_implied_actor():
    made = own_gold.rebuilt(row(), SOURCE)
    assert "actor" not in gold.documents([made])[0]
    assert gold.documents([{**made, "actor": {"name": "A"}}])[0]["actor"] == {"name": "A"}


def test_recognition_guide_is_read_by_paragraph(data: Path):
    (data / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><title>Chad</title><text><body>'
        "<p>One\n   <date>May</date> two.</p><head>No</head><p>Three.</p></body></text></TEI>"
    )
    (made,) = own_passages.recognition_guides("a.xml")
    assert made.paragraphs == ("One May two.", "Three.")
    assert made.text == "One May two. Three."


def test_gum_story_is_read_by_paragraph(data: Path):
    (data / "a.conllu").write_text(
        "# meta::dateCreated = 2001-02-03\n# meta::title = Chad\n# newpar\n# text = One.\n1\tOne\n\n"
        "# text = Two.\n\n# newpar\n# text = Three.\n"
    )
    (made,) = own_passages.gum_story("a.conllu")
    assert (made.paragraphs, made.published, made.title) == (("One. Two.", "Three."), "2001-02-03", "Chad")


def test_meantime_story_is_closed_up_and_dated(data: Path):
    sentences = [
        "Chad buys jets",
        "March 3 , 2008",
        "Chad ( in Africa ) 's buyers left , it says .",
        "More .",
    ]
    lines = ["#begin document (t/1); part 000"]
    lines += [f"t/1\t{i}\t{j}\t{w}\t-" for i, s in enumerate(sentences) for j, w in enumerate(s.split())]
    (data / "a.conll").write_text("\n".join(lines))
    (made,) = own_passages.meantime_stories("a.conll")
    assert made.text == "Chad (in Africa)'s buyers left, it says. More."
    assert (made.record, made.published, made.title) == ("t/1", "2008-03-03", "Chad buys jets")


def test_passages_are_runs_of_sentences_of_one_paragraph(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(own_passages, "states_in", lambda text: set(text.split()) & {"Chad", "Mali"})
    monkeypatch.setattr(own_passages, "SHORTEST", 10)
    source = Source("f", "", ("Short.", "In Chad it rains. In Mali too. Nobody knows."), None, "p", "t")
    cut = [source.text[slice(*span)] for span in own_passages.passages(source)]
    assert cut == ["In Chad it rains. In Mali too.", "In Chad it rains. In Mali too. Nobody knows."]


def test_overlaps_finds_a_shared_stretch():
    known = own_passages.squeezed("The minister of trade met the envoy in the old harbour on Friday evening.")
    assert own_passages.overlaps("On Monday the minister of trade met the envoy in the old harbour.", known)
    assert not own_passages.overlaps(
        "The envoy met nobody in the old town that week, as far as is known.", known
    )


@pytest.mark.shared
@pytest.mark.parametrize("drawn", [own_gold, own_second, own_third])
def test_every_labelled_passage_is_rebuilt_and_is_new(drawn: ModuleType):
    dev = shared_root() / "gold" / "dev.jsonl"
    if not dev.exists():
        pytest.skip("the measuring data are not beside the checkout")
    known = " ".join(own_passages.squeezed(one["text"]) for one in load_lines(dev))
    made = drawn.rows()
    assert len(made) == len({one["id"] for one in made}) > 50
    for one in made:
        assert not own_passages.overlaps(one["text"], known)
        assert all(event["trigger"]["text"].strip() for event in one["events"])
