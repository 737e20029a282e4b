"""The word lists that ship with the package: YAML files read as words.

Invariant: a plain word is a string. YAML 1.1 takes "on", "no", "yes" and "off" for truth values and "12" for
a number; here they are the words that they are. Only an empty value is None.
"""

from __future__ import annotations

from importlib import resources
from typing import Any, ClassVar

import yaml

from dragoman.errors import DragomanError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


class _Words(_Base):  # type: ignore[misc]  # its class is known when it runs: the C loader where there is one
    """A safe loader to which every plain word but an empty value is a string."""

    yaml_implicit_resolvers: ClassVar = {
        first: [pair for pair in pairs if pair[0] == _NULL]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }


def read_words(package: str, file: str) -> dict[str, Any]:
    """The mapping that a YAML file within a package holds. Not cached.

    Raises DragomanError where the file is no mapping.
    """
    text = resources.files(package).joinpath(file).read_text("utf-8")
    lists: Any = yaml.load(text, Loader=_Words)  # noqa: S506  # a safe loader
    if not isinstance(lists, dict):
        raise DragomanError(f"{package}/{file}: not a mapping", hint="Each key names a list of words.")
    return lists
