"""Checks the reading of the acceptance text against what a careful reader records from it.

    python -m evaluation.pyongyang

Read with and without a publication date. Each expectation that is not met is one problem, in words; events
beyond the expected and the allowed ones are listed as extra.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence

from evaluation.common import Json, arguments, run, shared
from evaluation.dates import after
from evaluation.figures import Figure
from evaluation.matching import words_of
from evaluation.readouts import brief

TEXT, EXPECTED = "texts/pyongyang.txt", "texts/pyongyang.expected.json"
PUBLISHED = "2024-09-14"
HOLDER = ("2024-09-13", "Shoigu")
_TAG = re.compile(r"\[[^\]]*\]")
_MODAL = re.compile(r"\b(?:anticipate\w*|could|might)\b", re.IGNORECASE)


def yearless(when: str | None, published: str | None) -> str | None:
    """The expected date as it can be known: without a publication date no year is."""
    return when if published or not when else "XXXX" + when[4:]


def _within(part: str, whole: Iterable[str]) -> bool:
    low = part.lower()
    return any(low in one.lower() or (len(one) > 3 and one.lower() in low) for one in whole)


def actor_fits(got: Json, want: Json) -> bool:
    """Whether an actor has everything that is expected of it."""
    if any(want.get(key) and got[key] != want[key] for key in ("country", "sector")):
        return False
    if want.get("office") and want["office"].lower() not in (got["office"] or "").lower():
        return False
    names = words_of(f"{got['text'] or ''} {got['name'] or ''}")
    return not want.get("text") or bool(words_of(want["text"]) & names)


def party_problems(event: Json, want: Json) -> Iterable[str]:
    """What is wrong with the parties of an event."""
    for side in ("actors", "recipients"):
        expected = want.get(side, [])
        for one in expected:
            if not any(actor_fits(got, one) for got in event[side]):
                yield f"{side} lack {one}"
        known = {one["country"] for one in expected}
        odd = [got["text"] or got["name"] for got in event[side] if got["country"] not in known]
        if odd:
            yield f"{side} have {odd}"


def event_problems(event: Json, want: Json, published: str | None) -> Iterable[str]:
    """What is wrong with an event that stands for an expected one."""
    yield from party_problems(event, want)
    when = event["when"]["edtf"] if event["when"] else None
    for key, got, right in (
        ("mode", event["mode"], want.get("mode", event["mode"])),
        ("when", when, yearless(want.get("when"), published)),
        ("status", event["status"], want["status"]),
    ):
        if got != right:
            yield f"{key} is {got}, not {right}"
    place = event["where"] or {}
    if want.get("where") and place.get("country") != want["where"]["country"]:
        yield f"where is {place.get('name')} ({place.get('country')})"
    elif want.get("where") and not _within(want["where"]["text"], [str(place.get("name") or place["text"])]):
        yield f"where is {place.get('name')}"
    sources = [f"{s['text'] or ''} {s['name'] or ''}" for s in event["attribution"]]
    if want.get("by") and not any(words_of(want["by"]) <= words_of(s) for s in sources):
        yield f"by is {sources}"
    for key in ("topics", "tone"):
        missing = [one for one in want.get(key, ()) if not _within(one, event[key])]
        if missing:
            yield f"{key} lack {missing}"


def stands_for(event: Json, want: Json) -> bool:
    """Whether an event's trigger and type are those of an expected one; any mention of it counts."""
    said = [event["trigger"]["text"]]
    said += [e["text"] for e in event["evidence"] if e["field"] == "mention" and e["text"]]
    return event["type"] == want["type"] and _within(want["trigger"], said)


def assign(events: Sequence[Json], wants: Sequence[Json], published: str | None) -> dict[str, Json]:
    """The event that stands for each expected one, fewest problems first, each event once."""
    options = sorted(
        (len(list(event_problems(event, want, published))), i, j)
        for i, want in enumerate(wants)
        for j, event in enumerate(events)
        if stands_for(event, want)
    )
    chosen: dict[str, Json] = {}
    used: set[int] = set()
    for _, i, j in options:
        if wants[i]["key"] not in chosen and j not in used:
            chosen[wants[i]["key"]] = events[j]
            used.add(j)
    return chosen


def holder_problems(reading: Json, published: str | None) -> Iterable[str]:
    """The holder of an office is inferred, on a known date only, and never quoted."""
    _, name = HOLDER
    actors = [a for e in reading["events"] for a in e["actors"] + e["recipients"]]
    if name in json.dumps([a["text"] for a in actors]):
        yield f"{name} stands in an actor's text"
    held = [a for a in actors if name in (a["holder"] or "")]
    if published and not held:
        yield f"the Secretary's holder ({name}) is not inferred"
    if not published and held:
        yield f"{name} is inferred without a year"
    for actor in held:
        if "holder" not in actor["inferred"]:
            yield f"{name} is not marked as inferred"


def rest_problems(
    reading: Json, expected: Json, chosen: dict[str, Json], published: str | None
) -> Iterable[str]:
    """What is missing among agreements, outlook, unknowns and links."""
    for want in expected["agreements"]:
        if not any(_agreement_fits(got, want, published) for got in reading["agreements"]):
            yield f"agreements lack {want}: {[{**a, 'span': 0} for a in reading['agreements']]}"
    for want in expected["outlook"]:
        near = [o for o in reading["outlook"] if _within(want["text"], [o["text"]])]
        if not near:
            yield f"outlook lacks {want['text']!r}: {[o['text'] for o in reading['outlook']]}"
        for got in near[:1]:
            missing = [b for b in want["by"] if not _within(b, got["by"])]
            missing += [t for t in want["topics"] if not _within(t, got["topics"])]
            if missing:
                yield f"outlook {got['text'][:40]!r} lacks {missing}: {got['by']} {got['topics']}"
    for want in expected["unknowns"]:
        if not any(_within(want["text"], [got["text"]]) for got in reading["unknowns"]):
            yield f"unknowns lack {want['text']!r}: {[u['text'] for u in reading['unknowns']]}"
    held = {(link["from"], link["to"], link["kind"]) for link in reading["links"]}
    for want in expected["links"]:
        ends = [chosen[want[end]]["id"] if want[end] in chosen else None for end in ("from", "to")]
        if (ends[0], ends[1], want["kind"]) not in held:
            yield f"links lack {want}"


def _agreement_fits(got: Json, want: Json, published: str | None) -> bool:
    return (
        words_of(want["title"]) <= words_of(got["title"])
        and set(got["parties"]) == set(want["parties"])
        and got["when"] == yearless(want["when"], published)
        and all(_within(one, got["scope"]) for one in want["scope"])
        and got["standing"] == want["standing"]
    )


def never_problems(reading: Json, published: str | None) -> Iterable[str]:
    """What must not be in the reading."""
    text = reading["document"]["text"]
    tags = [(m.start(), m.end()) for m in _TAG.finditer(text)]
    for event in reading["events"]:
        when = event["when"]["edtf"] if event["when"] else None
        start = event["trigger"]["span"][0]
        if event["status"] == "occurred" and after(when, published):
            yield f"occurred after the document: {brief(event)}"
        if event["status"] == "occurred" and _MODAL.search(event["trigger"]["text"]):
            yield f"a modal occurred: {brief(event)}"
        if any(low <= start < high for low, high in tags):
            yield f"read from a source tag: {brief(event)}"
        for actor in event["actors"] + event["recipients"]:
            if actor["text"] and actor["text"] not in text:
                yield f"a name that the text does not contain: {actor['text']}"


def check(reading: Json, expected: Json, published: str | None) -> list[str]:
    """Every expectation that the reading does not meet."""
    chosen = assign(reading["events"], expected["events"], published)
    problems = []
    for want in expected["events"]:
        if want["key"] not in chosen:
            problems.append(f"{want['key']}: no {want['type']} «{want['trigger']}»")
            continue
        found = event_problems(chosen[want["key"]], want, published)
        problems += [f"{want['key']}: {problem}" for problem in found]
    problems += holder_problems(reading, published)
    problems += rest_problems(reading, expected, chosen, published)
    problems += never_problems(reading, published)
    return problems


def extra(reading: Json, expected: Json, published: str | None) -> list[str]:
    """Events that are neither expected nor allowed."""
    chosen = assign(reading["events"], expected["events"], published)
    known = {event["id"] for event in chosen.values()}
    return [
        brief(event)
        for event in reading["events"]
        if event["id"] not in known and not any(_allowed(event, may) for may in expected["may"])
    ]


def _allowed(event: Json, may: Json) -> bool:
    near = set(may["trigger"].split()) & set(event["trigger"]["text"].split())
    return event["type"] == may["type"] and bool(near)


def readings(processes: int = 1) -> list[tuple[str | None, Json]]:
    """The readings with and without the date of publication."""
    from evaluation.readings import read

    text = shared(TEXT).read_text(encoding="utf-8")
    rows: list[Json] = [
        {"id": "pyongyang-dated", "text": text, "published": PUBLISHED},
        {"id": "pyongyang-undated", "text": text},
    ]
    made = read(rows, processes=processes)
    return [(row.get("published"), made[row["id"]]) for row in rows]


def load_expected() -> Json:
    """What is expected of the text."""
    expected: Json = json.loads(shared(EXPECTED).read_text(encoding="utf-8"))
    return expected


def gate_figures(processes: int = 1) -> list[Figure]:
    """How many expectations are not met, and how many events are extra."""
    expected = load_expected()
    made = readings(processes)
    problems = sum(len(check(reading, expected, published)) for published, reading in made)
    odd = sum(len(extra(reading, expected, published)) for published, reading in made)
    asked = sum(len(expected[key]) for key in ("events", "agreements", "outlook", "unknowns", "links"))
    n = asked * len(made)
    return [
        Figure("pyongyang.problems", float(problems), n, bar=0.0, high_is_good=False),
        Figure("pyongyang.extra events", float(odd), n, high_is_good=False),
    ]


def main(argv: Sequence[str] | None = None) -> None:
    arguments(__doc__ or "").parse_args(argv)
    expected = load_expected()
    for published, reading in readings():
        print(f"published {published or 'not given'}:")
        for problem in check(reading, expected, published):
            print(f"  problem  {problem}")
        for event in extra(reading, expected, published):
            print(f"  extra    {event}")
        for event in reading["events"]:
            print(f"  event    {event['id']} {brief(event)}")


if __name__ == "__main__":
    sys.exit(run(main))
