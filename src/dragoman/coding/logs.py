"""Logs and diaries: texts of clauses without subject or verb, each entry told on the day that it is dated.

"State visit; met with the king. Signed a treaty." In such a text an act without a date of its own took place
at the date of the entry, which is the document's, and a day near that date is meant, before it or after.
"""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.language import Parse, Sentence
from dragoman.model import Document, When

_HALF = 0.5


def is_log(doc: Document, parse: Parse) -> bool:
    """Whether most sentences of a dated text leave out subject or verb (with an implied actor: any)."""
    if not doc.published or not parse.sentences:
        return False
    fragments = sum(map(_is_fragment, parse.sentences))
    if doc.actor is not None:
        return fragments > 0
    return fragments > _HALF * len(parse.sentences)


def _is_fragment(sentence: Sentence) -> bool:
    if any(not token.text for token in sentence.tokens):
        return True
    if any(token.rel in ("subj", "subjpass", "csubj", "expl") for token in sentence.tokens):
        return False
    return not syntax.is_verb(sentence.root) or sentence.root.tag in ("VBN", "VBG")


def entry_date(doc: Document) -> When:
    """The date of the entry, for an act that the log leaves undated."""
    return When(
        span=None, edtf=doc.published or "", basis="the date of the log entry, which is the document's"
    )
