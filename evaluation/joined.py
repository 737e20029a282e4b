"""Scores resolution across documents on real pairs: the same visit or meeting told by two documents.

    python -m evaluation.joined [--read] [--processes N] [--errors]

Two sets. *Trips* before 2010: rows of the president's travels and of the secretary of state's, one visit
where the secretary's remarks say that the president was accompanied there on days that meet; where both were
in one city on the very same days and no row says that they were together, the pair is not counted. *House*,
2021-2022: readouts and statements whose titles name the same American principal, the same counterpart and the
same day. Everything else is another event, also the near cases: the vice president's meeting with the same
guest on the same day, the secretary's own trip to the same state in the same month.

Without `--read` each document is coded from its columns or its title (what a perfect reader would give):
resolution alone is measured. With `--read` prose is read: rows of trips as a sentence made of the columns
("From June 12 to June 14, 1974, … visited Cairo, Egypt.") before the remarks, readouts and statements with
their heading above the text. Printed: precision and recall over pairs of
documents, and B-cubed precision, recall and F1 (Bagga and Baldwin 1998), for look and aside documents.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

from dragoman.chronicle import Chronicle
from dragoman.model import Actor, Document, EventMention, ImpliedActor, Quote, Reading, When, Where
from dragoman.times import compatible
from evaluation.common import Json, load_lines, run, shared, split_of
from evaluation.figures import Figure
from evaluation.states import codes_of
from evaluation.trips import TRIPS, read_table

HOUSE = "data/whitehouse_readouts/{}-2021-2022.jsonl"
BARS = {"precision": 0.95, "recall": 0.80}
_ACCOMPANIED = re.compile(r"\b[Aa]ccompanied (?:the )?President(?:-elect)? ?(?P<name>[A-Z][\w.]+)?")
_US = r"(?:President|Vice President|National Security Advis[eo]r)[^,;]*?(?P<us>Biden|Harris|Sullivan)"
_DEALT = re.compile(
    rf"{_US}(?:,? Jr\.?)?(?:’s|'s|s’)?\.? (?:\w+ ){{0,2}}(?P<kind>Call|Meeting)s? [Ww]ith (?P<them>[^|]+)"
)
_BEFORE = re.compile(
    rf"Remarks by {_US} and (?P<them>[^|]+?) (?:Before|in|After|at) .*?(?P<kind>Meeting|Call)"
)
#: a day, an American, a state and an office settle which meeting a title means, however the name is written
_OFFICES = ("Vice President", "Prime Minister", "Foreign Minister", "President", "Chancellor", "Crown Prince",
            "Taoiseach", "King", "Emir", "Amir", "National Security", "Defense Minister")  # fmt: skip
_TITLES = frozenset(
    [
        *("President", "Prime", "Minister", "King", "Queen", "Chancellor", "Foreign", "National", "Security"),
        *("Adviser", "Advisor", "Crown", "Prince", "Vice", "Emir", "Amir", "Sultan", "Secretary", "General"),
        *(
            "Taoiseach",
            "His",
            "Majesty",
            "Her",
            "Highness",
            "Sheikh",
            "Excellency",
            "Head",
            "of",
            "the",
            "and",
        ),
    ]
)


@dataclass(frozen=True, slots=True)
class Case:
    """One document: what it is read as, its gold group, and the reading that its columns or title give."""

    name: str
    gold: str
    document: Document
    coded: Reading
    #: documents of which the data do not say whether they tell of the same
    open: frozenset[str] = frozenset()


def trip_cases() -> list[Case]:
    """Rows of trips; the secretary's row shares the president's group where it says so."""
    table = [row for row in read_table(shared(TRIPS)) if row["remarks"].strip()]
    presidents = [row for row in table if row["role"] == "president"]
    cases = []
    for row in table:
        told = _ACCOMPANIED.search(row["remarks"])
        gold = f"trip-{row['id']}"
        lead, beside = None, frozenset[str]()
        if row["role"] != "president":
            near = [p for p in presidents if _joined(row, p, told["name"] if told else None)]
            lead = near[0] if told and near else None
            gold = f"trip-{lead['id']}" if lead else gold
            beside = frozenset(f"trip-{p['id']}" for p in near if p is not lead and _same_stay(row, p))
        case = _trip(row, gold, lead["name"] if lead else told and told["name"])
        if case:
            cases.append(replace(case, open=beside))
    return cases


def _joined(row: Json, lead: Json, name: str | None) -> bool:
    same = codes_of(row["country"]) == codes_of(lead["country"]) and (
        name is None or name.rstrip(".") in lead["name"]
    )
    return same and row["start_date"] <= lead["end_date"] and lead["start_date"] <= row["end_date"]


def _same_stay(row: Json, lead: Json) -> bool:
    """Whether two rows name one city and the same days, so that nobody can tell if it was one visit."""
    names = ("start_date", "end_date")
    city = row["locale"].split(",")[0] == lead["locale"].split(",")[0]
    return city and all(row[name] == lead[name] for name in names)


def _trip(row: Json, gold: str, accompanied: str | None) -> Case | None:
    codes = sorted(codes_of(row["country"]))
    if not codes or codes == ["USA"]:
        return None
    text = _prose(row)
    traveller = ImpliedActor(name=row["name"], country="USA")
    doc = Document.of(text, id=f"trip-{row['id']}", published=row["end_date"], actor=traveller,
                      publisher="Office of the Historian")  # fmt: skip
    names = [row["name"], *([accompanied] if accompanied else [])]
    actors = tuple(Actor(name=name, country="USA", kind="person", sector="GOV") for name in names)
    days = (row["start_date"], row["end_date"])
    when = days[0] if days[0] == days[1] else "/".join(days)
    place = Where(name=row["locale"].split(",")[0] or None, country=codes[0])
    host = Actor(name=row["country"], country=codes[0], kind="country", sector="GOV")
    return Case(doc.id, gold, doc, _coded(doc, "visit", actors, (host,), when, place))


def _prose(row: Json) -> str:
    """The row told in sentences: who was where and when, then the remarks."""
    begin, end = (date.fromisoformat(row[name]) for name in ("start_date", "end_date"))
    days = f"On {begin:%B} {begin.day}, {begin.year}"
    if begin != end:
        days = f"From {begin:%B} {begin.day} to {end:%B} {end.day}, {end.year}"
    place = f"{row['locale'].split(',')[0]}, " if row["locale"] else ""
    return f"{days}, {row['name']} visited {place}{row['country']}. {row['remarks'].strip()}"


def _coded(
    doc: Document, mode: str | None, actors: tuple[Actor, ...], recipients: tuple[Actor, ...], when: str,
    where: Where | None = None,
) -> Reading:  # fmt: skip
    span = doc.span(0, len(doc.text))
    event = EventMention(
        id="v0", type="CONSULT", mode=mode, actors=actors, recipients=recipients, trigger=Quote(span=span),
        sentence=span, when=When(edtf=when, basis="the row's"), where=where, rule="row", confidence=1.0,
    )  # fmt: skip
    return Reading(reader="coded-1", document=doc, events=(event,))


def house_cases() -> list[Case]:
    """Readouts and statements whose titles tell who dealt with whom."""
    cases = []
    for kind in ("readouts", "statements"):
        for line in load_lines(shared(HOUSE.format(kind))):
            told = _DEALT.search(line["title"]) or _BEFORE.search(line["title"])
            case = _house(line, told) if told else None
            if case:
                cases.append(case)
    return cases


def _house(line: Json, told: re.Match[str]) -> Case | None:
    them = re.split(r" of (?:the )?| in |, | on | Before ", told["them"].strip())[0]
    words = [w for w in re.findall(r"[\w’'-]+", them) if w not in _TITLES and w[:1].isupper()]
    codes = sorted(set().union(*codes_in(told["them"])) - {"USA"}) or [
        c for c in line.get("expect", {}).get("countries", ()) if c != "USA"
    ]
    if not words or len(codes) != 1:
        return None
    text = f"{line['title']}\n\n{line['text']}"
    doc = Document.of(text, id=line["id"], title=line["title"], published=line["published"],
                      publisher=line["publisher"], url=line["url"])  # fmt: skip
    virtual = "Virtual" in line["title"] or told["kind"] == "Call"
    actors = (
        Actor(name=told["us"], country="USA", kind="person", sector="GOV"),
        Actor(name=" ".join(words), country=codes[0], kind="person", sector="GOV"),
    )
    office = next((word for word in _OFFICES if word in told["them"]), words[-1])
    gold = f"{line['published']} {told['us']} {codes[0]} {office}"
    reading = _coded(doc, "phone" if virtual else None, actors, (), line["published"])
    return Case(doc.id, gold, doc, reading)


def codes_in(text: str) -> list[frozenset[str]]:
    """The states that some words name."""
    from evaluation.states import named_states

    return [frozenset(codes) for codes in named_states(text)]


def groups_of(cases: Sequence[Case], readings: Iterable[Reading]) -> dict[str, frozenset[str]]:
    """For each document the events of talks that it tells of, after resolution across all documents.

    A readout that mentions a meeting of months ago is no second report of it here: the gold groups say which
    documents are about the same meeting, so only events whose date meets the document's own days count.
    """
    made: dict[str, set[str]] = {case.name: set() for case in cases}
    days = {case.name: case.coded.events[0].when for case in cases}
    with Chronicle(":memory:") as chronicle:
        for reading in readings:
            chronicle.add_reading(reading)
        for event in chronicle.events(type="CONSULT"):
            for source in event.sources:
                own = days[source.document]
                if event.edtf is None or own is None or compatible(event.edtf, own.edtf):
                    made[source.document].add(event.id)
    return {name: frozenset(events) for name, events in made.items()}


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of pairs, and B-cubed precision and recall."""

    right: int
    wrong: int
    missed: int
    cubed: tuple[float, float]

    @property
    def precision(self) -> float:
        """The share of the joined pairs that tell of one event."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the pairs that tell of one event which are joined."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """B-cubed F1."""
        p, r = self.cubed
        return 2 * p * r / (p + r) if p + r else 0.0

    def figures(self, name: str, split: str) -> list[Figure]:
        """The figures as the gate pins them."""
        told, wanted = self.right + self.wrong, self.right + self.missed
        return [
            Figure(f"{name} precision", self.precision, told, bar=BARS["precision"], split=split),
            Figure(f"{name} recall", self.recall, wanted, bar=BARS["recall"], split=split),
            Figure(f"{name} B-cubed F1", self.f1, wanted, split=split),
        ]

    def lines(self) -> str:
        """The figures as they are printed."""
        precision, recall, f1 = self.precision, self.recall, self.f1
        p, r = self.cubed
        return (
            f"pairs: precision {precision:.3f} (bar {BARS['precision']}), recall {recall:.3f} "
            f"(bar {BARS['recall']}), {self.right} right, {self.wrong} wrong, {self.missed} missed; "
            f"B-cubed {p:.3f} / {r:.3f}, F1 {f1:.3f}"
        )


def scored(cases: Sequence[Case], found: dict[str, frozenset[str]]) -> tuple[Score, list[tuple[str, ...]]]:
    """The score of a grouping, and its faults."""
    gold: dict[str, set[str]] = defaultdict(set)
    held: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        gold[case.gold].add(case.name)
        for event in found[case.name] or {case.name}:
            held[event].add(case.name)
    undecided = {tuple(sorted((case.name, other))) for case in cases for other in case.open}
    wanted = {pair for names in gold.values() for pair in combinations(sorted(names), 2)}
    got = {pair for names in held.values() for pair in combinations(sorted(names), 2)}
    got -= undecided
    precisions, recalls = [], []
    for case in cases:
        with_it = set().union(*(held[e] for e in found[case.name] or {case.name}))
        precisions.append(len(with_it & gold[case.gold]) / len(with_it))
        recalls.append(len(with_it & gold[case.gold]) / len(gold[case.gold]))
    faults = [("wrong", *p) for p in sorted(got - wanted)] + [("missed", *p) for p in sorted(wanted - got)]
    number = max(1, len(cases))
    cubed = (sum(precisions) / number, sum(recalls) / number)
    return Score(len(got & wanted), len(got - wanted), len(wanted - got), cubed), faults


def measured(cases: Sequence[Case], *, read: bool, processes: int = 1) -> dict[str, frozenset[str]]:
    """The events that each document tells of, from its prose or from its columns and title."""
    readings: Iterable[Any] = [case.coded for case in cases]
    if read:
        from evaluation.readings import new_reader

        readings = new_reader().read_many([c.document for c in cases], processes=processes)
    return groups_of(cases, readings)


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins: both sets, coded and read, look and aside."""
    out = []
    for title, made in SETS:
        cases = made()
        for how in ("coded", "read"):
            found = measured(cases, read=how == "read", processes=processes)
            for split in SPLITS:
                score, _ = scored([c for c in cases if split_of(c.gold) == split], found)
                out += score.figures(f"joined.{title}.{how}", split)
    return out


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--read", action="store_true", help="read the prose instead of the columns and titles"
    )
    parser.add_argument("--set", choices=["trips", "house"], help="one of the two sets alone")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="list the faults of the look split")
    options = parser.parse_args(argv)
    for title, made in SETS:
        if options.set in (None, title):
            cases = made()
            found = measured(cases, read=options.read, processes=options.processes)
            for split in SPLITS:
                part = [c for c in cases if split_of(c.gold) == split]
                score, faults = scored(part, found)
                how = "read" if options.read else "coded"
                print(f"{title}, {how}, {split}: {len(part)} documents; {score.lines()}")
                if options.errors and split == "look":
                    print_pairs(part, faults)


def print_pairs(cases: Sequence[Case], faults: Iterable[tuple[str, ...]]) -> None:
    """The pairs wrongly joined or missed, each document with its date and title."""
    by_name = {c.name: c.document for c in cases}
    for kind, *pair in faults:
        print(f"  {kind}: {' | '.join(pair)}")
        for doc in map(by_name.__getitem__, pair):
            print(f"      {doc.published} {doc.title or doc.text[:110]}")


SETS = (("trips", trip_cases), ("house", house_cases))
SPLITS = ("look", "aside")

if __name__ == "__main__":
    sys.exit(run(main))
