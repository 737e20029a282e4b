"""Repairs of how names stand with offices, with each other and in lists."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.calendar import DATES, MONTHS
from dragoman.language.clauses import names_holder
from dragoman.language.titles import TITLES
from dragoman.language.tree import Token, move

_NEAR = 3
#: what states call themselves: in a list of states they are states
_STATES = frozenset({"republic", "kingdom", "states", "federation", "emirates", "union"})  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ENDS = frozenset({"pobj", "prep", "conj", "appos", "compound", "nmod"})
_OF_NOUNS = frozenset({"subj", "subjpass", "obj", "pobj"})
_STYLES = frozenset({"highness", "majesty", "excellency", "eminence", "holiness"})
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
#: what foreign services name by its town alone
_MISSIONS = frozenset({"Embassy", "Consulate", "Legation"})
_RULING = TITLES | {"government", "administration", "parliament", "army", "military"}


def mend_names(tokens: Sequence[Token]) -> None:
    """Mend the names and lists of one sentence in place, after its verbs."""
    if tokens and tokens[0].text == "In" and tokens[0].rel == "prep" and not tokens[0].children:
        _place_before_title(tokens[0], tokens)
    for token in tokens:
        if token.text == "Under" and token.rel == "prep":
            _of_under_secretary(token, tokens)
        if token.text in _HYPHENS and token.rel in _OF_NOUNS:
            _hyphenated(token, tokens)
        if token.lower in _STYLES and token.head is not token:
            _styled(token)
        if token.text in _MISSIONS and token.rel == "compound" and token.head.tag == "NNP":
            _mission_there(token)
        if token.lower == "custodian" and token.rel in _OF_NOUNS:
            _custodian(token)
        if token.rel == "conj" and token.pos == "PROPN":
            _title_of_name(token)
        if token.rel == "nmod" and token.pos == "PROPN":
            _name_before_noun(token)
        again = token.rel == "pobj" and token.head.child("pobj") is not token
        if (again or token.rel in ("conj", "appos", "npmod", "dep")) and token.pos == "PROPN":
            _holder_of_nearest(token, tokens)
        if token.lower == "for" and token.rel == "prep" and token.head.pos == "VERB":
            _office_for(token, tokens)
        if token.rel == "subj" and token.pos in _NOMINAL and token.child("cc"):
            _second_subject(token)
        if token.tag == "JJ" and token.rel in _OF_NOUNS and (before := token.child("subj")) is not None:
            _noun_after_noun(token, before)
        if token.rel == "appos" and token.pos == "PROPN" and not names_holder(token, tokens):
            _second_of_list(token)
    for token in tokens:
        if token.rel == "appos" and token.pos in _NOMINAL and not names_holder(token, tokens):
            _first_of_list(token, tokens)
    for token in tokens:
        if token.rel == "conj" and token.pos in _NOMINAL:
            conjunct_of_verb(token, tokens)
            _conjunct_of_place(token)


def conjunct_of_verb(token: Token, tokens: Sequence[Token]) -> None:
    """A noun coordinated with a verb ("held talks with A, B, and C", C under "held") goes to the noun."""
    verb = token.head
    if verb.pos not in ("VERB", "AUX") or token.child("subj", "aux") is not None or token.i < verb.i:
        return
    if token.rel != "conj" and not _listed(token, tokens):
        return
    first = min(t.i for t in token.subtree())
    place = first - tokens[0].i - 1
    while place >= 0 and tokens[place].rel in ("cc", "punct"):
        place -= 1
    if place < 0 or tokens[place] is verb or tokens[place].i <= verb.i:
        return
    chain = [t for t in _up(tokens[place], verb) if t.pos in _NOMINAL]
    if not chain:
        return
    titled = token.child("compound") is not None or token.child("prep") is not None
    alike = [t for t in chain if t.pos == token.pos and (t.child("compound", "prep") is not None) == titled]
    move(token, (alike or chain)[-1 if titled else 0], "conj")


def _up(token: Token, verb: Token) -> list[Token]:
    """The token and its heads below the verb, nearest first, as long as they end with it."""
    out = [token]
    while out[-1].head is not verb and out[-1].head is not out[-1] and out[-1].rel in _ENDS:
        out.append(out[-1].head)
    return out


def _listed(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a name stands in a list: after a comma that follows a noun, and no part of a date."""
    first = min(t.i for t in token.subtree()) - tokens[0].i
    if first < 2 or tokens[first - 1].text != "," or tokens[first - 2].pos not in _NOMINAL:
        return False
    return not any(t.lower in MONTHS or t.text[:1].isdigit() for t in token.subtree())


def _hyphenated(hyphen: Token, tokens: Sequence[Token]) -> None:
    """ "[Cho Tai][-][young] said": what a hyphen joins is one name, and one subject."""
    place = hyphen.i - tokens[0].i
    if not 0 < place < len(tokens) - 1:
        return
    first, last = tokens[place - 1], tokens[place + 1]
    if len(first.text) == 1 or not first.text[0].isupper() or first.tag != "NNP":
        return
    if first.end != hyphen.start or hyphen.end != last.start:
        return
    if first.head is not hyphen.head or last.head is not hyphen.head or first.rel != hyphen.rel:
        return
    for part in list(first.children):
        move(part, last)
    last.rel, last.pos, last.tag = first.rel, "PROPN", "NNP"
    move(first, last, "compound")
    move(hyphen, last, "punct")


def _mission_there(mission: Token) -> None:
    """ "*Embassy* Tallinn opened": the embassy did, at Tallinn."""
    town = mission.head
    if town.i != mission.i + 1 or town.rel not in _OF_NOUNS or town.child("det") is not None:
        return
    move(mission, town.head, town.rel)
    for part in [c for c in town.children if c is not mission]:
        move(part, mission)
    move(town, mission, "appos")


def _styled(style: Token) -> None:
    """ "His *Highness* the Amir": who is styled so is meant, not his style."""
    name = style.child("appos")
    if name is None or min(t.i for t in name.subtree()) != style.i + 1 or name.pos not in _NOMINAL:
        return
    move(name, style.head, style.rel)
    for part in [c for c in style.children if c.i > name.i]:
        move(part, name)
    move(style, name, "nmod")


def _custodian(style: Token) -> None:
    """ "The *Custodian* of the Two Holy Mosques King A met B": the king did."""
    after = [c for c in style.head.children if c.rel == style.rel and c.i > style.i]
    name = style.child("appos") or (after[0] if after else None)
    if name is None or name.pos != "PROPN":
        return
    if name.head is style:
        move(name, style.head, style.rel)
    move(style, name, "parataxis")


def _of_under_secretary(word: Token, tokens: Sequence[Token]) -> None:
    """ "*Under* Secretary A met B": a part of the title, no preposition."""
    place = word.i - tokens[0].i
    title = tokens[place + 1] if place + 1 < len(tokens) else word
    if title.lower not in ("secretary", "secretaries"):
        return
    name, verb = word.child("pobj"), word.head
    before = tokens[place - 1] if place else word
    if name is not None and before.rel == "prep" and before.child("pobj") is None:
        move(name, before, "pobj")
    elif name is not None:
        acts = name.i < verb.i and verb.child("subj", "subjpass") is None
        move(name, verb, "subj" if acts else "obj" if verb.child("obj") is None else "dep")
    word.tag, word.pos = "NNP", "PROPN"
    move(word, name or title, "compound")


def _place_before_title(word: Token, tokens: Sequence[Token]) -> None:
    """ "*In [Saudi Arabia] Minister* A met the king": the words before the title are where he met him."""
    title = next((t for t in tokens[2:] if t.lower in TITLES), None)
    if title is None:
        return
    place = tokens[1 : title.i - tokens[0].i]
    if any(t.tag not in ("NNP", "NNPS") or t.rel != "compound" for t in (*place, title)):
        return
    for name in place[:-1]:
        move(name, place[-1])
    move(place[-1], word, "pobj")


def _title_of_name(title: Token) -> None:
    """ "A and [Prime Minister], [B]" without a comma: the title is the name's."""
    if title.lower not in TITLES:
        return
    named = [c for c in title.head.children if c.pos == "PROPN" and c.i > title.i]
    name = next((c for c in named if min(t.i for t in (c, *c.kids("compound"))) == title.i + 1), None)
    if name is None or name.rel not in ("conj", "appos", "dep"):
        return
    move(title, name, "compound")
    for word in [c for c in title.children if c.rel == "compound"]:
        move(word, name, "compound")


def _holder_of_nearest(name: Token, tokens: Sequence[Token]) -> None:
    """ "the Ministers and [the Minister of State of India], [A B]": the name is of the office before it.

    A list has no name with two words right after a single office and a comma, and no "and" before it.
    """
    if name.tag != "NNP" or name.child("cc", "conj", "prep", "det", "poss") or not name.kids("compound"):
        return
    first = min(c.i for c in name.kids("compound"))
    place, end = first - tokens[0].i, name.i - tokens[0].i + 1
    titled = any(c.lower in TITLES for c in name.kids("compound"))
    if titled or place < _NEAR - 1 or tokens[place - 1].text != ",":
        return
    office = tokens[place - 2]
    while office.lower not in TITLES and office.rel in ("pobj", "prep"):
        office = office.head
    listed = end < len(tokens) and tokens[end].rel == "cc"
    told = office.lower in TITLES and office.tag == "NNP" and any(c.lower == "the" for c in office.children)
    joined = office is name.head and (name.rel == "appos" or office.child("cc") is not None)
    if told and not listed and not joined and name not in office.ancestors():
        move(name, office, "appos")


def _office_for(word: Token, tokens: Sequence[Token]) -> None:
    """ "the [Secretary *for Foreign Affairs*]": of what an office is, is no matter of the verb."""
    place = word.i - tokens[0].i
    office, matter = tokens[place - 1] if place else word, word.child("pobj")
    named = matter is not None and matter.tag in ("NNP", "NNPS")
    if named and office.lower in TITLES and office.tag == "NNP":
        move(word, office, "prep")


def _name_before_noun(name: Token) -> None:
    """ "with [President A and Malian] officials": a titled name describes no noun, they are two of a list."""
    noun, adjective, joint = name.head, name.child("conj"), name.child("cc")
    titled = any(c.lower in TITLES for c in name.kids("compound"))
    if not titled or joint is None or adjective is None or not name.i < joint.i < adjective.i < noun.i:
        return
    head, rel = noun.head, noun.rel
    move(name, head, rel)
    move(noun, name, "conj")
    move(adjective, noun, "amod")


def _noun_after_noun(token: Token, before: Token) -> None:
    """A noun that was taken for an adjective with a subject: "the regime *offensive* on Idlib began"."""
    if before.i != token.i - 1 or before.pos not in _NOMINAL:
        return
    token.pos, token.tag = "NOUN", "NN"
    for child in [c for c in before.children if c.i < before.i and c.pos != "PROPN"]:
        move(child, token)
    before.rel = "compound"


def _second_subject(token: Token) -> None:
    """ "[A], [B and C] met" with two subjects: A is the first of the list."""
    verb = token.head
    first = next((c for c in verb.kids("subj", "npmod") if c.i < token.i and c.pos in _NOMINAL), None)
    if first is None or (first.rel == "npmod" and (first.pos != "PROPN" or first.lower in DATES)):
        return
    commas = [*first.kids("punct"), *verb.kids("punct")]
    if any(c.text == "," and first.i < c.i < token.i for c in commas):
        first.rel = "subj"
        move(token, first, "conj")


def _second_of_list(token: Token) -> None:
    """ "[A, the B], and C met": a state with an article, a name with a title like the first one's, is no
    apposition of A."""
    head = token.head
    joint = head.child("cc")
    third = next((c for c in head.kids("conj") if c.i > token.i), None)
    if head.pos != "PROPN" or joint is None or third is None or not token.i < joint.i < third.i:
        return
    titled = [any(c.lower in TITLES for c in t.kids("compound")) for t in (head, token)]
    state = token.lower in _STATES or (token.child("det") is not None and token.child("prep") is None)
    if all(titled) or (state and token.lower not in TITLES and not titled[0]):
        move(token, head, "conj")


def _first_of_list(token: Token, tokens: Sequence[Token]) -> None:
    """ "[A, B and C] signed" with B as an apposition of A: an apposition would end with a comma."""
    chain = token.conjuncts()
    head, last = token.head, chain[-1].subtree()[-1]
    before = min(t.i for t in token.subtree()) - tokens[0].i - 1
    after = last.i - tokens[0].i + 1
    near = tokens[before - 1] if before > 0 else head
    if token.lower in _STATES and near.pos == "PROPN" and near.rel == "pobj" and head in near.ancestors():
        head = near
    within = token.subtree() if head is near else chain
    listed = any(c.rel == "cc" and c.lower == "and" for t in within for c in t.children)
    if not listed or head.pos not in _NOMINAL or head.rel == "appos" or tokens[before].text != ",":
        return
    ends = (
        after >= len(tokens) or tokens[after].rel != "punct" or (head is near and tokens[after].text == ".")
    )
    if ends:
        move(token, head, "conj")


def _conjunct_of_place(token: Token) -> None:
    """ "President A of [B, Chancellor C of D]": C, which has its own "of", is coordinated with A.

    So is a name with an article after a bare one: "the government of [Chad and the FROLINAT]".
    """
    head = token.head
    if head.rel != "pobj" or head.head.lower != "of" or head.head.head.pos not in _NOMINAL:
        return
    ruler = head.head.head
    if ruler.lower in _STATES and ruler.pos == "PROPN" and token.pos == "PROPN":
        move(token, ruler, "conj")  # a state has one name: "the Republic of [Korea, Japan]"
        return
    if ruler.tag == "NN" and ruler.lemma in _RULING and head.child("det") is None and token.child("det"):
        move(token, ruler, "conj")
        return
    if token.lower in _STATES:
        return
    titled = any(c.rel == "compound" and c.lower in TITLES for c in token.children)
    if head.child("prep") is not None or (head.child("compound") is not None and not titled):
        return
    if not titled and not any(c.rel == "prep" and c.lower == "of" for c in token.children):
        return
    if token.child("compound") is not None:
        move(token, head.head.head, "conj")
