"""Who acts, or is acted on, where the clause leaves it out: a text's own body, a chamber, a captor.

"Trade will be suspended" in a ministry's statement; "was rejected *in the Senate*"; "freed him after *his
arrest*".
"""

from __future__ import annotations

from typing import Protocol

from dragoman.coding import syntax, voice
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.coding.sufferers import custody
from dragoman.coding.told import referred
from dragoman.coding.triggers import Trigger
from dragoman.language import Token
from dragoman.lexicon.entry import PREPOSITIONS
from dragoman.model.ontology import TYPES

_FREEING = frozenset({"free", "release", "pardon", "acquit", "deport", "expel", "try", "charge"})
#: what a state does to another where its own statement need not say to whom
_MEASURES = frozenset({"SANCTION", "CONCEDE"})
#: what officers and forces do to people, by type and mode
_BY_FORCE = {
    "COERCE": frozenset({"arrest", "deport"}),
    "RETREAT": frozenset({"release"}),
}
_SIGNING = frozenset({"support.sign", "official.sign", "support.sign-text"})
_FORCES = frozenset({"COP", "MIL", "SPY"})
#: forces that hold nobody: "*aircraft* bombed Agra. Ten persons were arrested"
_MACHINES = frozenset({
    "aircraft", "plane", "jet", "bomber", "fighter", "warplane", "helicopter", "ship", "warship", "submarine",
    "gunboat", "tank", "drone", "missile", "navy", "artillery",
})  # fmt: skip
_BEFORE = 2  # sentences between who acts and what is told without him
_PLAIN = frozenset({"CVL", "OPP", "REL", "JRN", "EDU", "BUS", "SOC", "NGO", "MED"})
_TWO = 2
#: what two states share
_SHARED = frozenset({"alliance", "partnership", "relationship", "cooperation", "friendship", "tie", "bond"})
#: whom the authorities of their own state hold
_SUBJECTS = _PLAIN | {"LEG", "PTY", "LAB", "CRM", "AGR", "ELI"}
#: what is done to somebody who owns the noun
_SUFFERED = frozenset({
    "arrest", "detention", "imprisonment", "jailing", "capture", "deportation", "execution", "conviction",
    "abduction", "kidnapping", "murder", "assassination", "killing", "captivity",
})  # fmt: skip


class Finder(Protocol):
    """What the search needs of the finder of roles."""

    def parties(self, token: Token) -> list[Party]:
        """The parties that a head names."""

    def parties_of(self, tokens: list[Token]) -> list[Party]:
        """The parties that heads and what is coordinated with them name."""

    def modifiers(self, token: Token) -> list[Party]:
        """The parties that the words before a noun name."""

    def slot(self, trigger: Trigger, slot: str) -> list[Token]:
        """The heads that fill a slot."""


class Unsaid:
    """Finds the parties that clauses leave out, in one text."""

    def __init__(self, finder: Finder, mentions: Mentions) -> None:
        self._finder = finder
        self._mentions = mentions

    def left_out(self, trigger: Trigger, recipients: list[Party], own: list[Party]) -> list[Party]:
        """Who acts where the clause leaves it out: the text's own body, or the two states of a relation."""
        if (cell := custody(trigger.token)) is not None and trigger.entry.type == "ASSAULT":
            return self._finder.parties(cell) or self._finder.modifiers(cell)
        memory = self._mentions.memory
        opened = trigger.entry.type == "SUPPORT"
        told_here = [r for r in recipients if not opened or r.head is None or _in_clause_of(r.head, trigger)]
        if memory.implied is None:
            found = [] if told_here else voice.two_states(trigger, memory, self._finder.parties)
            found = found or voice.whose_mission(trigger, memory, told_here, self._finder.parties)
            if found:
                return found
        chamber = self.in_chamber(trigger)
        if chamber:
            return chamber
        if not recipients and self._signed(trigger):
            return memory.both(trigger.token)
        told = {r.country for r in recipients if r.country}
        before = voice.clause_before(trigger, self._finder.parties) if told else []
        if before and all(p.country not in told for p in before):
            return before
        return [] if any(o.country in told for o in own) else own

    def _signed(self, trigger: Trigger) -> bool:
        """Whether a paper was signed by nobody that is named: after talks "*a protocol was signed*"."""
        token = trigger.token
        finite = token.rel in ("root", "conj", "ccomp") and syntax.is_passive(token)
        return trigger.entry.id in _SIGNING and finite and syntax.agent(token) is None

    def authority(self, trigger: Trigger, held: list[Party]) -> list[Party]:
        """Whose forces or officers hold people where a passive does not say: those told just before.

        "*Police* broke up the march. Nine persons were taken into custody." Else it is the state where the
        report was filed, or of those who are held.
        """
        told = self.forces(trigger)
        if told or not self._held_by_nobody(trigger) or trigger.entry.type != "COERCE":
            return told
        filed = self._mentions.filed(trigger.token.sent.i)
        own = {p.country for p in held if p.sector in _SUBJECTS}  # a state's envoys are held elsewhere
        state = filed.state if filed is not None else own.pop() if len(own) == 1 else None
        if state is None:
            return []
        return [Party(-2, -2, None, state, "GOV", "country", score=0.5, inferred=frozenset({"country"}))]

    def forces(self, trigger: Trigger) -> list[Party]:
        """The forces told in the sentences before, where a passive does not say who holds people."""
        token = trigger.token
        if not self._held_by_nobody(trigger):
            return []
        told = [
            t.party for t in self._mentions.memory.story.told
            if t.place < token.i and token.sent.i - t.sentence <= _BEFORE and t.party.sector in _FORCES
            and t.party.kind != "person" and not (t.party.head and t.party.head.lemma in _MACHINES)
        ]  # fmt: skip
        return [referred(told[-1])] if told else []

    def _held_by_nobody(self, trigger: Trigger) -> bool:
        """Whether a passive tells of people held, deported or freed, and not by whom."""
        token, entry = trigger.token, trigger.entry
        if entry.mode not in _BY_FORCE.get(entry.type or "", ()) or entry.weight < voice.SURE:
            return False
        return bool(entry.verb) and syntax.is_passive(token) and syntax.agent(token) is None

    def in_chamber(self, trigger: Trigger) -> list[Party]:
        """The chamber or court in which something is voted or ruled: "was rejected *in the Senate*"."""
        token = trigger.token
        if token.pos not in syntax.VERBAL or not syntax.is_passive(token) or syntax.agent(token) is not None:
            return []
        where = self._finder.parties_of(syntax.prep_objects(token, "in") + syntax.prep_objects(token, "at"))
        return [p for p in where if p.sector in ("LEG", "JUD") and p.kind != "country"]

    def suffering_owner(self, trigger: Trigger) -> list[Party]:
        """Who is arrested or killed, where he owns the noun: "*his* arrest", "the *pastor's* death"."""
        noun = trigger.token
        owner = noun.child("poss")
        if not trigger.entry.noun or noun.lemma not in _SUFFERED or owner is None:
            return []
        return [
            p for p in self._finder.parties(owner) if p.kind in ("person", "office") or p.sector in _PLAIN
        ]

    def freeing(self, trigger: Trigger) -> list[Party]:
        """Who had arrested somebody: the state that frees him: "*Chad* freed him after his arrest"."""
        verb = syntax.clause_verb(trigger.token)
        acting = syntax.subject(verb) if syntax.is_verb(verb) and verb.lemma in _FREEING else None
        return self._finder.parties_of([acting]) if acting is not None else []

    def not_named(self, trigger: Trigger, actors: list[Party]) -> list[Party]:
        """The other side where no party names it: the host of a mission, persons and firms without a name."""
        found = voice.other_state(trigger, actors, self._mentions.memory, self._finder.parties)
        entry = trigger.entry
        if (
            found
            or not TYPES[entry.type or ""].recipient_required
            or not entry.verb
            or entry.weight < voice.SURE
        ):
            return found
        heads = [t for slot in trigger.entry.recipient if "+" not in slot for t in self._heads(trigger, slot)]
        own = {p.country for p in actors}
        titled = [p for p in self._mentions.titled_states() if p.country not in own]
        return voice.unnamed(heads) or (titled if len(titled) == 1 else self._told_near(trigger, own))

    def shared(self, trigger: Trigger, actors: list[Party], recipients: list[Party]) -> list[Party]:
        """The other of a readout's two, where the speaker praises what they share: "welcomed *our* ties"."""
        paired = self._mentions.memory.story.paired
        if trigger.entry.type != "SUPPORT" or not recipients:
            return recipients
        if between := self._bound(actors, recipients):
            return between
        if len(paired) != _TWO:
            return recipients
        if not all(r.head is not None and _ours(r.head) for r in recipients):
            return recipients
        own = {a.country for a in actors}
        return [referred(p) for p in paired if p.country not in own] or recipients

    def _bound(self, actors: list[Party], recipients: list[Party]) -> list[Party]:
        """Whom a bond that is praised binds to the speaker: "hailed the alliance of Peru and *Chile*"."""
        bonds = [r.head for r in recipients if r.head is not None and r.head.lemma in _SHARED]
        ends = [t for b in bonds for n in b.conjuncts() for t in syntax.prep_objects(n, "between")]
        own = {a.country for a in actors}
        found = self._finder.parties_of(ends) if len(bonds) == len(recipients) else []
        return [p for p in found if p.country not in own] if any(p.country in own for p in found) else []

    def _told_near(self, trigger: Trigger, own: set[str | None]) -> list[Party]:
        """Whom a body's own measure is aimed at: the only other state told near."""
        memory = self._mentions.memory
        if trigger.entry.type not in _MEASURES or not voice.own_act(trigger, memory):
            return []
        others = self._mentions.states_near(trigger.token.sent.i) - own - {memory.home}
        if len(others) != 1:
            return []
        inferred = frozenset({"country"})
        return [Party(-2, -2, None, others.pop(), "GOV", "country", score=0.5, inferred=inferred)]

    def _heads(self, trigger: Trigger, slot: str) -> list[Token]:
        return (
            self._finder.slot(trigger, slot) if slot in PREPOSITIONS or slot in ("object", "iobject") else []
        )

    def unnamed(self, trigger: Trigger) -> bool:
        """Whether a log entry tells of a meeting whose other side neither it nor the caller names."""
        if trigger.entry.type != "CONSULT" or self._mentions.memory.implied is not None:
            return False
        subject = syntax.surface_subject(trigger.token) if trigger.token.pos in syntax.VERBAL else None
        return subject is not None and not subject.text


def _ours(head: Token) -> bool:
    """Whether a word is "our", or names a bond that is ours."""
    return head.lower == "our" or (head.lemma in _SHARED and any(c.lower == "our" for c in head.kids("poss")))


def _in_clause_of(head: Token, trigger: Trigger) -> bool:
    """Whether a name stands in the trigger's own clause, and not in "*when X presented* his papers to Y"."""
    above = [head]
    while above[-1] is not trigger.token and above[-1].head is not above[-1]:
        above.append(above[-1].head)
    return not any(t.rel in ("advcl", "relcl") for t in above if t is not trigger.token)
