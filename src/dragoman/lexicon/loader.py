"""The lexicon: entries by word, and the word lists, from the package's YAML files and the user's own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dragoman.errors import LexiconError
from dragoman.lexicon.checks import entries_of, removed
from dragoman.lexicon.entry import Entry
from dragoman.lexicon.nodes import parse
from dragoman.lexicon.tables import FLAT, GROUPED, Table, Tables, flat, grouped
from dragoman.lexicon.word import WordEntries

DATA = Path(__file__).parent / "data"
Index = dict[str, WordEntries]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries and word lists.

    `by_verb` and `by_adjective` are keyed by the first word of an item, `by_noun` by the last ("state visit"
    under "visit"). `version` is a hash of all that was loaded.
    """

    entries: tuple[Entry, ...]
    by_verb: Index
    by_noun: Index
    by_adjective: Index
    modes: Tables
    contexts: Table
    topics: Table
    tone: Table
    status: Tables
    support_verbs: Table
    version: str

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Lexicon:
        """The lexicon of the package, with files of the user's own on top.

        An entry of such a file replaces the one of the same id; `remove: [ids]` takes entries away. Raises
        LexiconError for a mistake in a file, naming file, line and key.
        """
        sources = package_sources()
        digest = _digest(sources)
        entries, tables = _parsed(sources)
        for path in extra:
            digest = _digest({"base": digest, path.name: _text(path)})
            entries = on_top(entries, path)
        return cls._index(entries, tables, digest)

    @classmethod
    def _index(cls, entries: list[Entry], tables: dict[str, Any], version: str) -> Lexicon:
        return cls(
            tuple(entries), _by(entries, "verb"), _by(entries, "noun"), _by(entries, "adjective"),
            version=version, **tables,
        )  # fmt: skip

    def status_words(self, group: str) -> dict[str, str]:
        """The words of one group of the status table with the status that each gives."""
        return {word: name for name, found in self.status.get(group, {}).items() for word in sorted(found)}

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id."""
        return next((e for e in self.entries if e.id == entry_id), None)


def _by(entries: Iterable[Entry], kind: str) -> Index:
    found: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for item in getattr(entry, kind):
            parts = item.split()
            found.setdefault(parts[-1] if kind == "noun" else parts[0], {})[entry.id] = entry
    return {word: WordEntries.of(word, held.values()) for word, held in found.items()}


def package_sources() -> dict[str, str]:
    """The YAML files of the package: name to text, in order of name."""
    return {path.name: _text(path) for path in sorted(DATA.glob("*.yaml"))}


def read_entries(path: Path) -> tuple[list[Entry], list[str]]:
    """The entries of a user's file and the ids it removes. Raises LexiconError for a mistake in it."""
    block = parse(_text(path), path.name)
    return entries_of(block, path.name), removed(block, path.name)


def on_top(entries: list[Entry], path: Path) -> list[Entry]:
    """The entries with those of a user's file added, replaced or removed.

    Raises LexiconError for a mistake in the file or an id to remove that no entry has.
    """
    added, gone = read_entries(path)
    held = {entry.id: entry for entry in entries}
    for name in gone:
        if name not in held:
            raise LexiconError(f"{path.name}: remove: no entry has the id {name!r}.")
        del held[name]
    held.update((entry.id, entry) for entry in added)
    return list(held.values())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8 text"
        raise LexiconError(f"{path.name}: cannot be read: {reason}.") from error


def _digest(sources: dict[str, str]) -> str:
    total = hashlib.sha256()
    for name, text in sources.items():
        total.update(f"{name}:{len(text)}:".encode())
        total.update(text.encode())
    return total.hexdigest()[:16]


def _parsed(sources: dict[str, str]) -> tuple[list[Entry], dict[str, Any]]:
    """Entries and tables from the YAML itself."""
    entries: dict[str, Entry] = {}
    tables: dict[str, Any] = {name: {} for name in (*FLAT, *GROUPED)}
    for name, text in sources.items():
        stem = name.removesuffix(".yaml")
        block = parse(text, name)
        if stem in FLAT:
            tables[stem] = flat(block, name)
        elif stem in GROUPED:
            tables[stem] = grouped(block, name)
        else:
            for entry in entries_of(block, name):
                if (other := entries.get(entry.id)) is not None:
                    raise LexiconError(
                        f"{name}, line {entry.line}, id: {entry.id!r} stands already in {other.file}."
                    )
                entries[entry.id] = entry
    return list(entries.values()), tables


def to_data(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON data, without what it leaves at its default."""
    out: dict[str, Any] = {}
    for item in (field for field in fields(Entry) if field.init):
        value = getattr(entry, item.name)
        if isinstance(value, frozenset):
            value = sorted(value)
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, dict):
            value = {key: sorted(inner) for key, inner in sorted(value.items())}
        out[item.name] = value
    return {key: value for key, value in out.items() if value not in (None, [], {}, False)}
