"""Whom a definite noun phrase means: "the two leaders", "the agency", "the President", "Mr. Sullivan".

A phrase that names nobody is completed from what the text told before, else from whose text it is. What finds
no antecedent is given back as it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding import lands, syntax
from dragoman.coding.party import Party
from dragoman.coding.setting import Whose
from dragoman.coding.told import REACH, SUBJECTS, Story, referred
from dragoman.knowledge.resolver_persons import FAMILY_FIRST
from dragoman.language import Token

#: plural nouns that may mean parties told together ("the two sides")
PAIR_NOUNS = frozenset({
    "leader", "side", "country", "nation", "state", "president", "minister", "party", "government",
    "counterpart", "official", "delegation", "capital", "people", "neighbour", "neighbor", "ally",
    "navy", "army", "parliament", "ministry", "fleet",
    "participant", "partner", "chief", "head", "pair", "duo", "premier", "principal", "secretary",
})  # fmt: skip
_ENVOYS = frozenset({"ambassador", "envoy", "consul", "chargé", "charge", "commissioner", "nuncio"})
_PAIR_WORDS = frozenset({"two", "both", "three", "four", "five"})
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
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
_PEOPLE = frozenset({"LAB", "AGR", "EDU", "SOC", "CVL", "REL", "REF", "JRN", "MED"})  # fmt: skip
#: bodies that an office-holder names without saying whose they are
_OF_SPEAKER = frozenset({
    "army", "military", "government", "police", "authorities", "parliament", "cabinet", "ministry", "navy",
})  # fmt: skip
_RULING = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
_OWN_BODIES = frozenset({"government", "kingdom", "ministry", "republic", "department"})
_LANDS = frozenset({
    "country", "nation", "kingdom", "republic", "island", "emirate", "sheikhdom", "sultanate", "principality",
})  # fmt: skip
#: bodies of an organisation, and the offices of those who speak for one
_ORGANS = frozenset({
    "council", "commission", "secretariat", "alliance", "union", "organization", "organisation", "community",
    "assembly", "league", "agency", "bloc", "office", "committee", "fund", "bank", "association",
})  # fmt: skip
_SECRETARIES = frozenset({
    "secretary-general", "secretary general", "director-general", "director general", "chairperson",
    "high representative", "high commissioner", "executive director", "executive secretary", "commissioner",
})  # fmt: skip
#: who visits, named by nothing but that
GUESTS = frozenset({"visitor", "guest"})
#: of what a state may be that is no country
_CONDITIONS = frozenset({"emergency", "siege", "war", "alert", "affair", "affairs", "readiness", "mind"})
#: what tells whose an ambassador is
_MISSIONS = frozenset({"embassy", "legation", "ambassador"})
#: who is the other one of two
_OPPOSITE = frozenset({"counterpart", "interlocutor"})
_PAIR = 2
#: states whose cabinets are of secretaries: a minister is another's
_SECRETARIAL = frozenset({"USA", "PHL", "MEX"})
_DELEGATION = GUESTS | {"delegation", "team", "envoy"}
#: who is always another: nobody calls his own so
FOES = frozenset({"adversary", "enemy", "aggressor", "invader", "foe", "infiltrator", "intruder"})
_REPRESENTING = frozenset(
    {"representative", "envoy", "coordinator", "rapporteur", "adviser", "advisor", "emissary"}
)
_WHERE = frozenset({"in", "at", "near", "from", "to", "into", "around", "outside", "across"})
POINTING = frozenset({"the", "both", "these", "those"})
_KNOWN = 0.95  # the score of a body that the knowledge base knows
#: sectors of the two sides of a civil war
_RISING = frozenset({"REB", "UAF", "PRM", "OPP"})
_RULED = frozenset({"GOV", "MIL"})
_SIDES = frozenset({"side", "party"})
_FAMILY_FIRST = FAMILY_FIRST | {"VNM", "SGP"}


class Definites:
    """Completes noun phrases from the story told so far and from whose text it is."""

    def __init__(self, story: Story, whose: Whose) -> None:
        self._story = story
        self._whose = whose

    def refer(self, party: Party, token: Token) -> list[Party]:
        """The party itself, completed from the text; or those whom "the two leaders" means."""
        words = {c.lower for c in token.children if c.rel in ("det", "nummod", "predet", "amod")}
        if found := self._several(party, token, words) or self._visitors(party, token, words):
            return found
        if not party.political or _of_affairs(token):
            return []
        if (before := self._troops(party, token, words)) is not None:
            return [replace(referred(before), start=party.start, end=party.end, head=token)]
        if (person := self._namesake(party, token)) is not None:
            return [person]
        if party.country and party.office and self._serves_body(token):
            return [replace(party, country=None, sector="IGO", inferred=party.inferred | {"sector"})]
        if (named := self._shortened(party, token, words)) is not None:
            return [replace(referred(named), start=party.start, end=party.end, head=token)]
        if party.country is None and party.person:
            return [self._known_person(party)]
        if token.lemma in _OPPOSITE and party.country is None and not token.kids("amod", "compound", "prep"):
            return [self._opposite(party, token)]
        if party.office and not party.person and not _specified(token):
            if party.country is None:
                return [self._known_office(party, words)]
            own = party.country == self._whose.home
            others = own and (_is_envoy(party) or _of_other_states(party))
            received = self._told_office(party) if others else None
            if received is not None and _definite(words):
                return [received]  # "The Ambassador" in a ministry's text is the one it received
        unmarked = not token.kids("det", "compound", "amod", "poss") and not _specified(token)
        if party.country is None and token.tag == "NNP" and token.lemma in _ORGANS and unmarked:
            organ = self._organ(token)  # "*Council* decided to send a mission"
            return [replace(referred(organ or party), start=party.start, end=party.end, head=token)]
        if token.lemma == "regime" and party.country == self._whose.home:
            return [self._other_regime(party, token)]
        if token.lemma in FOES and _definite(words) and not _specified(token):
            return [self._foe(party, token)]
        if party.country is None and _definite(words) and not _specified(token):
            return self._body_meant(party, token)
        return [self._completed(party) if party.person and party.country else party]

    def _troops(self, party: Party, token: Token, words: set[str]) -> Party | None:
        """ "American Marines landed. *The Marines*": those told by the same noun before."""
        bare = "the" in words and not token.kids("amod", "compound", "poss", "prep", "nummod")
        if token.tag not in ("NNS", "NNPS") or not bare or party.sector != "MIL" or token.pos == "ADJ":
            return None
        before = self._story.again(token)
        return before if before is not None and before.country and before.sector == "MIL" else None

    def _opposite(self, party: Party, token: Token) -> Party:
        """ "He thanked *his counterpart*": the other of the two who met, or whom the title tells together."""
        verb = syntax.clause_verb(token)
        acting = syntax.subject(verb) if syntax.is_verb(verb) else None
        own = {t.party.country for t in self._story.told if acting is not None and t.place == acting.i}
        if acting is not None and acting.pos == "PRON":
            he = self._story.latest(lambda p: p.kind in ("person", "office"), token, rank=0)
            own = {he.country} if he is not None else set()
        newest = next((g.parties for g in reversed(self._story.groups) if g.place < token.i), None)
        pair = newest or self._story.paired
        other = [p for p in pair if p.country not in own]
        if len(pair) != _PAIR or len(other) != 1 or other[0].kind == "country":
            return party
        return replace(referred(other[0]), start=party.start, end=party.end, head=token)

    def _shortened(self, party: Party, token: Token, words: set[str]) -> Party | None:
        """Whose body a name of two words is that stood with its state before: "the *Federal Government*"."""
        if token.tag != "NNP" or not _definite(words) or _specified(token):
            return None
        own = [c.lower for c in token.kids("compound", "amod")]
        if not own:
            return None
        if party.kind != "organisation" or party.score >= _KNOWN:
            return None
        for told in reversed(self._story.told):
            head = told.party.head
            if head is None or head.lower != token.lower or told.place >= token.i or not told.party.country:
                continue
            if _specified(head) and own == [c.lower for c in head.kids("compound", "amod")]:
                return told.party
        return None

    def _several(self, party: Party, token: Token, words: set[str]) -> list[Party]:
        """Whom a plural means: "the two leaders", "both sides", "the presidents of the two countries"."""
        if token.tag not in ("NNS", "NNPS"):
            return []
        story, people = self._story, token.lemma in _PERSON_PAIRS
        number = next((NUMBERS[w] for w in words & _PAIR_WORDS), 0)
        counted = number and not any(c.text.istitle() for c in token.kids("amod", "compound", "poss"))
        if (party.country is None or counted) and token.lemma in PAIR_NOUNS:  # "the two countries at Geneva"
            if not number and "the" in words and (again := story.again(token)) is not None:
                near = (g for g in reversed(story.groups) if story.sentence - g.sentence <= REACH)
                beside = next((g.parties for g in near if again in g.parties), (again,))
                return [referred(p) for p in beside]
            pointed = number and ("both" in words or words & POINTING)
            if pointed or ("the" in words and not _specified(token)):
                found = story.joined(number, token, people=people) or story.by_title(number, token)
                if number == NUMBERS["both"] and token.lemma in _SIDES:
                    found = found or story.at_odds(token, _RISING, _RULED)
                if found := found or story.most_told(number or 2, token, people=people):
                    return found
        return self._of_pair(token)

    def _visitors(self, party: Party, token: Token, words: set[str]) -> list[Party]:
        """Whom "the delegation" means, where its words name nobody ("the African Union Mission" does)."""
        if token.lemma not in _DELEGATION or not _definite(words) or not _unnamed(token):
            return []
        if party.country and token.lemma not in GUESTS:
            return []
        previous = self._story.latest(
            lambda p: p.kind != "place" and party.country in (None, p.country) and not _gone_to(p),
            token,
            lemma=token.lemma,
        )
        if previous is None and token.lemma not in GUESTS:  # of the state whose own text it is
            return [party.with_country(self._whose.home)] if self._whose.home and party.political else []
        return [referred(previous)] if previous else []

    def _other_regime(self, party: Party, token: Token) -> Party:
        """ "The regime" is another state's than the text's own government, which calls itself none."""
        if token.kids("amod", "compound", "poss", "prep"):
            return party
        others = (t.party.country for t in reversed(self._story.told))
        other = next((c for c in others if c not in (None, self._whose.home)), None)
        return party.with_country(other) if other else replace(party, country=None)

    def _foe(self, party: Party, token: Token) -> Party:
        """ "The enemy" is of the state told last that is neither the text's own nor who acts on it."""
        verb = syntax.clause_verb(token)
        acting = syntax.subject(verb) if syntax.is_verb(verb) else None
        own: set[str | None] = {None, self._whose.home}
        own |= {t.party.country for t in self._story.told if acting is not None and t.place == acting.i}
        told = (t.party.country for t in reversed(self._story.told) if t.place < token.i)
        other = next((country for country in told if country not in own), None)
        return party.with_country(other) if other else replace(party, country=None)

    def _body_meant(self, party: Party, token: Token) -> list[Party]:
        """Which body, land or army "the Council", "the country", "the army" is."""
        lemma, home, titled = token.lemma, self._whose.home, token.text.istitle()
        if home and titled and lemma in _OWN_BODIES:
            return [party.with_country(home)]  # "the Kingdom", "the Ministry" in a text of its own
        if titled and lemma in _ORGANS and (organ := self._organ(token)) is not None:
            return [replace(referred(organ), start=party.start, end=party.end, head=token)]
        if called := lands.called(token):
            land = self._so_called(token, called)
            return [referred(land)] if land else [party]
        unnamed = _unnamed(token)
        if unnamed and token.tag == "NN" and lemma in _LANDS and (land := self._land(token)):
            return [referred(land)]
        if (lemma in _OF_SPEAKER or token.lower in _OF_SPEAKER) and (own := self._speakers(token)):
            return [party.with_country(own)]
        common = lemma in _BODIES and token.text.islower()  # "the agency"
        if unnamed and lemma in _BODY_NOUNS and (common or party.kind != "organisation"):
            army = lemma in _ARMIES
            previous = self._story.latest(_meant_by(lemma), token, lemma=lemma if army else None)
            if previous and army and not _named_as(previous, lemma):
                return [party.with_country(previous.country)]
            if previous:
                return [referred(previous)]
        if party.kind in ("organisation", "group") and party.sector in _RULING | {"OPP", "PTY"}:
            acts = token.rel in SUBJECTS and not token.kids("prep")
            return [party.with_country(self._whose.desk) if acts and self._at_home() and not home else party]
        return [party]

    def _at_home(self) -> bool:
        """Whether a state's own outlet has told of no other state so far."""
        return self._whose.desk is not None and not self._story.countries() - {self._whose.desk}

    def _speakers(self, token: Token) -> str | None:
        """The state of who tells of "the army": "*the premier* said the army would leave"."""
        clause = syntax.clause_verb(token)
        if clause.rel != "ccomp":
            return None
        saying = clause.head
        subject = saying.child("subj")
        told = [t.party for t in self._story.told if subject is not None and t.place == subject.i]
        own = told and told[0].kind in ("person", "office") and told[0].sector in _RULING
        return told[0].country if own else None

    def _land(self, token: Token) -> Party | None:
        """ "the country": the state told last that is not the one which acts on it."""
        verb = syntax.clause_verb(token)
        acting = syntax.subject(verb) if syntax.is_verb(verb) else None
        mine = {t.party.country for t in self._story.told if acting is not None and t.place == acting.i}
        for told in reversed(self._story.told):
            if told.place >= token.i or self._story.sentence - told.sentence > 1:
                continue
            if told.party.kind == "country" and told.party.country and told.party.country not in mine:
                return told.party
        return None

    def _so_called(self, token: Token, states: frozenset[str]) -> Party | None:
        """ "the *Andean* country": the state told last, or by the title, that may be called so."""
        near = (t for t in reversed(self._story.told) if self._story.sentence - t.sentence <= REACH)
        before = [t.party for t in near if t.place < token.i]
        known = [p for p in (*before, *self._story.related, *self._story.paired) if p.country in states]
        return next((p for p in known if p.kind == "country"), known[0] if known else None)

    def _organ(self, token: Token) -> Party | None:
        """ "the Council": that of the body last told whose name has the word, else of whose text it is."""
        for told in reversed(self._story.told):
            words = (told.party.name or "").casefold().split()
            if told.place < token.i and told.party.kind == "organisation" and token.lower in words:
                return told.party
        return self._whose.body if self._whose.body is not None and self._whose.home is None else None

    def _of_pair(self, token: Token) -> list[Party]:
        """The states of "the presidents of *the two countries*"; empty where none were told together."""
        for owners in (t for p in token.kids("prep") if p.lower in ("of", "from") for t in p.kids("pobj")):
            number = next((NUMBERS[c.lower] for c in owners.children if c.lower in _PAIR_WORDS), 0)
            if number and owners.lemma in PAIR_NOUNS:
                found = self._story.joined(number, owners, people=False) or self._story.apart(number, owners)
                return found or self._story.most_told(number, owners, people=False)
        return []

    def _serves_body(self, token: Token) -> bool:
        """Whether an envoy is a body's, of whatever state he is: "the *Secretary-General's* envoy, A B"."""
        owners = [
            *token.kids("poss"),
            *(t for p in token.kids("prep") if p.lower == "of" for t in p.kids("pobj")),
        ]
        if token.lemma not in _REPRESENTING:
            return False
        told = [t.party for t in self._story.told if any(t.place == owner.i for owner in owners)]
        return any(p.sector == "IGO" and p.country is None for p in told)

    def _namesake(self, party: Party, token: Token) -> Party | None:
        """ "*Gao* voiced support": the person told by that surname, not the town nor another of the name."""
        bare = token.tag == "NNP" and not token.kids("det", "compound", "amod", "poss", "prep", "appos")
        if not bare or party.kind not in ("person", "group", "organisation") or token.rel == "compound":
            return None
        if token.rel == "pobj" and token.head.lower in _WHERE:
            return None
        for told in reversed(self._story.told):
            other = told.party
            full = other.person and " " in other.person and told.place < token.i
            if full and other.country != party.country and _same_name([token.lower], other):
                own = replace(party, country=None, person=token.text)
                return _completed_by(own, other)
        return None

    def _known_person(self, party: Party) -> Party:
        """ "Mr. Sullivan" is the National Security Advisor Jake Sullivan told before."""
        said = [word.casefold() for word in (party.person or "").split()]
        surname = said[-1] if said else ""
        for other in (*(told.party for told in reversed(self._story.told)), *self._story.titled):
            if other.person and other.country and _same_name(said, other):
                return _completed_by(party, other)
        for told in reversed(self._story.told):
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
        if _is_envoy(party) and (sender := self._sender()):
            return party.with_country(sender)
        if self._whose.body is not None and self._whose.home is None:
            organ = office in _SECRETARIES or not _ORGANS.isdisjoint(office.split())
            return replace(party, sector="IGO", inferred=party.inferred | {"sector"}) if organ else party
        own = self._whose.home is not None or self._at_home()  # ministries name their own without the state
        return party.with_country(self._whose.desk) if own and party.sector in _RULING else party

    def _sender(self) -> str | None:
        """Whose embassy, or ambassador, was told last: "seized *the French embassy* ... Ambassador A B"."""
        for told in reversed(self._story.told):
            if self._story.sentence - told.sentence > 1:
                return None
            head = told.party.head
            if head is not None and told.party.country and head.lemma in _MISSIONS:
                return told.party.country
        return None

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
        if office in _SECRETARIES and self._whose.home is None:
            return replace(party, sector="IGO", inferred=party.inferred | {"sector"})
        own = self._whose.desk if self._at_home() and not _is_envoy(party) else None
        state = self._whose.home or own or self._whose.setting
        return party.with_country(state) if _definite(words) else party

    def _told_office(self, party: Party) -> Party | None:
        """The newest holder of the same office that the text, or its title, has told."""
        office = (party.office or "").casefold()
        for other in (*(told.party for told in reversed(self._story.told)), *self._story.titled):
            if other.office and office and (other.country or other.sector == "IGO") and not other.plural:
                theirs = other.office.casefold()
                if _lesser(theirs) != _lesser(office):
                    continue
                if theirs.endswith(office) or office.endswith(theirs) or theirs.startswith(f"{office} of "):
                    return replace(
                        party, country=other.country, person=other.person, name=other.name,
                        holder=None if other.person else party.holder or other.holder,
                        kind=other.kind, sector=other.sector or party.sector,
                        inferred=party.inferred | {"country", "name"},
                    )  # fmt: skip
        return None


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


def _gone_to(party: Party) -> bool:
    """Whether a place is only where something is: "While in *Brazil*, the delegation will meet leaders"."""
    head = party.head.first_conjunct if party.head is not None else None
    where = head is not None and head.rel == "pobj" and head.head.lower in _WHERE
    return where and party.kind not in ("person", "office")


def _unnamed(token: Token) -> bool:
    """Whether no name stands before a noun."""
    return not any(c.pos == "PROPN" for c in token.kids("compound"))


def _definite(words: set[str]) -> bool:
    return bool(words & {"the", "this", "that", "these", "those"})


def _specified(token: Token) -> bool:
    """Whether the phrase says whose: a possessor or an "of"."""
    return any(c.rel == "poss" or (c.rel == "prep" and c.lower in ("of", "from")) for c in token.children)


def _completed_by(party: Party, other: Party) -> Party:
    return replace(
        party, country=other.country, sector=other.sector, kind="person", office=party.office or other.office,
        name=other.name or party.name, person=party.person,
        inferred=party.inferred | {"country"} | ({"office"} if not party.office and other.office else set()),
    )  # fmt: skip


def _of_other_states(party: Party) -> bool:
    """Whether the state for which a text speaks has no such office: "thanked *the Minister*" in the USA."""
    return party.country in _SECRETARIAL and "minister" in (party.office or "").casefold().split()


def _of_affairs(token: Token) -> bool:
    """Whether a state is none but one of things: "declared a *state of emergency*"."""
    told = (t for p in token.kids("prep") if p.lower == "of" for t in p.kids("pobj"))
    return token.lemma == "state" and any(t.lemma in _CONDITIONS for t in told)
