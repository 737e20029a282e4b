"""Scores readings on PLV: the type that holds between two marked parties of a sentence.

    python -m evaluation.plv [FILE] [--lexicon] [--errors CLASS]

The reader gets the sentence alone. The package's ranker learns from this file, so the figures come from
cross-validation over it (`plv_folds`): no sentence is read with a ranker that saw it. A FILE that is named is
read with the package as it is; `--lexicon` reads without a ranker.

The prediction is the type of the event whose parties overlap the marked source and target best: both before
one, one before none (then the surest, then the nearest trigger). Classes of faults are `none` (no event) and
`GOLD>PREDICTED`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
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
    figure,
    print_confusion,
    print_figures,
    print_rows,
    ratio,
    share,
)  # fmt: skip
from evaluation.matching import overlap, words_of

DATA = "data/plv/plv_train.jsonl"
NONE = "(none)"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_TAG = re.compile(r"</?[st]>")
Spans = list[tuple[int, int]]


def marked_spans(row: Json) -> tuple[Spans, Spans]:
    """Where the marked source and target stand in the row's text."""
    found: dict[str, Spans] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    place = plain = 0
    for tag in _TAG.finditer(row["marked"]):
        plain += tag.start() - place
        place = tag.end()
        kind = tag.group()[-2]
        if tag.group()[1] == "/":
            found[kind].append((opened.pop(kind, plain), plain))
        else:
            opened[kind] = plain
    if _TAG.sub("", row["marked"]) != row["text"]:
        return _found(row["text"], row["source"]), _found(row["text"], row["target"])
    return found["s"], found["t"]


def _found(text: str, name: str) -> Spans:
    place = text.find(name)
    return [(place, place + len(name))] if place >= 0 else []


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event of a sentence, ranked by how well its parties are the marked ones."""

    type: str
    both: bool
    rank: tuple[int, float, float]


def touches(actor: Json, spans: Spans, name: str) -> bool:
    """Whether an actor is the marked one: its characters overlap, or its words are the marked words."""
    if actor.get("span"):
        return any(overlap((actor["span"][0], actor["span"][1]), span) for span in spans)
    telling = words_of(actor.get("text") or actor.get("name"))
    return bool(telling) and telling <= words_of(name)


def candidate(event: Json, row: Json, source: Spans, target: Spans) -> Candidate:
    """How well one event fits the marked source and target."""
    actors, recipients = event["actors"], event["recipients"]

    def some(parties: list[Json], spans: Spans, name: str) -> bool:
        return any(touches(p, spans, name) for p in parties)

    directed = some(actors, source, row["source"]) and some(recipients, target, row["target"])
    parties = actors + recipients
    ends = some(parties, source, row["source"]) + some(parties, target, row["target"])
    level = 3 if ends == 2 and directed else ends
    start = event["trigger"]["span"][0]
    gap = sum(min((abs(start - s[0]) for s in spans), default=0) for spans in (source, target))
    kind = str(MERGED.get(event["type"], event["type"]))
    return Candidate(kind, ends == 2, (-level, -float(event.get("confidence") or 0), gap))


@dataclass(frozen=True, slots=True)
class Case:
    """One scored sentence. `strict` is the type of an event that has at least one of the two parties."""

    name: str
    gold: str
    got: str
    strict: str
    both: bool
    events: int


def score_row(row: Json, reading: Json) -> Case:
    """The prediction for one sentence."""
    source, target = marked_spans(row)
    ranked = sorted(
        (candidate(event, row, source, target) for event in reading["events"]), key=lambda c: c.rank
    )
    if not ranked:
        return Case(row["id"], row["type"], NONE, NONE, False, 0)
    best = ranked[0]
    strict = best.type if best.rank[0] < 0 else NONE
    return Case(row["id"], row["type"], best.type, strict, best.both, len(ranked))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 over the types that are gold somewhere."""
    gold, got = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    hits = Counter(g for g, p in pairs if g == p)
    return ratio(sum(ratio(2 * hits[t], gold[t] + got[t]) for t in gold), len(gold))


def figures(cases: Sequence[Case]) -> list[Figure]:
    """The figures over some sentences; `strict` ones count only events with a marked party."""
    pairs = [(case.gold, case.got) for case in cases]
    strict = [(case.gold, case.strict) for case in cases]
    return [
        figure("plv.macro_f1", pairs, macro_f1, bar=0.78, rounds=200),
        figure("plv.macro_f1 strict", strict, macro_f1, rounds=200),
        share("plv.accuracy", [g == p for g, p in pairs]),
        share("plv.both parties", [case.both for case in cases], bar=0.75),
        share("plv.no event", [not case.events for case in cases], high_is_good=False),
    ]


def measure(
    file: Path | None = None, given: Path | None = None, processes: int = 1, *, lexicon: bool = False
) -> list[Case]:
    """Read and score the sentences of a PLV file; without one, by cross-validation over the usual file."""
    from evaluation.plv_folds import crossvalidated
    from evaluation.readings import given_or_read

    rows = load_lines(file or shared(DATA))
    if lexicon:
        readings = _by_lexicon(rows)
    elif file is None and given is None:
        readings = crossvalidated(rows)
    else:
        documents = [{"id": row["id"], "text": row["text"]} for row in rows]
        readings = given_or_read(documents, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def _by_lexicon(rows: Sequence[Json]) -> dict[str, Json]:
    from dragoman.reader import Reader

    reader = Reader(ranker=False)
    return {row["id"]: json.loads(reader.read(row["text"]).to_json()) for row in rows}


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return by_split(measure(processes=processes), lambda c: split_of(c.name), figures)


def print_types(cases: Sequence[Case]) -> None:
    """Precision, recall and F1 of each type."""
    gold, got = Counter(c.gold for c in cases), Counter(c.got for c in cases)
    hits = Counter(c.gold for c in cases if c.gold == c.got)
    rows: list[tuple[str, ...]] = [("type", "gold", "pred", "P", "R", "F1")]
    for name in sorted(gold):
        marks = (ratio(hits[name], got[name]), ratio(hits[name], gold[name]),
                 ratio(2 * hits[name], gold[name] + got[name]))  # fmt: skip
        rows.append((name, str(gold[name]), str(got[name]), *(f"{m:.2f}" for m in marks)))
    print_rows(rows)


def faults(rows: Sequence[Json], cases: Sequence[Case]) -> list[Fault]:
    """The sentences whose type is wrong."""
    made = []
    for row, case in zip(rows, cases, strict=True):
        if case.gold == case.got:
            continue
        kind = "none" if case.got == NONE else f"{case.gold}>{case.got}"
        got = f"{case.got} ({case.events} events, {'both' if case.both else 'not both'} parties)"
        made.append(Fault(kind, case.name, case.gold, got, row["marked"]))
    return made


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__ or "", file="a file of the form of plv_train.jsonl")
    parser.add_argument("--lexicon", action="store_true", help="score the lexicon alone, without a ranker")
    options = parser.parse_args(argv)
    rows = load_lines(options.file or shared(DATA))
    cases = measure(options.file, options.readings, options.processes, lexicon=options.lexicon)
    wrong = faults(rows, cases)
    if options.errors:
        print_faults(wrong, options.errors, options.all)
        return
    print_types(cases)
    print_confusion((case.gold, case.got) for case in cases)
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))
    print_fault_counts(wrong)


if __name__ == "__main__":
    sys.exit(run(main))
