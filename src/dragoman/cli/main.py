"""The command `dragoman`: what it is called with, and the exit codes.

Exit codes, of every command:
    0    done
    1    done in part: some inputs could not be read; each is named on standard error
    2    wrong usage: an unknown option, a value that does not fit
    3    something that is needed is missing or broken: the parser, a lexicon, a table, the output file
    4    a defect of Dragoman itself
    130  interrupted
    141  whoever read the output stopped reading
"""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.lazy import Commands
from dragoman.version import __version__

app = typer.Typer(
    cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read diplomatic and political reporting; keep a record that can be held to account."""


def main() -> None:
    """Run the command line."""
    app(prog_name="dragoman")
