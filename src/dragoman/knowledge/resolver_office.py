"""Offices and who holds them: titles alone, titles with names, and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.knowledge.records import Tenure
from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_persons import Query, choose, within
from dragoman.knowledge.resolver_state import Ask, Modifiers, Phrase
from dragoman.knowledge.resolver_titles import Tail, Title

if TYPE_CHECKING:
    from dragoman.knowledge.resolver_read import Reader

_OWNING = frozenset({"of", "for", "to", "at", "with", "in", "from"})
_LONGEST_NAME = 5
_LOCAL = frozenset({"in", "at", "from"})
_PREFIX = re.compile(r"(?i)(?:ex|then)-(?=\w)")
_COMING = re.compile(r"(?i)[- ](?:elect|designate)\b")
_INNER = re.compile(r" (?:of|to|for|in|at) ")
_FORMER_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", None})


class OfficeReader:
    """Reads phrases with a title."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        lists = reader.words
        self._skip = (
            lists.former | lists.styles | lists.plain | lists.honorifics.keys()
        ) - lists.office_words

    def read(self, ph: Phrase, a: int, title: Title, core: int, b: int, ask: Ask, depth: int) -> Draft:
        """The draft of a titled phrase: an office, or the person who is named with it."""
        mods = self._reader.states.modifiers(ph, a, title.start, ask)
        tail = self._tail(ph, title, b, ask, depth)
        draft = Draft(sector=title.noun.sector, kind="office", score=0.6)
        draft.office = self._office_text(ph, a, title, tail, mods)
        draft.country = mods.country
        draft.igo = mods.igo and not mods.country
        self._owner(title, mods, tail, draft)
        if draft.igo:
            draft.entity = mods.entity.id if mods.entity else tail.owner.entity if tail.owner else None
        elif mods.entity is not None and mods.entity.kind == "group":
            draft.entity = mods.entity.id
        self._sector(title, mods, tail, draft)
        if tail.name is not None:
            self._person(ph, tail.name, draft, title.role, ask)
        else:
            self._unnamed(ph, a, title, draft, mods, ask)
        if (mods.former or ph.words[title.start].low.startswith("ex-")) and draft.sector in _FORMER_SECTORS:
            draft.sector = "ELI"
            draft.because("no longer in office")
        return draft

    def _tail(self, ph: Phrase, title: Title, b: int, ask: Ask, depth: int) -> Tail:
        """Reads what follows the title: "of Jordan", "for President X", "to Germany Vladimir Y", a name."""
        words, k = ph.words, title.end
        tail = Tail(k)
        if k > title.start and words[k - 1].comma:
            return tail
        while k + 1 < b and words[k].low in _OWNING and words[k].hit < 0:
            prep, k = words[k].low, k + 1
            end = self._object(ph, title, k, b, prep, tail, ask, depth)
            if end <= k:
                return tail
            k = end
            if words[k - 1].comma:
                break
        if k < b and words[k].low in ("and", "&") and k + 1 < b:
            second = self._reader.titles.find(ph, k + 1, min(k + 5, b), b)
            if second is not None:
                inner = self._tail(ph, second, b, ask, depth)
                inner.owner = tail.owner or inner.owner
                inner.object_of = tail.object_of or inner.object_of
                return inner
        if tail.name is None:
            tail.name = self._reader.titles.name_run(ph, k, b)
            if tail.name is not None:
                self._after_name(ph, title, tail, b, ask, depth)
        return tail

    def _after_name(self, ph: Phrase, title: Title, tail: Tail, b: int, ask: Ask, depth: int) -> None:
        """ "Prime Minister Boris Johnson of the United Kingdom"; where he is ("in Cairo") says nothing."""
        assert tail.name is not None
        k = tail.name[1]
        words = ph.words
        if k - tail.name[0] == 1 and words[k - 1].hit >= 0 and tail.owner is None:
            entity = self._reader.states.entity_of(ph.hits[words[k - 1].hit], ask)
            if (
                entity is not None
                and entity.kind == "country"
                and not self._reader.facts.people(words[k - 1].text)
            ):
                tail.owner, tail.name = self._reader.states.of_entity(entity, "name", ask), None
                return
        if k + 1 < b and words[k].low == "of" and tail.owner is None:
            tail.owner = self._reader.range(ph, k + 1, b, ask, None, depth + 1)

    def _object(
        self, ph: Phrase, title: Title, k: int, b: int, prep: str, tail: Tail, ask: Ask, depth: int
    ) -> int:
        """Reads the object of a preposition after a title; returns its end, or k if it ends the phrase."""
        words, lists = ph.words, self._reader.words
        sent = title.role in lists.sent and prep != "of"
        start = k
        while k < b and words[k].hit < 0 and words[k].low == "the":
            k += 1
        if k < b and words[k].hit >= 0 and not words[k].poss and not self._in_portfolio(ph, k):
            end = ph.hit_end(k)
            hit = ph.hits[words[k].hit]
            following = words[end].low if end < b else ""
            stops = (
                end >= b
                or (words[end].cap and not self._is_body(ph, k, b))
                or following in lists.prepositions
                or following == "and"
            )
            ends_office = end < b and words[end].cap and self._reader.titles.at(words, end, b) is not None
            if (
                hit.kind not in ("adjective", "people")
                and stops
                and not words[end - 1].poss
                and not ends_office
            ):
                entity = self._reader.states.entity_of(hit, ask)
                if entity is not None:
                    self._own(tail, self._reader.states.of_entity(entity, hit.kind, ask), prep, sent)
                if sent or (entity is not None and entity.kind != "country"):
                    tail.office_end = end
                return end
        cut = self._next_title(ph, k, self._trailing_name(ph, k, b))
        end = k if self._is_body(ph, k, cut) else self._portfolio(ph, k, cut)
        if end > k and prep in ("of", "for"):
            tail.office_end = end
            return end
        obj = self._reader.object(ph, start, cut, ask, depth + 1)
        self._own(tail, obj, prep, sent)
        if obj.kind != "country" or obj.sector != "GOV" or sent:
            tail.office_end = cut
        return cut if cut < b else start

    def _trailing_name(self, ph: Phrase, k: int, b: int) -> int:
        """Where a personal name starts that ends the phrase ("of the Central Bank *Jane Doe*"), or b."""
        words, lists, j = ph.words, self._reader.words, b
        while j > k:
            word = words[j - 1]
            if word.hit >= 0 or (word.comma and j < b) or not (word.cap or word.low in lists.particles):
                break
            if word.low in lists.portfolio or word.low in lists.bodies or word.low in lists.groups:
                break
            j -= 1
        while j < b and words[j].low in lists.particles and not words[j].cap:
            j += 1
        if not (k < j < b) or b - j > _LONGEST_NAME or words[j - 1].comma or words[j - 1].poss:
            return b
        before = words[j - 1]
        known = before.hit >= 0 or before.low in lists.portfolio or before.low in lists.bodies
        if before.hit >= 0 and ph.hits[before.hit].kind in ("adjective", "people"):
            return b
        return j if known or before.low in lists.groups else b

    def _next_title(self, ph: Phrase, k: int, b: int) -> int:
        """Where "and" leads to a second title ("to the President *and* Coordinator for"), or b."""
        for j in range(k + 1, b - 1):
            if ph.words[j].low == "and" and ph.words[j].hit < 0 and ph.words[j - 1].cap:
                second = self._reader.titles.find(ph, j + 1, min(j + 4, b), b)
                first = self._reader.titles.find(ph, k, j, j)
                if second is not None and first is not None:
                    return j
        return b

    def _is_body(self, ph: Phrase, k: int, b: int) -> bool:
        """Whether the words up to the next preposition end in the noun of a body or group."""
        end = k
        while end < b and (
            ph.words[end].hit >= 0 or ph.words[end].low not in self._reader.words.prepositions
        ):
            end += 1
            if ph.words[end - 1].comma:
                break
        if end - k < 2:
            return False
        noun = self._reader.groups.noun_at(ph, k, end - 1)
        return noun is not None and noun.start > k and noun.key not in self._reader.words.surnames

    def _in_portfolio(self, ph: Phrase, k: int) -> bool:
        """Whether a word is of a portfolio ("Asian", "European") and not the start of a longer known name."""
        word = ph.words[k]
        if word.low not in self._reader.words.portfolio:
            return False
        return word.hit < 0 or ph.hit_end(k) == k + 1

    def _portfolio(self, ph: Phrase, k: int, b: int) -> int:
        """The end of "Trade and Industry" at word k; k if there is none. Commas join parts of a portfolio."""
        words, end, j = ph.words, k, k
        while j < b and self._in_portfolio(ph, j):
            joined = words[j].low in ("and", "&", "the")
            j += 1
            if not joined:
                end = j
            elif self._reader.titles.at(words, j, b) if j < b else True:
                break
        return end

    def _own(self, tail: Tail, obj: Draft, prep: str, sent: bool) -> None:
        if not obj.political:
            country = next((c.country for c in obj.candidates if c.country), None)
            if country is None:
                return
            obj = Draft(None, country, "GOV", "country", score=0.5)
        if sent or (prep in _LOCAL and prep != "from"):
            tail.object_of = tail.object_of or obj
        elif tail.owner is None:
            tail.owner = obj

    def _owner(self, title: Title, mods: Modifiers, tail: Tail, draft: Draft) -> None:
        """Whose the office is, by the text."""
        owner, sent_to = tail.owner, tail.object_of
        if draft.country:
            draft.score = 0.9
            draft.because(f"the text names the state {draft.country}")
            if sent_to and sent_to.country and sent_to.country != draft.country:
                draft.suggest(sent_to.country, 0.2, "where the office is exercised", sent_to.name)
            return
        if len(mods.countries) > 1:
            for country in mods.countries:
                draft.suggest(country, 0.4, "one of the states named")
            return
        if draft.igo:
            draft.score = 0.9
            return
        if owner is not None and (owner.country or owner.igo):
            draft.country, draft.igo = owner.country, owner.igo
            draft.score = 0.9 if owner.score >= 0.7 else 0.7
            draft.because(f"of {owner.name or owner.country}")
        elif sent_to is not None and sent_to.country:
            if title.role in self._reader.words.sent or title.noun.sector == "MIL":
                draft.suggest(sent_to.country, 0.2, "where the office is exercised", sent_to.name)
            else:
                draft.country, draft.score = sent_to.country, 0.6
                draft.because(f"located in {sent_to.name or sent_to.country}")

    def _sector(self, title: Title, mods: Modifiers, tail: Tail, draft: Draft) -> None:
        """The sector: of the body served for roles that have none of their own."""
        light = title.noun.light
        entity, owner = mods.entity, tail.owner
        if (
            mods.people in self._reader.words.stateless
            and light
            and mods.people not in ("muslim", "christian", "sunni")
        ):
            draft.sector = "GOV" if mods.people and "cypriot" in mods.people else "REB"
        ministerial = title.role == "secretary" and mods.sector == "MIL"  # "the Defence Secretary" governs
        if light and mods.sector and not ministerial and not (entity is not None and entity.sector):
            draft.sector = mods.sector
        if entity is not None and entity.sector:
            if light or entity.sector in ("REB", "IGO"):
                draft.sector = entity.sector
        elif owner is not None and owner.kind in ("organisation", "group") and owner.sector:
            if light or owner.igo:
                draft.sector = owner.sector
            if light and owner.sector == "CVL":
                draft.sector = title.noun.sector
        elif owner is not None and light and owner.kind == "person" and owner.sector in ("REB", "OPP", "PTY"):
            draft.sector = owner.sector
        if draft.igo and not draft.country:
            draft.sector = "IGO"
        elif draft.sector == "IGO" and draft.country:
            draft.sector = title.noun.sector

    def _office_text(self, ph: Phrase, a: int, title: Title, tail: Tail, mods: Modifiers) -> str:
        start = max(a, mods.after_state) if mods.after_state <= title.start else a
        while start < title.start and (
            ph.words[start].low in self._skip or ph.words[start].low.startswith("ex-")
        ):
            start += 1
        text = ph.slice(start, max(tail.office_end, title.end))
        return _PREFIX.sub("", text)

    def _codes(self, draft: Draft) -> tuple[str, ...]:
        """The codes of an office; those of bodies are also known by the body's name ("NATO chief")."""
        if draft.office is None:
            return ()
        facts, office = self._reader.facts, _COMING.sub("", draft.office)
        codes = facts.office_codes(office, draft.entity or draft.country)
        body = facts.entity(draft.entity) if draft.entity else None
        if body is None:
            return codes
        role = office.rsplit(" ", 1)[-1] if body.kind == "group" else f"{body.name} {office}"
        own = (role.lower(),) if body.kind == "group" else facts.office_codes(role, body.id)
        return (*own, *codes)

    def _person(self, ph: Phrase, name: tuple[int, int], draft: Draft, role: str, ask: Ask) -> None:
        """The person named with a title."""
        draft.kind = "person"
        draft.person = draft.name = ph.slice(*name)
        draft.score = max(draft.score, 0.6)
        stated = draft.country
        found = choose(
            self._reader.facts,
            Query(
                draft.person,
                title=_COMING.sub("", draft.office or ""),
                country=stated,
                date=ask.date,
                near=ask.near,
                titled=True,
            ),
        )
        if found is not None and draft.igo and found.tenure.country is not None:
            found = None
        if found is None:
            draft.because("a person whom the knowledge base does not have")
            self._fallback(draft, role, ask, named=True)
            return
        if found.tenure.country is None and self._of_body(found.tenure, draft):
            return
        if not found.sure:
            for tenure in (found.tenure, *found.others):
                draft.suggest(tenure.country, 0.4, found.reason, tenure.person)
            self._fallback(draft, role, ask, named=True)
            return
        if found.named:
            draft.name = found.tenure.person
        if stated is None and not draft.igo:
            entity = self._reader.facts.entity(found.tenure.entity)
            draft.country = found.tenure.country or (entity.country if entity is not None else None)
            draft.because(f"{found.tenure.person}: {found.reason}")
        draft.score = max(draft.score, 0.95 if found.in_office else 0.8)
        if not found.in_office and ask.date:
            draft.because(f"not in that office on {ask.date} by the knowledge base; kept as stated")

    def _of_body(self, tenure: Tenure, draft: Draft) -> bool:
        """Takes a person who served a body of several states."""
        entity = self._reader.facts.entity(tenure.entity)
        if entity is None or entity.country is not None or draft.country is not None:
            return False
        draft.name, draft.igo, draft.sector, draft.score = tenure.person, True, "IGO", 0.9
        draft.because(f"{tenure.title} of {entity.name}")
        return True

    def _unnamed(
        self,
        ph: Phrase,
        a: int,
        title: Title,
        draft: Draft,
        mods: Modifiers,
        ask: Ask,
    ) -> None:
        """An office or an unnamed private person."""
        if title.role in self._reader.words.plain_roles:
            draft.kind, draft.office = "person", None
            draft.name = ph.slice(a, title.end)
            if draft.country is None and ask.lone and draft.sector in ("REB", "OPP"):
                draft.country, draft.score = ask.lone, 0.5
            return
        self._fallback(draft, title.role, ask, named=False)
        where = self._reader.facts.country(draft.country) if draft.country else None
        draft.name = draft.office or ph.slice(a, title.end)
        if where is not None and draft.office:
            inner = _INNER.search(draft.office)
            draft.name = f"{draft.office} ({where.name})" if inner else f"{draft.office} of {where.name}"
        if not mods.former and not title.plural and title.role not in self._reader.words.titular:
            self.hold(draft, ask)

    def hold(self, draft: Draft, ask: Ask) -> None:
        """Adds who held an office on the date, where the knowledge base knows one holder."""
        where = draft.entity or draft.country
        if where is None or ask.date is None:
            return
        for code in self._codes(draft):
            found = self._reader.facts.holders(where, code, ask.date)
            held = [t for t in found if within(ask.date, t.start, t.end)]
            people = {t.person for t in held}
            if len(people) == 1:
                draft.holder = held[0].person
                draft.because(f"held by {draft.holder} on {ask.date}")
                return
            if people:
                draft.because("several holders on that date")
                return

    def _fallback(self, draft: Draft, role: str, ask: Ask, *, named: bool) -> None:
        """The state of an office that neither the text nor a name gives."""
        if draft.country or draft.igo or draft.office is None:
            return
        office = draft.office.lower()
        lacking = self._reader.words.lacking
        lone, publisher = (
            None if state and {office, role} & lacking.get(state, frozenset()) else state
            for state in (ask.lone, ask.publisher)
        )
        typical = self._reader.words.typical.get(office) or self._reader.words.typical.get(role)
        if typical == "EU":
            draft.igo, draft.sector, draft.score = True, "IGO", 0.7
        elif lone and not (typical and {office, role} & self._reader.words.sole):
            draft.country, draft.score = lone, 0.6
            draft.because("the only state of the context")
        elif typical and (ask.publisher is None or typical != "USA" or named):
            draft.country, draft.score = typical, 0.7
            draft.because(f"an office that {typical} has")
        elif publisher and not named and draft.sector in ("GOV", "LEG", "JUD", "MIL"):
            draft.country, draft.score = publisher, 0.55
            draft.because("the publisher's state")
