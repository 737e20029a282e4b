"""The commands of the chronicle: add, events, show, timeline, agreements, outlook, disagreements, sources,
rebuild, decide. Each is a typer application of its own, so that it can be loaded when it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated, Any

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

apps: dict[str, typer.Typer] = {}
#: name and what it does in a line, for the list of commands
ENTRIES: dict[str, str] = {}

StoreOption = Annotated[
    str, typer.Option("--store", metavar="PATH|URL", help="The store: a file, or postgresql://…")
]
FormatOption = Annotated[str, typer.Option("--format", metavar="table|jsonl|csv", help="How to print.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer with what was published and decided by then."),
]
Recorded = Annotated[
    bool, typer.Option("--recorded", help="With --as-of: count only what this store held by then, too.")
]
Between = Annotated[
    tuple[str, str] | None, typer.Option("--between", metavar="A B", help="Two parties: RUS PRK.")
]
STORE = "dragoman.db"


def command(name: str, help: str) -> Callable[[Any], Any]:
    """Make a function the command of that name."""

    def made(function: Any) -> Any:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name=name, help=function.__doc__)(function)
        apps[name], ENTRIES[name] = app, help
        return function

    return made


def register(app: typer.Typer) -> None:
    """Add all commands of the chronicle to an application."""
    for name, one in apps.items():
        info = one.registered_commands[0]
        callback: Any = info.callback
        app.command(name=name, help=info.help)(callback)


def _open(store: str, as_of: str | None = None, recorded: bool = False) -> Any:
    from dragoman.chronicle import Chronicle

    chronicle = Chronicle(store, create=False)
    return chronicle.as_of(as_of, recorded=recorded) if as_of else chronicle


def _parties(names: tuple[str, ...] | None) -> tuple[str, ...]:
    """Codes as they are; names of states and bodies as the knowledge base resolves them."""
    return tuple(_party(name) for name in names or ())


def _party(name: str) -> str:
    if len(name) == 3 and name.isupper():
        return name
    from dragoman.cli.chronicle_print import party_code

    return party_code(name)


@command("add", "Read texts and keep what was read.")
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL…", help="Files, folders, addresses of the web; - is standard input."
        ),
    ],
    store: StoreOption = STORE,
    input: Form = InputForm.auto,
    template: Template = None,
    column: Column = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date.")] = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    processes: Processes = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell only of what cannot be read.")] = False,
    readings: Annotated[
        bool, typer.Option("--readings", help="The inputs are readings, as `dragoman read` prints them.")
    ] = False,
) -> None:
    """Read texts and keep what was read.

    Run it again to go on where it was ended: what is there is passed over. A table gives one text a row: its
    column of prose, or what --template makes of several. In a template {column} is the row's value,
    {column:day} a date in words, and what stands in [brackets] is left out where a column in it is empty.
    """
    from dragoman.cli.chronicle_add import Adding

    known = {"published": published, "publisher": publisher, "title": title, "url": url}
    adding = Adding(
        store=store, form=form_of(input), metadata=known,
        processes=processes, template=template, columns=columns_of(column), quiet=quiet,
    )  # fmt: skip
    raise typer.Exit(adding.readings(inputs) if readings else adding.run(inputs, sys.stdin.buffer))


@command("events", "List events.")
def events(
    between: Between = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="CONSULT, AGREE …")] = None,
    mode: Annotated[str | None, typer.Option(metavar="MODE", help="visit, phone …")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before: 2024, 2024-01 …")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after.")] = None,
    party: Annotated[str | None, typer.Option(metavar="A", help="One party: RUS.")] = None,
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Somebody who takes part.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="A place, or a state: PRK.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="occurred, planned …")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="A publisher, a document's id or address.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help='Words, or "a phrase", of it.')] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Also events that people rejected.")] = False,
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """List the events that fit all conditions, by day."""
    from dragoman.cli.chronicle_print import print_events

    wanted = _parties(between) or _parties((party,) if party else None)
    found = _open(store, as_of, recorded).events(
        between=wanted, type=type, mode=mode, since=since, until=until, person=person, place=place,
        status=status, source=source, text=text, limit=limit, rejected=rejected,
    )  # fmt: skip
    print_events(found, format)


@command("show", "Show one event with all that is said of it.")
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, or one that it had.")],
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """Show one event: what each source says with its words, where they differ, and what it belongs to."""
    from dragoman.cli.chronicle_print import print_card, print_events

    event = _open(store, as_of, recorded).show(id)
    print_card(event) if format == "table" else print_events([event], format)


@command("timeline", "What some parties did with each other, in order.")
def timeline(
    parties: Annotated[list[str], typer.Argument(metavar="A [B]", help="Parties: USA EGY.")],
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after.")] = None,
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """Tell what some parties did with each other, in order of time."""
    from dragoman.cli.chronicle_print import print_events, print_timeline

    chronicle = _open(store, as_of, recorded)
    found = chronicle.timeline(*_parties(tuple(parties)), since=since, until=until)
    print_timeline(found) if format == "table" else print_events(found, format)


@command("agreements", "List agreements and what became of them.")
def agreements(
    between: Between = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of the title.")] = None,
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """List agreements with the steps of their lives: negotiated, signed, ratified, in force, ended."""
    from dragoman.cli.chronicle_print import print_rows

    found = _open(store, as_of, recorded).agreements(between=_parties(between), text=text)
    print_rows([r.to_dict() for r in found], ("id", "title", "parties", "standing", "edtf", "scope"), format)


@command("outlook", "List plans and predictions and what became of them.")
def outlook(
    between: Between = None,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="open, fulfilled, changed or lapsed.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who said so.")] = None,
    predictors: Annotated[bool, typer.Option("--predictors", help="Who predicts well, instead.")] = False,
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """List plans and predictions, each open, fulfilled (with the event), changed or lapsed."""
    from dragoman.cli.chronicle_print import print_rows

    chronicle = _open(store, as_of, recorded)
    if predictors:
        columns = ("by", "fulfilled", "changed", "lapsed", "open", "share_fulfilled")
        print_rows(chronicle.predictors(), columns, format)
        return
    found = chronicle.outlook(between=_parties(between), state=state, by=by)
    shown = ("id", "kind", "state", "made", "horizon", "countries", "by", "event", "text")
    print_rows([item.to_dict() for item in found], shown, format)


@command("disagreements", "List where sources differ.")
def disagreements(
    between: Between = None,
    as_of: AsOf = None,
    recorded: Recorded = False,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """List where the sources of one event differ, and events that differ in the day alone."""
    from dragoman.cli.chronicle_print import disagreement_rows, print_rows

    found = _open(store, as_of, recorded).disagreements(between=_parties(between))
    columns = ("event", "field", "values", "note", "other")
    print_rows(disagreement_rows(found), columns, format)


@command("sources", "List publishers and what they told.")
def sources(
    as_of: AsOf = None, recorded: Recorded = False, store: StoreOption = STORE, format: FormatOption = "table"
) -> None:
    """List every publisher with its documents, copies counted once, and the mentions in them."""
    from dragoman.cli.chronicle_print import print_rows

    columns = ("publisher", "documents", "independent", "mentions", "first", "last")
    print_rows(_open(store, as_of, recorded).sources(), columns, format)


@command("rebuild", "Derive everything anew from what is kept.")
def rebuild(store: StoreOption = STORE) -> None:
    """Derive all events anew from the documents, readings and decisions that are kept."""
    from dragoman.cli.out import say

    say(f"{_open(store).rebuild():,} documents derived anew")


@command("decide", "Correct the record: accept, reject, merge, split, correct, comment.")
def decide(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="[KIND]", help="accept, reject, merge, split, correct, comment, add."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="An event; for split a mention of it; for add a sentence."),
    ] = None,
    who: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    with_: Annotated[str | None, typer.Option("--with", metavar="ID", help="merge: the other event.")] = None,
    field: Annotated[str | None, typer.Option(metavar="NAME", help="correct: when, place, actors …")] = None,
    value: Annotated[
        str | None, typer.Option(metavar="VALUE", help="correct: what it is; parties parted by ;.")
    ] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="add: the type of the event.")] = None,
    actors: Annotated[list[str] | None, typer.Option("--actor", metavar="A", help="add: repeatable.")] = None,
    recipients: Annotated[
        list[str] | None, typer.Option("--recipient", metavar="A", help="add: repeatable.")
    ] = None,
    when: Annotated[str | None, typer.Option(metavar="DATE", help="add: when it was.")] = None,
    store: StoreOption = STORE,
    format: FormatOption = "table",
) -> None:
    """Append a decision, which wins over the machine; without arguments list those that were made."""
    from dragoman.cli.chronicle_print import hand_made, print_decisions, value_given

    chronicle = _open(store)
    if kind is None:
        print_decisions(chronicle.decisions(), format)
        return
    if target is None or not who:
        raise typer.BadParameter("a decision needs an ID and --who NAME")
    if kind == "add":
        typer.echo(hand_made(chronicle, target, who, why, type, actors or (), recipients or (), when))
        return
    corrected = {"field": field, "value": value_given(field, value)}
    data: dict[str, Any] = {"merge": {"with": with_}, "correct": corrected}.get(kind, {})
    typer.echo(chronicle.decide(kind, target, who=who, why=why, data=data).id)
