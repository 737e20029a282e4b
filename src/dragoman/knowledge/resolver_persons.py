"""Which person a personal name means: by spelling, title, country and date, or nobody where that is not clear."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from dragoman.knowledge.records import Facts, Tenure

_DATE = re.compile(r"-?\d{4}(?:-\d{2})?(?:-\d{2})?")
_SPLIT = re.compile(r"[\s\-‐‑'’`.]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SOUNDS = (
    ("q", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("zh", "j"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("yy", "y"),
    ("iy", "y"), ("ii", "y"), ("ij", "y"), ("ie", "y"), ("y", "i"), ("ei", "i"), ("ai", "i"), ("ee", "i"), ("ph", "f"), ("sch", "sh"),
    ("tch", "ch"), ("tz", "ts"), ("w", "v"), ("ck", "k"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_GENERATION = 30


def plain_date(date: str | None) -> str | None:
    """The leading calendar date of an EDTF string ("2022-03~" -> "2022-03"); None where it has no full year."""
    match = _DATE.match(date) if date else None
    return match.group() if match else None


def within(date: str, start: str | None, end: str | None) -> bool:
    """Whether a date falls between two dates, each compared as far as both are known."""
    if start and date[: len(start)] < start[: len(date)]:
        return False
    return not (end and date[: len(end)] > end[: len(date)])


def fold(name: str) -> str:
    """A name without case and diacritics."""
    name = name.translate(_LETTERS)
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)


def name_parts(name: str) -> list[str]:
    """The parts of a personal name, folded, without generational suffixes."""
    parts = [p for p in _SPLIT.split(fold(name)) if p]
    kept = [p for p in parts if p not in _SUFFIXES]
    return kept or parts


def _sound(part: str) -> str:
    for old, new in _SOUNDS:
        part = part.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", part)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if min(len(a), len(b)) < 3:
        return False
    return (
        fuzz.ratio(a, b) >= 84
        or (a[0] == b[0] and _sound(a) == _sound(b))
        or fuzz.ratio(_sound(a), _sound(b)) >= 90
    )


def name_fit(said: list[str], person: str) -> float:
    """How well the name in a text fits a person's full name: 1 the same, 0.6 the surname alone, 0 another person."""
    known = name_parts(person)
    if said == known:
        return 1.0
    if len(said) == 1:
        if said[0] == known[-1] or (said[0] in known[1:]):
            return 0.6
        if any(_alike(said[0], k) for k in known[1:] or known):
            return 0.55
        return 0.5 if said[0] == known[0] else 0.0
    matched = [any(_alike(s, k) for k in known) for s in said]
    count = sum(matched)
    if count == len(said):
        return 0.95 if len(said) >= 2 else 0.6
    joined = fuzz.token_sort_ratio(" ".join(said), " ".join(known))
    if joined >= 88 or fuzz.ratio("".join(sorted(said)), "".join(sorted(known))) >= 90:
        return 0.9
    if len(said) >= 3 and count >= 2 and matched[-1] and matched[0]:
        return 0.8
    if len(known) == 1 and matched[-1]:
        return 0.6
    return 0.0


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person with the tenure that speaks for the choice. `sure` is False where several states remain."""

    tenure: Tenure
    in_office: bool
    ended: bool
    score: float
    sure: bool
    reason: str
    others: tuple[Tenure, ...] = ()


def _distance(date: str, tenure: Tenure) -> int:
    """Years between a date and a tenure."""
    year = int(date[:4])
    start = int(tenure.start[:4]) if tenure.start else None
    end = int(tenure.end[:4]) if tenure.end else None
    if start is not None and year < start:
        return start - year
    if end is not None and year > end:
        return year - end
    if end is None and start is not None:
        return max(0, (year - start) - 40)
    return 0


def _weigh(tenure: Tenure, fit: float, codes: frozenset[str], date: str | None) -> tuple[float, bool, bool]:
    score, now, ended = fit, False, False
    if date:
        now = within(date, tenure.start, tenure.end)
        ended = bool(tenure.end) and date[: len(tenure.end or "")] > (tenure.end or "")[: len(date)]
        years = _distance(date, tenure)
        score += (
            0.5 if now else (0.2 if years <= 2 else 0.05 if years <= 15 else -0.3 if years > 45 else -0.1)
        )
    if codes:
        score += 0.35 if tenure.office in codes else -0.1
    return score, now, ended


def choose(
    facts: Facts, name: str, *, codes: frozenset[str], country: str | None, date: str | None,
    near: frozenset[str], titled: bool,
) -> PersonChoice | None:  # fmt: skip
    """The person whom a name means, or None where the knowledge base has nobody who fits.

    `codes` are the offices that the title may be, `country` the state that the text gives, `near` the states
    that the context names. A surname alone is sure only where everybody of that name is of one state, or
    where the context or a title held on the date leaves one.
    """
    said = name_parts(name)
    if not said or (len(said) == 1 and len(said[0]) < 2):
        return None
    rows: list[tuple[float, bool, bool, float, Tenure]] = []
    for tenure in facts.people(name, date, country):
        fit = name_fit(said, tenure.person)
        if fit < 0.5 or (country and tenure.country not in (country, None)):
            continue
        score, now, ended = _weigh(tenure, fit, codes, date)
        if near and tenure.country in near:
            score += 0.3
        rows.append((score, now, ended, fit, tenure))
    if not rows:
        return None
    rows.sort(key=lambda r: -r[0])
    best = rows[0]
    best_fit = max(r[3] for r in rows)
    rivals = [r for r in rows if r[4].country != best[4].country and r[3] >= best_fit - 0.3]
    person_now = any(r[1] for r in rows if r[4].person == best[4].person)
    sure, reason = _sure(best, rivals, near=near, date=date, titled=titled, given=len(said) > 1)
    return PersonChoice(
        best[4], person_now, best[2] and not person_now, min(1.0, best[0] / 1.85), sure or country is not None, reason,
        tuple(r[4] for r in rivals[:3]),
    )  # fmt: skip


def _sure(
    best: tuple[float, bool, bool, float, Tenure], rivals: list[tuple[float, bool, bool, float, Tenure]], *,
    near: frozenset[str], date: str | None, titled: bool, given: bool,
) -> tuple[bool, str]:  # fmt: skip
    if date and _distance(date, best[4]) > _GENERATION + (30 if given else 0):
        return False, "the name is known only from another time"
    if not rivals:
        return True, "the only person of that name"
    if best[4].country in near and not any(r[4].country in near for r in rivals):
        return True, "the context names that state"
    margin = best[0] - rivals[0][0]
    if titled and margin >= 0.25:
        return True, "held that office on the date" if best[1] else "the best fit for title and date"
    if given and margin >= 0.25:
        return True, "the best fit for name and date"
    if date and best[1] and not any(_distance(date, r[4]) <= _GENERATION for r in rivals):
        return True, "the only person of that name in that time"
    return False, "several people bear that name"
