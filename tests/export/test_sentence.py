"""An event in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from dragoman.export.sentence import listed, sentence
from dragoman.model.chronicle import Party
from dragoman.model.ontology import TYPES

NAMES = {"CHL": "Chile", "NOR": "Norway", "USA": "United States", "NLD": "Netherlands"}


@dataclass
class Told:
    """An event as far as the sentence needs it."""

    type: str = "CONSULT"
    mode: str | None = None
    status: str = "occurred"
    edtf: str | None = None
    place: str | None = None
    place_country: str | None = None
    parties: tuple[Party, ...] = ()


def state(code: str, side: Any = "actor") -> Party:
    return Party(side=side, name=NAMES[code], country=code, kind="country")


PERSON = Party(side="actor", name="Ana Rojas", country="CHL", kind="person")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(parties=(state("NOR"), state("CHL"))), "Norway met Chile."),
        (
            Told(mode="visit", parties=(PERSON, state("USA", "recipient"))),
            "Ana Rojas of Chile visited the United States.",
        ),
        (
            Told(
                mode="visit",
                status="planned",
                edtf="2024-06",
                parties=(state("NLD"), state("NOR", "recipient")),
            ),
            "The Netherlands was to visit Norway, June 2024.",
        ),
        (
            Told(status="denied", place="Oslo", parties=(state("CHL"), state("NOR"))),
            "Chile did not meet Norway in Oslo.",
        ),
        (
            Told(
                type="REQUEST", status="planned", parties=(Party(side="actor", name="Leaders", kind="group"),)
            ),
            "Leaders were to make a request.",
        ),
        (
            Told(type="ACCUSE", mode="disapprove", parties=(state("NOR"), state("USA", "recipient"))),
            "Norway criticised the United States.",
        ),
        (Told(type="AID"), "Somebody gave aid."),
    ],
)
def test_sentences(told: Told, words: str):
    assert sentence(told, lambda code: NAMES.get(code, code)) == words


def test_every_type_and_mode_has_a_sentence():
    for kind, info in TYPES.items():
        for mode in (None, *info.modes):
            for parties in ((state("NOR"),), (state("NOR"), state("CHL", "recipient"))):
                for status in ("occurred", "possible"):
                    words = sentence(
                        Told(type=kind, mode=mode, status=status, parties=parties), NAMES.__getitem__
                    )
                    assert words.startswith("Norway ") and words.endswith(".")


def test_long_lists_are_counted():
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "A"]) == "A and B"
    assert listed(list("ABCDEFG")) == "A, B, C, D and 3 others"
