"""Verbs and adjectives that attribute: who is the source, what is the content."""

from __future__ import annotations

from dragoman.coding.attribution_spans import Pair, Quotes, below, clause, cover, trim
from dragoman.coding.attribution_words import AttributionWords
from dragoman.language.tree import Parse, Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY = frozenset({"there", "what", "this"})
_ASIDE = frozenset({"parataxis", "advcl", "ccomp", "intj"})
_QUOTES = frozenset({'"', "''", "``", "”", "“", "»"})
_AS = frozenset({"as", "like"})


def speaker(verb: Token) -> Token | None:
    """The one who says or believes: the subject, the "by" of a passive, or the one shared from above."""
    token = verb
    for _ in range(6):
        own = token.child("subj", "subjpass")
        if own is not None and own.rel == "subjpass" and _passive(verb, token):
            agent = verb.child("agent")
            return agent.child("pobj") if agent is not None else None
        if own is not None:
            return _antecedent(own, token)
        if token is verb and (asking := _inverted(verb)) is not None:
            return asking
        if token.rel in {"acl", "relcl"}:
            return _modified(token)
        if token.rel == "pcomp" and token.head.lower == "as" and token.head.rel == "prep":
            token = token.head.head
            quoted = token.child("subjpass") or token.child("obj")
            if quoted is not None:
                return quoted  # "Tass quoted *the minister* as saying"
        elif token.rel in {"conj", "xcomp", "advcl"} and token.head is not token:
            token = token.head
            if token.pos not in {"VERB", "AUX"}:
                return None
        else:
            return None
    return None


def _inverted(verb: Token) -> Token | None:
    """Who asks after a question quoted: ""Will they come?" asked *the minister*" has him as object."""
    who, said = verb.child("obj"), verb.child("ccomp")
    if who is None or said is None or not said.i < verb.i < who.i or verb.tag != "VBD":
        return None
    between = [t for t in verb.sent.tokens if said.i < t.i < verb.i]
    quoted = any(t.text in _QUOTES for t in between)
    return who if quoted and all(t.rel == "punct" or t.i < said.i for t in between[-2:]) else None


def relayed(verb: Token) -> tuple[Token, Token] | None:
    """Who quotes and what is quoted: "*Tass* quoted X as *saying*", "X was quoted by *Tass* as *saying*"."""
    as_ = next((p for p in verb.kids("prep") if p.lower == "as"), None)
    saying = as_.child("pcomp") if as_ is not None else None
    if saying is None or saying.tag != "VBG":
        return None
    agent = verb.child("agent")
    who = agent.child("pobj") if agent is not None else verb.child("subj")
    return (who, saying) if who is not None else None


def _passive(verb: Token, top: Token) -> bool:
    """Whether the passive subject of `top` is what the verb's act is done to."""
    if verb is top or verb.child("auxpass") is not None:
        return True
    return verb.tag == "VBN" and verb.rel == "conj" and verb.child("aux") is None


def cited(verb: Token, text: str) -> tuple[Token, Pair | None] | None:
    """Source and content of "citing officials": the content is that of the saying it stands with."""
    source = verb.child("obj")
    if source is None or verb.tag != "VBG" or verb.child("aux", "subj") is not None:
        return None
    above = next((t for t in verb.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if above is None:
        return None
    body = above.child("ccomp")
    return source, clause(text, body or above, {verb.i})


def _modified(verb: Token) -> Token | None:
    """The noun of "a letter saying", "claims made by": for a participle, its "by" phrase."""
    if verb.tag == "VBN":
        agent = verb.child("agent")
        return agent.child("pobj") if agent is not None else None
    return verb.head if verb.tag == "VBG" and verb.head.pos in {"NOUN", "PROPN", "PRON"} else None


def _antecedent(subject: Token, verb: Token) -> Token | None:
    if subject.rel == "expl" or subject.lower in _EMPTY:
        return None
    if subject.lower in _RELATIVE and subject.tag in {"WP", "WDT"}:
        return verb.head if verb.rel == "relcl" else None
    return subject


def verb_content(
    parse: Parse, verb: Token, source: Token, words: AttributionWords, quotes: Quotes
) -> Pair | None:
    """What the verb attributes to the source, or None where it attributes nothing."""
    text, lemma = parse.text, verb.lemma
    found = _complement(text, verb, source, words)
    voiced = lemma in words.say or lemma in words.believe
    if found is None and voiced and verb.rel in _ASIDE:
        found = _around(text, verb, lemma in words.say)
    if found is None and lemma == "see" and any(c.lower == "as" for c in verb.kids("prep")):
        return _object(text, verb)  # "sees X as a threat"
    if found is None and lemma in words.needs_name and verb.child("obj") is not None:
        named_so = _called(text, verb, quotes)
        if named_so is not None:
            return named_so
    if found is None and lemma in words.with_object and lemma not in words.needs_mark:
        named = lemma not in words.needs_name or verb.child("oprd") is not None
        found = _object(text, verb) if named else None
        if found is not None:
            return found
    if found is None and lemma in words.say and verb.child("obj") is None:
        found = _quotation(parse, verb, quotes)
    if found is None or lemma not in words.say:
        return found
    return _widen(parse, verb, found, quotes)


def _complement(text: str, verb: Token, source: Token, words: AttributionWords) -> Pair | None:
    lemma = verb.lemma
    for child in verb.children:
        if child.rel == "ccomp" or (child.rel == "xcomp" and lemma in words.intend | words.acts):
            if source in child.ancestors() and source.rel not in {"subj", "subjpass", "pobj", "root", "obj"}:
                continue
            if lemma in words.needs_mark and child.child("mark") is None and child.rel == "ccomp":
                continue
            if child.i < verb.i and ";" in text[child.start : verb.start]:
                continue  # what stands before a semicolon is somebody else's
            tokens = below(child, {verb.i, source.i, *_others(child, words)})
            marks = {t.i for t in child.children if t.rel == "mark" and t.lower == "that"}
            return cover(text, (t for t in tokens if t.i not in marks))
    return None


def _others(top: Token, words: AttributionWords) -> list[int]:
    """The clauses below that tell what another says: "said it failed, *while Mr. Park said it did not*"."""
    out = []
    for token in below(top):
        says = token is not top and token.lemma in words.say and token.child("subj") is not None
        if says and token.rel in ("advcl", "conj", "parataxis") and token.child("ccomp") is not None:
            marks = {c.lower for c in token.kids("mark")}
            joined = any(c.lower == "but" for c in token.head.kids("cc"))
            if marks & {"while", "whereas", "although", "though"} or (joined and token.rel == "conj"):
                out.append(token.i)
    return out


def _around(text: str, verb: Token, saying: bool) -> Pair | None:
    """The clause that a parenthetical ("..., he said, ...", "as he said") stands in."""
    mark = verb.child("mark")
    if verb.rel == "advcl" and (mark is None or mark.lower not in _AS):
        return None
    if verb.rel == "ccomp" and (verb.i < verb.head.i or not saying or verb.child("mark")):
        return None
    if verb.rel == "ccomp" and not any(t.text == "," for t in verb.head.children):
        return None
    if verb.head is verb or verb.head.lemma in {"say", "believe", "think"}:
        return None
    return clause(text, verb.head, {verb.i})


def _object(text: str, verb: Token) -> Pair | None:
    thing = verb.child("obj", "oprd")
    if thing is None and verb.child("auxpass") is not None:
        thing = verb.child("subjpass")
    if thing is None:
        return None
    rest = [t for t in verb.children if t.i > thing.i and t.rel in {"prep", "oprd", "xcomp"}]
    return cover(text, [t for top in (thing, *rest) for t in below(top) if t.i != verb.i])


def _called(text: str, verb: Token, quotes: Quotes) -> Pair | None:
    """What something is called, in quotation marks: "called the raid "a disaster"."""
    thing = verb.child("obj")
    pair = quotes.after(verb.end)
    if thing is None or pair is None or verb.child("oprd") is not None or pair[1] > verb.sent.end + 2:
        return None
    return trim(text, min(t.start for t in below(thing)), pair[1])


def _quotation(parse: Parse, verb: Token, quotes: Quotes) -> Pair | None:
    """The quotation that stands beside the cue, in its own sentence or right before or after it."""
    text, sent = parse.text, verb.sent
    for pair in (quotes.after(verb.end), quotes.before(verb.start)):
        if pair is not None and pair[0] < sent.end + 3 and pair[1] > sent.start - 3:
            return trim(text, *pair)
    return None


def _widen(parse: Parse, verb: Token, found: Pair, quotes: Quotes) -> Pair | None:
    """The content with the whole of the quotation it belongs to, over sentences and past the cue."""
    start, end = found
    inside = quotes.at(verb.start)
    for pair in (quotes.at(start), quotes.at(end - 1)):
        if pair is not None and pair != inside:
            start, end = min(start, pair[0]), max(end, pair[1])
    onward = quotes.after(max(end, verb.end))
    parted = inside is None and end <= verb.start and quotes.at(end - 1) is not None
    if parted and onward is not None and onward[0] < verb.sent.end and _after_comma(parse.text, onward[0]):
        end = onward[1]  # ""We will fight," he said, "and we will win""
    direct = quotes.before(end + 2) is not None and quotes.at(end - 1) is not None
    follow = quotes.after(max(end, verb.sent.end - 1)) if direct and inside is None else None
    if follow is not None and end <= verb.start:
        same = parse.paragraph_of(follow[0]) == parse.paragraph_of(verb.start)
        if same and not parse.text[verb.sent.end : follow[0]].strip() and _whole(parse, follow):
            end = follow[1]
    return trim(parse.text, start, end)


def _after_comma(text: str, offset: int) -> bool:
    return text[max(0, offset - 3) : offset].rstrip()[-1:] == ","


def _whole(parse: Parse, pair: Pair) -> bool:
    """Whether a quotation ends where a sentence does, so that no speaker of its own follows."""
    last = parse.token_at(pair[1] - 1)
    return last is None or last.sent.end <= pair[1] + 1


def adjective(token: Token, words: AttributionWords) -> tuple[Token, Token] | None:
    """Source and clause of "X is concerned that ...", "X is willing to ..."."""
    verb = token.head if token.rel == "acomp" else token
    if token.rel == "acomp" and verb.lemma not in words.links:
        return None
    subject = verb.child("subj", "subjpass")
    body = token.child("ccomp", "xcomp") or verb.child("ccomp")
    if subject is None or body is None or subject.lower in {"it", "there", *_RELATIVE} or body is token:
        return None
    return subject, body
