"""The word tables: well formed, and no word in two classes."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.times.grammar import PARTS, RULES, _compiled
from dragoman.times.words import vocabulary


def rows(name: str) -> list[list[str]]:
    text = files("dragoman.times").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("name", "columns"), [("words.tsv", 3), ("phrases.tsv", 3), ("guards.tsv", 2), ("cues.tsv", 2)]
)
def test_every_row_is_whole(name: str, columns: int) -> None:
    for row in rows(name):
        assert len(row) == columns
        assert all(cell == cell.strip() and cell for cell in row)
        assert all(row[-1].split("|"))


@pytest.mark.parametrize("name", ["words.tsv", "phrases.tsv"])
def test_no_word_stands_in_two_rows(name: str) -> None:
    seen: dict[str, str] = {}
    for kind, _, words in rows(name):
        for word in words.split("|"):
            assert word not in seen, f"{word!r} is in {seen.get(word)} and {kind}"
            seen[word] = kind


def test_every_rule_compiles_and_every_part_is_used() -> None:
    assert len(_compiled()) == len(RULES)
    patterns = " ".join(pattern for _, pattern in RULES)
    assert [part for part in PARTS if f"{{{part}}}" not in patterns] == []


def test_every_class_has_its_own_symbol() -> None:
    symbols = vocabulary().symbols
    assert len(set(symbols.values())) == len(symbols)
