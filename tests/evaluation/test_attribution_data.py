"""The labelled attributions are well-formed: spans are words of the text, nested ones lie in their parent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation import attribution_real
from evaluation.attribution import Found, pairs
from evaluation.common import CHECKOUT, Json, MissingDataError, load_lines

ARTICLES = load_lines(Path(CHECKOUT) / "evaluation" / "data" / "attribution_own.jsonl")
KINDS = {"official", "media", "person", "analyst", "anonymous"}


def whole_words(text: str, span: list[int]) -> bool:
    """Whether a span is not empty and cuts no word."""
    start, end = span
    cut = (start and text[start - 1 : start + 1].isalnum()) or text[end - 1 : end + 1].isalnum()
    return 0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] and not (
        cut and end < len(text)
    )  # fmt: skip


@pytest.mark.parametrize("article", ARTICLES, ids=lambda row: row["id"])
def test_every_attribution_is_of_the_text(article: Json):
    text, rows = article["text"], article["attributions"]
    for row in rows:
        assert all(whole_words(text, row[key]) for key in ("source", "cue", "content")), row
        assert row["kind"] in KINDS
        parent = row.get("nested_in")
        if parent is not None:
            assert rows[parent]["content"][0] <= row["content"][0]
            assert row["content"][1] <= rows[parent]["content"][1]
            assert rows[parent]["content"] != row["content"]


def test_twenty_articles_in_two_splits():
    splits = Counter(article["split"] for article in ARTICLES)
    assert splits["look"] >= 8
    assert splits["aside"] >= 8
    assert len({article["id"] for article in ARTICLES}) == len(ARTICLES) == 20


@pytest.mark.shared
def test_labels_of_real_stories_are_of_their_text():
    try:
        stories = list(attribution_real.rows())
    except MissingDataError as absence:
        pytest.skip(str(absence))
    assert len(stories) == 20
    for story in stories:
        for row in story["attributions"]:
            assert all(whole_words(story["text"], row[key]) for key in ("source", "cue", "content")), row
            assert row["kind"] in KINDS


def test_a_relation_matches_by_source_and_half_of_the_content():
    gold = [{"source": [0, 4], "cue": [5, 9], "content": [10, 30], "kind": "person"}]
    right = Found((0, 4), (5, 9), (14, 30), "person")
    assert pairs([right], gold) == [(right, gold[0])]
    assert pairs([Found((0, 4), (5, 9), (25, 30), "person")], gold) == []
    assert pairs([Found((31, 35), (5, 9), (10, 30), "person")], gold) == []
