"""What the words before a head and the phrases after it say of whose an entity is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.afar import within_reach
from dragoman.knowledge.eras import state_on
from dragoman.knowledge.records import Entity, Facts, NameHit, Place
from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_phrase import Word, compound_parts
from dragoman.knowledge.resolver_words import Words

_RIVAL = 3.0
_TOWN = 100_000  # people of a city that a reader in its state takes for that of the name


@dataclass(frozen=True, slots=True)
class Ask:
    """What a mention is asked with: the calendar date, the states of the context, the publisher's state."""

    date: str | None = None
    near: frozenset[str] = frozenset()
    publisher: str | None = None

    @property
    def lone(self) -> str | None:
        """The one state that the context names, if it names one."""
        return next(iter(self.near)) if len(self.near) == 1 else None


@dataclass(slots=True)
class Phrase:
    """A mention with its words and the known names in it."""

    text: str
    words: list[Word]
    hits: list[NameHit]

    def slice(self, a: int, b: int) -> str:
        """The text of words a to b."""
        return self.text[self.words[a].start : self.words[b - 1].end] if a < b else ""

    def hit_end(self, k: int) -> int:
        """The index after the last word of the known name that starts at word k."""
        hit, j = self.words[k].hit, k + 1
        while j < len(self.words) and self.words[j].hit == hit:
            j += 1
        return j


#: names of parties that are matters of bodies too: "the *Labour* Court"
MATTERS = frozenset(
    {"labour", "labor", "justice", "unity", "reform", "ecology", "future", "defence", "defense"}
)
CONCERNED = frozenset({
    "court", "courts", "ministry", "department", "minister", "ministers", "secretary", "commission", "office",
    "commissioner", "tribunal", "organisation", "organization", "inspectorate", "committee", "council",
})  # fmt: skip


@dataclass(slots=True)
class Modifiers:
    """What stands before a head noun."""

    countries: list[str] = field(default_factory=list)
    entity: Entity | None = None
    igo: bool = False
    people: str | None = None
    sector: str | None = None
    former: bool = False
    backed: list[str] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    after_state: int = -1
    #: whether the state is only that of a town named
    seated: bool = False

    @property
    def country(self) -> str | None:
        """The one state named; None where there are none or several."""
        return self.countries[0] if len(self.countries) == 1 else None


class States:
    """Finds states in parts of a phrase."""

    def __init__(self, facts: Facts, words: Words) -> None:
        self._facts = facts
        self._words = words

    def entity_of(self, hit: NameHit, ask: Ask) -> Entity | None:
        """The entity that a known name means here: one of a state in play before the likeliest."""
        found = [e for e in (self._facts.entity(i) for i in hit.entities) if e is not None]
        if not found:
            return None
        if len(found) > 1:
            found = of_time(found, ask.date)
            if ask.near:
                for entity in found:  # no place of a state in play before a state of that time
                    if entity.country in ask.near and (
                        found[0].kind != "country" or entity.kind == "country"
                    ):
                        return entity
        return self._namesake(hit, found[0], ask) or found[0]

    def _namesake(self, hit: NameHit, city: Entity, ask: Ask) -> Entity | None:
        """The city of the name in a state in play, where the best known lies in none: Hyderabad of Sindh."""
        if hit.kind != "city" or not ask.near or city.country in ask.near:
            return None
        places = (p for p in self._facts.places(hit.text) if p.population >= _TOWN)
        place = next((p for p in places if p.country in ask.near), None)
        if place is None or place.geonames is None:
            return None
        return Entity(f"city-{place.geonames}", "place", place.name, place.country)

    def modifiers(self, phrase: Phrase, a: int, b: int, ask: Ask) -> Modifiers:
        """What the words a to b say of the noun after them."""
        mods, words, k = Modifiers(after_state=a), phrase.words, a
        lists = self._words
        while k < b:
            word = words[k]
            low = word.low
            if low == "ethnic":
                k = self._ethnic(phrase, k + 1, b, mods)
                continue
            step = self._people(phrase, k, b, mods)
            if step:
                k += step
                continue
            if word.hit >= 0:
                end = min(phrase.hit_end(k), b)
                after = words[end].low if end < len(words) else ""
                if not (low in MATTERS and end == k + 1 and after in CONCERNED):
                    self._named(phrase.hits[word.hit], ask, mods, end)
                k = end
                continue
            if "-" in low or word.inner >= 0:
                self._compound(phrase, word, ask, mods, k)
            if low in lists.former or low.startswith("ex-"):
                mods.former = True
            elif low in lists.modifiers:
                mods.sector = lists.modifiers[low]
            elif k + 1 < b and f"{low} {words[k + 1].low}" in lists.modifiers:
                mods.sector = lists.modifiers[f"{low} {words[k + 1].low}"]
            elif word.cap and low not in lists.portfolio and low not in lists.plain and word.inner < 0:
                mods.loose.append(k)
            k += 1
        return mods

    def _ethnic(self, phrase: Phrase, k: int, b: int, mods: Modifiers) -> int:
        mods.people = "ethnic"
        mods.sector = mods.sector or "REB"
        while k < b and phrase.words[k].hit >= 0:
            mods.backed.append(phrase.words[k].low)
            k += 1
        return k

    def _people(self, phrase: Phrase, k: int, b: int, mods: Modifiers) -> int:
        words, peoples = phrase.words, self._words.peoples
        for n in (2, 1):
            if k + n > b:
                continue
            key = " ".join(w.low for w in words[k : k + n])
            if key not in peoples:
                continue
            if words[k].hit >= 0 and phrase.hit_end(k) > k + n:
                return 0
            mods.people = key
            country = peoples[key]
            if country and country not in mods.countries:
                mods.countries.append(country)
            mods.after_state = k + n
            return n
        return 0

    def _named(self, hit: NameHit, ask: Ask, mods: Modifiers, end: int) -> None:
        entity = self.entity_of(hit, ask)
        if entity is None or (entity.kind != "country" and ask.date and not _alive(entity, ask.date)):
            return
        if entity.kind in ("country", "place"):
            if entity.country and entity.country not in mods.countries:
                mods.countries.append(entity.country)
            mods.seated = entity.kind == "place" or hit.kind in ("capital", "city")
            mods.after_state = end
        elif entity.kind != "person":
            mods.entity = entity
            if entity.country is None and entity.sector == "IGO":
                mods.igo = True
            elif entity.country and not mods.countries:
                mods.countries.append(entity.country)
        if entity.kind == "organisation" and entity.sector == "IGO":
            mods.after_state = end

    def _compound(self, phrase: Phrase, word: Word, ask: Ask, mods: Modifiers, k: int) -> None:
        parts = compound_parts(word.text)
        named = [
            e for h in phrase.hits if h.start < word.end and h.end > word.start
            for e in (self.entity_of(h, ask),) if e is not None and e.country
        ]  # fmt: skip
        if parts[-1] in self._words.not_owner or parts[0] in self._words.negative:
            mods.backed.extend(e.country for e in named if e.country)
            return
        for entity in named:
            if entity.country and entity.country not in mods.countries:
                mods.countries.append(entity.country)
                mods.after_state = k + 1

    def place(self, name: str, ask: Ask) -> str | None:
        """The state that a place was of; None where places of the name in several states are of like size."""
        place = self._likeliest(name, ask)
        return place if place is None else state_on(place, name, ask.date)

    def _likeliest(self, name: str, ask: Ask) -> str | None:
        found = within_reach(self._facts.places(name), ask.near, self._facts)
        if not found:
            return None
        near = [p for p in found if p.country in ask.near]
        if near:
            return near[0].country
        first = found[0]
        rival = next((p for p in found if p.country != first.country), None)
        if rival is not None and _size(first) < _RIVAL * _size(rival):
            return None
        return first.country

    def of_entity(self, entity: Entity, hit_kind: str, ask: Ask, definite: bool = True) -> Draft:
        """What a known name alone means as a party."""
        draft = Draft(entity.name, entity.country, entity.sector, score=0.95, entity=entity.id)
        draft.reasons.append(f"known {hit_kind}: {entity.name}")
        if entity.kind == "country":
            draft.kind, draft.sector = "country", entity.sector or "GOV"
            if hit_kind == "people" or (hit_kind == "adjective" and not definite):
                draft.kind, draft.sector, draft.score = "group", "CVL", 0.85
        elif entity.kind == "place":
            draft.kind, draft.sector, draft.score = "group", "CVL", 0.5
            if hit_kind == "region":
                draft.kind, draft.sector = "organisation", "GOV"
            if entity.country is None:
                draft.kind, draft.sector = "group", "GOV"
        elif entity.kind == "person":
            draft.kind, draft.person = "person", entity.name
        else:
            draft.kind = "group" if entity.kind == "group" else "organisation"
            draft.igo = entity.sector == "IGO" and entity.country is None
        if ask.date and not _alive(entity, ask.date):
            draft.because(f"{entity.name} did not exist on {ask.date}")
            draft.score -= 0.1
        return draft


def of_time(found: list[Entity], date: str | None) -> list[Entity]:
    """Of several entities of one name those of a date, a state that is no more first: "Moscow" in 1985.

    Without a date those that go on come first: "Texas" is no republic.
    """
    if not date:
        return sorted(found, key=lambda e: e.end is not None)
    alive = [e for e in found if _alive(e, date)]
    return sorted(alive, key=lambda e: e.end is None) or found


def _alive(entity: Entity, date: str) -> bool:
    if entity.start and date < entity.start[: len(date)]:
        return False
    return not (entity.end and date[: len(entity.end)] > entity.end)


def _size(place: Place) -> float:
    return max(place.population, 1000) * (2.0 if place.feature in ("capital", "country") else 1.0)
