"""From the data of a lexicon file to entries, with every mistake named by file, line and key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dragoman.lexicon.entry import PREPOSITIONS, SLOTS, Entry
from dragoman.lexicon.nodes import Block, mistake
from dragoman.model.ontology import SECTORS, STATUSES, TYPES

FILE_KEYS = frozenset({"family", "about", "type", "entries", "remove"})
WORD_KEYS = ("verb", "noun", "adjective")
LIST_KEYS = (*WORD_KEYS, "actor", "recipient", "matches", "rejects")
SET_KEYS = (
    "object", "not_object", "near", "not_near", "not_within", "clause_verb", "clause_aux", "needs",
    "political", "actor_is",
)  # fmt: skip
ENTRY_KEYS = frozenset({
    "id", "type", "mode", "with_prep", "clause", "status", "weight", "negated", "own_clause",
    "alone", *LIST_KEYS, *SET_KEYS,
})  # fmt: skip
CLAUSES = ("to", "that", "subjunctive", "ing")
ROLES = ("actor", "recipient")


def entries_of(block: Block, file: str) -> list[Entry]:
    """The entries of one file.

    Raises LexiconError for an unknown key, type, mode, slot, status or clause, an entry with none or two of
    verb, noun and adjective, one without examples, or two entries with one id.
    """
    _known(block, FILE_KEYS, file)
    items = block.values.get("entries") or []
    if not isinstance(items, list):
        raise mistake(file, block.line_of("entries"), "entries", "must be a list.")
    default = block.values.get("type")
    seen: dict[str, int] = {}
    out = []
    for item in items:
        if not isinstance(item, Block):
            raise mistake(file, block.line_of("entries"), "entries", "holds something that is no mapping.")
        entry = _entry(item, file, default)
        if entry.id in seen:
            line = seen[entry.id]
            raise mistake(file, item.line_of("id"), "id", f"{entry.id!r} stands already in line {line}.")
        seen[entry.id] = entry.line
        out.append(entry)
    return out


def removed(block: Block, file: str) -> list[str]:
    """The ids that a file takes away."""
    if "remove" not in block.values:
        return []
    return _words(block, "remove", file)


def _known(block: Block, keys: Iterable[str], file: str) -> None:
    for key in block.values:
        if key not in keys:
            known = ", ".join(sorted(keys))
            raise mistake(file, block.line_of(key), key, "is no key here.", f"Known: {known}.")


def _entry(block: Block, file: str, default: str | None) -> Entry:
    _known(block, ENTRY_KEYS, file)
    name = block.values.get("id")
    if not isinstance(name, str):
        raise mistake(file, block.line, "id", "is missing.")
    values: dict[str, Any] = {"id": name, "file": file, "line": block.line}
    values["type"] = block.values.get("type") if "type" in block.values else default
    for key in ("mode", "clause", "status"):
        values[key] = block.values.get(key)
    for key in LIST_KEYS:
        if key in block.values:
            values[key] = tuple(_words(block, key, file))
    for key in SET_KEYS:
        if key in block.values:
            values[key] = frozenset(_words(block, key, file))
    _spell_apart(values)
    if "with_prep" in block.values:
        values["with_prep"] = _with_prep(block, file)
    for key in ("negated", "own_clause", "alone"):
        if key in block.values:
            values[key] = _flag(block, key, file)
    if "weight" in block.values:
        values["weight"] = _weight(block, file)
    entry = Entry(**values)
    _check_kind(entry, block, file)
    _check_words(entry, block, file)
    _check_slots(entry, block, file)
    _check_examples(entry, block, file)
    return entry


def _spell_apart(values: dict[str, Any]) -> None:
    """Add hyphenated words as a parser cuts them: "cease - fire"; in objects, "cease fire"."""
    nouns = values.get("noun", ())
    apart = [word.replace("-", " - ") for word in nouns if "-" in word]
    if apart:
        values["noun"] = (*nouns, *(word for word in apart if word not in nouns))
    for key in ("object", "not_object"):
        if key in values:
            values[key] |= {word.replace("-", " ") for word in values[key] if "-" in word}


def _words(block: Block, key: str, file: str) -> list[str]:
    value = block.values[key]
    if isinstance(value, str):
        value = [value]
    if value is None:
        value = []
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise mistake(file, block.line_of(key), key, "must be a word or a list of words.")
    if len(set(value)) < len(value):
        twice = sorted({v for v in value if value.count(v) > 1})
        raise mistake(file, block.line_of(key), key, f"names {', '.join(map(repr, twice))} twice.")
    return [str(v) for v in value]


def _with_prep(block: Block, file: str) -> dict[str, frozenset[str]]:
    value = block.values["with_prep"]
    if not isinstance(value, Block):
        line = block.line_of("with_prep")
        raise mistake(file, line, "with_prep", "must map prepositions to lists of words.")
    for word in value.values:
        if word not in PREPOSITIONS:
            raise mistake(file, value.line_of(word), "with_prep", f"{word!r} is no preposition.")
    return {word: frozenset(_words(value, word, file)) for word in value.values}


def _flag(block: Block, key: str, file: str) -> bool:
    if block.values[key] not in ("true", "false"):
        raise mistake(file, block.line_of(key), key, "must be true or false.")
    return bool(block.values[key] == "true")


def _weight(block: Block, file: str) -> float:
    try:
        weight = float(block.values["weight"])
    except (TypeError, ValueError):
        weight = -1.0
    if not 0 <= weight <= 1:
        raise mistake(file, block.line_of("weight"), "weight", "must be a number from 0 to 1.")
    return weight


def _check_kind(entry: Entry, block: Block, file: str) -> None:
    if entry.type is not None and entry.type not in TYPES:
        raise mistake(file, block.line_of("type"), "type", f"{entry.type!r} is no event type.")
    if entry.mode is not None:
        modes = TYPES[entry.type].modes if entry.type else {}
        if entry.mode not in modes:
            raise mistake(
                file, block.line_of("mode"), "mode", f"{entry.mode!r} is no mode of {entry.type}.",
                f"Known: {', '.join(modes) or 'none'}.",
            )  # fmt: skip
    if entry.clause is not None and entry.clause not in CLAUSES:
        raise mistake(file, block.line_of("clause"), "clause", f"must be one of {', '.join(CLAUSES)}.")
    if entry.status is not None and entry.status not in STATUSES:
        raise mistake(file, block.line_of("status"), "status", f"{entry.status!r} is no status.")


def _check_words(entry: Entry, block: Block, file: str) -> None:
    given = [key for key in WORD_KEYS if getattr(entry, key)]
    if len(given) != 1:
        raise mistake(
            file, block.line, entry.id, f"has {' and '.join(given) or 'none of verb, noun, adjective'}.",
            "An entry has exactly one of verb, noun, adjective.",
        )  # fmt: skip
    for key in (*WORD_KEYS, "object", "not_object", "near", "not_near", "not_within", "clause_verb"):
        for word in getattr(entry, key):
            if word != word.lower() or word != " ".join(word.split()):
                raise mistake(file, block.line_of(key), key, f"{word!r} must be lower case, single spaces.")


def _check_slots(entry: Entry, block: Block, file: str) -> None:
    for key in ("actor", "recipient", "political"):
        for slot in getattr(entry, key):
            for part in slot.split("+"):
                if part not in SLOTS and part not in PREPOSITIONS:
                    raise mistake(
                        file, block.line_of(key), key, f"{part!r} is no slot.",
                        f"Slots: {', '.join(sorted(SLOTS))}, or a preposition.",
                    )  # fmt: skip
    for sector in sorted(entry.actor_is):
        if sector not in SECTORS:
            raise mistake(file, block.line_of("actor_is"), "actor_is", f"{sector!r} is no sector.")
    for role in entry.needs:
        if role not in (*ROLES, "pair"):
            line = block.line_of("needs")
            raise mistake(file, line, "needs", f"{role!r} is no role (actor, recipient) and not 'pair'.")
    if "recipient" in entry.needs and not entry.recipient:
        raise mistake(file, block.line_of("needs"), "needs", "a recipient is needed but no slot brings one.")


def _check_examples(entry: Entry, block: Block, file: str) -> None:
    for key in ("matches", "rejects"):
        if not getattr(entry, key):
            raise mistake(file, block.line, entry.id, f"has no example sentence under {key!r}.")
