"""When an event took place: which time expression of the text belongs to which trigger.

In order: an expression under the trigger's own words, in its clause, in a clause above it; else nothing.
Inheritance from an earlier mention of the same event or from the event it is part of comes later
(`dragoman.coding.events`). Each time says in its basis how it was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.coding import syntax
from dragoman.coding.logs import is_log
from dragoman.coding.offsets import Offset, moved, offset
from dragoman.coding.triggers import Trigger
from dragoman.coding.wordlists import as_set, load_words, papers
from dragoman.language import Parse, Token
from dragoman.language.entries import Entry, entries
from dragoman.model import Document, When
from dragoman.times import TimeMention, earliest, latest, read_times

_FULL = re.compile(r"1[789]\d\d|20\d\d")
_LONG_AGO = 15  # years after which the office-holders of a text are others
_ABOVE = 2  # how close the times of the clauses above an act stand
_YEAR = 4  # letters of a bare year
#: how a time stands before the noun that it is part of, and prepositions of nouns that set the scene
_BEFORE_NOUN = frozenset({"nummod", "amod", "compound", "nmod", "poss"})
_BEFORE = frozenset({"since", "following", "after", "over", "despite"})
#: types of what a paper itself promises, asks or judges
_SAID_IN = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "CONCEDE"})
_ASKING = frozenset({"THREATEN", "REQUEST"})
_SCENE = frozenset({"in", "at", "during", "on"})
#: verbs whose infinitive is what somebody went to do
_GOING = frozenset({
    "try", "attempt", "seek", "manage", "begin", "start", "move", "rush", "go", "come", "fly", "travel",
    "return", "arrive", "step", "intervene", "head",
})  # fmt: skip
_THERE = frozenset({"where", "wherein", "when", "whereby"})
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "’ll"})


_MEETINGS = frozenset({"summit", "meeting", "conference", "session", "talk", "talks", "visit"})
_DUE = frozenset({"due", "set", "scheduled", "expected", "slated", "poised"})
_PLANNED = frozenset({"plan", "schedule", "set", "expect", "slate", "arrange", "fix"})
_AWAITED = frozenset({"expect", "schedule", "slate", "await"})


class Timing:
    """The time expressions of one text and the triggers that they date."""

    def __init__(self, doc: Document, parse: Parse) -> None:
        self._doc = doc
        self._parse = parse
        #: whether the text is a log, whose acts took place at its date
        self.log = is_log(doc, parse)
        heads = entries(parse.text)
        self._heads = {entry.date for entry in heads}
        self.times = read_times(
            parse.text,
            published=doc.published,
            tense_at=self._tense_at,
            sentences=[(s.start, s.end) for s in parse.sentences],
            paragraphs=parse.paragraphs,
        )
        self._entries = self._dated_entries(heads)
        self._by_sentence: dict[int, list[tuple[TimeMention, Token]]] = {}
        for time in self.times:
            if time.start in self._heads:
                continue  # of the whole entry, not of the sentence before it
            tokens = parse.tokens_in(time.start, time.end)
            if not tokens:
                token = parse.token_at(time.start)
                tokens = [token] if token is not None else []
            if tokens:
                top = _top(tokens)
                self._by_sentence.setdefault(top.sent.i, []).append((time, top))

    def words(self) -> frozenset[int]:
        """The numbers of the tokens that are part of a date: they name no party, no place and no act."""
        return frozenset(
            token.i
            for time in self.times
            if time.kind == "date"
            for token in self._parse.tokens_in(time.start, time.end)
            if token.pos in ("NOUN", "PROPN", "NUM", "ADJ")
        )

    def years(self) -> dict[int, str]:
        """The date by which the offices of a sentence are told, where that is not the publication.

        In an undated text the first full date of the sentence, else of one before it; in a dated one a year
        long gone ("In 1965 *President Johnson* sent troops").
        """
        out: dict[int, str] = {}
        told = latest(self._doc.published)
        last: str | None = None
        for sentence in self._parse.sentences:
            dates = [t.edtf for t, _ in self._by_sentence.get(sentence.i, ()) if t.kind == "date" and t.edtf]
            found = next((d for d in dates if _FULL.match(d)), None)
            if told is None:
                last = found or last
                if last:
                    out[sentence.i] = last
            elif found and int(found[:4]) + _LONG_AGO <= told.year:
                out[sentence.i] = found
        return out

    def inside(self, start: int, end: int) -> list[TimeMention]:
        """The time expressions within [start, end)."""
        return [t for t in self.times if start <= t.start and t.end <= end]

    def of(self, trigger: Trigger) -> When | None:
        """When the trigger's event took place, by the words around it; None where they do not say."""
        best: tuple[int, int, TimeMention] | None = None
        for time, top in self._by_sentence.get(trigger.token.sent.i, ()):
            if time.edtf is None or time.kind != "date":
                continue
            named = len(time.edtf) == _YEAR and _of_a_paper(top, trigger)
            rank = None if named else _closeness(top, trigger)
            if rank is None or (not self.log and self._of_the_content(time, rank, trigger)):
                continue
            entry = (rank, abs(time.start - trigger.start), time)
            if best is None or entry[:2] < best[:2]:
                best = entry
        counted = offset(trigger.token)
        own = (
            best is not None
            and best[0] <= 1
            and not (counted is not None and best[2].start <= counted.unit.start < best[2].end)
        )  # "*a day after* he left" is no day of the leaving
        if counted is not None and not own:
            return self._counted(counted)
        return self.when(best[2]) if best else self._of_entry(trigger)

    def _counted(self, counted: Offset) -> When | None:
        """The day so long before or after another act: "on Friday, *a day after* Chad freed him"."""
        for time, top in self._by_sentence.get(counted.anchor.sent.i, ()):
            if time.kind != "date" or not time.edtf:
                continue
            if syntax.clause_verb(top) is not counted.anchor:
                continue
            day = None if counted.days is None else moved(time.edtf, counted.days)
            if day is None:
                return None
            basis = f"{time.basis}; {counted.days:+d} days"
            return When(span=self._doc.span(time.start, time.end), edtf=day, basis=basis)
        return None

    def _dated_entries(self, heads: Sequence[Entry]) -> list[tuple[int, TimeMention]]:
        """Where the words of each entry of a chronology start, and the date that stands before them."""
        dates = {time.start: time for time in self.times if time.kind == "date" and time.edtf}
        return [(entry.words, dates[entry.date]) for entry in heads if entry.date in dates]

    def _of_entry(self, trigger: Trigger) -> When | None:
        """The date of the entry of a chronology in which an act is told."""
        before = [time for start, time in self._entries if start <= trigger.start]
        return self.when(before[-1]) if before else None

    def _of_the_content(self, time: TimeMention, rank: int, trigger: Trigger) -> bool:
        """Whether a time to come stands with a past act: when what was agreed or asked is due."""
        if not to_come(time.edtf, self._doc.published):
            return False
        verb = syntax.clause_verb(trigger.token)
        return (rank > 0 or verb is trigger.token) and syntax.is_verb(verb) and verb.tag == "VBD"

    def due(self, trigger: Trigger, when: When | None) -> When | None:
        """The time of an act to come, unless it is that of the telling: "said *on Friday* it would go"."""
        span = when.span if when is not None else None
        if when is None or span is None or self._doc.published is None:
            return when
        if to_come(when.edtf, self._doc.published):
            return when
        for time, top in self._by_sentence.get(trigger.token.sent.i, ()):
            if time.start == span.start:
                rank = _closeness(top, trigger)
                return when if rank is not None and rank < _ABOVE else None
        return when

    def unresolved(self, trigger: Trigger) -> bool:
        """Whether a time stands with the trigger that cannot be known ("in recent days")."""
        return any(
            time.edtf is None and _closeness(top, trigger) is not None
            for time, top in self._by_sentence.get(trigger.token.sent.i, ())
        )

    def goes_on(self, trigger: Trigger) -> bool:
        """Whether an act is told in the present, or as one to come: it has no part in a date told before."""
        verb = syntax.clause_verb(trigger.token)
        while verb.tag in ("VB", "VBG") and verb.rel in ("xcomp", "conj") and not verb.kids("subj"):
            if _auxiliary(verb):
                break
            if not syntax.is_verb(verb.head):
                break
            verb = verb.head
        if not syntax.is_verb(verb) or (verb.tag == "VB" and not _auxiliary(verb)):
            return False
        if any(c.lemma == "have" and c.tag in ("VBZ", "VBP") for c in verb.kids("aux")):
            return True  # "It *has expelled* two envoys"
        return tense(verb) in ("present", "future")

    def when(self, time: TimeMention) -> When:
        """A time expression as the record holds it."""
        return When(span=self._doc.span(time.start, time.end), edtf=time.edtf or "", basis=time.basis)

    def _tense_at(self, offset: int) -> str | None:
        if offset in self._heads:
            return "past"
        token = self._parse.token_at(offset)
        if token is None or self.log:
            return None
        verb = syntax.clause_verb(token)
        return tense(verb) if syntax.is_verb(verb) else None


def to_come(edtf: str | None, published: str | None) -> bool:
    """Whether all of a time lies after the publication."""
    begins, told = earliest(edtf), latest(published)
    return begins is not None and told is not None and begins > told


def tense(verb: Token) -> str | None:
    """past, present or future of a verb's clause, control verbs seen through; None where unclear."""
    for child in verb.kids("aux", "auxpass"):
        if child.lower in _FUTURE_AUX:
            return "future"
        if child.lower in ("would", "should", "may", "might", "could", "can", "must"):
            return "future"
    if verb.tag in ("VBZ", "VBP") and any(c.lower in _DUE for c in verb.kids("acomp", "oprd")):
        return "future"  # "is *due* in Riga on Tuesday"
    if verb.tag == "VBN" and verb.lemma in _AWAITED and any(c.tag == "VBZ" for c in verb.kids("auxpass")):
        return "future"  # "is *expected* in Riga"
    if verb.tag == "VBD":
        return "past"
    for child in verb.kids("aux", "auxpass"):
        if child.tag == "VBD" or child.lemma in ("have",):
            return "past"
        if child.lemma == "be" and verb.tag == "VBG":
            return "future"
    if verb.tag == "VB" and verb.head is not verb:
        aim = verb.rel == "advcl" or (verb.rel == "xcomp" and verb.head.lemma in _GOING)
        if aim and verb.i > verb.head.i and syntax.is_verb(verb.head):
            return tense(verb.head)  # "*flew* to Riyadh to meet the king on Sunday"
        return "future"
    if verb.tag in ("VBG", "VBN") and verb.head is not verb:
        above = syntax.clause_verb(verb.head)
        return tense(above) if above is not verb and syntax.is_verb(above) else "past"
    if syntax.scheduled(verb):
        return "future"
    return "present" if verb.tag in ("VBP", "VBZ") else None


def _top(tokens: Sequence[Token]) -> Token:
    inside = set(tokens)
    for token in tokens:
        if token.head not in inside or token.head is token:
            return token
    return tokens[0]


def _of_a_paper(top: Token, trigger: Trigger) -> bool:
    """Whether a time is part of what a law or a treaty is called: "under the Trade Act of *1974*".

    Of what is signed or broken itself it is the time.
    """
    paper = top.head
    if top.rel == "pobj":
        paper = top.head.head if top.head.lower == "of" else top
    elif top.rel not in ("nummod", "compound", "nmod", "amod"):
        return False
    named = paper.pos in ("NOUN", "PROPN") and (paper.lemma in papers() or paper.lower in papers())
    if not named:
        return False
    if _opening(paper, trigger):
        return False
    if paper in trigger.words:  # "signed a treaty in 1975", but "abrogated the *1975* treaty"
        return trigger.entry.type != "SUPPORT" and top.rel in _BEFORE_NOUN
    return not (paper.rel in ("obj", "subjpass") and paper.head is trigger.token)


def _opening(paper: Token, trigger: Trigger) -> bool:
    """Whether a clause tells what its own paper says: "*In a declaration of 1956* Moscow promised"."""
    said = trigger.entry.verb and trigger.entry.type in _SAID_IN
    above = paper.head.head
    return bool(said) and paper.rel == "pobj" and paper.head.lower == "in" and above is trigger.token


def in_own_paper(trigger: Trigger) -> bool:
    """Whether a clause tells what a paper said long before: "*In a declaration of 1956* Moscow promised"."""
    told = syntax.prep_objects(trigger.token, "in")
    return any(_opening(t, trigger) for t in told if t.lemma in papers() or t.lower in papers())


def _closeness(top: Token, trigger: Trigger) -> int | None:
    """0 under the trigger, 1 in its clause, 2.. in clauses above; None where it dates something else."""
    words = set(trigger.words)
    verb = syntax.clause_verb(trigger.token)
    above = [top, *top.ancestors()]
    if _of_another_act(top, words) or (verb.tag in ("VBP", "VBZ") and _meanwhile(top, verb)):
        return None
    before = told_before(trigger.token) and not words.intersection([top, *top.ancestors()])
    both = _of_year(top) and trigger.token.head.lower in ("following", "after", "with")
    if before and not both:
        return None  # in a year told, what followed and what it followed both were
    if _of_object(top, trigger):
        return None  # "rescinded the decision *of 29 June*"
    if trigger.entry.type in _ASKING and top.rel == "pobj" and top.head.lower in ("until", "till"):
        return None  # "gave Chad *until Monday* to withdraw"
    nominal = earlier = False
    for token in above:
        if token in words:
            return 3 if earlier else 0
        if syntax.is_verb(token):
            if token is verb:
                return 3 if nominal else 1
            break
        nominal = nominal or (token.pos == "NOUN" and token is not top and token.rel == "obj")
        if token is not top and token.rel == "pobj" and token.head.lower in _BEFORE:
            nominal = earlier = True  # "After *the breakup in 1838* ..., in 1853"
        if token.pos in ("NOUN", "PROPN") and token is not top and _is_event_noun(token, trigger):
            return None
    home = syntax.clause_verb(top)
    antecedent = _where_told(verb)
    if antecedent is not None and antecedent in above:
        return 2
    rank = 2
    for token in verb.ancestors():
        if token is home:
            return None if fronted(verb) and home.i < top.i else rank
        if syntax.is_verb(token):
            if verb.rel == "relcl" or _anothers(verb):
                return None
            rank += 1
    # a participle or complement under the trigger's verb carries the date of the clause
    for token in home.ancestors():
        matter = (
            home.head.rel == "subjpass" and home.head.pos != "PROPN"
        )  # "a plan *made in May* was refused"
        matter = matter or (home.head.rel == "pobj" and home.head.head.head is verb and home.i < verb.i)
        if home.rel == "acl" and home.lemma in _PLANNED and home.head in words:
            return None  # "cancelled a visit *planned for Wednesday*"
        if home.rel in ("acl", "relcl") and home.tag != "VB" and home.head not in words and not matter:
            return None  # "freed 20 rebels *captured in 1996*" tells when they were captured
        aim = home.rel == "advcl" and home.tag == "VB" and home.i > verb.i
        aim = aim or (
            home.rel == "advcl" and any(c.lower in ("when", "as") for c in home.kids("advmod", "mark"))
        )
        if token is verb and (aim or home.rel in ("xcomp", "acl", "conj")) and rank < 9:
            return 8 if home.rel != "conj" else None
    return None


_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})


def _of_object(top: Token, trigger: Trigger) -> bool:
    """Whether a day is that of what an act is done to, unless it is a paper that is signed."""
    judged = top.head if top.rel in _BEFORE_NOUN or top.rel == "poss" else None
    if judged is not None and trigger.entry.verb and trigger.entry.type in _JUDGING and judged.pos == "NOUN":
        matter = judged.rel == "obj" and judged.head is trigger.token and judged not in trigger.words
        return matter and judged.lemma not in papers()  # "welcomed *the August 1 arrival*"
    noun = top.head.head
    of = top.rel == "pobj" and top.head.lower == "of" and noun in trigger.words and noun is not trigger.token
    return of and syntax.is_verb(trigger.token) and noun.lemma not in papers()


def _meanwhile(top: Token, verb: Token) -> bool:
    """Whether a time tells what goes on while somebody speaks, or went on before: "I thank you *as you meet
    this week*", "as I said *when I hosted him in May*, we stand by Chad"."""
    for token in top.ancestors():
        if token is verb:
            return False
        if token.rel == "advcl":
            before = token.tag == "VBD" and any(c.lower == "when" for c in token.kids("advmod", "mark"))
            if before or any(c.lower == "as" for c in token.kids("mark")):
                return True
    return False


def _of_year(top: Token) -> bool:
    return top.text.isdigit() and len(top.text) == _YEAR and top.rel == "pobj" and not top.children


def fronted(token: Token) -> bool:
    """Whether an act is told before the one that its clause dates: "*Annexed* by Chad, it broke away in
    1991"; "After he *refused*, they left on Monday"."""
    verb = syntax.clause_verb(token)
    if verb.rel != "advcl" or not verb.i < verb.head.i:
        return False
    if verb.tag == "VBN":
        return verb.child("agent", "prep") is not None
    return any(c.lower in ("after", "before", "since") for c in verb.kids("mark", "advmod"))


def told_before(noun: Token) -> bool:
    """Whether a deed is only what came before an act: "a year since *Russia's invasion*"."""
    if noun.pos != "NOUN" or noun.rel != "pobj":
        return False
    word = noun.head
    return word.lower in _BEFORE or word.head.lemma in ("anniversary", "year", "day", "month", "eve")


def _of_another_act(top: Token, words: set[Token]) -> bool:
    """Whether a time is part of what an act is about: "over the *1994* bombing", "*last week's* ruling".

    A noun that sets the scene dates its clause: "in Monday's attack, rebels killed".
    """
    noun = top.head
    if noun.rel in ("amod", "compound", "nmod") and top.rel in ("amod", "compound", "nummod", "nmod"):
        top, noun = noun, noun.head
    if top.lemma in ("century", "decade") and top.rel in (*_BEFORE_NOUN, "npmod") and noun.pos == "NOUN":
        return noun.rel == "obj" or noun not in words  # "returned a *17th century* painting"
    meeting = noun.lemma.lower() in _MEETINGS  # "preparations for the *April 22* Summit"
    if top.rel in _BEFORE_NOUN and noun.pos == "PROPN" and meeting and noun.rel == "pobj":
        return noun not in words
    if top.rel in _BEFORE_NOUN and noun.pos == "NOUN":
        scene = noun.rel == "pobj" and syntax.is_verb(noun.head.head) and noun.head.lower in _SCENE
        return noun not in words and not scene and (top.rel == "poss" or noun.lemma in _deeds())
    for token in top.ancestors():
        if token in words or syntax.is_verb(token):
            break
        if token.lemma.lower() in _MEETINGS and token.pos in ("NOUN", "PROPN") and token.rel != "pobj":
            break
        if token.lemma.lower() in _MEETINGS and token.head.lower == "of":
            return True  # "welcomed the outcome of *the summit in June*"
    year = top.text.isdigit() and len(top.text) == _YEAR
    if not year or top.rel != "pobj" or top.head.lower != "in":
        return False
    for token in top.ancestors():
        if token in words or syntax.is_verb(token):
            return False
        if token.pos == "NOUN" and token.lemma in _deeds():
            return token.rel == "pobj"
    return False


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    words = load_words("triggers")
    return as_set(words, "deeds") | as_set(words, "wrongs")


def _auxiliary(verb: Token) -> bool:
    return any(c.lower != "to" for c in verb.kids("aux"))


def _where_told(verb: Token) -> Token | None:
    """The event noun that a clause tells more of: "the *meeting* last month, where they condemned"."""
    if verb.rel == "relcl" and any(c.lower in _THERE for c in verb.children):
        return verb.head
    return None


def _anothers(verb: Token) -> bool:
    """Whether an infinitive tells what somebody else's act was: "responded to *his* move to recognise"."""
    return verb.rel == "acl" and verb.tag == "VB" and verb.head.child("poss") is not None


def _is_event_noun(token: Token, trigger: Trigger) -> bool:
    """Whether a time hangs on a noun of its own ("the January agreement"), not on the trigger's clause."""
    return token not in trigger.words and token.rel in ("pobj", "poss", "appos") and token.head.rel != "prep"
