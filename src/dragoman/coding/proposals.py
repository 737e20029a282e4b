"""What the lexicon nearly proposes, for the ranker to decide on: nothing of this is an event without it.

A **near** proposal is a word that an entry names in a frame that the entry does not know ("provided 28
million euros", where the entry asks for an object such as "aid"). An **open** one is a verb that no entry
names, with a political actor as its subject and another party as its object or beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.roles import RoleFinder, Roles
from dragoman.coding.triggers import Trigger, candidates, considered
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Parse, Token
from dragoman.lexicon.entry import Entry
from dragoman.lexicon.loader import Lexicon

#: the type of an open proposal until the ranker gives it one
OPEN = "(open)"
_BESIDE = ("object", "iobject", "to", "with", "against", "on", "for", "from", "at", "of", "in", "clause")
_OPEN_ENTRY = Entry("open.verb", OPEN, verb=("",), actor=("subject",), recipient=_BESIDE, weight=0.5)


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    return as_set(load_words("proposals"), "closed")


def near_drafts(
    parse: Parse, lexicon: Lexicon, roles: RoleFinder, dates: frozenset[int], taken: frozenset[int]
) -> Iterator[Draft]:
    """A draft of each near and open proposal outside the words of dates and those taken (their numbers)."""
    closed = _closed()
    for token in parse.tokens:
        if token.i in taken or token.i in dates or token.lemma in closed:
            continue
        entries = candidates(token, lexicon)
        trigger = _near(token, entries) if entries else _open(token)
        if trigger is None:
            continue
        found = roles.fill(trigger)
        if found.actors and (found.recipients or trigger.entry.type != OPEN):
            yield _draft(trigger, found)


def _near(token: Token, entries: tuple[Entry, ...]) -> Trigger | None:
    """The likeliest entry of a word none of whose entries fits; None where one of no type blocks it."""
    tried = considered(token, entries)
    if any(trigger is not None for _, trigger, _ in tried):
        return None
    typed = [e for e, _, reason in tried if e.type is not None and reason != "not these words"]
    if not typed:
        return None
    best = min(typed, key=lambda e: (-e.weight, e.id))
    loose = replace(best, political=frozenset(), needs=frozenset({"actor"}))
    return Trigger(token, loose, (token,), 0)


def _open(token: Token) -> Trigger | None:
    if not syntax.is_verb(token) or token.pos != "VERB":
        return None
    return Trigger(token, _OPEN_ENTRY, (token,), 0)


def _draft(trigger: Trigger, roles: Roles) -> Draft:
    entry = trigger.entry
    kind = "open" if entry.type == OPEN else "near"
    confidence = round(0.6 * entry.weight, 3)
    draft = Draft(
        trigger, entry.type or OPEN, None, list(roles.actors), list(roles.recipients), entry.id, confidence
    )
    draft.proposed = kind
    return draft
