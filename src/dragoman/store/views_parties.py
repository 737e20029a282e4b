"""Who takes part in the events of a store: parties and pairs of them, people, and who speaks for whom."""

from __future__ import annotations

from sqlalchemy import case, func, or_, select

from dragoman.store import tables as t
from dragoman.store.shelf import Shelf

UNKNOWN = 9_000_000  # keys of events of unknown day carry a day beyond this


def parties(shelf: Shelf) -> dict[str, tuple[int, int | None, int | None]]:
    """How many events each party, and each two parties (`A|B`), take part in, and the first and last day."""
    p = t.event_pairs.c
    known = case((p.first_day < UNKNOWN, p.first_day))
    statement = select(p.pair, func.count(), func.min(known), func.max(known)).group_by(p.pair)
    return {row[0]: (row[1], row[2], row[3]) for row in shelf.connection.execute(statement)}


def person_names(shelf: Shelf, person: str, most: int = 200) -> list[tuple[str, str | None, str | None]]:
    """How events name a person: name, country, office; the person is a plain name."""
    p = t.event_persons.c
    chosen = select(p.event_id).where(p.person == person).limit(most)
    q = t.event_parties.c
    columns = select(q.kind, q.name, q.holder, q.text, q.country, q.office).where(q.event_id.in_(chosen))
    made = []
    for row in shelf.rows(columns):
        name = (row["name"] or row["text"]) if row["kind"] == "person" else row["holder"]
        if name:
            made.append((name, row["country"], row["office"]))
    return made


def companions(shelf: Shelf, person: str, most: int = 12) -> list[tuple[str, int]]:
    """The people (plain full names) who take part in the most events of a person."""
    mine, other = t.event_persons.alias("mine"), t.event_persons.alias("other")
    statement = (
        select(other.c.person, func.count().label("n"))
        .select_from(mine.join(other, other.c.event_id == mine.c.event_id))
        .where(mine.c.person == person, other.c.person != person, other.c.person.contains(" "))
        .group_by(other.c.person).order_by(func.count().desc(), other.c.person).limit(most)
    )  # fmt: skip
    return [(row[0], row[1]) for row in shelf.connection.execute(statement)]


def people(shelf: Shelf) -> list[tuple[str, int]]:
    """The people in the record by their plain full names, the most active first."""
    p = t.event_persons.c
    counted = select(p.person, func.count().label("n")).where(p.person.contains(" ")).group_by(p.person)
    ordered = counted.order_by(func.count().desc(), p.person)
    return [(row[0], row[1]) for row in shelf.connection.execute(ordered)]


def party_types(shelf: Shelf) -> dict[str, dict[str, int]]:
    """How many events of each type each party takes part in."""
    p, e = t.event_pairs.c, t.events.c
    chosen = select(p.pair, e.type, func.count()).join(t.events, e.id == p.event_id).where(
        p.pair.not_like("%|%"), or_(e.verdict.is_(None), e.verdict != "rejected")
    )  # fmt: skip
    made: dict[str, dict[str, int]] = {}
    for key, kind, number in shelf.connection.execute(chosen.group_by(p.pair, e.type)):
        made.setdefault(key, {})[kind] = number
    return made


def spokespeople(shelf: Shelf, most: int = 24) -> dict[str, list[tuple[str, str, int]]]:
    """For each state the people named for it in the most events: name, office, number."""
    q = t.event_parties.c
    name = case((q.kind == "person", func.coalesce(q.name, q.text)), else_=q.holder)
    chosen = (
        select(q.country, name.label("name"), func.max(q.office), func.count().label("n"))
        .where(q.country.is_not(None), name.is_not(None))
        .group_by(q.country, name).order_by(q.country, func.count().desc(), name)
    )  # fmt: skip
    made: dict[str, list[tuple[str, str, int]]] = {}
    for country, who, office, number in shelf.connection.execute(chosen):
        held = made.setdefault(country, [])
        if len(held) < most:
            held.append((who, office or "", number))
    return made
