"""Which person a personal name means: by spelling, title, country and date; or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge.base import MANY
from dragoman.knowledge.base_names import fold
from dragoman.knowledge.records import Tenure
from dragoman.knowledge.resolver_memory import Remembered
from dragoman.knowledge.resolver_spelling import NUMERAL, REGAL, alike, name_fit, name_parts, shorter_names

_DATE = re.compile(r"-?\d{4}(?:-\d{2})?(?:-\d{2})?")
_PATRONYM = re.compile(r"\b(?:bin|ibn|ben|ould|bint) (\w+)\b.* \1$")
_NO_NAME = re.compile(r"[\d/<>&@_]|(?:-\w+){4}")
_GENERATION = 30
_SOON = 12
_ELECT = 2
_TELLING = 6
_COMMON = 5  # shorter surnames are too many people's
_RULER, _SURNAME, _MIDDLE, _GIVEN = 0.9, 0.7, 0.65, 0.6
_SEAT = "GBR"  # where one monarch reigns over several states, the state where the monarch sits
_MARGIN = 0.25
#: where the family's name comes first in English texts too
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG"})
#: where nobody is called by the middle of three names
_SURNAME_LAST = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
_UNLIKE = 0.4
_HEADS = frozenset({"head_of_state", "head_of_government", "leader"})
#: offices of people of public life who hold none of state: meant by the full name, hardly by the surname
_PRIVATE = frozenset({
    "opposition_leader", "dissident", "rebel_leader", "activist", "religious_leader", "judge", "journalist",
    "party_leader", "businessman", "citizen", "lawmaker", "military_leader",
})  # fmt: skip
_PROMINENT = (
    "head_of_",
    "leader",
    "foreign_minister",
    "supreme",
    "secretary_of_state",
    "president",
    "prime_minister",
)


def plain_date(date: str | None) -> str | None:
    """The leading calendar date of an EDTF string ("2022-03~" -> "2022-03"); None without a full year."""
    match = _DATE.match(date) if date else None
    return match.group() if match else None


def within(date: str, start: str | None, end: str | None) -> bool:
    """Whether a date falls between two dates, each compared as far as both are known."""
    if start and date[: len(start)] < start[: len(date)]:
        return False
    return not (end and date[: len(end)] > end[: len(date)])


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person with the tenure that speaks for the choice. `sure` is False where several states remain.

    `named` says that the name, not the office alone, speaks for the person.
    """

    tenure: Tenure
    in_office: bool
    ended: bool
    score: float
    sure: bool
    reason: str
    others: tuple[Tenure, ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class _Row:
    """One tenure of one who may be meant: how the name, the date and the title fit."""

    tenure: Tenure
    fit: float
    now: bool
    ended: bool
    coded: bool
    exact: bool
    has_codes: bool
    score: float


@dataclass(frozen=True, slots=True)
class Query:
    """A name with what is known of who it means.

    `title` is the title that stands with the name, `codes` the offices it may be in any state, `country` the
    state that the text gives, `near` the states that the context names.
    """

    name: str
    date: str | None = None
    codes: frozenset[str] = frozenset()
    country: str | None = None
    near: frozenset[str] = frozenset()
    titled: bool = False
    title: str | None = None


class _Titles:
    """The codes of a title, state by state: "Chancellor" is one office in Germany and another in Britain."""

    def __init__(self, facts: Remembered, query: Query) -> None:
        self._find = facts.office_codes
        self._query = query
        self._known: dict[str | None, frozenset[str]] = {}

    def of(self, tenure: Tenure) -> frozenset[str]:
        """The codes of the title in the state or body of a tenure."""
        if self._query.title is None:
            return self._query.codes
        where = tenure.country or tenure.entity
        known = self._known.get(where)
        if known is None:
            known = self._known[where] = frozenset(self._find(self._query.title, where)) | self._query.codes
        return known


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
    return 0 if start else _GENERATION


def _row(tenure: Tenure, fit: float, query: Query, codes: frozenset[str]) -> _Row:
    score, now, ended, date = fit, False, False, query.date
    if date:
        now = within(date, tenure.start, tenure.end)
        ended = bool(tenure.end) and date[: len(tenure.end or "")] > (tenure.end or "")[: len(date)]
        years = _distance(date, tenure)
        score += 0.5 if now else 0.2 if years <= 2 else 0.05 if years <= 15 else -0.3 if years > 45 else -0.1
    exact = tenure.office in codes
    coded = exact or (tenure.office in _HEADS and not _HEADS.isdisjoint(codes))
    if codes:
        score += 0.35 if exact else 0.15 if coded else -0.1
    if query.title and _bears(query.title, tenure.person):
        score += 0.3
    if query.near and tenure.country in query.near:
        score += 0.3
    if tenure.office.startswith("head_of_"):
        score += 0.05
    elif tenure.office in _PRIVATE and fit < _RULER:
        score -= 0.3
    return _Row(tenure, fit, now, ended, coded, exact, bool(codes), score)


def _as_ruler(query: Query, said: tuple[str, ...], tenure: Tenure, fit: float) -> float:
    """The fit of one word after a monarch's title: those with a patronym go by their first name."""
    if len(said) != 1 or not query.title or query.title.lower().rsplit(" ", 1)[-1] not in REGAL:
        return fit
    words = [w for w in fold(tenure.person).replace("-", " ").split() if w not in REGAL]
    if not any(w in ("bin", "ibn", "al") for w in words[1:]):
        return fit
    return max(fit, _SURNAME) if words[0] == said[0] else min(fit, 0.5)


def _bears(title: str, person: str) -> bool:
    """Whether a known name has the title in it, or, of a monarch's title, the numeral of a monarch."""
    word, parts = title.lower().rsplit(" ", 1)[-1], fold(person).split()
    return word in parts or (word in REGAL and len(parts) > 1 and NUMERAL.match(parts[-1]) is not None)


def _spelt(said: tuple[str, ...], tenure: Tenure) -> float:
    """The fit of the best spelling of a person's name; one word counts only as the surname there."""
    name, *spellings = tenure.names
    fit = name_fit(said, name_parts(name))
    for other in spellings:
        like = name_fit(said, name_parts(other))
        if len(said) == 1:
            like = _MIDDLE if like >= _SURNAME else 0.0
        fit = max(fit, like)
    if len(said) > 1 < len(said[-1]) and tenure.country in _SURNAME_LAST:  # Henry Clay, Henry Clay Ide
        ends = {name_parts(spelling)[end] for spelling in tenure.names for end in (0, -1)}
        if not any(alike(said[-1], end) for end in ends):
            fit = min(fit, _UNLIKE)
    return fit


def _rows(facts: Remembered, query: Query, said: tuple[str, ...], name: str) -> list[_Row]:
    """The tenures of all whom a name may mean."""
    titles, rows = _Titles(facts, query), []
    for tenure in facts.people(name, query.date, query.country):
        if query.country and tenure.country not in (query.country, None):
            continue
        fit = _spelt(said, tenure)
        if len(said) == 1 and _PATRONYM.search(f"{fold(tenure.person)} {said[0]}"):
            fit = min(fit, 0.5)
        family_first = len(said) == 1 and tenure.country in FAMILY_FIRST
        if family_first and any(name_parts(name)[0] == said[0] for name in tenure.names):
            fit = max(fit, _SURNAME)
        fit = _as_ruler(query, said, tenure, fit)
        if fit >= 0.5 and not _forgotten(tenure, query.date):
            rows.append(_row(tenure, fit, query, titles.of(tenure)))
    return rows


def _forgotten(tenure: Tenure, date: str | None) -> bool:
    """Whether a tenure is of an envoy of another age, whom no text of the date means by a bare name."""
    return bool(date) and tenure.office == "ambassador" and _distance(date or "", tenure) > 2 * _GENERATION


def choose(facts: Remembered, query: Query) -> PersonChoice | None:
    """The person whom a name means, or None where the knowledge base has nobody who fits.

    A surname alone is sure only where everybody of that name is of one state, or where the context or a title
    held on the date leaves one.
    """
    said = name_parts(query.name)
    if not said or (len(said) == 1 and len(said[0]) < 2) or _NO_NAME.search(query.name):
        return None
    if len(said) == 1 and not (query.titled or query.country) and facts.bearers(said[0]) >= MANY:
        return None
    rows = _rows(facts, query, said, query.name)
    for shorter in shorter_names(query.name) if not rows else ():
        if " " not in shorter and not query.titled:
            continue  # one word in common with a longer name without a title makes nobody sure
        rows = _rows(facts, query, said, shorter)
        if rows:
            break
    if not rows:
        return None
    best_fit = max(r.fit for r in rows)
    if best_fit >= _GIVEN:  # the very word is a name of somebody: those with a like one are not meant
        rows = [r for r in rows if r.fit >= _GIVEN]
    best = max(rows, key=lambda r: (r.score, r.tenure.country == _SEAT))
    if best.now and best.tenure.country != _SEAT:  # Nasser ruled Egypt before he ruled Syria too
        first = [r for r in rows if r.now and r.score == best.score and r.tenure.person == best.tenure.person]
        best = min(first, key=lambda r: r.tenure.start or "9")
    reach = 0.1 if best_fit >= 0.9 else 0.2
    rivals = sorted(
        (
            r
            for r in rows
            if r.tenure.country != best.tenure.country
            and r.fit >= best_fit - reach
            and not (best.now and _same_person(r.tenure, best.tenure))
        ),
        key=lambda r: -r.score,
    )
    now = any(r.now for r in rows if r.tenure.person == best.tenure.person)
    sure, reason = _sure(best, rivals, query, given=len(said) > 1)
    if query.country and best.fit >= 0.6:
        sure = True
    return PersonChoice(
        best.tenure, now, best.ended and not now, min(1.0, best.score / 1.85), sure, reason,
        tuple(r.tenure for r in rivals[:3]), best.fit >= 0.8 or (len(said) == 1 and best.fit >= 0.55),
    )  # fmt: skip


def _same_person(one: Tenure, other: Tenure) -> bool:
    """Whether two tenures may be of one person: the same name, or the surname alone of the same days."""
    if one.person == other.person:
        return True
    first, second = set(name_parts(one.person)), set(name_parts(other.person))
    return one.start == other.start and (first <= second or second <= first)


def _doubt(best: _Row, query: Query, given: bool, alone: bool) -> str | None:
    """Why even the best of those found may be another person of that name."""
    tenure, date = best.tenure, query.date
    full = given and best.fit >= 0.9
    near = tenure.country in query.near
    if date:
        past = bool(tenure.start) and date > (tenure.start or "")
        reach = 2 * _GENERATION if full or (best.coded and past) else _SOON
        if _distance(date, tenure) > reach:
            return "the name is known only from another time"
    like = (best.now and best.fit > 0.5) or best.fit >= 0.55
    head = not query.titled and alone and best.now and tenure.office.startswith(("head_of_", "leader"))
    short = len(name_parts(tenure.person)) == 1 and best.fit > 0.55
    if head and best.fit >= 0.55 and len(query.name) >= _TELLING and (short or not given):
        return None
    if best.fit < _MIDDLE and not (query.titled and best.coded and like):
        return "the name is only like the known one"
    if near or (best.coded and (best.now or not date)):
        return None
    if query.titled and best.has_codes and best.now and not best.coded and not full:
        return "known, but not in that office"
    if query.titled and best.has_codes and date and not best.now:
        years = _distance(date, tenure)
        known = full or (alone and best.fit >= _SURNAME and tenure.office.startswith(_PROMINENT))
        if not (best.exact and (best.ended or years <= _ELECT)) and not (known and years <= _SOON):
            return "known, but not in that office by then"
        return None
    if given and best.fit < 0.9:
        return "the name is only like the known one"
    if full:
        return None
    if query.titled and (query.codes or query.title) and not best.now:
        return "known, but never in that office"
    if not best.now and not tenure.office.startswith(_PROMINENT):
        return "a surname that others may bear"
    return None


def _sure(best: _Row, rivals: list[_Row], query: Query, *, given: bool) -> tuple[bool, str]:
    doubt = _doubt(best, query, given, not rivals)
    if doubt is not None:
        return False, doubt
    if not rivals:
        return True, "the only person of that name"
    others = [r for r in rivals if r.exact and r.now]
    if best.fit >= _SURNAME:  # "Prime Minister Barak" is he whose surname it is, not a colleague Barak S.
        others = [r for r in others if r.fit >= best.fit]
    if query.titled and best.exact and best.now and not others:
        return True, "the one of that name in that office on the date"
    if best.tenure.country in query.near and not any(r.tenure.country in query.near for r in rivals):
        return True, "the context names that state"
    if best.score - rivals[0].score >= _MARGIN:
        if query.titled and best.coded:
            return True, "held that office on the date" if best.now else "the best fit for title and date"
        if given:
            return True, "the best fit for name and date"
    head = best.now and best.tenure.office.startswith("head_of_") and len(query.name) >= _COMMON
    if head and not any(r.now and r.tenure.office not in _PRIVATE | {"ambassador"} for r in rivals):
        return True, "the head of state or government of that name"
    if query.date and best.now and not any(_distance(query.date, r.tenure) <= _GENERATION for r in rivals):
        return True, "the only person of that name in that time"
    return False, "several people bear that name"
