"""Numbers with units: lengths, rhythms, and counts from publication or from a date told before."""

from __future__ import annotations

from dragoman.times.nodes import Node
from dragoman.times.wording import Words, class_names
from dragoman.times.words import vocabulary

_PERIODS = {"TH": ("PT", "H"), "TM": ("PT", "M"), "TS": ("PT", "S"), "WE": ("P", "WE"), "E": ("P", "E")}
_TEN_YEARS = {"E": 10, "C": 100}
CLOCK_UNITS = ("TH", "TM", "TS")


def _number(found: list[tuple[str, str]]) -> str:
    """The number that words say: "3", "2.5", or "X" where they do not say it."""
    total, half = 0.0, False
    named = [name for name, _ in found]
    if "few" in named:
        return "X"
    if "couple" in named:
        return "2"
    for name, value in found:
        if name in ("num", "big", "dec", "numw", "tens", "ord"):
            total += float(value)
        elif name == "hundred":
            total = max(total, 1) * float(value)
        elif name == "half" or (name == "frac" and value == "1/2"):
            half = True
    if named[:1] == ["art"] and total == 0 and named != ["art", "half"]:
        total = 1
    total += 0.5 if half else 0
    return f"{total:g}"


def period(count: object, unit: str) -> str:
    """An ISO 8601 duration; `X` digits where the number is not said, decades and centuries in years."""
    prefix, letter = _PERIODS.get(unit, ("P", unit))
    if unit == "F":
        letter, count = "W", 2 if count in (1, "1") else count
    if unit in _TEN_YEARS:
        letter = "Y"
        text = str(count)
        count = (
            text.ljust(len(str(_TEN_YEARS[unit])), "0")
            if text == "X"
            else f"{float(text) * _TEN_YEARS[unit]:g}"
        )
    return f"{prefix}{count}{letter}"


def _quantity(words: Words) -> tuple[str, str]:
    unit = words.value("u") or "D"
    number = _number(words.all("n")) if words.has("n") else "X"
    after_unit = words.match.groups["u"][1]
    tail = words.run.symbols[after_unit : words.match.end]
    if number != "X" and vocabulary().symbols["half"] in tail:
        number = f"{float(number) + 0.5:g}"
    return number, unit


def _shifted(words: Words, kind: str, sign: int) -> Node:
    number, unit = _quantity(words)
    if number == "X":
        return Node("vague", note="number", value=period("X", unit))
    if unit in CLOCK_UNITS:
        return Node("vague", note="hours", value=period(number, unit))
    count = float(number)
    if unit in _TEN_YEARS:
        count, unit = count * _TEN_YEARS[unit], "Y10"
    if unit == "F":
        count, unit = count * 2, "W"
    if unit == "Q":
        count, unit = count * 3, "M"
    if count != int(count):
        count, unit = (count * 12, "M") if unit.startswith("Y") else (count * 7, "D")
        if unit == "D" and not unit.startswith("W"):
            return Node("vague", note="number", value=period(number, words.value("u") or "D"))
    return Node(kind, unit=unit, count=sign * int(count), value=period(number, words.value("u") or "D"))


def ago(words: Words) -> Node:
    """Three days ago."""
    return _shifted(words, "unit", -1)


def hence(words: Words) -> Node:
    """Three days from now."""
    return _shifted(words, "unit", 1)


def since_told(words: Words) -> Node:
    """Three days later, earlier, before or after."""
    name = words.all("l")[0][0]
    sign = {"later": 1, "after": 1, "earlier": -1, "before": -1}.get(name) or (
        -1 if _written_earlier(words) else 1
    )
    if not words.has("n") and words.all()[0][0] == "the":
        unit = words.value("u") or "D"
        node = Node("told", unit=unit, count=sign)
    else:
        node = _shifted(words, "told", sign)
    node.note = node.note or name
    return node


def _written_earlier(words: Words) -> bool:
    at = words.match.groups["l"][0]
    return words.run.ends[at] - words.run.starts[at] > len("later")


def recent_units(words: Words) -> Node:
    """Recent days, the coming weeks."""
    return Node("vague", note="number", value=period("X", words.value("u") or "D"))


def duration(words: Words) -> Node | None:
    """A length of time."""
    if words.has("half"):
        share = "0.25" if words.all("half")[0][0] == "uq" else "0.5"
        return Node("duration", value=period(share, words.value("u") or "D"))
    if not words.has("n"):
        number = "X" if words.all("u")[0][0] == "units" else "1"
        before = words.run.symbols[words.match.start - 1 : words.match.start]
        if words.value("u") in CLOCK_UNITS and before and class_names()[before[0]] in ("early", "er"):
            return None
        return Node("duration", unit=words.value("u") or "D", value=period(number, words.value("u") or "D"))
    number, unit = _quantity(words)
    return Node("duration", unit=unit, value=period(number, unit))


def recurring(words: Words) -> Node:
    """A rhythm, or a day, month or season that comes again and again."""
    if words.has("x"):
        return Node("set", value=words.value("x"))
    if words.has("w") or words.has("wd"):
        return Node("set", value=f"XXXX-WXX-{words.value('w') or words.value('wd')}")
    if words.has("m"):
        return Node("set", value=f"XXXX-{int(words.value('m') or 0):02d}")
    if words.has("s"):
        return Node("set", value=f"XXXX-{words.value('s')}")
    if not words.has("u"):
        return Node("set", value="P1D")
    if words.has("n") and words.all("n")[0][0] == "couple":
        return Node("set", value=period(2, words.value("u") or "D"))
    return Node("set", value=period(words.value("n") or "1", words.value("u") or "D"))
