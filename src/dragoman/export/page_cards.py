"""The record of a reading as HTML: a card for each event, then what belongs to no event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.export import words
from dragoman.export.marks import event_marks
from dragoman.export.markup import one
from dragoman.export.page_text import quote_html
from dragoman.export.parties import party
from dragoman.model import Actor, Attribution, EventMention, Reading, Said, Where
from dragoman.model.ontology import TYPES

_CONTENT = 240  # characters of a statement that are shown


def cards_html(reading: Reading, prefix: str) -> str:
    """The cards of all events."""
    cards = (_card(event, number, prefix) for number, event in enumerate(reading.events, 1))
    return f'<ol class="cards">{"".join(cards)}</ol>'


def _card(event: EventMention, number: int, prefix: str) -> str:
    name = one(words.event_title(event))
    state = f'<span class="state {event.status}">{words.STATUS[event.status]}</span>'
    head = f'<a href="#{prefix}e{number}">{name}</a>'
    foot = f"rule {one(event.rule)} · confidence {event.confidence:.2f} · {one(event.id)}"
    return (
        f'<li class="card c{number} {TYPES[event.type].quad}" id="{prefix}c{number}">'
        f'<h3><span class="n">{number}</span>{head}{state}</h3>'
        f"<dl>{''.join(_facts(event))}</dl>"
        f'<blockquote><a href="#{prefix}e{number}">{quote_html(event, event_marks(event))}</a></blockquote>'
        f'<p class="rule">{foot}</p></li>'
    )


def _facts(event: EventMention) -> Iterator[str]:
    other = "with" if TYPES[event.type].symmetric else "to whom"
    yield _row("who", (_party(a, "actor") for a in event.actors))
    yield _row(other, (_party(a, "recipient") for a in event.recipients))
    if event.when:
        date = f'<b class="when">{one(words.date_words(event.when.edtf))}</b>'
        yield _row("when", [f"{date} <small>{one(event.when.basis)}</small>"])
    if event.where:
        yield _row("where", [_where(event.where)])
    yield _row("according to", (_said(said) for said in event.attribution))
    for name, values in (("about", event.topics), ("tone", event.tone), ("context", event.contexts)):
        yield _row(name, [one(", ".join(map(words.tidy, values)))] if values else [])
    yield _row("note", map(one, event.notes))


def _row(name: str, values: Iterable[str]) -> str:
    cells = "".join(f"<dd>{value}</dd>" for value in values)
    return f"<dt>{name}</dt>{cells}" if cells else ""


def _party(actor: Actor, role: str) -> str:
    out = []
    for place, part in enumerate(party(actor)):
        mark = ' class="inferred"' if part.inferred else ""
        text = f"<span{mark}>{one(part.text)}</span>" if mark else one(part.text)
        if place == 0:
            out.append(f'<b class="{role}">{text}</b>')
        elif part.role == "code":
            out.append(f'<span class="code">{text}</span>')
        else:
            out.append(f", {text}")
    return "".join(out)


def _where(where: Where) -> str:
    out = f'<b class="where">{one(where.text or where.name or "?")}</b>'
    if where.text and where.name and where.name.casefold() != where.text.casefold():
        out += f" <small>{one(where.name)}</small>"
    return out + (f'<span class="code">{one(where.country)}</span>' if where.country else "")


def _said(said: Said) -> str:
    cue = f", “{one(said.cue)}”" if said.cue else ""
    return f"{one(said.name or said.text or '?')} <small>({words.SOURCE[said.kind]}{cue})</small>"


def lists_html(reading: Reading, prefix: str) -> str:
    """Agreements, outlook, unknowns, links, and who says what."""
    number = {event.id: place for place, event in enumerate(reading.events, 1)}
    agreements = (
        _item(prefix, "a", n, one(item.title), words.agreement_line(item))
        for n, item in enumerate(reading.agreements, 1)
    )
    outlook = (
        _item(prefix, "o", n, one(item.span.text), words.outlook_line(item))
        for n, item in enumerate(reading.outlook, 1)
    )
    unknowns = (_item(prefix, "u", n, one(item.span.text), "") for n, item in enumerate(reading.unknowns, 1))
    return "".join(
        (
            _list("Agreements", "agreement", agreements),
            _list("Outlook", "outlook", outlook),
            _list("Left open by the text", "unknown", unknowns),
            _list("How the events hang together", "", _links(reading, number, prefix)),
            _statements(reading.attributions, prefix),
        )
    )


def _item(prefix: str, letter: str, number: int, text: str, small: str) -> str:
    note = f" <small>{one(small)}</small>" if small else ""
    return f'<a href="#{prefix}{letter}{number}">{text}</a>{note}'


def _list(title: str, role: str, rows: Iterable[str]) -> str:
    items = "".join(f'<li class="{role}">{row}</li>' for row in rows)
    return f'<section class="more"><h3>{title}</h3><ul>{items}</ul></section>' if items else ""


def _links(reading: Reading, number: dict[str, int], prefix: str) -> Iterator[str]:
    titles = {event.id: words.event_title(event).lower() for event in reading.events}
    for link in reading.links:
        if link.source in number and link.target in number:
            ends = [
                f'<a href="#{prefix}c{number[end]}">{number[end]} {one(titles[end])}</a>'
                for end in (link.source, link.target)
            ]
            yield f"{ends[0]} <small>{words.LINK[link.kind]}</small> {ends[1]}"


def _statements(items: tuple[Attribution, ...], prefix: str) -> str:
    if not items:
        return ""
    rows = "".join(
        f'<li class="source"><a href="#{prefix}s{number}">{_statement(item)}</a></li>'
        for number, item in enumerate(items, 1)
    )
    count = words.counted(len(items), "statement")
    return f"<details><summary>Who says what <small>{count}</small></summary><ul>{rows}</ul></details>"


def _statement(item: Attribution) -> str:
    content = item.content.span.text if item.content else ""
    cut = content[:_CONTENT] + ("…" if len(content) > _CONTENT else "")
    cue = f" {one(item.cue.span.text)}" if item.cue else ""
    said = f": {one(cut)}" if content else ""
    kind = f"<small>({words.SOURCE[item.kind]})</small>"
    return f"<b>{one(item.source.span.text)}</b><small>{cue}</small>{said} {kind}"
