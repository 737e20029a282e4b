"""Opening a store: SQLite for a path, PostgreSQL for an address; both behind SQLAlchemy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from dragoman.errors import MissingExtra, StoreError
from dragoman.store.base import Store
from dragoman.store.migrate import prepare
from dragoman.store.shelf import Shelf

DEFAULT = "dragoman.db"
_LOCK = 727_269
_BUSY_SECONDS = 60
_LOCKED = "database is locked"
_PAUSE = 0.05


class _Hinted(SQLiteCompiler):
    """SQL for SQLite with the hints of statements ("INDEXED BY"), which SQLAlchemy leaves out."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:
        """The hint as it is written after the table's name."""
        return text


def open_store(where: str | Path = DEFAULT, *, create: bool = True) -> Store:
    """The store at a path (SQLite), `:memory:`, or an address such as `postgresql://user@host/name`.

    A store of an older version is upgraded in place after a backup copy was made beside it. StoreError
    where there is none and `create` is false, or where it cannot be opened.
    """
    name = str(where)
    engine = _postgres(name) if name.startswith(("postgresql", "postgres")) else _sqlite(name, create)
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            prepare(engine, name)
        except DBAPIError as error:
            if _LOCKED in str(error.orig) and time.monotonic() < until:
                time.sleep(_PAUSE)  # another process makes the store; SQLite does not wait for that by itself
                continue
            engine.dispose()
            raise StoreError(
                f"{_shown(name)} cannot be opened: {str(error.orig).strip()}",
                hint="Check the path or the address.",
            ) from error
        return SqlStore(engine, name)


def _shown(name: str) -> str:
    """An address without its password."""
    head, at, tail = name.rpartition("@")
    return f"{head.split('://')[0]}://…@{tail}" if at else name


def _sqlite(name: str, create: bool) -> Engine:
    path = name.removeprefix("sqlite:///")
    if path == ":memory:":
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        if not create and not Path(path).exists():
            raise StoreError(f"{path}: there is no store.", hint="Make one with: dragoman add FILE…")
        if not Path(path).absolute().parent.is_dir():
            raise StoreError(f"{path}: there is no such folder.", hint="Check the path.")
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS})
    engine.dialect.statement_compiler = _Hinted
    event.listen(engine, "connect", _tune)
    event.listen(engine, "begin", _begin)
    return engine


def _tune(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for line in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY",
                 "cache_size=-131072", "mmap_size=17179869184", "wal_autocheckpoint=4000"):  # fmt: skip
        cursor.execute(f"PRAGMA {line}")
    cursor.close()


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(name: str) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise MissingExtra(
            "the driver of PostgreSQL is not installed.", hint='Run: pip install "dragoman[postgres]"'
        ) from error
    address = "postgresql+psycopg://" + name.split("://", 1)[1]
    return create_engine(address, isolation_level="REPEATABLE READ", pool_pre_ping=True)


class SqlStore:
    """A store behind SQLAlchemy. Writers take turns; readers see whole transactions only."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    @contextmanager
    def write(self) -> Iterator[Shelf]:
        """A shelf inside one transaction; other writers wait for its end."""
        try:
            with self.engine.connect().execution_options(writes=True) as connection:
                if self.engine.dialect.name == "postgresql":
                    # taken before the transaction's snapshot, so that it sees what the last writer wrote
                    connection = connection.execution_options(isolation_level="READ COMMITTED")
                with connection.begin():
                    if self.engine.dialect.name == "postgresql":
                        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                    yield Shelf(connection)
        except DBAPIError as error:
            raise StoreError(f"the store could not be written: {str(error.orig).strip()}") from error

    @contextmanager
    def read(self) -> Iterator[Shelf]:
        """A shelf with one view of the store throughout."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield Shelf(connection)
        except DBAPIError as error:
            raise StoreError(f"the store could not be read: {str(error.orig).strip()}") from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()
