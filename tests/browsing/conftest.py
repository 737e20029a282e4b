"""A server over a small chronicle made by hand, and over an empty one; no parser is loaded."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("dragoman_test_server", _HERE.parent / "server.py")
assert _spec and _spec.loader
server = importlib.util.module_from_spec(_spec)
sys.modules["dragoman_test_server"] = server
_spec.loader.exec_module(server)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[server.Site]:
    """A server over a chronicle of a few reports, with users."""
    made = server.Site(tmp_path)
    yield made
    made.close()


@pytest.fixture
def report():
    """Makes a reading of one meeting."""
    return server.report
