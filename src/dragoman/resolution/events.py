"""One event from its tellings: the shown value of each field, every version, and the sources behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dragoman.errors import RecordError
from dragoman.model.chronicle import Decision, Event, Party, Statement, Telling
from dragoman.model.edtf import earliest, latest
from dragoman.model.ontology import EVENT_TYPES, STATUSES, score_of
from dragoman.resolution.choose import (
    Voices,
    choose,
    choose_place,
    choose_when,
    disagreements,
    ordered,
    rank,
)  # fmt: skip
from dragoman.resolution.parties import party_key, person_of, same_person, same_post

CORRECTABLE = ("type", "mode", "status", "when", "place", "place_country", "topics", "actors", "recipients")
_PARTY = ("name", "country", "sector", "kind", "office", "holder")


def make_event(tellings: Sequence[Telling], voices: Voices, decided: Sequence[Decision] = ()) -> Event:
    """The event that some tellings are of, with its statements and disagreements."""
    told = ordered(tellings)
    kind = choose(told, voices, lambda t: f"{t.type}/{t.mode or ''}") or told[0]
    modes = choose([t for t in told if t.type == kind.type], voices, lambda t: t.mode)
    standing = choose(told, voices, lambda t: t.status) or told[0]
    when, where = choose_when(told, voices), choose_place(told, voices)
    dated = when or told[0]
    groups = _independent(told, voices)
    event = Event(
        id=told[0].id, type=kind.type, mode=modes.mode if modes else None, status=standing.status,
        edtf=when.edtf if when else None, first=dated.first, last=dated.last, assumed=dated.assumed,
        place=where.place if where else None, place_country=where.place_country if where else None,
        geonames=where.geonames if where else None, parties=merged_parties(told, voices),
        topics=_union(told, "topics"), contexts=_union(told, "contexts"), tone=_union(told, "tone"),
        score=score_of(kind.type, modes.mode if modes else None),
        confidence=_belief([t.confidence for t in told], groups), independent=groups,
        tellings=tuple(t.id for t in told),
        disagreements=disagreements(told, voices),
    )  # fmt: skip
    return decide(event, decided)


def statements_of(tellings: Sequence[Telling], voices: Voices) -> tuple[Statement, ...]:
    """Every version of every field, each with its words and source; the chosen ones marked."""
    told = ordered(tellings)
    picks: dict[str, Telling | None] = {
        "type": choose(told, voices, lambda t: t.type), "mode": choose(told, voices, lambda t: t.mode),
        "status": choose(told, voices, lambda t: t.status), "when": choose_when(told, voices),
        "where": choose_place(told, voices),
    }  # fmt: skip
    made = []
    for telling in told:
        for name, value, text, span in _said(telling):
            chosen = name not in picks or picks[name] is telling
            made.append(
                Statement(
                    name,
                    value,
                    telling.id,
                    telling.document,
                    telling.publisher,
                    telling.published,
                    text,
                    span,
                    chosen,
                )
            )
    return tuple(made)


Words = tuple[str, str, str | None, tuple[int, int] | None]


def _said(t: Telling) -> list[Words]:
    trigger = (t.trigger_start, t.trigger_end)
    made: list[Words] = [("type", t.type, t.trigger, trigger), ("status", t.status, t.trigger, trigger)]
    if t.mode:
        made.append(("mode", t.mode, t.trigger, trigger))
    if t.edtf:
        made.append(("when", t.edtf, t.when_text, _span(t.when_start, t.when_end)))
    if t.place or t.place_country:
        made.append(
            ("where", t.place or t.place_country or "", t.place_text, _span(t.place_start, t.place_end))
        )
    for party in t.parties:
        shown = party.name or party.country or party.text
        if shown:
            made.append((f"{party.side}s", shown, party.text, _span(party.start, party.end)))
    made += [("topics", topic, None, None) for topic in t.topics]
    made += [("agreement", title, None, None) for title in t.agreements]
    made += [("by", name, None, None) for name in t.said_by]
    return made


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    return (start, end) if start is not None and end is not None else None


def _union(tellings: Sequence[Telling], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for t in tellings for value in getattr(t, name)))


def _independent(tellings: Sequence[Telling], voices: Voices) -> int:
    """Sources that neither copy each other nor share a publisher."""
    links: dict[str, str] = {}

    def root(name: str) -> str:
        while links.setdefault(name, name) != name:
            name = links[name]
        return name

    for telling in tellings:
        group = root(f"g:{voices[telling.document].group}")
        if telling.publisher:
            links[root(f"p:{telling.publisher}")] = group
    return len({root(f"g:{voices[t.document].group}") for t in tellings})


def _belief(confidences: Sequence[float], independent: int) -> float:
    doubt = 1.0
    for value in sorted(confidences, reverse=True)[:independent]:
        doubt *= 1 - value
    return round(1 - doubt, 4)


def merged_parties(tellings: Sequence[Telling], voices: Voices) -> tuple[Party, ...]:
    """The parties of all tellings: one each for a state and person, the fullest wording of it.

    The telling that ranks first settles who acts and who receives.
    """
    made: list[Party] = []
    for telling in sorted(
        tellings, key=lambda t: (-rank(t, voices), -len(t.parties), t.published or "9999", t.id)
    ):
        for party in telling.parties:
            _take(made, party)
    return tuple(sorted(made, key=lambda p: p.side))


def _take(made: list[Party], party: Party) -> None:
    key, person = party_key(party), person_of(party)
    if key is None:
        return
    for place, known in enumerate(made):
        if party_key(known) != key:
            continue
        other = person_of(known)
        if person and other and not same_person(person, other) and not same_post(party, known):
            continue
        if _fullness(party) > _fullness(known):
            made[place] = replace(party, side=known.side)
        return
    made.append(party)


def _fullness(party: Party) -> tuple[int, int]:
    known = 4 * (party.kind == "person") + 2 * bool(party.office) + bool(party.holder) + bool(party.sector)
    return known, len((party.name or "").split())


def decide(event: Event, decided: Sequence[Decision]) -> Event:
    """The event as people's decisions, in their order, leave it."""
    for decision in decided:
        if decision.kind in ("accept", "reject"):
            event = replace(event, verdict=f"{decision.kind}ed")
        elif decision.kind == "comment":
            event = replace(event, comments=(*event.comments, f"{decision.who}: {decision.why}"))
        elif decision.kind == "correct":
            event = corrected(event, str(decision.data["field"]), decision.data["value"])
    return event


def corrected(event: Event, name: str, value: Any) -> Event:
    """The event with one field as a person says it is; RecordError where it cannot be."""
    checks: Mapping[str, Callable[[], bool]] = {
        "type": lambda: value in EVENT_TYPES, "status": lambda: value in STATUSES,
        "when": lambda: earliest(value) is not None or str(value).startswith("XXXX"),
    }  # fmt: skip
    if name not in CORRECTABLE or not checks.get(name, lambda: True)():
        raise RecordError(f"{name}={value!r} cannot be set.", hint="Fields: " + ", ".join(CORRECTABLE) + ".")
    if name == "when":
        first, last = earliest(value), latest(value)
        return replace(
            event, edtf=value, first=first.toordinal() if first else None,
            last=last.toordinal() if last else None, assumed=False,
        )  # fmt: skip
    if name == "topics":
        return replace(event, topics=(value,) if isinstance(value, str) else tuple(value))
    if name in ("actors", "recipients"):
        side = name.removesuffix("s")
        made = tuple(_party_given(side, item) for item in ([value] if isinstance(value, str) else value))
        if name == "actors" and not made:
            raise RecordError("an event has at least one actor.")
        return replace(event, parties=(*(p for p in event.parties if p.side != side), *made))
    changed = replace(event, **{name: value})
    return replace(changed, score=score_of(changed.type, changed.mode))


def _party_given(side: Any, value: Any) -> Party:
    """A party as a person gives it: a code of a state, a name, or the fields of a party."""
    if isinstance(value, str) and value.strip():
        state = len(value) == 3 and value.isupper()
        return Party(side, name=value, country=value if state else None, kind="country" if state else None)
    if isinstance(value, Mapping) and value.get("name") and set(value) <= set(_PARTY):
        return Party(side, **{key: item for key, item in value.items() if item is not None})
    raise RecordError(
        f"{value!r} is no party.", hint="Give a name, or an object with: " + ", ".join(_PARTY) + "."
    )
