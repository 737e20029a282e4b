"""Which drafts of one document tell the same event, and what events hand on to each other.

"The visit", "the talks", "the attack" without parties of their own are told of an event before them; a draft
with the same kind of act, compatible parties and time is a second telling. The clearest telling stays, and
takes over what the others add.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import syntax
from dragoman.coding.draft import Draft
from dragoman.coding.party import Party
from dragoman.coding.sufferers import CLAIMED, sufferer
from dragoman.coding.wordlists import as_set, papers
from dragoman.language import Parse, Token
from dragoman.model import Document, Evidence
from dragoman.times import compatible

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "today"})
_PHONE = frozenset({"call", "phone", "conversation", "talk", "talks", "discussion", "exchange", "meeting"})
_TALKING_OVER = frozenset({"exchange", "share", "discuss", "review"})
_RECEPTION = frozenset({"receive", "welcome", "greet", "reception"})
#: where visitors are greeted, which is part of their visit
_ARRIVALS = frozenset({"airport", "tarmac", "runway", "station", "quay", "plane", "aircraft"})
_HANDING = frozenset({"present", "send", "deliver", "hand", "submit", "extend", "sign"})
#: what two states establish with each other
_BONDS = frozenset({"relation", "relations", "tie", "embassy", "legation", "consulate", "mission"})
_WHEN = frozenset({"when", "after", "as"})
_HARM = frozenset({"kill", "wound", "injure", "hurt", "maim", "leave", "claim", "destroy", "damage"})
_SIGNING = frozenset({"sign", "ink", "initial", "conclude", "seal"})
#: by what an act is done, and how people meet
_BY_MEANS = frozenset({"in", "by", "through", "via"})
_MEETING = frozenset({"meet", "speak", "talk", "confer"})
_VISITS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover"})


_GOING = frozenset({"travel", "visit", "fly", "go", "tour", "head", "stop", "journey", "depart", "leave"})
_CLAIM_REACH = 2  # sentences


class Sameness:
    """Finds second tellings in one document."""

    def __init__(self, event_nouns: dict[str, list[str]]) -> None:
        self._types: dict[str, list[str]] = {}
        for kind in event_nouns:
            for noun in as_set(event_nouns, kind):
                self._types.setdefault(noun, []).append(kind)

    def merge(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with second tellings folded into the first or clearest."""
        kept: list[Draft] = []
        for draft in drafts:
            same = next((k for k in reversed(kept) if same_event(k, draft)), None)
            if same is None:
                kept.append(draft)
            elif _clearer(draft, same) and not _so_done(same, draft):
                _fold(draft, same)
                kept[kept.index(same)] = draft
            else:
                _fold(same, draft)
        return kept

    def references(self, drafts: list[Draft], parse: Parse, doc: Document) -> None:
        """Attach "the visit", "the talks" to the event that they refer to."""
        taken = {w.i for d in drafts for w in d.trigger.words}
        taken |= {t.i for d in drafts for pair in d.mentions for t in pair}
        for token in parse.tokens:
            kinds = self._types.get(token.lemma)
            if not kinds or token.i in taken or not _refers(token):
                continue
            told = [d for d in drafts if d.token.i < token.i and d.type in kinds and d.status != "possible"]
            told = [d for d in told if token.sent.i - d.sentence.i <= 6]
            if told:
                best = max(told, key=lambda d: (_fits_noun(d, token), d.token.i))
                best.mentions.append((token, token))
                span = doc.span(token.start, token.end)
                best.evidence.append(Evidence(field="mention", value=token.text, span=span))


def _refers(token: Token) -> bool:
    if token.pos != "NOUN":
        return False
    return any(c.lower in _DEFINITE and c.rel in ("det", "poss") for c in token.children)


def _fits_noun(draft: Draft, noun: Token) -> bool:
    if noun.lemma in _VISITS:
        return draft.mode == "visit"
    if noun.lemma == "call":
        return draft.mode == "phone"
    return True


def same_event(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one document tell the same event."""
    if a.type != b.type or ({a.status, b.status} & {"denied", "possible"} and a.status != b.status):
        return False
    if not _times_agree(a, b):
        return False
    if b.rule == CLAIMED:
        mine = {p.country or p.name for p in b.actors}
        other = [p for p in a.actors if not _unnamed(p) and (p.country or p.name) not in mine]
        return 0 <= b.sentence.i - a.sentence.i <= _CLAIM_REACH and not other
    if a.type == "ASSAULT" and (_toll(a, b) or _toll(b, a)):
        return True
    if _manner(a, b) or _so_done(a, b):
        return True
    if not _parties_agree(a, b):
        return False
    if a.type == "ACCUSE" and a.sentence is b.sentence and (_judged_by(a, b) or _judged_by(b, a)):
        return True
    called = a.type == "ACCUSE" and a.token.lemma in ("summon", "call")
    if called and a.sentence is b.sentence and b.token.first_conjunct is a.token:
        return True  # "*summoned* the envoy and *handed* him a note"
    if a.type == "ACCUSE" and b.token.pos == "ADJ" and b.token.first_conjunct is a.token:
        return True  # "is *cynical* and *absurd*"
    if _by_doing(a, b):
        return True
    if _purpose(b.token, a) or _leg(b.token, a.token):
        return True
    if _means(b.token, a.token) or _means(a.token, b.token):
        return True
    if a.type == "CONSULT" and (_other_people(a, b) or _others_met(a, b)):
        return False
    if a.type == "CONSULT":
        return _consult_class(a) == _consult_class(b) or _only_talk(b)
    if a.sentence is not b.sentence and (_one_more(b.token) or _counted_apart(a.token, b.token)):
        return False
    if a.type == "SUPPORT" and _of_other_things(a, b):
        return False
    if a.type == "SUPPORT" and _signed_again(a, b):
        return True
    if _stem(a.token.lemma) == _stem(b.token.lemma):
        return a.sentence is not b.sentence or _noun_of(b) or _noun_of(a)
    return False


def _by_doing(act: Draft, way: Draft) -> bool:
    """Whether a participle tells the way an act was done: "attacked the village, *burning* forty houses"."""
    told = way.token.rel == "advcl" and way.token.tag == "VBG" and act.token in way.token.ancestors()
    sides = [
        [{p.country or p.name for p in side} for side in (draft.actors, draft.recipients)]
        for draft in (act, way)
    ]
    return told and sides[0] == sides[1]


def _toll(harm: Draft, attack: Draft) -> bool:
    """Whether one tells only whom the other harmed: "they *were killed when* rebels ambushed them"."""
    if _outcome(harm.token, attack.token):
        return True
    hurt = sufferer(attack.token) if harm.token.rel == "relcl" else None
    if hurt is not None and any(p.head is hurt for p in harm.recipients):
        return True  # "the attack by rebels near Lae, in which ten men *were killed*"
    clause = attack.token
    if clause.rel != "advcl" or clause.head is not harm.token or harm.actors:
        return False
    mark = next((c for c in clause.children if c.lower in _WHEN), None)
    return mark is not None and syntax.is_passive(harm.token)


def _manner(protest: Draft, how: Draft) -> bool:
    """Whether a participle only tells how the same people protest: "marched, *shouting slogans*"."""
    if protest.type != "PROTEST" or how.token.rel != "advcl" or how.token.tag != "VBG":
        return False
    same = {p.head for p in protest.actors} == {p.head for p in how.actors}
    return same and how.token.head is protest.token


def _so_done(act: Draft, how: Draft) -> bool:
    """Whether a clause tells how relations came about: "were set up *when he presented his credentials*"."""
    clause = how.token
    if act.type != "SUPPORT" or clause.rel not in ("advcl", "relcl") or clause.lemma not in _HANDING:
        return False
    if clause.lemma == "sign" and act.token.lemma in ("recognize", "recognise"):
        return False
    above = clause.head
    while above.rel in ("pobj", "prep"):  # "on *July 4*, when ..."
        above = above.head
    return above is act.token and any(c.lower == "when" for c in clause.children)


def _judged_by(judgment: Draft, saying: Draft) -> bool:
    """Whether a verb only says what a predicate judges: "X *said* the raid was *unacceptable*"."""
    predicate = judgment.token
    if predicate.rel not in ("acomp", "attr") or not syntax.is_verb(saying.token):
        return False
    return predicate.head.rel == "ccomp" and predicate.head.head is saying.token


def _states(parties: list[Party]) -> set[str | None]:
    return {p.country or p.name for p in parties}


def _only_talk(draft: Draft) -> bool:
    """Whether what is told is talk by any means: "their *conversation*", "they *exchanged views*"."""
    if _noun_of(draft):
        return draft.token.lemma in _PHONE
    subject = draft.token.child("subj")
    return draft.token.lemma in _TALKING_OVER and subject is not None and subject.pos == "PRON"


def _one_more(token: Token) -> bool:
    """Whether a clause tells of one more act: "She *also* expressed concern over the arrest"."""
    return syntax.is_verb(token) and any(c.lower == "also" for c in token.kids("advmod"))


def _counted_apart(a: Token, b: Token) -> bool:
    """Whether acts are counted by other numbers: "*15 strikes* in Syria", "*eight strikes* in Iraq"."""
    mine, theirs = ({c.lower for c in t.kids("nummod")} for t in (a, b))
    return _is_noun(a) and _is_noun(b) and bool(mine) and bool(theirs) and mine != theirs


def _of_other_things(a: Draft, b: Draft) -> bool:
    """Whether one verb is told of two things: "*relations* were established", "*an embassy* was"."""
    mine, theirs = ({w.lemma.lower() for w in d.trigger.words if _is_noun(w)} for d in (a, b))
    if mine & theirs:
        return False
    if mine & papers() and theirs & papers() and a.sentence is not b.sentence:
        signed = [w for w in b.trigger.words if w.lemma.lower() in papers()]  # "signed *a convention*"
        return any(c.lower in ("a", "an", "another") for w in signed for c in w.kids("det"))
    return bool(mine & _BONDS) and bool(theirs & _BONDS)


def _signed_again(a: Draft, b: Draft) -> bool:
    """Whether a paper told as known was the one signed: "signed a memo. *The document was inked* by A"."""
    if a.token.lemma not in _SIGNING or b.token.lemma not in _SIGNING or a.sentence is b.sentence:
        return False
    told = [w for w in b.trigger.words if _is_noun(w)]
    return bool(told) and all(any(c.lower in _DEFINITE for c in w.kids("det")) for w in told)


def _leg(token: Token, travel: Token) -> bool:
    """Whether a participle only says where a journey leads: "will travel to Asia, *visiting* Laos"."""
    going = token.rel == "advcl" and token.tag == "VBG" and token.head is travel
    return going and token.lemma in _GOING and travel.lemma in _GOING


def _purpose(token: Token, draft: Draft) -> bool:
    """Whether an infinitive says what an act was for: "called a strike *to protest* a tax"."""
    if token.tag != "VB" or token.rel not in ("advcl", "acl", "xcomp"):
        return False
    return token.head in draft.trigger.words and any(c.lower == "to" for c in token.kids("aux", "mark"))


def _outcome(harm: Token, attack: Token) -> bool:
    """Whether a clause tells what an attack led to: "shelled it, *killing* six", "a raid *that killed*",
    "attacked a camp and *killed* two"."""
    if harm.rel == "conj" and harm.lemma in _HARM and not _is_noun(attack):
        return harm.first_conjunct is attack and harm.child("subj") is None
    harm = harm.first_conjunct if harm.lemma in _HARM else harm
    if _is_noun(attack) and attack.rel == "obj" and harm.head is attack.head and harm.lemma in _HARM:
        return harm.rel == "advcl" and harm.tag == "VBG"  # "launched an attack, *wounding* ten"
    if harm.head.first_conjunct is not attack.first_conjunct or harm.lemma not in _HARM:
        return False
    return harm.rel in ("relcl", "acl") if _is_noun(attack) else harm.rel == "advcl" and harm.tag == "VBG"


def _is_noun(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN")


def _other_people(a: Draft, b: Draft) -> bool:
    """Whether two meetings name different people of one state: "met the premier and later the speaker"."""
    mine, theirs = _people(a), _people(b)
    return any(mine[state].isdisjoint(theirs[state]) for state in mine.keys() & theirs.keys())


def _others_met(a: Draft, b: Draft) -> bool:
    """Whether one more meeting is told by the same verb: "met officials ... *also met* owners of firms"."""
    apart = a.sentence is not b.sentence and a.token.lemma == b.token.lemma and _one_more(b.token)
    return apart and b.token.lemma in _MEETING and bool(syntax.prep_objects(b.token, "with"))


def _means(noun: Token, act: Token) -> bool:
    """Whether a noun tells by what something was done: "recognised it *in a congratulatory message*"."""
    if not _is_noun(noun) or noun.rel != "pobj" or noun.head.lower not in _BY_MEANS:
        return False
    verb = noun.head.head
    while verb.rel in ("advcl", "pobj", "prep") and verb is not act:
        verb = verb.head  # "recognised it *when it became free*, in a message"
    return verb is act and noun.sent is act.sent


def _people(draft: Draft) -> dict[str, set[str]]:
    """The surnames of the people named, by state."""
    out: dict[str, set[str]] = {}
    for party in draft.parties:
        if party.country and party.person:
            out.setdefault(party.country, set()).add(party.person.split()[-1].casefold())
    return out


def _noun_of(draft: Draft) -> bool:
    return draft.token.pos in ("NOUN", "PROPN")


def _clearer(later: Draft, first: Draft) -> bool:
    """Whether a later telling is the clearer: a dated clause after a heading's noun, a meeting after talk."""
    talked = first.type == "CONSULT" and not _noun_of(first) and _only_talk(first)
    exchanged = first.token.lemma == "discuss" and later.token.lemma in ("exchange", "share")
    if talked and not _noun_of(later) and (exchanged or later.token.lemma not in _TALKING_OVER):
        return later.mode is None or later.mode == first.mode
    return _noun_of(first) and first.when is None and not _noun_of(later) and later.when is not None


def _stem(lemma: str) -> str:
    return lemma[: max(4, len(lemma) - 4)]


def _consult_class(draft: Draft) -> str:
    if draft.token.lemma in _RECEPTION:
        greeted = draft.token.pos == "VERB" and any(t.lower in _ARRIVALS for t in draft.token.subtree())
        return "visit" if greeted else "reception"
    if draft.mode == "visit":
        return "visit"
    return "phone" if draft.mode == "phone" else "meeting"


def _times_agree(a: Draft, b: Draft) -> bool:
    if a.when is None or b.when is None:
        return True
    return compatible(a.when.edtf, b.when.edtf)


def _parties_agree(a: Draft, b: Draft) -> bool:
    if not a.countries or not b.countries:
        return False
    if a.type in ("CONSULT", "AGREE", "SUPPORT", "COOPERATE"):
        if _turned(a, b):
            return False
        return a.countries <= b.countries or b.countries <= a.countries
    mine, theirs = _sides(a), _sides(b)
    return (mine[0] & theirs[0] or not (mine[0] and theirs[0])) and (
        bool(mine[1] & theirs[1]) or not (mine[1] and theirs[1])
    )


def _turned(a: Draft, b: Draft) -> bool:
    """Whether one does to the other what the other does to it: "A thanked B. B thanked A"."""
    mine, theirs = _sides(a), _sides(b)
    if a.type != "CONSULT" and mine[1] and theirs[1] and not mine[1] & theirs[1]:
        return True
    acting = mine[0] and theirs[0] and not mine[0] & theirs[0]
    return bool(acting and (mine[1] or theirs[1])) and a.mode != "visit"


def _sides(draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    def side(parties: list[Party]) -> frozenset[str]:
        return frozenset(p.country or (p.name or "").casefold() for p in parties)

    return side(draft.actors), side(draft.recipients)


def _unnamed(party: Party) -> bool:
    """Whether somebody is told by no name: "*gunmen* shot dead a general", "a *terrorist* attack"."""
    head = party.head
    if party.kind != "group" or party.sector not in ("UAF", "REB") or head is None:
        return False
    if head.pos not in ("NOUN", "ADJ"):
        return False
    return not any(c.text[:1].isupper() and c.i > head.sent.tokens[0].i for c in head.children)


def _fold(first: Draft, other: Draft) -> None:
    """Take over what a second telling adds: a more precise date, a place, missing parties."""
    first.mentions.append((other.trigger.words[0], other.trigger.words[-1]))
    first.mentions.extend(other.mentions)
    if other.when is not None and (
        first.when is None or (len(other.when.edtf) > len(first.when.edtf) and _times_agree(first, other))
    ):
        first.when = other.when
    first.where = first.where or other.where
    if first.type == "ASSAULT" and other.actors and (not first.actors or other.rule == CLAIMED):
        first.actors = [_of_scene(p, first) for p in other.actors]
    elif first.type == "PROTEST" and _manner(first, other):
        if not _states(first.recipients) - _states(first.actors):
            first.recipients = other.recipients or first.recipients
    elif len(other.countries) > len(first.countries):
        first.actors, first.recipients = other.actors, other.recipients
    elif first.type == "CONSULT" and first.mode == other.mode == "visit":
        first.actors += [p for p in other.actors if p.person and not any(map(p.same_as, first.parties))]
    first.mode = first.mode or other.mode


def _of_scene(party: Party, attack: Draft) -> Party:
    """Who claims an attack, of the state where it was, unless the text gives him another."""
    if party.country and "country" not in party.inferred:
        return party
    state = next((p.country for p in attack.parties if p.country), None)
    return replace(party, country=state, inferred=party.inferred | {"country"}) if state else party


def governing(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The event of the same sentence that a nominal hangs on: "meetings ..., culminating in the signing"."""
    token = draft.token
    for above in token.ancestors():
        if above.lemma in _TALKING_OVER and syntax.is_verb(above):
            return None  # "they discussed the *build-up* at the border"
        found = next((d for d in drafts if d is not draft and above in d.trigger.words), None)
        if found is not None:
            return found
        if syntax.is_verb(above):
            subject = syntax.surface_subject(above)
            if subject is not None:
                found = next((d for d in drafts if d is not draft and subject in d.trigger.words), None)
                if found is not None:
                    return found
            target = above.child("obj")
            if target is not None:
                found = next((d for d in drafts if d is not draft and target in d.trigger.words), None)
                if found is not None:
                    return found
    return None
