"""Attributions: every "who says what" of a text, whether or not it holds an event.

Method: cue words (verbs of saying, believing and intending; nouns, adjectives and phrases that do the same)
are looked up by lemma, and source and content are read off the tree around each. The relations are those of
attribution corpora such as PARC (Pareti 2012) and PDTB: source, cue, content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.attribution_kinds import PRONOUNS, KindOf, source_kind
from dragoman.coding.attribution_phrases import according, layout, noun
from dragoman.coding.attribution_spans import Pair, Quotes, clause, phrase, trim
from dragoman.coding.attribution_verbs import adjective, cited, relayed, speaker, verb_content
from dragoman.coding.attribution_words import AttributionWords, attribution_words
from dragoman.language.tree import Parse, Token
from dragoman.model import Document


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One "who says what". Spans are code points of the text; `nested_in` is a place in the same list.

    `plain` is true of saying and believing, false of speech acts ("accused", "urged").
    """

    source: Pair
    cue: Pair | None
    content: Pair | None
    kind: str
    nested_in: int | None
    source_head: Token
    cue_head: Token | None
    plain: bool


def find_attributions(parse: Parse, doc: Document, kind_of: KindOf | None = None) -> list[FoundAttribution]:
    """The attributions of a text, by position; spans are trimmed and never empty.

    `kind_of` may name the kind of a source by its head word, before the word lists are asked.
    """
    words = attribution_words()
    found = [*_cued(parse, words), *_laid_out(parse, doc)]
    found.sort(key=lambda f: (f.cue or f.source, f.source))
    return _nest(_kinds(_once(found), words, kind_of))


def _cued(parse: Parse, words: AttributionWords) -> Iterator[FoundAttribution]:
    quotes: Quotes | None = None
    for token in parse.tokens:
        lemma = token.lemma
        if lemma in words.reporting and (named := cited(token, parse.text)) is not None:
            yield from _made(parse, named[0], token, None, named[1], True)
        elif lemma in words.verbs and token.pos in {"VERB", "AUX"}:
            if lemma in words.reporting and (told := relayed(token)) is not None:
                content = verb_content(parse, told[1], told[0], words, Quotes(parse))
                yield from _made(parse, told[0], token, None, content, True)
                continue
            source = speaker(token)
            if source is not None:
                quotes = quotes or Quotes(parse)
                content = verb_content(parse, token, source, words, quotes)
                yield from _made(parse, source, token, None, content, lemma not in words.acts)
        elif token.lower == "according":
            yield from _according(parse, token)
        elif lemma in words.nouns and token.pos == "NOUN":
            pair = noun(token, parse.text, words)
            if pair is not None:
                yield from _made(parse, pair[0], token, None, pair[1], True)
        if lemma in words.adjectives or token.lower in words.adjectives:
            parts = adjective(token, words)
            if parts is not None:
                body = clause(parse.text, parts[1])
                yield from _made(parse, parts[0], token, None, body, True)


def _according(parse: Parse, token: Token) -> Iterator[FoundAttribution]:
    parts = according(token, parse.text)
    if parts is not None:
        source, to, content = parts
        yield from _made(parse, source, token, (token.start, max(token.end, to.end)), content, True)


def _made(
    parse: Parse, source: Token, cue: Token, words_of_cue: Pair | None, content: Pair | None, plain: bool
) -> Iterator[FoundAttribution]:
    span = phrase(parse.text, source, cue)
    here = words_of_cue or trim(parse.text, cue.start, cue.end)
    if span is None or here is None or content is None:
        return
    yield FoundAttribution(span, here, content, "", None, source, cue, plain)


def _laid_out(parse: Parse, doc: Document) -> Iterator[FoundAttribution]:
    for source, cue, content, kind in layout(parse):
        span = trim(doc.text, *source)
        head = (parse.token_at(span[1] - 1) or next(iter(parse.tokens), None)) if span else None
        if span is not None and head is not None and content is not None:
            yield FoundAttribution(span, cue, content, kind, None, head, None, True)


def _once(found: list[FoundAttribution]) -> list[FoundAttribution]:
    """One attribution a cue and content: the first."""
    seen: set[tuple[Pair | None, Pair]] = set()
    out = []
    for item in found:
        key = (item.cue, item.source)
        if key not in seen:
            seen.add(key)
            out.append(item)
    return out


def _kinds(
    found: list[FoundAttribution], words: AttributionWords, kind_of: KindOf | None
) -> list[FoundAttribution]:
    last: str | None = None
    named: dict[str, str] = {}
    out = []
    for item in found:
        kind = item.kind or source_kind(item.source_head, words, last, kind_of)
        if item.source_head.pos == "PROPN" and not item.kind:
            kind = named.setdefault(item.source_head.text, kind) if kind == "person" else kind
            named[item.source_head.text] = kind
        if item.source_head.lower not in PRONOUNS and not item.kind:
            last = kind
        out.append(replace(item, kind=kind))
    return out


def _nest(found: list[FoundAttribution]) -> list[FoundAttribution]:
    """The smallest longer content that holds an attribution's source or cue is the one it is nested in."""
    openings = sorted(
        ((a.content, i) for i, a in enumerate(found) if a.content is not None and a.cue_head is not None),
        key=lambda pair: pair[0],
    )
    active: list[tuple[Pair, int]] = []
    out = list(found)
    place = 0
    order = sorted(range(len(found)), key=lambda i: found[i].cue or found[i].source)
    for i in order:
        start, end = found[i].cue or found[i].source
        while place < len(openings) and openings[place][0][0] <= start:
            active.append(openings[place])
            place += 1
        active = [a for a in active if a[0][1] > start]
        content = found[i].content
        size = content[1] - content[0] if content else end - start
        holding = [(c[1] - c[0], j) for c, j in active if j != i and c[1] >= end and c[1] - c[0] > size]
        if holding:
            out[i] = replace(found[i], nested_in=min(holding)[1])
    return out
