"""Who might take part in an event, and what the assigner looks at: each as a list of named features.

Candidates are the parties that the rules found and the states, bodies of states and armed groups that the
sentence names beside them, one a state (or a name, where there is no state). Features are the role that the
rules gave, the event's type and entry, the path from the trigger to the words that name the party, and what
kind of party it is. Names never enter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.language import Sentence, Token
from dragoman.model.ontology import TYPES

ACTOR, RECIPIENT, NONE = "actor", "recipient", "none"
Mention = tuple[Token | None, Party]
Named = list[tuple[Token, Party]]
_PARTS = frozenset({"compound", "nmod", "det"})
_UP, _DOWN = 4, 4  # steps of a path that count


@dataclass(frozen=True, slots=True)
class Candidate:
    """One that may take part in an event: what names it, the role that the rules gave it, its features."""

    key: str
    party: Party
    role: str
    features: tuple[str, ...]


def key_of(party: Party) -> str:
    """What is one party here: a state with all its organs, or a name."""
    return party.country or "#" + (party.name or "").casefold()


def mentions_of(sentence: Sentence, mentions: Mentions) -> Named:
    """The states, bodies of states and armed groups that a sentence names, in its order."""
    known = mentions.in_sentences.get(sentence.i)
    if known is None:
        known = mentions.in_sentences[sentence.i] = _named(sentence, mentions)
    return known


def _named(sentence: Sentence, mentions: Mentions) -> Named:
    found: Named = []
    for token in sentence.tokens:
        named = token.pos in ("NOUN", "PROPN", "PRON", "NUM")
        if not named and token.rel != "amod":
            continue
        if token.rel in _PARTS and token.pos != "PROPN":
            continue
        if token.pos == "ADJ":
            parties = mentions.before.modifiers(token.head) if token.rel == "amod" else []
        else:
            parties = mentions.parties(token)
        seated = len(parties) == 1 and token.rel in _PARTS and mentions.sites.seat(parties[0], token.head)
        found += [(token, p) for p in parties if _counts(p) and not seated]
    return found


def _counts(party: Party) -> bool:
    return party.kind != "place" and bool(party.country or party.sector in ("IGO", "REB"))


def candidates(draft: Draft, named: Sequence[tuple[Token, Party]]) -> list[Candidate]:
    """Those who may take part in an event; `named` is what `mentions_of` found in its sentence."""
    own = [p for p in draft.parties if p.start >= 0]
    groups: dict[str, list[Mention]] = {}
    for party in draft.parties:
        groups.setdefault(key_of(party), []).append((party.head, party))
    for token, party in named:
        key = key_of(party)
        if key not in groups and (_within(party, own) or _part(token, named)):
            continue
        groups.setdefault(key, []).append((token, party))
    roles = _Roles(draft)
    others = len(groups) - len(roles.actors | roles.recipients)
    return [_candidate(draft, key, group, roles, others) for key, group in groups.items()]


def _within(party: Party, own: Sequence[Party]) -> bool:
    return any(party.start < other.end and other.start < party.end for other in own)


def _part(token: Token, named: Sequence[tuple[Token, Party]]) -> bool:
    """Whether a word is but part of what names another."""
    if token.rel not in _PARTS:
        return False
    return any(p.start <= token.start < p.end and head is not token for head, p in named)


class _Roles:
    """The roles that the rules gave in one event."""

    def __init__(self, draft: Draft) -> None:
        self.actors = {key_of(p) for p in draft.actors}
        self.recipients = {key_of(p) for p in draft.recipients}
        self.numbers = f"{min(len(self.actors), 2)}{min(len(self.recipients), 2)}"

    def of(self, key: str) -> str:
        return ACTOR if key in self.actors else RECIPIENT if key in self.recipients else NONE


def _candidate(draft: Draft, key: str, group: Sequence[Mention], roles: _Roles, others: int) -> Candidate:
    role = roles.of(key)
    here = [(path(draft.token, t), t, p) for t, p in group if t is not None and t.sent is draft.sentence]
    best = min(here, key=lambda way: len(way[0]), default=None)
    found = list(_of_role(draft, role, roles.numbers))
    found += (
        _of_words(draft, role, roles.numbers, *best)
        if best
        else [f"other:{role}", f"other-type:{role}:{draft.type}"]
    )
    found.append(f"others:{role}:{min(others, 3)}:{roles.numbers}")
    found.append(f"state:{role}:{group[0][1].country is not None}")
    found.append(f"number:{role}:{min(len(group), 3)}")
    found.append(f"inferred:{role}:{'+'.join(sorted(group[-1][1].inferred))}")
    if TYPES[draft.type].symmetric:
        found = [f"s.{feature}" for feature in found]
    return Candidate(key, best[2] if best else group[0][1], role, tuple(dict.fromkeys(found)))


def _of_role(draft: Draft, role: str, numbers: str) -> Iterator[str]:
    word = "verb" if draft.trigger.entry.verb else "noun"
    yield "bias:"
    yield f"role:{role}"
    yield f"role-type:{role}:{draft.type}"
    yield f"role-type-number:{role}:{draft.type}:{numbers}"
    yield f"role-number:{role}:{numbers}"
    yield f"role-word:{role}:{word}:{numbers}"
    yield f"role-entry:{role}:{draft.entry}"


def _of_words(draft: Draft, role: str, numbers: str, way: str, token: Token, party: Party) -> Iterator[str]:
    word = "verb" if draft.trigger.entry.verb else "noun"
    rel = f"{token.rel}:{_preposition(token.head) if token.rel == 'pobj' else ''}"
    yield f"path:{way}"
    yield f"path-word:{word}:{way}"
    yield f"path-type:{draft.type}:{way}"
    yield f"role-path:{role}:{way}"
    yield f"role-path-number:{role}:{numbers}:{way}"
    yield f"kind:{role}:{party.kind}"
    yield f"sector:{role}:{party.sector}"
    yield f"rel:{role}:{rel}"
    yield f"rel-type:{draft.type}:{rel}"
    yield f"side:{role}:{'before' if token.i < draft.token.i else 'after'}:{numbers}"
    yield f"far:{role}:{min(abs(token.i - draft.token.i) // 6, 4)}:{numbers}"


def path(trigger: Token, token: Token) -> str:
    """The relations from a trigger up to what it shares with a word, and down to the word."""
    above = [trigger, *trigger.ancestors()]
    steps = {t.i: n for n, t in enumerate(above)}
    down: list[Token] = []
    current = token
    while current.i not in steps:
        down.append(current)
        if current.head is current:
            return "none"
        current = current.head
    up = [t.rel for t in above[: steps[current.i]]]
    names = [
        f"pobj:{_preposition(t.head)}" if t.rel == "pobj" else t.rel
        for t in reversed(down)
        if t.rel not in ("prep", "conj")
    ]
    return "^".join(up[:_UP]) + "|" + ">".join(names[:_DOWN])


def _preposition(word: Token) -> str:
    """A preposition with the one that it goes on from: "according to"."""
    return f"{word.head.lower}_{word.lower}" if word.head.rel == "prep" else word.lower
