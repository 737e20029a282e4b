"""Tables of prose (CSV, TSV): one document a row.

A row's text is one of its columns, or a sentence made from several by a template:

    "On {start_date:day}, {name} visited [{locale}, ]{country}. {remarks}"

`{column}` stands for the row's value, `{column:day}` for a date in words, and what stands in brackets is left
out where a column in it is empty.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dragoman.errors import BadDate, BadLine, DragomanError, EmptyInput, TooLarge
from dragoman.intake.metadata import Metadata, publication_date
from dragoman.model import ImpliedActor
from dragoman.wordfiles import read_words

MAX_FIELD = 1_000_000
_COLUMN = re.compile(r"\{([^{}:]+)(?::(day))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_DELIMITERS = "\t,;|"
Row = tuple[int, str | DragomanError, Metadata]


@cache
def known_columns() -> Mapping[str, Sequence[str]]:
    """The names of columns by what they hold."""
    return read_words("dragoman.intake", "columns.yaml")


def rows(
    text: str, template: str | None = None, named: Mapping[str, str] | None = None, prefix: str = ""
) -> Iterator[Row]:
    """Each row's line number, its text or why it has none, and what is known of it.

    `named` says which column holds what, where their names do not tell ("published": "day of issue"); a value
    in double quotes holds for every row. `prefix` goes before the rows' ids, which tables reuse.

    BadLine where the table has no column of prose and no template makes one.
    """
    csv.field_size_limit(MAX_FIELD)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    header = _header(lines)
    places, fixed = _places(header, named or {})
    wanted = {name.strip() for name, _ in _COLUMN.findall(template or "")}
    if template is None and "text" not in places:
        raise BadLine(
            f"the table has no column of texts; its columns are {', '.join(header[:12])}.",
            hint='Name one "text", or make a text of several with --template "{name} met {other}."',
        )
    if wanted - set(header):
        raise BadLine(f"the table has no column {sorted(wanted - set(header))[0]!r}.",
                      hint=f"It has: {', '.join(header[:12])}.")  # fmt: skip
    for number, made, known in _read(lines, header, places, fixed, template):
        yield number, made, replace(known, id=f"{prefix}{known.id}") if known.id else known


def _read(
    lines: Iterator[list[str]], header: list[str], places: dict[str, int], fixed: Mapping[str, str],
    template: str | None,
) -> Iterator[Row]:  # fmt: skip
    number = 1
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, TooLarge(f"the row cannot be read: {error}."), Metadata()
            return
        if not any(cell.strip() for cell in cells):
            continue
        try:
            known = _known(cells, places, fixed)
            row = dict(zip(header, [c.strip() for c in cells], strict=False))
            made = filled(template, row) if template else _cell(cells, places.get("text"))
            yield number, made or EmptyInput("the row holds no text."), known
        except BadDate as error:
            yield number, error, Metadata()


def filled(template: str, row: Mapping[str, str]) -> str:
    """The template with the values of a row."""

    def value(match: re.Match[str]) -> str:
        text = row.get(match.group(1).strip(), "")
        return in_words(text) if match.group(2) else text

    def optional(match: re.Match[str]) -> str:
        names = [name.strip() for name, _ in _COLUMN.findall(match.group(1))]
        return match.group(1) if all(row.get(name) for name in names) else ""

    return " ".join(_COLUMN.sub(value, _OPTIONAL.sub(optional, template)).split())


def in_words(text: str) -> str:
    """An ISO date as a sentence has it ("June 12, 1974"); other texts as they are."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day:%B} {day.day}, {day.year}"


def _header(lines: Iterator[list[str]]) -> list[str]:
    try:
        header = [name.strip() for name in next(lines, [])]
    except csv.Error as error:
        raise BadLine(f"the table cannot be read: {error}.") from error
    if not any(header):
        raise EmptyInput("the table has no line of column names.")
    return header


def _places(header: Sequence[str], named: Mapping[str, str]) -> tuple[dict[str, int], dict[str, str]]:
    """The place of the column for each kind of value, and the values that hold for all rows."""
    names = [re.sub(r"[\s-]+", "_", name.lower()) for name in header]
    made, fixed = {}, {}
    for what, known in known_columns().items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None:
            made[what] = place
    for what, name in named.items():
        if what not in known_columns():
            raise BadLine(f"{what!r} is nothing that a column holds.",
                          hint=f"One of: {', '.join(known_columns())}.")  # fmt: skip
        if name[:1] == name[-1:] == '"' and len(name) > 1:
            fixed[what] = name[1:-1]
        elif name in header:
            made[what] = header.index(name)
        else:
            raise BadLine(f"the table has no column {name!r}.", hint=f"It has: {', '.join(header[:12])}.")
    return made, fixed


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _known(cells: Sequence[str], places: dict[str, int], fixed: Mapping[str, str]) -> Metadata:
    found = {**fixed, **{what: cell for what, place in places.items() if (cell := _cell(cells, place))}}
    name = found.get("actor")
    return Metadata(
        published=publication_date(found.get("published")), publisher=found.get("publisher"),
        title=found.get("title"), url=found.get("url"), id=found.get("id"),
        actor=ImpliedActor(name=name, country=found.get("country")) if name else None,
    )  # fmt: skip


def _delimiter(text: str) -> str:
    head = text[: text.find("\n")] if "\n" in text else text
    return max(_DELIMITERS, key=head.count) if any(d in head for d in _DELIMITERS) else ","
