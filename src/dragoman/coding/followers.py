"""Who did as another did: "France expelled four envoys. *Belgium followed suit*."

The act is that of the event told last before, by somebody else; "followed *Mexico's* lead" names by whom. It
is done to the same side.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.otherside import distinct
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Parse, Token
from dragoman.lexicon.entry import Entry

RULE = "follow.suit"
_WEIGHT = 0.6
_REACH = 2  # sentences back
_LED = frozenset({"lead", "example", "suit", "footstep"})


def followers(parse: Parse, mentions: Mentions, drafts: Sequence[Draft]) -> list[Draft]:
    """The events of those who did as was told just before; none where nothing was."""
    out: list[Draft] = []
    taken = {w.i for d in drafts for w in d.trigger.words}
    for token in parse.tokens:
        words = _following(token)
        if not words or token.i in taken or syntax.negated(token) or syntax.is_passive(token):
            continue
        subject = syntax.surface_subject(token)
        actors = [] if subject is None else [p for t in subject.conjuncts() for p in mentions.parties(t)]
        actors = distinct([p for p in actors if p.political])
        led = _led(token, drafts, actors, mentions)
        if not actors or led is None:
            continue
        entry = Entry(RULE, led.type, led.mode, verb=(token.lemma,), weight=_WEIGHT)
        others = [p for p in led.recipients if not any(p.same_as(a) for a in actors)]
        trigger = Trigger(token, entry, words, 1)
        out.append(Draft(trigger, led.type, led.mode, actors, others, RULE, _WEIGHT))
    return out


def _following(verb: Token) -> tuple[Token, ...]:
    """The words of "follow suit", "follow X's lead", "do the same", "do likewise", "as did"; else none."""
    if verb.pos not in syntax.VERBAL or verb.lemma not in ("follow", "do"):
        return ()
    target = verb.child("obj")
    if verb.lemma == "follow":
        led = target is not None and target.lemma in _LED
        return (verb, target) if target is not None and led else ()
    if target is not None and target.lower == "same":
        return (verb, target)
    likewise = next((c for c in verb.kids("advmod") if c.lower == "likewise"), None)
    if likewise is not None:
        return (verb, likewise)
    mark = verb.child("mark")
    subject = verb.child("subj")
    turned = mark is not None and mark.lower == "as" and subject is not None and subject.i > verb.i
    return (mark, verb) if mark is not None and turned else ()


def _nearest(draft: Draft) -> tuple[int, int, int]:
    """The last sentence first; of its acts those of the main clause, not what it came after."""
    above = sum(1 for t in draft.token.ancestors() if syntax.is_verb(t) and draft.token.rel != "conj")
    return -draft.sentence.i, above, -draft.trigger.start


def _led(verb: Token, drafts: Sequence[Draft], actors: Sequence[Party], mentions: Mentions) -> Draft | None:
    """The event that is followed: the last before by somebody else, or by whose lead it names."""
    target = verb.child("obj")
    owner = target.child("poss") if target is not None else None
    named = mentions.parties(owner) if owner is not None else []
    for draft in sorted(drafts, key=_nearest):
        if draft.trigger.start >= verb.start or not 0 <= verb.sent.i - draft.sentence.i <= _REACH:
            continue
        if any(a.same_as(p) for a in actors for p in draft.parties):
            continue
        if named and not any(n.same_as(a) for n in named for a in draft.actors):
            continue
        return draft
    return None
