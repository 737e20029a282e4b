from __future__ import annotations

import pytest

from dragoman.errors import BadDate
from dragoman.times import parse_published

READ = {
    "2024-09-14": "2024-09-14",
    " 2024-09-14\n": "2024-09-14",
    "2024-09": "2024-09",
    "2024": "2024",
    "2024-21": "2024-21",
    "2024-09-14~": "2024-09-14~",
    "2024-09-13/2024-09-14": "2024-09-13/2024-09-14",
    "20240914": "2024-09-14",
    "20240914T101500Z": "2024-09-14",
    "2024-09-14T10:15:00Z": "2024-09-14",
    "2024-09-14T23:15:00.123+02:00": "2024-09-14",
    "2024-09-14 10:15": "2024-09-14",
    "14 September 2024": "2024-09-14",
    "September 14, 2024": "2024-09-14",
    "Saturday, 14 September 2024": "2024-09-14",
    "Sept. 14, 2024": "2024-09-14",
    "14.09.2024": "2024-09-14",
    "September 2024": "2024-09",
    "Sat, 14 Sep 2024 10:15:00 GMT": "2024-09-14",
    "Sat, 14 Sep 2024 10:15:00 +0200": "2024-09-14",
}


@pytest.mark.parametrize(("text", "edtf"), READ.items())
def test_dates_of_users_feeds_and_pages(text: str, edtf: str) -> None:
    assert parse_published(text) == edtf


@pytest.mark.parametrize(
    "text",
    ["", "soon", "yesterday", "14 September", "2024-02-30", "2024-13-01", "31 June 2024", "XXXX-09-13",
     "14 September 2024 and 3 May 2021", "the 1990s", "2024-9-14x", "2024-09-14 was a fine day", "99999999"],
)  # fmt: skip
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_published(text)
    assert repr(text) in str(refused.value)
