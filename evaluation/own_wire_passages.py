"""The newswire passages of `evaluation.own_wire`: their texts, and the random choice of them.

    python -m evaluation.own_wire_passages > passages.jsonl

Eighty single sentences of PLV, read for themselves: neither its marks nor its types are looked at. About
thirty passages of two to four sentences of Wikinews stories (GUM, MEANTIME) that name an organ of rule (in
MEANTIME a state besides), of stories from which no other labelled passage is taken. The documents of
SemEval-2015 Task 4 are those of MEANTIME. The choice is random, with a fixed seed; nothing is read by the
reader to make it. A sentence of PLV keeps its id, so that it is in the same split for `evaluation.plv`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from functools import cache

from evaluation import own_passages
from evaluation.common import Json, MissingDataError, load_lines, shared
from evaluation.own_passages import Source, overlaps, squeezed

SEED = 20261127
PLV = "data/plv/plv_train.jsonl"
SINGLE, GUM, MEANTIME = 80, 14, 16
PER_GUM_STORY = 2
SHORTEST, LONGEST = 160, 850
GUM_STORIES = (
    "clock",
    "crane",
    "defector",
    "election",
    "flag",
    "imprisoned",
    "nasa",
    "stampede",
    "taxes",
    "worship",
)
_RULE = re.compile(
    r"\b(?:[Gg]overnment|[Mm]inist(?:er|ry)|[Pp]resident [A-Z]|[Pp]arliament|[Mm]ilitary|Air Force|Army|"
    r"Commission|[Pp]olice|Senate|Congress|White House|[Ss]ecretary|[Cc]ourt|[Oo]fficials?|WTO|"
    r"United Nations|troops|[Aa]uthorities|[Ee]lect(?:ed|ions?)|[Ll]egislat\w+|[Pp]rotest\w*|Obama|Bush)\b"
)


@cache
def plv_sentences() -> dict[str, Source]:
    """The sentences of PLV by their ids; a sentence that is given twice goes by its first id."""
    texts: dict[str, str] = {}
    for row in load_lines(shared(PLV)):
        texts.setdefault(row["text"], row["id"])
    return {name: Source(PLV, name, (text,), None, "", "") for text, name in texts.items()}


def source_of(file: str, record: str) -> Source:
    """The text that a reference names; MissingDataError where there is none."""
    if file != PLV:
        return own_passages.source_of(file, record)
    try:
        return plv_sentences()[record]
    except KeyError:
        raise MissingDataError(f"{file} holds no record {record!r}") from None


def passages(source: Source) -> Iterator[tuple[int, int]]:
    """Runs of two to four sentences of one paragraph that name an organ of rule."""
    start = 0
    for paragraph in source.paragraphs:
        spans = own_passages.sentences(paragraph)
        for first in range(len(spans)):
            for last in range(first + 1, min(first + 4, len(spans))):
                begin, end = spans[first][0], spans[last][1]
                piece = paragraph[begin:end]
                if SHORTEST <= len(piece) <= LONGEST and _political(piece, source):
                    yield start + begin, start + end
        start += len(paragraph) + 1


def _political(piece: str, source: Source) -> bool:
    """Whether it names an organ of rule and, in the stories of all kinds that MEANTIME holds, a state."""
    of_all_kinds = "meantime" in source.file
    return bool(_RULE.search(piece) and (not of_all_kinds or own_passages.states_in(piece)))


def chosen(
    sources: list[Source], wanted: int, per_source: int, known: str, draw: random.Random
) -> Iterator[tuple[Source, tuple[int, int]]]:
    """Passages drawn at random, at most `per_source` of a story, free of each other and of known texts."""
    left = wanted
    draw.shuffle(sources)
    for source in sources:
        options = list(passages(source))
        draw.shuffle(options)
        taken: list[tuple[int, int]] = []
        for start, end in options:
            if len(taken) == per_source or not left:
                break
            free = all(end <= a or b <= start for a, b in taken)
            if free and not overlaps(source.text[start:end], known):
                taken.append((start, end))
                left -= 1
                yield source, (start, end)


def fresh_stories(used: set[tuple[str, str]], known: str) -> tuple[list[Source], list[Source]]:
    """The stories of GUM that are political, and all of MEANTIME, that no labelled passage comes from."""
    files = [f"data/gum_wikinews/dep/GUM_news_{name}.conllu" for name in GUM_STORIES]
    gum = [source for file in files for source in own_passages.gum_story(file)]
    meantime = list(own_passages.meantime_stories("data/meantime_wikinews/meantime.conll"))
    return (
        [one for one in gum if (one.file, one.record) not in used],
        [one for one in meantime if (one.file, one.record) not in used and not _shares(one, known)],
    )


def _shares(source: Source, known: str) -> bool:
    return any(
        overlaps(source.text[a:b], known) for a, b in own_passages.sentences(source.text) if b - a > 60
    )


def drawn(labelled: list[Json], dev: list[Json]) -> Iterator[tuple[str, Source, tuple[int, int]]]:
    """All passages with their ids, in the order in which they are drawn."""
    draw = random.Random(SEED)
    sentences = sorted(plv_sentences().values(), key=lambda source: source.record)
    for source in draw.sample(sentences, SINGLE):
        yield source.record, source, (0, len(source.text))
    known = " ".join(squeezed(row["text"]) for row in dev)
    gum, meantime = fresh_stories({(r["source"]["file"], r["source"]["record"]) for r in labelled}, known)
    for mark, stories, wanted, most in (("gu", gum, GUM, PER_GUM_STORY), ("wn", meantime, MEANTIME, 1)):
        for number, (source, span) in enumerate(chosen(stories, wanted, most, known, draw), 1):
            yield f"wire-{mark}-{number:02}", source, span


def main() -> None:
    from evaluation.own_gold import references

    for name, source, span in drawn(list(references()), load_lines(shared("gold/dev.jsonl"))):
        known = {"file": source.file, "record": source.record, "span": span, "published": source.published}
        row = {"id": name, **known, "publisher": source.publisher, "title": source.title}
        sys.stdout.write(json.dumps({**row, "text": source.text[slice(*span)]}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
