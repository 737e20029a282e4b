"""Lemmas that a small rule-based lemmatizer gets wrong by spelling alone: "staged" is no form of "stag"."""

from __future__ import annotations

import re

#: one vowel before one consonant: such a stem doubles the consonant before -ed and -ing ("stagged")
_DOUBLES = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
#: consonants that are doubled only before an ending ("readmitted": readmit, not readmitte)
_DOUBLED = re.compile(r"[a-z]+([bdgmnprt])\1e")
_ENDINGS = ("ed", "ing")


def mended(form: str, lemma: str, tag: str) -> str:
    """The lemma of a verb's form, mended where no English verb of that lemma has the form."""
    if tag not in ("VBD", "VBN", "VBG"):
        return lemma
    for ending in _ENDINGS:
        if form == lemma + ending and _DOUBLES.fullmatch(lemma):
            return lemma + "e"
    if len(lemma) > 4 and form == lemma + "d" and _DOUBLED.fullmatch(lemma):
        return lemma[:-2]
    return lemma
