"""Dragoman as a component of a spaCy pipeline: `nlp.add_pipe("dragoman")`, then `doc._.reading`.

The component takes the parse that the pipeline has made, so the text is parsed once. What is known of the
document (`published`, `publisher`, `title`, `url`, `id`, `language`) is taken from
`doc.user_data["dragoman"]`, a dictionary, and for what is missing there from the configuration:

    nlp.add_pipe("dragoman", config={"published": "2024-09-14"})
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

# spaCy loads this module whenever a pipeline is made, so it loads no more than it must
if TYPE_CHECKING:
    from dragoman.language.tree import Parse
    from dragoman.model import Document
    from dragoman.reader import Reader

KEYS = ("id", "title", "published", "publisher", "url", "language")


class Component:
    """Reads each Doc that passes and hangs the reading on it."""

    def __init__(self, reader: Reader, adopt: Callable[[Any], Parse], known: dict[str, str | None]) -> None:
        self._reader = reader
        self._adopt = adopt
        self._known = known

    def __call__(self, doc: Any) -> Any:
        """The same Doc, with `doc._.reading`."""
        from dragoman.errors import MissingExtra

        if len(doc) and not doc.has_annotation("DEP"):
            raise MissingExtra(
                "the component 'dragoman' needs a dependency parse.",
                hint="Add it behind the parser of an English pipeline.",
            )
        doc._.reading = self._reader.read_parsed(self._document(doc), self._adopt(doc))
        return doc

    def _document(self, doc: Any) -> Document:
        from dragoman.errors import InputError
        from dragoman.intake.metadata import publication_date
        from dragoman.model import Document

        given = doc.user_data.get("dragoman", {})
        unknown = sorted(set(given) - set(KEYS))
        if unknown:
            raise InputError(f"unknown metadata {', '.join(unknown)}.", hint=f"Known are {', '.join(KEYS)}.")
        known = {**self._known, **given}
        return Document.of(doc.text, **{**known, "published": publication_date(known.get("published"))})


@Language.factory(
    "dragoman",
    default_config={"published": None, "publisher": None, "title": None, "lexicon": []},
    assigns=["doc._.reading"],
    requires=["token.dep", "token.pos", "token.lemma", "doc.sents"],
)
def make_component(
    nlp: Language,
    name: str,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    lexicon: list[str] | None = None,
) -> Component:
    """The component for a pipeline; spaCy calls this when the pipe is added.

    `lexicon` holds paths of lexicon files that go on top of the built-in one.
    """
    from spacy.tokens import Doc

    from dragoman.language.parser import Parser
    from dragoman.reader import Reader

    if not Doc.has_extension("reading"):
        Doc.set_extension("reading", default=None)
    reader = Reader(lexicon=tuple(Path(path) for path in lexicon or ()))
    return Component(reader, Parser.adopt, {"published": published, "publisher": publisher, "title": title})
