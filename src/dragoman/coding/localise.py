"""Whose: the state of crowds, police, troops and offices that the words leave without one.

"Police arrested protesters in Cairo": both are of the state where it happens; else of the state that the
other party of the event is of, if it acts at home; else of the only state that the passage names. Such a
state is
marked as inferred. Bodies of several states, allies, foreigners and the like are of none.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.coding.wordlists import as_set, load_words

_LOCAL = frozenset({
    "CVL", "COP", "OPP", "MIL", "LAB", "EDU", "REL", "SOC", "CRM", "REF", "JRN", "MED", "AGR", "LEG", "JUD",
    "GOV",
    "REB", "UAF", "PTY", "UNK", "SPY", "PRM", "ELI",
})  # fmt: skip
#: words of a group that belongs to no one state or to another one
_ABROAD = frozenset({
    "foreign", "international", "world", "allies", "ally", "partners", "partner", "countries", "country",
    "nations",
    "nation", "states", "leaders", "global", "western", "regional", "neighbours", "neighbors", "coalition",
    "parties", "counterparts", "counterpart", "others", "foreigners", "european", "arab",
    "african",
    "multinational", "members", "capitals", "sides", "community",
})  # fmt: skip
_MATCHED = frozenset({"counterpart", "opposite", "namesake"})
_DOMESTIC = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "ACCUSE", "REJECT", "SANCTION", "CONCEDE"}
)


def localise(draft: Draft, mentions: Mentions) -> None:
    """Give parties without a state the one that place and passage give them."""
    _counterparts(draft, mentions)
    if all(p.country or not _is_local(p, mentions) for p in draft.parties):
        return
    state = _state(draft, mentions)
    if state is None:
        return
    draft.actors = [_given(p, state, mentions) for p in draft.actors]
    draft.recipients = [_given(p, state, mentions) for p in draft.recipients]


def _counterparts(draft: Draft, mentions: Mentions) -> None:
    """ "her counterpart" is of the state where they met, or of the only other one near; never of her own."""
    sides = (draft.actors, draft.recipients)
    home = {p.country for p in draft.parties if p.country}
    for side in sides:
        for place, party in enumerate(side):
            if party.country or party.head is None or party.head.lemma not in _MATCHED:
                continue
            where = draft.where.country if draft.where is not None else None
            near = mentions.states_near(draft.sentence.i) - home
            state = where if where and where not in home else near.pop() if len(near) == 1 else None
            side[place] = party.with_country(state)


def _is_local(party: Party, mentions: Mentions) -> bool:
    if party.sector not in _LOCAL or party.kind not in ("group", "organisation", "office", "person"):
        return False
    if party.kind == "organisation" and party.score > 0.6:
        return False  # a body that is known and has no one state
    if party.start < 0:
        return False
    words = mentions.doc.text[party.start : party.end].casefold().split()
    return not any(w.strip(".,'’\"") in _ABROAD for w in words)


def _given(party: Party, state: str, mentions: Mentions) -> Party:
    if party.country or not _is_local(party, mentions):
        return party
    return party.with_country(state)


def _facing(draft: Draft) -> set[str]:
    """The states of the side that faces parties without one."""
    out: set[str] = set()
    for mine, theirs in ((draft.actors, draft.recipients), (draft.recipients, draft.actors)):
        if any(p.country is None for p in mine):
            out |= {p.country for p in theirs if p.country}
    return out


@lru_cache(maxsize=1)
def _borders() -> frozenset[str]:
    return as_set(load_words("places"), "borders")


def _on_border(words: str) -> bool:
    """Whether a place is a border, at which no one side is at home."""
    return not _borders().isdisjoint(words.casefold().split())


def _state(draft: Draft, mentions: Mentions) -> str | None:
    if draft.where is not None and draft.where.country and not _on_border(draft.where.text or ""):
        return draft.where.country
    others = {p.country for p in draft.parties if p.country}
    if others:
        facing = _facing(draft)
        return facing.pop() if len(facing) == 1 and draft.type in _DOMESTIC else None
    near = mentions.states_near(draft.sentence.i)
    return near.pop() if len(near) == 1 else None
