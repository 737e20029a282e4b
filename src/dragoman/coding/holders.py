"""Who held an office on the day of the event: looked up once dates and states are settled, as inferred.

A mention is first resolved at the document's date. The event may be of another day ("the French president" of
1995), and the state may come from the text around ("a delegation from Russia, led by the Secretary of the
Security Council"). So the holder is looked up again here, at the event's own date, and taken away where the
year of the event is not known.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.knowledge.resolver import Resolver
from dragoman.model import Document
from dragoman.times import year_of

_PAST_HOLDERS = "ELI"


class Holders:
    """Settles the holders of the offices that act in events."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def settle(self, draft: Draft, doc: Document) -> None:
        """Look up again who held the offices of a draft, on the day it took place."""
        date = event_date(draft, doc)
        draft.actors = [self._held(party, date, doc) for party in draft.actors]
        draft.recipients = [self._held(party, date, doc) for party in draft.recipients]

    def _held(self, party: Party, date: str | None, doc: Document) -> Party:
        if party.office is None or party.person is not None or party.kind != "office":
            return party
        holder = None
        if date is not None and not party.plural and party.sector != _PAST_HOLDERS:
            holder = self._of_words(party, date, doc)
            if holder is None and party.country is not None:
                holder = self._resolver.holder(party.office, party.country, date)
        return party if holder == party.holder else replace(party, holder=holder)

    def _of_words(self, party: Party, date: str, doc: Document) -> str | None:
        """The holder that the words of the mention give at the date, if they mean the same state."""
        if party.start < 0:
            return None
        found = self._resolver.resolve(
            doc.text[party.start : party.end], date=date, publisher_country=party.country
        )
        return found.holder if found.country == party.country else None


def event_date(draft: Draft, doc: Document) -> str | None:
    """The date at which holders are looked up: the event's; the document's where the event has none.

    None where the event's year is not known, or where it is background of no stated date.
    """
    if draft.when is not None:
        return draft.when.edtf if year_of(draft.when.edtf) is not None else None
    return None if draft.status == "historical" else doc.published
