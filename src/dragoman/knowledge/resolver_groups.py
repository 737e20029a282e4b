"""Groups and bodies: "Libyan fighters", "the Chinese Ministry of Commerce", "the Obama administration"."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.knowledge.eras import state_on
from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_persons import Query, choose
from dragoman.knowledge.resolver_phrase import Word
from dragoman.knowledge.resolver_state import CONCERNED, MATTERS, Ask, Modifiers, Phrase
from dragoman.knowledge.resolver_words import Noun, singulars

if TYPE_CHECKING:
    from dragoman.knowledge.resolver_read import Reader

_AMERICAN = "administration"
_RECENT = "1945"  # leaders since then are meant by a text without a date
_LOCAL = frozenset(
    {"in", "at", "near", "inside", "across", "around", "outside", "throughout", "on", "based", "living"}
)
_SIDING = frozenset({"loyal", "close", "linked", "belonging", "allied"})
_ORIGIN = _SIDING | {"from", "representing", "fleeing"}
_ABROAD = frozenset({"MIL", "REF", "IGO"})
#: bodies in whose names "Democratic" tells of no party of the United States
_FRONTS = frozenset(
    {"front", "alliance", "movement", "union", "league", "forces", "coalition", "congress", "rally"}
)
_HEADS = frozenset({"head_of_state", "head_of_government"})
_WITH_FORCES = frozenset({None, "COP", "SPY", "REB", "OPP", "PRM", "JUD", "LEG", "IGO"})
_OF_THE_PLACE = frozenset({"REB", "OPP", "UAF", "PRM", "COP", "MIL"})
#: bodies that others keep in a town
_BRANCHES = frozenset({
    "mission", "office", "bureau", "branch", "delegation", "section", "headquarters", "station", "chapter",
    "command", "cell", "wing", "embassy", "consulate",
})  # fmt: skip
_FORCE = frozenset({"MIL", "UAF", "REB"})


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A head noun at words [start, end): its sector, and whether it is a body with a name of its own."""

    start: int
    end: int
    key: str
    noun: Noun
    body: bool


class GroupReader:
    """Reads groups and bodies."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def noun_at(self, ph: Phrase, a: int, h: int) -> HeadNoun | None:
        """The group noun, plural role or lower-case body noun that ends at word h."""
        lists, words = self._reader.words, ph.words
        for n in range(min(4, h - a + 1), 0, -1):
            start = h - n + 1
            key = " ".join(w.low for w in words[start : h + 1])
            noun = lists.groups.get(key)
            if noun is not None and (words[h].hit < 0 or self.continues(words, a, h)):
                return HeadNoun(start, h + 1, key, noun, False)
            if n > 1 or words[h].hit >= 0:
                if n > 1 and key in lists.bodies and words[h].hit < 0:
                    return HeadNoun(start, h + 1, key, Noun(lists.bodies[key]), True)
                continue
            if key in lists.bodies and key not in lists.roles:
                return HeadNoun(start, h + 1, key, Noun(lists.bodies[key]), True)
            for single in singulars(key):
                if single in lists.roles and (words[h].cap is False or h > a or len(words) == h + 1):
                    role = lists.roles[single]
                    return HeadNoun(start, h + 1, single, role, False)
                if single in lists.bodies:
                    return HeadNoun(start, h + 1, single, Noun(lists.bodies[single]), False)
        return None

    def continues(self, words: list[Word], a: int, h: int) -> bool:
        """Whether the known name at word h is the end of a longer one ("Christian *Democrats*")."""
        first = h
        while first > a and words[first - 1].hit == words[h].hit:
            first -= 1
        before = words[first - 1] if first > a else None
        return before is not None and before.cap and before.hit < 0 and not before.poss

    def read(self, ph: Phrase, a: int, head: HeadNoun, b: int, ask: Ask, depth: int) -> Draft:
        """The draft of a group or body with what stands before and after its head noun."""
        mods = self._reader.states.modifiers(ph, a, head.start, ask)
        several = head.key.endswith("s") and any(s in self._reader.words.bodies for s in singulars(head.key))
        body = head.body and not several
        draft = Draft(sector=self._sector(head, mods), kind="organisation" if body else "group")
        draft.name = ph.slice(a, head.end)
        draft.country = mods.country
        draft.igo = mods.igo and not mods.country
        draft.seat = mods.seated and head.key in _BRANCHES
        if head.key in self._reader.words.relations:
            draft.suggest(draft.country, 0.3, "those whose they are")
            draft.country, draft.related = None, True
        if len(mods.countries) > 1:
            draft.because("several states")
            for country in mods.countries:
                draft.suggest(country, 0.4, "one of the states named")
        draft.score = 0.9 if draft.country else 0.5
        draft.because(f"{head.key}: {draft.sector}")
        self._led(ph, head, mods, draft, ask)
        self._tails(ph, a, head, b, draft, ask, depth)
        if not draft.country and not draft.igo and mods.loose:
            self._seated(ph, mods, draft, ask)
        if not draft.country and not draft.igo and draft.sector in _OF_THE_PLACE:
            self._against(ph, a, head, draft, ask)
        if head.key == "bank" and draft.country and draft.name.startswith("Bank of"):
            draft.sector = "GOV"
        if draft.igo and not draft.country:
            draft.sector, draft.score = "IGO", 0.85
        elif draft.sector == "IGO" and draft.country and draft.name and draft.name.istitle():
            draft.suggest(draft.country, 0.3, "sent there")  # "the Georgia Observer Mission"
            draft.country = None
        elif draft.sector == "IGO" and draft.country:
            draft.sector = "GOV" if not mods.sector else mods.sector
        elif draft.sector == "OTH":
            draft.sector = mods.sector or ("IGO" if head.key in ("coalition", "alliance", "bloc") else None)
        self._settle(ph, head, mods, draft, ask)
        return draft

    def _sector(self, head: HeadNoun, mods: Modifiers) -> str:
        lists, sector = self._reader.words, head.noun.sector
        key = head.key.rsplit(" ", 1)[-1]
        rebel = mods.people in lists.stateless or mods.people == "ethnic" or mods.sector in ("REB", "OPP")
        if (key in lists.armed or head.key in lists.armed) and rebel and sector in _FORCE and not mods.igo:
            return "REB"
        if (
            mods.entity is not None
            and mods.entity.sector
            and (head.noun.light or sector in _FORCE or sector == "OTH")
        ):
            own = mods.entity.sector
            if own in ("REB", "UAF", "CRM", "PRM") or head.noun.light:
                return own
        if sector == "MIL" and mods.sector not in _WITH_FORCES:
            return sector
        if mods.sector == "IGO":
            return sector if mods.country or not (head.noun.light or sector == "MIL") else "IGO"
        if sector == "PTY":
            return mods.sector if mods.sector in ("OPP", "REB") else sector
        if mods.sector and (head.noun.light or head.key in lists.flexible or sector == "OTH"):
            return mods.sector
        if sector in ("REB", "UAF") and mods.sector in ("PRM", "CRM"):
            return mods.sector
        return sector

    def _led(self, ph: Phrase, head: HeadNoun, mods: Modifiers, draft: Draft, ask: Ask) -> None:
        """ "the Obama administration": the name before the noun is its leader's."""
        led = self._reader.words.led
        loose = [ph.words[k].text for k in mods.loose]
        if not {*head.key.split()} & led:  # "Bush *administration* officials"
            between = ph.words[mods.loose[-1] + 1 : head.start] if loose else ()
            loose = loose if any(word.low in led for word in between) else []
        if not loose or draft.igo:
            return
        name = " ".join(loose)
        states = [draft.country]
        if ask.date is None and draft.country is None and _AMERICAN in ph.slice(mods.loose[-1], head.end):
            states.append("USA")  # an "administration" without a date, whose leader's name several bear
        for part, state in itertools.product((name, *name.split("-")[:1], name.split()[-1]), states):
            found = choose(
                self._reader.facts,
                Query(part, ask.date, _HEADS, state, ask.near, titled=True),
            )
            late = state == draft.country or (found is not None and (found.tenure.start or "") > _RECENT)
            if found is not None and found.sure and late:
                draft.country = draft.country or found.tenure.country
                draft.score = 0.85
                draft.because(f"led by {found.tenure.person}")
                return

    def _seated(self, ph: Phrase, mods: Modifiers, draft: Draft, ask: Ask) -> None:
        """ "Chicago police", "the West Darfur state government": the place before the noun."""
        country = self._reader.names.large_place(" ".join(ph.words[k].text for k in mods.loose), ask)
        if country is not None:
            draft.country, draft.score = country, 0.7
            draft.because("the place named before it")

    def _against(self, ph: Phrase, a: int, head: HeadNoun, draft: Draft, ask: Ask) -> None:
        """ "anti-Gaddafi rebels": of the state of the one they are for or against."""
        for word in ph.words[a : head.start]:
            prefix, _, name = word.text.partition("-")
            if prefix.lower() not in self._reader.words.negative or not name[:1].isupper():
                continue
            found = choose(self._reader.facts, Query(name, ask.date, _HEADS, None, ask.near, titled=True))
            if found is not None and found.sure:
                draft.country, draft.score = found.tenure.country, 0.75
                draft.because(f"for or against {found.tenure.person}")

    def _tails(self, ph: Phrase, a: int, head: HeadNoun, b: int, draft: Draft, ask: Ask, depth: int) -> None:
        words, lists, k = ph.words, self._reader.words, head.end
        while k < b:
            low = words[k].low
            if low not in lists.prepositions or k + 1 >= b:
                k += 1
                continue
            if words[k + 1].low in lists.prepositions and words[k + 1].hit < 0:
                side = low if low in _SIDING else ""
                k += 1
                if not side or k + 1 >= b:
                    continue
                low = side
            end = self._portfolio_end(ph, k + 1, b) if low in ("of", "for") and head.body else k + 1
            if end > k + 1:
                draft.name = ph.slice(a, end)
                k = end
                continue
            obj = self._reader.object(ph, k + 1, b, ask, depth + 1)
            if low in _LOCAL and obj.kind != "country":  # "students in *Leipzig*", in 1989
                obj.country = state_on(obj.country, obj.name, ask.date)
            self._take(low, head, obj, draft, ph.slice(a, b))
            return

    def _portfolio_end(self, ph: Phrase, k: int, b: int) -> int:
        lists, words, end = self._reader.words, ph.words, k
        j = k
        while j < b and words[j].hit < 0 and (words[j].low in lists.portfolio or words[j].low == "of"):
            j += 1
            if words[j - 1].low not in ("the", "and", "&", "of"):
                end = j
        return end

    def _take(self, prep: str, head: HeadNoun, obj: Draft, draft: Draft, whole: str) -> None:
        """What the phrase after a preposition adds."""
        country = obj.country
        if not obj.political:
            country = next((c.country for c in obj.candidates if c.country), None)
        elif country is None and len(obj.candidates) > 1:
            draft.candidates.extend(obj.candidates)
        sent = head.key in self._reader.words.sent
        if prep == "of" and draft.seat and obj.political and (country or obj.igo):
            draft.country = None  # "the Baghdad office of the *Turkish* Red Crescent"
        if prep == "of" or prep in _ORIGIN or (prep == "for" and not sent and obj.country):
            if draft.country is None and not draft.igo and (obj.political or prep != "for"):
                draft.country, draft.igo = country, obj.igo
                draft.score = max(draft.score, 0.85 if country else 0.5)
                if country or obj.igo:
                    draft.because(f"{prep} {obj.name or country}")
            own = obj.sector if obj.kind in ("group", "organisation") else None
            if (
                own
                and own not in ("GOV", "CVL", "IGO")
                and (head.noun.light or draft.sector in ("UAF", "MIL"))
            ):
                draft.sector = own
            if country and prep == "of":
                draft.name = whole
        elif prep in _LOCAL and country and not (prep == "on" and obj.kind == "country"):  # about it
            if draft.country is None and not draft.igo and not sent and draft.sector not in _ABROAD:
                draft.country, draft.score = country, max(draft.score, 0.7)
                draft.because(f"located {prep} {obj.name or country}")
            else:
                draft.suggest(country, 0.3, f"located {prep} there")

    def _party(self, ph: Phrase, head: HeadNoun) -> str | None:
        """The state of "Democratic lawmakers", "Tory ministers"."""
        if ph.words[head.start].cap and head.key in _FRONTS:
            return None  # "the National *Democratic Front*"
        for word in ph.words[: head.start]:
            if word.low in MATTERS and head.key in CONCERNED:
                continue
            if word.cap and word.low in self._reader.words.parties:
                return self._reader.words.parties[word.low]
        return None

    def _settle(self, ph: Phrase, head: HeadNoun, mods: Modifiers, draft: Draft, ask: Ask) -> None:
        """The state that only the context or the publisher can give."""
        if draft.country or draft.igo or draft.sector == "IGO" or mods.countries:
            return
        national = self._reader.words.national
        if head.key in national or (head.body and head.key.split()[-1] in national):
            own = head.key in self._reader.words.home and not mods.loose
            country = ask.lone or (ask.publisher if own else None)
            if country and not (mods.loose and head.noun.sector == "GOV"):
                draft.country, draft.score = country, 0.6
                draft.because("the state of the context" if ask.lone else "the publisher's state")
        elif (party := self._party(ph, head)) is not None:
            draft.country, draft.score = party, 0.6
            draft.because("a party of that state")
        elif ask.lone and draft.sector in _OF_THE_PLACE:
            draft.country, draft.score = ask.lone, 0.55
            draft.because("the only state of the context")
