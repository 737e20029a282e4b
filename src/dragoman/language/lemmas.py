"""Lemmas that a small rule-based lemmatizer gets wrong by spelling alone: "staged" is no form of "stag"."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from dragoman.language import hyphenated

#: one vowel before one consonant: such a stem doubles the consonant before -ed and -ing ("stagged")
_DOUBLES = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
#: consonants that are doubled only before an ending ("readmitted": readmit, not readmitte)
_DOUBLED = re.compile(r"[a-z]+([bdgmnprt])\1e")
#: endings after which the third person has -es
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_ENDINGS = ("ed", "ing")
#: plurals that the lemmatizer takes for those of rarer words: "doses" of "dos", "bases" of "basis"
_PLURALS = {
    plural: plural[:-1]
    for plural in (
        "annexes", "axes", "bases", "corpses", "doses", "graves", "lures", "motives", "pickaxes", "reverses",
        "ruses", "senses", "syringes", "uses", "vases",
    )
} | {"taxes": "tax"}  # fmt: skip
_PREFIXES = ("over", "under", "fore", "for", "with", "re", "un", "out", "up", "mis")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Past forms to lemmas, each with every prefix: "withheld" to "withhold"."""
    lines = files("dragoman.language").joinpath("irregular.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {prefix + past: prefix + lemma for past, lemma in pairs for prefix in _PREFIXES}


def mended(form: str, lemma: str, tag: str) -> str:
    """The lemma of a form, mended where no English verb of that lemma has it, and for some plurals."""
    if "-" in form and tag.startswith("VB") and form in hyphenated.lemmas():
        return hyphenated.lemmas()[form]
    if tag == "NNS":
        return _PLURALS.get(form, lemma)
    if form == lemma and tag.startswith("VB") and form in _irregular():
        return _irregular()[form]
    if tag == "VBZ" and form == lemma + "es" and not lemma.endswith(_HISSING):
        return lemma + "e"  # "hopes" is of "hope": "hop" has "hops"
    if tag not in ("VBD", "VBN", "VBG"):
        return lemma
    for ending in _ENDINGS:
        if form == lemma + ending and _DOUBLES.fullmatch(lemma):
            return lemma + "e"
    if len(lemma) > 4 and form == lemma + "d" and _DOUBLED.fullmatch(lemma):
        return lemma[:-2]
    return lemma
