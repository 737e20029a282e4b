"""What pronouns, bare offices and "the two leaders" refer to, from what the text said before.

The memory is a list of the parties told so far, the newest last, with the sentence and the grammatical rank
of each. References are settled by number and kind, then by recency and rank (subjects first): enough for
reporting, where the parties of the story are few. What finds no antecedent stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dragoman.coding import syntax
from dragoman.coding.groups import Together
from dragoman.coding.party import Party
from dragoman.coding.reasons import about, doer, is_reason, reason, said_of
from dragoman.coding.setting import body, desk, home, setting
from dragoman.knowledge.records import Facts
from dragoman.knowledge.resolver import Resolver
from dragoman.knowledge.resolver_persons import FAMILY_FIRST
from dragoman.language import Token
from dragoman.model import Document

FIRST_PERSON = frozenset({"i", "we", "us", "our", "me", "my", "ours", "ourselves", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_SINGULAR_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself", "hers"})
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs", "both", "each"})
_NEUTER = frozenset({"it", "its", "itself"})
_OWNING = frozenset({"its", "his", "her", "their"})
#: plural nouns that may mean parties told together ("the two sides")
PAIR_NOUNS = frozenset({
    "leader", "side", "country", "nation", "state", "president", "minister", "party", "government",
    "counterpart", "official", "delegation", "capital", "people", "neighbour", "neighbor", "ally",
    "participant", "partner", "chief", "head", "pair", "duo", "premier", "principal", "secretary",
})  # fmt: skip
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "chargé", "charge", "commissioner", "nuncio"})
_PAIR_WORDS = frozenset({"two", "both", "three", "four", "five"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_PERSON_PAIRS = frozenset({"leader", "president", "minister", "official", "principal", "secretary"})
_BODY_NOUNS = frozenset({
    "government", "country", "nation", "kingdom", "republic", "state", "ministry", "organisation",
    "organization", "group", "bloc", "alliance", "union", "council", "company", "party", "movement",
    "regime", "administration", "agency", "body", "mission", "embassy", "army", "military", "militia",
})  # fmt: skip
#: bodies that are no state
_BODIES = frozenset({
    "organisation", "organization", "group", "bloc", "alliance", "union", "council", "company", "party",
    "movement", "agency", "body", "mission", "militia",
})  # fmt: skip
_BANDS = frozenset({"REB", "PRM", "UAF", "CRM", "IGO", "PTY", "OPP", "NGO", "SOC"})
_OF_SECTOR = {
    "party": frozenset({"PTY", "OPP"}), "company": frozenset({"BUS", "MNC"}),
    "militia": frozenset({"REB", "PRM", "UAF"}), "group": _BANDS, "movement": _BANDS,
}  # fmt: skip
_ORGANS_OF_STATE = frozenset({"JUD", "LEG", "MIL", "COP", "PTY"})
_ARMIES = frozenset({"army", "military"})
#: sectors of people, who are no body
_PEOPLE = frozenset({"LAB", "AGR", "EDU", "SOC", "CVL", "REL", "REF", "JRN", "MED"})
#: bodies that an office-holder names without saying whose they are
_OF_SPEAKER = frozenset({
    "army", "military", "government", "police", "authorities", "parliament", "cabinet", "ministry", "navy",
})  # fmt: skip
_RULING = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_OWN_BODIES = frozenset({"government", "kingdom", "ministry", "republic", "department"})
#: bodies of an organisation, and the offices of those who speak for one
_ORGANS = frozenset({
    "council", "commission", "secretariat", "alliance", "union", "organization", "organisation", "community",
    "assembly", "league", "agency", "bloc", "office", "committee", "fund", "bank", "association",
})  # fmt: skip
_SECRETARIES = frozenset({
    "secretary-general", "secretary general", "director-general", "director general", "chairperson",
    "high representative", "high commissioner", "executive director", "executive secretary", "commissioner",
})  # fmt: skip
_DELEGATION = frozenset({"delegation", "team", "envoy", "visitor", "guest"})
_POINTING = frozenset({"the", "both", "these", "those"})
_FAMILY_FIRST = FAMILY_FIRST | {"VNM", "SGP"}
_HALVES = {"north": "PRK", "south": "KOR"}
_REACH = 8  # sentences over which "the two leaders" may reach back
_SUBJECTS = frozenset({"subj", "subjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class _Told:
    party: Party
    sentence: int
    rank: int  # 0 subject, 1 object, 2 other
    place: int


_LANDS = frozenset({"country", "nation", "kingdom", "republic", "island"})


class Memory:
    """The parties that the text has told so far."""

    def __init__(self, doc: Document, resolver: Resolver, facts: Facts) -> None:
        self._told: list[_Told] = []
        #: parties told together, the newest last; the caller keeps it
        self.groups: list[Together] = []
        #: people and posts of the title, which may settle who is meant but are no words of the text
        self.titled: tuple[Party, ...] = ()
        #: those whom the title tells together: "Readout of the President's Call with X"
        self.paired: tuple[Party, ...] = ()
        self._sentence = 0
        self._doc = doc
        self.home = home(doc, resolver)
        self._body = body(doc, resolver, self.home)
        self._setting = setting(doc, resolver, facts)
        self._desk = desk(doc, resolver)
        self._implied = _implied(doc)
        #: who says "we", where the text names them at it
        self.speakers: tuple[Party, ...] = ()

    @property
    def implied(self) -> Party | None:
        """The actor that the caller gave for telegraphic prose."""
        return self._implied

    def traveller(self, party: Party) -> Party:
        """A party, with the state of the implied actor where it is named as that is."""
        own = self._implied
        if own is None or own.country is None or party.country or not party.person or not own.person:
            return party
        told, name = party.person.casefold().split(), own.person.casefold().split()
        return replace(party, country=own.country) if told == name else party

    def voice(self) -> list[Party]:
        """The state or body whose own text this is, as a party that no words name."""
        if self.speakers:
            return list(self.speakers)
        if self._body is None:
            return []
        return [replace(self._body, start=-1, end=-1)]

    def issuer(self) -> list[Party]:
        """Whose "the statement" is: the body's whose text it is, or the publisher's state's."""
        if self._body is not None or self._desk is None:
            return self.voice()
        return [
            Party(
                -1,
                -1,
                None,
                self._desk,
                "GOV",
                "country",
                score=0.5,
                inferred=frozenset({"country", "sector"}),
            )
        ]

    def half(self, token: Token) -> Party | None:
        """ "the North", "the South's": one of the two Koreas, where the text has told of them."""
        state = _HALVES.get(token.lower)
        named = token.text[:1].isupper() and token.pos == "PROPN"
        if state is None or not (named or set(_HALVES.values()) <= self.countries()):
            return None
        if not any(c.lower == "the" for c in token.kids("det")) or token.kids("compound", "amod", "prep"):
            return None
        if not (self.countries() | {self.home, self._setting}) & set(_HALVES.values()):
            return None
        return Party(
            token.start, token.end, None, state, "GOV", "country", score=0.7, head=token,
            inferred=frozenset({"country"}),
        )  # fmt: skip

    def both(self, token: Token) -> list[Party]:
        """The last two states told together before a token; empty where there are none."""
        return self._joined(2, token, people=False)

    def two(self, token: Token) -> list[Party]:
        """The last two states told together, else the only two of the sentence and the one before."""
        return self.both(token) or self._apart(2, token)

    def numbered(self, token: Token) -> list[Party]:
        """Whom a bare number means: "*the two* agreed", "*all three* condemned"; empty where nobody fits."""
        number = _NUMBERS.get(token.lower, 0)
        pointed = any(c.lower in _POINTING | {"all"} for c in token.kids("det", "predet"))
        if not number or not pointed:
            return []
        return self._joined(number, token, people=True) or self._by_title(number, token)

    def people(self) -> tuple[Party, ...]:
        """The people and posts told so far."""
        return tuple(t.party for t in self._told if t.party.kind in ("person", "office"))

    def named(self, before: int) -> tuple[Party, ...]:
        """Those whom a title names before an offset, one a state, as parties that no words of it name."""
        return one_a_state(told.party for told in self._told if told.party.start < before)

    def together(self) -> tuple[Party, ...]:
        """Those whom a title last tells together, one a state; empty where it tells nobody so."""
        found = one_a_state(p for g in self.groups[-1:] for p in g.parties)
        return found if len(found) > 1 else ()

    def _by_title(self, number: int, token: Token) -> list[Party]:
        """Whom "they", "the two" mean by the title alone, where the text has told of no others before."""
        before = {t.party.country for t in self._told if t.place < token.i and t.party.country}
        known = {p.country for p in self.paired}
        fits = number in (0, len(self.paired)) and before <= known
        return [referred(p) for p in self.paired] if fits else []

    def countries(self) -> set[str]:
        """The states told so far."""
        return {t.party.country for t in self._told if t.party.country}

    def end_sentence(self) -> None:
        """The next party is of the next sentence."""
        self._sentence += 1

    def tell(self, parties: Iterable[Party], token: Token) -> None:
        """Remember what a phrase named."""
        rank = 0 if token.rel in _SUBJECTS else 1 if token.rel in ("obj", "agent", "pobj") else 2
        if token.rel == "conj":
            first = token.first_conjunct
            rank = 0 if first.rel in _SUBJECTS else 1 if first.rel in ("obj", "pobj") else 2
        for party in parties:
            if party.political and (party.country or party.name):
                self._told.append(_Told(party, self._sentence, rank, token.i))

    def pronoun(self, token: Token) -> list[Party]:
        """Whom a pronoun means; empty where nobody fits."""
        word = token.lower
        if not word:  # the subject that a telegraphic clause leaves out
            return [self._implied] if self._implied else []
        if word in FIRST_PERSON:
            return self._speaker(token)
        if word == "whose":
            found = self._relative(token)
        elif word in _OWNING and (about(token) or reason(token.head)):
            found = self._nearest(_fitting(word), token)
        elif word == "it" and token.rel in _SUBJECTS and (is_reason(token.head) or said_of(token.head)):
            found = self._nearest(_is_thing, token)
        elif word in _SINGULAR_PERSON:
            found = self._latest(lambda p: p.kind in ("person", "office") and not p.plural, token)
        elif word in _NEUTER:
            found = self._latest(_is_thing, token)
        elif word in _PLURAL:
            return self._plural(token)
        else:
            return []
        if found is None and word in _SINGULAR_PERSON and not self._people_told(token):
            found = self._person_of_title()
        return [referred(found)] if found else []

    def _people_told(self, token: Token) -> bool:
        return any(t.place < token.i and t.party.kind in ("person", "office") for t in self._told)

    def _person_of_title(self) -> Party | None:
        """Whom "he" means by the title alone: the last of the publisher's own people that it names."""
        own = [p for p in self.titled if p.person and p.country and p.country == self.home]
        return replace(own[-1], start=-2, end=-2, head=None) if own else None

    def _relative(self, token: Token) -> Party | None:
        """Whose: the one that the relative clause hangs on."""
        clause = next((t for t in token.ancestors() if t.rel == "relcl"), None)
        told = [t.party for t in self._told if clause is not None and t.place == clause.head.i]
        return told[-1] if told else None

    def _nearest(self, fits: Callable[[Party], bool], token: Token) -> Party | None:
        """The newest party before a token, whatever its rank: "condemned Mali *for its* raid"."""
        told = (t for t in reversed(self._told) if t.place < token.i and fits(t.party))
        newest = next(told, None)
        return newest.party if newest is not None and newest.sentence == self._sentence else None

    def refer(self, party: Party, token: Token) -> list[Party]:
        """The party itself, completed from the text; or those whom "the two leaders" means."""
        lemma = token.lemma
        words = {c.lower for c in token.children if c.rel in ("det", "nummod", "predet", "amod")}
        if party.country is None and lemma in PAIR_NOUNS and token.tag in ("NNS", "NNPS"):
            number = next((_NUMBERS[w] for w in words & _PAIR_WORDS), 0)
            if not number and "the" in words and (again := self._again(token)) is not None:
                beside = [
                    g for g in self.groups if again in g.parties and self._sentence - g.sentence <= _REACH
                ]
                return [referred(p) for p in (beside[-1].parties if beside else (again,))]
            both = "both" in words
            if (number and (both or words & _POINTING)) or ("the" in words and not _specified(token)):
                found = self._joined(number, token, people=lemma in _PERSON_PAIRS)
                found = found or self._by_title(number, token)
                found = found or self._group(number or 2, token, people=lemma in _PERSON_PAIRS)
                if found:
                    return found
        if token.tag in ("NNS", "NNPS") and (those := self._of_pair(token)):
            return those
        unnamed = not any(c.pos == "PROPN" for c in token.kids("compound"))  # "the African Union Mission"
        if lemma in _DELEGATION and party.country is None and _definite(words) and unnamed:
            previous = self._latest(lambda p: p.kind != "place", token, lemma=lemma)
            if previous:
                return [referred(previous)]
        if not party.political:
            return []
        if party.country is None and party.person:
            return [self._known_person(party)]
        if party.office and not party.person and not _specified(token):
            if party.country is None:
                return [self._known_office(party, words)]
            received = self._told_office(party) if party.country == self.home and _is_envoy(party) else None
            if received is not None and _definite(words):
                return [received]  # "The Ambassador" in a ministry's text is the one it received
        if (
            lemma == "regime"
            and party.country == self.home
            and not token.kids("amod", "compound", "poss", "prep")
        ):
            party = replace(party, country=None)  # no government calls itself "the regime"
            others = [t.party for t in reversed(self._told) if t.party.country not in (None, self.home)]
            return [party.with_country(others[0].country) if others else party]
        bare = party.country is None and _definite(words) and not _specified(token)
        if bare and self.home and token.text.istitle() and lemma in _OWN_BODIES:
            return [party.with_country(self.home)]  # "the Kingdom", "the Ministry" in a text of its own
        if bare and token.text.istitle() and lemma in _ORGANS and (organ := self._organ(token)) is not None:
            return [replace(referred(organ), start=party.start, end=party.end, head=token)]
        if bare and unnamed and token.tag == "NN" and lemma in _LANDS and (land := self._land(token)):
            return [referred(land)]
        common = lemma in _BODIES and token.text.islower()  # "the agency"
        if bare and (lemma in _OF_SPEAKER or token.lower in _OF_SPEAKER) and (own := self._speakers(token)):
            return [party.with_country(own)]
        if bare and unnamed and lemma in _BODY_NOUNS and (common or party.kind != "organisation"):
            previous = self._latest(_meant_by(lemma), token, lemma=lemma if lemma in _ARMIES else None)
            if previous and lemma in _ARMIES and not _named_as(previous, lemma):
                return [party.with_country(previous.country)]
            if previous:
                return [referred(previous)]
        if party.person and party.country:
            return [self._completed(party)]
        if bare and party.kind in ("organisation", "group") and party.sector in _RULING | {"OPP", "PTY"}:
            acts = token.rel in _SUBJECTS and not token.kids("prep")
            return [party.with_country(self._desk) if acts and self._at_home() and not self.home else party]
        return [party]

    def _at_home(self) -> bool:
        """Whether a state's own outlet has told of no other state so far."""
        return self._desk is not None and not self.countries() - {self._desk}

    def _speakers(self, token: Token) -> str | None:
        """The state of who tells of "the army": "*the premier* said the army would leave"."""
        clause = syntax.clause_verb(token)
        if clause.rel != "ccomp":
            return None
        saying = clause.head
        subject = saying.child("subj")
        told = [t.party for t in self._told if subject is not None and t.place == subject.i]
        own = told and told[0].kind in ("person", "office") and told[0].sector in _RULING
        return told[0].country if own else None

    def _land(self, token: Token) -> Party | None:
        """ "the country": the state told last that is not the one which acts on it."""
        verb = syntax.clause_verb(token)
        acting = syntax.subject(verb) if syntax.is_verb(verb) else None
        mine = {t.party.country for t in self._told if acting is not None and t.place == acting.i}
        for told in reversed(self._told):
            if told.place >= token.i or self._sentence - told.sentence > 1:
                continue
            if told.party.kind == "country" and told.party.country and told.party.country not in mine:
                return told.party
        return None

    def _organ(self, token: Token) -> Party | None:
        """ "the Council": that of the body last told whose name has the word, else of whose text it is."""
        for told in reversed(self._told):
            words = (told.party.name or "").casefold().split()
            if told.place < token.i and told.party.kind == "organisation" and token.lower in words:
                return told.party
        return self._body if self._body is not None and self.home is None else None

    def _of_pair(self, token: Token) -> list[Party]:
        """The states of "the presidents of *the two countries*"; empty where none were told together."""
        for owners in (t for p in token.kids("prep") if p.lower == "of" for t in p.kids("pobj")):
            number = next((_NUMBERS[c.lower] for c in owners.children if c.lower in _PAIR_WORDS), 0)
            if number and owners.lemma in PAIR_NOUNS:
                return self._joined(number, owners, people=False) or self._apart(number, owners)
        return []

    def _apart(self, number: int, token: Token) -> list[Party]:
        """The states told in the sentence and the one before, if they are of that number."""
        found: dict[str, Party] = {}
        for told in self._told:
            near = told.place < token.i and token.sent.i - told.sentence <= 1
            if near and told.party.kind == "country" and told.party.country:
                found[told.party.country] = told.party
        return [referred(p) for p in found.values()] if len(found) == number else []

    def _speaker(self, token: Token) -> list[Party]:
        if len(self.speakers) == 1 and token.lower in _WE:
            return [replace(self.speakers[0], start=token.start, end=token.end, head=token)]
        if self.speakers and token.lower in _WE:
            return [referred(p) for p in self.speakers]
        if self._body is None:
            return []
        return [replace(self._body, start=token.start, end=token.end, head=token)]

    def _latest(
        self, fits: Callable[[Party], bool], token: Token, lemma: str | None = None, rank: int = 2
    ) -> Party | None:
        if lemma is not None:
            for told in reversed(self._told):
                head = told.party.head
                if told.place < token.i and head is not None and head.lemma == lemma:
                    return told.party
        best: _Told | None = None
        own = doer(token)
        own_name = next((t.lemma.lower() for t in token.sent.tokens if t.i == own and t.tag == "NN"), None)
        for told in reversed(self._told):
            if self._sentence - told.sentence > 3:
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

    def _group(self, number: int, token: Token, *, people: bool) -> list[Party]:
        """The states that the text has told most of, each by its newest party; people before others."""
        told = [t for t in self._told if t.place < token.i and t.party.country]
        counts = Counter(t.party.country for t in told)
        most = counts.most_common(number + 1)
        if len(most) < number or (len(most) > number and most[number][1] == most[number - 1][1]):
            return []
        out: list[_Told] = []
        for country, _ in most[:number]:
            mine = [t for t in reversed(told) if t.party.country == country]
            persons = [t for t in mine if t.party.kind in ("person", "office") and not t.party.plural]
            out.append(persons[0] if people and persons else mine[0])
        return [referred(t.party) for t in sorted(out, key=lambda t: t.place)]

    def _again(self, token: Token) -> Party | None:
        """The plural party told before by the same noun: "two officials ... the officials"."""
        for told in reversed(self._told):
            head = told.party.head
            if self._sentence - told.sentence > _REACH:
                break
            if told.place < token.i and told.party.plural and head is not None and head.lemma == token.lemma:
                return told.party
        return None

    def _joined(self, number: int, token: Token, *, people: bool) -> list[Party]:
        """The newest parties told together: of that number, if one is asked for; people before states."""
        for wanted in (True, False) if people else (False,):
            for group in reversed(self.groups):
                if group.place >= token.i or self._sentence - group.sentence > _REACH:
                    continue
                if number and len(group.parties) != number:
                    continue
                if not all(p.country or p.sector == "IGO" for p in group.parties):
                    continue
                if wanted and not all(p.kind in ("person", "office") for p in group.parties):
                    continue
                return [referred(p) for p in group.parties]
        return []

    def _plural(self, token: Token) -> list[Party]:
        """Whom "they" means: the newest subject that is plural, or the newest parties told together."""
        speaking = self._they_who_say(token)
        if speaking:
            return speaking
        if acting := self._all_acting(token):
            return acting
        newest = next((g for g in reversed(self.groups) if g.place < token.i), None)
        if newest is not None and self._sentence - newest.sentence > 3:
            newest = None
        subject = self._latest(lambda p: p.plural, token, rank=0)
        if newest is not None and (subject is None or self._place_of(subject) <= newest.place):
            return [referred(p) for p in newest.parties]
        by_title = self._by_title(0, token) if subject is None else []
        if by_title and token.lower != "each":
            return by_title
        found = subject or self._latest(lambda p: p.plural or p.kind in ("group", "organisation"), token)
        return [referred(found)] if found else []

    def _all_acting(self, token: Token) -> list[Party]:
        """All who act in a pronoun's clause: "*Niger and its neighbours* announced *their* withdrawal"."""
        if token.lower != "their":
            return []
        subject = syntax.surface_subject(syntax.clause_verb(token))
        acting = subject.conjuncts() if subject is not None else [token]
        if len(acting) == 1 or any(token in part.subtree() for part in acting):
            return []
        places = {part.i for part in acting}
        return [referred(t.party) for t in self._told if t.place in places]

    def _they_who_say(self, token: Token) -> list[Party]:
        """Who says "they" of his own side: "the coalition's spokesman said that *they* support it"."""
        clause = token.head
        if token.lower != "they" or token.rel != "subj" or clause.rel != "ccomp":
            return []
        speaker = clause.head.child("subj")
        told = [t.party for t in self._told if speaker is not None and t.place == speaker.i]
        if len(told) != 1 or told[0].kind not in ("person", "office") or told[0].plural:
            return []
        several = any(g.place < token.i for g in self.groups) or any(t.party.plural for t in self._told)
        return [] if several else [referred(told[0])]

    def _place_of(self, party: Party) -> int:
        return next((t.place for t in reversed(self._told) if t.party is party), -1)

    def _known_person(self, party: Party) -> Party:
        """ "Mr. Sullivan" is the National Security Advisor Jake Sullivan told before."""
        said = [word.casefold() for word in (party.person or "").split()]
        surname = said[-1] if said else ""
        for other in (*(told.party for told in reversed(self._told)), *self.titled):
            if other.person and other.country and _same_name(said, other):
                return _completed_by(party, other)
        for told in reversed(self._told):
            other = told.party
            if other.holder and other.holder.split()[-1].casefold() == surname:
                return _completed_by(party, other)
        return self._officer(party)

    def _officer(self, party: Party) -> Party:
        """An unknown office-holder without a state: of the text's own body, or of the publisher's state.

        "The Chairperson of the Commission, A B" of the African Union; "Deputy Premier A B" of state media,
        where the text has not yet told of another state.
        """
        office = (party.office or "").casefold()
        if not office:
            return party
        if self._body is not None and self.home is None:
            organ = office in _SECRETARIES or not _ORGANS.isdisjoint(office.split())
            return replace(party, sector="IGO", inferred=party.inferred | {"sector"}) if organ else party
        return party.with_country(self._desk) if self._at_home() and party.sector in _RULING else party

    def _completed(self, party: Party) -> Party:
        if party.office:
            return party
        return self._known_person(replace(party, country=None)).with_country(party.country)

    def _known_office(self, party: Party, words: set[str]) -> Party:
        """ "the President" is the one told before, else the one of the publisher's own state."""
        known = self._told_office(party)
        if known is not None:
            return known
        office = (party.office or "").casefold()
        if office in _SECRETARIES and self.home is None:
            return replace(party, sector="IGO", inferred=party.inferred | {"sector"})
        state = self.home or self._setting
        return party.with_country(state) if _definite(words) else party

    def _told_office(self, party: Party) -> Party | None:
        """The newest holder of the same office that the text, or its title, has told."""
        office = (party.office or "").casefold()
        for other in (*(told.party for told in reversed(self._told)), *self.titled):
            if other.office and office and (other.country or other.sector == "IGO") and not other.plural:
                theirs = other.office.casefold()
                if _lesser(theirs) != _lesser(office):
                    continue
                if office == theirs or theirs.endswith(office) or office.endswith(theirs):
                    return replace(
                        party, country=other.country, person=other.person, name=other.name,
                        holder=None if other.person else party.holder or other.holder,
                        kind=other.kind, sector=other.sector or party.sector,
                        inferred=party.inferred | {"country", "name"},
                    )  # fmt: skip
        return None


def one_a_state(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The first party of each state or body of states, as parties that no words of the text name."""
    found: dict[str, Party] = {}
    for party in parties:
        key = party.country or (party.name if party.sector == "IGO" else None)
        if key and key not in found:
            nowhere = -2 - len(found)  # no words of the text, and not the same nowhere for two
            found[key] = replace(party, start=nowhere, end=nowhere, head=None)
    return tuple(found.values())


def _meant_by(lemma: str) -> Callable[[Party], bool]:
    """Which parties "the government", "the agency" may mean: no crowd is one, no state an agency."""
    if lemma in _OF_SECTOR:
        return lambda p: p.kind in ("organisation", "group") and p.sector in _OF_SECTOR[lemma]
    if lemma in _BODIES:
        return lambda p: p.kind == "organisation" and p.sector not in _ORGANS_OF_STATE
    return lambda p: p.kind in ("country", "organisation") or (p.kind == "group" and p.sector not in _PEOPLE)


def _is_envoy(party: Party) -> bool:
    """Whether an office is one that a state sends to another."""
    words = (party.office or "").casefold().split()
    return bool(words) and (words[-1] in _ENVOYS or words[0] in _ENVOYS)


def _named_as(party: Party, lemma: str) -> bool:
    return party.head is not None and party.head.lower == lemma


def _is_thing(party: Party) -> bool:
    return party.kind in ("country", "organisation", "group")


def _is_person(party: Party) -> bool:
    return party.kind in ("person", "office") and not party.plural


def _is_several(party: Party) -> bool:
    return party.plural or party.kind in ("group", "organisation", "country")


def _fitting(word: str) -> Callable[[Party], bool]:
    """Which parties a possessive may mean."""
    return _is_thing if word == "its" else _is_several if word == "their" else _is_person


def _lesser(office: str) -> bool:
    """Whether an office is a deputy's: "deputy prime minister" is no "prime minister"."""
    return office.startswith(("deputy", "vice", "assistant", "former", "under"))


def _same_name(said: list[str], other: Party) -> bool:
    """Whether a name is that of somebody told: his surname, the last word or where families lead the first.

    Two whole names of one surname are those of two: "Kim Dae-jung met Kim Jong-il".
    """
    told = (other.person or "").casefold().split()
    if not said or not told:
        return False
    if len(said) == 1:
        return said[0] == told[-1] or (other.country in _FAMILY_FIRST and said[0] == told[0])
    if said[-1] != told[-1]:
        return False
    return len(told) > 1 and (
        said[0] == told[0]
        or said[0][:1] == told[0][:1] == said[0].rstrip(".")
        or told[0].rstrip(".") == said[0][:1]
    )


def _definite(words: set[str]) -> bool:
    return bool(words & {"the", "this", "that", "these", "those"})


def _specified(token: Token) -> bool:
    """Whether the phrase says whose: a possessor or an "of"."""
    return any(c.rel == "poss" or (c.rel == "prep" and c.lower in ("of", "from")) for c in token.children)


def referred(party: Party) -> Party:
    """The party, marked as found by reference: the words that name it stand elsewhere."""
    return replace(party, inferred=party.inferred | {"reference"})


def _completed_by(party: Party, other: Party) -> Party:
    return replace(
        party, country=other.country, sector=other.sector, kind="person", office=party.office or other.office,
        name=other.name or party.name, person=party.person,
        inferred=party.inferred | {"country"} | ({"office"} if not party.office and other.office else set()),
    )  # fmt: skip


def _implied(doc: Document) -> Party | None:
    if doc.actor is None:
        return None
    return Party(
        -1, -1, doc.actor.name, doc.actor.country, "GOV", "person", person=doc.actor.name,
        inferred=frozenset({"actor"}),
    )  # fmt: skip
