"""One entry of the lexicon: which words mean which event, and which part of the clause brings which role.

A **slot** names a place in the clause. `subject` and `object` are the logical ones: of "X was sanctioned by
Y" the subject is Y and the object X. For a noun ("talks", "visit"), `subject` is the subject of the verb
that carries it ("held talks", "paid a visit"). A slot that is a preposition ("with") is the object of that
preposition under the trigger. The slots of a role are tried in order; all coordinated actors of the first
slot that holds an actor are taken (`subject+with` takes both).
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: slots other than prepositions
SLOTS = frozenset({
    "subject",    # logical subject
    "object",     # logical object
    "iobject",    # indirect object: gave X aid
    "possessor",  # X's visit, its visit
    "modifier",   # adjective or compound before a noun: Russian airstrikes, the US-Japan talks
    "clause",     # subject of the complement clause: accused X of ..., wants X to ...
    "place",      # the state of the place where it happens, when no other slot brings an actor
    "speaker",    # who says it, else the body whose own text it is
    "content",    # the first party in what follows under the trigger: threatened to cut power to X
})  # fmt: skip
PREPOSITIONS = frozenset({
    "about", "against", "along", "alongside", "among", "amongst", "around", "at", "behind", "between",
    "by", "for", "from", "in", "inside", "into", "near", "of", "off", "on", "onto", "out", "outside",
    "over", "through", "throughout", "to", "toward", "towards", "under", "upon", "with", "within",
    "without", "past", "across", "above", "after", "before", "despite", "during", "as", "than", "via",
})  # fmt: skip
#: in an entry's object: a plural name, as of a people; a proper name, as of a town
PEOPLE, PLACE = "<people>", "<place>"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. Lemmas are lower case. Exactly one of `verb`, `noun`, `adjective` is not empty.

    `verb` items may hold a particle or preposition after the lemma ("call on", "carry out"); `noun` and
    `adjective` items may be several words ("state of emergency").
    """

    id: str
    type: str | None  # None: the words only look like an event; the entry blocks others ("meet a target")
    mode: str | None = None
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    #: head lemmas that the direct object must have ("hold" + "talks"), or a lemma within it; "<people>" is
    #: any plural name ("Eritreans"), "<place>" any other name
    object: frozenset[str] = frozenset()
    #: head lemmas that the direct object must not have
    not_object: frozenset[str] = frozenset()
    #: preposition -> lemmas one of which must head its object ("take" + into: "custody")
    with_prep: dict[str, frozenset[str]] = field(default_factory=dict)
    #: lemmas of which one must stand somewhere under the trigger (its subtree), if any are named
    near: frozenset[str] = frozenset()
    #: lemmas none of which may stand directly under the trigger
    not_near: frozenset[str] = frozenset()
    #: lemmas none of which may stand anywhere under the trigger
    not_within: frozenset[str] = frozenset()
    #: the complement clause that follows: "to" (infinitive), "that" (finite), "subjunctive", "ing", or None
    clause: str | None = None
    #: lemmas of the verb of that clause, if it must be one of these ("threaten to" + "attack")
    clause_verb: frozenset[str] = frozenset()
    #: auxiliaries of which that clause's verb must have one ("said that X *must* pay")
    clause_aux: frozenset[str] = frozenset()
    #: whether the subject of that clause must be a pronoun that may be the speaker ("said it would attack")
    own_clause: bool = False
    #: whether there may be no other side though the type asks for one ("withdrew from the treaty")
    alone: bool = False
    #: whether the trigger must be negated ("will not accept"), or the clause, if one is asked for
    negated: bool = False
    #: role -> slots, in order; "a+b" takes both
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ()
    #: what there is no event without: "actor", "recipient", "pair" (two parties, or a plural one)
    needs: frozenset[str] = frozenset({"actor"})
    #: slots that must hold a political actor (not a thing): "object" for "meet"
    political: frozenset[str] = frozenset()
    #: sectors of which one actor must be: COP for a search, LAB for a strike
    actor_is: frozenset[str] = frozenset()
    #: a status that the words themselves give ("plan to", "threat of"), else None
    status: str | None = None
    #: 0..1, how sure these words alone are
    weight: float = 0.8
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    file: str = ""
    line: int = 0
    #: the items of its words by the word that is the trigger: all words of each, and those beside the trigger
    items: dict[str, list[tuple[list[str], list[str]]]] = field(init=False, repr=False, compare=False)
    #: by the word that is the trigger, sets of words of which a sentence must hold one each, else the entry
    #: cannot fit there
    asked: dict[str, tuple[frozenset[str], ...]] = field(init=False, repr=False, compare=False)
    #: how much it asks for beside its words
    demands: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", self._items())
        object.__setattr__(self, "asked", self._asked())
        object.__setattr__(self, "demands", self._demands())

    def _asked(self) -> dict[str, tuple[frozenset[str], ...]]:
        sets = [frozenset({word}) for word in self.with_prep]
        sets += [words for words in (self.near, self.clause_verb, self.clause_aux) if words]
        sets += [
            frozenset(item.split()[-1] for item in lemmas)
            for lemmas in (self.object, *self.with_prep.values())
            if lemmas and not lemmas & {PEOPLE, PLACE}
        ]
        found = {}
        for trigger, items in self.items.items():
            beside = [words for _, words in items]
            own = [frozenset(max(words, key=len) for words in beside)] if all(beside) else []
            found[trigger] = (*own, *sets)
        return found

    def _items(self) -> dict[str, list[tuple[list[str], list[str]]]]:
        found: dict[str, list[tuple[list[str], list[str]]]] = {}
        for item in self.verb or self.noun or self.adjective:
            parts = item.split()
            beside = parts[:-1] if self.noun else parts[1:]
            found.setdefault(parts[-1] if self.noun else parts[0], []).append((parts, beside))
        return found

    def _demands(self) -> int:
        asked = (3 if self.object else 0) + 2 * len(self.with_prep) + (1 if self.near else 0)
        asked += (1 if self.clause else 0) + (2 if self.clause_verb else 0)
        asked += (1 if self.actor_is else 0) + (1 if self.political else 0) + (3 if self.type is None else 0)
        return asked + (2 if self.negated else 0) + (2 if self.status else 0)
