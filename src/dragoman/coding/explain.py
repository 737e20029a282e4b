"""Why a sentence was coded as it was: each trigger word with the entries considered, fired or turned down."""

from __future__ import annotations

from typing import Any

from dragoman.coding.candidates import acceptable, draft_of, turned
from dragoman.coding.caster import RULE as CAST
from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.coding.ranker import Ranker
from dragoman.coding.roles import RoleFinder
from dragoman.coding.triggers import Trigger, candidates, considered
from dragoman.language import Parse
from dragoman.lexicon.loader import Lexicon

Row = dict[str, Any]


def explain(
    parse: Parse, lexicon: Lexicon, roles: RoleFinder, drafts: list[Draft], ranker: Ranker | None = None
) -> list[Row]:
    """One row an entry considered: trigger, entry, type, verdict ("fired", "rejected"), roles, reason.

    Where the roles are filled and there is a ranker, `ranker` says what it leans to and by which features;
    `assigner` is for `with_assignments`.
    """
    rows: list[Row] = []
    for token in parse.tokens:
        fired = {d.entry: d for d in drafts if token in d.trigger.words}
        for entry, trigger, reason in considered(token, candidates(token, lexicon)):
            row: Row = {"trigger": token.text, "span": [token.start, token.end], "entry": entry.id,
                        "type": entry.type, "mode": entry.mode, "verdict": "rejected", "roles": None,
                        "reason": reason, "ranker": None, "assigner": None}  # fmt: skip
            if trigger is not None:
                row["span"] = [trigger.start, trigger.end]
                row["trigger"] = parse.text[trigger.start : trigger.end]
                _weigh(row, turned(trigger), roles, fired, ranker)
                if row["ranker"]:
                    row["reason"] += f"; {_leaning(row['ranker'])}"
            rows.append(row)
    return rows


def _weigh(
    row: Row, trigger: Trigger, roles: RoleFinder, fired: dict[str, Draft], ranker: Ranker | None
) -> None:
    entry = trigger.entry
    if entry.type is None:
        row["verdict"], row["reason"] = "blocks", "these words are no event"
        return
    found = roles.fill(trigger)
    if ranker is not None and found.reason is None and acceptable(trigger, found):
        row["ranker"] = ranker.explain(draft_of(trigger, found))
    draft = fired.get(entry.id)
    if draft is not None:
        row["verdict"] = "fired"
        row["type"], row["mode"] = draft.type, draft.mode
        row["roles"] = {"actors": _names(draft.actors), "recipients": _names(draft.recipients)}
        row["reason"] = f"status {draft.status}, confidence {draft.confidence:.2f}"
        if draft.rule.endswith(CAST):
            row["reason"] += f"; cast: {found.reason or 'the other side is missing'} by the rules"
        return
    row["roles"] = {"actors": _names(found.actors), "recipients": _names(found.recipients)}
    if found.reason:
        row["reason"] = found.reason
    elif not acceptable(trigger, found):
        row["reason"] = "no political party, or a party that the type needs is missing"
    else:
        row["reason"] = "another entry or another event of the sentence was chosen"


def with_assignments(rows: list[Row], told: dict[tuple[int, str], list[Row]]) -> None:
    """Add to the rows that fired what the assigner changed of their parties, by trigger and entry."""
    for row in rows:
        changes = told.get((row["span"][0], row["entry"]), [])
        if row["verdict"] != "fired" or not changes:
            continue
        row["assigner"] = changes
        moved = [f"{c['party']} {c['was']} > {c['role']}" for c in changes]
        row["reason"] += f"; assigner: {', '.join(moved)}"


def _leaning(ranked: Row) -> str:
    label, sure = ranked["top"][0]
    telling = ", ".join(feature for feature, _ in ranked["features"][:3])
    return f"ranker: {label} {sure:.2f}" + (f" by {telling}" if telling else "")


def _names(parties: Any) -> list[str]:
    return [_name(p) for p in parties]


def _name(party: Party) -> str:
    return f"{party.name or party.person or party.office or '?'} ({party.country or party.sector or '?'})"
