"""Showing and querying a chronicle starts without the parser and the reader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
for name in ("spacy", "dragoman.reader", "dragoman.language", "dragoman.coding"):
    sys.modules[name] = None
from dragoman.chronicle import Chronicle
chronicle = Chronicle(sys.argv[1])
assert len(chronicle.events(between=("RUS", "PRK"), text="talks")) == 0
assert chronicle.sources() == [] and chronicle.outlook() == [] and chronicle.agreements() == []
assert "datasketch" not in sys.modules and "numpy" not in sys.modules
chronicle.close()
"""


def test_asking_needs_no_reader(tmp_path: Path):
    source = Path(__file__).resolve().parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "d.db")], capture_output=True, text=True,
        env={"PYTHONPATH": str(source)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
