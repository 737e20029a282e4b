"""What is known of a text besides its words: given on the command line or in a line of JSON."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from dragoman.errors import BadDate
from dragoman.model import ImpliedActor

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*")
_SEASONS = range(21, 25)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publication date (EDTF), publisher, address, id, and the actor that the text leaves out."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    actor: ImpliedActor | None = None

    def over(self, other: Metadata) -> Metadata:
        """This metadata, with the other's values where this one has none."""
        known = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return replace(other, **{name: value for name, value in known.items() if value is not None})


def publication_date(text: str | None) -> str | None:
    """A publication date in EDTF: a year, a month, a day, or a season; a time of day is dropped.

    Raises BadDate for anything else, days that do not exist included. The empty string is no date.
    """
    value = (text or "").strip()
    if not value:
        return None
    moment = _MOMENT.fullmatch(value)
    if moment:
        value = moment.group(1)
    match = _DATE.fullmatch(value)
    if match is None or not _exists(match):
        raise BadDate(
            f"{value[:40]!r} is not a date.", hint="Write it as 2024-09-14, 2024-09 or 2024 (ISO 8601)."
        )
    return value


def _exists(match: re.Match[str]) -> bool:
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if year is None or year < 1:
        return False
    if month is None:
        return True
    if day is None:
        return 1 <= month <= 12 or month in _SEASONS
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
