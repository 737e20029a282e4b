"""Whose an act is where its clause does not say: who decided it, issued the paper, joined in, told of it.

"welcomed the *French* decision to send troops", "*Chad* notified Mali of the severance of ties", "a *US*
report called".
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.otherside import Finder
from dragoman.coding.party import Party
from dragoman.coding.premodifiers import COUPS
from dragoman.coding.sufferers import CLAIMED
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import word_set
from dragoman.language import Token

#: ways from a phrase to who acts by it
WITHIN_ACTOR = ("poss", "by", "modifier", "of")
_INTENTS = frozenset({
    "decision", "plan", "move", "offer", "proposal", "intention", "pledge", "promise", "refusal", "threat",
    "willingness", "readiness", "attempt", "effort", "bid", "agreement", "step", "order", "vow", "wish",
})  # fmt: skip
_SPEECHES = frozenset({"speech", "statement", "address", "interview", "message", "letter", "report", "tweet"})
_ISSUING = frozenset(
    {"sign", "issue", "adopt", "pass", "approve", "publish", "release", "enact", "send", "hand"}
)
#: what is done to those who may not be in a state or a body
_PUTTING_OUT = frozenset({
    "expel", "deport", "banish", "evict", "eject", "oust", "bar", "ban", "exclude", "throw", "kick",
    "suspend", "drum", "remove",
})  # fmt: skip
#: ways to say that another acts too, and papers that two may give together
_TOGETHER = frozenset({"together", "jointly"})
_CONCERTED = frozenset(
    {"concert", "conjunction", "coordination", "tandem", "partnership", "unison", "concord"}
)
_PAPERS = frozenset({"statement", "communique", "communiqué", "declaration", "letter", "appeal", "note",
                     "message", "announcement", "article"})  # fmt: skip
_REFUSING = frozenset({"deny", "refuse"})
_LETTING_IN = frozenset({"visa", "entry", "admission", "permission", "access"})
_ENTERING = frozenset({"enter", "visit"})
_ORDERING = frozenset({"ask", "tell", "order", "instruct", "request"})
_LEAVING = frozenset({"leave", "quit", "depart", "exit"})
_ON_OCCASION = frozenset({"after", "before", "following", "over", "amid", "despite", "since", "about", "on"})
_TELLING = frozenset({"notify", "inform", "advise", "apprise"})


class Doers:
    """Finds who acts by the triggers of one text where another clause or a paper tells it."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder

    def holding(self, trigger: Trigger, actors: list[Party]) -> list[Party]:
        """Those who lay down an office, with the state of the office: "resigned *as president of Zambia*"."""
        held = self._finder.parties_of(syntax.prep_objects(trigger.token, "as"))
        state = next((p.country for p in held if p.country), None)
        if state is None:
            return actors
        return [p if p.country else replace(p.with_country(state), sector=p.sector or "GOV") for p in actors]

    def taken_out(self, trigger: Trigger) -> str | None:
        """The state that somebody takes out of a pact, whose he is: "President X pulled *Brazil* out of"."""
        if trigger.entry.mode != "withdraw" or trigger.entry.type != "SANCTION" or not trigger.entry.alone:
            return None
        target = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        taken = [p for p in self._finder.parties(target) if p.kind == "country"] if target is not None else []
        return taken[0].country if len(taken) == 1 else None

    def told_of(self, trigger: Trigger, recipients: list[Party]) -> tuple[list[Party], list[Party]]:
        """Whose act somebody tells another of: "*Chad* notified *Mali* of the severance of ties"."""
        token = trigger.token.first_conjunct
        verb = token.head.head
        if token.rel != "pobj" or token.head.lower != "of" or verb.lemma not in _TELLING:
            return [], recipients
        subject, told = syntax.subject(verb), syntax.direct_object(verb)
        actors = self._finder.parties_of([subject]) if subject is not None else []
        return actors, recipients or (self._finder.parties_of([told]) if told is not None else [])

    def whose_troops(self, trigger: Trigger) -> list[Party]:
        """Whose troops move, where nobody is said to move them: "a plan to send *Kenyan* troops"."""
        if trigger.entry.type not in ("MOBILIZE", "AID") or not trigger.entry.verb:
            return []
        moved = syntax.direct_object(trigger.token)
        found = self._finder.parties_of([moved]) if moved is not None else []
        if trigger.entry.type == "AID":  # "*Ecowas peacekeepers* are being deployed"
            return [p for p in found if p.sector == "IGO" and p.plural]
        return [p for p in found if p.sector == "MIL" and p.country]

    def putting_out(self, trigger: Trigger) -> list[Party]:
        """Out of which state or body somebody is put, where nobody is said to: "expelled *from Norway*"."""
        token = trigger.token
        leaving = syntax.complement(token) if syntax.is_passive(token) and token.lemma in _ORDERING else None
        if leaving is not None and leaving.lemma in _LEAVING and syntax.agent(token) is None:
            return [p for p in self._finder.parties_of(leaving.kids("obj")) if p.kind == "country"]
        if token.lemma not in _PUTTING_OUT or not syntax.is_passive(token) or syntax.agent(token) is not None:
            return []
        outer = syntax.prep_objects(token, "from")
        for entering in (c for p in token.kids("prep") if p.lower == "from" for c in p.kids("pcomp")):
            outer += entering.kids("obj")  # "barred from entering Chad"
        return [p for p in self._finder.parties_of(outer) if p.kind == "country" or p.sector == "IGO"]

    def in_coup(self, trigger: Trigger) -> list[Party]:
        """Whose the coup is in which somebody is deposed: "was ousted in an *army* coup"."""
        verb = trigger.token
        if trigger.entry.type != "COERCE" or not syntax.is_passive(verb) or syntax.agent(verb) is not None:
            return []
        nouns = [t for word in ("in", "by", "during", "after") for t in syntax.prep_objects(verb, word)]
        coups = [t for t in nouns if t.lemma in COUPS]
        named = [c for t in coups for c in t.kids("compound") if c.tag in ("NNP", "NNPS")]
        found = next((found for t in coups if (found := self._finder.meeting(t))), [])
        return found or self._finder.parties_of(named)  # "in a *National Guard* coup"

    def refusing_entry(self, trigger: Trigger) -> list[Party]:
        """Which state lets nobody in, where nobody is said to: "was denied a visa to enter *Japan*"."""
        verb = trigger.token
        if verb.lemma not in _REFUSING or not syntax.is_passive(verb) or syntax.agent(verb) is not None:
            return []
        heads = [verb, *(t for t in verb.children if t.lemma in _LETTING_IN)]
        places = [t for h in heads for word in ("to", "into") for t in syntax.prep_objects(h, word)]
        for entering in (c for h in heads for c in h.children if c.lemma in _ENTERING):
            places += entering.kids("obj")
        return [p for p in self._finder.parties_of(places) if p.kind == "country"]

    def decider(self, verb: Token) -> list[Party]:
        """Whose the decision, plan or offer is: "welcomed the *French* decision to send troops"."""
        noun = verb.head
        if (
            verb.tag != "VB"
            or noun.lemma not in _INTENTS
            or noun.rel not in ("obj", "pobj", "subj", "subjpass")
        ):
            return []
        if noun.child("poss") is not None:
            return []
        told = [t for word in ("by", "of") for t in syntax.prep_objects(noun, word)]
        return self._finder.parties_of(told[:1]) or self._finder.modifiers(noun)

    def issuer(self, verb: Token) -> list[Party]:
        """Who speaks by a text: "*the court* issued a report criticising", "*they* signed a letter
        urging"."""
        noun = verb.head
        governor = syntax.clause_verb(noun)
        if noun.rel not in ("obj", "pobj", "conj") or not syntax.is_verb(governor):
            return []
        if noun.rel == "pobj" and noun.head.lower in _ON_OCCASION:
            return []  # "issued a warning *after* raids that killed ten"
        helped = any(c.lower != "to" for c in verb.kids("aux"))  # "an order that *will* ban imports"
        finite = verb.tag in ("VBZ", "VBP", "VBD") or helped
        told = verb.rel == "relcl" and finite and governor.lemma in _ISSUING
        spoken = noun.rel == "pobj" and noun.head.lower in ("in", "during") and noun.lemma in _SPEECHES
        told = told or (verb.rel == "relcl" and spoken)
        if verb.tag != "VBG" and not told:
            return []
        subject = syntax.subject(governor)
        return self._finder.parties_of([subject]) if subject is not None else []

    def joined(self, gerund: Token) -> list[Party]:
        """With whom somebody does something: "joined *Chad* in expelling envoys"."""
        verb = gerund.head.head
        if gerund.head.lower != "in" or verb.lemma != "join":
            return []
        other = verb.child("obj")
        return self._finder.parties_of([other]) if other is not None else []

    def beside(self, token: Token) -> list[Party]:
        """Who acts beside the subject: "Chad, *together with Mali*, condemned", "a joint note with Mali"."""
        verb = syntax.clause_verb(token)
        subject = syntax.surface_subject(verb)
        if subject is None or syntax.is_passive(verb):
            return []
        told = [p for head in (verb, subject) for p in head.kids("prep")]
        named = [t for p in told for t in _beside(p, verb)]
        issuing = verb.head if verb.rel == "advcl" and verb.tag == "VBG" else verb
        papers = [verb.head] if verb.rel == "acl" else [syntax.direct_object(issuing)]
        for paper in papers:  # "issued a *joint* statement with Mali condemning"
            if paper is not None and _joint(paper):
                named += syntax.prep_objects(paper, "with")
        found = self._finder.parties_of([part for t in named for part in t.conjuncts()])
        return [p for p in found if p.kind in ("country", "organisation") or (p.office and p.country)]

    def spoken_by(self, token: Token) -> list[Party]:
        """Whose a paper or an act is that acts for them: "a *US* report called", "*French* aid reached"."""
        if token.lemma not in mouthpieces():
            return []
        printed = self._finder.parties_of(syntax.prep_objects(token, "in"))  # "an editorial *in Pravda*"
        printed = [p for p in printed if p.sector == "JRN"]
        return printed or self._finder.within(token, WITHIN_ACTOR, 0) or self._finder.own_paper(token)


def _beside(prep: Token, verb: Token) -> list[Token]:
    """Whom a phrase names beside the subject of a verb; what is said after the verb may be of its object."""
    word, ahead = prep.lower, prep.i < verb.i
    if word == "alongside":
        return prep.kids("pobj")
    if word == "along" and ahead:
        return syntax.prep_objects(prep, "with")
    if word == "with" and any(c.lower in _TOGETHER and (ahead or c.lower == "jointly")
                              for c in prep.kids("advmod")):  # fmt: skip
        return prep.kids("pobj")
    if word == "in":
        shared = [n for n in prep.kids("pobj") if n.lemma in _CONCERTED or _joint(n)]
        return [t for n in shared for t in syntax.prep_objects(n, "with")]
    return []


def _joint(paper: Token) -> bool:
    return any(c.lower in ("joint", "common") for c in paper.kids("amod")) and paper.lemma in _PAPERS


def mouthpieces() -> frozenset[str]:
    """Nouns that act for their owner: papers, acts and arms of a state."""
    return word_set("triggers", "mouthpieces")


def as_claimants(trigger: Trigger, actors: list[Party]) -> list[Party]:
    """Those who claim an attack are an armed group, whoever they are: "*the Jundollah group* claimed it"."""
    if trigger.entry.id != CLAIMED or trigger.token.lemma != "claim":
        return actors
    return [
        replace(p, sector="REB", kind="group", person=None)
        if p.kind != "country" and p.sector in (None, "CVL") and not p.country and not p.office
        else p
        for p in actors
    ]
