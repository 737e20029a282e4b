"""The contract holds for any Unicode: spans are what they quote, and a round trip changes nothing."""

from __future__ import annotations

import json
import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.model import (
    Actor,
    Attribution,
    Document,
    EventMention,
    Evidence,
    Outlook,
    Quote,
    Reading,
    Said,
    Span,
    When,
    Where,
)
from tests.factories import make_reading

# every plane, combining marks, right-to-left letters, lone surrogates, line separators
ODD = st.sampled_from([
    "\ud800", "\udfff", "e\u0301", "🇰🇵", "\u202e", "שלום", "\u2028", "\x85", "\x00", "👩\u200d🚀", '"', "\\",
])  # fmt: skip
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
TEXT = st.lists(ODD | st.text(min_size=1, max_size=12), min_size=1, max_size=8).map("".join)
WORDS = st.lists(ODD, min_size=1, max_size=3).map("".join).filter(lambda s: not HALVES.search(s))


@st.composite
def spans(draw: st.DrawFn, doc: Document) -> Span:
    start = draw(st.integers(0, len(doc.text) - 1))
    return doc.span(start, draw(st.integers(start + 1, len(doc.text))))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    doc = Document.of(draw(TEXT), title=draw(st.none() | WORDS), published=draw(st.none() | st.just("2024")))
    span = spans(doc)
    maybe = st.none() | span
    actors = st.lists(st.builds(Actor, span=maybe, name=st.none() | WORDS), max_size=3).map(tuple)
    event = st.builds(
        EventMention, id=WORDS, type=st.just("CONSULT"), trigger=st.builds(Quote, span=span), sentence=span,
        rule=WORDS, confidence=st.floats(0, 1), actors=actors, recipients=actors,
        when=st.none() | st.builds(When, span=maybe, edtf=st.just("2024-06"), basis=WORDS),
        where=st.none() | st.builds(Where, span=maybe, name=WORDS),
        attribution=st.builds(Said, span=maybe, cue=WORDS, kind=st.just("media")).map(lambda said: (said,)),
        evidence=st.lists(
            st.builds(Evidence, field=st.just("tone"), value=WORDS, span=span), max_size=2
        ).map(tuple),
    )  # fmt: skip
    quote = st.builds(Quote, span=span)
    said = st.builds(
        Attribution, source=quote, cue=st.none() | quote, content=st.none() | quote, kind=st.just("person")
    )
    return Reading(
        reader="test", document=doc,
        events=tuple(draw(st.lists(event, max_size=3))),
        attributions=tuple(draw(st.lists(said, max_size=2))),
        outlook=tuple(draw(st.lists(st.builds(Outlook, span=span, by=st.just(("analysts",))), max_size=2))),
        unknowns=tuple(draw(st.lists(quote, max_size=2))),
        notes=tuple(draw(st.lists(WORDS, max_size=2))),
    )  # fmt: skip


def quoted(value: object) -> list[tuple[str | None, list[int]]]:
    """Every (text, span) pair anywhere in the data."""
    if isinstance(value, list):
        return list(chain.from_iterable(map(quoted, value)))
    if not isinstance(value, dict):
        return []
    found = list(chain.from_iterable(quoted(v) for k, v in value.items() if k != "document"))
    if value.get("span"):
        found.append((value.get("text", ...), value["span"]))
    return found


@given(readings())
def test_round_trip_changes_nothing(reading: Reading) -> None:
    line = reading.to_json()
    assert len(line.splitlines()) == 1
    line.encode("utf-8")
    again = Reading.from_json(line)
    assert again == reading
    assert again.to_json() == line


@given(readings())
def test_every_span_is_what_it_quotes(reading: Reading) -> None:
    data = json.loads(reading.to_json())
    text = data["document"]["text"]
    for words, (start, end) in quoted(data):
        assert words is ... or text[start:end] == words


@given(TEXT)
def test_ids_depend_on_the_text_alone(text: str) -> None:
    assert Document.of(text).id == Document.of(text).id
    assert Document.of(text).id != Document.of(text + "x").id


@given(TEXT, st.integers(-3, 99), st.integers(-3, 99))
def test_a_span_outside_the_text_is_refused(text: str, start: int, end: int) -> None:
    doc = Document.of(text)
    if 0 <= start < end <= len(doc.text):
        assert doc.span(start, end).text == doc.text[start:end]
    else:
        with pytest.raises(RecordError):
            doc.span(start, end)


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", "null", '{"schema": "dragoman/reading/1"}', '{"schema": "other"}', "not json", b"\xff"],
)
def test_what_is_no_reading_is_refused(line: str | bytes) -> None:
    with pytest.raises(RecordError):
        Reading.from_json(line)


def test_a_span_that_quotes_other_words_is_refused() -> None:
    data = make_reading().to_dict()
    data["events"][0]["trigger"]["text"] = "departed"
    with pytest.raises(RecordError, match="does not stand at"):
        Reading.from_json(json.dumps(data))


def test_a_full_reading_survives() -> None:
    reading = make_reading()
    assert Reading.from_json(reading.to_json()) == reading
    assert reading.events[0].actors[0].span is not None
    assert reading.event("e-signed").actors[0].text == "Foreign Minister Hadja Lahbib of Belgium"
    with pytest.raises(KeyError):
        reading.event("e-none")


def test_two_halves_of_a_character_become_the_character() -> None:
    doc = Document.of("a\ud83d\ude00b")
    assert doc.text == "a😀b"
    assert Reading.from_json(Reading(reader="test", document=doc).to_json()).document == doc
