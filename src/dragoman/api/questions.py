"""The conditions of a list of events, as an address gives them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query as Param

from dragoman.api.asked import plain_words
from dragoman.errors import InputError
from dragoman.gazette import Gazette, key_of
from dragoman.model.ontology import EVENT_TYPES, STATUSES
from dragoman.resolution.wordlists import plain
from dragoman.store import Query, queries

Order = Literal["newest", "oldest"]


class EventQuestion:
    """Which events: parties, type, mode, standing, days, person, place, source, words."""

    def __init__(
        self,
        party: Annotated[
            list[str] | None,
            Param(
                description="A party: RUS, united-nations. Twice: both.",
                max_length=6,
                examples=[["RUS", "PRK"]],
            ),
        ] = None,
        type: Annotated[
            str | None, Param(description="A type of the ontology.", max_length=20, examples=["CONSULT"])
        ] = None,
        mode: Annotated[
            str | None, Param(description="A mode of the type.", max_length=20, examples=["visit"])
        ] = None,
        status: Annotated[str | None, Param(description="occurred, planned …", max_length=20)] = None,
        since: Annotated[
            str | None, Param(description="Not before (EDTF).", max_length=40, examples=["2024"])
        ] = None,
        until: Annotated[str | None, Param(description="Not after (EDTF).", max_length=40)] = None,
        person: Annotated[str | None, Param(description="Somebody who takes part.", max_length=200)] = None,
        place: Annotated[str | None, Param(description="A place, or a state: PRK.", max_length=200)] = None,
        source: Annotated[
            str | None, Param(description="A publisher, a document's id or address.", max_length=500)
        ] = None,
        q: Annotated[
            str | None, Param(description='Words, or "a phrase", of the evidence.', max_length=300)
        ] = None,
        disputed: Annotated[bool, Param(description="Only where sources differ.")] = False,
        rejected: Annotated[bool, Param(description="Also what people rejected.")] = False,
        order: Annotated[Order, Param(description="By day.")] = "newest",
    ) -> None:
        self.order = order
        words = plain_words(q)
        if words and not plain(words):
            raise InputError("there is no word in what is asked for.")
        for name, value, known in (("type", type, EVENT_TYPES), ("status", status, STATUSES)):
            if value and value not in known:
                raise InputError(f"{value[:40]!r} is no {name}.", hint="One of: " + ", ".join(known) + ".")
        keys = tuple(dict.fromkeys(named_key(name) for name in party or () if plain_words(name)))
        self.query = Query(
            between=keys, type=type or None, mode=plain_words(mode), status=status or None,
            since=plain_words(since), until=plain_words(until),
            person=plain(plain_words(person) or "") or None,
            place=plain_words(place), source=plain_words(source), text=words, disputed=disputed,
            rejected=rejected,
        )  # fmt: skip
        if self.query.since:
            queries.first_day(self.query.since)
        if self.query.until:
            queries.last_day(self.query.until)


def named_key(name: str) -> str:
    """The key of a party that an address or a person names: its code, its slug, or its name."""
    words = (plain_words(name) or "").removeprefix("~")
    key = key_of(words)
    if key == "~":
        raise InputError(f"{name[:40]!r} names nobody.")
    gazette = Gazette.default()
    if not key.startswith("~") or gazette.entity(key) is not None:
        return key
    found = gazette.found(words, 1) if " " in words or words[:1].isupper() else []
    return found[0][0] if found and plain(found[0][1]) == plain(words) else key
