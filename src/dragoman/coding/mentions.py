"""Mentions of actors: noun phrases, who they name, and what pronouns and "the two leaders" refer to.

One pass in the order of the text: each noun phrase is resolved by the knowledge base, then by what the text
said before (`Memory`). Later components ask `Mentions.parties(token)` for the parties that a head word names;
a list, since "the foreign ministers of France and Germany" are two.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.coding.attribution import FoundAttribution
from dragoman.coding.completions import Completions
from dragoman.coding.coreference import FIRST_PERSON, Memory
from dragoman.coding.datelines import Filed, filed_in
from dragoman.coding.definites import GUESTS, PAIR_NOUNS
from dragoman.coding.gatherings import gathered
from dragoman.coding.groups import together
from dragoman.coding.labels import Labels
from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.party import Party, from_resolution
from dragoman.coding.plurals import Plurals
from dragoman.coding.premodifiers import Premodifiers
from dragoman.coding.setting import desk, tells_of_others
from dragoman.coding.sites import Sites
from dragoman.coding.syntax import NOMINAL
from dragoman.coding.told import SUBJECTS, referred
from dragoman.knowledge.afar import states_named
from dragoman.knowledge.records import Facts, Resolution
from dragoman.knowledge.resolver import Resolver
from dragoman.knowledge.resolver_persons import plain_date
from dragoman.knowledge.resolver_state import of_time
from dragoman.language import Parse, Token
from dragoman.model import Document

_INNER = frozenset({"compound", "amod", "nmod", "nummod", "poss", "det", "quantmod", "case", "advmod"})
#: what is done to some of a crowd, by number
_HOLDING = frozenset({
    "detain", "arrest", "hold", "jail", "kill", "wound", "injure", "release", "free", "round", "remand",
    "deport", "expel", "seize", "capture", "hang", "execute", "charge", "sentence", "try", "imprison",
})  # fmt: skip
_MEN_AND_WOMEN = frozenset({"man", "woman"})
_THEM = frozenset({"them", "these", "those"})
_SOME_OF_THEM = frozenset({"some", "others", "many"})
_SOME = frozenset(
    {"some", "many", "most", "several", "all", "both", "each", "none", "few", "half", "one", "two"}
)
_SIDES = frozenset({"party", "side"})
_PLURALS = frozenset({"they", "them", "their", "both"})
_QUOTES = frozenset({'"', "“", "”", "«"})
_CLAUSES = ("relcl", "acl", "advcl", "ccomp")


#: those whose men and women act as them
_SERVED = frozenset({"MIL", "COP", "SPY", "GOV", "IGO"})
_LAWLESS = frozenset({"REB", "UAF", "PRM", "CRM"})
_SECOND_PERSON = frozenset({"you", "your", "yours"})
#: what bears the name of somebody who has no part in what happens there
_SITES = frozenset({
    "square", "street", "avenue", "boulevard", "airport", "university", "hospital", "stadium", "palace",
    "bridge", "hall", "park", "prize", "award", "mausoleum", "theatre", "theater", "college", "school",
})  # fmt: skip
_LED_BY = frozenset({
    "administration", "government", "regime", "cabinet", "team", "ministry", "doctrine", "plan", "visit",
    "summit", "talks", "meeting", "camp", "campaign",
})  # fmt: skip
_GUESSED = 0.6  # the score, at most, of a name that nobody knows
_OFTEN = 4  # mentions, at least, of a state that a text is about


class Mentions:
    """The parties named in a text, by head token."""

    def __init__(
        self,
        doc: Document,
        parse: Parse,
        facts: Facts,
        resolver: Resolver,
        dates: frozenset[int] = frozenset(),
        titled: tuple[Party, ...] = (),
        said: Sequence[FoundAttribution] = (),
        authors: tuple[Party, ...] = (),
        years: Mapping[int, str] | None = None,
        paired: tuple[Party, ...] = (),
        related: tuple[Party, ...] = (),
    ) -> None:
        self.doc = doc
        self.parse = parse
        self._facts = facts
        #: numbers of the tokens of dates
        self._dates = dates
        self._resolver = resolver
        #: who says what in the text: whoever is quoted is "we" and "I" there
        self.said = said
        self._date = doc.published
        #: the dates by which sentences tell of office-holders, where that is not the publication
        self._years = years or {}
        self._day = plain_date(doc.published)
        self._by_token: dict[int, list[Party]] = {}
        self._between: dict[tuple[int, int], list[Party]] = {}
        #: for `assigner_features.mentions_of`: what it found of a sentence
        self.in_sentences: dict[int, list[tuple[Token, Party]]] = {}
        self._filed = self._datelines()
        self.memory = Memory(doc, resolver, facts)
        self.memory.story.titled = titled
        self.memory.story.paired = paired
        self.memory.story.related = related or paired
        self.memory.speakers = authors
        self.memory.story.joint = len(authors) > 1
        self._context = self._countries_in_play()
        self._labels = Labels(doc, resolver, self._context)
        self._plurals = Plurals(self)
        self._completions = Completions(self)
        #: who is named in the words before a noun
        self.before = Premodifiers(self)
        #: the places that phrases name
        self.sites = Sites(self, facts)
        for sentence in parse.sentences:
            told = list(self.memory.story.groups)
            for token in sentence.tokens:
                if token.lower in _PLURALS or (token.lemma in PAIR_NOUNS and token.tag in ("NNS", "NNPS")):
                    self.memory.story.groups = told + together(sentence, token.i, self.known)
                if (
                    token.pos in NOMINAL
                    and token.rel not in ("compound", "nmod")
                    and token.i not in self._by_token
                ):
                    self._by_token[token.i] = self._read(token)
            self.memory.story.groups = told + together(sentence, sentence.tokens[-1].i + 1, self.known)
            self.memory.story.end_sentence()

    def _datelines(self) -> list[tuple[int, Filed]]:
        """Where paragraphs begin that a dateline opens, and the state that it tells."""
        text, starts = self.parse.text, self.parse.paragraphs
        near = states_named(f"{self.doc.title or ''} {self.doc.publisher or ''}", self._facts)
        found = (
            (start, filed_in(text[start : start + 160], self._facts, self._day, near)) for start in starts
        )
        return [(start, place) for start, place in found if place is not None]

    def filed(self, sentence: int) -> Filed | None:
        """Where what a sentence reports was filed; None where no dateline stands before it."""
        start = self.parse.sentences[sentence].start
        return next((place for begin, place in reversed(self._filed) if begin <= start), None)

    def _told(self, token: Token) -> str | None:
        """The date by which a phrase is read: of its sentence, else of the publication."""
        return self._years.get(token.sent.i, self._date)

    def _countries_in_play(self) -> str:
        """The words outside the text whose states count; a wire tells of the world, not of its own state."""
        title = self.doc.title or ""
        publisher = self.doc.publisher or ""
        if publisher and tells_of_others(publisher, self._resolver, self._date):
            publisher = ""
        place = self._filed[0][1].state if self._filed and title else None
        if title and desk(self.doc, self._resolver):
            publisher = self.doc.publisher or ""  # a state's agency tells of its own people too
        state = self._facts.country(place) if place else None  # a headline's only state may be another
        return f"{title} {publisher} {state.name if state else ''}".strip()

    def parties(self, token: Token) -> list[Party]:
        """The political parties that the phrase of this head names; empty where it names none."""
        found = self._by_token.get(token.i)
        if found is None:
            found = self._by_token[token.i] = self._read(token)
        return found

    def take_as_read(self, parties: Sequence[Party]) -> None:
        """Let these parties be those of their head words."""
        self._by_token.update({p.head.i: [p] for p in parties if p.head})
        self.in_sentences.clear()
        self.before.forget()

    def resolved(self, text: str, token: Token, *, head: int | None = None, near: bool = False) -> Resolution:
        """Whom words name by the date of a token's sentence; `near` lets the title's states count."""
        return self._resolver.resolve(
            text, date=self._told(token), context=self._context if near else None, head=head,
            publisher_country=self.memory.home,
        )  # fmt: skip

    def is_date(self, token: Token) -> bool:
        """Whether a token belongs to an expression of time."""
        return token.i in self._dates

    def known(self, token: Token) -> list[Party]:
        """The parties of a token read already."""
        return self._by_token.get(token.i, [])

    def of_others(self, party: Party) -> Party:
        """A party that is not taken for one of the publisher's own: a ministry reports others' rebels."""
        lawless = party.sector in _LAWLESS and party.country == self.memory.home
        return replace(party, country=None) if lawless else party

    def named(self, token: Token) -> Party | None:
        """The proper name of a phrase as a party of its own, for names that nobody knows."""
        if token.pos != "PROPN":
            return None
        first, last = phrase_bounds(token)
        name = self.parse.text[first.start : last.end].removeprefix("the ")
        return Party(first.start, last.end, name, kind="organisation", score=0.3, head=token)

    def states_near(
        self, sentence: int, without: frozenset[str] = frozenset(), *, after: int = 1
    ) -> set[str]:
        """The states told in a sentence, the one before and those `after` it, by their alpha-3 codes.

        Nouns `without` tell of no state there: "*the French embassy*".
        """
        told = [
            (token, party)
            for near in self.parse.sentences[max(0, sentence - 1) : sentence + 1 + after]
            for token in near.tokens
            for party in self._by_token.get(token.i, ())
        ]
        bodies = [p for _, p in told if p.kind == "organisation" and p.country is None and p.start >= 0]
        return {
            party.country
            for token, party in told
            if party.country
            and _places(party)
            and token.lemma.lower() not in without
            and not _part_of(party, bodies)
        }

    def states_before(self, sentence: int) -> set[str]:
        """The states told in all sentences before one, by their alpha-3 codes."""
        start = self.parse.sentences[sentence].tokens[0].i
        told = [p for i, parties in self._by_token.items() if i < start for p in parties]
        return {p.country for p in told if p.country and _places(p)}

    def leading_state(self) -> str | None:
        """The state that the text names often, and twice as often as any other; None where there is none."""
        named = Counter(
            p.country for parties in self._by_token.values() for p in parties
            if p.country and _places(p)
        )  # fmt: skip
        first = named.most_common(2)
        next_best = first[1][1] if len(first) > 1 else 0
        leads = bool(first) and first[0][1] >= max(_OFTEN, 2 * next_best)
        return first[0][0] if leads else None

    def states_told(self, sentence: int) -> set[str]:
        """The states told in the sentence before, by their alpha-3 codes."""
        tokens = self.parse.sentences[sentence - 1].tokens if sentence else ()
        told = [p for token in tokens for p in self._by_token.get(token.i, ())]
        return {p.country for p in told if p.country and _places(p)}

    def names_between(self, begin: int, end: int) -> list[Party]:
        """The known states and bodies named in [begin, end) of the text."""
        found = self._between.get((begin, end))
        if found is None:
            found = self._between[begin, end] = self._names(begin, end)
        return list(found)

    def _names(self, begin: int, end: int) -> list[Party]:
        out = []
        for hit in self._facts.scan(self.parse.text[begin:end]):
            named = [e for e in map(self._facts.entity, hit.entities) if e is not None]
            entity = next(iter(of_time(named, self._day)), None)
            if entity is None or entity.kind in ("place", "person"):
                continue
            out.append(
                Party(
                    begin + hit.start,
                    begin + hit.end,
                    entity.name,
                    entity.country,
                    entity.sector or ("GOV" if entity.kind == "country" else None),
                    entity.kind,
                    score=0.9,
                    head=self.parse.token_at(begin + hit.end - 1),
                )
            )
        return out

    def titled_states(self) -> list[Party]:
        """The states that the title names, as parties that no words of the text name."""
        found: dict[str, Party] = {}
        for hit in self._facts.scan(self.doc.title or ""):
            entity = self._facts.entity(hit.entities[0])
            if entity is not None and entity.kind == "country" and entity.country:
                found[entity.country] = Party(
                    -1, -1, entity.name, entity.country, "GOV", "country", score=0.5,
                    inferred=frozenset({"country", "name"}),
                )  # fmt: skip
        return list(found.values())

    def _read(self, token: Token) -> list[Party]:
        if token.i in self._dates:
            return []
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            found = (
                self._labelled(token)
                or self._addressed(token)
                or self._ourselves(token)
                or self.quoted(token)
                or self.memory.pronoun(token)
            )
            if token.lower in ("he", "she") and token.rel in SUBJECTS:
                self.memory.story.tell(found, token)  # who goes on acting is in mind
            return found
        ours = token.tag == "NNS" and any(c.lower == "our" for c in token.kids("poss"))
        if ours and token.lemma in PAIR_NOUNS and len(self.memory.speakers) > 1:
            return [referred(p) for p in self.memory.speakers]  # "our countries" of a joint statement
        theirs = token.child("poss") if token.tag == "NNS" and token.lemma in PAIR_NOUNS else None
        if theirs is not None and theirs.lower == "their":
            found = self.memory.pronoun(theirs)
            if len(found) > 1:
                return found  # "both premiers pledged *their countries'* support"
        if token.lower == "force" and not token.kids("det", "amod", "compound", "poss"):
            return []  # "the use of force"
        if (half := self.memory.half(token)) is not None:
            return [half]
        if token.lower == "persons" and token.child("relcl", "acl") is not None:
            return []  # a rule's "persons who undermine the peace"
        if "no" in token.sent.words and any(c.lower == "no" for c in token.kids("det")):
            return []  # "no country", "no two of them"
        if token.lower in _SOME_OF_THEM and token.rel in SUBJECTS and not token.kids("prep", "det", "amod"):
            crowd = self.memory.story.crowd(token)
            return [crowd] if crowd is not None else []
        if (
            token.pos in ("NUM", "DET") or token.lower in _SOME or _of_them(token)
        ):  # "one of the men", "some of the rebels"
            for prep in token.kids("prep"):
                if prep.lower == "of":
                    return [p for t in prep.kids("pobj") for p in self.ahead(t)]
            if token.pos == "NUM" and (found := self.memory.numbered(token)):
                return found
            if token.pos == "NUM" and token.rel in ("obj", "subjpass") and token.head.lemma in _HOLDING:
                crowd = self.memory.story.crowd(token, armed=True)  # "fired gas at strikers, held *12*"
                return [crowd] if crowd is not None else []
        if serving := self._serving(token):
            return serving
        first, last = phrase_bounds(token)
        while first.i < token.i and first.i in self._dates and not self._owning(first):
            first = self.parse.tokens[first.i + 1]  # "*6 Jan.* Government soldiers"
        while last.i > token.i and last.i in self._dates:
            last = self.parse.tokens[last.i - 1]  # "the army *29 May* retaliated"
        text = self.parse.text[first.start : last.end]
        if first.start and (text[0] in "-–" or self.parse.text[first.start - 1] in "-–"):
            first = self._whole_word(first)
            text = self.parse.text[first.start : last.end]
        if len(text) > 200:
            first, last = phrase_bounds(token, tail=False)
            text = self.parse.text[first.start : last.end]
        several = self._plurals.read(token, first)
        if several:
            self.memory.story.tell(several, token)
            return several
        resolution = self._resolver.resolve(
            text, date=self._told(token), context=self._context, head=token.start - first.start,
            publisher_country=self.memory.home,
        )  # fmt: skip
        party = self.memory.traveller(from_resolution(resolution, first.start, last.end, token))
        others = self.of_others(party)
        if others is not party and not self._own_name(token):
            party = others
        party = gathered(self._completions.complete(party, token), token)
        if self._of_body(party, token):
            return []
        if token.lemma in GUESTS and not party.political:
            own = {p.country for p in self.names_between(first.start, last.end) if p.country}
            country = own.pop() if len(own) == 1 else None
            party = replace(
                party, country=country, kind="person", sector="GOV", political=country is not None
            )
        found = self._completions.examples(party, token) or self.memory.refer(party, token)
        if not found and token.lemma in _SIDES and token.tag == "NNS":
            found = [replace(party, name=token.text, kind="group", political=True, plural=True)]
        self.memory.story.tell(found, token)
        return found

    def _of_body(self, party: Party, token: Token) -> bool:
        """Whether a name is but a part of another's: "the Liberation Tigers of *Tamil Eelam*"."""
        of = token.rel == "pobj" and token.head.lower == "of" and token.tag in ("NNP", "NNPS")
        if of and party.kind in ("country", "group"):
            return any(
                p.start < party.start and party.end <= p.end and p.country != party.country
                for p in self.names_between(token.sent.start, token.sent.end)
            )  # "the Democratic People's Republic of *Korea*"
        if party.kind != "person" or token.tag != "NNP":
            return False
        if token.rel == "compound" and token.head.tag == "NNP" and token.head.lower not in _LED_BY:
            return True  # "*Bashir* Khan"
        if party.score > _GUESSED:
            return False
        after = itertools.takewhile(
            lambda t: t.pos == "PROPN", (t for t in token.sent.tokens if t.i > token.i)
        )
        if any(t.lower in _SITES for t in after):
            return True  # "*Kim Il Sung* Square"
        return any(
            p.start < party.start and party.end <= p.end and p.kind in ("organisation", "group")
            for p in self.names_between(token.sent.start, token.sent.end)
        )

    def _owning(self, token: Token) -> bool:
        """Whether a word of time owns what follows: "*today's* government"."""
        return self.parse.tokens[token.i + 1].rel == "case"

    def _serving(self, token: Token) -> list[Party]:
        """The force or body of "the *men and women of* the Chadian army"; they name nobody else."""
        if token.lemma not in _MEN_AND_WOMEN:
            return []
        both = token.first_conjunct.conjuncts()
        if {t.lemma for t in both} != _MEN_AND_WOMEN:
            return []
        owners = [o for t in both for p in t.kids("prep") if p.lower == "of" for o in p.kids("pobj")]
        return [p for o in owners for p in self.ahead(o) if p.sector in _SERVED]

    def _own_name(self, token: Token) -> bool:
        """Whether a phrase holds the name of a state."""
        first, last = phrase_bounds(token)
        return any(p.country for p in self.names_between(first.start, last.end))

    def _labelled(self, token: Token) -> list[Party]:
        """Who says "we" in a transcript: the speaker whose label stands before."""
        speaker = self._labels.at(token.start) if token.lower in FIRST_PERSON else None
        return [speaker] if speaker is not None else []

    def _addressed(self, token: Token) -> list[Party]:
        """Whom "you" means where two speak: the other that the title tells with the speaker."""
        if token.lower not in _SECOND_PERSON or len(self.memory.story.paired) != 2:
            return []
        speaker = self._labels.at(token.start)
        own = speaker.country if speaker is not None else self.memory.home
        others = [p for p in self.memory.story.paired if p.country != own]
        if len(others) != 1:
            return []
        return [replace(others[0], start=token.start, end=token.end, head=token)]

    def _ourselves(self, token: Token) -> list[Party]:
        """Those who speak, where they name themselves: "We, *the Leaders of Japan and India*, resolved"."""
        other = token.child("appos")
        if token.lower != "we" or other is None or other.pos not in NOMINAL:
            return []
        found = [p for part in other.conjuncts() for p in self.ahead(part) if p.political]
        if any(p.country or p.sector == "IGO" for p in found):
            self.memory.speakers = tuple(found)
            return found
        return []

    def quoted(self, token: Token) -> list[Party]:
        """Who says "we" in a quotation: ""*We* condemn the raid," the Kenyan minister said"."""
        if token.lower not in FIRST_PERSON:
            return []
        around = [
            (item.content[1] - item.content[0], item.source_head)
            for item in self.said
            if item.content is not None
            and item.content[0] <= token.start < item.content[1]
            and self.parse.text[max(0, item.content[0] - 1) : item.content[0]] in _QUOTES
            and item.source_head.lower not in FIRST_PERSON
        ]
        if not around:
            return []
        head = min(around, key=lambda pair: pair[0])[1]
        return [referred(p) for p in self.ahead(head) if p.political]

    def _whole_word(self, token: Token) -> Token:
        """The first token of the hyphenated word that a token is part of: "Port-of-*Spain*"."""
        tokens = self.parse.tokens
        place = token.i
        while place > token.sent.tokens[0].i and tokens[place - 1].end == tokens[place].start:
            place -= 1
        return tokens[place]

    def ahead(self, token: Token) -> list[Party]:
        """The parties of a token further on, kept for when its turn comes."""
        if token.i not in self._by_token:
            self._by_token[token.i] = self._read(token)
        return self._by_token[token.i]


def _places(party: Party) -> bool:
    """Whether somebody tells of whose land a text is: no agency does, whom a minister "told"."""
    return party.sector != "JRN"


def _part_of(party: Party, bodies: Sequence[Party]) -> bool:
    """Whether a name is but a part of a body's: "the Organization of *American States*"."""
    return any(b.start <= party.start and party.end <= b.end for b in bodies)


def _of_them(number: Token) -> bool:
    """Whether a word counts some of those told: "*sixty* of them"."""
    if not number.sent.words & _THEM:
        return False
    counted = [t for p in number.kids("prep") if p.lower == "of" for t in p.kids("pobj")]
    return any(t.lower in _THEM and t.i == number.i + 2 for t in counted)
