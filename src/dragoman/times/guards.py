"""What only looks like a time: names, quantities, numbers of things, verbs."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from dragoman.times.nodes import Node

_BEFORE = re.compile(r"(?:([\w]+)([^\w]*))?$")
_AFTER = re.compile(r"([^\w]*)([\w]+)?")
_REACH = 40
#: a person is named in full within so many characters
_NAME_REACH = 4000


class Surroundings:
    """The word before and the word after an expression, with the marks between."""

    def __init__(self, text: str, start: int, end: int) -> None:
        left = _BEFORE.search(text[max(0, start - _REACH) : start])
        right = _AFTER.match(text, end, min(len(text), end + _REACH))
        self.word_before = (left[1] or "") if left else ""
        self.gap_before = (left[2] or "") if left and left[1] else text[max(0, start - 3) : start]
        self.gap_after = (right[1] or "") if right else ""
        self.word_after = (right[2] or "") if right else ""
        self.adjacent_before = bool(self.word_before) and not self.gap_before.strip()
        self.adjacent_after = bool(self.word_after) and not self.gap_after.strip()
        self.hyphen_after = self.gap_after[:1] in "-‐‑" and self.gap_after != "" and bool(self.word_after)

    def before(self, kind: str) -> bool:
        """Whether the word right before is in a list of `guards.tsv`."""
        return self.adjacent_before and self.word_before.lower() in guard_words()[kind]

    def after(self, kind: str) -> bool:
        """Whether the word right after is in a list of `guards.tsv`."""
        return self.adjacent_after and self.word_after.lower() in guard_words()[kind]


@lru_cache(maxsize=1)
def guard_words() -> dict[str, frozenset[str]]:
    """The lists of `guards.tsv`."""
    rows: dict[str, frozenset[str]] = {}
    for line in files("dragoman.times").joinpath("guards.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            rows[kind] = frozenset(words.split("|"))
    return rows


def is_time(rule: str, node: Node, text: str) -> bool:
    """Whether an expression that the grammar accepts is a time where it stands; may shorten the node."""
    around = Surroundings(text, node.start, node.end)
    if text[node.start - 1 : node.start] in ("$", "€", "£", "#", "@", "/", "№"):
        return False
    check = _CHECKS.get(rule)
    return check is None or check(node, text, around)


def _year(node: Node, text: str, around: Surroundings) -> bool:
    year = node.year or 0
    if node.note == "the year":
        return True
    if around.gap_after[:1] == "%" or not 1000 <= year <= 2150:
        return False
    written = text[node.start : node.end]
    if around.gap_before.strip() in ("No.", "§") or around.word_before.lower() == "no":
        return False
    if around.gap_before.strip() == "." and (
        around.word_before.lower() in guard_words()["numbered"] or around.word_before in ("C", "S")
    ):
        return False
    if around.before("numbered") or (
        around.hyphen_after and around.word_after.lower() in guard_words()["counted"]
    ):
        return False
    if around.after("counted"):
        return False
    if around.gap_before == "-" and around.word_before[:1].isupper():
        return False
    prep = around.before("prep")
    if around.after("plural") and written.isdigit() and not prep:
        return False
    name_before = (
        written.isdigit() and around.adjacent_before and around.word_before[:1].isupper() and not prep
    )
    if name_before and (around.word_before.isupper() or not 1700 <= year <= 2040):
        return False
    if year % 100 == 0 and around.adjacent_after and around.word_after.islower():
        plural = around.word_after.endswith("s") and len(around.word_after) > 3
        if plural and not around.after("function"):
            return False
    if around.before("approximate") and around.adjacent_after and not around.after("function"):
        return False
    loose = not written.isdigit() or prep or around.gap_before[-1:] == "("
    return loose or 1500 <= year <= 2100


def _month(node: Node, text: str, around: Surroundings) -> bool:
    written = text[node.start : node.end]
    name = written.split()[-1].removesuffix("'s").removesuffix("’s")
    bare = name == written or written.removesuffix("'s").removesuffix("’s") == name
    if node.direction is not None or not bare:
        return True
    if around.before("person"):
        return False
    doubtful = guard_words()["doubtful"]
    plain = name.rstrip(".")
    if plain.capitalize() not in doubtful:
        return True
    if around.gap_before[-1:] in "-‐‑" and around.word_before.lower() in ("mid", "early", "late"):
        return True
    prep = around.before("before")
    if around.adjacent_before and around.word_before[:1].isupper() and not prep:
        return False
    name_after = around.adjacent_after and around.word_after[:1].isupper() and around.word_after.isalpha()
    if not around.word_before and not around.word_after:
        return True
    if not prep:
        return plain.capitalize() in ("April", "June") and not name_after and around.adjacent_before
    if name_after and around.word_before.lower() in (
        "by",
        "to",
        "with",
        "for",
        "and",
        "or",
        "as",
        "from",
        "of",
    ):
        return False
    if plain in ("May", "March", "MAY", "MARCH", "August", "June", "April") and _is_name(
        plain, text, node.start
    ):
        return around.word_before.lower() in ("in", "since", "until", "last", "early", "mid", "late", "next")
    return around.word_before.lower() not in ("as", "on", "with")


def _is_name(month: str, text: str, at: int) -> bool:
    """Whether the text around an offset has a person of that name ("Theresa May", "June Smith")."""
    pattern = rf"\b([A-Z][a-z]+)\.? {month}\b(?! \d)"
    for found in re.finditer(pattern, text[max(0, at - _NAME_REACH) : at + _NAME_REACH]):
        if (
            found[1].lower() not in guard_words()["before"]
            and found[1].lower() not in guard_words()["function"]
        ):
            return True
    return False


def _season(node: Node, text: str, around: Surroundings) -> bool:
    if node.note != "bare" or not (around.word_before or around.word_after):
        return True
    if not around.before("season") or around.word_after.lower() == "of":
        return False
    if around.adjacent_after and not around.after("function"):
        return False
    written = text[node.start : node.end].lower()
    return written.startswith("the ") or around.word_before.lower() in ("in", "this", "by", "since", "until")


def _month_day(node: Node, text: str, around: Surroundings) -> bool:
    """Drops a year or second day that belongs to what follows ("May 14, 2000 people")."""
    if around.after("counted") or (node.last_day and around.adjacent_after and not around.after("function")):
        written = text[node.start : node.end]
        tail = re.search(r"(?:,\s*(?:of\s+)?\d{4}|\s+and\s+(?:the\s+)?\w+)$", written)
        if tail and (node.last_day or around.after("counted")) and around.word_after[:1].islower():
            node.end -= len(tail[0])
            if node.last_day and not re.search(r"\d{4}$", tail[0]):
                node.last_day = None
            else:
                node.year, node.explicit_year = None, False
    if node.month == 9 and node.day == 11 and not node.year and around.after("attack"):
        node.year, node.note = 2001, "attack"
    return True


def _weekday(node: Node, text: str, around: Surroundings) -> bool:
    return not (around.adjacent_after and around.word_after in guard_words()["media"])


def _set(node: Node, text: str, around: Surroundings) -> bool:
    capital = text[node.start : node.start + 1].isupper()
    return not (capital and around.adjacent_after and around.word_after[:1].isupper())


def _deictic(node: Node, text: str, around: Surroundings) -> bool:
    if node.count == 1 and around.before("better"):
        return False
    middle = around.adjacent_before and around.word_before[:1].isupper()
    return not (text[node.start : node.start + 1].isupper() and middle)


def _unit(node: Node, text: str, around: Surroundings) -> bool:
    if node.note == "next" and around.before("window"):
        node.kind = "duration"
    return True


def _fraction(node: Node, text: str, around: Surroundings) -> bool:
    if node.note == "attack":
        return around.gap_after[:1] not in ("/", "%")
    return around.before("fraction") and not around.after("counted") and around.word_after.lower() != "of"


def _duration(node: Node, text: str, around: Surroundings) -> bool:
    if around.word_after.lower() == "old" and not around.gap_after.strip(" -"):
        return False
    return around.gap_before[-1:] not in ("$", "€", "£")


def _day_alone(node: Node, text: str, around: Surroundings) -> bool:
    alone = not around.adjacent_after or around.after("function")
    return alone and around.adjacent_before and around.word_before.lower() == "on"


def _short_year(node: Node, text: str, around: Surroundings) -> bool:
    return node.month is not None or (around.before("prep") and not around.after("counted"))


def _decade(node: Node, text: str, around: Surroundings) -> bool:
    if around.word_before.lower() in ("his", "her", "their", "its", "my", "our", "your"):
        return False
    written = text[node.start : node.end].lower()
    if any(c.isdigit() for c in written):
        return len(re.sub(r"\D", "", written)) == 4 or written.startswith(
            ("the", "'", "’", "mid", "early", "late")
        )
    return written.startswith(("the", "mid", "early", "late"))


def _quarter(node: Node, text: str, around: Surroundings) -> bool:
    return around.word_after.lower() not in ("final", "finals", "of") or node.year is not None


def _told(node: Node, text: str, around: Surroundings) -> bool:
    """Two days before or after something that is no time: an event of which the text gives no date here."""
    if node.note in ("before", "after") and around.adjacent_after:
        known = around.after("event") or not around.after("function") or around.word_after[:1].isupper()
        if known:
            node.of_event = True
    return True


_CHECKS = {
    "year": _year,
    "month": _month,
    "season": _season,
    "month_day": _month_day,
    "day_month": _month_day,
    "weekday": _weekday,
    "set": _set,
    "deictic": _deictic,
    "unit": _unit,
    "month_of_attack": _fraction,
    "duration": _duration,
    "short_year": _short_year,
    "decade": _decade,
    "quarter": _quarter,
    "since_told": _told,
    "told_part": _told,
    "day_alone": _day_alone,
}
