"""The parties that a text has told so far, in order, and those it told together.

Each stands with its sentence and the grammatical rank of its words; what refers back is settled from here by
number and kind, then by recency and rank (subjects first). A look-up finds only what stands before the words
that ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dragoman.coding import syntax
from dragoman.coding.groups import Together
from dragoman.coding.party import Party
from dragoman.coding.reasons import doer
from dragoman.language import Token

_WE = frozenset({"we", "i"})
_STATES = frozenset({"state", "country", "nation", "government", "side", "republic"})
REACH = 8  # sentences over which "the two leaders" may reach back
_CROWDS = frozenset({"CVL", "LAB", "EDU", "AGR", "REL", "OPP", "REF", "SOC"})
SUBJECTS = frozenset({"subj", "subjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Told:
    """A party, the number of its sentence, the rank and the number of its word."""

    party: Party
    sentence: int
    rank: int  # 0 subject, 1 object, 2 other
    place: int


class Story:
    """What the text has told so far, of whom."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        #: parties told together, the newest last; the caller keeps it
        self.groups: list[Together] = []
        #: people and posts of the title, which may settle who is meant but are no words of the text
        self.titled: tuple[Party, ...] = ()
        #: those whom the title tells together: "Readout of the President's Call with X"
        self.paired: tuple[Party, ...] = ()
        #: whether they speak in the text together, in a joint statement
        self.joint = False
        #: the states whose relations the title is of, or those it tells together
        self.related: tuple[Party, ...] = ()
        self.sentence = 0
        #: the state for which the text speaks, whose "we" is no party told
        self.home: str | None = None

    def countries(self) -> set[str]:
        """The states told so far."""
        return {t.party.country for t in self.told if t.party.country}

    def end_sentence(self) -> None:
        """The next party is of the next sentence."""
        self.sentence += 1

    def tell(self, parties: Iterable[Party], token: Token) -> None:
        """Remember what a phrase named."""
        rank = 0 if token.rel in SUBJECTS else 1 if token.rel in ("obj", "agent", "pobj") else 2
        if token.rel == "conj":
            first = token.first_conjunct
            rank = 0 if first.rel in SUBJECTS else 1 if first.rel in ("obj", "pobj") else 2
        for party in parties:
            if party.political and (party.country or party.name):
                self.told.append(Told(party, self.sentence, rank, token.i))

    def people(self) -> tuple[Party, ...]:
        """The people and posts told so far."""
        return tuple(t.party for t in self.told if t.party.kind in ("person", "office"))

    def named(self, before: int) -> tuple[Party, ...]:
        """Those whom a title names before an offset, one a state, as parties that no words of it name."""
        return one_a_state(told.party for told in self.told if told.party.start < before)

    def together(self) -> tuple[Party, ...]:
        """Those whom a title last tells together, one a state; empty where it tells nobody so."""
        found = one_a_state(p for g in self.groups[-1:] for p in g.parties)
        return found if len(found) > 1 else ()

    def by_title(self, number: int, token: Token) -> list[Party]:
        """Whom "they", "the two" mean by the title alone, where the text has told of no others before."""
        if not self.paired and number == 2 and token.lemma in _STATES:
            return [referred(p) for p in self.related]  # "the two states" of a paper on their relations
        acting = token.lower == "they" and token.rel in SUBJECTS  # others who are but told of do not act
        told = [t for t in self.told if t.place < token.i and not (acting and t.rank)]
        before = {t.party.country for t in told if t.party.country}
        known = {p.country for p in self.paired}
        spoken = self.joint and number == len(self.paired)  # "the two sides" of a joint statement
        fits = number in (0, len(self.paired)) and (before <= known or spoken)
        return [referred(p) for p in self.paired] if fits else []

    def acted(self, parties: Iterable[Party]) -> bool:
        """Whether one of those told together is a person, or stood as a subject."""
        subjects = [t.party for t in self.told if t.rank == 0]
        return any(p.kind in ("person", "office") or any(p is s for s in subjects) for p in parties)

    def again(self, token: Token) -> Party | None:
        """The plural party told before by the same noun: "two officials ... the officials"."""
        for told in reversed(self.told):
            head = told.party.head
            if self.sentence - told.sentence > REACH:
                break
            if told.place < token.i and told.party.plural and head is not None and head.lemma == token.lemma:
                return told.party
        return None

    def crowd(self, token: Token, *, armed: bool = False) -> Party | None:
        """The crowd told last in the sentence or the one before: "Hundreds marched. *Some* threw stones".

        Or those in arms, where they may be meant: "Paratroopers landed. *Ten* were rounded up".
        """
        near = [t for t in self.told if t.place < token.i and token.sent.i - t.sentence <= 1]
        sectors = _CROWDS | {"MIL", "REB", "UAF"} if armed else _CROWDS
        found = [t.party for t in near if t.party.plural and t.party.sector in sectors]
        return referred(found[-1]) if found else None

    def apart(self, number: int, token: Token) -> list[Party]:
        """The states told in the sentence and the one before, if they are of that number."""
        found: dict[str, Party] = {}
        for told in self.told:
            near = told.place < token.i and token.sent.i - told.sentence <= 1
            if near and told.party.kind == "country" and told.party.country:
                found[told.party.country] = told.party
        return [referred(p) for p in found.values()] if len(found) == number else []

    def joined(self, number: int, token: Token, *, people: bool) -> list[Party]:
        """The newest parties told together: of that number, if one is asked for; people before states."""
        own = self._acting(token)
        for wanted in (True, False) if people else (False,):
            for group in reversed(self.groups):
                if group.place >= token.i or self.sentence - group.sentence > REACH:
                    continue
                if number and len(group.parties) != number:
                    continue
                if any(p.country in own for p in group.parties):
                    continue  # "*we* may suspend sales to both countries"
                if not all(p.country or p.sector == "IGO" for p in group.parties):
                    continue
                if wanted and not all(p.kind in ("person", "office") for p in group.parties):
                    continue
                return [referred(p) for p in group.parties]
        return []

    def at_odds(self, token: Token, rebels: frozenset[str], rulers: frozenset[str]) -> list[Party]:
        """The newest rebels, and their own rulers or army, told in the sentence or the one before."""
        near = [t for t in reversed(self.told) if t.place < token.i and self.sentence - t.sentence <= 1]
        rising = next((t for t in near if t.party.sector in rebels), None)
        if rising is None:
            return []
        state = rising.party.country
        ruling = next((t for t in near if t.party.sector in rulers and t.party.country == state), None)
        if ruling is None:
            return []
        return [referred(t.party) for t in sorted((rising, ruling), key=lambda t: t.place)]

    def _acting(self, token: Token) -> set[str]:
        """The states of who acts on those whom a phrase after a verb means."""
        if token.rel not in ("obj", "pobj", "iobj"):
            return set()
        subject = syntax.surface_subject(syntax.clause_verb(token))
        if subject is not None and subject.lower in _WE:
            return {self.home} if self.home else set()
        mine = [t.party for t in self.told if subject is not None and t.place == subject.i]
        return {p.country for p in mine if p.country}

    def most_told(self, number: int, token: Token, *, people: bool) -> list[Party]:
        """The states that the text has told most of, each by its newest party; people before others."""
        own = self._acting(token)
        told = [t for t in self.told if t.place < token.i and t.party.country and t.party.country not in own]
        counts = Counter(t.party.country for t in told)
        most = counts.most_common(number + 1)
        if len(most) < number or (len(most) > number and most[number][1] == most[number - 1][1]):
            return []
        out: list[Told] = []
        for country, _ in most[:number]:
            mine = [t for t in reversed(told) if t.party.country == country]
            persons = [t for t in mine if t.party.kind in ("person", "office") and not t.party.plural]
            out.append(persons[0] if people and persons else mine[0])
        return [referred(t.party) for t in sorted(out, key=lambda t: t.place)]

    def latest(
        self, fits: Callable[[Party], bool], token: Token, lemma: str | None = None, rank: int = 2
    ) -> Party | None:
        """The newest party of a kind and rank in three sentences, subjects first.

        One told by a noun of the lemma asked for is found at any reach.
        """
        if lemma is not None:
            for told in reversed(self.told):
                head = told.party.head
                if told.place < token.i and head is not None and head.lemma == lemma:
                    return told.party
        best: Told | None = None
        own = doer(token)
        own_name = next((t.lemma.lower() for t in token.sent.tokens if t.i == own and t.tag == "NN"), None)
        for told in reversed(self.told):
            if self.sentence - told.sentence > 3:
                break
            if told.place >= token.i or told.rank > rank or told.place == own or not fits(told.party):
                continue
            if own_name and told.party.head is not None and told.party.head.lemma.lower() == own_name:
                continue  # "the *Interior Ministry* ... *The ministry* accuses them"
            if best is None or (told.sentence == best.sentence and told.rank < best.rank):
                best = told
            elif told.sentence < best.sentence:
                break
        return best.party if best else None

    def nearest(self, fits: Callable[[Party], bool], token: Token) -> Party | None:
        """The newest party before a token, whatever its rank: "condemned Mali *for its* raid"."""
        told = (t for t in reversed(self.told) if t.place < token.i and fits(t.party))
        newest = next(told, None)
        return newest.party if newest is not None and newest.sentence == self.sentence else None

    def place_of(self, party: Party) -> int:
        """The number of the word that told a party last; -1 for one not told."""
        return next((t.place for t in reversed(self.told) if t.party is party), -1)


def one_a_state(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The first party of each state or body of states, as parties that no words of the text name."""
    found: dict[str, Party] = {}
    for party in parties:
        key = party.country or (party.name if party.sector == "IGO" else None)
        if key and key not in found:
            nowhere = -2 - len(found)  # no words of the text, and not the same nowhere for two
            found[key] = replace(party, start=nowhere, end=nowhere, head=None)
    return tuple(found.values())


def referred(party: Party) -> Party:
    """The party, marked as found by reference: the words that name it stand elsewhere."""
    return replace(party, inferred=party.inferred | {"reference"})
