from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.marks import ROLES, Mark, reading_marks, segments
from dragoman.export.page_text import paragraphs
from tests.factories import make_reading

MARKS = st.lists(
    st.builds(
        lambda start, size, role, event: Mark(start, start + size, role, event),
        st.integers(0, 60), st.integers(1, 30), st.sampled_from(ROLES), st.integers(-1, 3),
    ),
    max_size=12,
)  # fmt: skip


@given(st.integers(0, 40), st.integers(1, 40), MARKS)
def test_segments_cover_the_stretch_once_and_know_their_marks(
    start: int, size: int, marks: list[Mark]
) -> None:
    end = start + size
    parts = list(segments(start, end, marks))
    assert [p.start for p in parts] == [start, *[p.end for p in parts[:-1]]]
    assert parts[-1].end == end
    for part in parts:
        assert set(part.marks) == {m for m in marks if m.start <= part.start and part.end <= m.end}


def test_the_first_role_of_overlapping_marks_is_shown() -> None:
    (part,) = segments(0, 3, [Mark(0, 3, "sentence", 1), Mark(0, 3, "when", 0), Mark(0, 3, "outlook", -1)])
    assert part.role == "when"
    assert part.events == [0, 1]


def test_marks_of_a_reading_lie_in_its_text() -> None:
    reading = make_reading()
    marks = reading_marks(reading)
    assert {m.role for m in marks} >= {"trigger", "actor", "recipient", "when", "where", "outlook", "unknown"}
    assert all(0 <= m.start < m.end <= len(reading.document.text) for m in marks)


@given(st.text(alphabet="ab. \n\r\u2028-1", max_size=80))
def test_paragraphs_hold_every_visible_character(text: str) -> None:
    shown = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(shown.split()) == "".join(text.split())


def test_wrapped_lines_are_one_paragraph_and_list_items_are_their_own() -> None:
    text = "The ministers met\nin Vienna.\n\nThey agreed:\n- to talk;\n- to meet again."
    assert [text[a:b] for a, b in paragraphs(text)] == [
        "The ministers met\nin Vienna.", "They agreed:", "- to talk;", "- to meet again.",
    ]  # fmt: skip
