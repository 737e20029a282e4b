"""The knowledge base: answers about states, bodies, names in a text, tenures and places, from one file.

The file is a SQLite database that `build` compiles; names are held in memory, the rest is looked up by index.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import cast

from rapidfuzz import fuzz

from dragoman.errors import KnowledgeError
from dragoman.knowledge.base_dates import day_range, may_cover
from dragoman.knowledge.base_names import PARTICLES, fold, name_forms, name_parts, name_words
from dragoman.knowledge.records import Entity, EntityKind, NameHit, NameKind, Place, Tenure
from dragoman.knowledge.tables_read import database_file

_WORD = re.compile(r"\w+")
_SPACES = str.maketrans({"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "’": "'", "‑": "-", "‐": "-"})
_TENURE = 'SELECT id, entity, country, office, title, person, start, "end", origin, also FROM tenure'
_SHOUT = 4
#: acronyms that papers write as words: "Nato", "Unicef", "Farc"; and those that are other words then
_SPOKEN = re.compile(r"(?=[A-Z]*[AEIOU])[A-Z]{4,}")
_OTHER_WORDS = frozenset({
    "Aids", "Aladi", "Alba", "Amal", "Ansa", "Arena", "Care", "Dina", "Fact", "Fata", "Ican", "Irena", "Kanu",
    "Mend", "Mfat", "Milf", "Nasa", "Ocha", "Pace", "Plan", "Safe", "Sana", "Shape", "Sica", "Star", "Wafa",
})  # fmt: skip
_UNLIKE = 55  # a word of a name less like every known word than this is another name
_LONG, _KEPT_TEXTS = 400, 8  # characters; texts of so many whose names are remembered
_MAPPED = 1 << 26  # bytes of the file that are read as memory
_TELLING = 5  # a longer word of a name may be written as part of another: "Kimjongun"
_TELLING_KEY, _FEW_PARTS = 3, 3
_MOST_PEOPLE, _LEAST_FIT = 40, 0.6
MANY = 75  # a word that so many bear in their names tells nobody alone: "john"
_LONGER = 85.0
_Entry = tuple[str, NameKind, tuple[str, ...]]
_RANK = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")


class KnowledgeBase:
    """All that is known of actors and places. Read-only; may be used from several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._capitals: dict[str, Place | None] = {}
        self._db.execute(f"PRAGMA mmap_size={_MAPPED}")
        self._entities: dict[str, Entity] = {}
        self._scanned: dict[str, list[NameHit]] = {}
        self._starts: dict[str, dict[str, list[_Entry]]] = {}  # by the first and the second word of a name
        self.version: str = self._db.execute("SELECT value FROM meta WHERE key='version'").fetchone()[0]
        self._db.execute("SELECT word FROM spelling LIMIT 1")  # a file of another form fails here
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
            raise KnowledgeError(
                f"{file.name} is no knowledge base of this version: {error}",
                hint="`dragoman actors build` makes one.",
            ) from error

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
        spoken = {
            text.capitalize(): found[text]
            for text in found
            if _SPOKEN.fullmatch(text) and text.capitalize() not in self._given | _OTHER_WORDS
        }
        for text, (kind, entities) in {**shouted, **spoken, **found}.items():
            words = _WORD.findall(text)
            if not words:
                continue
            entry = (text, cast(NameKind, kind), tuple(entities))
            seconds = self._starts.setdefault(words[0], {})
            seconds.setdefault(words[1] if len(words) > 1 else "", []).append(entry)
        for seconds in self._starts.values():
            for entries in seconds.values():
                entries.sort(key=lambda e: -len(e[0]))

    def scan(self, text: str) -> list[NameHit]:
        """The known names in a text, longest first match, on word boundaries; no two overlap.

        Case counts. A name after a personal given name ("Michael Jordan") is no hit.
        """
        found = self._scanned.get(text)
        if found is None:
            found = self._scan(text)
            if len(text) > _LONG:  # several ask for the names of a whole text, one after the other
                if len(self._scanned) >= _KEPT_TEXTS:
                    self._scanned.clear()
                self._scanned[text] = found
        return list(found)

    def _scan(self, text: str) -> list[NameHit]:
        words = _WORD.findall(text)
        known = self._starts
        firsts = [n for n, word in enumerate(words) if word in known]
        if not firsts:
            return []
        plain = text.translate(_SPACES)
        starts = [match.start() for match in _WORD.finditer(plain)]
        words.append("")
        hits: list[NameHit] = []
        done = 0
        for n in firsts:
            start = starts[n]
            if start < done:
                continue
            for name, kind, entities in _longest_first(known[words[n]], words[n + 1]):
                end = start + len(name)
                if not plain.startswith(name, start) or _goes_on(plain, name, end):
                    continue
                if name.startswith("the ") and self._longer(plain, start + len("the "), end):
                    break
                before = words[n - 1] if n else ""
                if not (before and self._is_surname(plain, before, start, name, kind)):
                    hits.append(NameHit(start, end, text[start:end], entities, kind))
                done = end
                break
        return hits

    def _longer(self, plain: str, start: int, end: int) -> bool:
        """Whether a name that starts at an offset reaches beyond `end`: "the *Gulf of Oman*", no Gulf."""
        words = _WORD.findall(plain[start:])
        entries = _longest_first(self._starts.get(words[0], {}), words[1] if len(words) > 1 else "")
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
        if country not in self._capitals:
            row = self._db.execute(
                "SELECT name, country, geonames, latitude, longitude, population, feature FROM place"
                " WHERE country=? AND latitude IS NOT NULL"
                " ORDER BY feature <> 'capital', feature <> 'city', population DESC, id LIMIT 1",
                (country,),
            ).fetchone()
            self._capitals[country] = Place(*row) if row else None
        return self._capitals[country]

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

    def bearers(self, word: str) -> int:
        """How many tenures are of people who bear a word (folded) in their names, as far as seventy-five."""
        return len(self._db.execute("SELECT 1 FROM person WHERE word=? LIMIT ?", (word, MANY)).fetchall())

    def _named(self, name: str) -> Iterator[list[tuple[object, ...]]]:
        """The tenures of people who share two parts of a name of several, then of those who share one.

        One part is enough where another is romanised otherwise, if it is long and the name short.
        """
        forms, parts = name_forms(name), name_parts(name)
        if len(forms) > 1:
            yield self._bearing(self._spellings(forms), 2)
        if len(parts) > 1:
            forms = [form for form in forms if len(form[0]) >= _TELLING_KEY]
        if len(parts) <= _FEW_PARTS:
            yield self._bearing(self._spellings(forms), 1)

    def _spellings(self, forms: list[tuple[str, str]]) -> list[str]:
        """The words of known names that sound and look like parts of a name: "dschugaschwili"."""
        if not forms:
            return []
        marks = ",".join("?" * len(forms))
        known = self._db.execute(f"SELECT word FROM spelling WHERE key IN ({marks})", [k for k, _ in forms])  # noqa: S608
        parts = [word for _key, word in forms]
        return [word for (word,) in known if _likeness(word, parts) >= _UNLIKE]

    def _bearing(self, words: list[str], least: int) -> list[tuple[object, ...]]:
        """The tenures of people with at least so many of some words in their names."""
        if len(words) < least:
            return []
        marks = ",".join("?" * len(words))
        under = f"SELECT tenure FROM person WHERE word IN ({marks})"  # noqa: S608
        if least > 1:
            under += f" GROUP BY tenure HAVING count(*) >= {least}"
        return self._db.execute(f"{_TENURE} WHERE id IN ({under})", words).fetchall()

    def people(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Tenure, ...]:
        """Tenures of the people whom a name (full or surname, any spelling) may mean, likeliest first."""
        said = name_words(name)
        for rows in self._named(name):
            found = _fitting(said, rows, date, country)
            if found:
                return found
        return ()

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


def _longest_first(seconds: dict[str, list[_Entry]], after: str) -> list[_Entry]:
    """The names that may begin with a word and the one after it, those of several words first."""
    several = seconds.get(after) if after else None
    alone = seconds.get("")
    return several + alone if several and alone else several or alone or []


def _standing(place: Place) -> int:
    """States before capitals and regions, these and cities before towns."""
    if place.feature == "country":
        return 0
    return 2 if place.local and 0 < place.population < 100_000 else 1


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


def _fitting(
    said: list[str], rows: list[tuple[object, ...]], date: str | None, country: str | None
) -> tuple[Tenure, ...]:
    """The tenures among some rows whose people a name fits, the best first; at most forty."""
    fits: dict[object, float] = {}  # one person holds several offices
    found: list[tuple[float, int, Tenure]] = []
    for row in rows:
        if country and row[2] and row[2] != country:
            continue
        names = row[5], row[9]
        fit = fits.get(names)
        if fit is None:
            spelt = str(row[5]) if not row[9] else f"{row[5]};{row[9]}"
            fit = fits[names] = max([_fit(said, _words_of(n)) for n in spelt.split(";") if n])
        if fit >= _LEAST_FIT:
            tenure = _tenure(row)
            found.append((-fit - _likely(tenure, date), cast(int, row[0]), tenure))
    found.sort(key=itemgetter(0, 1))
    return tuple(tenure for _order, _id, tenure in found[:_MOST_PEOPLE])


def _fit(said: list[str], known: list[str]) -> float:
    """How well the words of a name fit a known person, 0 to 1: every word said must find its like."""
    if not said or not known:
        return 0.0
    if len(said) > len(known) > 1:  # a longer form of the name: every known word must be in it
        found = [_likeness(k, said) for k in known]
        if min(found) >= _LONGER:
            return 0.7 + 0.2 * sum(found) / len(found) / 100.0
    joined = "".join(known)
    scores = []
    for word in said:
        if len(word) == 1:
            score = 100.0 if any(k[0] == word for k in known) else 0.0
        else:
            score = 100.0 if len(word) > _TELLING and word in joined else _likeness(word, known)
        if score >= _UNLIKE:
            scores.append(score)
        elif word not in PARTICLES or len(said) <= 2:
            return 0.0
    if not scores:
        return 0.0
    best = sum(scores) / len(scores)
    last = max(fuzz.ratio(said[-1], known[-1]), fuzz.ratio(said[0], known[0]) if len(known) > 1 else 0.0)
    return (0.75 * best + 0.25 * last) / 100.0


def _likeness(word: str, words: list[str]) -> float:
    """How like a word is to the likest of some, 0 to 100."""
    return 100.0 if word in words else max([fuzz.ratio(word, other) for other in words])


def _likely(tenure: Tenure, date: str | None) -> float:
    """What office and date add: in office at the date before near it before anybody."""
    score = 0.1 if tenure.office in _RANK[:2] else 0.05 if tenure.office in _RANK else 0.0
    asked = day_range(date)
    if asked is None:
        return score + (0.1 if date is None and tenure.end is None else 0.0)
    begun, ended = day_range(tenure.start), day_range(tenure.end)
    if begun is not None and begun[0] <= asked[1] and (ended is None or ended[1] >= asked[0]):
        return score + 0.5
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
