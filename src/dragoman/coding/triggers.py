"""Triggers: which words of the text are the words of a lexicon entry, in a frame that fits it.

For each trigger word all entries that its lemma names are tried, the most specific first (an entry that also
asks for an object, a preposition or a clause is more specific than one that does not). An entry of no type
blocks those after it: "met its target" is no meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.coding import syntax
from dragoman.coding.wordlists import as_set, load_words
from dragoman.language import Parse, Sentence, Token
from dragoman.language.calendar import DATES
from dragoman.lexicon.entry import PEOPLE, PLACE, Entry
from dragoman.lexicon.loader import Lexicon
from dragoman.lexicon.word import WordEntries

#: relations in which a noun stands
_OF_NOUNS = frozenset({"subj", "subjpass", "csubj", "pobj", "obj", "conj", "root", "attr", "pcomp", "appos"})
#: parts of speech of words that can be a trigger
_TRIGGERING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_SHORTEST = 6  # letters of a noun in -ing that is taken for a verb's
_BELOW, _OWNER = 80, 20  # words below a trigger, and of who acts, among which an entry's are sought
_GAP = 2  # tokens from one word of a phrase to the next: one adverb may stand between


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word with an entry that fits it. `words` are all tokens that belong to the trigger."""

    token: Token
    entry: Entry
    words: tuple[Token, ...]
    specificity: int

    @property
    def start(self) -> int:
        """Start of the trigger's words in the text."""
        return min(t.start for t in self.words)

    @property
    def end(self) -> int:
        """End of the trigger's words in the text."""
        return max(t.end for t in self.words)


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], ...]:
    """Nouns of measure, of dates, that say little beside the one before them, that it only describes."""
    words = load_words("triggers")
    return tuple(as_set(words, name) for name in ("measures", "dates", "vague", "bearers"))


def find_triggers(parse: Parse, lexicon: Lexicon) -> Iterator[list[Trigger]]:
    """For each trigger word the entries that fit, best first; entries after a block are left out."""
    for sentence in parse.sentences:
        yield from sentence_triggers(sentence, lexicon)


def sentence_triggers(sentence: Sentence, lexicon: Lexicon) -> Iterator[list[Trigger]]:
    """The triggers of one sentence."""
    told = sentence.words
    for token in sentence.tokens:
        held = entries_of(token, lexicon) if token.pos in _TRIGGERING else ()
        if held:
            fitting = _fitting(token, _distinct(entry for entries in held for entry in entries.within(told)))
            if fitting:
                yield fitting


def candidates(token: Token, lexicon: Lexicon) -> list[Entry]:
    """The entries that have the token as a trigger word, by its part of speech."""
    return _distinct(entry for entries in entries_of(token, lexicon) for entry in entries)


def _distinct(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.id: entry for entry in entries}.values())


def entries_of(token: Token, lexicon: Lexicon) -> list[WordEntries]:
    """The entries of a token as a trigger word, by its part of speech, for each of its forms."""
    if token.pos in ("VERB", "AUX"):
        if token.tag == "VBG" and _nominal(token) and token.lower in lexicon.by_noun:
            return [lexicon.by_noun[token.lower]]
        if token.lower == "going" and _to_do(token):
            return []
        return [] if token.rel in ("amod", "compound") else _held(lexicon.by_verb, (token.lemma,))
    if token.pos in ("NOUN", "PROPN"):
        if token.pos == "PROPN" and token.text[0].isupper() and token.lower in _lists()[1]:
            return []  # "in March"
        if token.rel == "compound" and token.head.lemma in _lists()[3]:
            return []  # "riot police"
        found = _held(lexicon.by_noun, _forms_of(token))
        if not found and token.pos == "NOUN" and _deed(token):
            found = _held(lexicon.by_verb, bases(token))[:1]
        return found
    if token.pos == "ADJ":
        found = _held(lexicon.by_adjective, _forms_of(token))
        if not found and token.tag in ("VBN", "VBD", "VBG") and token.rel != "amod":
            found = _held(lexicon.by_verb, (token.lemma,))
        return found
    return []


def _held(index: Mapping[str, WordEntries], forms: Iterable[str]) -> list[WordEntries]:
    return [index[form] for form in forms if form in index]


def _forms_of(token: Token) -> tuple[str, ...]:
    """The forms under which a word may stand in the lexicon: "talk" and "talks"."""
    return (token.lemma,) if token.lemma == token.lower else (token.lemma, token.lower)


def _to_do(going: Token) -> bool:
    """Whether "going to" but tells what somebody will do."""
    after = going.sent.tokens[going.i - going.sent.tokens[0].i + 1 :][:1]
    return bool(after) and after[0].rel == "aux" and after[0].lower == "to"


def _nominal(gerund: Token) -> bool:
    """Whether a form in -ing is a noun although tagged as a verb: "fighting between", "the shelling of"."""
    if gerund.rel not in _OF_NOUNS:
        return False
    if gerund.child("obj", "aux", "subj", "prt") is not None:
        return False
    if gerund.child("det", "poss", "amod", "compound") is not None:
        return True
    return any(c.rel == "prep" and c.lower in ("of", "between", "by", "among") for c in gerund.children)


def _deed(gerund: Token) -> bool:
    """Whether a noun in -ing tells who did it or to whom: "Poland's hosting of troops"."""
    if len(gerund.lower) < _SHORTEST or not gerund.lower.endswith("ing"):
        return False
    return gerund.child("poss") is not None or any(
        c.rel in ("prep", "agent") and c.lower in ("of", "by") for c in gerund.children
    )


def bases(token: Token) -> tuple[str, ...]:
    """The verbs that a word may be a form of: its lemma; of a noun in -ing what the ending is put to."""
    if token.pos != "NOUN" or not token.lower.endswith("ing"):
        return (token.lemma,)
    stem = token.lower[:-3]
    single = (stem[:-1],) if stem[-1:] == stem[-2:-1] else ()
    return (stem, stem + "e", *single)


class _Frame:
    """What stands around a trigger word, looked up once for all entries that are tried on it."""

    def __init__(self, token: Token) -> None:
        self.token = token
        self.told = token.sent.words

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words that the first item of a verb's entry may have in the token's place."""
        return bases(self.token)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words that an item of another entry may have there."""
        return _forms_of(self.token)

    @cached_property
    def acted_on(self) -> Token | None:
        """The object of a verb."""
        return syntax.direct_object(self.token) if self.token.pos in syntax.VERBAL else None

    @cached_property
    def of(self) -> Token | None:
        """What follows "of" after the word."""
        return next(iter(syntax.prep_objects(self.token, "of")), None)

    def target(self, entry: Entry) -> Token | None:
        """What is acted on: the object of a verb, what follows "of" after its noun in -ing."""
        if self.token.pos in syntax.VERBAL:
            return self.acted_on
        return self.of if entry.verb else None

    def object(self, entry: Entry) -> Token | None:
        """The object, or one beside it, that is among those that an entry asks for."""
        target = self.target(entry)
        if target is None:
            return None
        if target.lower in _SHARES:  # "eased *some of its sanctions*"
            target = next(iter(syntax.prep_objects(target, "of")), target)
        return next((each for each in target.conjuncts() if _is_one_of(each, entry.object)), None)

    @cached_property
    def below(self) -> frozenset[str]:
        """The words of the clause below the token, with those of a subject shared with the verb above."""
        token = self.token
        below = _forms(_clause_below(token)[:_BELOW])
        if token.rel != "xcomp" or token.pos not in syntax.VERBAL:
            return below
        if token.head.lemma == "continue":
            below |= _forms(token.head.kids("aux"))  # "*will* continue to work with them"
        owner = syntax.surface_subject(token) if syntax.own_subject(token) is None else None
        return below | _forms(_phrase_below(owner)[:_OWNER]) if owner is not None else below

    @cached_property
    def around(self) -> frozenset[str]:
        """The same of a noun: with those of who acts, where it is what a verb acts on."""
        token, carrier = self.token, self.token.head
        if carrier.pos not in syntax.VERBAL or token.rel not in ("obj", "subjpass"):
            return self.below
        owner = carrier.child("subj", "agent")
        return self.below | _forms(owner.subtree()[:_OWNER]) if owner is not None else self.below

    @cached_property
    def beside(self) -> frozenset[str]:
        """The words of what the token describes: "*press* conference"."""
        token = self.token
        return _forms([token.head]) if token.rel in ("amod", "compound") else frozenset()

    @cached_property
    def direct(self) -> frozenset[str]:
        """The words that hang on the token, or that it hangs on."""
        return _forms(self.token.children) | self.beside


_SHARES = frozenset({"some", "most", "all", "many", "part", "several", "much", "half", "parts"})


def _forms(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(form for t in tokens for form in (t.lemma, t.lower))


def considered(token: Token, entries: Iterable[Entry]) -> list[tuple[Entry, Trigger | None, str]]:
    """Each entry with the trigger it makes of the token, or None and why not (for `explain`)."""
    frame = _Frame(token)
    return [(entry, *_fit(frame, entry)) for entry in entries]


def _fitting(token: Token, entries: Iterable[Entry]) -> list[Trigger]:
    frame = _Frame(token)
    found = []
    for entry in entries:
        trigger, _ = _fit(frame, entry)
        if trigger is not None:
            found.append(trigger)
    if len(found) > 1:
        found.sort(key=lambda t: (-t.specificity, t.entry.type is not None, -t.entry.weight, t.entry.id))
    out = []
    for trigger in found:
        if trigger.entry.type is None:
            break
        out.append(trigger)
    return out


def _fit(frame: _Frame, entry: Entry) -> tuple[Trigger | None, str]:
    """The trigger that an entry makes of a token, else None and the reason."""
    words, specificity = _words(frame, entry)
    if not words:
        return None, "not these words"
    token = frame.token
    reason = _clause_misfit(token, entry) or _common_misfit(frame, entry)
    if reason:
        return None, reason
    if entry.object:
        target = frame.object(entry)
        if target is not None:
            words = (*words, target)
    chosen = _top(words) if entry.noun else token
    return Trigger(chosen, entry, words, specificity + entry.demands), ""


def _words(frame: _Frame, entry: Entry) -> tuple[tuple[Token, ...], int]:
    best: tuple[tuple[Token, ...], int] = ((), 0)
    items, token = entry.items, frame.token
    for key in frame.keys if entry.verb else frame.forms:
        for parts, beside in items.get(key, ()):
            if not beside:
                found: tuple[Token, ...] = (token,)
            elif not frame.told.issuperset(beside):
                continue
            elif entry.verb:
                found = _phrasal(token, parts)
            else:
                found = _adjacent(token, parts, first=bool(entry.adjective))
            if len(found) > len(best[0]):
                best = (found, 3 * (len(parts) - 1))
    return best


def _phrasal(token: Token, parts: list[str]) -> tuple[Token, ...]:
    """A verb with the particles or prepositions that follow it: "call on", "crack down on"; of several words.

    The first of them may stand after the object ("take the firm to court"), the others follow without a gap.
    A preposition that only brings a date is none of it ("fired two missiles on Tuesday").
    """
    found = [token]
    pool = [c for c in token.subtree()[:60] if c.i > token.i]
    for word in parts[1:]:
        match = next((c for c in pool if _continues(c, word, found) and not _brings_date(c)), None)
        if match is None or (len(found) > 1 and not found[-1].i < match.i <= found[-1].i + _GAP):
            return ()
        found.append(match)
    return () if _brings_date(found[-1]) else tuple(found)


def _continues(token: Token, word: str, found: list[Token]) -> bool:
    if word not in (token.lower, token.lemma) or token in found:
        return False
    if word == "no" and token.rel == "det" and found[0].lemma in ("say", "vote"):
        return False  # "said *no talks* were planned"
    if token.head.rel == "obj" and token.rel == "prep" and token.head.head is found[0]:
        return True  # "deprived the exiles *of* citizenship"
    if token.rel == "mark" and token.lower == "for" and token.head.head is found[0]:
        return True  # "called again *for* Chad to withdraw"
    return token.head in found or token.i == found[-1].i + 1


def _brings_date(word: Token) -> bool:
    target = word.child("pobj") if word.rel == "prep" else None
    if target is None:
        return False
    return target.pos == "NUM" or not _lists()[1].isdisjoint((target.lower, target.lemma))


def _adjacent(token: Token, parts: list[str], *, first: bool) -> tuple[Token, ...]:
    """A run of several words that ends (or, for adjectives, starts) at the token."""
    tokens = token.sent.tokens
    place = token.i - tokens[0].i
    begin = place if first else place - len(parts) + 1
    if begin < 0 or begin + len(parts) > len(tokens):
        return ()
    run = tokens[begin : begin + len(parts)]
    if all(p in (t.lemma, t.lower) for p, t in zip(parts, run, strict=True)):
        return tuple(run)
    return ()


#: auxiliaries of what somebody ought to do, which nobody undertakes by saying so
_OUGHT = frozenset({"must", "should", "ought"})


def _clause_misfit(token: Token, entry: Entry) -> str:
    if not entry.clause and not entry.clause_verb:
        return ""
    inner = syntax.complement(token) or (token.child("acl") if not entry.verb else None)
    if entry.clause == "ing":
        inner = inner or next((c for p in token.kids("prep") for c in p.kids("pcomp")), None)
    if inner is None:
        return f"no clause after {token.text!r}"
    if entry.clause == "to" and inner.tag not in ("VB",) and not _infinitive(inner):
        return "the clause is no infinitive"
    if entry.clause == "to" and token.lemma == "tell" and not _infinitive(inner):
        return f"no infinitive after {token.text!r}"  # "told reporters that talks would resume"
    if entry.clause == "to" and any(c.rel == "aux" and c.lower in _OUGHT for c in inner.children):
        return "the clause tells what others ought to do"
    if entry.clause == "that" and _infinitive(inner):
        return "the clause is no statement"
    if entry.clause == "subjunctive" and not _subjunctive(inner):
        return "the clause tells what is, not what ought to be"
    if entry.clause_verb and inner.lemma not in entry.clause_verb:
        return f"{inner.lemma!r} is not a verb that it takes"
    if entry.clause_aux and not _has_auxiliary(inner, entry.clause_aux):
        return "the clause has none of its auxiliaries"
    if entry.own_clause:
        subject = syntax.own_subject(inner)
        willed = any(c.rel == "aux" and c.tag == "MD" for c in inner.children)
        if subject is None or subject.pos != "PRON" or not willed:
            return "the clause does not tell what the speaker will do"
    return ""


def _has_auxiliary(verb: Token, words: frozenset[str]) -> bool:
    """Whether the verb has one of the auxiliaries, or is one with a verb after it ("needs to pay")."""
    if any(c.rel == "aux" and (c.lower in words or c.lemma in words) for c in verb.children):
        return True
    return (verb.lemma in words or verb.lower in words) and verb.child("xcomp") is not None


def _subjunctive(verb: Token) -> bool:
    """Whether a clause tells what ought to be: "insisted that he *leave*", "*be* lifted", "should"."""
    if _infinitive(verb):
        return False
    helpers = [c for c in verb.children if c.rel in ("aux", "auxpass")]
    if any(c.lower in ("should", "must", "ought") for c in helpers):
        return True
    return (helpers[0] if helpers else verb).tag == "VB"


def _infinitive(verb: Token) -> bool:
    return any(c.rel == "aux" and c.lower == "to" for c in verb.children)


def _is_one_of(token: Token, lemmas: frozenset[str]) -> bool:
    if token.lemma in lemmas or token.lower in lemmas:
        return True
    if PLACE in lemmas and token.pos == "PROPN" and token.tag == "NNP" and token.lower not in DATES:
        return True
    if PEOPLE in lemmas and token.tag in ("NNPS", "NNS") and token.text[:1].isupper():
        return True
    for child in token.children:
        if child.rel == "compound" and f"{child.lower} {token.lemma}" in lemmas:
            return True
        if (
            child.rel == "compound"
            and token.pos == "PROPN"
            and child.lower in lemmas
            and child.text.istitle()
        ):
            return True  # "Ambassador Rossi"
        if child.rel == "compound" and child.lemma in lemmas and token.lemma in _lists()[2]:
            return True  # "curfew hours", "the sanctions regime"
        if child.rel == "amod" and f"{child.lower} {token.lemma}" in lemmas:
            return True
        if child.rel == "prep" and child.lower == "of" and token.lemma in _lists()[0]:
            return any(_is_one_of(t, lemmas) for t in child.kids("pobj"))
    return False


def _top(words: tuple[Token, ...]) -> Token:
    """The word of a phrase that the others hang on: "declaration" of "declaration of war"."""
    return next((t for t in words if t.head not in words or t.head is t), words[-1])


def _common_misfit(frame: _Frame, entry: Entry) -> str:
    token = frame.token
    inner = syntax.complement(token) if entry.negated and entry.clause else None
    if entry.negated and not (syntax.negated(inner) if inner is not None else syntax.negated(token)):
        return "not negated"
    if entry.object and frame.object(entry) is None:
        return "the object is not one that it takes"
    if entry.not_object:
        target = frame.target(entry)
        if target is None and entry.noun:
            target = frame.of
        if target is not None and _is_one_of(target, entry.not_object):
            return f"{target.text!r} is an object that it does not take"
    for word, lemmas in entry.with_prep.items():
        targets = syntax.prep_objects(token, word)
        target = frame.target(entry)
        if target is not None:
            targets += syntax.prep_objects(target, word)
        if not any(t for t in targets if not lemmas or _is_one_of(t, lemmas)):
            return f"no {word!r} with one of its words"
    if entry.near or entry.not_within:
        within = frame.below if entry.verb else frame.around
        if entry.near and entry.near.isdisjoint(within) and entry.near.isdisjoint(frame.beside):
            return "none of the words that must be near"
        if not (entry.not_within.isdisjoint(within) and entry.not_within.isdisjoint(frame.beside)):
            return "a word stands near that it excludes"
    if not entry.not_near.isdisjoint(frame.direct):
        return "a word stands near that it excludes"
    return ""


def _phrase_below(top: Token) -> list[Token]:
    """The words of a name or noun without the clauses that describe it."""
    out = [top]
    for token in out:
        out.extend(c for c in token.children if c.rel not in ("relcl", "acl", "advcl"))
    return sorted(out, key=lambda t: t.i)


def _clause_below(top: Token) -> list[Token]:
    """The words below a token without those of verbs coordinated with it, which tell another act."""
    out = [top]
    for token in out:
        out.extend(c for c in token.children if not (c.rel == "conj" and c.pos == "VERB"))
    return sorted(out, key=lambda t: t.i)
