from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from dragoman.cli.lazy import COMMANDS
from dragoman.version import __version__

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "numpy", "pandas", "pydantic", "yaml", "rapidfuzz", "dragoman.model", "dragoman.reader")


def process(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=env, **more
    )


def test_version(run: Any) -> None:
    assert run("--version").out == f"dragoman {__version__}\n"


def test_help_lists_every_command(run: Any) -> None:
    got = run("--help")
    assert got.code == 0
    for name, text, _module in COMMANDS:
        assert name in got.out and text in got.out


def test_without_arguments_the_help_is_shown(run: Any) -> None:
    got = run()
    assert "Commands" in got.out + got.err


def test_an_unknown_command_is_wrong_usage(run: Any) -> None:
    got = run("raed")
    assert got.code == 2 and "raed" in got.err


def _spent() -> float:
    """Seconds of the processor that processes of this one have had, whatever else the machine does."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from dragoman.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"sys.stderr.write(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    )
    times = []
    for _ in range(3):
        start = _spent()
        done = process("-c", code, "--help")
        times.append(_spent() - start)
    assert done.stderr == ""
    assert "Usage: dragoman" in done.stdout
    assert min(times) < 0.5


def test_the_module_is_the_command() -> None:
    done = process("-m", "dragoman", "--version")
    assert (done.returncode, done.stdout) == (0, f"dragoman {__version__}\n")


def test_a_reader_that_stops_reading_ends_the_command_quietly(tmp_path: Path) -> None:
    stub = tmp_path / "stub.py"
    stub.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "import types; from tests.factories import make_reading\n"
        "module = types.ModuleType('dragoman.reader')\n"
        "class Reader:\n"
        "    def __init__(self, **options): pass\n"
        "    def read(self, doc): return make_reading()\n"
        "module.Reader = Reader; sys.modules['dragoman.reader'] = module\n"
        "from dragoman.cli.main import main; main()\n"
    )
    text = tmp_path / "a.txt"
    text.write_text("They met.")
    command = (
        f"{sys.executable} {stub} read --format json {f'{text} ' * 200} | head -n 1; exit ${{PIPESTATUS[0]}}"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 141
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
