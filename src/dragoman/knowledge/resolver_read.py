"""Reads one mention: cuts it into segments, finds its head, and hands each kind of phrase to its reader."""

from __future__ import annotations

from dragoman.knowledge.resolver_draft import Draft, nothing
from dragoman.knowledge.resolver_groups import GroupReader, HeadNoun
from dragoman.knowledge.resolver_known import KnownReader
from dragoman.knowledge.resolver_memory import Remembered
from dragoman.knowledge.resolver_names import NameReader
from dragoman.knowledge.resolver_office import OfficeReader
from dragoman.knowledge.resolver_phrase import Word, mark, split_words
from dragoman.knowledge.resolver_state import Ask, Phrase, States
from dragoman.knowledge.resolver_titles import Titles
from dragoman.knowledge.resolver_words import Noun, Words

_DEEP = 6
#: how sure a state is that only the publisher gives, and a person whom the knowledge base knows by his name
_OF_PUBLISHER, _KNOWN_PERSON = 0.55, 0.7
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


def _outside(text: str, words: list[Word]) -> list[Word]:
    """The words that are not in parentheses; all of them where nothing else is left."""
    depth, at, kept = 0, 0, []
    for word in words:
        depth += text.count("(", at, word.start) - text.count(")", at, word.start)
        at = word.start
        if depth <= 0:
            kept.append(word)
    return kept or words


class Reader:
    """Turns the words of a mention into a draft. Holds no state between mentions."""

    def __init__(self, facts: Remembered, words: Words) -> None:
        self.facts = facts
        self.words = words
        self.states = States(facts, words)
        self.titles = Titles(words)
        self.known = KnownReader(self)
        self.offices = OfficeReader(self)
        self.groups = GroupReader(self)
        self.names = NameReader(self)

    def read(self, text: str, ask: Ask, head: int | None = None) -> Draft:
        """The draft of a whole mention; `head` is the offset of its syntactic head."""
        found = split_words(text)
        if "(" in text:
            found = _outside(text, found)
        if not found:
            return nothing("no words")
        hits = self.facts.scan(text)
        if not hits and self._tells_nothing(text, found):
            return nothing("the head is no party")
        mark(found, hits)
        phrase = Phrase(text, found, hits)
        index = None
        if head is not None:
            index = next((k for k, w in enumerate(found) if w.start <= head < max(w.end, w.start + 1)), None)
        draft = self.range(phrase, 0, len(found), ask, index)
        if found[0].low == "our" and draft.kind in ("group", "organisation", "office") and ask.publisher:
            self._ours(draft, ask.publisher)
        return draft

    def _tells_nothing(self, text: str, words: list[Word]) -> bool:
        """Whether a phrase in lower case has none of the words by which one is known for a party."""
        last = words[-1].low
        if not text.islower() or last in self.words.pronouns or last in self.words.determiners:
            return False
        return not any(word.poss or self.words.telling(word.low) for word in words)

    def _ours(self, draft: Draft, publisher: str) -> None:
        """ "our intelligence community", said by a government."""
        if draft.country is None and not draft.igo and draft.sector != "IGO" and not draft.related:
            draft.country, draft.score = publisher, 0.6
            draft.because("the publisher's own")

    def range(self, ph: Phrase, a: int, b: int, ask: Ask, head: int | None = None, depth: int = 0) -> Draft:
        """The draft of words a to b of a phrase."""
        if depth > _DEEP:
            return nothing("too deeply nested", 0.1)
        words, lists = ph.words, self.words
        if b - a == 1 and words[a].hit < 0 and words[a].low in lists.pronouns and words[a].text != "US":
            return nothing("a pronoun")
        definite = words[a].low == "the" if a < b else False
        start = a
        while a < b and words[a].hit < 0 and (words[a].low in lists.determiners or words[a].low[0].isdigit()):
            if self._quantity(words, a, b) or self._crowd(words, a, b):
                break
            a += 1
        if a >= b:
            return nothing("only a pronoun or a quantity")
        if b - a == 1 and a > start and words[a].low in lists.sides:
            return nothing("sides that the text around names")
        if (
            a > start
            and words[a - 1].low in lists.pairs
            and " ".join(w.low for w in words[a:b]) in lists.paired
        ):
            return nothing("a pair that the text around names")
        if self._quantity(words, a, b):
            return self._counted(ph, a, b, ask, depth)
        comma = self._comma(words, a, b)
        if comma is not None:
            return self._apposed(ph, a, comma, b, ask, head, depth)
        whole = self.known.whole(ph, a, b, ask, definite or a == start)
        if whole is not None:
            return whole
        joined = self._joined(ph, a, b, ask, depth)
        if joined is not None:
            return joined
        core = self._core_end(words, a, b, head)
        owned = self._possessive(ph, a, core, b, ask, head, depth)
        if owned is not None:
            return owned
        return self._by_head(ph, a, core, b, ask, head, depth)

    def object(self, ph: Phrase, a: int, b: int, ask: Ask, depth: int) -> Draft:
        """The draft of what follows a preposition: as any mention, or else a place."""
        draft = self.range(ph, a, b, ask, None, depth)
        if draft.country or draft.igo or (draft.political and draft.kind != "person" and draft.sector):
            return draft
        words, k = ph.words, a
        while k < b and not words[k].cap:
            k += 1
        end = k
        while end < b and words[end].cap:
            end += 1
            if words[end - 1].comma:
                break
        country = None if len(draft.candidates) > 1 else self.states.modifiers(ph, a, b, ask).country
        if country is None and end > k:
            country = self.states.place(ph.slice(k, end), ask)
        if country is None:
            return draft
        return Draft(ph.slice(k, end), country, "CVL", "country", score=0.6, reasons=["a place"])

    def _quantity(self, words: list[Word], a: int, b: int) -> bool:
        return (
            a + 2 < b
            and words[a].low in self.words.quantities
            and words[a + 1].low == "of"
            and words[a].hit < 0
        )

    def _crowd(self, words: list[Word], a: int, b: int) -> bool:
        """ "Thousands" alone or "hundreds in Cairo": a crowd, not a number of something."""
        if words[a].low not in self.words.groups:
            return False
        return a + 1 == b or words[a + 1].low in self.words.prepositions

    def _counted(self, ph: Phrase, a: int, b: int, ask: Ask, depth: int) -> Draft:
        """ "thousands of Tunisians", "members of the Ukrainian parliament"."""
        draft = self.range(ph, a + 2, b, ask, None, depth + 1)
        if draft.political:
            if draft.kind == "country" and ph.words[a].low not in ("all", "most", "part", "parts", "rest"):
                draft.sector = "CVL"
            draft.kind, draft.name = "group", ph.slice(a, b)
            draft.because("several of them")
        return draft

    def _comma(self, words: list[Word], a: int, b: int) -> int | None:
        for k in range(a, b - 1):
            if words[k].comma and not (words[k].hit >= 0 and words[k].hit == words[k + 1].hit):
                if words[k + 1].low in _SUFFIXES or self._listed(words[k], words[k + 1]):
                    continue
                return k + 1
        return None

    def _listed(self, word: Word, after: Word) -> bool:
        """Whether a comma joins parts of a portfolio: "Minister of Trade, Industry and Labour"."""
        return word.low in self.words.portfolio and after.low in self.words.portfolio

    def _apposed(
        self, ph: Phrase, a: int, comma: int, b: int, ask: Ask, head: int | None, depth: int
    ) -> Draft:
        """ "Ibrahim Kalin, adviser to the President of Turkey": both parts speak of one entity."""
        main = self.range(ph, a, comma, ask, head if head is not None and head < comma else None, depth + 1)
        if ph.words[comma].low in ("and", "or"):
            return self._several(main, self.range(ph, comma + 1, b, ask, None, depth + 1))
        extra = self.range(ph, comma, b, ask, None, depth + 1)
        if not extra.political:
            return main
        if not main.political:
            return main if main.candidates or head is not None else extra
        if main.kind == "person" and extra.kind in ("office", "person", "group"):
            main.office = main.office or extra.office
            sure = main.country is not None and main.score >= 0.7
            if not sure:
                main.country, main.score = extra.country or main.country, max(main.score, extra.score)
            main.igo = main.igo or extra.igo
            if extra.office or main.sector in (None, "UNK", "PTY") or not sure:
                main.sector = extra.sector or main.sector
            return main.because("with its apposition")
        if (
            main.kind in ("office", "organisation", "group")
            and extra.kind == "person"
            and main.kind == "office"
        ):
            main.person, main.name, main.kind, main.holder = extra.person, extra.name, "person", None
            if main.score <= _OF_PUBLISHER and extra.country and extra.score >= _KNOWN_PERSON:
                main.country, main.score = extra.country, extra.score  # whom the publisher's text names
            main.country = main.country or extra.country
            return main.because("with its apposition")
        if main.country is None and not main.igo:
            main.country = extra.country
        elif (
            not extra.office and not extra.person and extra.sector == "GOV" and extra.country != main.country
        ):
            return self._several(main, extra)
        return main

    def _several(self, first: Draft, second: Draft) -> Draft:
        """Two parties in one mention: what they share stays."""
        if not first.political:
            return second
        if second.political and second.country != first.country:
            for draft in (first, second):
                first.suggest(draft.country, draft.score, "one of several", draft.name)
            first.country, first.name, first.person = None, f"{first.name}, {second.name}", None
            first.kind = "group"
            first.because("several parties")
        return first

    def _joined(self, ph: Phrase, a: int, b: int, ask: Ask, depth: int) -> Draft | None:
        """ "China and Russia", "Putin and Xi": names joined by "and", with no noun that they share."""
        words = ph.words
        for k in range(a + 1, b - 1):
            if words[k].hit < 0 and words[k].low in ("and", "&"):
                rest = [w for w in words[a:b] if w.hit < 0 and w.low not in ("and", "&", "the")]
                if any(not w.cap or w.low in self.words.bodies or w.low in self.words.roles for w in rest):
                    return None
                if rest and self._is_thing(words[b - 1], in_name=False):
                    return None
                first = self.range(ph, a, k, ask, None, depth + 1)
                return self._several(first, self.range(ph, k + 1, b, ask, None, depth + 1))
        return None

    def _core_end(self, words: list[Word], a: int, b: int, head: int | None) -> int:
        start = a + 1 if head is None or head < a else max(a + 1, head + 1)
        for k in range(start, b):
            if words[k].hit < 0 and words[k].low in self.words.prepositions and not words[k].cap:
                if words[k].low == "of" and self._inside(words, k, b):
                    continue
                return k
        return b

    def _inside(self, words: list[Word], k: int, b: int) -> bool:
        """Whether "of" at word k is inside a body before a title ("House of Representatives Speaker")."""
        if k + 2 >= b or not words[k + 2].cap:
            return False
        key = f"{words[k - 1].low} of {words[k + 1].low}"
        return key in self.words.bodies and self.titles.at(words, k + 2, b) is not None

    def _possessive(
        self, ph: Phrase, a: int, core: int, b: int, ask: Ask, head: int | None, depth: int
    ) -> Draft | None:
        """ "Germany's ambassador", "Netanyahu's government": the owner tells whose the rest is."""
        words = ph.words
        split = None
        for k in range(a, core - 1):
            if words[k].poss and not (words[k].hit >= 0 and words[k].hit == words[k + 1].hit):
                if words[k].low.rstrip("s'’") in self.words.generic and words[k + 1].cap and words[k].cap:
                    continue
                split = k + 1
                break
        if split is None:
            return None
        owner = self.range(ph, a, split, ask, None, depth + 1)
        bare = Ask(ask.date) if owner.political or owner.country else ask
        rest = self.range(ph, split, b, bare, head if head is not None and head >= split else None, depth + 1)
        return self._owned(owner, rest, ask)

    def _owned(self, owner: Draft, rest: Draft, ask: Ask) -> Draft:
        if not rest.political:
            if owner.country:
                rest.suggest(owner.country, 0.3, "the owner of the thing", owner.name)
            return rest
        if not owner.political and not owner.country:
            return rest
        capital_name = rest.kind == "person" and rest.office is None and rest.person is not None
        if rest.country and owner.country and rest.country != owner.country and not capital_name:
            rest.suggest(rest.country, 0.4, "the text names another owner")
        if rest.related:
            rest.suggest(owner.country, 0.3, "those whose they are", owner.name)
            return rest
        if owner.country:
            rest.country = owner.country
            rest.score = max(rest.score, owner.score * 0.95)
        elif owner.igo:
            rest.country, rest.igo, rest.sector = None, True, "IGO"
        if rest.office or rest.kind in ("group", "organisation"):
            self._owner_sector(owner, rest)
        elif rest.kind == "person" and rest.sector is None and owner.kind == "country":
            rest.sector = "GOV"
        rest.because(f"belongs to {owner.name}" if owner.name else "belongs to the owner named")
        if owner.name and rest.person is None and rest.score < 0.95 and rest.name:
            rest.name = f"{rest.name} of {owner.name}"
        if rest.kind == "office" and owner.kind == "country":
            self.offices.hold(rest, ask)
        return rest

    def _owner_sector(self, owner: Draft, rest: Draft) -> None:
        if owner.kind in ("group", "organisation") and owner.sector not in (None, "GOV", "IGO", "CVL"):
            if rest.sector in ("GOV", "CVL", "MIL", "UAF", None):
                rest.sector = owner.sector
        elif owner.igo:
            rest.sector = "IGO"

    def _by_head(
        self, ph: Phrase, a: int, core: int, b: int, ask: Ask, head: int | None, depth: int
    ) -> Draft:
        """Chooses the reader by the last noun before the first preposition."""
        words = ph.words
        known = self.known.with_tail(ph, a, core, b, ask, depth)
        if known is not None:
            return known
        h = core - 1
        if head is not None and a <= head < core and self._plain_tail(words, head + 1, core):
            h = head
        noun = self.groups.noun_at(ph, a, h)
        if noun is not None and not self._name_after_title(ph, a, h, noun):
            return self.groups.read(ph, a, noun, b, ask, depth)
        title = self.titles.find(ph, a, core, b)
        if title is not None:
            if title.end <= h and not words[h].cap and title.end < core and not title.fixed:
                after = self.titles.at(words, h, b)
                if after is None:
                    return self._thing(ph, a, core, ask)
            return self.offices.read(ph, a, title, core, b, ask, depth)
        if words[h].hit >= 0 and not self.groups.continues(words, a, h):
            entity = self.states.entity_of(ph.hits[words[h].hit], ask)
            if entity is not None and entity.kind in ("organisation", "group"):
                return self.states.of_entity(entity, "name", ask)
        thing = not words[h].cap or self._is_thing(words[h], h > a and words[h - 1].cap)
        if thing and not self.names.of_holder(ph, a, h, ask):
            if words[h].low.endswith(self.words.agents) and not self._is_thing(words[h], in_name=False):
                return self._people_of(ph, a, h, b, ask, depth)
            return self._thing(ph, a, core, ask)
        return self.names.read(ph, a, core, b, ask, depth)

    def _name_after_title(self, ph: Phrase, a: int, h: int, noun: HeadNoun) -> bool:
        """Whether a word like the plural of a body is a name: "Foreign Minister *Dumas*", no Dumas."""
        if noun.start != h or not ph.words[h].cap or ph.words[h].low == noun.key:
            return False
        title = self.titles.find(ph, a, h, h)
        return title is not None and title.end == h

    def _plain_tail(self, words: list[Word], a: int, b: int) -> bool:
        return all(not w.cap for w in words[a:b])

    def _is_thing(self, word: Word, in_name: bool) -> bool:
        low = word.low
        if word.hit >= 0:
            return False
        if low in self.words.things:
            return True
        return (
            not in_name
            and len(low) > 6
            and low.endswith(self.words.thing_suffixes)
            and not word.text.isupper()
        )

    def _people_of(self, ph: Phrase, a: int, h: int, b: int, ask: Ask, depth: int) -> Draft:
        """People of an unlisted trade or bent; a party only where a state is named."""
        noun = HeadNoun(h, h + 1, ph.words[h].low, Noun("CVL"), body=False)
        draft = self.groups.read(ph, a, noun, b, ask, depth)
        if draft.country is None or draft.score < 0.85:
            return self._thing(ph, a, h, ask)
        draft.score = 0.6
        return draft

    def _thing(self, ph: Phrase, a: int, core: int, ask: Ask) -> Draft:
        draft = nothing("the head is no party")
        for country in self.states.modifiers(ph, a, core, ask).countries:
            draft.suggest(country, 0.3, "named before the head")
        return draft
