"""The word lists of resolution, loaded when first asked for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from dragoman.wordfiles import read_words

_WORD = re.compile(r"[^\W_]+")


@cache
def word_lists() -> dict[str, Any]:
    """The lists of `words/sources.yaml` by name."""
    return read_words("dragoman.resolution", "words/sources.yaml")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(word_lists()[name])


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Lower case without accents, words parted by single spaces."""
    bare = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in bare if not unicodedata.combining(c)).lower()
    return " ".join(_WORD.findall(letters))


@lru_cache(maxsize=8_192)
def content_words(sentence: str) -> frozenset[str]:
    """The words of a sentence that help to tell one event from another, cut to a stem of five letters."""
    common = _set("common")
    return frozenset(w[:5] for w in plain(sentence).split() if len(w) > 2 and w not in common)


@lru_cache(maxsize=16_384)
def title_words(title: str) -> frozenset[str]:
    """The words of an agreement's title that help to tell one instrument from another."""
    generic, common = _set("instrument"), _set("common")
    return frozenset(w for w in plain(title).split() if len(w) > 2 and w not in generic and w not in common)


@lru_cache(maxsize=8_192)
def instrument_kinds(title: str) -> frozenset[str]:
    """The kinds of instrument that a title may be of; empty where its words leave that open."""
    words = set(plain(title).split())
    return frozenset(kind for kind, names in word_lists()["kinds"].items() if words & set(names))


@lru_cache(maxsize=4_096)
def publisher_kind(publisher: str | None) -> str:
    """`official`, `wire` or `other`, by the words of a publisher's name."""
    if not publisher:
        return "other"
    name = f" {plain(publisher)} "
    for kind in ("official", "wire"):
        if any(f" {plain(word)} " in name for word in word_lists()[kind]):
            return kind
    return "other"


@lru_cache(maxsize=4_096)
def is_correction(title: str | None) -> bool:
    """Whether a document's title says that it corrects an earlier one."""
    return bool(title) and plain(title or "").startswith(tuple(_set("correction")))


@lru_cache(maxsize=8_192)
def office_rank(office: str | None) -> str | None:
    """The rank that an office belongs to; None where its words name none."""
    if not office:
        return None
    name = f" {plain(office)} "
    ranks = word_lists()["offices"]
    for rank in ("deputy", "foreign", "defence", "security", "premier", "head"):
        if any(f" {word} " in name for word in ranks[rank]):
            return rank
    return None
