"""Who acts where the clause names nobody: the body whose own text it is, or the two states of a relation.

A ministry's statement says "Exports of arms have been stopped" and "All property of the listed persons is
blocked"; a fact sheet's bullets and a council's resolution leave themselves out ("Calls upon the Government
to withdraw"). "Diplomatic relations were severed when Bulgaria declared war on the United States" is an act
between the two states of the sentence, else of those told together before.

"Restrictive measures against 21 persons" are done to those persons, whom nothing names.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding import syntax
from dragoman.coding.coreference import Memory
from dragoman.coding.otherside import distinct
from dragoman.coding.party import Party
from dragoman.coding.told import referred
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import word_set
from dragoman.language import Token

#: how sure words must be that may be done by, or to, somebody whom nothing names
SURE = 0.6
PartiesOf = Callable[[Token], list[Party]]

#: acts that a text's own body does where a passive names no agent
_OWN_PASSIVES = frozenset({"SANCTION", "CONCEDE", "AID", "REQUEST"})
#: acts that stand at the head of a bullet or of a paragraph of a resolution
_OWN_BULLETS = frozenset({
    "SANCTION", "CONCEDE", "AID", "AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "COOPERATE",
})  # fmt: skip
_BULLET_TAGS = frozenset({"VB", "VBP", "VBZ", "VBG"})
_DECIDING = frozenset({"decide", "resolve", "agree", "undertake"})
_RELATIONS = frozenset({"relation", "relations", "tie", "ties"})
_OF_RELATIONS = frozenset({"SUPPORT", "SANCTION"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "amod", "csubj"})


def speaker(trigger: Trigger, memory: Memory, parties: PartiesOf) -> list[Party]:
    """Who says what the trigger stands in: the subject of the verb of saying, else the text's own body."""
    below = trigger.token
    for above in trigger.token.ancestors():
        if above.pos in syntax.VERBAL and below.rel in ("ccomp", "parataxis"):
            told = syntax.surface_subject(above)
            return parties(told) if told is not None else []
        below = above
    return memory.voice()


def own_act(trigger: Trigger, memory: Memory) -> list[Party]:
    """The text's own body, where a passive or a bullet leaves out who acts."""
    token, kind = trigger.token, trigger.entry.type or ""
    if kind == "REQUEST" and token.tag == "NNS" and token is token.sent.tokens[0]:
        return memory.voice()  # "Calls upon the parties to ...", which the parser takes for a noun
    if token.pos not in syntax.VERBAL or not trigger.entry.verb or "subject" not in trigger.entry.actor:
        return []
    if token.rel in _ASIDE or trigger.entry.weight < SURE or _told(token):
        return []
    if syntax.is_passive(token):
        own = kind in _OWN_PASSIVES and syntax.agent(token) is None
    else:
        own = kind in _OWN_BULLETS and token.tag in _BULLET_TAGS and _heads(token)
    return memory.voice() if own else []


def _told(token: Token) -> bool:
    """Whether the clause is what somebody else says."""
    return any(t.rel in ("ccomp", "parataxis") for t in (token, *token.ancestors()) if t.pos in syntax.VERBAL)


def _heads(token: Token) -> bool:
    """Whether a verb without a subject opens its sentence, or what it decides: "3. Decides *to lift*"."""
    if token.rel == "xcomp" and token.tag == "VB" and token.head.lemma in _DECIDING:
        token = token.head
    told = syntax.surface_subject(token)
    if told is not None and told.text:
        return False
    first = token.sent.tokens[0].i
    before = token.sent.tokens[: token.i - first]
    return all(t.pos in ("ADV", "PUNCT", "SYM", "SPACE", "NUM") or t.tag == "LS" for t in before)


def two_states(trigger: Trigger, memory: Memory, parties: PartiesOf) -> list[Party]:
    """The two states between which relations are opened or cut, where the clause itself names neither."""
    if trigger.entry.type not in _OF_RELATIONS or not any(w.lemma in _RELATIONS for w in trigger.words):
        return []
    named = [p for t in trigger.token.sent.tokens if t.pos in syntax.NOMINAL for p in parties(t) if p.country]
    states = {p.country: p for p in reversed(named)}
    if len(states) == 2:
        return distinct(list(states.values()))
    return memory.two(trigger.token)


def clause_before(trigger: Trigger, parties: PartiesOf) -> list[Party]:
    """Who acts by the clause before: "*Chad* kept a consul there, and a treaty with Oman was signed"."""
    verb = trigger.token
    if verb.rel != "conj" or verb.pos not in syntax.VERBAL or trigger.entry.type not in _OF_RELATIONS:
        return []
    if not syntax.is_passive(verb) or syntax.agent(verb) is not None:
        return []
    told = syntax.surface_subject(verb.head)
    return [p for p in parties(told) if p.country and p.sector == "GOV"] if told is not None else []


def whose_mission(trigger: Trigger, memory: Memory, hosts: list[Party], parties: PartiesOf) -> list[Party]:
    """Of a title's two states the one that is not the host: "*The legation* was made an embassy"."""
    token = trigger.token
    if trigger.entry.type not in _OF_RELATIONS or not _of_mission(trigger):
        return []
    if token.pos not in syntax.VERBAL or not syntax.is_passive(token):
        return []
    by = syntax.agent(token)
    if by is not None and parties(by):
        return []  # "by *September*", "by agency *order*" are nobody
    if any(p.country and p.head is not None and p.head.lemma in _words("missions") for p in hosts):
        return []  # "the *American embassy* was closed"
    where = {p.country for p in hosts}
    return [referred(p) for p in memory.story.related if p.country not in where][:1]


def _of_treaty(trigger: Trigger) -> bool:
    return any(w.lemma in _words("treaties") for w in trigger.words)


def but_missions(trigger: Trigger, parties: list[Party]) -> list[Party]:
    """The parties without the mission itself, where nobody says in which state it is."""
    if trigger.entry.type not in _OF_RELATIONS:
        return parties
    houses = _words("houses")
    return [p for p in parties if p.country or p.sector == "IGO" or not p.head or p.head.lemma not in houses]


def _of_mission(trigger: Trigger) -> bool:
    return any(w.lemma in _words("missions") for w in trigger.words)


def other_state(trigger: Trigger, actors: list[Party], memory: Memory, parties: PartiesOf) -> list[Party]:
    """The state in which a mission is opened, or a treaty's other side, where the clause leaves it out."""
    if trigger.entry.type not in _OF_RELATIONS or not (_of_mission(trigger) or _of_treaty(trigger)):
        return []
    own = {p.country for p in actors}
    if not _of_mission(trigger):
        related = memory.story.related
        signed = len(own) == 1 and own <= {p.country for p in related}  # not what two others signed
        return [referred(p) for p in related if p.country not in own][:1] if signed else []
    heads = [t for t in trigger.token.sent.tokens if t.pos in syntax.NOMINAL and t.rel != "compound"]
    named = [p for t in heads for p in parties(t) if p.country]
    others = distinct([p for p in named if p.country not in own])
    if len(own) != 1 or len({p.country for p in others}) > 1:
        return []
    told = memory.both(trigger.token) or [referred(p) for p in memory.story.related]
    return others[:1] or [p for p in told if p.country not in own][:1]


def unnamed(tokens: list[Token]) -> list[Party]:
    """Persons, firms and states whom nothing names, as one party without a state."""
    for token in tokens:
        if token.lemma in _words("unnamed") and token.pos == "NOUN":
            words = [t for t in token.subtree() if t.i <= token.i and t.rel != "relcl"]
            start = min(t.start for t in words)
            return [Party(start, token.end, token.text, None, None, "group", plural=True, head=token)]
    return []


def _words(name: str) -> frozenset[str]:
    return word_set("voice", name)
