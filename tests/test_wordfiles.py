"""The shipped word lists: every word is the word that it looks like."""

from importlib.resources import files

import pytest

from dragoman.wordfiles import read_words

LISTS = [
    (package, f"{folder}{path.name}")
    for package, folder in (
        ("dragoman.coding", "words/"),
        ("dragoman.knowledge", "words/"),
        ("dragoman.resolution", "words/"),
        ("dragoman.intake", ""),
        ("dragoman.export", ""),
    )
    for path in sorted(files(package).joinpath(folder).iterdir(), key=lambda path: path.name)
    if path.name.endswith(".yaml")
]


def _leaves(value):
    if isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from _leaves(held)
    elif isinstance(value, list):
        for held in value:
            yield from _leaves(held)
    else:
        yield value


@pytest.mark.parametrize(("package", "file"), LISTS)
def test_every_word_of_a_list_is_a_string(package, file):
    assert not [word for word in _leaves(read_words(package, file)) if not isinstance(word, str | None)]


def test_words_that_yaml_takes_for_truth_values_stay_words():
    modifiers = read_words("dragoman.knowledge", "words/modifiers.yaml")
    words = set(_leaves(modifiers))
    assert {"on", "no"} <= words
    assert not {"True", "False", True, False} & words
