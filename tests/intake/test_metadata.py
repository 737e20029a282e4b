from __future__ import annotations

import pytest

from dragoman.errors import BadDate
from dragoman.intake import Metadata, publication_date


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2024-09-14", "2024-09-14"), (" 2024-09 ", "2024-09"), ("2024", "2024"), ("", None), (None, None),
        ("2024-02-29", "2024-02-29"), ("2024-09-14T08:30:00Z", "2024-09-14"), ("2023-21", "2023-21"),
        ("2024-09-14~", "2024-09-14~"),
    ],
)  # fmt: skip
def test_publication_dates(given: str | None, date: str | None) -> None:
    assert publication_date(given) == date


@pytest.mark.parametrize(
    "given", ["14 September 2024", "2023-02-29", "2024-13", "2024-00-10", "09/14/2024", "0000", "yesterday"]
)
def test_what_is_no_date_is_refused(given: str) -> None:
    with pytest.raises(BadDate, match="is not a date") as caught:
        publication_date(given)
    assert "2024-09-14" in str(caught.value)


def test_own_metadata_goes_before_the_given() -> None:
    own = Metadata(title="Own", published="2020")
    assert own.over(Metadata(title="Given", publisher="P")) == Metadata(
        title="Own", published="2020", publisher="P"
    )
