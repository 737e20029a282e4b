"""The chronicle: the store of what was read, and what it makes of it. The one that writes.

from dragoman.chronicle import Chronicle
chronicle = Chronicle("dragoman.db")
chronicle.events(between=("RUS", "PRK"), type="CONSULT", since="2024-01").to_pandas()
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.asking import Asking, Events
from dragoman.derive import HAND, Deriver, current
from dragoman.errors import DragomanError, NotFound, RecordError
from dragoman.model import Actor, Document, EventMention, Quote, Reading, When, Where
from dragoman.model.chronicle import DECISION_KINDS, Decision
from dragoman.model.edtf import latest
from dragoman.model.ids import content_id
from dragoman.outcomes import outcomes
from dragoman.resolution.events import CORRECTABLE, corrected
from dragoman.store import Store, open_store
from dragoman.store.open import DEFAULT
from dragoman.store.shelf import Shelf

if TYPE_CHECKING:
    from dragoman.reader import Reader

__all__ = ["Added", "Chronicle", "Events"]

_BATCH = 64


@dataclass(slots=True)
class Added:
    """What `add` did: documents new to the store, known ones, and those that could not be read."""

    new: int = 0
    known: int = 0
    failed: int = 0
    events: int = 0


Progress = Callable[[Added], None]
Failed = Callable[[Document, DragomanError], None]


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Chronicle(Asking):
    """A store of documents, readings and decisions, and the events derived from them."""

    def __init__(self, where: str | Path | Store = DEFAULT, *, create: bool = True) -> None:
        store = open_store(where, create=create) if isinstance(where, str | Path) else where
        super().__init__(store)

    def __enter__(self) -> Chronicle:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    # adding

    def add(
        self, documents: Iterable[Document], reader: Reader | None = None, *, processes: int = 1,
        progress: Progress | None = None, failed: Failed | None = None,
    ) -> Added:  # fmt: skip
        """Read documents and keep what was read, each in one transaction.

        Documents that this version of the reader has read before are passed over. A run that was ended at
        any moment is taken up by running it again.
        """
        done = Added()
        waiting = iter(documents)
        first = next(waiting, None)
        if first is None:
            return done  # the models are not loaded for nothing
        reader = reader or _reader()

        def lost(doc: Document, error: DragomanError) -> None:
            done.failed += 1
            if failed:
                failed(doc, error)

        fresh = self._fresh(chain([first], waiting), reader, done, progress, lost)
        for doc, made in outcomes(reader, fresh, processes):
            try:
                if isinstance(made, DragomanError):
                    lost(doc, made)
                elif self.add_reading(made):
                    done.new += 1
                    done.events += len(made.events)
                else:
                    done.known += 1
            except RecordError as error:
                lost(doc, error)
            if progress:
                progress(done)
        return done

    def _fresh(
        self, documents: Iterable[Document], reader: Reader, done: Added, progress: Progress | None,
        lost: Failed,
    ) -> Iterator[Document]:  # fmt: skip
        """The documents that this version of the reader has not read yet, each once."""
        from dragoman.version import READER_VERSION

        version = getattr(reader, "version", READER_VERSION)
        for batch in _batches(documents, _BATCH):
            fresh: dict[str, Document] = {}
            with self.store.read() as shelf:
                known = shelf.readers(doc.id for doc in batch)
                for doc in batch:
                    try:
                        if version in known.get(doc.id, ()):
                            _same(shelf, doc)
                            done.known += 1
                        elif doc.id in fresh:
                            _agree(fresh[doc.id], doc)
                            done.known += 1
                        else:
                            fresh[doc.id] = doc
                    except RecordError as error:
                        lost(doc, error)
            if progress:
                progress(done)
            yield from fresh.values()

    def add_reading(self, reading: Reading) -> bool:
        """Keep a reading; false where it is known. RecordError where its id names another text."""
        doc = reading.document
        _storable(doc)
        with self.store.write() as shelf:
            readers = shelf.readers([doc.id]).get(doc.id, [])
            if readers or shelf.document(doc.id):
                _same(shelf, doc)
            else:
                shelf.put_document(doc, now())
            if reading.reader in readers:
                return False
            shelf.put_reading(reading, now())
            if not readers:
                Deriver(shelf).add(reading)
            elif current([*readers, reading.reader]) == reading.reader:
                deriver = Deriver(shelf)
                deriver.drop(doc.id)
                deriver.add(reading)
        return True

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Derive everything anew from readings and decisions, in one transaction; how many documents."""
        with self.store.write() as shelf:
            deriver = Deriver(shelf)
            deriver.clear()
            names = shelf.document_ids()
            for place, name in enumerate(names):
                for reading in _current(shelf, [name]):
                    deriver.add(reading)
                if progress:
                    progress(place + 1, len(names))
            shelf.tidy()
        return len(names)

    # deciding

    def decide(
        self, kind: str, target: str, *, who: str, why: str, data: dict[str, Any] | None = None,
        at: str | None = None,
    ) -> Decision:  # fmt: skip
        """Append a person's decision on an event, and let the record follow it.

        `data` holds `with` (an event) for merge, `from` (events or mentions; without it all others of the
        event) for split, `field` and `value` for correct.
        """
        if kind not in DECISION_KINDS or kind == "add":
            raise RecordError(f"{kind!r} is no decision.", hint="One of: " + ", ".join(DECISION_KINDS) + ".")
        if not who.strip():
            raise RecordError("a decision needs the name of who made it.")
        with self.store.write() as shelf:
            event = _event_of(shelf, target)
            checked = _checked(shelf, kind, target, event, data or {})
            # a decision on an event speaks of its earliest telling; a split of the telling that is named
            made = _decision(shelf, kind, target, who, why, checked, at or now())
            deriver = Deriver(shelf)
            touched = {target, *([str(checked["with"])] if kind == "merge" else [])}
            # what a merge held together hangs together no more once it is split
            deriver.regroup(touched | set(shelf.members([event]).get(event, ())))
        return made

    def add_event(
        self, sentence: str, *, type: str, who: str, why: str, mode: str | None = None,
        actors: Sequence[Actor] = (), recipients: Sequence[Actor] = (), when: str | None = None,
        where: Where | None = None, status: str = "occurred", at: str | None = None,
    ) -> str:  # fmt: skip
        """Add an event by hand, told in a sentence of one's own; its id."""
        moment = at or now()
        doc = Document.of(sentence, title=why, published=moment[:10], publisher=who)
        span = doc.span(0, len(sentence))
        time = When(span=None, edtf=when, basis="given by hand") if when else None
        mention = EventMention(  # pydantic refuses words that are none of the ontology
            id="hand-1", type=type, mode=mode, status=status, actors=tuple(actors),  # type: ignore[arg-type]
            recipients=tuple(recipients), trigger=Quote(span=span), sentence=span, when=time, where=where,
            rule="hand", confidence=1.0,
        )  # fmt: skip
        self.add_reading(Reading(reader=HAND, document=doc, events=(mention,)))
        with self.store.write() as shelf:
            (name,) = shelf.tellings_of_document(doc.id)
            if not any(d.kind == "add" and d.target == name for d in shelf.decisions()):
                _decision(shelf, "add", name, who, why, {"document": doc.id}, moment)
        return name

    # as known on a day

    def as_of(self, date: str, *, recorded: bool = False) -> Chronicle:
        """The chronicle as it would be on a day: from what was published and decided by then.

        With `recorded` only documents that this store held by then count, and only readings made by then.
        The result is a store in memory of its own; what is written to it is lost.
        """
        day = latest(date)
        if day is None:
            raise RecordError(f"{date!r} is not a date.", hint="Write it as 2024-09-14, 2024-09 or 2024.")
        limit = day.isoformat()
        made = Chronicle(":memory:")
        with self.store.read() as shelf, made.store.write() as target:
            for decision in shelf.decisions():
                if decision.at[:10] <= limit:
                    target.put_decision(decision)
            deriver = Deriver(target)
            for reading in _as_of(shelf, limit, recorded):
                target.put_document(reading.document, now())
                target.put_reading(reading, now())
                deriver.add(reading)
        made.today = day.toordinal()
        return made


def _reader() -> Reader:
    from dragoman.reader import Reader

    return Reader()


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for doc in documents:
        batch.append(doc)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(doc: Document) -> None:
    """RecordError for characters that not every store can keep: NUL, and halves of surrogate pairs."""
    for name in ("text", "id", "title", "publisher", "url"):
        found = _UNSTORABLE.search(getattr(doc, name) or "")
        if found:
            raise RecordError(
                f"the {name} holds U+{ord(found.group()):04X} at {found.start():,}, which no text has.",
                hint="Take it out, or put a space in its place.",
            )


def _same(shelf: Shelf, doc: Document) -> None:
    kept = shelf.document(doc.id)
    if kept is not None:
        _agree(kept, doc)


def _agree(kept: Document, doc: Document) -> None:
    if kept.text != doc.text:
        raise RecordError(
            f"document {doc.id} is known with another text.", hint="Give the new text another id."
        )


def _current(shelf: Shelf, names: Iterable[str]) -> Iterator[Reading]:
    """The reading of each document that counts."""
    for name in names:
        readers = shelf.readers([name]).get(name)
        reading = shelf.reading(name, current(readers)) if readers else None
        if reading is not None:
            yield reading


def _as_of(shelf: Shelf, limit: str, recorded: bool) -> Iterator[Reading]:
    for name, published, added, versions in shelf.history():
        made = {reader: at for reader, at in versions.items() if at[:10] <= limit}
        day = latest(published) if published else None
        if (day.isoformat() if day else added[:10]) > limit or (
            recorded and (added[:10] > limit or not made)
        ):
            continue
        readers = made or versions
        reading = shelf.reading(name, current(readers)) if readers else None
        if reading is not None:
            yield reading


def _event_of(shelf: Shelf, name: str) -> str:
    event = shelf.events_with([name]).get(name)
    if event is None:
        raise NotFound(f"there is no event {name}.", hint="`dragoman events` lists them.")
    return event


def _checked(shelf: Shelf, kind: str, target: str, event: str, data: dict[str, Any]) -> dict[str, Any]:
    """The data of a decision, complete and possible; RecordError or NotFound where they are not."""
    if kind == "merge":
        other = str(data.get("with", ""))
        if _event_of(shelf, other) == event:
            raise RecordError(f"{target} and {other} are one event already.")
        return {"with": other}
    if kind == "split":
        members = shelf.members([event])[event]
        named = {_event_of(shelf, str(n)) and str(n) for n in data.get("from", ())}
        rest = sorted(named or set(members) - {target})
        if not rest:
            raise RecordError(f"{target} is told once; there is nothing to split.")
        return {"from": rest}
    if kind == "correct":
        name = str(data.get("field", ""))
        if name not in CORRECTABLE or "value" not in data:
            raise RecordError("a correction needs a field and a value.",
                              hint="Fields: " + ", ".join(CORRECTABLE) + ".")  # fmt: skip
        corrected(shelf.events([event])[event], name, data["value"])
        return {"field": name, "value": data["value"]}
    return data


def _decision(
    shelf: Shelf, kind: str, target: str, who: str, why: str, data: dict[str, Any], at: str
) -> Decision:
    number = len(shelf.decisions())
    name = content_id("x", number, kind, target, who, why, data, at)
    # `decide` has checked the kind, and "add" is one
    made = Decision(name, kind, target, who, why, at, data)  # type: ignore[arg-type]
    shelf.put_decision(made)
    return made
