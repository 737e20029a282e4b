"""Command groups that load when they are used, so that `dragoman --help` stays quick."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from dragoman.errors import DragomanError


class Lazy(TyperGroup):
    """Stands for a command of another module until somebody runs it or asks for its help."""

    def __init__(self, name: str, help: str, module: str) -> None:
        super().__init__(name=name, help=help)
        self._module = module

    @property
    def real(self) -> Any:
        """The command itself, loaded."""
        place, _, entry = self._module.partition(":")
        module = import_module(place)
        command: Any = typer.main.get_command(module.apps[entry] if entry else module.app)
        command.name = self.name
        # paragraphs of a docstring are broken into lines for the eye of a programmer only
        command.help = re.sub(r"(?<!\n)\n(?!\n)", " ", command.help or self.help or "")
        return command

    def make_context(self, info_name: Any, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command itself."""
        return self.real.make_context(info_name, args, parent=parent, **extra)


#: name, what it does in a line, the module that holds it as a typer application named `app`, or as one of
#: several in `apps`
COMMANDS = (
    ("read", "Read texts and print the record of each.", "dragoman.cli.read"),
    ("add", "Read texts and keep what was read.", "dragoman.cli.chronicle:add"),
    ("events", "List events.", "dragoman.cli.chronicle:events"),
    ("show", "Show one event with all that is said of it.", "dragoman.cli.chronicle:show"),
    ("timeline", "What some parties did with each other, in order.", "dragoman.cli.chronicle:timeline"),
    ("agreements", "List agreements and what became of them.", "dragoman.cli.chronicle:agreements"),
    ("outlook", "List plans and predictions, and what came of them.", "dragoman.cli.chronicle:outlook"),
    ("disagreements", "List where sources differ.", "dragoman.cli.chronicle:disagreements"),
    ("sources", "List publishers and what they told.", "dragoman.cli.chronicle:sources"),
    ("decide", "Correct the record: accept, reject, merge, split …", "dragoman.cli.chronicle:decide"),
    ("rebuild", "Derive everything anew from what is kept.", "dragoman.cli.chronicle:rebuild"),
    ("serve", "Open the chronicle in a browser, and to programs.", "dragoman.cli.serve"),
    ("users", "Add and change who may use the server.", "dragoman.cli.users"),
    ("actors", "Look up states, organisations, offices and who held them.", "dragoman.cli.actors"),
    ("lexicon", "Show, check and explain the words that mean events.", "dragoman.cli.lexicon"),
)


class Commands(TyperGroup):
    """The commands of `dragoman`, each loaded when it is used."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of `COMMANDS`."""
        return [name for name, _help, _module in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The stand-in of the command, or None where there is none of that name."""
        for name, text, module in COMMANDS:
            if name == cmd_name:
                return Lazy(name, text, module)
        return None

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what goes wrong outside a single input ends in one line and an exit code."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            typer.echo(f"dragoman: {error}", err=True)
            raise typer.Exit(3) from error
        except BrokenPipeError as error:
            # what is still buffered has nowhere to go; without this the interpreter complains at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from error
