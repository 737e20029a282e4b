from __future__ import annotations

import pytest

from evaluation.dates import after, bounds, stated_dates, within


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-02-01", ("2022-02-01", "2022-02-01")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("1999", ("1999-01-01", "1999-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2017-22", ("2017-06-01", "2017-08-31")),
        ("2017-34", ("2017-04-01", "2017-06-30")),
        ("2016-12-22~", ("2016-12-22", "2016-12-22")),
        ("2001-03-04/2001-04", ("2001-03-04", "2001-04-30")),
        ("2001-03-04/..", ("2001-03-04", "2001-03-04")),
        ("XXXX-09-13", None),
        (None, None),
    ],
)
def test_bounds(edtf: str | None, expected: tuple[str, str] | None):
    assert bounds(edtf) == expected


def test_after_and_within():
    assert after("2022-03", "2022-02-28")
    assert not after("2022", "2022-02-28")
    assert not after("XXXX-12-01", "2022-02-28")
    assert not after("2022-03-01", None)
    assert within("2022-03-02", "2022-03-01", "2022-03-04")
    assert not within("2022-03", "2022-03-01", "2022-03-04")


def test_stated_dates_count_from_publication():
    text = "On March 15 and 3 May 2020, on Tuesday, and on January 20; yesterday too."
    assert stated_dates(text, "2022-01-05") == {
        "2021-03-15", "2020-05-03", "2022-01-04", "2022-01-20",
    }  # fmt: skip
