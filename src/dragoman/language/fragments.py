"""Clauses that leave their subject out, as logs, diaries and tables do: "Met with the king; signed a treaty."

A parser trained on full sentences takes "Met" for a name. Such a clause is parsed again with a pronoun before
it; the pronoun stays in the tree as a token of no width, the subject that the writer left out. Nothing is
changed where the second parse does not have the word as a verb with that subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dragoman.language.tree import Token

PRONOUN = "He "
_SUBJECTS = frozenset({"subj", "subjpass", "csubj", "expl"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp", "csubj"})
_OPENERS = "([\"“'‘-–—•* "

#: for a string as many parses as are asked of it, each the tokens of its sentences
Reparsed = dict[str, list[list[list[Token]]]]


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    text = files("dragoman.language").joinpath("fragments.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, word = line.partition("\t")
            found.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in found.items()}


def asked(text: str, tokens: list[Token]) -> list[str]:
    """What `restore_subjects` will ask to have parsed again for a sentence."""
    return [string for _, string in _clauses(text, tokens)]


def _clauses(text: str, tokens: list[Token]) -> list[tuple[Token | None, str]]:
    """The clauses of a sentence that some have no subject in: the verb that opens each, and what to parse."""
    pieces = _pieces(tokens)
    opened = [_opening(piece) for piece in pieces]
    if not any(verb is not None for verb in opened) or (opened[0] is None and _has_subject(pieces[0])):
        return []
    found: list[tuple[Token | None, str]] = []
    for piece, verb in zip(pieces, opened, strict=True):
        plain = text[piece[0].start : piece[-1].end]
        found.append((verb, plain if verb is None else _prefixed(plain)))
    return found


def restore_subjects(text: str, tokens: list[Token], again: Reparsed) -> list[list[Token]]:
    """The sentences of a parsed sentence: those of its clauses without a subject parsed again, each its own.

    `again` holds the parses of what `asked` named, and is used up.
    """
    clauses = _clauses(text, tokens)
    if not clauses:
        return [tokens]
    out: list[list[Token]] = []
    for piece, (verb, string) in zip(_pieces(tokens), clauses, strict=True):
        begin, end = piece[0].start, piece[-1].end
        if verb is not None:
            found = _with_pronoun(text, end, verb.start, string, again)
        else:
            found = [_moved(part, begin) for part in again[string].pop()]
        if found is None:
            return [tokens]
        out.extend(found)
    return out


def _prefixed(plain: str) -> str:
    opening = plain.lstrip(_OPENERS)
    return PRONOUN + opening[0].lower() + opening[1:]


def _pieces(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens between semicolons."""
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        pieces[-1].append(token)
        if token.text == ";":
            pieces.append([])
    return [piece for piece in pieces if any(c.isalnum() for token in piece for c in token.text)]


def _opening(piece: list[Token]) -> Token | None:
    """The verb that opens a clause without a subject, by its form and by what the first parse has."""
    words = _words()
    place = 0
    while place < len(piece) and (piece[place].text in _OPENERS or piece[place].lower in words["before"]):
        place += 1
    if place >= len(piece) - 1:
        return None
    verb = piece[place]
    if not _past(verb.lower, words) or piece[place + 1].text == ",":
        return None
    return None if _has_subject([token for token in piece if token.i > verb.i]) else verb


def _has_subject(piece: list[Token]) -> bool:
    """Whether a main clause within has a subject."""
    inside = set(piece)
    return any(t.rel in _SUBJECTS and t.head in inside and not _aside(t.head, inside) for t in piece)


def _past(word: str, words: dict[str, frozenset[str]]) -> bool:
    if word in words["past"]:
        return True
    return len(word) > 4 and word.endswith("ed") and word not in words["not"] and word.isalpha()


def _aside(verb: Token, inside: set[Token]) -> bool:
    """Whether a verb stands in a clause that hangs on another word: its subject is not the sentence's."""
    token = verb
    while token in inside:
        if token.rel in _ASIDE:
            return True
        if token.head is token:
            break
        token = token.head
    return False


def _with_pronoun(text: str, end: int, verb: int, string: str, again: Reparsed) -> list[list[Token]] | None:
    """The piece parsed with a pronoun before its first word; None where the verb does not come out as one."""
    begin = end - len(string) + len(PRONOUN)
    parsed = again[string].pop()
    first = parsed[0]
    target = next((t for t in first if begin + t.start - len(PRONOUN) == verb), None)
    if target is None or target.pos not in ("VERB", "AUX") or target.tag not in ("VBD", "VBN"):
        return None
    pronoun = first[0]
    if pronoun.rel not in ("subj", "subjpass") or pronoun.head is not target:
        return None
    out = [_moved(part, begin - len(PRONOUN)) for part in parsed]
    first[1].text = text[first[1].start : first[1].end]
    pronoun.start = pronoun.end = first[1].start
    pronoun.text = pronoun.lower = pronoun.lemma = ""
    return out


def _moved(tokens: list[Token], by: int) -> list[Token]:
    for token in tokens:
        token.start += by
        token.end += by
    return tokens
