"""Names that the knowledge base has, with what may stand around them: "rival Hamas", "US Congress"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.knowledge.records import NameHit
from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_phrase import Word, compound_parts
from dragoman.knowledge.resolver_state import Ask, Phrase

if TYPE_CHECKING:
    from dragoman.knowledge.resolver_read import Reader


class KnownReader:
    """Reads phrases that are a known name, or a description and a known name."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def whole(self, ph: Phrase, a: int, b: int, ask: Ask, definite: bool) -> Draft | None:
        """A known name that is the whole phrase, or follows only lower-case words ("neighbouring Iran")."""
        words = ph.words
        last = words[b - 1]
        people = self._people(ph, a, b, ask)
        if people is not None:
            return people
        if last.hit < 0:
            return None
        hit = ph.hits[last.hit]
        first = b - 1
        while first > a and words[first - 1].hit == last.hit:
            first -= 1
        if first > a:
            before = words[a:first]
            joined = self._national_body(ph, a, first, hit, ask)
            if joined is not None:
                return joined
            if before[-1].low == "ethnic":
                return self._ethnic(ph, a, b, hit, ask)
            if any(self._names_another(w) for w in before):
                return None
            if hit.kind == "people" and before[-1].low not in self._reader.words.groups:
                pass
            elif hit.kind in ("adjective", "people") or self._office_in(words, a, first):
                return None
        entity = self._reader.states.entity_of(hit, ask)
        if entity is None:
            return None
        return self._reader.states.of_entity(entity, hit.kind, ask, definite)

    def _people(self, ph: Phrase, a: int, b: int, ask: Ask) -> Draft | None:
        """ "Kurds", "Greek Cypriots": a people, with its state where it has one."""
        peoples, last = self._reader.words.peoples, ph.words[b - 1]
        key = " ".join(w.low for w in ph.words[a:b])
        if b - a > 2 or not last.cap or key not in peoples:
            return None
        if last.hit >= 0 and b - a == 1 and peoples[key] is not None:
            return None
        country = peoples[key] or ask.lone
        return Draft(ph.slice(a, b), country, "CVL", "group", score=0.7, reasons=["a people"])

    def _names_another(self, word: Word) -> bool:
        """Whether a word before a known name is more than a description ("rival", "Iran-backed")."""
        if word.poss or word.hit >= 0 or word.low in self._reader.words.prepositions:
            return True
        return word.cap and compound_parts(word.text)[-1] not in self._reader.words.not_owner

    def _office_in(self, words: list[Word], a: int, b: int) -> bool:
        """Whether the words hold the title of an office; "rebel" only describes what follows."""
        found = (self._reader.titles.at(words, k, b) for k in range(a, b))
        return any(t is not None and t.role not in self._reader.words.plain_roles for t in found)

    def _national_body(self, ph: Phrase, a: int, first: int, hit: NameHit, ask: Ask) -> Draft | None:
        """ "US Congress", "the Palestinian group Hamas": a known body with the state it is said to be of."""
        before = ph.words[a:first]
        if not any(w.hit >= 0 for w in before) or any(w.poss for w in before):
            return None
        for k in range(a, first):
            word = ph.words[k]
            if word.hit < 0 and (self._names_another(word) or self._office_in(ph.words, k, k + 1)):
                return None
        mods = self._reader.states.modifiers(ph, a, first, ask)
        narrow = ask if mods.country is None else Ask(ask.date, frozenset({mods.country}))
        entity = self._reader.states.entity_of(hit, narrow)
        if entity is None or entity.kind not in ("organisation", "group"):
            return None
        draft = self._reader.states.of_entity(entity, hit.kind, ask)
        shared = entity.sector == "PTY" or self._generic(hit.text)  # "Swedish Democrats"
        if mods.country is None and shared and before[-1].cap and before[-1].hit >= 0 and draft.country:
            draft.name, draft.country = ph.slice(a, first + len(hit.text.split())), None
            return draft.because("the text names a people")  # "the *Kurdish* Democratic Party"
        if mods.country and draft.country != mods.country and shared:
            draft.name, draft.country = ph.slice(a, first + len(hit.text.split())), mods.country
            return draft.because("the text names the state")
        if mods.country and not draft.country and not (draft.igo and mods.igo):
            draft.country, draft.igo = mods.country, False
            draft.sector = draft.sector if draft.sector != "IGO" else "GOV"
            draft.because("the text names the state")
        return draft

    def _generic(self, name: str) -> bool:
        """Whether a known name is one that bodies of many states have ("Foreign Office")."""
        low = name.lower()
        return low in self._reader.words.bodies or low.split()[-1] in self._reader.words.bodies

    def _ethnic(self, ph: Phrase, a: int, b: int, hit: NameHit, ask: Ask) -> Draft:
        """ "ethnic Albanians": people of a nation in some state, not that nation's."""
        draft = Draft(
            ph.slice(a, b), ask.lone, "CVL", "group", score=0.5, reasons=["a people within a state"]
        )
        entity = self._reader.states.entity_of(hit, ask)
        draft.suggest(entity.country if entity else None, 0.2, "the nation, not the state")
        return draft

    def with_tail(self, ph: Phrase, a: int, core: int, b: int, ask: Ask, depth: int) -> Draft | None:
        """ "Palestinians in Gaza", "Kurds in Iraq": a known name with a phrase after it.

        "The Turks *of* Bulgaria" are people of Bulgaria; Palestinians are of no other state. A body that
        many states have is of the one that follows: "the Senate *of Chile*".
        """
        if core >= b or not (
            ph.words[core - 1].hit >= 0 or ph.words[core - 1].low in self._reader.words.peoples
        ):
            return None
        draft = self.whole(ph, a, core, ask, False)
        if draft is not None and draft.country is None and not draft.igo and core + 1 < b:
            draft.country = self._reader.object(ph, core + 1, b, ask, depth + 1).country
        elif draft is not None and draft.sector == "CVL" and draft.kind == "group" and draft.country != "PSE":
            home = None
            if ph.words[core].low == "of" and core + 1 < b and ph.words[b - 1].hit >= 0:
                home = self._reader.object(ph, core + 1, b, ask, depth + 1).country
            if home and home != draft.country:
                draft.suggest(draft.country, 0.2, "the nation, not the state")
                draft.name, draft.country, draft.score = ph.slice(a, core), home, 0.7
                draft.because("a people within a state")
        elif (
            draft is not None and draft.kind == "organisation" and ph.words[core].low == "of" and core + 1 < b
        ):
            shared = draft.sector == "PTY" or self._generic(ph.slice(a, core))
            named = self._reader.object(ph, core + 1, b, ask, depth + 1)
            if shared and named.kind == "country" and named.country != draft.country:
                draft.name, draft.country = ph.slice(a, b), named.country  # "the *Senate of Chile*"
                draft.because("the text names the state")
        return draft
