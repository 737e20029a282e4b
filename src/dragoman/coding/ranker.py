"""The ranker: disposes among what the lexicon proposes.

A linear model over the features of `ranker_features`, trained by `python -m training.ranker`. Its weights
are small whole numbers in a table of hashed features, so that scores are exact sums: the same on every
machine, in any batch. It gives a draft another type only where that type leads the lexicon's by a clear
margin, and drops one only where "none" leads likewise. It makes no event without a trigger.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from dragoman.coding.draft import Draft
from dragoman.coding.linear import Linear
from dragoman.coding.ranker_features import features

NONE = "(none)"
#: types that one word may tell: a meeting to come is an agreement to meet, by its status and not its words
_TWINS = {"CONSULT": "AGREE"}
_TELLING = 6  # features that an explanation names


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the ranker says of a draft: the type it leads to, by what log odds, and how sure it is (0..1)."""

    type: str  # the likeliest label, "(none)" among them
    event: str  # the likeliest type of an event
    margin: float  # of `type` over the lexicon's, or over what that becomes where the act is to come
    rival: float  # of `event` over the lexicon's
    powers: dict[str, float]  # of each label, the likeliest first: how likely it is beside the first

    def chance(self, label: str) -> float:
        """How likely a label is, to a thousandth."""
        return round(self.powers.get(label, 0.0) / sum(self.powers.values()), 3)


class Ranker(Linear):
    """Weights of hashed features.

    `margins`, in log odds: by how much another type ("type") or none ("none") must lead the lexicon's type.
    """

    magic = b"dragoman-ranker-1\n"
    file = "ranker.bin"

    def judge(self, draft: Draft) -> Verdict:
        """What the model says of a draft."""
        sums = self.scores(features(draft))
        order = sorted(range(self.width), key=sums.__getitem__, reverse=True)
        best = order[0]
        event = order[1] if self.labels[best] == NONE else best
        proposed = self.index.get(draft.type, best)
        held = max(sums[proposed], sums[self.index.get(_TWINS.get(draft.type, ""), proposed)])
        return Verdict(
            self.labels[best],
            self.labels[event],
            margin=round((sums[best] - held) * self.scale, 3),
            rival=round((sums[event] - sums[proposed]) * self.scale, 3),
            powers={self.labels[n]: math.exp((sums[n] - sums[best]) * self.scale) for n in order},
        )

    def dispose(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with the types that hold and how sure they are; those that are no events left out."""
        return [draft for draft in drafts if self._holds(draft, self.judge(draft))]

    def _holds(self, draft: Draft, verdict: Verdict) -> bool:
        if verdict.type == NONE and verdict.margin >= self.margins["none"]:
            return False
        other = verdict.event not in (draft.type, _TWINS.get(draft.type))
        if verdict.rival >= self.margins["type"] and other:
            draft.type, draft.mode = verdict.event, None
            draft.rule = f"{draft.entry}>{verdict.event.lower()}"
        twin = verdict.chance(_TWINS.get(draft.type, ""))
        draft.confidence = round(verdict.chance(draft.type) + twin, 3)
        return True

    def explain(self, draft: Draft) -> dict[str, Any]:
        """What the model leans to, how sure it is, and the features that speak most for it."""
        verdict = self.judge(draft)
        best = self.index[verdict.type]
        weights = [(self.scores([f])[best], f) for f in features(draft)]
        weights.sort(key=lambda pair: (-pair[0], pair[1]))
        telling = [[f, round(w * self.scale, 2)] for w, f in weights[:_TELLING] if w > 0]
        top = [[label, verdict.chance(label)] for label in list(verdict.powers)[:3]]
        return {"top": top, "margin": verdict.margin, "features": telling}
