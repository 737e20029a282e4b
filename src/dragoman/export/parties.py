"""A party of an event in words: what the text calls it, who that is, and what is inferred."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.export.safe import line
from dragoman.model import Actor


class Part(NamedTuple):
    """A piece of a party's description; `inferred` says that it does not stand in the text."""

    text: str
    role: str  # "name" | "office" | "holder" | "code"
    inferred: bool


def party(actor: Actor) -> list[Part]:
    """The pieces in which to show an actor, the first being what to call it."""
    inferred = set(actor.inferred)
    main = actor.text or actor.name or actor.office or actor.country or "?"
    parts = [Part(line(main), "name", actor.text is None)]
    seen = {main.casefold()}
    for value, role in ((actor.name, "name"), (actor.office, "office"), (actor.holder, "holder")):
        if value and not _told(value, seen):
            seen.add(value.casefold())
            parts.append(Part(line(value), role, role in inferred))
    code = " ".join(part for part in (actor.country, actor.sector) if part)
    if code:
        parts.append(Part(code, "code", bool(inferred & {"country", "sector"}) and actor.text is None))
    return parts


def _told(value: str, seen: set[str]) -> bool:
    return any(value.casefold() in text for text in seen)
