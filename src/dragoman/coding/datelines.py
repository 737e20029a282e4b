"""Where a report was filed: "N'DJAMENA, May 5 (AFP) -", "Cairo, 9 Feb (MENA) --", "LAHORE, Sept 1: Police".

A dateline is a city at the start of a text, its state or province, a day and the agency after it if they are
told, and a dash, a colon or the agency's point. What monitors heard names the station and its language
("Tehran home service in Persian 1630 gmt"). A city in small letters needs the day or the agency, since
"Lima: a history" is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from dragoman.knowledge.eras import state_on
from dragoman.knowledge.records import Facts, Place

_WORD = r"(?:(?:st|mt|ft)\.|[^\W\d_](?:[\w'’.\-]*[\w’])?)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?P<day>(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?)"
_NAMED = r"Reuters?|Tanjug|Xinhua|Interfax|Yonhap|Kyodo"
_AGENCY = rf"(?:(?P<agency>\([\w /.&-]{{2,30}}\)|/[\w .&-]{{2,30}}/|[A-Z]{{3,8}}|{_NAMED}))"
_END = r"(?: ?(?:--|[–—_]|\.-)[ \n]?| ?-[ \n]|(?P<colon>:)[ \n]|(?P<point>\.) (?=[A-Z])|(?<=/)\.? (?=[A-Z]))"
_DATELINE = re.compile(
    rf"\s*(?:\([A-Z][\w.-]{{1,12}}\) ?(?:--|[–—-]) ?)?(?P<city>{_WORD}(?: {_WORD}){{0,3}}?)"
    rf"(?P<region>(?:, (?!{_MONTH}\b)[^\W\d_][\w.'’ ]{{1,24}}?){{0,2}})"
    rf"(?:[,.]? {_DAY})?(?:[,.]? {_AGENCY})?{_END}",
    re.IGNORECASE,
)
#: what monitors of broadcasts write: "Tehran home service in Persian 1630 gmt 3 Sep 79"
_HEARD = re.compile(
    r"\s*(?:\[Text\] )?(?:Radio )?(?P<city>[A-Z][\w'’-]+(?: [A-Z][a-z'’-]+)?)"
    r"(?: (?:home|domestic|world|external|national|international|regional|provincial|maghreb|african)"
    r"(?: [\w-]+)? service| (?:radio|television|tv)(?: [\w-]+)?| [A-Z]{3,6})?"
    r",? in (?P<language>[A-Z][\w-]+)(?: and [A-Z]\w+)? \d{4} ?(?:gmt|hrs)",
    re.IGNORECASE,
)
#: languages of one state, of whom a station is that nothing else tells
_SPOKEN_IN = {
    "persian": "IRN", "farsi": "IRN", "amharic": "ETH", "hebrew": "ISR", "turkish": "TUR", "polish": "POL",
    "hungarian": "HUN", "romanian": "ROU", "bulgarian": "BGR", "albanian": "ALB", "vietnamese": "VNM",
    "thai": "THA", "burmese": "MMR", "japanese": "JPN", "sinhala": "LKA", "nepali": "NPL", "urdu": "PAK",
    "khmer": "KHM", "cambodian": "KHM", "lao": "LAO", "indonesian": "IDN", "serbo-croat": "YUG",
    "mongolian": "MNG", "georgian": "GEO", "armenian": "ARM", "czech": "CSK", "greek": "GRC",
}  # fmt: skip
#: cities, no capitals, from where papers report of other states
_HUBS = frozenset({
    "geneva", "new york", "the hague", "istanbul", "dubai", "johannesburg", "hong kong", "strasbourg",
    "lagos", "bombay", "mumbai", "united nations", "davos", "munich", "bonn", "jerusalem", "tel aviv",
    "gaza", "abidjan",
    "dakar", "miami", "shanghai", "sydney", "karachi", "peshawar", "tangier", "salonika", "trieste",
})  # fmt: skip
#: provinces and states as papers shorten them in datelines
_ABBREVIATED = {
    **dict.fromkeys(
        ("ala", "alaska", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind",
         "kan", "ky", "la", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "n.c",
         "n.d", "n.h", "n.j", "n.m", "n.y", "okla", "ore", "pa", "r.i", "s.c", "s.d", "tenn", "tex",
         "va", "vt", "wash", "wis", "w.va", "wyo", "d.c"), "USA"),
    **dict.fromkeys(("alta", "b.c", "man", "n.b", "nfld", "n.s", "ont", "p.e.i", "que", "sask"), "CAN"),
}  # fmt: skip
_DIVISION = re.compile(r" (?:prefecture|province|state|region|oblast|county|governorate)$", re.IGNORECASE)
_SHORTEST = 3  # letters of an acronym that heads no item
_AGENCY_ONLY = re.compile(r"[A-Z]{3,8}$|[(/]")


class Filed(NamedTuple):
    """Where a report was filed: the state (alpha-3), whether from its capital, whether where many report of
    other states, and the town if the gazetteer has it."""

    state: str
    capital: bool
    hub: bool
    town: Place | None = None


def filed_in(text: str, facts: Facts, day: str | None = None, near: Collection[str] = ()) -> Filed | None:
    """Where a report was filed by the city that its dateline names; None without one.

    A state in capitals that heads an item of a digest ("MALI. The army") counts as its capital does.

    `day` is the ISO day of the text: a city is of the state of that day. `near` are the states that title and
    publisher name: a town of theirs is meant before a namesake elsewhere that is no capital.

    >>> filed_in("LIMA, May 5 (AFP) - Police ...", facts)                          # doctest: +SKIP
    Filed(state='PER', capital=True, hub=True, town=Place(name='Lima', ...))
    """
    if (heard := _HEARD.match(text[:160])) is not None:
        return _station(heard["city"], heard["language"], facts, day)
    found = _DATELINE.match(text[:160])
    if found is None:
        return None
    city, named = found["city"], _land_named(found["region"], facts)
    if not _set_apart(found) and (named is None or found["colon"] or found["point"]):
        return None
    if city.isupper() and (state := _state_named(city, facts)) is not None:
        return Filed(state_on(state, None, day) or state, capital=True, hub=False)
    short = re.sub(r" city$", "", city, flags=re.IGNORECASE)
    places = facts.places(city) or facts.places(short)
    if not places or places[0].country is None:
        return Filed(named, capital=False, hub=False) if named else None
    first = next((p for p in places if p.country in near), places[0])
    first = places[0] if places[0].feature == "capital" else first
    state = named or first.country or ""
    capital = first.feature == "capital" and state == first.country
    hub = capital or city.casefold() in _HUBS
    town = first if state == first.country else None
    return Filed(state_on(state, first.name, day) or state, capital=capital, hub=hub, town=town)


def _station(city: str, language: str, facts: Facts, day: str | None) -> Filed | None:
    """Whose station was heard: that of its city, else of the one state whose language it speaks."""
    short = re.sub(r" (?:home|domestic|radio|television)$", "", city, flags=re.IGNORECASE)
    places = facts.places(short)
    if places and places[0].country:
        return Filed(state_on(places[0].country, places[0].name, day) or "", capital=False, hub=False)
    state = _SPOKEN_IN.get(language.casefold())
    return Filed(state, capital=False, hub=False) if state else None


def _set_apart(found: re.Match[str]) -> bool:
    """Whether words at the start are set apart as a dateline is."""
    city = found["city"]
    if city.isupper():
        return len(city) > _SHORTEST
    agency = found["agency"] or found["region"].strip(" ,")
    glued = found[0].endswith("--")  # "Managua--Police arrested"
    told = glued or found["day"] is not None or _AGENCY_ONLY.match(agency) is not None
    return told and all(word[:1].isupper() for word in city.split())


def _land_named(region: str, facts: Facts) -> str | None:
    """The state that the words after the city name, or that their province is of: "NAZRAN, *Ingushetia*"."""
    words = region.strip(" ,")
    short = _ABBREVIATED.get(words.casefold().strip("."))
    if not words or short is not None:
        return short
    agency = _AGENCY_ONLY.match(words) is not None  # "Daraa, *SANA* -"
    found = () if agency else facts.places(_DIVISION.sub("", words.split(",")[0]))
    province = found[0].country if found and found[0].feature == "region" else None
    return _state_named(words, facts) or province


def _state_named(region: str, facts: Facts) -> str | None:
    """The state that the words after the city name: "LA PAZ, *Bolivia*"."""
    words = region.strip(" ,")
    for hit in facts.scan(words.title() if words.isupper() else words):
        entity = facts.entity(hit.entities[0])
        whole = hit.end - hit.start == len(words)
        if entity is not None and entity.kind == "country" and hit.kind in ("name", "acronym") and whole:
            return entity.country
    return None
