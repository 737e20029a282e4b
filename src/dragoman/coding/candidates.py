"""From triggers to drafts of events: the best entry of each trigger that finds its roles, and what to drop.

Dropped are: words that belong to another trigger, acts that are only asked for, promised, refused or
threatened (the asking is the event), and acts between parties of whom none is political.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.no_act import no_act
from dragoman.coding.no_conflict import CROWD_SECTORS
from dragoman.coding.party import Party
from dragoman.coding.roles import RoleFinder, Roles
from dragoman.coding.triggers import Trigger
from dragoman.language import Token
from dragoman.model.ontology import TYPES

#: types whose complement is what is asked, promised, refused or threatened, not something that happened
#: what is said of an act that was done
_THANKING = frozenset({"thank", "praise", "commend", "congratulate", "applaud", "hail", "laud", "salute",
                       "apologise", "apologize"})  # fmt: skip
_EMBEDDING = frozenset({"REQUEST", "AGREE", "REJECT", "THREATEN", "SUPPORT"})
#: types that a refusal refuses
_WILLED = frozenset({"CONCEDE", "RETREAT", "AGREE", "AID", "COOPERATE", "CONSULT", "SUPPORT"})
_WILL = frozenset({"will", "would", "wo", "shall", "wouldn't", "won't"})
_ANSWERING = frozenset({"respond", "react", "response", "reaction", "retaliate"})
_VOWING = frozenset({"vow", "swear", "pledge", "promise"})
_FORSAKING = frozenset({"abandon", "desert", "forsake", "betray"})
_SAID = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_DISCUSSING = frozenset({"discuss", "talk", "explore", "consult", "debate"})
_AVENGING = frozenset(
    {"revenge", "retaliate", "retaliation", "vengeance", "take", "exact", "respond", "reprisal"}
)
#: types whose other side may have been told before, and how sure the words must be then
_ANSWERED = frozenset({"SANCTION", "REQUEST", "ACCUSE", "THREATEN"})
_SURE = 0.7
_SITED = frozenset({"in", "at", "near", "on"})
_ALLEGING = frozenset({"allege", "investigate"})
#: sectors that are parties of an event only where the other side is political (GUIDELINES, rule 14)
_PRIVATE = frozenset({"BUS", "MNC", "JRN", "EDU", "MED", "SOC", "NGO", "CVL", "REL", "LAB", "AGR", "UNK"})
_FORCES = frozenset({"MIL", "COP", "SPY"})
_STORMING = frozenset({"storm", "clash", "battle", "hurl", "pelt", "break", "burst", "stone", "overrun"})
_ARMED = frozenset({"REB", "UAF", "COP", "MIL", "PRM"})
#: sectors that are political of themselves, whatever their state
_PUBLIC = frozenset({"IGO", "REB", "PRM", "MIL", "GOV", "PTY", "UAF", "PRE"})
#: sectors whose unions, churches and councils of elders are political bodies, as their members are not
_ORGANISED = frozenset({"LAB", "REL", "SOC", "AGR"})
_SPOKEN = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "ACCUSE"})
#: organs of a state that the text need not name, and the acts that are theirs
_ORGANS = frozenset({"JUD", "LEG", "COP", "SPY"})
_OF_ORGANS = frozenset({"ACCUSE", "SANCTION", "COERCE", "CONCEDE", "RETREAT", "REJECT", "REQUEST"})
_CROWDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})


#: prepositions of the meeting, call or visit in which something is said
_SETTING = frozenset({"in", "on", "over", "by", "via", "during"})


def alone_standing(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that are nested in others or double them."""
    return drop_nested(drop_doubles(drafts))


def propose(groups: Iterable[list[Trigger]], roles: RoleFinder) -> list[Draft]:
    """A draft of each trigger that finds its roles: what the lexicon proposes."""
    drafts = []
    for group in groups:
        chosen = choose([turned(trigger) for trigger in group], roles)
        if chosen is not None:
            drafts.append(draft_of(*chosen))
    return drafts


def turned(trigger: Trigger) -> Trigger:
    """The trigger, as a refusal where a will to cooperate or yield is negated: "will not lift the ban"."""
    token, entry = trigger.token, trigger.entry
    if entry.type == "AGREE" and token.pos in syntax.VERBAL:
        promised = syntax.complement(token)
        never = promised is not None and any(c.lower == "never" for c in promised.kids("neg", "advmod"))
        if never and token.lemma in _VOWING:
            return replace(trigger, entry=replace(entry, type="REJECT"))  # "vowed never to return"
        return trigger if entry.type not in _WILLED else _unwilled(trigger)
    return _unwilled(trigger)


def _unwilled(trigger: Trigger) -> Trigger:
    token, entry = trigger.token, trigger.entry
    if entry.type not in _WILLED or token.pos not in syntax.VERBAL or not syntax.negated(token):
        return trigger
    willed = any(c.rel == "aux" and c.lower in _WILL for c in token.children)
    if not willed and entry.type != "CONCEDE":
        return trigger
    if token.lemma in _FORSAKING:  # "will not *abandon* Chad" stands by it
        return replace(trigger, entry=replace(entry, type="SUPPORT", mode=None, status="occurred"))
    return replace(trigger, entry=replace(entry, type="REJECT", mode=None, status="occurred"))


def choose(group: list[Trigger], roles: RoleFinder) -> tuple[Trigger, Roles] | None:
    """The first entry of a trigger word that finds its roles."""
    tried = []
    for trigger in group:
        found = roles.fill(trigger)
        if found.reason is None and acceptable(trigger, found):
            return trigger, found
        tried.append((trigger, found))
    return next(((t, Roles(found.actors)) for t, found in tried if _open(t, found)), None)


def _open(trigger: Trigger, found: Roles) -> bool:
    """A state's act whose other side the text may have told before: "It *imposed sanctions*"."""
    entry = trigger.entry
    if entry.type not in _ANSWERED or entry.weight < _SURE or trigger.token.pos not in syntax.VERBAL:
        return False
    ruling = bool(found.actors) and all(p.country and p.sector == "GOV" for p in found.actors)
    if not ruling or found.recipients or no_act(trigger, found):
        return False
    return not (syntax.is_passive(trigger.token) or syntax.negated(trigger.token))


def acceptable(trigger: Trigger, roles: Roles) -> bool:
    """Whether the parties found make an event: the ones that its type needs, one of them political."""
    kind = trigger.entry.type or ""
    parties = (*roles.actors, *roles.recipients)
    if not roles.actors and TYPES[kind].recipient_required:
        return False
    facing = bool(roles.recipients) or len(roles.actors) > 1 or trigger.entry.alone
    if TYPES[kind].recipient_required and not facing:
        return False
    if no_act(trigger, roles):
        return False
    forced = kind == "PROTEST" and trigger.token.lemma in _STORMING
    if forced and roles.actors and all(p.sector in _FORCES for p in roles.actors):
        return False  # "commandos stormed the ship"
    wanted = trigger.entry.actor_is
    if wanted:
        return any(p.sector in wanted for p in roles.actors)
    if kind in _CROWDS and any(p.country or p.sector in _ARMED for p in parties):
        return True
    if kind == "PROTEST" and any(p.sector in CROWD_SECTORS for p in roles.actors):
        return True
    if kind in _OF_ORGANS and any(p.sector in _ORGANS for p in roles.actors):
        return True
    spoken = kind in _SPOKEN and (bool(trigger.entry.verb) or kind == "REQUEST")
    if spoken and any(_organised(p) for p in roles.actors):
        return True
    return any(_is_political(p) for p in parties)


def _organised(party: Party) -> bool:
    """Whether a party is a union, a church or a council of elders, not one of its members."""
    return party.sector in _ORGANISED and party.kind in ("organisation", "group")


def _is_political(party: Party) -> bool:
    if party.kind == "country":
        return True
    if party.kind == "group" and party.head is not None and party.head.tag == "NNPS":
        return True  # a people within a state: "*Ethnic Serbs*"
    if party.sector is None or party.sector in _PRIVATE:
        return False
    return bool(party.country) or party.sector in _PUBLIC


def draft_of(trigger: Trigger, roles: Roles) -> Draft:
    """The event that an entry makes of its trigger and roles."""
    entry = trigger.entry
    actors, recipients = list(roles.actors), list(roles.recipients)
    if entry.type == "CONSULT" and entry.mode != "visit":
        actors, recipients = actors + recipients, []
    complete = 1.0 if recipients or len(actors) > 1 else 0.85
    known = sum(1 for p in (*actors, *recipients) if p.country or p.sector == "IGO")
    share = known / max(1, len(actors) + len(recipients))
    confidence = round(entry.weight * complete * (0.7 + 0.3 * share), 3)
    kind, mode = entry.type or "", entry.mode
    if _joint(trigger, roles):
        kind, mode, recipients = "COOPERATE", None, []
    draft = Draft(trigger, kind, mode, actors, recipients, entry.id, confidence)
    needed = entry.type in _ANSWERED and TYPES[entry.type].recipient_required
    draft.open = needed and not recipients and len(actors) < 2 and not entry.alone
    return draft


def _joint(trigger: Trigger, roles: Roles) -> bool:
    """Whether several states hold a drill together: "the navies *of Peru and Chile* conducted a drill"."""
    heads = {p.head.first_conjunct.i for p in roles.actors if p.head is not None}
    states = {p.country for p in roles.actors if p.country}
    near = all(p.country is None or p.country in states for p in roles.recipients)  # "off *Arica*"
    joined = len(heads) == 1 and len(states) > 1 and near
    return trigger.entry.id.startswith(("mobilize.drill", "mobilize.war-games")) and joined


def drop_doubles(drafts: list[Draft]) -> list[Draft]:
    """Leave out triggers whose word is part of another trigger, or its object with the same type."""
    for draft in drafts:
        _hand_over(draft, drafts)
    out = []
    for draft in drafts:
        inside = any(
            other is not draft
            and not _of_others(draft, other)
            and not _own_words(draft, other)
            and (
                (draft.token in other.trigger.words)
                or (_object_of(draft.token, other.token) and _same_act(draft, other))
                or _agent_of(draft, other)
                or _sent_by(draft, other)
                or _withheld(draft, other)
                or _eased(draft, other)
                or _told_by_blow(draft, other)
                or _paired(draft, other)
            )
            for other in drafts
            if other.sentence is draft.sentence
        )
        if not inside:
            out.append(draft)
    return out


def _of_others(pact: Draft, judged: Draft) -> bool:
    """Whether an act is of others than who judges it: "welcomed the *deal between Chad and Mali*"."""
    if judged.type not in ("SUPPORT", "ACCUSE") or pact.type == judged.type:
        return False
    if len(pact.countries) < 2 if pact.type == "AGREE" else not (pact.actors and judged.token.rel == "relcl"):
        return False
    acting = frozenset(p.country or (p.name or "").casefold() for p in judged.actors)
    return bool(acting) and not acting & pact.countries and pact.token.pos == "NOUN"


def _hand_over(noun: Draft, drafts: list[Draft]) -> None:
    """Give a verb without an actor that of the act its noun tells: "killed in a *Sudanese raid*"."""
    for verb in drafts:
        if (
            not verb.actors
            and noun.actors
            and noun.type == verb.type
            and noun.sentence is verb.sentence
            and _object_of(noun.token, verb.token)
            and _same_act(noun, verb)
        ):
            verb.actors = list(noun.actors)


def _object_of(token: Token, verb: Token) -> bool:
    top = token
    for _ in range(3):
        if top.head is verb:
            return top.rel in ("obj", "subjpass", "attr", "prep", "agent", "acomp", "xcomp")
        if top.head is top or top.rel not in ("pobj", "conj", "prep", "compound"):
            return False
        top = top.head
    return False


def _agent_of(noun: Draft, verb: Draft) -> bool:
    """Whether the noun is the blow that the verb tells: "a US *strike* hit two lorries"."""
    return (
        noun.token.head is verb.token and noun.token.rel == "subj"
        and noun.type == verb.type == "ASSAULT" and not noun.recipients
    )  # fmt: skip


def _sent_by(noun: Draft, verb: Draft) -> bool:
    """Whether the noun names those whose act the verb tells: "*contingents* of troops arrived in Lima"."""
    acting = noun.token.head is verb.token and noun.token.rel in ("subj", "subjpass")
    return acting and noun.type == verb.type and noun.countries == verb.countries


def _withheld(aid: Draft, verb: Draft) -> bool:
    """Whether aid is what a sanction takes away: "suspended $5 million in *aid* to Chad"."""
    if aid.type != "AID" or verb.type != "SANCTION" or aid.token.pos != "NOUN":
        return False
    target = syntax.direct_object(verb.token)
    taken = target is not None and (aid.token is target or target in aid.token.ancestors())
    return taken and aid.countries <= verb.countries


def _eased(measure: Draft, verb: Draft) -> bool:
    """Whether a measure is what is eased: "suspended the *freeze* under the *sanctions* on Fiji".

    Those whom it was against are then those who are yielded to.
    """
    if verb.type != "CONCEDE" or measure.type not in ("SANCTION", "COERCE") or measure.token.pos != "NOUN":
        return False
    target = syntax.direct_object(verb.token) or verb.token.child("subjpass")
    above = (measure.token, *measure.token.ancestors())
    under = any(t.lower == "under" and t.head is verb.token for t in above)
    if not under and (target is None or target not in above):
        return False
    if not verb.recipients:
        acting = {p.country for p in verb.actors}
        verb.recipients = [p for p in measure.recipients if p.country not in acting]
    return True


def _told_by_blow(verb: Draft, noun: Draft) -> bool:
    """Whether a verb only tells whom a blow hit that its noun places: "an *attack in Baghdad* killed ten".

    Whom the verb names is then whom the blow hit.
    """
    if not verb.recipients or noun.token.head is not verb.token or noun.token.rel != "subj":
        return False
    if not noun.type == verb.type == "ASSAULT" or not noun.recipients:
        return False
    if not all(_there(p, noun.token) for p in noun.recipients):
        return False
    noun.recipients = list(verb.recipients)
    return True


def _paired(second: Draft, first: Draft) -> bool:
    """Whether two verbs of aid tell of one: "are *advising and assisting* the army"."""
    joined = second.token.rel == "conj" and second.token.head is first.token
    return joined and second.type == first.type == "AID" and second.token.tag == first.token.tag == "VBG"


def _there(party: Party, noun: Token) -> bool:
    """Whether somebody is but where a blow fell: "an attack *in Baghdad* killed ten"."""
    head = party.head
    return head is not None and head.rel == "pobj" and head.head.lower in _SITED and head.head.head is noun


def _same_act(noun: Draft, verb: Draft) -> bool:
    if noun.type == verb.type:
        return bool(noun.countries & verb.countries) or not noun.countries
    if verb.type != "SUPPORT" or noun.type not in ("AGREE", "COOPERATE"):
        return False
    acting = frozenset(p.country or (p.name or "").casefold() for p in verb.actors)
    return not noun.countries or (noun.countries <= verb.countries and bool(acting & noun.countries))


def drop_nested(drafts: list[Draft]) -> list[Draft]:
    """Leave out acts that stand only in the content of a request, a promise, a refusal or a threat."""
    by_token = {d.token.i: d for d in drafts}
    kept = [d for d in drafts if not _nested(d, by_token)]
    for draft in kept:
        _asked_of(draft, by_token)
    return kept


def _asked_of(draft: Draft, by_token: dict[int, Draft]) -> None:
    """Whoever refuses or meets a request is asked: "*Cuba* rejected Canadian demands to scrap the pact"."""
    if draft.type != "REQUEST":
        return
    above = next((by_token[t.i] for t in draft.token.ancestors() if t.i in by_token), None)
    if above is not None and above is not draft and _own_words(draft, above):
        draft.recipients = list(above.actors)


def _nested(draft: Draft, by_token: dict[int, Draft]) -> bool:
    below = draft.token
    for steps, above in enumerate(draft.token.ancestors(), 1):
        outer = by_token.get(above.i)
        if draft.type == "ACCUSE" and below.rel == "advcl" and below.tag == "VBG" and below is draft.token:
            return False  # "rejected the plan, *accusing* France of bias"
        if outer is not None and outer is not draft:
            if outer.type in _EMBEDDING and _complement(below, draft.token, above):
                if _own_words(draft, outer) or _setting(draft, below):
                    return False
                if _thanked_for(draft, below, outer):
                    return False
                return outer.type != "SUPPORT" or _spoken(below, draft.token)
            if outer.type == "ACCUSE" and outer.mode in _ALLEGING and _complement(below, draft.token, above):
                return below.rel in ("prep", "xcomp", "ccomp", "pcomp")
        topic = above.lemma in _DISCUSSING and draft.token.tag in ("VB", "VBG")
        if topic and draft.type not in _SAID and below.rel in ("obj", "prep", "ccomp", "pcomp"):
            return True  # "will discuss means for *expanding* cooperation"
        new = any(c.lower in ("a", "an", "any") for c in draft.token.kids("det"))
        if above.lemma in _ANSWERING and below.rel == "prep" and draft.token.pos == "NOUN" and not new:
            return False  # "vowed to respond to *the attack*", which has been
        if below.rel in ("relcl", "advcl", "parataxis") and syntax.is_verb(below) and below.tag != "VB":
            return False
        below = above
        if steps > 10:
            return False
    return False


def _own_words(draft: Draft, outer: Draft) -> bool:
    """Whether a request is another's, made before it is refused or met: "rejected *Cuba's plea*"."""
    if draft.type != "REQUEST" or draft.token.pos in syntax.VERBAL or outer.type not in ("REJECT", "AGREE"):
        return False
    return bool(draft.actors) and all(_another(p, outer.actors) for p in draft.actors)


def _another(party: Party, others: Sequence[Party]) -> bool:
    """Whether somebody of a state is none of some parties: of another state, or another person or body."""
    if not party.country:
        return False
    return all(
        other.country != party.country
        or (party.kind != "country" and other.kind != "country" and not party.same_as(other))
        for other in others
    )


def _setting(draft: Draft, below: Token) -> bool:
    """Whether a meeting is where something was said, not what: "warned, *in talks with X*, of"."""
    if draft.type != "CONSULT" or draft.token.pos in syntax.VERBAL or draft.status != "occurred":
        return False
    return below.rel == "prep" and below.lower in _SETTING and draft.token.head is below


def _thanked_for(draft: Draft, below: Token, outer: Draft) -> bool:
    """Whether somebody is thanked for the act, which he did: "thanked Chad for *freeing* the crew"."""
    done = draft.token.rel == "pcomp" and draft.token.head is below and below.lower == "for"
    return done and outer.type == "SUPPORT" and outer.token.lemma in _THANKING and bool(draft.recipients)


def _spoken(below: Token, inner: Token) -> bool:
    """Whether an act stands in what a word of support is about: "commitment to *helping*", "importance of
    *aid*"."""
    if below.rel in ("xcomp", "acl"):
        return below.tag == "VB"
    if inner.rel == "pcomp":
        return True
    return below.rel == "prep" and below.lower in ("of", "to", "for") and inner.tag == "VBG"


def _complement(below: Token, inner: Token, above: Token) -> bool:
    """Whether the way down from a speech act goes through its complement, not its subject or an aside."""
    if below.rel in ("subj", "subjpass", "agent", "poss", "conj"):
        return False
    if below.rel == "prep" and below.lower in (
        "after",
        "following",
        "since",
        "before",
        "during",
        "at",
        "amid",
    ):
        return False
    avenged = below.rel == "prep" and below.lower in ("for", "over") and above.lemma in _AVENGING
    return not avenged and not (below.rel == "advcl" and below.tag not in ("VB", "VBG"))
