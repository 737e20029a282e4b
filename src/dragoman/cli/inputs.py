"""What inputs are and what is known of them: the options that `read` and `add` share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer


class InputForm(StrEnum):
    """What the inputs are."""

    auto = "auto"
    text = "text"
    jsonl = "jsonl"
    html = "html"
    pdf = "pdf"
    table = "table"
    feed = "feed"
    warc = "warc"


Form = Annotated[
    InputForm,
    typer.Option(
        "--input",
        metavar="FORM",
        help="text, jsonl (one JSON object a line), html, pdf, table (CSV), feed or warc; "
        "auto goes by the file's name and first bytes.",
    ),
]
Template = Annotated[
    str | None,
    typer.Option("--template", metavar="TEXT", help='Makes the texts of a table: "{name} met {other}."'),
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="WHAT=NAME",
        help="Which column of a table holds what: published=day; repeatable.",
    ),
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published the text.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Title of the text.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Address of the text.")]
Processes = Annotated[int, typer.Option("--processes", min=1, metavar="N", help="How many processes read.")]


def form_of(form: InputForm) -> Any:
    """What the intake calls a form; it finds out itself for `auto`."""
    return "" if form is InputForm.auto else form.value


def columns_of(pairs: list[str] | None) -> dict[str, str]:
    """Which column of a table holds what, from arguments such as `published=day`."""
    made = {}
    for pair in pairs or ():
        what, given, name = pair.partition("=")
        if not given:
            raise typer.BadParameter(f"{pair!r} is not of the form WHAT=NAME", param_hint="--column")
        made[what.strip()] = name
    return made
