"""What is generated is what the code says today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs import generate
from dragoman.cli.lazy import COMMANDS
from dragoman.model.ontology import EVENT_TYPES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", generate.PAGES)
def test_generated_pages_are_fresh(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == generate.PAGES[name](), "run: make docs"


def test_every_command_and_type_is_documented() -> None:
    commands = (ROOT / "docs/reference/cli.md").read_text("utf-8")
    types = (ROOT / "docs/reference/event-types.md").read_text("utf-8")
    assert all(f"`dragoman {name}`" in commands for name, _text, _module in COMMANDS)
    assert all(f"## {name}:" in types for name in EVENT_TYPES)


def test_every_example_is_described() -> None:
    index = [json.loads(line) for line in (ROOT / "examples/index.jsonl").read_text("utf-8").splitlines()]
    files = {item["file"] for item in index}
    assert files == {path.name for path in (ROOT / "examples").glob("*.txt")}
    readme = (ROOT / "examples/README.md").read_text("utf-8")
    assert all(f"`{name}`" in readme for name in files)
    assert len(files) >= 8


def test_the_check_names_what_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "PAGES", {"docs/a.md": lambda: "fresh\n"})
    assert generate.main(["--check"]) == 1
    assert "docs/a.md" in capsys.readouterr().err
    assert generate.main([]) == 0
    assert (tmp_path / "docs/a.md").read_text() == "fresh\n"
    assert generate.main(["--check"]) == 0
