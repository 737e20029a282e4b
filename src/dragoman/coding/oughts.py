"""What an official text says that others must do: a request of the state for which it speaks.

"Pyongyang must cease its launches", "Both parties should return to the talks" in a statement of a government
ask for it, though no word of asking stands there. In reporting the same words are a reporter's judgement, so
only texts that speak for a state count; what somebody is quoted as saying is coded by its own words.
"""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.localise import elsewhere
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Parse, Token
from dragoman.lexicon.entry import Entry

RULE = "request.ought"
_MUST = frozenset({"must", "should"})
_ENTRY = Entry(RULE, "REQUEST", verb=("must", "should"), weight=0.6)
_SAID = frozenset({"ccomp", "xcomp", "relcl", "advcl", "acl", "pcomp", "csubj"})


def oughts(parse: Parse, mentions: Mentions, drafts: list[Draft]) -> list[Draft]:
    """The requests of a text by "must" and "should"; none where the text speaks for no state."""
    home = mentions.memory.home
    if home is None:
        return []
    taken = {d.sentence.i: d for d in drafts if d.type == "REQUEST"}
    out = []
    for token in parse.tokens:
        if token.rel != "aux" or token.lower not in _MUST or token.sent.i in taken:
            continue
        verb = token.head
        if verb.rel in _SAID or syntax.negated(verb) or syntax.is_passive(verb) or verb.lemma == "be":
            continue
        asked = _asked(verb, mentions, home)
        if asked:
            speaker = Party(-1, -1, None, home, "GOV", "country", score=0.5, inferred=frozenset({"actor"}))
            trigger = Trigger(verb, _ENTRY, (token, verb), 1)
            out.append(Draft(trigger, "REQUEST", None, [speaker], asked, RULE, _ENTRY.weight))
    return out


def _asked(verb: Token, mentions: Mentions, home: str) -> list[Party]:
    subject = syntax.own_subject(verb)
    if subject is None:
        return []
    found = [p for part in subject.conjuncts() for p in mentions.parties(part) if p.political]
    found = [elsewhere(p, verb.sent, mentions, home) for p in found]
    foreign = [p for p in found if p.country != home and p.sector not in ("CVL", "UNK", None)]
    return foreign if len(foreign) == len(found) else []
