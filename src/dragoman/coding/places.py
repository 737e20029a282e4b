"""Where an event took place: the place in a prepositional phrase of the trigger's clause."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.mentions import Mentions, phrase_bounds
from dragoman.coding.triggers import Trigger
from dragoman.language import Token
from dragoman.model import Document, Where

_AT = ("in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "over", "on")
_GOAL = ("to", "in", "at", "into", "toward", "towards", "for")
_MOVES = frozenset({"visit", "arrive", "travel", "trip", "return", "fly", "tour", "journey", "go", "depart"})


class Places:
    """Finds the place of a trigger's event."""

    def __init__(self, doc: Document, mentions: Mentions) -> None:
        self._doc = doc
        self._mentions = mentions

    def of(self, trigger: Trigger) -> Where | None:
        """Where the trigger's event took place, if the clause says so."""
        moving = trigger.token.lemma in _MOVES or trigger.entry.mode == "visit"
        if moving:
            target = syntax.direct_object(trigger.token) if trigger.entry.verb else None
            found = self._first(_one(target)) if target is not None else None
            found = found or self._under(trigger.token, _GOAL)
            if found:
                return found
        for head in _heads(trigger):
            found = self._under(head, _AT)
            if found:
                return found
        return None

    def _under(self, head: Token, words: tuple[str, ...]) -> Where | None:
        for word in words:
            found = self._first(syntax.prep_objects(head, word))
            if found:
                return found
        return None

    def _first(self, tokens: list[Token]) -> Where | None:
        for token in tokens:
            first, last = phrase_bounds(token, tail=False)
            place = self._mentions.place(token)
            if place is None:
                continue
            return Where(
                span=self._doc.span(first.start, last.end), name=place.name, country=place.country,
                geonames=place.geonames,
            )  # fmt: skip
        return None


def _heads(trigger: Trigger) -> list[Token]:
    heads = [trigger.token, *(w for w in trigger.words if w is not trigger.token)]
    if trigger.entry.verb:
        target = syntax.direct_object(trigger.token)
        if target is not None:
            heads.append(target)
    verb = syntax.clause_verb(trigger.token)
    if verb not in heads and syntax.is_verb(verb):
        heads.append(verb)
    return heads


def _one(token: Token | None) -> list[Token]:
    return [token] if token is not None else []
