from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import compatible, earliest, latest, precision, year_of

BOUNDS = [
    ("2024-06-18", "2024-06-18", "2024-06-18"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),
    ("2017-22", "2017-06-01", "2017-08-31"),
    ("2017-24", "2017-12-01", "2018-02-28"),
    ("2021-35", "2021-07-01", "2021-09-30"),
    ("2021-41", "2021-07-01", "2021-12-31"),
    ("2016-12-22~", "2016-12-22", "2016-12-22"),
    ("2020-06/2021-08", "2020-06-01", "2021-08-31"),
    ("2024-XX", "2024-01-01", "2024-12-31"),
    ("2014/..", "2014-01-01", None),
    ("../2014", None, "2014-12-31"),
    ("XXXX-09-13", None, None),
    ("2023-02-30", None, None),
    ("nonsense", None, None),
    ("", None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("edtf", "first", "last"), BOUNDS)
def test_bounds(edtf: str | None, first: str | None, last: str | None) -> None:
    assert earliest(edtf) == (date.fromisoformat(first) if first else None)
    assert latest(edtf) == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("edtf", "name"),
    [
        ("2024-06-18", "day"),
        ("XXXX-06-18", "day"),
        ("2024-06", "month"),
        ("XXXX-06", "month"),
        ("2017-22", "season"),
        ("2021-35", "quarter"),
        ("2021-40", "half"),
        ("2024", "year"),
        ("1850~", "year"),
        ("199X", "decade"),
        ("18XX", "century"),
        ("2014/2019", "interval"),
        ("XXXX", "unknown"),
        ("soon", "unknown"),
        (None, "unknown"),
    ],
)
def test_precision(edtf: str | None, name: str) -> None:
    assert precision(edtf) == name


@pytest.mark.parametrize(
    ("edtf", "year"),
    [("2024-06-18", 2024), ("2014/2019", 2014), ("../2019", 2019), ("199X", None), ("XXXX-06", None)],
)
def test_year(edtf: str, year: int | None) -> None:
    assert year_of(edtf) == year


SAME = [
    ("2024-06", "2024-06-18"),
    ("2024", "2024-06-18"),
    ("XXXX-06-18", "2024-06-18"),
    ("XXXX-06", "2024-06-18"),
    ("XXXX-06", "XXXX-06-18"),
    ("XXXX-06-18", "2024"),
    ("XXXX-12-30/XXXX-01-02", "2024-01-01"),
    ("XXXX-21", "2024-04-03"),
    ("2024-06-18~", "2024-06-20"),
    ("2023-12/2024-02", "2024-01-15"),
    ("2017-22", "2017-07-04"),
    ("2022-24", "2022-01-15"),
    ("199X", "1994-04-06"),
    ("2014/..", "2020"),
    (None, "2024"),
    ("2024", ""),
]
OTHER = [
    ("2024-06-18", "2024-06-19"),
    ("2024-06", "2024-07-01"),
    ("XXXX-06-18", "2024-06-19"),
    ("XXXX-06", "2024-07"),
    ("XXXX-06-18", "XXXX-06-19"),
    ("2024-06-18~", "2024-07-20"),
    ("2014/2016", "2017-01"),
    ("199X", "2001"),
    ("2014/..", "2013-12-31"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_could_be_the_same_time(a: str | None, b: str | None) -> None:
    assert compatible(a, b)
    assert compatible(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_could_not_be_the_same_time(a: str, b: str) -> None:
    assert not compatible(a, b)
    assert not compatible(b, a)
