"""The JSON schema of the output contract, made from the models so that the two cannot drift apart.

Every record becomes an object with the fields of its model. Where a record is read from a stretch of the
text, the contract writes the quoted `text` beside `span: [start, end]`; that, and the name of the schema,
is all that is added here. Every key is always written, only a document's `actor` may be missing.

    python -m dragoman.model.schema FILE    writes it
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.model.document import Record
from dragoman.model.reading import SCHEMA, Reading, Spanned

_OPTIONAL = {"Document": {"actor"}}


def reading_schema() -> dict[str, Any]:
    """The schema of one line of `dragoman read --format json`, as JSON Schema 2020-12."""
    raw = Reading.model_json_schema(by_alias=True)
    records = raw.pop("$defs")
    spanned = {cls.__name__ for cls in _below(Spanned)}
    for name, record in records.items():
        _finish(name, record, spanned)
    _finish("Reading", raw, spanned)
    properties = {"schema": {"const": SCHEMA}, **raw["properties"]}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:dragoman:reading:1",
        "title": SCHEMA,
    }
    return {
        **head, **raw, "title": SCHEMA, "properties": properties, "required": list(properties),
        "$defs": dict(sorted(records.items())),
    }  # fmt: skip


def _below(cls: type[Record]) -> Iterator[type[Record]]:
    yield cls
    for sub in cls.__subclasses__():
        yield from _below(sub)


def _finish(name: str, record: dict[str, Any], spanned: set[str]) -> None:
    properties: dict[str, Any] = record["properties"]
    if name in spanned:
        quoted = "span" in record.get("required", ())
        text = {"type": "string", "description": "the characters at span, quoted"}
        maybe = {"anyOf": [text, {"type": "null"}]}
        record["properties"] = properties = {"text": text if quoted else maybe, **properties}
    for field in properties.values():
        field.pop("title", None)
        field.pop("default", None)
    record["required"] = [key for key in properties if key not in _OPTIONAL.get(name, ())]
    if record.get("description"):
        record["description"] = " ".join(record["description"].split())


def schema_text() -> str:
    """The schema as it is published, ending in a line end."""
    return json.dumps(reading_schema(), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> None:
    """Write the schema to the file named, or to standard output."""
    if arguments:
        target = Path(arguments[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(schema_text(), "utf-8")
    else:
        sys.stdout.write(schema_text())


if __name__ == "__main__":
    main(sys.argv[1:])
