"""Words of an act that tell of none: games, aims, offers, arms that back troops, calls on somebody.

Those of hostile acts and of leaving are in `dragoman.coding.no_conflict`.

Each check looks at the trigger and at who was found for its roles, for the type that its entry gives it.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding import syntax
from dragoman.coding.calls import calls_thing, other_call, to_call_with, to_say
from dragoman.coding.no_conflict import (
    MISHAPS,
    PEOPLE,
    is_crowd,
    no_assault,
    no_coercion,
    no_mobilization,
    no_protest,
    no_retreat,
    no_sanction,
    no_threat,
)  # fmt: skip
from dragoman.coding.party import Party
from dragoman.coding.roles import Roles
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import word_set
from dragoman.language import Token
from dragoman.language.titles import TITLES

_COOPERATIVE = frozenset({"SUPPORT", "AGREE", "COOPERATE"})
#: relations by which a clause is what a noun or a preposition is about
_MATTERS = frozenset({"pcomp", "acl"})
_AGREEING = frozenset({"agree", "commit", "pledge", "promise", "vow", "resolve", "undertake"})
#: what markets demand
_GOODS = frozenset({
    "gas", "oil", "energy", "fuel", "electricity", "power", "good", "goods", "product", "food", "coal",
    "steel", "water", "housing", "labour", "labor", "credit", "dollar", "export", "import", "grain", "chip",
    "metal", "mineral", "wheat", "petrol", "service", "car", "vehicle", "worker", "crude",
})  # fmt: skip
_FAR = 4  # steps from a verb up to the clause that it belongs to
_MARGINS = frozenset({"margin", "sideline", "fringe"})
_HOSTING = frozenset({"receive", "welcome", "host"})
_ENVOYS = frozenset({"minister", "ambassador", "commissioner", "envoy", "consul", "chargé", "representative"})
_RESIDENTS = frozenset({"consul", "vice-consul", "chargé", "charge"})
_APPOINTING = frozenset({"appoint", "name", "nominate", "send", "designate"})
_TALKING_OVER = frozenset({"discuss", "review", "debate"})
_PROTESTING = frozenset({"protest", "rally", "march"})
_GAMES = frozenset(
    {"semi-final", "semifinal", "quarter-final", "quarterfinal", "final", "qualifier", "match", "playoff"}
)
_TRADE = frozenset({"trade", "export", "import", "commerce"})
_AMOUNTING = frozenset({"be", "amount", "stand", "total", "come", "remain"})
_NAMING = frozenset({"name", "identify", "quote", "cite"})
_SAYING_MORE = frozenset({"comment", "elaborate", "say", "specify", "speculate"})
_GIVING_OUT = frozenset(
    {"give", "provide", "release", "disclose", "reveal", "name", "identify", "discuss", "offer"}
)
_DETAILS = frozenset({
    "detail", "name", "information", "comment", "figure", "number", "identity", "explanation", "particular",
    "specific", "clue", "timetable", "matter", "case",
})  # fmt: skip
_PRICES = frozenset({"fare", "price", "fee", "rent", "tip", "cent", "penny"})
_LETTING = frozenset({"allow", "permit", "let", "enable"})
_SELLING = frozenset({"sell", "buy", "import", "export", "trade", "purchase"})
_TAKING = frozenset({"take", "assume", "have", "get"})
_ENGAGED = frozenset({"engage", "live", "specialise", "specialize", "work", "involve", "deal"})
_TOURING = frozenset(
    {"tourist", "pilgrim", "passenger", "holidaymaker", "fan", "traveller", "traveler", "worshipper"}
)
#: what talks are wanted by, and how envoys come home
_FOR_TALKS = frozenset({
    "proposal", "prospect", "plan", "basis", "venue", "framework", "condition", "invitation", "offer", "idea",
    "mandate", "demand", "push",
})  # fmt: skip
_CALLING_HOME = frozenset({"call", "recall", "withdraw", "summon", "return"})
_BACKING, _CREDENTIALS, _STEPPING_UP = "support.back", "official.credentials", "agree.step-up"
_TRAVEL = "consult.travel"
_MATTERS_OF = frozenset({
    "issue", "question", "matter", "development", "prospect", "volume", "arrangement", "state", "level",
    "area", "field", "importance", "value", "history", "terms", "possibility", "way", "promotion",
    "expansion", "strengthening", "deepening",
})  # fmt: skip
_BROKERS = frozenset(
    {"facilitator", "mediator", "broker", "sponsor", "host", "venue", "organiser", "organizer"}
)
_RISING_TO = frozenset({"meet", "face", "confront", "tackle", "address"})
_TASKS = frozenset({"challenge", "need", "goal", "target", "demand", "task", "moment", "test", "threat"})
_WILLS = frozenset({
    "determination", "readiness", "willingness", "intention", "resolve", "commitment", "preparedness",
    "eagerness", "dedication",
})  # fmt: skip
_PRAISING = frozenset({
    "commend", "praise", "applaud", "laud", "hail", "welcome", "thank", "appreciate", "salute",
    "appreciation", "gratitude", "thanks", "admiration", "congratulate",
})  # fmt: skip

_GRAVES = frozenset({"shrine", "grave", "tomb", "cemetery", "mausoleum", "memorial", "monument"})
_WORRIES = frozenset({"concern", "worry", "sadness", "distress", "concerned", "worried", "saddened"})
_ABOUT = frozenset({"for", "over", "about", "regarding", "at", "by"})
_SUFFERING = frozenset({
    "victim", "health", "condition", "illness", "well-being", "wellbeing", "welfare", "survivor", "family",
    "injured", "missing", "sick", "ailing", "trapped", "stranded", "wounded", "bereaved", "displaced",
})  # fmt: skip


def no_act(trigger: Trigger, roles: Roles) -> bool:
    """Whether the words tell of no act of their type by those who were found."""
    check = _CHECKS.get(trigger.entry.type or "")
    if trigger.entry.mode == "resign" and all(p.kind == "country" for p in roles.actors):
        return True  # "Burundi quit the court"
    if _of_office(trigger.token) or _only_matter(trigger, roles):
        return True
    return check is not None and check(trigger, roles)


def _only_matter(trigger: Trigger, roles: Roles) -> bool:
    """Whether a cooperative act is but the matter of another: "discussed work *on enhancing cooperation*"."""
    verb = trigger.token
    if trigger.entry.type not in _COOPERATIVE or roles.recipients:
        return False
    first = verb.first_conjunct
    agreed = first.head if first.rel == "xcomp" else first
    bare = verb.tag in ("VB", "VBP") and verb.child("subj", "aux") is None
    if bare and first is not verb and agreed.lemma in _AGREEING and agreed.tag == "VBD":
        return True  # "agreed to fight it, *collaborate* on vaccines and ..."
    if verb.tag not in ("VB", "VBG"):
        return False
    if verb.rel == "pcomp" and verb.head.lower == "by" and syntax.is_verb(verb.head.head):
        return False  # "closed the summit *by signing* a treaty"
    path: list[str] = []
    while verb.head is not verb and verb.tag in ("VB", "VBG", "IN", "TO", "NN", "NNS") and len(path) < _FAR:
        if any(c.lower != "to" for c in verb.kids("aux")):
            break
        path.append(verb.rel)
        verb = verb.head
    return len(path) > 1 and not _MATTERS.isdisjoint(path)


def _of_office(token: Token) -> bool:
    """Whether a word is but what an office is for: "the Minister of State for *Trade*"."""
    office = token.head.head
    charged = token.rel == "pobj" and token.head.lower in ("for", "of") and office.tag == "NNP"
    return charged and token.tag in ("NNP", "NNPS") and office.lower in TITLES


def _out_of_question(talks: Token) -> bool:
    """ "*Talks* were out of the question", "no question of *talks*"."""
    if talks.rel == "pobj" and talks.head.head.lemma == "question":
        return any(c.lower == "no" for c in talks.head.head.kids("det"))
    if talks.rel != "subj":
        return False
    return any(t.lemma == "question" and t.rel == "pobj" for t in talks.head.subtree() if t.i > talks.head.i)


def _consult(trigger: Trigger, roles: Roles) -> bool:
    token, entry = trigger.token, trigger.entry
    if _out_of_question(token):
        return True
    if token.lemma == "call" and any(c.lower in ("off", "up", "out") for c in token.kids("prt")):
        return True  # "talks that he *called off*"
    inward = [t for p in token.kids("prep") if p.lower == "in" for t in p.kids("pobj")]
    if token.lemma == "call" and any(t.lemma.lower() in _ENVOYS | {"affaires"} for t in inward):
        return True  # "*called in* the ambassador"
    if _beside(token) or any(t.lemma in _GAMES and t.pos == "NOUN" for t in token.subtree()):
        return True
    named = token.lemma == "call" and (token.child("oprd") is not None or calls_thing(trigger))
    if named or (token.lemma == "call" and other_call(trigger, roles)):
        return True  # "called it a betrayal"
    if token.lemma == "delegation" and token.tag == "NNP" and _in_place(token):
        return True  # "the Head of the *Delegation* in Caracas"
    if token.rel == "pobj" and token.head.lower == "of" and token.head.head.lemma in _BROKERS:
        return True  # "its role as facilitator of the *talks*"
    if token.lemma == "speak" and not roles.recipients and not any(p.country for p in roles.actors):
        return True  # "freedom, of which our partners *speak* so much"
    if token.lemma == "share" and any(_one_view(t) for t in token.kids("obj")):
        return True  # "*shared the view* that he must go"
    if entry.noun and _only_proposed(token):
        return True
    if token.lemma == "process" and not syntax.prep_objects(token, "between"):
        return True  # "a mediator in the Darfur peace *process*"
    if token.lemma in _TALKING_OVER and not entry.recipient and _only_topic(trigger, roles):
        return True  # "ministers *discussed* the bill", "they *discussed* trade"
    if entry.mode == "phone" and roles.actors and all(p.sector == "CVL" for p in roles.actors):
        return True  # "*nationals* may contact the embassy"
    if entry.mode != "visit":
        return False
    armed = all(p.sector == "MIL" and p.kind == "group" for p in roles.actors)
    if entry.verb and armed:
        return True  # "*tanks* rolled into Lebanon"
    on_the_way = any(c.tag in ("VBZ", "VBP") for c in token.kids("aux"))  # "is going to Ireland"
    if trigger.entry.id == _TRAVEL and token.tag == "VBG" and not on_the_way:
        return True  # "the plane in which he was *travelling* to Rome"
    if roles.actors and all(map(_tours, roles.actors)):
        return True  # "500 *tourists* went to the mountain"
    if token.lemma == "join" and any(c.rel == "pcomp" for p in token.kids("prep") for c in p.children):
        return True  # "*joined* Chad in urging"
    if token.lemma == "return" and syntax.direct_object(token) is not None:
        return True  # "*returned* the island to Japan"
    if token.lemma == "arrive" and any(t.lemma in ("asylum", "refuge") for t in token.subtree()):
        return True  # "*arrived* in Chad seeking asylum"
    if token.lemma == "arrive" and roles.actors and all(map(_resident, roles.actors)):
        return True  # "*Consul* A arrived in Algiers"
    offices = syntax.prep_objects(token, "as") if token.lemma == "receive" else []
    if any(t.lemma in _ENVOYS | {"affaires"} for t in offices):
        return True  # "*received* A as Chargé d'Affaires"
    return token.lemma in _HOSTING and all(p.kind == "country" for p in roles.actors)  # "received Libya"


def _one_view(view: Token) -> bool:
    """Whether what two share is one opinion, told next."""
    return (
        view.lemma in ("view", "opinion", "assessment")
        and view.tag == "NN"
        and view.child("acl", "ccomp", "relcl") is not None
    )


def _only_proposed(talks: Token) -> bool:
    """Whether talks are but for what something is: "a plan for *talks*", "recalled *for consultations*"."""
    if talks.rel != "pobj" or talks.head.lower != "for":
        return False
    above = talks.head.head
    return above.lemma in _FOR_TALKS or (talks.lemma == "consultation" and above.lemma in _CALLING_HOME)


def _tours(party: Party) -> bool:
    """Whether those who travel visit nobody: tourists, people without an office."""
    if party.head is None:
        return False
    people = party.sector == "CVL" and party.kind == "group" and party.plural
    return people or party.head.lemma in _TOURING


def _in_place(mission: Token) -> bool:
    """Whether a mission is told by the state where it sits, or stands as whose somebody is the head."""
    return mission.rel == "pobj" or any(c.lower in ("in", "to") for c in mission.kids("prep"))


def _agree(trigger: Trigger, roles: Roles) -> bool:
    """Whether a will is but what somebody is praised for: "commended *his determination* to help"."""
    if trigger.token.lemma == "expect" and _watching(syntax.surface_subject(trigger.token)):
        return True  # "*diplomats expect* Chad to resume aid"
    if trigger.entry.verb and trigger.entry.clause == "that" and all(map(_learned, roles.actors)):
        return True  # "many *scholars agree* that"
    draughted = trigger.token.tag == "VB" or trigger.token.first_conjunct.rel == "acl"
    if trigger.token.lemma == "negotiate" and draughted and not roles.recipients:
        return True  # "appointed him to *negotiate* a treaty", "a treaty *negotiated* by A"
    if trigger.entry.id == _STEPPING_UP and trigger.token.tag == "VBG" and trigger.token.child("aux") is None:
        return True  # "praised his work of *strengthening* ties"
    met = trigger.token.child("xcomp") if trigger.entry.adjective else None
    thing = syntax.direct_object(met) if met is not None and met.lemma in _RISING_TO else None
    if thing is not None and thing.lemma in _TASKS:
        return True  # "is *prepared* to meet the challenge"
    noun = trigger.token.first_conjunct
    if not trigger.entry.noun or trigger.token.lemma not in _WILLS:
        return False
    above = noun.head.head if noun.rel == "pobj" else noun.head
    return noun.rel in ("obj", "pobj") and above.lemma in _PRAISING


def _learned(party: Party) -> bool:
    """Whether somebody but judges what others do: scholars, experts, the press."""
    return party.sector in ("EDU", "JRN", "CVL", None) and party.country is None


def _only_topic(trigger: Trigger, roles: Roles) -> bool:
    """Whether what is discussed is but a topic: of one side, of a meeting told already, or to come."""
    subject = syntax.surface_subject(trigger.token)
    told = subject is None or trigger.token.tag == "VB"
    return told or len({p.country or p.name for p in roles.actors}) < 2


def _resident(party: Party) -> bool:
    """Whether somebody comes to stay: a consul, a chargé."""
    return bool(_RESIDENTS & set((party.office or "").casefold().split()))


def _request(trigger: Trigger, roles: Roles) -> bool:
    if trigger.entry.noun and trigger.token.lemma == "demand":
        wanted = syntax.prep_objects(trigger.token, "for")
        return bool(wanted) and all(t.lemma in _GOODS for t in wanted)  # "Europe's demand for gas"
    hidden = trigger.token.child("xcomp") if trigger.token.lemma in ("ask", "request") else None
    if hidden is not None and hidden.lemma in _NAMING and syntax.is_passive(hidden):
        return True  # "an envoy who *asked not to be named*"
    if trigger.token.lemma == "call" and any(t.lower == "what" for t in trigger.token.kids("obj", "oprd")):
        return True  # "which is *what Germany calls* being civil"
    wanted = [*syntax.prep_objects(trigger.token, "for"), *trigger.token.kids("obj")]
    if trigger.token.lemma == "ask" and any(t.lemma in _PRICES for t in wanted):
        return True  # "drivers were *asking for* thrice the fare"
    if trigger.token.lemma == "call" and trigger.entry.verb and to_call_with(trigger.token):
        return True  # "the envoy *called on* the minister to express concern"
    if trigger.token.lemma == "expect" and _watching(syntax.surface_subject(trigger.token)):
        return True  # "*analysts expect* the council to meet"
    if trigger.token.rel == "relcl" and trigger.token.tag == "VBP" and is_crowd(roles):
        return True  # "the migrants *who seek* asylum in Peru"
    return trigger.token.lemma == "call" and (calls_thing(trigger) or other_call(trigger, roles))


def _watching(subject: Token | None) -> bool:
    """Whether somebody only watches what others do: analysts, observers, diplomats, markets."""
    return subject is not None and subject.lemma.lower() in word_set("attribution", "watchers")


def _reject(trigger: Trigger, roles: Roles) -> bool:
    token = trigger.token
    if token.lemma in ("hesitate", "rule", "exclude") and syntax.negated(token) and not trigger.entry.negated:
        return True  # "did not *hesitate* to", "do not *rule out* a raid"
    denied = token.child("xcomp") if token.lemma == "deny" else None
    if denied is not None and denied.tag == "VBG":
        return True  # "*denies* having left"
    hidden = token.child("xcomp") if token.lemma in ("decline", "refuse") else None
    if hidden is not None and hidden.lemma in _NAMING and syntax.is_passive(hidden):
        return True  # "who *declined to be quoted* by name"
    if hidden is not None and _kept_back(hidden):
        return True  # "*declining to give details*"
    if token.lemma == "agree" and trigger.entry.negated and syntax.prep_objects(token, "on"):
        return True  # "had *not agreed on* the terms of union"
    willed = any(c.tag == "MD" for c in token.kids("aux"))
    if token.lemma == "support" and trigger.entry.negated and not willed:
        return True  # "*does not support* the rebels"
    thing = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
    return thing is not None and thing.lemma.endswith("ism") and thing.child("det", "poss") is None


def _kept_back(verb: Token) -> bool:
    """Whether what is declined is only to say something more: that is left open, nobody is refused."""
    thing = verb.child("obj")
    told = thing is not None and thing.lemma in _DETAILS
    return verb.lemma in _SAYING_MORE or (verb.lemma in _GIVING_OUT and told)


def _accuse(trigger: Trigger, roles: Roles) -> bool:
    """Protesting of crowds is a protest, concern for those who suffer no charge."""
    if trigger.token.lemma == "call" and to_say(trigger.token):
        return True  # "*called* the premier to express his outrage"
    token = trigger.token
    blamed = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
    if blamed is not None and blamed.lower in ("nobody", "none"):
        return True  # "*blamed nobody* in particular"
    held = token.lemma == "hold" and token.tag in ("VB", "VBG")
    if held and any(t.lower == "accountable" for t in token.subtree()):
        return True  # "will *hold* them *accountable*"
    if token.lemma == "charge" and token.rel == "obj" and token.head.lemma in _TAKING:
        return True  # "*took charge* of the government"
    if trigger.entry.adjective and "speaker" in trigger.entry.actor:
        judged = any(p.country or p.sector in ("IGO", "REB") for p in roles.recipients)
        return token.first_conjunct.rel == "amod" or not judged  # "condemned the *unjustified* attack"
    return (token.lemma in _PROTESTING and is_crowd(roles)) or _cares(trigger)


def _cares(trigger: Trigger) -> bool:
    """Whether concern is for people: "concern for *the victims*", "about the *health* of the premier"."""
    worry = next((t for t in (trigger.token, *trigger.words) if t.lemma in _WORRIES), None)
    if worry is None:
        return False
    preps = [p for t in {trigger.token, worry} for p in t.kids("prep") if p.lower in _ABOUT]
    return any(
        t.lemma in _SUFFERING | MISHAPS or not _SUFFERING.isdisjoint(c.lower for c in t.kids("amod"))
        for p in preps
        for t in p.kids("pobj")
    )


def _private(trigger: Trigger, roles: Roles) -> bool:
    """What unnamed firms or people do by whom others are described: "*firms that support* the army"."""
    nameless = all(p.sector in ("BUS", "MNC", "CVL", None) and not p.country for p in roles.actors)
    return trigger.token.rel == "relcl" and bool(roles.actors) and nameless


def _aid(trigger: Trigger, roles: Roles) -> bool:
    return _private(trigger, roles)


def _cooperate(trigger: Trigger, roles: Roles) -> bool:
    """Goods that go from one to another are no cooperation: "Chad's *exports* fell", "engaged in *trade*"."""
    token = trigger.token
    private = all(p.sector in ("CVL", None) and not p.country for p in roles.actors)
    if trigger.entry.verb and token.lemma in _SELLING and private:
        return True  # "Madam Siti, who *sells* fish from Thailand"
    named = token.tag in ("NNP", "NNPS") and token.rel == "pobj" and token.head.lower in ("of", "for")
    if trigger.entry.noun and (named or _only_topical(token)):
        return True  # "a Treaty of *Commerce*", "the development of *cooperation*"
    if trigger.entry.verb and _only_aimed(token):
        return True  # "stronger *when we work together*", "its commitment *to partnering* with them"
    if token.lemma in _TRADE and token.rel == "subj" and token.head.lemma in _AMOUNTING:
        return True  # "*Trade* between the two was worth some millions"
    if token.lemma not in _TRADE or not trigger.entry.noun or syntax.prep_objects(token, "between"):
        return False
    return token.rel in ("subj", "subjpass") or (token.rel == "pobj" and token.head.head.lemma in _ENGAGED)


def _told_aside(backing: Token) -> bool:
    """Whether backing but describes: "forces *that support* Chad", "the work *to support* it"."""
    verb = backing.first_conjunct
    if verb.rel == "acl":
        return verb.tag in ("VB", "VBN")
    return verb.rel == "relcl" and syntax.own_subject(verb) in (None, verb.head)


def _only_topical(noun: Token) -> bool:
    """Whether what two do together is but what a matter, a number or a paper is of: "issues of *trade*"."""
    return (
        noun.rel == "pobj" and noun.head.lower in ("of", "on", "for") and noun.head.head.lemma in _MATTERS_OF
    )


def _of_the_dead(verb: Token) -> bool:
    """Whether something is done at a grave or a shrine: "paid homage *at a shrine*"."""
    places = (t for p in verb.kids("prep") if p.lower in ("at", "before", "in") for t in p.kids("pobj"))
    return any(t.lemma in _GRAVES for t in places)


def _only_aimed(backing: Token) -> bool:
    """Whether backing somebody is but what one is committed to: "its commitment *to defending* it"."""
    gerund = backing.tag == "VBG" and backing.rel in ("pcomp", "conj")
    marks = {c.lower for c in backing.kids("mark", "advmod")} if backing.rel == "advcl" else set()
    return gerund or (backing.tag == "VBP" and not marks.isdisjoint(("as", "when", "while")))


def _own_land(noun: Token | None) -> bool:
    """Whether what is defended is the defender's own: "their country", "itself"."""
    if noun is None:
        return False
    return noun.lower.endswith(("self", "selves")) or any(c.tag == "PRP$" for c in noun.kids("poss"))


def _support(trigger: Trigger, roles: Roles) -> bool:
    """Who backs somebody is but the arms or the army of no other state: "troops backed by *tanks*".

    Nor is "*Thank you.*" more than courtesy.
    """
    token = trigger.token
    if token.lemma == "thank" and not token.kids("prep", "advcl", "xcomp", "ccomp"):
        thanked = syntax.direct_object(token)
        if thanked is not None and thanked.lower == "you" and syntax.own_subject(token) is None:
            return True
    alone = syntax.direct_object(token) is None and token.child("prep") is None
    aside = token.first_conjunct.rel in (
        "acl",
        "relcl",
    )  # "forces *that support* Chad", "work *to support* it"
    if trigger.entry.id == _BACKING and (alone or aside or _only_aimed(token)):
        return True
    if trigger.entry.id == _CREDENTIALS and not any(p.kind in PEOPLE for p in roles.recipients):
        return True  # "presented his *credentials* at Lima"
    if token.lemma == "ratification" and token.rel == "pobj" and token.head.lower == "for":
        return True  # "submitted it *for ratification*"
    told = token.rel == "advcl" or token.tag in ("VBD", "VBN")
    if token.lemma == "defend" and told and _own_land(syntax.direct_object(token)):
        return True  # "as they *defend their country*", "had only *defended its borders*"
    if token.lemma == "homage" and _of_the_dead(syntax.clause_verb(token)):
        return True
    if token.lemma in _APPOINTING and (
        any(
            t.rel in ("oprd", "pobj", "appos") and any(p.lower == "to" for p in t.kids("prep"))
            for t in token.subtree()
        )
        or any(t.lemma in _ENVOYS for t in syntax.prep_objects(token, "as"))
    ):
        return True  # "*appointed* A as Minister to France"
    if _private(trigger, roles):
        return True
    if token.rel not in ("acl", "advcl") or not roles.actors:
        return False
    states = {p.country for p in roles.recipients if p.country and "country" not in p.inferred}
    return all(
        p.sector == "MIL"
        and p.kind == "group"
        and (not p.country or "country" in p.inferred or p.country in states)
        for p in roles.actors
    )


def _concede(trigger: Trigger, roles: Roles) -> bool:
    """ "*Let me* be clear", "*let us* hope": who asks to be heard allows nothing; nor who *concedes that*."""
    if trigger.token.lemma == "concede" and _admitted(trigger.token):
        return True
    if trigger.token.lemma in _LETTING and trigger.token.first_conjunct.rel in ("advcl", "relcl", "acl"):
        return True  # "lifted the ban, *allowing* lorries to pass", "whom Chad *let* go"
    after = trigger.token.kids("obj", "ccomp", "xcomp")
    asked = [t for verb in after for t in (verb, *verb.kids("subj"))]
    return trigger.token.lemma == "let" and any(t.lower in ("me", "us", "'s") for t in asked)


def _admitted(conceding: Token) -> bool:
    """Whether it is but said that something is so: "conceded *that* it failed", "what X *conceded* was"."""
    if conceding.child("ccomp") is not None:
        return True
    after = conceding.sent.tokens[conceding.i - conceding.sent.tokens[0].i + 1 :][:1]
    return bool(after) and after[0].pos == "AUX" and conceding.tag == "VBD"


_CHECKS: dict[str, Callable[[Trigger, Roles], bool]] = {
    "CONSULT": _consult, "REQUEST": _request, "RETREAT": no_retreat, "ACCUSE": _accuse, "ASSAULT": no_assault,
    "THREATEN": no_threat, "REJECT": _reject, "PROTEST": no_protest, "AID": _aid, "SANCTION": no_sanction,
    "COERCE": no_coercion, "AGREE": _agree, "COOPERATE": _cooperate, "SUPPORT": _support, "CONCEDE": _concede,
    "MOBILIZE": no_mobilization,
}  # fmt: skip


def _beside(gathering: Token) -> bool:
    """Whether a gathering is but where something else took place: "on the margins of the *summit*"."""
    above = gathering.head.head
    return gathering.rel == "pobj" and gathering.head.lower == "of" and above.lemma in _MARGINS
