"""The record in words: how types, modes, statuses, kinds and dates are called in front of a person."""

from __future__ import annotations

import re
from types import MappingProxyType

from dragoman.model import Agreement, EventMention, Outlook
from dragoman.model.ontology import TYPES

#: (type, mode) -> what it is called; mode None is the type without a mode
_NAMES = MappingProxyType(
    {
        ("AGREE", None): "Promise or agreement",
        ("CONSULT", None): "Meeting",
        ("CONSULT", "visit"): "Visit",
        ("CONSULT", "third-party"): "Meeting hosted by others",
        ("CONSULT", "multilateral"): "Multilateral meeting",
        ("CONSULT", "phone"): "Phone call",
        ("SUPPORT", None): "Support",
        ("CONCEDE", None): "Concession",
        ("COOPERATE", None): "Cooperation",
        ("AID", None): "Aid",
        ("RETREAT", None): "Retreat",
        ("RETREAT", "withdraw"): "Withdrawal",
        ("RETREAT", "release"): "Release",
        ("RETREAT", "disarm"): "Disarmament",
        ("RETREAT", "ceasefire"): "Ceasefire",
        ("RETREAT", "access"): "Access granted",
        ("RETREAT", "resign"): "Resignation",
        ("REQUEST", None): "Request",
        ("REQUEST", "assist"): "Request for help",
        ("REQUEST", "change"): "Demand for change",
        ("REQUEST", "yield"): "Demand to yield",
        ("REQUEST", "meet"): "Request for talks",
        ("ACCUSE", None): "Accusation",
        ("ACCUSE", "disapprove"): "Criticism",
        ("ACCUSE", "investigate"): "Investigation",
        ("ACCUSE", "allege"): "Allegation",
        ("REJECT", None): "Rejection",
        ("REJECT", "assist"): "Refusal of help",
        ("REJECT", "change"): "Refusal to change",
        ("REJECT", "yield"): "Refusal to yield",
        ("REJECT", "meet"): "Refusal of talks",
        ("THREATEN", None): "Threat",
        ("THREATEN", "restrict"): "Threat of restrictions",
        ("THREATEN", "arrest"): "Threat of arrest",
        ("THREATEN", "relations"): "Threat to relations",
        ("THREATEN", "expel"): "Threat of expulsion",
        ("THREATEN", "territory"): "Threat to territory",
        ("THREATEN", "violence"): "Threat of violence",
        ("PROTEST", None): "Protest",
        ("PROTEST", "demo"): "Demonstration",
        ("PROTEST", "riot"): "Riot",
        ("PROTEST", "strike"): "Strike",
        ("PROTEST", "hunger"): "Hunger strike",
        ("PROTEST", "boycott"): "Boycott",
        ("PROTEST", "obstruct"): "Blockade by protesters",
        ("PROTEST", "vandalize"): "Vandalism in protest",
        ("SANCTION", None): "Sanction",
        ("SANCTION", "convict"): "Sanction: conviction",
        ("SANCTION", "expel"): "Sanction: expulsion",
        ("SANCTION", "withdraw"): "Sanction: withdrawal",
        ("SANCTION", "discontinue"): "Sanction: relations cut or restricted",
        ("MOBILIZE", None): "Mobilization",
        ("MOBILIZE", "troops"): "Mobilization of troops",
        ("MOBILIZE", "weapons"): "Mobilization of weapons",
        ("MOBILIZE", "police"): "Mobilization of police",
        ("MOBILIZE", "militia"): "Mobilization of militia",
        ("COERCE", None): "Coercion",
        ("COERCE", "seize"): "Seizure",
        ("COERCE", "restrict"): "Restriction",
        ("COERCE", "censor"): "Censorship",
        ("COERCE", "curfew"): "Curfew",
        ("COERCE", "martial-law"): "Martial law",
        ("COERCE", "arrest"): "Arrest",
        ("COERCE", "deport"): "Deportation",
        ("COERCE", "withhold"): "Withholding",
        ("COERCE", "misinformation"): "Disinformation",
        ("COERCE", "cyber"): "Cyber attack",
        ("ASSAULT", None): "Assault",
        ("ASSAULT", "abduct"): "Abduction",
        ("ASSAULT", "beat"): "Beating",
        ("ASSAULT", "torture"): "Torture",
        ("ASSAULT", "sexual"): "Sexual violence",
        ("ASSAULT", "targeted"): "Assassination",
        ("ASSAULT", "destroy"): "Destruction",
        ("ASSAULT", "primitive"): "Assault with simple weapons",
        ("ASSAULT", "firearms"): "Shooting",
        ("ASSAULT", "explosives"): "Bombing",
        ("ASSAULT", "suicide-attack"): "Suicide attack",
        ("ASSAULT", "aerial"): "Air strike",
        ("ASSAULT", "drone"): "Drone strike",
        ("ASSAULT", "heavy-weapons"): "Shelling",
        ("ASSAULT", "crowd-control"): "Force against a crowd",
        ("ASSAULT", "unconventional"): "Attack with unconventional weapons",
    }
)

#: what each type is for, in a line
MEANING = MappingProxyType(
    {
        "AGREE": "agrees, promises or offers to cooperate, meet, help or settle; also a visit still to come",
        "CONSULT": "a meeting, visit, call, talks or negotiation that took place",
        "SUPPORT": "praises, endorses, recognises, apologises, ratifies or signs a formal agreement",
        "CONCEDE": "yields in words or by decree: eases sanctions or curfews, accepts a demand",
        "COOPERATE": "cooperates in deed: trade, joint exercises, extradition, shared intelligence",
        "AID": "gives economic, military or humanitarian aid, or asylum",
        "RETREAT": "gives way in deed: withdraws, releases, disarms, ceases fire, grants access, resigns",
        "REQUEST": "asks, appeals for or demands",
        "ACCUSE": "disapproves, condemns, accuses, sues, investigates",
        "REJECT": "refuses, vetoes, defies or rejects a proposal or a demand",
        "THREATEN": "threatens, warns of a hostile act, gives an ultimatum",
        "PROTEST": "civilians act together: demonstrations, strikes, boycotts, riots",
        "SANCTION": "reduces relations: sanctions, expulsions, recalls, broken-off talks, convictions",
        "MOBILIZE": "shows or readies force",
        "COERCE": "represses, or forces short of bodily violence",
        "ASSAULT": "deliberate violence against people or property",
    }
)

STATUS = MappingProxyType({
    "occurred": "happened", "historical": "happened long before", "planned": "planned",
    "anticipated": "expected by others", "possible": "possible", "denied": "denied",
})  # fmt: skip
LINK = MappingProxyType({
    "part_of": "is part of", "follows": "follows", "outcome_of": "came out of",
    "implements": "carries out", "responds_to": "answers",
})  # fmt: skip
SOURCE = MappingProxyType({
    "official": "official", "media": "media", "analyst": "analyst", "person": "person",
    "anonymous": "unnamed",
})  # fmt: skip

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_PERIODS = MappingProxyType({
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "first quarter", 34: "second quarter",
    35: "third quarter", 36: "fourth quarter", 40: "first half", 41: "second half",
})  # fmt: skip
_DATE = re.compile(r"(\d{4}|X{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?")


def event_name(event_type: str, mode: str | None) -> str:
    """What a type in a mode is called."""
    return _NAMES.get((event_type, mode)) or _NAMES[event_type, None]


def event_title(event: EventMention) -> str:
    """The heading of an event: "Visit", "Phone call", "Sanction: expulsion"."""
    return event_name(event.type, event.mode)


def names_missing() -> list[tuple[str, str | None]]:
    """The types and modes of the ontology that have no name here (none, in a release)."""
    pairs = [(kind, mode) for kind, info in TYPES.items() for mode in (None, *info.modes)]
    return [pair for pair in pairs if pair not in _NAMES]


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """ "1 event", "12 events"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def tidy(name: str) -> str:
    """A code as words: "human_rights" -> "human rights"."""
    return name.replace("_", " ")


def date_words(edtf: str) -> str:
    """An EDTF date in words: "2024-06" -> "June 2024", "XXXX-09-13" -> "13 September, year unknown".

    What is not understood comes back as it is.
    """
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return _interval(start, end)
    value, mark = (edtf[:-1], edtf[-1]) if edtf[-1:] in ("~", "?", "%") else (edtf, "")
    words = _day(value)
    if words is None:
        return edtf
    return {"~": f"about {words}", "?": f"{words}, uncertain", "%": f"about {words}, uncertain"}.get(
        mark, words
    )


def _interval(start: str, end: str) -> str:
    open_ended = ("", "..")
    if start in open_ended:
        return f"until {date_words(end)}"
    if end in open_ended:
        return f"since {date_words(start)}"
    return f"{date_words(start)} to {date_words(end)}"


def _day(value: str) -> str | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    known = _year(year)
    if month is None:
        return known or "year unknown"
    if month == "XX":
        return known and f"{known}, month unknown"
    number = int(month)
    if number in _PERIODS:
        name = _PERIODS[number]
        return f"{name} of {known}" if number > 24 and known else _dated(name, known)
    if not 1 <= number <= 12:
        return None
    words = _MONTHS[number - 1]
    if day == "XX":
        return f"{_dated(words, known)}, day unknown"
    return _dated(f"{int(day)} {words}" if day else words, known)


def _year(year: str) -> str | None:
    if year == "XXXX":
        return None
    return f"the {year.replace('X', '0')}s" if "X" in year else year


def _dated(words: str, year: str | None) -> str:
    return f"{words} {year}" if year else f"{words}, year unknown"


def agreement_line(item: Agreement) -> str:
    """What is known of an agreement besides its title: parties, date, scope, standing."""
    parts = [" and ".join(item.parties), date_words(item.when) if item.when else "", item.standing or ""]
    if item.scope:
        parts.append("on " + ", ".join(item.scope))
    return "; ".join(part for part in parts if part)


def outlook_line(item: Outlook) -> str:
    """Who expects it, and by when."""
    parts = [", ".join(item.by), f"by {date_words(item.horizon)}" if item.horizon else ""]
    return "; ".join(part for part in parts if part)
