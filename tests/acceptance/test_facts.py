"""Holders, days and places of events, read the whole way from sentences written for this test."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document


@pytest.mark.parametrize(
    ("text", "published", "holder"),
    [
        ("In May 1997 the French president met the Russian president.", "2022-05-05", "Jacques Chirac"),
        ("A delegation from Iran, led by the foreign minister, arrived in Muscat on 3 May.", "2015-05-05",
         "Mohammad Javad Zarif"),
        ("A delegation from Iran, led by the foreign minister, arrived in Muscat on 3 May.", None, None),
        ("The former French president visited Amman on Tuesday.", "2016-01-13", None),
        ("In 1995 the French president visited Beirut.", "2022-05-05", None),
    ],
    ids=["on the event's date", "state from the text around", "no year", "a former one", "two in that year"],
)  # fmt: skip
def test_the_holder_of_an_office_is_of_the_day(
    reader: Any, text: str, published: str | None, holder: str | None
) -> None:
    event = reader.read(Document.of(text, published=published)).events[0]
    assert event.actors[0].holder == holder
    assert ("holder" in event.actors[0].inferred) is (holder is not None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rebels attacked a village near Kidal in northern Mali.", "Kidal", "MLI"),
        ("Iran and Oman held talks on the sidelines of the UN Assembly in New York.", "New York", "USA"),
        ("China deployed warships to the South China Sea.", "South China Sea", None),
        ("Israeli troops withdrew from southern Lebanon.", "Lebanon", "LBN"),
        ("Police in Atlanta, Georgia arrested 20 demonstrators.", "Atlanta", "USA"),
        ("Protesters clashed with police in Tbilisi, Georgia.", "Tbilisi", "GEO"),
        ("Soldiers opened fire on demonstrators in Kordan Square in Khartoum.", "Kordan Square", "SDN"),
        ("Russian forces shelled the town of Vorkanovo.", "Vorkanovo", None),
        ("President Putin met President Bush in Moscow.", "Moscow", "RUS"),
        ("The French president condemned the attack in Oslo.", None, None),
        ("President Duda spoke with President Zelenskyy about the fighting in Sudan.", None, None),
    ],
)  # fmt: skip
def test_the_place_is_where_it_took_place(
    reader: Any, text: str, name: str | None, country: str | None
) -> None:
    place = reader.read(Document.of(text)).events[0].where
    assert (place.name if place else None) == name
    assert (place.country if place else None) == country
