"""According to whom: which attributions of a text report which events.

An event is reported by the sources whose content holds its trigger, or another telling of it, from the
innermost out; and by tags and datelines over its paragraph. The cue of a speech act is its own event, not a
report of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.attribution import FoundAttribution
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.language import Token
from dragoman.model import Attribution, Document, Quote, Said

#: speech acts whose content is still a report of what happened
_REPORTING_ACTS = frozenset({"deny", "warn", "complain", "rule", "advise"})


def records(doc: Document, found: Sequence[FoundAttribution]) -> list[Attribution]:
    """The attributions as the record holds them, in the same order."""
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
    return Said(span=span, cue=cue, name=name or span.text, kind=item.kind)  # type: ignore[arg-type]
