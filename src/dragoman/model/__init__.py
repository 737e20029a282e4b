"""The record: frozen, typed, no I/O."""

from dragoman.model.document import Document, ImpliedActor, Record, Span
from dragoman.model.reading import (
    SCHEMA,
    Actor,
    Agreement,
    Attribution,
    EventMention,
    Evidence,
    Link,
    Outlook,
    Quote,
    Reading,
    Said,
    Spanned,
    When,
    Where,
)  # fmt: skip

__all__ = [
    "SCHEMA", "Actor", "Agreement", "Attribution", "Document", "EventMention", "Evidence",
    "ImpliedActor", "Link", "Outlook", "Quote", "Reading", "Record", "Said", "Span", "Spanned", "When",
    "Where",
]  # fmt: skip
