"""May two tellings be one event, and how much speaks for it.

Hard rules come first: what differs in kind, standing, day, parties, people or state of the place beyond what
either telling leaves open is never one event. What is left is scored from 0 to 1; every part of the score
is told as a reason. The rules look at the two tellings alone, so that the order of documents is of no
consequence.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from dragoman.model.chronicle import Telling
from dragoman.model.edtf import compatible
from dragoman.resolution.parties import people_differ, people_shared, side_keys
from dragoman.resolution.titles import titles_alike
from dragoman.resolution.wordlists import content_words, plain

FACTS = frozenset(("occurred", "historical", "denied"))
#: days by which two publishers may differ on one visit, which lasts while a report names one day of it; a
#: publisher that tells of two days tells of two visits
VISIT_DAYS = 1
#: days by which two tellings, alike in all else, may differ to be shown as one event or two
NEAR_DAYS = 2
LONGEST = 400
_MANY = 16
_TALKS = frozenset(("CONSULT",))
_ACCORDS = frozenset(("AGREE", "SUPPORT"))
THRESHOLD = {"talks": 0.55, "other": 0.68}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two tellings may be one event: a score with reasons, or what keeps them apart."""

    score: float
    reasons: tuple[str, ...]
    apart: str | None = None


def family(telling: Telling) -> str:
    """The kind of act and its standing: only tellings of one family can be one event."""
    act = "accord" if telling.type in _ACCORDS else telling.type
    if telling.status in FACTS:
        return f"{act}:fact"
    return f"{act}:{'plan' if telling.status == 'planned' else 'maybe'}"


def is_vague(telling: Telling) -> bool:
    """Whether the telling leaves open more days than a visit has."""
    if telling.first is None or telling.last is None:
        return True
    return telling.assumed or telling.last - telling.first > 15


def block_keys(telling: Telling) -> tuple[str, ...]:
    """Keys of which two tellings that may be one event share at least one: family, two parties, month."""
    first, last = telling.first, telling.last
    if first is None or last is None or last - first > LONGEST:
        return ()
    keys = sorted(side_keys(telling))[:_MANY]
    if not keys:
        return ()
    pairs = ["|".join(pair) for pair in combinations(keys, 2)] or [f"{keys[0]}|"]
    months = range((first - 1) // 30, (last + 1) // 30 + 1)
    head = family(telling)
    return tuple(f"{head}|{pair}|{month}" for pair in pairs for month in months)


def reach(telling: Telling) -> tuple[int, int]:
    """The days within which another telling may be of the same event, or nearly so."""
    return (telling.first or 0) - NEAR_DAYS, (telling.last or 0) + NEAR_DAYS


def gap(a: Telling, b: Telling) -> int:
    """Days between the spans of two tellings; 0 where they meet."""
    assert a.first is not None and a.last is not None and b.first is not None and b.last is not None
    return max(0, a.first - b.last, b.first - a.last)


def is_visit(telling: Telling) -> bool:
    """Whether a telling is of a visit, which may last days."""
    return telling.type == "CONSULT" and telling.mode == "visit"


def _kinds_differ(a: Telling, b: Telling) -> str | None:
    if family(a) != family(b):
        return "another kind of act"
    if a.mode != b.mode and a.mode and b.mode:
        return f"{a.mode} is not {b.mode}"
    if a.mode != b.mode and "visit" in (a.mode, b.mode):
        visit, other = (a, b) if is_visit(a) else (b, a)
        if not _vaguer(other, visit):
            return "a meeting is part of a visit, not the visit"
    if a.mode != b.mode and "phone" in (a.mode, b.mode):
        other = a if b.mode == "phone" else b
        if other.place or other.place_country:
            return "a call has no place"
    return None


def _vaguer(meeting: Telling, visit: Telling) -> bool:
    same = side_keys(meeting) == side_keys(visit) and meeting.edtf == visit.edtf and meeting.edtf is not None
    return same and meeting.place is None and people_shared(meeting, visit) == 0


def _days_differ(a: Telling, b: Telling) -> str | None:
    if a.first is None or b.first is None:
        return "no day is known"
    between = gap(a, b)
    if between and not (between <= VISIT_DAYS and is_visit(a) and is_visit(b) and _two_publishers(a, b)):
        return "another day"
    if (a.assumed or b.assumed) and a.type == "CONSULT" and _told_anew(a, b):
        return "one publisher tells of talks on two days and gives no day"
    if a.assumed or b.assumed or between:
        return None
    if is_visit(a) and is_visit(b) and a.publisher == b.publisher and a.publisher and a.edtf != b.edtf:
        if not _nested(a, b):
            return "one publisher tells of two spans"
        if a.place and b.place and _two_places(a.place, b.place):
            return "one publisher tells of two places and spans"
    if not compatible(a.edtf, b.edtf) and not (is_visit(a) and is_visit(b) and _nested(a, b)):
        return "another day"
    return None


def _nested(a: Telling, b: Telling) -> bool:
    assert a.first is not None and a.last is not None and b.first is not None and b.last is not None
    return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)


def _two_places(a: str, b: str) -> bool:
    one, two = plain(a), plain(b)
    return one not in two and two not in one


def _told_anew(a: Telling, b: Telling) -> bool:
    """Whether one publisher brings both on different days: officials who talk often are told of often."""
    return (
        None not in (a.publisher, a.published) and a.publisher == b.publisher and a.published != b.published
    )


def _two_publishers(a: Telling, b: Telling) -> bool:
    return None not in (a.publisher, b.publisher) and a.publisher != b.publisher


def _parties_differ(a: Telling, b: Telling) -> str | None:
    one, two = side_keys(a), side_keys(b)
    shared = one & two
    if one != two and len(shared) < 2:
        return "other parties"
    if a.type == "CONSULT" and len(one | two) < 2 and not _one_alone(a, b):
        return "one party alone does not tell which talks"
    if one - two and two - one and (len(shared) * 2 < len(one | two) or _other_states(one, two)):
        return "other parties"
    if a.type == "CONSULT" and a.mode != "visit":
        return None
    for side in ("actor", "recipient"):
        left, right = side_keys(a, side), side_keys(b, side)
        if left and right and not left & right:
            return f"other {side}s"
    return None


def _other_states(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether each names a state that the other does not, and they share less than two."""
    first, second = ({key for key in keys if not key.startswith("~")} for keys in (one, two))
    return bool(first - second) and bool(second - first) and len(first & second) < 2


def _one_alone(a: Telling, b: Telling) -> bool:
    """Whether two tellings of talks that name one party agree in the person, the day and the place."""
    placed = bool(a.place) and plain(a.place or "") == plain(b.place or "")
    return placed and people_shared(a, b) > 0 and not a.assumed and not b.assumed


def _places_differ(a: Telling, b: Telling) -> str | None:
    known = a.place_country and b.place_country
    return "another state" if known and a.place_country != b.place_country else None


def apart(a: Telling, b: Telling) -> str | None:
    """What keeps two tellings from being one event; None where nothing does."""
    if a.document == b.document and not told_twice(a, b):
        return "one document tells them as two"
    for rule in (_kinds_differ, _days_differ, _parties_differ, _places_differ):
        why = rule(a, b)
        if why:
            return why
    key = people_differ(a, b)
    return f"other people for {key}" if key and not one_delegation(a, b) else None


def one_delegation(a: Telling, b: Telling) -> bool:
    """Whether two visits are of one state to one city on the very same days: a president with a minister."""
    if not (is_visit(a) and is_visit(b)) or a.first is None or a.assumed or b.assumed:
        return False
    same_days = (a.first, a.last) == (b.first, b.last) and a.edtf == b.edtf
    return same_days and bool(_seat(a)) and _seat(a) == _seat(b)


def _seat(visit: Telling) -> str:
    """The city of a visit: where it was, else what the one host is called."""
    hosts = [party.name for party in visit.parties if party.side == "recipient"]
    return plain(visit.place or (hosts[0] if len(hosts) == 1 else None) or "")


def told_twice(a: Telling, b: Telling) -> bool:
    """Whether one document tells the same meeting or signing in the same terms twice."""
    if a.type != b.type or a.type not in ("CONSULT", "SUPPORT", "AGREE"):
        return False
    if a.type != "CONSULT" and not (a.agreements and titles_alike(a, b) >= 1):
        return False
    same = (a.mode, a.status, a.edtf, side_keys(a)) == (b.mode, b.status, b.edtf, side_keys(b))
    places = not a.place or not b.place or plain(a.place) == plain(b.place)
    return same and places and a.edtf is not None and len(side_keys(a)) > 1


def _time_part(a: Telling, b: Telling) -> tuple[float, str]:
    assert a.first is not None and a.last is not None and b.first is not None and b.last is not None
    if gap(a, b):
        return 0.1, "days of one visit"
    if a.assumed or b.assumed:
        return 0.15, "published at the time"
    wide = max(a.last - a.first, b.last - b.first)
    if wide == 0:
        return 0.3, "same day"
    if wide <= 15:
        return 0.25, "days that meet"
    return (0.12, "within the month") if wide <= 62 else (0.05, "within the year")


def _parts(a: Telling, b: Telling) -> list[tuple[float, str]]:
    one, two = side_keys(a), side_keys(b)
    parts = [
        (0.3, "same parties")
        if one == two
        else (0.2 * len(one & two) / len(one | two) + 0.1, "shared parties")
    ]
    parts.append(_time_part(a, b))
    shared = people_shared(a, b)
    if shared:
        parts.append((0.15 if shared == 1 else 0.22, f"same people ({shared})"))
    if a.place and b.place:
        same = plain(a.place) == plain(b.place)
        parts.append((0.15, "same place") if same else (-0.15 if not is_visit(a) else 0.0, "another place"))
    titles = titles_alike(a, b)
    if titles:
        parts.append((0.25, "same agreement") if titles > 0 else (-0.25, "another agreement"))
    elif a.agreements and b.agreements:
        parts.append((0.1, "both of an agreement"))
    words_a, words_b = content_words(a.sentence), content_words(b.sentence)
    if words_a and words_b:
        wording = len(words_a & words_b) / min(len(words_a), len(words_b))
        parts.append((round(0.35 * wording, 4), "wording"))
    if a.type != b.type:
        parts.append((-0.1, f"{a.type} and {b.type}"))
    if a.mode == b.mode and a.mode:
        parts.append((0.05, f"both {a.mode}"))
    if set(a.topics) & set(b.topics):
        parts.append((0.05, "shared topics"))
    return parts


def judge(a: Telling, b: Telling) -> Verdict:
    """The verdict on two tellings, whichever is named first."""
    if a.id > b.id:
        a, b = b, a
    why = apart(a, b)
    if why:
        return Verdict(0.0, (), why)
    parts = _parts(a, b)
    score = round(max(0.0, min(1.0, sum(weight for weight, _ in parts))), 3)
    return Verdict(score, tuple(f"{reason} {weight:+.2f}" for weight, reason in parts if weight))


def enough(a: Telling, verdict: Verdict) -> bool:
    """Whether a verdict speaks for one event."""
    kind = "talks" if a.type in _TALKS or a.mode == "visit" else "other"
    return verdict.apart is None and verdict.score >= THRESHOLD[kind]


def near_miss(a: Telling, b: Telling) -> str | None:
    """A note where two tellings are alike in all but the day, which is out by a day or two."""
    if a.first is None or b.first is None or a.assumed or b.assumed or a.document == b.document:
        return None
    if not 0 < gap(a, b) <= NEAR_DAYS or side_keys(a) != side_keys(b) or a.type != b.type or a.mode != b.mode:
        return None
    if _kinds_differ(a, b) or _places_differ(a, b) or people_differ(a, b):
        return None
    titles = titles_alike(a, b) > 0
    people = people_shared(a, b) >= 2 and bool(a.place) and plain(a.place or "") == plain(b.place or "")
    return "alike in all but the day: one event or two" if titles or people else None
