"""Whom pronouns mean, and who says "we", from what the text said before.

Pronouns are settled by number and kind, then by recency and rank: enough for reporting, where the parties of
the story are few. What finds no antecedent stays unresolved. Noun phrases are `definites`' matter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.definites import NUMBERS, POINTING, Definites
from dragoman.coding.party import Party
from dragoman.coding.reasons import about, is_reason, reason, said_of
from dragoman.coding.setting import Whose
from dragoman.coding.told import SUBJECTS, Story, referred
from dragoman.knowledge.records import Facts
from dragoman.knowledge.resolver import Resolver
from dragoman.language import Token
from dragoman.model import Document

FIRST_PERSON = frozenset({"i", "we", "us", "our", "me", "my", "ours", "ourselves", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_SINGULAR_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself", "hers"})
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs", "both", "each"})
_ITS = frozenset({"its", "their"})
_NEUTER = frozenset({"it", "its", "itself"})
_OWNING = frozenset({"its", "his", "her", "their"})
_SUBJECTS_OF = ("subj", "subjpass")
_HALVES = {"north": "PRK", "south": "KOR"}


class Memory:
    """The parties that the text has told so far, and whom its pronouns mean."""

    def __init__(self, doc: Document, resolver: Resolver, facts: Facts) -> None:
        self.story = Story()
        self._whose = Whose(doc, resolver, facts)
        self.story.home = self._whose.home
        self._definites = Definites(self.story, self._whose)
        self._implied = _implied(doc)
        #: who says "we", where the text names them at it
        self.speakers: tuple[Party, ...] = ()

    @property
    def home(self) -> str | None:
        """The state for which the text speaks."""
        return self._whose.home

    def refer(self, party: Party, token: Token) -> list[Party]:
        """The party itself, completed from the text; or those whom "the two leaders" means."""
        return self._definites.refer(party, token)

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
        if self._whose.body is None:
            return []
        return [replace(self._whose.body, start=-1, end=-1)]

    def issuer(self) -> list[Party]:
        """Whose "the statement" is: the body's whose text it is, or the publisher's state's."""
        if self._whose.body is not None or self._whose.desk is None:
            return self.voice()
        return [
            Party(
                -1,
                -1,
                None,
                self._whose.desk,
                "GOV",
                "country",
                score=0.5,
                inferred=frozenset({"country", "sector"}),
            )
        ]

    def half(self, token: Token) -> Party | None:
        """ "the North", "the South's": one of the two Koreas, where the text has told of them.

        "The Centre" is the Government of India in a text of India.
        """
        if token.text == "Centre" and any(c.lower == "the" for c in token.kids("det")):
            return self._centre(token)
        state = _HALVES.get(token.lower)
        named = token.text[:1].isupper() and token.pos == "PROPN"
        if state is None or not (named or set(_HALVES.values()) <= self.story.countries()):
            return None
        if not any(c.lower == "the" for c in token.kids("det")) or token.kids("compound", "amod", "prep"):
            return None
        if not (self.story.countries() | {self._whose.home, self._whose.setting}) & set(_HALVES.values()):
            return None
        return Party(
            token.start, token.end, None, state, "GOV", "country", score=0.7, head=token,
            inferred=frozenset({"country"}),
        )  # fmt: skip

    def _centre(self, token: Token) -> Party | None:
        known = self.story.countries() | {self._whose.home, self._whose.desk, self._whose.setting}
        if "IND" not in known or token.kids("compound", "amod", "prep", "nmod"):
            return None
        return Party(
            token.start, token.end, "Government of India", "IND", "GOV", "organisation", score=0.7,
            head=token, inferred=frozenset({"country"}),
        )  # fmt: skip

    def both(self, token: Token) -> list[Party]:
        """The last two states told together before a token; empty where there are none."""
        return self.story.joined(2, token, people=False)

    def two(self, token: Token) -> list[Party]:
        """The last two states told together, else the title's two, or the only two told just before."""
        titled = self.story.related if len({p.country for p in self.story.related}) == 2 else ()
        return self.both(token) or [referred(p) for p in titled] or self.story.apart(2, token)

    def chamber(self, token: Token) -> list[Party]:
        """Whose resolution it is: "The council adopted a text. *The resolution* demanded"."""
        told = self.story.latest(lambda p: p.sector in ("IGO", "LEG") and p.kind != "country", token)
        return [referred(told)] if told is not None else []

    def numbered(self, token: Token) -> list[Party]:
        """Whom a bare number means: "*the two* agreed", "*all three* condemned"; empty where nobody fits."""
        counted = [t.party for t in reversed(self.story.told) if _counted_as(t.party, token)]
        if counted and any(c.lower == "the" for c in token.kids("det")):
            return [referred(counted[0])]  # "arrested nine men. *The nine* were freed"
        number = NUMBERS.get(token.lower, 0)
        pointed = any(c.lower in POINTING | {"all"} for c in token.kids("det", "predet"))
        if not number or not pointed:
            return []
        return self.story.joined(number, token, people=True) or self.story.by_title(number, token)

    def pronoun(self, token: Token) -> list[Party]:
        """Whom a pronoun means; empty where nobody fits."""
        word = token.lower
        if not word:  # the subject that a telegraphic clause leaves out
            return [self._implied] if self._implied else []
        if word in FIRST_PERSON:
            return self._speaker(token)
        if word == "whose":
            found = self._relative(token)
        elif word in _ITS and (own := self._who_must(token)) is not None:
            found = own
        elif word in _OWNING and (about(token) or reason(token.head)):
            found = self.story.nearest(_fitting(word), token)
        elif word == "it" and token.rel in SUBJECTS and (is_reason(token.head) or said_of(token.head)):
            found = self.story.nearest(_is_thing, token)
        elif word in _SINGULAR_PERSON:
            mine = self.home if _acts_on_us(token) else None  # "*He* turned us down" is none of ours
            found = self.story.latest(lambda p: _is_person(p) and (p.country != mine or mine is None), token)
        elif word in _NEUTER:
            found = self._charged(token) or self.story.latest(_is_thing, token)
        elif word in _PLURAL:
            return self._plural(token)
        else:
            return []
        if found is None and word in _SINGULAR_PERSON and not self._people_told(token):
            found = self._person_of_title()
        return [referred(found)] if found else []

    def _people_told(self, token: Token) -> bool:
        return any(t.place < token.i and t.party.kind in ("person", "office") for t in self.story.told)

    def _person_of_title(self) -> Party | None:
        """Whom "he" means by the title alone: the last of the publisher's own people that it names."""
        own = [p for p in self.story.titled if p.person and p.country and p.country == self._whose.home]
        return replace(own[-1], start=-2, end=-2, head=None) if own else None

    def _who_must(self, token: Token) -> Party | None:
        """Whose own thing somebody is asked to act on: "urged *Chad* to halt *its* raids"."""
        verb = syntax.clause_verb(token)
        if verb.tag != "VB" or verb.rel not in ("xcomp", "ccomp") or token.head.rel != "obj":
            return None
        asked = syntax.subject(verb)
        told = [t.party for t in self.story.told if asked is not None and t.place == asked.i]
        return told[-1] if told and asked is not syntax.subject(verb.head) else None

    def _charged(self, token: Token) -> Party | None:
        """Who is to do what the clause of a pronoun hangs on: "urged Chad to free those whom *it* held"."""
        clause = token.head if token.rel in _SUBJECTS_OF else None
        if clause is None or clause.rel != "relcl":
            return None
        outer = syntax.clause_verb(clause.head)
        subject = syntax.surface_subject(outer) if outer.rel == "xcomp" and outer.tag == "VB" else None
        told = [t.party for t in self.story.told if subject is not None and t.place == subject.i]
        return told[-1] if told and _is_thing(told[-1]) else None

    def _relative(self, token: Token) -> Party | None:
        """Whose: the one that the relative clause hangs on."""
        clause = next((t for t in token.ancestors() if t.rel == "relcl"), None)
        told = [t.party for t in self.story.told if clause is not None and t.place == clause.head.i]
        return told[-1] if told else None

    def _speaker(self, token: Token) -> list[Party]:
        if len(self.speakers) == 1 and token.lower in _WE:
            return [replace(self.speakers[0], start=token.start, end=token.end, head=token)]
        if self.speakers and token.lower in _WE:
            return [referred(p) for p in self.speakers]
        if self._whose.body is None:
            return []
        return [replace(self._whose.body, start=token.start, end=token.end, head=token)]

    def _plural(self, token: Token) -> list[Party]:
        """Whom "they" means: the newest subject that is plural, or the newest parties told together."""
        speaking = self._they_who_say(token)
        if speaking:
            return speaking
        if acting := self._all_acting(token):
            return acting
        newest = next((g for g in reversed(self.story.groups) if g.place < token.i), None)
        if newest is not None and self.story.sentence - newest.sentence > 3:
            newest = None
        aside = newest is not None and not self.story.acted(newest.parties) and token.rel in SUBJECTS
        if aside and (titled := self.story.by_title(0, token)):
            return titled  # "welcomed ties between Chad and Mali. *They* discussed trade"
        subject = self.story.latest(lambda p: p.plural, token, rank=0)
        if newest is not None and (subject is None or self.story.place_of(subject) <= newest.place):
            return [referred(p) for p in newest.parties]
        by_title = self.story.by_title(0, token) if subject is None else []
        if by_title and token.lower != "each":
            return by_title
        found = subject or self.story.latest(lambda p: p.plural or p.kind in ("group", "organisation"), token)
        return [referred(found)] if found else []

    def _all_acting(self, token: Token) -> list[Party]:
        """All who act in a pronoun's clause: "*Niger and its neighbours* announced *their* withdrawal"."""
        if token.lower != "their":
            return []
        first = token.head.first_conjunct
        if (
            first is not token.head and first.i < token.i
        ):  # "expelled 1,200 *Dahomeyans* and *their* families"
            return [referred(t.party) for t in self.story.told if t.place == first.i]
        subject = syntax.surface_subject(syntax.clause_verb(token))
        acting = subject.conjuncts() if subject is not None else [token]
        if len(acting) == 1 or any(token in part.subtree() for part in acting):
            return []
        places = {part.i for part in acting}
        return [referred(t.party) for t in self.story.told if t.place in places]

    def _they_who_say(self, token: Token) -> list[Party]:
        """Who says "they" of his own side: "the coalition's spokesman said that *they* support it"."""
        clause = token.head
        if token.lower != "they" or token.rel != "subj" or clause.rel != "ccomp":
            return []
        speaker = clause.head.child("subj")
        told = [t.party for t in self.story.told if speaker is not None and t.place == speaker.i]
        if len(told) != 1 or told[0].kind not in ("person", "office") or told[0].plural:
            return []
        several = any(g.place < token.i for g in self.story.groups) or any(
            t.party.plural for t in self.story.told
        )
        return [] if several else [referred(told[0])]


def _acts_on_us(token: Token) -> bool:
    """Whether a pronoun is the subject of what is done to "us"."""
    verb = token.head
    return token.rel == "subj" and any(c.lower in ("us", "me") for c in verb.kids("obj", "iobj"))


def _is_thing(party: Party) -> bool:
    return party.kind in ("country", "organisation", "group")


def _is_person(party: Party) -> bool:
    return party.kind in ("person", "office") and not party.plural


def _is_several(party: Party) -> bool:
    return party.plural or party.kind in ("group", "organisation", "country")


def _fitting(word: str) -> Callable[[Party], bool]:
    """Which parties a possessive may mean."""
    return _is_thing if word == "its" else _is_several if word == "their" else _is_person


def _implied(doc: Document) -> Party | None:
    if doc.actor is None:
        return None
    return Party(
        -1, -1, doc.actor.name, doc.actor.country, "GOV", "person", person=doc.actor.name,
        inferred=frozenset({"actor"}),
    )  # fmt: skip


def _counted_as(party: Party, number: Token) -> bool:
    """Whether somebody was told by that number: "*nine* men"."""
    head = party.head
    return (
        head is not None and head.i < number.i and any(c.lower == number.lower for c in head.kids("nummod"))
    )
