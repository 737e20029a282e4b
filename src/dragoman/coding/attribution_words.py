"""The word lists of attribution, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.coding.wordlists import as_set, load_words

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """The lists of `words/attribution.yaml`; `verbs` is every verb that may be a cue."""

    say: Words
    believe: Words
    intend: Words
    acts: Words
    with_object: Words
    needs_mark: Words
    needs_name: Words
    reporting: Words
    nouns: Words
    support: Words
    stances: Words
    adjectives: Words
    links: Words
    scholarly: Words
    private: Words
    verbs: Words
    kinds: dict[str, str]


@cache
def attribution_words() -> AttributionWords:
    """The lists; where a head word has two kinds, the kind named first in the file wins."""
    data = load_words("attribution")
    names = (
        "say", "believe", "intend", "acts", "with_object", "needs_mark", "needs_name", "reporting", "nouns",
        "support", "stances", "adjectives", "links", "scholarly", "private",
    )  # fmt: skip
    lists = {name: as_set(data, name) for name in names}
    verbs = lists["say"] | lists["believe"] | lists["intend"] | lists["acts"] | lists["with_object"]
    kinds: dict[str, str] = {}
    for kind, heads in data["kinds"].items():
        for head in heads:
            kinds.setdefault(head, kind)
    return AttributionWords(**lists, verbs=verbs, kinds=kinds)
