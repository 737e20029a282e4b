"""The resolver: from the words of a mention to who is meant, with reasons, and "unsure" as an answer.

>>> resolver = Resolver(knowledge_base)                                        # doctest: +SKIP
>>> resolver.resolve("Iranian Foreign Minister Javad Zarif").country           # doctest: +SKIP
'IRN'
"""

from __future__ import annotations

from collections import OrderedDict

from dragoman.knowledge.records import Facts, Resolution
from dragoman.knowledge.resolver_draft import Draft
from dragoman.knowledge.resolver_memory import Remembered
from dragoman.knowledge.resolver_persons import plain_date
from dragoman.knowledge.resolver_read import Reader
from dragoman.knowledge.resolver_state import Ask
from dragoman.knowledge.resolver_words import Words

_CACHE = 20_000
_CONTEXTS = 500
_LONGEST = 400


class Resolver:
    """Answers who a noun phrase names. Pure: the same question always gets the same answer.

    Keeps the answers to the newest 20,000 questions in memory. Not for use from several threads at once.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._reader = Reader(Remembered(facts), Words.load())
        self._answers: OrderedDict[tuple[object, ...], Resolution] = OrderedDict()
        self._near: OrderedDict[str, frozenset[str]] = OrderedDict()

    def resolve(
        self, text: str, *, date: str | None = None, context: str | None = None, head: int | None = None,
        publisher_country: str | None = None,
    ) -> Resolution:  # fmt: skip
        """Who `text`, a noun phrase without relative clauses, names.

        `date` is the EDTF date of the event; `context` any text whose states are in play; `head` the offset
        of the syntactic head within `text`; `publisher_country` the alpha-3 code of the state for which the
        publisher speaks, used for offices and bodies that the text leaves without a state.
        """
        key = (text, date, context, head, publisher_country)
        found = self._answers.get(key)
        if found is not None:
            self._answers.move_to_end(key)
            return found
        ask = Ask(plain_date(date), self._states_in(context), publisher_country)
        resolution = self._reader.read(text[:_LONGEST], ask, head).of_its_time(ask.date).done(text)
        self._answers[key] = resolution
        if len(self._answers) > _CACHE:
            self._answers.popitem(last=False)
        return resolution

    def holder(self, office: str, country: str, date: str) -> str | None:
        """Who held an office of a state (alpha-3) on a date (EDTF); None where that is not known for sure."""
        draft = Draft(country=country, kind="office")
        draft.office = office
        self._reader.offices.hold(draft, Ask(plain_date(date)))
        return draft.holder

    def _states_in(self, context: str | None) -> frozenset[str]:
        """The states that a context names."""
        if not context:
            return frozenset()
        near = self._near.get(context)
        if near is None:
            entities = (self._facts.entity(hit.entities[0]) for hit in self._facts.scan(context))
            near = frozenset(e.country for e in entities if e is not None and e.country)
            self._near[context] = near
            if len(self._near) > _CONTEXTS:
                self._near.popitem(last=False)
        return near
