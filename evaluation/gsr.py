"""Scores readings on the PLOVER gold standard records: type, actor and recipient of a sentence.

    python -m evaluation.gsr [FILE] [--errors CLASS]

The records are read defensively: stray braces, missing or empty targets, older type names, codes that are
not ISO 3166. Classes of faults: none, wrong type, wrong party.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.common import (
    Fault,
    Json,
    arguments,
    print_fault_counts,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.figures import Figure, by_split, print_confusion, print_figures, share
from evaluation.matching import OLDER_NAMES, SYMMETRIC, Event, event_of, same_parties

DATA = "data/plover_gsr/records.json"
NONE = "(none)"
CODES = {"JAP": "JPN", "VTN": "VNM", "ITL": "ITA", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "GER": "DEU"}
NO_COUNTRY = frozenset({"IGO", "NGO", "NGM", "MNC", "IMG", "ISM", "INT", "MOS", "***", ""})
_SPACE = re.compile(r"\s+")


def parties_of(side: Any) -> list[Json]:
    """The parties of one side of a record as actors of the gold form."""
    made = []
    for item in side if isinstance(side, list) else []:
        if not isinstance(item, dict):
            continue
        code = str(item.get("code") or "").strip().upper()[:3]
        country = None if code in NO_COUNTRY else CODES.get(code, code)
        if item.get("actorText") or country:
            made.append({"text": item.get("actorText"), "country": country, "sector": item.get("sector")})
    return made


def gold_of(record: Json) -> Json | None:
    """A record as a row {"id","text","events"}; None where it has no text or no type."""
    text = _SPACE.sub(" ", str(record.get("text") or "")).strip().strip("{}").strip()
    kind = str(record.get("event") or "").strip().upper()
    if not text or not kind:
        return None
    event = {
        "type": OLDER_NAMES.get(kind, kind), "trigger": None, "mode": record.get("mode"),
        "actors": parties_of(record.get("source")), "recipients": parties_of(record.get("target")),
    }  # fmt: skip
    return {"id": str(record.get("id")), "text": text, "event": event}


def parties_right(predicted: Event, gold: Event, lenient: bool) -> bool:
    """Whether both parties are the record's. Lenient: a side that the record leaves empty is not judged."""
    if gold.type in SYMMETRIC and (gold.recipients or not lenient):
        return same_parties(predicted.parties, gold.parties)
    if gold.type in SYMMETRIC:
        return same_parties(predicted.parties, gold.actors) or same_parties(predicted.actors, gold.actors)
    recipients = same_parties(predicted.recipients, gold.recipients) or (lenient and not gold.recipients)
    return same_parties(predicted.actors, gold.actors) and recipients


@dataclass(frozen=True, slots=True)
class Case:
    """One scored record."""

    name: str
    gold: str
    got: tuple[str, ...]
    parties: bool
    lenient: bool
    fault: Fault | None


def score_row(row: Json, reading: Json) -> Case:
    """Score one record: whether some event has its type, and whether such an event has its parties."""
    gold = event_of(row["event"], row["text"])
    events = [event_of(e, row["text"]) for e in reading["events"]]
    typed = [e for e in events if e.type == gold.type]
    strict = any(parties_right(e, gold, False) for e in typed)
    lenient = any(parties_right(e, gold, True) for e in typed)
    kind = "none" if not events else "wrong type" if not typed else "" if strict else "wrong party"
    got = " | ".join(map(str, typed or events)) or NONE
    fault = Fault(kind, row["id"], str(gold), got, row["text"]) if kind else None
    return Case(row["id"], gold.type, tuple(e.type for e in events), strict, lenient, fault)


def figures(cases: Sequence[Case]) -> list[Figure]:
    """The figures over some records."""
    return [
        share("gsr.type", [c.gold in c.got for c in cases], bar=0.85),
        share("gsr.type_parties", [c.parties for c in cases], bar=0.70),
        share("gsr.type_parties lenient", [c.lenient for c in cases]),
        share("gsr.no output", [not c.got for c in cases], bar=0.05, high_is_good=False),
    ]


def measure(file: Path | None = None, given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and score the records of a file."""
    from evaluation.readings import given_or_read

    records = json.loads((file or shared(DATA)).read_text(encoding="utf-8"))
    rows = [row for row in map(gold_of, records) if row]
    documents = [{"id": row["id"], "text": row["text"]} for row in rows]
    readings = given_or_read(documents, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return by_split(measure(processes=processes), lambda c: split_of(c.name), figures)


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "", file="a file of records").parse_args(argv)
    cases = measure(options.file, options.readings, options.processes)
    wrong = [case.fault for case in cases if case.fault]
    if options.errors:
        print_faults(wrong, options.errors, options.all)
        return
    print("types of sentences whose record's type is not among the events'")
    print_confusion((c.gold, "+".join(sorted(set(c.got))) or NONE) for c in cases if c.gold not in c.got)
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))
    print_fault_counts(wrong)


if __name__ == "__main__":
    sys.exit(run(main))
