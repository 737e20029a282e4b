"""From labelled sentences to instances: which of a sentence's proposals bears its label.

PLV says which type holds between two marked parties, not by which words. The proposal that bears the label is
the one whose parties are the marked ones best; where several are alike, the one that the model so far finds
likeliest. Near proposals that do not bear it count as no events, a little; other fitting ones say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.draft import Draft
from dragoman.coding.ranker import NONE
from dragoman.coding.ranker_features import features
from training.softmax import Instance, Weights

#: labels of PLV that are two types
PARTS = {"YIELD": ("RETREAT", "CONCEDE")}
_IDLE = 0.5  # what a near proposal without the label counts as none
_FIT = 1.5  # log odds by which a fitting proposal bears the label rather than a near one


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft as the trainer sees it. `level`: how many of the marked parties it has, 3 in their roles."""

    features: tuple[str, ...]
    type: str
    fits: bool
    level: int

    @classmethod
    def of(cls, draft: Draft, level: int = 0) -> Proposal:
        """The proposal that a draft is."""
        return cls(tuple(features(draft)), draft.type, draft.proposed == "fits", level)


@dataclass(frozen=True, slots=True)
class Bag:
    """The proposals of a sentence and the one label that holds in it."""

    name: str
    label: str
    proposals: tuple[Proposal, ...]


def instances(bags: Sequence[Bag], so_far: Weights | None) -> list[Instance]:
    """The instances of some bags, by the model so far (None at first)."""
    made: list[Instance] = []
    for bag in bags:
        bearer = _bearer(bag, so_far)
        for proposal in bag.proposals:
            if proposal is bearer:
                made.append(Instance(proposal.features, _label(bag.label, proposal, so_far)))
            elif not proposal.fits:
                made.append(Instance(proposal.features, NONE, _IDLE))
    return made


def _label(label: str, proposal: Proposal, so_far: Weights | None) -> str:
    """The label itself; of PLV's YIELD the one of its two types that the lexicon or the model leads to."""
    parts = PARTS.get(label)
    if parts is None:
        return label
    if proposal.type in parts:
        return proposal.type
    if so_far is None:
        return parts[0]
    scores = so_far.scores(proposal.features)
    return max(parts, key=lambda part: float(scores[so_far.labels.index(part)]))


def _bearer(bag: Bag, so_far: Weights | None) -> Proposal | None:
    likely = [p for p in bag.proposals if p.level > 0]
    if not likely:
        return None
    if so_far is None:
        return max(likely, key=lambda p: (p.fits, p.level))

    def belief(proposal: Proposal) -> float:
        scores = so_far.scores(proposal.features)
        parts = PARTS.get(bag.label, (bag.label,))
        gap = max(float(scores[so_far.labels.index(part)]) for part in parts) - float(scores.max())
        return gap + _FIT * proposal.fits + 1.0 * (proposal.level == 3) + 0.5 * (proposal.level == 2)

    return max(likely, key=belief)
