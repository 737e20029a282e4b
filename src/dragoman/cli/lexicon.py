"""`dragoman lexicon`: check lexicon files, list entries, explain what fires in a sentence and why."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.out import say
from dragoman.errors import LexiconError
from dragoman.export.safe import shown

if TYPE_CHECKING:
    from dragoman.lexicon import Entry, Lexicon

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Show, check and explain the words that mean events.",
)  # fmt: skip

Extra = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FILE", help="A lexicon of your own, on top of the built-in one; repeatable."
    ),
]


class Form(StrEnum):
    """How entries and explanations are printed."""

    table = "table"
    jsonl = "jsonl"


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Lexicon files of your own.")
    ] = None,
) -> None:
    """Check the built-in lexicon, and files of your own on top of it, with their example sentences.

    A mistake is named with file, line and key on standard error; the exit code is then 1.
    """
    from dragoman.lexicon import Lexicon
    from dragoman.lexicon.loader import read_entries

    good: list[Path] = []
    for path in files or []:
        try:
            entries, gone = read_entries(path)
        except LexiconError as error:
            say(str(error))
            continue
        good.append(path)
        typer.echo(f"{shown(path.name)}: {len(entries)} entries, {len(gone)} removed")
    try:
        lexicon = Lexicon.load(good)
    except LexiconError as error:
        say(str(error))
        raise typer.Exit(1) from error
    words = sum(len(e.verb) + len(e.noun) + len(e.adjective) for e in lexicon.entries)
    typer.echo(
        f"in all: {len(lexicon.entries)} entries with {words} words and phrases, version {lexicon.version}"
    )
    failed = _failed_examples(good, lexicon) if good else 0
    if failed or len(good) < len(files or []):
        raise typer.Exit(1)


def _failed_examples(files: list[Path], lexicon: Lexicon) -> int:
    """Read the example sentences of the user's entries; name those that fail and count them."""
    from dragoman.coding.examples import misses
    from dragoman.reader import Reader

    names = {path.name for path in files}
    entries = [entry for entry in lexicon.entries if entry.file in names]
    found = list(misses(Reader(lexicon=tuple(files), ranker=False).read, entries, lexicon))
    for miss in found:
        say(shown(str(miss)))
    count = sum(len(entry.matches) + len(entry.rejects) for entry in entries)
    typer.echo(f"examples: {count - len(found)} of {count} as they should be")
    return len(found)


@app.command("list")
def list_entries(
    event_type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Only entries of this type; `none`: the blocks."),
    ] = None,
    word: Annotated[
        str | None, typer.Option("--word", metavar="WORD", help="Only entries with this word.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines.")] = Form.table,
    lexicon: Extra = None,
) -> None:
    """List the entries: which words mean which event, and which slots bring the roles."""
    from dragoman.lexicon import Lexicon
    from dragoman.lexicon.loader import to_data

    wanted = _type(event_type)
    found = [
        entry for entry in Lexicon.load(lexicon or ()).entries
        if (event_type is None or entry.type == wanted) and (word is None or _has(entry, word.lower()))
    ]  # fmt: skip
    if form is Form.jsonl:
        for entry in found:
            typer.echo(json.dumps(to_data(entry), ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("id", "type", "words", "with", "actor", "recipient", box=None, pad_edge=False)
    for entry in found:
        table.add_row(
            entry.id, f"{entry.type or 'none'}{f'/{entry.mode}' if entry.mode else ''}", _some(_items(entry)),
            _frame(entry), ", ".join(entry.actor), ", ".join(entry.recipient),
        )  # fmt: skip
    Console().print(table)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or several.")],
    form: Annotated[Form, typer.Option("--format", help="A table for people or JSON lines.")] = Form.table,
    lexicon: Extra = None,
) -> None:
    """Explain a sentence: which entry fired, in which roles, and what was considered and turned down."""
    from dragoman.reader import Reader

    rows = Reader(lexicon=tuple(lexicon or ())).explain(sentence)
    if form is Form.jsonl:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    if not rows:
        typer.echo("No word of the lexicon stands here.")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("trigger", "type", "verdict", "entry", "roles", "reason", box=None, pad_edge=False)
    for row in rows:
        style = "bold" if row.get("verdict") == "fired" else "dim"
        cells = (row.get("trigger"), row.get("type") or "none", row.get("verdict"), row.get("entry"))
        table.add_row(
            *(Text(shown(_plain(cell)), style) for cell in cells),
            Text(shown(_roles(row.get("roles"))), style), Text(shown(_plain(row.get("reason"))), style),
        )  # fmt: skip
    Console().print(table)


def _type(name: str | None) -> str | None:
    from dragoman.model.ontology import TYPES

    if name is None or name.lower() == "none":
        return None
    if name.upper() not in TYPES:
        raise typer.BadParameter(
            f"{name!r} is no event type ({', '.join(TYPES)}, none).", param_hint="--type"
        )
    return name.upper()


def _items(entry: Entry) -> tuple[str, ...]:
    return entry.verb or entry.noun or entry.adjective


def _has(entry: Entry, word: str) -> bool:
    return any(word == item or word in item.split() for item in _items(entry))


def _some(items: tuple[str, ...], most: int = 8) -> str:
    items = tuple(item for item in items if " - " not in item)  # the parser's spelling of "cease-fire"
    rest = f" and {len(items) - most} more" if len(items) > most else ""
    return ", ".join(items[:most]) + rest


def _frame(entry: Entry) -> str:
    parts = []
    if entry.object:
        parts.append("object: " + _some(tuple(sorted(entry.object)), 4))
    for word, lemmas in sorted(entry.with_prep.items()):
        parts.append(f"{word}: {_some(tuple(sorted(lemmas)), 4) or 'any'}")
    if entry.near:
        parts.append("near: " + _some(tuple(sorted(entry.near)), 4))
    if entry.actor_is:
        parts.append("actor is: " + ", ".join(sorted(entry.actor_is)))
    if entry.negated:
        parts.append("negated")
    if entry.clause or entry.clause_verb:
        parts.append(f"clause: {entry.clause or 'any'} {_some(tuple(sorted(entry.clause_verb)), 4)}".rstrip())
    return "; ".join(parts)


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _roles(roles: Any) -> str:
    if not isinstance(roles, dict):
        return _plain(roles)
    return "; ".join(
        f"{name}: {', '.join(map(str, held)) if isinstance(held, list) else held}"
        for name, held in roles.items()
        if held
    )
