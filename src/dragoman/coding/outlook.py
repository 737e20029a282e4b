"""The outlook: what a text says is planned or expected, with who says so, about what, by when.

Two sources: forecasts ("analysts anticipate ...") found as attributions, and events that are still to come.
An event told within a forecast is named in it rather than listed again.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import syntax
from dragoman.coding.attribution import FoundAttribution
from dragoman.coding.draft import Draft
from dragoman.coding.instruments import Instruments
from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.timing import Timing
from dragoman.language import Parse, Token
from dragoman.model import Document, Outlook

_TO_COME = frozenset({"planned", "anticipated"})


class Outlooks:
    """Finds expectations and plans."""

    def __init__(self, forecast: frozenset[str], instruments: Instruments) -> None:
        self._forecast = forecast
        self._domains = instruments.domains

    def find(
        self,
        doc: Document,
        parse: Parse,
        drafts: Sequence[Draft],
        said: Sequence[FoundAttribution],
        timing: Timing,
    ) -> list[Outlook]:
        """The outlook of a text, in order."""
        out: list[Outlook] = []
        for item in said:
            cue = item.cue_head
            if cue is None or item.content is None or cue.lemma not in self._forecast:
                continue
            start, end = item.content
            within = [d for d in drafts if start <= d.token.start < end and d.status in _TO_COME]
            out.append(
                Outlook(
                    span=doc.span(start, end), by=(doc.text[item.source[0] : item.source[1]],),
                    topics=self._topics(parse, start, end), horizon=self._horizon(timing, start, end),
                    event=within[0].id if within else None,
                )
            )  # fmt: skip
        for draft in drafts:
            if draft.status in _TO_COME and not any(
                o.span.start <= draft.token.start < o.span.end for o in out
            ):
                out.append(self._of_event(doc, parse, draft, timing))
        return sorted(out, key=lambda o: (o.span.start, o.span.end))

    def _of_event(self, doc: Document, parse: Parse, draft: Draft, timing: Timing) -> Outlook:
        start, end = _extent(draft)
        by = tuple(s.text for s in draft.attribution if s.text) or tuple(
            dict.fromkeys(p.name or doc.text[p.start : p.end] for p in draft.actors if p.name or p.start >= 0)
        )
        horizon = draft.when.edtf if draft.when else self._horizon(timing, start, end)
        return Outlook(
            span=doc.span(start, end), by=by,
            topics=tuple(draft.topics) or self._topics(parse, start, end), horizon=horizon, event=draft.id,
        )  # fmt: skip

    def _topics(self, parse: Parse, start: int, end: int) -> tuple[str, ...]:
        found: list[str] = []
        for label, *_ in self._domains.find(parse.tokens_in(start, end)):
            if label not in found:
                found.append(label)
        return tuple(found)

    def _horizon(self, timing: Timing, start: int, end: int) -> str | None:
        return next((t.edtf for t in timing.inside(start, end) if t.edtf and t.kind == "date"), None)


def _extent(draft: Draft) -> tuple[int, int]:
    """The clause that tells an event: from its first word to the last of its complements."""
    token = draft.token
    if token.pos in syntax.VERBAL:
        tokens = [t for t in _clause(token) if t.rel != "punct"] or [token]
        return tokens[0].start, tokens[-1].end
    first, last = phrase_bounds(token)
    return min(first.start, draft.trigger.start), max(last.end, draft.trigger.end)


def _clause(verb: Token) -> list[Token]:
    """A verb with all below it but coordinated and subordinate clauses, without a gap."""
    out = [verb]
    for token in out:
        out.extend(
            c for c in token.children if not (token is verb and c.rel in ("conj", "cc", "advcl", "parataxis"))
        )
    tokens = sorted(out, key=lambda t: t.i)
    place = tokens.index(verb)
    low = high = place
    while low > 0 and tokens[low].i - tokens[low - 1].i == 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1].i - tokens[high].i <= 1:
        high += 1
    return tokens[low : high + 1]
