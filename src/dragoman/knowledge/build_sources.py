"""Turns open data sets on office-holders into tenure tables of the project's own form.

Each reader takes the file of one data set and yields rows; `write_tenures` writes them as a table that states
origin and licence. Facts only: who, which office, from when to when.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.base import KnowledgeBase
from dragoman.knowledge.base_names import name_words, slug

COLUMNS = ("entity", "office", "title", "person", "start", "end", "also", "origin")
_PRESIDENTIAL = (
    "USA MEX GTM HND SLV NIC CRI PAN COL VEN ECU PER BRA BOL PRY CHL ARG URY DOM CUB PHL KOR IDN EGY SYR"
    " LBR GHA NGA CIV BEN TGO BFA NER CMR GAB TCD CAF COG COD RWA BDI KEN TZA UGA ZMB MWI MOZ AGO GIN"
    " GUY GNB GMB SEN MLI MRT SLE LBY TUN DZA SDN ZWE NAM BWA AFG KAZ UZB TKM TJK BLR AZE TWN FRA RUS"
    " SOM DJI COM MDG ERI CYP PRK"
)
_PARLIAMENTARY = (
    "GBR CAN AUS NZL IRL NLD BEL LUX DNK NOR SWE ISL ITA DEU AUT GRC ISR IND JPN MYS JAM TTO BHS BRB"
    " MLT ESP HUN CZE SVK SVN EST LVA BGR ALB MUS FJI PNG BLZ"
)
_REPUBLIC_FROM = {
    "ESP": "1977", "JPN": "1946", "HUN": "1990", "CZE": "1993", "BGR": "1991", "ALB": "1998", "GRC": "1975",
    "DEU": "1949", "ITA": "1946", "AUT": "1946", "FRA": "1959", "RUS": "1992", "KOR": "1963", "CUB": "1976",
    "PRK": "1948",
}  # fmt: skip
_SOVIET = ("1922-12-30", "1991-12-26")
_POCOM_OFFICES = {
    "secretary": ("foreign_minister", "Secretary of State"),
    "deputy-secretary": ("deputy_foreign_minister", "Deputy Secretary of State"),
    "under-secretary-for-political-affairs": ("under_secretary_of_state", "Under Secretary of State"),
    "us-trade-representative": ("trade_representative", "Trade Representative"),
}
_CIA_OFFICES = (
    (re.compile(r"^(King|Queen|Emir|Amir|Sultan|Grand Duke|Prince|Supreme Pontiff.*)$"), "head_of_state"),
    (re.compile(r"^President$"), "head_of_state"),
    (re.compile(r"^(Prime Minister|Chancellor|Premier)$"), "head_of_government"),
    (re.compile(r"^(Min\.|Minister) (of|for) (Foreign|External) (Affairs|Relations)\b"), "foreign_minister"),
    (re.compile(r"^(Min\.|Minister) (of|for) (National )?Defen[sc]e\b"), "defence_minister"),
    (re.compile(r"^(Min\.|Minister) (of|for) (the )?Interior\b"), "interior_minister"),
    (re.compile(r"^(Min\.|Minister) (of|for) Finance\b"), "finance_minister"),
    (re.compile(r"^Vice President$"), "vice_president"),
    (re.compile(r"^Ambassador to the US"), "ambassador_to_us"),
    (re.compile(r"^Permanent Representative to the UN"), "un_representative"),
)  # fmt: skip
_VISIT_TITLES = (
    (re.compile(r"^(President-elect|Crown Prince|Prime Minister-designate|Former|Mrs?\.|Princess)"), ""),
    (re.compile(r"^(Prime Minister|Premier|Chancellor|Taoiseach)\s+"), "head_of_government"),
    (re.compile(r"^(President|King|Queen|Emperor|Sultan|Amir|Emir|Pope)\s+"), "head_of_state"),
    (re.compile(r"^(Foreign Minister|Minister of Foreign Affairs)\s+"), "foreign_minister"),
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure on its way into a table. `also` holds other names under which the person is found."""

    entity: str
    office: str
    title: str
    person: str
    start: str
    end: str
    also: str = ""
    origin: str = ""

    def cells(self) -> tuple[str, ...]:
        """The cells of the row, in the order of COLUMNS."""
        return (
            self.entity,
            self.office,
            self.title,
            self.person,
            self.start,
            self.end,
            self.also,
            self.origin,
        )


def _rows(path: Path, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def _date(text: str) -> str:
    found = _DATE.match(text or "")
    return found.group() if found else ""


def state_code(facts: KnowledgeBase, name: str) -> str | None:
    """The alpha-3 code of a state by its English name; None where it is unknown or of several states."""
    text = name.split("(")[0].strip()
    if ", " in text:
        first, _, rest = text.partition(", ")
        text = f"{rest} {first}"
    for hit in facts.scan(text):
        found = facts.entity(hit.entities[0])
        if hit.end - hit.start >= len(text) - 4 and found is not None and found.kind == "country":
            return found.id if len(hit.entities) == 1 or name != text else None
    return None


def read_archigos(path: Path, facts: KnowledgeBase) -> Iterator[Held]:
    """Effective leaders of states, 1875 to 2015; a "leader" where the system leaves the office open."""
    for row in _rows(path, "utf-8"):
        state = facts.code("cow", row["idacr"])
        if state is None or state.country is None:
            continue
        code, start, end = state.country, _date(row["startdate"]), _date(row["enddate"])
        if code == "RUS" and _SOVIET[0] <= start < _SOVIET[1]:
            code = "SUN"
        office = "leader"
        if start[:4] >= _REPUBLIC_FROM.get(code, "1900"):
            office = "head_of_state" if code in _PRESIDENTIAL.split() else office
            office = "head_of_government" if code in _PARLIAMENTARY.split() else office
        yield Held(code, office, "leader", row["leader"].strip(), start, "" if end >= "2015-12-31" else end)


def read_cia(path: Path, facts: KnowledgeBase) -> Iterator[Held]:
    """Heads of state, ministers and ambassadors as listed in June 2019: known for that month only."""
    for row in _rows(path):
        title = row["office"].strip()
        office = next((code for pattern, code in _CIA_OFFICES if pattern.match(title)), None)
        state = state_code(facts, row["country"]) if office else None
        if office is None or state is None or not row["person"].strip():
            continue
        if state == "IRN" and office == "head_of_state":
            office = "head_of_government"
        person = " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in row["person"].split())
        yield Held(state, office, title.split(",")[0], person, "2019-06", "2019-06")


def read_pocom(path: Path, facts: KnowledgeBase) -> Iterator[Held]:
    """US secretaries of state and their deputies, and chiefs of mission abroad."""
    follows: dict[tuple[str, str], str] = {}
    rows = list(_rows(path))
    for row in sorted(rows, key=lambda r: _date(r["started"] or r["appointed"]), reverse=True):
        if row["kind"] == "positions-principals":
            where, start = row["place_or_position"], _date(row["started"] or row["appointed"])
            follows[where, row["id"]] = follows.get((where, ""), "")
            follows[where, ""] = start or follows[where, ""]
    for row in rows:
        kind, where = row["kind"], row["place_or_position"]
        person = row["altname"].strip() or f"{row['forename']} {row['surname']}".strip()
        start = _date(row["started"]) or _date(row["arrived"]) or _date(row["appointed"])
        end = _date(row["ended"])
        if not start:
            continue
        if kind == "positions-principals" and where in _POCOM_OFFICES:
            code, title = _POCOM_OFFICES[where]
            yield Held("USA", code, title, person, start, end or follows[where, row["id"]])
        elif kind == "missions-countries" and (envoy := _pocom_envoy(row["role"])):
            title = f"{envoy} to {where.replace('-', ' ').title()}"
            yield Held("USA", "ambassador", title, person, start, end)


def _pocom_envoy(role: str) -> str | None:
    """How a chief of mission of some rank is called: ministers led most missions before 1945."""
    if "ambassador" in role:
        return "Ambassador"
    if "minister" in role:
        return "Minister"
    return "Chargé d'Affaires" if role == "charge-daffaires" else None


def read_visits(path: Path, facts: KnowledgeBase) -> Iterator[Held]:
    """Leaders who came to the United States: in office on the days of the visit."""
    for row in _rows(path):
        title = next(((p, code) for p, code in _VISIT_TITLES if p.match(row["visitor"])), None)
        state = state_code(facts, row["from"])
        if title is None or not title[1] or state is None or not row["start"]:
            continue
        person = title[0].sub("", row["visitor"]).strip()
        if len(name_words(person)) >= 2 and not re.search(r"\d| and |,", person):
            word = row["visitor"][: len(row["visitor"]) - len(person)].strip()
            yield Held(state, title[1], word, person, row["start"], row["end"] or row["start"])


def read_list(path: Path, facts: KnowledgeBase) -> Iterator[Held]:
    """A CSV or JSON-lines file of a user: entity (or country), office, person, start, end, maybe title.

    The rows that a Wikidata query gives (countryLabel, positionLabel, officeholderLabel, start, end) fit too.
    """
    if path.suffix in (".json", ".jsonl"):
        rows: Iterable[dict[str, str]] = (
            json.loads(line) for line in path.read_text("utf-8").splitlines() if line
        )
    else:
        rows = _rows(path)
    for number, row in enumerate(rows, 2):
        where = row.get("entity") or row.get("country") or row.get("countryLabel") or ""
        title = row.get("office") or row.get("position") or row.get("positionLabel") or ""
        person = row.get("person") or row.get("officeholder") or row.get("officeholderLabel") or ""
        entity = where if facts.entity(where) else state_code(facts, where)
        if not entity or not title or not person:
            raise KnowledgeError(f"{path.name}, line {number}: no known state or body, office or person")
        codes = facts.office_codes(title, entity)
        office = codes[0] if codes else slug(title).replace("-", "_")
        yield Held(entity, office, row.get("title") or title, person, _date(row.get("start") or ""),
            _date(row.get("end") or ""))  # fmt: skip


SOURCES: dict[str, tuple[Callable[[Path, KnowledgeBase], Iterator[Held]], str, str]] = {
    "archigos": (read_archigos, "Archigos 4.1 (Goemans, Gleditsch, Chiozza 2009) by manystates", "CC BY 4.0"),
    "cia": (read_cia, "CIA World Leaders, June 2019", "public domain (US government)"),
    "pocom": (read_pocom, "Principal Officers and Chiefs of Mission, Office of the Historian", "CC0 1.0"),
    "visits": (read_visits, "Visits by Foreign Leaders, Office of the Historian", "CC0 1.0"),
    "list": (read_list, "user", "as the user's file"),
}


def write_tenures(rows: Iterable[Held], target: Path, origin: str, licence: str) -> int:
    """Writes a tenure table; returns the number of rows."""
    kept = sorted({row.cells() for row in rows})
    lines = [
        f"# origin: {origin}",
        f"# licence: {licence}",
        "\t".join(COLUMNS),
        *("\t".join(r) for r in kept),
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(kept)
