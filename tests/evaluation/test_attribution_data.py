"""The labelled attributions are well-formed: spans are words of the text, nested ones lie in their parent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.common import CHECKOUT, Json, load_lines

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
