"""Names without a title: known and unknown people, unknown bodies, acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.base_names import fold
from dragoman.knowledge.resolver_draft import Draft, nothing
from dragoman.knowledge.resolver_persons import Query, choose
from dragoman.knowledge.resolver_spelling import name_parts
from dragoman.knowledge.resolver_state import Ask, Phrase

if TYPE_CHECKING:
    from dragoman.knowledge.resolver_read import Reader

_LARGE = 300_000


class NameReader:
    """Reads capitalised phrases that hold no known title or group noun."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, ph: Phrase, a: int, core: int, b: int, ask: Ask, depth: int) -> Draft:
        """A person, known or not; a body by its form; else no party."""
        words, lists = ph.words, self._reader.words
        states = self._reader.states
        k, mods_end, start = a, a, a
        while k < core and not words[k].cap:
            k += 1
        a = k
        if a >= core:
            return nothing("no name in it")
        country = None
        first = words[a]
        if first.hit >= 0 and ph.hit_end(a) < core and ph.hits[first.hit].kind in ("adjective", "people"):
            mods_end = ph.hit_end(a)
            country = states.modifiers(ph, a, mods_end, ask).country
        if first.low in lists.honorifics and core - a > 1:
            return self._honoured(ph, a, core, b, ask, depth)
        body = self._leading_body(ph, a, core, b, ask, depth)
        if body is not None:
            return body
        if " ".join(w.low for w in words[a:core]) in lists.regions:
            return Draft(ph.slice(a, core), None, "GOV", "group", score=0.5, reasons=["a part of the world"])
        begin = mods_end if country else a
        k = begin
        while k < core and not words[k].cap:
            k += 1
        if k > begin or (begin == a and a > start):
            named = self._described(ph, start, k, core, country, ask)
            if named is not None:
                return named
        return self._bare(ph, begin, core, b, country, ask, depth)

    def of_holder(self, ph: Phrase, a: int, h: int, ask: Ask) -> bool:
        """Whether capital words that end with a word for a thing name one known: "Condoleezza *Rice*"."""
        words, k = ph.words, h
        while k > a and words[k - 1].cap and words[k - 1].hit < 0:
            k -= 1
        if k == h or not words[h].cap or not self._reader.facts.bearers(fold(words[h].text)):
            return False
        found = choose(self._reader.facts, Query(ph.slice(k, h + 1), date=ask.date, near=ask.near))
        surnames = {name_parts(name)[-1] for name in found.tenure.names} if found else set()
        return found is not None and found.sure and fold(words[h].text) in surnames

    def _bare(
        self, ph: Phrase, begin: int, core: int, b: int, country: str | None, ask: Ask, depth: int
    ) -> Draft:
        """A name with nothing that says what it names."""
        words, lists = ph.words, self._reader.words
        name = ph.slice(begin, core)
        parts = core - begin
        if parts == 1 and words[begin].text.isupper() and len(words[begin].text) > 1:
            return Draft(name, country, None, "organisation", score=0.35, reasons=["an unknown acronym"])
        draft = self._known(name, country, ask, parts)
        if draft is not None:
            self._tail(ph, core, b, draft, ask, depth)
            return draft
        last = words[core - 1].low
        if last in lists.peoples and last.endswith("s"):
            return Draft(
                name, country or lists.peoples[last], "CVL", "group", score=0.5, reasons=["a people"]
            )
        place = None if country else self._place(name, ask)
        if place is not None:
            return place
        if any(w.hit >= 0 for w in words[begin:core]) and parts > 1:
            return self._with_place(ph, begin, core, country, ask)
        draft = Draft(name, country, None, "person", person=name, score=0.3 if parts == 1 else 0.4)
        if country:
            draft.score = 0.6
        self._tail(ph, core, b, draft, ask, depth)
        return draft.because("an unknown name")

    def _described(
        self, ph: Phrase, a: int, k: int, core: int, country: str | None, ask: Ask
    ) -> Draft | None:
        """ "Chinese tech giant Huawei": a noun of a body or group before an unknown name gives its sector."""
        if k <= a:
            return None
        noun = self._reader.groups.noun_at(ph, a, k - 1)
        if noun is None:
            return None
        name = ph.slice(k, core)
        sector = None if noun.noun.sector == "OTH" else noun.noun.sector
        mods = self._reader.states.modifiers(ph, a, noun.start, ask)
        draft = Draft(name, country or mods.country, mods.sector or sector, "organisation", score=0.5)
        if draft.country:
            draft.score = 0.8
        return draft.because(f"described as {noun.key}")

    def _place(self, name: str, ask: Ask) -> Draft | None:
        """A large city or a region that stands for the people there."""
        country = self.large_place(name, ask)
        if country is None:
            return None
        return Draft(name, country, "CVL", "group", score=0.5, reasons=[f"a place: {name}"])

    def large_place(self, name: str, ask: Ask) -> str | None:
        """The state of a large city, or of a region, of that name."""
        found = self._reader.facts.places(name)
        if not found or (found[0].local and found[0].population < _LARGE):
            return None
        return self._reader.states.place(name, ask)

    def _known(self, name: str, country: str | None, ask: Ask, parts: int) -> Draft | None:
        found = choose(self._reader.facts, Query(name, country=country, date=ask.date, near=ask.near))
        if found is None:
            return None
        draft = Draft(name, country, None, "person", person=name, score=0.35)
        if not found.sure:
            for tenure in (found.tenure, *found.others):
                draft.suggest(tenure.country, 0.3, found.reason, tenure.person)
            return draft.because(found.reason)
        tenure = found.tenure
        entity = self._reader.facts.entity(tenure.entity)
        draft.name, draft.country = tenure.person, tenure.country or country
        if draft.country is None and entity is not None:
            draft.country = entity.country
        draft.igo = draft.country is None and entity is not None and entity.sector == "IGO"
        draft.sector = (entity.sector if entity is not None else None) or ("IGO" if draft.igo else "GOV")
        draft.sector = self._reader.words.office_sectors.get(tenure.office, draft.sector)
        draft.score = 0.9 if found.in_office else 0.75
        if ask.date and not found.in_office:
            draft.sector = "ELI" if found.ended and draft.sector in ("GOV", "IGO") else draft.sector
        return draft.because(f"{tenure.person}, {tenure.title}: {found.reason}")

    def _honoured(self, ph: Phrase, a: int, core: int, b: int, ask: Ask, depth: int) -> Draft:
        """ "Mr. Sullivan", "Sen. McCain", "Sir Keir Starmer"."""
        sector = self._reader.words.honorifics[ph.words[a].low]
        draft = self._reader.range(ph, a + 1, b, ask, None, depth + 1)
        if not draft.political or (draft.kind != "person"):
            name = ph.slice(a + 1, core)
            draft = Draft(name, None, sector, "person", person=name, score=0.4)
        draft.sector = sector or draft.sector
        return draft.because("with an honorific")

    def _leading_body(self, ph: Phrase, a: int, core: int, b: int, ask: Ask, depth: int) -> Draft | None:
        """A body by its last noun: "Nigerian Union of Teachers"; "Bank Melli" stays a name."""
        words, lists = ph.words, self._reader.words
        for k in range(a, core):
            if words[k].hit < 0 and words[k].low in lists.bodies and k + 1 == core:
                sector = lists.bodies[words[k].low]
                return Draft(
                    ph.slice(a, b), None, None if sector == "OTH" else sector, "organisation", score=0.5
                )
        return None

    def _with_place(self, ph: Phrase, a: int, core: int, country: str | None, ask: Ask) -> Draft:
        """An unknown name with a known one in it: "China Mobile", "Jordan Smith"."""
        words = ph.words
        if country is None and (state := self._state_described(ph, a, core)) is not None:
            return self._reader.range(ph, state, core, ask)
        name = ph.slice(a, core)
        named = self._reader.states.modifiers(ph, a, core, ask)
        last_known = words[core - 1].hit >= 0
        body = self._longer(ph, name, core, ask) if country is None else None
        if body is not None:
            return body
        draft = Draft(name, country, None, "organisation" if not last_known else "person", score=0.3)
        if draft.kind == "person" or len(name_parts(name)) == 2:
            draft.kind, draft.person = "person", name
        for found in named.countries:
            draft.suggest(found, 0.3, "a state's name within the name")
        return draft.because("an unknown name")

    def _longer(self, ph: Phrase, name: str, core: int, ask: Ask) -> Draft | None:
        """A longer name that ends as a known body's does: "the *Social* Democratic Party" is none of that."""
        last = ph.words[core - 1]
        known = self._reader.states.entity_of(ph.hits[last.hit], ask) if last.hit >= 0 else None
        if (
            known is None
            or known.kind not in ("organisation", "group")
            or known.name.split()[-1] != last.text
        ):
            return None
        draft = Draft(name, None, known.sector, "organisation", score=0.5)
        return draft.because(f"a name that ends as {known.name} does")

    def _state_described(self, ph: Phrase, a: int, core: int) -> int | None:
        """Where the name of a state starts that adjectives with a capital describe: "Oil-rich *Angola*"."""
        k = a
        while k < core and ph.words[k].hit < 0 and self._describes(ph.words[k].text):
            k += 1
        known = a < k < core and ph.words[k].hit >= 0 and ph.hit_end(k) == core
        return k if known and ph.hits[ph.words[k].hit].kind == "name" else None

    def _describes(self, word: str) -> bool:
        compound = "-" in word and word.rpartition("-")[2].islower() and not word.startswith("Al-")
        return compound or word.casefold() in self._reader.words.describing

    def _tail(self, ph: Phrase, core: int, b: int, draft: Draft, ask: Ask, depth: int) -> None:
        words = ph.words
        if core + 1 < b and words[core].low in ("of", "from") and draft.country is None:
            obj = self._reader.object(ph, core + 1, b, ask, depth + 1)
            if obj.country or obj.igo:
                draft.country, draft.igo, draft.score = obj.country, obj.igo, 0.6
                if obj.kind in ("organisation", "office") and obj.sector:
                    draft.sector = draft.sector or obj.sector
