from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.batch import Batch
from dragoman.errors import MissingExtra
from dragoman.intake import Intake


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("The envoy met the king.", "utf-8")
    return path


def test_a_file_is_read_to_a_record(run: Any, text: Path) -> None:
    got = run("read", text, "--title", "An audience", "--published", "2024-09-14", "--publisher", "P")
    assert got.code == 0
    assert "An audience" in got.out and "P · 14 September 2024" in got.out and "“met”" in got.out
    assert got.err == ""


def test_json_is_one_object_a_line_with_the_metadata(run: Any, text: Path) -> None:
    got = run("read", "--format", "json", "--url", "https://example.org", "--published", "2024", text, text)
    assert got.code == 0
    first, second = map(json.loads, got.out.splitlines())
    assert first == second
    assert first["schema"] == "dragoman/reading/1"
    assert (first["document"]["url"], first["document"]["published"]) == ("https://example.org", "2024")
    assert "2 texts read, 2 events; 0 inputs not read" in got.err


def test_json_lines_keep_ids_and_order(run: Any) -> None:
    lines = "".join(json.dumps({"id": f"n{n}", "text": "They met."}) + "\n" for n in range(5))
    got = run("read", "--input", "jsonl", "--format", "json", "-", stdin=lines)
    assert [json.loads(line)["document"]["id"] for line in got.out.splitlines()] == [
        f"n{n}" for n in range(5)
    ]


def test_html_is_one_page(run: Any, text: Path) -> None:
    got = run("read", "--format", "html", text, text)
    assert got.out.count("<!doctype html>") == 1 and got.out.rstrip().endswith("</html>")


def test_a_bad_input_is_told_and_the_rest_is_read(run: Any, text: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    got = run("read", "--format", "json", tmp_path / "none.txt", empty, text, tmp_path)
    assert got.code == 1
    assert len(got.out.splitlines()) == 1
    messages = got.err.splitlines()
    assert len(messages) == 4
    assert messages[0] == f"dragoman: {tmp_path}/none.txt: [D100] there is no such file. Check the path."
    assert "[D102]" in messages[1] and "[D100]" in messages[2]
    assert messages[3] == "dragoman: 1 text read, 1 event; 3 inputs not read"


def test_a_bad_line_is_named_by_its_number(run: Any) -> None:
    lines = '{"text": "They met."}\n{"id": 3}\n'
    got = run("read", "--input", "jsonl", "--format", "json", "-", stdin=lines)
    assert got.code == 1
    assert "standard input:2: [D104] 'text' is missing" in got.err
    assert len(got.out.splitlines()) == 1


def test_nothing_readable_loads_no_model(run: Any, made: list[Any], tmp_path: Path) -> None:
    assert run("read", tmp_path / "none.txt").code == 1
    assert made == []


def test_an_error_of_the_reader_loses_one_document(run: Any) -> None:
    lines = '{"text": "BAD"}\n{"text": "They met."}\n'
    got = run("read", "--input", "jsonl", "--format", "json", "-", stdin=lines)
    assert got.code == 1
    assert "standard input:1: [D500]" in got.err and len(got.out.splitlines()) == 1


def test_a_defect_loses_one_document_and_says_where(run: Any) -> None:
    lines = '{"text": "BUG", "id": "x7"}\n{"text": "They met."}\n'
    got = run("read", "--input", "jsonl", "--format", "json", "-", stdin=lines)
    assert got.code == 4
    assert "a defect in Dragoman: ZeroDivisionError" in got.err and "document x7" in got.err
    assert len(got.out.splitlines()) == 1


def test_options_reach_the_reader(run: Any, made: list[Any], text: Path, tmp_path: Path) -> None:
    run(
        "read", text, "--lexicon", tmp_path / "a.yaml", "--lexicon", tmp_path / "b.yaml", "--pipeline", "en_x"
    )
    assert made == [{"pipeline": "en_x", "lexicon": (tmp_path / "a.yaml", tmp_path / "b.yaml")}]


def test_several_processes_are_asked_of_the_reader(run: Any, text: Path) -> None:
    assert len(run("read", "--processes", 3, "--format", "json", text, text).out.splitlines()) == 2


def test_output_goes_to_a_file_whole(run: Any, text: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    got = run("read", "--format", "json", "-o", target, text)
    assert (got.code, got.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["reader"] == "stub"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_output_that_cannot_be_written_is_told(run: Any, text: Path, tmp_path: Path) -> None:
    got = run("read", text, "-o", tmp_path / "no" / "out.txt")
    assert got.code == 3
    assert "cannot be written" in got.err and "--output" in got.err


@pytest.mark.parametrize(
    "arguments", [["--published", "last May"], ["--format", "xml"], ["--processes", "0"], ["--what"]]
)
def test_wrong_usage_is_exit_code_2(run: Any, text: Path, arguments: list[str]) -> None:
    got = run("read", text, *arguments)
    assert (got.code, got.out) == (2, "")


def test_a_missing_part_is_exit_code_3(run: Any, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(self: Batch) -> None:
        raise MissingExtra("the parser is not installed.", hint="Install dragoman[reader].")

    monkeypatch.setattr(Batch, "_reader", missing)
    got = run("read", text)
    assert got.code == 3
    assert got.err == "dragoman: [D200] the parser is not installed. Install dragoman[reader].\n"


def test_an_assumed_encoding_is_noted(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The chargé d’affaires met the king of Denmark in his palace.".encode("cp1252"))
    got = run("read", path)
    assert got.code == 0
    assert "read as Windows-1252" in got.err and "chargé d’affaires" in got.out


def test_a_name_with_escape_sequences_is_shown(run: Any) -> None:
    got = run("read", "no\x1b[31m.txt")
    assert "\x1b" not in got.err and "no␛[31m.txt" in got.err


def test_a_lone_surrogate_does_not_break_the_output(run: Any) -> None:
    lines = json.dumps({"text": "They met \ud800 there."})
    for form in ("text", "json", "html"):
        got = run("read", "--input", "jsonl", "--format", form, "-", stdin=lines)
        assert got.code == 0, form


def test_a_batch_can_be_run_by_hand(made: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert Batch(Intake(), form="json").run(["-"], io.BytesIO(b"They met.")) == 0
    assert json.loads(capsys.readouterr().out)["events"]
