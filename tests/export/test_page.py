from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.markup import link
from dragoman.export.page import reading_fragment, reading_page
from dragoman.model import Actor, Quote, Reading
from tests.factories import make_document, make_event, make_reading, quote

VOID = {"meta", "link", "br", "hr", "img"}


class Tree(HTMLParser):
    """Checks that tags nest, and collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if "p" in self.open:
            self.inside.setdefault("p", []).append(data)


def test_the_page_holds_text_and_record() -> None:
    page = reading_page([make_reading()])
    tree = Tree(page)
    text = "".join(tree.words)
    for words in ("A visit to Tbilisi", "Visit", "14 March 2023", "GEO GOV", "memorandum on rail transport"):
        assert words in text
    ids = [attrs["id"] for _tag, attrs in tree.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    goals = {str(a["href"])[1:] for _tag, a in tree.tags if str(a.get("href", "")).startswith("#")}
    assert goals <= set(ids)
    assert {"d1e1", "d1c1", "d1a1", "d1o1", "d1u1", "d1s1"} <= set(ids)


def test_the_page_loads_nothing_and_admits_one_style_sheet() -> None:
    page = reading_page([make_reading()])
    tree = Tree(page)
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in tree.tags}
    assert not any(key.startswith("on") or key == "style" for _, attrs in tree.tags for key in attrs)
    assert "url(" not in page and "@import" not in page
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _t, a in tree.tags if a.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_hostile_strings_stay_strings() -> None:
    bad = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x1b[31m'
    doc = make_document(f"They met {bad} today.", title=bad, publisher=bad, url="javascript:alert(1)", id=bad)
    actor = Actor(span=quote(doc, bad), name=bad, office=bad, country="FRA", holder=bad)
    event = make_event(doc, "met", doc.text, id=bad, rule=bad, actors=(actor,), topics=(bad,), notes=(bad,))
    reading = make_reading(doc, events=(event,), unknowns=(Quote(span=quote(doc, bad)),), notes=(bad,))
    for page in (reading_page([reading, reading]), reading_fragment(reading)):
        tree = Tree(page)
        assert not {"script", "img"} & {tag for tag, _ in tree.tags}
        assert not any(key.startswith("on") for _, attrs in tree.tags for key in attrs)
        assert "\u202e" not in page and "\x1b" not in page
        assert 'href="javascript' not in page


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=1&c=2", True), ("http://example.org", True), ("javascript:alert(1)", False),
        (" https://x", False), ("data:text/html,x", False), ("//example.org", False), ("http://[", False),
        ("https://example.org/\u202egpj", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url: str, is_link: bool) -> None:
    assert link(url).startswith("<a ") is is_link


@given(
    st.text(alphabet=st.characters() | st.sampled_from("\ud800<>&\"'\n\u202e"), min_size=1, max_size=60),
    st.data(),
)
def test_any_text_with_any_spans_makes_a_sound_page(text: str, data: st.DataObject) -> None:
    doc = make_document("They met. " + text)
    start = data.draw(st.integers(0, len(doc.text) - 1))
    end = data.draw(st.integers(start + 1, len(doc.text)))
    actor = Actor(span=doc.span(start, end))
    event = make_event(doc, "met", "They met.", actors=(actor,))
    page = reading_page([make_reading(doc, events=(event,), unknowns=(Quote(span=doc.span(start, end)),))])
    page.encode("utf-8")
    Tree(page)


def test_several_texts_have_a_list_of_contents() -> None:
    page = reading_page([make_reading(), make_reading(make_document("Rain.", title="Weather"))])
    assert '<ol class="contents">' in page and 'href="#d2"' in page
    assert "No event was read from this text." in page
    assert "contents" not in reading_page([make_reading()]).split("</style>")[1]


def test_a_long_record_is_made_in_time() -> None:
    doc = make_document("They met. " * 4000)
    events = tuple(
        make_event(doc, "met", "They met.", id=f"e{n}").model_copy(
            update={"trigger": Quote(span=doc.span(10 * n + 5, 10 * n + 8))}
        )
        for n in range(2000)
    )
    page = reading_page([make_reading(doc, events=events)])
    assert page.count('class="card ') == 2000


def test_a_notebook_gets_a_fragment_with_its_own_styles() -> None:
    html = make_reading()._repr_html_()
    assert html == reading_fragment(make_reading())
    assert html.startswith('<div class="dragoman"><style>')
    style = html.split("</style>")[0]
    assert "\nbody" not in style and "\nhtml" not in style
    Tree(html)


def test_the_reading_of_a_foreign_text_shows_its_note() -> None:
    reading = Reading(reader="t", document=make_document("Il pleut."), notes=("not in English",))
    assert "not in English" in reading_page([reading])
