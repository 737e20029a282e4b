"""What is left out of a text before it is parsed: names in another script."""

from __future__ import annotations

from typing import Any


def test_a_name_in_another_script_is_left_out_and_the_spans_stay(reader: Any) -> None:
    text = "President Xi Jinping (习近平) met the King of Morocco (Arabic: ملك) in Rabat on Monday."
    reading = reader.read(text)
    (event,) = reading.events
    assert sorted(p.country for p in (*event.actors, *event.recipients)) == ["CHN", "MAR"]
    for party in (*event.actors, *event.recipients):
        assert reading.document.text[party.span.start : party.span.end] == party.span.text
