"""What all scorers share: where the data lie, the splits, the command line, errors as records.

The data are other people's and lie in a folder `shared` beside the checkout (or where the variable
DRAGOMAN_SHARED says). Without them the scorers say so and the gate passes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]
SPLITS = ("look", "aside")
LOOK_SHARE = 0.6
CHECKOUT = Path(__file__).resolve().parents[1]


class MissingDataError(Exception):
    """The measuring data, or something that a scorer needs, is not here."""


def shared_root() -> Path:
    """The folder of the measuring data, whether or not it exists."""
    named = os.environ.get("DRAGOMAN_SHARED")
    return Path(named) if named else CHECKOUT.parent / "shared"


def shared(relative: str) -> Path:
    """A file or folder of the measuring data; MissingDataError where it is absent."""
    path = shared_root() / relative
    if not path.exists():
        raise MissingDataError(
            f"{relative} is not beside the checkout ({shared_root().name}/ is the folder looked in)"
        )
    return path


def load_lines(path: Path) -> list[Json]:
    """The objects of a file of JSON lines; empty lines are passed over."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def split_of(name: str, look: float = LOOK_SHARE) -> str:
    """`look` or `aside`, fixed by the hash of the name."""
    part = int(hashlib.sha256(name.encode("utf-8")).hexdigest()[:8], 16) / 16**8
    return "look" if part < look else "aside"


def in_share(name: str, share: float) -> bool:
    """Whether a name falls in a fixed share of all names; independent of `split_of`."""
    return split_of("share:" + name, share) == "look"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a reading got wrong: what kind, where, and the words."""

    kind: str
    where: str
    gold: str
    got: str
    quote: str = ""


def print_faults(faults: Iterable[Fault], kind: str, show_all: bool) -> None:
    """List the faults of one kind (or of every kind); those of the aside split only when asked for."""
    for fault in faults:
        if kind not in ("all", fault.kind) or not (show_all or split_of(fault.where) == "look"):
            continue
        print(f"{fault.kind.upper()}  {fault.where}\n  gold: {fault.gold}\n  got:  {fault.got}")
        if fault.quote:
            print(f"  text: {fault.quote}")


def print_fault_counts(faults: Iterable[Fault]) -> None:
    """How many faults of each kind, in both splits."""
    counts = Counter(fault.kind for fault in faults)
    if counts:
        print("faults (both splits): " + ", ".join(f"{kind} {n}" for kind, n in counts.most_common()))


def arguments(description: str, *, file: str | None = None) -> argparse.ArgumentParser:
    """The options that every scorer has; `file` names an optional positional one and says what it is."""
    parser = argparse.ArgumentParser(description=description)
    if file:
        parser.add_argument("file", nargs="?", type=Path, help=file)
    parser.add_argument("--errors", metavar="CLASS", help="list the faults of a class ('all': every class)")
    parser.add_argument("--all", action="store_true", help="list faults of the aside split too")
    parser.add_argument("--readings", type=Path, help="contract lines to score instead of reading now")
    parser.add_argument("--processes", type=int, default=1, help="processes that read (default 1)")
    return parser


def run(main: Callable[[Sequence[str] | None], None], argv: Sequence[str] | None = None) -> int:
    """Run a scorer; where the data or the reader are absent, say so and return 1."""
    try:
        main(argv)
    except MissingDataError as absence:
        print(f"skipped: {absence}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    return 0
