"""Questions about EDTF expressions: bounds, precision, and whether two may mean one time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.edtf import compatible, earliest, latest, precision

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "first", "last", "fine"),
    [
        ("2024-06-18", date(2024, 6, 18), date(2024, 6, 18), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31), "season"),
        ("2024-33", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("2024-06-18/2024-06-20", date(2024, 6, 18), date(2024, 6, 20), "interval"),
        ("2024-06-18/..", date(2024, 6, 18), None, "interval"),
        ("XXXX-09-13", None, None, "day"),
        ("soon", None, None, "unknown"),
        (None, None, None, "unknown"),
    ],
)
def test_bounds_and_precision(edtf: str | None, first: date | None, last: date | None, fine: str):
    assert (earliest(edtf), latest(edtf), precision(edtf)) == (first, last, fine)


@pytest.mark.parametrize(
    ("a", "b", "may"),
    [
        ("2024-06", "2024-06-18", True),
        ("2024-06-18", "2024-06-19", False),
        ("XXXX-09-13", "2024-09-13", True),
        ("XXXX-09-13", "2024-09-14", False),
        ("2024-06-18/2024-06-20", "2024-06-20", True),
        (None, "2024", True),
    ],
)
def test_compatible(a: str | None, b: str | None, may: bool):
    assert compatible(a, b) is may
    assert compatible(b, a) is may


@given(DAYS, DAYS)
def test_two_days_agree_only_if_they_are_one(one: date, two: date):
    assert compatible(one.isoformat(), two.isoformat()) is (one == two)
    assert compatible(one.isoformat(), f"{two.year}") is (one.year == two.year)
