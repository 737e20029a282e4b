from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coding.attribution import FoundAttribution, find_attributions
from dragoman.language.parser import Parser
from dragoman.language.tree import Parse, build_parse
from dragoman.model import Document


@pytest.fixture(scope="module")
def parser() -> Parser:
    pytest.importorskip("spacy")
    return Parser()


def read(parse: Parse) -> list[FoundAttribution]:
    return find_attributions(parse, Document.of(parse.text))


def quoted(text: str, found: list[FoundAttribution]) -> list[tuple[str | None, ...]]:
    pairs = [(f.source, f.cue, f.content) for f in found]
    return [tuple(text[s[0] : s[1]] if s else None for s in row) for row in pairs]


def test_a_clause_after_said() -> None:
    text = "Officials said that exports fell."
    parse = build_parse(text, [[
        ("Officials", "official", "NOUN", "NNS", "subj", 1), ("said", "say", "VERB", "VBD", "root", 1),
        ("that", "that", "SCONJ", "IN", "mark", 4), ("exports", "export", "NOUN", "NNS", "subj", 4),
        ("fell", "fall", "VERB", "VBD", "ccomp", 1), (".", ".", "PUNCT", ".", "punct", 1),
    ]])  # fmt: skip
    found = read(parse)
    assert quoted(text, found) == [("Officials", "said", "exports fell")]
    assert found[0].kind == "anonymous"
    assert found[0].plain


def test_an_inverted_clause() -> None:
    text = "Exports fell, analysts said."
    parse = build_parse(text, [[
        ("Exports", "export", "NOUN", "NNS", "subj", 1), ("fell", "fall", "VERB", "VBD", "ccomp", 4),
        (",", ",", "PUNCT", ",", "punct", 4), ("analysts", "analyst", "NOUN", "NNS", "subj", 4),
        ("said", "say", "VERB", "VBD", "root", 4), (".", ".", "PUNCT", ".", "punct", 4),
    ]])  # fmt: skip
    assert quoted(text, read(parse)) == [("analysts", "said", "Exports fell")]


def test_a_passive_without_a_speaker_has_no_source() -> None:
    text = "He was described as ill."
    parse = build_parse(text, [[
        ("He", "he", "PRON", "PRP", "subjpass", 2), ("was", "be", "AUX", "VBD", "auxpass", 2),
        ("described", "describe", "VERB", "VBN", "root", 2), ("as", "as", "ADP", "IN", "prep", 2),
        ("ill", "ill", "ADJ", "JJ", "amod", 3), (".", ".", "PUNCT", ".", "punct", 2),
    ]])  # fmt: skip
    assert read(parse) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("According to the firm, the harvest failed.", "the firm", "According to", "the harvest failed"),
        ("The company wants to sell its mill.", "The company", "wants", "to sell its mill"),
        ("Traders are concerned that prices will drop.", "Traders", "concerned", "prices will drop"),
        ("Ms. Hale was quoted as saying the deal was dead.", "Ms. Hale", "saying", "the deal was dead"),
        ("The Post quoted Ms. Hale as saying the deal was dead.", "Ms. Hale", "saying", "the deal was dead"),
        ("The Post quoted Ms. Hale as saying the deal was dead.", "The Post", "quoted", "the deal was dead"),
        (
            "A clerk was quoted by the Post as saying the mill had shut.",
            "the Post",
            "quoted",
            "the mill had shut",
        ),
        ("Norway hopes to reopen the mine.", "Norway", "hopes", "to reopen the mine"),
        ("The baker said he was ready; his son said he was not.", "his son", "said", "he was not"),
        (
            "Mr. Lane said the firm had failed, while Mr. Roth said it would go on.",
            "Mr. Lane",
            "said",
            "the firm had failed",
        ),
        ('"Will they come?" asked the old minister.', "the old minister", "asked", "Will they come"),
        ("Norway sees the fleet as a threat.", "Norway", "sees", "the fleet as a threat"),
        ('One trader called the sale "a farce."', "One trader", "called", 'the sale "a farce'),
        (
            '"We will stay," the cook said, "and we will win within the year."',
            "the cook",
            "said",
            'We will stay," the cook said, "and we will win within the year',
        ),
    ],
)
def test_through_the_parser(parser: Parser, text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in quoted(text, read(parser.parse(text)))


def test_nesting(parser: Parser) -> None:
    found = read(parser.parse("Mr. Lane said he expects costs to rise."))
    assert [f.nested_in for f in found] == [None, 0]


def test_a_quotation_runs_on_past_its_speaker(parser: Parser) -> None:
    text = '"We are ready," said Ann Lee, a spokeswoman. "Nothing else matters."'
    found = read(parser.parse(text))
    assert quoted(text, found)[0][2].endswith("Nothing else matters")  # type: ignore[union-attr]
    assert found[0].kind == "official"


def test_a_cited_source_shares_the_content(parser: Parser) -> None:
    text = "The Daily Post, citing officials, said the bridge had closed."
    rows = quoted(text, read(parser.parse(text)))
    assert ("officials", "citing", "the bridge had closed") in rows
    assert ("The Daily Post", "said", "the bridge had closed") in rows


def test_a_surname_keeps_the_kind_of_the_full_name(parser: Parser) -> None:
    found = read(parser.parse("Minister Ann Lee said the road is safe. Lee said it will open soon."))
    assert [f.kind for f in found] == ["official", "official"]


def test_a_dateline_names_the_agency(parser: Parser) -> None:
    text = "OSLO (Reuters) - The talks ended."
    assert quoted(text, read(parser.parse(text))) == [("Reuters", None, "The talks ended")]


_WORDS = st.sampled_from(
    ["said", "he", "according", "to", '"', "“", "”", "that", "claim", "his", ",", ".", "\n\n", "By",
     "Ann Lee", "(Reuters) -",
     "[Source: X]", "view", "in", "is", "concerned", ":", "A:", "é", "\U0001f600", "wants"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(_WORDS | st.text(max_size=8), max_size=25).map(" ".join))
def test_spans_lie_inside_any_text(parser: Parser, text: str) -> None:
    doc = Document.of(text)
    found = find_attributions(parser.parse(doc.text), doc)
    for place, item in enumerate(found):
        for span in (item.source, item.cue, item.content):
            assert span is None or 0 <= span[0] < span[1] <= len(doc.text)
        assert item.nested_in is None or (item.nested_in != place and 0 <= item.nested_in < len(found))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ana Ruiz, the president of the dockers' union, said the ship would sail.", "person"),
        ("A spokesman for the Lindqvist Foundation said the fund was safe.", "person"),
        ("A spokesman for the defence ministry said the ship would sail.", "official"),
        ("A partner at the bank said the fund was safe.", "anonymous"),
        ("A team of five said the fund was safe.", "person"),
    ],
)
def test_officers_of_private_bodies_are_persons(parser: Parser, text: str, kind: str) -> None:
    assert [f.kind for f in find_attributions(parser.parse(text), Document.of(text))] == [kind]
