"""Prepositions that a small parser hangs on the name before them, hung where they belong.

"the severance of relations with Chad by Sudan" has its "by" under "Chad" as parsed; a bare name takes no such
phrase. Also mended: a whole sentence read as a noun with a participle ("the emir called the president"), the
"by" of a clause that is not passive ("talked by telephone"), and the object of a verb with a particle parsed
as the particle's ("handed in their rifles"), the "with" of whom a thing is discussed with.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.belongings import of_adviser, of_state, of_title, of_what_is_told, with_signatory
from dragoman.language.calendar import DATES, MONTHS, WEEKDAYS
from dragoman.language.titles import ADVISERS, TITLES
from dragoman.language.tree import HAPPENING, Token, move

#: prepositions that bring parties, matters and times of an act, not parts of a name
_OF_ACTS = frozenset({
    "by", "on", "against", "with", "over", "for", "from", "to", "toward", "towards", "about", "between",
    "after", "before", "during", "following", "amid", "despite", "through", "upon", "at", "since", "until",
})  # fmt: skip
#: verbs of what is done with somebody about a thing
_DISCUSSING = frozenset({
    "discuss", "review", "raise", "explore", "negotiate", "debate", "address", "settle", "conclude",
    "examine", "consider", "coordinate", "arrange", "resolve", "finalize", "finalise", "broach", "pursue",
})  # fmt: skip
_OFFICIALS = frozenset({
    "official", "leader", "counterpart", "minister", "authority", "representative", "delegation", "envoy",
    "ambassador", "president", "premier", "diplomat", "commander", "negotiator", "host",
})  # fmt: skip
#: where something is done to somebody, by whom is told next: "was shot at a *roadblock* by soldiers"
_SCENES = frozenset({
    "roadblock", "checkpoint", "airport", "home", "house", "street", "station", "embassy", "city", "town",
    "village", "camp", "border", "office", "hotel", "road", "mosque", "church", "school", "market", "prison",
    "barracks", "square", "hospital", "building", "region", "district", "capital", "apartment", "port",
    "mountain", "forest", "jungle", "sea", "consulate", "residence", "farm", "cafe", "restaurant", "bridge",
})  # fmt: skip
_THERE = frozenset({"at", "in", "on", "near", "outside", "inside", "from"})
_FOLLOWING = frozenset({"following", "despite", "pending", "amid"})
_GIVING = frozenset({
    "give", "grant", "offer", "award", "promise", "send", "lend", "hand", "pay", "allocate", "deny", "accord",
    "refuse", "assure",
})  # fmt: skip
#: what is given to somebody, and bears no name
_GIFTS = frozenset({
    "permission", "authority", "approval", "leave", "notice", "assurance", "assurances", "access", "warning",
    "money", "arms", "weapon", "time", "guarantee", "consent", "clearance",
})  # fmt: skip
_ASKING_NOUNS = frozenset({
    "plea", "request", "demand", "appeal", "call", "proposal", "offer", "petition", "bid", "attempt",
    "threat", "warning", "ultimatum", "invitation", "motion", "claim", "complaint", "criticism", "protest",
    "charge",
})  # fmt: skip
_PARAGRAPH = 4  # words of the shortest paragraph of a resolution, its number and point among them
#: those of them that are nouns as well: "Calls for calm"
_PLURALS = frozenset({"calls", "requests", "demands", "appeals", "supports", "thanks", "lifts", "regrets"})
#: what paragraphs of resolutions begin with
_RESOLVING = frozenset({
    "urges", "calls", "requests", "welcomes", "commends", "condemns", "demands", "encourages", "invites",
    "appeals", "deplores", "endorses", "supports", "reaffirms", "reiterates", "affirms", "approves",
    "extends", "directs", "rejects", "decides", "stresses", "expresses", "thanks", "denounces",
    "suspends", "imposes", "lifts", "authorizes", "authorises", "warns", "regrets", "praises", "applauds",
})  # fmt: skip
#: what offices and bodies are of: "head of *state*"
_RULED = frozenset({
    "state", "government", "staff", "mission", "police", "security", "parliament", "defence", "defense",
    "intelligence", "trade", "finance", "party", "operation", "cabinet", "people",
})  # fmt: skip
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_NAMING = frozenset({"call", "describe", "brand", "label", "term", "dub", "denounce"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "'"})
_RECEIVING = frozenset({
    "receive", "meet", "host", "welcome", "greet", "visit", "summon", "call", "telephone", "phone", "sign",
    "condemn", "inaugurate", "open", "see",
})  # fmt: skip
_DAYS = frozenset({"today", "yesterday", "tonight", "morning", "afternoon", "evening", "here"})
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year"})
#: verbs that make another one with a word that a parser may take for a preposition: "tears *down* flag"
_PHRASAL = {
    "down": frozenset({"tear", "pull", "knock", "bring", "shoot", "burn", "gun", "mow", "turn", "vote",
                       "shut", "strike", "hunt", "cut"}),
    "up": frozenset({"blow", "set", "give", "round", "rip", "break"}),
    "off": frozenset({"call", "seal", "carry", "fend", "ward", "break", "cut"}),
}  # fmt: skip
#: what speakers of official texts say they do, one after the other
_SPEAKING = frozenset({
    "call", "urge", "condemn", "reaffirm", "reiterate", "welcome", "demand", "express", "stress", "commend",
    "deplore", "support", "underline", "underscore", "emphasise", "emphasize", "encourage", "appeal",
    "reject", "recall", "ask", "request",
})  # fmt: skip
_RULING = frozenset({"government", "army", "regime", "junta", "administration"})
_RISEN = frozenset({"rebel", "guerrilla", "insurgent", "separatist", "militant"})
_REPORTING = frozenset({"say", "report", "announce", "tell", "add", "state"})
_ASKING = frozenset({"suggest", "propose", "insist", "warn", "claim", "promise", "vow", "agree", "decide"})
_RESULTS = frozenset({"kill", "wound", "injure", "destroy", "damage", "leave", "force", "capture", "seize"})
_DEEP = 6  # steps from a preposition up to the verb that it belongs to
_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})


def reattach(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    _resolves(tokens)
    for token in tokens:
        if token.rel == "amod" and token.head.pos in _VERBS:
            _first_of_adjectives(token, tokens)
        if token.rel == "nmod" and token.pos == "NOUN":
            _joined(token)
        if token.rel == "conj" and token.tag == "NNS" and token.head.rel == "pobj":
            _beside_government(token)
        if token.lower == "vice" and token.rel in ("subj", "subjpass", "obj", "pobj"):
            _of_deputy(token, tokens)
        if token.rel == "appos" and token.lower in MONTHS:
            _named_as_month(token)
        if token.rel == "appos" and token.pos == "NOUN" and token.head.rel == "subj":
            _object_after_aside(token, tokens)
        if token.rel == "prep" and token.lower == "to" and token.head.pos in _VERBS:
            of_adviser(token, tokens)
        if token.rel == "prep" and token.head.lower in _FOLLOWING and token.head.rel == "prep":
            _of_what_came_before(token)
        if token.rel in ("prep", "agent"):
            _off_name(token)
        if token.rel == "agent":
            _means(token)
        if token.lower == "with" and token.rel == "prep":
            _with_whom(token)
            with_signatory(token)
        if token.lower == "to" and token.rel == "prep":
            of_what_is_told(token)
        if token.rel == "prep" and token.head.lemma in _PHRASAL.get(token.lower, ()):
            token.rel = "prt"
        if token.rel == "prt":
            _particle(token)
        if token.rel == "prep" and token.lower == "of":
            of_state(token, tokens)
            _of_charge(token)
        if token.rel == "prep" and token.lower == "for":
            of_title(token, tokens)
        if token.rel == "prep" and token.lower in ("between", "among"):
            _of_what_happens(token)
        if token.rel in ("subj", "subjpass"):
            _second_of_between(token, tokens)
        if token.rel == "prep" and token.lower == "by" and token.head.pos in _VERBS:
            _by_of_deed(token, tokens)
        if token.rel == "subjpass":
            _given(token)
        if token.rel == "obj" and token.head.lemma in _GIVING and token.lemma in _GIFTS:
            _whom_given(token)
        if token.rel == "obj":
            _whom_both_meet(token)
        if token.rel == "obj" and token.head.lemma in _NAMING:
            _what_called(token, tokens)
        if token.rel == "npmod" and token.tag == "NNP" and token.head.lemma in _RECEIVING:
            _whom_received(token, tokens)
        if token.rel == "npmod" and token.head.lemma in _GIVING and token.lemma in _TIMES:
            _time_given(token)
        if token.rel == "conj" and token.tag in ("VB", "VBP") and token.lemma in _SPEAKING:
            _second_saying(token)
        if token.rel == "advcl" and token.tag == "VBG" and token.head.lemma in _REPORTING:
            _of_what_is_said(token)
        if token.rel == "advcl" and token.head.lemma in _SPEAKING | _REPORTING | _ASKING:
            _that_clause(token)


def _resolves(tokens: Sequence[Token]) -> None:
    """ "5. *Urges* Chad to withdraw": what a resolution's paragraph begins with is a verb, not a name."""
    if len(tokens) < _PARAGRAPH:
        return
    numbered = tokens[0].tag == "LS"
    first = next((t for t in tokens[1:3] if t.text[:1].isupper()), None) if numbered else tokens[0]
    known = _RESOLVING if numbered else _RESOLVING - _PLURALS
    if first is None or first.rel != "root" or first.lower not in known or first.pos == "VERB":
        return
    first.pos, first.tag, first.lemma = "VERB", "VBZ", first.lower[:-1]
    for child in first.children:
        if child.i > first.i and child.rel in ("appos", "npmod", "nmod") and child.pos in _NAMES:
            child.rel = "obj"
            break


def _first_of_adjectives(word: Token, tokens: Sequence[Token]) -> None:
    """ "[*French*], [British and Italian diplomats] met": the first of several words before one noun."""
    place = word.i - tokens[0].i
    after = tokens[place + 1 : place + 3]
    listed = len(after) == 2 and after[0].text == "," and after[1].rel == "amod" and after[1].child("conj")
    if listed and after[1].head.pos in _NAMES and word.text[:1].isupper() and after[1].text[:1].isupper():
        move(word, after[1].head)


def _whom_received(guest: Token, tokens: Sequence[Token]) -> None:
    """ "received today [*the Foreign Minister*]": after a day it is the object."""
    verb = guest.head
    day = tokens[min(t.i for t in guest.subtree()) - tokens[0].i - 1]
    dated = day.lower in _DAYS | WEEKDAYS and day.i > verb.i
    if dated and verb.child("obj", "subjpass") is None and guest.lower not in DATES:
        guest.rel = "obj"


def _of_deputy(vice: Token, tokens: Sequence[Token]) -> None:
    """ "*Vice*-Premier Zhang met": a part of the title, not who met."""
    place = vice.i - tokens[0].i
    if place + 2 >= len(tokens) or tokens[place + 1].text not in ("-", "\u2010", "\u2011"):
        return
    hyphen, title = tokens[place + 1], tokens[place + 2]
    if title.pos not in _NAMES or title.head is vice:
        return
    named = title.head if title.rel == "compound" else title
    for part in [c for c in vice.children if c.rel in ("poss", "det", "amod", "nmod") and c is not title]:
        move(part, named)
    if place > 1 and tokens[place - 1].text in ("'s", "’s", "'"):
        move(tokens[place - 2], named, "poss")  # "*China's* Vice-Premier"
    for part in (vice, hyphen):
        move(part, named, "compound")


def _joined(first: Token) -> None:
    """ "[Chad's *government*] and [Hutu rebels]": two who act together, not one of two names."""
    second = first.head
    joint, name = first.child("cc"), first.child("conj")
    if first.child("poss") is None or joint is None or name is None or not first.i < name.i < second.i:
        return
    above, rel = second.head, second.rel
    if above is second:
        return
    move(first, above, rel)
    move(second, first, "conj")
    move(name, second, "amod" if name.pos == "ADJ" else "compound")


def _beside_government(rebels: Token) -> None:
    """ "[the *government* of Burundi] and *rebels*": those who have no owner stand beside, not below."""
    state = rebels.head
    ruling = state.head.head
    of = state.head.lower == "of" and state.pos == "PROPN" and ruling.lemma in _RULING
    if of and not rebels.kids("det", "poss", "amod", "compound") and rebels.lemma in _RISEN:
        joint = state.child("cc")
        move(rebels, ruling, "conj")
        if joint is not None:
            move(joint, ruling)


def _object_after_aside(thing: Token, tokens: Sequence[Token]) -> None:
    """ "decided to *suspend*, at once, *the aid*": an object parsed as the subject's second name."""
    main = thing.head.head
    if main.pos not in _VERBS or not main.i < thing.i or thing.head.i > main.i:
        return
    last = next((t for t in main.kids("xcomp") if t.i < thing.i), main)
    if last.child("obj", "ccomp", "xcomp", "acomp", "attr") is None and last.lemma not in ("say", "be"):
        move(thing, last, "obj")


def _named_as_month(name: Token) -> None:
    """ "[Prime Minister] *May*": a name that is a month's too heads its title as other names do."""
    title = name.head
    dated = name.child("nummod") is not None or title.head is title
    if dated or title.lower not in TITLES or title.tag != "NNP" or title.i != name.i - 1:
        return
    move(name, title.head, title.rel)
    for part in [title, *title.kids("compound", "amod")]:
        move(part, name, "compound")


def _with_whom(word: Token) -> None:
    """ "discussed [the war and the state [of the treaty with Minister X]]": things are discussed with X.

    So where an official is whom a noun below the object of such a verb would be "with".
    """
    whom = word.child("pobj")
    if whom is None or word.head.pos not in _NAMES:
        return
    titled = whom.pos == "PROPN" and any(c.lower in TITLES for c in whom.kids("compound"))
    if not titled and whom.lemma not in _OFFICIALS:
        return
    above: Token = word.head
    for _ in range(_DEEP):
        if above.pos in _VERBS or above.head is above:
            break
        above = above.head
    thing = above.child("obj")
    if above.lemma in _DISCUSSING and thing is not None and above.i < thing.i < word.i:
        move(word, above)


def _off_name(word: Token) -> None:
    name = word.head
    scene = word.lower == "by" and name.lemma in _SCENES and name.head.lower in _THERE
    if (
        not (name.pos == "PROPN" or scene)
        or name.i > word.i
        or (word.lower == "to" and name.lower in ADVISERS)
    ):
        return
    if word.lower == "of":  # "the recognition by *Chad of* the independence of X"
        _of_act(word, name)
        return
    if word.lower != "by" and (word.lower not in _OF_ACTS or name.child("det") is not None):
        return
    chain = _above(name)
    above = _agentless(chain) if word.lower == "by" else next(iter(chain), None)
    if above is None or above.i > word.i or (scene and not _is_passive(above)):
        return
    move(word, above)
    if word.lower == "by" and _is_passive(above):
        word.rel = "agent"


def _of_act(word: Token, name: Token) -> None:
    act = name.head.head
    alone = name.child("det", "compound", "amod") is None and name.tag == "NNP"
    if alone and name.head.lower == "by" and act.pos == "NOUN" and act.i < name.head.i:
        move(word, act)


def _of_charge(word: Token) -> None:
    """ "accused [the army *of* killing]", "[the Tigers *of* treason]": the verb's, no part of his name."""
    whom, crime = word.head, word.child("pobj")
    named = crime is not None and any(c.lower == "the" or c.rel == "poss" for c in crime.children)
    told = crime is not None and crime.pos == "NOUN" and crime.lemma not in _RULED and not named
    if whom.rel == "obj" and whom.head.lemma in _CHARGING and (told or word.child("pcomp") is not None):
        move(word, whom.head)


def _second_of_between(name: Token, tokens: Sequence[Token]) -> None:
    """ "The pact [between Chad] [and *the rebels*] was signed": a second subject is of the list before it."""
    first = min(t.i for t in name.subtree()) - tokens[0].i
    joint = tokens[first - 1] if first else name
    subjects = [c for c in name.head.kids("subj", "subjpass") if c.i < name.i]
    inner = joint.head
    listed = joint.lower == "and" and joint.rel == "cc" and bool(subjects) and inner.rel == "pobj"
    if listed and inner.head.lower in ("between", "of") and subjects[0] in inner.ancestors():
        move(name, inner, "conj")


def _by_of_deed(word: Token, tokens: Sequence[Token]) -> None:
    """ "condemned [the invasion of Chad] [*by* Libya]": under an active verb "by" tells who did the deed."""
    verb, deed = word.head, word.head.child("obj")
    who = word.child("pobj")
    if deed is None or who is None or _is_passive(verb) or verb.child("subj") is None or deed.i > word.i:
        return
    of = [c for c in deed.children if c.rel == "prep" and c.lower in ("of", "on", "against", "in")]
    ends = max(t.i for t in deed.subtree())
    told = bool(of) or deed.lemma in _ASKING_NOUNS  # "turned down [a plea [*by* elders]]"
    if told and ends == word.i - 1 and who.pos in _NAMES and (who.pos == "PROPN" or who.tag == "NNS"):
        move(word, deed)


def _of_what_came_before(word: Token) -> None:
    """ "[following [the invasion] [*in 1962*]]": the phrase after what came before is part of it."""
    before = word.head.child("pobj")
    if before is not None and before.i < word.i:
        move(word, before)


def _of_what_happens(word: Token) -> None:
    """ "a *meeting* took place in Moscow *between* A and B": between whom it was is said of the meeting."""
    verb = word.head
    what = verb.child("subj", "subjpass")
    happens = verb.lemma in HAPPENING and (thing := verb.child("obj")) is None
    happens = happens or (
        verb.lemma == "take" and (thing := verb.child("obj")) is not None and thing.lower == "place"
    )
    if happens and what is not None and what.pos == "NOUN":
        move(word, what)


def _second_saying(verb: Token) -> None:
    """ "We urge X [to act and *call on* Y]": who says two things himself says the second of them too."""
    saying = asked = verb.head
    for _ in range(2):
        if saying.rel in ("xcomp", "ccomp") and saying.tag == "VB":
            saying = saying.head
    if saying is asked or saying.lemma not in _SPEAKING:
        return
    speaker = saying.child("subj")
    if saying.tag == "VBP" and speaker is not None and speaker.lower in ("we", "i"):
        move(verb, saying)
        verb.tag = "VBP"


def _that_clause(verb: Token) -> None:
    """ "demanded on Friday, as their price, *that the government settle*": what is said is the complement."""
    saying = verb.head
    taken = saying.child("ccomp", "xcomp", "obj") is not None or verb.i < saying.i
    degree = any(t.lower in ("so", "such") for t in saying.subtree() if t.i < verb.i)
    if not taken and not degree and any(c.lower == "that" for c in verb.kids("mark")):
        verb.rel = "ccomp"


def _of_what_is_said(result: Token) -> None:
    """ "[overran a base], officials said, *killing* ten": what an act led to is not the telling's."""
    saying = result.head
    told = saying.child("ccomp", "parataxis")
    aside = told is not None and told.i < saying.i < result.i
    if aside and told is not None and told.pos == "VERB" and result.lemma in _RESULTS:
        move(result, told)


def _whom_both_meet(named: Token) -> None:
    """ "arming and training [the *fighters*, *mostly Kurds*]": the object of two verbs, described."""
    second = next((v for v in named.head.kids("conj") if v.pos in _VERBS and v.i == named.head.i + 2), None)
    whom = second.child("obj") if second is not None else None
    if whom is not None and whom.i < named.i:
        move(named, whom, "appos")


def _given(whom: Token) -> None:
    """ "The exile was granted *asylum* by Chile": what is given is the object, who was given it the other."""
    verb = whom.head
    what = verb.child("obj")
    if what is None or verb.lemma not in _GIVING or what.pos not in _NAMES | {"NUM"} or what.i < verb.i:
        return
    whom.rel, what.rel = "iobj", "subjpass"


def _what_called(thing: Token, tokens: Sequence[Token]) -> None:
    """ "called [the raid "*unforgivable*"]": what follows in quotation marks is what the thing is called."""
    for word in thing.kids("amod", "appos"):
        first = min(t.i for t in word.subtree()) - tokens[0].i
        if word.i > thing.i and tokens[first].i > thing.i and tokens[first - 1].text in _QUOTES:
            move(word, thing.head, "oprd")


def _whom_given(gift: Token) -> None:
    """ "gave [the Pentagon permission]": a name before what is only given to somebody is to whom."""
    name = gift.child("compound")
    if name is None or name.pos != "PROPN" or name.i != gift.i - 1 or gift.head.child("iobj") is not None:
        return
    before = gift.kids("det", "compound", "amod")
    move(name, gift.head, "iobj")
    for word in before:
        if word is not name and word.i < name.i:
            move(word, name)


def _time_given(time: Token) -> None:
    """ "gave Chad [one week] to withdraw": the time is what is given."""
    whom = time.head.child("obj")
    if whom is not None and whom.pos == "PROPN" and time.head.i < whom.i < time.i:
        whom.rel, time.rel = "iobj", "obj"


def _above(name: Token) -> list[Token]:
    """The nouns and the verb over the name that stand before it, nearest first."""
    out: list[Token] = []
    top = name
    for _ in range(8):
        head = top.head
        if head is top or head.i > top.i:
            break
        if head.pos in _VERBS:
            if top.rel in ("prep", "obj", "agent", "conj"):
                out.append(head)
            break
        if top.rel not in ("pobj", "prep", "conj", "appos") or (top.rel == "conj" and head.pos != "PROPN"):
            break
        if top.rel == "prep" and head.pos == "NOUN":
            out.append(head)
        top = head
    return out


def _agentless(chain: Sequence[Token]) -> Token | None:
    """Where "by" belongs: a passive verb that has none, else the noun that the others depend on."""
    for above in chain:
        if _is_passive(above) and not any(c.lower == "by" for c in above.children):
            return above
    nouns = [t for t in chain if t.pos == "NOUN"]
    return nouns[-1] if nouns else next(iter(chain), None)


def _is_passive(verb: Token) -> bool:
    return verb.pos in _VERBS and any(c.rel in ("auxpass", "subjpass") for c in verb.children)


def _means(word: Token) -> None:
    """The "by" of a clause whose verb has its own subject tells how, not who."""
    verb = word.head
    if verb.child("subj") is not None and not _is_passive(verb):
        word.rel = "prep"


def _particle(word: Token) -> None:
    verb, thing = word.head, word.child("pobj")
    if thing is not None and verb.child("obj") is None:
        move(thing, verb)
        thing.rel = "obj"
