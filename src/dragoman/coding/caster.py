"""The caster: who plays the parts of an act whose words fit the lexicon but whose roles the rules leave open.

Two linear models of `python -m training.caster`. The first gives each party that the sentence names the role
that is likeliest for it (actor, recipient, none), the second says whether the act with that cast is an event;
it must lead over none by a margin. The words, the entry and its type are the lexicon's: nothing is made of
words that no entry has, and no party of words that name none. The rule of such an event ends in "+cast".
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.assigner import named_by_crime, talked_over
from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT, Named, key_of, mentions_of
from dragoman.coding.candidates import acceptable, choose, draft_of, turned
from dragoman.coding.cast_features import cast_candidates, judge_features
from dragoman.coding.draft import Draft
from dragoman.coding.linear import Linear
from dragoman.coding.mentions import Mentions
from dragoman.coding.no_act import no_act
from dragoman.coding.party import Party
from dragoman.coding.ranker import NONE as NO_EVENT
from dragoman.coding.roles import RoleFinder, Roles
from dragoman.coding.triggers import Trigger
from dragoman.model.ontology import TYPES

RULE = "+cast"
_BOTH = 2  # parties that an act between two needs


class Cast(Linear):
    """Weights of who plays which part."""

    magic = b"dragoman-cast-1\n"
    file = "cast.bin"


class Judge(Linear):
    """Weights of whether an act with its cast is an event.

    `margins`: by how many log odds its type must lead over none where the rules find nobody who acts
    ("actor"), and where they find who acts but not the other side, or refuse what they find ("recipient").
    """

    magic = b"dragoman-cast-judge-1\n"
    file = "cast_judge.bin"


@dataclass(frozen=True, slots=True)
class Open:
    """An act with nobody cast: a draft without parties, what the rules found of its roles, who is named.

    `settled` says that the rules make an event of it: such an act only teaches.
    """

    draft: Draft
    found: Roles
    named: Named
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Caster:
    """The two models."""

    cast: Cast
    judge: Judge

    @classmethod
    def load(cls) -> Caster | None:
        """The package's own; None where it has none."""
        cast, judge = Cast.load(), Judge.load()
        return cls(cast, judge) if cast is not None and judge is not None else None

    @property
    def version(self) -> str:
        """The digest of both models, part of the reader's version."""
        return f"{self.cast.version}{self.judge.version}"

    def events(
        self, groups: Iterable[list[Trigger]], drafts: Sequence[Draft], roles: RoleFinder, mentions: Mentions
    ) -> list[Draft]:
        """The drafts of those groups of triggers that made none of `drafts`."""
        taken = {draft.token.i for draft in drafts}
        out = []
        for group in groups:
            trigger = turned(group[0])
            if trigger.token.i in taken:
                continue
            found = roles.fill(trigger)
            if _refused(trigger, found):
                continue
            act = Open(draft_of(trigger, Roles()), found, mentions_of(trigger.token.sent, mentions))
            if fill(self.cast, act) and self._happens(act):
                out.append(act.draft)
        return out

    def _happens(self, act: Open) -> bool:
        draft = act.draft
        sums = self.judge.scores(judge_features(draft, act.found))
        best = max(
            (n for n, label in enumerate(self.judge.labels) if label != NO_EVENT), key=lambda n: sums[n]
        )
        none = self.judge.index[NO_EVENT]
        least = self.judge.margins["recipient" if act.found.actors else "actor"]
        if (sums[best] - sums[none]) * self.judge.scale < least:
            return False
        if self.judge.labels[best] != draft.type:
            return False
        powers = [math.exp((s - sums[best]) * self.judge.scale) for s in sums]
        draft.confidence = round(1 / sum(powers), 3)
        draft.rule += RULE
        return True


def every_act(groups: Iterable[list[Trigger]], roles: RoleFinder, mentions: Mentions) -> Iterator[Open]:
    """The act of each group of triggers with nobody cast, for who trains a caster."""
    for group in groups:
        tried = [turned(trigger) for trigger in group]
        chosen = choose(tried, roles)
        trigger = chosen[0] if chosen else tried[0]
        found = Roles() if chosen else roles.fill(trigger)
        named = mentions_of(trigger.token.sent, mentions)
        yield Open(draft_of(trigger, Roles()), found, named, settled=chosen is not None)


def fill(cast: Cast, act: Open) -> bool:
    """Give a draft the likeliest cast; whether it is one that an event of its type may have.

    Where nobody is likely for a role, who the rules found for it stays.
    """
    draft, found = act.draft, act.found
    draft.open = False
    if not act.named and not found.actors:
        return False
    together = TYPES[draft.type].symmetric
    if (
        together
        and len({key_of(p) for p in (*(p for _, p in act.named), *found.actors, *found.recipients)}) < _BOTH
    ):
        return False
    labels = (ACTOR, NONE) if together else (ACTOR, RECIPIENT, NONE)
    sides: dict[str, list[Party]] = {ACTOR: [], RECIPIENT: [], NONE: []}
    for candidate in cast_candidates(draft, found, act.named):
        if named_by_crime(candidate.party) or talked_over(candidate.party, draft):
            continue
        sums = cast.scores(candidate.features)
        fit = labels if together or not _undergoes(candidate.party, draft) else (RECIPIENT, NONE)
        sides[max(fit, key=lambda label: sums[cast.index[label]])].append(candidate.party)
    draft.actors = sides[ACTOR] or list(found.actors)
    acting = {key_of(p) for p in draft.actors}
    draft.recipients = sides[RECIPIENT]
    if not together and not draft.recipients:
        draft.recipients = [p for p in found.recipients if key_of(p) not in acting]
    if together and len(acting) < _BOTH:
        return False
    cast_now = Roles(tuple(draft.actors), tuple(draft.recipients))
    return bool(draft.actors) and acceptable(draft.trigger, cast_now)


def _undergoes(party: Party, draft: Draft) -> bool:
    """Whether somebody is the subject of the passive that tells the act: "*the king* was deposed".

    Troops that are sent or withdrawn act.
    """
    if draft.type in ("MOBILIZE", "RETREAT"):
        return False
    top = party.head.first_conjunct if party.head is not None else None
    return top is not None and top.rel == "subjpass" and top.head is draft.token


def _refused(trigger: Trigger, found: Roles) -> bool:
    """Whether the rules know the parties and still make no event: that stands."""
    if TYPES[trigger.entry.type or ""].symmetric and len(found.actors) >= _BOTH:
        return True
    return found.reason is None and no_act(trigger, found)
