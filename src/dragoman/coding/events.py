"""From a parse to the drafts of a document's events: the components in their order.

Times and places that a clause does not give come from the event above it in the sentence, then from the
latest event before it of the same parties; the basis of the date says so.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

from dragoman.coding import syntax
from dragoman.coding.answers import Answers
from dragoman.coding.aspects import Aspects
from dragoman.coding.assigner import Assigner
from dragoman.coding.attribution import FoundAttribution, find_attributions
from dragoman.coding.authors import authors_of, paired_by, related_by
from dragoman.coding.bystanders import stand_aside
from dragoman.coding.candidates import alone_standing, propose
from dragoman.coding.carriers import SupportVerbs
from dragoman.coding.caster import Caster, Open, every_act
from dragoman.coding.draft import Draft
from dragoman.coding.followers import followers
from dragoman.coding.holders import Holders
from dragoman.coding.instruments import Instruments
from dragoman.coding.leading import of_leading_state
from dragoman.coding.links import Links
from dragoman.coding.localise import localise, of_one_state
from dragoman.coding.logs import entry_date
from dragoman.coding.mentions import Mentions
from dragoman.coding.oughts import RULE as OUGHT
from dragoman.coding.oughts import oughts
from dragoman.coding.outcomes import outcomes
from dragoman.coding.outlook import Outlooks
from dragoman.coding.party import Party
from dragoman.coding.places import Places
from dragoman.coding.presupposed import RULE as PRESUPPOSED
from dragoman.coding.presupposed import presupposed
from dragoman.coding.ranker import Ranker
from dragoman.coding.roles import RoleFinder
from dragoman.coding.sameness import Sameness, governing
from dragoman.coding.sources import set_sources, with_kinds
from dragoman.coding.standings import (
    abroad,
    background,
    considered,
    intended,
    of_era,
    set_standing,
    unopposed,
)
from dragoman.coding.status import StatusWords, happens
from dragoman.coding.timing import Timing, fronted, in_own_paper, told_before
from dragoman.coding.triggers import Trigger, find_triggers
from dragoman.coding.unknown import Unknowns
from dragoman.coding.wordlists import load_words, word_set
from dragoman.knowledge.records import Facts
from dragoman.knowledge.resolver import Resolver
from dragoman.language import Parse
from dragoman.lexicon.loader import Lexicon
from dragoman.model import Agreement, Document, Link, Outlook, Quote, When

_AFTER = frozenset({"after", "since", "before", "until", "once", "when"})
_NEAR = 3  # sentences over which a date or place carries to an event of the same parties


@dataclass(frozen=True, slots=True)
class Coded:
    """What was read from one parse."""

    drafts: list[Draft]
    said: list[FoundAttribution]
    agreements: list[Agreement]
    outlook: list[Outlook]
    unknowns: list[Quote]
    links: list[Link]


class Coder:
    """Holds the word lists and codes one parse after the other; keeps nothing of a document."""

    def __init__(
        self,
        facts: Facts,
        resolver: Resolver,
        lexicon: Lexicon,
        ranker: Ranker | None = None,
        assigner: Assigner | None = None,
        caster: Caster | None = None,
    ) -> None:
        self._facts = facts
        self._resolver = resolver
        self.lexicon = lexicon
        self.ranker = ranker
        self.assigner = assigner
        self.caster = caster
        self._support = SupportVerbs(
            lexicon.support_verbs["subject"] | lexicon.support_verbs["aspect"],
            lexicon.support_verbs["recipient"],
        )
        self._status = StatusWords(
            modals=lexicon.status_words("modals"),
            govern=lexicon.status_words("govern"),
            govern_adjective=lexicon.status_words("govern_adjective"),
            before_noun=lexicon.status_words("before_noun"),
            conditions=frozenset(lexicon.status_words("conditions")),
            on_noun=lexicon.status_words("on_noun"),
            forecast=frozenset(lexicon.status_words("forecast")),
            purpose=frozenset(lexicon.status_words("purpose")),
            idle=frozenset(lexicon.status_words("idle")),
            prospect=frozenset(lexicon.status_words("prospect")),
        )
        self._answers = Answers()
        self._aspects = Aspects(lexicon)
        self._outcome = word_set("links", "outcome")
        self._sameness = Sameness(load_words("links")["event_nouns"])
        self._holders = Holders(resolver)
        self._links = Links()
        self._instruments = Instruments()
        self._outlooks = Outlooks(self._status.forecast, self._instruments)
        self._unknowns = Unknowns()

    def with_ranker(self, ranker: Ranker | None) -> Coder:
        """A coder that shares everything with this one but the ranker."""
        other = copy.copy(self)
        other.ranker = ranker
        return other

    def with_assigner(self, assigner: Assigner | None) -> Coder:
        """A coder that shares everything with this one but the assigner."""
        other = copy.copy(self)
        other.assigner = assigner
        return other

    def with_caster(self, caster: Caster | None) -> Coder:
        """A coder that shares everything with this one but the caster."""
        other = copy.copy(self)
        other.caster = caster
        return other

    def roles(self, doc: Document, parse: Parse) -> RoleFinder:
        """The finder of roles among the mentions of a document."""
        return RoleFinder(self._mentions(doc, parse, Timing(doc, parse)), self._support)

    def _mentions(self, doc: Document, parse: Parse, timing: Timing, title: Parse | None = None) -> Mentions:
        titled: tuple[Party, ...] = ()
        authors: tuple[Party, ...] = ()
        paired: tuple[Party, ...] = ()
        related: tuple[Party, ...] = ()
        if title is not None:
            whole = Document.of(title.text, published=doc.published, publisher=doc.publisher)
            told = Mentions(whole, title, self._facts, self._resolver)
            titled, paired = told.memory.story.people(), paired_by(told)
            authors, related = authors_of(told), related_by(told)
        said = find_attributions(parse, doc)
        return Mentions(
            doc, parse, self._facts, self._resolver, timing.words(), titled, said, authors, timing.years(),
            paired or (authors if len(authors) > 1 else ()), related,
        )  # fmt: skip

    def proposals(self, doc: Document, parse: Parse) -> list[Draft]:
        """What the lexicon proposes and a ranker is asked about."""
        timing = Timing(doc, parse)
        dates = timing.words()
        roles = RoleFinder(self._mentions(doc, parse, timing), self._support)
        return propose(self._groups(parse, dates), roles)

    def every_act(self, doc: Document, parse: Parse, title: Parse | None = None) -> list[Open]:
        """Each act that the lexicon's words tell, with nobody cast, for who trains a caster."""
        timing = Timing(doc, parse)
        mentions = self._mentions(doc, parse, timing, title)
        groups = self._groups(parse, timing.words())
        return list(every_act(groups, RoleFinder(mentions, self._support), mentions))

    def _groups(self, parse: Parse, dates: frozenset[int]) -> list[list[Trigger]]:
        return [g for g in find_triggers(parse, self.lexicon) if g[0].token.i not in dates]

    def ruled(
        self, doc: Document, parse: Parse, title: Parse | None = None
    ) -> tuple[list[Draft], Mentions, Timing]:
        """The events of a text as the rules and the ranker make them, with parties, times and standing."""
        timing = Timing(doc, parse)
        dates = timing.words()
        mentions = self._mentions(doc, parse, timing, title)
        groups = self._groups(parse, dates)
        roles = RoleFinder(mentions, self._support)
        drafts = self._drafts(groups, roles, mentions)
        drafts += outcomes(groups, drafts, roles, self._outcome)
        drafts += oughts(parse, mentions, drafts)
        drafts.sort(key=lambda d: d.trigger.start)
        drafts += followers(parse, mentions, drafts)
        drafts.sort(key=lambda d: d.trigger.start)
        drafts = [d for d in drafts if d.rule == PRESUPPOSED or happens(d.trigger, self._status)]
        places = Places(doc, mentions, self._facts)
        for draft in drafts:
            draft.when = timing.of(draft.trigger)
            draft.where = places.of(draft)
            stand_aside(draft)
            localise(draft, mentions)
            self._aspects.mode(draft, doc)
            if draft.rule not in (OUGHT, PRESUPPOSED):
                set_standing(draft, doc, self._status, home=mentions.memory.home, log=timing.log)
            if draft.status == "planned" and not timing.log:
                draft.when = timing.due(draft.trigger, draft.when)
        of_one_state(drafts)
        drafts = [d for d in drafts if not unopposed(d)]
        drafts = [d for d in drafts if intended(d, mentions) and abroad(d) and considered(d, self._status)]
        background(drafts, dated=doc.published is not None)
        self._answers.settle(drafts, mentions)
        of_leading_state(drafts, mentions)
        return [d for d in drafts if d.recipients or not d.open], mentions, timing

    def _drafts(self, groups: list[list[Trigger]], roles: RoleFinder, mentions: Mentions) -> list[Draft]:
        """The drafts of all triggers: those of the rules that hold, and those that the caster adds."""
        proposed = propose(groups, roles)
        drafts = self.ranker.dispose(proposed) if self.ranker is not None else proposed
        cast = self.caster.events(groups, proposed, roles, mentions) if self.caster is not None else []
        if cast:
            drafts = sorted((*drafts, *cast), key=lambda d: d.trigger.start)
        kept = alone_standing(drafts)
        return sorted((*kept, *presupposed(proposed, kept)), key=lambda d: d.trigger.start)

    def code(self, doc: Document, parse: Parse, title: Parse | None = None) -> Coded:
        """Everything that one document tells; the parse of its title may settle who is meant."""
        drafts, mentions, timing = self.ruled(doc, parse, title)
        if self.assigner is not None:
            self.assigner.settle(drafts, mentions)
            for draft in drafts:
                stand_aside(draft)
        self._answers.complete(drafts, mentions)
        _inherit(drafts, timing)
        for draft in drafts:
            if timing.log and draft.when is None and draft.status == "occurred":
                draft.when = entry_date(doc)
        drafts = self._sameness.merge(drafts)
        self._sameness.references(drafts, parse, doc)
        for draft in drafts:
            self._holders.settle(draft, doc)
        said = with_kinds(mentions.said, mentions)
        for number, draft in enumerate(drafts, 1):
            draft.id = f"e{number}"
            self._aspects.contexts(draft, doc)
            self._aspects.topics(draft, doc, parse)
            self._aspects.tone(draft, doc)
        set_sources(drafts, said, doc, mentions)
        return Coded(
            drafts,
            said,
            self._instruments.find(doc, parse, mentions, drafts),
            self._outlooks.find(doc, parse, drafts, said, timing),
            self._unknowns.find(doc, parse),
            self._links.find(drafts, parse),
        )


def _inherit(drafts: list[Draft], timing: Timing) -> None:
    """Hand times and places on: from the event above in the sentence, then from the one before."""
    for place, draft in enumerate(drafts):
        if told_before(draft.token) or fronted(draft.token):
            continue
        _of_second_verb(draft, drafts)
        _of_next_clause(draft, drafts)
        above = governing(draft, drafts)
        before = [] if timing.goes_on(draft.trigger) else [d for d in drafts[:place] if _carries(d, draft)]
        same = [d for d in before if _goes_on(d, draft) and not _at_another_time(draft, drafts)]
        dated = not timing.unresolved(draft.trigger)
        for other, how in ((above, "of the event it belongs to"), (_last(same), "of the event before it")):
            if other not in (None, draft) and draft.when is None and other.when is not None and dated:
                draft.when = _handed(other.when, how)
        for other in (above, _last(before)):
            if other in (None, draft) or not draft.type == "CONSULT" == other.type:
                continue
            draft.where = draft.where or other.where


def _at_another_time(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a clause tells of a time of its own: "*after it left in 1970*, X", "*during World War II*"."""
    verb = syntax.clause_verb(draft.token)
    after = [d for d in drafts if d.sentence is draft.sentence and d is not draft and d.when is not None]
    return of_era(draft.token) or any(
        clause.rel == "advcl" and clause.head is verb and any(m.lower in _AFTER for m in clause.kids("mark"))
        for clause in (syntax.clause_verb(d.token) for d in after)
    )


def _of_second_verb(draft: Draft, drafts: list[Draft]) -> None:
    """Time and place told after the second of two verbs with one object: "beat and *held* him on Friday"."""
    verb = draft.token
    if verb.pos != "VERB" or verb.child("obj", "prep", "npmod") is not None:
        return
    second = next((d for d in drafts if d.token.rel == "conj" and d.token.head is verb), None)
    if second is None or second.token.child("subj", "subjpass") is not None:
        return
    if draft.when is None and second.when is not None:
        draft.when = _handed(second.when, "of the event told with it")
    draft.where = draft.where or second.where


def _of_next_clause(draft: Draft, drafts: list[Draft]) -> None:
    """The time told after the second of two passives: "ties were cut and *the embassy was closed in May*"."""
    verb = draft.token if draft.trigger.entry.verb else syntax.clause_verb(draft.token)
    if draft.when is not None or verb.child("subjpass") is None:
        return
    joined = [d for d in drafts if d.when is not None and d.token.rel == "conj" and d.token.head is verb]
    second = next((d for d in joined if d.token.child("subjpass") is not None), None)
    if second is not None and second.when is not None:
        draft.when = _handed(second.when, "of the event told with it")


def _carries(earlier: Draft, later: Draft) -> bool:
    """Whether time and place may carry on: a close sentence, the same states, both told as happened."""
    if earlier.status not in ("occurred", "historical") or later.status not in ("occurred", "historical"):
        return False
    if earlier.when is None and earlier.where is None:
        return False
    if not 0 <= later.sentence.i - earlier.sentence.i <= _NEAR:
        return False
    if in_own_paper(earlier.trigger):
        return False
    clause = syntax.clause_verb(earlier.token)
    if any(t.first_conjunct.rel in ("relcl", "acl") for t in (earlier.token, clause)):
        return False  # "the chief, *who declared* a curfew in May, arrested the mayor"
    mine = frozenset(p.country or (p.name or "").casefold() for p in later.actors)
    return bool(mine) and mine <= earlier.countries


def _last(drafts: list[Draft]) -> Draft | None:
    return drafts[-1] if drafts else None


def _goes_on(earlier: Draft, later: Draft) -> bool:
    """Whether the same party acts, whose date it is then; another of its state has his own."""
    return bool(later.actors) and any(_one(later.actors[0], party) for party in earlier.parties)


def _one(later: Party, earlier: Party) -> bool:
    """Whether two mentions are of one party: the same, the later the state or the office of the earlier."""
    if later.same_as(earlier):
        return True
    if later.office and not later.person and later.country == earlier.country is not None:
        led = later.head is not None and later.head.lemma == "leader" and earlier.kind in ("person", "office")
        return led or later.office.casefold() == (earlier.office or "").casefold()
    ruling = later.sector == earlier.sector == "GOV" and later.country == earlier.country is not None
    return ruling and later.kind == "country"


def _handed(when: When, how: str) -> When:
    stated = when.basis.split(": ", 1)[1] if when.basis.startswith("the date of the event") else when.basis
    return When(span=when.span, edtf=when.edtf, basis=f"the date {how}: {stated}")
