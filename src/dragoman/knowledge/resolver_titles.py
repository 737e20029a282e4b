"""Titles with and without names: "Iranian Foreign Minister Javad Zarif", "the King of Jordan"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_phrase import Word
from dragoman.knowledge.resolver_state import Phrase
from dragoman.knowledge.resolver_words import Noun, Words, singulars


@dataclass(frozen=True, slots=True)
class Title:
    """A title at words [start, end); `noun` is its last role, `fixed` where "of" is part of it."""

    start: int
    end: int
    noun: Noun
    role: str
    fixed: bool = False
    plural: bool = False


@dataclass(slots=True)
class Tail:
    """What follows a title: how far the office reaches, whose it is, and the name of who holds it."""

    office_end: int
    owner: Draft | None = None
    object_of: Draft | None = None
    name: tuple[int, int] | None = None
    end: int = 0


class Titles:
    """Finds titles by the word lists."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._firsts = _first_words(words)

    def find(self, phrase: Phrase, a: int, b: int, limit: int) -> Title | None:
        """The first title that starts in [a, b); a fixed title may reach to `limit`."""
        words = phrase.words
        k = a
        while k < b:
            title = self.at(words, k, limit)
            if title is not None and title.end == k + 1 and self._of_name(words, k, b):
                title = None
            if title is not None and self._is_surname(words, a, k, b, title):
                return None
            if title is not None and not (words[k].hit >= 0 and words[k].low not in self._words.roles):
                return self._extended(words, title, limit)
            k += 1
        return None

    def _of_name(self, words: list[Word], k: int, b: int) -> bool:
        """Whether "National" begins a name: "the *National* Democratic Party", unlike "Cuban nationals"."""
        if words[k].text != "National" or k + 1 >= b or not words[k + 1].cap:
            return False
        return words[k].hit < 0 <= words[k + 1].hit  # not "the *National* Security Council"

    def _is_surname(self, words: list[Word], a: int, k: int, b: int, title: Title) -> bool:
        """Whether a role that ends a name is part of it: "John *Major*", "Mr. *King*"."""
        if k == a or title.end != k + 1 or title.end < b or title.role not in self._words.surnames:
            return False
        before, lists = words[k - 1], self._words
        if not (words[k].cap and before.cap) or before.hit >= 0 or before.comma or before.poss:
            return False
        return before.low not in lists.portfolio and before.low not in lists.modifiers

    def at(self, words: list[Word], k: int, limit: int) -> Title | None:
        """The longest title that starts at word k."""
        lists = self._words
        low = words[k].low
        stem = self._stem(low)
        if stem not in self._firsts and low not in self._firsts:
            return None
        for n in range(min(8, limit - k), 1, -1):
            if _splits(words, k + n):
                continue
            key = " ".join([stem, *(w.low for w in words[k + 1 : k + n])])
            if key in lists.fixed:
                return Title(k, k + n, Noun(lists.fixed[key]), key, fixed=True)
            if key in lists.roles:
                return Title(k, k + n, lists.roles[key], key)
        if stem in lists.roles:
            return Title(k, k + 1, lists.roles[stem], stem)
        for single in singulars(low):
            if single in lists.roles:
                return Title(k, k + 1, lists.roles[single], single, plural=True)
        return None

    def _stem(self, low: str) -> str:
        for prefix in ("ex-", "then-", "vice-", "co-", "deputy-", "mid-"):
            if low.startswith(prefix) and low not in self._words.roles:
                low = low[len(prefix) :]
        for suffix in ("-elect", "-designate", "-in-exile", "-in-waiting"):
            if low.endswith(suffix):
                low = low[: -len(suffix)]
        return low

    def _extended(self, words: list[Word], title: Title, limit: int) -> Title:
        """The title with the roles that follow at once: "chief negotiator", "Defence Minister General"."""
        while title.end < limit and not words[title.end - 1].comma and not words[title.end - 1].poss:
            nxt = self._next(words, title.end, limit)
            if nxt is None or (
                words[title.end].cap and title.end + 1 == limit and nxt.role in self._words.surnames
            ):
                break
            firm = not title.noun.light and title.role not in self._words.adjectival
            if firm and self._is_style(words, title, nxt, limit):
                break
            keep = title.noun if nxt.noun.light and firm else nxt.noun
            if title.noun.sector == "GOV" and not title.noun.light and nxt.noun.sector == "MIL":
                keep = title.noun
            title = Title(title.start, nxt.end, keep, nxt.role, nxt.fixed, nxt.plural)
        return title

    def _is_style(self, words: list[Word], title: Title, nxt: Title, limit: int) -> bool:
        """Whether a word after an office is of the name: "Foreign Minister *Prince* X"."""
        if not words[title.end].cap or nxt.end != title.end + 1 or nxt.end >= limit or not words[nxt.end].cap:
            return False
        if title.noun.sector != "GOV" or title.role in self._words.titular:
            return False
        return nxt.role in self._words.titular or nxt.noun.sector not in ("GOV", "MIL")

    def _next(self, words: list[Word], k: int, limit: int) -> Title | None:
        """A title at word k or after up to three words of a portfolio ("Deputy *Trade* Minister")."""
        lists = self._words
        for j in range(k, min(k + 4, limit)):
            found = self.at(words, j, limit)
            if found is not None:
                return found
            word = words[j]
            if word.comma or word.poss or word.hit >= 0 or word.low in ("and", "the"):
                return None
            if word.low not in lists.portfolio and word.low not in lists.modifiers and word.low != "prime":
                return None
        return None

    def name_run(self, phrase: Phrase, k: int, limit: int) -> tuple[int, int] | None:
        """The words of a personal name from word k on."""
        lists, words = self._words, phrase.words
        while k < limit and (words[k].low in lists.honorifics or self.at(words, k, limit)) and k + 1 < limit:
            if not words[k].cap:
                return None
            k += 1
        j, cased = k, False
        while j < limit:
            word = words[j]
            if word.cap and (word.low not in lists.prepositions or j > k):
                cased = True
            elif not (word.low in lists.particles and self._leads_on(words, j, limit)):
                break
            j += 1
            if word.comma or word.poss:
                break
        return (k, j) if cased else None

    def _leads_on(self, words: list[Word], j: int, limit: int) -> bool:
        """Whether a particle at word j ("de la Rua") leads to a capitalised word."""
        while j < limit and not words[j].cap:
            if words[j].low not in self._words.particles:
                return False
            j += 1
        return j < limit


def _first_words(lists: Words) -> frozenset[str]:
    firsts = {key.split(" ", 1)[0] for table in (lists.roles, lists.fixed) for key in table}
    plurals = {key + "s" for key in firsts}
    plurals |= {key[:-1] + "ies" for key in firsts if key.endswith("y")}
    plurals |= {key[:-3] + "men" for key in firsts if key.endswith("man")}
    return frozenset(firsts | plurals)


def _splits(words: list[Word], end: int) -> bool:
    """Whether a title that ends there would cut a state's name: "president of the republic | of Peru"."""
    return 0 < end < len(words) and words[end].hit >= 0 and words[end - 1].hit == words[end].hit
