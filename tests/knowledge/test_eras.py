"""Of which state places, bodies and people were in other times."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.knowledge.eras import state_on


@pytest.mark.parametrize(("country", "name", "day", "state"), [
    ("RUS", "Moscow", "1975-06-10", "SUN"),
    ("RUS", "Moscow", "1991-12-26", "RUS"),
    ("RUS", "Petrograd", "1917-03-05", "RUS"),
    ("UKR", "Kyiv", "1986-04-26", "SUN"),
    ("SRB", "Belgrade", "2000-10-05", "YUG"),
    ("BIH", "Sarajevo", "1994-02-05", "BIH"),
    ("CZE", "Prague", "1968-08-21", "CSK"),
    ("DEU", "Leipzig", "1989-10-09", "DDR"),
    ("DEU", "Munich", "1989-10-09", "DEU"),
    ("LTU", "Vilnius", "1990-04-18", "LTU"),
    ("FRA", "Paris", "1968-05-10", "FRA"),
    ("RUS", "Moscow", None, "RUS"),
    (None, "the Gulf", "1990-08-02", None),
])  # fmt: skip
def test_a_place_on_a_day(country: str | None, name: str, day: str | None, state: str | None) -> None:
    assert state_on(country, name, day) == state


@pytest.mark.parametrize(("text", "day", "states"), [
    ("Police arrested forty dissidents in Moscow.", "1975-06-10", {"SUN"}),
    ("Police arrested forty dissidents in Moscow.", "1995-06-10", {"RUS"}),
    ("Police beat students in Leipzig.", "1989-10-10", {"DDR"}),
    ("Russian tanks attacked Czech students.", "1968-08-22", {"SUN", "CSK"}),
    ("Russian police arrested a Czech student.", "1998-08-22", {"RUS", "CZE"}),
    ("Tass accused Canada of lies.", "1983-04-05", {"SUN", "CAN"}),
    ("The Russian parliament accused Canada of lies.", "1991-04-05", {"RUS", "CAN"}),
])  # fmt: skip
def test_whose_the_parties_are(reader: Any, text: str, day: str, states: set[str]) -> None:
    event = reader.read(text, published=day).events[0]
    assert {p.country for p in (*event.actors, *event.recipients)} == states
