"""The entries of one word: those that a sentence cannot bear are left out, and never one that fits."""

from __future__ import annotations

from dragoman.coding.triggers import candidates, considered, entries_of
from dragoman.language.parser import Parser
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entry import Entry
from dragoman.lexicon.word import WordEntries

CALL = Entry("request.call-on", "REQUEST", verb=("call on", "call upon"))
PHONE = Entry("consult.call", "CONSULT", mode="phone", verb=("call",))
HALT = Entry(
    "request.call-halt", "REQUEST", verb=("call",), object=frozenset({"halt"}), near=frozenset({"raid"})
)
EVERY = 8  # entries of which one lends its examples


def test_an_entry_is_left_out_where_none_of_its_words_stand() -> None:
    held = WordEntries.of("call", (CALL, PHONE, HALT))
    assert held == (CALL, PHONE, HALT)
    assert held.within(frozenset({"call", "peru"})) == [PHONE]
    assert {e.id for e in held.within(frozenset({"call", "on", "peru"}))} == {CALL.id, PHONE.id}
    assert held.within(frozenset({"call", "halt"})) == [PHONE]
    assert [e.id for e in held.within(frozenset({"call", "halt", "raid"}))] == [PHONE.id, HALT.id]


def test_no_entry_that_fits_is_left_out() -> None:
    lexicon = Lexicon.load()
    text = " ".join(e.matches[0] for e in lexicon.entries[::EVERY] if e.matches)
    fitted = 0
    for sentence in Parser().parse(text).sentences:
        for token in sentence.tokens:
            entries = candidates(token, lexicon)
            fitting = {e.id for e, trigger, _ in considered(token, entries) if trigger is not None}
            borne = {e.id for words in entries_of(token, lexicon) for e in words.within(sentence.words)}
            assert fitting <= borne
            fitted += len(fitting)
    assert fitted > len(lexicon.entries) // EVERY
