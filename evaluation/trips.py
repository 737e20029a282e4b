"""Scores readings of travel logs: trips of US principals abroad, and visits of foreign leaders to the US.

    python -m evaluation.trips [--errors CLASS]

The reader gets the prose column, the row's first day as publication date and, for trips, the traveller as
implied actor. A row of trips names its counterpart if the prose tells of a meeting, talks or the like and
names the row's country (`stated`), or a person with a title and no other state (`titled`); a row of visits
if the prose names a US president. Right means that the counterpart's country is among the parties of some
event. Dates: the first event that occurred lies within the row's days. Classes of faults: trips, visits
(wrong country), when, future.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import (
    Fault,
    Json,
    arguments,
    in_share,
    print_fault_counts,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.dates import after, within
from evaluation.figures import Figure, by_split, print_figures, share
from evaluation.readouts import brief, countries
from evaluation.states import codes_of, named_states

TRIPS = "data/us_travels_abroad/trips_before_2010.csv"
VISITS = "data/us_foreign_leader_visits/visits_before_2010.csv"
GATE_SHARE = 0.25
RECENT = "1990"
_TITLE = (
    r"(?:Prime|Foreign|Defense|Deputy|Vice|Finance|Interior) (?:Prime )?Minister|President(?:-elect)?|"
    r"Premier|Chancellor|King|Queen|Emperor|Emir|Amir|Sultan|Crown Prince|Prince|Chairman|Secretary|Minister|"
    r"Pope|Taoiseach|General Secretary|Vice President|Foreign Secretary|Shah|Marshal|Generalissimo"
)
_TITLED = re.compile(rf"\b(?:{_TITLE})s? (?!of\b)(?:[A-Z][\w’'\-]+|[a-z]{{2,3}} [A-Z][\w’'\-]+)")
_DEALING = re.compile(
    r"\b(?:met|meetings?|discuss\w*|talks?|audience|visit\w*|conferred|consult\w*|review\w*|briefed|signed|"
    r"negotiat\w*|received|hosted)\b",
    re.IGNORECASE,
)
_EXTRA_US = ("Roosevelt", "Obama")


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _presidents(rows: Sequence[dict[str, str]]) -> frozenset[str]:
    names = {row["name"].removesuffix(", Jr.").split()[-1] for row in rows if row["role"] == "president"}
    return frozenset({*names, *_EXTRA_US})


def titled(text: str, own: frozenset[str]) -> bool:
    """Whether a text names a person with a title who is not a US president."""
    return any(match.group().split()[-1].rstrip("’'s") not in own and match.group().split()[-1] not in own
               for match in _TITLED.finditer(text))  # fmt: skip


def trip_rows() -> list[Json]:
    """The rows of trips with what is expected of each."""
    table = read_table(shared(TRIPS))
    own = _presidents(table)
    made = []
    for row in table:
        gold, text = codes_of(row["country"]), row["remarks"].strip()
        states = [codes for codes in named_states(text) if "USA" not in codes]
        names_host = any(codes & gold for codes in states)
        names_other = any(not codes & gold for codes in states)
        kind = "stated" if names_host else "titled" if titled(text, own) and not names_other else ""
        made.append({
            "id": f"trip-{row['id']}", "text": text, "published": row["start_date"],
            "last": row["end_date"], "gold": gold,
            "kind": kind if gold and _DEALING.search(text) else "",
            "actor": {"name": row["name"], "country": "USA"},
        })  # fmt: skip
    return [row for row in made if row["text"]]


def visit_rows() -> list[Json]:
    """The rows of visits with what is expected of each: the US president where one is named."""
    own = _presidents(read_table(shared(TRIPS)))
    named = re.compile(rf"\bPresident (?:[A-Z][\w.]+ )*(?:{'|'.join(sorted(own))})\b")
    made = []
    for row in read_table(shared(VISITS)):
        text = row["description"].strip()
        met = bool(named.search(text)) and "uneral" not in text
        made.append({
            "id": f"visit-{row['id']}", "text": text, "published": row["start"], "last": row["end"],
            "gold": frozenset({"USA"}), "kind": "president" if met else "",
        })  # fmt: skip
    return [row for row in made if row["text"]]


@dataclass(frozen=True, slots=True)
class Case:
    """One scored row. `right` is None where the row names no counterpart, `dated` where no event occurred."""

    name: str
    kind: str
    recent: bool
    right: bool | None
    dated: bool | None
    future: bool
    faults: tuple[Fault, ...]


def score_row(row: Json, reading: Json) -> Case:
    """Score the reading of one row."""
    events = reading["events"]
    occurred = [e for e in events if e["status"] == "occurred"]
    right = dated = None
    faults = []
    shown = "\n        ".join(map(brief, events)) or "(no event)"
    if row["kind"]:
        right = any(countries(e) & row["gold"] for e in events)
        if not right:
            kind = row["id"].split("-")[0] + "s"
            faults.append(Fault(kind, row["id"], "/".join(sorted(row["gold"])), shown, row["text"]))
    if occurred:
        when = occurred[0]["when"]["edtf"] if occurred[0]["when"] else None
        dated = within(when, row["published"], row["last"])
        if not dated:
            gold = f"{row['published']}/{row['last']}"
            faults.append(Fault("when", row["id"], gold, brief(occurred[0]), row["text"]))
    future = any(e["when"] and after(e["when"]["edtf"], row["last"]) for e in occurred)
    if future:
        faults.append(Fault("future", row["id"], row["last"], shown, row["text"]))
    recent = row["published"] >= RECENT
    return Case(row["id"], row["kind"], recent, right, dated, future, tuple(faults))


def figures(cases: Sequence[Case]) -> list[Figure]:
    """The figures over some rows of both tables."""

    def rights(*kinds: str, recent: bool | None = None) -> list[bool]:
        return [bool(c.right) for c in cases if c.kind in kinds and (recent is None or c.recent is recent)]

    def dates(table: str) -> list[bool]:
        return [c.dated for c in cases if c.name.startswith(table) and c.dated is not None]

    return [
        share("trips.counterpart", rights("stated", "titled"), bar=0.92),
        share("trips.counterpart stated", rights("stated")),
        share("trips.counterpart titled since 1990", rights("titled", recent=True)),
        share("trips.counterpart titled before 1990", rights("titled", recent=False)),
        share("trips.when", dates("trip"), bar=0.92),
        share("visits.counterpart", rights("president"), bar=0.92),
        share("visits.when", dates("visit"), bar=0.92),
        share("trips.future event", [c.future for c in cases], high_is_good=False),
    ]


def measure(rows: Sequence[Json], given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and score rows."""
    from evaluation.readings import given_or_read

    readings = given_or_read(rows, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins, over a fixed share of the rows."""
    rows = [row for row in trip_rows() + visit_rows() if in_share(row["id"], GATE_SHARE)]
    return by_split(measure(rows, processes=processes), lambda c: split_of(c.name), figures)


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__ or "")
    parser.add_argument("--share", type=float, default=1.0, help="read a fixed share of the rows (0 to 1)")
    options = parser.parse_args(argv)
    rows = [row for row in trip_rows() + visit_rows() if in_share(row["id"], options.share)]
    cases = measure(rows, options.readings, options.processes)
    faults = [fault for case in cases for fault in case.faults]
    if options.errors:
        print_faults(faults, options.errors, options.all)
        return
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))
    print_fault_counts(faults)


if __name__ == "__main__":
    sys.exit(run(main))
