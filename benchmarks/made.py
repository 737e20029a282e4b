"""A chronicle made up by chance, for benchmarks and tests of pages: states that visit, accuse, sign and plan.

    from benchmarks.made import readings
    for reading in readings(2000): chronicle.add_reading(reading)

The same number and seed give the same readings. A few states are busy and most are not, some events are told
twice by publishers that differ in the day, and every text has its agreement, plan or unknown now and then.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from dragoman.knowledge.base import KnowledgeBase
from dragoman.model import (
    Actor,
    Agreement,
    Document,
    EventMention,
    Outlook,
    Quote,
    Reading,
    Said,
    When,
    Where,
)

A_DOCUMENT = 4
BEGIN = date(2004, 1, 1)
DAYS = 7000
#: what is told: verb, type, mode, how often
ACTS = (
    ("visited", "CONSULT", "visit", 16),
    ("met", "CONSULT", None, 20),
    ("telephoned", "CONSULT", "phone", 5),
    ("praised", "SUPPORT", None, 14),
    ("accused", "ACCUSE", "allege", 9),
    ("criticised", "ACCUSE", "disapprove", 8),
    ("threatened", "THREATEN", None, 4),
    ("sanctioned", "SANCTION", "discontinue", 5),
    ("aided", "AID", None, 5),
    ("traded with", "COOPERATE", None, 6),
    ("rejected", "REJECT", None, 4),
    ("attacked", "ASSAULT", "aerial", 3),
    ("promised help to", "AGREE", None, 8),
)
BUSY = (
    "USA",
    "RUS",
    "CHN",
    "GBR",
    "FRA",
    "DEU",
    "UKR",
    "IRN",
    "ISR",
    "TUR",
    "IND",
    "JPN",
    "KOR",
    "PRK",
    "SAU",
    "EGY",
    "POL",
    "BRA",
    "NGA",
    "ZAF",
    "PAK",
    "AFG",
    "IRQ",
    "SYR",
    "ITA",
    "ESP",
    "CAN",
    "AUS",
    "IDN",
    "VNM",
    "KEN",
    "ETH",
    "MEX",
    "CUB",
    "VEN",
    "NOR",
    "SWE",
    "FIN",
    "GRC",
    "HUN",
)
PUBLISHERS = (
    "Morning Bridge",
    "Harbour Wire",
    "Northern Courier",
    "Ministry of Foreign Affairs",
    "Delta Radio",
    "The Lantern",
    "Reuters",
    "Evening Ledger",
)
FIRST = [
    "Amina",
    "Boris",
    "Carla",
    "Dmitri",
    "Elena",
    "Farid",
    "Greta",
    "Hassan",
    "Ines",
    "Jonas",
    "Keiko",
    "Luis",
]
LAST = [
    "Arden",
    "Belov",
    "Costa",
    "Duarte",
    "Eriksen",
    "Fofana",
    "Gupta",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kimura",
]


@dataclass
class Text:
    """A text that grows sentence by sentence, and what is said in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, sentence: str) -> int:
        """Append a sentence; where it begins."""
        start = self.length
        self.parts.append(sentence)
        self.length += len(sentence) + 1
        return start


def readings(number: int, seed: int = 5, days: int = DAYS) -> Iterator[Reading]:
    """Readings that hold so many events, within so many days."""
    chance = random.Random(seed)
    base = KnowledgeBase.default()
    names = {code: entity.name for code in BUSY if (entity := base.country(code))}
    people = {code: f"{chance.choice(FIRST)} {chance.choice(LAST)}" for code in BUSY}
    for start in range(0, number, A_DOCUMENT):
        count = min(A_DOCUMENT, number - start)
        reading = _reading(chance, names, people, count, days)
        yield reading
        if chance.random() < 0.12:
            yield _retold(chance, reading)


def _pair(chance: random.Random) -> tuple[str, str]:
    one = BUSY[min(int(chance.paretovariate(0.55)) - 1, len(BUSY) - 1)]
    two = one
    while two == one:
        two = chance.choice(BUSY)
    return (one, two) if chance.random() < 0.5 else (two, one)


def _reading(
    chance: random.Random, names: dict[str, str], people: dict[str, str], count: int, days: int
) -> Reading:
    day = BEGIN + timedelta(days=chance.randrange(days))
    told, text = [], Text()
    for _ in range(count):
        one, two = _pair(chance)
        verb, kind, mode, _often = chance.choices(ACTS, _weights(one, two, day))[0]
        doer = people[one] if chance.random() < 0.5 else names[one]
        when = day - timedelta(days=chance.randrange(4))
        place = two if mode == "visit" or chance.random() < 0.2 else None
        where = f" in {names[place]}" if place else ""
        sentence = f"{doer} {verb} {names[two]}{where} on {when.day} {when:%B %Y}, officials said."
        told.append((text.add(sentence), sentence, one, two, verb, kind, mode, doer, when, place))
    extra = chance.random()
    more = ""
    if extra < 0.3:
        both = f"{names[told[0][2]]}-{names[told[0][3]]}"
        more = f"The {both} Treaty on Fisheries {chance.randrange(1, 40)} was signed."
    elif extra < 0.6:
        more = f"{names[told[0][2]]} plans to visit {names[told[0][3]]} next month."
    elif extra < 0.7:
        more = "The price was not disclosed."
    at = text.add(more) if more else 0
    doc = Document.of(
        " ".join(text.parts),
        title=f"{names[told[0][2]]} and {names[told[0][3]]}",
        published=day.isoformat(),
        publisher=chance.choice(PUBLISHERS),
        url=f"https://news.example/{chance.randrange(10**9)}",
    )
    events = tuple(_event(doc, chance, row) for row in told)
    parts: dict[str, Any] = {}
    if more and extra < 0.3:
        title = more.removeprefix("The ").removesuffix(" was signed.")
        parts["agreements"] = (
            Agreement(
                title=title,
                span=doc.span(at + 4, at + 4 + len(title)),
                parties=told[0][2:4],
                when=day.isoformat(),
                standing=chance.choice(("signed", "negotiated", "in force")),
                scope=("fisheries",),
                event=events[0].id,
            ),
        )
    elif more and extra < 0.6:
        horizon = (day + timedelta(days=30)).isoformat()[:7]
        parts["outlook"] = (
            Outlook(
                span=doc.span(at, at + len(more) - 1),
                by=(people[told[0][2]],),
                topics=("visit",),
                horizon=horizon,
                event=events[0].id,
            ),
        )
    elif more:
        parts["unknowns"] = (Quote(span=doc.span(at, at + len("The price"))),)
    return Reading(reader="made-1", document=doc, events=events, **parts)


def _weights(one: str, two: str, day: date) -> list[float]:
    """How likely each act is: two states have good and bad years."""
    phase = sum(map(ord, one + two)) % 29 / 29
    years = (day - BEGIN).days / 365
    climate = math.sin(2 * math.pi * (years / 6.5 + phase)) + 0.5 * math.sin(2 * math.pi * years / 2.3)
    hostile = ("ACCUSE", "THREATEN", "SANCTION", "REJECT", "ASSAULT")
    return [often * math.exp(1.1 * climate * (1 if kind in hostile else -0.5)) for _, kind, _, often in ACTS]


def _event(doc: Document, chance: random.Random, row: tuple[Any, ...]) -> EventMention:
    at, sentence, one, two, verb, kind, mode, doer, when, place = row
    text, begin = doc.text, at
    verb_at = text.index(verb, begin)
    state = KnowledgeBase.default().country(one)
    other_at = verb_at + len(verb) + 1
    person = Actor(
        span=doc.span(begin, begin + len(doer)),
        name=doer,
        country=one,
        sector="GOV",
        kind="country" if state is not None and doer == state.name else "person",
    )
    end = at + len(sentence)
    said_at = text.index("officials", verb_at)
    cut = text.index(f" on {when.day} ", other_at)
    where_at = text.find(" in ", other_at, cut)
    other_end = where_at if place and where_at >= 0 else cut
    status = chance.choices(("occurred", "planned", "possible", "denied"), (88, 6, 4, 2))[0]
    return EventMention(
        id=f"v{at}",
        type=kind,
        mode=mode,
        status=status,
        actors=(person,),
        recipients=(
            Actor(
                span=doc.span(other_at, other_end),
                name=text[other_at:other_end],
                country=two,
                kind="country",
                sector="GOV",
            ),
        ),
        trigger=Quote(span=doc.span(verb_at, verb_at + len(verb))),
        sentence=doc.span(at, end),
        when=When(span=doc.span(cut + 4, said_at - 2), edtf=when.isoformat(), basis="as the text says"),
        where=Where(span=doc.span(where_at + 4, cut), name=text[where_at + 4 : cut], country=place)
        if place and where_at >= 0
        else None,
        attribution=(
            Said(span=doc.span(said_at, said_at + 9), cue="said", name="officials", kind="anonymous"),
        ),
        topics=(chance.choice(("trade", "security", "energy", "fisheries")),),
        rule="made",
        confidence=round(0.4 + 0.55 * chance.random(), 2),
    )


def _retold(chance: random.Random, reading: Reading) -> Reading:
    """The first event of a reading as another publisher tells it, often of another day."""
    event, doc = reading.events[0], reading.document
    other = Document.of(
        f"It is reported that {event.sentence.text}",
        title=f"Again: {doc.title}",
        published=doc.published,
        publisher=chance.choice([name for name in PUBLISHERS if name != doc.publisher]),
        url=f"{doc.url}/again",
    )
    move = len("It is reported that ") - event.sentence.start

    def moved(span: Any) -> Any:
        return other.span(span.start + move, span.end + move) if span else None

    def of(actor: Actor) -> Actor:
        return actor.model_copy(update={"span": moved(actor.span)})

    when = event.when
    if when and chance.random() < 0.5:
        day = (date.fromisoformat(when.edtf) - timedelta(days=1)).isoformat()
        when = When(span=moved(when.span), edtf=day, basis="as the text says")
    elif when:
        when = When(span=moved(when.span), edtf=when.edtf, basis="as the text says")
    where = event.where.model_copy(update={"span": moved(event.where.span)}) if event.where else None
    told = EventMention(
        id="again",
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=tuple(map(of, event.actors)),
        recipients=tuple(map(of, event.recipients)),
        trigger=Quote(span=moved(event.trigger.span)),
        sentence=other.span(0, len(other.text)),
        when=when,
        where=where,
        rule="made",
        confidence=0.7,
    )
    return Reading(reader="made-1", document=other, events=(told,))
