"""The reader: a document to its reading, a pure function of document, knowledge base, lexicon and version.

No network, no database, no clock. The same document and the same version give the same bytes, alone or in any
batch, in one process or in several.
"""

from __future__ import annotations

import copy
import hashlib
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from dragoman.coding.assigner import Assigner
from dragoman.coding.caster import Caster, Open
from dragoman.coding.draft import Draft
from dragoman.coding.events import Coded, Coder
from dragoman.coding.explain import explain, with_assignments
from dragoman.coding.mentions import Mentions
from dragoman.coding.ranker import Ranker
from dragoman.coding.sources import records
from dragoman.knowledge.base import KnowledgeBase
from dragoman.knowledge.resolver import Resolver
from dragoman.language import Parse
from dragoman.language.parser import DEFAULT_PIPELINE, Parser
from dragoman.language.tell import foreign
from dragoman.lexicon.loader import Lexicon
from dragoman.model import Document, EventMention, Quote, Reading
from dragoman.version import READER_VERSION

_TITLE = 500  # characters; a longer title is none
_BATCH = 16  # documents that go to a process at once


class Reader:
    """Loads the models once and reads many documents. Not for use from several threads at once.

    `pipeline` names another spaCy pipeline; `lexicon` holds files that go on top of the built-in one;
    `ranker` is a file of weights, True for the package's, False for the rules alone (neither assigner nor
    caster).
    Raises MissingExtra without the parser, LexiconError for a mistake in a file.
    """

    def __init__(
        self, *, pipeline: str | None = None, lexicon: Sequence[Path] = (), ranker: Path | bool = True
    ) -> None:
        #: what it was made with: pipeline, lexicon, ranker
        self.options = (pipeline, tuple(lexicon), ranker)
        self._parser = Parser(pipeline or DEFAULT_PIPELINE)
        self._facts = KnowledgeBase.load()
        words = Lexicon.load(lexicon)
        learned = Ranker.load(None if ranker is True else ranker) if ranker else None
        assigner = Assigner.load() if ranker else None
        caster = Caster.load() if ranker else None
        self._coder = Coder(self._facts, Resolver(self._facts), words, learned, assigner, caster)
        #: the version that stands in every reading
        self.version = _version(self._coder, self._facts, self._parser)

    def read(self, document: Document | str, **known: Any) -> Reading:
        """The reading of one document, or of a text with `published`, `publisher`, `title`, `url`."""
        doc = _document(document, known)
        note = _unreadable(doc)
        if note:
            return Reading(reader=self.version, document=doc, notes=(note,))
        return self.read_parsed(doc, self._parser.parse(doc.text), self._title(doc))

    def read_parsed(self, doc: Document, parse: Parse, title: Parse | None = None) -> Reading:
        """The reading of a document whose parse, and maybe that of its title, is there already."""
        return self._reading(doc, self._coder.code(doc, parse, title))

    def read_many(self, documents: Iterable[Document | str], *, processes: int = 1) -> Iterator[Reading]:
        """The readings of many documents, in their order; with `processes` over 1, in several processes."""
        if processes <= 1:
            for document in documents:
                yield self.read(document)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(processes, context, _start, self.options) as pool:
            pending: list[Any] = []
            for batch in _batches(documents):
                pending.append(pool.submit(_read_batch, batch))
                if len(pending) > 2 * processes:
                    yield from pending.pop(0).result()
            for future in pending:
                yield from future.result()

    def with_ranker(self, ranker: Ranker | None) -> Reader:
        """A reader that shares this one's models and has another ranker (or none)."""
        other = copy.copy(self)
        other._coder = self._coder.with_ranker(ranker)
        other.version = _version(other._coder, self._facts, self._parser)
        return other

    def with_assigner(self, assigner: Assigner | None) -> Reader:
        """A reader that shares this one's models and has another assigner (or none)."""
        other = copy.copy(self)
        other._coder = self._coder.with_assigner(assigner)
        other.version = _version(other._coder, self._facts, self._parser)
        return other

    def with_caster(self, caster: Caster | None) -> Reader:
        """A reader that shares this one's models and has another caster (or none)."""
        other = copy.copy(self)
        other._coder = self._coder.with_caster(caster)
        other.version = _version(other._coder, self._facts, self._parser)
        return other

    def every_act(self, doc: Document) -> list[Open]:
        """Each act that the lexicon's words tell in a text, with nobody cast, for who trains a caster."""
        return self._coder.every_act(doc, self._parser.parse(doc.text), self._title(doc))

    def ruled(self, doc: Document) -> tuple[list[Draft], Mentions]:
        """The events of a text before the assigner is asked about their parties, with its mentions."""
        drafts, mentions, _ = self._coder.ruled(doc, self._parser.parse(doc.text), self._title(doc))
        return drafts, mentions

    def proposals(self, text: str) -> list[Draft]:
        """What the ranker is asked about in a text: each draft that fits the lexicon, and the near ones."""
        doc = Document.of(text)
        return self._coder.proposals(doc, self._parser.parse(doc.text))

    def explain(self, text: str) -> list[dict[str, Any]]:
        """For each trigger word of a text the entries considered, with verdict, roles and reason."""
        doc = Document.of(text)
        parse = self._parser.parse(doc.text)
        coder = self._coder
        drafts = coder.code(doc, parse).drafts
        rows = explain(parse, coder.lexicon, coder.roles(doc, parse), drafts, coder.ranker)
        if coder.assigner is not None:
            ruled, mentions, _ = coder.ruled(doc, parse)
            told = {(d.trigger.start, d.entry): coder.assigner.explain(d, mentions) for d in ruled}
            with_assignments(rows, told)
        return rows

    def _title(self, doc: Document) -> Parse | None:
        return self._parser.parse(doc.title) if doc.title and len(doc.title) <= _TITLE else None

    def _reading(self, doc: Document, coded: Coded) -> Reading:
        # drafts hold the ontology's words as plain strings; pydantic refuses any other
        events = tuple(
            EventMention(
                id=d.id,
                type=d.type,  # type: ignore[arg-type]
                mode=d.mode,
                contexts=tuple(d.contexts),  # type: ignore[arg-type]
                topics=tuple(d.topics),
                tone=tuple(d.tone),
                status=d.status,  # type: ignore[arg-type]
                actors=tuple(p.to_actor(doc) for p in d.actors),
                recipients=tuple(p.to_actor(doc) for p in d.recipients),
                trigger=Quote(span=doc.span(d.trigger.start, d.trigger.end)),
                when=d.when,
                where=d.where,
                attribution=tuple(d.attribution),
                sentence=doc.span(d.sentence.start, d.sentence.end),
                rule=d.rule,
                confidence=d.confidence,
                evidence=tuple(d.evidence),
                notes=tuple(d.notes),
            )
            for d in coded.drafts
        )
        return Reading(
            reader=self.version, document=doc, events=events, agreements=tuple(coded.agreements),
            attributions=tuple(records(doc, coded.said)), outlook=tuple(coded.outlook),
            unknowns=tuple(coded.unknowns), links=tuple(coded.links),
        )  # fmt: skip


def read(text: Document | str, **known: Any) -> Reading:
    """The reading of one text; the models are loaded at the first call and kept.

    `published`, `publisher`, `title` and `url` say what is known of it.
    """
    global _kept
    if _kept is None:
        _kept = Reader()
    return _kept.read(text, **known)


_kept: Reader | None = None


def _version(coder: Coder, facts: KnowledgeBase, parser: Parser) -> str:
    parts = [coder.lexicon.version, facts.version, parser.version]
    parts += [model.version for model in (coder.ranker, coder.assigner, coder.caster) if model is not None]
    return f"{READER_VERSION}+{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:8]}"


def _document(document: Document | str, known: dict[str, Any]) -> Document:
    if isinstance(document, Document):
        return document
    if known.get("published") is not None:
        from dragoman.times import parse_published

        known = {**known, "published": parse_published(known["published"])}
    return Document.of(document, **known)


def _unreadable(doc: Document) -> str | None:
    """Why nothing is read from a document; None where it can be read."""
    if not any(c.isalpha() for c in doc.text):
        return "The text holds no words."
    language = doc.language or foreign(doc.text)
    if language and not language.lower().startswith("en"):
        return f"The text is not in English (it seems to be in {language!r}); nothing was read from it."
    return None


def _batches(documents: Iterable[Document | str]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(_document(document, {}))
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


_worker: Reader | None = None


def _start(pipeline: str | None, lexicon: tuple[Path, ...], ranker: Path | bool) -> None:
    global _worker
    _worker = Reader(pipeline=pipeline, lexicon=lexicon, ranker=ranker)


def _read_batch(documents: list[Document]) -> list[Reading]:
    assert _worker is not None
    return [_worker.read(doc) for doc in documents]
