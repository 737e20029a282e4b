"""Where an event took place: the place that the words around its trigger name, as against who acts.

In order: where somebody goes, the territory that an act is done to, a phrase of place under the trigger, its
object or its clause, the place of the event on whose margins it was, the town of the dateline that "here" is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.gazetteer import Gazetteer, Located
from dragoman.coding.mentions import Mentions
from dragoman.coding.sufferers import deeds
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import load_words, word_set
from dragoman.knowledge.eras import state_on
from dragoman.knowledge.records import Facts
from dragoman.knowledge.resolver_persons import plain_date
from dragoman.language import Token
from dragoman.model import Document, Where

_FROM = ("from", "out")
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_INTO = ("to", "into", "in", "at")


#: acts of speech, which whoever they are addressed to is no place of
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})


#: what is discussed may be elsewhere: "discussed *the coup in Mali* with Chad"
_TALKING_OVER = frozenset({"discuss", "review", "debate", "address"})


#: how agreements come about: "struck *a deal in Baghdad*"
_STRIKING = frozenset({"strike", "clinch", "broker", "reach", "hammer", "forge"})
#: acts of those who were in a territory: "quit Kosovo"
_VACATING = frozenset({"quit", "leave", "evacuate", "vacate", "abandon", "exit"})


class Places:
    """Finds the places of the events of one text."""

    def __init__(self, doc: Document, mentions: Mentions, facts: Facts) -> None:
        self._doc = doc
        self._mentions = mentions
        self._gazetteer = Gazetteer(facts, mentions)
        words = load_words("places")
        self._at: tuple[str, ...] = tuple(words["at"])
        self._in = word_set("places", "in")
        self._goal: tuple[str, ...] = tuple(words["goal"])
        self._moves = word_set("places", "moves")
        self._territorial = word_set("places", "territorial")
        self._spoken = word_set("places", "spoken")
        self._bodily = word_set("places", "bodily")
        self._signing = word_set("places", "signing")
        self._onto = word_set("places", "onto")
        self._events = word_set("places", "events")
        self._missions = word_set("places", "missions")
        self._staying = word_set("places", "staying")

    def of(self, draft: Draft) -> Where | None:
        """Where the event took place, if its clause says so."""
        trigger = draft.trigger
        near = _states(draft, self._missions)
        day = plain_date(draft.when.edtf if draft.when is not None else self._doc.published)
        for found in self._readings(draft, trigger, near):
            if found is not None:
                country = found.country if found.state else state_on(found.country, found.name, day)
                return Where(
                    span=self._doc.span(found.start, found.end), name=found.name, country=country,
                    geonames=found.geonames,
                )  # fmt: skip
        return None

    def _readings(self, draft: Draft, trigger: Trigger, near: set[str]) -> Iterable[Located | None]:
        token = trigger.token
        if token.lemma in self._moves or trigger.entry.mode == "visit":
            target = syntax.direct_object(token) if trigger.entry.verb else None
            yield self._gazetteer.locate(target, near) if target is not None else None
            yield self._under(token, self._goal, near)
        if token.lemma in self._territorial or (token.lemma in _VACATING and draft.type == "RETREAT"):
            yield self._territory(trigger, near)
        if draft.type in ("RETREAT", "COERCE"):
            yield self._under(token, _FROM, near)
        if draft.type == "MOBILIZE":
            yield self._under(token, _INTO, near)
        heads = self._heads(draft, trigger)
        asked = {p.start for p in draft.recipients} if draft.type in _SPOKEN else set()  # "called on Lima"
        found = [place for head in heads for place in self._all_under(head, near)]
        yield _closest([place for place in found if place.start not in asked])
        for head in heads:
            yield self._aside(head, near)
        yield self._relative(token, near)
        if draft.type == "CONSULT":  # "met with President X *at State House, Nairobi*"
            people = [
                p.head for p in draft.parties if p.person and p.head is not None and p.head.pos == "PROPN"
            ]
            for head in people:
                yield self._under(head, ("at", "in"), near)
        if draft.type in self._bodily:
            for head in heads:
                yield self._beyond(head, near)
                yield self._fought(head, near)
            for party in draft.recipients:
                yield self._where_they_are(party.head, near) if party.head is not None else None
            subject = syntax.surface_subject(syntax.clause_verb(token))
            yield self._under(subject, self._at, near) if subject is not None else None
        for head in heads:
            if head.lemma in self._signing and syntax.is_verb(head):
                yield self._last_of(syntax.direct_object(head), near)
                by = syntax.agent(head)  # "signed *by ministers in Maputo*"
                yield self._under(by, self._at, near) if by is not None else None

        yield next((f for head in heads if (f := self._here(head)) is not None), None)

    def _here(self, head: Token) -> Located | None:
        """The town of the dateline, where the correspondent tells what happened *here*."""
        words = [t for t in head.kids("advmod") if t.lower == "here"]
        filed = self._mentions.filed(head.sent.i) if words else None
        if filed is None or filed.town is None:
            return None
        town = filed.town
        return Located(words[0].start, words[0].end, town.name, filed.state, town.geonames)

    def _territory(self, trigger: Trigger, near: set[str]) -> Located | None:
        """The territory that is seized, bombed, invaded."""
        if trigger.token.pos in syntax.VERBAL:
            target = syntax.direct_object(trigger.token)
            targets = [target] if target is not None else []
        else:
            targets = [t for word in ("of", "into") for t in syntax.prep_objects(trigger.token, word)]
        for target in targets:
            found = self._gazetteer.locate(target, near, stated=True)
            if found is not None:
                return found
        return None

    def _under(self, head: Token, words: Iterable[str], near: set[str]) -> Located | None:
        asked = [(t, word in self._in) for word in words for t in syntax.prep_objects(head, word)]
        for token, stated in sorted(asked, key=lambda pair: pair[0].i):
            found = self._gazetteer.locate(token, near, stated=stated)
            if found is not None:
                return found
        return None

    def _all_under(self, head: Token, near: set[str]) -> Iterable[Located]:
        for word in self._at:
            for token in syntax.prep_objects(head, word):
                found = self._gazetteer.locate(token, near, stated=word in self._in)
                if found is not None and not (found.state and word == "on"):  # "called on Russia"
                    yield found

    def _beyond(self, head: Token, near: set[str]) -> Located | None:
        """The place of those whom it is done to: "clashed with *police in Tbilisi*"."""
        for prep in head.kids("prep", "agent", "dative"):
            for token in prep.kids("pobj") if prep.lower in self._onto else ():
                found = self._under(token, self._at, near)
                if found is not None:
                    return found
        return None

    def _fought(self, head: Token, near: set[str]) -> Located | None:
        """The place of the raid in which it happened: "killed *in a raid* on a house *in Jalalabad*"."""
        for fight in syntax.prep_objects(head, "in"):
            inner = [t for t in fight.subtree() if t.rel == "pobj" and t.head.lower in self._at]
            for token in inner if fight.lemma in deeds() else ():
                found = self._gazetteer.locate(token, near, stated=token.head.lower in self._in)
                if found is not None:
                    return found
        return None

    def _where_they_are(self, head: Token, near: set[str]) -> Located | None:
        """The place of those whom it is done to: "aid to *refugees in Jordan*", "*held in* Y"."""
        if head.rel in ("compound", "nmod"):  # "a *Nairobi* shopping mall"
            found = self._gazetteer.locate(head, near)
            return found if found is not None and not found.state else None
        stays = [verb for verb in head.kids("acl", "relcl") if verb.lemma in self._staying]
        return next((f for w in (head, *stays) if (f := self._under(w, self._at, near)) is not None), None)

    def _last_of(self, paper: Token | None, near: set[str]) -> Located | None:
        """The place told at the end of a paper's name: "signed [the Treaty on Fisheries *in Lima*]"."""
        if paper is None or paper.rel != "obj":
            return None
        last = paper.subtree()[-1]
        while last.rel in ("punct", "compound", "det") and last.head is not paper:
            last = last.head
        if last.rel != "pobj" or last.head.lower not in ("in", "at", "on") or last.head.head is paper:
            return None
        found = self._gazetteer.locate(last, near)
        return found if found is not None and not found.state else None

    def _aside(self, head: Token, near: set[str]) -> Located | None:
        """The place of the gathering beside which it was: "on the margins of the summit in Lima"."""
        for prep in head.kids("prep"):
            for token in prep.kids("pobj") if prep.lower in ("on", "at", "during", "after", "before") else ():
                if token.lemma in self._events or token.lower in self._events:
                    found = self._gazetteer.locate(token, near)
                    if found is not None:
                        return found
        return None

    def _relative(self, token: Token, near: set[str]) -> Located | None:
        """The place that a clause with "where" hangs on: "Aleppo, *where* rebels shelled a school"."""
        for verb in (token, *token.ancestors()):
            if verb.rel == "relcl":
                where = any(c.lower == "where" for c in verb.children)
                found = self._gazetteer.locate(verb.head, near) if where else None
                placed = verb.head.rel == "pobj" and verb.head.head.lower in self._at
                return found if found is not None and (placed or not found.state) else None
        return None

    def _heads(self, draft: Draft, trigger: Trigger) -> list[Token]:
        """Under which words a phrase of place belongs to the event."""
        spoken = draft.type in self._spoken and trigger.token.lemma not in self._signing
        struck = trigger.token.lemma in _STRIKING
        heads = [trigger.token]
        heads += [w for w in trigger.words if w is not trigger.token and (struck or not spoken)]
        spoken = spoken or (draft.type == "CONSULT" and trigger.token.lemma in _TALKING_OVER)
        if trigger.entry.verb and not spoken:
            target = syntax.direct_object(trigger.token)
            heads.extend(t for t in (target.conjuncts() if target is not None else ()) if t not in heads)
        if not trigger.entry.verb:  # "an agreement *signed* in Maputo"
            heads += [t for t in trigger.token.kids("acl") if t.lemma in self._signing and t not in heads]
        verb = syntax.clause_verb(trigger.token)
        if verb not in heads and syntax.is_verb(verb):
            heads.append(verb)
        return heads


def _closest(found: list[Located]) -> Located | None:
    """The first place told that is less than a state, of the state told beside it if its own is unknown."""
    if not found:
        return None
    found = sorted(found, key=lambda place: place.start)
    first = next((place for place in found if not place.state), found[0])
    country = first.country or next((place.country for place in found if place.country), None)
    return replace(first, country=country)


def _states(draft: Draft, missions: frozenset[str]) -> set[str]:
    """The states that settle an ambiguous name: of force, those of whom it is used on."""
    done_to = {p.country for p in draft.recipients if p.country}
    if draft.type == "PROTEST":  # a crowd at an embassy is where it lives
        abroad = {p.country for p in draft.recipients if p.head is not None and p.head.lemma in missions}
        return {p.country for p in draft.parties if p.country} - abroad
    if draft.type in _FORCE:
        return done_to
    return {p.country for p in draft.parties if p.country}
