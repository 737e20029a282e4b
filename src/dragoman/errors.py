"""One tree of exceptions, each class with a stable code that users can search for.

DragomanError           D000
├── InputError          D100  a text, file or line that cannot be read as asked
│   ├── EncodingError   D101  bytes that are not text in a known encoding
│   ├── EmptyInput      D102  nothing to read
│   ├── TooLarge        D103  over the stated limit
│   ├── BadLine         D104  a line of JSON lines that does not have the documented form
│   ├── BadDate         D105  a date that is neither ISO 8601 nor EDTF
│   ├── FetchError      D106  an address that could not be fetched, or must not be
│   └── BadCursor       D107  a cursor that is not one of the list it was given to
├── MissingExtra        D200  an optional part (the parser, a database driver) is not installed
├── LexiconError        D300  a lexicon file with a mistake (file, line, key)
├── KnowledgeError      D400  a table of actors with a mistake
├── RecordError         D500  a record that breaks the model (a span that is not in its text, say)
├── StoreError          D600  the chronicle's store cannot do what was asked
│   ├── StoreVersion    D601  a store written by another version
│   ├── NotFound        D602  no such document, event or agreement
│   └── StillMaking     D603  an answer that takes long to make and is not ready yet
└── AccessError         D700  a request that is not allowed
    ├── NotSignedIn     D701  it needs a token or a login, and there is none or a wrong one
    ├── NotAllowed      D702  the role of whoever asks does not include it, or it was forged
    └── TooMany         D703  more requests than the limit admits
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of every error that Dragoman raises on purpose.

    The message names the input, the reason and what to do; `code` is stable across versions.
    """

    code = "D000"

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        tail = f" {self.hint}" if self.hint else ""
        return f"[{self.code}] {self.message}{tail}"


class InputError(DragomanError):
    """A text, file or line that cannot be read as asked."""

    code = "D100"


class EncodingError(InputError):
    """Bytes that are not text in a known encoding."""

    code = "D101"


class EmptyInput(InputError):
    """Nothing to read."""

    code = "D102"


class TooLarge(InputError):
    """Over the stated limit."""

    code = "D103"


class BadLine(InputError):
    """A line of JSON lines that does not have the documented form."""

    code = "D104"


class BadDate(InputError):
    """A date that is neither ISO 8601 nor EDTF."""

    code = "D105"


class FetchError(InputError):
    """An address that could not be fetched, or must not be."""

    code = "D106"


class BadCursor(InputError):
    """A cursor that is not one of the list it was given to."""

    code = "D107"


class MissingExtra(DragomanError):
    """An optional part (the parser, a database driver) is not installed."""

    code = "D200"


class LexiconError(DragomanError):
    """A lexicon file with a mistake; the message names file, line and key."""

    code = "D300"


class KnowledgeError(DragomanError):
    """A table of actors with a mistake."""

    code = "D400"


class RecordError(DragomanError):
    """A record that breaks the model."""

    code = "D500"


class StoreError(DragomanError):
    """The chronicle's store cannot do what was asked."""

    code = "D600"


class StoreVersion(StoreError):
    """A store written by another version."""

    code = "D601"


class NotFound(StoreError):
    """No such document, event or agreement."""

    code = "D602"


class StillMaking(StoreError):
    """An answer that takes long to make and is not ready yet."""

    code = "D603"


class AccessError(DragomanError):
    """A request that is not allowed."""

    code = "D700"


class NotSignedIn(AccessError):
    """It needs a token or a login, and there is none or a wrong one."""

    code = "D701"


class NotAllowed(AccessError):
    """The role of whoever asks does not include it, or it was forged."""

    code = "D702"


class TooMany(AccessError):
    """More requests than the limit admits; `seconds` until the next one is admitted."""

    code = "D703"

    def __init__(self, message: str, *, seconds: int, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.seconds = seconds
