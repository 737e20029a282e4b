"""Gatherings that speak for themselves: "*The summit* condemned the raid", "*the Forum* concluded that".

A conference is where others act, and no party; as the subject of what only a body says it is one, of no one
state.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.party import Party
from dragoman.coding.told import SUBJECTS
from dragoman.language import Token

_GATHERINGS = frozenset(
    {"summit", "conference", "congress", "forum", "assembly", "convention", "meeting", "conclave"}
)
#: what a body says or does by its vote
_SPEAKING = frozenset({
    "condemn", "call", "urge", "demand", "appeal", "reject", "denounce", "endorse", "approve", "conclude",
    "declare", "resolve", "request", "reaffirm", "deplore", "recognise", "recognize", "accuse", "warn",
    "vote", "adopt", "affirm", "invite", "criticise", "criticize",
})  # fmt: skip


def gathered(party: Party, token: Token) -> Party:
    """The gathering as a party where it speaks; any other party as it is."""
    if party.political or token.lemma.lower() not in _GATHERINGS or token.tag not in ("NN", "NNP"):
        return party
    if token.rel not in SUBJECTS or token.head.lemma not in _SPEAKING or token.kids("poss"):
        return party
    name = " ".join(t.text for t in (*token.kids("compound"), token))
    return replace(party, name=name, kind="organisation", sector="IGO", political=True, score=0.5)
