"""Whom an act is done to, where its own words do not say: the other side of what was told just before.

"Troops crossed the border. Chad called *the raid* a provocation", "Kenya vowed *to respond*", "a *move*
that Mali condemned": a reaction without an other side is to whoever acted on the one that reacts, else, where
its object is but a deed, to whoever acted last. "Chad froze trade with Mali and *demanded an apology*": who
goes on acting acts on the same side. "Arrested *at the request of* Mali": who does it was asked. Who condemns
an attack condemns whoever claims it after; an invasion is of the state that the sentence stands by; "our
talks" are with the other that the title tells with the speaker. The state so found is marked as inferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.coreference import FIRST_PERSON
from dragoman.coding.draft import Draft
from dragoman.coding.mentions import Mentions
from dragoman.coding.otherside import RULING
from dragoman.coding.party import Party
from dragoman.coding.sufferers import CLAIMED, harmed_by
from dragoman.coding.wordlists import as_set, load_words, word_set
from dragoman.language import Token
from dragoman.language.calendar import WEEKDAYS
from dragoman.model.ontology import TYPES

_REACTIONS = frozenset({"ACCUSE", "REJECT", "THREATEN", "SUPPORT", "REQUEST", "ASSAULT", "SANCTION"})
#: reactions that only a verb tells: "*returned* fire", "*suspended* trade"
_BLOWS = frozenset({"ASSAULT", "SANCTION"})
#: what somebody does to the one that they act on already
_GOING_ON = frozenset({"ACCUSE", "THREATEN", "REQUEST", "SANCTION"})
#: what somebody does to another, which the other may answer
_PROVOKING = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN", "REQUEST", "REJECT", "MOBILIZE", "PROTEST"}
)
#: what may be refused
_ASKING = frozenset({"REQUEST", "AGREE", "PROTEST"})
_HOLDING = frozenset({"jail", "hold", "detain", "imprison", "seize", "capture", "arrest", "abduct", "kidnap"})
#: acts of force
_STRIKING = frozenset({"ASSAULT", "MOBILIZE"})
_COERCING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_ANY = frozenset(TYPES)
#: acts of force that are no attack
_UNDER_FORCE = frozenset({
    "arrest", "detention", "jailing", "imprisonment", "execution", "hanging", "sentencing", "crackdown",
    "expulsion", "deportation", "blockade", "annexation", "occupation", "coup", "overthrow", "siege",
    "hijacking", "kidnapping", "abduction", "conviction", "intervention", "storming", "beating", "torture",
})  # fmt: skip
#: acts for whoever suffers an invasion
_STANDING_BY = frozenset({"SUPPORT", "AID"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
#: acts done to a land, whose nouns may leave it out
_ON_LAND = frozenset({"invasion", "occupation", "annexation", "conquest"})
#: what owns a deed by its day alone: "*today's* attack"
_TIMES = WEEKDAYS | {
    "today", "yesterday", "tonight", "morning", "night", "week", "weekend", "month", "year",
}  # fmt: skip
#: acts that are seldom done to nobody
_DONE_TO = frozenset({"REQUEST", "THREATEN", "CONCEDE", "REJECT", "ASSAULT"})
_REACH = 2  # sentences back
_HOLDERS = frozenset({"appos", "dep", "npmod", "parataxis"})


class Answers:
    """Finds the other side of reactions from the acts told before them."""

    def __init__(self) -> None:
        words = load_words("answers")
        self._deeds = as_set(words, "deeds")
        self._answering = as_set(words, "answering")
        self._own_acts = as_set(words, "own_acts")
        self._asking = as_set(words, "asking")
        self._force = word_set("triggers", "deeds")

    def settle(self, drafts: Sequence[Draft], mentions: Mentions) -> None:
        """Give reactions that have no other side the one that they answer; `drafts` in order of the text."""
        for place, draft in enumerate(drafts):
            if draft.entry.startswith("consult."):
                draft.actors += _talked_with(draft, mentions)
            if draft.token.lemma in _ON_LAND and not draft.recipients and draft.token.pos == "NOUN":
                draft.recipients = _stood_by(drafts, draft) or _invaded(draft, mentions)
            if draft.type == "ASSAULT" and not draft.recipients:
                draft.recipients = _quelled(drafts[:place], draft) or _victims(draft, mentions)
            if draft.type == "AGREE" and not draft.recipients and len(draft.actors) == 1:
                draft.recipients = _assented(drafts[:place], draft)
            matter = self._is_matter(draft)
            if draft.type not in _REACTIONS or (_has_other_side(draft) and not matter):
                continue
            if draft.type in _BLOWS and draft.token.pos not in syntax.VERBAL:
                continue  # "condemned the attack by Chad"
            deed = self._deed(draft)
            if draft.type == "ASSAULT" and deed is None and _hits_other(draft):
                continue
            found = _asked(draft, mentions) or self._refused(drafts[:place], draft)
            if deed is not None:
                found = found or self._doer(deed, draft, mentions)
            found = found or (_claimers(drafts, draft) if deed is not None else [])
            found = found or self._before(drafts[:place], draft, deed is not None)
            found = found or self._followed(drafts[:place], draft)
            if found:
                draft.recipients, draft.answers = [_inferred(p) for p in found], True
            elif matter:
                draft.recipients = _holders(draft, mentions)

    def complete(self, drafts: Sequence[Draft], mentions: Mentions) -> None:
        """Give acts that are seldom done to nobody, and have no other side yet, the only one in sight."""
        for draft in drafts:
            if draft.type in _DONE_TO and not draft.recipients:
                draft.recipients = _only_other(draft, mentions)

    def _deed(self, draft: Draft) -> Token | None:
        """The deed that is the object of the reaction: "the decision", "a move"."""
        token = draft.token
        target = syntax.direct_object(token) if token.pos in syntax.VERBAL else None
        summed = token.rel == "relcl" and token.head.lemma in self._deeds
        if token.pos in syntax.VERBAL and token.rel == "relcl" and (target is None or summed):
            target = token.head
        if target is None and token.pos in syntax.VERBAL:
            complement = syntax.complement(token)
            target = syntax.own_subject(complement) if complement is not None else None
        if target is not None and target.tag == "WP":
            return target
        if target is None or target.lemma not in self._deeds:
            return None
        owned = any(c.lower not in _TIMES for c in target.kids("poss")) or any(
            c.rel == "prep" and c.lower in ("by", "of", "from") for c in target.children
        )
        return None if owned else target

    def _doer(self, deed: Token, draft: Draft, mentions: Mentions) -> list[Party]:
        """Who does what a deed sums up: the subject of the clause that it stands beside."""
        verb: Token | None
        if deed.tag == "WP":  # "opened the border, in *what* Prague condemned"
            outer = draft.token.head
            verb = syntax.clause_verb(outer.head) if outer.rel == "prep" else None
        elif deed.rel in _HOLDERS or (deed.rel == "pobj" and deed.head.lower == "in"):
            verb = syntax.clause_verb(deed.head)
        else:
            return []
        if verb is None:
            return []
        subject = syntax.subject(verb) if syntax.is_verb(verb) else None
        if subject is None or verb is draft.token:
            return []
        found = [p for part in subject.conjuncts() for p in mentions.parties(part) if p.political]
        return [p for p in found if _stranger(p, draft)]

    def _before(self, earlier: Sequence[Draft], draft: Draft, deed: bool) -> list[Party]:
        """The actors of the newest act done to whoever reacts; of the newest act, if a deed is meant."""
        mine = {p.country for p in draft.actors if p.country}
        goes_on = draft.type in _GOING_ON and draft.token.pos in syntax.VERBAL
        answering = deed or self._answers(draft)
        for other in _newest(earlier, told_of=deed):
            if draft.sentence.i - other.sentence.i > _REACH:
                return []
            if other.status not in ("occurred", "planned", "historical") or not other.actors:
                continue
            if goes_on and _carries_on(other, draft):
                return list(other.recipients)
            aside = draft.token.rel in ("advcl", "relcl", "acl") and other.sentence is draft.sentence
            if draft.open and aside:  # "called for a ban after Chad *cancelled* a project"
                continue
            if deed and other.answers and other.type in _BLOWS:
                continue  # "shelled the island. It returned fire. Lima condemned *the attack*"
            if deed and other.type in _JUDGING and self._deed(other) is not None:
                continue  # "Hungary opposed the move. Serbia welcomed *the decision*"
            strangers = [p for p in other.actors if _stranger(p, draft)]
            if len(strangers) != len(other.actors):
                continue
            done_to_me = other.type in _PROVOKING and any(p.country in mine for p in other.recipients)
            struck = other.type in self._kinds(draft) if deed else True
            if done_to_me or (answering and struck and (deed or other.type in _PROVOKING)):
                return strangers
        return []

    def _followed(self, earlier: Sequence[Draft], draft: Draft) -> list[Party]:
        """On whom another acted just before, as who then recalls an envoy does."""
        if draft.token.lemma not in ("recall", "withdraw") or not draft.open:
            return []
        for other in reversed(earlier):
            if draft.sentence.i - other.sentence.i > 1:
                return []
            if other.type not in _PROVOKING:
                continue
            side = other.actors if other.type in _COERCING - {"SANCTION"} else other.recipients
            if side and all(_stranger(p, draft) for p in side):
                return list(side)
        return []

    def _refused(self, earlier: Sequence[Draft], draft: Draft) -> list[Party]:
        """Who asked or offered what is refused: "Lima offered to mediate. Quito *turned the offer down*".

        The demand is told in the same sentence, in the one before, or in the one before that where the
        refusal names it; it was made to who refuses, or to nobody that is told. Bodies of one state are two
        sides if one of them rules and the other does not.
        """
        if draft.type != "REJECT" or draft.token.pos not in syntax.VERBAL:
            return []
        named = any(t.lemma in self._asking and _definite(t) for t in draft.token.subtree())
        named = named or (draft.token.rel == "relcl" and draft.token.head.lemma in self._asking)
        for other in reversed(earlier):
            back = draft.sentence.i - other.sentence.i
            if back > (_REACH if named else 1):
                return []
            if other.type not in _ASKING or not other.actors:
                continue
            if not back and _but(draft.token, other.token) and _others(other.actors, draft.actors):
                return list(other.actors)
            if not _opposite(other.actors, draft.actors):
                continue
            asked = {p.country for p in other.recipients if p.country}
            mine = {p.country for p in draft.actors if p.country}
            if mine & asked or (named and not (mine and asked)):
                return list(other.actors)
        return []

    def _kinds(self, draft: Draft) -> frozenset[str]:
        """Which acts the deed that is judged may be: one of force is no signing, a raid no closed border."""
        target = self._deed(draft)
        if target is None or target.lemma not in self._force:
            return _ANY
        return _COERCING if target.lemma in _UNDER_FORCE else _STRIKING

    def _is_matter(self, draft: Draft) -> bool:
        """Whether what was taken for the one asked is but the matter: "sought the release of *the crew*"."""
        if draft.type != "REQUEST" or not draft.recipients:
            return False
        heads = [p.head.first_conjunct for p in draft.recipients if p.head is not None]
        target = syntax.direct_object(draft.token) if draft.token.pos in syntax.VERBAL else None
        if target is None:
            target = next((t for p in draft.token.kids("prep") for t in p.kids("pobj")), None)
        if target is None or target.lemma in self._own_acts or len(heads) != len(draft.recipients):
            return False
        return all(h.rel == "pobj" and h.head.lower == "of" and h.head.head is target for h in heads)

    def _answers(self, draft: Draft) -> bool:
        """Whether the words say that it is an answer: "vowed to *retaliate*", "in *response*"."""
        below = draft.token.subtree()[:40]
        return any(t.lemma in self._answering for t in below)


def _only_other(draft: Draft, mentions: Mentions) -> list[Party]:
    """The one other state that is told there or in the sentence before: "*Chad* grew. Mali demanded"."""
    own = {p.country for p in draft.actors}
    if len(own) != 1 or None in own:
        return []
    place = draft.sentence.i
    others = mentions.states_near(place, after=0) - own
    if len(others) != 1:
        return []
    near = mentions.parse.sentences[max(0, place - 1) : place + 1]
    told = [p for s in reversed(near) for t in s.tokens for p in mentions.known(t) if p.country in others]
    return [_inferred(told[0])] if told else []


def _definite(token: Token) -> bool:
    """Whether a noun means what was told: "*the* request", "*this* offer"."""
    return token.pos == "NOUN" and any(c.lower in ("the", "this", "that") for c in token.kids("det"))


def _but(token: Token, earlier: Token) -> bool:
    """Whether a verb is joined to an earlier one as against it: "pressed Lima, *but* Quito refused"."""
    verb = token if syntax.is_verb(token) else syntax.clause_verb(token)
    while verb.rel in ("ccomp", "xcomp") and syntax.is_verb(verb.head):
        verb = verb.head
    if verb.rel != "conj" or verb.first_conjunct is not earlier.first_conjunct:
        return False
    return any(c.lower in ("but", "yet") for c in verb.head.kids("cc"))


def _others(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether none of some are among others."""
    return not any(p.same_as(o) for p in some for o in others)


def _opposite(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether some are all of other states than others, or of the same and rule where the others do not."""
    return all(
        p.country != o.country or (p.sector in RULING) != (o.sector in RULING)
        for p in some for o in others
    ) and all(p.country or p.sector for p in some)  # fmt: skip


def _assented(earlier: Sequence[Draft], draft: Draft) -> list[Party]:
    """Who had just asked whoever agrees: "asked Kuwait for a loan, and *it agreed*"."""
    last = earlier[-1] if earlier else None
    if last is None or last.type != "REQUEST" or draft.sentence.i - last.sentence.i > 1:
        return []
    asked = {p.country for p in last.recipients if p.country}
    mine = {p.country for p in draft.actors}
    return [_inferred(p) for p in last.actors if p.country not in mine] if mine <= asked else []


def _quelled(earlier: Sequence[Draft], draft: Draft) -> list[Party]:
    """Whom police quell: those who have just protested: "they threw stones and *police fired* tear gas"."""
    if draft.mode != "crowd-control":
        return []
    for other in reversed(earlier):
        if draft.sentence.i - other.sentence.i > 1:
            return []
        if other.type == "PROTEST" and not any(p.same_as(a) for p in other.actors for a in draft.actors):
            return [_inferred(p) for p in other.actors]
    return []


def _invaded(draft: Draft, mentions: Mentions) -> list[Party]:
    """Whose land is invaded that the noun leaves out: the state that its sentence, or the one before, told
    first as acting: "*Norway* tried to stay neutral; the German invasion made this impossible"."""
    for number in (draft.sentence.i, draft.sentence.i - 1):
        tokens = mentions.parse.sentences[number].tokens if number >= 0 else ()
        for token in tokens:
            if token.i >= draft.token.i or token.rel not in ("subj", "subjpass"):
                continue
            found = [p for p in mentions.parties(token) if p.kind == "country" and _stranger(p, draft)]
            if found:
                return [_inferred(p) for p in found]
    return []


def _stood_by(drafts: Sequence[Draft], draft: Draft) -> list[Party]:
    """Whose land is invaded that the sentence only stands by: "aid to *Chad* after Mali's invasion"."""
    for other in drafts:
        if other.sentence is draft.sentence and other.trigger.entry.type in _STANDING_BY:
            found = [p for p in other.recipients if p.country and _stranger(p, draft)]
            if found:
                return [_inferred(p) for p in found]
    return []


def _claimers(drafts: Sequence[Draft], draft: Draft) -> list[Party]:
    """Who claims just after the deed that is condemned: "condemned the attack. *The rebels* claimed it"."""
    for other in drafts:
        near = 0 <= other.sentence.i - draft.sentence.i <= _REACH
        if near and other.rule == CLAIMED and draft.type == "ACCUSE":
            return [p for p in other.actors if _stranger(p, draft)]
    return []


def _talked_with(draft: Draft, mentions: Mentions) -> list[Party]:
    """The others that a title tells with the speaker, where "*our* talks" name nobody else."""
    parties = draft.parties
    if len(parties) != 1 or parties[0].head is None or parties[0].head.lower not in FIRST_PERSON:
        return []
    paired = mentions.memory.story.paired
    if parties[0].country not in {p.country for p in paired}:
        return []
    return [_inferred(p) for p in paired if p.country != parties[0].country]


def _victims(draft: Draft, mentions: Mentions) -> list[Party]:
    """Whom a deed hit that somebody claims: those harmed in the sentence before."""
    if draft.rule != CLAIMED or not draft.sentence.i:
        return []
    before = mentions.parse.sentences[draft.sentence.i - 1]
    heads = [t for verb in before.tokens for t in [harmed_by(verb)] if t is not None]
    found = [p for h in heads for part in h.conjuncts() for p in mentions.parties(part) if p.political]
    return [_inferred(p) for p in found]


def _newest(earlier: Sequence[Draft], *, told_of: bool) -> list[Draft]:
    """The acts before, the newest first; of those of a sentence what it tells before why it was done.

    "Chad bombed Kaya after rebels killed two. Mali condemned *the raid*": that is Chad's.
    """
    if not told_of:
        return list(reversed(earlier))
    return sorted(earlier, key=lambda d: (-d.sentence.i, d.token.rel == "advcl", -d.token.i))


def _holders(draft: Draft, mentions: Mentions) -> list[Party]:
    """Who holds those whose release is asked: "the release of X, *jailed by Iran*"; else as they were.

    A private person whose state is not known is not asked.
    """
    heads = [p.head for p in draft.recipients if p.head is not None]
    jailed = [c for h in heads for c in h.kids("acl", "relcl") if c.lemma in _HOLDING]
    agents = [a for c in jailed for a in [syntax.agent(c)] if a is not None]
    found = [p for a in agents for p in mentions.parties(a) if p.political and p.country]
    places = [t for c in jailed for word in ("in", "by") for t in syntax.prep_objects(c, word)]
    found = found or [p for t in places for p in [mentions.sites.place_party(t)] if p is not None]
    own = {a.country for a in draft.actors}
    return found or [p for p in draft.recipients if (p.country or p.sector) and p.country not in own]


def _asked(draft: Draft, mentions: Mentions) -> list[Party]:
    """Who was asked, of an act done "at the request of" another: who does it."""
    token = draft.token
    if draft.type != "REQUEST" or token.rel != "pobj" or token.head.lower not in ("at", "on", "upon"):
        return []
    verb = token.head.head
    doer = syntax.subject(verb) if syntax.is_verb(verb) else None
    found = [p for part in doer.conjuncts() for p in mentions.parties(part)] if doer is not None else []
    return [p for p in found if p.political and _stranger(p, draft)]


def _hits_other(draft: Draft) -> bool:
    """Whether a blow has an object of its own: "razed *towns*", unlike "returned fire"."""
    target = syntax.direct_object(draft.token)
    return target is not None and target not in draft.trigger.words


def _carries_on(other: Draft, draft: Draft) -> bool:
    """Whether an act's own actors go on against the same side, in the same sentence or the next."""
    if other.type not in _PROVOKING or draft.sentence.i - other.sentence.i > 1 or not other.recipients:
        return False
    mine = {p.country or p.name for p in draft.actors}
    return (
        mine == {p.country or p.name for p in other.actors}
        and all(_stranger(p, draft) for p in other.recipients)
        and other.token is not draft.token
    )


def _has_other_side(draft: Draft) -> bool:
    if draft.type == "SUPPORT":
        return len({p.country or p.name for p in (*draft.actors, *draft.recipients)}) > 1
    return bool(draft.recipients) or not draft.actors


def _stranger(party: Party, draft: Draft) -> bool:
    if not (party.country or party.sector in ("IGO", "REB")):
        return False
    return not any(
        p.same_as(party) or (p.country is not None and p.country == party.country) for p in draft.actors
    )


def _inferred(party: Party) -> Party:
    return replace(party, inferred=party.inferred | {"reference"})
