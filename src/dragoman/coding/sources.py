"""According to whom: which attributions of a text report which events.

An event is reported by the sources whose content holds its trigger, or another telling of it, from the
innermost out; and by tags and datelines over its paragraph. The cue of a speech act is its own event, not a
report of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.attribution import FoundAttribution
from dragoman.coding.attribution_kinds import PRONOUNS, of_private_body
from dragoman.coding.attribution_words import attribution_words
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.language import Token
from dragoman.model import Attribution, Document, Quote, Said

#: sectors of those who speak for a state or a body of states
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})
_KINDS = {"JRN": "media", "EDU": "analyst", "MED": "analyst", "PTY": "official", "OPP": "official"}
_SELF = frozenset({"i", "we"})
#: speech acts whose content is still a report of what happened
_REPORTING_ACTS = frozenset({"deny", "warn", "complain", "rule", "advise"})


def records(doc: Document, found: Sequence[FoundAttribution]) -> list[Attribution]:
    """The attributions as the record holds them, in the same order."""
    # the kinds are those of the word lists; pydantic refuses any other
    return [
        Attribution(
            source=Quote(span=doc.span(*item.source)),
            cue=Quote(span=doc.span(*item.cue)) if item.cue else None,
            content=Quote(span=doc.span(*item.content)) if item.content else None,
            kind=item.kind,  # type: ignore[arg-type]
            nested_in=item.nested_in,
        )
        for item in found
    ]


def with_kinds(found: Sequence[FoundAttribution], mentions: Mentions) -> list[FoundAttribution]:
    """The attributions with the kind of source that the knowledge base tells where the words alone do not.

    Who speaks for a state, a body of states or a party is official, the press media, scholars are analysts, a
    nameless crowd is anonymous. A surname keeps the kind of its first naming; "I" and "we" are who is quoted.
    """
    out: list[FoundAttribution] = []
    named: dict[str, str] = {}
    last: str | None = None
    for item in found:
        head = item.source_head
        kind = _known_kind(item, mentions) or item.kind
        if head.lower in PRONOUNS:
            out.append(replace(item, kind=last or kind))
            continue
        if head.pos == "PROPN" and item.cue_head is not None:
            kind = named.setdefault(head.text, kind) if kind == "person" else kind
            named[head.text] = kind
        for name in head.kids("appos"):
            if name.pos == "PROPN":
                named[name.text] = kind
        last = kind
        out.append(replace(item, kind=kind))
    return [
        replace(item, kind=out[item.nested_in].kind)
        if item.nested_in is not None and item.source_head.lower in _SELF
        else item
        for item in out
    ]


def _known_kind(item: FoundAttribution, mentions: Mentions) -> str | None:
    if item.kind != "person" or item.cue_head is None or item.source_head.pos not in ("NOUN", "PROPN"):
        return None
    said = mentions.doc.text[item.source[0] : item.source[1]].casefold().replace(",", " ").split()
    if not attribution_words().scholarly.isdisjoint(said):
        return "analyst"
    if of_private_body(item.source_head, attribution_words()):
        return None
    for party in mentions.parties(item.source_head):
        if party.sector in _OFFICIAL and (party.country or party.sector == "IGO" or party.office):
            return "official"
        if party.sector in _KINDS:
            return _KINDS[party.sector]
        if party.plural and party.person is None and party.kind == "group":
            return "anonymous"
    return None


def set_sources(
    drafts: Sequence[Draft], found: Sequence[FoundAttribution], doc: Document, mentions: Mentions
) -> None:
    """Give each draft the sources that report it, innermost first."""
    for draft in drafts:
        places = [draft.token, *(first for first, _ in draft.mentions)]
        items = {i for i, item in enumerate(found) if _reports(item, draft, places)}
        for i in sorted(items):
            outer = found[i].nested_in
            if outer is not None and _says(found[outer], draft):
                items.add(outer)
        order = sorted(items, key=lambda i: (_size(found[i]), i))
        said: list[Said] = []
        for i in order:
            one = _said(found[i], doc, mentions)
            if not any(one.name == other.name and one.text == other.text for other in said):
                said.append(one)
        draft.attribution = said


def _reports(item: FoundAttribution, draft: Draft, places: Sequence[Token]) -> bool:
    if item.content is None or not _says(item, draft):
        return False
    start, end = item.content
    return any(start <= t.start and t.end <= end for t in places)


def _says(item: FoundAttribution, draft: Draft) -> bool:
    cue = item.cue_head
    if cue is None:
        return True
    if cue in draft.trigger.words:
        return False
    return item.plain or cue.lemma in _REPORTING_ACTS


def _size(item: FoundAttribution) -> int:
    return item.content[1] - item.content[0] if item.content else 0


def _said(item: FoundAttribution, doc: Document, mentions: Mentions) -> Said:
    span = doc.span(*item.source)
    named = mentions.parties(item.source_head) if item.cue_head is not None else []
    name = next((p.person or p.name or p.holder for p in named if p.person or p.name or p.holder), None)
    cue = doc.text[item.cue[0] : item.cue[1]] if item.cue else None
    # as in `records`: pydantic refuses a kind that is none
    return Said(span=span, cue=cue, name=name or span.text, kind=item.kind)  # type: ignore[arg-type]
