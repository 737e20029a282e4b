"""Which texts are not read because they are in another language."""

from __future__ import annotations

import subprocess
import sys

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


@pytest.mark.parametrize(
    "text",
    [
        "Die Regierung dementierte den Bericht of the Times und bestellte den Gesandten ein.",
        "De minister van Buitenlandse Zaken was in Parijs te spreken over de vrede of oorlog van Utrecht.",
    ],
)
def test_a_few_english_words_do_not_make_a_text_english(text: str) -> None:
    assert foreign(text) in {"de", "nl"}


def test_plain_english_is_told_without_the_models() -> None:
    code = (
        "import sys; from dragoman.language.tell import foreign;"
        "assert foreign('The envoy of Peru met the king of Norway and the queen.') is None;"
        "assert 'py3langid' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
