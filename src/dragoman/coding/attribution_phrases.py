"""Attribution without a verb: "according to X", "X's claim that", tags, datelines, bylines, colons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.attribution_spans import Pair, clause, trim
from dragoman.coding.attribution_words import AttributionWords
from dragoman.language.tree import Parse, Token

_TAG = re.compile(r"[\[(]\s*(Sources?|Via)\s*:\s*([^\])\n]{2,80})[\])]", re.IGNORECASE)
_DATELINE = re.compile(r"[^\W\d_][^\n()]{0,60}?\(([A-Z][\w .&-]{1,40})\)\s*[-–—]{1,2}\s")
_BYLINE = re.compile(r"By ((?:[A-Z][\w.'’-]+ ?){2,5})\s*(?:\n|$)")
_COLON = re.compile(r"([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):\s+(?=[\"“A-Z])")
_CLAUSE = frozenset({"VERB", "AUX"})


def according(token: Token, text: str) -> tuple[Token, Token, Pair | None] | None:
    """Source, last word of the cue and content of "according to X"."""
    to = token if token.lower == "to" else token.child("prep", "pcomp", "aux")
    if to is None or to.lower != "to":
        return None
    source = to.child("pobj")
    if source is None:
        return None
    return source, to, clause(text, _clause_of(token), {token.i})


def _clause_of(token: Token) -> Token:
    """The clause that a phrase belongs to."""
    for above in token.ancestors():
        if above.pos in _CLAUSE:
            return above
    return token.sent.root


def noun(token: Token, text: str, words: AttributionWords) -> tuple[Token, Pair | None] | None:
    """Source and content of "X's claim that", "in X's view", "X has no doubt that"."""
    source = token.child("poss") or _of(token)
    body = token.child("acl", "ccomp")
    if body is not None and body.tag in {"VBN", "VBG"} and body.child("mark") is None:
        body = None
    verb = token.head
    if body is None and token.rel == "subj" and verb.lemma == "be":
        body = verb.child("ccomp", "xcomp")
    if body is None:
        stance = token.rel == "pobj" and verb.lower == "in" and token.lower in words.stances
        if not stance or source is None:
            return None
        return source, clause(text, _clause_of(verb), {verb.i})
    if source is None and token.rel == "obj" and verb.lemma in words.support:
        source = verb.child("subj")
    if source is None or source.lower in {"there", "who", "which", "that"}:
        return None
    return source, clause(text, body)


def _of(token: Token) -> Token | None:
    for prep in token.children:
        if prep.rel in {"prep", "agent"} and prep.lower in {"of", "by", "from", "among"}:
            return prep.child("pobj")
    return None


def layout(parse: Parse) -> Iterator[tuple[Pair, Pair | None, Pair | None, str]]:
    """Source, cue, content and kind of tags, datelines, bylines and speakers before a colon."""
    text = parse.text
    bounds = [*parse.paragraphs, len(text)]
    colons: list[tuple[Pair, Pair | None]] = []
    for start, end in pairwise(bounds):
        dateline = _DATELINE.match(text, start, end)
        if dateline:
            yield dateline.span(1), None, trim(text, dateline.end(), len(text)), "media"
        byline = _BYLINE.match(text, start, end)
        if byline and end < len(text):
            yield byline.span(1), None, trim(text, end, len(text)), "media"
        for tag in _TAG.finditer(text, start, end):
            yield tag.span(2), tag.span(1), trim(text, start, tag.start()), "media"
        colon = _COLON.match(text, start, end)
        if colon and len(colon[1]) > 1:
            colons.append((colon.span(1), trim(text, colon.end(), end)))
    names = {text[a:b] for (a, b), _ in colons}
    for source, content in colons:
        quoted = content is not None and text[content[0] - 1] in '"“'
        if quoted or len(names) < len(colons):
            yield source, None, content, ""
