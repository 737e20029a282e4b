"""Who speaks in a text by its title: the states of a joint statement, the body whose statement it is.

"Joint Statement by Chad and Mali": "we" are both; "NATO Statement on Kosovo": "we" are NATO.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.coding.coreference import one_a_state
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party

_WITH = re.compile(
    r"\b(?:Call|Meeting|Conversation|Talks|Discussions?|Consultations?)\b.*\bwith\b", re.IGNORECASE
)
_PAPER = r"(?:Statement|Declaration|Communiqu[eé]|Readout)"
_JOINT = re.compile(rf"(?:G7 |Trilateral |Quad )?Joint (?:\w+ ){{0,2}}?{_PAPER}", re.IGNORECASE)
#: where what a statement is about begins
_TOPIC = re.compile(r"\b(?:on|about|regarding|concerning)\b", re.IGNORECASE)
#: what stands between a body's name and its paper, and between a paper and its body's name
_BEFORE = re.compile(r"(?:['’]s?)? ?(?:[A-Z]\w+['’]? ){0,3}" + _PAPER)
_AFTER = re.compile(
    _PAPER + r" (?:by|of|from) (?:the )?(?:(?:leaders|members|ministers) of )?(?:the )?$", re.IGNORECASE
)


def authors_of(title: Mentions) -> tuple[Party, ...]:
    """Whom "we" means by the title of a text; empty where the title does not say.

    The parties stand at no words of the text.
    """
    text = title.parse.text
    named = title.names_between(0, len(text))
    if _JOINT.match(text) or _named_before(named, text):
        topic = _TOPIC.search(text)
        for end in (topic.start() if topic else len(text), len(text)):
            found = title.memory.named(end)
            found = found if len(found) > 1 else one_a_state(p for p in named if p.start < end)
            if len(found) > 1:
                return tuple(map(_as_state, found))
    for party in named:
        if party.sector == "IGO" and party.kind == "organisation" and _issues(party, text):
            return (Party(-2, -2, party.name, None, "IGO", "organisation", score=party.score),)
    return ()


def paired_by(title: Mentions) -> tuple[Party, ...]:
    """Those whom a title tells together: "Readout of the President's Call with X"; empty where it does not.

    The parties stand at no words of the text.
    """
    together = title.memory.together()
    if together or not _WITH.search(title.parse.text):
        return together
    found = one_a_state(reversed(title.memory.people()))
    return found[::-1] if len(found) == 2 else ()


def _named_before(named: list[Party], title: str) -> bool:
    """Whether two states stand before their joint paper: "U.S.-Norway Joint Statement"."""
    joint = _JOINT.search(title)
    return joint is not None and len({p.country for p in named if p.end <= joint.start() and p.country}) > 1


def _as_state(party: Party) -> Party:
    """A joint group of two states speaks for both: "the U.S.-Israel Strategic Group"."""
    return replace(party, sector="GOV", kind="country") if party.kind == "group" and party.country else party


def _issues(body: Party, title: str) -> bool:
    """Whether a paper is a body's: its name opens the title, or follows "by" or "of"."""
    if body.start <= len("The ") and _BEFORE.match(title, body.end):
        return True
    return _AFTER.search(title, 0, body.start) is not None
