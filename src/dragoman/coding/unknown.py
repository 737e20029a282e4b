"""The unknowns: what the text says was not told."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Parse, Token
from dragoman.model import Document, Quote


class Unknowns:
    """Finds what a text says was not disclosed, is unclear, or was left without comment."""

    def __init__(self) -> None:
        words = load_words("unknowns")
        self._negated = as_set(words, "verbs_negated")
        self._alone = as_set(words, "verbs_alone")
        self._declines = as_set(words, "declines")
        self._declined = as_set(words, "declined")
        self._adjectives = as_set(words, "adjectives")
        self._remain = as_set(words, "remain")
        self._where = as_set(words, "remain_where")
        self._details = as_set(words, "details")

    def find(self, doc: Document, parse: Parse) -> list[Quote]:
        """The unknowns in order of the text, each quoted where it stands."""
        out: list[Quote] = []
        taken: set[tuple[int, int]] = set()
        for token in parse.tokens:
            target = self._target(token)
            if target is None:
                continue
            start, end = _extent(target)
            if end > start and not any(s < end and start < e for s, e in taken):
                taken.add((start, end))
                out.append(Quote(span=doc.span(start, end)))
        return out

    def _target(self, token: Token) -> Token | None:
        if token.pos in ("VERB", "AUX"):
            return self._of_verb(token)
        if token.pos == "ADJ" and token.lower in self._adjectives:
            if token.rel in ("acomp", "oprd", "attr"):
                return _subject_or_clause(token)
            if token.rel == "amod" and token.head.lemma in self._details:
                return token.head
        if token.lemma in self._details and any(c.rel == "det" and c.lower == "no" for c in token.children):
            return token if token.head.lemma in self._negated or token.rel in ("obj", "attr") else None
        return None

    def _of_verb(self, verb: Token) -> Token | None:
        if verb.lemma in self._declines:
            inner = verb.child("xcomp")
            if inner is not None and inner.lemma in self._declined:
                return syntax.direct_object(inner) or inner.child("ccomp", "prep") or inner
            return None
        if verb.lemma in self._alone:
            return syntax.direct_object(verb)
        if verb.lemma in self._negated and syntax.negated(verb):
            passive = syntax.is_passive(verb)
            target = syntax.direct_object(verb) or (None if passive else verb.child("ccomp", "xcomp"))
            if target is None or target.pos == "PRON":
                return None
            if verb.lemma in ("say", "know") and target.rel != "ccomp" and target.lemma not in self._details:
                return None
            return target
        if verb.lemma in self._remain and (subject := syntax.surface_subject(verb)) is not None:
            for child in verb.subtree():
                if child.lemma in self._where and child.rel in ("pobj", "acomp", "attr", "oprd"):
                    return subject
        return None


def _subject_or_clause(token: Token) -> Token | None:
    verb = token.head
    clause = verb.child("ccomp", "csubj", "advcl") or token.child("ccomp")
    subject = verb.child("subj", "subjpass")
    if subject is not None and subject.lower == "it":
        return clause
    return subject if subject is not None and subject.pos != "PRON" else clause


def _extent(token: Token) -> tuple[int, int]:
    tokens = [t for t in token.subtree() if not (t.rel == "punct" and t.head is token)]
    last = tokens[0]
    for current in tokens:  # stop at a gap, where the clause is broken by another
        if current.i - last.i > 2:
            break
        last = current
    return tokens[0].start, last.end
