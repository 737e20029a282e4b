"""Compiles the knowledge tables into the file that the knowledge base reads."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.base_names import fold, name_forms, slug
from dragoman.knowledge.tables_read import Table, database_file, read_table, split_list, tables_folder

__all__ = ["SCHEMA", "Builder", "build", "content_hash", "database_file", "name_kind", "tables_folder"]

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, kind TEXT, name TEXT, country TEXT, sector TEXT, wikidata TEXT,
  start TEXT, "end" TEXT, origin TEXT) WITHOUT ROWID;
CREATE TABLE name (text TEXT, kind TEXT, entity TEXT, rank INTEGER, PRIMARY KEY (text, rank)) WITHOUT ROWID;
CREATE TABLE code (entity TEXT, scheme TEXT, value TEXT, PRIMARY KEY (scheme, value, entity)) WITHOUT ROWID;
CREATE TABLE member (body TEXT, country TEXT, PRIMARY KEY (body, country)) WITHOUT ROWID;
CREATE TABLE given (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE office (title TEXT, country TEXT, codes TEXT, PRIMARY KEY (title, country)) WITHOUT ROWID;
CREATE TABLE tenure (id INTEGER PRIMARY KEY, entity TEXT, country TEXT, office TEXT, title TEXT, person TEXT,
  start TEXT, "end" TEXT, origin TEXT, also TEXT);
CREATE INDEX tenure_office ON tenure (entity, office);
CREATE TABLE spelling (key TEXT, word TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE person (word TEXT, tenure INTEGER, PRIMARY KEY (word, tenure)) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, geonames INTEGER, latitude REAL,
  longitude REAL, population INTEGER, feature TEXT);
CREATE TABLE place_name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_ACRONYM = re.compile(r"(?:[A-Z][.\s]?){2,}|[A-Z0-9&+-]{2,8}")


def name_kind(text: str, usual: str) -> str:
    """The kind of a name: "acronym" for capitals only, else the usual one."""
    return "acronym" if _ACRONYM.fullmatch(text) else usual


class Builder:
    """Fills a new database from tables. One builder fills one file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._db.executescript(SCHEMA)
        self._names: dict[str, list[tuple[str, str]]] = {}
        self._entities: set[str] = set()
        self._place = 0

    def add(self, table: Table) -> None:
        """Adds the rows of a table; its name up to the first "-" says what they are."""
        kind = table.name.split("-")[0]
        readers = {
            "states": self._state, "bodies": self._body, "offices": self._office, "tenures": self._tenure,
            "places": self._region, "cities": self._city, "given": self._given,
        }  # fmt: skip
        if kind not in readers:
            raise KnowledgeError(
                f"{table.name}: no kind of table is called {kind!r}", hint="See knowledge/tables."
            )
        for row in table.rows:
            try:
                readers[kind](row, table)
            except (KeyError, ValueError, sqlite3.Error) as error:
                raise KnowledgeError(f"{table.name}: row {list(row.values())[:4]}: {error}") from error

    def finish(self) -> str:
        """Writes names and the version, a hash of all that the tables say; returns the version."""
        rows = [
            (text, kind, entity, rank)
            for text, found in self._names.items()
            for rank, (entity, kind) in enumerate(found)
        ]
        self._db.executemany("INSERT INTO name VALUES (?,?,?,?)", rows)
        version = content_hash(self._db)
        self._db.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
        self._db.commit()
        return version

    def _entity(self, row: dict[str, str], kind: str, sector: str | None, origin: str) -> str:
        entity = row.get("id") or slug(row["name"])
        if entity in self._entities:
            raise ValueError(f"the id {entity} is taken")
        self._entities.add(entity)
        self._db.execute(
            "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?)",
            (entity, kind, row["name"], row["country"] or None, sector, row.get("wikidata") or None,
             row.get("start") or None, row.get("end") or None, origin),
        )  # fmt: skip
        return entity

    def _call(self, entity: str, kind: str, names: Iterable[str]) -> None:
        for text in names:
            text = text.replace("’", "'").strip()
            found = self._names.setdefault(text, [])
            if all(entity != known for known, _kind in found):
                found.append((entity, name_kind(text, kind)))

    def _state(self, row: dict[str, str], table: Table) -> None:
        kind = row["kind"] or "country"
        entity = self._entity(row, kind, "GOV" if kind == "country" else None, table.origin)
        self._call(entity, "name", [row["name"], *split_list(row["official"]), *split_list(row["variants"])])
        self._call(entity, "adjective", split_list(row["adjectives"]))
        self._call(entity, "people", split_list(row["people"]))
        self._call(entity, "capital", split_list(row["capitals"]))
        names = [row["name"], *split_list(row["official"]), *split_list(row["variants"])]
        if kind == "country":
            self._add_place({"name": row["name"], "country": row["country"]}, "country", names)
        for scheme in ("alpha2", "cow"):
            if row.get(scheme):
                self._db.execute("INSERT INTO code VALUES (?,?,?)", (entity, scheme, row[scheme]))

    def _body(self, row: dict[str, str], table: Table) -> None:
        entity = self._entity(row, row["kind"] or "organisation", row["sector"] or None, table.origin)
        usual = row.get("names_are") or "name"
        self._call(entity, usual, [row["name"], *split_list(row["variants"])])
        for country in split_list(row.get("members", "")):
            self._db.execute("INSERT OR IGNORE INTO member VALUES (?,?)", (entity, country))

    def _office(self, row: dict[str, str], _table: Table) -> None:
        codes = " ".join(split_list(row["codes"]))
        for title in split_list(row["titles"]):
            for country in split_list(row["countries"]) or [""]:
                self._db.execute(
                    "INSERT OR REPLACE INTO office VALUES (?,?,?)", (title.casefold(), country, codes)
                )

    def _tenure(self, row: dict[str, str], table: Table) -> None:
        place = row["entity"]
        country = place if len(place) == 3 and place.isupper() else None
        also = split_list(row.get("also", ""))
        cursor = self._db.execute(
            'INSERT INTO tenure (entity, country, office, title, person, start, "end", origin, also)'
            " VALUES (?,?,?,?,?,?,?,?,?)",
            (place, country, row["office"], row.get("title") or row["office"].replace("_", " "),
             row["person"],
             row["start"] or None, row["end"] or None, row.get("origin") or table.origin, ";".join(also)),
        )  # fmt: skip
        forms = sorted({form for name in (row["person"], *also) for form in name_forms(name)})
        self._db.executemany("INSERT OR IGNORE INTO spelling VALUES (?,?)", forms)
        self._db.executemany(
            "INSERT OR IGNORE INTO person VALUES (?,?)", [(w, cursor.lastrowid) for _k, w in forms]
        )

    def _add_place(self, row: dict[str, str], feature: str, names: list[str]) -> None:
        self._place += 1
        number = [float(row[c]) if row.get(c) else None for c in ("latitude", "longitude")]
        self._db.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?)",
            (self._place, row["name"], row["country"] or None,
             int(row["geonames"]) if row.get("geonames") else None,
             *number, int(row.get("population") or 0), feature),
        )  # fmt: skip
        keys = {fold(n) for n in names}
        self._db.executemany(
            "INSERT INTO place_name VALUES (?,?)", [(k, self._place) for k in sorted(keys) if k]
        )

    def _region(self, row: dict[str, str], table: Table) -> None:
        names = [row["name"], *split_list(row["variants"])]
        self._add_place(row, row["feature"], names)
        if row["scan"] != "no":
            known = "-".join(filter(None, ("place", slug(row["name"]), row["country"])))
            entity = self._entity({**row, "id": known}, "place", None, table.origin)
            self._call(entity, "region", split_list(row["scan"]) or names)

    def _city(self, row: dict[str, str], table: Table) -> None:
        self._add_place(row, row["feature"] or "city", [row["name"], *split_list(row["variants"])])
        if row["scan"]:
            entity = self._entity({**row, "id": "city-" + row["geonames"]}, "place", None, table.origin)
            self._call(entity, "city", split_list(row["scan"]))

    def _given(self, row: dict[str, str], _table: Table) -> None:
        self._db.execute("INSERT OR IGNORE INTO given VALUES (?)", (row["name"],))


def content_hash(connection: sqlite3.Connection) -> str:
    """A hash of all rows but `meta`: the same for the same tables, on every machine."""
    digest = hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
    for (name,) in tables:
        if name == "meta" or name.startswith("sqlite_"):
            continue
        digest.update(name.encode())
        rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - the tables' own names
        for line in sorted(map(repr, rows)):
            digest.update(line.encode())
    return digest.hexdigest()[:16]


def build(target: Path, folder: Path | None = None, extra: Iterable[Path] = ()) -> str:
    """Compiles all tables of a folder (those of the package where none is given), and `extra`, into `target`.

    Returns the version. An existing file is replaced only when all tables were read.
    Raises KnowledgeError for a table with a mistake.
    """
    order = ("states", "bodies", "places", "cities", "offices", "tenures", "given")
    paths = sorted(
        (folder or tables_folder()).glob("*.tsv"),
        key=lambda p: (order.index(k) if (k := p.stem.split("-")[0]) in order else len(order), p.name),
    )
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    connection = sqlite3.connect(fresh)
    try:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA page_size=4096")
        builder = Builder(connection)
        for path in [*paths, *extra]:
            builder.add(read_table(path))
        version = builder.finish()
        connection.execute("VACUUM")
    finally:
        connection.close()
    fresh.replace(target)
    return version
