"""Which language a text is in: py3langid (Lui and Baldwin 2011; Barbaresi 2022) on a sample of the text."""

from __future__ import annotations

import re

_SAMPLE = 800  # characters
_LETTERS = 12  # texts with fewer are not judged
_MARGIN = 0.25  # log-likelihood a letter by which another language must win over English
_SHORT = 14  # and by how much more at least: names alone can make a short sentence look foreign
_BRIEF = 100  # letters under which a language of few texts does not win: it is the names that resemble it
_RARE = frozenset({
    "an", "eo", "fo", "ht", "jv", "la", "lg", "mg", "om", "qu", "rw", "se", "sn", "ti", "vo", "wa", "xh",
    "zu",
})  # fmt: skip
#: words that only English has so often; where two of them make a sixth of a text, nothing is weighed
_ENGLISH = frozenset({"the", "and", "of", "to", "that", "with", "from", "by", "was", "were", "has", "have"})
_SHARE = 6
_NEAR = frozenset({"pcm"})  # read as English: Nigerian Pidgin, which short news sentences resemble


def foreign(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text that is clearly not English; None where it may be."""
    sample = " ".join(text[:_SAMPLE].split()).encode("utf-8", "replace").decode()
    if _plainly_english(sample):
        return None
    letters = sum(map(str.isalpha, sample))
    if letters < _LETTERS:
        return None
    from py3langid import rank  # type: ignore[import-untyped,unused-ignore]

    scores = dict(rank(sample))
    best = max(scores, key=scores.__getitem__)
    if best == "en" or best in _NEAR or scores[best] - scores["en"] < _MARGIN * min(letters, 200) + _SHORT:
        return None
    if best in _RARE and letters < _BRIEF:
        return None
    return str(best)


def _plainly_english(sample: str) -> bool:
    """Whether function words tell it: the models take half a second to load, and most texts need none."""
    words = re.findall(r"\w+", sample.lower())
    found = [word for word in words if word in _ENGLISH]
    return "the" in found and len(set(found)) > 1 and len(found) * _SHARE >= len(words)
