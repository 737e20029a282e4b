"""The coder's own word lists: YAML files in `coding/words`, read once when a reader is built."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_words(name: str) -> dict[str, Any]:
    """The word lists of one file, by their names; read once and not to be changed."""
    text = resources.files("dragoman.coding").joinpath("words", f"{name}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506  a safe loader
    return data


def as_set(words: dict[str, Any], key: str) -> frozenset[str]:
    """One list of a file as a set."""
    return frozenset(words.get(key) or ())
