"""Transcripts: who says "we" is whose label stands before."""

from __future__ import annotations

from typing import Any

TEXT = """Remarks in the garden.

PRESIDENT BIDEN: We condemn Russia.

PRESIDENT YOON: (As interpreted.) We condemn North Korea.

Q: Will you sanction Iran?

CHANCELLOR SCHOLZ: I urge Belarus to free the prisoners.

MR. KIRBY: We welcome the offer of Japan.
"""


def test_we_is_the_speaker_of_the_paragraph(reader: Any) -> None:
    events = reader.read(TEXT, published="2023-04-26", publisher="The White House").events
    found = {(e.type, e.actors[0].country, e.recipients[0].country) for e in events if e.recipients}
    assert {("ACCUSE", "USA", "RUS"), ("ACCUSE", "KOR", "PRK"), ("REQUEST", "DEU", "BLR")} <= found
    assert ("SUPPORT", "USA", "JPN") in found  # who is not known speaks for the publisher


def test_the_label_is_the_evidence(reader: Any) -> None:
    event = next(e for e in reader.read(TEXT, published="2023-04-26").events if e.actors[0].country == "KOR")
    assert event.actors[0].span.text == "PRESIDENT YOON"


def test_a_heading_is_no_speaker(reader: Any) -> None:
    text = "FACT SHEET: We sanction Iran.\n\nSUMMARY OF CHINA POLICY: We thank Japan."
    events = reader.read(text, published="2023-04-26", publisher="The White House").events
    assert {p.country for e in events for p in e.actors} == {"USA"}
