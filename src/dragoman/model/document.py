"""Documents and spans.

Invariants: a document's text never changes after intake; a span is made by `Document.span` (or read
back from a record and then checked), so `document.text[span.start:span.end] == span.text` always
holds. Offsets are Unicode code points, half-open.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import core_schema

from dragoman.errors import RecordError
from dragoman.model.ids import content_id

_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span:
    """A claim about characters, nothing more: `text` stands at `[start, end)` of a document's text."""

    __slots__ = ("end", "start", "text")
    start: int
    end: int
    text: str

    def __init__(self, start: int, end: int, text: str) -> None:
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "text", text)
        if not 0 <= start < end or len(text) != end - start:
            raise RecordError(f"a span [{start}, {end}) cannot hold a text of {len(text)} characters")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a span is immutable")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end, self.text) == (other.start, other.end, other.text)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.text))

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r})"

    def __reduce__(self) -> tuple[type[Span], tuple[int, int, str]]:
        return (Span, (self.start, self.end, self.text))

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(
            cls,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda span: [span.start, span.end], return_schema=core_schema.list_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {
            "type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2,
            "description": "start and end (half-open) in Unicode code points of the document's text",
        }  # fmt: skip


class ImpliedActor(Record):
    """The actor that telegraphic prose leaves out ("Met with President Tudjman."), given by the caller."""

    name: str
    country: str | None = None


class Document(Record):
    """One text with what is known of its origin. Never changed after intake."""

    id: str
    text: str
    title: str | None = None
    published: str | None = Field(default=None, description="publication date, EDTF")
    publisher: str | None = None
    url: str | None = None
    language: str | None = Field(default=None, description="ISO 639-1 code, null where unsure")
    actor: ImpliedActor | None = None

    @field_validator("text")
    @classmethod
    def _whole(cls, text: str) -> str:
        """Two halves of one character become that character, as they do in JSON; offsets then agree."""
        return _HALVES.sub(lambda m: m.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        language: str | None = None,
        actor: ImpliedActor | None = None,
    ) -> Document:
        """A document; without an `id` it is named by the hash of its text and metadata."""
        name = id or content_id("d", text, title, published, publisher, url)
        return cls(
            id=name, text=text, title=title, published=published, publisher=publisher, url=url,
            language=language, actor=actor,
        )  # fmt: skip

    def span(self, start: int, end: int) -> Span:
        """The span of `[start, end)`; raises RecordError where that is not in the text."""
        if not 0 <= start < end <= len(self.text):
            raise RecordError(f"[{start}, {end}) is not a span of document {self.id}")
        return Span(start, end, self.text[start:end])


NonEmpty = Annotated[str, Field(min_length=1)]
