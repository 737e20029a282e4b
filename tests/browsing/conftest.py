"""A server over a small chronicle made by hand, and over an empty one; no parser is loaded."""

from __future__ import annotations

from tests.server import make_report, site

__all__ = ["make_report", "site"]
