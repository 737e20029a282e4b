"""Why a sentence was coded as it was: each trigger word with the entries considered, fired or turned down."""

from __future__ import annotations

from typing import Any

from dragoman.coding.candidates import acceptable
from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.coding.roles import RoleFinder
from dragoman.coding.triggers import candidates, considered
from dragoman.language import Parse
from dragoman.lexicon.loader import Lexicon

Row = dict[str, Any]


def explain(parse: Parse, lexicon: Lexicon, roles: RoleFinder, drafts: list[Draft]) -> list[Row]:
    """One row an entry considered: trigger, entry, type, verdict ("fired", "rejected"), roles, reason."""
    rows: list[Row] = []
    for token in parse.tokens:
        fired = {d.rule: d for d in drafts if token in d.trigger.words}
        for entry, trigger, reason in considered(token, candidates(token, lexicon)):
            row: Row = {"trigger": token.text, "span": [token.start, token.end], "entry": entry.id,
                        "type": entry.type, "mode": entry.mode, "verdict": "rejected", "roles": None,
                        "reason": reason}  # fmt: skip
            if trigger is not None:
                row["span"] = [trigger.start, trigger.end]
                row["trigger"] = parse.text[trigger.start : trigger.end]
                _weigh(row, trigger, roles, fired)
            rows.append(row)
    return rows


def _weigh(row: Row, trigger: Any, roles: RoleFinder, fired: dict[str, Draft]) -> None:
    entry = trigger.entry
    if entry.type is None:
        row["verdict"], row["reason"] = "blocks", "these words are no event"
        return
    found = roles.fill(trigger)
    draft = fired.get(entry.id)
    if draft is not None:
        row["verdict"] = "fired"
        row["type"], row["mode"] = draft.type, draft.mode
        row["roles"] = {"actors": _names(draft.actors), "recipients": _names(draft.recipients)}
        row["reason"] = f"status {draft.status}, confidence {draft.confidence:.2f}"
        return
    row["roles"] = {"actors": _names(found.actors), "recipients": _names(found.recipients)}
    if found.reason:
        row["reason"] = found.reason
    elif not acceptable(trigger, found):
        row["reason"] = "no political party, or a party that the type needs is missing"
    else:
        row["reason"] = "another entry or another event of the sentence was chosen"


def _names(parties: Any) -> list[str]:
    return [_name(p) for p in parties]


def _name(party: Party) -> str:
    return f"{party.name or party.person or party.office or '?'} ({party.country or party.sector or '?'})"
