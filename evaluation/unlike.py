"""Precision on unlike text: events found in news stories that are not about politics.

    python -m evaluation.unlike [--errors event]

The stories of `gum_wikinews` that no act of a state or a political body carries (sport, science, culture,
accidents), chosen by reading them. Whatever event is found there is probably wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import Fault, Json, arguments, print_faults, run, shared, split_of
from evaluation.figures import Figure, by_split, figure, print_figures, ratio_of_sums
from evaluation.readouts import brief

FOLDER = "data/gum_wikinews/dep"
STORIES = ("crane", "expo", "ie9", "iodine", "lanterns", "nasa", "soccer", "stampede", "warhol", "warming")


def story(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """The text of a story in CoNLL-U and its sentences' offsets; paragraphs are kept apart."""
    text, spans, gap = "", [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and text and not line.startswith("# newpar_block"):
            gap = "\n\n"
        elif line.startswith("# text = "):
            text += gap
            spans.append((len(text), len(text) + len(line) - 9))
            text += line[9:]
            gap = " "
    return text, spans


@dataclass(frozen=True, slots=True)
class Case:
    """One story: how many sentences, and the events read from it."""

    name: str
    sentences: int
    events: tuple[Fault, ...]


def score_row(row: Json, reading: Json) -> Case:
    """Count the events of one story."""
    found = tuple(
        Fault("event", row["id"], "(none expected)", f"{brief(e)} [{e['rule']}]",
              row["text"][slice(*e["sentence"])])
        for e in reading["events"]
    )  # fmt: skip
    return Case(row["id"], row["sentences"], found)


def figures(cases: Sequence[Case]) -> list[Figure]:
    """Events per sentence; the bar is 4 in 100."""
    pairs = [(float(len(c.events)), float(c.sentences)) for c in cases]
    size = sum(c.sentences for c in cases)
    return [figure("unlike.events per sentence", pairs, ratio_of_sums, n=size, bar=0.04, high_is_good=False)]


def documents() -> list[Json]:
    """The stories as documents, with the number of their sentences."""
    folder = shared(FOLDER)
    made = []
    for name in STORIES:
        text, spans = story(folder / f"GUM_news_{name}.conllu")
        made.append({"id": f"gum-{name}", "text": text, "sentences": len(spans)})
    return made


def measure(given: Path | None = None, processes: int = 1) -> list[Case]:
    """Read and count the stories."""
    from evaluation.readings import given_or_read

    rows = documents()
    readings = given_or_read(rows, given, processes=processes)
    return [score_row(row, readings[row["id"]]) for row in rows]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return by_split(measure(processes=processes), lambda c: split_of(c.name), figures)


def main(argv: Sequence[str] | None = None) -> None:
    options = arguments(__doc__ or "").parse_args(argv)
    cases = measure(options.readings, options.processes)
    print_faults([e for case in cases for e in case.events], options.errors or "all", options.all)
    print_figures(by_split(cases, lambda c: split_of(c.name), figures))


if __name__ == "__main__":
    sys.exit(run(main))
