"""Which source's value is shown, and where sources differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.model.chronicle import Party, Telling
from dragoman.resolution.choose import Voice, choose, choose_when, disagreements
from dragoman.resolution.copies import alike, signature
from dragoman.resolution.events import make_event
from dragoman.resolution.tellings import days_of

PARTIES = (Party("actor", country="NOR", name="Norway"), Party("recipient", country="LAO", name="Laos"))


def telling(name: str, publisher: str | None, **more: Any) -> Telling:
    """A telling of one visit by a publisher."""
    when = more.pop("when", "2031-03-04")
    first, last, assumed = days_of(when, "2031-03-06", "occurred")
    known: dict[str, Any] = {
        "document": name, "local": "1", "type": "CONSULT", "status": "occurred", "trigger": "met",
        "trigger_start": 0, "trigger_end": 3, "sentence": "They met.", "sentence_start": 0, "sentence_end": 9,
        "rule": "t", "confidence": 0.8, "edtf": when, "first": first, "last": last, "assumed": assumed,
        "published": "2031-03-06", "publisher": publisher, "parties": PARTIES,
    }  # fmt: skip
    return Telling(id=f"e-{name}", **{**known, **more})


def voices(*tellings: Telling, **titles: str) -> dict[str, Voice]:
    """Each document stands for itself."""
    return {t.document: Voice(t.document, titles.get(t.document)) for t in tellings}


@pytest.mark.parametrize(
    ("publishers", "shown"),
    [
        (("The Luang Post", "Reuters"), "Reuters"),
        (("Reuters", "Ministry of Foreign Affairs of Norway"), "Ministry of Foreign Affairs of Norway"),
        (("Reuters", "Ministry of Foreign Affairs of Japan"), "Reuters"),
    ],
    ids=["wire before others", "official of a party before wire", "official of no party after wire"],
)
def test_whose_value_is_shown(publishers: tuple[str, str], shown: str):
    told = [telling(str(n), p, place=p) for n, p in enumerate(publishers)]
    chosen = choose(told, voices(*told), lambda t: t.place)
    assert chosen is not None and chosen.place == shown


def test_a_later_word_of_one_publisher_and_a_correction_win():
    early, late = (
        telling("a", "P", place="Vientiane"),
        telling("b", "P", place="Pakse", published="2031-03-09"),
    )
    chosen = choose([early, late], voices(early, late), lambda t: t.place)
    assert chosen is late
    other = [telling(str(n), f"Q{n}", place="Vientiane") for n in range(3)]
    chosen = choose([*other, late], voices(*other, late, b="Correction: the visit"), lambda t: t.place)
    assert chosen is late


def test_more_independent_sources_win_and_copies_do_not():
    a, b, c = (telling(n, f"P{n}", place=p) for n, p in (("a", "X"), ("b", "Y"), ("c", "Y")))
    chosen = choose([a, b, c], voices(a, b, c), lambda t: t.place)
    assert chosen is not None and chosen.place == "Y"
    copies = {**voices(a), "b": Voice("b"), "c": Voice("b")}
    chosen = choose([a, b, c], copies, lambda t: t.place)
    assert chosen is a


def test_the_more_precise_of_dates_that_agree():
    vague, exact = telling("a", "Reuters", when="2031-03"), telling("b", "P")
    assert choose_when([vague, exact], voices(vague, exact)) is exact
    clash = telling("c", "P", when="2031-04-01")
    assert choose_when([vague, clash], voices(vague, clash)) is vague


def test_what_is_a_disagreement():
    one = telling("a", "P", place="Vientiane", agreements=("Hydropower Treaty",))
    same = telling("b", "Q", place="Vientiane", when="2031-03")
    assert disagreements([one, same], voices(one, same)) == ()
    other = replace(
        telling("c", "R", place="Pakse", status="denied", when="2031-03-05"),
        agreements=("Fisheries Charter",),
    )
    found = disagreements([one, other], voices(one, other))
    assert {d.field for d in found} == {"when", "where", "status", "agreement"}


def test_an_event_counts_independent_sources():
    told = [telling(n, p) for n, p in (("a", "P"), ("b", "P"), ("c", "Q"))]
    event = make_event(told, voices(*told))
    assert (event.independent, event.id) == (2, "e-a")
    assert event.confidence == pytest.approx(0.96)


def test_copies():
    text = " ".join(f"word{n} of a story about a bridge and a river" for n in range(12))
    assert alike(signature(text), signature(text + " Reporting by an agency."))
    assert not alike(signature(text), signature(text[::-1]))
    assert signature("Too short to be a copy.") == ()
