from __future__ import annotations

import csv
import io
import sys

import pytest

from dragoman.errors import MissingExtra
from dragoman.export.frame import COLUMNS, event_rows, events_frame, write_csv
from dragoman.model import Actor
from tests.factories import make_document, make_event, make_reading


def test_one_row_an_event() -> None:
    frame = events_frame([make_reading(), make_reading(make_document("Nothing."))])
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["type"]) == ["CONSULT", "SUPPORT"]
    first = frame.iloc[0]
    assert first["actor_countries"] == "BEL" and first["recipient_countries"] == "GEO"
    assert first["score"] == 4 and first["quad"] == "VCOOP"
    text = make_reading().document.text
    assert text[first["trigger_start"] : first["trigger_end"]] == first["trigger"] == "arrived"


def test_a_reading_makes_its_own_frame() -> None:
    assert len(make_reading().to_pandas()) == 2
    assert list(events_frame([]).columns) == list(COLUMNS)


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"dragoman\[pandas\]"):
        make_reading().to_pandas()


def test_unknown_is_none_and_lists_are_joined() -> None:
    doc = make_document("They met.")
    bare, second = list(
        event_rows([
            make_reading(doc, events=(
                make_event(doc, "met", doc.text),
                make_event(doc, "met", doc.text, actors=(
                    Actor(name="A", country="FRA"), Actor(name="B", country="FRA"), Actor(name="A"),
                )),
            ))
        ])
    )  # fmt: skip
    assert bare["actors"] is None and bare["when"] is None and bare["where"] is None
    assert (second["actors"], second["actor_countries"]) == ("A; B", "FRA")


def test_csv_reads_back_and_holds_no_formula() -> None:
    doc = make_document("=cmd() met them.", publisher="@sum")
    stream = io.StringIO()
    assert write_csv([make_reading(doc, events=(make_event(doc, "met", doc.text),))], stream) == 1
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert row["sentence"].startswith("'=cmd()") and row["publisher"] == "'@sum"
    assert row["trigger"] == "met" and row["when"] == ""
