"""The sentences that the ranker learns from, each source with its origin.

- `training/data/own.jsonl`: written for this project, every event of a sentence labelled: what is proposed
  beside them is none.
- the lexicon's own example sentences (`matches` and `rejects`), written for this project.
- PLV (Hu et al., ACL 2024), where it lies beside the checkout: other people's sentences, which never enter
  the project; the weights learned from them are of hashed features of at most two words.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.coding.draft import Draft
from dragoman.coding.ranker import NONE
from dragoman.coding.ranker_features import features
from dragoman.lexicon.loader import Lexicon
from dragoman.reader import Reader
from training.bags import Bag, Proposal
from training.softmax import Instance

OWN = Path(__file__).parent / "data" / "own.jsonl"
_LEXICON = 0.5  # what an example sentence of the lexicon counts
_OWN = 1.0

Json = dict[str, Any]


def own_instances(reader: Reader, path: Path = OWN) -> list[Instance]:
    """The instances of the project's own labelled sentences."""
    made = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                made += _labelled(reader, json.loads(line))
    return made


def _labelled(reader: Reader, row: Json) -> Iterator[Instance]:
    events: list[tuple[str, str]] = [tuple(pair) for pair in row["events"]]
    for draft in reader.proposals(row["text"]):
        found = [kind for words, kind in events if _touches(draft, row["text"], words)]
        yield Instance(tuple(features(draft)), found[0] if found else NONE, _OWN)


def _touches(draft: Draft, text: str, words: str) -> bool:
    start = text.find(words)
    return start <= draft.token.start < start + len(words)


def lexicon_instances(reader: Reader, lexicon: Lexicon) -> list[Instance]:
    """The instances of the lexicon's example sentences: of each, the entry that it belongs to."""
    made: list[Instance] = []
    for entry in lexicon.entries:
        for label, sentences in ((entry.type or NONE, entry.matches), (NONE, entry.rejects)):
            made += [
                Instance(tuple(features(draft)), label, _LEXICON)
                for sentence in sentences
                for draft in reader.proposals(sentence)
                if draft.entry == entry.id
            ]
    return made


def plv_rows() -> list[Json] | None:
    """The rows of PLV; None, after a message, where they are not beside the checkout."""
    from evaluation.common import MissingDataError, load_lines, shared
    from evaluation.plv import DATA

    try:
        return load_lines(shared(DATA))
    except MissingDataError as absence:
        print(f"no training: {absence}", file=sys.stderr)
        return None


def bag_of(reader: Reader, row: Json) -> Bag:
    """A row of PLV as a bag."""
    from evaluation.plv import marked_spans

    sides = marked_spans(row)
    proposals = tuple(Proposal.of(draft, level(draft, *sides)) for draft in reader.proposals(row["text"]))
    return Bag(row["text"], row["type"], proposals)


def level(draft: Draft, source: Sequence[tuple[int, int]], target: Sequence[tuple[int, int]]) -> int:
    """How many of the marked parties a draft has; 3 where both stand in their roles."""

    def some(parties: Sequence[Any], spans: Sequence[tuple[int, int]]) -> bool:
        return any(p.start < end and start < p.end for p in parties for start, end in spans)

    if some(draft.actors, source) and some(draft.recipients, target):
        return 3
    return some(draft.parties, source) + some(draft.parties, target)
