"""Repairs of attachments that no English sentence has, and that a small parser often makes.

Each repair names a pattern that is ungrammatical as parsed; none looks at particular words but
prepositions.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.calendar import DATES, MONTHS
from dragoman.language.names import conjunct_of_verb, mend_names
from dragoman.language.tree import Token, move

_NEAR = 3
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBZ", "VBD"})
#: what people do, as it describes them: "striking miners"
_DESCRIBING = frozenset({
    "striking", "protesting", "demonstrating", "rioting", "marching", "fleeing", "advancing", "retreating",
    "returning", "warring", "dissenting", "mourning", "picketing", "defecting",
    "visiting",
})  # fmt: skip
_CALLING = frozenset({"call", "phone", "telephone", "ring"})
#: what is said in a call
_TELLING = frozenset({
    "offer", "express", "convey", "reaffirm", "reiterate", "congratulate", "thank", "wish", "condemn",
    "extend", "underscore", "commend", "welcome", "assure", "apologise", "apologize", "discuss",
})  # fmt: skip
#: words that are verbs only, which a parser may take for nouns
_ONLY_VERBS = frozenset({
    "apologise", "apologize", "withdraw", "recognise", "recognize", "intervene", "negotiate", "evacuate",
    "nationalize", "demobilise", "normalise", "normalize", "stabilise", "stabilize", "nationalise",
    "condemn", "surrender", "disarm", "resign", "abstain", "cooperate", "co-operate", "comply", "retaliate",
})  # fmt: skip
#: verbs whose infinitive is what is willed, not what for
_WILLING = frozenset({
    "swear", "vow", "pledge", "promise", "threaten", "agree", "refuse", "decide", "decline", "plan", "want",
    "intend", "resolve", "undertake", "opt", "hope", "wish", "manage", "fail", "attempt", "offer",
})  # fmt: skip
#: what is done to people, of whom a report counts several in turn
_SUFFERED = frozenset({
    "wound", "injure", "kill", "hurt", "displace", "detain", "arrest", "destroy", "damage", "hospitalise",
    "hospitalize", "abduct", "kidnap", "evacuate", "jail",
})  # fmt: skip

#: nouns of those who act that official prose writes with a capital: "The two Ministers agreed"
_CAPITAL_PLURALS = {
    f"{noun}s": noun
    for noun in ("minister", "president", "leader", "side", "head", "government", "ambassador", "delegation",
                 "premier", "principal", "participant", "partner", "chancellor", "representative", "legation",
                 "consulate", "mission", "agreement", "force", "parliament", "friend", "colleague",
                 "counterpart", "nation", "neighbour", "neighbor")
} | {"parties": "party", "countries": "country", "secretaries": "secretary", "embassies": "embassy",
     "treaties": "treaty", "ministries": "ministry", "allies": "ally"}  # fmt: skip


def repair(tokens: Sequence[Token]) -> None:
    """Mend the tree of one sentence in place, before children are ordered."""
    for token in tokens:
        if token.lower == "freezes" and token.tag == "VBZ":
            _asset_freezes(token)
        if token.lower == "wound" and any(c.lower == "up" for c in token.kids("prt")):
            token.lemma, token.tag = "wind", "VBD"  # "*wound up* a summit" hurt nobody
        if token.tag == "NNPS":
            token.lemma = _CAPITAL_PLURALS.get(token.lower, token.lemma)
        if token.text == "WHO" and token.tag == "WP" and not all(t.text.isupper() for t in tokens[:4]):
            token.tag, token.pos, token.lemma = "NNP", "PROPN", "WHO"
        if token.text == "May" and token.tag == "MD" and token is not tokens[0]:
            before = tokens[token.i - tokens[0].i - 1]
            if before.text.isdigit():  # "the army 29 *May* retaliated"
                token.tag, token.pos, token.rel = "NNP", "PROPN", "npmod"
        if token.lower in ("d'affaires", "d’affaires"):  # one chargé is no plural
            token.lemma, token.tag = "d'affaires", "NN"
        if token.lower == "with" and token.rel in ("mark", "prep"):
            _with_infinitive(token)
    for token in tokens:
        if token.lower in MONTHS and token.rel in ("pobj", "obj", "npmod", "conj", "appos"):
            _day_after_name(token)
    for token in tokens:
        if token.rel == "conj" and token.pos == "ADP" and token.child("pobj"):
            _second_preposition(token)
        if (
            token.rel == "pobj"
            and token.tag == "NN"
            and token.lower in _ONLY_VERBS
            and token.head.lower == "to"
        ):
            _verb_after_to(token)
        if token.rel == "root" and token.tag == "NNS" and token.child("obj") is not None:
            _verb_of_entry(token)
        if token.rel == "root" and token.tag == "NN":
            _verb_of_several(token)
        if token.rel == "root" and token.lower == "meeting" and token.child("prep"):
            _heading(token)
        if token.rel == "pcomp" and token.tag == "VBN":
            _participle_of_place(token)
        if token.rel in ("npmod", "dep", "appos") and token.pos == "PROPN" and token.child("compound"):
            conjunct_of_verb(token, tokens)
    for token in tokens:
        if token.rel == "conj" and token.tag == "VBG":
            _participle_of_noun(token, tokens)
        if token.rel == "conj" and token.tag in _FINITE:
            _conjunct_of_infinitive(token)
        if token.rel == "ccomp" and token.tag == "VBG":
            _object_before_gerund(token)
        if token.rel in ("advcl", "ccomp", "pcomp", "dep") and token.tag == "VBG":
            _object_of_bare_preposition(token, tokens)
        if token.rel == "advcl" and token.tag == "VB" and token.head.lemma in _WILLING:
            _what_is_willed(token)
        if token.rel in ("xcomp", "ccomp") and token.lemma in _TELLING and token.head.lemma in _CALLING:
            _said_in_call(token)
        if token.rel in ("pcomp", "ccomp", "xcomp", "advcl") and token.lower in _DESCRIBING:
            _describing(token)
        if token.rel == "subj" and token.pos == "PROPN" and token.head.tag == "VB":
            _second_asked(token, tokens)
        if token.rel == "subj" and token.head.rel == "conj":
            _second_suffering(token)
        if token.rel == "relcl" and token.head.rel == "pobj" and token.tag in ("VBN", "VBD"):
            _object_with_participle(token)
        if token.rel == "relcl" and token.head.lower in MONTHS:
            _clause_after_date(token)
        if token.rel == "ccomp" and token.tag in _FINITE:
            _clause_after_object(token)
        if token.rel in ("conj", "appos") and token.pos == "PROPN":
            _subject_after_date(token)
        if token.lower == "by" and token.rel in ("prep", "agent"):
            _agent_of_gerund(token)
        if (
            token.rel == "oprd"
            and token.pos == "PROPN"
            and not token.head.child("obj", "subjpass", "auxpass")
        ):
            token.rel = "obj"  # "called President X"
    mend_names(tokens)


def _asset_freezes(freezes: Token) -> None:
    """ "imposed [travel bans and *asset freezes*] on them": what assets do is no verb here."""
    first, verb = freezes.child("subj"), freezes.head
    asset = first if first is None or first.i + 1 == freezes.i else first.child("conj")
    if first is None or asset is None or asset.lower not in ("asset", "assets") or asset.i + 1 != freezes.i:
        return
    bans = verb.child("obj") if asset is first else first
    if bans is None or verb is freezes:
        return
    freezes.pos, freezes.tag, freezes.lemma = "NOUN", "NNS", "freeze"
    if bans is first:
        move(first, verb, "obj")
    move(asset, freezes, "compound")
    move(freezes, bans, "conj")


def _second_preposition(word: Token) -> None:
    """ "met [with A and with B]": both are of the verb."""
    first = word.head
    if first.pos == "VERB":
        word.rel = "prep"
    elif first.lower == word.lower and first.rel == "prep":
        move(word, first.head, "prep")


def _verb_of_entry(word: Token) -> None:
    """ "Jordan *severs* relations": a noun has no object, and the name before it is the subject."""
    target, actor = word.child("obj"), word.child("compound")
    if target is None or actor is None or actor.pos != "PROPN" or not actor.i < word.i < target.i:
        return
    word.pos, word.tag = "VERB", "VBZ"
    actor.rel = "subj"
    for child in [c for c in word.children if c.i < actor.i and c.rel in ("compound", "amod", "det")]:
        move(child, actor)


def _verb_of_several(word: Token) -> None:
    """ "The members of the Council *urge* the premier to ...": what has a subject and an object is a verb."""
    subject, target = word.child("subj"), word.child("obj")
    if subject is None or target is None or word.child("cop", "det", "amod", "compound") is not None:
        return
    if subject.tag in ("NNS", "NNPS") and subject.i < word.i < target.i:
        word.pos, word.tag, word.lemma = "VERB", "VBP", word.lower


def _heading(word: Token) -> None:
    """ "Meeting with President A." is a noun: a participle does not stand alone."""
    if word.tag == "VBG" and word.child("subj", "aux", "obj") is None:
        word.tag, word.pos, word.lemma = "NN", "NOUN", "meeting"


def _with_infinitive(word: Token) -> None:
    """ "spoke with X to thank him" parsed as "with [X to thank him]": X is the object of "with"."""
    inner = word.head if word.rel == "mark" else word.child("pcomp")
    if inner is None or inner.tag != "VB" or inner.rel not in ("advcl", "pcomp"):
        return
    if not any(c.rel == "aux" and c.lower == "to" for c in inner.children):
        return
    subject = inner.child("subj")
    verb = inner.head if word.rel == "mark" else word.head
    if subject is None or not word.i < subject.i < inner.i or verb is inner:
        return
    move(subject, word, "pobj")
    if word.rel == "mark":
        move(word, verb, "prep")
    else:
        move(inner, verb, "advcl")


def _day_after_name(month: Token) -> None:
    """ "met President X May 3" with the name under the month: the name is the object, the day is apart."""
    if not any(c.rel == "nummod" and c.i == month.i + 1 for c in month.children):
        return
    name = next((c for c in month.children if c.i == month.i - 1), None)
    if name is None or name.pos != "PROPN" or name.rel not in ("compound", "nmod", "nummod"):
        return
    head, rel = month.head, month.rel
    if rel == "npmod" and (head.pos != "VERB" or head.child("obj") is not None):
        return
    move(name, head, "obj" if rel == "npmod" else rel)
    for child in [c for c in month.children if c.i < name.i]:
        move(child, name, child.rel)
    verb = next((a for a in name.ancestors() if a.pos in ("VERB", "AUX")), name)
    move(month, verb, "npmod")


def _participle_of_place(token: Token) -> None:
    """ "in [occupied Kosovo]" parsed as "in" with a clause: the participle describes the place."""
    target = token.child("obj")
    if target is None or token.child("subj", "aux", "auxpass") is not None:
        return
    move(target, token.head, "pobj")
    move(token, target, "amod")
    token.pos = "ADJ"


def _participle_of_noun(token: Token, tokens: Sequence[Token]) -> None:
    """A bare "-ing" coordinated with a finite verb: "touched on ties and [pressing] matters": it describes
    a noun."""
    verb, target = token.head, token.child("obj")
    if verb.tag not in ("VBD", "VBZ", "VBP") or target is None or token.child("subj", "aux", "prep"):
        return
    place = token.i - tokens[0].i - 1
    while place >= 0 and tokens[place].rel in ("cc", "punct"):
        place -= 1
    if place < 0 or tokens[place].pos not in _NOMINAL or target.i - token.i > _NEAR:
        return
    move(target, tokens[place], "conj")
    move(token, target, "amod")
    token.pos = "ADJ"


def _conjunct_of_infinitive(token: Token) -> None:
    """ "urges all to act and [calls on X]" with "calls" beside "act": it goes to the verb of its tense."""
    below = token.head
    if below.tag != "VB" or token.child("subj", "subjpass") is not None:
        return
    above = next((a for a in below.ancestors() if a.pos == "VERB"), None)
    if above is not None and above.tag == token.tag and above.i < below.i:
        move(token, above, "conj")


def _subject_after_date(token: Token) -> None:
    """ "In [June, Chad, Mali and Niger] signed": a date is joined with no name; the names are who signs."""
    day, word = token.head, token.head.head
    dated = day.lower in DATES or (day.text.isdigit() and len(day.text) == 4)
    if not dated or token.lower in DATES or day.rel != "pobj" or word.rel != "prep":
        return
    verb = word.head
    if verb.pos == "VERB" and verb.i > token.i and verb.child("subj", "subjpass") is None:
        move(token, verb, "subjpass" if verb.child("auxpass") else "subj")


def _object_of_bare_preposition(verb: Token, tokens: Sequence[Token]) -> None:
    """ "fired gas [at *workers*] marching": a preposition with nothing after it has the noun."""
    noun = verb.child("subj")
    if noun is None or noun.pos not in _NOMINAL or noun.i > verb.i:
        return
    place = min(t.i for t in noun.subtree()) - tokens[0].i
    word = tokens[place - 1] if place else noun
    if word.rel == "prep" and word.pos == "ADP" and not word.child("pobj", "pcomp") and word is not verb:
        move(noun, word, "pobj")
        move(verb, noun, "acl")


def _object_with_participle(verb: Token) -> None:
    """ "condemned in strong terms [the *raid*] carried out by X": what is behind the phrase is the object."""
    noun, phrase = verb.child("subj"), verb.head.head
    governor = phrase.head
    if noun is None or noun.pos not in _NOMINAL or not verb.head.i < noun.i < verb.i:
        return
    agents = [c for c in verb.kids("prep", "agent") if c.lower == "by"]
    if not agents or phrase.pos != "ADP" or governor.pos != "VERB" or governor.child("obj", "subjpass"):
        return
    if min(t.i for t in noun.subtree()) != verb.head.i + 1:
        return
    verb.tag, agents[0].rel = "VBN", "agent"
    move(noun, governor, "obj")
    move(verb, noun, "acl")


def _clause_after_date(verb: Token) -> None:
    """ "the release on 22 August, which *it welcomed*": no day is what a clause with "which" tells of."""
    word = verb.head.head
    if any(c.lower == "which" for c in verb.children) and word.pos == "ADP" and word.head.pos == "NOUN":
        move(verb, word.head)


def _object_before_gerund(token: Token) -> None:
    """ "visited [Chad carrying a letter]": the name is what is visited, the rest says how."""
    verb, name = token.head, token.child("subj")
    if name is None or name.pos != "PROPN" or token.child("aux", "mark") is not None:
        return
    if (
        verb.pos != "VERB"
        or verb.child("obj", "mark") is not None
        or min(t.i for t in name.subtree()) != verb.i + 1
    ):
        return
    move(name, verb, "obj")
    token.rel = "advcl"


def _verb_after_to(word: Token) -> None:
    """ "told Finland to *apologise*": a word that is only a verb is the infinitive of its "to"."""
    mark = word.head
    if word.kids("det", "amod", "poss") or mark.head.pos != "VERB":
        return
    move(word, mark.head, "xcomp")
    move(mark, word, "aux")
    word.pos, word.tag, mark.pos, mark.tag = "VERB", "VB", "PART", "TO"


def _said_in_call(verb: Token) -> None:
    """ "called the premier [to offer support]": what is said in a call is not asked of who is called."""
    whom = verb.head.child("obj") or verb.child("subj")
    if verb.tag != "VB" or whom is None or whom.i > verb.i or whom.pos not in _NOMINAL:
        return
    if whom.head is verb:
        move(whom, verb.head, "obj")
    verb.rel = "advcl"


def _what_is_willed(verb: Token) -> None:
    """ "have sworn [to fight]": after a verb of the will without an object, it is what is willed."""
    will = verb.head
    if verb.i < will.i or not any(c.rel == "aux" and c.lower == "to" for c in verb.children):
        return
    if will.child("obj", "xcomp", "ccomp", "subjpass", "auxpass") is None and not will.kids("prep"):
        verb.rel = "xcomp"


def _describing(word: Token) -> None:
    """ "fired on [*striking* miners]": a word for what people do, just before them, describes them."""
    whom = word.child("obj")
    if whom is None or whom.child("det", "poss", "nummod") is not None:
        return
    if whom.tag != "NNS" and not (word.lower == "visiting" and whom.pos == "PROPN"):
        return
    if min(t.i for t in whom.subtree()) != word.i + 1 or word.child("subj", "aux", "prt") is not None:
        return
    move(whom, word.head, "pobj" if word.rel == "pcomp" else "obj")
    for child in list(word.children):
        move(child, whom)
    move(word, whom, "amod")
    word.tag, word.pos = "VBG", "VERB"


def _second_suffering(whom: Token) -> None:
    """ "two were killed and [*six* wounded]": a second participle without an auxiliary is passive too."""
    verb = whom.head
    passive = verb.head.child("auxpass") is not None
    alone = verb.child("obj", "aux", "auxpass", "ccomp", "xcomp", "prt") is None
    if verb.tag in ("VBN", "VBD") and verb.lemma in _SUFFERED and passive and alone:
        whom.rel, verb.tag = "subjpass", "VBN"


def _second_asked(name: Token, tokens: Sequence[Token]) -> None:
    """ "urges [Peru, Chile to talk]", as headlines list: the last of those asked is asked like the first."""
    inner = name.head
    verb, place = inner.head, name.i - tokens[0].i
    first = verb.child("obj")
    if first is None or first.pos != "PROPN" or inner.rel not in ("ccomp", "xcomp") or place < 2:
        return
    to = any(c.rel == "aux" and c.lower == "to" for c in inner.children)
    if to and tokens[place - 1].text == "," and tokens[place - 2] in first.subtree():
        move(name, first, "conj")


def _agent_of_gerund(word: Token) -> None:
    """ "was accused of [stealing funds by X]": who does what is passive, not what a gerund tells."""
    gerund, doer = word.head, word.child("pobj")
    if gerund.tag != "VBG" or gerund.rel != "pcomp" or gerund.child("auxpass") or doer is None:
        return
    verb = gerund.head.head
    passive = verb.pos == "VERB" and verb.child("auxpass") is not None
    if passive and not any(c.lower == "by" for c in verb.children) and doer.tag != "VBG":
        move(word, verb, "agent")


def _clause_after_object(verb: Token) -> None:
    """ "Japan froze [grants and Germany halted aid]": the object of one clause, the subject of the next."""
    first, outer = verb.child("subj"), verb.head
    if first is None or verb.child("mark", "advmod") is not None or outer.tag not in _FINITE:
        return
    name = next((c for c in first.kids("conj") if c.pos == "PROPN"), None)
    joint = first.child("cc")
    if name is None or joint is None or first.pos != "NOUN" or not outer.i < first.i < joint.i < name.i:
        return
    if outer.child("obj") is not None or verb.i - name.i > _NEAR:
        return
    move(first, outer, "obj")
    move(name, verb, "subj")
    move(joint, outer, "cc")
    move(verb, outer, "conj")
