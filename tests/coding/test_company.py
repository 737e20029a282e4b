"""Who travels with whom, and meetings that headings tell."""

from __future__ import annotations

from typing import Any

from dragoman.model import Document, ImpliedActor


def test_who_accompanies_somebody_makes_the_same_visit(reader: Any) -> None:
    text = "On May 26, 2002, Colin Luther Powell visited Paris. Accompanied President Bush."
    actor = ImpliedActor(name="Colin Luther Powell", country="USA")
    (event,) = reader.read(Document.of(text, published="2002-05-26", actor=actor)).events
    assert (event.mode, [p.country for p in event.recipients]) == ("visit", ["FRA"])
    assert {p.name for p in event.actors} == {"Colin Luther Powell", "George W. Bush"}


def test_company_is_no_recipient(reader: Any) -> None:
    text = "The Kenyan defence minister accompanied President Ruto to Seoul."
    (event,) = reader.read(text, published="2023-06-01").events
    assert {p.country for p in event.actors} == {"KEN"}
    assert [p.country for p in event.recipients] == ["KOR"]


def test_a_heading_names_who_meets(reader: Any) -> None:
    text = "Remarks by President Ruto and Chancellor Scholz of Germany Before Bilateral Meeting"
    (event,) = reader.read(text, published="2023-05-05").events
    assert (event.type, {p.country for p in event.actors}) == ("CONSULT", {"KEN", "DEU"})


def test_a_heading_that_names_one_speaker_tells_no_meeting(reader: Any) -> None:
    text = "Remarks by President Ruto at a Town Hall Meeting"
    assert not reader.read(text, published="2023-05-05").events
