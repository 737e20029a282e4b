"""Versions of the tables: a new store gets the newest at once, an old one is copied, then upgraded."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from dragoman.errors import StoreError, StoreVersion
from dragoman.store.tables import metadata

SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(sentence, names, content='mentions', "
    "content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER mentions_searched AFTER INSERT ON mentions BEGIN INSERT INTO "
    "search(rowid, sentence, names) VALUES (new.number, new.sentence, new.names); END",
    "CREATE TRIGGER mentions_forgotten AFTER DELETE ON mentions BEGIN INSERT INTO "
    "search(search, rowid, sentence, names) VALUES ('delete', old.number, old.sentence, old.names); END",
)
POSTGRES_SEARCH = (
    "CREATE INDEX mentions_search ON mentions USING gin (to_tsvector('english', sentence || ' ' || names))",
)


def make_search(connection: Connection) -> None:
    """What full-text search needs beside the tables."""
    lines = SQLITE_SEARCH if connection.dialect.name == "sqlite" else POSTGRES_SEARCH
    for line in lines:
        connection.execute(text(line))


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings for the migrations in the package."""
    config = Config()
    config.set_main_option("script_location", str(files("dragoman.store").joinpath("migrations")))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The newest version of the tables."""
    return str(ScriptDirectory.from_config(configuration()).get_current_head())


def version_of(connection: Connection) -> str | None:
    """The version of an open store; None where it has none."""
    return MigrationContext.configure(connection).get_current_revision()


def prepare(engine: Engine, name: str) -> None:
    """Make the tables, or bring old ones up to date; StoreVersion where they are newer than this package."""
    head = newest()
    with engine.connect() as connection:
        found = version_of(connection)
        if found == head:
            return
        known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
        strange = found is None and bool(set(inspect(connection).get_table_names()) - {"alembic_version"})
    if found is not None and found not in known:
        raise StoreVersion(
            f"{name} was written by a newer version of Dragoman ({found}).", hint="Upgrade Dragoman."
        )
    if strange:
        raise StoreError(f"{name} holds tables that are not Dragoman's.", hint="Name another store.")
    if found is not None:
        backup(engine, name, found)
    options: dict[str, Any] = {"writes": True}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"  # to see what whoever held the lock has made
    with engine.connect().execution_options(**options) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(727268)"))
        if version_of(connection) == head:
            return
        if found is None:
            metadata.create_all(connection)
            make_search(connection)
            command.stamp(configuration(connection), "head")
        else:
            command.upgrade(configuration(connection), "head")


def backup(engine: Engine, name: str, version: str) -> Path | None:
    """A copy of a SQLite file beside it, named after its version; None for other stores."""
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    source = Path(str(engine.url.database))
    target = source.with_name(f"{source.name}.{version}.backup")
    part = source.with_name(f"{source.name}.{version}.part")
    part.unlink(missing_ok=True)
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        copy = sqlite3.connect(part)
        try:
            raw.backup(copy)
        finally:
            copy.close()
    part.replace(target)
    return target
