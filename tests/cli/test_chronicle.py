"""The commands of the chronicle: what they print and how they end, with readings made by hand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dragoman.cli.chronicle import ENTRIES, apps, register
from dragoman.errors import StoreError
from dragoman.model import Actor, Document, EventMention, Quote, Reading, When


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with two reports of one meeting and a plan, made by `add --readings`."""
    lines = []
    for text, publisher, status, kind in (
        ("Peru and Chile met in Arica.", "The Harbour", "occurred", "CONSULT"),
        ("Envoys of Chile and Peru met.", "Radio Norte", "occurred", "CONSULT"),
        ("Peru and Chile plan to sign a water accord.", "Radio Norte", "planned", "AGREE"),
    ):
        doc = Document.of(text, published="2024-05-03", publisher=publisher)
        span = doc.span(0, len(text))
        actors = tuple(Actor(name=c, country=c, kind="country") for c in ("PER", "CHL"))
        event = EventMention(
            id="1", type=kind, status=status, actors=actors, trigger=Quote(span=span), sentence=span,  # type: ignore[arg-type]
            when=When(edtf="2024-05-02" if status == "occurred" else "2024-06", basis="test"), rule="t",
            confidence=0.9,
        )  # fmt: skip
        lines.append(Reading(reader="test-1", document=doc, events=(event,)).to_json())
    path = tmp_path / "readings.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert run("add", "--readings", str(path), "--store", str(tmp_path / "d.db")).exit_code == 0
    return tmp_path / "d.db"


def run(*arguments: str) -> Any:
    """Run one command of an application that holds all of them."""
    app = typer.Typer()
    register(app)
    return CliRunner().invoke(app, list(arguments))


def lines(result: Any) -> list[dict[str, Any]]:
    """The JSON lines that a command printed."""
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_command_stands_alone():
    assert list(apps) == list(ENTRIES)
    for app in apps.values():
        assert CliRunner().invoke(app, ["--help"]).exit_code == 0


def test_events_in_all_forms(store: Path):
    found = lines(run("events", "--store", str(store), "--between", "PER", "CHL", "--type", "CONSULT",
                      "--since", "2024-05", "--format", "jsonl"))  # fmt: skip
    (event,) = found
    assert event["when"]["edtf"] == "2024-05-02"
    assert [s["publisher"] for s in event["sources"]] and event["independent_sources"] == 2
    assert set(event) >= {"id", "type", "mode", "status", "when", "where", "actors", "recipients", "topics",
                          "sources", "statements", "disagreements", "links", "score"}  # fmt: skip
    table = run("events", "--store", str(store), "--format", "csv").stdout
    assert [row["status"] for row in csv.DictReader(io.StringIO(table))] == ["occurred", "planned"]
    assert event["id"] in run("events", "--store", str(store)).stdout
    assert run("events", "--store", str(store), "--format", "xml").exit_code == 2


def test_show_timeline_and_lists(store: Path):
    (event,) = lines(run("events", "--store", str(store), "--type", "CONSULT", "--format", "jsonl"))
    card = run("show", event["id"], "--store", str(store)).stdout
    assert "Radio Norte" in card and "merged because" in card
    assert "met in Arica" in run("timeline", "PER", "CHL", "--store", str(store)).stdout
    (plan,) = lines(run("outlook", "--store", str(store), "--format", "jsonl"))
    assert (plan["kind"], plan["state"]) == ("plan", "lapsed")
    assert lines(run("outlook", "--store", str(store), "--predictors", "--format", "jsonl"))[0]["lapsed"] == 1
    assert len(lines(run("sources", "--store", str(store), "--format", "jsonl"))) == 2
    assert lines(run("disagreements", "--store", str(store), "--format", "jsonl")) == []
    assert lines(run("agreements", "--store", str(store), "--format", "jsonl")) == []
    assert lines(run("events", "--store", str(store), "--as-of", "2023", "--format", "jsonl")) == []


def test_decide_and_rebuild(store: Path):
    (event,) = lines(run("events", "--store", str(store), "--type", "CONSULT", "--format", "jsonl"))
    decided = run("decide", "reject", event["id"], "--who", "Ada", "--why", "no", "--store", str(store))
    assert decided.exit_code == 0
    assert run("decide", "reject", event["id"], "--store", str(store)).exit_code == 2
    assert run("rebuild", "--store", str(store)).exit_code == 0
    assert lines(run("events", "--store", str(store), "--type", "CONSULT", "--format", "jsonl")) == []
    assert lines(run("decide", "--store", str(store), "--format", "jsonl"))[0]["who"] == "Ada"
    told = ("Peru called Chile.", "--type", "CONSULT", "--actor", "PER", "--recipient", "CHL")
    made = run("decide", "add", *told, "--who", "Ada", "--store", str(store))
    assert made.exit_code == 0 and made.stdout.startswith("e-")


def test_a_store_that_is_not_there(tmp_path: Path):
    result = run("events", "--store", str(tmp_path / "no.db"))
    assert isinstance(result.exception, StoreError)


def test_a_correction_of_who_took_part(store: Path):
    (event,) = lines(run("events", "--store", str(store), "--type", "CONSULT", "--format", "jsonl"))
    told = ("decide", "correct", event["id"], "--who", "Ada", "--why", "the minister was in hospital")
    value = ("--field", "recipients", "--value", "Bolivia; the Harbour Board")
    assert run(*told, *value, "--store", str(store)).exit_code == 0
    assert run("rebuild", "--store", str(store)).exit_code == 0
    (found,) = lines(run("events", "--between", "PER", "BOL", "--store", str(store), "--format", "jsonl"))
    first = found["recipients"][0]
    assert (first["name"], first["country"]) == ("Bolivia", "BOL")
    assert len(found["recipients"]) == 2 and len(found["actors"]) == 2
    nobody = run(*told, "--field", "actors", "--value", "", "--store", str(store))
    assert "at least one actor" in str(nobody.exception)
