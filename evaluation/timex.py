"""How well temporal expressions are read: `python evaluation/timex.py [FILE]`.

Three measurements, each on the data of `shared/` beside the checkout:

- expressions (`timex_expressions_timenorm`): each expression alone against its anchor date. In scope are
  expressions whose gold value is a calendar date, month, year, week, weekend, quarter, half, season, decade
  or century, a duration, a set, or a reference to present, past or future, and whose words alone settle it.
  Out of scope, and counted apart: clock times; ages; words that name no time of their own and take it from a
  text that the data do not have ("that time", "the quarter", "the period", "a year earlier" for a quarter);
- running text, Wikinews of GUM: marked dates found, and their values; marks of the reader that no marked
  date overlaps;
- running text, the articles on recognition of states: marked dates found and their values (the articles mark
  only some of their dates, so precision cannot be told there).

The texts are split by the hash of their name in `look` and `aside`.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[1] / "src")]

from dragoman.times import TimeMention, earliest, latest, read_times  # noqa: E402
from evaluation.common import MissingDataError, shared, split_of  # noqa: E402

_TIMENORM = "data/timex_expressions_timenorm/datasets/en"
_ANAPHORIC = re.compile(
    r"(?ix)^(?:(?:the|that|a|its|at\ (?:the|that))\s+)?"
    r"(?:(?:same|latest|then|current|comparable|corresponding|full|flat|year-?\ ?(?:earlier|ago)|\d{4})\s+)*"
    r"(?:period|time|then|moment|quarter|quarters|day|week|month|year|date|morning|weekend|point|"
    r"(?:year-?\ ?(?:earlier|ago)).*|second|third|first|fourth|last|two|once|yet|already)$"
)
_CLOCK = re.compile(r"(?i)\d\s*[ap]\.m|\bnoon\b|midnight|o'clock|afternoon|morning|evening|overnight")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expression of the gold and what was read."""

    kind: str
    right: bool
    text: str
    gold: str
    read: str
    where: str


def expressions(path: Path) -> tuple[list[Outcome], Counter[str]]:
    """The outcome of each expression in scope, and how many are out of scope, by reason."""
    outcomes: list[Outcome] = []
    left_out: Counter[str] = Counter()
    anchor = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 3:
            anchor = ""
            continue
        text, kind, gold = cells[:3]
        if not anchor:
            anchor = gold[:10]
            continue
        reason = _out_of_scope(text, kind, gold)
        if reason:
            left_out[reason] += 1
            continue
        found = read_times(text, published=anchor)
        best = max(found, key=lambda one: one.end - one.start) if found else None
        outcomes.append(Outcome(_class(gold), _is_right(best, gold), text, gold, _shown(best), anchor))
    return outcomes, left_out


def _out_of_scope(text: str, kind: str, gold: str) -> str | None:
    if (kind == "TIME" and "T" in gold) or _CLOCK.search(text):
        return "clock time"
    if re.match(r"\d{4}-\d\d-\d\dT", gold):
        return "clock time"
    if re.search(r"(?i)\bold$", text):
        return "an age, not a time"
    if _ANAPHORIC.match(text.strip()):
        return "takes its time from the text around it"
    relative = re.search(r"(?i)\b(?:ago|earlier|later|last year|past year)\b", text)
    if relative and re.search(r"-(?:Q|H)[\dX]|^\d{4}-\d\d-\d\d$", gold) and re.search(r"(?i)\byear", text):
        return "takes its fineness from the text around it"
    return None


def _class(gold: str) -> str:
    if gold.endswith("_REF"):
        return "reference"
    if gold.startswith("P"):
        return "duration"
    if gold.startswith("XXXX"):
        return "set"
    for name, pattern in _CLASSES:
        if re.search(pattern, gold):
            return name
    return "day" if gold.count("-") == 2 else "month" if "-" in gold else "year"


_CLASSES = (
    ("week", r"-W"),
    ("quarter", r"-[QH]"),
    ("season", r"-(?:SP|SU|FA|WI)"),
    ("decade or century", r"^\d{2,3}X*$"),
)
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def _is_right(found: TimeMention | None, gold: str) -> bool:
    if found is None:
        return False
    if gold.endswith("_REF"):
        return found.edtf is None and found.kind in ("vague", "duration")
    if gold.startswith("P"):
        return _same_length(found.value, gold)
    if gold.startswith("XXXX") or found.kind == "set":
        return _same_set(found.value, gold)
    return found.edtf is not None and _as_timex(found.edtf, gold) == _plain(gold)


def _same_length(value: str | None, gold: str) -> bool:
    return value is not None and _length(value) == _length(gold)


def _length(value: str) -> tuple[str, float | str]:
    """A duration as (unit, number) with like units made one."""
    found = re.fullmatch(r"P(T?)([\dX.]+)([A-Z]+)(?:(\d+)([A-Z]))?", value)
    if found is None:
        return value, 0.0
    unit = found[1] + found[3]
    if found[2] in ("X0", "X00"):
        return {"X0": "E", "X00": "C"}[found[2]], "X"
    if "X" in found[2]:
        return ("M" if unit in ("M", "Q") else unit), "X"
    number = float(found[2])
    if found[4]:
        number += float(found[4]) / {"Y": 12, "TH": 60, "TM": 60}.get(unit, 1)
    factor = {"Y": (365, "D"), "E": (3650, "D"), "C": (36500, "D"), "L": (365000, "D"), "W": (7, "D")}
    factor |= {"M": (30.4, "D"), "Q": (91.2, "D"), "TH": (1 / 24, "D"), "TM": (1 / 1440, "D")}
    size, base = factor.get(unit, (1, unit))
    return base, round(number * size, 1)


def _same_set(value: str | None, gold: str) -> bool:
    gold = re.sub(r"T[A-Z]{2}$", "", gold)
    same = {"XXXX": "P1Y", "XXXX-XX": "P1M", "XXXX-WXX": "P1W", "XXXX-XX-XX": "P1D"}
    seasons = "".join(_SEASONS.get(part, part) for part in re.split(r"(SP|SU|FA|WI)", gold))
    return value is not None and value in (gold, same.get(gold), seasons)


def _plain(gold: str) -> str:
    gold = re.sub(r"T[A-Z]{2}$", "", gold)
    gold = gold.removesuffix("-XX").removesuffix("-XX") if gold[:4].isdigit() else gold
    return gold.rstrip("X") if re.fullmatch(r"\d{2,3}X+", gold) else gold


def _as_timex(edtf: str, gold: str) -> str:
    """The EDTF value in the form of the gold, with its unspecified digits taken over."""
    edtf = edtf.replace("~", "")
    if "/" in edtf:
        return _week_form(edtf, gold)
    code = re.fullmatch(r"(\d{4})-(2[1-4]|3[3-6]|4[01])", edtf)
    if code:
        number = int(code[2])
        name = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 40: "H1", 41: "H2"}.get(number) or f"Q{number - 32}"
        return f"{code[1]}-{_loosened(name, gold[5:])}"
    return edtf.rstrip("X") if edtf[:2].isdigit() else edtf


def _week_form(edtf: str, gold: str) -> str:
    first, last = earliest(edtf), latest(edtf)
    if first is None or last is None or not re.search(r"-W", gold):
        return edtf
    year, week, _ = first.isocalendar()
    end = "-WE" if (last - first).days == 1 else ""
    return f"{year}-W{_loosened(f'{week:02d}', gold[6:8])}{end}"


def _loosened(name: str, gold: str) -> str:
    return (
        "".join(b if b == "X" else a for a, b in zip(name, gold, strict=False))
        if len(name) == len(gold)
        else name
    )


def _shown(found: TimeMention | None) -> str:
    return "nothing" if found is None else f"{found.edtf or found.value or '-'} ({found.kind}, {found.basis})"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with its marked dates: (start, end, earliest, latest)."""

    name: str
    text: str
    published: str | None
    marks: tuple[tuple[int, int, str], ...]


def wikinews() -> Iterator[MarkedText]:
    """The Wikinews stories of GUM with their <date> marks."""
    for path in sorted(shared("data/gum_wikinews/xml").glob("*.xml")):
        yield _gum_text(path)


def _gum_text(path: Path) -> MarkedText:
    conllu = shared("data/gum_wikinews/dep") / path.with_suffix(".conllu").name
    glue = _surface_spacing(conllu)
    parts: list[str] = []
    at, word, published = 0, 0, None
    opened: list[tuple[int, str]] = []
    marks: list[tuple[int, int, str]] = []
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("<"):
            tag = re.match(r"<(/?)(\w+)", line)
            if tag and tag[2] == "date" and not tag[1]:
                opened.append((at, _gum_value(line)))
                dateline = _attribute(line, "rend") == "bold"
                published = published or (_attribute(line, "when") if dateline else None)
            elif tag and tag[2] == "date" and opened:
                start, value = opened.pop()
                while start < at and "".join(parts)[start : start + 1].isspace():
                    start += 1
                marks.append((start, len("".join(parts).rstrip()), value))
            elif tag and tag[2] in ("p", "head", "item", "list") and tag[1]:
                parts.append("\n\n")
                at += 2
            continue
        form = line.split("\t")[0]
        space = glue[word] if word < len(glue) else True
        word += 1
        parts.append(form + (" " if space else ""))
        at += len(parts[-1])
    published = published or _attribute(header, "dateCreated")
    return MarkedText(path.stem, "".join(parts), published, tuple(marks))


def _surface_spacing(conllu: Path) -> list[bool]:
    """Whether a space follows each word; words of a contraction take it from the contraction."""
    spacing: list[bool] = []
    inside: dict[int, bool] = {}
    for line in conllu.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 10:
            inside = {}
            continue
        after = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            first, last = (int(part) for part in cells[0].split("-"))
            inside |= dict.fromkeys(range(first, last), False) | {last: after}
        elif cells[0].isdigit():
            spacing.append(inside.get(int(cells[0]), after))
    return spacing


def _attribute(line: str, name: str) -> str | None:
    found = re.search(rf'\b{name}="([^"]*)"', line)
    return found[1] if found else None


def _gum_value(line: str) -> str:
    when = _attribute(line, "when")
    if when:
        return when.split("T")[0]
    ends = [
        _attribute(line, a) or _attribute(line, b) or ".."
        for a, b in (("from", "notBefore"), ("to", "notAfter"))
    ]
    return "/".join(ends)


def recognition() -> Iterator[MarkedText]:
    """The articles on recognition and relations with their <date when> marks, a section each."""
    for path in sorted(shared("data/us_recognition_relations_rdcr/articles").glob("*.xml")):
        yield _tei_text(path)


def _tei_text(path: Path) -> MarkedText:
    root = ET.parse(path).getroot()
    parts: list[str] = []
    marks: list[tuple[int, int, str]] = []
    size = 0

    def put(text: str | None) -> None:
        nonlocal size
        if text:
            folded = re.sub(r"\s+", " ", text)
            if (not parts or parts[-1][-1:].isspace()) and folded.startswith(" "):
                folded = folded[1:]
            if folded:
                parts.append(folded)
                size += len(folded)

    def walk(node: ET.Element) -> None:
        nonlocal size
        name = node.tag.split("}")[-1]
        start = size
        put(node.text)
        for child in node:
            walk(child)
            put(child.tail)
        if name == "date":
            value = node.get("when") or "/".join(filter(None, (node.get("from"), node.get("to"))))
            if value:
                marks.append((start, size, value))
        if name in ("p", "head", "item"):
            parts.append("\n\n")
            size += 2

    body = next(node for node in root.iter() if node.tag.split("}")[-1] == "body")
    walk(body)
    return MarkedText(path.stem, "".join(parts), None, tuple(marks))


def running(
    texts: Iterator[MarkedText], split: str, *, look_share: float = 0.5
) -> tuple[Counter[str], list[str]]:
    """Counts of what was found of the marked dates and read beside them, and the errors in words.

    `found` of `marked` is recall; of the found, `same` have the value of the mark; `read` counts the dated
    expressions of the reader, `beside` those that no mark overlaps.
    """
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for one in texts:
        if split == "all" or split_of(one.name, look_share) == split:
            counts["texts"] += 1
            _judge(one, counts, errors)
    return counts, errors


def _judge(one: MarkedText, counts: Counter[str], errors: list[str]) -> None:
    found = [time for time in read_times(one.text, published=one.published) if time.kind == "date"]
    used: set[int] = set()
    for start, end, value in one.marks:
        counts["marked"] += 1
        quote = f"{one.name}: {_quote(one.text, start, end)}"
        hits = [i for i, time in enumerate(found) if time.start < end and start < time.end]
        if not hits:
            errors.append(f"missed  {quote} = {value}")
            continue
        used.update(hits)
        counts["found"] += 1
        read = max((found[i] for i in hits), key=lambda time: min(end, time.end) - max(start, time.start))
        verdict = _verdict(read.edtf, value)
        counts[verdict] += 1
        if verdict != "same":
            errors.append(f"{verdict:7} {quote} = {value}, read {read.edtf} ({read.basis})")
    for i, time in enumerate(found):
        if time.edtf is not None:
            counts["read"] += 1
            if i not in used:
                counts["beside"] += 1
                errors.append(
                    f"beside  {one.name}: {_quote(one.text, time.start, time.end)} read {time.edtf}"
                )


def print_running(counts: Counter[str], errors: list[str]) -> None:
    """The errors, then the shares."""
    for error in errors:
        print("  ", error)
    print(dict(counts))
    for name, part, whole in (
        ("marked dates found", counts["found"], counts["marked"]),
        ("of these, value right", counts["same"], counts["found"]),
        ("read where a date is marked", counts["read"] - counts["beside"], counts["read"]),
    ):
        print(f"{name:28} {part:5} of {whole:5}  {100 * part / max(whole, 1):5.1f} in 100")


def _verdict(read: str | None, gold: str) -> str:
    """same, finer or coarser (one holds the other), differs, none."""
    if read is None:
        return "none"
    a, b = (earliest(read), latest(read)), (earliest(gold), latest(gold))
    if "XXXX" in read:
        return "same" if read[4:] == gold[4:10] else "differs"
    if a == b or read.replace("~", "") == gold or gold in read.split("/"):
        return "same"
    low = a[0] is not None and (b[0] is None or a[0] >= b[0])
    high = a[1] is not None and (b[1] is None or a[1] <= b[1])
    if low and high:
        return "finer"
    if (
        None not in a
        and (b[0] is None or (a[0] or b[0]) <= b[0])
        and (b[1] is None or (a[1] or b[1]) >= b[1])
    ):
        return "coarser"
    return "differs"


def _quote(text: str, start: int, end: int) -> str:
    around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 25]}"
    return re.sub(r"\s+", " ", around)


def main() -> int:
    """Measures the file named, or the running texts."""
    asked = argparse.ArgumentParser(description="How well temporal expressions are read.")
    asked.add_argument("file", nargs="?", help="expressions in the form of timenorm (train.tsv, test.tsv)")
    asked.add_argument("--running", choices=("wikinews", "recognition"), help="measure running text instead")
    asked.add_argument("--split", choices=("look", "aside", "all"), default="look")
    asked.add_argument("--errors", action="store_true", help="list the errors")
    options = asked.parse_args()
    try:
        if options.running:
            texts = wikinews() if options.running == "wikinews" else recognition()
            counts, errors = running(texts, options.split)
            print_running(counts, errors if options.errors or options.split == "look" else [])
            return 0
        path = Path(options.file) if options.file else shared(f"{_TIMENORM}/test.tsv")
    except MissingDataError as missing:
        print(missing)
        return 0
    outcomes, left_out = expressions(path)
    if options.errors:
        for one in sorted((o for o in outcomes if not o.right), key=lambda o: (o.kind, o.text)):
            print(f"  {one.kind}: {one.text!r} at {one.where}: gold {one.gold}, read {one.read}")
    totals, right = Counter(o.kind for o in outcomes), Counter(o.kind for o in outcomes if o.right)
    for kind, total in totals.most_common():
        print(f"{kind:20} {right[kind]:5} of {total:5}  {100 * right[kind] / total:5.1f} in 100")
    good = sum(right.values())
    print(f"{'in scope':20} {good:5} of {len(outcomes):5}  {100 * good / max(len(outcomes), 1):5.1f} in 100")
    print("out of scope:", dict(left_out))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
