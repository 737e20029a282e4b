"""Trains the assigner: `python -m training.assigner [--out FILE] [--crossvalidate]`.

It learns from `training/data/passages.jsonl`: passages written for this project in the manner of wires,
official texts, state media, newspapers and reference works, with all their events labelled by the gold
guidelines before the reader had seen them. Of each event that the rules find, the parties that the label
names are the actors and recipients, and everybody else in the sentence is none. The same data, lexicon and
parser give the same file.

`--crossvalidate` prints how many of the events found have all parties right, by the rules alone and with an
assigner that did not learn from the passage.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.coding.assigner import Assigner
from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT, Candidate, candidates, mentions_of
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.model import Document
from dragoman.reader import Reader
from evaluation import matching
from evaluation.common import load_lines
from training.packing import packed
from training.softmax import Instance, train

PASSAGES = Path(__file__).parent / "data" / "passages.jsonl"
OUT = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "coding" / "data" / "assigner.bin"
LABELS = (ACTOR, RECIPIENT, NONE)
PENALTY, ROUNDS = 15.0, 80
MARGINS = {"role": 0.1, "none": 1.0}
FOLDS = 5
KNOWN = ("published", "title", "publisher")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """An event that the rules found and the label that it has; the draft may be given other parties."""

    passage: str
    draft: Draft
    label: matching.Event
    mentions: Mentions
    candidates: tuple[Candidate, ...]

    def right(self) -> bool:
        """Whether the draft's parties are those of the label."""
        return matching.parties_right(_event(self.draft), self.label)


def found_events(reader: Reader, row: Json) -> Iterator[Found]:
    """The events of a passage that the rules find, each with its label."""
    doc = Document.of(row["text"], **{name: row[name] for name in KNOWN if row.get(name)})
    drafts, mentions = reader.ruled(doc)
    labels = [matching.event_of(event, doc.text) for event in row["events"]]
    told = [_event(draft) for draft in drafts]
    for i, j in matching.match(labels, told, matching.Sentences(doc.text)):
        named = mentions_of(drafts[j].sentence, mentions)
        yield Found(row["id"], drafts[j], labels[i], mentions, tuple(candidates(drafts[j], named)))


def _event(draft: Draft) -> matching.Event:
    actors, recipients = (tuple(map(party_of, side)) for side in (draft.actors, draft.recipients))
    span = (draft.trigger.start, draft.trigger.end)
    return matching.Event(
        draft.type, draft.mode, span, actors, recipients, None, None, draft.status, (), draft.rule
    )


def party_of(party: Party) -> matching.Party:
    text = party.head.text if party.head is not None else ""
    return matching.party_of(
        {"text": text, "name": party.name, "country": party.country, "office": party.office,
         "holder": party.holder}
    )  # fmt: skip


def instances(found: Found) -> Iterator[Instance]:
    """The candidates of an event with the roles that its label gives them."""
    together = found.label.type in matching.SYMMETRIC
    for candidate in found.candidates:
        party = party_of(candidate.party)
        acts = any(matching.same_party(party, other) for other in found.label.actors)
        takes = any(matching.same_party(party, other) for other in found.label.recipients)
        label = ACTOR if acts or (takes and together) else RECIPIENT if takes else NONE
        yield Instance(candidate.features, label)


def fit(events: Sequence[Found]) -> Assigner:
    """The assigner that some events teach."""
    learned = [instance for event in events for instance in instances(event)]
    rows, scale = packed(train(learned, LABELS, {}, penalty=PENALTY, rounds=ROUNDS))
    return Assigner(LABELS, rows, scale, MARGINS)


def crossvalidate(events: Sequence[Found]) -> tuple[int, int]:
    """How many events have all parties right, by the rules and by an assigner that never saw them."""
    before = sum(event.right() for event in events)
    after = 0
    for fold in range(FOLDS):
        assigner = fit([event for event in events if _fold(event) != fold])
        for event in events:
            if _fold(event) == fold:
                assigner.settle([event.draft], event.mentions)
                after += event.right()
    return before, after


def _fold(event: Found) -> int:
    return zlib.crc32(event.passage.encode()) % FOLDS


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    parser.add_argument("--crossvalidate", action="store_true", help="print how well it does, write nothing")
    options = parser.parse_args(argv)
    reader = Reader().with_assigner(None).with_caster(None)
    events = [event for row in load_lines(PASSAGES) for event in found_events(reader, row)]
    if options.crossvalidate:
        before, after = crossvalidate(events)
        print(f"{len(events)} events found; all parties right: {before} by the rules, {after} assigned")
        return 0
    options.out.write_bytes(fit(events).to_bytes())
    print(f"{len(events)} events; {options.out.name}: {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
