"""`dragoman read`: texts in, records out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.inputs import (
    Column,
    Form,
    InputForm,
    Processes,
    Publisher,
    Template,
    Title,
    Url,
    columns_of,
    form_of,
)

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class OutputForm(StrEnum):
    """How records are written."""

    text = "text"
    json = "json"
    html = "html"


def _date(value: str | None) -> str | None:
    from dragoman.errors import BadDate
    from dragoman.intake.metadata import publication_date

    try:
        return publication_date(value)
    except BadDate as error:
        raise typer.BadParameter(f"{error.message} {error.hint}") from error


@app.command()
def read(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Files or addresses; - is standard input.")
    ],
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_date, help="Publication date: 2024-09-14, 2024-09, 2024."),
    ] = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    input: Form = InputForm.auto,
    template: Template = None,
    column: Column = None,
    format: Annotated[
        OutputForm,
        typer.Option(metavar="text|json|html", help="A record to read, one JSON object a line, or one page."),
    ] = OutputForm.text,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A lexicon of your own, on top of the built-in one; repeatable."),
    ] = None,
    processes: Processes = 1,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the input, where it is not found out.")
    ] = None,
    pipeline: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another spaCy pipeline for English.")
    ] = None,
) -> None:
    """Read texts and print the record of each.

    In JSON lines each line is an object with "text" and, if known, "id", "published", "title",
    "publisher", "url" and "actor" (name and country, for prose that leaves its actor out); the options of
    the same names then hold for lines that lack them. Records go to standard output, everything else to
    standard error. A text that cannot be read is named there, the others are read, and the exit code is 1.
    """
    from dragoman.cli.batch import Batch
    from dragoman.intake import Intake, Metadata

    metadata = Metadata(published=published, publisher=publisher, title=title, url=url)
    batch = Batch(
        intake=Intake(
            form=form_of(input), metadata=metadata, encoding=encoding,
            template=template, columns=columns_of(column),
        ),
        form=format.value, output=output, lexicon=tuple(lexicon or ()), processes=processes,
        pipeline=pipeline,
    )  # fmt: skip
    raise typer.Exit(batch.run(files, sys.stdin.buffer))
