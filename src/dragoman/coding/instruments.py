"""Agreements: the instruments that a text names, with parties, date, scope and standing."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.noun_phrases import phrase_bounds
from dragoman.coding.party import Party
from dragoman.coding.phrases import PhraseFinder
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Parse, Token
from dragoman.model import Agreement, Document
from dragoman.model.ontology import Standing

_BACK = frozenset({"document", "text", "agreement", "treaty", "accord", "pact", "deal", "instrument"})


class Instruments:
    """Finds agreements and what the text says of them."""

    def __init__(self) -> None:
        words = load_words("instruments")
        self._nouns = as_set(words, "nouns")
        self._weak = as_set(words, "weak")
        self._standing: dict[str, Standing] = {
            verb: name for name, verbs in words["standing"].items() for verb in verbs
        }
        domains: dict[str, list[str]] = words["domains"]
        self.domains = PhraseFinder((w, name) for name, found in domains.items() for w in found)

    def find(self, doc: Document, parse: Parse, mentions: Mentions, drafts: list[Draft]) -> list[Agreement]:
        """The agreements of a text, one for each instrument, the first naming of each."""
        found: list[tuple[Token, Agreement]] = []
        for token in parse.tokens:
            if token.lemma not in self._nouns or token.pos not in ("NOUN", "PROPN"):
                continue
            item = self._agreement(token, doc, parse, mentions, drafts)
            if item is not None and not any(_same(item, other) for _, other in found):
                found.append((token, item))
        return [item for _, item in found]

    def _agreement(
        self, token: Token, doc: Document, parse: Parse, mentions: Mentions, drafts: list[Draft]
    ) -> Agreement | None:
        event = self._event(token, drafts)
        standing = self._told_standing(token, event)
        named = any(t.tag == "NNP" for t in token.kids("compound", "amod")) or token.tag == "NNP"
        modified = bool(token.kids("amod", "compound"))
        if event is None and not (named and modified):
            return None
        if token.lemma in self._weak and not modified:
            return None
        first, last = phrase_bounds(token, tail=False)
        while first.i < token.i and (first.pos in ("DET", "PRON", "NUM") or first.rel == "poss"):
            first = parse.tokens[first.i + 1]
        span = doc.span(first.start, last.end)
        parties = self._parties(token, mentions, event)
        if not parties:
            return None
        return Agreement(
            title=span.text, span=span, parties=tuple(parties),
            when=event.when.edtf if event and event.when and standing else None,
            scope=self._scope(token, parse), standing=standing,
            event=event.id if event else None,
        )  # fmt: skip

    def _event(self, token: Token, drafts: list[Draft]) -> Draft | None:
        """The event that acts on the instrument: the draft above it, in the same sentence."""
        chain = [token, *list(token.ancestors())[:4]]
        for above in chain:
            for draft in drafts:
                if above in draft.trigger.words and draft.type in ("SUPPORT", "AGREE", "CONSULT", "REJECT"):
                    return draft
            if syntax.is_verb(above) and above is not token:
                break
        return None

    def _told_standing(self, token: Token, event: Draft | None) -> Standing | None:
        governors: list[Token] = [*token.kids("acl", "relcl", "amod"), *list(token.ancestors())[:3]]
        if event is not None:
            governors.insert(0, event.token)
        for governor in governors:
            standing = self._standing.get(governor.lemma)
            if governor.lemma == "signing" or (governor.lemma == "signature"):
                standing = "signed"
            if governor.lemma == "ratification":
                standing = "ratified"
            if standing is None:
                continue
            if event is not None and event.status in ("planned", "possible", "anticipated", "denied"):
                return "negotiated" if standing in ("signed", "ratified", "in force") else None
            return standing
        return None

    def _parties(self, token: Token, mentions: Mentions, event: Draft | None) -> list[str]:
        own: list[Party] = []
        for word in ("between", "among", "with"):
            for target in syntax.prep_objects(token, word):
                for part in target.conjuncts():
                    own.extend(mentions.parties(part))
        own.extend(mentions.before.modifiers(token))
        if event is not None:
            own = [*event.actors, *event.recipients, *own]
        out: list[str] = []
        for party in own:
            name = party.country or party.name
            if name and name not in out:
                out.append(name)
        return out

    def _scope(self, token: Token, parse: Parse) -> tuple[str, ...]:
        """What the instrument is about: domains in its own phrase and in the next sentence on it."""
        scope: list[str] = []
        first, last = phrase_bounds(token)
        for label, *_ in self.domains.find(parse.tokens[first.i : last.i + 1]):
            if label not in scope:
                scope.append(label)
        for sentence in parse.sentences[token.sent.i + 1 : token.sent.i + 2]:
            opening = [t.lemma for t in sentence.tokens[:4] if t.pos == "NOUN"][:1]
            if not opening or opening[0] not in _BACK | {token.lemma}:
                continue
            for label, *_ in self.domains.find(sentence.tokens):
                if label not in scope:
                    scope.append(label)
        return tuple(scope)


def _same(a: Agreement, b: Agreement) -> bool:
    mine, theirs = a.title.casefold().split(), b.title.casefold().split()
    if a.event and a.event == b.event:
        return True
    return mine[-1] == theirs[-1] and (set(mine) <= set(theirs) or set(theirs) <= set(mine))
