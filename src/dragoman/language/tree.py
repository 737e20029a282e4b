"""The parse of a text, in the project's own terms.

Everything that reads syntax reads these classes, never the parser's own: `dragoman.language.parser` is
the one place that knows spaCy. Offsets are code points of the whole text.

Relations (`Token.rel`), from head to dependant:
    root subj subjpass csubj obj iobj prep pobj agent poss compound amod appos conj cc relcl acl advcl
    ccomp xcomp pcomp aux auxpass neg mark advmod npmod attr acomp oprd prt det nummod punct dep expl
    parataxis intj case nmod quantmod predet preconj
`agent` is the "by" of a passive; its `pobj` is who acts. Parts of speech are Universal (`pos`) and Penn
(`tag`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

Told = TypeVar("Told")
_PLACE = attrgetter("i")

#: verbs of what happens, begins and ends
HAPPENING = frozenset({
    "occur", "happen", "ensue", "begin", "open", "resume", "continue", "end", "start", "conclude", "break",
    "erupt", "flare", "rage", "intensify", "subside",
})  # fmt: skip


class Token:
    """One word with its place in the tree."""

    __slots__ = (
        "children", "end", "head", "i", "lemma", "lower", "pos", "rel", "sent", "start", "tag", "text",
    )  # fmt: skip

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    rel: str
    head: Token
    children: list[Token]
    sent: Sentence

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, rel: str) -> None:
        self.i = i
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.pos = pos
        self.tag = tag
        self.rel = rel
        self.head = self
        self.children = []

    def __repr__(self) -> str:
        return f"<{self.text}/{self.pos}/{self.rel}>"

    def child(self, *rels: str) -> Token | None:
        """The first dependant with one of these relations."""
        for token in self.children:
            if token.rel in rels:
                return token
        return None

    def kids(self, *rels: str) -> list[Token]:
        """All dependants with one of these relations, in order of the text."""
        found = []  # a loop: a comprehension is a call more before Python 3.12, and most words have few
        for token in self.children:
            if token.rel in rels:
                found.append(token)
        return found

    def ancestors(self) -> Iterator[Token]:
        """The heads above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list[Token]:
        """This token and all below it, in order of the text."""
        out = [self]
        if self.children:
            for token in out:
                out.extend(token.children)
            out.sort(key=_PLACE)
        return out

    def conjuncts(self) -> list[Token]:
        """The coordinated tokens to the right, this one first: "Russia, China and Iran" from "Russia"."""
        out = [self]
        if not self.children:
            return out
        for token in out:
            for child in token.children:
                if child.rel == "conj":
                    out.append(child)
        if len(out) > 1:
            out.sort(key=_PLACE)
        return out

    @property
    def first_conjunct(self) -> Token:
        """The leftmost of the coordination this token stands in."""
        token = self
        while token.rel == "conj" and token.head is not token:
            token = token.head
        return token


class Sentence:
    """A sentence: its tokens in order and its root."""

    __slots__ = ("end", "i", "known", "root", "start", "tokens", "words")

    def __init__(self, i: int, tokens: list[Token]) -> None:
        self.i = i
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.root = next((t for t in tokens if t.rel == "root"), tokens[0])
        #: all lower-case forms and lemmas, to see at once what does not stand here
        self.words = frozenset(w for t in tokens for w in (t.lower, t.lemma))
        #: what functions that are `told_once` have told of its tokens
        self.known: dict[object, Any] = {}

    def __repr__(self) -> str:
        return f"<Sentence {self.i} [{self.start}, {self.end})>"


def told_once(tell: Callable[[Token], Told]) -> Callable[[Token], Told]:
    """Let a function of a token answer from memory the second time: a finished tree does not change."""

    @wraps(tell)
    def remembered(token: Token) -> Told:
        known, key = token.sent.known, (tell, token.i)
        try:
            told: Told = known[key]
        except KeyError:
            told = known[key] = tell(token)
        return told

    return remembered


class Parse:
    """The tokens and sentences of a whole text."""

    __slots__ = ("_starts", "paragraphs", "sentences", "text", "tokens")

    def __init__(self, text: str, sentences: list[Sentence], paragraphs: Sequence[int] = ()) -> None:
        self.text = text
        self.sentences = sentences
        self.tokens = [t for s in sentences for t in s.tokens]
        self._starts = [t.start for t in self.tokens]
        #: offsets at which a paragraph starts, in order
        self.paragraphs = list(paragraphs) or [0]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the offset, else the one before it."""
        place = bisect_right(self._starts, offset) - 1
        return self.tokens[place] if place >= 0 else None

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that lie within [start, end)."""
        low = bisect_right(self._starts, start - 1)
        out = []
        for token in self.tokens[low:]:
            if token.start >= end:
                break
            if token.end <= end:
                out.append(token)
        return out

    def paragraph_of(self, offset: int) -> int:
        """The number (0-based) of the paragraph at the offset."""
        return max(0, bisect_right(self.paragraphs, offset) - 1)


Row = tuple[str, str, str, str, str, int]


def build_parse(text: str, sentences: Iterable[Sequence[Row]]) -> Parse:
    """A parse made by hand, for tests: rows (text, lemma, pos, tag, rel, head index in the sentence)."""
    built: list[Sentence] = []
    offset = count = 0
    for number, rows in enumerate(sentences):
        tokens = []
        for word, lemma, pos, tag, rel, _head in rows:
            offset = text.index(word, offset)
            tokens.append(Token(count, offset, word, lemma, pos, tag, rel))
            offset += len(word)
            count += 1
        for token, row in zip(tokens, rows, strict=True):
            attach(token, tokens[row[5]])
        built.append(finish(number, tokens))
    return Parse(text, built)


def attach(token: Token, head: Token) -> None:
    """Hang a token under its head (a root is its own head)."""
    token.head = head
    if head is not token:
        head.children.append(token)


def move(token: Token, head: Token, rel: str | None = None) -> None:
    """Hang a token that has a head under another one, as what it was or as `rel`.

    A root stays where it is, and so does what the new head itself hangs on: the tree has no circles.
    """
    if token.head is token or token is head or any(above is token for above in head.ancestors()):
        return
    token.head.children.remove(token)
    attach(token, head)
    token.rel = rel or token.rel


def finish(number: int, tokens: list[Token]) -> Sentence:
    """The sentence of these attached tokens, with children in order of the text."""
    sentence = Sentence(number, tokens)
    for token in tokens:
        token.sent = sentence
        if len(token.children) > 1:
            token.children.sort(key=lambda t: t.i)
    return sentence
