"""Those found for a role who have no part in it: what is fired, where it only was, whose it was already."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

_PAIR = 2
_VISITS = frozenset({"visit", "arrival", "presence", "tour", "trip", "stay", "stopover"})
_VISITORS = frozenset({"visitor", "guest"})
#: what two states break off, and where troops go against somebody
_BONDS = frozenset({"relation", "relations", "tie", "ties"})
_TOWARD = frozenset({"toward", "towards", "against", "near", "along", "over", "around", "off", "facing"})
_SENT_TO = frozenset({"in", "to", "at", "on", "into", "from", "of"})
_LINES = frozenset({"border", "frontier", "line", "waters", "water", "coast", "airspace", "territory"})
#: how much is fired
_AMOUNTS = frozenset({"round", "shell", "salvo", "barrage", "burst", "volley", "shot"})


def beyond_themselves(actors: list[Party], recipients: list[Party]) -> list[Party]:
    """Without the states between which a pact is that act by others already.

    "A of Chad and B of Mali signed a pact between *Chad and Mali*".
    """
    acting = {a.country for a in actors}
    if len(actors) < 2:
        return recipients
    return [
        r
        for r in recipients
        if not (_between_two(r) and (r.country in acting or r.country is None or None in acting))
    ]


def told_aside(party: Party, trigger: Trigger) -> bool:
    """Whether somebody is but whose word it is, or for whom another goes: "*according to* the ministry",
    "stepped down *in favour of* his deputy"."""
    head = party.head.first_conjunct if party.head is not None else None
    if head is None or head.rel != "pobj":
        return False
    above = head.head.head
    if head.head.lower == "to" and above.lower == "according":
        return True
    return trigger.entry.mode == "resign" and above.lemma in ("favour", "favor")


def _between_two(party: Party) -> bool:
    head = party.head.first_conjunct if party.head is not None else None
    return head is not None and head.rel == "pobj" and head.head.lower in ("between", "among")


def his_own(party: Party, home: frozenset[str]) -> bool:
    """Whether what is demanded is for whoever demands it: "Norway demanded *its own consuls*"."""
    head = party.head
    return head is not None and party.country in home and any(c.tag == "PRP$" for c in head.kids("poss"))


def gathers(actors: list[Party]) -> bool:
    """Whether it is a body of several states that meets: with its own: "*The Council* met in Milan"."""
    return len(actors) == 1 and actors[0].sector == "IGO" and actors[0].kind == "organisation"


def where_only(party: Party) -> bool:
    """Whether states only say where a truce holds: "the ceasefire *in Syria* announced by Chad"."""
    head = party.head
    return head is not None and head.rel == "pobj" and head.head.lower == "in"


def crowd(party: Party, protest: Token) -> Party:
    """The people of a state where protests are, not the state: "protests *in Lebanon*"."""
    head = party.head
    if head is None or party.kind != "country" or head.rel != "pobj" or head.head.head is not protest:
        return party
    placed = head.head.lower in ("in", "at", "across")
    return replace(party, sector="CVL", kind="group") if placed else party


def fired(party: Party) -> bool:
    """Whether somebody is but what is fired: "rounds of *artillery* into the north"."""
    amount = party.head.head.head if party.head is not None and party.head.rel == "pobj" else None
    return amount is not None and amount.lemma in _AMOUNTS


def hosts(recipients: list[Party]) -> list[Party]:
    """Whom a visitor sees; a place of another state is but where: "flew to *Geneva* for talks with X"."""
    seen = {p.country for p in recipients if p.kind in ("person", "office") and p.country}
    return [p for p in recipients if not seen or p.country in seen or p.kind in ("person", "office")]


def no_target(party: Party, trigger: Trigger, home: frozenset[str]) -> bool:
    """Whether a name is no one against whom troops are sent: what is sent, a place at home or of no land.

    "sent two ships, *the Vincennes* and the Nimitz"; "ringed *the palace*"; but "toward *Sanandaj*".
    """
    if party.head is None:
        return False
    first = party.head.first_conjunct
    word = first.head.lower if first.rel == "pobj" else ""
    if first.rel == "appos" or first in trigger.words:
        return True
    of_waters = word == "of" and first.head.head.lemma.lower() in _LINES
    if word in _TOWARD or of_waters or first.lemma.lower() in _LINES:
        return False
    site = not word and party.country is None and party.kind == "organisation"  # "ringed *the palace*"
    at_home = site or (party.country in home and party.kind != "country")
    return at_home or (party.kind != "country" and word in _SENT_TO)


def parted(
    trigger: Trigger, actors: list[Party], recipients: list[Party], own: str | None
) -> tuple[list[Party], list[Party]]:
    """Who broke relations and with whom, where a passive names the two: "*relations between A and B* were
    severed": the state whose relations the text tells of, else the first, with the other.
    """
    broken = trigger.entry.type == "SANCTION" and any(w.lemma in _BONDS for w in trigger.words)
    if not broken or recipients or len(actors) != _PAIR or not syntax.is_passive(trigger.token):
        return actors, recipients
    first, second = sorted(actors, key=lambda party: (party.country != own, party.start))
    return [first], [second]


def visiting(party: Party) -> bool:
    """Whether somebody is told as a visitor: "in protest against *the Soviet leader's* visit"."""
    head = party.head
    if head is None:
        return False
    return head.lemma in _VISITORS or (head.rel == "poss" and head.head.lemma in _VISITS)
