"""Who held an office on a date: the knowledge base against data sets of office-holders.

`python -m evaluation.offices` asks questions drawn by a fixed seed: from Peppercat (2000 to 2022: presidents,
prime ministers, foreign and defence ministers; its rows ship nowhere) and from Archigos, CIA World Leaders,
POCOM. Each set is split by state in two halves; "dev" may be looked at, "test" only counted.
An answer is right where the name agrees, unknown where nobody or several people are given, else it disagrees:
disputed where another of the data sets gives our answer for that state and day (a source against a source),
wrong where none does.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.knowledge import KnowledgeBase
from dragoman.knowledge.base_dates import day_range, may_cover
from dragoman.knowledge.base_names import name_words
from dragoman.knowledge.build_sources import SOURCES, state_code

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
PEPPERCAT = "officeholders_peppercat/officeholders_2023-01.csv"
SHIPPED = {
    "archigos": "leaders_archigos/archigos_4_1.csv",
    "pocom": "us_officeholders_pocom/officeholders_flat.csv",
    "cia": "cia_world_leaders_2019/cia_world_leaders_2019-06.csv",
}
ASKED = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
PLAIN = re.compile(
    r"(President|Prime Minister|Minister of (Foreign|External) Affairs|Foreign Minister"
    r"|(Minister of (National )?|(National )?)Defen[sc]e( Minister)?)( of (the )?[A-Z].*)?"
)


@dataclass(frozen=True, slots=True)
class Question:
    """Who held the office of a state on a date; `people` are all whom the data set gives."""

    state: str
    office: str
    date: str
    people: frozenset[str]
    names: frozenset[str]

    @property
    def split(self) -> str:
        """The half that the state is in."""
        return "test" if sha256(self.state.encode()).digest()[0] % 2 else "dev"


def peppercat(facts: KnowledgeBase, random_: random.Random) -> Iterator[Question]:
    """Questions from the positions whose title is a plain one."""
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    with (DATA / PEPPERCAT).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not PLAIN.fullmatch(row["position"]) or not row["start"]:
                continue
            state = state_code(facts, row["country"])
            tail = row["position"].partition("President of ")[2]
            if tail and state_code(facts, tail.removeprefix("the ")) != state and tail != "the Republic":
                continue  # of a bank, a court, a chamber
            codes = facts.office_codes(row["position"], state) if state else ()
            if state and codes and codes[0] in ASKED:
                held.setdefault((state, codes[0]), []).append((row["person"], row["start"], row["end"]))
    for (state, office), rows in sorted(held.items()):
        for _ in range(3):
            date = f"{random_.randint(2000, 2022)}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"
            people = frozenset(p for p, start, end in rows if may_cover(start, end or None, date))
            if people:
                yield Question(state, office, date, people, frozenset(p for p, _s, _e in rows))


def shipped(facts: KnowledgeBase, random_: random.Random) -> Iterator[Question]:
    """Questions from the three data sets that the tables draw on."""
    for name, path in SHIPPED.items():
        for row in SOURCES[name][0](DATA / path, facts):
            begun, ended = day_range(row.start), day_range(row.end)
            if row.office not in ASKED or begun is None or ended is None or ended[1] < "1990":
                continue
            first, last = max(1990, int(begun[0][:4]) + 1), int(ended[1][:4]) - 1
            date = f"{random_.randint(first, last)}-06-15" if first <= last else row.start
            yield Question(row.entity, row.office, date, frozenset({row.person}), frozenset({row.person}))


def alike(one: str, other: str) -> bool:
    """Whether two names may be of one person: a long word of one is near one of the other."""
    left, right = ([w for w in name_words(n) if len(w) > 1] for n in (one, other))
    return any(fuzz.ratio(a, b) >= 78 for a in left for b in right)


Others = dict[str, list[tuple[str, str, str | None]]]


def others(facts: KnowledgeBase, but: str) -> Others:
    """Whom all data sets but one give as heads and ministers of a state, each with first and last day."""
    found: Others = {}
    if but != "peppercat":
        with (DATA / PEPPERCAT).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if (
                    PLAIN.fullmatch(row["position"])
                    and row["start"]
                    and (code := state_code(facts, row["country"]))
                ):
                    found.setdefault(code, []).append((row["person"], row["start"], row["end"] or None))
    else:
        for name, path in SHIPPED.items():
            for held in SOURCES[name][0](DATA / path, facts):
                found.setdefault(held.entity, []).append((held.person, held.start, held.end or None))
    return found


def ask(facts: KnowledgeBase, question: Question, second: Others) -> str:
    """The verdict on one question: right, unknown, disputed or wrong."""
    held = facts.holders(question.state, question.office, question.date)
    if len({t.person for t in held}) != 1:
        return "unknown"
    if any(alike(n, p) for n in held[0].names for p in question.people):
        return "right"
    given = [p for p, start, end in second.get(question.state, ()) if may_cover(start, end, question.date)]
    return "disputed" if any(alike(n, p) for n in held[0].names for p in given) else "wrong"


def main() -> None:
    """Print the figures of each data set and split; with --show, the wrong answers of the dev half."""
    options = argparse.ArgumentParser()
    options.add_argument("--show", action="store_true")
    options.add_argument("--number", type=int, default=400)
    chosen = options.parse_args()
    if not DATA.is_dir():
        raise SystemExit("the measuring data is not beside the checkout: nothing measured")
    facts = KnowledgeBase.default()
    for name, source in (("peppercat", peppercat), ("archigos, cia, pocom", shipped)):
        random_ = random.Random(5)
        questions = list(source(facts, random_))
        random_.shuffle(questions)
        second = others(facts, name)
        for split in ("dev", "test"):
            asked = [q for q in questions if q.split == split][: chosen.number]
            verdicts = [ask(facts, q, second) for q in asked]
            line = "  ".join(
                f"{v} {verdicts.count(v) / max(1, len(asked)):.3f}"
                for v in ("right", "unknown", "disputed", "wrong")
            )
            print(f"{name} {split}: {len(asked)} questions  {line}")
            if chosen.show and split == "dev":
                for question, verdict in zip(asked, verdicts, strict=True):
                    if verdict in ("disputed", "wrong"):
                        held = facts.holders(question.state, question.office, question.date)
                        asked_of = f"{question.state} {question.office} {question.date}"
                        ours = [(t.person, t.start, t.end, t.origin[:8]) for t in held]
                        print("   ", verdict, asked_of, sorted(question.people), "not", ours)


if __name__ == "__main__":
    main()
