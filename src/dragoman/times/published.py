"""The date of publication as users, feeds and pages write it."""

from __future__ import annotations

import re
from datetime import date

from dragoman.errors import BadDate
from dragoman.times.edtf import earliest, precision

_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$")
_HINT = "Write it as 2024-09-14, 2024-09, 14 September 2024, or another EDTF expression with a year."
_FINE = frozenset({"day", "month", "season", "quarter", "half", "year"})


def parse_published(text: str) -> str:
    """The publication date as EDTF.

    Takes ISO dates and timestamps (the day as written, whatever the time zone), EDTF expressions with a
    year, dates in English words or figures, and the dates of feeds and mails (RFC 822). Raises BadDate,
    naming the input, for anything else and for days that do not exist.
    """
    given = text.strip()
    stamp = _TIMESTAMP.match(given)
    if stamp:
        given = stamp[1]
    compact = _COMPACT.match(given)
    if compact:
        given = "-".join(compact.groups()[:3])
    if earliest(given) is not None and (precision(given) in _FINE or "/" in given):
        return _checked(given, text)
    found = _mail_date(given) or _worded_date(given)
    if found is None:
        raise BadDate(f"{text!r} is not a date that can be read.", hint=_HINT)
    return _checked(found, text)


def _checked(edtf: str, text: str) -> str:
    if precision(edtf) == "day":
        try:
            date.fromisoformat(edtf.rstrip("~?%")[:10])
        except ValueError:
            raise BadDate(f"{text!r} is not a day of the calendar.", hint=_HINT) from None
    return edtf


def _mail_date(text: str) -> str | None:
    from email.utils import parsedate_to_datetime  # only feeds and mails write dates this way

    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _worded_date(text: str) -> str | None:
    from dragoman.times.reading import read_times  # reading itself takes a publication date

    found = [time for time in read_times(text) if time.kind == "date"]
    if len(found) != 1 or found[0].edtf is None:
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    if any(c.isalpha() for c in re.sub(r"\b(?:on|at|the|[ap]m|[A-Z]{2,4}|[ap]\.m)\b", "", rest)):
        return None
    edtf = found[0].edtf
    return edtf if earliest(edtf) is not None and precision(edtf) in _FINE else None
