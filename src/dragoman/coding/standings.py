"""Applies status to drafts: what is planned among cooperative acts is an agreement to come."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.status import StatusWords, history, standing
from dragoman.model import Document, Evidence

#: acts of cooperation that are AGREE while they are still to come (GUIDELINES, rules 3, 16, 22)
_TO_COME = frozenset({"CONSULT", "SUPPORT", "AID", "COOPERATE", "CONCEDE", "RETREAT"})
_FIRST_PERSON = frozenset({"we", "i"})


def set_standing(draft: Draft, doc: Document, words: StatusWords, *, log: bool = False) -> None:
    """Set the draft's status, and its type where a planned act is an agreement to come.

    In a `log` an act dated after the entry's first day is no plan.
    """
    found = standing(draft.trigger, words)
    draft.status = found.status
    if (
        not log
        and found.status == "occurred"
        and draft.when is not None
        and _after(draft.when.edtf, doc.published)
    ):
        draft.status = "planned"
    if draft.status == "occurred" and history(draft.when.edtf if draft.when else None, doc.published):
        draft.status = "historical"
    if found.word is not None and draft.status == found.status:
        span = doc.span(found.word.start, found.word.end)
        draft.evidence.append(Evidence(field="status", value=draft.status, span=span))
    if draft.status == "planned" and draft.type in _TO_COME:
        promised = draft.type != "CONSULT" and _first_person(draft)
        draft.type, draft.mode = "AGREE", None
        if promised:
            draft.status = "occurred"
    elif draft.status == "planned" and draft.type == "AGREE" and _first_person(draft):
        draft.status = "occurred"


def _first_person(draft: Draft) -> bool:
    subject = syntax.surface_subject(syntax.clause_verb(draft.token))
    return subject is not None and subject.lower in _FIRST_PERSON


def _after(edtf: str, published: str | None) -> bool:
    """Whether a full date lies after the publication."""
    if not published or len(edtf) != 10 or not edtf[0].isdigit():
        return False
    return edtf > published[:10]
