"""Who speaks in a text by its title: the states of a joint statement, the body whose statement it is.

"Joint Statement by Chad and Mali": "we" are both; "NATO Statement on Kosovo": "we" are NATO.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.coding.told import one_a_state

_WITH = re.compile(
    r"\b(?:Call|Meeting|Conversation|Talks|Discussions?|Consultations?)\b.*\bwith\b", re.IGNORECASE
)
#: "Remarks by A and B Before Bilateral Meeting"
_BOTH = re.compile(
    r"\bby\b.*\band\b.*\b(?:Meetings?|Conference|Talks|Visit|Lunch|Luncheon|Dinner|Availability|Summit)\b",
    re.IGNORECASE,
)
#: "History of Chad's Relations with Mali": what two states have with each other
_RELATIONS = re.compile(r"\b(?:Relations|Relationship|Ties)\b")
_PAPER = r"(?:Statement|Declaration|Communiqu[eé]|Readout)"
_JOINT = re.compile(rf"(?:G7 |Trilateral |Quad )?Joint (?:\w+ ){{0,2}}?{_PAPER}", re.IGNORECASE)
#: where what a statement is about begins
_TOPIC = re.compile(
    r"\b(?:on|about|regarding|concerning|announcing|against|condemning|welcoming|following|after)\b",
    re.IGNORECASE,
)
#: what stands between a body's name and its paper, and between a paper and its body's name
_BEFORE = re.compile(r"(?:['’]s?)? ?(?:[A-Z]\w+['’]? ){0,3}" + _PAPER)
_AFTER = re.compile(
    _PAPER + r" (?:by|of|from) (?:the )?(?:(?:leaders|members|ministers) of )?(?:the )?$", re.IGNORECASE
)
_DASH = re.compile(r" ?[-\u2010-\u2015] ?")
_BOND = re.compile(
    r" (?:[A-Z]\w+ ){0,3}(?:Partnership|Alliance|Relations|Relationship|Cooperation|Dialogue|Friendship)\b"
)


def authors_of(title: Mentions) -> tuple[Party, ...]:
    """Whom "we" means by the title of a text; empty where the title does not say.

    The parties stand at no words of the text.
    """
    text = title.parse.text
    named = title.names_between(0, len(text))
    joint = bool(_JOINT.match(text)) or _named_before(named, text) or _joined(named, text)
    topic = _TOPIC.search(text)
    before = _together(title, named, topic.start() if topic else len(text)) if joint else ()
    if len(before) > 1:
        return before
    for party in named:
        if party.sector == "IGO" and party.kind in ("organisation", "group") and _issues(party, text):
            return (Party(-2, -2, party.name, None, "IGO", "organisation", score=party.score),)
    return _together(title, named, len(text)) if joint else ()


def _together(title: Mentions, named: list[Party], end: int) -> tuple[Party, ...]:
    """The states told together before a place of a title; empty where there are not two."""
    found = title.memory.story.named(end)
    people = tuple(p for p in found if p.kind in ("person", "office"))
    found = people if len(people) > 1 else found  # "the Meeting of A and B *in Jeddah*"
    found = found if len(found) > 1 else one_a_state(p for p in named if p.start < end)
    return tuple(map(_as_state, found)) if len(found) > 1 else ()


def paired_by(title: Mentions) -> tuple[Party, ...]:
    """Those whom a title tells together: "Readout of the President's Call with X", "Remarks by A and B Before
    Meeting"; empty where it does not.

    The parties stand at no words of the text.
    """
    together = title.memory.story.together()
    text = title.parse.text
    if together or not (_WITH.search(text) or _BOTH.search(text)):
        return together
    found = one_a_state(reversed(title.memory.story.people()))
    return found[::-1] if len(found) == 2 else ()


def related_by(title: Mentions) -> tuple[Party, ...]:
    """The two states whose relations a title is of: "History of *Chad's* Relations with *Mali*"."""
    text = title.parse.text
    if not _RELATIONS.search(text):
        return ()
    states = one_a_state(p for p in title.names_between(0, len(text)) if p.country)
    return tuple(map(_as_state, states)) if len(states) == 2 else ()


def _named_before(named: list[Party], title: str) -> bool:
    """Whether two states stand before their joint paper: "U.S.-Norway Joint Statement"."""
    joint = _JOINT.search(title)
    return joint is not None and len({p.country for p in named if p.end <= joint.start() and p.country}) > 1


def _joined(named: list[Party], title: str) -> bool:
    """Whether a paper is on what two states have together: "Fact Sheet: Japan–Norway Partnership"."""
    states = [p for p in named if p.country and p.kind == "country"]
    return any(_BOND.match(title, b.end) and _DASH.fullmatch(title, a.end, b.start)
               for a, b in pairwise(states))  # fmt: skip


def _as_state(party: Party) -> Party:
    """A joint group of two states speaks for both: "the U.S.-Israel Strategic Group"."""
    return replace(party, sector="GOV", kind="country") if party.kind == "group" and party.country else party


def _issues(body: Party, title: str) -> bool:
    """Whether a paper is a body's: its name opens the title, or follows "by" or "of"."""
    if body.start <= len("The ") and _BEFORE.match(title, body.end):
        return True
    return _AFTER.search(title, 0, body.start) is not None
