"""What kind of source a noun phrase names: official, media, analyst, person, anonymous."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.attribution_words import AttributionWords
from dragoman.language.tree import Token

KindOf = Callable[[str], str | None]
PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_SELF = frozenset({"i", "we", "my", "our", "you"})
_NEAR = ("compound", "amod", "appos", "nmod", "poss")
#: nouns of sources that are no one person
_MANY = frozenset({
    "group", "team", "panel", "audit", "body", "board", "firm", "company", "court", "campaign", "movement",
    "filing", "note", "sample", "test", "review", "estimate", "figure", "index", "article", "book", "film",
})  # fmt: skip


def source_kind(head: Token, words: AttributionWords, last: str | None, kind_of: KindOf | None) -> str:
    """The kind of the source; a pronoun takes the kind of the source before it, else `person`.

    Officers of companies, unions and the like are persons, whatever their titles; one person without a name
    ("a partner at the firm") is anonymous.
    """
    if head.lower in PRONOUNS:
        return last or "person"
    if head.lower in _SELF:
        return "person"
    known = kind_of(head.text) if kind_of is not None else None
    if known is not None:
        return known
    kind = _kind_by_words(head, words)
    if kind == "official" and of_private_body(head, words):
        return "person"
    return "anonymous" if kind == "person" and _some_one(head) else kind


def _kind_by_words(head: Token, words: AttributionWords) -> str:
    own = words.kinds.get(head.lower) or words.kinds.get(head.lemma)
    near = [k for t in head.children if t.rel in _NEAR and (k := words.kinds.get(t.lower))]
    if own == "anonymous" and head.child("appos") is not None:
        own = None
    if own is not None and not (own == "official" and "media" in near and head.pos != "PROPN"):
        return own
    return next((kind for kind in near if kind != "anonymous"), "person")


def of_private_body(head: Token, words: AttributionWords) -> bool:
    """Whether the body that a source is, or is an officer of, is a company, a union or the like."""
    for officer in (head, *head.kids("appos")):
        if officer.lower in words.private:
            return True
        bodies = list(officer.kids("poss", "compound", "nmod"))
        for prep in officer.kids("prep"):
            bodies += prep.kids("pobj") if prep.lower in ("of", "at", "for", "with") else []
        if any(t.lower in words.private or _of_private_name(t, words) for t in bodies):
            return True
    return False


def _of_private_name(body: Token, words: AttributionWords) -> bool:
    return body.tag in ("NNP", "NNPS") and any(
        t.lower in words.private for t in body.kids("compound", "nmod")
    )


def _some_one(head: Token) -> bool:
    """Whether a source is somebody whom the text does not name."""
    if head.pos != "NOUN" or head.lemma in _MANY or any(t.pos == "PROPN" for t in head.kids("appos")):
        return False
    return any(t.lower in ("a", "an", "one", "another") for t in head.kids("det", "nummod"))
