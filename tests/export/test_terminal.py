from __future__ import annotations

import io

import pytest

from dragoman.export.safe import line, shown
from dragoman.export.terminal import Printer
from dragoman.model import Actor, Reading
from tests.factories import make_document, make_event, make_reading, quote


def printed(*readings: Reading, tty: bool = False, width: int | None = None) -> str:
    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return tty

    stream = Stream()
    printer = Printer(stream, width=width)
    for reading in readings:
        printer.show(reading)
    return stream.getvalue()


@pytest.fixture
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "CI"):
        monkeypatch.delenv(name, raising=False)


def test_the_record_says_everything_in_words() -> None:
    text = printed(make_reading())
    for words in (
        "A visit to Tbilisi", "The Daily Bridge · 16 March 2023", "Visit · happened", "“arrived”",
        "Foreign Minister Hadja Lahbib of Belgium", "BEL GOV", "Irakli Garibashvili°",
        "14 March 2023  the Tuesday before publication", "according to  the ministry (official, “said”)",
        "rule test.rule · confidence 0.80", "memorandum on rail transport", "signed", "spring 2023",
        "The cost of the project", "2 (support) is part of 1 (visit)", "1 statement by 1 source",
        "° inferred",
    ):  # fmt: skip
        assert words in text, words


def test_a_pipe_gets_plain_lines_without_trailing_space() -> None:
    text = printed(make_reading())
    assert "\x1b" not in text
    assert "╭" not in text
    assert all(row == row.rstrip() for row in text.splitlines())


def test_a_terminal_gets_colour_and_cards(colours: None) -> None:
    text = printed(make_reading(), tty=True, width=80)
    assert "\x1b[" in text
    assert "╭" in text


def test_no_color_is_honoured(colours: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(make_reading(), tty=True, width=80)
    assert "\x1b[3" not in text and "\x1b[1;3" not in text


@pytest.mark.parametrize("width", [40, 60, 88, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(len(row) for row in printed(make_reading(), width=width).splitlines()) <= width


def test_what_a_text_holds_is_shown_and_not_obeyed() -> None:
    hostile = "The \x1b[2J envoy\u202e met\x07 [bold]him[/bold]."
    doc = make_document(hostile, title="\x1b]0;owned\x07", publisher="\u2066x")
    event = make_event(doc, "met", doc.text, id="\x1b[1m", actors=(Actor(span=quote(doc, "envoy\u202e")),))
    text = printed(make_reading(doc, events=(event,), notes=("\x1b[31m",)))
    assert not set(text) & {"\x1b", "\x07", "\u202e", "\u2066"}
    assert "␛[2J" in text and "⟨RLO⟩" in text and "[bold]him[/bold]" in text


def test_a_text_without_events_says_so() -> None:
    assert "No event was read" in printed(make_reading(make_document("Rain.")))
    text = printed(make_reading(make_document("Il pleut."), notes=("the text is not in English (fr)",)))
    assert "Note: the text is not in English" in text and "No event" not in text


def test_several_records_are_kept_apart() -> None:
    assert printed(make_reading(), make_reading()).count("─" * 60) == 1


def test_a_long_sentence_is_cut() -> None:
    doc = make_document("The envoy met " + "and talked " * 200)
    text = printed(make_reading(doc, events=(make_event(doc, "met", doc.text.strip()),)))
    assert "…”" in text


def test_odd_characters_have_marks() -> None:
    assert shown("a\x00b\x7f\x85\ud800\t\n") == "a␀b␡⟨U+0085⟩⟨U+D800⟩\t\n"
    assert line(" a \n\t b ") == "a b"
