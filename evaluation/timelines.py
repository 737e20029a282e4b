"""Scores timelines of SemEval-2015 Task 4 (Minard et al. 2015), track A: from raw text, with their measure.

    python -m evaluation.timelines [--errors]

A timeline orders the events in which one entity takes part. The measure is temporal awareness (UzZaman and
Allen 2011), as the task uses it: the relations *before* and *simultaneous* between the events of a timeline;
precision is the share of the found timeline's relations (between neighbours) that follow from the gold one,
recall the reverse; micro-averaged over the timelines of a corpus. Events whose place is unknown (ordinal 0)
take no part. Event mentions are matched by document, sentence and trigger word.

The topics are companies, markets and products; most of their events are no acts of political entities, so
that a record of politics can hold few of them. The measure is printed, no bar is set.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from xml.etree import ElementTree

from evaluation.common import Json, run, shared

ROOT = "data/timelines_semeval2015_t4/SemEval_Task4_data"
CORPORA = ("corpus_1", "corpus_2", "corpus_3")
Mention = tuple[str, int, str]
Relation = tuple[Mention, Mention, str]
#: groups of simultaneous mentions, in order of time
Timeline = tuple[frozenset[Mention], ...]
_DATE = re.compile(r"([A-Z][a-z]+) (\d{1,2}) , (\d{4})")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A document: its text, where each sentence begins in it, and its date."""

    name: str
    text: str
    starts: tuple[int, ...]
    published: str | None

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return sum(start <= offset for start in self.starts) - 1


def load_text(path: Path) -> Text:
    """The text of one file, tokens joined by spaces."""
    root = ElementTree.parse(path).getroot()
    sentences: dict[int, list[str]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
    text, starts = "", []
    for number in sorted(sentences):
        starts.append(len(text))
        text += " ".join(sentences[number]) + "\n"
    found = _DATE.search(text)
    published = None
    if found and found[1] in _MONTHS:
        published = f"{found[3]}-{_MONTHS.index(found[1]) + 1:02d}-{int(found[2]):02d}"
    return Text(root.attrib["doc_id"], text, tuple(starts), published)


def load_timeline(path: Path) -> tuple[str, Timeline]:
    """The entity and the gold timeline of one file."""
    lines = path.read_text("utf-8").splitlines()
    groups: dict[int, set[Mention]] = {}
    for line in lines[1:]:
        ordinal, _date, *mentions = line.split("\t")
        if ordinal.strip() and int(ordinal) > 0:
            for item in filter(None, map(str.strip, mentions)):
                document, sentence, words = item.split("-", 2)
                groups.setdefault(int(ordinal), set()).add((document, int(sentence), words.lower()))
    return lines[0].strip(), tuple(frozenset(groups[n]) for n in sorted(groups))


def near(timeline: Timeline) -> set[Relation]:
    """The relations between neighbours, from which all others follow."""
    made: set[Relation] = set()
    for group in timeline:
        made |= {(a, b, "simultaneous") for a, b in pairwise(sorted(group))}
    for one, two in pairwise(timeline):
        made |= {(a, b, "before") for a, b in product(one, two)}
    return made


def all_relations(timeline: Timeline) -> set[Relation]:
    """All relations that a timeline implies."""
    made: set[Relation] = set()
    for place, group in enumerate(timeline):
        made |= {(a, b, "simultaneous") for a, b in product(group, group) if a != b}
        made |= {(a, b, "before") for later in timeline[place + 1 :] for a, b in product(group, later)}
    return made


def awareness(pairs: Sequence[tuple[Timeline, Timeline]]) -> tuple[float, float, float]:
    """Micro-averaged temporal awareness of (gold, found) timelines: precision, recall, F1."""
    kept = told = held = wanted = 0
    for gold, found in pairs:
        kept += len(near(found) & all_relations(gold))
        told += len(near(found))
        held += len(near(gold) & all_relations(found))
        wanted += len(near(gold))
    precision, recall = kept / told if told else 0.0, held / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def names_it(entity: str, party: Json) -> bool:
    """Whether a party of an event is the entity, by its words."""
    words = set(re.findall(r"\w+", entity.lower()))
    told = " ".join(str(party.get(key) or "") for key in ("text", "name", "holder")).lower()
    return bool(words) and words <= set(re.findall(r"\w+", told))


def timeline_of(entity: str, texts: Sequence[Text], readings: dict[str, Json]) -> Timeline:
    """The timeline that the readings of a corpus give for an entity."""
    groups: dict[str, set[Mention]] = {}
    for text in texts:
        for event in readings[text.name]["events"]:
            edtf = event["when"]["edtf"] if event["when"] else None
            parties = event["actors"] + event["recipients"]
            if edtf and edtf[:4].isdigit() and any(names_it(entity, p) for p in parties):
                trigger = event["trigger"]
                word = trigger["text"].lower().split()[0]  # the gold timelines give the head alone
                mention = (text.name, text.sentence(trigger["span"][0]), word)
                groups.setdefault(edtf.split("/")[0], set()).add(mention)
    return tuple(frozenset(groups[day]) for day in sorted(groups))


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print each timeline, gold and found")
    options = parser.parse_args(argv)
    from evaluation.readings import read

    for corpus in CORPORA:
        folder = shared(f"{ROOT}/{corpus}")
        texts = [load_text(path) for path in sorted(folder.glob("corpus_trackB_CAT/*.xml"))]
        readings = read([{"id": t.name, "text": t.text, "published": t.published} for t in texts])
        pairs = []
        for path in sorted(folder.glob("TimeLines_Gold_Standard/*.txt")):
            entity, gold = load_timeline(path)
            found = timeline_of(entity, texts, readings)
            pairs.append((gold, found))
            if options.errors:
                print(f"{entity}\n  gold: {[sorted(g) for g in gold]}\n  got:  {[sorted(g) for g in found]}")
        precision, recall, f1 = awareness(pairs)
        print(f"{corpus}: {len(pairs)} timelines; temporal awareness precision {precision:.3f}, "
              f"recall {recall:.3f}, F1 {f1:.3f}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(run(main))
