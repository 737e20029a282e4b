"""Texts written for this test, read the whole way: what must hold of any reading, in any company."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document, Reading
from evaluation.statements import bad_quotes

TEXTS = {
    "wire": (
        "Foreign Minister Elena Varga of Hungary met her Moroccan counterpart in Rabat on Monday, the "
        "ministry said.\n\nThe two ministers signed a fisheries agreement and are to meet again in "
        "Budapest in May. "
        "“Nobody was threatened,” she said — 🐟 was the only topic."
    ),
    "log": "Met with the King of Jordan; discussed water. Visited Aqaba March 3–4.",
    "denial": "Kenya denied reports that its army had shelled a village in Somalia. Analysts expect talks.",
    "marks": (
        "Le\u0301on Ba\u0301ez, Peru’s envoy, condemned the arrest of 12 protesters in "
        "Qu\u00e9bec\u2028yesterday."
    ),
    "quiet": "The orchestra rehearsed for three hours, and the violins were out of tune.",
}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [Document.of(text, id=name, published="2019-04-10") for name, text in TEXTS.items()]


@pytest.fixture(scope="module")
def readings(reader: Any, documents: list[Document]) -> dict[str, Reading]:
    return {one.document.id: one for one in reader.read_many(documents)}


@pytest.mark.parametrize("name", TEXTS)
def test_every_span_quotes_the_text(readings: dict[str, Reading], name: str):
    assert bad_quotes(readings[name].to_dict()) == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_reading_survives_its_json(readings: dict[str, Reading], name: str):
    line = readings[name].to_json()
    assert "\n" not in line
    assert Reading.from_json(line) == readings[name]
    assert Reading.from_json(line).to_json() == line


def test_company_and_order_change_nothing(
    reader: Any, documents: list[Document], readings: dict[str, Reading]
):
    lines = {name: one.to_json() for name, one in readings.items()}
    for company in (documents[::-1], documents[2:3], documents[1:] + documents[:1]):
        for one in reader.read_many(company):
            assert one.to_json() == lines[one.document.id]


def test_processes_change_nothing(reader: Any, documents: list[Document], readings: dict[str, Reading]):
    made = [one.to_json() for one in reader.read_many(documents, processes=2)]
    assert made == [readings[name].to_json() for name in TEXTS]


def test_a_text_without_politics_has_no_events(readings: dict[str, Reading]):
    assert readings["quiet"].events == ()


def test_what_is_denied_or_expected_did_not_occur(readings: dict[str, Reading]):
    assert all(event.status != "occurred" or event.type != "ASSAULT" for event in readings["denial"].events)


def test_a_meeting_has_its_parties_and_its_day(readings: dict[str, Reading]):
    (meeting,) = [e for e in readings["wire"].events if e.type == "CONSULT" and e.status == "occurred"]
    assert {actor.country for actor in meeting.actors + meeting.recipients} == {"HUN", "MAR"}
    assert meeting.when is not None and meeting.when.edtf == "2019-04-08"


def test_a_log_entry_takes_its_actor_and_its_day(reader: Any):
    from dragoman.model import ImpliedActor

    text = "Met with President Ruto September 4. Signed a grain agreement; discussed maize with King Letsie."
    actor = ImpliedActor(name="Anna Olsen", country="NOR")
    reading = reader.read(Document.of(text, published="2023-09-03", actor=actor))
    met, *rest = [e for e in reading.events if e.type == "CONSULT"]
    assert {a.country for a in met.actors} == {"NOR", "KEN"}
    assert met.when is not None and met.when.edtf == "2023-09-04" and met.status == "occurred"
    assert [e.when.edtf for e in rest if e.when] == ["2023-09-03"]
    assert all(e.when is not None for e in reading.events)


def test_a_log_entry_without_an_actor_keeps_the_other_side(reader: Any):
    reading = reader.read(Document.of("Private visit. Met with President Kaunda.", published="1978-05-02"))
    (met,) = [e for e in reading.events if e.actors]
    assert [a.country for a in met.actors] == ["ZMB"] and met.recipients == ()
