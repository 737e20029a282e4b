"""Writes the generated parts of the documentation; with --check says which are not fresh (exit code 1).

    python -m docs.generate [--check]

The CLI reference comes from the commands themselves, the reference of event types from the ontology, the
schema from the models, and the captures in README.md from example texts.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import typer

from dragoman.cli import main as command_line
from dragoman.export import words
from dragoman.export.terminal import Printer
from dragoman.model.ontology import CONTEXTS, TYPES
from dragoman.model.schema import schema_text

ROOT = Path(__file__).resolve().parents[1]
MADE = "<!-- Made by `make docs`; edit the source instead. -->\n\n"
START, END = "<!-- record -->\n", "<!-- end of record -->"
TIMELINE, END_TIMELINE = "<!-- timeline -->\n", "<!-- end of timeline -->"
CAPTURED = "wire-story.txt"
_QUADS = {
    "VCOOP": "cooperation in words", "MCOOP": "cooperation in deeds", "VCONF": "conflict in words",
    "MCONF": "conflict in deeds",
}  # fmt: skip


def cli_page() -> str:
    """The commands with their options, and the exit codes."""
    root = typer.main.get_command(command_line.app)
    codes = (command_line.__doc__ or "").split("Exit codes, of every command:\n")[1]
    rows = "\n".join(
        f"| {code} | {text} |" for code, text in (row.split(None, 1) for row in codes.strip().splitlines())
    )
    parts = [f"{MADE}# The command line\n", *_command(root, "dragoman", 2)]
    parts.append(f"## Exit codes\n\n| code | meaning |\n| --- | --- |\n{rows}\n")
    return "\n".join(parts)


def _command(command: Any, path: str, level: int) -> Iterator[str]:
    context = command.make_context(path, [], resilient_parsing=True)
    real = context.command
    usage = " ".join(real.collect_usage_pieces(context))
    yield f"{'#' * level} `{path}`\n\n```\n{path} {usage}\n```\n\n{(real.help or '').strip()}\n"
    rows = list(filter(None, map(_parameter, real.get_params(context))))
    if rows:
        yield "| option | meaning |\n| --- | --- |\n" + "\n".join(rows) + "\n"
    names = real.list_commands(context) if hasattr(real, "list_commands") else []
    for name in names:
        yield from _command(real.get_command(context, name), f"{path} {name}", level + 1)


def _parameter(param: Any) -> str | None:
    if "--help" in param.opts:
        return None
    option = param.param_type_name == "option"
    names = ", ".join(f"`{name}`" for name in param.opts) if option else f"`{param.metavar or param.name}`"
    value = _value(param) if option else ""
    default = getattr(param.default, "value", param.default)
    plain = isinstance(default, str | int) and not isinstance(default, bool)
    told = f" Default: `{default}`." if plain and default != "" else ""
    return f"| {names}{value} | {(getattr(param, 'help', None) or '').replace('|', '/')}{told} |"


def _value(param: Any) -> str:
    if getattr(param, "is_flag", False):
        return ""
    if param.metavar:
        return f" {param.metavar}"
    told = str(param.display_type).strip("<>")
    return f" `{told.replace('|', '`, `')}`" if "|" in told else ""


def types_page() -> str:
    """The event types with their modes, scores and what they are called."""
    parts = [
        f"{MADE}# Event types\n",
        "The types, modes and scores are those of PLOVER (draft 0.8, September 2021). The score runs from "
        "-10 (conflict) to 10 (cooperation).\n",
    ]
    for name, info in TYPES.items():
        facts = [_QUADS[info.quad], f"score {info.score:g}"]
        facts += ["the parties act on each other"] if info.symmetric else []
        facts += ["not complete without a recipient"] if info.recipient_required else []
        parts.append(f"## {name}: {words.event_name(name, None).lower()}\n")
        parts.append(f"{words.MEANING[name][0].upper()}{words.MEANING[name][1:]} ({'; '.join(facts)}).\n")
        if info.modes:
            rows = (
                f"| `{mode}` | {words.event_name(name, mode)} | {s:g} |" for mode, s in info.modes.items()
            )
            parts.append("| mode | in words | score |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n")
    status = "\n".join(f"| `{name}` | {said} |" for name, said in words.STATUS.items())
    parts.append(f"## Status\n\n| status | in words |\n| --- | --- |\n{status}\n")
    parts.append("## Contexts\n\n" + ", ".join(f"`{name}`" for name in CONTEXTS) + "\n")
    return "\n".join(parts)


def readme() -> str:
    """README.md with fresh captures of a record and of a timeline."""
    text = (ROOT / "README.md").read_text("utf-8")
    for start, end, capture in ((START, END, _capture), (TIMELINE, END_TIMELINE, _timeline)):
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        text = f"{before}{start}```text\n{capture()}```\n{end}{after}"
    return text


def _timeline() -> str:
    from dragoman.chronicle import Chronicle
    from dragoman.cli.chronicle_print import print_timeline
    from dragoman.intake import Intake, Taken

    stream = io.StringIO()
    inputs = Intake().documents([str(ROOT / "examples/visit.jsonl")], io.BytesIO())
    with Chronicle(":memory:") as chronicle, redirect_stdout(stream):
        chronicle.add(item.document for item in inputs if isinstance(item, Taken))
        print_timeline(chronicle.timeline("NOR", "VNM"))
    return stream.getvalue()


def _capture() -> str:
    from dragoman import Reader
    from examples.demo import documents

    doc = next(doc for doc in documents() if doc.id == CAPTURED)
    stream = io.StringIO()
    Printer(stream, width=88).show(Reader().read(doc))
    return stream.getvalue()


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/cli.md": cli_page,
    "docs/reference/event-types.md": types_page,
    "docs/schema/reading-1.json": schema_text,
    "README.md": readme,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    stale = []
    for name, make in PAGES.items():
        path = ROOT / name
        text = make()
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if "--check" in arguments and stale:
        sys.stderr.write(f"Not fresh: {', '.join(stale)}. Run: make docs\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
