"""Names of states for the scorers: a country column to ISO codes, and the states that a prose text names.

Written apart from the reader's knowledge, from `states_reference` of the measuring data; older names are
below. A state that is no more may be given its own code or that of the state that took its place.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

from evaluation.common import shared

DATA = "data/states_reference/countries.json"
OLDER = {
    "germany, federal republic of": "DEU", "german democratic republic": "DDR DEU",
    "korea, republic of": "KOR", "korea": "KOR", "korea, north": "PRK", "u.s.s.r.": "SUN RUS",
    "soviet": "SUN RUS", "soviet union": "SUN RUS", "ussr": "SUN RUS", "russia": "RUS SUN",
    "vatican city": "VAT", "holy see": "VAT", "pope": "VAT", "china, people’s republic of": "CHN",
    "china, republic of": "TWN CHN", "republic of china": "TWN CHN", "palestinian authority": "PSE",
    "palestinian": "PSE", "israeli": "ISR", "yugoslavia": "YUG SRB", "yugoslav": "YUG SRB",
    "czechoslovakia": "CSK CZE", "czechoslovak": "CSK CZE", "burma": "MMR", "burmese": "MMR",
    "ceylon": "LKA", "siam": "THA", "persia": "IRN", "dahomey": "BEN", "upper volta": "BFA",
    "tanganyika": "TZA", "malaya": "MYS", "swaziland": "SWZ", "bosnia": "BIH", "bosnian": "BIH",
    "bosnia-herzegovina": "BIH", "bosnian federation": "BIH", "macedonia": "MKD",
    "former yugoslav republic of macedonia": "MKD", "serbia-montenegro": "SCG SRB",
    "serbia and montenegro": "SCG SRB", "kirghizia": "KGZ", "byelorussia": "BLR", "zaire": "COD ZAR",
    "zairian": "COD ZAR", "democratic republic of the congo": "COD", "congo, republic of": "COG",
    "brunei darussalam": "BRN", "netherlands antilles": "ANT NLD", "hawaii": "HWI", "dutch": "NLD",
    "khmer republic": "KHM", "rhodesia": "ZWE", "southern rhodesia": "ZWE", "zimbabwe rhodesia": "ZWE",
    "somali republic": "SOM", "western samoa": "WSM", "cape verde": "CPV", "ivory coast": "CIV",
    "ivorian": "CIV", "east timor": "TLS", "st. lucia": "LCA", "muscat & oman": "OMN",
    "union of south africa": "ZAF", "yemen arab republic": "YEM", "st. christopher and nevis": "KNA",
    "the gambia": "GMB", "british": "GBR", "britain": "GBR", "great britain": "GBR", "england": "GBR",
    "netherlands": "NLD", "philippine": "PHL", "turkey": "TUR", "czech republic": "CZE",
    "slovak republic": "SVK", "slovak": "SVK", "south korea": "KOR", "cambodian": "KHM",
    "micronesia": "FSM", "bahamas": "BHS",
}  # fmt: skip


def plain(name: str) -> str:
    """A name in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().strip()


@cache
def names() -> dict[str, frozenset[str]]:
    """Names, official names and demonyms of states, in plain form, with the codes they may stand for."""
    made: dict[str, frozenset[str]] = {}
    for country in json.loads(shared(DATA).read_text(encoding="utf-8")):
        code = frozenset({country["cca3"].replace("UNK", "XKX")})
        demonyms = (country.get("demonyms") or {}).get("eng") or {}
        known = [country["name"]["common"], country["name"]["official"], *demonyms.values()]
        known += [n for n in country.get("altSpellings", ()) if len(n) > 3]
        for name in known:
            if name and plain(name).isascii():
                made.setdefault(plain(name), code)
    made.update({plain(name): frozenset(codes.split()) for name, codes in OLDER.items()})
    return made


def codes_of(column: str) -> frozenset[str]:
    """The codes that a country column may stand for; empty where the name is not known."""
    for form in (column, re.sub(r"\s*\(.*?\)", "", column), *re.findall(r"\((.*?)\)", column)):
        key = plain(form)
        found = names().get(key) or names().get(" ".join(reversed(key.split(", "))))
        if found:
            return found
    return frozenset()


@cache
def _pattern() -> re.Pattern[str]:
    wanted = sorted((name for name in names() if name not in ("us", "usa")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in wanted) + r")s?(?!\w)")


def named_states(text: str) -> list[frozenset[str]]:
    """The states that a text names by name or demonym, capitalised, in order."""
    flat = "".join(plain(char) or char for char in text)
    if len(flat) != len(text):
        flat = text.lower()
    return [
        names().get(match.group()) or names()[match.group()[:-1]]
        for match in _pattern().finditer(flat)
        if text[match.start()].isupper()
    ]
