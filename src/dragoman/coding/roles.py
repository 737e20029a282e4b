"""Who fills the roles of a trigger: the slots of its lexicon entry, looked up in the clause.

A slot that holds no party itself ("the terrorist attacks in Iraq") is searched for the party within it: its
owner, its "by" and "of", the words before its head. Parties come as lists; coordination is expanded.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding import syntax, voice
from dragoman.coding.addressees import Addressees, ashore
from dragoman.coding.carriers import SupportVerbs
from dragoman.coding.content import Content, means
from dragoman.coding.doers import WITHIN_ACTOR, Doers, as_claimants, mouthpieces
from dragoman.coding.mentions import Mentions
from dragoman.coding.needs import unmet
from dragoman.coding.occasions import Occasions
from dragoman.coding.otherside import (
    HOSTILE,
    WITHIN_RECIPIENT,
    OtherSide,
    at_edge,
    distinct,
    is_border,
    opposed,
)
from dragoman.coding.party import Party
from dragoman.coding.slots import SERVING, Slots, maker
from dragoman.coding.sufferers import claimant, deeds, felled, one_another, sufferer, user, wielder
from dragoman.coding.triggers import Trigger
from dragoman.coding.trimming import (
    beyond_themselves,
    crowd,
    fired,
    gathers,
    his_own,
    hosts,
    no_target,
    parted,
    told_aside,
    where_only,
)  # fmt: skip
from dragoman.coding.unsaid import Unsaid
from dragoman.language import Token

_WHERE = frozenset({"in", "at", "near", "place"})
_OF_DOER = ("poss", "by", "modifier")


#: types whose recipient may stand anywhere in what is asked, refused, given or threatened
_CONTENT = frozenset({
    "AGREE", "REQUEST", "REJECT", "THREATEN", "AID", "COOPERATE", "SANCTION", "CONCEDE", "ASSAULT", "COERCE",
    "ACCUSE", "SUPPORT", "MOBILIZE",
})  # fmt: skip


#: types that tell what is asked for or given: troops that nobody owns, or the giver's, are no party
_GIVEN = frozenset({"REQUEST", "AGREE", "AID"})
_CONTENT_OF_NOUNS = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "AID", "SANCTION", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of a trigger; `reason` says why it makes no event, None where it does."""

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    reason: str | None = None


#: what somebody wills for another: whose it is, is not whom it is for
_WILLS = frozenset({"commitment", "dedication", "readiness", "determination", "resolve"})
#: what somebody has with another: "our *partnership* with Peru"
_BONDS = frozenset({
    "partnership", "alliance", "relationship", "friendship", "cooperation", "tie", "relation", "bond", "pact",
    "treaty", "agreement", "dialogue", "collaboration",
})  # fmt: skip
#: prepositions of what is judged: "condemnation *of* the attack", "concerned *at* the arrest"
_JUDGED_BY = ("of", "at", "about", "over", "by")
#: acts of a state, that of the place where they are done
_OF_STATES = frozenset({
    "arrest", "detention", "jailing", "imprisonment", "execution", "hanging", "sentencing", "crackdown",
    "persecution", "torture", "expulsion", "deportation", "eviction",
})  # fmt: skip
#: deeds that are "of" whoever does them, never of whom they are done to
_DONE_BY = frozenset({
    "intervention", "aggression", "interference", "incursion", "intrusion", "offensive", "crime", "atrocity",
    "provocation", "action", "act", "conduct", "threat", "meddling",
})  # fmt: skip
#: those of them by which somebody is put out of the state: "the expulsion of its envoy *from Cuba*"
_PUTTING_OUT = frozenset({"expulsion", "deportation", "eviction"})
_PAPERS = frozenset({
    "order", "e.o.", "eo", "proclamation", "directive", "statement", "communique", "communiqué",
    "declaration", "letter", "note", "resolution", "message",
})  # fmt: skip
#: by which deeds are known: "concerned by *reports* of arrests"
_REPORTS = frozenset({"report", "news", "account", "allegation", "word"})
#: those who fight the state that they are of
_RISEN = frozenset({"REB", "UAF", "PRM", "CRM"})
#: of what somebody takes part in, the place is no party: "attended a summit in Lima"
_JOINING_IN = frozenset({"attend", "chair", "join", "address", "participate", "host"})
_POSTS = frozenset({"post", "office", "job", "position", "role", "duty", "seat"})
#: sectors of those who go somewhere to be there
_MOVING = frozenset({"REF", "CRM"})
#: crimes named after those who suffered them
VICTIMS = frozenset({"genocide", "holocaust", "famine", "pogrom"})


class RoleFinder:
    """Fills the roles of triggers from the mentions of one text."""

    def __init__(self, mentions: Mentions, support_verbs: SupportVerbs) -> None:
        self._mentions = mentions
        self._filled: dict[tuple[int, str, str | None], Roles] = {}
        self._support = support_verbs
        self._slots = Slots(support_verbs)
        self._other = OtherSide(self, support_verbs)
        self._occasions = Occasions(self)
        self._inner = Content(self, support_verbs)
        self._doers = Doers(self)
        self._unsaid = Unsaid(self, mentions)
        self._far = Addressees(self, support_verbs)

    def fill(self, trigger: Trigger) -> Roles:
        """The actors and recipients of a trigger by its entry's slots."""
        key = (trigger.token.i, trigger.entry.id, trigger.entry.type)
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = self._fill(trigger)
        return found

    def _fill(self, trigger: Trigger) -> Roles:
        entry = trigger.entry
        unnamed = self._unsaid.unnamed(trigger)
        own = [] if self._mentions.memory.implied else voice.own_act(trigger, self._mentions.memory)
        for slot in sorted(entry.political):
            if slot == "subject" and (unnamed or own):
                continue
            if not self._political(trigger, slot):
                return Roles(reason=f"no political actor as {slot}")
        actors = self._role(trigger, self._actor_slots(trigger), WITHIN_ACTOR)
        taken_away = self._unsaid.suffering_owner(trigger)
        if taken_away:
            actors = [a for a in actors if not any(a.same_as(t) for t in taken_away)]
            actors = actors or self._unsaid.freeing(trigger)
        actors = actors or self._other.armed_of(trigger) or self._doers.whose_troops(trigger)
        actors = actors or self._doers.putting_out(trigger) or self._doers.refusing_entry(trigger)
        actors = actors or self._doers.in_coup(trigger)
        if entry.mode == "resign":
            actors = self._doers.holding(trigger, actors)
        if entry.type == "PROTEST" and entry.noun:
            actors = [crowd(a, trigger.token) for a in actors]
        taken = self._doers.taken_out(trigger)
        actors = [p.with_country(taken) for p in actors]
        home = frozenset(p.country or str(p.name) for p in actors if p.country or p.name)
        deed = self._deed(trigger)
        recipients = self._judged(deed) if deed is not None else self._recipients(trigger, home)
        recipients = taken_away or recipients
        if entry.mode == "expel" and not any(r.country or r.sector == "IGO" for r in recipients):
            recipients = self._far.sent_back(trigger, home) or recipients
        if not recipients and entry.noun and entry.type == "AID":
            recipients = [r for r in self._far.reached(trigger) if r.country is None or r.country not in home]
        if entry.mode == "ceasefire" and len(truce := self.parties_of(self.slot(trigger, "between"))) > 1:
            actors, recipients = truce, []  # who announced it is another
        if entry.noun and entry.type != "CONSULT" and (under := self._far.under(trigger)):
            actors = [a for a in actors if not any(a.same_as(u) for u in under)]
            recipients = [r for r in recipients if not any(r.same_as(a) for a in actors)] or under
            if not actors:  # "have the backing *of Chad*"
                backers = [t for word in ("of", "from") for t in syntax.prep_objects(trigger.token, word)]
                actors = self.parties_of(backers)
                recipients = under if actors else recipients
        if not recipients and entry.verb and entry.type in ("SUPPORT", "ACCUSE", "REJECT"):
            target = syntax.direct_object(trigger.token)
            recipients = self._by_clause(target) if target is not None else []
        recipients = self._far.abroad(trigger, recipients, home) or recipients
        if not recipients and entry.type in ("THREATEN", "REJECT"):
            found = self._other.conditioned(trigger)
            recipients = [p for p in found if p.country is None or p.country not in home]
        if not recipients and entry.type == "CONCEDE" and entry.verb:
            recipients = self._other.gave_in_to(trigger) or self._burdened(trigger)
        alone = entry.type == "CONSULT" and (not entry.recipient or gathers(actors))
        if not recipients and actors and deed is None and not alone:
            recipients = self._other.beyond(trigger, home)
        if (
            not recipients
            and deed is None
            and entry.recipient
            and entry.type in (_CONTENT if entry.verb else _CONTENT_OF_NOUNS)
        ):
            recipients = self._inner.of(trigger)
        met = self._occasions.met(trigger) if entry.type == "CONSULT" and not entry.verb else []
        if met:
            actors, recipients = met, []
        elif entry.type == "CONSULT" and not entry.verb and (not actors or not recipients):
            actors = self._occasions.host(trigger, [*actors, *recipients]) + actors
        if not actors and recipients and entry.mode == "visit" and not entry.verb:
            actors = self._occasions.visitor(trigger, recipients)
        if not actors and self._telegraphic(trigger) and self._mentions.memory.implied:
            actors = [self._mentions.memory.implied]
        if not actors and entry.noun:
            actors, recipients = self._doers.told_of(trigger, recipients)
        if not actors:
            actors = self._unsaid.left_out(trigger, recipients, own) or self._unsaid.authority(
                trigger, recipients
            )
            if entry.type == "SUPPORT" and (len(actors) > 1 or any(a.start < 0 for a in actors)):
                recipients = [r for r in recipients if r.country not in {a.country for a in actors}]
        recipients = voice.but_missions(trigger, recipients)
        if actors and not recipients and deed is None:
            recipients = self._unsaid.not_named(trigger, actors)
        if entry.type in _GIVEN:
            recipients = [r for r in recipients if not means(r)]
        if entry.type == "ASSAULT":
            recipients = [r for r in recipients if not fired(r)]
        if entry.type == "AID":
            recipients = [r for r in recipients if not opposed(r, trigger)]
        if entry.type == "SUPPORT" and recipients:
            recipients = [r for r in recipients if not opposed(r, trigger)]
            target = syntax.direct_object(trigger.token) if entry.verb else None
            if not recipients and (target is None or target in trigger.words):
                return Roles(tuple(actors), (), "what is supported is directed against whom it names")
        recipients = [r for r in recipients if not any(r.same_as(a) for a in actors)]
        if self._reciprocal(trigger) or entry.type == "SUPPORT":
            recipients = beyond_themselves(actors, recipients)
        recipients = self._unsaid.shared(trigger, actors, recipients)
        if entry.mode == "resign":
            recipients = [r for r in recipients if r.head is None or r.head.lemma not in _POSTS]
        if entry.mode == "visit" and actors and all(a.sector in _MOVING for a in actors):
            return Roles(tuple(actors), (), "people who move do not visit")
        if entry.mode == "visit":
            recipients = self._occasions.attended(trigger) or hosts(recipients)
        elif entry.type == "CONSULT" and entry.verb and not recipients:
            hosted = self._occasions.hosted(trigger)
            recipients = [p for p in hosted if not any(p.same_as(a) for a in actors)]
        if taken:
            recipients = [r for r in recipients if r.country != taken]
        if len(actors) > 1 and not recipients and entry.verb and one_another(trigger.token):
            recipients = list(actors)
        together = self._reciprocal(trigger) or self._between(trigger)
        if not actors and recipients and (together or (unnamed and entry.mode != "visit")):
            actors, recipients = recipients, []
        actors, recipients = as_claimants(trigger, actors), ashore(recipients)
        if entry.type == "REQUEST":
            recipients = self._far.begged(trigger) or recipients
            recipients = [r for r in recipients if not his_own(r, home)]
        if entry.mode == "ceasefire" and all(a.kind == "country" for a in actors):
            recipients = [r for r in recipients if not where_only(r)]
        if entry.type in ("PROTEST", "COERCE"):
            recipients = self._mentions.before.opposed(trigger.words) or recipients
        if not recipients and entry.type == "REQUEST":
            recipients = self._far.written_to(trigger)
        if not recipients and entry.type in ("REQUEST", "ACCUSE"):
            recipients = [p for p in self._far.summoned(trigger) if p.country not in home]
        if not recipients and entry.type in ("REJECT", "CONCEDE"):
            found = self._far.favoured(trigger) or self._far.told(trigger)
            abroad = [p for p in found if p.country and p.country not in home]
            recipients = self._far.offering(trigger) or abroad
        if entry.type == "MOBILIZE":
            recipients = [r for r in recipients if not no_target(r, trigger, home)]
        if entry.mode == "resign":
            recipients = [r for r in recipients if r.kind != "country"] or self._far.pressing(trigger)
            recipients = [
                r for r in recipients if not (r.head and r.head.rel == "compound")
            ]  # "from a *Lima* hotel"
        if not recipients and entry.type == "PROTEST":
            recipients = self._far.pressed(trigger)
        if not recipients and entry.type in ("SUPPORT", "AGREE", "REQUEST"):
            recipients = self._far.called(trigger)
        related = self._mentions.memory.story.related
        own_state = related[0].country if related else self._mentions.memory.home
        actors, recipients = parted(trigger, actors, recipients, own_state)
        recipients = [r for r in recipients if not told_aside(r, trigger)]
        missing = unmet(trigger, actors, recipients)
        if missing and not (unnamed and (actors or recipients)):
            return Roles(tuple(actors), tuple(recipients), f"no {' and no '.join(missing)}")
        return Roles(tuple(actors), tuple(recipients))

    def _political(self, trigger: Trigger, slot: str) -> bool:
        """Whether a political actor fills a slot, or speaks by the paper that fills it."""
        spoken = trigger.entry.type != "CONSULT"
        if trigger.entry.mode == "resign" and self.parties_of(syntax.prep_objects(trigger.token, "as")):
            return True
        if any(self.parties(t) or (spoken and self._doers.spoken_by(t)) for t in self.slot(trigger, slot)):
            return True
        if slot == "subject" and (self._doers.putting_out(trigger) or self._unsaid.in_chamber(trigger)):
            return True
        if slot == "subject" and self._unsaid.forces(trigger):
            return True
        token = trigger.token  # "issued a statement demanding that"
        paper = token.rel == "acl" and token.head.lemma in mouthpieces()
        return paper and slot == "subject" and bool(self._doers.issuer(token))

    def _reciprocal(self, trigger: Trigger) -> bool:
        return trigger.entry.type in ("CONSULT", "SUPPORT", "AGREE", "COOPERATE") and not trigger.entry.verb

    def _deed(self, trigger: Trigger) -> Token | None:
        """The hostile act that is judged: whoever did it is meant, not whom it hit.

        "condemned the *invasion* of Kuwait", "supported the *raid* on the camp".
        """
        entry = trigger.entry
        judging = entry.type == "SUPPORT" or (entry.type == "ACCUSE" and entry.mode == "disapprove")
        if not judging:
            return None
        if not entry.verb:
            told = [t for word in _JUDGED_BY for t in syntax.prep_objects(trigger.token, word)]
            told += [
                t for report in told if report.lemma in _REPORTS for t in syntax.prep_objects(report, "of")
            ]
            return next((t for t in told if t.lemma in deeds()), None)
        by = syntax.agent(trigger.token)
        if by is not None and by.lemma in deeds():
            return by  # "is concerned *by the arrest* of"
        target = syntax.direct_object(trigger.token)
        if target is not None and target in trigger.words:  # "expressed its condemnation *of the attack*"
            told = [t for word in _JUDGED_BY for t in syntax.prep_objects(target, word)]
            return next((t for t in told if t.lemma in deeds()), None)
        if target is None and trigger.words[-1].rel == "prep":  # "protested *against the occupation*"
            target = trigger.words[-1].child("pobj")
        return target if target is not None and target.lemma in deeds() else None

    def _judged(self, deed: Token) -> list[Party]:
        """Who did what is judged: its owner, its "by", the states before it."""
        out: list[Party] = []
        for part in deed.conjuncts():
            there = ("in", "from") if part.lemma in _PUTTING_OUT else ("in",)
            ways = (*_OF_DOER, *there) if part.lemma in _OF_STATES else _OF_DOER
            if part.lemma in _DONE_BY or any(syntax.prep_objects(part, word) for word in ("against", "on")):
                ways = (*ways, "of")  # "the intervention *of France* in Mali"
            out += self.within(part, ways, 0) or self._by_participle(part) or self._by_clause(part)
            if not out and part.lemma in _OF_STATES:  # "the arrest of dissidents *in Cuba*"
                hit = [t for word in ("of", "on", "against") for t in syntax.prep_objects(part, word)]
                out += [p for t in hit for p in self.within(t, there, 0)]
        return distinct([p for p in out if not _any_terrorist(p)])

    def _burdened(self, trigger: Trigger) -> list[Party]:
        """On whom what is eased was put: "lifted the duty that it had imposed *on Kenyan* sweets"."""
        eased = syntax.direct_object(trigger.token)
        clauses = eased.kids("relcl", "acl") if eased is not None else []
        put = [t for c in clauses for word in ("on", "against") for t in syntax.prep_objects(c, word)]
        return self.parties_of(put) or [p for t in put for p in self._mentions.before.modifiers(t)]

    def _by_clause(self, deed: Token) -> list[Party]:
        """Who did what a clause tells of: "praised the role that *Kenya* has played"."""
        who = maker(deed)
        return self.parties_of([who]) if who is not None else []

    def _by_participle(self, deed: Token) -> list[Party]:
        """Who did what is judged, told by a participle: "the raid *carried out by Israel*"."""
        told = deed.kids("acl", "relcl")
        agents = [a for c in told for a in [syntax.agent(c)] if a is not None]
        agents += [a for c in told for a in [claimant(c)] if a is not None]
        return self.parties_of(agents)

    def _between(self, trigger: Trigger) -> bool:
        """Whether a passive tells of what is between two: "relations *between A and B* were severed"."""
        token = trigger.token
        passive = token.pos in syntax.VERBAL and syntax.is_passive(token) and syntax.agent(token) is None
        return passive and len(self.parties_of(self.slot(trigger, "between"))) > 1

    def _actor_slots(self, trigger: Trigger) -> tuple[str, ...]:
        """The slots of the actor, those that may as well bring the recipient last.

        Of "the Russian invasion of Ukraine" the "of" is whom it is done to; where nothing else names who does
        a hostile act, it names nobody.
        """
        entry = trigger.entry
        if entry.verb:
            return entry.actor
        shared = tuple(s for s in entry.actor if s in entry.recipient)
        own = tuple(s for s in entry.actor if s not in entry.recipient)
        return own if entry.type in HOSTILE else (*own, *shared)

    def _recipients(self, trigger: Trigger, home: frozenset[str]) -> list[Party]:
        """By the slots of the entry; of a hostile act whom "against" names before where it happens."""
        slots = trigger.entry.recipient
        if trigger.entry.type not in HOSTILE:
            return self._role(trigger, slots, WITHIN_RECIPIENT, home)
        direct = tuple(s for s in slots if s not in _WHERE)
        found = self._harmed(trigger) or self._role(trigger, direct, WITHIN_RECIPIENT, home)
        leaving = trigger.entry.mode == "withdraw"  # "vacated *its embassy* in Kabul"
        foreign = [p for p in found if not leaving or p.country is None or p.country not in home]
        return (
            foreign
            or self._other.against(trigger)
            or self._felled(trigger)
            or self._role(trigger, tuple(s for s in slots if s in _WHERE), WITHIN_RECIPIENT, home)
            or found
        )

    def _harmed(self, trigger: Trigger) -> list[Party]:
        """Those killed or hurt in an attack told by a noun: "*troops* died in the raid on the camp"."""
        if trigger.entry.verb or trigger.entry.type != "ASSAULT":
            return []
        found = sufferer(trigger.token)
        return self.parties_of([found]) if found is not None else []

    def _felled(self, trigger: Trigger) -> list[Party]:
        """Those killed or hurt when an attack told by a verb was made."""
        found = felled(trigger.token) if trigger.entry.type == "ASSAULT" and trigger.entry.verb else None
        return self.parties_of([found]) if found is not None else []

    def parties_of(self, tokens: list[Token]) -> list[Party]:
        """The parties that these heads and what is coordinated with them name."""
        return distinct([p for token in tokens for part in token.conjuncts() for p in self.parties(part)])

    def _role(
        self,
        trigger: Trigger,
        slots: tuple[str, ...],
        within: tuple[str, ...],
        home: frozenset[str] = frozenset(),
    ) -> list[Party]:
        for slot in slots:
            found: list[Party] = []
            for part in slot.split("+"):
                found.extend(self._slot_parties(trigger, part, within, home))
            if trigger.entry.type in _GIVEN or (home and trigger.entry.type == "REJECT"):
                found = [p for p in found if not means(p)]
            # "the French president warned that *Paris* would not talk"; a countryman is asked, though
            if slot == "clause" and trigger.entry.type != "REQUEST":
                threat = trigger.entry.type == "THREATEN"
                found = [p for p in found if not (threat or p.kind == "country") or p.country not in home]
            if found:
                return distinct(found)
        return []

    def _slot_parties(
        self, trigger: Trigger, slot: str, within: tuple[str, ...], home: frozenset[str]
    ) -> list[Party]:
        if slot == "modifier":
            found = self.meeting(trigger.token)
            if trigger.entry.type == "ASSAULT" and not trigger.entry.verb:
                found = [p for p in found if not self._named_after(p, trigger.token)]
            if not found and trigger.entry.verb:
                target = syntax.direct_object(trigger.token)
                parts = target.conjuncts() if target is not None else []
                found = next((told for t in parts if (told := self._mentions.before.modifiers(t))), [])
            return found
        if slot == "place":
            return self._place(trigger)
        if slot == "content":
            return self._inner.of(trigger)
        if slot == "speaker":
            return voice.speaker(trigger, self._mentions.memory, self.parties)
        out: list[Party] = []
        for token in self.slot(trigger, slot):
            for part in token.conjuncts():
                if part.pos in syntax.NOMINAL or part.pos == "ADJ":
                    out.extend(
                        self._wielders(part, slot) or self.parties(part) or self.within(part, within, 0, home)
                    )
        if slot == "subject" and not out:
            out = [p for t in self.slot(trigger, slot) for p in self._doers.spoken_by(t)]
        if slot == "subject" and trigger.token.rel == "acl":
            out = self._doers.decider(trigger.token) or out or self._doers.issuer(trigger.token)
        if slot == "subject" and not out and trigger.token.rel == "relcl":
            out = self._doers.issuer(trigger.token)
        if slot == "subject" and trigger.token.rel == "pcomp":
            out += self._doers.joined(trigger.token)
        if slot == "subject" and out:
            out += [p for p in self._doers.beside(trigger.token) if not any(p.same_as(q) for q in out)]
        if (
            not out
            and slot in ("object", "to", "in", "at")
            and trigger.entry.type == "CONSULT"
            and trigger.token.lemma not in _JOINING_IN
            and len(home) < 2
            and not self._meet_there(trigger)
        ):
            out = self._place(trigger)
        return out

    def _meet_there(self, trigger: Trigger) -> bool:
        """Whether several meet in a place, which is no party then: "the ministers met in Riga"."""
        who = syntax.subject(trigger.token) if trigger.token.pos in syntax.VERBAL else None
        several = who is not None and (who.tag in ("NNS", "NNPS") or who.child("conj") is not None)
        return several and trigger.entry.mode != "visit"

    def _wielders(self, weapon: Token, slot: str) -> list[Party]:
        """Who acts with the weapon that is a clause's subject: "drones launched by *the rebels* hit".

        Or is hit with it: "bombed guns that *the rebels* were using".
        """
        found = wielder(weapon) if slot in ("subject", "by") else user(weapon) if slot == "object" else None
        return self.parties_of([found]) if found is not None else []

    def own_paper(self, token: Token) -> list[Party]:
        """Whose a paper without an owner is: the body's whose text it is ("*The statement* called on")."""
        if token.lemma not in _PAPERS:
            return []
        if token.lower == "resolution":
            passed = self._mentions.memory.chamber(token)
            if passed:
                return passed
        ministry = any(c.text.istitle() and c.lower == "ministry" for c in token.kids("compound"))
        pointed = any(c.lower in ("the", "this") for c in token.kids("det"))
        return self._mentions.memory.issuer() if pointed or ministry else []

    def _named_after(self, party: Party, deed: Token) -> bool:
        """Whether a crime is named after where or whom it hit: "the *Salisbury* attack"."""
        if deed.lemma in VICTIMS:
            return True
        return self._mentions.sites.is_city(party)

    def modifiers(self, token: Token) -> list[Party]:
        """The states, bodies and persons in the words before a noun."""
        return self._mentions.before.modifiers(token)

    def named(self, token: Token) -> Party | None:
        """The proper name of a phrase, as a party that nobody knows."""
        return self._mentions.named(token)

    def scene(self, token: Token, trigger: Trigger) -> bool:
        """Whether a phrase says where an act took place: a city or a building after "in" or "at".

        In "agreed to build a bridge in Prague" it is part of what was agreed.
        """
        verb = next((a for a in token.ancestors() if a.pos in syntax.VERBAL), None)
        own = verb is None or verb is trigger.token or trigger.token in verb.subtree()
        return own and self._mentions.sites.scene(token)

    def parties(self, token: Token) -> list[Party]:
        """The parties that can take part in an event which a head names."""
        return [p for p in self._mentions.parties(token) if p.political]

    def within(
        self, token: Token, ways: tuple[str, ...], depth: int, home: frozenset[str] = frozenset()
    ) -> list[Party]:
        """The party inside a phrase that is none itself: "the *Syrian government's* attacks on Aleppo".

        `home` holds the actors' states (names, where they have none): "the U.S. commitment to Poland" has no
        American recipient.
        """
        if token.pos == "PRON":
            return []
        owner = token.child("poss")
        theirs: list[Party] = []  # "troops on *its* border with Chad" are where Chad is
        for way in ways:
            found: list[Party] = []
            if way == "poss":
                found = self.parties(owner) if owner is not None else []
            elif way == "modifier":
                found = self.meeting(token)
            else:
                for target in (*syntax.prep_objects(token, way), *_objects_of_clauses(token, way)):
                    if at_edge(target) and not syntax.prep_objects(target, "with"):
                        continue
                    if way in ("in", "with") and target.lemma in SERVING:
                        continue
                    if way in ("in", "at") and self._mentions.sites.sits(target, token):
                        continue
                    for part in target.conjuncts():
                        own = self.parties(part)
                        if not own and depth < 2:
                            own = self.within(part, ways, depth + 1, home)
                        found.extend(own)
            other = [p for p in found if p.country is None or p.country not in home or p.sector in _RISEN]
            if other or (found and way == "by"):
                return other or found
            if found and way == "poss":
                own_will = token.lemma in _WILLS and owner is not None and owner.tag != "PRP$"
                bond = token.lemma in _BONDS and bool(syntax.prep_objects(token, "with"))
                if not is_border(token) and not own_will and not bond:
                    return found
                theirs = found
        return theirs

    def meeting(self, noun: Token) -> list[Party]:
        """The states before a noun; one city before a meeting is where it is: "the *Geneva* talks"."""
        found = self._mentions.before.modifiers(noun)
        if len(found) == 1 and self._mentions.sites.seat(found[0], noun):
            return []
        return found or self._mentions.before.demanders(noun) or self._mentions.before.holders(noun)

    def _place(self, trigger: Trigger) -> list[Party]:
        """The state of the place where it happens, standing for whom it happens to."""
        heads = [trigger.token, *(w for w in trigger.words if w is not trigger.token)]
        carrier = self._support.carrier(trigger.token)
        if carrier is not None:
            heads.append(carrier)
        if trigger.entry.verb and (acting := syntax.subject(trigger.token)) is not None:
            heads.append(acting)
        for head in heads:
            for word in ("in", "at", "near", "to", "inside", "across", "outside", "on"):
                for target in syntax.prep_objects(head, word):
                    found = self._mentions.sites.place_party(target)
                    if found is not None:
                        return [found]
        affected = syntax.direct_object(trigger.token) if trigger.entry.verb else None
        party = self._mentions.sites.place_party(affected) if affected is not None else None
        return [party] if party is not None else []

    def slot(self, trigger: Trigger, slot: str) -> list[Token]:
        """The heads that fill a slot of a trigger."""
        found = self._slots.heads(trigger, slot)
        return self._outer(trigger.token) or found if slot == "subject" else found

    def _outer(self, verb: Token) -> list[Token]:
        """Who does what a thing cannot: "*Chad* complained that the ban hurt and *demanded*"."""
        clause = verb.first_conjunct
        if verb.rel != "conj" or clause.rel != "ccomp" or verb.tag != clause.head.tag:
            return []
        inner, outer = syntax.own_subject(clause), syntax.own_subject(clause.head)
        if inner is None or outer is None or verb.child("subj", "subjpass") is not None:
            return []
        return [outer] if not self.parties(inner) and self.parties(outer) else []

    def _telegraphic(self, trigger: Trigger) -> bool:
        """Whether the clause leaves its actor out, as log entries do ("Met with President Tudjman.")."""
        token = trigger.token
        if token.pos in syntax.VERBAL:
            return syntax.surface_subject(token) is None and not (
                syntax.is_passive(token) and syntax.agent(token) is not None
            )
        carrier = self._support.carrier(token)
        if carrier is not None:
            return syntax.surface_subject(carrier) is None
        return token.rel in ("root", "conj", "appos", "dep")


def _objects_of_clauses(token: Token, word: str) -> list[Token]:
    """Objects of the verbs after a preposition: "commitment to *deepening ties*"."""
    out: list[Token] = []
    for prep in token.kids("prep") if word in token.sent.words else ():
        if prep.lower == word:
            for verb in prep.kids("pcomp"):
                for part in verb.conjuncts():
                    out.extend(part.kids("obj"))
    return out


def _any_terrorist(party: Party) -> bool:
    """Whether somebody is but what an attack is called: "condemned the *terrorist* attack"."""
    return party.country is None and party.head is not None and party.head.lower == "terrorist"
