from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from dragoman.model import Reading
from dragoman.model.schema import main, reading_schema, schema_text
from tests.factories import make_document, make_reading

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "reading-1.json"
VALIDATOR = jsonschema.Draft202012Validator(reading_schema())


def test_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


@pytest.mark.parametrize(
    "reading",
    [make_reading(), make_reading(make_document("Nothing here.")), make_reading(notes=("not English",))],
    ids=["full", "empty", "note"],
)
def test_schema_accepts_readings(reading: Reading) -> None:
    VALIDATOR.validate(json.loads(reading.to_json()))


def test_schema_refuses_what_the_contract_does_not_have() -> None:
    data = make_reading().to_dict()
    for broken in (
        {**data, "schema": "dragoman/reading/2"},
        {**data, "extra": 1},
        {key: value for key, value in data.items() if key != "events"},
        {**data, "unknowns": [{"text": "no span"}]},
        {**data, "events": [{**data["events"][0], "status": "sure"}]},
    ):
        assert list(VALIDATOR.iter_errors(broken))


def test_schema_names_every_key_that_is_written() -> None:
    schema = reading_schema()
    data = make_reading().to_dict()
    assert set(schema["properties"]) == set(data)
    assert set(schema["$defs"]["EventMention"]["properties"]) == set(data["events"][0])
    assert set(schema["$defs"]["Actor"]["properties"]) == set(data["events"][0]["actors"][0])


def test_published_schema_is_fresh() -> None:
    assert PUBLISHED.read_text("utf-8") == schema_text(), "run: make schema"


def test_main_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path / "new" / "schema.json")])
    assert (tmp_path / "new" / "schema.json").read_text("utf-8") == schema_text()
    main([])
    assert capsys.readouterr().out == schema_text()
