"""The knowledge base: answers about states, bodies, names in a text, tenures and places, from one file.

The file is a SQLite database that `build` compiles; names are held in memory, the rest is looked up by index.
"""

from __future__ import annotations

import re
import sqlite3
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from rapidfuzz import fuzz

from dragoman.errors import KnowledgeError
from dragoman.knowledge.base_dates import day_range, may_cover
from dragoman.knowledge.base_names import fold, name_keys, name_words
from dragoman.knowledge.records import Entity, EntityKind, NameHit, NameKind, Place, Tenure
from dragoman.knowledge.tables_read import database_file

_WORD = re.compile(r"\w+")
_SPACES = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "’": "'", "‑": "-", "‐": "-"})
_TENURE = 'SELECT id, entity, country, office, title, person, start, "end", origin, also FROM tenure'
_SHOUT = 4
_UNLIKE = 55  # a word of a name less like every known word than this is another name
_MOST_PEOPLE = 40
_LONGER = 85.0
_RANK = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


class KnowledgeBase:
    """All that is known of actors and places. Read-only; may be used from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._entities: dict[str, Entity] = {}
        self._starts: dict[str, list[tuple[str, NameKind, tuple[str, ...]]]] = {}
        self.version: str = self._db.execute("SELECT value FROM meta WHERE key='version'").fetchone()[0]
        self._given = {row[0] for row in self._db.execute("SELECT name FROM given")}
        self._read_names()

    @classmethod
    def load(cls, path: Path | None = None) -> KnowledgeBase:
        """The knowledge base in `path`; the one of the package where no path is given.

        Raises KnowledgeError where there is none or where it has another form.
        """
        file = path or database_file()
        if not file.is_file():
            raise KnowledgeError(
                f"there is no knowledge base at {file.name}", hint="`dragoman actors build` makes it."
            )
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            return cls(sqlite3.connect(uri, uri=True, check_same_thread=False))
        except (sqlite3.Error, TypeError) as error:
            raise KnowledgeError(f"{file.name} is not a knowledge base: {error}") from error

    @classmethod
    def default(cls) -> KnowledgeBase:
        """The knowledge base of the package, loaded at the first call and kept."""
        return _default()

    def _read_names(self) -> None:
        found: dict[str, tuple[str, list[str]]] = {}
        rows = self._db.execute("SELECT text, kind, entity FROM name ORDER BY text, rank")
        for text, kind, entity in rows:
            known = found.get(text)
            if known is None:
                found[text] = (kind, [entity])
            else:
                known[1].append(entity)
        shouted = {
            text.upper(): found[text]
            for text in found
            if len(text) >= _SHOUT and found[text][0] in ("name", "adjective", "people", "capital")
        }
        for text, (kind, entities) in {**shouted, **found}.items():
            first = _WORD.search(text)
            if first is None:
                continue
            entry = (text, cast(NameKind, kind), tuple(entities))
            self._starts.setdefault(first.group(), []).append(entry)
        for entries in self._starts.values():
            entries.sort(key=lambda e: -len(e[0]))

    def scan(self, text: str) -> list[NameHit]:
        """The known names in a text, longest first match, on word boundaries; no two overlap.

        Case counts. A name after a personal given name ("Michael Jordan") is no hit.
        """
        plain = text.translate(_SPACES)
        hits: list[NameHit] = []
        done, before = 0, ""
        for word in _WORD.finditer(plain):
            start = word.start()
            entries = self._starts.get(word.group())
            if entries is not None and start >= done:
                for name, kind, entities in entries:
                    end = start + len(name)
                    if not plain.startswith(name, start) or _goes_on(plain, name, end):
                        continue
                    if name.startswith("the ") and self._longer(plain, start + len("the "), end):
                        break
                    if not (before and self._is_surname(plain, before, start, name, kind)):
                        hits.append(NameHit(start, end, text[start:end], entities, kind))
                    done = end
                    break
            before = word.group()
        return hits

    def _longer(self, plain: str, start: int, end: int) -> bool:
        """Whether a name that starts at an offset reaches beyond `end`: "the *Gulf of Oman*", no Gulf."""
        word = _WORD.match(plain, start)
        entries = self._starts.get(word.group(), ()) if word else ()
        ends = [start + len(name) for name, *_ in entries if plain.startswith(name, start)]
        return any(stop > end and not _goes_on(plain, plain[start:stop], stop) for stop in ends)

    def _is_surname(self, text: str, before: str, start: int, name: str, kind: NameKind) -> bool:
        """Whether a one-word name follows a given name: "Michael Jordan", "Denzel Washington"."""
        return (
            before in self._given and " " not in name and kind in ("name", "capital", "city", "adjective")
            and text[start - 1] == " " and text[start - 2].isalnum()
        )  # fmt: skip

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id."""
        known = self._entities.get(entity_id)
        if known is None:
            row = self._db.execute(
                'SELECT id, kind, name, country, sector, wikidata, start, "end" FROM entity WHERE id=?',
                (entity_id,),
            ).fetchone()
            if row is None:
                return None
            known = self._entities[entity_id] = Entity(row[0], cast(EntityKind, row[1]), *row[2:])
        return known

    def country(self, alpha3: str) -> Entity | None:
        """The state of that code."""
        found = self.entity(alpha3)
        return found if found is not None and found.kind == "country" else None

    def code(self, scheme: str, value: str) -> Entity | None:
        """The state of a code of another scheme: "alpha2" or "cow" (letters)."""
        row = self._db.execute(
            "SELECT entity FROM code WHERE scheme=? AND value=?", (scheme, value)
        ).fetchone()
        return self.entity(row[0]) if row else None

    def members(self, entity_id: str) -> tuple[str, ...]:
        """The alpha-3 codes of the member states of a body, as far as the tables have them."""
        rows = self._db.execute("SELECT country FROM member WHERE body=?", (entity_id,))
        return tuple(row[0] for row in rows)

    def states(self) -> tuple[Entity, ...]:
        """All states, by code."""
        return self._of_kinds("country")

    def bodies(self) -> tuple[Entity, ...]:
        """All organisations and groups, by id."""
        return self._of_kinds("organisation", "group")

    def _of_kinds(self, *kinds: EntityKind) -> tuple[Entity, ...]:
        marks = ",".join("?" * len(kinds))
        rows = self._db.execute(f"SELECT id FROM entity WHERE kind IN ({marks}) ORDER BY id", kinds)  # noqa: S608
        return tuple(entity for (name,) in rows.fetchall() if (entity := self.entity(name)))

    def codes(self, entity_id: str) -> tuple[tuple[str, str], ...]:
        """The codes of a state in other schemes: (scheme, value)."""
        rows = self._db.execute("SELECT scheme, value FROM code WHERE entity=? ORDER BY scheme", (entity_id,))
        return tuple((row[0], row[1]) for row in rows)

    def tenures(self, entity_id: str, office: str | None = None) -> tuple[Tenure, ...]:
        """All tenures of a state or body, of one office or of all, by their beginning."""
        rows = self._db.execute(
            f"{_TENURE} WHERE entity=? AND (? IS NULL OR office=?) ORDER BY start, id",
            (entity_id, office, office),
        )
        return tuple(_tenure(row) for row in rows)

    def capital(self, country: str) -> Place | None:
        """The capital of a state (alpha-3), with its coordinates where the tables have them."""
        row = self._db.execute(
            "SELECT name, country, geonames, latitude, longitude, population, feature FROM place"
            " WHERE country=? AND latitude IS NOT NULL"
            " ORDER BY feature <> 'capital', population DESC, id LIMIT 1",
            (country,),
        ).fetchone()
        return Place(*row) if row else None

    def holders(self, country: str, office: str, date: str | None) -> tuple[Tenure, ...]:
        """Who may have held an office of a state (alpha-3) or body (its id) on a date; no date: the newest.

        Several people where the date is known too roughly to tell. The day of a change is the newcomer's.
        """
        rows = self._db.execute(
            f"{_TENURE} WHERE entity=? AND office=? ORDER BY start, id", (country, office)
        )
        tenures = [_tenure(row) for row in rows]
        if date is None:
            current = [t for t in tenures if t.end is None and t.start is not None]
            return _distinct(current or tenures[-1:])
        held = [t for t in tenures if may_cover(t.start, t.end, date)]
        begun = any(t.start == date for t in held)
        return _distinct([t for t in held if not (begun and t.end == date and t.start != date)])

    def offices(self, entity_id: str) -> tuple[str, ...]:
        """The codes of the offices of a state or body whose holders are known."""
        rows = self._db.execute(
            "SELECT DISTINCT office FROM tenure WHERE entity=? ORDER BY office", (entity_id,)
        )
        return tuple(row[0] for row in rows)

    def office_codes(self, title: str, country: str | None) -> tuple[str, ...]:
        """The codes of the offices that a title means in a state; () where the tables do not have it.

        >>> KnowledgeBase.default().office_codes("Foreign Secretary", "GBR")
        ('foreign_minister',)
        """
        plain = title.encode("utf-8", "ignore").decode()  # without halves of surrogate pairs
        said = " ".join(plain.replace("’", "'").casefold().replace("'s ", " ").split())
        for prefix in ("the ", "new ", "then-"):
            said = said.removeprefix(prefix)
        for words in _shorter(said):
            for where in (country or "", ""):
                row = self._db.execute(
                    "SELECT codes FROM office WHERE title=? AND country=?", (words, where)
                ).fetchone()
                if row:
                    return tuple(row[0].split())
        return ()

    def _named(self, keys: list[str], least: int) -> list[tuple[object, ...]]:
        """The tenures of people who share at least so many keys of a name."""
        marks = ",".join("?" * len(keys))
        shared = (
            f"SELECT tenure FROM person WHERE key IN ({marks}) GROUP BY tenure HAVING count(*) >= {least}"  # noqa: S608
        )
        return self._db.execute(f"{_TENURE} WHERE id IN ({shared})", keys).fetchall()

    def people(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Tenure, ...]:
        """Tenures of the people whom a name (full or surname, any spelling) may mean, likeliest first."""
        said = name_words(name)
        keys = name_keys(name)
        if not keys:
            return ()
        rows = self._named(keys, 2) if len(said) > 1 else []
        rows = rows or self._named(keys, 1)
        found: dict[int, tuple[float, Tenure]] = {}
        fits: dict[str, float] = {}  # one person holds several offices
        for row in rows:
            number, person = int(str(row[0])), f"{row[5]};{row[9]}"
            if number in found or (country and row[2] and row[2] != country):
                continue
            fit = fits.get(person)
            if fit is None:
                names = filter(None, person.split(";"))
                fit = fits[person] = max(_fit(said, _words_of(name)) for name in names)
            if fit >= 0.6:
                tenure = _tenure(row)
                found[number] = (fit + _likely(tenure, date), tenure)
        ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
        return tuple(tenure for _id, (_score, tenure) in ranked[:_MOST_PEOPLE])

    def places(self, name: str) -> tuple[Place, ...]:
        """The places of that name, the largest first; case and accents do not count."""
        key = fold(name).strip().removeprefix("the ")
        rows = self._db.execute(
            "SELECT name, country, geonames, latitude, longitude, population, feature FROM place_name"
            " JOIN place ON place.id = place_name.place WHERE key=? ORDER BY population DESC, place.id",
            (key,),
        )
        found = [Place(*row) for row in rows]
        return tuple(sorted(found, key=_standing))


def _standing(place: Place) -> int:
    """States before capitals and regions, these and cities before towns."""
    if place.feature == "country":
        return 0
    return 2 if place.feature == "city" and 0 < place.population < 100_000 else 1


def _goes_on(text: str, name: str, end: int) -> bool:
    """Whether the word at the end of a name goes on after it."""
    if end >= len(text):
        return False
    return text[end].isalnum() or text[end] == "_"


def _shorter(title: str) -> list[str]:
    """The title, and what is left of it without the words before or after its core."""
    forms = [title]
    for prefix in ("acting ", "interim ", "caretaker ", "federal ", "national ", "union ", "us ", "u.s. "):
        if title.startswith(prefix):
            forms.append(title.removeprefix(prefix))
    for mark in (" of ", " for ", ", "):
        parts = title.split(mark)
        forms += [mark.join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]
    return forms


def _tenure(row: tuple[object, ...]) -> Tenure:
    return Tenure(*cast("tuple[str, str | None, str, str, str, str | None, str | None, str, str]", row[1:10]))


def _fit(said: list[str], known: list[str]) -> float:
    """How well the words of a name fit a known person, 0 to 1: every word said must find its like."""
    if not said or not known:
        return 0.0
    joined = "".join(known)
    if len(said) > len(known) > 1:  # a longer form of the name: every known word must be in it
        found = [max(fuzz.ratio(w, k) for w in said) for k in known]
        if min(found) >= _LONGER:
            return 0.7 + 0.2 * sum(found) / len(found) / 100.0
    scores = []
    for i, w in enumerate(said):
        like = max(fuzz.ratio(w, k) for k in known)
        scores.append(100.0 if len(w) > 5 and w in joined else like)
        if like < _UNLIKE and len(w) > 1 and scores[i] < _UNLIKE:
            return 0.0
    initials = [i for i, w in enumerate(said) if len(w) == 1]
    for i in initials:
        scores[i] = 100.0 if any(k[0] == said[i] for k in known) else 50.0
    best = sum(scores) / len(scores)
    last = max(fuzz.ratio(said[-1], known[-1]), fuzz.ratio(said[0], known[0]) if len(known) > 1 else 0.0)
    return (0.75 * best + 0.25 * last) / 100.0 if min(scores) >= _UNLIKE else 0.0


def _likely(tenure: Tenure, date: str | None) -> float:
    """What office and date add: in office at the date before near it before anybody."""
    score = 0.1 if tenure.office in _RANK[:2] else 0.05 if tenure.office in _RANK else 0.0
    asked = day_range(date)
    if date is None or asked is None:
        return score + (0.1 if tenure.end is None else 0.0)
    if may_cover(tenure.start, tenure.end, date):
        return score + 0.5
    begun, ended = day_range(tenure.start), day_range(tenure.end)
    near = [abs(int(asked[0][:4]) - int(edge[0][:4])) for edge in (begun, ended) if edge is not None]
    return score + (max(0.0, 0.3 - min(near) / 50) if near else 0.0)


def _distinct(tenures: list[Tenure]) -> tuple[Tenure, ...]:
    """One tenure a person, the fullest name first kept: tables of different origin may hold the same."""
    kept: list[Tenure] = []
    for tenure in sorted(tenures, key=lambda t: -len(t.person)):
        words = name_words(tenure.person)
        if all(_fit(words, name_words(other.person)) < 0.75 for other in kept):
            kept.append(tenure)
    return tuple(sorted(kept, key=lambda t: (t.start or "", t.person), reverse=True))


@lru_cache(maxsize=20_000)
def _words_of(person: str) -> list[str]:
    return name_words(person)


@cache
def _default() -> KnowledgeBase:
    return KnowledgeBase.load()
