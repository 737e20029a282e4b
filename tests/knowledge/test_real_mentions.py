"""Who is meant, asked of the knowledge base of the package: a case for each way in which it was wrong."""

from __future__ import annotations

import pytest

from dragoman.knowledge import KnowledgeBase
from dragoman.knowledge.resolver import Resolver


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(KnowledgeBase.default())


@pytest.mark.parametrize(
    ("text", "date", "country", "sector"),
    [
        ("President Abbas", "2008-05-04", "PSE", "GOV"),
        ("President Jiang", "1998-06-25", "CHN", "GOV"),
        ("Prime Minister Dean Barrow", "2009-03-20", "BLZ", "GOV"),
        ("Foreign Minister Dumas", "1989-05-05", "FRA", "GOV"),
        ("Foreign Minister Prince Saud", "2007-01-01", "SAU", "GOV"),
        ("President Daniel arap Moi", "1990-03-03", "KEN", "GOV"),
        ("President Ernesto Zedillo Ponce de Leon", "1996-05-01", "MEX", "GOV"),
        ("Sheikh Zayed", "1991-01-01", "ARE", "GOV"),
        ("King Abdullah", "2007-01-15", None, "GOV"),
        ("Xi", "2019-01-01", "CHN", "GOV"),
        ("the Gulf of Oman", "2019-06-13", None, "GOV"),
        ("the Gulf Cooperation Council", "2011-03-14", None, "IGO"),
        ("the Ministry of Defence", "2010-01-01", None, "GOV"),
        ("Defense Secretary Robert Gates", "2009-01-01", "USA", "GOV"),
        ("Crown Prince Abdullah", "2003-05-13", "SAU", "GOV"),
        ("Alexei Navalny", "2021-01-17", "RUS", "OPP"),
        ("Abdullah Ocalan", "1999-02-15", "TUR", "REB"),
        ("Desmond Tutu", "1995-01-01", "ZAF", "REL"),
        ("Stalin", "1945-02-04", "SUN", "GOV"),
    ],
)
def test_a_mention_names_the_right_state(
    resolver: Resolver, text: str, date: str, country: str | None, sector: str
) -> None:
    found = resolver.resolve(text, date=date)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("office", "date", "holder"),
    [
        ("Prime Minister of Haiti", "2005-05-05", "Gérard Latortue"),
        ("Prime Minister of Guyana", "2010-05-05", "Sam Hinds"),
        ("President of Switzerland", "2015-06-01", "Simonetta Sommaruga"),
        ("Minister of Defence of Greece", "2017-06-01", "Panos Kammenos"),
        ("Prime Minister of Poland", "2007-11-16", "Donald Tusk"),
    ],
    ids=["a head of government", "not the president", "a year's term", "a minister", "a day of change"],
)
def test_an_office_has_its_holder(resolver: Resolver, office: str, date: str, holder: str) -> None:
    assert resolver.resolve(office, date=date).holder == holder
