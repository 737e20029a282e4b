"""Dragoman reads diplomatic and political reporting and keeps a record that can be held to account.

`read` reads one text; a `Reader` loads the models once and reads many; a `Reading` is what was read.
Nothing is loaded at import: names are resolved when they are first used, so that showing and querying
a record works without the parser installed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import READER_VERSION, __version__

if TYPE_CHECKING:
    from dragoman.model import Document, Reading
    from dragoman.reader import Reader, read

__all__ = ["READER_VERSION", "Document", "Reader", "Reading", "__version__", "read"]

_HOMES = {
    "Document": "dragoman.model",
    "Reading": "dragoman.model",
    "Reader": "dragoman.reader",
    "read": "dragoman.reader",
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first used."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
