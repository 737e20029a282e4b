"""What is kept from the parser's eyes: words that a small parser stumbles over and that carry no syntax.

Left out of the parse (never of the text: every token keeps its offset): spaces and line ends within a
paragraph, bullets, ", Jr." and its like after a name, the "ul-" of "Zia ul-Haq", acronyms and party labels in
parentheses after a name ("(DPRK)", "(R-TX)"), where somebody stands in a picture (", left,"), numbers of
footnotes in brackets, datelines, invisible characters. Sentences are kept from ending after an initial or a
title, particles of names are shown with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dragoman.language.calendar import MONTHS
from dragoman.language.titles import ABBREVIATED

_SUFFIX = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
#: where somebody stands in a picture: "A, left, and B, second right, met"
_SIDES = frozenset({"left", "right", "center", "centre"})
_RANKS = frozenset({"second", "third", "fourth", "far", "front", "top", "bottom", "rear", "back"})
_LONGEST_ASIDE = 16  # words within brackets
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.\-/–]{0,9}s?$")
_INITIAL = re.compile(r"[A-Z]\.$")
_BULLET = re.compile(r"[-*•‣◦▪·–—]$")
_PLACED = re.compile(r"[A-Z]{4,}\.-$")
_TITLES = frozenset({
    "mr.", "mrs.", "ms.", "dr.", "gen.", "col.", "lt.", "maj.", "capt.", "sgt.", "adm.", "sen.", "rep.",
    "gov.", "st.", "prof.", "rev.", "hon.", "pres.", "amb.", "brig.", "cmdr.", "messrs.", "no.", "vs.",
    "u.s.", "u.n.", "u.k.",
})  # fmt: skip
_DASH = re.compile(r"(?:-{1,2}|\.?[–—]|_)$")
_MONTHS = frozenset({
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", *MONTHS,
})  # fmt: skip
_LONGEST_DATELINE = 14
_LONGEST_SPEAKER = 4
#: styles before a title that tell nothing to a parser: "HE the Foreign Minister"
_EXCELLENCIES = frozenset({"HE", "H.E.", "HH", "H.H.", "HRH", "HM", "H.M."})
_AGENCIES = frozenset({
    "AP", "AFP", "Reuters", "REUTERS", "UPI", "IANS", "ANI", "PTI", "Xinhua", "XINHUA", "TASS", "Interfax",
    "dpa", "DPA", "CNN", "BBC", "KUNA", "WAM", "SANA", "IRNA", "Yonhap", "Kyodo", "ANSA", "EFE",
    "Bloomberg", "RIA", "MENA", "Tanjug", "PANA", "AAP", "ITAR-TASS", "Anadolu", "NNA", "UP", "INS",
    "Havas", "HAVAS", "Reuter", "CTK", "ČTK", "PAP", "MTI", "BTA", "ADN", "Agerpres", "AGERPRES", "ATA",
    "Bernama", "BERNAMA", "Antara", "ANTARA", "VNA", "KCNA", "APP", "UNI", "BSS", "UNB", "SPA", "QNA",
    "BNA", "ONA", "PETRA", "Petra", "APS", "MAP", "TAP", "JANA", "SUNA", "ENA", "NAN", "GNA", "KNA",
    "ZIANA", "ANGOP", "AIM", "Lusa", "LUSA", "Belga", "BELGA", "ANP", "APA", "NTB", "TT", "Ritzau", "FNB",
    "STT", "PL", "CP", "PA", "CNA", "HSINHUA", "NCNA", "Sputnik", "Ukrinform", "Belta", "Kazinform",
    "Azertag", "Armenpress", "Tasnim", "Fars", "ISNA", "Notimex", "Télam", "Telam", "PNA",
})  # fmt: skip
_DATELINE_WORDS = frozenset({",", "(", ")", "/", ".", "of", "de", "al", "el", "the"})
_PARTICLES = frozenset({"dos", "das", "do", "de", "del", "van", "ul", "ud"})
_JOINTS = frozenset({"ul", "ud", "ur", "uz"})
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+$")


def cleaned(doc: Any) -> tuple[Any, list[int]]:
    """A spaCy Doc without what is left out, and for each of its words its offset in the text."""
    tokens = list(doc)
    words = [token.text for token in tokens]
    keep = kept(words, [token.is_space for token in tokens], [not token.whitespace_ for token in tokens])
    left = [token for token, stays in zip(tokens, keep, strict=True) if stays]
    offsets = [token.idx for token in left]
    raised = particles(words)
    shown = [raised.get(token.i, token.text) for token in left]
    if len(left) == len(tokens) and not raised:
        made = doc
    else:
        from spacy.tokens import Doc

        spaces = [
            bool(token.whitespace_) or (number + 1 < len(left) and left[number + 1].i > token.i + 1)
            for number, token in enumerate(left)
        ]
        made = Doc(doc.vocab, words=shown, spaces=spaces)
    for place in unbroken(shown):
        made[place].is_sent_start = False
    return made, offsets


def particles(words: Sequence[str]) -> dict[int, str]:
    """Particles of names by their place, as the parser is to see them: "President *dos* Santos"."""
    return {
        place: word.capitalize()
        for place, word in enumerate(words)
        if word in _PARTICLES
        and 0 < place < len(words) - 1
        and words[place - 1][:1].isupper()
        and words[place + 1][:1].isupper()
    }


def kept(words: Sequence[str], spaces: Sequence[bool], glued: Sequence[bool] = ()) -> list[bool]:
    """For each word whether the parser is to see it; `glued` says which have no space after them."""
    keep = [not space and not _INVISIBLE.match(word) for word, space in zip(words, spaces, strict=True)]
    seen = [i for i, stays in enumerate(keep) if stays]
    told = [_hyphen(words, glued, i) for i in range(len(words))] if glued else words
    lead = _dateline(told, seen)
    if lead and words[seen[0]] in ("(", "/"):
        lead += _dateline(told, seen[lead:])  # "(Reuter) ROME, May 4 - Slovenia"
    for i in seen[:lead]:
        keep[i] = False
    seen = seen[lead:]
    if seen and _BULLET.match(words[seen[0]]) and len(seen) > 1:
        keep[seen[0]] = False
    for place, i in enumerate(seen):
        if place == 0:
            keep[i] = words[i] not in _EXCELLENCIES or len(seen) == 1
            continue
        before = words[seen[place - 1]]
        after = words[seen[place + 1]] if place + 1 < len(seen) else ""
        if words[i] in _EXCELLENCIES and (after.lower() == "the" or after.istitle()):
            keep[i] = False
        elif words[i].lower() == "re" and after == "-" and place + 2 < len(seen):
            keep[i] = keep[seen[place + 1]] = False  # "re-established"
        elif words[i] in _JOINTS and place + 2 < len(seen) and words[seen[place + 1]] == "-":
            keep[i] = keep[seen[place + 1]] = not words[seen[place + 2]][:1].isupper()
        elif words[i] == "," and place + 1 < len(seen) and words[seen[place + 1]].lower() in _SUFFIX:
            _leave_out_suffix(words, seen, place, keep)
        elif words[i] == "," and before[:1].isupper() and (end := _stand(words, seen, place)):
            for j in range(place, end):
                keep[seen[j]] = False
        elif words[i] in "([" and (before[:1].isalnum() or before[-1:].isalnum()):
            _leave_out_acronym(words, seen, place, keep)
    return keep


def _hyphen(words: Sequence[str], glued: Sequence[bool], place: int) -> str:
    """A word; a hyphen within a name ("al-Maliki") as one that no dateline ends with."""
    inner = words[place] == "-" and place > 0 and glued[place - 1] and glued[place]
    return "al" if inner else words[place]


def _dateline(words: Sequence[str], seen: Sequence[int]) -> int:
    """How many words at the start are a dateline or a speaker's name.

    "JERUSALEM (AP) --", "Paris, 3 May (Reuters) The", "Washington -", "Mexico: Since", "MS. PSAKI: Good".
    """
    if len(seen) > 1 and _PLACED.match(words[seen[0]]):
        return 1  # "AYACUCHO.- A column"
    agency = dated = False
    for place, i in enumerate(seen[:_LONGEST_DATELINE]):
        word = words[i]
        dated = dated or word.lower().rstrip(".") in _MONTHS
        after = words[seen[place + 1]][:1] if place + 1 < len(seen) else ""
        starts = after.isupper() or (after != "" and after in "\"“‘'")
        if place and (
            _DASH.match(word)
            or word == "):"
            or (word == ":" and (place < _LONGEST_SPEAKER or dated or words[seen[place - 1]] == ")"))
        ):
            return place + 1 if starts else 0
        agency = agency or word in _AGENCIES
        if word == ")" and agency and not _DASH.match(after):
            return place + 1 if starts else 0
        if not (word[:1].isupper() or word[:1].isdigit() or word in _DATELINE_WORDS | _AGENCIES):
            return 0
    return 0


def _stand(words: Sequence[str], seen: Sequence[int], place: int) -> int:
    """Where a caption's ", second left," ends that begins at a comma; 0 where there is none."""
    for end in (place + 1, place + 2):
        told = [words[i].lower() for i in seen[place + 1 : end + 1]]
        closed = end + 1 < len(seen) and words[seen[end + 1]] == ","
        if closed and told and told[-1] in _SIDES and set(told[:-1]) <= _RANKS:
            return end + 2
    return 0


def _leave_out_suffix(words: Sequence[str], seen: Sequence[int], place: int, keep: list[bool]) -> None:
    if not words[seen[place - 1]][:1].isupper():
        return
    keep[seen[place]] = keep[seen[place + 1]] = False
    if place + 2 < len(seen) and words[seen[place + 2]] == ",":
        keep[seen[place + 2]] = False


def _of_another_script(letter: str) -> bool:
    """Whether a character is a letter of another script than the Latin one."""
    return letter.isalpha() and letter > "\u024f" and not "\u1e00" <= letter <= "\u1eff"


def _leave_out_acronym(words: Sequence[str], seen: Sequence[int], place: int, keep: list[bool]) -> None:
    """Leave out a short form or a name in another script: "(PLO)", "[3]", "(Arabic: ...)"."""
    closing = {"(": ")", "[": "]"}[words[seen[place]]]
    for end in range(place + 2, min(place + _LONGEST_ASIDE, len(seen))):
        if words[seen[end]] != closing:
            continue
        inner = "".join(words[seen[i]] for i in range(place + 1, end))
        short = end < place + 5 and _ACRONYM.match(inner)
        if short or (closing == "]" and inner.isdigit()) or any(map(_of_another_script, inner)):
            for i in range(place, end + 1):
                keep[seen[i]] = False
        return


def unbroken(words: Sequence[str]) -> list[int]:
    """The places of words that start no sentence: those after an initial of a name or a title."""
    out = []
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        upper = word[:1].isupper()
        titled = (before.lower() in _TITLES or before in ABBREVIATED) and (before[-2:] != "S." or not upper)
        if titled or (_INITIAL.match(before) and upper and place > 1 and words[place - 2][:1].isupper()):
            out.append(place)
    return out
