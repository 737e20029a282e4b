"""Links between the events of one document: part_of, follows, outcome_of, implements, responds_to."""

from __future__ import annotations

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Parse, Token
from dragoman.model import Link
from dragoman.times import compatible, earliest

Pair = tuple[str, str, str]


class Links:
    """Finds how the events of a text hang together."""

    def __init__(self) -> None:
        words = load_words("links")
        self._outcome = as_set(words, "outcome")
        self._responds = as_set(words, "responds")
        self._implements = as_set(words, "implements")
        self._held = as_set(words, "held")

    def find(self, drafts: list[Draft], parse: Parse) -> list[Link]:
        """The links of a text, in order of the events."""
        pairs: list[Pair] = []
        for draft in drafts:
            pairs.extend(self._inside_sentence(draft, drafts))
        pairs.extend(self._visits(drafts))
        pairs.extend(_sequence(drafts))
        out: list[Link] = []
        seen: set[frozenset[str]] = set()
        for source, target, kind in pairs:
            key = frozenset((source, target))
            if source != target and key not in seen:
                seen.add(key)
                out.append(Link.model_validate({"from": source, "to": target, "kind": kind}))
        return out

    def _inside_sentence(self, draft: Draft, drafts: list[Draft]) -> list[Pair]:
        out: list[Pair] = []
        below = draft.token
        for above in draft.token.ancestors():
            other = next((d for d in drafts if d is not draft and above in d.trigger.words), None)
            if other is not None and other is not draft:
                kind = self._kind(below, draft)
                if kind:
                    out.append((draft.id, other.id, kind))
                break
            if syntax.is_verb(above) and above.lemma in self._outcome:
                subject = syntax.surface_subject(above)
                event = _event_of(subject, drafts) if subject is not None else None
                event = event or _event_of(above.child("obj"), drafts)
                if event is not None and event is not draft:
                    out.append((draft.id, event.id, "outcome_of"))
                    break
            below = above
        for prep in draft.token.kids("prep"):
            out.extend(self._by_preposition(prep, draft, drafts))
        return out

    def _by_preposition(self, prep: Token, draft: Draft, drafts: list[Draft]) -> list[Pair]:
        out: list[Pair] = []
        for target in (*prep.kids("pobj"), *prep.kids("pcomp")):
            if target.lemma in self._responds:
                for inner in syntax.prep_objects(target, "to") + syntax.prep_objects(target, "for"):
                    event = _event_of(inner, drafts)
                    if event is not None and event is not draft:
                        out.append((draft.id, event.id, "responds_to"))
            event = _event_of(target, drafts)
            if event is None or event is draft:
                continue
            if prep.lower in ("during", "at") or (prep.lower == "on" and event.type == "CONSULT"):
                out.append((draft.id, event.id, "part_of"))
            elif prep.lower in ("after", "following", "since"):
                out.append((draft.id, event.id, "follows"))
            elif prep.lower in ("over", "for") and draft.type in (
                "ACCUSE",
                "SANCTION",
                "PROTEST",
                "THREATEN",
            ):
                out.append((draft.id, event.id, "responds_to"))
            elif prep.lower in ("under", "pursuant"):
                out.append((draft.id, event.id, "implements"))
        return out

    def _kind(self, below: Token, draft: Draft) -> str | None:
        if below.rel == "prep" and below.lower == "during":
            return None  # the event above is part of this one: found from its side
        if draft.token.lemma in self._implements:
            return "implements"
        return None

    def _visits(self, drafts: list[Draft]) -> list[Pair]:
        """Meetings and signings on a visit's day, with its parties, are part of the visit."""
        out: list[Pair] = []
        visits = [d for d in drafts if d.type == "CONSULT" and d.mode == "visit" and d.status in _REAL]
        for draft in drafts:
            if draft.type not in self._held or draft.status not in _REAL:
                continue
            for visit in visits:
                if visit is draft or not _within(draft, visit):
                    continue
                if draft.mode == "visit" and not (
                    draft.token.lemma in _RECEIVE and visit.token.lemma not in _RECEIVE
                ):
                    continue
                out.append((draft.id, visit.id, "part_of"))
                break
        return out


_REAL = frozenset({"occurred", "historical"})
_RECEIVE = frozenset({"receive", "welcome", "host", "greet", "meet"})


def _within(draft: Draft, visit: Draft) -> bool:
    """Whether an act between the visit's parties falls in its days."""
    shared = draft.countries & visit.countries
    if len(shared) < min(2, len(visit.countries)) or abs(draft.sentence.i - visit.sentence.i) > 4:
        return False
    if draft.when is None or visit.when is None:
        return True
    if compatible(draft.when.edtf, visit.when.edtf):
        return True
    mine, theirs = earliest(_year(draft.when.edtf)), earliest(_year(visit.when.edtf))
    return mine is not None and theirs is not None and 0 <= (mine - theirs).days <= 3


def _year(edtf: str) -> str:
    """A date without a year is compared as of one year."""
    return edtf.replace("XXXX", "2000")


def _event_of(token: Token | None, drafts: list[Draft]) -> Draft | None:
    if token is None:
        return None
    for draft in drafts:
        if token in draft.trigger.words or any(a.i <= token.i <= b.i for a, b in draft.mentions):
            return draft
    return None


def _sequence(drafts: list[Draft]) -> list[Pair]:
    """A visit or meeting follows the latest earlier one, on another day, between the same two states."""
    out: list[Pair] = []
    tops = [
        d for d in drafts
        if d.type == "CONSULT" and d.when is not None and d.status in _REAL and d.mode == "visit"
    ]  # fmt: skip
    for draft in tops:
        day = earliest(_year(draft.when.edtf)) if draft.when else None
        before = []
        for other in tops:
            theirs = earliest(_year(other.when.edtf)) if other.when else None
            same = len(draft.countries & other.countries) >= 2
            if other is not draft and day and theirs and same and (day - theirs).days > 3:
                before.append((theirs, other))
        if before:
            out.append((draft.id, max(before, key=lambda item: item[0])[1].id, "follows"))
    return out
