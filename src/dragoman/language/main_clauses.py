"""Main clauses that a small parser reads as phrases: the verb found, and its subject and object.

"The emir called the president" may be read as a noun with a participle, "Trump imposed sanctions" as a name
before a noun, a sentence before a semicolon as what the next one says.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.tree import Token, attach, move

_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
#: verbs that act by these prepositions, and have no passive with them: "a report *called for* sanctions"
_ACTING = {
    "call": frozenset({"for", "on", "upon"}), "appeal": frozenset({"for", "to"}),
    "agree": frozenset({"with", "to"}), "arrive": frozenset({"in", "at", "from"}),
    "vote": frozenset({"against", "for", "in"}), "march": frozenset({"on", "to", "through"}),
    "protest": frozenset({"against", "at", "over"}), "clash": frozenset({"with"}),
    "apologise": frozenset({"for", "to"}), "apologize": frozenset({"for", "to"}),
    "retreat": frozenset({"from", "to"}), "surrender": frozenset({"to"}), "object": frozenset({"to"}),
    "plead": frozenset({"for", "with"}),
    **dict.fromkeys(("squat", "gather", "rally", "assemble", "camp", "converge", "kneel", "flock"),
                    frozenset({"on", "in", "at", "outside", "near", "around", "before"})),
}  # fmt: skip

_OPENING = frozenset({"open", "close", "reopen", "shut"})
_MISSIONS = frozenset({"embassy", "legation", "consulate", "consulate-general", "post"})

#: prepositions that tell when, where and how
_TELLING = frozenset({"in", "on", "at", "near", "after", "before", "during", "with", "by", "for", "over"})


def mend_main_clauses(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place."""
    for token in tokens:
        if token.rel == "root" and token.pos in _NAMES:
            _main_clause(token)
            _perfect(token)
            _past(token)
            _before_title(token, tokens)
        if token.rel == "root" and token is tokens[0] and token.pos not in _VERBS:
            _name_acts(token, tokens)
        if token.rel == "root" and token.tag == "VBN":
            _aside_as_root(token, tokens)
    for token in tokens:
        if token.rel == "subj" and token.lemma.lower() in _MISSIONS:
            _of_opening(token)
        if token.rel == "conj" and token.pos in _NAMES and token.head.pos in _VERBS:
            _second_past(token)
        if token.rel in ("aux", "auxpass") and token.children:
            _of_auxiliary(token)
        if token.rel == "ccomp" and token.head.rel == "root" and token.i < token.head.i:
            _two_sentences(token, tokens)
        if token.lower == "since" and token.rel == "prep" and token.head.lemma == "have":
            _since_then(token)


def _aside_as_root(participle: Token, tokens: Sequence[Token]) -> None:
    """ "[Two attacks, *claimed by A*,] have killed ten": a participle between commas is no main clause."""
    noun = participle.child("subj", "subjpass")
    verb = next((c for c in participle.children if c.rel == "conj" and c.i > participle.i), None)
    if noun is None or verb is None or participle.child("cc", "aux", "auxpass") is not None:
        return
    helper = verb.child("aux", "auxpass")
    first = helper if helper is not None else verb
    finite = verb.tag in ("VBD", "VBZ", "VBP") or (helper is not None and helper.i < verb.i)
    own, fence = verb.child("subj", "subjpass"), tokens[first.i - tokens[0].i - 1]
    if not finite or own is not None or fence.text != "," or noun.i > participle.i:
        return
    participle.children.remove(verb)
    verb.head, verb.rel = verb, "root"
    attach(participle, verb)
    move(noun, verb, "subjpass" if verb.child("auxpass") is not None else "subj")
    for child in [c for c in participle.children if c.i < noun.i or c.i > verb.i]:
        move(child, verb)
    move(participle, noun, "acl")


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


def _name_acts(name: Token, tokens: Sequence[Token]) -> None:
    """ "[Trump [*imposed* sanctions]]" read as a phrase: a name, a participle, its noun are a clause."""
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


def _past(noun: Token) -> None:
    """ "[Chad's *army* routed] rebels": a participle that has a subject is a verb."""
    verb = next((c for c in noun.children if c.rel == "amod" and c.tag == "VBN" and c.i < noun.i), None)
    subject = verb.child("subj") if verb is not None else None
    if verb is None or subject is None or subject.i != verb.i - 1 or noun.kids("cop", "subj", "subjpass"):
        return
    for child in list(noun.children):
        if (child.rel == "prep" and child.lower in _TELLING) or child.rel == "punct":
            move(child, verb)
    noun.children.remove(verb)
    verb.head, verb.rel, verb.pos, verb.tag = verb, "root", "VERB", "VBD"
    attach(noun, verb)
    noun.rel = "obj"


def _of_opening(mission: Token) -> None:
    """ "The *consulate* opened in May": what opens is opened, as in "was opened"."""
    verb = mission.head
    if verb.lemma in _OPENING and not verb.kids("obj", "auxpass", "xcomp", "ccomp"):
        mission.rel = "subjpass"


def _second_past(noun: Token) -> None:
    """ "Chad agreed, and [the two *exchanged*] views": a participle with a subject is a second verb."""
    verb = next(
        (c for c in noun.children if c.rel == "amod" and c.tag in ("VBN", "VBD") and c.i < noun.i), None
    )
    subject = verb.child("subj") if verb is not None else None
    if verb is None or subject is None or subject.i > verb.i:
        return
    first = noun.head
    noun.children.remove(verb)
    first.children.remove(noun)
    attach(verb, first)
    attach(noun, verb)
    verb.rel, verb.pos, verb.tag, noun.rel = "conj", "VERB", "VBD", "obj"


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
