"""The record as a page: the text at the left, what was read from it at the right.

One file, no script, nothing from the network: a hash in the Content-Security-Policy admits the one style
sheet and nothing else. Lighting the evidence of a card is done by the style sheet (`:has`), going there
by links, so both work from the keyboard.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from dragoman.export import words
from dragoman.export.markup import link, one
from dragoman.export.page_cards import cards_html, lists_html
from dragoman.export.page_text import text_html
from dragoman.export.safe import line
from dragoman.model import Reading
from dragoman.model.ids import content_id

_LIT = 300  # events of one document whose evidence lights up; each costs the browser a rule
_KEY = (
    ("trigger", "what happened"), ("actor", "who"), ("recipient", "with or to whom"), ("when", "when"),
    ("where", "where"), ("source", "according to"), ("topic", "about, tone, standing"),
    ("agreement", "agreement"), ("outlook", "outlook"), ("unknown", "left open"),
)  # fmt: skip


def reading_page(readings: Sequence[Reading]) -> str:
    """One self-contained HTML page of the readings, with a list of contents where they are several."""
    style = _style(readings, page=True)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    titles = [_title(reading) for reading in readings]
    head = escape(line(titles[0])) if len(titles) == 1 else f"{len(titles)} texts read"
    body = "\n".join(
        reading_article(reading, f"d{number}", number) for number, reading in enumerate(readings, 1)
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{head} · Dragoman</title>\n<style>{style}</style>\n</head>\n"
        f'<body class="dragoman">\n{_masthead(readings)}<main id="main">\n{body}\n</main>\n</body>\n</html>'
    )


def reading_fragment(reading: Reading) -> str:
    """The record as a piece of HTML for a notebook; its styles hold inside it alone."""
    prefix = content_id("r", reading.document.id, reading.reader, length=8) + "-"
    style = _style([reading], page=False)
    return f'<div class="dragoman"><style>{style}</style>{reading_article(reading, prefix, None)}</div>'


def _style(readings: Sequence[Reading], *, page: bool) -> str:
    assets = files("dragoman.export") / "assets"
    names = ("record.css", "page.css") if page else ("record.css",)
    sheets = [(assets / name).read_text("utf-8") for name in names]
    most = min(_LIT, max((len(reading.events) for reading in readings), default=0))
    sheets += [light(number) for number in range(1, most + 1)]
    return "".join(sheets)


def light(number: int) -> str:
    """The style by which evidence lights up with its card, and a card with its evidence."""
    card = f".c{number}:is(:hover,:focus-within,:target)"
    return (
        f".dragoman .sides:has({card}) .text .e{number}{{color:var(--ink);"
        "background:color-mix(in srgb,var(--role) var(--glow),transparent)}\n"
        f".dragoman .sides:has(.text .e{number}:not(.sentence):is(:hover,:focus)) .c{number}"
        "{border-color:var(--quad)}\n"
    )


def _title(reading: Reading) -> str:
    return reading.document.title or f"Document {reading.document.id}"


def _masthead(readings: Sequence[Reading]) -> str:
    events = sum(len(reading.events) for reading in readings)
    summary = f"{words.counted(len(readings), 'text')}, {words.counted(events, 'event')}"
    version = ", ".join(dict.fromkeys(reading.reader for reading in readings))
    skip = '<a class="skip" href="#main">To the record</a>\n'
    facts = f"<span>{summary}</span><span>{one(version)}</span>"
    head = f'<header class="masthead"><h1>The record</h1>{facts}</header>\n'
    if len(readings) < 2:
        return skip + head
    rows = "".join(_contents_row(reading, number) for number, reading in enumerate(readings, 1))
    return f'{skip}{head}<nav aria-label="Contents"><ol class="contents">{rows}</ol></nav>\n'


def _contents_row(reading: Reading, number: int) -> str:
    doc = reading.document
    facts = [doc.publisher or "", words.date_words(doc.published) if doc.published else ""]
    facts.append(words.counted(len(reading.events), "event"))
    small = one(" · ".join(fact for fact in facts if fact))
    return (
        f'<li><a href="#d{number}"><small>{number}</small><b>{one(_title(reading))}</b>'
        f"<small>{small}</small></a></li>"
    )


def reading_article(reading: Reading, prefix: str, number: int | None) -> str:
    """The text at the left and the record at the right; ids in it begin with the prefix."""
    place = f' id="d{number}"' if number else ""
    which = f" {number}" if number else ""
    if reading.events:
        cards = cards_html(reading, prefix)
    else:
        cards = '<p class="remark">No event was read from this text.</p>'
    inferred = any(a.inferred for event in reading.events for a in (*event.actors, *event.recipients))
    legend = (
        '<p class="legend">° inferred: not in the text, but from its context or the knowledge base</p>'
        if inferred
        else ""
    )
    return (
        f'<article class="reading"{place}>\n{_head(reading)}\n<div class="sides">\n'
        f'<section class="text" aria-label="Text{which}" tabindex="0">{_key(reading)}'
        f'<div class="words">{text_html(reading, prefix)}</div></section>\n'
        f'<section aria-label="Record{which}">{cards}{lists_html(reading, prefix)}{legend}</section>\n'
        "</div>\n</article>"
    )


def _key(reading: Reading) -> str:
    if not reading.events and not reading.attributions:
        return ""
    items = "".join(f'<li><span class="s {role}">{name}</span></li>' for role, name in _KEY)
    return f'<ul class="key" aria-label="Marks in the text">{items}</ul>'


def _head(reading: Reading) -> str:
    doc = reading.document
    facts = [one(doc.publisher)] if doc.publisher else []
    facts.append(one(words.date_words(doc.published)) if doc.published else "date unknown")
    facts.append(words.counted(len(doc.text.split()), "word"))
    facts.append(words.counted(len(reading.events), "event"))
    if doc.url:
        facts.append(link(doc.url))
    notes = "".join(f'<p class="remark">{one(note)}</p>' for note in reading.notes)
    return (
        f'<header class="head"><h2>{one(_title(reading))}</h2>'
        f'<p class="facts">{" · ".join(facts)}</p>{notes}</header>'
    )
