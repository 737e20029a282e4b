"""From labelled sentences to instances: which of a sentence's proposals bears its label.

PLV says which type holds between two marked parties, not by which words. The proposal that bears the label is
the one whose parties are the marked ones best; where several are alike, the one that the model so far finds
likeliest. Proposals of other types beside it count as no events, a little: they are asides more often.
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
#: the lexicon's type and PLV's label where PLV draws the line elsewhere than this project, which follows the
#: PLOVER manual: sanctions are SANCTION, convictions too, taking territory or goods is COERCE
OTHER_CONVENTION = frozenset(
    {("SANCTION", "COERCE"), ("SANCTION", "ACCUSE"), ("COERCE", "SANCTION"), ("COERCE", "ASSAULT")}
)
_ASIDE = 0.3  # what a proposal beside the one with the label counts as none


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft as the trainer sees it. `level`: how many of the marked parties it has, 3 in their roles."""

    features: tuple[str, ...]
    type: str
    level: int

    @classmethod
    def of(cls, draft: Draft, level: int = 0) -> Proposal:
        """The proposal that a draft is."""
        return cls(tuple(features(draft)), draft.type, level)


@dataclass(frozen=True, slots=True)
class Bag:
    """The proposals of a sentence and the one label that holds in it."""

    name: str
    label: str
    proposals: tuple[Proposal, ...]

    @property
    def usable(self) -> bool:
        """Whether the label follows the conventions of this project, as far as the lexicon tells."""
        top = max((p.level for p in self.proposals), default=0)
        return not any((p.type, self.label) in OTHER_CONVENTION for p in self.proposals if p.level == top)


def instances(bags: Sequence[Bag], so_far: Weights | None) -> list[Instance]:
    """The instances of some bags, by the model so far (None at first)."""
    made: list[Instance] = []
    for bag in bags:
        bearer = _bearer(bag, so_far) if bag.usable else None
        if bearer is None:
            continue
        made.append(Instance(bearer.features, _label(bag.label, bearer, so_far)))
        for aside in bag.proposals:
            if aside is not bearer and aside.type not in PARTS.get(bag.label, (bag.label,)):
                made.append(Instance(aside.features, NONE, _ASIDE))
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
        return max(likely, key=lambda p: p.level)

    def belief(proposal: Proposal) -> float:
        scores = so_far.scores(proposal.features)
        parts = PARTS.get(bag.label, (bag.label,))
        gap = max(float(scores[so_far.labels.index(part)]) for part in parts) - float(scores.max())
        return gap + (0.0, 0.0, 0.5, 1.0)[proposal.level]

    return max(likely, key=belief)
