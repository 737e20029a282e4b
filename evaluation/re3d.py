"""Entities and relations of re3d against the parties, places and events of readings.

    python -m evaluation.re3d [--errors relation]

Entities: of the persons, organisations, nationalities and places in sentences that hold an event, how many
are a party (or, for places, a party or the place) of an event of that sentence. Relations: of those between
two entities (fighting, communicating, siding with), how many are an event between the two, and of what type.
re3d labels every entity, whether or not it takes part in an event, so these figures are for comparison over
time; they have no bar.
"""

from __future__ import annotations

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
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.figures import Figure, by_split, figure, print_confusion, print_figures, ratio_of_sums
from evaluation.matching import overlap
from evaluation.readouts import brief

FOLDER = "data/re3d"
ENTITIES = ("Person", "Organisation", "Nationality", "Location")
RELATIONS = ("CommWith", "FightingAgainst", "AlliesOf", "Likes", "Dislikes")
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION", "ACCUSE"})
SURE = 0.5
Span = tuple[int, int]


def documents() -> list[Json]:
    """The documents with their entities and relations; those that are not sure are left out."""
    made: dict[str, Json] = {}
    for folder in sorted(path for path in shared(FOLDER).iterdir() if path.is_dir()):
        for row in load_lines(folder / "documents.json"):
            made[row["_id"]] = {"id": row["_id"], "text": row["text"], "entities": [], "relations": []}
        for kind, wanted in (("entities", ENTITIES), ("relations", RELATIONS)):
            for row in load_lines(folder / f"{kind}.json"):
                if row["type"] in wanted and row["confidence"] >= SURE:
                    made[row["documentId"]][kind].append(row)
    return list(made.values())


def spans_of(event: Json, sides: Sequence[str] = ("actors", "recipients")) -> list[Span]:
    """Where the parties of an event stand."""
    return [tuple(a["span"]) for side in sides for a in event[side] if a["span"]]


def joins(event: Json, relation: Json) -> bool:
    """Whether an event has both ends of a relation among its parties, as two different ones."""
    spans = spans_of(event)
    source = (relation["sourceBegin"], relation["sourceEnd"])
    target = (relation["targetBegin"], relation["targetEnd"])
    first = {i for i, span in enumerate(spans) if overlap(span, source)}
    second = {i for i, span in enumerate(spans) if overlap(span, target)}
    return bool(first and second and len(first | second) > 1)


@dataclass(frozen=True)
class Case:
    """One document: entities and relations met with and found, by type."""

    name: str
    counts: Counter[str]
    pairs: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...]


def score_row(row: Json, reading: Json) -> Case:
    """Count what of one document's entities and relations was found."""
    counts: Counter[str] = Counter()
    events = reading["events"]
    for entity in row["entities"]:
        here = (entity["begin"], entity["end"])
        near = [e for e in events if overlap(tuple(e["sentence"]), here)]
        if not near:
            continue
        spans = [span for event in near for span in spans_of(event)]
        if entity["type"] == "Location":
            spans += [tuple(e["where"]["span"]) for e in near if e["where"] and e["where"]["span"]]
        counts[f"{entity['type']} n"] += 1
        counts[entity["type"]] += any(overlap(span, here) for span in spans)
    pairs, faults = [], []
    for relation in row["relations"]:
        found = [e for e in events if joins(e, relation)]
        counts[f"{relation['type']} n"] += 1
        counts[relation["type"]] += bool(found)
        counts["hostile"] += relation["type"] == "FightingAgainst" and any(
            e["type"] in HOSTILE for e in found
        )
        pairs.append((relation["type"], found[0]["type"] if found else "(none)"))
        if not found:
            here = (relation["begin"], relation["end"])
            near = [brief(e) for e in events if overlap(tuple(e["sentence"]), here)]
            gold = f"{relation['type']}: {relation['source']} | {relation['value']} | {relation['target']}"
            faults.append(Fault("relation", row["id"], gold, " || ".join(near) or "(no event)"))
    return Case(row["id"], counts, tuple(pairs), tuple(faults))


def figures(cases: Sequence[Case]) -> list[Figure]:
    """Shares found, by type."""
    made = []
    for name in (*ENTITIES, *RELATIONS, "hostile"):
        whole = "FightingAgainst n" if name == "hostile" else f"{name} n"
        pairs = [(float(c.counts[name]), float(c.counts[whole])) for c in cases]
        made.append(figure(f"re3d.{name}", pairs, ratio_of_sums, n=sum(c.counts[whole] for c in cases)))
    return made


def measure(given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and count the documents."""
    from evaluation.readings import given_or_read

    rows = documents()
    readings = given_or_read(rows, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins: those with enough cases to mean something."""
    made = by_split(measure(processes=processes), lambda c: split_of(c.name), figures)
    return [one for one in made if one.n >= 30]


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "").parse_args(argv)
    cases = measure(options.readings, options.processes)
    if options.errors:
        print_faults([f for case in cases for f in case.faults], options.errors, options.all)
        return
    print("relations and the types of the events between their two ends")
    print_confusion((pair for case in cases for pair in case.pairs), "relation")
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))


if __name__ == "__main__":
    sys.exit(run(main))
