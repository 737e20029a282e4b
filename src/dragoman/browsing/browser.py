"""Browsing a chronicle: pages of lists, single records, and the figures behind charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from dragoman.browsing.asof import Pasts
from dragoman.browsing.cache import Cache
from dragoman.browsing.paging import Page, cursor_of, place_of
from dragoman.browsing.publishers import publisher_figures
from dragoman.chronicle import Chronicle
from dragoman.errors import NotFound
from dragoman.following import outlook_items
from dragoman.gazette import Gazette
from dragoman.model import Document, Reading
from dragoman.model.chronicle import AgreementRecord, Decision, Disagreement, Event, OutlookItem
from dragoman.model.edtf import latest
from dragoman.resolution.instruments import agreement_records
from dragoman.resolution.wordlists import plain
from dragoman.store import Query, queries, views, views_parties, views_texts
from dragoman.store.shelf import Shelf
from dragoman.store.views import Brief

T = TypeVar("T")
NONE = (None).__class__


@dataclass(frozen=True, slots=True)
class Differing:
    """An event with one field in which its sources differ."""

    event: str
    disagreement: Disagreement


class Browser:
    """What pages and the HTTP interface ask of a chronicle. Safe from several threads."""

    def __init__(
        self, chronicle: Chronicle, gazette: Gazette | None = None, *, day: str | None = None
    ) -> None:
        self.chronicle = chronicle
        self.gazette = gazette or Gazette.default()
        self.day = day
        self._cache = Cache()
        self._pasts = Pasts(chronicle) if day is None else None
        self._kept: dict[int, Browser] = {}

    def close(self) -> None:
        """Let go of chronicles of other days."""
        if self._pasts is not None:
            self._pasts.close()

    def warm(self) -> None:
        """Make what takes long before somebody asks for it."""
        self.latest_days()
        self.ahead()
        self.facets(Query())
        self.partners()
        self.people("--")
        self.types()
        self.spokespeople()
        for make in (
            self.counts,
            self.decisions,
            self.differing,
            self.sources,
            self.outlook,
            self.agreements,
        ):
            make()

    # the store itself

    def revision(self) -> str:
        """Changes whenever the store does, and once a day, when plans may lapse."""
        with self.chronicle.store.read() as shelf:
            return f"{views.revision(shelf)}-{self.today()}"

    def today(self) -> int:
        """The day by which plans lapse."""
        return self.chronicle.today or datetime.now(UTC).date().toordinal()

    def at(self, day: str | None) -> Browser:
        """This chronicle, or as it was known on a day."""
        if not day or self._pasts is None:
            return self
        until = latest(day)
        name = until.isoformat() if until else day
        past = self._pasts.get(name, self.revision().rpartition("-")[0])
        held = self._kept.get(id(past))
        if held is None or held.chronicle is not past:
            if len(self._kept) > 8:
                self._kept.clear()
            held = self._kept[id(past)] = Browser(past, self.gazette, day=name)
        return held

    def kept(self, name: str, make: Callable[[Shelf], T]) -> T:
        """A value that is made from the whole store, kept until the store changes."""

        def made() -> T:
            with self.chronicle.store.read() as shelf:
                return make(shelf)

        return self._cache.get(name, self.revision(), made)

    # events

    def events(
        self, query: Query, *, cursor: str | None = None, size: int = 50, newest: bool = True
    ) -> Page[Brief]:
        """A page of events, by day."""
        after = place_of(cursor, (int, NONE), str) if cursor else None
        with self.chronicle.store.read() as shelf:
            found = views.page(shelf, query, after=after, size=size + 1, newest=newest)
            items = views.briefs(shelf, [name for _, name in found[:size]])
        following = cursor_of(found[size - 1]) if len(found) > size else None
        return Page(tuple(items), following)

    def facets(self, query: Query) -> dict[str, dict[str, int]]:
        """How many events of a question are of each type and standing."""
        return self.kept(f"facets {query!r}", lambda shelf: views.facets(shelf, query))

    def event(self, name: str) -> Event:
        """One event by its id, or by one that it had before a merge."""
        return self.chronicle.show(name)

    def briefs(self, names: Sequence[str]) -> list[Brief]:
        """Events as lists show them."""
        with self.chronicle.store.read() as shelf:
            return views.briefs(shelf, names)

    def likely_same(self, name: str) -> list[Brief]:
        """Events of the same parties about the same days."""
        with self.chronicle.store.read() as shelf:
            return views.briefs(shelf, views.likely_same(shelf, name))

    def newest(self) -> int:
        """The day of the newest publication, today where there is none."""

        def make(shelf: Shelf) -> int:
            found = queries.newest_publication(shelf)
            day = latest(found) if found else None
            return day.toordinal() if day else self.today()

        return self.kept("newest", make)

    def latest_days(self, most: int = 7, size: int = 5) -> list[tuple[date, int, list[Brief]]]:
        """The last days on which something happened: day, how many events, the first of them."""
        until = self.newest()

        def make(shelf: Shelf) -> list[tuple[date, int, list[Brief]]]:
            made = []
            for day, number in views.daily(shelf, most, until):
                words = date.fromordinal(day).isoformat()
                found = views.page(shelf, Query(since=words, until=words), size=size + 4)
                names = [name for first, name in found if first == day][:size]
                made.append((date.fromordinal(day), number, views.briefs(shelf, names)))
            return made

        return self.kept("latest", make)

    def ahead(self, size: int = 6) -> list[Brief]:
        """What is announced for the days after the newest publication."""

        def make(shelf: Shelf) -> list[Brief]:
            since = date.fromordinal(self.newest() + 1).isoformat()
            found = views.page(shelf, Query(since=since, status="planned"), size=size * 4, newest=False)
            return [b for b in views.briefs(shelf, [name for _, name in found]) if _near(b)][:size]

        return self.kept("ahead", make)

    def search(self, words: str, size: int = 20) -> dict[str, Any]:
        """Events, parties, people and documents that some words may mean."""
        begun = plain(words)
        found = self.gazette.found(words) if begun else []
        known = self.parties()
        actors = [(key, name, known.get(key, (0, None, None))[0]) for key, name in found]
        begins = f"~{begun}"
        named = [k for k in known if begun and k.startswith(begins) and "|" not in k]
        bodies = sorted(((key, known[key][0]) for key in named), key=lambda item: -item[1])
        seen = {key for key, _, _ in actors}
        actors += [(key, self.gazette.name(key), n) for key, n in bodies[:6] if key not in seen]
        with self.chronicle.store.read() as shelf:
            documents = views_texts.document_rows(shelf, text=words, size=8) if begun else []
            events = views.briefs(shelf, views.matching(shelf, words, size)) if begun else []
        people = self.people(begun)
        return {"events": events, "actors": actors, "people": people, "documents": documents}

    # parties

    def people(self, begun: str, most: int = 20) -> list[tuple[str, int]]:
        """The people whose plain name has a word that begins so, the most active first."""
        if len(begun) < 2:
            return []
        within = f" {begun}"
        whole = self.kept("people", views_parties.people)
        return [item for item in whole if item[0].startswith(begun) or within in item[0]][:most]

    def parties(self) -> dict[str, tuple[int, int | None, int | None]]:
        """How many events each party and each pair of parties has, and their first and last day."""
        return self.kept("parties", views_parties.parties)

    def partners(self) -> dict[str, list[tuple[str, int]]]:
        """For each party those it deals with, the most frequent first."""

        def make(shelf: Shelf) -> dict[str, list[tuple[str, int]]]:
            made: dict[str, list[tuple[str, int]]] = {}
            for pair, (number, _, _) in views_parties.parties(shelf).items():
                one, bar, two = pair.partition("|")
                if bar:
                    made.setdefault(one, []).append((two, number))
                    made.setdefault(two, []).append((one, number))
            for found in made.values():
                found.sort(key=lambda item: (-item[1], item[0]))
            return made

        return self.kept("partners", make)

    def types(self) -> dict[str, dict[str, int]]:
        """How many events of each type each party takes part in."""
        return self.kept("types", views_parties.party_types)

    def spokespeople(self) -> dict[str, list[tuple[str, str, int]]]:
        """For each state those who are named for it most."""
        return self.kept("spokespeople", views_parties.spokespeople)

    # instruments, outlook, disagreements, unknowns

    def agreements(
        self, *, between: Sequence[str] = (), standing: str | None = None, text: str | None = None
    ) -> list[AgreementRecord]:
        """The agreements, the latest first."""

        def make(shelf: Shelf) -> list[AgreementRecord]:
            found = agreement_records(queries.agreement_rows(shelf))
            return sorted(found, key=lambda a: (a.edtf or "", a.id), reverse=True)

        words, wanted = plain(text) if text else "", set(between)
        return [
            a for a in self.kept("agreements", make)
            if wanted <= set(a.parties) and (not standing or (a.standing or "unknown") == standing)
            and words in plain(" ".join(a.titles))
        ]  # fmt: skip

    def outlook(
        self, *, between: Sequence[str] = (), state: str | None = None, by: str | None = None,
        kind: str | None = None,
    ) -> list[OutlookItem]:  # fmt: skip
        """Plans and predictions with what became of them, the latest first."""
        whole = self.kept("outlook", lambda shelf: outlook_items(shelf, self.today())[::-1])
        wanted, name = set(between), plain(by) if by else ""
        return [
            item for item in whole
            if wanted <= set(item.countries) and (not state or item.state == state)
            and (not kind or item.kind == kind) and (not name or any(name in plain(b) for b in item.by))
        ]  # fmt: skip

    def differing(self, *, field: str | None = None) -> list[Differing]:
        """Where the sources of an event differ, the latest event first."""

        def make(shelf: Shelf) -> list[Differing]:
            made = [Differing(name, one) for name, _, one in views.disagreement_rows(shelf)]
            for one, two, a, b, name, note in queries.near_misses(shelf):
                if one < two:
                    made.append(Differing(one, Disagreement(name, ((one, (a,)), (two, (b,))), note, two)))
            return made

        return [d for d in self.kept("differing", make) if not field or d.disagreement.field == field]

    def unknowns(
        self, *, text: str | None = None, cursor: str | None = None, size: int = 50
    ) -> Page[dict[str, Any]]:
        """What texts say was not disclosed, with the words around it."""
        after = place_of(cursor, str, str, int) if cursor else None
        with self.chronicle.store.read() as shelf:
            rows = views_texts.unknown_rows(shelf, text=text, after=after, size=size + 1)
            spans = [(r["document_id"], r["span_start"], r["span_end"]) for r in rows[:size]]
            around = views_texts.unknown_sentences(shelf, spans)
        items = tuple({
            "document": r["document_id"], "span": [r["span_start"], r["span_end"]], "text": r["text"],
            "around": around[r["document_id"], r["span_start"]], "title": r["title"],
            "publisher": r["publisher"], "published": r["published"], "url": r["url"],
        } for r in rows[:size])  # fmt: skip
        last = rows[size - 1] if len(rows) > size else None
        following = cursor_of((last["sort"], last["document_id"], last["span_start"])) if last else None
        return Page(items, following)

    # documents, sources, decisions

    def documents(
        self,
        *,
        publisher: str | None = None,
        text: str | None = None,
        cursor: str | None = None,
        size: int = 50,
    ) -> Page[dict[str, Any]]:
        """Documents without their texts, newest first."""
        after = place_of(cursor, str, str) if cursor else None
        with self.chronicle.store.read() as shelf:
            rows = views_texts.document_rows(
                shelf, publisher=publisher, text=text, after=after, size=size + 1
            )
        names = ("id", "title", "publisher", "published", "url", "language", "added_at")
        items = tuple({name: row[name] for name in names} for row in rows[:size])
        following = cursor_of((rows[size - 1]["sort"], rows[size - 1]["id"])) if len(rows) > size else None
        return Page(items, following)

    def document(self, name: str) -> Document:
        """A document with its text; NotFound where there is none."""
        with self.chronicle.store.read() as shelf:
            found = shelf.document(name)
        if found is None:
            raise NotFound(f"there is no document {name}.")
        return found

    def readings(self, name: str) -> list[tuple[str, str]]:
        """The versions of the reader that read a document, the one that counts first."""
        from dragoman.derive import version_key

        with self.chronicle.store.read() as shelf:
            found = views_texts.reading_notes(shelf, name)
        return sorted(found, key=lambda item: version_key(item[0]), reverse=True)

    def reading(self, name: str, reader: str | None = None) -> tuple[Reading, dict[str, str]]:
        """A reading of a document, the one that counts where no version is named; and its events' ids."""
        versions = [version for version, _ in self.readings(name)]
        chosen = reader or (versions[0] if versions else "")
        with self.chronicle.store.read() as shelf:
            found = shelf.reading(name, chosen) if chosen in versions else None
            events = views_texts.local_events(shelf, name) if versions and chosen == versions[0] else {}
        if found is None:
            raise NotFound(f"there is no reading of document {name}" + (f" by {reader}." if reader else "."))
        return found, events

    def sources(self) -> list[dict[str, Any]]:
        """Every publisher with what it told, how soon, how often alone or contradicted."""
        return self.kept(
            "sources",
            lambda shelf: publisher_figures(queries.sources(shelf), views_texts.publisher_rows(shelf)),
        )

    def decisions(self, *, who: str | None = None, kind: str | None = None) -> list[Decision]:
        """People's decisions, the latest first."""
        found = self.kept("decisions", lambda shelf: shelf.decisions()[::-1])
        return [d for d in found if (not who or d.who == who) and (not kind or d.kind == kind)]

    def counted(self, items: Sequence[Any], name: Callable[[Any], str | None]) -> list[tuple[str, int]]:
        """How many of some items have each value, the most frequent first."""
        return Counter(name(item) or "unknown" for item in items).most_common()

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return self.kept("counts", queries.counts)


def _near(event: Brief) -> bool:
    """Whether the day of an event is known to a month or so."""
    if event.assumed or event.first is None or event.last is None:
        return False
    return event.last - event.first <= 31
