"""Who is named beside an act and has no part in it: those who abstain, outlets that are told, names of roads.

"adopted the text, *with Chad abstaining*"; "told *the BBC* that his men would leave"; "marched through the
streets of *Lima*"; "blocked the road to *the Chilean border*"; "will withdraw *their forces*".
"""

from __future__ import annotations

from dragoman.coding.draft import Draft
from dragoman.coding.otherside import borders
from dragoman.coding.party import Party
from dragoman.language import Token

_WAYS = frozenset({
    "street", "road", "highway", "motorway", "square", "bridge", "railway", "railroad", "avenue", "boulevard",
    "junction", "route", "track",
})  # fmt: skip
_TELLING = frozenset({"tell", "inform"})
_ABSTAINING = frozenset({"abstain", "abstention", "dissent", "oppose"})
_AGAINST = frozenset({"no", "against"})
#: types of what two do together, or say they will
_TOGETHER = frozenset({"SUPPORT", "AGREE", "COOPERATE", "CONSULT"})
#: types whose other side is none of the actor's own
_TO_OTHERS = frozenset({"THREATEN", "AGREE"})
_BREACHES = frozenset({"violation", "breach", "infringement", "intrusion", "encroachment"})
_RIGHTS = frozenset(
    {"integrity", "sovereignty", "independence", "airspace", "neutrality", "territory", "border"}
)
_HELPING = frozenset({"AID", "SUPPORT", "COOPERATE", "AGREE", "REQUEST"})
_HELP = frozenset({"help", "assistance", "aid", "backing", "support"})
_DEEP = 3  # steps up from a name to the word that says that it abstains


def stand_aside(draft: Draft) -> None:
    """Leave out of an event those who are only named beside it; somebody who acts stays."""
    acting = [p for p in draft.actors if not _told(p, draft) and not _dissents(p, draft)]
    draft.actors = acting or draft.actors
    draft.recipients = [
        p
        for p in draft.recipients
        if not (
            _told(p, draft)
            or _dissents(p, draft)
            or (draft.type == "PROTEST" and (_of_border(p) or _of_way(p)))
            or (draft.mode == "withdraw" and _own_envoy(p, draft))
            or (draft.type in _TO_OTHERS and _owned_by_actor(p))
            or (draft.type == "PROTEST" and _only_place(p))
            or (draft.type not in _HELPING and _helper(p))
            or (draft.type == "ACCUSE" and _violated(p))
        )
    ]


def _only_place(party: Party) -> bool:
    """Whether it is a name of nobody known, as of a street or a quarter: "blocked *the Prado*"."""
    return party.country is None and party.sector is None and party.kind in (None, "person")


def _helper(party: Party) -> bool:
    """Whether somebody only helps who acts: "took the town with the help of *Chad*"."""
    top = party.head
    for _ in range(_DEEP):
        if top is None or top.lemma in _HELP:
            break
        top = top.head
    return top is not None and top.lemma in _HELP and top.rel == "pobj" and top.head.lower == "with"


def _violated(party: Party) -> bool:
    """Whether it is whose right was broken: "condemned the violation of *Chad's* sovereignty"."""
    head = party.head
    right = head.head if head is not None else None
    if (
        head is None
        or right is None
        or right.lemma not in _RIGHTS
        or head.rel not in ("poss", "amod", "compound")
    ):
        return False
    return right.rel == "pobj" and right.head.lower == "of" and right.head.head.lemma in _BREACHES


def _told(party: Party, draft: Draft) -> bool:
    """Whether it is the outlet to which something was said: "told *the BBC* that they would leave"."""
    head = party.head
    outlet = head is not None and party.sector == "JRN" and draft.type in _TOGETHER | {"THREATEN"}
    return outlet and head is not None and head.rel in ("obj", "iobj") and head.head.lemma in _TELLING


def _dissents(party: Party, draft: Draft) -> bool:
    """Whether it is told to have voted otherwise: "adopted it, *with Chad abstaining*"."""
    if draft.type not in _TOGETHER or party.head is None:
        return False
    token = party.head.first_conjunct
    for _ in range(_DEEP):
        token = token.head
        if token is draft.token:
            return False
        if token.lemma in _ABSTAINING or (token.lemma == "vote" and _votes_no(token)):
            return True
    return False


def _votes_no(vote: Token) -> bool:
    return any(c.lower in _AGAINST for c in vote.children)


def _of_border(party: Party) -> bool:
    """Whether a state only says which border it is."""
    head = party.head
    return head is not None and any(t.lower in borders() for t in (head, head.head))


def _of_way(party: Party) -> bool:
    """Whether a town or state only says which road it is: "the streets *of Lima*", "the *Lima* highway"."""
    head = party.head.first_conjunct if party.head is not None else None
    if (
        head is None
        or party.kind not in ("country", "group", "organisation")
        or head.tag not in ("NNP", "NNPS")
    ):
        return False
    above = head.head.head if head.rel == "pobj" and head.head.lower == "of" else head
    while above.rel in ("compound", "nmod"):
        above = above.head
    return above.lemma in _WAYS


def _own_envoy(party: Party, draft: Draft) -> bool:
    """Whether it is who was recalled, and not from where: "its envoy to Uganda, *John Mwangi*"."""
    if party.kind != "person" or party.country is not None:
        return False
    return any(p.country for p in draft.recipients)


def _owned_by_actor(party: Party) -> bool:
    """Whether somebody's own are told by a pronoun: "vowed that *his coalition* would boycott"."""
    if party.head is None:
        return False
    return any(c.lower in ("his", "her", "its", "their") for c in party.head.kids("poss"))
