"""The acceptance text gives what a careful reader records from it, and none of what it must never give."""

from __future__ import annotations

import pytest

from evaluation.common import MissingDataError, shared
from evaluation.pyongyang import PUBLISHED, TEXT, check, load_expected


@pytest.mark.shared
@pytest.mark.parametrize("published", [PUBLISHED, None], ids=["dated", "undated"])
def test_the_record_of_the_acceptance_text(published: str | None):
    try:
        text = shared(TEXT).read_text(encoding="utf-8")
    except MissingDataError as absence:
        pytest.skip(str(absence))
    import dragoman

    reading = dragoman.read(text, published=published).to_dict()
    assert check(reading, load_expected(), published) == []
