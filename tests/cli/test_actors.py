"""The command `dragoman actors`."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli.actors import app

run = CliRunner().invoke


def test_resolve_prints_a_line_for_each_mention() -> None:
    done = run(app, ["resolve", "the French president", "NATO", "--date", "2010-01-01", "--format", "json"])
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["country"], first["sector"], first["holder"]) == ("FRA", "GOV", "Nicolas Sarkozy")
    assert second["country"] is None
    assert set(first) == {
        "name", "country", "sector", "kind", "office", "holder", "score", "reasons", "candidates",
    }  # fmt: skip


def test_resolve_reads_standard_input() -> None:
    done = run(app, ["resolve", "--format", "json"], input="Russia\nthe Kremlin\n")
    assert [json.loads(line)["country"] for line in done.stdout.splitlines()] == ["RUS", "RUS"]


def test_search_and_show_find_an_actor() -> None:
    assert "FRA" in run(app, ["search", "France"]).stdout
    assert "António Guterres" in run(app, ["show", "united-nations", "--office", "secretary_general"]).stdout
    assert run(app, ["show", "no-such-actor"]).exit_code == 1


def test_own_rows_are_added_built_and_found(tmp_path: Path) -> None:
    table, base = tmp_path / "tenures-own.tsv", tmp_path / "own.sqlite"
    assert run(app, ["add", str(table), "FRA", "speaker", "Anna Exemple", "2024-05"]).exit_code == 0
    assert run(app, ["build", str(base), "--add", str(table)]).exit_code == 0
    shown = run(app, ["show", "FRA", "--office", "speaker", "--base", str(base), "--date", "2025"])
    assert "Anna Exemple" in shown.stdout


def test_import_turns_a_csv_file_into_a_table(tmp_path: Path) -> None:
    source, table = tmp_path / "rows.csv", tmp_path / "tenures-rows.tsv"
    source.write_text("country,office,person,start,end\nKenya,Foreign Minister,Anna Exemple,2024-05,\n")
    assert run(app, ["import", str(source), str(table)]).exit_code == 0
    assert "KEN\tforeign_minister\tForeign Minister\tAnna Exemple\t2024-05" in table.read_text()


def test_check_fails_on_faults(tmp_path: Path) -> None:
    table, base = tmp_path / "tenures-own.tsv", tmp_path / "own.sqlite"
    for person in ("Anna Exemple", "Bruno Exemple"):
        run(app, ["add", str(table), "FRA", "speaker", person, "2024-05"])
    run(app, ["build", str(base), "--add", str(table)])
    done = run(app, ["check", str(base)])
    assert done.exit_code == 1
    assert "overlap" in done.stdout
