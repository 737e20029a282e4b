"""Words of hostile acts and of leaving that tell of none: accidents, departures, threats that only exist.

Each check looks at the trigger and at who was found for its roles, as those of `dragoman.coding.no_act` do.
"""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.roles import Roles
from dragoman.coding.sufferers import deeds
from dragoman.coding.triggers import Trigger
from dragoman.language import Token

#: sectors of crowds: whoever protests collectively is a party by that
CROWD_SECTORS = frozenset({"LAB", "AGR", "EDU", "OPP", "SOC", "CVL", "REL", "REF", "JRN", "MED"})
#: what tells that an attack of which somebody warns is another's
_FEARED = frozenset({"imminent", "terrorist", "terror", "credible", "suicide", "jihadist", "islamist"})
#: measures of which "targeting" tells whom they hit
_MEASURES = frozenset({
    "sanction", "sanctions", "measure", "bill", "law", "resolution", "tariff", "ban", "legislation", "order",
    "package", "restriction", "decree", "duty", "policy", "programme", "program",
})  # fmt: skip
#: what troops are ordered to do that is no deployment
_STANDING_DOWN = frozenset({
    "observe", "quit", "leave", "withdraw", "stop", "cease", "return", "hold", "halt", "respect", "refrain",
    "stand", "lay", "surrender", "evacuate", "retreat", "suspend",
})  # fmt: skip
#: how people go away, which is no retreat
_LEAVING = frozenset({"leave", "depart"})
PEOPLE = frozenset({"person", "office"})
_OF_TRUCE = frozenset({
    "talk", "talks", "negotiation", "proposal", "plan", "call", "line", "demand", "offer", "violation",
    "monitor",
    "effort", "draft", "initiative",
})  # fmt: skip
_ENVOYS = frozenset({"ambassador", "envoy", "minister", "consul", "diplomat", "delegation"})
_REPRESSING = frozenset({"crackdown", "suppression", "harassment", "repression", "intimidation"})
_JUDGING = frozenset({
    "report", "concern", "investigation", "inquiry", "protest", "condemn", "denounce", "deplore", "criticise",
    "criticize", "probe", "outrage", "allegation", "condemnation", "concerned",
})  # fmt: skip
_FREEING = frozenset({"liberate", "free"})
#: what somebody warns that he will not do: "will not *stand* idly by"
_IDLING = frozenset({
    "go", "remain", "pass", "sit", "stand", "stay", "be", "keep", "watch", "look", "fold", "tolerate",
    "allow", "hesitate", "let", "accept", "rest", "forget", "forgive", "permit", "shrink",
})  # fmt: skip
_BURNING = frozenset({"burn", "torch", "set", "ransack", "sack", "wreck", "loot"})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM"})
#: what comes to its end by itself
_HELD = frozenset(
    {"summit", "visit", "trip", "tour", "meeting", "round", "exercise", "drill", "conference", "stay"}
)
_FIGHTING = frozenset({"combat", "fight", "battle"})
_WARS = frozenset({"war", "battle", "skirmish", "conflict", "campaign", "engagement", "firefight", "troop"})
_GOING = frozenset({
    "leave", "flee", "go", "move", "return", "depart", "relocate", "abandon", "evacuate", "emigrate", "quit",
    "seek", "resettle", "vacate", "exit", "cross", "run",
})  # fmt: skip
_HOLDING = frozenset({"hold", "control", "occupy", "run", "govern", "administer", "rule"})
#: what happens to people by no one's hand
MISHAPS = frozenset({
    "crash", "overturn", "derail", "collide", "capsize", "collapse", "plunge", "erupt", "flood", "accident",
    "earthquake", "quake", "collision", "flooding", "storm", "hurricane", "cyclone", "landslide", "eruption",
    "avalanche", "wildfire", "typhoon", "tsunami", "stampede", "heatwave", "outbreak",
})  # fmt: skip
#: for whom rescuers search
_LOST = frozenset(
    {"crew", "survivor", "passenger", "victim", "missing", "body", "wreck", "wreckage", "debris"}
)


def no_protest(trigger: Trigger, roles: Roles) -> bool:
    """Something is shown: "parliament *demonstrated* that it can", "the launch *demonstrates* contempt"."""
    token = trigger.token
    helped = token.child("obj", "ccomp")
    if roles.actors and all(p.sector == "JUD" and not p.plural for p in roles.actors):
        return True  # "*the court* jailed him for organising riots"
    if token.rel == "obj" and token.head.lemma in ("tell", "address"):
        return True  # "told a *rally* that"
    if token.lemma == "sit" and any(c.lower == "down" for c in token.children):
        return True  # "*sat down* to dinner in their homes"
    if token.lemma in _BURNING and roles.actors and all(p.sector in _ARMED for p in roles.actors):
        return True  # "*gunmen burned down* the huts"
    if token.lemma == "rally" and helped is not None and helped.subtree()[0].i == token.i + 1:
        return True  # "*rallied* the world to help Chad"
    shown = token.child("ccomp") is not None or syntax.direct_object(token) is not None
    return token.lemma == "demonstrate" and shown and not is_crowd(roles)


def no_retreat(trigger: Trigger, roles: Roles) -> bool:
    """Somebody goes away without retreating: "the minister left Beijing", "left port for Syria"."""
    if trigger.entry.mode == "ceasefire" and trigger.token.rel == "compound":
        return trigger.token.head.lemma in _OF_TRUCE  # "*ceasefire* negotiations"
    if trigger.token.lemma in _FREEING and syntax.is_passive(trigger.token):
        return all(p.kind == "country" for p in roles.actors)  # "Tikrit has been *liberated*"
    if trigger.token.lemma == "return" and trigger.entry.noun and roles.recipients:
        came = syntax.prep_objects(trigger.token, "of")  # "announced the *return* of its ambassador"
        return all(p.kind in PEOPLE for p in roles.recipients) or any(t.lemma in _ENVOYS for t in came)
    if trigger.token.lemma not in _LEAVING:
        return False
    people = all(p.kind in PEOPLE for p in roles.actors)
    return people or any(c.lower == "for" and c.rel == "prep" for c in trigger.token.children)


def no_assault(trigger: Trigger, roles: Roles) -> bool:
    """An accident ("crashed, *killing* twelve", "*killed* in a plane crash") or a strike of workers."""
    token = trigger.token
    if token.lemma == "war" and token.tag in ("NNP", "NNPS"):
        return True  # "after the Six-Day *War*"
    bare = not token.kids("det", "amod", "poss", "prep", "nummod")
    if bare and token.lemma == "attack" and token.rel == "obj" and token.head.lemma == "use":
        return True  # "using *attack* and bomber aircraft"
    if token.lemma == "target" and token.rel == "acl" and token.head.lemma in _MEASURES:
        return True  # "sanctions *targeting* the port"
    if token.lemma == "charge" and any(p.lower == "with" for p in token.kids("prep")):
        return True  # "was *charged* with negotiating a treaty"
    if token.lemma == "strike" and not roles.recipients and is_crowd(roles):
        return True
    hit = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
    if token.lemma == "sink" and hit is None and not syntax.is_passive(token):
        return True  # "the market *sank*"
    if token.lemma in _FIGHTING and not roles.recipients:
        struggle = hit is not None and hit.pos == "NOUN" and hit.lemma not in _WARS  # "*combat* the risks"
        return struggle or bool(syntax.prep_objects(token, "for"))  # "*fought for* their country"
    out = [w for w in trigger.words if w.lower == "out"]
    if token.lemma == "take" and any(p.lower == "of" for w in out for p in w.kids("prep")):
        return True  # "*took* his men *out of* parliament"
    if token.rel == "advcl" and token.tag == "VBG" and token.head.lemma in MISHAPS:
        return True
    causes = [t for p in token.kids("prep") if p.lower in ("in", "by") for t in p.kids("pobj")]
    return any(t.lemma in MISHAPS for t in causes)


def no_threat(trigger: Trigger, roles: Roles) -> bool:
    """A warning to one's own ("warned *its citizens* against travel"), or threats that only exist."""
    token = trigger.token
    said = syntax.complement(token) if trigger.entry.clause == "that" and trigger.entry.clause_verb else None
    if said is not None and syntax.negated(said) and said.lemma not in _IDLING:
        return True  # "announced that it would *not* test the missile"
    feared = [t for t in syntax.prep_objects(token, "of") if t.lemma in deeds()]
    if any(c.lower in _FEARED for t in feared for c in t.kids("amod", "compound")):
        return True  # "the embassy warned of an *imminent attack*"
    if token.lemma == "threat" and any(c.lemma == "pose" for c in token.kids("acl")):
        return True  # "the *threat* posed by Chad"
    exists = token.child("acl", "poss") is None and not roles.recipients
    if token.tag == "NNS" and token.lemma == "threat" and exists:
        return True  # "faces *threats* from Chad"
    heads = [p.head for p in roles.recipients if p.head is not None]
    own = [h for h in heads if any(c.tag == "PRP$" for c in h.kids("poss"))]
    return any(h.lemma in ("citizen", "national") for h in own)


def no_coercion(trigger: Trigger, roles: Roles) -> bool:
    """Lands that are held, or somebody who is made to do what is no going away."""
    sought = syntax.prep_objects(trigger.token, "for") if trigger.token.lemma == "search" else []
    if any(t.lemma in _LOST for t in sought):
        return True  # "ships *searched for* its crew"
    if trigger.entry.noun and trigger.token.lemma in _REPRESSING and _only_judged(trigger.token):
        return True
    made = trigger.token.child("xcomp", "ccomp") if trigger.token.lemma == "force" else None
    if made is not None and trigger.token.rel == "advcl" and trigger.token.tag == "VBG":
        return True  # "will cut supplies, *forcing* Chad to look elsewhere"
    if trigger.entry.mode == "deport" and made is not None and made.tag == "VB":
        return made.lemma not in _GOING  # "*forcing* Chad to look elsewhere"
    return trigger.token.lemma in _HOLDING and trigger.token.rel == "acl"  # "areas *held* by rebels"


def _only_judged(noun: Token) -> bool:
    """Whether repression is but what somebody inquires into or protests: "inquiry into *its suppression*"."""
    above = noun.head.head if noun.rel == "pobj" else noun.head
    return noun.rel in ("pobj", "obj") and above.lemma in _JUDGING


_ADVANCING = "mobilize.advance"
_ENDING = frozenset({
    "stop", "end", "halt", "ban", "cease", "suspend", "forgo", "prohibit", "renounce", "abandon",
    "freeze", "outlaw", "forbid", "moratorium", "prohibition", "cessation", "refrain", "desist",
    "discontinue",
})  # fmt: skip


def no_mobilization(trigger: Trigger, roles: Roles) -> bool:
    """Troops that are ordered to stop or to leave: "ordered its forces to observe a cease-fire"."""
    token = trigger.token
    flown = token.lemma == "fly" and syntax.direct_object(token) is None
    if flown and all(p.kind in PEOPLE for p in roles.actors):
        return True  # "the premier had *flown in* earlier"
    if trigger.entry.id == _ADVANCING and token.rel == "advcl":
        return True  # "sent rangers up *after gunmen crossed the river*"
    ending = token.head.lemma if token.rel == "obj" else token.head.head.lemma if token.rel == "pobj" else ""
    if trigger.entry.mode == "weapons" and trigger.entry.noun and ending in _ENDING:
        return True  # "the obligation to *stop all nuclear explosions*"
    told = token.child("xcomp", "ccomp") if token.lemma == "order" else None
    return told is not None and told.lemma in _STANDING_DOWN


def no_sanction(trigger: Trigger, roles: Roles) -> bool:
    """Prices rise: "raised *the cost of* grain"; a visit is over: "*ended a visit* to Chad"."""
    held = syntax.direct_object(trigger.token) if trigger.token.lemma == "end" else None
    if held is not None and held.lemma in _HELD:
        return True
    named = trigger.entry.noun and trigger.token.rel == "subj" and trigger.token.child("poss") is not None
    if named and trigger.token.head.lemma == "be":
        return True  # "Our *sanctions* on Russia are unprecedented"
    cost = syntax.direct_object(trigger.token) if trigger.token.pos in syntax.VERBAL else None
    return cost is not None and cost.lemma in ("cost", "price") and bool(syntax.prep_objects(cost, "of"))


def is_crowd(roles: Roles) -> bool:
    """Whether those who act are people in numbers."""
    crowd = all(p.sector in CROWD_SECTORS and p.kind == "group" for p in roles.actors)
    return bool(roles.actors) and crowd
