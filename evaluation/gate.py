"""The gate: no measured number falls unnoticed, and no data changes unnoticed.

    python -m evaluation.gate [--only NAME ...] [--pin [--allow-lower]]

Runs the scorers, prints bar, value, interval and floor of each figure, and fails where a figure is worse than
its floor, has none, or where the data is not the data that the floors were measured on. `--pin` writes floors
a little below what is measured now; a floor that would get worse needs `--allow-lower` as well. Without the
measuring data the gate says so and passes.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.common import CHECKOUT, Json, MissingDataError, shared
from evaluation.figures import Figure, print_rows

FLOORS = CHECKOUT / "evaluation" / "floors.json"
MARGIN = 0.005
FEWEST = 10  # figures on fewer cases say too little to be pinned


@dataclass(frozen=True, slots=True)
class Scorer:
    """One scorer of the gate and the data it reads (files or folders of the measuring data)."""

    name: str
    data: tuple[str, ...]


SCORERS = (
    Scorer("pyongyang", ("texts/pyongyang.txt", "texts/pyongyang.expected.json")),
    Scorer("gold", ("gold/dev.jsonl",)),
    Scorer("own_gold", ("data/meantime_wikinews/meantime.conll", "data/us_recognition_relations_rdcr")),
    Scorer("own_second", ("data/meantime_wikinews/meantime.conll", "data/re3d")),
    Scorer("own_third", ("data/us_recognition_relations_rdcr", "data/re3d")),
    Scorer("own_wire", ("data/plv/plv_train.jsonl", "data/gum_wikinews/dep",
                        "data/meantime_wikinews/meantime.conll")),
    Scorer("made_official", ()),
    Scorer("made_wire", ()),
    Scorer("made_press", ()),
    Scorer("made_mixed", ()),
    Scorer("plv", ("data/plv/plv_train.jsonl",)),
    Scorer("gsr", ("data/plover_gsr/records.json",)),
    Scorer("readouts", ("data/whitehouse_readouts/readouts-2021-2022.jsonl",)),
    Scorer("trips", ("data/us_travels_abroad", "data/us_foreign_leader_visits",
                     "data/states_reference/countries.json")),
    Scorer("joined", ("data/us_travels_abroad", "data/whitehouse_readouts/readouts-2021-2022.jsonl",
                      "data/whitehouse_readouts/statements-2021-2022.jsonl")),
    Scorer("unlike", ("data/gum_wikinews/dep",)),
    Scorer("statements", ("data/whitehouse_readouts/statements-2021-2022.jsonl",)),
    Scorer("re3d", ("data/re3d",)),
    Scorer("attribution", ()),
    Scorer("attribution_real", ("data/gum_wikinews/dep", "data/meantime_wikinews/meantime.conll")),
    Scorer("timex", ("data/timex_expressions_timenorm/datasets",)),
    Scorer("offices", ()),
    Scorer("resolver", ()),
    Scorer("determinism", ()),
)  # fmt: skip


def digest(path: Path) -> str:
    """The SHA-256 of a file, or of the names and contents of a folder's files."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for part in sorted(p for p in path.rglob("*") if p.is_file()):
        whole.update(part.relative_to(path).as_posix().encode())
        whole.update(hashlib.sha256(part.read_bytes()).digest())
    return whole.hexdigest()


def digests(scorers: Iterable[Scorer]) -> dict[str, str]:
    """The digest of every piece of data of some scorers."""
    return {name: digest(shared(name)) for scorer in scorers for name in scorer.data}


def figures_of(scorer: Scorer, processes: int) -> list[Figure] | None:
    """What a scorer gives the gate; None where it has nothing for it."""
    try:
        module: Any = importlib.import_module(f"evaluation.{scorer.name}")
    except ModuleNotFoundError as error:
        if error.name == f"evaluation.{scorer.name}":
            return None
        raise
    made: list[Figure] | None = module.gate_figures(processes) if hasattr(module, "gate_figures") else None
    return made


def pinned_value(one: Figure) -> float:
    """The floor (or ceiling) for a figure as measured now: a little on the worse side of it."""
    if not one.high_is_good:
        return round(one.value + MARGIN, 4) if one.value else 0.0
    return round(max(0.0, one.value - MARGIN), 4)


def worse(one: Figure, limit: float) -> bool:
    """Whether a figure is worse than its floor or ceiling."""
    return one.value < limit if one.high_is_good else one.value > limit


def lowered(one: Figure, old: float) -> bool:
    """Whether pinning a figure anew would give up some of the old floor."""
    new = pinned_value(one)
    return new < old if one.high_is_good else new > old


def complaints(figures: Sequence[Figure], data: dict[str, str], floors: Json) -> list[str]:
    """What the gate fails on, in words."""
    found = [
        f"{name} is not the data that the floors were measured on; look at it, then --pin"
        for name, mark in data.items()
        if floors["data"].get(name) not in (None, mark)
    ]
    for one in figures:
        limit = floors["floors"].get(one.key)
        if limit is None:
            found.append(f"{one.key} has no floor; --pin writes one")
        elif worse(one, limit):
            found.append(f"{one.key} is {one.value:.4f}, its floor is {limit}")
    return found


def unmeasured(figures: Sequence[Figure], floors: Json) -> list[str]:
    """The floors that nothing is measured for any more, in words."""
    keys = {one.key for one in figures}
    return [f"{key} has a floor but is not measured" for key in floors["floors"] if key not in keys]


def pin(figures: Sequence[Figure], data: dict[str, str], floors: Json, allow_lower: bool) -> list[str]:
    """Set the floors to what is measured now; returns those kept because they would get worse."""
    kept = []
    for one in figures:
        old = floors["floors"].get(one.key)
        if old is None or allow_lower or not lowered(one, old):
            floors["floors"][one.key] = pinned_value(one)
        elif worse(one, old):
            kept.append(f"{one.key} is {one.value:.4f}, under its floor {old}; --allow-lower lowers it")
    floors["data"].update(data)
    return kept


def load_floors() -> Json:
    """The pinned floors and digests; empty ones where none are pinned yet."""
    if not FLOORS.exists():
        return {"data": {}, "floors": {}}
    floors: Json = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def save_floors(floors: Json) -> None:
    """Write floors and digests, in a fixed order."""
    ordered = {key: dict(sorted(floors[key].items())) for key in ("data", "floors")}
    FLOORS.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")


def print_table(figures: Sequence[Figure], floors: Json) -> None:
    """One line a figure: split, number of cases, value, interval, floor and bar."""
    rows: list[tuple[str, ...]] = [("figure", "split", "n", "value", "90% interval", "floor", "", "bar", "")]
    for one in figures:
        limit = floors["floors"].get(one.key)
        state = "none" if limit is None else "WORSE" if worse(one, limit) else "ok"
        bar = "" if one.bar is None else f"{'>=' if one.high_is_good else '<='} {one.bar:g}"
        reached = {True: "reached", False: "not yet", None: ""}[one.passes]
        span = "" if one.low is None else f"{one.low:.3f}-{one.high:.3f}"
        floor = "" if limit is None else f"{limit:.3f}"
        rows.append((one.name, one.split, str(one.n), f"{one.value:.3f}", span, floor, state, bar, reached))
    print_rows(rows)


def run_scorers(scorers: Sequence[Scorer], processes: int) -> list[Figure]:
    """The figures of all scorers, with a line on how long each took."""
    made = []
    for scorer in scorers:
        begun = time.perf_counter()
        figures = figures_of(scorer, processes)
        if figures is None:
            print(f"{scorer.name}: no figures for the gate", file=sys.stderr)
            continue
        print(f"{scorer.name}: {time.perf_counter() - begun:.1f} s", file=sys.stderr)
        made += [one for one in figures if one.n >= FEWEST]
    return made


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="run these scorers only")
    parser.add_argument("--pin", action="store_true", help="write floors a little under what is measured")
    parser.add_argument("--allow-lower", action="store_true", help="let --pin lower a floor")
    parser.add_argument("--processes", type=int, default=2, help="processes that read (default 2)")
    options = parser.parse_args(argv)
    scorers = [s for s in SCORERS if not options.only or s.name in options.only]
    try:
        data = digests(scorers)
        figures = run_scorers(scorers, options.processes)
    except MissingDataError as absence:
        print(f"skipped: {absence}")
        return 0
    floors = load_floors()
    if options.pin:
        found = pin(figures, data, floors, options.allow_lower)
        save_floors(floors)
    else:
        found = complaints(figures, data, floors)
        found += [] if options.only else unmeasured(figures, floors)
    print_table(figures, floors)
    for line in found:
        print(f"FAIL {line}")
    print(f"gate: {len(figures)} figures, {len(found)} failures")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
