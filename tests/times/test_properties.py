"""What holds for every text."""

from __future__ import annotations

import calendar
import re
import subprocess
import sys
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadDate
from dragoman.times import compatible, earliest, latest, parse_published, precision, read_times, year_of

_WORD_TEXT = (
    "May March June Sept. 14 31 30 29 February 2024 1999 0000 9999 the of in on from to and between , - – . "
    "/ Tuesday Sun week day year quarter half last next this that same following previous early late mid end "
    "two three a several ago later before after eve every 20th 1990s '80s today tomorrow Easter Christmas "
    "Day first second fiscal FY2023 Q3 9/11 2024-02-30 13.13.2013 12/31/1999 attacks weekend months past "
    "nineteen ninety hundred thousand around of 1 1/2 2.5 Resolution $ ( ) \n\n will was said"
)
_WORDS = _WORD_TEXT.split(" ")
_PHRASES = st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join)
_PUBLISHED = st.sampled_from([None, "2024-02-29", "0001-01-01", "9999-12-31", "2024-09", "2024", "199X"])


_EDTF = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?~?")


def _is_edtf(part: str) -> bool:
    """Whether it is a date, season or year of EDTF that exists (29 February where the year is open)."""
    found = _EDTF.fullmatch(part)
    if found is None:
        return False
    month, day = int(found["month"] or 1), found["day"]
    if not (1 <= month <= 12 or month in (21, 22, 23, 24, 33, 34, 35, 36, 40, 41)):
        return False
    year = int(found["year"]) if found["year"].isdigit() else 2000
    return day is None or (month <= 12 and 1 <= int(day) <= calendar.monthrange(year, month)[1])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), _PHRASES), _PUBLISHED)
def test_any_text_is_read_and_quoted_without_overlap(text: str, published: str | None) -> None:
    end = 0
    for time in read_times(text, published=published):
        assert time.start >= end
        assert time.end > time.start
        assert text[time.start : time.end] == time.text
        assert time.kind in ("date", "duration", "set", "vague")
        assert time.basis
        assert time.edtf is None or time.kind == "date"
        end = time.end


@settings(max_examples=200, deadline=None)
@given(_PHRASES, _PUBLISHED)
def test_every_value_is_edtf(text: str, published: str | None) -> None:
    for time in read_times(text, published=published):
        if time.edtf is not None:
            assert all(_is_edtf(part) for part in time.edtf.split("/"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_questions_about_anything_are_answered(a: str, b: str) -> None:
    assert compatible(a, b) == compatible(b, a)
    first, last = earliest(a), latest(a)
    assert "/" in a or first is None or last is None or first <= last
    assert precision(a)
    assert year_of(a) is None or year_of(a) >= 0


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_a_publication_date_is_read_or_refused(text: str) -> None:
    try:
        found = parse_published(text)
    except BadDate:
        return
    assert earliest(found) is not None


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_a_day_written_in_words_is_read_back(day: date) -> None:
    written = f"{day.day} {day:%B} {day.year}"
    assert [time.edtf for time in read_times(f"They met on {written}.")] == [day.isoformat()]


def test_importing_loads_no_table() -> None:
    code = (
        "import sys, dragoman.times.words as words, dragoman.times\n"
        "assert words.vocabulary.cache_info().currsize == 0\n"
        "assert 'spacy' not in sys.modules and 'yaml' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_reading_costs_no_more_per_word_in_a_long_text() -> None:
    once = "They met on the first of May and, the next day, at the end of the week of June 5. "
    assert len(read_times(once * 500)) == 500 * len(read_times(once))
