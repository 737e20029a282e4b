"""Triggers: which words of the text are the words of a lexicon entry, in a frame that fits it.

For each trigger word all entries that its lemma names are tried, the most specific first (an entry that also
asks for an object, a preposition or a clause is more specific than one that does not). An entry of no type
blocks those after it: "met its target" is no meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding import syntax
from dragoman.language import Parse, Sentence, Token
from dragoman.lexicon.entry import Entry
from dragoman.lexicon.loader import Lexicon


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word with an entry that fits it. `words` are all tokens that belong to the trigger."""

    token: Token
    entry: Entry
    words: tuple[Token, ...]
    specificity: int

    @property
    def start(self) -> int:
        """Start of the trigger's words in the text."""
        return min(t.start for t in self.words)

    @property
    def end(self) -> int:
        """End of the trigger's words in the text."""
        return max(t.end for t in self.words)


def find_triggers(parse: Parse, lexicon: Lexicon) -> Iterator[list[Trigger]]:
    """For each trigger word the entries that fit, best first; entries after a block are left out."""
    for sentence in parse.sentences:
        yield from sentence_triggers(sentence, lexicon)


def sentence_triggers(sentence: Sentence, lexicon: Lexicon) -> Iterator[list[Trigger]]:
    """The triggers of one sentence."""
    for token in sentence.tokens:
        entries = candidates(token, lexicon)
        if entries:
            fitting = _fitting(token, entries)
            if fitting:
                yield fitting


def candidates(token: Token, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries that have the token as a trigger word, by its part of speech."""
    if token.pos in ("VERB", "AUX"):
        return () if token.rel in ("amod", "compound") else lexicon.by_verb.get(token.lemma, ())
    if token.pos in ("NOUN", "PROPN"):
        return lexicon.by_noun.get(token.lemma, ()) or lexicon.by_noun.get(token.lower, ())
    if token.pos == "ADJ":
        found = lexicon.by_adjective.get(token.lemma, ()) or lexicon.by_adjective.get(token.lower, ())
        if not found and token.tag in ("VBN", "VBD", "VBG"):
            found = lexicon.by_verb.get(token.lemma, ())
        return found
    return ()


def considered(token: Token, entries: tuple[Entry, ...]) -> list[tuple[Entry, Trigger | None, str]]:
    """Each entry with the trigger it makes of the token, or None and why not (for `explain`)."""
    return [(entry, *_fit(token, entry)) for entry in entries]


def _fitting(token: Token, entries: tuple[Entry, ...]) -> list[Trigger]:
    found = [t for t in (_fit(token, entry)[0] for entry in entries) if t is not None]
    found.sort(key=lambda t: (-t.specificity, t.entry.type is not None, -t.entry.weight, t.entry.id))
    out = []
    for trigger in found:
        if trigger.entry.type is None:
            break
        out.append(trigger)
    return out


def _fit(token: Token, entry: Entry) -> tuple[Trigger | None, str]:
    """The trigger that an entry makes of a token, else None and the reason."""
    words, specificity = _words(token, entry)
    if not words:
        return None, "not these words"
    reason = _verb_misfit(token, entry) if entry.verb else _common_misfit(token, entry, token)
    if reason:
        return None, reason
    if entry.object:
        specificity += 2
        target = _object(token, entry)
        if target is not None:
            words = (*words, target)
    specificity += 2 * len(entry.with_prep) + (2 if entry.near else 0)
    specificity += (1 if entry.clause else 0) + (2 if entry.clause_verb else 0)
    specificity += (1 if entry.political else 0) + (3 if entry.type is None else 0)
    return Trigger(token, entry, tuple(words), specificity), ""


def _words(token: Token, entry: Entry) -> tuple[tuple[Token, ...], int]:
    best: tuple[tuple[Token, ...], int] = ((), 0)
    for item in entry.verb or entry.noun or entry.adjective:
        parts = item.split()
        found = (
            _phrasal(token, parts) if entry.verb else
            _adjacent(token, parts, first=bool(entry.adjective))
        )  # fmt: skip
        if found and len(found) > len(best[0]):
            best = (found, 3 * (len(parts) - 1))
    return best


def _phrasal(token: Token, parts: list[str]) -> tuple[Token, ...]:
    """A verb with the particles or prepositions that follow it: "call on", "crack down on"."""
    if token.lemma != parts[0]:
        return ()
    if len(parts) == 1:
        return (token,)
    found = [token]
    pool = [c for c in token.subtree()[:60] if c.i > token.i] if len(parts) > 1 else []
    for word in parts[1:]:
        match = next(
            (
                c for c in pool
                if (c.lower == word or c.lemma == word) and c not in found
                and (c.head is token or c.head in found or c.i == found[-1].i + 1)
            ),
            None,
        )  # fmt: skip
        if match is None and (by := next((c for c in token.children if c.lower == word), None)):
            match = by
        if match is None:
            return ()
        found.append(match)
    return tuple(found)


def _adjacent(token: Token, parts: list[str], *, first: bool) -> tuple[Token, ...]:
    """A run of words that ends (or, for adjectives, starts) at the token."""
    if len(parts) == 1:
        return (token,) if parts[0] in (token.lemma, token.lower) else ()
    tokens = token.sent.tokens
    place = token.i - tokens[0].i
    begin = place if first else place - len(parts) + 1
    if begin < 0 or begin + len(parts) > len(tokens):
        return ()
    run = tokens[begin : begin + len(parts)]
    if all(p in (t.lemma, t.lower) for p, t in zip(parts, run, strict=True)):
        return tuple(run)
    return ()


def _verb_misfit(token: Token, entry: Entry) -> str:
    if entry.clause or entry.clause_verb:
        inner = syntax.complement(token)
        if entry.clause == "ing":
            inner = inner or next((c for p in token.kids("prep") for c in p.kids("pcomp")), None)
        if inner is None:
            return f"no clause after {token.text!r}"
        if entry.clause == "to" and inner.tag not in ("VB",) and not _infinitive(inner):
            return "the clause is no infinitive"
        if entry.clause == "that" and _infinitive(inner):
            return "the clause is no statement"
        if entry.clause_verb and inner.lemma not in entry.clause_verb:
            return f"{inner.lemma!r} is not a verb that it takes"
    return _common_misfit(token, entry, token)


def _infinitive(verb: Token) -> bool:
    return verb.tag == "VB" and any(c.rel == "aux" and c.lower == "to" for c in verb.children)


def _object(token: Token, entry: Entry) -> Token | None:
    target = syntax.direct_object(token) if token.pos in ("VERB", "AUX") else None
    if target is None:
        return None
    for candidate in target.conjuncts():
        if _is_one_of(candidate, entry.object):
            return candidate
    return None


def _is_one_of(token: Token, lemmas: frozenset[str]) -> bool:
    if token.lemma in lemmas or token.lower in lemmas:
        return True
    for child in token.children:
        if child.rel == "compound" and f"{child.lower} {token.lemma}" in lemmas:
            return True
        if child.rel == "amod" and f"{child.lower} {token.lemma}" in lemmas:
            return True
        if child.rel == "prep" and child.lower == "of" and token.lemma in _MEASURES:
            return any(_is_one_of(t, lemmas) for t in child.kids("pobj"))
    return False


#: nouns that count or part what follows "of": "a series of talks", "two rounds of strikes"
_MEASURES = frozenset({
    "series", "round", "number", "set", "pair", "host", "wave", "dozen", "hundred", "thousand",
    "string", "kind", "type", "form", "range", "package", "bit", "lot", "raft", "slew", "couple",
})  # fmt: skip


def _common_misfit(token: Token, entry: Entry, top: Token) -> str:
    if entry.object and _object(token, entry) is None:
        return "the object is not one that it takes"
    if entry.not_object:
        target = syntax.direct_object(token) if token.pos in ("VERB", "AUX") else None
        if target is None and entry.noun:
            target = next(iter(syntax.prep_objects(token, "of")), None)
        if target is not None and _is_one_of(target, entry.not_object):
            return f"{target.text!r} is an object that it does not take"
    for word, lemmas in entry.with_prep.items():
        targets = syntax.prep_objects(token, word)
        target = syntax.direct_object(token) if token.pos in ("VERB", "AUX") else None
        if target is not None:
            targets += syntax.prep_objects(target, word)
        if not any(t for t in targets if not lemmas or _is_one_of(t, lemmas)):
            return f"no {word!r} with one of its words"
    if entry.near or entry.not_near:
        below = top.subtree()[:80]
        lemmas_below = {t.lemma for t in below} | {t.lower for t in below}
        direct = {t.lemma for t in top.children} | {t.lower for t in top.children}
        if top.rel in ("amod", "compound"):
            direct |= {top.head.lemma, top.head.lower}
            lemmas_below |= {top.head.lemma, top.head.lower}
        if entry.near and not entry.near & lemmas_below:
            return "none of the words that must be near"
        if entry.not_near & direct:
            return "a word stands near that it excludes"
    return ""
