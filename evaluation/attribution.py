"""Attribution relations against labelled articles: precision, recall, F1; cue and kind of those matched.

A predicted relation matches a gold one if half of the shorter source is shared and the contents share half
of the characters that either covers. Files: `evaluation/data/attribution_*.jsonl`; a row holds its `text`,
or a `source_file` in the folder of measuring data with the `sha256` of the text. Splits: `look` is read when
rules are written, `aside` only scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.coding.attribution import FoundAttribution, find_attributions
from dragoman.language.parser import Parser
from dragoman.model import Document
from evaluation.common import MissingDataError, shared
from evaluation.figures import Figure

DATA = Path(__file__).parent / "data"
Pair = tuple[int, int]


def shared_length(a: Pair, b: Pair) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def likeness(found: FoundAttribution, gold: dict[str, Any]) -> float:
    """Intersection over union of the contents; 0 where the sources differ."""
    source, content = tuple(gold["source"]), tuple(gold["content"])
    if found.content is None:
        return 0.0
    shorter = min(found.source[1] - found.source[0], source[1] - source[0])
    if 2 * shared_length(found.source, source) < shorter:
        return 0.0
    common = shared_length(found.content, content)
    return common / (found.content[1] - found.content[0] + content[1] - content[0] - common)


def pairs(
    found: list[FoundAttribution], gold: list[dict[str, Any]]
) -> list[tuple[FoundAttribution, dict[str, Any]]]:
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


def same_cue(found: FoundAttribution, gold: dict[str, Any]) -> bool:
    return found.cue is not None and bool(gold["cue"]) and shared_length(found.cue, tuple(gold["cue"])) > 0


def rows(split: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Id, text and gold of each article of a split; articles whose file is absent or changed are left out."""
    for path in sorted(DATA.glob("attribution_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["split"] != split:
                continue
            text = row.get("text")
            if text is None:
                try:
                    text = shared(row["source_file"]).read_text("utf-8")
                except MissingDataError:
                    continue
                if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                    continue
            yield row["id"], text, row["attributions"]


def score(split: str, show: bool = False) -> dict[str, float]:
    """The figures of a split; with `show`, the misses and the surplus are printed."""
    parser, count = Parser(), Counter[str]()
    for name, text, gold in rows(split):
        found = find_attributions(parser.parse(text), Document.of(text))
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


def gate_figures(processes: int = 1) -> list[Figure]:
    """Precision, recall and F1 of source and content over all articles, and the kind of matched sources."""
    made = [score(split) for split in ("look", "aside")]
    total = {name: sum(one[name] for one in made) for name in ("texts", "gold", "found")}
    right = sum(one["recall"] * one["gold"] for one in made)
    if not total["gold"]:
        return []
    n = int(total["gold"])
    kind = sum(one["kind"] * one["recall"] * one["gold"] for one in made) / max(1.0, right)
    return [
        Figure("attribution.f1", 2 * right / (total["found"] + total["gold"]), n, bar=0.6),
        Figure("attribution.precision", right / max(1.0, total["found"]), int(total["found"])),
        Figure("attribution.recall", right / total["gold"], n),
        Figure("attribution.kind of matched", kind, round(right)),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("look", "aside"), default="look")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    print(json.dumps({k: round(v, 3) for k, v in score(args.split, args.errors).items()}))


if __name__ == "__main__":
    main()
