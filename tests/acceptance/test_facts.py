"""Holders, days and places of events, read the whole way from sentences written for this test."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document


@pytest.fixture(scope="module")
def reader() -> Any:
    from dragoman.reader import Reader

    return Reader()


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
