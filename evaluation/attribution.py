"""Attribution relations against labelled articles: precision, recall, F1; cue and kind of those matched.

    python -m evaluation.attribution [--split SPLIT] [--errors]

A predicted relation matches a gold one if half of the shorter source is shared and the contents share half
of the characters that either covers. `evaluation/data/attribution_own.jsonl` holds articles written for this
project; `evaluation.attribution_real` scores stories of the measuring data in the same way. Splits: `look` is
read when rules are written, `aside` only scored.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.common import Json, load_lines
from evaluation.figures import Figure
from evaluation.readings import given_or_read

DATA = Path(__file__).parent / "data"
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution of a reading, its parts as spans of the text."""

    source: Pair
    cue: Pair | None
    content: Pair | None
    kind: str

    @classmethod
    def of(cls, row: Json) -> Found:
        """The attribution of a line of the output contract."""
        source, cue, content = (
            tuple(row[part]["span"]) if row[part] else None for part in ("source", "cue", "content")
        )
        return cls(source or (0, 0), cue, content, row["kind"])


def shared_length(a: Pair, b: Pair) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def likeness(found: Found, gold: Json) -> float:
    """Intersection over union of the contents; 0 where the sources differ."""
    source, content = tuple(gold["source"]), tuple(gold["content"])
    if found.content is None:
        return 0.0
    shorter = min(found.source[1] - found.source[0], source[1] - source[0])
    if 2 * shared_length(found.source, source) < shorter:
        return 0.0
    common = shared_length(found.content, content)
    return common / (found.content[1] - found.content[0] + content[1] - content[0] - common)


def pairs(found: Sequence[Found], gold: Sequence[Json]) -> list[tuple[Found, Json]]:
    """Matches one to one: same cue first, then the most alike contents."""
    options = []
    for i, item in enumerate(found):
        for j, row in enumerate(gold):
            alike = likeness(item, row)
            if alike >= 0.5:
                options.append((not same_cue(item, row), -alike, i, j))
    left: set[int] = set()
    right: set[int] = set()
    out = []
    for _, _, i, j in sorted(options):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((found[i], gold[j]))
    return out


def same_cue(found: Found, gold: Json) -> bool:
    return found.cue is not None and bool(gold["cue"]) and shared_length(found.cue, tuple(gold["cue"])) > 0


def own_rows() -> Iterator[Json]:
    """The articles written for this project with their labels."""
    yield from load_lines(DATA / "attribution_own.jsonl")


def score(rows: Iterable[Json], split: str, show: bool = False) -> dict[str, float]:
    """The figures of the rows of a split; with `show`, the misses and the surplus are printed."""
    chosen = [row for row in rows if row["split"] == split]
    readings = given_or_read([{"id": row["id"], "text": row["text"]} for row in chosen], None)
    count = Counter[str]()
    for row in chosen:
        name, text, gold = row["id"], row["text"], row["attributions"]
        found = [Found.of(one) for one in readings[name]["attributions"]]
        matched = pairs(found, gold)
        count.update(texts=1, found=len(found), gold=len(gold), right=len(matched))
        count["cue"] += sum(same_cue(f, g) for f, g in matched)
        count["kind"] += sum(f.kind == g["kind"] for f, g in matched)
        if show:
            hits = {id(f) for f, _ in matched} | {id(g) for _, g in matched}
            for f in found:
                if id(f) not in hits and f.content:
                    print(name, "+", [text[a:b] for a, b in (f.source, f.cue or f.source, f.content)])
            for g in gold:
                if id(g) not in hits:
                    print(name, "-", [text[slice(*g[key])] for key in ("source", "cue", "content")])
    right = count["right"]
    return {
        "texts": count["texts"], "gold": count["gold"], "found": count["found"],
        "precision": right / max(1, count["found"]), "recall": right / max(1, count["gold"]),
        "f1": 2 * right / max(1, count["found"] + count["gold"]),
        "cue": count["cue"] / max(1, right), "kind": count["kind"] / max(1, right),
    }  # fmt: skip


def figures_of(name: str, rows: Sequence[Json], bar: float | None = None) -> list[Figure]:
    """Precision, recall and F1 of source and content over all rows, and the kind of matched sources."""
    made = [score(rows, split) for split in ("look", "aside")]
    total = {key: sum(one[key] for one in made) for key in ("texts", "gold", "found")}
    right = sum(one["recall"] * one["gold"] for one in made)
    if not total["gold"]:
        return []
    n = int(total["gold"])
    kind = sum(one["kind"] * one["recall"] * one["gold"] for one in made) / max(1.0, right)
    return [
        Figure(f"{name}.f1", 2 * right / (total["found"] + total["gold"]), n, bar=bar),
        Figure(f"{name}.precision", right / max(1.0, total["found"]), int(total["found"])),
        Figure(f"{name}.recall", right / total["gold"], n),
        Figure(f"{name}.kind of matched", kind, round(right)),
    ]


def gate_figures(processes: int = 1) -> list[Figure]:
    """The figures that the gate pins."""
    return figures_of("attribution", list(own_rows()), bar=0.6)


def main(
    argv: Sequence[str] | None = None,
    rows: Callable[[], Iterable[Json]] = own_rows,
    about: str | None = __doc__,
) -> None:
    """Print the figures of a split, or what was missed and what was too much."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--split", choices=("look", "aside"), default="look")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args(argv)
    print(json.dumps({k: round(v, 3) for k, v in score(rows(), args.split, args.errors).items()}))


if __name__ == "__main__":
    main()
