from __future__ import annotations

import pytest

from dragoman.export import words
from dragoman.model.ontology import EVENT_TYPES, STATUSES


def test_every_type_mode_and_status_has_words() -> None:
    assert words.names_missing() == []
    assert set(words.STATUS) == set(STATUSES)
    assert set(words.MEANING) == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-09-13", "13 September 2024"), ("2024-06", "June 2024"), ("2024", "2024"),
        ("XXXX-09-13", "13 September, year unknown"), ("XXXX-09", "September, year unknown"),
        ("2017-22", "summer 2017"), ("2017-34", "second quarter of 2017"), ("199X", "the 1990s"),
        ("19XX", "the 1900s"), ("2016-12-22~", "about 22 December 2016"), ("2016?", "2016, uncertain"),
        ("2016-05%", "about May 2016, uncertain"), ("2024-06-01/2024-06-03", "1 June 2024 to 3 June 2024"),
        ("../2024", "until 2024"), ("2024/..", "since 2024"), ("2024-06-XX", "June 2024, day unknown"),
        ("2024-XX", "2024, month unknown"), ("XXXX-XX-XX", "XXXX-XX-XX"), ("[2024,2025]", "[2024,2025]"),
        ("2024-55", "2024-55"), ("2024-06-01T10:00", "1 June 2024"), ("XXXX", "year unknown"), ("", ""),
    ],
)  # fmt: skip
def test_dates_in_words(edtf: str, said: str) -> None:
    assert words.date_words(edtf) == said


def test_numbers_in_words() -> None:
    assert words.counted(1, "event") == "1 event"
    assert words.counted(1200, "event") == "1,200 events"
    assert words.counted(2, "story", "stories") == "2 stories"
