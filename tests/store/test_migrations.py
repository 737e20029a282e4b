"""Old stores are upgraded in place, after a copy; stores of others are left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from dragoman.errors import StoreError, StoreVersion
from dragoman.store import open_store
from dragoman.store.migrate import configuration, newest
from dragoman.store.tables import metadata


def _old(path: Path, version: str = "0001") -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), version)
    engine.dispose()


def test_the_migrations_make_the_tables_of_the_code(tmp_path: Path):
    _old(tmp_path / "old.db", newest())
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")

    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return kind != "table" or not (name or "").startswith("search")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_an_old_store_is_copied_and_upgraded(tmp_path: Path):
    path = tmp_path / "old.db"
    _old(path)
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO documents (id, text, added_at) VALUES ('d', 'a text', 'now')")
    raw.close()
    store = open_store(path)
    with store.read() as shelf:
        assert shelf.document_ids() == ["d"]
    store.close()
    copy = sqlite3.connect(tmp_path / "old.db.0001.backup")
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert copy.execute("SELECT id FROM documents").fetchall() == [("d",)]
    copy.close()


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path):
    path = tmp_path / "new.db"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreVersion, match="9999"):
        open_store(path)


def test_a_file_of_others_is_left_alone(tmp_path: Path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipes (id)")
    raw.close()
    with pytest.raises(StoreError, match="not Dragoman's"):
        open_store(path)


def test_a_file_that_is_no_store(tmp_path: Path):
    path = tmp_path / "text.db"
    path.write_text("a text that is no database, and long enough to be told from one " * 20)
    with pytest.raises(StoreError):
        open_store(path)
