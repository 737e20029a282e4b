"""Which texts are not read because they are in another language."""

from __future__ import annotations

import pytest

from dragoman.language.tell import foreign


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan minister visited Uganda.",
        "A Kenyan minister visited Kampala.",
        "Putin visits Pyongyang",
        "Kim meets Xi",
    ],
)
def test_a_short_sentence_of_names_is_english(text: str) -> None:
    assert foreign(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le président français a rencontré le chancelier allemand à Berlin.", "fr"),
        ("Der Bundeskanzler traf Macron in Paris.", "de"),
        ("El presidente visitó Lima ayer.", "es"),
        ("Путин посетил Пхеньян", "ru"),
    ],
)
def test_another_language_is_told(text: str, language: str) -> None:
    assert foreign(text) == language
