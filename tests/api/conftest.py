"""A server over a small chronicle made by hand, and over an empty one; no parser is loaded."""

from __future__ import annotations

import pytest

from tests import server
from tests.server import make_report, site

__all__ = ["make_report", "site"]


@pytest.fixture
def more_reports():
    """Adds so many meetings to a site."""

    def add(site: server.Site, number: int) -> None:
        for n in range(number):
            site.chronicle.add_reading(
                server.report(
                    f"Kenya and Peru met for the {n}th time.",
                    actors=("KEN", "PER"),
                    when=f"2023-{1 + n % 12:02d}-{1 + n:02d}",
                )
            )

    return add
