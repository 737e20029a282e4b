"""How state agencies tell of audiences: styles before names, days before the guest; whom "they" means."""

from __future__ import annotations

import pytest

from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def first(reader: Reader, text: str, **known: str) -> EventMention:
    return reader.read(Document.of(text, **known)).events[0]


@pytest.mark.parametrize(
    "text",
    [
        "The Kuwaiti premier received today the Foreign Minister of Oman.",
        "His Highness the Amir of Kuwait received the Foreign Minister of Oman.",
        "His Highness the Amir of Kuwait received today the Foreign Minister of Oman, Mr. Salim bin Nasir.",
    ],
)
def test_who_is_received_is_the_guest(reader: Reader, text: str) -> None:
    event = first(reader, text, published="2017-06-06")
    assert event.mode == "visit"
    assert [a.country for a in event.actors] == ["OMN"]
    assert [a.country for a in event.recipients] == ["KWT"]


@pytest.mark.parametrize(
    "text",
    [
        "The Custodian of the Two Holy Mosques, King Salman, met the President of Chad.",
        "Custodian of the Two Holy Mosques King Salman bin Abdulaziz received the President of Chad.",
    ],
)
def test_the_custodian_is_the_king(reader: Reader, text: str) -> None:
    event = first(reader, text, published="2017-06-06", publisher="Saudi Press Agency")
    assert {a.country for a in (*event.actors, *event.recipients)} == {"SAU", "TCD"}


def test_they_of_a_readout_are_those_of_its_title(reader: Reader) -> None:
    title = "Readout of Secretary Nolan's Meeting with Israeli Minister of Defense Dan Peretz"
    text = "The talks were good for Israelis and Palestinians. They condemned the raid by Iran."
    document = Document.of(text, title=title, publisher="The White House", published="2021-06-03")
    event = next(e for e in reader.read(document).events if e.type == "ACCUSE")
    assert {a.country for a in event.actors} == {"USA", "ISR"}


@pytest.mark.parametrize(("publisher", "state"), [("KUNA", "KWT"), ("PTI", "IND"), ("Wam", "ARE")])
def test_an_agency_by_its_short_name_tells_of_its_own_officials(
    reader: Reader, publisher: str, state: str
) -> None:
    event = first(reader, "The Prime Minister received the Norwegian ambassador.", publisher=publisher)
    assert [a.country for a in event.recipients] == [state]
