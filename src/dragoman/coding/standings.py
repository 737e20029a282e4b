"""Applies status to drafts: what is planned among cooperative acts is an agreement to come."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.status import StatusWords, history, standing
from dragoman.coding.timing import in_own_paper, to_come
from dragoman.language import Token
from dragoman.model import Document, Evidence, When
from dragoman.times import year_of

#: acts of cooperation that are AGREE while they are still to come (GUIDELINES, rules 3, 16, 22)
_TO_COME = frozenset({"CONSULT", "SUPPORT", "AID", "COOPERATE", "CONCEDE", "RETREAT"})
_NEAR = 3  # sentences over which background reaches
#: acts that are threatened by saying that they will follow: type -> its modes and what they threaten
_HARMS: dict[str, dict[str, str]] = {
    "SANCTION": {"expel": "expel", "withdraw": "relations", "convict": "arrest"},
    "COERCE": {"arrest": "arrest", "seize": "territory", "deport": "expel"},
    "ASSAULT": {},
}
_HARM = {"SANCTION": "restrict", "COERCE": "restrict", "ASSAULT": "violence"}
#: what one is committed to do, and not to whom: rule 22
_ACTING = frozenset({
    "achieve", "address", "combat", "continue", "contribute", "cooperate", "coordinate", "counter", "deliver",
    "demonstrate", "end", "ensure", "fight", "host", "invest", "partner", "prevent", "provide", "reduce",
    "tackle", "work",
})  # fmt: skip
_FIRST_PERSON = frozenset({"we", "i"})


def set_standing(
    draft: Draft, doc: Document, words: StatusWords, *, home: str | None = None, log: bool = False
) -> None:
    """Set the draft's status, and its type where a planned act is an agreement to come.

    `home` is the state for which the publisher speaks: what its own statement says it will do is a promise.
    In a `log` an act dated after the entry's first day is no plan.
    """
    found = standing(draft.trigger, words)
    draft.status = found.status
    if _refused_request(draft, found.word):
        draft.status = "occurred"
    if (
        found.status == "occurred"
        and draft.when is not None
        and to_come(draft.when.edtf, doc.published)
        and not log
    ):
        if draft.token.tag == "VBD":
            draft.when = None  # "agreed to meet by May": the date of what was agreed
        else:
            draft.status = "planned"
    asked = found.word is not None and found.word.lemma in _ASKED and found.status != "denied"
    if found.word is not None and asked and syntax.is_passive(found.word):
        draft.status = "possible"  # "was urged to release": it is only asked
        span = doc.span(found.word.start, found.word.end)
        draft.evidence.append(Evidence(field="status", value="possible", span=span))
    would = found.word is not None and found.word.lower == "would"  # "would hold talks next month"
    if draft.status == "possible" and would and (_dated_to_come(draft, doc) or _next(draft.token)):
        draft.status = "planned"
    if draft.status == "occurred" and draft.when is None and of_era(draft.token):
        draft.status = "historical"
    since = draft.when is not None and _since(draft.when, doc)
    if (
        draft.status == "occurred"
        and not since
        and history(draft.when.edtf if draft.when else None, doc.published)
    ):
        draft.status = "historical"
    if found.word is not None and draft.status == found.status:
        span = doc.span(found.word.start, found.word.end)
        draft.evidence.append(Evidence(field="status", value=draft.status, span=span))
    if draft.status == "occurred" and draft.type in _TO_COME and _goes_on(draft.token):
        draft.status = "planned"
    if draft.status == "planned" and draft.type == "CONCEDE" and _decided(found.word):
        draft.status = "occurred"
        draft.evidence = [e for e in draft.evidence if e.field != "status"]
    elif draft.status == "planned" and draft.type in _TO_COME:
        promised = draft.type != "CONSULT" and (_first_person(draft) or _speaks_for_itself(draft, home))
        draft.type, draft.mode = "AGREE", None
        if promised:
            draft.status = "occurred"
    elif draft.status == "planned" and draft.type == "AGREE" and _first_person(draft):
        draft.status = "occurred"
    if draft.status == "occurred" and not log and _dated_to_come(draft, doc):
        draft.when = None  # the date is of what is promised, not of the promise
    if draft.type == "SUPPORT" and _commits_to_act(draft):
        draft.type, draft.mode = "AGREE", None
    if draft.type in _HARMS and draft.status in ("planned", "possible") and _on_condition(draft.token):
        draft.mode = _HARMS[draft.type].get(draft.mode or "", _HARM.get(draft.type))
        draft.type, draft.status = "THREATEN", "occurred"
        draft.evidence = [e for e in draft.evidence if e.field != "status"]


def _commits_to_act(draft: Draft) -> bool:
    """Whether several reaffirm that they will do something: "their commitment *to work* together"."""
    noun = next((w for w in draft.trigger.words if w.lemma == "commitment"), None)
    if noun is None or len(draft.actors) < 2:
        return False
    clauses = [c for c in noun.kids("acl") if c.tag == "VB"]
    clauses += [c for p in noun.kids("prep") if p.lower == "to" for c in p.kids("pcomp")]
    return any(c.lemma in _ACTING for c in clauses)


def _on_condition(token: Token) -> bool:
    """Whether an act is to follow if another does something: "will expel the envoy *unless* Chad yields"."""
    verb = syntax.clause_verb(token)
    if not any(c.lower in ("will", "would", "shall", "'ll", "wo") for c in verb.kids("aux")):
        return False
    above = verb.head if verb.rel == "ccomp" else verb
    clauses = [c for v in (verb, above) for c in v.kids("advcl")]
    if any(m.lower in ("if", "unless", "lest") for c in clauses for m in c.kids("mark")):
        return True
    if any(
        a.lower == "should" and a.i == min(t.i for t in c.subtree()) for c in clauses for a in c.kids("aux")
    ):
        return True  # "*should* a teacher be sacked"
    hit = [t for c in verb.kids("obj", "subjpass", "prep") for t in (c, *c.kids("pobj"))]
    return any(d.lower in ("any", "anyone", "whoever") for t in hit for d in (t, *t.kids("det")))


def of_era(token: Token) -> bool:
    """Whether a clause tells of a war or an age that has a name: "during *World War II*"."""
    verb = syntax.clause_verb(token)
    told = [t for p in verb.kids("prep") if p.lower in _DURING for t in p.kids("pobj")]
    for time in told:
        words = {t.lower for t in (time, *time.kids("compound", "amod", "nummod"))}
        if words & {"war", "wars", "era", "ii", "i"} and words & _ERAS:
            return True
    return False


def _since(when: When, doc: Document) -> bool:
    """Whether a time is that from which something goes on: "has trained them *since* 2012"."""
    start = when.span.start if when.span is not None else 0
    return doc.text[max(0, start - 6) : start].casefold() == "since "


def _goes_on(token: Token) -> bool:
    """Whether somebody will go on with what he does: "*will continue to work* with Chad" promises it."""
    verb = syntax.clause_verb(token)
    above = verb.head
    if verb.rel != "xcomp" or above.lemma not in ("continue", "keep"):
        return False
    return any(c.lower in ("will", "'ll", "shall") for c in above.kids("aux")) and not syntax.negated(above)


def _next(token: Token) -> bool:
    """Whether a clause tells of a time to come in any text: "would hold talks *next* month"."""
    verb = syntax.clause_verb(token)
    times = [t for c in verb.kids("npmod", "prep", "advmod") for t in (c, *c.kids("pobj"))]
    return any(t.lower == "tomorrow" or any(m.lower == "next" for m in t.kids("amod")) for t in times)


def _refused_request(draft: Draft, word: Token | None) -> bool:
    """Whether a request was made and refused, not denied: "rejected *Cuba's plea*"."""
    noun = draft.type == "REQUEST" and draft.token.pos not in syntax.VERBAL
    return noun and draft.status == "denied" and word is not None and word.lemma != "deny"


def _dated_to_come(draft: Draft, doc: Document) -> bool:
    return draft.when is not None and to_come(draft.when.edtf, doc.published)


def _decided(word: Token | None) -> bool:
    """Whether a concession is made by the decision itself: "has decided to ease the curfew"."""
    return (
        word is not None
        and word.lemma in ("decide", "order", "rule", "vote", "resolve")
        and word.tag in ("VBD", "VBN", "VBZ")
    )


def _first_person(draft: Draft) -> bool:
    subject = syntax.surface_subject(syntax.clause_verb(draft.token))
    return subject is not None and subject.lower in _FIRST_PERSON


def considered(draft: Draft, words: StatusWords) -> bool:
    """Whether an act that is but possible is said to be in prospect ("may", "is considering").

    Conditions, abilities and permissions tell of no act ("if it attacks", "allows them to strike").
    """
    if draft.status != "possible":
        return True
    said = [e.span.text.lower() for e in draft.evidence if e.field == "status"]
    return not said or any(stem and said[-1].startswith(stem) for stem in words.prospect)


def unopposed(draft: Draft) -> bool:
    """Whether somebody only does not object: "would not *oppose* the accord" refuses nothing."""
    return draft.type == "REJECT" and draft.status == "denied" and draft.token.lemma in _OPPOSING


_DURING = frozenset({"during", "in", "after", "before", "throughout", "following"})
_ERAS = frozenset(
    {"world", "cold", "civil", "colonial", "soviet", "korean", "crimean", "napoleonic", "ottoman"}
)
_ASKED = frozenset({"urge", "ask", "tell", "request", "call", "press", "order", "instruct", "encourage"})
_OPPOSING = frozenset({"oppose", "object", "reject", "block", "veto", "resist", "obstruct", "refuse"})
_RETURNING = frozenset({"sail", "return", "fly", "go", "come", "head", "leave", "travel", "arrive"})


def intended(draft: Draft, mentions: Mentions) -> bool:
    """Whether a plan is somebody's: "her visit will honour him" tells of no plan to honour."""
    if draft.status not in ("planned", "possible") or draft.type != "AGREE":
        return True
    verb = draft.token
    if verb.pos not in syntax.VERBAL or syntax.is_passive(verb):
        return True
    subject = syntax.surface_subject(verb)
    return subject is None or not subject.text or bool(mentions.parties(subject))


def abroad(draft: Draft) -> bool:
    """Whether a visit leads to another state: who returns home visits nobody, nor do troops on their way."""
    if draft.type != "CONSULT" or draft.mode != "visit" or draft.token.lemma not in _RETURNING:
        return True
    if draft.actors and all(p.sector == "MIL" and p.kind == "group" for p in draft.actors):
        return False
    if any("country" in p.inferred and p.kind == "office" for p in draft.actors):
        return True
    return not draft.recipients or {p.country for p in draft.recipients} != {p.country for p in draft.actors}


def _tells(draft: Draft, other: Draft, *, dated: bool) -> bool:
    """Whether an act is told for itself, not to say who somebody is ("met Hamas, which *seized* Gaza").

    In a report, which is `dated`, such an act tells of no age in other sentences either.
    """
    if draft.status != "historical":
        return draft.status == "occurred"
    verb = syntax.clause_verb(draft.token)
    aside = verb.first_conjunct.rel in ("relcl", "acl") and (dated or draft.sentence is other.sentence)
    return not aside and not any(c.lower == "had" for c in verb.kids("aux"))  # "*had signed* a pact in 2006"


def _speaks_for_itself(draft: Draft, home: str | None) -> bool:
    """Whether the subject is the publisher's own state or government, not a person or a unit of it."""
    if home is None or draft.when is not None:
        return False
    return any(
        p.country == home and p.kind in ("country", "organisation") and p.sector == "GOV"
        for p in draft.actors
    )


def background(drafts: Sequence[Draft], *, dated: bool = True) -> None:
    """Undated acts among background are background: the nearest dated acts, before and after, all are."""
    for place, draft in enumerate(drafts):
        if draft.status != "occurred" or (draft.when is not None and year_of(draft.when.edtf) is not None):
            continue
        verb = syntax.clause_verb(draft.token)
        if verb.tag in ("VBZ", "VBP") or any(c.lemma == "have" and c.tag != "VBD" for c in verb.kids("aux")):
            continue
        while verb.tag == "VB" and verb.rel == "xcomp" and syntax.is_verb(verb.head):
            verb = verb.head
        if any(c.tag == "MD" for c in verb.kids("aux")):
            continue
        near = [
            next((d for d in side if d.when is not None and _tells(d, draft, dated=dated)), None)
            for side in (drafts[:place][::-1], drafts[place + 1 :])
        ]
        told = [d for d in near if d is not None and abs(d.sentence.i - draft.sentence.i) <= _NEAR]
        told = [d for d in told if not (dated and in_own_paper(d.trigger))]
        if dated and near[0] is None and draft.sentence.i == 0:
            continue  # what a dated report begins with is its news
        if told and all(d.status == "historical" for d in told):
            draft.status = "historical"
