"""Trains the caster: `python -m training.caster [--out FOLDER]`.

Two models, of who plays which part and of whether that is an event (`dragoman.coding.caster`), learn from

- `training/data/passages.jsonl` and `training/data/own.jsonl`, written for this project with all their
  events labelled: an act that no label touches is none. Acts whose parties the rules find teach too, with
  nobody cast;
- `training/data/real.jsonl`, labels of real passages, their texts beside the checkout: in the same way;
- the lexicon's rejected examples: none;
- PLV, where it lies beside the checkout: the marked source and target play their parts in acts of the row's
  type, and acts of other types beside them are none more often than not.

The second model learns from casts that the first gave to passages that it had not seen. The same data,
lexicon and parser give the same files. Without PLV it says so and stops.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT
from dragoman.coding.cast_features import cast_candidates, judge_features
from dragoman.coding.caster import Cast, Caster, Judge, Open, fill
from dragoman.coding.party import Party
from dragoman.coding.ranker import NONE as NO_EVENT
from dragoman.lexicon.loader import Lexicon
from dragoman.model import Document
from dragoman.model.ontology import TYPES
from dragoman.reader import Reader
from evaluation import matching
from evaluation.common import load_lines
from training.assigner import KNOWN, PASSAGES, party_of
from training.bags import OTHER_CONVENTION, PARTS
from training.packing import packed
from training.ranker import LABELS, Settings, known_instances
from training.softmax import Instance, train
from training.sources import OWN, plv_rows, real_passages

OUT = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "coding" / "data"
ROLES = (ACTOR, RECIPIENT, NONE)
MARGINS = {"actor": 1.5, "recipient": 2.0}
_CAST_PENALTY, _JUDGE_PENALTY, _ROUNDS = 10.0, 2.0, 80
_SETTLED = 0.5  # what an act counts whose parties the rules find
_UNMARKED = 0.3  # what somebody beside PLV's marked parties counts as playing no part
_ASIDE = 0.5  # what an act of another type beside PLV's label counts as none
_EXAMPLE = 0.5  # what a proposal of the ranker's own sentences counts
_TURNS = 2

Json = dict[str, Any]
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Act:
    """An act with the label that it has: an event, or None.

    `unsure` says that a label of its type stands in its sentence, but not on its words.
    """

    source: str
    open: Open
    label: matching.Event | None
    unsure: bool = False

    @property
    def kind(self) -> str:
        """The type that the act tells."""
        return self.label.type if self.label is not None else NO_EVENT


@dataclass(frozen=True, slots=True)
class Marked:
    """The acts of a row of PLV with its label and where the marked parties stand."""

    text: str
    types: tuple[str, ...]
    source: Spans
    target: Spans
    acts: tuple[Open, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What a caster learns from, PLV's marks aside; `known` are instances of the ranker's own sentences."""

    passages: tuple[Act, ...]
    examples: tuple[Act, ...]
    known: tuple[Instance, ...]

    def without(self, sources: Container[str]) -> Material:
        """The same without the acts of some passages, by their ids."""
        return replace(self, passages=tuple(act for act in self.passages if act.source not in sources))


def acts_of(reader: Reader, row: Json) -> Iterator[Act]:
    """The acts of a labelled passage."""
    doc = Document.of(row["text"], **{name: row[name] for name in KNOWN if row.get(name)})
    labels = [matching.event_of(event, doc.text) for event in row["events"]]
    sentences = matching.Sentences(doc.text)
    for act in reader.every_act(doc):
        trigger = act.draft.trigger
        span, kind = (trigger.start, trigger.end), act.draft.type
        told = [e for e in labels if e.span and matching.overlap(e.span, span)]
        label = next((e for e in told if e.type == kind), told[0] if told else None)
        place = sentences.index(span[0])
        near = any(e.span and e.type == kind and sentences.index(e.span[0]) == place for e in labels)
        yield Act(str(row["id"]), act, label, unsure=label is None and near)


def example_acts(reader: Reader, lexicon: Lexicon) -> Iterator[Act]:
    """The acts that the rules leave open in own sentences, and in those that an entry must reject."""
    for number, row in enumerate(load_lines(OWN)):
        events = [{"trigger": words, "type": kind, "actors": [], "recipients": [], "status": "occurred"}
                  for words, kind in row["events"]]  # fmt: skip
        yield from acts_of(reader, {"id": f"own-{number}", "text": row["text"], "events": events})
    for entry in lexicon.entries:
        for sentence in entry.rejects:
            for act in acts_of(reader, {"id": entry.id, "text": sentence, "events": []}):
                if act.open.draft.entry == entry.id:
                    yield act


def marked_of(reader: Reader, row: Json) -> Marked:
    """The acts of a row of PLV."""
    from evaluation.plv import marked_spans

    acts = tuple(reader.every_act(Document.of(row["text"])))
    return Marked(row["text"], PARTS.get(row["type"], (row["type"],)), *marked_spans(row), acts)


def material(reader: Reader, known: Iterable[Instance], real: Iterable[Json]) -> Material:
    """Everything but PLV's marks; `reader` has neither ranker nor caster."""
    passages = tuple(act for row in (*load_lines(PASSAGES), *real) for act in acts_of(reader, row))
    examples = tuple(act for act in example_acts(reader, Lexicon.load()) if not act.open.settled)
    halved = tuple(Instance(i.features, i.label, _EXAMPLE) for i in known)
    return Material(passages, examples, halved)


def roles_of(act: Act) -> Iterator[Instance]:
    """Those who may play a part in an act, with the roles that its label gives them."""
    label = act.label
    if label is None or label.type != act.open.draft.type:
        return
    together = label.type in matching.SYMMETRIC
    for candidate in cast_candidates(act.open.draft, act.open.found, act.open.named):
        party = party_of(candidate.party)
        acts = any(matching.same_party(party, other) for other in label.actors)
        takes = any(matching.same_party(party, other) for other in label.recipients)
        role = ACTOR if acts or (takes and together) else RECIPIENT if takes else NONE
        yield Instance(candidate.features, role, _SETTLED if act.open.settled else 1.0)


def marked_roles(row: Marked) -> Iterator[Instance]:
    """The same of a row of PLV, in acts of its type whose candidates are the two marked ones among others."""
    for act in row.acts:
        if act.draft.type not in row.types:
            continue
        found = cast_candidates(act.draft, act.found, act.named)
        ends = [(_in(c.party, row.source), _in(c.party, row.target)) for c in found]
        if not (any(a for a, _ in ends) and any(b for _, b in ends)):
            continue
        taking = ACTOR if TYPES[act.draft.type].symmetric else RECIPIENT
        for candidate, (acts, takes) in zip(found, ends, strict=True):
            if acts != takes:
                yield Instance(candidate.features, ACTOR if acts else taking)
            elif not acts:
                yield Instance(candidate.features, NONE, _UNMARKED)


def _in(party: Party, spans: Spans) -> bool:
    return any(party.start < end and start < party.end for start, end in spans)


def fit_cast(acts: Iterable[Act], rows: Iterable[Marked]) -> Cast:
    """The model of who plays which part."""
    learned = [i for act in acts for i in roles_of(act)] + [i for row in rows for i in marked_roles(row)]
    weights, scale = packed(train(learned, ROLES, {}, penalty=_CAST_PENALTY, rounds=_ROUNDS))
    return Cast(ROLES, weights, scale, {})


def judged(acts: Iterable[Act], cast: Cast) -> Iterator[Instance]:
    """What acts with a cast tell of whether they are events."""
    for act in acts:
        complete = fill(cast, act.open)
        if act.unsure or not (complete or act.open.settled):
            continue
        features = tuple(judge_features(act.open.draft, act.open.found))
        yield Instance(features, act.kind, _SETTLED if act.open.settled else 1.0)


def marked_judged(rows: Iterable[Marked], cast: Cast) -> Iterator[Instance]:
    """The same of rows of PLV."""
    for row in rows:
        settled = any(act.settled and act.draft.type in row.types for act in row.acts)
        for act in row.acts:
            if act.settled or not fill(cast, act):
                continue
            kind = act.draft.type
            if any((kind, label) in OTHER_CONVENTION for label in row.types):
                continue
            features = tuple(judge_features(act.draft, act.found))
            if kind not in row.types:
                yield Instance(features, NO_EVENT, _ASIDE)
            elif all(any(_in(p, spans) for p in act.draft.parties) for spans in (row.source, row.target)):
                yield Instance(features, kind, _ASIDE if settled else 1.0)


def fit(known: Material, rows: Sequence[Marked]) -> Caster:
    """The caster that passages, own sentences and rows of PLV teach."""
    cast = fit_cast(known.passages, rows)
    learned = [*known.known, *marked_judged(rows, cast), *judged(known.examples, cast)]
    for turn in range(_TURNS):
        mine = [act for act in known.passages if _turn(act) == turn]
        others = [act for act in known.passages if _turn(act) != turn]
        learned += judged(mine, fit_cast(others, rows))
    weights = train(learned, LABELS, Settings().scales, penalty=_JUDGE_PENALTY, rounds=_ROUNDS)
    return Caster(cast, Judge(LABELS, *packed(weights), MARGINS))


def _turn(act: Act) -> int:
    return zlib.crc32(act.source.encode()) % _TURNS


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="the folder that the two files go to")
    options = parser.parse_args(argv)
    rows, real = plv_rows(), real_passages()
    if rows is None or real is None:
        return 1
    reader = Reader(ranker=False)
    learned = material(reader, known_instances(reader), real)
    caster = fit(learned, [marked_of(reader, row) for row in rows])
    options.out.mkdir(parents=True, exist_ok=True)
    for model in (caster.cast, caster.judge):
        (options.out / model.file).write_bytes(model.to_bytes())
    sizes = [len(model.to_bytes()) for model in (caster.cast, caster.judge)]
    print(f"{len(learned.passages)} acts of passages, {len(rows)} rows of PLV; {sizes} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
