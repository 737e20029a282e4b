"""The labelled newswire passages are drawn alike each time and rebuilt only as they were labelled."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from evaluation import own_gold, own_wire, own_wire_passages
from evaluation.common import MissingDataError, load_lines, shared_root
from evaluation.own_passages import Source, overlaps, squeezed

STORY = (
    "The government of Chad fell on Monday after a long debate in its capital. Crowds cheered in the streets "
    "of the old town. The court met. Nobody spoke of it for years to come, they say."
)


@pytest.fixture
def plv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    file = tmp_path / own_wire_passages.PLV
    file.parent.mkdir(parents=True)
    lines = [{"id": "a", "text": "Chad met Mali."}, {"id": "b", "text": "Mali fell."}]
    lines.append({"id": "c", "text": "Chad met Mali."})
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    own_wire_passages.plv_sentences.cache_clear()
    yield file
    own_wire_passages.plv_sentences.cache_clear()


def test_a_repeated_sentence_goes_by_its_first_id(plv: Path):
    assert sorted(own_wire_passages.plv_sentences()) == ["a", "b"]
    assert own_wire_passages.source_of(own_wire_passages.PLV, "b").text == "Mali fell."
    with pytest.raises(MissingDataError, match="no record 'c'"):
        own_wire_passages.source_of(own_wire_passages.PLV, "c")


def test_passages_name_an_organ_of_rule():
    story = Source("data/gum_wikinews/dep/x.conllu", "", (STORY,), None, "p", "t")
    cut = [story.text[slice(*span)] for span in own_wire_passages.passages(story)]
    assert cut and all("government" in piece or "court" in piece for piece in cut)
    assert not list(
        own_wire_passages.passages(
            Source("f", "", (STORY.replace("government of ", "").replace("court", "choir"),), None, "p", "t")
        )
    )


def test_chosen_keeps_apart_from_known_texts():
    story = Source("data/gum_wikinews/dep/x.conllu", "", (STORY,), None, "p", "t")
    drawn = list(own_wire_passages.chosen([story], 3, 2, "", random.Random(1)))
    assert 1 <= len(drawn) <= 2
    known = squeezed(STORY)
    assert not list(own_wire_passages.chosen([story], 3, 2, known, random.Random(1)))


def test_figures_bear_the_scorers_name():
    names = {one.name for one in own_wire.figures([])}
    assert names and all(name.startswith("own_wire.") for name in names)


@pytest.mark.shared
def test_every_labelled_passage_is_the_one_drawn():
    dev = shared_root() / "gold" / "dev.jsonl"
    if not dev.exists():
        pytest.skip("the measuring data are not beside the checkout")
    rows = own_wire.rows()
    drawn = own_wire_passages.drawn(list(own_gold.references()), load_lines(dev))
    assert {name: source.text[slice(*span)] for name, source, span in drawn} == {
        r["id"]: r["text"] for r in rows
    }
    known = " ".join(squeezed(row["text"]) for row in load_lines(dev))
    stories = [row for row in rows if not row["id"].startswith("plv-")]
    assert not any(overlaps(row["text"], known) for row in stories)
    assert all(event["trigger"]["text"].strip() for row in rows for event in row["events"])
