"""Who does what in a clause: logical subjects, objects and prepositional objects of verbs and nouns.

All functions take tokens of `dragoman.language` and return head tokens; coordination is expanded by the
caller (`Token.conjuncts`). "Logical" means that passive, control, raising, relatives, participles and
coordination are seen through: of "Russia, sanctioned by Norway, agreed to withdraw" the logical object of
"sanctioned" and the logical subject of "withdraw" are both "Russia".
"""

from __future__ import annotations

from dragoman.language import Token, told_once
from dragoman.language.calendar import WEEKDAYS

_OUTWARD = frozenset({"out", "away", "back", "off"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: verbs whose object is the subject of the infinitive that follows ("urged Israel to withdraw")
#: what is put on or given to somebody for what he did, and how
_REPAYMENTS = frozenset({
    "sanction", "sanctions", "penalty", "fine", "praise", "criticism", "tribute", "blame", "ban", "tariff",
    "punishment", "restriction", "embargo", "reprisal", "condemnation", "strike", "raid",
})  # fmt: skip
_REPAYING = frozenset({"on", "against", "of", "to", "upon"})
_OBJECT_CONTROL_EXCEPT = frozenset({"promise", "threaten", "vow", "pledge", "agree", "offer", "use"})
#: verbs of reaching somebody, by whoever has something to do or to say: "telephoned X to thank him"
_REACHING = frozenset({
    "telephone", "phone", "call", "ring", "visit", "receive", "meet", "cable", "wire", "approach", "contact",
    "greet", "host", "join", "address", "summon", "see", "leave", "convene", "gather",
})  # fmt: skip
#: verbs of what opens and closes by somebody's act, though no passive tells it: "The consulate *closed*"
_MIDDLES = frozenset({"open", "close", "reopen", "shut"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})


#: participles that tell how somebody is, not what was done to him
_POSED = frozenset({"camp", "encamp", "gather", "assemble", "mass", "huddle", "perch", "crouch", "squat"})


def is_verb(token: Token) -> bool:
    """Whether the token is a verb (participles used as adjectives before a noun are not)."""
    return token.pos in VERBAL and token.rel not in ("amod", "compound", "aux", "auxpass")


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: by its auxiliary, or a past participle that modifies a noun."""
    if verb.lemma in _POSED and verb.child("agent") is None:
        return False  # "were *camped* outside"
    for child in verb.children:
        if child.rel in ("auxpass", "subjpass", "agent", "csubjpass"):
            return True
    if verb.lemma in _MIDDLES and verb.rel == "conj" and verb.head.lemma in _MIDDLES:
        return not verb.kids("subj", "obj") and is_passive(verb.head)
    if verb.tag != "VBN":
        return False
    if verb.rel in ("acl", "relcl", "amod") and not _aux_have(verb):
        return True
    if verb.rel == "conj" and verb.head.tag == "VBN" and not verb.kids("subj", "aux", "obj"):
        return is_passive(verb.head)
    return verb.rel == "advcl" and not verb.kids("aux", "obj", "subj")


def _aux_have(verb: Token) -> bool:
    return any(c.rel == "aux" and c.lemma == "have" for c in verb.children)


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a token stands in, else the top of what it stands in."""
    for above in (token, *token.ancestors()):
        if is_verb(above):
            return above
        top = above
    return top


def own_subject(verb: Token) -> Token | None:
    """The grammatical subject that the verb itself has (active or passive), relatives seen through."""
    subject = verb.child("subj", "subjpass")
    if subject is None:
        return None
    if subject.lower in RELATIVE and verb.rel == "relcl":
        return verb.head
    return subject


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The grammatical subject, own or shared (control, coordination, participles), else None."""
    own = own_subject(verb)
    if own is not None:
        return own
    if depth > 6 or verb.head is verb:
        return None
    head, rel = verb.head, verb.rel
    if rel == "conj" and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return surface_subject(head, depth + 1) if head.pos in VERBAL else None
    if rel in ("relcl", "acl"):
        if head.rel == "attr" and verb.tag == "VB" and head.head.lemma in ("become", "be", "remain"):
            return surface_subject(head.head, depth + 1)  # "*Iceland* became the first to recognise"
        return _antecedent(verb)
    if rel in ("xcomp", "ccomp") and head.pos in VERBAL:
        return _controller(verb, head, depth)
    if rel == "acomp" and verb.tag == "VBN" and head.pos in VERBAL:  # "*Chad* is [committed to it]"
        return surface_subject(head, depth + 1)
    if rel == "xcomp" and head.pos == "ADJ":  # "is ready to visit"
        return surface_subject(clause_verb(head), depth + 1)
    if rel == "advcl" and head.pos in VERBAL and verb.tag in ("VBG", "VBN", "VB"):
        return surface_subject(head, depth + 1)
    if rel == "pcomp":  # "after meeting", "accused of attacking"
        return _pcomp_subject(verb, depth)
    return None


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participle clause hangs on, if it can be the clause's subject."""
    if verb.head.pos not in NOMINAL:
        return None
    if verb.rel == "acl" and verb.tag == "VB":  # "decision to withdraw": the subject of the noun's clause
        head = verb.head
        owner = head.child("poss") or _undertaking(head)
        if owner is not None:
            return owner
        if head.rel == "oprd":  # "called the move an attempt to block talks": the move would block them
            return head.head.child("obj")
        governor = clause_verb(head)
        return surface_subject(governor, 4) if is_verb(governor) else None
    return verb.head


def _undertaking(effort: Token) -> Token | None:
    """Whose effort something is: "moves [*by Chad*] to close it", "action taken by *Chad*"."""
    by = [t for c in effort.kids("prep") if c.lower == "by" for t in c.kids("pobj")]
    by += [t for c in effort.kids("acl") if c.tag == "VBN" and (t := agent(c)) is not None]
    return by[0] if by else None


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    if verb.rel == "ccomp" and verb.tag not in ("VB", "VBG"):
        return None
    reached = head.lemma in _REACHING and any(c.rel == "aux" and c.lower == "to" for c in verb.children)
    if head.lemma not in _OBJECT_CONTROL_EXCEPT and not reached:
        target = head.child("obj") or head.child("iobj")
        if target is not None and target.i < verb.i and not is_passive(head):
            return target
    if is_passive(head):
        return own_subject(head) or surface_subject(head, depth + 1)
    return surface_subject(head, depth + 1)


def _pcomp_subject(verb: Token, depth: int) -> Token | None:
    above = verb.head.head  # the preposition's head
    if above.pos in VERBAL:
        target = above.child("obj")
        if verb.head.lower in ("of", "from", "for", "into") and target is not None:
            return _repaid(target, verb.head) or target  # "accused Iran of attacking"
        if verb.head.lower in ("of", "from", "for") and is_passive(above):
            return own_subject(above)
        return surface_subject(above, depth + 1)
    if above.pos in NOMINAL:
        repaid = _repaid(above, verb.head)
        return repaid or above.child("poss") or surface_subject(clause_verb(above), depth + 1)
    return None


def _repaid(noun: Token, word: Token) -> Token | None:
    """Who did what a penalty or praise is for: "sanctions [on *two firms*] for selling arms"."""
    if word.lower != "for":
        return None
    if noun.rel == "pobj" and noun.head.lower in _REPAYING and noun.head.head.pos == "NOUN":
        return noun
    told = (t for c in noun.kids("prep") if c.lower in _REPAYING for t in c.kids("pobj"))
    return next(told, None) if noun.lemma in _REPAYMENTS else None


def agent(verb: Token) -> Token | None:
    """The "by" of a passive."""
    by = verb.child("agent")
    if by is None:
        by = next((c for c in verb.kids("prep") if c.lower == "by"), None)
    return by.child("pobj") if by is not None else None


def subject(verb: Token) -> Token | None:
    """The logical subject: who acts."""
    return agent(verb) if is_passive(verb) else surface_subject(verb)


@told_once
def direct_object(verb: Token) -> Token | None:
    """The logical object: what or who is acted on."""
    if is_passive(verb):
        first = verb.first_conjunct
        if first.rel == "acl" and not verb.kids("subjpass") and (first is verb or is_passive(first)):
            return first.head if first.head.pos in NOMINAL else None
        return surface_subject(verb)
    target = verb.child("obj")
    if target is None:
        target = verb.child("iobj") if verb.child("ccomp", "xcomp") else None
    if target is not None:
        if target.lower in RELATIVE and verb.rel == "relcl":
            return verb.head
        return target
    if verb.rel == "relcl" and own_subject(verb) not in (None, verb.head) and verb.head.pos in NOMINAL:
        return verb.head  # "the man whom she met", "talks that they held"
    follower = next((c for c in verb.kids("conj") if is_verb(c)), None)
    if follower is not None and not verb.kids("prep", "ccomp", "xcomp", "advcl"):
        return follower.child("obj")  # "criticised and expelled the envoy"
    return None


def prep_objects(head: Token, word: str) -> list[Token]:
    """The objects of a preposition under a head ("talks *with* X"), relatives seen through."""
    if word not in head.sent.words:
        return []
    return [_seen_through(head, target) for target in _prep_objects(head, word)]


def _seen_through(head: Token, target: Token) -> Token:
    """Of a relative pronoun, what it stands for: "the poet *to whom* Chile granted asylum"."""
    relative = target.lower in ("whom", "which") and head.rel == "relcl" and head.head.pos in NOMINAL
    return head.head if relative else target


def _prep_objects(head: Token, word: str) -> list[Token]:
    found = []
    for child in head.children:
        if child.rel in ("prep", "agent", "dative", "iobj") and child.lower == word:
            found.extend(child.kids("pobj"))
            for inner in child.kids("prep"):  # "from within X"
                found.extend(inner.kids("pobj"))
        elif (child.rel == "prep" and child.lower in _OUTWARD) or (
            child.rel in ("npmod", "advmod") and (head.pos in VERBAL or head.pos == "NOUN")
        ):  # "pulled *out of* X"
            for inner in child.kids("prep"):
                if inner.lower == word:
                    found.extend(inner.kids("pobj"))
    return found


def reached(noun: Token, word: str) -> list[Token]:
    """Objects of a preposition of a noun, also where it hangs lower or on the verb whose object the noun is.

    "meetings *at the summit with X*", "talks *last week with X*", "followed a meeting with X".
    """
    out = prep_objects(noun, word)
    if out:
        return out
    for child in noun.children:
        if child.rel in ("npmod", "advmod"):
            out.extend(prep_objects(child, word))
        elif child.rel == "prep" and child.lower in ("in", "at", "on", "during"):
            for target in child.kids("pobj"):
                out.extend(prep_objects(target, word))
    if not out and noun.rel == "obj":
        out.extend(t for t in prep_objects(noun.head, word) if t.i > noun.i)
    return out


def complement(verb: Token) -> Token | None:
    """The verb of the complement clause: "threatened to *attack*", "said that it *withdrew*"."""
    found = verb.kids("xcomp", "ccomp")
    return next((clause for clause in found if clause.i > verb.i), found[0] if found else None)


#: what timetables tell in the present: "leaves for Harare on Tuesday"
_TIMETABLED = frozenset({
    "arrive", "begin", "convene", "depart", "fly", "leave", "open", "resume", "start", "travel",
})  # fmt: skip
_DAYS = WEEKDAYS | {"tomorrow"}


def scheduled(verb: Token) -> bool:
    """Whether a present tells what is to come on a day: "leaves for Harare on Tuesday"; no headline does."""
    if verb.tag not in ("VBZ", "VBP") or verb.lemma not in _TIMETABLED or verb.sent.tokens[-1].text != ".":
        return False
    return any(
        t.lower in _DAYS
        for child in verb.kids("prep", "npmod", "advmod")
        for t in (child, *child.kids("pobj"))
    )


def _only_later(verb: Token) -> bool:
    """Whether an act came late, not never: "did not recognize Angola *until* 1976"."""
    late = any(c.lower == "until" or any(m.lower == "until" for m in c.kids("mark")) for c in verb.children)
    return late and any(
        c.tag == "VBD" and c.lemma in ("do", "have", "be") for c in verb.kids("aux", "auxpass")
    )


def negated(verb: Token) -> bool:
    """Whether the verb itself is negated ("did not", "never", "no longer", "neither ... nor")."""
    if verb.rel == "conj" and any(c.lower == "nor" and c.i < verb.i for c in verb.head.kids("cc")):
        return True
    return _own_negation(verb) and not _only_later(verb)


def _own_negation(verb: Token) -> bool:
    for child in verb.children:
        if child.lower == "neither" and child.rel in ("preconj", "cc"):
            return True
        if child.rel == "neg" or (child.rel == "advmod" and child.lower in ("never", "neither", "nor")):
            return True
        if child.lower == "longer" and any(c.lower == "no" for c in child.children):
            return True
        if child.rel == "subj" and child.lower in ("nobody", "none", "neither"):
            return True
        if child.rel in ("subj", "obj", "subjpass") and any(
            c.rel == "det" and c.lower in ("no", "neither") for c in child.children
        ):
            return True
    return False
