"""The standing of an event: occurred, historical, planned, anticipated, possible or denied.

Read from the trigger upwards: its own modals and negation, the verbs that govern it (plan to, refuse to, is
expected to), conditions, and the words before a noun ("the planned visit"). The first word that settles it is
the evidence. What nothing marks has occurred; `historical` is decided from dates, in `history`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding import syntax
from dragoman.coding.matters import is_past, only_matter
from dragoman.coding.triggers import Trigger
from dragoman.language import Token
from dragoman.times import year_of

OCCURRED = "occurred"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that set a status, from the lexicon. `govern` maps a lemma to the status of what it governs."""

    modals: dict[str, str]
    govern: dict[str, str]
    govern_adjective: dict[str, str]
    before_noun: dict[str, str]
    conditions: frozenset[str]
    #: verbs of which the event noun is the object or subject: "cancelled the visit", "called off the talks"
    on_noun: dict[str, str]
    #: verbs that tell what others expect; their clause is anticipated
    forecast: frozenset[str]
    #: verbs whose clause of purpose is told as done: "arrived to occupy", "voted to depose"
    purpose: frozenset[str] = frozenset()
    #: verbs, nouns and adjectives whose complement is no event: "able to", "need to", "the ability to"
    idle: frozenset[str] = frozenset()
    #: beginnings of the words by which a possible act is in prospect
    prospect: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """A status with the word that gave it (None for the default)."""

    status: str
    word: Token | None = None


_CALLING = frozenset({"call", "brand", "label", "term", "dub", "describe", "consider", "denounce"})


_LAUNCHING = frozenset({"launch", "mount", "conduct", "begin", "start", "stage"})
_SWEEPS = frozenset({"operation", "raid", "sweep", "swoop", "manhunt", "crackdown"})


def happens(trigger: Trigger, words: StatusWords) -> bool:
    """Whether a trigger tells an act at all, not a purpose, an ability or a need.

    "met to deepen ties", "a campaign to free the city", "enabling it to attack" tell of no deepening, freeing
    or attacking; "arrived to occupy", "agreed to visit" and "began to withdraw" do.
    """
    verb = trigger.token
    if _only_called(verb) or _awaited(verb) or only_matter(trigger):
        return False
    if any(c.lower == "whether" for c in verb.kids("mark")) and verb.rel == "ccomp":
        return False  # "declined to say *whether* it would recognise them"
    if verb.pos not in syntax.VERBAL:
        if verb.first_conjunct.rel not in ("obj", "subjpass"):
            return True
        verb = syntax.clause_verb(verb)
        if verb.lemma in words.purpose or verb.pos not in syntax.VERBAL:
            return True
    while verb.rel == "conj" and verb.head.pos in syntax.VERBAL and not verb.kids("subj", "subjpass"):
        if verb.tag not in ("VB", "VBG") or verb.head.tag not in ("VB", "VBG"):
            break
        verb = verb.head
    head = verb.head
    if verb.rel == "pcomp":
        above = verb.head.head
        kept = verb.head.lower == "from" and above.lemma in _KEEPING  # "prevented rebels *from taking* it"
        undone = kept or verb.head.lower == "without"  # "met *without resolving* the dispute"
        return above.lemma not in words.idle and not _ground(verb) and not undone
    infinitive = verb.tag == "VB" and any(c.rel == "aux" and c.lower == "to" for c in verb.children)
    if not infinitive or head is verb:
        return True
    if trigger.entry.mode == "arrest" and _in_sweep(verb):
        return True
    if verb.rel in ("xcomp", "acl", "relcl") and head.lemma in words.idle:
        return False
    if head.lemma in _FORCING and head.rel == "advcl" and head.tag == "VB":
        return False  # "blocked roads *to force* the president *to resign*"
    if any(c.lower == "yet" and c.i < verb.i for c in (*head.kids("advmod", "cc"), *verb.kids("advmod"))):
        return False  # "has yet to sign"
    if verb.rel == "advcl":
        return head.lemma in words.purpose
    return True


def _in_sweep(verb: Token) -> bool:
    """Whether an infinitive tells what an operation under way does: "launched raids *to detain* ten men"."""
    raid = verb.head if verb.rel == "acl" else verb.head.child("obj") if verb.rel == "advcl" else None
    begun = raid is not None and raid.rel == "obj" and raid.head.lemma in _LAUNCHING
    return begun and raid is not None and raid.lemma in _SWEEPS


def _only_called(noun: Token) -> bool:
    """Whether a noun is what something is called, or what did not come: "called it *terrorism*", "without
    *agreement*"."""
    if noun.pos != "NOUN":
        return False
    if noun.rel == "oprd":
        return noun.head.lemma in _CALLING
    if noun.rel == "obj" and noun.head.lemma in _HALTING and noun.lemma in _REPRESSION:
        return True  # "halted *arrests*"
    if noun.rel == "pobj" and noun.head.lower == "to" and noun.head.head.lemma in ("end", "halt", "stop"):
        return noun.head.head.pos == "NOUN"  # "ordered an end to operations"
    return noun.rel == "pobj" and noun.head.lower == "without" and not noun.kids("det", "poss")


def _awaited(verb: Token) -> bool:
    """Whether an act is but the term of another: "no talks before Syria *withdraws*"."""
    if verb.tag not in ("VBZ", "VBP") or verb.rel != "advcl":
        return False
    marks = {c.lower for c in verb.kids("mark", "advmod")}
    return bool(marks & {"before", "until", "unless"}) or ("as" in marks and verb.head.lower == "long")


def _ground(gerund: Token) -> bool:
    """Whether an act is only what somebody is held or tried for: "arrested on suspicion of *bombing*"."""
    word, above = gerund.head.lower, gerund.head.head
    if above.lemma in _CHARGES:
        return word in ("of", "for")
    if above.pos == "NOUN" and above.rel in ("obj", "subjpass"):  # "convicted [a man of killing]"
        above = above.head
    return above.lemma in _TRYING and word in ("of", "for", "with", "on", "over")


def standing(trigger: Trigger, words: StatusWords) -> Standing:
    """The status of a trigger by the words that govern it."""
    if trigger.entry.status:
        return Standing(trigger.entry.status, trigger.token)
    token = trigger.token
    if _performed(trigger):
        return Standing(OCCURRED)
    going = trigger.entry.mode == "visit" and token.lemma in _SETTING_OUT and token.tag == "VBG"
    if going and any(c.tag in ("VBZ", "VBP") for c in token.kids("aux")):
        return Standing("planned", token)  # "*is going* to Jordan"
    if trigger.entry.type == "SANCTION" and token.lemma in _READYING and not syntax.negated(token):
        return Standing(_READYING[token.lemma], token)
    if trigger.entry.negated and trigger.entry.type == "REJECT":
        return Standing(OCCURRED)  # "will *not recognise* the vote" refuses it
    if token.pos not in syntax.VERBAL or token.rel in ("amod", "compound"):
        found = _of_noun(token, words)
        if found is not None:
            return found
        token = _governor(token)
    return _of_verb(token, words, 0) or Standing(OCCURRED)


#: what somebody "is" doing who has not arrived: "*is going* to Jordan"
_SETTING_OUT = frozenset({"go", "travel", "fly", "head", "leave", "depart", "return", "come"})
#: what is asked by trying it, even in vain
_URGING = frozenset({"persuade", "convince", "induce", "coax", "talk", "dissuade"})
_TRYING_TO = frozenset({"try", "seek", "attempt", "fail", "struggle", "effort", "bid", "work", "strive"})
#: nouns that only count or bring what follows "of"
_BRINGING = frozenset({"commission", "committee", "round", "series", "wave", "string", "spate", "number"})


def _performed(trigger: Trigger) -> bool:
    """Whether wanting or trying to say it says it: "I want to *thank* Turkey", "tried to *persuade* it"."""
    token = trigger.token
    if trigger.entry.type == "REQUEST" and token.lemma in _URGING and token.tag == "VB":
        return token.head.lemma in _TRYING_TO
    if trigger.entry.type not in ("SUPPORT", "ACCUSE") or token.tag != "VB" or token.rel != "xcomp":
        return False
    head = token.head
    return head.lemma in ("want", "like", "wish", "love") and not syntax.negated(head)


def _governor(noun: Token) -> Token:
    """The verb whose standing a noun shares: that of which it is subject or object."""
    top = noun
    while top.head is not top and top.rel in ("conj", "appos", "compound", "acomp", "amod"):
        top = top.head
    if top.rel == "pobj" and top.head.lower == "of" and top.head.head.lemma in _BRINGING:
        top = top.head.head  # "send a commission of *inquiry*"
    if (
        top.rel in ("obj", "subj", "subjpass", "attr", "oprd", "acomp", "root")
        and top.head.pos in syntax.VERBAL
    ):
        return top.head
    if (
        top.rel == "pobj"
        and top.head.head.pos in syntax.VERBAL
        and top.head.lower in ("in", "into", "to", "for")
        and top.head.head.lemma not in _ANSWERING
    ):
        return top.head.head
    if top.rel == "pobj" and top.head.lower == "from" and top.head.head.lemma in _RESULTING:
        return top.head.head  # "could result *from an attack*"
    return top


def _of_noun(noun: Token, words: StatusWords) -> Standing | None:
    for child in noun.children:
        if child.i < noun.i:
            status = words.before_noun.get(child.lemma) or words.before_noun.get(child.lower)
            if status:
                return Standing(status, child)
            if child.rel == "det" and child.lower == "no":
                return Standing("denied", child)
    top = noun
    while top.rel == "conj" and top.head is not top:
        top = top.head
    head = top.head
    if head.pos in syntax.VERBAL and top.rel in ("obj", "subjpass", "subj"):
        off = next((f"{head.lemma} {c.lower}" for c in head.kids("prt", "advmod") if c.lower == "off"), "")
        status = words.on_noun.get(head.lemma) or words.on_noun.get(off)
        if status == "possible" and head.lemma in _TALKING_OF and (noun.child("poss") or is_past(noun)):
            return None  # "discussed *Russia's* invasion of Ukraine"
        if status and not (top.rel == "subj" and head.child("obj") is not None):
            if syntax.negated(head):
                return Standing(OCCURRED, head) if status == "denied" else Standing("denied", head)
            return Standing(status, head)
    if top.rel == "pobj" and head.lower == "of" and head.head.lower == "ahead":
        return Standing("planned", head.head)  # "*ahead of* her meeting with him"
    if top.rel == "pobj" and head.lower == "of" and head.head.lemma in ("case", "event"):
        case = head.head
        if case.rel == "pobj" and case.head.lower == "in":  # "*in the event of* an attack"
            return Standing("possible", case)
    if top.rel == "pobj" and head.head.pos == "NOUN" and head.lower in ("of", "for", "to"):
        if head.head.lemma in _ANSWERING:
            return None
        status = words.govern.get(head.head.lemma) or words.before_noun.get(head.head.lemma)
        if status:
            return Standing(status, head.head)
    return None


#: "until they comply": nobody has complied; "until they complied" they had not, and then did
_PRESENT = frozenset({"VB", "VBP", "VBZ"})


def _of_verb(verb: Token, words: StatusWords, depth: int) -> Standing | None:
    if depth > 5:
        return None
    if verb.pos in syntax.VERBAL:
        if syntax.negated(verb) and not _steadfast(verb):
            return Standing("denied", verb.child("neg") or verb)
        if syntax.negated(verb) and verb.lemma != "hesitate":
            return Standing(OCCURRED, verb)
        own = _modal(verb, words) or (Standing("planned", verb) if syntax.scheduled(verb) else None)
        if own is not None:
            return own
        if _awaits(verb):
            return Standing("possible", verb)
        if any(c.lower == "case" and c.rel in ("mark", "npmod", "advmod", "dep") for c in verb.children):
            return Standing("possible", verb)  # "in *case* they attacked"
        for mark in verb.kids("mark"):
            if mark.lower in words.conditions or (mark.lower == "until" and verb.tag in _PRESENT):
                return Standing("possible", mark)
        for mark in verb.kids("advmod"):
            status = words.before_noun.get(mark.lower) if mark.lower.endswith("ly") else None
            if status:
                return Standing(status, mark)
    return _governed(verb, words, depth)


def _steadfast(verb: Token) -> bool:
    """Whether what is negated is only that somebody gives up: "will not *waver*, *stop*, *hesitate*"."""
    return verb.lemma in _GIVING_UP and (verb.child("obj") is None or verb.lemma != "abandon")


def _awaits(verb: Token) -> bool:
    """Whether a clause in the present tells what is waited for: "will return *once* Chad *withdraws*"."""
    if verb.rel != "advcl":
        return False
    waits = any(c.lower in ("until", "once") for c in verb.kids("mark", "advmod"))
    if waits and any(c.rel == "aux" and c.lower in _TO_COME for c in verb.head.children):
        return True  # "would not deal with Hamas *until* it *recognised* Israel"
    if verb.tag not in _PRESENT:
        return False
    return any(
        c.lower == "once" or (c.lower in ("soon", "as") and c.rel != "mark")
        for c in verb.kids("mark", "advmod")
    )


def _modal(verb: Token, words: StatusWords) -> Standing | None:
    for child in verb.kids("aux"):
        status = words.modals.get(child.lower)
        if status is None:
            continue
        if child.lower in ("would", "could", "might") and any(c.lemma == "have" for c in verb.kids("aux")):
            return Standing("denied" if child.lower == "would" else "possible", child)
        if child.lower == "would" and _reported(verb):
            return Standing("planned", child)
        return Standing(status, child)
    return None


def _reported(verb: Token) -> bool:
    """Whether the clause is what somebody said in the past: its "would" is a "will" reported."""
    return verb.rel in ("ccomp", "conj") and any(
        a.tag in ("VBD", "VBN") for a in list(verb.ancestors())[:2] if a.pos in syntax.VERBAL
    )


def _governed(verb: Token, words: StatusWords, depth: int) -> Standing | None:
    head, rel = verb.head, verb.rel
    if head is verb:
        return None
    if rel == "conj" and head.pos in syntax.VERBAL:
        if verb.kids("subj", "subjpass") or (verb.tag in ("VBD", "VBZ", "VBP") and head.tag != verb.tag):
            return _governed(head, words, depth + 1) if head.rel in ("ccomp", "xcomp") else None
        return _of_verb(head, words, depth + 1)
    if rel in ("acl", "relcl") and head.lemma in _BILLS and _weighed(head):
        return Standing("possible", head.head)  # "is *considering* a bill imposing sanctions"
    if rel == "acl" and verb.tag == "VBN" and verb.child("aux") is None:
        return None  # "an agreement *signed* by officials"
    ruled = rel == "relcl" and verb.tag in ("VBZ", "VBP") and head.rel == "obj"
    if ruled and any(c.lower in ("will", "'ll", "shall") for c in head.head.kids("aux")):
        return Standing("planned", head.head)  # "will issue a rule that *imposes* sanctions"
    if rel == "pcomp" and (head.lower in ("after", "since") or verb.child("subj") is not None):
        return None  # "they discussed it, *with Chad expressing* concern"
    if (
        rel == "pcomp"
        and head.lower == "to"
        and any(c.lower == "forward" for c in (head.head, *head.head.children))
    ):
        return Standing("planned", head)  # "look *forward to* welcoming"
    if rel in ("xcomp", "ccomp", "pcomp", "acl", "csubj") or (rel == "advcl" and _condition(verb, words)):
        governor = head.head if rel == "pcomp" and head.pos in ("ADP", "SCONJ") else head
        denial = _denial(verb, governor, words)
        if denial is not None:
            return Standing("denied", denial)
        status = _status_of(governor, verb, words)
        if status is not None:
            if governor.pos in syntax.VERBAL and syntax.negated(governor) and not _steadfast(governor):
                return Standing("denied" if status != "denied" else OCCURRED, governor)
            return Standing(status, governor)
        if rel == "acl" and verb.tag == "VB" and governor.rel == "obj":
            found = words.govern.get(governor.head.lemma)  # "*prepare* steps to impose costs"
            if found in ("planned", "possible") and governor.head.pos in syntax.VERBAL:
                return Standing(found, governor.head)
        if rel in ("xcomp", "pcomp") or (rel == "acl" and governor.pos == "NOUN"):
            return _of_verb(governor, words, depth + 1) if governor.pos in syntax.VERBAL else None
        if rel == "ccomp":
            return _governed(governor, words, depth + 1)
    if rel == "advcl" and verb.tag in ("VB", "VBG") and head.pos in syntax.VERBAL:
        return _of_verb(head, words, depth + 1)
    return None


def _weighed(bill: Token) -> bool:
    """Whether a text is but considered: "will vote on a *resolution* condemning it"."""
    verb = bill.head.head if bill.rel == "pobj" else bill.head
    return bill.rel in ("obj", "pobj") and verb.lemma in _WEIGHING and verb.tag != "VBD"


def _denial(verb: Token, noun: Token, words: StatusWords) -> Token | None:
    """The verb that denies what a noun tells: "*denied* reports that it had attacked", "claims of buying"."""
    told = verb.rel == "pcomp" or (verb.rel in ("acl", "ccomp") and verb.child("mark") is not None)
    scoffed = noun.rel == "pobj" and noun.head.lower == "at"  # "scoffed *at claims* that"
    if not told or noun.pos != "NOUN" or not (scoffed or noun.rel in ("obj", "subjpass")):
        return None
    above = noun.head.head if scoffed else noun.head
    return above if words.on_noun.get(above.lemma) == "denied" and not syntax.negated(above) else None


def _condition(verb: Token, words: StatusWords) -> bool:
    return any(m.lower in words.conditions for m in verb.kids("mark"))


def _status_of(governor: Token, verb: Token, words: StatusWords) -> str | None:
    if governor.pos in syntax.VERBAL:
        if governor.lemma == "be" and verb.tag == "VB":
            return "planned"  # "is to visit"
        if governor.lemma == "go" and governor.tag == "VBG" and verb.tag == "VB":
            return "planned"  # "is going to visit"
        if governor.lemma in words.forecast:
            return "anticipated" if verb.tag != "VBD" else None
        if verb.rel == "ccomp" and words.govern.get(governor.lemma) != "denied":
            return None
        return words.govern.get(governor.lemma)
    return words.govern_adjective.get(governor.lemma) or words.govern.get(governor.lemma)


#: what is done about what has happened: "respond *to the attack*"
_ANSWERING = frozenset({
    "respond", "react", "retaliate", "answer", "response", "reaction", "retaliation", "reply", "resolve",
})  # fmt: skip
_TALKING_OF = frozenset({"discuss", "debate", "fear"})
_RESULTING = frozenset({"result", "arise", "stem", "flow", "come", "follow"})
#: acts that are made ready, not done: "is *preparing* sanctions"
_READYING = {
    "prepare": "planned", "ready": "planned", "draft": "planned", "consider": "possible", "weigh": "possible",
    "mull": "possible", "contemplate": "possible",
}  # fmt: skip
_BILLS = frozenset(
    {"bill", "resolution", "motion", "law", "legislation", "draft", "measure", "amendment", "text"}
)
_WEIGHING = frozenset({
    "consider", "debate", "discuss", "vote", "draft", "propose", "weigh", "prepare", "introduce", "examine",
})  # fmt: skip
_KEEPING = frozenset({
    "block", "bar", "prevent", "stop", "deter", "keep", "dissuade", "discourage", "hinder", "preclude",
})  # fmt: skip
_GIVING_UP = frozenset({
    "waver", "hesitate", "stop", "cease", "falter", "flinch", "tire", "relent", "rest", "shrink", "slacken",
    "fail", "forget",
})  # fmt: skip
_HALTING = frozenset({"halt", "suspend", "stop", "delay", "pause", "stay", "block"})
_REPRESSION = frozenset(
    {"execution", "arrest", "deportation", "eviction", "expulsion", "demolition", "detention"}
)
_TO_COME = frozenset({"would", "will", "wo", "could"})
_FORCING = frozenset({"force", "compel", "pressure", "press", "make", "push", "persuade", "urge", "demand"})
_CHARGES = frozenset({"suspicion", "charge", "count", "accusation", "allegation", "conviction"})
_TRYING = frozenset({
    "arrest", "detain", "convict", "jail", "imprison", "sentence", "charge", "indict", "try", "acquit",
    "suspect", "hold", "execute", "hang", "prosecute", "extradite", "punish", "fine",
})  # fmt: skip
_DECADE = re.compile(r"\d{2}(?:\d|X)X(?:$|/)")


def history(edtf: str | None, published: str | None) -> bool:
    """Whether an event of that date is background: more than about a year before the report.

    Without a publication date a stated year marks background: reporting leaves out the year it is written in.
    """
    year = year_of(edtf) if edtf else None
    if year is None and edtf and _DECADE.match(edtf):
        year = int(edtf[:4].replace("X", "9"))  # the last year of a decade or a century
    if year is None:
        return False
    told = year_of(published) if published else None
    if told is None:
        return True
    if told - year >= 2:
        return True
    return told - year == 1 and _months(published) - _months(edtf) > 12


def _months(edtf: str | None) -> int:
    """Months since the year 0, by the first year and month of an EDTF date (a bare year: its middle)."""
    if not edtf:
        return 0
    parts = edtf.split("/")[0].rstrip("~?%").split("-")
    month = parts[1] if len(parts) > 1 else "7"
    number = int(month) if month.isdigit() else 7
    return int(parts[0]) * 12 + (number if number <= 12 else 7)
