"""Prepositions that a small parser hangs on the name before them, hung where they belong.

"the severance of relations with Chad by Sudan" has its "by" under "Chad" as parsed; a bare name takes no such
phrase. Also mended: a whole sentence read as a noun with a participle ("the emir called the president"), the
"by" of a clause that is not passive ("talked by telephone"), and the object of a verb with a particle parsed
as the particle's ("handed in their rifles"), the "with" of whom a thing is discussed with.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.titles import ADVISERS, TITLES
from dragoman.language.tree import Token, attach, move

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
#: nouns of a state that its name goes on after with "of"
_STATES = frozenset({
    "republic", "kingdom", "state", "federation", "union", "commonwealth", "sultanate", "principality",
    "emirate", "dominion", "grand duchy", "duchy",
})  # fmt: skip
_HAPPENING = frozenset(
    {"occur", "happen", "ensue", "begin", "open", "resume", "continue", "end", "start", "conclude", "break",
     "erupt", "flare", "rage", "intensify", "subside"}
)
#: what people do of whom a text tells
_OF_PEOPLE = frozenset({
    "protest", "demonstrate", "march", "rally", "flee", "fight", "suffer", "struggle", "live", "face", "risk",
    "speak", "demand", "hide", "work", "serve", "stand", "wait",
})  # fmt: skip
_HELD = frozenset({"imprison", "jail", "detain", "hold", "capture", "arrest", "kidnap", "abduct", "seize"})
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
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_NAMING = frozenset({"call", "describe", "brand", "label", "term", "dub", "denounce"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "'"})
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
#: verbs that act by these prepositions, and have no passive with them: "a report *called for* sanctions"
_ACTING = {
    "call": frozenset({"for", "on", "upon"}), "appeal": frozenset({"for", "to"}),
    "agree": frozenset({"with", "to"}), "arrive": frozenset({"in", "at", "from"}),
    "vote": frozenset({"against", "for", "in"}), "march": frozenset({"on", "to", "through"}),
    "protest": frozenset({"against", "at", "over"}), "clash": frozenset({"with"}),
    "apologise": frozenset({"for", "to"}), "apologize": frozenset({"for", "to"}),
    "retreat": frozenset({"from", "to"}), "surrender": frozenset({"to"}), "object": frozenset({"to"}),
    "plead": frozenset({"for", "with"}),
}  # fmt: skip
#: what an attack does or undergoes, and where it is
_OF_DEEDS = frozenset({
    "kill", "wound", "injure", "claim", "destroy", "damage", "carry", "perpetrate", "blame", "conduct",
    "stage", "commit", "take", "admit", "target", "hit", "leave", "cause", "strike",
})  # fmt: skip
_CLAIMED = frozenset({"claim", "carry", "perpetrate", "commit", "stage", "conduct", "take", "admit"})
_THERE = frozenset({"in", "of", "at", "on", "near", "outside", "against"})
_SITES = frozenset({
    "city", "town", "village", "province", "district", "region", "area", "capital", "hotel", "market",
    "base", "camp", "mosque", "church", "restaurant", "school", "airport", "checkpoint", "hospital", "station",
    "outskirts", "neighborhood", "neighbourhood", "suburb", "county", "governorate", "state",
})  # fmt: skip
_DEEP = 6  # steps from a preposition up to the verb that it belongs to
_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})


def reattach(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for token in tokens:
        if token.rel == "root" and token.pos in _NAMES:
            _main_clause(token)
            _perfect(token)
            _before_title(token, tokens)
        if token.rel == "root" and token is tokens[0] and token.pos not in _VERBS:
            _name_acts(token, tokens)
    for token in tokens:
        if token.rel in ("aux", "auxpass") and token.children:
            _of_auxiliary(token)
        if token.tag == "VBG" and token.rel == "advcl" and token.lemma in _OF_PEOPLE:
            _people_doing(token, tokens)
        if token.rel == "ccomp" and token.head.rel == "root" and token.i < token.head.i:
            _two_sentences(token, tokens)
        if token.tag == "VBG" and token.rel == "amod":
            _going_to(token, tokens)
        if token.rel == "nmod" and token.pos == "NOUN":
            _joined(token)
        if token.rel == "acl" and token.tag == "VBN" and token.lemma in _HELD:
            _of_the_held(token)
        if token.lower in ("after", "before") and token.rel == "prep" and token.head.rel == "relcl":
            _of_main_clause(token)
        if token.rel == "prep" and token.lower == "to" and token.head.pos in _VERBS:
            _of_adviser(token, tokens)
        if token.rel == "prep" and token.head.lower in _FOLLOWING and token.head.rel == "prep":
            _of_what_came_before(token)
        if token.rel in ("prep", "agent"):
            _off_name(token)
        if token.rel == "agent":
            _means(token)
        if token.lower == "with" and token.rel == "prep":
            _with_whom(token)
        if token.rel == "prep" and token.head.lemma in _PHRASAL.get(token.lower, ()):
            token.rel = "prt"
        if token.rel == "prt":
            _particle(token)
        if token.rel == "prep" and token.lower == "of":
            _of_state(token, tokens)
            _of_charge(token)
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
        if token.rel == "obj" and token.head.lemma in _NAMING:
            _what_called(token, tokens)
        if token.lower == "since" and token.rel == "prep" and token.head.lemma == "have":
            _since_then(token)
        if token.rel == "npmod" and token.head.lemma in _GIVING and token.lemma in _TIMES:
            _time_given(token)
        if token.rel == "conj" and token.tag in ("VB", "VBP") and token.lemma in _SPEAKING:
            _second_saying(token)
        if token.lemma in _OF_DEEDS:
            if token.rel == "advcl":
                _of_object(token)
            if token.rel in ("relcl", "acl"):
                _of_deed(token)


def _of_auxiliary(helper: Token) -> None:
    """ "[Chad and Mali are] committed": the subject is the verb's, not the auxiliary's."""
    for child in [c for c in helper.children if c.rel in ("subj", "subjpass")]:
        if helper.head.child("subj", "subjpass") is None:
            move(child, helper.head, "subjpass" if helper.rel == "auxpass" else child.rel)


def _two_sentences(first: Token, tokens: Sequence[Token]) -> None:
    """ "[The council voted to condemn it]; Chad abstained": before a semicolon stands a whole sentence."""
    second = first.head
    own = second.child("subj", "subjpass")
    start = own.i if own is not None else second.i
    between = tokens[first.i - tokens[0].i + 1 : start - tokens[0].i]
    if own is None or not any(t.text == ";" for t in between):
        return
    second.children.remove(first)
    first.head, first.rel = first, "root"
    second.rel = "parataxis"
    attach(second, first)


def _people_doing(gerund: Token, tokens: Sequence[Token]) -> None:
    """ "backed [the citizens of Iran] *protesting*": without a comma, what those just named do."""
    place = gerund.i - tokens[0].i
    top = tokens[place - 1] if place else gerund
    while top.rel == "pobj" and top.head.lower in ("of", "in", "from") and top.head.head.pos in _NAMES:
        top = top.head.head
    if top.rel in ("obj", "pobj") and top.tag in ("NNS", "NNPS") and gerund not in top.ancestors():
        move(gerund, top, "acl")


def _going_to(gerund: Token, tokens: Sequence[Token]) -> None:
    """ "will travel to the East, [*visiting* Israel]": after a comma, a gerund before a name is a verb."""
    name, place = gerund.head, gerund.i - tokens[0].i
    verb = name.head
    if name.pos != "PROPN" or gerund.i > name.i or not place or tokens[place - 1].text != ",":
        return
    if name.rel != "obj" or verb.pos not in _VERBS or any(t.i < gerund.i for t in name.kids("compound")):
        return
    if any(p.rel == "prep" and p.i < gerund.i for p in verb.children):
        move(gerund, verb, "advcl")
        gerund.pos = "VERB"
        move(name, gerund, "obj")


def _of_deed(verb: Token) -> None:
    """ "the attack in [Kabul, *which killed* ten]": what happens in a place kills, not the place."""
    place = verb.head
    if place.rel != "pobj" or place.i > verb.i or not _tells_of_thing(verb):
        return
    top = place
    while top.rel == "pobj" and top.head.lower in _THERE and top.head.head.pos in _NAMES:
        top = top.head.head
        if top.pos == "NOUN" and top.lemma not in _SITES:
            break
    if top is not place and (place.pos == "PROPN" or place.lemma in _SITES):
        move(verb, top)


def _of_object(clause: Token) -> None:
    """ "condemn the attack, *claimed by* X", "the raid, *for which* X took credit": told of the object."""
    deed = clause.head.child("obj")
    done = clause.tag == "VBN" and clause.child("agent") is not None and clause.child("subj") is None
    which = any(t.lower == "which" for p in clause.kids("prep") for t in p.kids("pobj"))
    if deed is None or not deed.i < clause.i or not (done or which):
        return
    if clause.child("mark") is None and clause.lemma in _CLAIMED:
        move(clause, deed, "relcl" if which else "acl")


def _tells_of_thing(clause: Token) -> bool:
    """Whether a clause after a noun tells of a thing: by "which", "for which", or as a participle."""
    if clause.rel == "acl":
        return clause.tag == "VBN"
    who = clause.child("subj", "subjpass")
    if who is not None and who.lower in ("which", "that"):
        return True
    return any(t.lower == "which" for p in clause.kids("prep") for t in p.kids("pobj"))


def _name_acts(name: Token, tokens: Sequence[Token]) -> None:
    """ "[Trump [*imposed* sanctions]]" read as a phrase: a capital, a participle and its noun are a clause."""
    verb = tokens[1] if len(tokens) > 2 else name
    what = verb.head
    if verb.tag != "VBN" or verb.rel != "amod" or what.pos not in _NAMES or what.i < verb.i:
        return
    if what.head is not name or not name.text[:1].isupper() or not verb.text.endswith("ed"):
        return
    for child in [c for c in name.children if c is not what and c.i > verb.i]:
        move(child, verb)
    what.children.remove(verb)
    verb.head, verb.rel, verb.pos, verb.tag = verb, "root", "VERB", "VBD"
    move(what, verb, "obj")
    name.pos, name.tag, name.rel = "PROPN", "NNP", "subj"
    attach(name, verb)


def _main_clause(noun: Token) -> None:
    """ "The emir called the president" read as [the emir [called the president]]: who has an object acts.

    A participle that only describes a noun is passive and has no object of its own.
    """
    told = [c for c in noun.children if c.rel == "acl" and c.tag in ("VBN", "VBD")]
    verb = next((c for c in told if c.child("obj") is not None), told[0] if told else None)
    if verb is None or not verb.text.endswith("ed") or verb.child("auxpass", "agent") is not None:
        return
    if any(c.rel in ("relcl", "cop") for c in noun.children):
        return
    thing = verb.child("obj", "oprd")
    if (thing is None or thing.i < verb.i) and not _takes_no_object(verb):
        return
    if thing is not None and thing.rel == "oprd":
        if thing.pos not in _NAMES:
            return
        thing.rel = "obj"
    noun.children.remove(verb)
    verb.head, verb.rel, verb.tag = verb, "root", "VBD"
    noun.rel = "subj"
    attach(noun, verb)
    for child in [c for c in noun.children if c.rel == "punct" and c.i > verb.i]:
        move(child, verb)


def _takes_no_object(verb: Token) -> bool:
    """Whether a verb has a preposition that it only has as a main verb: "a report *called for* sanctions"."""
    return any(c.rel == "prep" and c.lower in _ACTING.get(verb.lemma, ()) for c in verb.children)


def _perfect(noun: Token) -> None:
    """ "[Iraq had] [broken] relations": a participle with an auxiliary is a verb; the noun is its object."""
    verb = next((c for c in noun.children if c.rel == "amod" and c.tag == "VBN" and c.child("aux")), None)
    helper = verb.child("aux") if verb is not None else None
    if verb is None or helper is None or helper.lemma != "have" or not helper.i < verb.i < noun.i:
        return
    for child in [*helper.children, *noun.children]:
        if child.rel in ("subj", "neg", "mark", "punct") and child is not verb:
            move(child, verb)
    noun.children.remove(verb)
    verb.head, verb.rel, verb.pos = verb, "root", "VERB"
    attach(noun, verb)
    noun.rel = "obj"


def _before_title(name: Token, tokens: Sequence[Token]) -> None:
    """ "Haiti [*exiled* [opposition leader] A B]": a participle between names, in no clause, is the verb."""
    if any(t.pos in _VERBS and t.tag in ("VBD", "VBZ", "VBP") for t in tokens) or name.pos != "PROPN":
        return
    verb = next((t for t in tokens if t.tag == "VBN" and t.rel == "amod" and t.text.endswith("ed")), None)
    if verb is None or verb.i == tokens[0].i or verb.i > name.i:
        return
    who = tokens[verb.i - tokens[0].i - 1]
    if who.pos != "PROPN" or who.rel not in ("nmod", "npmod", "compound") or verb.head.i < verb.i:
        return
    move(verb, name, "amod")
    name.children.remove(verb)
    verb.head, verb.rel, verb.pos, verb.tag = verb, "root", "VERB", "VBD"
    move(who, verb, "subj")
    for word in [t for t in tokens if t.head in (name, *name.children) and t.i < who.i and t is not who]:
        move(word, who)
    attach(name, verb)
    name.rel = "obj"


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
    if name.pos != "PROPN" or name.i > word.i or (word.lower == "to" and name.lower in ADVISERS):
        return
    if word.lower == "of":  # "the recognition by *Chad of* the independence of X"
        _of_act(word, name)
        return
    if word.lower != "by" and (word.lower not in _OF_ACTS or name.child("det") is not None):
        return
    chain = _above(name)
    above = _agentless(chain) if word.lower == "by" else next(iter(chain), None)
    if above is None or above.i > word.i:
        return
    move(word, above)
    if word.lower == "by" and _is_passive(above):
        word.rel = "agent"


def _of_act(word: Token, name: Token) -> None:
    act = name.head.head
    alone = name.child("det", "compound", "amod") is None and name.tag == "NNP"
    if alone and name.head.lower == "by" and act.pos == "NOUN" and act.i < name.head.i:
        move(word, act)


def _of_state(word: Token, tokens: Sequence[Token]) -> None:
    """ "tests by the People's *Republic of* Korea": the "of" is the republic's, not that of the tests."""
    before = tokens[word.i - tokens[0].i - 1] if word.i > tokens[0].i else None
    whose = word.child("pobj")
    if before is None or before is word.head or before.lower not in _STATES or whose is None:
        return
    if before.text[:1].isupper() and whose.pos == "PROPN" and before not in whose.subtree():
        move(word, before)


def _of_charge(word: Token) -> None:
    """ "accused [the army *of* killing]": what somebody is accused of is the verb's, no part of his name."""
    whom = word.head
    if whom.rel == "obj" and whom.head.lemma in _CHARGING and word.child("pcomp") is not None:
        move(word, whom.head)


def _of_the_held(clause: Token) -> None:
    """ "the release [of journalists] [*imprisoned* in Chad]": who is held is said of them."""
    for word in clause.head.kids("prep"):
        held = word.child("pobj") if word.lower == "of" and word.i < clause.i else None
        if held is not None and clause.head.pos == "NOUN" and held.i > clause.head.i:
            move(clause, held)
            return


def _of_main_clause(word: Token) -> None:
    """ "will boycott a summit [that opened in Lima] [*after accusing* Chad]": no summit accuses."""
    gerund, clause = word.child("pcomp"), word.head
    if gerund is None or gerund.tag != "VBG" or clause.lemma not in _HAPPENING | {"take"}:
        return
    verb = clause.head
    for _ in range(_DEEP):
        if verb.pos in _VERBS or verb.head is verb:
            break
        verb = verb.head
    while verb.rel in ("xcomp", "ccomp") and verb.head.pos in _VERBS:
        verb = verb.head
    if verb.pos in _VERBS:
        move(word, verb)


def _of_adviser(word: Token, tokens: Sequence[Token]) -> None:
    """ "met [A, Adviser] [*to* the French President]": whose adviser he is, is said of him."""
    before = tokens[word.i - tokens[0].i - 1] if word.i > tokens[0].i else word
    if before.lower in ADVISERS and before.rel in ("appos", "conj", "pobj", "obj", "subj"):
        move(word, before)


def _second_of_between(name: Token, tokens: Sequence[Token]) -> None:
    """ "The pact [between Chad] [and *the rebels*] was signed": a second subject is of the list before it."""
    first = min(t.i for t in name.subtree()) - tokens[0].i
    joint = tokens[first - 1] if first else name
    subjects = [c for c in name.head.kids("subj", "subjpass") if c.i < name.i]
    inner = joint.head
    if joint.lower == "and" and joint.rel == "cc" and subjects and inner.rel == "pobj":
        if inner.head.lower in ("between", "of") and subjects[0] in inner.ancestors():
            move(name, inner, "conj")


def _by_of_deed(word: Token, tokens: Sequence[Token]) -> None:
    """ "condemned [the invasion of Chad] [*by* Libya]": under an active verb "by" tells who did the deed."""
    verb, deed = word.head, word.head.child("obj")
    who = word.child("pobj")
    if deed is None or who is None or _is_passive(verb) or verb.child("subj") is None or deed.i > word.i:
        return
    of = [c for c in deed.children if c.rel == "prep" and c.lower in ("of", "on", "against", "in")]
    ends = max(t.i for t in deed.subtree())
    if of and ends == word.i - 1 and who.pos in _NAMES and (who.pos == "PROPN" or who.tag == "NNS"):
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
    happens = verb.lemma in _HAPPENING and (thing := verb.child("obj")) is None
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


def _since_then(word: Token) -> None:
    """ "Jets have [since [*bombed* areas]]": the participle is the verb, "since" tells when."""
    thing, have = word.child("pobj"), word.head
    verb = thing.child("amod") if thing is not None else None
    if thing is None or verb is None or verb.tag != "VBN" or verb.i != word.i + 1 or have.rel != "root":
        return
    for child in [c for c in have.children if c.rel in ("subj", "punct", "advmod", "prep") and c is not word]:
        move(child, verb)
    thing.children.remove(verb)
    verb.head, verb.rel, verb.pos = verb, "root", "VERB"
    move(word, verb, "advmod")
    move(thing, verb, "obj")
    have.rel = "aux"
    attach(have, verb)


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
