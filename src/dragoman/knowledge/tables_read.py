"""Reads the knowledge tables: tab-separated text whose head says where the rows come from.

A table starts with lines `# key: value`; `origin` and `licence` are required. The first line that is no
comment names the columns. Lists within a cell are parted by ";".
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from dragoman.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, each a mapping from column to text, with origin and licence of the whole."""

    name: str
    origin: str
    licence: str
    rows: tuple[dict[str, str], ...]


def tables_folder() -> Path:
    """Where the tables of the package lie."""
    return Path(str(resources.files("dragoman.knowledge").joinpath("tables")))


def database_file() -> Path:
    """Where the compiled knowledge base of the package lies."""
    return Path(str(resources.files("dragoman.knowledge").joinpath("data", "actors.sqlite")))


def split_list(cell: str) -> list[str]:
    """The entries of a cell that holds a list."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def read_table(path: Path) -> Table:
    """Reads a table. Raises KnowledgeError with file and line where its form is broken."""
    head: dict[str, str] = {}
    columns: list[str] | None = None
    rows: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            head[key.strip()] = value.strip()
        elif columns is None:
            columns = line.split("\t")
        elif line.strip():
            cells = line.split("\t")
            if len(cells) > len(columns):
                raise KnowledgeError(
                    f"{path.name}, line {number}: {len(cells)} cells for {len(columns)} columns"
                )
            cells += [""] * (len(columns) - len(cells))
            rows.append(dict(zip(columns, (c.strip() for c in cells), strict=True)))
    for key in ("origin", "licence"):
        if not head.get(key):
            raise KnowledgeError(f"{path.name}: its head does not state the {key}")
    return Table(path.stem, head["origin"], head["licence"], tuple(rows))
