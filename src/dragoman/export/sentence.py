"""An event of the chronicle in one sentence: who did what to whom, when and where, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from dragoman.export.words import date_words
from dragoman.model.chronicle import Party
from dragoman.wordfiles import read_words

Names = Callable[[str], str]
_NAMED = 4  # parties of a side that are named; the rest are counted
_BEFORE = {
    "planned": ("was to", "were to"), "anticipated": ("was expected to", "were expected to"),
    "possible": ("might", "might"), "denied": ("did not", "did not"),
}  # fmt: skip


class Told(Protocol):
    """What the sentence is made from: an event, or the short form that lists show."""

    @property
    def type(self) -> str:
        """The type of the ontology."""

    @property
    def mode(self) -> str | None:
        """Its mode."""

    @property
    def status(self) -> str:
        """Its standing in the world."""

    @property
    def edtf(self) -> str | None:
        """When it was."""

    @property
    def place(self) -> str | None:
        """Where it was."""

    @property
    def place_country(self) -> str | None:
        """The state where it was."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who took part."""


@cache
def _articles() -> frozenset[str]:
    return frozenset(read_words("dragoman.export", "articles.yaml")["the"])


def with_article(name: str) -> str:
    """A name as it stands within a sentence: "the Netherlands", "Norway"."""
    return f"the {name}" if name in _articles() or name.startswith(("United ", "Republic of")) else name


@cache
def _phrases() -> dict[str, dict[str, list[str]]]:
    return read_words("dragoman.export", "sentences.yaml")


def party_words(party: Party, names: Names) -> str:
    """What to call a party: "Emmanuel Macron (France)", "the defence minister of Chile", "Norway"."""
    bare = names(party.country) if party.country else ""
    state = with_article(bare)
    name = with_article(party.name or party.text or party.office or state or "somebody")
    if party.kind == "country" or name.casefold() in (
        state.casefold(),
        bare.casefold(),
        (party.country or "").casefold(),
    ):
        return state or name
    if party.kind == "office" and party.text:
        name = party.text
    if party.holder and party.holder.casefold() not in name.casefold():
        name = f"{name} ({party.holder}°)"
    if name.startswith("The "):
        name = f"the {name[4:]}"
    return f"{name} of {state}" if bare and bare.casefold() not in name.casefold() else name


def _several(party: Party) -> bool:
    """Whether a party is told of in the plural: "leaders", "officials"."""
    words = (party.name or party.text or "").split()
    return party.kind not in ("person", "country") and words[-1:] != [] and words[-1].endswith("s")


def listed(items: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C", "A, B, C, D and 3 others"."""
    names = list(dict.fromkeys(items))
    if len(names) > _NAMED:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} others" if len(names) > 5 else names[4]]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def sentence(event: Told, names: Names, *, dated: bool = True) -> str:
    """One sentence that says what happened; `names` gives the name of a state by its code."""
    doers = [party_words(p, names) for p in event.parties if p.side == "actor"]
    others = [party_words(p, names) for p in event.parties if p.side == "recipient"]
    phrase = _phrases().get(f"{event.type}/{event.mode}") or _phrases()[event.type]
    if not others and len(doers) > 1 and event.type == "CONSULT":
        doers, others = doers[:1], doers[1:]
    past, base = phrase["to" if others else "alone"]
    acting = [p for p in event.parties if p.side == "actor"]
    one_or_many = 1 if len(doers) > 1 or any(map(_several, acting)) else 0
    before = _BEFORE.get(event.status)
    verb = f"{before[one_or_many]} {base}" if before else past
    subject = listed(doers) or "Somebody"
    words = " ".join(filter(None, (subject[0].upper() + subject[1:], verb, listed(others))))
    where = with_article(event.place or (names(event.place_country) if event.place_country else ""))
    if where and where not in words:
        words += f" in {where}"
    if dated and event.edtf:
        words += f", {date_words(event.edtf)}"
    return f"{words}."
