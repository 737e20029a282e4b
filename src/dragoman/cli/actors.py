"""`dragoman actors`: build, look up and check the knowledge base; say who a mention names."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.out import say
from dragoman.errors import KnowledgeError
from dragoman.export.safe import shown

if TYPE_CHECKING:
    from dragoman.knowledge.base import KnowledgeBase
    from dragoman.knowledge.records import Resolution

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Look up states, organisations, offices and who held them.",
)  # fmt: skip


class Form(StrEnum):
    """How answers are printed."""

    text = "text"
    json = "json"


Base = Annotated[Path | None, typer.Option("--base", metavar="FILE", help="A knowledge base of your own.")]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The date asked about (ISO 8601 or EDTF).")
]
Shape = Annotated[Form, typer.Option("--format", help="Text for the eye, or JSON lines.")]


def _base(path: Path | None) -> KnowledgeBase:
    from dragoman.knowledge.base import KnowledgeBase

    return KnowledgeBase.load(path) if path else KnowledgeBase.default()


def _put(record: dict[str, Any], form: Form, text: str) -> None:
    typer.echo(json.dumps(record, ensure_ascii=False) if form is Form.json else shown(text))


@app.command()
def build(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where the knowledge base is written.")],
    tables: Annotated[
        Path | None, typer.Option("--tables", help="A folder of tables in place of the built-in ones.")
    ] = None,
    add: Annotated[list[Path] | None, typer.Option("--add", help="A further table; repeatable.")] = None,
) -> None:
    """Compile the tables, and your own with --add, into a knowledge base."""
    from dragoman.knowledge.build import build as compile_tables

    version = compile_tables(target, tables, add or ())
    typer.echo(f"{shown(target.name)}: version {version}, {target.stat().st_size / 1e6:.1f} MB")


@app.command("import")
def import_rows(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")],
    table: Annotated[
        Path, typer.Argument(metavar="TABLE", help="Where the table is written: tenures-….tsv.")
    ],
    kind: Annotated[
        str, typer.Option("--kind", help="What FILE is: list, archigos, cia, pocom, visits.")
    ] = "list",
    origin: Annotated[str | None, typer.Option("--origin", help="Where the rows come from.")] = None,
    licence: Annotated[
        str | None, typer.Option("--licence", help="Under which licence they may be used.")
    ] = None,
    base: Base = None,
) -> None:
    """Turn office-holders in CSV or JSON lines (of a Wikidata query, say) into a table for `build --add`."""
    from dragoman.knowledge.build_sources import SOURCES, write_tenures

    if kind not in SOURCES:
        raise typer.BadParameter(f"--kind is one of {', '.join(SOURCES)}")
    if not table.name.startswith("tenures-") or table.suffix != ".tsv":
        raise typer.BadParameter("the name of TABLE is tenures-….tsv")
    if not source.is_file():
        raise KnowledgeError(f"there is no file {source.name}")
    read, usual_origin, usual_licence = SOURCES[kind]
    number = write_tenures(read(source, _base(base)), table, origin or usual_origin, licence or usual_licence)
    typer.echo(f"{shown(table.name)}: {number} tenures")


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name, or a text with names.")],
    date: Date = None, form: Shape = Form.text, base: Base = None,
) -> None:  # fmt: skip
    """Find the actors, people and places that a text names."""
    facts = _base(base)
    for hit in facts.scan(text):
        for entity in filter(None, map(facts.entity, hit.entities)):
            record = {"span": [hit.start, hit.end], "text": hit.text, "as": hit.kind, **asdict(entity)}
            _put(record, form, f"{hit.text} [{hit.kind}]  {entity.id}  {entity.name}  {entity.country or '-'}"
                 f"{entity.sector or ''}")  # fmt: skip
    for tenure in facts.people(text, date)[:8]:
        _put(asdict(tenure), form, _line(asdict(tenure)))
    for place in facts.places(text)[:5]:
        _put(
            asdict(place),
            form,
            f"{place.name}  {place.feature}  {place.country or '-'}  {place.geonames or ''}",
        )


def _line(tenure: dict[str, Any]) -> str:
    return (f"{tenure['person']}  {tenure['entity']}  {tenure['office']}  {tenure['start'] or '?'} to "
            f"{tenure['end'] or 'now'}  ({tenure['origin']})")  # fmt: skip


@app.command()
def show(
    entity_id: Annotated[str, typer.Argument(metavar="ID", help="A code (FRA) or an id (nato).")],
    office: Annotated[str | None, typer.Option("--office", help="An office code or title.")] = None,
    date: Date = None, form: Shape = Form.text, base: Base = None,
) -> None:  # fmt: skip
    """Show an actor with its members, and who holds its offices."""
    facts = _base(base)
    entity = facts.entity(entity_id)
    if entity is None:
        say(f"dragoman: nothing has the id {shown(entity_id)}")
        raise typer.Exit(1)
    if office is None:
        record = {**asdict(entity), "members": facts.members(entity_id)}
        _put(
            record,
            form,
            f"{entity.id}  {entity.name}  {entity.kind}  {entity.country or '-'}  {entity.sector or ''}",
        )
    codes = (facts.office_codes(office, entity.country) or (office,)) if office else facts.offices(entity_id)
    for code in codes:
        for tenure in facts.holders(entity_id, code, date):
            _put(asdict(tenure), form, _line(asdict(tenure)))


@app.command()
def add(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A table of your own: tenures-….tsv.")],
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A code (FRA) or an id (nato).")],
    office: Annotated[
        str, typer.Argument(metavar="OFFICE", help="An office code, such as foreign_minister.")
    ],
    person: Annotated[str, typer.Argument(metavar="PERSON")],
    start: Annotated[str, typer.Argument(metavar="START", help="2024, 2024-05 or 2024-05-12.")],
    end: Annotated[str, typer.Argument(metavar="[END]")] = "",
    origin: Annotated[str, typer.Option("--origin", help="Where the fact comes from.")] = "user",
    base: Base = None,
) -> None:
    """Add a tenure to a table of your own, which `build --add` compiles."""
    from dragoman.knowledge.base_dates import day_range
    from dragoman.knowledge.build_sources import COLUMNS, Held

    facts = _base(base)
    if facts.entity(entity) is None:
        raise KnowledgeError(
            f"nothing has the id {shown(entity)}", hint="`dragoman actors search` finds ids."
        )
    for date in filter(None, (start, end)):
        if day_range(date) is None:
            raise KnowledgeError(f"{shown(date)} is no date", hint="Write 2024, 2024-05 or 2024-05-12.")
    cells = Held(entity, office, "", person, start, end, "", origin).cells()
    if any("\t" in cell or "\n" in cell for cell in cells):
        raise KnowledgeError("a cell may not hold tabs or line ends")
    fresh = not table.exists()
    with table.open("a", encoding="utf-8") as file:
        if fresh:
            file.write("# origin: user\n# licence: as the user says\n" + "\t".join(COLUMNS) + "\n")
        file.write("\t".join(cells) + "\n")
    typer.echo(f"{shown(table.name)}: {shown(person)}, {shown(office)}")


@app.command()
def check(
    base: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A knowledge base of your own.")
    ] = None,
    origin: Annotated[str | None, typer.Option("--origin", help="Only tenures of this origin.")] = None,
) -> None:
    """Find overlapping tenures, missing dates and unknown codes; the exit code is 1 where there are any."""
    from dragoman.knowledge.build import database_file
    from dragoman.knowledge.check import faults

    number = 0
    for number, fault in enumerate(faults(base or database_file(), origin=origin), 1):  # noqa: B007
        typer.echo(shown(f"{fault.kind}: {fault.where}: {fault.what}"))
    if number:
        say(f"{number} faults")
        raise typer.Exit(1)
    typer.echo("no faults")


@app.command()
def resolve(
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT]...", help="Mentions; none: lines of standard input.")
    ] = None,
    date: Date = None,
    context: Annotated[str | None, typer.Option("--context", help="Text whose states are in play.")] = None,
    form: Shape = Form.text,
    base: Base = None,
) -> None:
    """Say who a mention names: country, sector, office and holder, with reasons and the other candidates."""
    from dragoman.knowledge.resolver import Resolver

    resolver = Resolver(_base(base))
    for text in texts or (line.rstrip("\n") for line in sys.stdin):
        found = resolver.resolve(text, date=date, context=context)
        _put(record_of(found), form, _sentence(found))


def record_of(found: Resolution) -> dict[str, Any]:
    """A resolution in the form that the command prints."""
    fields = ("name", "country", "sector", "kind", "office", "holder", "score", "reasons")
    record = {name: getattr(found, name) for name in fields}
    record["score"] = round(found.score, 3)
    record["candidates"] = [asdict(candidate) for candidate in found.candidates]
    return record


def _sentence(found: Resolution) -> str:
    parts = [
        found.text,
        "->",
        found.name or "unsure",
        found.country or "-",
        found.sector or "-",
        found.kind or "-",
    ]
    if found.holder:
        parts.append(f"({found.holder})")
    return " ".join(parts) + f"  {found.score:.2f}  {'; '.join(found.reasons)}"
