"""Every block of code in the README and the guide runs, and prints what the page says."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/guide.md")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    language: str
    code: str
    output: str | None


def blocks(page: str) -> list[Block]:
    """The blocks that run, each with the text block that follows it."""
    found = _FENCE.findall((ROOT / page).read_text("utf-8"))
    out = []
    for place, (language, code) in enumerate(found):
        if language in ("python", "sh"):
            following = found[place + 1] if place + 1 < len(found) else ("", "")
            out.append(Block(language, code, following[1] if following[0] == "text" else None))
    return out


@pytest.mark.parametrize("page", PAGES)
def test_python_blocks_print_what_the_page_says(page: str) -> None:
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language != "python":
            continue
        stream = io.StringIO()
        with redirect_stdout(stream):
            exec(compile(block.code, page, "exec"), names)
        if block.output is not None:
            assert stream.getvalue() == block.output, block.code


@pytest.mark.parametrize(
    "code", [block.code for page in PAGES for block in blocks(page) if block.language == "sh"]
)
def test_shell_blocks_run(code: str, tmp_path: Path) -> None:
    command = tmp_path / "dragoman"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m dragoman "$@"\n')
    command.chmod(0o755)
    (tmp_path / "demo-out").mkdir()
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-ec", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or any((tmp_path / "demo-out").iterdir())


@pytest.mark.parametrize("page", [*sorted(p.name for p in ROOT.glob("*.md")), "docs/guide.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for goal in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert goal.startswith("http") or (path.parent / goal).exists(), goal
