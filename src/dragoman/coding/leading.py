"""Whose bare bodies and crowds are where nothing near tells it: of the state that a text tells of most.

After all that `localise` and `answers` find: the state that the text names twice as often as any other, or
that where the report was filed, if it is told near. Rebels and protesters are left, who may be of any; nobody
calls his own state by its name; who takes a measure against others, and who acts with them, is not of their
state. Such a state is marked as inferred.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.draft import Draft
from dragoman.coding.localise import is_local
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party

#: types of what is done with others, or to them
_WITH_OTHERS = frozenset({
    "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "SANCTION", "AID", "ACCUSE", "REJECT", "CONCEDE",
})  # fmt: skip
_ARMED = frozenset({"REB", "UAF"})


def of_leading_state(drafts: Sequence[Draft], mentions: Mentions) -> None:
    """Give parties that are still without a state the one that the text is about."""
    for draft in drafts:
        if draft.mode == "visit" or draft.type == "PROTEST":
            continue
        actors = [_placed(p, draft, draft.recipients, mentions) for p in draft.actors]
        draft.recipients = [_placed(p, draft, draft.actors, mentions) for p in draft.recipients]
        draft.actors = actors


def _placed(party: Party, draft: Draft, facing: Sequence[Party], mentions: Mentions) -> Party:
    if party.country or party.sector in _ARMED or not is_local(party, mentions):
        return party
    others = {p.country for p in facing if p.country}
    state = mentions.leading_state()
    if state is None and (filed := mentions.filed(draft.sentence.i)) is not None:
        state = filed.state if filed.state in mentions.states_near(draft.sentence.i) else None
    if any(p.kind == "country" and p.country == state for p in facing):
        return party
    if draft.type in _WITH_OTHERS and state in others:
        return party
    return party.with_country(state)
