"""Who might take part in an event, and what the assigner looks at: each as a list of named features.

Candidates are the parties that the rules found and the states, bodies of states and armed groups that the
sentence names beside them, one a state (or a name, where there is no state). Features are the role that the
rules gave, the event's type and entry, the path from the trigger to the words that name the party, and what
kind of party it is. Names never enter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.party import Party
from dragoman.language import Sentence, Token
from dragoman.model.ontology import TYPES

ACTOR, RECIPIENT, NONE = "actor", "recipient", "none"
Mention = tuple[Token | None, Party]
Named = list[tuple[Token, Party]]
_Act = tuple[str, str, str]  # mark of acts that both do alike, type, whether a verb or a noun
_PARTS = frozenset({"compound", "nmod", "det"})
_PASSED = frozenset({"prep", "conj"})
_UP, _DOWN = 4, 4  # steps of a path that count


@dataclass(slots=True, unsafe_hash=True)  # never changed; a frozen one takes three times as long to make
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
    roles, ways = _Roles(draft), Ways(draft.token)
    others = len(groups) - len(roles.actors | roles.recipients)
    return [_candidate(draft, key, group, roles, ways, others) for key, group in groups.items()]


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


def _candidate(
    draft: Draft, key: str, group: Sequence[Mention], roles: _Roles, ways: Ways, others: int
) -> Candidate:
    role, sentence = roles.of(key), draft.sentence
    here = [(ways.to(t), t, p) for t, p in group if t is not None and t.sent is sentence]
    best = min(here, key=lambda way: len(way[0]), default=None)
    act = ("s." if TYPES[draft.type].symmetric else "", draft.type, _word(draft))
    numbers, mark = roles.numbers, act[0]
    found = _of_role(act, role, numbers, draft.entry)
    if best:
        way, token, party = best
        found += _of_way(act, role, numbers, way)
        found += _of_words(act, role, token, party)
        found += (
            f"{mark}side:{role}:{'before' if token.i < draft.token.i else 'after'}:{numbers}",
            f"{mark}far:{role}:{min(abs(token.i - draft.token.i) // 6, 4)}:{numbers}",
        )
    else:
        found += (f"{mark}other:{role}", f"{mark}other-type:{role}:{draft.type}")
    found += (
        f"{mark}others:{role}:{min(others, 3)}:{numbers}",
        f"{mark}state:{role}:{group[0][1].country is not None}",
        f"{mark}number:{role}:{min(len(group), 3)}",
        f"{mark}inferred:{role}:{'+'.join(sorted(group[-1][1].inferred))}",
    )
    return Candidate(key, best[2] if best else group[0][1], role, found)


def _word(draft: Draft) -> str:
    return "verb" if draft.trigger.entry.verb else "noun"


@lru_cache(maxsize=4096)
def _of_role(act: _Act, role: str, numbers: str, entry: str) -> tuple[str, ...]:
    """What a role alone tells: the same for all who have it."""
    mark, kind, word = act
    return (
        f"{mark}bias:",
        f"{mark}role:{role}",
        f"{mark}role-type:{role}:{kind}",
        f"{mark}role-type-number:{role}:{kind}:{numbers}",
        f"{mark}role-number:{role}:{numbers}",
        f"{mark}role-word:{role}:{word}:{numbers}",
        f"{mark}role-entry:{role}:{entry}",
    )


@lru_cache(maxsize=8192)
def _of_way(act: _Act, role: str, numbers: str, way: str) -> tuple[str, ...]:
    """What the way from the trigger to a word tells."""
    mark, kind, word = act
    return (
        f"{mark}path:{way}",
        f"{mark}path-word:{word}:{way}",
        f"{mark}path-type:{kind}:{way}",
        f"{mark}role-path:{role}:{way}",
        f"{mark}role-path-number:{role}:{numbers}:{way}",
    )


def _of_words(act: _Act, role: str, token: Token, party: Party) -> tuple[str, ...]:
    """What the word that names somebody tells, and who it is."""
    mark, kind, _ = act
    rel = f"{token.rel}:{_preposition(token.head) if token.rel == 'pobj' else ''}"
    return (
        f"{mark}kind:{role}:{party.kind}",
        f"{mark}sector:{role}:{party.sector}",
        f"{mark}rel:{role}:{rel}",
        f"{mark}rel-type:{kind}:{rel}",
    )


class Ways:
    """The relations from a trigger up to what it shares with a word, and down to the word."""

    def __init__(self, trigger: Token) -> None:
        above = [trigger, *trigger.ancestors()]
        self._steps = {t.i: n for n, t in enumerate(above)}
        self._up = [t.rel for t in above]

    def to(self, token: Token) -> str:
        """The way to a word: "prep^obj|pobj:with>poss"; "none" where there is none."""
        steps = self._steps
        names: list[str] = []
        current = token
        while current.i not in steps:
            rel = current.rel
            if rel == "pobj":
                names.append(f"pobj:{_preposition(current.head)}")
            elif rel not in _PASSED:
                names.append(rel)
            if current.head is current:
                return "none"
            current = current.head
        names.reverse()
        return "^".join(self._up[: steps[current.i]][:_UP]) + "|" + ">".join(names[:_DOWN])


def _preposition(word: Token) -> str:
    """A preposition with the one that it goes on from: "according to"."""
    return f"{word.head.lower}_{word.lower}" if word.head.rel == "prep" else word.lower
