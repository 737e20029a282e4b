"""Finds faults in a knowledge base: overlapping tenures, missing or impossible dates, unknown codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.base_dates import day_range

_SECTORS = (
    "COP GOV JUD LEG MIL PTY PRM REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
    " IGO NGO MNC"
)
#: offices that several people hold at a time
_SHARED = frozenset({
    "ambassador", "leader", "un_representative", "ambassador_to_us", "opposition_leader", "dissident",
    "rebel_leader", "activist", "religious_leader", "judge", "journalist", "party_leader", "businessman",
    "citizen", "lawmaker", "military_leader",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a knowledge base: its kind, the row it is in, and what is wrong."""

    kind: str
    where: str
    what: str


def faults(path: Path, *, origin: str | None = None) -> Iterator[Fault]:
    """The faults of the knowledge base in `path`; with `origin`, tenures of that origin only.

    Tenures overlap where two people hold one office for longer than the days on which it changes hands, one
    who acts for another (a title that begins with "acting") left out.
    Raises KnowledgeError where the file is no knowledge base.
    """
    if not path.is_file():
        raise KnowledgeError(
            f"there is no knowledge base at {path.name}", hint="`dragoman actors build` makes it."
        )
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        try:
            yield from _dates(db, origin)
            yield from _overlaps(db, origin)
            yield from _codes(db)
        except sqlite3.Error as error:
            raise KnowledgeError(f"{path.name} is not a knowledge base: {error}") from error


def _dates(db: sqlite3.Connection, origin: str | None) -> Iterator[Fault]:
    rows = db.execute('SELECT entity, office, person, start, "end", origin FROM tenure')
    for entity, office, person, start, end, source in rows:
        if origin and source != origin:
            continue
        where = f"{entity} {office} {person}"
        begun, ended = day_range(start), day_range(end)
        if begun is None:
            yield Fault("missing date", where, "no start")
        elif end and ended is None:
            yield Fault("bad date", where, f"the end {end!r} is no date")
        elif ended is not None and ended[1] < begun[0]:
            yield Fault("bad date", where, f"ends {end} before it starts {start}")


def _overlaps(db: sqlite3.Connection, origin: str | None) -> Iterator[Fault]:
    before: dict[tuple[str, str, str], tuple[str, str | None]] = {}
    rows = db.execute(
        'SELECT entity, office, person, start, "end", origin FROM tenure'
        " WHERE title NOT LIKE 'acting %' ORDER BY start, \"end\""
    )
    for entity, office, person, start, end, source in rows:
        if office in _SHARED or (origin and source != origin):
            continue
        key = (entity, office, source)
        last = before.get(key)
        begun = day_range(start)
        if last is not None and last[0] != person and begun is not None:
            ended = day_range(last[1]) if last[1] else None
            if ended is None or ended[0] > begun[1]:
                yield Fault("overlap", f"{entity} {office}", f"{last[0]} to {last[1]}, {person} from {start}")
        before[key] = (person, end)


def _codes(db: sqlite3.Connection) -> Iterator[Fault]:
    countries = {row[0] for row in db.execute("SELECT country FROM entity WHERE kind='country'")}
    entities = {row[0] for row in db.execute("SELECT id FROM entity")}
    for name, country, sector in db.execute("SELECT name, country, sector FROM entity"):
        if country and country not in countries:
            yield Fault("unknown code", name, f"no state has the code {country}")
        if sector and sector not in _SECTORS.split():
            yield Fault("unknown code", name, f"no sector has the code {sector}")
    for entity, person in db.execute("SELECT entity, person FROM tenure"):
        if entity not in entities:
            yield Fault("unknown code", person, f"no entity has the id {entity}")
    for body, country in db.execute("SELECT body, country FROM member"):
        if country not in countries:
            yield Fault("unknown code", body, f"no member state has the code {country}")
