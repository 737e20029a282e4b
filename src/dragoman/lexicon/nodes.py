"""YAML as plain data with line numbers, every scalar a string.

YAML 1.1 takes a bare `on`, `off`, `yes` or `no` for a boolean, and `on` is a preposition that entries name
all the time. Here a scalar stays the string that was written; only an empty one, `~` and `null` are None. A
key that stands twice in one mapping is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from dragoman.errors import LexiconError

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class Block:
    """A mapping of a YAML file: its values, and the line (from 1) of the mapping and of each key."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, key: str) -> int:
        """The line of a key, else of the mapping."""
        return self.lines.get(key, self.line)


def plain(value: Any) -> Any:
    """The same data without the line numbers."""
    if isinstance(value, Block):
        return {key: plain(inner) for key, inner in value.values.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value


def mistake(file: str, line: int, key: str, reason: str, hint: str | None = None) -> LexiconError:
    """The error of a lexicon file: it names the file, the line and the key."""
    return LexiconError(f"{file}, line {line}, {key}: {reason}", hint=hint)


def parse(text: str, file: str) -> Block:
    """The mapping that a YAML text holds.

    Raises LexiconError where the text is no YAML, no mapping, or names a key twice.
    """
    try:
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        # every scalar is a string: asking of which type each is takes as long as reading it
        loader.resolve = lambda kind, value, implicit: "tag:yaml.org,2002:str"
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or "unreadable"
        raise mistake(file, line, "YAML", f"{problem}.") from error
    if node is None:
        return Block(1)
    value = _convert(node, file)
    if not isinstance(value, Block):
        raise mistake(file, 1, "the file", "must be a mapping (family, about, entries).")
    return value


def _convert(node: yaml.Node, file: str) -> Any:
    if isinstance(node, yaml.ScalarNode):
        if not node.style and node.value in _NULLS:
            return None
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, file) for item in node.value]
    block = Block(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise mistake(file, line, "key", "must be a word.")
        key = key_node.value
        if key in block.values:
            raise mistake(file, line, key, "stands twice in this mapping.")
        block.values[key] = _convert(value_node, file)
        block.lines[key] = line
    return block
