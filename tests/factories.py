"""Records made by hand, for tests that need no parser."""

from __future__ import annotations

from typing import Any

from dragoman.model import (
    Actor,
    Agreement,
    Attribution,
    Document,
    EventMention,
    Evidence,
    Link,
    Outlook,
    Quote,
    Reading,
    Said,
    Span,
    When,
    Where,
)  # fmt: skip

TEXT = (
    "Foreign Minister Hadja Lahbib of Belgium arrived in Tbilisi on Tuesday for talks with the Georgian "
    "government, the ministry said. The two sides signed a memorandum on rail transport the next day.\n"
    "Analysts expect further visits in spring. The cost of the project was not disclosed."
)


def quote(doc: Document, words: str, occurrence: int = 0) -> Span:
    """The span of these words in the document."""
    start = -1
    for _ in range(occurrence + 1):
        start = doc.text.index(words, start + 1)
    return doc.span(start, start + len(words))


def make_document(text: str = TEXT, **metadata: Any) -> Document:
    """A document with usual metadata."""
    known = {"title": "A visit to Tbilisi", "published": "2023-03-16", "publisher": "The Daily Bridge"}
    return Document.of(text, **{**known, **metadata})


def make_event(doc: Document, trigger: str, sentence: str, **fields: Any) -> EventMention:
    """An event of a document; the trigger and the sentence are given in words."""
    known: dict[str, Any] = {"id": f"e-{trigger}", "type": "CONSULT", "rule": "test.rule", "confidence": 0.8}
    return EventMention(
        trigger=Quote(span=quote(doc, trigger)), sentence=quote(doc, sentence), **{**known, **fields}
    )


def make_reading(doc: Document | None = None, **parts: Any) -> Reading:
    """A reading of the text above with one of everything."""
    if doc is not None or parts:
        return Reading(reader="dragoman-test", document=doc or make_document(), **parts)
    doc = make_document()
    belgium = Actor(
        span=quote(doc, "Foreign Minister Hadja Lahbib of Belgium"), name="Hadja Lahbib", country="BEL",
        sector="GOV", kind="person", office="Foreign Minister",
    )  # fmt: skip
    georgia = Actor(
        span=quote(doc, "the Georgian government"), name="Georgia", country="GEO", sector="GOV",
        kind="country", holder="Irakli Garibashvili", inferred=("holder",),
    )  # fmt: skip
    said = Said(span=quote(doc, "the ministry"), cue="said", name="the ministry", kind="official")
    first, second = doc.text.split("\n")[0].split(". ")
    visit = make_event(
        doc, "arrived", first + ".", mode="visit", actors=(belgium,), recipients=(georgia,),
        when=When(span=quote(doc, "on Tuesday"), edtf="2023-03-14", basis="the Tuesday before publication"),
        where=Where(span=quote(doc, "Tbilisi"), name="Tbilisi", country="GEO", geonames=611717),
        attribution=(said,), topics=("rail transport",), tone=(), contexts=("diplomatic",),
        evidence=(Evidence(field="topic", value="rail transport", span=quote(doc, "rail transport")),),
    )  # fmt: skip
    signing = make_event(
        doc, "signed", second, type="SUPPORT", actors=(belgium, georgia),
        when=When(span=quote(doc, "the next day"), edtf="2023-03-15", basis="the day after event 1"),
    )  # fmt: skip
    return Reading(
        reader="dragoman-test", document=doc, events=(visit, signing),
        agreements=(
            Agreement(
                title="memorandum on rail transport", span=quote(doc, "memorandum on rail transport"),
                parties=("BEL", "GEO"), when="2023-03-15", scope=("rail transport",), standing="signed",
                event=signing.id,
            ),
        ),
        attributions=(
            Attribution(
                source=Quote(span=quote(doc, "the ministry")), cue=Quote(span=quote(doc, "said")),
                content=Quote(span=quote(doc, first.split(", the ministry")[0])), kind="official",
            ),
        ),
        outlook=(Outlook(span=quote(doc, "further visits"), by=("analysts",), horizon="2023-21"),),
        unknowns=(Quote(span=quote(doc, "The cost of the project")),),
        links=(Link(source=signing.id, target=visit.id, kind="part_of"),),
    )  # fmt: skip
