"""Mode, contexts, topics and tone of an event, each with the words it was read from."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.phrases import PhraseFinder, topics_under
from dragoman.language import Parse, Sentence, Token
from dragoman.lexicon.loader import Lexicon
from dragoman.model import Document, Evidence

_DISCUSSING = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_MANNER = frozenset({
    "atmosphere", "manner", "spirit", "tone", "climate", "environment", "exchange", "talk", "discussion",
    "conversation", "meeting", "visit", "ambience", "ambiance", "mood", "welcome", "reception",
})  # fmt: skip
_MULTILATERAL = 3
_SPEAKING = frozenset({"speak", "talk"})
#: words of a clause that tell of people in one place
_TOGETHER = frozenset(
    {"sideline", "margin", "summit", "conference", "person", "visit", "dinner", "lunch", "ceremony"}
)


class Aspects:
    """Reads the lesser fields of drafts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._modes = {
            kind: PhraseFinder((w, mode) for mode, words in sorted(modes.items()) for w in sorted(words))
            for kind, modes in lexicon.modes.items()
        }
        self._contexts = PhraseFinder(
            (w, name) for name, words in sorted(lexicon.contexts.items()) for w in sorted(words)
        )
        tone = frozenset().union(*lexicon.tone.values()) if lexicon.tone else frozenset()
        self._tone: frozenset[str] = tone
        topics = lexicon.topics
        self._topic_verbs = frozenset(topics.get("verbs", ()))
        self._topic_preps = frozenset(topics.get("prepositions", ()))

    def mode(self, draft: Draft, doc: Document) -> None:
        """Set the mode from the entry, else from the words of the clause, else from the parties."""
        finder = self._modes.get(draft.type)
        if finder is not None and (draft.mode is None or draft.mode == "visit"):
            scope = _clause_tokens(draft.token)
            for label, first, last in finder.find(scope):
                if draft.mode == "visit" and label != "third-party":
                    continue
                if draft.mode == "visit":
                    break
                draft.mode = label
                span = doc.span(first.start, last.end)
                draft.evidence.append(Evidence(field="mode", value=label, span=span))
                break
        if draft.type == "CONSULT" and draft.mode is None and len(draft.countries) >= _MULTILATERAL:
            draft.mode = "multilateral"
        if draft.type == "CONSULT" and draft.mode is None and _apart(draft):
            draft.mode = "phone"

    def contexts(self, draft: Draft, doc: Document) -> None:
        """Add the contexts whose words stand in the event's sentence."""
        for label, first, last in self._contexts.find(draft.sentence.tokens):
            if label not in draft.contexts:
                draft.contexts.append(label)
                span = doc.span(first.start, last.end)
                draft.evidence.append(Evidence(field="context", value=label, span=span))
        draft.contexts.sort()

    def tone(self, draft: Draft, doc: Document) -> None:
        """Add the adjectives that describe the event or its atmosphere."""
        heads = [draft.token, *(first for first, _ in draft.mentions)]
        for head in heads:
            for token in _describing(head):
                if token.lower in self._tone and token.lower not in draft.tone:
                    draft.tone.append(token.lower)
                    span = doc.span(token.start, token.end)
                    draft.evidence.append(Evidence(field="tone", value=token.lower, span=span))

    def topics(self, draft: Draft, doc: Document, parse: Parse) -> None:
        """Add what the event is about: after "on", "about", and what the parties discuss in what follows."""
        if draft.type not in _DISCUSSING:
            return
        found: list[tuple[str, int, int]] = []
        for head in (draft.token, *draft.trigger.words, *(first for first, _ in draft.mentions)):
            for word in sorted(self._topic_preps):
                for target in syntax.prep_objects(head, word):
                    found.extend(topics_under(target))
        for sentence in self._following(draft, parse):
            found.extend(self._discussed(sentence, draft))
        dated = [(e.span.start, e.span.end) for e in draft.evidence if e.field == "topic"]
        if draft.when is not None and draft.when.span is not None:
            dated.append((draft.when.span.start, draft.when.span.end))
        for text, start, end in found:
            if text in draft.topics or any(start < e and s < end for s, e in dated):
                continue
            draft.topics.append(text)
            draft.evidence.append(Evidence(field="topic", value=text, span=doc.span(start, end)))

    def _following(self, draft: Draft, parse: Parse) -> list[Sentence]:
        """The event's own sentence and those of its other tellings; for talks, the next ones too."""
        numbers = [draft.sentence.i, *(first.sent.i for first, _ in draft.mentions)]
        if draft.type == "CONSULT" and draft.sentence.i + 1 < len(parse.sentences):
            numbers.append(draft.sentence.i + 1)
        return [parse.sentences[n] for n in sorted(set(numbers))]

    def _discussed(self, sentence: Sentence, draft: Draft) -> list[tuple[str, int, int]]:
        out: list[tuple[str, int, int]] = []
        for token in sentence.tokens:
            if token.lemma in self._topic_verbs and token.pos == "VERB":
                target = token.child("obj")
                if target is not None:
                    out.extend(topics_under(target))
                for word in ("on", "upon", "about"):
                    for target in syntax.prep_objects(token, word):
                        out.extend(topics_under(target))
        return out


def _apart(draft: Draft) -> bool:
    """Whether people of two states spoke from afar: "X spoke today with Y", and nothing of where."""
    if draft.token.lemma not in _SPEAKING or draft.token.pos not in syntax.VERBAL or draft.where is not None:
        return False
    if any(c.lower == "to" for c in draft.token.kids("aux")):
        return False  # "is in Oslo *to talk* with Y"
    if len(draft.countries) != _MULTILATERAL - 1 or any(p.kind == "group" for p in draft.parties):
        return False
    return not any(t.lemma in _TOGETHER for t in _clause_tokens(draft.token))


def _clause_tokens(token: Token) -> list[Token]:
    """The trigger's clause: what its verb governs, without relative clauses and coordinated verbs."""
    top = syntax.clause_verb(token) if token.pos not in syntax.VERBAL else token
    out = [top]
    for current in out:
        for child in current.children:
            if child.rel in ("relcl", "parataxis", "ccomp") or (
                child.rel == "conj" and syntax.is_verb(child)
            ):
                continue
            out.append(child)
    return sorted(out, key=lambda t: t.i)


def _describing(head: Token) -> list[Token]:
    """Adjectives of a noun, of a verb's manner, and of what a noun "was described as"."""
    out: list[Token] = []
    for child in head.children:
        if child.rel == "amod":
            out.extend(child.conjuncts())
    if head.pos in ("VERB", "AUX"):
        out.extend(_manner(head))
    verb = head.head
    if head.rel in ("subj", "subjpass", "obj") and verb.pos in ("VERB", "AUX"):
        for child in verb.kids("acomp", "attr", "oprd"):
            out.extend(child.conjuncts())
        out.extend(_manner(verb))
    return out


def _manner(verb: Token) -> list[Token]:
    out: list[Token] = []
    for prep in verb.kids("prep"):
        if prep.lower == "as":
            for child in prep.kids("amod", "pobj", "pcomp", "acomp"):
                out.extend(child.conjuncts())
        elif prep.lower in ("in", "with", "under"):
            for target in prep.kids("pobj"):
                if target.lemma in _MANNER:
                    for child in target.kids("amod"):
                        out.extend(child.conjuncts())
    return out
