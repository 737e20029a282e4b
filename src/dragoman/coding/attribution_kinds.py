"""What kind of source a noun phrase names: official, media, analyst, person, anonymous."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.attribution_words import AttributionWords
from dragoman.language.tree import Token

KindOf = Callable[[str], str | None]
PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_SELF = frozenset({"i", "we", "my", "our", "you"})
_NEAR = ("compound", "amod", "appos", "nmod", "poss")
_UNNAMED = frozenset({"anonymous", "analyst"})


def source_kind(head: Token, words: AttributionWords, last: str | None, kind_of: KindOf | None) -> str:
    """The kind of the source; a pronoun takes the kind of the source before it, else `person`."""
    if head.lower in PRONOUNS:
        return last or "person"
    if head.lower in _SELF:
        return "person"
    known = kind_of(head.text) if kind_of is not None else None
    if known is not None:
        return known
    own = words.kinds.get(head.lower) or words.kinds.get(head.lemma)
    near = [k for t in head.children if t.rel in _NEAR and (k := words.kinds.get(t.lower))]
    if own == "anonymous" and head.child("appos") is not None:
        own = None
    if own is not None and not (own == "official" and "media" in near and head.pos != "PROPN"):
        return own
    return next((kind for kind in near if kind != "anonymous"), "person")
