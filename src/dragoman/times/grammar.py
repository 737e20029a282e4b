"""The grammar of temporal expressions: patterns over classes of words, longest match first.

A pattern names classes of `words.tsv`; `<m: month>` captures, `{NAME}` stands for a part defined in PARTS.
The first match that is longest wins; of two equally long ones the earlier rule.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.times.words import vocabulary

PARTS = {
    "UNIT": "(unit|uy|uw|uq|uc|ue|we)",
    "APPROX": "(<a: around> the?)?",
    "EDGE": "(the? <q: early|mid|er> hy? (in|on|of)? the? | the? <q2: edge> of the? | <q3: edge> hy)?",
    "NEAR": "(near|extra)*",
    "DAYNAME": "(the? early? part (of|on)? the?)? (<w: wday|wabbr> part? comma?)?",
    "NUM": (
        "(art (few|couple of?|half)|half art|couple of?|few|art? tens? numw? hundred|"
        "tens (hy? (numw|ord))?|num frac|(num|big|dec|numw) (and art half)?|art)"
    ),
    "YEARREF": "of? the? (<ry: this|last|next|past|prev|foll|same|that> uy)",
}

#: name, pattern
RULES: tuple[tuple[str, str], ...] = (
    ("month_day",
     "{APPROX} {EDGE} {DAYNAME} <m: month> the? <d: num|ord>"
     "(((comma num)+ comma?)? (hy|to|and) the? <e: num|ord>)?"
     "(comma? of? <y: year> | comma? {YEARREF} | of? every <ev: uy>)?"),
    ("day_month",
     "{APPROX} {EDGE} {DAYNAME} (the? <d: num> | the? <d2: ord> of?)"
     "(((comma num)+ comma?)? (hy|to|and) the? <e: num|ord>)?"
     "of? hy? <m: month> (hy? comma? of? <y: year> | comma? {YEARREF} | of? every <ev: uy>)?"),
    ("day_month",
     "{EDGE} the? <fr: frac> of? <m: month> (comma? of? <y: year> | comma? {YEARREF})?"),
    ("month_year", "{APPROX} {EDGE} <m: month> (comma|of|in|hy)? (<y: year> | {YEARREF})"),
    ("month",
     "{APPROX} {EDGE} (the? <r: this? (last|next|past|coming|foll|prev) | this>)? <m: month> poss?"),
    ("iso", "<x: iso>"),
    ("month_of_attack", "<x: frac>"),
    ("weekday",
     "{EDGE} (the? <r: this? (last|next|past|coming|foll|prev) | this | that | the same>)? <w: wday>"
     "(part | of? the? <p: this|last|next|prev|foll> uw | <ag: last|next>)? poss?"),
    ("nth_weekday", "the? <n: ord|last> <w: wday> (of|in) <m: month> (comma? of? <y: year> | {YEARREF})?"),
    ("week_weekday", "<p: last|next|this> uw (poss? | comma? on?) <w: wday>"),
    ("part_of_weekday", "(the | early | er)? part (of|on)? <w: wday>"),
    ("deictic", "({EDGE}) <x: deictic> (part | poss)?"),
    ("deictic_pair", "({EDGE}) <x: before2>"),
    ("this_part", "{EDGE} this part"),
    ("unit",
     "{EDGE} <t: the>? <r: this|last|next|past|coming|foll|prev|that|same|that same|"
     "this (last|past|coming|next)> (fiscal hy?)? <u: {UNIT}> poss?"),
    ("told_part", "er? the? <r: foll|prev|that|same|that same|next> part"),
    ("told_part", "the part <l: before|after>"),
    ("weekend", "{EDGE} (the | <r: this (last|past|coming|next)? >)? we poss?"),
    ("edge_of_unit", "(the? <q: edge> of | er in | early in) the (fiscal)? <u: uy|uw|uc|ue|uq|unit>"),
    ("edge_of_unit", "(the? uy hy? edge | yend | uy poss edge)"),
    ("season",
     "{APPROX} {EDGE} (<t: the>? <r: this? (last|next|past|coming|foll|prev) | this>)? the? <s: season>"
     "((of|in|comma)? <y: year> (hy (num|year))? | {YEARREF})?"),
    ("quarter",
     "{EDGE} the? (<rx: this|last|next> uy poss | <y0: year>)? fiscal? hy? <n: ord> hy? uq"
     "((of|in|comma)? the? (fiscal)? uy? <y: year> | {YEARREF})?"),
    ("quarter", "<c: qn> ((of|in|hy|comma)? <y: year>)?"),
    ("half", "{EDGE} the? <n: ord|last> hy? half of the? uy? (<y: year> | {YEARREF})"),
    ("half", "<c: hn> ((of|in|hy|comma)? <y: year>)?"),
    ("half_decade", "the? (ord|last) half of the? apos? <x: decade>"),
    ("fiscal", "the? (fiscal hy? uy? | fy) <y: year>"),
    ("fiscal", "<c: fyn>"),
    ("year", "{APPROX} {EDGE} (the? <k: uy>)? <y: year>"),
    ("short_year", "<m: month>? <n: syear>"),
    ("decade", "{APPROX} {EDGE} the? apos? <x: decade>"),
    ("century", "{APPROX} {EDGE} the? <n: ord> hy? uc"),
    ("spelled_year", "<n1: numw|tens> <n2: tens|numw> (hy? <n3: numw>)?"),
    ("spelled_year", "the? uy? <n1: numw> hundred (and? <n3: numw>)?"),
    ("ago", "<a: around>? {NEAR} <n: {NUM}> (hy|extra)? <u: {UNIT}|units> (and art half)? (or so)? ago"),
    ("ago", "<n: few>? <u: units> ago"),
    ("since_told",
     "<a: around>? {NEAR} <n: {NUM}> (hy|extra)? <u: {UNIT}|units> <l: later|er|earlier|before|after>"),
    ("since_told", "<n: few>? <u: units> <l: later|er|earlier|before|after>"),
    ("since_told", "the <u: {UNIT}> <l: before|after>"),
    ("hence", "<a: around>? {NEAR} <n: {NUM}> <u: {UNIT}|units> from (now|deictic)"),
    ("hence", "in {NEAR} <n: {NUM}> <u: units> (apos|poss) time"),
    ("week_of_month", "the? <n: ord|last> uw (of|in) <m: month> (comma? of? <y: year> | {YEARREF})?"),
    ("day_of_month", "the? <n: ord|last> <u: unit> of <m: month> (comma? of? <y: year> | {YEARREF})?"),
    ("day_alone", "the <d: ord>"),
    ("week_of", "the? uw (of|weekof|edge) on?"),
    ("eve", "the? eve of"),
    ("recent_units", "(the? (recent|coming|past|last|foll|next) <u: units> (and units)?)"),
    ("recent_units", "(the? recent | these) <u: units>"),
    ("duration",
     "(the|these)? (past|last|next|coming|prev|foll|ord|recent|same)* {NEAR}"
     "<n: {NUM}> (hy|early|other|extra|the)? <u: {UNIT}|units> (and art half)? hy? extra?"),
    ("duration", "<n: {NUM}> (to|or|hy) {NUM} hy? <u: {UNIT}|units>"),
    ("duration", "<u: units> (or|and|to) units"),
    ("duration", "<half: half> art <u: {UNIT}>"),
    ("duration", "art? <half: half> hy? (of? art)? <u: {UNIT}>"),
    ("duration", "art? <half: uq> hy? (of? art)? <u: uc>"),
    ("duration", "<u: units>"),
    ("duration", "<u: {UNIT}> hy extra"),
    ("old", "<n: {NUM}> hy? <u: {UNIT}|units> hy? old"),
    ("set", "every <n: other|ord|num|big|numw|few|couple of>? <u: {UNIT}|units>"),
    ("set", "every <w: wday> part?"),
    ("set", "every <m: month>"),
    ("set", "every <s: season>"),
    ("set", "every part"),
    ("set", "<w: wday> parts"),
    ("vague", "the <x: past>"),
    ("set", "<x: setw>"),
    ("set",
     "(the|these)? (past|last|next|coming|prev|foll|ord|recent|every)* {NEAR} "
     "({NUM} (hy|extra)?)? <s: seasons>"),
    ("set", "((num|numw|few|big)? times)? per <u: {UNIT}>"),
    ("set", "<wd: wdays> part?"),
    ("set", "(art? (numw|num|few|couple))? times (art|every|per) <u: {UNIT}>"),
    ("vague", "(er)? <x: vague>"),
    ("vague", "<x: now>"),
    ("vague", "<x: recent>"),
    ("fixed",
     "{APPROX} {EDGE} (the? <r: this? (last|next|past|coming|foll|prev)|this>)? <f: fixed|easter|nth>"
     "(comma? of? <y: year> | {YEARREF})?"),
)  # fmt: skip

_NAME = re.compile(r"\{(?P<part>[A-Z]+)\}|<(?P<group>[a-z0-9]+):|(?P<close>>)|(?P<word>[a-z_]+\d?)|\s+")


class Match:
    """One expression found in a run: rule name, its first and last word, and the words of each group."""

    __slots__ = ("end", "groups", "rule", "start")

    def __init__(self, rule: str, start: int, end: int, groups: dict[str, tuple[int, int]]) -> None:
        self.rule, self.start, self.end, self.groups = rule, start, end, groups


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    symbols = vocabulary().symbols
    return tuple((name, re.compile(_translate(pattern, symbols))) for name, pattern in RULES)


def _translate(pattern: str, symbols: dict[str, str]) -> str:
    def put(found: re.Match[str]) -> str:
        if found["part"]:
            return _translate(PARTS[found["part"]], symbols)
        if found["group"]:
            return f"(?P<{found['group']}>"
        if found["close"]:
            return ")"
        return symbols[found["word"]] if found["word"] else ""

    return re.sub(r"\((?!\?)", "(?:", _NAME.sub(put, pattern))


@lru_cache(maxsize=8192)
def matches(run: str) -> tuple[Match, ...]:
    """The expressions of a run of class symbols: leftmost, then longest, then by the order of the rules."""
    rules = _compiled()
    found: list[Match] = []
    at = 0
    while at < len(run):
        best: Match | None = None
        for name, pattern in rules:
            hit = pattern.match(run, at)
            if hit is None or hit.end() == at or (best is not None and hit.end() <= best.end):
                continue
            groups = {key: hit.span(key) for key, text in hit.groupdict().items() if text is not None}
            best = Match(name, at, hit.end(), groups)
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.end
    return tuple(found)
