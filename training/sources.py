"""The sentences that the ranker learns from, each source with its origin.

- `training/data/own.jsonl`: written for this project, every event of a sentence labelled: what is proposed
  beside them is none.
- the lexicon's own example sentences (`matches` and `rejects`), written for this project.
- PLV (Hu et al., ACL 2024), where it lies beside the checkout: other people's sentences, which never enter
  the project; the weights learned from them are of hashed features of at most two words.
- `training/data/real.jsonl`: labels of real passages as references, without a word of their texts: sentences
  of PLV, statements of the White House, guides to the relations of states, none of them in a measuring set of
  passages. Every event is labelled with its parties, by twelve coders who saw neither the reader's output
  nor PLV's marks. Trigger and parties are offsets into the passage; `evaluation.own_gold` says how a passage
  is cut from the data beside the checkout.
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
REAL = Path(__file__).parent / "data" / "real.jsonl"
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


def real_passages(path: Path = REAL) -> list[Json] | None:
    """The real passages with their labels in the gold form; None, after a message, where the data lack.

    A sentence of PLV keeps its id, so that cross-validation can leave it out.
    """
    from evaluation.common import MissingDataError, load_lines
    from evaluation.own_gold import all_rebuilt
    from evaluation.own_wire_passages import source_of

    try:
        rows = all_rebuilt(load_lines(path), source_of)
    except MissingDataError as absence:
        print(f"no training: {absence}", file=sys.stderr)
        return None
    return [{**row, "events": [_named(event, row["text"]) for event in row["events"]]} for row in rows]


def _named(event: Json, text: str) -> Json:
    """An event whose parties have the words that their spans hold."""

    def named(party: Json) -> Json:
        words = text[slice(*party["span"])] if "span" in party else party["name"]
        return {"text": words, "country": party["country"]}

    return {**event, **{side: [named(p) for p in event[side]] for side in ("actors", "recipients")}}


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
