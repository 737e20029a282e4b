"""A web page to the text of its article: trafilatura (Barbaresi 2021), which drops menus, adverts and notes.

Title, publisher and date of publication are taken from the page where it states them and nobody gave them.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from dragoman.errors import BadDate, EmptyInput, InputError, MissingExtra
from dragoman.intake.decode import decode
from dragoman.intake.metadata import Metadata, publication_date

#: elements that may lie in each other before a page counts as hostile
MAX_DEPTH = 400
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "p", "li",
     "td", "tr", "th", "dt", "dd", "option")
)  # fmt: skip
_MARKUP = re.compile(r"<[^<>]*>")


def page(data: bytes, known: Metadata, encoding: str | None = None) -> tuple[str, Metadata]:
    """The text of a page's article and what is known of it.

    EmptyInput where the page has none, InputError where it is no page that can be read.
    """
    source = decode(data, encoding or _declared(data)).text
    if _depth(source) > MAX_DEPTH:
        raise InputError("this page nests its elements too deeply.", hint="Give the text of it instead.")
    text, found = _extracted(source)
    if not text.strip():
        raise EmptyInput("no article was found in this page.", hint="Give the text of it instead.")
    return text, known.over(found)


def plain(markup: str) -> str:
    """The words of a short piece of markup, such as an entry of a feed."""
    blocks = re.sub(r"(?i)<(?:br|/p|/div|/li|/h\d)[^<>]*>", "\n", markup)
    lines = (" ".join(line.split()) for line in unescape(_MARKUP.sub("", blocks)).split("\n"))
    return "\n".join(line for line in lines if line)


def _extracted(source: str) -> tuple[str, Metadata]:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtra(
            "reading web pages needs trafilatura, which is not installed.",
            hint='Run: pip install "dragoman[intake]"',
        ) from error
    try:
        found: Any = bare_extraction(
            source, with_metadata=True, include_comments=False, include_tables=False, favor_precision=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("this page cannot be read.", hint="Give the text of it instead.") from error
    if found is None or not (found.text or "").strip():
        return _whole(source), Metadata()
    publisher = found.sitename or found.hostname
    made = Metadata(published=_day(found.date), publisher=publisher, title=found.title, url=found.url)
    return str(found.text), made


def _whole(source: str) -> str:
    """All words of the body, for pages too short to hold an article."""
    body = re.sub(r"(?is)<(head|script|style|nav|template)\b.*?(?:</\1\s*>|\Z)", " ", source)
    return plain(_uncommented(body))


def _uncommented(source: str) -> str:
    parts, place = [], 0
    while (start := source.find("<!--", place)) >= 0:
        parts.append(source[place:start])
        end = source.find("-->", start + 4)
        place = end + 3 if end >= 0 else len(source)
    return " ".join([*parts, source[place:]])


def _day(value: str | None) -> str | None:
    try:
        return publication_date(value)
    except BadDate:
        return None


def _declared(data: bytes) -> str | None:
    """The encoding that the page itself declares, where Python knows it."""
    import codecs

    match = re.search(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", data[:4_096], re.I)
    if match is None or data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return None
    name = match.group(1).decode("ascii")
    try:
        data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name


def _depth(source: str) -> int:
    """How deeply elements lie in each other at most, by their tags."""
    depth = deepest = 0
    for match in _TAG.finditer(source):
        closing, name, alone = match.groups()
        if alone or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
