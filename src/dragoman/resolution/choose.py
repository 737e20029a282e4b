"""Which of the sources' values is shown, and where the sources differ.

The rule, in order: a person's decision; what an official body says before what a wire service says before
the rest; a publisher's later word before its earlier one, a correction before what it corrects; the value
that more independent sources give; the earliest. Then, among values that can all hold, the most precise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.knowledge import default
from dragoman.knowledge.resolver import Resolver
from dragoman.model.chronicle import Disagreement, Party, Telling
from dragoman.model.edtf import compatible
from dragoman.resolution.compare import one_delegation
from dragoman.resolution.parties import named_by_key, party_key, person_of, same_person, side_keys
from dragoman.resolution.titles import titles_alike
from dragoman.resolution.wordlists import is_correction, plain, publisher_kind

_KINDS = {"official": 2, "wire": 1, "other": 0}


@dataclass(frozen=True, slots=True)
class Voice:
    """What ranks a telling: the kind of its source, its group of copies, its title."""

    group: str
    title: str | None = None


Voices = Mapping[str, Voice]


@lru_cache(maxsize=4_096)
def publisher_state(publisher: str) -> str | None:
    """The state for which an official publisher speaks, by the knowledge base; None where none is known."""
    return _resolver().resolve(publisher).country


@lru_cache(maxsize=4_096)
def is_state(place: str) -> bool:
    """Whether a place is a whole state, so that it differs from no place within it."""
    base = default()
    for hit in base.scan(place):
        if hit.kind == "name" and hit.end - hit.start == len(place):
            entity = base.entity(hit.entities[0])
            return entity is not None and entity.kind == "country"
    return False


@cache
def _resolver() -> Resolver:
    return Resolver(default())


def rank(telling: Telling, voices: Voices) -> int:
    """How much a telling's source counts: a correction, an official body of a party, a wire service, another.

    The official body of a state that takes no part counts as another source; one whose state is unknown, or
    an official to whom the text attributes what it tells, as one of a party.
    """
    kind = _KINDS[publisher_kind(telling.publisher)]
    if kind == _KINDS["official"] and telling.publisher:
        state = publisher_state(telling.publisher)
        kind = _KINDS["other"] if state and state not in side_keys(telling) else kind
    if telling.official:
        kind = _KINDS["official"]
    return kind + (3 if is_correction(voices[telling.document].title) else 0)


def ordered(tellings: Sequence[Telling]) -> list[Telling]:
    """By publication, the undated last, then by id."""
    return sorted(tellings, key=lambda t: (t.published or "9999", t.id))


def live(tellings: Sequence[Telling], value: Callable[[Telling], str | None]) -> list[Telling]:
    """The tellings that give a value and that their own publisher has not since replaced."""
    latest: dict[str, Telling] = {}
    for telling in ordered(tellings):
        if value(telling) is not None:
            latest[telling.publisher or telling.document] = telling
    return list(latest.values())


def choose(
    tellings: Sequence[Telling], voices: Voices, value: Callable[[Telling], str | None]
) -> Telling | None:
    """The telling whose value is shown; None where none gives one."""
    best: dict[str, list[Telling]] = {}
    for telling in live(tellings, value):
        best.setdefault(value(telling) or "", []).append(telling)
    if not best:
        return None

    def weight(item: tuple[str, list[Telling]]) -> tuple[int, int, str, str]:
        group = item[1]
        top = max(rank(t, voices) for t in group)
        sources = len({voices[t.document].group for t in group})
        first = ordered(group)[0]
        return (-top, -sources, first.published or "9999", first.id)

    name, group = min(best.items(), key=weight)
    return (
        min(group, key=lambda t: (-rank(t, voices), t.published or "9999", t.id)) if name or group else None
    )


def choose_when(tellings: Sequence[Telling], voices: Voices) -> Telling | None:
    """As `choose`, for the date; then the most precise date that agrees with the chosen one."""
    chosen = choose(tellings, voices, lambda t: t.edtf)
    if chosen is None or (chosen.mode == "visit" and "/" in (chosen.edtf or "")):
        return chosen  # the days of a visit are how long it lasted, not how little is known
    finer = [
        t for t in live(tellings, lambda t: t.edtf)
        if t.first is not None and compatible(t.edtf, chosen.edtf) and _width(t) < _width(chosen)
    ]  # fmt: skip
    return min(finer, key=lambda t: (_width(t), -rank(t, voices), t.id)) if finer else chosen


def _width(telling: Telling) -> int:
    if telling.first is None or telling.last is None or telling.assumed:
        return 10_000
    return telling.last - telling.first


def choose_place(tellings: Sequence[Telling], voices: Voices) -> Telling | None:
    """As `choose`, for the place; a place that is named comes before a bare state."""
    return choose(tellings, voices, lambda t: t.place and plain(t.place)) or choose(
        tellings, voices, lambda t: t.place_country
    )


def disagreements(tellings: Sequence[Telling], voices: Voices) -> tuple[Disagreement, ...]:
    """Where the tellings of one event cannot all be right."""
    if len(tellings) < 2:
        return ()
    found = [_days(tellings), _places(tellings), _status(tellings), _participants(tellings),
             _titles(tellings), _types(tellings)]  # fmt: skip
    return tuple(item for item in found if item)


def _values(pairs: Sequence[tuple[str, Telling]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    made: dict[str, list[str]] = {}
    for value, telling in pairs:
        made.setdefault(value, []).append(telling.id)
    return tuple((value, tuple(sorted(ids))) for value, ids in sorted(made.items()))


def _differ(values: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    return any(not same(a, b) for i, a in enumerate(values) for b in values[i + 1 :])


def _days(tellings: Sequence[Telling]) -> Disagreement | None:
    pairs = [(t.edtf, t) for t in tellings if t.edtf and not t.assumed]
    told = sorted({(value, t.first or 0, t.last or 0, t.mode == "visit") for value, t in pairs})
    if all(_one_time(a, b) for i, a in enumerate(told) for b in told[i + 1 :]):
        return None
    return Disagreement("when", _values(pairs), "the sources give different days")


def _one_time(a: tuple[str, int, int, bool], b: tuple[str, int, int, bool]) -> bool:
    """Whether two times agree: the one lies within the other, and neither is how long a visit lasted."""
    (one, a_first, a_last, a_stays), (two, b_first, b_last, b_stays) = a, b
    if a_stays and b_stays and "/" in one and "/" in two:
        return one == two
    within = (a_first <= b_first and b_last <= a_last) or (b_first <= a_first and a_last <= b_last)
    return within and compatible(one, two)


def _places(tellings: Sequence[Telling]) -> Disagreement | None:
    pairs = [(t.place, t) for t in tellings if t.place]
    values = sorted({value for value, _ in pairs})

    def same(a: str, b: str) -> bool:
        one, two = plain(a), plain(b)
        return one in two or two in one or is_state(a) or is_state(b)

    if not _differ(values, same):
        return None
    return Disagreement("where", _values(pairs), "the sources give different places")


def _status(tellings: Sequence[Telling]) -> Disagreement | None:
    values = {t.status for t in tellings}
    if "denied" not in values or len(values) == 1:
        return None
    return Disagreement("status", _values([(t.status, t) for t in tellings]), "a source denies it")


def _participants(tellings: Sequence[Telling]) -> Disagreement | None:
    pairs = []
    for telling in tellings:
        names = {_shown(p) for p in telling.parties if party_key(p)}
        pairs.append((", ".join(sorted(n for n in names if n)), telling))
    if any(_others(a, b) for i, a in enumerate(tellings) for b in tellings[i + 1 :]):
        return Disagreement("participants", _values(pairs), "the sources name different participants")
    return None


def _others(a: Telling, b: Telling) -> bool:
    one, two = side_keys(a), side_keys(b)
    if one - two and two - one:
        return True
    if one_delegation(a, b):
        return False  # each names a part of it
    people_a, people_b = named_by_key(a), named_by_key(b)
    for key in people_a.keys() & people_b.keys():
        left, right = people_a[key], people_b[key]
        extra_left = [x for x in left if not any(same_person(x, y) for y in right)]
        extra_right = [y for y in right if not any(same_person(x, y) for x in left)]
        if extra_left and extra_right:
            return True
    return False


def _shown(party: Party) -> str | None:
    return (person_of(party) and party.name) or party.country or party.name or party.text


def _titles(tellings: Sequence[Telling]) -> Disagreement | None:
    pairs = [(title, t) for t in tellings for title in t.agreements]
    values = sorted({value for value, _ in pairs})
    per_telling = [t for t in tellings if t.agreements]
    clash = any(
        titles_alike(a, b) < 0 for i, a in enumerate(per_telling) for b in per_telling[i + 1 :]
    )  # fmt: skip
    if len(values) < 2 or not clash:
        return None
    return Disagreement("agreement", _values(pairs), "the sources name the agreement differently")


def _types(tellings: Sequence[Telling]) -> Disagreement | None:
    pairs = [(f"{t.type}/{t.mode}" if t.mode else t.type, t) for t in tellings]
    kinds = {t.type for t in tellings}
    modes = {t.mode for t in tellings if t.mode}
    if len(kinds) < 2 and len(modes) < 2:
        return None
    return Disagreement("type", _values(pairs), "the sources tell of different kinds of act")
