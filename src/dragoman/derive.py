"""From readings to events, one document at a time: what `add` and `rebuild` both do.

Everything here is a function of the set of current readings and the decisions, whatever their order: which
tellings are alike is judged pair by pair, and all tellings that hang together are parted into events anew
whenever one of them comes or goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from sqlalchemy import delete, or_

from dragoman.model import Reading
from dragoman.model.chronicle import Decision, Event, Likeness, Telling
from dragoman.resolution.choose import Voice
from dragoman.resolution.cluster import Pair, partition
from dragoman.resolution.compare import block_keys, enough, judge, near_miss, reach
from dragoman.resolution.copies import alike, bands, signature
from dragoman.resolution.events import make_event
from dragoman.resolution.parties import keys_of, person_of
from dragoman.resolution.tellings import AgreementMention, Parts, parts_of
from dragoman.store import tables as t
from dragoman.store.shelf import Shelf

HAND = "hand"
#: stands for an unknown first day, so that such events come last
NEVER = 9_999_999


def version_key(reader: str) -> tuple[tuple[int, ...], str]:
    """Orders versions of the reader by their numbers, then by their names."""
    return tuple(int(n) for n in re.findall(r"\d+", reader)), reader


def current(readers: Iterable[str]) -> str:
    """The version whose reading is the one that counts."""
    return max(readers, key=version_key)


class Deriver:
    """Keeps the derived tables of one transaction true to its readings and decisions."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._decisions = shelf.decisions()
        self._joined, self._parted = _pairs(self._decisions)

    def decided(self) -> None:
        """Take note that decisions were made."""
        self._decisions = self.shelf.decisions()
        self._joined, self._parted = _pairs(self._decisions)

    def add(self, reading: Reading) -> None:
        """Derive what a document gives that has not been derived yet."""
        shelf, parts = self.shelf, parts_of(reading)
        stirred = self._copies(reading)
        self._tellings(parts)
        self._rest(reading, parts)
        alike_to = self._likenesses(parts.tellings)
        new = {telling.id for telling in parts.tellings}
        for name in stirred:
            new.update(shelf.tellings_of_document(name))
        if new:
            self.regroup(new, fresh={t.id: t for t in parts.tellings} | alike_to)

    def drop(self, document: str) -> None:
        """Forget what was derived from a document, before a newer reading of it is derived."""
        shelf = self.shelf
        gone = set(shelf.tellings_of_document(document))
        events = set(shelf.events_with(gone).values())
        near = {n for k in shelf.neighbours(gone) for n in (k.a, k.b)} - gone
        near |= {m for members in shelf.members(events).values() for m in members} - gone
        shelf.remove(t.events, t.events.c.id, events)
        for pair in (t.likenesses, t.near_misses):
            shelf.connection.execute(delete(pair).where(or_(pair.c.a.in_(gone), pair.c.b.in_(gone))))
        for table in (t.agreement_mentions, t.outlook, t.unknowns, t.mentions):
            shelf.remove(table, table.c.document_id, [document])
        if near:
            self.regroup(near)

    def clear(self) -> None:
        """Empty all derived tables."""
        for table in t.DERIVED:
            self.shelf.connection.execute(delete(table))

    def regroup(self, names: set[str], fresh: dict[str, Telling] | None = None) -> None:
        """Part all tellings that hang together with some into events anew."""
        shelf = self.shelf
        whole, likes = self._hanging_together(names)
        known = {name: fresh[name] for name in whole if fresh and name in fresh}
        tellings = known | shelf.tellings(whole - known.keys())
        whole &= tellings.keys()
        clusters = partition(tellings, likes, self._joined, self._parted)
        voices = self._voices({telling.document for telling in tellings.values()})
        stale = set(shelf.events_with(whole).values())
        shelf.remove(t.events, t.events.c.id, stale)
        events = []
        for cluster in clusters:
            decided = [d for d in self._decisions if d.target in cluster]
            events.append(make_event([tellings[name] for name in cluster], voices, decided))
        self._put(events)

    def _put(self, events: Sequence[Event]) -> None:
        persons = sorted({(name, e.first or NEVER, e.id) for e in events for name in person_keys(e)})
        pairs = sorted({(pair, e.first or NEVER, e.id) for e in events for pair in pair_keys(e)})
        self.shelf.put_events(events, persons, pairs)

    def _hanging_together(self, names: set[str]) -> tuple[set[str], list[Likeness]]:
        whole, edge = set(names), set(names)
        likes: dict[tuple[str, str], Likeness] = {}
        while edge:
            reached: set[str] = set()
            for like in self.shelf.neighbours(edge):
                likes[like.a, like.b] = like
                reached |= {like.a, like.b}
            for pair in self._joined:
                if pair & edge:
                    reached |= pair
            edge = reached - whole
            whole |= edge
        return whole, list(likes.values())

    def _voices(self, documents: set[str]) -> dict[str, Voice]:
        return {name: Voice(group, title) for name, (group, title) in self.shelf.groups(documents).items()}

    def _tellings(self, parts: Parts) -> None:
        keys = []
        for telling in parts.tellings:
            first, last = reach(telling)
            keys += [(key, telling.id, first, last) for key in block_keys(telling)]
        self.shelf.put_tellings(parts.tellings, keys)
        self.shelf.put_links(parts.links)

    def _likenesses(self, tellings: Sequence[Telling]) -> dict[str, Telling]:
        """Keep which other tellings these are like; the others."""
        shelf, found = self.shelf, {}
        for telling in tellings:
            keys = block_keys(telling)
            if keys and telling.first is not None and telling.last is not None:
                found[telling.id] = shelf.candidates(keys, telling.first, telling.last) - {telling.id}
        others = shelf.tellings({name for names in found.values() for name in names})
        likes, near = [], []
        for telling in tellings:
            for name in found.get(telling.id, ()):
                a, b = sorted((telling, others[name]), key=lambda one: one.id)
                verdict = judge(a, b)
                if enough(a, verdict):
                    likes.append(Likeness(a.id, b.id, verdict.score, verdict.reasons))
                elif note := near_miss(a, b):
                    near.append((a.id, b.id, "when", note))
        shelf.put_likenesses(likes)
        shelf.put_near_misses(near)
        return others

    def _copies(self, reading: Reading) -> list[str]:
        """Group a document with its copies; the other documents whose group changed."""
        shelf, doc = self.shelf, reading.document
        values = signature(doc.text)
        if not values or reading.reader == HAND:
            return []
        keys = bands(values)
        near = [
            name for name, words in shelf.sharing_band(keys).items()
            if name != doc.id and alike(values, tuple(int(w, 16) for w in words.split()))
        ]  # fmt: skip
        groups = {group for group, _ in shelf.groups(near).values()}
        name = min({*groups, doc.id})
        words = " ".join(f"{value:x}" for value in values)
        shelf.put(t.signatures, [{"document_id": doc.id, "words": words, "copy_group": name}], quietly=True)
        shelf.put(t.signature_bands, [{"band": k, "document_id": doc.id} for k in keys], quietly=True)
        return shelf.regroup_copies(groups, name)

    def _rest(self, reading: Reading, parts: Parts) -> None:
        name = reading.document.id
        self.shelf.put(t.agreement_mentions, [_agreement_row(item) for item in parts.agreements])
        self.shelf.put_outlook(parts.outlook)
        spans = {(q.span.start, q.span.end): q.span.text for q in reading.unknowns}
        self.shelf.put(t.unknowns, [
            {"document_id": name, "span_start": start, "span_end": end, "text": words}
            for (start, end), words in spans.items()
        ])  # fmt: skip


def _agreement_row(item: AgreementMention) -> dict[str, object]:
    from dragoman.store.rows import packed

    return {
        "id": item.id, "document_id": item.document, "title": item.title, "span_start": item.start,
        "span_end": item.end, "parties": packed(item.parties), "edtf": item.edtf,
        "scope": packed(item.scope), "standing": item.standing, "mention_id": item.telling,
        "published": item.published,
    }  # fmt: skip


def _pairs(decisions: Sequence[Decision]) -> tuple[list[Pair], list[Pair]]:
    """Tellings that people joined and parted; the latest word on a pair counts."""
    last: dict[Pair, str] = {}
    for decision in decisions:
        if decision.kind == "merge":
            last[frozenset((decision.target, str(decision.data["with"])))] = "joined"
        elif decision.kind == "split":
            for other in decision.data["from"]:
                last[frozenset((decision.target, str(other)))] = "parted"
    joined = [pair for pair, word in last.items() if word == "joined" and len(pair) == 2]
    return joined, [pair for pair, word in last.items() if word == "parted" and len(pair) == 2]


def pair_keys(event: Event) -> list[str]:
    """The keys under which an event is found by its parties: each alone, and each two."""
    keys = sorted(keys_of(event.parties))
    return [*keys, *("|".join(pair) for pair in combinations(keys, 2))]


def person_keys(event: Event) -> set[str]:
    """The plain names, and the single words of them, under which an event is found by its people."""
    made: set[str] = set()
    for person in filter(None, map(person_of, event.parties)):
        made |= {person, *(word for word in person.split() if len(word) > 2)}
    return made
