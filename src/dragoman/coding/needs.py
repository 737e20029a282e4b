"""What an entry of the lexicon asks of the parties of its event, and which of it they do not meet."""

from __future__ import annotations

from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger

#: sectors whose members are attacked as what they are, also where nobody is named as who did it
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "IGO"})


def _attempted(trigger: Trigger) -> bool:
    """Whether a life was attempted: "an *attempt to assassinate* the governor was thwarted"."""
    token = trigger.token
    return token.lemma == "assassinate" and token.head.lemma in ("attempt", "plot", "bid", "plan")


def unmet(trigger: Trigger, actors: list[Party], recipients: list[Party]) -> list[str]:
    """The needs of an entry that the parties found do not meet."""
    entry = trigger.entry
    several = len(actors) + len(recipients) > 1 or any(p.plural for p in actors)
    each_other = len(actors) > 1 and bool({"between", "among"} & set(entry.actor))
    struck = (
        entry.type == "ASSAULT"
        and (trigger.token.child("auxpass") is not None or _attempted(trigger))
        and any(p.sector in _OFFICIAL and p.country for p in recipients)
    )
    met = {"actor": bool(actors) or struck, "recipient": bool(recipients) or each_other, "pair": several}
    return [need for need in sorted(entry.needs) if not met[need]]
