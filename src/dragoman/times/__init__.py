"""Temporal expressions of news text to EDTF (ISO 8601-2), each with its basis in words."""

from dragoman.times.edtf import compatible, earliest, latest, precision, year_of
from dragoman.times.published import parse_published
from dragoman.times.reading import read_times
from dragoman.times.records import TimeMention

__all__ = [
    "TimeMention",
    "compatible",
    "earliest",
    "latest",
    "parse_published",
    "precision",
    "read_times",
    "year_of",
]
