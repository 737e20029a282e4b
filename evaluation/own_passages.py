"""Documents of the measuring data as plain texts, and the random choice of passages from them.

    python -m evaluation.own_passages > passages.jsonl

Texts are normalised so that offsets into them are fixed: runs of white space become one space; tokens of
MEANTIME are joined by spaces and closed up around punctuation; a recognition guide's paragraphs, a story's
sentences are joined by one space. A passage is a run of two to four sentences of one paragraph that names two
states or more (of MEANTIME, one that names an organ of rule besides) and shares nothing with the passages of
`gold/dev.jsonl`. The choice is random, with a fixed seed; nothing is read by the reader to make it.
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from evaluation.common import Json, MissingDataError, load_lines, shared

SEED = 20261126
TEI = "{http://www.tei-c.org/ns/1.0}"
SHORTEST, LONGEST = 240, 850
_GAP = re.compile(r"(?:(?<=[a-z0-9)\]’”\"'][.!?])|(?<=[.!?][”\"’)]))\s+(?=[A-Z“\"‘])")
_DATE = re.compile(r"^(?:\w+day ?, )?([A-Z][a-z]+ \d{1,2} ?, ?\d{4})\b")


@dataclass(frozen=True, slots=True)
class Source:
    """A text of the measuring data: where it is found, what it says, and where its paragraphs end."""

    file: str
    record: str
    paragraphs: tuple[str, ...]
    published: str | None
    publisher: str
    title: str
    actor: Json | None = None

    @property
    def text(self) -> str:
        """The whole text; passages are given as offsets into it."""
        return " ".join(self.paragraphs)


def collapsed(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def closed_up(tokens: list[str]) -> str:
    """Tokens as running text: no space before a closing mark or after an opening one."""
    text = re.sub(r" ([.,;:!?%)\]]|'s\b|n't\b|'(?= ))", r"\1", " ".join(tokens))
    return re.sub(r"([(\[$€£]) ", r"\1", text)


def recognition_guides(file: str) -> Iterator[Source]:
    """The Office of the Historian's article on one country, one paragraph a `p`."""
    root = ElementTree.parse(shared(file)).getroot()
    title = root.find(f".//{TEI}title")
    body = root.find(f".//{TEI}body")
    if title is None or body is None:
        return
    paragraphs = tuple(p for x in body.iter(TEI + "p") if (p := collapsed("".join(x.itertext()))))
    yield Source(file, "", paragraphs, None, "Office of the Historian", collapsed("".join(title.itertext())))


def gum_story(file: str) -> Iterator[Source]:
    """A story of GUM, its sentences as their `# text` lines give them, by paragraph."""
    meta: dict[str, str] = {}
    paragraphs: list[list[str]] = []
    for line in shared(file).read_text("utf-8").splitlines():
        key, _, value = line.removeprefix("# ").removeprefix("meta::").partition(" = ")
        meta.setdefault(key, value)
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraphs.append([])
        elif key == "text" and line.startswith("# "):
            paragraphs = paragraphs or [[]]
            paragraphs[-1].append(collapsed(value))
    texts = tuple(" ".join(p) for p in paragraphs if p)
    yield Source(file, "", texts, meta.get("dateCreated"), "Wikinews", meta.get("title", ""))


def meantime_stories(file: str) -> Iterator[Source]:
    """The stories of MEANTIME from its token lines; a story that opens with its date is published then."""
    stories: dict[str, dict[str, list[str]]] = {}
    for line in shared(file).read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4:
            stories.setdefault(cells[0], {}).setdefault(cells[1], []).append(cells[3])
    for name, sentences in stories.items():
        lines = [closed_up(tokens) for tokens in sentences.values()]
        dates = [found.group(1) for x in lines[:3] if (found := _DATE.match(x))]
        body = " ".join(x for x in lines[1:] if not _DATE.match(x) or len(x) > 30)
        yield Source(file, name, (body,), iso(dates[0]) if dates else None, "Wikinews", lines[0])


def iso(date: str) -> str | None:
    """`January 12 , 2007` as `2007-01-12`."""
    try:
        return datetime.strptime(date.replace(" ,", ","), "%B %d, %Y").date().isoformat()
    except ValueError:
        return None


def statements(file: str) -> Iterator[Source]:
    """White House statements; each line of a statement is a paragraph."""
    for row in load_lines(shared(file)):
        texts = tuple(p for x in row["text"].split("\n") if (p := collapsed(x)))
        yield Source(file, row["id"], texts, row["published"], row["publisher"], row["title"])


def re3d_documents(file: str) -> Iterator[Source]:
    """Statements by ministries and commands; no publication date is given."""
    for row in load_lines(shared(file)):
        texts = tuple(p for x in row["text"].split("\n") if (p := collapsed(x)))
        yield Source(file, row["_id"], texts, None, row["sourceName"], row["title"])


def visits(file: str) -> Iterator[Source]:
    """Lines of a log of visits: telegraphic; the visitor is the implied actor, the visit's end the date."""
    codes = dict(names())
    with shared(file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            actor = {"name": row["visitor"], "country": codes.get(row["from"].partition(" (")[0])}
            title = f"Visits to the United States: {row['visitor']} of {row['from']}"
            text = (collapsed(row["description"]),)
            yield Source(file, row["id"], text, row["end"], "Office of the Historian", title, actor)


@dataclass(frozen=True, slots=True)
class Quarry:
    """Where passages are taken: files, their reader, how many, and the mark of their ids."""

    mark: str
    files: str
    read: Callable[[str], Iterator[Source]]
    wanted: int
    per_source: int = 1


POLITICAL = frozenset({
    "afghan", "asylum", "defector", "election", "hackers", "korea", "questionnaire", "sensitive",
})  # fmt: skip
_RULE = re.compile(
    r"\b(?:[Gg]overnment|[Mm]inist(?:er|ry)|[Pp]resident [A-Z]|[Pp]arliament|[Mm]ilitary|Air Force|"
    r"Commission|[Pp]olice|Senate|Congress|White House|[Ss]ecretary|[Cc]ourt|[Oo]fficials?|WTO|"
    r"United Nations|troops)\b"
)
QUARRIES = (
    Quarry("wn", "data/meantime_wikinews/meantime.conll", meantime_stories, 10),
    Quarry("gu", "data/gum_wikinews/dep/*.conllu", gum_story, 9, 3),
    Quarry("hi", "data/us_recognition_relations_rdcr/articles/*.xml", recognition_guides, 17),
    Quarry("wh", "data/whitehouse_readouts/statements-2021-2022.jsonl", statements, 12),
    Quarry("r3", "data/re3d/*/documents.json", re3d_documents, 8),
    Quarry("vi", "data/us_foreign_leader_visits/visits_before_2010.csv", visits, 4),
)


def files_of(pattern: str) -> list[str]:
    """The files of a pattern, relative to the folder of measuring data."""
    folder, _, rest = pattern.partition("*")
    if not rest:
        return [pattern]
    stem = str(Path(folder))
    root = shared(stem)
    found = sorted(root.glob(pattern[len(stem) + 1 :]))
    return [f"{stem}/{path.relative_to(root).as_posix()}" for path in found]


@cache
def _sources(file: str) -> dict[str, Source]:
    read = next(quarry.read for quarry in QUARRIES if file in files_of(quarry.files))
    return {source.record: source for source in read(file)}


def source_of(file: str, record: str) -> Source:
    """The text that a reference names; MissingDataError where there is none."""
    try:
        return _sources(file)[record]
    except (KeyError, StopIteration):
        raise MissingDataError(f"{file} holds no record {record!r}") from None


@cache
def names() -> tuple[tuple[str, str], ...]:
    """Names of states and their people with the states' codes."""
    rows = json.loads(shared("data/states_reference/countries.json").read_text("utf-8"))
    made: dict[str, str] = {
        "U.S.": "USA", "UK": "GBR", "Soviet": "RUS", "British": "GBR", "Britain": "GBR", "America": "USA",
        "Korea": "KOR", "Burma": "MMR", "Ottoman": "TUR", "Prussia": "DEU", "European Union": "EU",
        "Daesh": "Daesh", "ISIL": "Daesh", "NATO": "NATO", "Ivory Coast": "CIV",
    }  # fmt: skip
    for row in rows:
        words = [row["name"]["common"], *row.get("demonyms", {}).get("eng", {}).values()]
        words.append(row.get("demonym", ""))
        for word in words:
            if len(word) > 3:
                made.setdefault(word, row["cca3"])
    return tuple(made.items())


@cache
def _name_pattern() -> re.Pattern[str]:
    longest = sorted((re.escape(name) for name, _ in names()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")


def states_in(text: str) -> set[str]:
    """The codes of the states that a text names."""
    codes = dict(names())
    return {codes[found] for found in _name_pattern().findall(text)}


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, by punctuation alone."""
    gaps = list(_GAP.finditer(text))
    starts, ends = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    return list(zip(starts, ends, strict=True))


def passages(source: Source) -> Iterator[tuple[int, int]]:
    """Runs of two to four sentences of one paragraph that name two states."""
    start = 0
    for paragraph in source.paragraphs:
        spans = sentences(paragraph)
        for first in range(len(spans)):
            for last in range(first + 1, min(first + 4, len(spans))):
                begin, end = spans[first][0], spans[last][1]
                piece = paragraph[begin:end]
                if SHORTEST <= len(piece) <= LONGEST and len(states_in(piece)) >= 2:
                    yield start + begin, start + end
        start += len(paragraph) + 1


def visit_passages(source: Source) -> Iterator[tuple[int, int]]:
    """A whole line of the log, if it has two sentences or more and names a party."""
    if len(sentences(source.text)) > 1 and re.search(r"[Mm]et|[Ss]igned|[Cc]onf", source.text):
        yield 0, len(source.text)


def chosen(quarry: Quarry, known: str, draw: random.Random) -> Iterator[tuple[Source, tuple[int, int]]]:
    """Passages drawn at random from one quarry, none of them among those already labelled."""
    cut = visit_passages if quarry.mark == "vi" else passages
    sources = [source for file in files_of(quarry.files) for source in quarry.read(file)]
    if quarry.mark == "gu":
        sources = [s for s in sources if s.file.rpartition("_")[2].partition(".")[0] in POLITICAL]
    draw.shuffle(sources)
    left = quarry.wanted
    for source in sources:
        options = list(cut(source))
        draw.shuffle(options)
        taken: list[tuple[int, int]] = []
        for start, end in options:
            if len(taken) == quarry.per_source or not left:
                break
            piece = source.text[start:end]
            fresh = not overlaps(piece, known) and (quarry.mark != "wn" or _RULE.search(piece))
            if fresh and all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                left -= 1
                yield source, (start, end)


def overlaps(piece: str, known: str) -> bool:
    """Whether any stretch of a passage, letters alone, is in the known texts."""
    letters = squeezed(piece)
    return any(letters[i : i + 40] in known for i in range(0, max(1, len(letters) - 40), 10))


def squeezed(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def main() -> None:
    draw = random.Random(SEED)
    known = " ".join(squeezed(row["text"]) for row in load_lines(shared("gold/dev.jsonl")))
    for quarry in QUARRIES:
        for number, (source, span) in enumerate(chosen(quarry, known, draw), 1):
            text = source.text[slice(*span)]
            row = {"id": f"own-{quarry.mark}-{number:02}", "file": source.file, "record": source.record,
                   "span": span, "published": source.published, "publisher": source.publisher,
                   "title": source.title, "actor": source.actor, "text": text}  # fmt: skip
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
