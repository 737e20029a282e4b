"""The word lists beside the entries: cues of mode, context, topic, tone, status, attribution; support verbs.

Two shapes: `name: [words]` and `group: {name: [words]}`. Words are lower case, lemmas or phrases.
"""

from __future__ import annotations

from dragoman.lexicon.nodes import Block, mistake
from dragoman.model.ontology import CONTEXTS, STATUSES, TYPES

Table = dict[str, frozenset[str]]
Tables = dict[str, Table]

#: tables of the first shape
FLAT = ("contexts", "topics", "tone", "support_verbs")
#: tables of the second shape
GROUPED = ("modes", "status")


def flat(block: Block, file: str) -> Table:
    """A table `name: [words]`.

    Raises LexiconError for a value that is no list of words, and for an unknown context in `contexts`.
    """
    known = CONTEXTS if file == "contexts.yaml" else None
    out: Table = {}
    for key in block.values:
        if known is not None and key not in known:
            raise mistake(file, block.line_of(key), key, "is no context of the ontology.")
        out[key] = words(block, key, file)
    return out


def grouped(block: Block, file: str) -> Tables:
    """A table `group: {name: [words]}`.

    Raises LexiconError for a value that is no list of words, an unknown mode or an unknown status.
    """
    out: Tables = {}
    for group, inner in block.values.items():
        if not isinstance(inner, Block):
            raise mistake(file, block.line_of(group), group, "must map names to lists of words.")
        for name in inner.values:
            if file == "modes.yaml" and (group not in TYPES or name not in TYPES[group].modes):
                raise mistake(file, inner.line_of(name), name, f"is no mode of {group}.")
            if file == "status.yaml" and name not in STATUSES:
                raise mistake(file, inner.line_of(name), name, "is no status.")
        out[group] = {name: words(inner, name, file) for name in inner.values}
    return out


def words(block: Block, key: str, file: str) -> frozenset[str]:
    """The words under a key; hyphenated ones also as a parser cuts them ("tear - gas")."""
    value = block.values[key]
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise mistake(file, block.line_of(key), key, "must be a list of words.")
    found = frozenset(value)
    if len(found) < len(value):
        twice = sorted({v for v in value if value.count(v) > 1})
        raise mistake(file, block.line_of(key), key, f"names {', '.join(map(repr, twice))} twice.")
    for word in found:
        if word != " ".join(word.split()):
            raise mistake(file, block.line_of(key), key, f"{word!r} has stray spaces.")
    return found | {word.replace("-", " - ") for word in found if "-" in word}
