from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.component import make_component
from dragoman.errors import BadDate, InputError, MissingExtra
from dragoman.language import Parse
from dragoman.model import Document, Reading
from tests.factories import make_event


class Reader:
    def __init__(self, **options: Any) -> None:
        self.options = options

    def read_parsed(self, doc: Document, parse: Parse) -> Reading:
        assert parse.text == doc.text
        trigger = next(token for token in parse.tokens if token.rel == "root")
        return Reading(reader="stub", document=doc, events=(make_event(doc, trigger.text, doc.text),))


@pytest.fixture
def nlp(monkeypatch: pytest.MonkeyPatch) -> Any:
    module: Any = ModuleType("dragoman.reader")
    module.Reader = Reader
    monkeypatch.setitem(sys.modules, "dragoman.reader", module)
    return spacy.blank("en")


def parsed(nlp: Any, user_data: dict[str, Any] | None = None) -> Doc:
    return Doc(
        nlp.vocab, words=["They", "met", "there", "."], spaces=[True, True, False, False], heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "advmod", "punct"], lemmas=["they", "meet", "there", "."],
        pos=["PRON", "VERB", "ADV", "PUNCT"], tags=["PRP", "VBD", "RB", "."], user_data=user_data,
    )  # fmt: skip


def test_the_component_is_found_by_its_name(nlp: Any) -> None:
    nlp.add_pipe("dragoman", config={"published": "2024-05-12", "publisher": "P"})
    assert nlp.pipe_names == ["dragoman"]
    doc = nlp.get_pipe("dragoman")(parsed(nlp))
    reading = doc._.reading
    assert reading.events[0].trigger.text == "met"
    assert (reading.document.published, reading.document.publisher) == ("2024-05-12", "P")


def test_metadata_of_the_doc_goes_before_the_configuration(nlp: Any) -> None:
    component = make_component(nlp, "dragoman", published="2020", title="T")
    doc = component(parsed(nlp, {"dragoman": {"published": "2024-05-12T10:00", "id": "x"}}))
    known = doc._.reading.document
    assert (known.id, known.published, known.title) == ("x", "2024-05-12", "T")


def test_wrong_metadata_is_told(nlp: Any) -> None:
    component = make_component(nlp, "dragoman")
    with pytest.raises(InputError, match="unknown metadata date"):
        component(parsed(nlp, {"dragoman": {"date": "2024"}}))
    with pytest.raises(BadDate):
        component(parsed(nlp, {"dragoman": {"published": "May"}}))


def test_a_doc_without_a_parse_is_refused(nlp: Any) -> None:
    nlp.add_pipe("dragoman")
    with pytest.raises(MissingExtra, match="dependency parse"):
        nlp("They met.")
