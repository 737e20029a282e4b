"""Scores readings against the gold passages (`gold/dev.jsonl`): events, their fields, and what goes wrong.

    python -m evaluation.gold [FILE] [--errors CLASS]

Classes of faults: missed, extra, wrong type, wrong actor, wrong recipient, wrong party (symmetric types),
swapped, wrong mode, wrong status, wrong when, wrong where, wrong by.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import (
    Fault,
    Json,
    arguments,
    load_lines,
    print_fault_counts,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.figures import (
    Figure,
    by_split,
    f1,
    figure,
    print_confusion,
    print_figures,
    print_rows,
    ratio,
    ratio_of_sums,
)  # fmt: skip
from evaluation.matching import (
    SYMMETRIC,
    Event,
    Sentences,
    beside,
    event_of,
    match,
    parties_right,
    same_parties,
    same_party,
    words_of,
)  # fmt: skip

DATA = "gold/dev.jsonl"
NONE = "(none)"


def documents(rows: Iterable[Json]) -> list[Json]:
    """The passages as they are given to the reader; lines of a log with their implied actor."""
    keys = ("id", "text", "published", "publisher", "title", "actor")
    return [{key: row[key] for key in keys if row.get(key)} for row in rows]


@dataclass(frozen=True)
class Passage:
    """One scored passage: counts of what was right, the events' types, and the faults."""

    name: str
    counts: Counter[str]
    confusion: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]


def where_right(predicted: Event, gold: Event) -> bool:
    """Whether the place is that of the gold event: the same country, or none where it has none."""
    if predicted.where is None or gold.where is None:
        return predicted.where is gold.where
    return same_party(predicted.where, gold.where)


def by_right(predicted: Event, gold: Event) -> bool:
    """Whether some source of the report is the gold one, or there is none where there should be none."""
    if not gold.by:
        return not predicted.by
    return any(words_of(ours) & words_of(theirs) for ours in predicted.by for theirs in gold.by)


def score_passage(row: Json, reading: Json) -> Passage:
    """Score the events of one reading (or gold-form prediction) against those of its gold passage."""
    text = row["text"]
    gold = [event_of(e, text) for e in row["events"]]
    predicted = [event_of(e, text) for e in reading.get("events", ())]
    sentences = Sentences(text)
    pairs = match(gold, predicted, sentences)
    counts: Counter[str] = Counter(docs=1, gold=len(gold), pred=len(predicted), hits=len(pairs))
    counts["silent"] = int(bool(gold) and not predicted)
    for event in gold:
        counts["gold " + event.type] += 1
    for event in predicted:
        counts["pred " + event.type] += 1
    faults: list[Fault] = []
    for i, j in pairs:
        _count_pair(counts, gold[i], predicted[j])
        for kind in _pair_faults(gold[i], predicted[j]):
            faults.append(_fault(kind, row["id"], gold[i], predicted[j], sentences))
    confusion = [(gold[i].type, gold[i].type) for i, _ in pairs]
    confusion += _unmatched(row["id"], gold, predicted, pairs, sentences, faults)
    return Passage(row["id"], counts, tuple(confusion), tuple(faults))


def _count_pair(counts: Counter[str], gold: Event, predicted: Event) -> None:
    parties = parties_right(predicted, gold)
    when, where = predicted.when == gold.when, where_right(predicted, gold)
    counts["hits " + gold.type] += 1
    counts["parties"] += parties
    counts["parties " + gold.type] += parties
    counts["+when"] += parties and when
    counts["+where"] += parties and when and where
    counts["status"] += predicted.status == gold.status
    for field, has, right in (
        ("mode", bool(gold.mode), predicted.mode == gold.mode),
        ("when", bool(gold.when), when),
        ("where", bool(gold.where), where),
        ("by", bool(gold.by), by_right(predicted, gold)),
    ):
        counts[f"{field} n" if has else f"no {field} n"] += 1
        counts[field if has else f"no {field}"] += right


def _pair_faults(gold: Event, predicted: Event) -> Iterable[str]:
    if not parties_right(predicted, gold):
        yield _party_fault(gold, predicted)
    if gold.mode != predicted.mode:
        yield "wrong mode"
    if gold.status != predicted.status:
        yield "wrong status"
    if gold.when != predicted.when:
        yield "wrong when"
    if not where_right(predicted, gold):
        yield "wrong where"
    if not by_right(predicted, gold):
        yield "wrong by"


def _party_fault(gold: Event, predicted: Event) -> str:
    if gold.type in SYMMETRIC:
        return "wrong party"
    turned = same_parties(predicted.actors, gold.recipients) and same_parties(
        predicted.recipients, gold.actors
    )
    if turned:
        return "swapped"
    return "wrong recipient" if same_parties(predicted.actors, gold.actors) else "wrong actor"


def _fault(kind: str, name: str, gold: Event | None, got: Event | None, sentences: Sentences) -> Fault:
    span = next((event.span for event in (gold, got) if event and event.span), None)
    quote = sentences.quote(span[0]) if span else ""
    return Fault(kind, name, str(gold or NONE), str(got or NONE), quote)


def _unmatched(
    name: str,
    gold: Sequence[Event],
    predicted: Sequence[Event],
    pairs: Sequence[tuple[int, int]],
    sentences: Sentences,
    faults: list[Fault],
) -> list[tuple[str, str]]:
    """Account for events without a match: wrong type, missed or extra."""
    left = [e for i, e in enumerate(gold) if i not in {i for i, _ in pairs}]
    over = [e for j, e in enumerate(predicted) if j not in {j for _, j in pairs}]
    mixed = beside(left, over, sentences)
    confusion = []
    for i, j in mixed:
        confusion.append((left[i].type, over[j].type))
        faults.append(_fault("wrong type", name, left[i], over[j], sentences))
    for i, event in enumerate(left):
        if i not in {i for i, _ in mixed}:
            confusion.append((event.type, NONE))
            faults.append(_fault("missed", name, event, None, sentences))
    for j, event in enumerate(over):
        if j not in {j for _, j in mixed}:
            confusion.append((NONE, event.type))
            faults.append(_fault("extra", name, None, event, sentences))
    return confusion


def total(passages: Iterable[Passage]) -> Counter[str]:
    """The counts of all passages together."""
    summed: Counter[str] = Counter()
    for passage in passages:
        summed.update(passage.counts)
    return summed


_FIGURES: tuple[tuple[str, str, str, float | None], ...] = (
    ("gold.type_f1", "hits", "f1", 0.70),
    ("gold.type_precision", "hits", "pred", None),
    ("gold.type_recall", "hits", "gold", None),
    ("gold.parties_f1", "parties", "f1", 0.56),
    ("gold.when_f1", "+when", "f1", None),
    ("gold.where_f1", "+where", "f1", None),
    ("gold.status of matched", "status", "hits", 0.90),
    ("gold.when of matched with one", "when", "when n", 0.80),
    ("gold.no when of matched without", "no when", "no when n", None),
    ("gold.mode of matched with one", "mode", "mode n", None),
    ("gold.no mode of matched without", "no mode", "no mode n", None),
    ("gold.where of matched with one", "where", "where n", None),
    ("gold.no where of matched without", "no where", "no where n", None),
    ("gold.by of matched with one", "by", "by n", None),
    ("gold.no by of matched without", "no by", "no by n", None),
)


def figures(passages: Sequence[Passage]) -> list[Figure]:
    """The figures over some passages.

    F1 ones grow stricter: type, then parties, when and where as well. `of matched` ones are shares of the
    events whose type matched.
    """
    made = []
    for name, part, whole, bar in _FIGURES:
        if whole == "f1":
            sizes = sum(p.counts["gold"] for p in passages)
            pairs = [(2 * p.counts[part], p.counts["pred"] + p.counts["gold"]) for p in passages]
        else:
            sizes = sum(p.counts[whole] for p in passages)
            pairs = [(p.counts[part], p.counts[whole]) for p in passages]
        made.append(figure(name, pairs, ratio_of_sums, n=sizes, bar=bar))
    return made


def measure(file: Path | None = None, given: Path | None = None, processes: int = 1) -> list[Passage]:
    """Read and score the passages of a gold file."""
    from evaluation.readings import given_or_read

    rows = load_lines(file or shared(DATA))
    readings = given_or_read(documents(rows), given, processes=processes)
    return [score_passage(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins, over all and by split."""
    return by_split(measure(processes=processes), lambda p: split_of(p.name), figures)


def print_types(passages: Sequence[Passage]) -> None:
    """Precision, recall and F1 of each type, and of type with parties."""
    counts = total(passages)
    types = sorted({k[5:] for k in counts if k[:5] in ("gold ", "pred ")}, key=lambda t: -counts["gold " + t])
    rows: list[tuple[str, ...]] = [("type", "gold", "pred", "hits", "P", "R", "F1", "parties F1")]
    for name in types:
        gold, pred, hits = (counts[f"{key} {name}"] for key in ("gold", "pred", "hits"))
        marks = (ratio(hits, pred), ratio(hits, gold), f1(hits, pred, gold))
        both = f1(counts["parties " + name], pred, gold)
        rows.append((name, str(gold), str(pred), str(hits), *(f"{m:.2f}" for m in (*marks, both))))
    print_rows(rows)


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "", file="a gold file (default: gold/dev.jsonl)").parse_args(argv)
    passages = measure(options.file, options.readings, options.processes)
    faults = [fault for passage in passages for fault in passage.faults]
    if options.errors:
        print_faults(faults, options.errors, options.all)
        return
    print_types(passages)
    print("confusion (gold type: predicted type of the same sentence)")
    print_confusion(pair for passage in passages for pair in passage.confusion)
    print_figures(by_split(passages, lambda p: split_of(p.name), figures))
    print(f"passages {len(passages)}, silent {total(passages)['silent']}")
    print_fault_counts(faults)


if __name__ == "__main__":
    sys.exit(run(main))
