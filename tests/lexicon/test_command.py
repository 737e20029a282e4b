"""`dragoman lexicon`: check, list and explain."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli.lexicon import app

RUN = CliRunner()
ENTRY = """
entries:
  - id: mine.embrace
    type: SUPPORT
    verb: [embrace]
    recipient: [object]
    matches: ["Malta embraced the accord of Gozo."]
    rejects: ["The ivy embraced the wall."]
"""


def test_check_counts_the_built_in_entries() -> None:
    result = RUN.invoke(app, ["check"])
    assert result.exit_code == 0
    assert result.stdout.startswith("in all: ")


def test_check_counts_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ENTRY, encoding="utf-8")
    result = RUN.invoke(app, ["check", str(path)])
    assert result.exit_code == 0
    assert "mine.yaml: 1 entries, 0 removed" in result.stdout


def test_check_reads_the_examples_of_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ENTRY, encoding="utf-8")
    result = RUN.invoke(app, ["check", str(path)])
    assert "examples: 2 of 2 as they should be" in result.stdout
    path.write_text(ENTRY.replace("Malta embraced", "Malta praised"), encoding="utf-8")
    result = RUN.invoke(app, ["check", str(path)])
    assert result.exit_code == 1
    assert "mine.yaml, line 3, mine.embrace, matches" in result.stderr


def test_check_names_a_mistake_and_fails(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ENTRY.replace("verb:", "vreb:"), encoding="utf-8")
    result = RUN.invoke(app, ["check", str(path)])
    assert result.exit_code == 1
    assert "mine.yaml, line 5, vreb" in result.stderr


def test_list_finds_a_word_as_json_lines() -> None:
    result = RUN.invoke(app, ["list", "--type", "sanction", "--word", "embargo", "--format", "jsonl"])
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert rows
    assert {row["type"] for row in rows} == {"SANCTION"}


def test_list_as_a_table_shows_blocks() -> None:
    result = RUN.invoke(app, ["list", "--type", "none"])
    assert result.exit_code == 0
    assert "block.meet" in result.stdout


def test_list_refuses_an_unknown_type() -> None:
    result = RUN.invoke(app, ["list", "--type", "quarrel"])
    assert result.exit_code == 2
    assert "no event type" in result.output


def test_explain_names_the_entry_that_fired() -> None:
    result = RUN.invoke(app, ["explain", "Norway praised Kenya.", "--format", "jsonl"])
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    fired = [row for row in rows if row["verdict"] == "fired"]
    assert [row["entry"] for row in fired] == ["support.praise"]
    assert fired[0]["roles"] == {"actors": ["Norway (NOR)"], "recipients": ["Kenya (KEN)"]}


def test_list_takes_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(ENTRY, encoding="utf-8")
    result = RUN.invoke(app, ["list", "--word", "embrace", "--format", "jsonl", "--lexicon", str(path)])
    assert any(json.loads(line)["id"] == "mine.embrace" for line in result.stdout.splitlines())
