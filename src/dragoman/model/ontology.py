"""The event ontology: PLOVER (draft 0.8, September 2021): types, modes, statuses, contexts, sectors.

The code names and scores are those of the PLOVER manual (Open Event Data Alliance). Everything that
names a type, a mode, a context or a sector takes it from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["occurred", "historical", "planned", "anticipated", "possible", "denied"]
Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO", "MNC",
]  # fmt: skip
ActorKind = Literal["country", "organisation", "office", "person", "group"]
SourceKind = Literal["official", "media", "analyst", "person", "anonymous"]
LinkKind = Literal["part_of", "follows", "outcome_of", "implements", "responds_to"]
Standing = Literal["negotiated", "signed", "ratified", "in force", "ended"]
Quad = Literal["VCOOP", "MCOOP", "VCONF", "MCONF"]

EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STATUSES: tuple[str, ...] = get_args(Status)
CONTEXTS: tuple[str, ...] = get_args(Context)
SECTORS: tuple[str, ...] = get_args(Sector)


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """What PLOVER says of one event type. `score` is on its scale from -10 (conflict) to 10."""

    quad: Quad
    score: float
    modes: dict[str, float] = field(default_factory=dict)
    symmetric: bool = False
    recipient_required: bool = False


TYPES: dict[str, TypeInfo] = {
    "AGREE": TypeInfo("VCOOP", 2.5, symmetric=True),
    "CONSULT": TypeInfo(
        "VCOOP", 2.5, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}, symmetric=True
    ),
    "SUPPORT": TypeInfo("VCOOP", 5, symmetric=True),
    "CONCEDE": TypeInfo("VCOOP", 4.5),
    "COOPERATE": TypeInfo("MCOOP", 9.5, symmetric=True, recipient_required=True),
    "AID": TypeInfo("MCOOP", 10, recipient_required=True),
    "RETREAT": TypeInfo(
        "MCOOP", 6.5,
        {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    ),
    "REQUEST": TypeInfo("VCONF", 0, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": TypeInfo("VCONF", -3, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": TypeInfo("VCONF", -2, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": TypeInfo(
        "VCONF", -3.5,
        {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4,
         "violence": -3.5},
    ),
    "PROTEST": TypeInfo(
        "MCONF", -5,
        {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5,
         "vandalize": -5},
    ),
    "SANCTION": TypeInfo(
        "MCONF", -6, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6},
        recipient_required=True,
    ),
    "MOBILIZE": TypeInfo(
        "MCONF", -5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}
    ),
    "COERCE": TypeInfo(
        "MCONF", -7,
        {"seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5,
         "arrest": -7, "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7},
    ),
    "ASSAULT": TypeInfo(
        "MCONF", -9,
        {"abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5,
         "destroy": -8.5, "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5,
         "aerial": -9.5, "drone": -9.5, "heavy-weapons": -9.5, "crowd-control": -7.5,
         "unconventional": -10},
    ),
}  # fmt: skip


def score_of(event_type: str, mode: str | None) -> float:
    """The PLOVER conflict-cooperation score of a type in a mode (-10 to 10)."""
    info = TYPES[event_type]
    return info.modes.get(mode, info.score) if mode else info.score
