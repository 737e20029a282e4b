"""What the caster looks at: who might play a part in an act whose roles the rules leave open.

The candidates are those of the assigner, with nobody cast yet, and the parties that the rules found for one
of the roles. Beside the assigner's features stand the role for which the rules found a party, and where those
who name it stand: as the subject nearest above the trigger or topmost, first, last before it, first after it,
as the owner of something. Names never enter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.coding import syntax
from dragoman.coding.assigner_features import (
    ACTOR,
    NONE,
    RECIPIENT,
    Candidate,
    Named,
    candidates,
    key_of,
)
from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.coding.ranker_features import features
from dragoman.coding.roles import Roles
from dragoman.language import Token

_MOST = 4  # words that name one party which are looked at
_OWNERS = frozenset({"poss", "compound", "amod"})
_WHO, _WHOLE = 2, 5  # numbers above which all are one


def cast_candidates(draft: Draft, found: Roles, named: Sequence[tuple[Token, Party]]) -> list[Candidate]:
    """Those who may play a part in a draft, whoever it has now; `found` is what the rules found of roles."""
    everybody: Named = list(named)
    for party in (*found.actors, *found.recipients):
        if party.head is not None and not any(other is party for _, other in named):
            everybody.append((party.head, party))
    scene, numbers = _Scene(draft, everybody), _numbers(found)
    actors, recipients = ({key_of(p) for p in side} for side in (found.actors, found.recipients))
    out = []
    for candidate in candidates(replace(draft, actors=[], recipients=[]), everybody):
        key = candidate.key
        ruled = ACTOR if key in actors else RECIPIENT if key in recipients else NONE
        more = (*scene.places(key), *_of_rules(ruled, draft.type, numbers))
        out.append(Candidate(key, candidate.party, candidate.role, candidate.features + more))
    return out


def judge_features(draft: Draft, found: Roles) -> list[str]:
    """What tells whether a draft with its cast is an event; `found` says why the rules made none."""
    reason = found.reason or "refused"
    return [
        *features(draft),
        f"reason:{reason}",
        f"reason-type:{reason}:{draft.type}",
        f"rule-numbers:{_numbers(found)}",
    ]


def _numbers(found: Roles) -> str:
    """How many actors and recipients the rules found."""
    return f"{min(len(found.actors), _WHO)}{min(len(found.recipients), _WHO)}"


class _Scene:
    """Where those who are named stand around a trigger."""

    def __init__(self, draft: Draft, named: Named) -> None:
        token = draft.token
        self._named = [(t, p) for t, p in named if t.sent is draft.sentence]
        self._type, self._word = draft.type, _word(draft)
        verbs = [t for t in (token, *token.ancestors()) if t.pos in ("VERB", "AUX")]
        subjects = [s for v in verbs if (s := v.child("subj", "subjpass")) is not None]
        self._near = subjects[0] if subjects else None
        self._top = subjects[-1] if subjects else None
        self._before = [t.i for t, _ in named if t.i < token.i]
        self._after = [t.i for t, _ in named if t.i > token.i]

    def places(self, key: str) -> tuple[str, ...]:
        """The places of one party, each alone, with the kind of trigger, and with the type as well."""
        heads = [t for t, p in self._named if key_of(p) == key][:_MOST]
        found = tuple(dict.fromkeys(place for head in heads for place in self._of(head)))
        return _of_places(found, self._word, self._type, min(len(self._named), _WHOLE))

    def _of(self, head: Token) -> Iterator[str]:
        first = head.first_conjunct
        if self._top is not None and (first is self._top or self._top in head.ancestors()):
            yield "top-subject"
        if self._near is not None:
            if first is self._near:
                yield "near-subject"
            elif self._near in head.ancestors():
                yield "in-near-subject"
        if self._before and head.i == max(self._before):
            yield "last-before"
        if self._before and head.i == min(self._before):
            yield "first"
        if self._after and head.i == min(self._after):
            yield "first-after"
        if first.rel in _OWNERS:
            yield f"owner:{first.head.pos}"


@lru_cache(maxsize=4096)
def _of_places(places: tuple[str, ...], word: str, kind: str, number: int) -> tuple[str, ...]:
    with_word = [f"{place}:{word}" for place in places]
    with_type = [f"{place}:{kind}:{word}" for place in places]
    return (
        *places,
        *with_word,
        *with_type,
        f"word:{word}",
        f"word-type:{word}:{kind}",
        f"named:{number}:{word}",
    )


@lru_cache(maxsize=1024)
def _of_rules(ruled: str, kind: str, numbers: str) -> tuple[str, ...]:
    return (f"rule:{ruled}", f"rule-type:{ruled}:{kind}", f"rule-numbers:{ruled}:{numbers}")


def _word(draft: Draft) -> str:
    """The kind of a trigger: a noun, a verb, or a verb in the passive."""
    token = draft.token
    if not draft.trigger.entry.verb:
        return "noun"
    passive = token.pos in syntax.VERBAL and syntax.is_passive(token)
    return "passive" if passive or (token.tag == "VBN" and token.rel in ("acl", "amod")) else "verb"
