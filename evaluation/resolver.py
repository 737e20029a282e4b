"""Scores the resolver alone: who is meant by a mention, asked for its country and sector.

    python -m evaluation.resolver [--errors SET] [--all] [--speed]

Sets: `mentions` (of the project's own, evaluation/data/resolver_mentions.jsonl), `gold` (actors of the gold
passages), `gsr` (actors of the PLOVER records), `visits` (visitors with titles), `trips` (titled persons in
the remarks of rows that name no other state). A country given that is not the right one is `wrong`; none
given is only `missing`.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.common import (
    CHECKOUT,
    Fault,
    MissingDataError,
    arguments,
    load_lines,
    print_faults,
    run,
    shared,
    split_of,
)  # fmt: skip
from evaluation.figures import Figure, by_split, print_figures, share
from evaluation.gsr import CODES, NO_COUNTRY
from evaluation.states import codes_of, named_states
from evaluation.trips import TRIPS, VISITS, read_table

MENTIONS = CHECKOUT / "evaluation" / "data" / "resolver_mentions.jsonl"
_PRONOUN = re.compile(r"(?i)(?:i|we|he|she|they|it|our|their|his|us|them|you|who)\b")
_SPEAKS_FOR = {
    "White House": "USA", "Historian": "USA", "State Department": "USA", "CENTCOM": "USA",
    "UK": "GBR", "Australian": "AUS",
}  # fmt: skip
_SECTORS = {"MOS": None, "CIV": "CVL", "***": None, "": None, "IMG": None}
_PERSON = re.compile(
    r"(?:President|Prime Minister|Premier|King|Queen|Chancellor|Foreign Minister|Foreign Secretary|Emir)"
    r" (?!of\b)(?:(?:[A-Z](?:[\w’'-]+|\.)|de|al-[A-Z]\w+|el|bin|van|von|da|dos) ?)+"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A mention with what it should be: `countries` empty where it has no single state."""

    source: str
    name: str
    text: str
    countries: frozenset[str]
    sector: str | None
    date: str | None = None
    context: str | None = None
    publisher: str | None = None
    political: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the resolver made of a case."""

    case: Case
    country: str | None
    sector: str | None
    shown: str

    @property
    def right(self) -> bool:
        """Whether the country is right, or rightly absent."""
        return self.country in self.case.countries if self.case.countries else self.country is None

    @property
    def wrong(self) -> bool:
        """Whether a country is given that is not the right one."""
        return self.country is not None and not self.right

    @property
    def both(self) -> bool:
        """Whether country and sector are right."""
        return self.right and self.sector == self.case.sector


def mentions() -> list[Case]:
    """The project's own mentions."""
    made = []
    for k, row in enumerate(load_lines(MENTIONS)):
        countries = frozenset({row["country"]} if row["country"] else ())
        made.append(
            Case(
                "mentions", f"{row['split']}-{k}", row["text"], countries, row["sector"], row["date"],
                row["context"], political=row["kind"] is not None,
            )
        )  # fmt: skip
    return made


def gold() -> list[Case]:
    """The actors and recipients of the gold passages, without pronouns."""
    made: dict[tuple[str, str], Case] = {}
    for row in load_lines(shared("gold/dev.jsonl")):
        publisher = next((c for p, c in _SPEAKS_FOR.items() if p in (row["publisher"] or "")), None)
        for event in row["events"]:
            for actor in [*event["actors"], *event["recipients"]]:
                text = actor["text"]
                if not text or (_PRONOUN.match(text) and len(text.split()) == 1 and text != "US"):
                    continue
                made[row["id"], text] = Case(
                    "gold", row["id"], text, frozenset({actor["country"]} if actor["country"] else ()),
                    actor["sector"], row["published"], f"{row['title'] or ''} {row['publisher'] or ''}",
                    publisher,
                )  # fmt: skip
    return list(made.values())


def gsr() -> list[Case]:
    """The parties of the PLOVER records, whose dates say nothing."""
    made: dict[tuple[str, str], Case] = {}
    for record in json.loads(shared("data/plover_gsr/records.json").read_text(encoding="utf-8")):
        for side in ("source", "target"):
            parties = record.get(side)
            for party in parties if isinstance(parties, list) else [parties]:
                if not isinstance(party, dict) or not party.get("actorText") or not party.get("code"):
                    continue
                code, sector = str(party["code"])[:3], str(party.get("sector") or "GOV")[:3]
                country = None if code in NO_COUNTRY else CODES.get(code, code)
                text = str(party["actorText"]).replace("...", " ").strip()
                countries = frozenset({country} if country else ())
                sector = _SECTORS.get(sector, sector) or ""
                made[str(record["id"]), text] = Case(
                    "gsr", str(record["id"]), text, countries, "IGO" if code == "IGO" else sector
                )
    return list(made.values())


def visits() -> list[Case]:
    """The visitors with the state that they came from."""
    made = []
    for row in read_table(shared(VISITS)):
        countries = codes_of(row["from"])
        if countries and row["visitor"].strip():
            text = re.sub(r"\s*\(.*?\)", "", row["visitor"]).strip()
            made.append(Case("visits", f"visit-{row['id']}", text, countries, "GOV", row["start"]))
    return made


def trips() -> list[Case]:
    """The titled persons of remarks that name no state but the host."""
    made = []
    table = read_table(shared(TRIPS))
    own = {row["name"].removesuffix(", Jr.").split()[-1] for row in table}
    for row in table:
        countries, text = codes_of(row["country"]), row["remarks"]
        if not countries or any(not codes & countries for codes in named_states(text)):
            continue
        for match in _PERSON.finditer(text):
            name = match.group().strip().removesuffix("’s")
            if name.split()[-1] not in own:
                made.append(Case("trips", f"trip-{row['id']}", name, countries, "GOV", row["start_date"]))
    return made


SETS: dict[str, Callable[[], list[Case]]] = {
    "mentions": mentions, "gold": gold, "gsr": gsr, "visits": visits, "trips": trips,
}  # fmt: skip
BARS = {"mentions": (0.9, 0.03)}
TITLED = 0.95  # of the persons named with a title in visits and trips together


def case_split(outcome: Outcome) -> str:
    """`look` or `aside`; the project's own mentions say themselves which were kept aside."""
    if outcome.case.source == "mentions":
        return "aside" if outcome.case.name.startswith("kept") else "look"
    return split_of(outcome.case.name, 0.5)


def load_resolver() -> Any:
    """The resolver over the knowledge base of the package."""
    try:
        from dragoman.knowledge import KnowledgeBase
        from dragoman.knowledge.resolver import Resolver
    except ImportError as absence:
        raise MissingDataError(f"the knowledge base is not built ({absence.name})") from absence
    return Resolver(KnowledgeBase.default())


def solve(cases: Sequence[Case], resolver: Any) -> list[Outcome]:
    """What the resolver makes of the cases."""
    made = []
    for case in cases:
        found = resolver.resolve(
            case.text, date=case.date, context=case.context, publisher_country=case.publisher
        )
        shown = (
            f"{found.country} {found.sector} {found.kind} {found.name!r} {found.score} {list(found.reasons)}"
        )
        if found.political != case.political:
            shown += " [political]" if found.political else " [not political]"
        made.append(Outcome(case, found.country, found.sector, shown))
    return made


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """The figures of each set."""
    made = []
    for name in SETS:
        part = [o for o in outcomes if o.case.source == name]
        right_bar, wrong_bar = BARS.get(name, (None, None))
        own = name == "mentions"
        made.append(
            share(f"resolver.{name} country", [o.right for o in part], bar=None if own else right_bar)
        )
        made.append(
            share(
                f"resolver.{name} wrong country", [o.wrong for o in part], bar=wrong_bar, high_is_good=False
            )
        )
        if name in ("mentions", "gold", "gsr"):
            both = [o.both for o in part if o.case.sector or own]
            made.append(share(f"resolver.{name} country and sector", both, bar=right_bar if own else None))
        if name in ("visits", "trips"):
            recent = [o.right for o in part if (o.case.date or "") >= "1990"]
            made.append(share(f"resolver.{name} country since 1990", recent))
    titled = [o.right for o in outcomes if o.case.source in ("visits", "trips")]
    made.append(share("resolver.titled country", titled, bar=TITLED))
    return made


def faults_of(outcomes: Sequence[Outcome], name: str) -> list[tuple[Outcome, Fault]]:
    """What went wrong in a set, the wrong countries first."""
    made = []
    for outcome in outcomes:
        case = outcome.case
        scored = case.sector is not None and case.source not in ("visits", "trips")
        if case.source != name or (outcome.right and (outcome.sector == case.sector or not scored)):
            continue
        kind = "wrong" if outcome.wrong else "sector" if outcome.right else "missing"
        said = f"{'/'.join(sorted(case.countries)) or None} {case.sector}"
        made.append((outcome, Fault(kind, f"{case.name} {case.date}", said, outcome.shown, case.text)))
    return sorted(made, key=lambda pair: ("wrong", "missing", "sector").index(pair[1].kind))


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    del processes
    cases = [case for make in SETS.values() for case in make()]
    return by_split(solve(cases, load_resolver()), case_split, figures)


def print_speed(cases: Sequence[Case]) -> None:
    """Microseconds for a new mention after warm-up, and for one asked before."""
    resolver = load_resolver()
    solve(cases[:50], resolver)
    fresh = cases[50:]
    for label in ("new", "again"):
        begun = time.perf_counter()
        for case in fresh:
            resolver.resolve(case.text, date=case.date, context=case.context)
        spent = (time.perf_counter() - begun) / max(1, len(fresh)) * 1e6
        print(f"{label}: {spent:.0f} microseconds a mention over {len(fresh)}")


def main(argv: Sequence[str] | None = None) -> None:
    parser = arguments(__doc__ or "")
    parser.add_argument("--speed", action="store_true", help="time the resolver")
    options = parser.parse_args(argv)
    cases = [case for make in SETS.values() for case in make()]
    if options.speed:
        print_speed(cases)
        return
    outcomes = solve(cases, load_resolver())
    if options.errors:
        found = faults_of(outcomes, options.errors)
        print_faults([f for o, f in found if options.all or case_split(o) == "look"], "all", True)
        return
    print_figures(by_split(outcomes, case_split, figures))


if __name__ == "__main__":
    sys.exit(run(main))
