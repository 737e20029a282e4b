"""The assigner: disposes who of those named takes part in an event, and in which role.

A linear model over the features of `assigner_features`, trained by `python -m training.assigner`. Where it
leads to another role than the rules gave, it moves a party, leaves it out, or takes in one that the sentence
names. It leaves no event without an actor, none without a recipient whose type needs one, and makes
no party of words that name none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.coding import syntax
from dragoman.coding.assigner_features import (
    ACTOR,
    NONE,
    RECIPIENT,
    Candidate,
    Named,
    candidates,
    key_of,
    mentions_of,
)
from dragoman.coding.draft import Draft
from dragoman.coding.linear import Linear
from dragoman.coding.mentions import Mentions
from dragoman.coding.otherside import HOSTILE, opposed
from dragoman.coding.party import Party
from dragoman.coding.roles import VICTIMS
from dragoman.coding.sufferers import is_hit, is_victim
from dragoman.model.ontology import TYPES

_TELLING = 4  # features that an explanation names


@dataclass(frozen=True, slots=True)
class Change:
    """A candidate whose role is another than the rules gave; `lead` in log odds."""

    candidate: Candidate
    role: str
    lead: float


class Assigner(Linear):
    """Weights of hashed features.

    `margins`, in log odds: by how much another role ("role"), or no part at all ("none"), must lead.
    """

    magic = b"dragoman-assigner-1\n"
    file = "assigner.bin"

    def settle(self, drafts: Sequence[Draft], mentions: Mentions) -> None:
        """Set the parties of events whose triggers and rules stand."""
        for draft in drafts:
            sentence = draft.sentence
            others = [d for d in drafts if d.sentence is sentence and d is not draft]
            changes = self.changes(draft, mentions_of(sentence, mentions))
            together = TYPES[draft.type].symmetric
            kept = [
                c
                for c in changes
                if not (together and _scene(c, mentions))
                and not _served(c, draft, others)
                and not _tells(c, draft)
                and not _became(c)
                and not (c.candidate.role == NONE and talked_over(c.candidate.party, draft))
                and not (c.candidate.role == NONE and named_by_crime(c.candidate.party))
                and not _outer(c, draft)
                and not (draft.answers and c.role == NONE and c.candidate.role == RECIPIENT)
            ]
            self.apply(draft, [c for c in kept if not _listed(c, draft, kept)])

    def changes(self, draft: Draft, named: Named) -> list[Change]:
        """The candidates of an event that get another role than the rules gave them."""
        together = TYPES[draft.type].symmetric
        found = []
        for candidate in candidates(draft, named):
            friend = draft.type in ("SUPPORT", "AID") and candidate.role == NONE
            if friend and opposed(candidate.party, draft.trigger):
                continue
            head = candidate.party.head
            if (
                draft.type == "ACCUSE"
                and candidate.role == NONE
                and head is not None
                and (is_victim(head) or is_hit(head))
            ):
                continue
            sums = self.scores(candidate.features)
            held = ACTOR if together and candidate.role == RECIPIENT else candidate.role
            labels = (ACTOR, NONE) if together else (ACTOR, RECIPIENT, NONE)
            best = max(labels, key=lambda label: (sums[self.index[label]], label == held))
            lead = round((sums[self.index[best]] - sums[self.index[held]]) * self.scale, 3)
            if best != held and lead >= self.margins["none" if best == NONE else "role"]:
                found.append(Change(candidate, best, lead))
        return found

    def apply(self, draft: Draft, changes: Sequence[Change]) -> None:
        """Move parties, unless an event would be left without those that it needs."""
        if not changes:
            return
        sides = {ACTOR: list(draft.actors), RECIPIENT: list(draft.recipients)}
        for change in changes:
            key = change.candidate.key
            moved = [p for side in sides.values() for p in side if key_of(p) == key]
            for side in sides.values():
                side[:] = [p for p in side if key_of(p) != key]
            if change.role != NONE:
                together = TYPES[draft.type].symmetric and draft.recipients and draft.actors
                sides[RECIPIENT if together else change.role] += moved or [change.candidate.party]
        if _complete(draft, sides[ACTOR], sides[RECIPIENT]):
            draft.actors, draft.recipients = sides[ACTOR], _beside(sides[RECIPIENT], sides[ACTOR])

    def explain(self, draft: Draft, mentions: Mentions) -> list[dict[str, Any]]:
        """Each change of an event's parties, by what lead, and the features that speak most for it."""
        told = []
        for change in self.changes(draft, mentions_of(draft.sentence, mentions)):
            place = self.index[change.role]
            weights = [(self.scores([f])[place], f) for f in change.candidate.features]
            weights.sort(key=lambda pair: (-pair[0], pair[1]))
            telling = [[f, round(w * self.scale, 2)] for w, f in weights[:_TELLING] if w > 0]
            party = change.candidate.party
            told.append({"party": party.name, "was": change.candidate.role, "role": change.role,
                         "lead": change.lead, "features": telling})  # fmt: skip
        return told


def _beside(recipients: list[Party], actors: Sequence[Party]) -> list[Party]:
    """The recipients without those that are but words of an actor's name: "*Ecowas* peacekeepers"."""

    def part(party: Party) -> bool:
        return any(0 <= a.start <= party.start and party.end <= a.end for a in actors)

    return [p for p in recipients if not part(p)] or recipients


def _scene(change: Change, mentions: Mentions) -> bool:
    """Whether who would be another party is but where they met or signed: "in *Geneva*"."""
    head = change.candidate.party.head
    return change.candidate.role == NONE and head is not None and mentions.sites.scene(head)


def _outer(change: Change, draft: Draft) -> bool:
    """Whether who would be another actor only speaks of an act whose noun names its own.

    "*Sullivan* praised Jordan's agreement with Iraq", "*Poland* condemned Putin's attack on Ukraine".
    """
    noun, head = draft.token, change.candidate.party.head
    if (
        change.role == NONE
        or change.candidate.role != NONE
        or head is None
        or noun.pos not in ("NOUN", "PROPN")
    ):
        return False
    if (
        head.first_conjunct.rel not in ("subj", "subjpass")
        or head.first_conjunct.head not in noun.ancestors()
    ):
        return False
    below = noun.subtree()
    own = [p for p in draft.parties if p.head is not None and p.head is not noun and p.head in below]
    inside = noun.first_conjunct.rel == "pobj" and noun.first_conjunct.head.lower == "of"
    return bool(own) and (draft.type in HOSTILE or inside or len({key_of(p) for p in draft.parties}) > 1)


def _became(change: Change) -> bool:
    """Whether who would be another party is what somebody was made: "appointed *the first U.S. consul*"."""
    head = change.candidate.party.head
    return change.candidate.role == NONE and head is not None and head.rel == "oprd"


def _tells(change: Change, draft: Draft) -> bool:
    """Whether somebody only tells of an act: "*Macron* said the Israeli strike", "Iran agreed, *he* said"."""
    head = change.candidate.party.head
    if change.role == NONE or head is None or head.first_conjunct.rel != "subj":
        return False
    saying, clause = head.first_conjunct.head, syntax.clause_verb(draft.token)
    told = next((t for t in (clause, *clause.ancestors()) if t.head is saying and t is not saying), None)
    if told is None or told.rel not in ("ccomp", "parataxis"):
        return False
    own = clause is draft.token and syntax.own_subject(clause) is not None
    return own or draft.type in HOSTILE


def _listed(change: Change, draft: Draft, changes: Sequence[Change]) -> bool:
    """Whether who would be left out is of a list whose others stay: "in *Egypt*, Syria and Jordan"."""
    head = change.candidate.party.head
    if change.role != NONE or head is None:
        return False
    gone = {c.candidate.key for c in changes if c.role == NONE}
    return any(
        p.head is not None and p.head.first_conjunct is head.first_conjunct and key_of(p) not in gone
        for p in draft.parties
    )


def _served(change: Change, draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether who would be a second recipient is that of another act: "*thanked X* and paid tribute to Y"."""
    side = (ACTOR, RECIPIENT) if TYPES[draft.type].symmetric else (RECIPIENT,)
    if change.role not in side or change.candidate.role != NONE:
        return False
    key = change.candidate.key
    if not draft.recipients:  # "X, who is *visiting Oslo*, welcomed the deal"
        others = [other for other in others if other.mode == "visit" and other.token.rel == "relcl"]
    return any(key_of(p) == key for other in others for p in other.recipients)


def _complete(draft: Draft, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    if draft.actors and not actors:
        return False
    if not TYPES[draft.type].recipient_required or (not draft.recipients and len(draft.actors) < 2):
        return True
    return bool(recipients) or len(actors) > 1


def named_by_crime(party: Party) -> bool:
    """Whether somebody only names a crime that hit him: "recognized the *Armenian* genocide"."""
    head = party.head
    return head is not None and (head.lemma in VICTIMS or head.head.lemma in VICTIMS)


def talked_over(party: Party, draft: Draft) -> bool:
    """Whether somebody is only within what is talked over: "discussed trade with *Japan*"."""
    matter = syntax.direct_object(draft.token) if draft.trigger.entry.verb else None
    if draft.type != "CONSULT" or matter is None or party.head is None:
        return False
    return matter is not party.head and matter in party.head.ancestors()
