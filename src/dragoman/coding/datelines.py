"""Where a report was filed: "N'DJAMENA, May 5 (AFP) -", "LIMA (Reuters) -" at the start of a text."""

from __future__ import annotations

import re

from dragoman.knowledge.records import Facts

_FILED = re.compile(
    r"\s*([A-ZÀ-Þ][A-ZÀ-Þ'’.-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3})"
    r"(?:, [\w.' ]{2,25}){0,2}(?: ?\([\w /.&-]{2,30}\))? ?(?:--|[-–—])[ \n]"
)


def filed_in(text: str, facts: Facts) -> tuple[str, bool] | None:
    """The state (alpha-3) of the city that a dateline names, and whether it is the capital; None without one.

    >>> filed_in("LIMA, May 5 (AFP) - Police ...", facts)                          # doctest: +SKIP
    ('PER', True)
    """
    found = _FILED.match(text)
    if found is None or not any(c.isupper() for c in found[1]):
        return None
    places = facts.places(found[1])
    if not places or places[0].country is None:
        return None
    return places[0].country, places[0].feature == "capital"
