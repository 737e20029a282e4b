"""Whose: the state of crowds, police, troops and offices that the words leave without one.

"Police arrested protesters in Cairo": both are of the state where it happens; else of the state that the
other party of the event is of, if it acts or suffers at home ("police arrested the president"); else of the
only state that the passage names beside, or that of the dateline. Such a state is marked as inferred. Bodies
of several states, allies, foreigners and the like are of none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.definites import NUMBERS
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.otherside import borders, is_paper
from dragoman.coding.party import Party
from dragoman.coding.trimming import visiting
from dragoman.coding.wordlists import word_set
from dragoman.language import Sentence, Token

_LOCAL = frozenset({
    "CVL", "COP", "OPP", "MIL", "LAB", "EDU", "REL", "SOC", "CRM", "REF", "JRN", "MED", "AGR", "LEG", "JUD",
    "GOV",
    "REB", "UAF", "PTY", "UNK", "SPY", "PRM", "ELI",
})  # fmt: skip
#: words of a group that belongs to no one state or to another one
_ABROAD = frozenset({
    "foreign", "international", "world", "allies", "ally", "partners", "partner", "countries", "country",
    "nations",
    "nation", "states", "leaders", "global", "western", "regional", "neighbours", "neighbors", "coalition",
    "parties", "counterparts", "counterpart", "others", "foreigners", "european", "arab",
    "african",
    "multinational", "members", "capitals", "sides", "community", "latin", "asian", "nordic", "scandinavian",
    "baltic", "balkan", "caribbean", "gulf", "developing", "industrialised", "industrialized",
    "signatories", "sponsors", "co-sponsors", "cosponsors", "guarantors", "adversary", "adversaries", "enemy",
    "enemies", "aggressor", "aggressors", "invader", "invaders", "foe", "foes", "intruders", "infiltrators",
})  # fmt: skip
_FOREIGN_MINISTER = re.compile(r"foreign (?:minister|secretary)\b", re.IGNORECASE)
_FAMOUS = 0.9  # the score, at least, of a group that the knowledge base knows
_KNOWN = 0.6  # the score of a person that the knowledge base knows is above
_MATCHED = frozenset({"counterpart", "opposite", "namesake"})
_DOMESTIC = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "RETREAT", "MOBILIZE", "ACCUSE", "REJECT", "SANCTION", "CONCEDE"}
)
#: types of what is done where a story is told to be
_ON_SCENE = frozenset({"PROTEST", "COERCE", "ASSAULT"})
#: types of what a state does with its own rebels: "talks between *Sudan and the rebels*"
_TALKING = frozenset({"CONSULT", "AGREE", "SUPPORT", "RETREAT"})
#: types that two do together
_JOINT = frozenset({"COOPERATE", "CONSULT"})
#: types whose actor, a state, mostly turns to others
_OUTWARD = frozenset({"SANCTION", "ACCUSE", "REJECT"})
_RULING = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM"})
_CIVIL = frozenset({"CVL", "BUS", "REL", "JRN", "EDU", "MED", "LAB", "SOC", "AGR", "REF"})
#: types of what a state's own bodies and people do with each other
_AMONG_THEMSELVES = frozenset({"REQUEST", "THREATEN", "CONSULT", "SUPPORT", "CONCEDE", "REJECT"})
#: sectors of bodies that many states have, and of those who serve them
_OF_MANY = frozenset({"REB", "NGO", "NGM", "IGO"})
_SERVING_MANY = _CIVIL | {"REB", "UNK"}
_AT_ODDS = frozenset({"REB", "OPP", "UAF", "PRM", "LAB", "AGR", "EDU"})
_RULERS = frozenset({"leader", "official", "minister", "authority", "counterpart"})
_VESSELS = frozenset({
    "boat", "trawler", "ship", "vessel", "tanker", "freighter", "yacht", "dhow", "junk", "schooner", "crew",
})  # fmt: skip
#: what only two states have with each other
_ARMY_OF = {"PSE": ("ISR", "1967"), "ESH": ("MAR", "1975")}  # whose army holds a land without one, since when
_BETWEEN_STATES = frozenset({"relation", "relations", "tie", "ties"})
_ENVOYS = frozenset({"ambassador", "diplomat", "envoy", "consul", "attaché", "attache", "chargé", "charge"})


def localise(draft: Draft, mentions: Mentions) -> None:
    """Give parties without a state the one that place and passage give them."""
    _locate(draft, mentions)
    draft.actors, draft.recipients = _named_of(draft.actors), _named_of(draft.recipients)


def _locate(draft: Draft, mentions: Mentions) -> None:
    _counterparts(draft, mentions)
    _hosts(draft)
    _sites(draft)
    _own_rulers(draft)
    _policed(draft)
    if draft.mode == "visit":
        draft.actors = [_visitor(p, draft) for p in draft.actors]
    home = mentions.memory.home
    if home and draft.type == "REQUEST" and all(p.country == home for p in draft.actors):
        draft.recipients = [elsewhere(p, draft.sentence, mentions, home) for p in draft.recipients]
    foreign = all(p.country not in (None, home) for p in draft.actors)
    if home and foreign and draft.type in _ON_SCENE | {"RETREAT"}:
        draft.recipients = [_not_own(p, mentions, home) for p in draft.recipients]
    if all(p.country or not is_local(p, mentions) for p in draft.parties):
        return
    state = _state(draft, mentions)
    if state is None:
        return
    if draft.mode != "visit":  # nobody visits the state that he is of
        draft.actors = [_given(p, state, mentions) for p in draft.actors]
    draft.recipients = [
        p if _taken_vessel(p, draft, state) else _given(p, state, mentions) for p in draft.recipients
    ]


def _named_of(parties: list[Party]) -> list[Party]:
    """Names that a plural announces are of its state: "*two opposition MPs*, A and B, were arrested"."""
    groups = {p.head.i: p.country for p in parties if p.kind == "group" and p.country and p.head is not None}
    names = [p for p in parties if p.country is None and p.kind == "person" and p.head is not None]
    out = []
    for party in parties:
        top = party.head.first_conjunct if party in names and party.head is not None else None
        told = top is not None and (top.rel == "appos" or _counts(top, len(names)))
        state = groups.get(top.head.i if top.rel == "appos" else top.i) if told and top is not None else None
        out.append(replace(party, country=state, inferred=party.inferred | {"country"}) if state else party)
    return out


def _counts(group: Token, number: int) -> bool:
    """Whether a noun is told with a number: "*two* MPs"."""
    return any(NUMBERS.get(c.lower) == number for c in group.kids("nummod"))


def _taken_vessel(party: Party, draft: Draft, state: str) -> bool:
    """Whether a ship is another state's, which does not seize its own: "boats that *Libya* seized"."""
    taken = draft.type == "COERCE" and any(p.country == state for p in draft.actors)
    return taken and party.head is not None and party.head.lemma in _VESSELS


def of_one_state(drafts: Sequence[Draft]) -> None:
    """Give a mention, or a person by his name, one state in all acts: the one told, else the likeliest.

    Only states that were inferred are changed.
    """
    told: dict[object, str] = {}
    guessed: dict[object, Counter[str]] = {}
    for draft in drafts:
        for party in draft.parties:
            for key in _keys(party) if party.country else ():
                if "country" in party.inferred:
                    guessed.setdefault(key, Counter())[party.country or ""] += 1
                else:
                    told.setdefault(key, party.country or "")
    likely = {key: counts.most_common(1)[0][0] for key, counts in guessed.items()}
    for draft in drafts:
        draft.actors = [_agreed(p, likely | told) for p in draft.actors]
        draft.recipients = [_agreed(p, likely | told) for p in draft.recipients]


def _keys(party: Party) -> list[object]:
    """What makes two parties one: the head of their words, or the whole name of a person."""
    keys: list[object] = [party.head.i] if party.head is not None and party.start >= 0 else []
    return [*keys, party.person.casefold()] if party.person and " " in party.person else keys


def _agreed(party: Party, states: dict[object, str]) -> Party:
    if party.country is not None and "country" not in party.inferred:
        return party
    if (party.country and "reference" in party.inferred) or party.sector not in _LOCAL:
        return party
    state = next((states[key] for key in reversed(_keys(party)) if key in states), None)
    return replace(party, country=state, inferred=party.inferred | {"country"}) if state else party


def _policed(draft: Draft) -> None:
    """Police are of the state in which they are sent out: "police took up positions *in Japan*"."""
    if draft.type != "MOBILIZE" or any(p.country or p.sector != "COP" for p in draft.actors):
        return
    states = {p.country for p in draft.recipients}
    if len(states) == 1 and None not in states and all(p.kind == "country" for p in draft.recipients):
        state = states.pop()
        inferred = [replace(p, country=state, inferred=p.inferred | {"country"}) for p in draft.actors]
        draft.actors, draft.recipients = inferred, []


def _own_rulers(draft: Draft) -> None:
    """Protesters rise against the rulers of their own state: "Iranians protesting against *the regime*"."""
    states = {p.country for p in draft.actors if p.country}
    if draft.type != "PROTEST" or len(states) != 1:
        return
    state = next(iter(states))
    draft.recipients = [
        replace(p, country=state)
        if p.head is not None
        and p.head.lemma in ("regime", "government")
        and not p.head.kids("amod", "compound", "poss", "prep")
        else p
        for p in draft.recipients
    ]


def _visitor(party: Party, draft: Draft) -> Party:
    """Who visits, without the state that was only guessed where that is the one visited."""
    hosts = {p.country for p in draft.recipients} | {draft.where.country if draft.where else None}
    guessed = "country" in party.inferred and party.kind in ("person", "office") and party.person
    if not guessed or party.country not in hosts or party.score > _KNOWN:
        return party
    return replace(party, country=None, inferred=party.inferred - {"country"})


def elsewhere(party: Party, sentence: Sentence, mentions: Mentions, home: str) -> Party:
    """Whose a bare body is that a government asks for something: "*The military* must release them".

    It is of the only state told near that is not `home`, the government's own.
    """
    if party.country not in (None, home) or party.kind not in ("group", "organisation"):
        return party
    head = party.head
    if head is None or head.pos != "NOUN" or head.kids("amod", "compound", "poss", "prep"):
        return party
    if not any(c.lower == "the" for c in head.kids("det")) or not is_local(party, mentions):
        return party
    before = mentions.parse.sentences[max(0, sentence.i - 1)]
    named = mentions.names_between(before.start, sentence.end)
    near = {p.country for p in named if p.country} - {home}
    return replace(party, country=None).with_country(near.pop()) if len(near) == 1 else party


def _not_own(party: Party, mentions: Mentions, home: str) -> Party:
    """Whom foreigners hold or harm, without the publisher's state if no words give it: "freed *soldiers*"."""
    head = party.head
    if party.country != home or party.kind != "group" or head is None or head.kids("poss", "det", "prep"):
        return party
    named = mentions.names_between(party.start, party.end)
    return party if any(p.country for p in named) else replace(party, country=None)


def _sites(draft: Draft) -> None:
    """A place that stands for whom an act is done to is of the state in which the act was; a paper is nobody.

    "fired missiles at *Shayrat Airfield*"; "withdrew from *the NPT*".
    """
    where = draft.where
    draft.recipients = [p for p in draft.recipients if p.country or p.head is None or not is_paper(p.head)]
    if where is None or where.country is None or where.span is None:
        return
    draft.recipients = [
        p.with_country(where.country)
        if p.sector is None and p.start < where.span.end and where.span.start < p.end
        else p
        for p in draft.recipients
    ]


def _counterparts(draft: Draft, mentions: Mentions) -> None:
    """ "her counterpart" is of the state where they met, or of the only other one near; never of her own."""
    sides = (draft.actors, draft.recipients)
    home = {p.country for p in draft.parties if p.country}
    for side in sides:
        for place, party in enumerate(side):
            if party.country or party.head is None or party.head.lemma not in _MATCHED:
                continue
            where = draft.where.country if draft.where is not None else None
            near = mentions.states_near(draft.sentence.i) - home
            state = where if where and where not in home else near.pop() if len(near) == 1 else None
            side[place] = party.with_country(state)


def _hosts(draft: Draft) -> None:
    """A foreign minister of no known state who meets others is of the place: "In Ankara, *he* met X"."""
    where = draft.where.country if draft.where is not None else None
    if draft.trigger.entry.type != "CONSULT" or where is None or where in {p.country for p in draft.parties}:
        return
    if any(p.country for p in draft.parties):
        draft.actors = [_host(p, where) for p in draft.actors]
        draft.recipients = [_host(p, where) for p in draft.recipients]
    draft.actors = [
        p.with_country(where)
        if p.country is None and p.person and not p.plural and _FOREIGN_MINISTER.match(p.office or "")
        else p
        for p in draft.actors
    ]


def _host(party: Party, state: str) -> Party:
    """Leaders without a state whom a visitor meets are of the place: "In Brazil, X met with *officials*"."""
    head = party.head
    ruling = party.country is None and party.kind == "group" and party.sector == "GOV" and head is not None
    if not ruling or head is None or head.lemma not in _RULERS or head.kids("prep", "compound", "amod"):
        return party
    return party.with_country(state)


def is_local(party: Party, mentions: Mentions) -> bool:
    """Whether a party is of one state, though its words may not tell of which."""
    if party.sector not in _LOCAL or party.kind not in ("group", "organisation", "office", "person"):
        return False
    if party.kind == "organisation" and party.score > 0.6:
        return False  # a body that is known and has no one state
    if party.kind == "person" and party.sector == "ELI" and party.score > _KNOWN:
        return False  # a former head of a body of many states
    if party.sector in _SERVING_MANY and _in_many(party, mentions):
        return False
    region = party.head is not None and party.head.tag == "NNP" and party.kind == "group"
    if party.start < 0 or (region and party.sector == "GOV"):  # "the Gulf"
        return False
    if party.sector == "PTY":
        return True  # "other leaders of the ruling party"
    words = mentions.doc.text[party.start : party.end].casefold().split()
    owned = party.head is not None and party.head.kids("prep") and not _in_many(party, mentions)
    if party.sector in _CIVIL or owned:  # "members *of the Action Committee*"
        words = [w for w in words if w != "members"]  # "*union* members"
    return not any(w.strip(".,'’\"") in _ABROAD for w in words)


def _in_many(party: Party, mentions: Mentions) -> bool:
    """Whether those named serve a known body of no one state: "*ISIL* fighters", "*Red Cross* doctors"."""
    named = (party, *mentions.names_between(party.start, party.end)) if party.start >= 0 else (party,)
    return any(p.sector in _OF_MANY and p.country is None and p.score >= _FAMOUS for p in named)


def _given(party: Party, state: str, mentions: Mentions) -> Party:
    if party.country or not is_local(party, mentions):
        return party
    holder, since = _ARMY_OF.get(state, (state, ""))
    held = party.sector == "MIL" and (mentions.doc.published or since)[:4] >= since
    return party.with_country(holder if held else state)


def _facing(draft: Draft) -> set[str]:
    """The state of the side that faces parties without one, where these act or suffer at home."""
    out: set[str] = set()
    if any(w.lemma in _BETWEEN_STATES for w in draft.trigger.words):
        return out
    for mine, theirs in ((draft.actors, draft.recipients), (draft.recipients, draft.actors)):
        bare = [p for p in mine if p.country is None]
        if not bare:
            continue
        if mine is draft.actors and any(_abroad(p, other) for p in bare for other in theirs):
            return set()
        struck = draft.type == "ASSAULT" and mine is draft.recipients
        if (
            struck
            and any(p.sector == "MIL" for p in bare)
            and all(p.sector in ("MIL", "GOV") for p in theirs)
        ):
            return set()  # no army bombs its own headquarters
        if mine is draft.recipients and draft.type in _OUTWARD and any(p.kind == "country" for p in theirs):
            return set()
        out |= {p.country for p in theirs if p.country and not visiting(p)}
    return out


def _abroad(bare: Party, other: Party) -> bool:
    """Whether a party without a state faces foreigners: "*Rebels* freed three Italian priests".

    Nobody calls his own state, its bodies or its people by the name of the state.
    """
    if other.country is None or "country" in other.inferred:
        return False
    near = (other.head, other.head.head) if other.head is not None else ()
    if any(t.lemma.lower() in word_set("places", "missions") or _of_mission(t) for t in near):
        return True
    if bare.sector not in _RULING | _ARMED:
        return False
    if other.kind == "country" or (other.head is not None and other.head.lemma in _ENVOYS):
        return True
    if other.sector in _CIVIL:
        return other.person is None
    official = other.kind in ("group", "organisation") and other.sector in _RULING | {"MIL"}
    return official and bare.sector in _RULING


def _of_mission(token: Token) -> bool:
    """Whether a thing is an embassy's: "pelted an American *embassy car*"."""
    return token.pos == "NOUN" and any(
        c.lemma.lower() in word_set("places", "missions") for c in token.kids("compound")
    )


def _on_border(words: str) -> bool:
    """Whether a place is a border, at which no one side is at home."""
    return not borders().isdisjoint(words.casefold().split())


def _state(draft: Draft, mentions: Mentions) -> str | None:
    if _coordinated(draft, mentions):
        return next(p.country for p in draft.actors if p.country)
    if (state := _told_from(draft, mentions)) is not None:
        return state
    others = {p.country for p in draft.parties if p.country}
    if _with_others(draft, mentions):
        return _partner(draft, mentions, others)
    where = draft.where.country if draft.where is not None else None
    hosted = draft.type == "AGREE" and where in others  # "the envoy struck a deal in Quito with Ecuador"
    if draft.where is not None and where and not hosted and not _on_border(draft.where.text or ""):
        return where
    if len(others) == 1 and _domestic(draft, mentions):
        return others.pop()
    if others:
        beyond = mentions.states_near(draft.sentence.i) - others
        if draft.type == "ASSAULT" and len(beyond) == 1 and all(p.kind == "country" for p in draft.actors):
            return beyond.pop()  # "*U.S.* airstrikes in Syria killed twenty militants"
        facing = _facing(draft)
        crowd = draft.type == "REQUEST" and all(p.sector in _CIVIL | {"OPP"} for p in draft.actors)
        if len(facing) == 1 and (draft.type in _DOMESTIC or crowd):
            return facing.pop()
        return _around(draft, mentions, others)
    near = mentions.states_near(draft.sentence.i, word_set("places", "missions") | borders())
    if len(near) == 1:
        state = near.pop()
        ahead = state not in mentions.states_near(
            draft.sentence.i, word_set("places", "missions") | borders(), after=0
        )
        return _provincial(draft, mentions) or (_ahead(draft, mentions, state) if ahead else state)
    scenes = mentions.sites.scenes(draft.sentence.i) if draft.type in _ON_SCENE else set()
    return scenes.pop() if len(scenes) == 1 else _filed(draft, mentions, alone=not near)


def _told_from(draft: Draft, mentions: Mentions) -> str | None:
    """The state of the town from which a sentence tells: "*From Havana*, the Government condemned"."""
    first = draft.sentence.tokens[0]
    if first.lower != "from" or first.rel != "prep" or any(p.country for p in draft.actors):
        return None
    town = first.child("pobj")
    states = {p.country for p in mentions.parties(town) if p.country} if town is not None else set()
    return states.pop() if len(states) == 1 else None


def _coordinated(draft: Draft, mentions: Mentions) -> bool:
    """Whether rebels act beside their own government: "*Chad's government and the rebels*"."""
    bare = [p for p in draft.actors if p.country is None and is_local(p, mentions)]
    named = [p for p in draft.actors if p.country]
    if len(named) != 1 or not bare or any(p.sector not in _AT_ODDS for p in bare):
        return False
    state = named[0].kind == "country" and draft.type in _TALKING
    ruling = named[0].kind in ("organisation", "group") and named[0].sector in _RULING | {"MIL"}
    heads = {p.head.first_conjunct.i for p in (*bare, *named) if p.head is not None}
    return (ruling or state) and len(heads) == 1


def _domestic(draft: Draft, mentions: Mentions) -> bool:
    """Whether parties without a state face a body of their own: "*Niger's court* ordered *the army*"."""
    bare = [p for p in draft.parties if p.country is None and is_local(p, mentions)]
    named = [p for p in draft.parties if p.country]
    if draft.type not in _AMONG_THEMSELVES or any("country" in p.inferred for p in named):
        return False
    if any(p.kind == "country" or (p.head is not None and p.head.lemma in _ENVOYS) for p in named):
        return False
    words = mentions.doc.text[named[0].start : named[0].end].casefold()
    if "foreign" in words or "ambassador" in words:
        return False
    if all(p.sector in _CIVIL for p in bare):
        return all(p.sector in _RULING for p in named)
    ruled = all(p.sector in _RULING | {"MIL"} for p in bare)
    return ruled and all(p.sector in ("JUD", "LEG", "OPP", "LAB", "COP") for p in named)


def _around(draft: Draft, mentions: Mentions, others: set[str]) -> str | None:
    """Whose police, rebels or government turn to foreigners: the only other state told, else the dateline's.

    "Greece recalled its envoy. *The government* accused Turkey."
    """
    bare = [p for p in draft.actors if p.country is None and is_local(p, mentions)]
    if not any(_abroad(p, other) for p in bare for other in draft.recipients):
        return None
    told = mentions.states_told(draft.sentence.i) - others
    return told.pop() if len(told) == 1 else _filed(draft, mentions)


def _filed(draft: Draft, mentions: Mentions, *, alone: bool = False) -> str | None:
    """The state from which the report was filed; a government's from its capital or `alone`.

    Alone is who is told where no state is: an office in a provincial paper is none of abroad.
    """
    place = mentions.filed(draft.sentence.i)
    if place is None:
        return None
    own = place.capital or alone or all(p.country or p.sector != "GOV" for p in draft.parties)
    return place.state if own else None


def _ahead(draft: Draft, mentions: Mentions, state: str) -> str:
    """The state of bare bodies where the only one near is told after them: the dateline's, or one before."""
    told = mentions.states_before(draft.sentence.i)
    return _filed(draft, mentions) or (told.pop() if len(told) == 1 else state)


def _provincial(draft: Draft, mentions: Mentions) -> str | None:
    """The state of a paper of the provinces, whose bare police and offices are its own."""
    place = mentions.filed(draft.sentence.i)
    return place.state if place is not None and not place.hub else None


def _partner(draft: Draft, mentions: Mentions, others: set[str]) -> str | None:
    """Whose bare forces or government act with those of another state: of the only other one, or the
    dateline's."""
    near = mentions.states_near(draft.sentence.i) - others
    place = mentions.filed(draft.sentence.i)
    if place is not None and place.state not in others:
        return place.state
    return near.pop() if len(near) == 1 else None


def _with_others(draft: Draft, mentions: Mentions) -> bool:
    """Whether bare forces act together with named ones of their kind, who are then another state's."""
    bare = [p for p in draft.actors if p.country is None and is_local(p, mentions)]
    named = [p for p in draft.actors if p.country]
    ruling = all(p.sector in _RULING | {"MIL"} for p in (*bare, *named))
    return draft.type in _JOINT and bool(bare) and bool(named) and ruling
