"""The resolver on a small knowledge base made by hand."""

from __future__ import annotations

import re

import pytest

from dragoman.knowledge.records import Entity, NameHit, NameKind, Place, Tenure
from dragoman.knowledge.resolver import Resolver

STATES = {
    "RUS": ("Russia", "Russian Federation", "Russian", "Russians", "Moscow"),
    "DEU": ("Germany", "Federal Republic of Germany", "German", "Germans", "Berlin"),
    "FRA": ("France", "French Republic", "French", "", "Paris"),
    "GBR": ("United Kingdom", "Britain", "British", "Britons", "London"),
    "USA": ("United States", "U.S.", "American", "Americans", "Washington"),
    "IRN": ("Iran", "Islamic Republic of Iran", "Iranian", "Iranians", "Tehran"),
    "JPN": ("Japan", "", "Japanese", "", "Tokyo"),
    "SYR": ("Syria", "", "Syrian", "Syrians", "Damascus"),
    "JOR": ("Jordan", "Hashemite Kingdom of Jordan", "Jordanian", "Jordanians", "Amman"),
    "LBY": ("Libya", "", "Libyan", "Libyans", "Tripoli"),
    "TUN": ("Tunisia", "", "Tunisian", "Tunisians", "Tunis"),
    "UKR": ("Ukraine", "", "Ukrainian", "Ukrainians", "Kyiv"),
    "PRK": ("North Korea", "DPRK", "North Korean", "North Koreans", "Pyongyang"),
    "HRV": ("Croatia", "", "Croatian", "Croats", "Zagreb"),
    "AFG": ("Afghanistan", "", "Afghan", "Afghans", "Kabul"),
    "TUR": ("Turkey", "Türkiye", "Turkish", "Turks", "Ankara"),
    "ALB": ("Albania", "", "Albanian", "Albanians", "Tirana"),
    "MMR": ("Myanmar", "Burma", "Burmese", "", "Naypyidaw"),
    "NPL": ("Nepal", "", "Nepalese", "", "Kathmandu"),
    "CHN": ("China", "PRC", "Chinese", "", "Beijing"),
}
BODIES = {
    "UN": ("United Nations", None, "IGO", "organisation"),
    "United Nations": ("United Nations", None, "IGO", "organisation"),
    "NATO": ("NATO", None, "IGO", "organisation"),
    "EU": ("European Union", None, "IGO", "organisation"),
    "European Commission": ("European Commission", None, "IGO", "organisation"),
    "Kremlin": ("Kremlin", "RUS", "GOV", "organisation"),
    "State Department": ("US Department of State", "USA", "GOV", "organisation"),
    "Hamas": ("Hamas", "PSE", "REB", "group"),
    "Taliban": ("Taliban", "AFG", "REB", "group"),
    "Security Council": ("UN Security Council", None, "IGO", "organisation"),
}
TENURES = (
    Tenure("FRA", "FRA", "head_of_state", "President", "Emmanuel Macron", "2017-05-14", None, "test"),
    Tenure("USA", "USA", "head_of_state", "President", "Barack Obama", "2009-01-20", "2017-01-20", "test"),
    Tenure("USA", "USA", "head_of_state", "President", "Donald Trump", "2017-01-20", "2021-01-20", "test"),
    Tenure("USA", "USA", "head_of_state", "President", "Joseph Biden", "2021-01-20", "2025-01-20", "test"),
    Tenure("USA", "USA", "head_of_state", "President", "Lyndon Johnson", "1963-11-22", "1969-01-20", "test"),
    Tenure("GBR", "GBR", "head_of_government", "Premier", "Boris Johnson", "2019-07", "2022-09", "test"),
    Tenure("GBR", "GBR", "head_of_government", "Prime Minister", "Theresa May", "2016-07", "2019-07", "test"),
    Tenure("HRV", "HRV", "head_of_state", "President", "Franjo Tuđman", "1990-05-30", "1999-12-10", "test"),
    Tenure("RUS", "RUS", "head_of_state", "President", "Vladimir Putin", "2012-05-07", None, "test"),
    Tenure("RUS", "RUS", "defence_minister", "Minister", "Sergei Shoigu", "2012-11", "2024-05", "test"),
    Tenure("PRK", "PRK", "head_of_state", "Supreme Leader", "Kim Jong-un", "2011-12-17", None, "test"),
    Tenure("UKR", "UKR", "head_of_state", "President", "Volodymyr Zelensky", "2019-05-20", None, "test"),
    Tenure("SYR", "SYR", "head_of_state", "President", "Bashar al-Assad", "2000-07-17", "2024-12-08", "test"),
    Tenure("LBY", "LBY", "head_of_state", "Leader", "Muammar Gaddafi", "1969-09-01", "2011-10-20", "test"),
    Tenure("JPN", "JPN", "foreign_minister", "Minister", "Toshimitsu Motegi", "2019-09", "2021-10", "test"),
    Tenure("UN", None, "secretary_general", "Secretary-General", "Kofi Annan", "1997-01", "2006-12", "t"),
)  # fmt: skip
CODES = {
    "secretary-general": ("secretary_general",),
    "president": ("head_of_state",),
    "prime minister": ("head_of_government",),
    "foreign minister": ("foreign_minister",),
    "supreme leader": ("head_of_state",), "leader": ("head_of_state",),
}  # fmt: skip


class HandFacts:
    """The `Facts` protocol over the tables above."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[str, NameKind]] = {}
        for code, (name, long, adjective, people, capital) in STATES.items():
            kinds: tuple[NameKind, ...] = ("name", "name", "adjective", "people", "capital")
            for text, kind in zip((name, long, adjective, people, capital), kinds, strict=True):
                if text:
                    self._names[text] = (code, kind)
        self._names["US"] = ("USA", "acronym")
        for body in BODIES:
            self._names[body] = (body, "acronym" if body.isupper() else "name")
        names = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")

    def scan(self, text: str) -> list[NameHit]:
        return [
            NameHit(m.start(), m.end(), m.group(), (self._names[m.group()][0],), self._names[m.group()][1])
            for m in self._pattern.finditer(text)
        ]

    def entity(self, entity_id: str) -> Entity | None:
        if entity_id in STATES:
            return Entity(entity_id, "country", STATES[entity_id][0], entity_id, "GOV")
        if entity_id in BODIES:
            name, country, sector, kind = BODIES[entity_id]
            return Entity(entity_id, kind, name, country, sector)  # type: ignore[arg-type]
        return None

    def country(self, alpha3: str) -> Entity | None:
        return self.entity(alpha3)

    def holders(self, country: str, office: str, date: str | None) -> tuple[Tenure, ...]:
        return tuple(
            t for t in TENURES
            if (t.entity, t.office) == (country, office) and date
            and (t.start or "") <= date and (t.end is None or date <= t.end)
        )  # fmt: skip

    def people(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Tenure, ...]:
        return TENURES

    def capital(self, country: str) -> Place | None:
        return None

    def places(self, name: str) -> tuple[Place, ...]:
        return (Place("Aleppo", "SYR", 1, None, None, 1_600_000, "city"),) if name == "Aleppo" else ()

    def office_codes(self, title: str, country: str | None) -> tuple[str, ...]:
        return CODES.get(title.lower(), ())


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(HandFacts())


WHO = [
    ("Russia", "RUS", "GOV", "country"),
    ("the Russian Federation", "RUS", "GOV", "country"),
    ("neighbouring Iran", "IRN", "GOV", "country"),
    ("Moscow", "RUS", "GOV", "country"),
    ("the Kremlin", "RUS", "GOV", "organisation"),
    ("Russian officials", "RUS", "GOV", "group"),
    ("Libyan fighters", "LBY", "REB", "group"),
    ("British troops", "GBR", "MIL", "group"),
    ("the Iranian people", "IRN", "CVL", "group"),
    ("thousands of Tunisians", "TUN", "CVL", "group"),
    ("the people of Myanmar", "MMR", "CVL", "group"),
    ("residents of Aleppo", "SYR", "CVL", "group"),
    ("rebels in Syria", "SYR", "REB", "group"),
    ("US-backed rebels in Syria", "SYR", "REB", "group"),
    ("U.S. troops in Afghanistan", "USA", "MIL", "group"),
    ("ethnic Albanian guerrillas", None, "REB", "group"),
    ("NATO forces", None, "IGO", "group"),
    ("UN peacekeepers", None, "IGO", "group"),
    ("EU ministers", None, "IGO", "group"),
    ("the U.S.-led coalition", None, "IGO", "group"),
    ("members of the Ukrainian parliament", "UKR", "LEG", "group"),
    ("Hamas militants", "PSE", "REB", "group"),
    ("Taliban fighters", "AFG", "REB", "group"),
    ("opposition fighters in Syria", "SYR", "REB", "group"),
    ("militants on the Syrian side of the border", "SYR", "REB", "group"),
    ("experts on Iran", None, "GOV", "group"),
    ("Turkish police", "TUR", "COP", "organisation"),
    ("the Chinese Ministry of Commerce", "CHN", "GOV", "organisation"),
    ("the Ministry of Foreign Affairs of Japan", "JPN", "GOV", "organisation"),
    ("the Iranian Embassy in London", "IRN", "GOV", "organisation"),
    ("the Obama administration", "USA", "GOV", "organisation"),
    ("the Assad regime", "SYR", "GOV", "organisation"),
    ("the government of Prime Minister Theresa May", "GBR", "GOV", "organisation"),
    ("the French president", "FRA", "GOV", "office"),
    ("the King of Jordan", "JOR", "GOV", "office"),
    ("North Korea's supreme leader", "PRK", "GOV", "office"),
    ("Germany's ambassador to Russia", "DEU", "GOV", "office"),
    ("the German ambassador in Moscow", "DEU", "GOV", "office"),
    ("U.S. special envoy for Syria", "USA", "GOV", "office"),
    ("a senior State Department official", "USA", "GOV", "office"),
    ("the EU foreign policy chief", None, "IGO", "office"),
    ("Secretary-General of the United Nations", None, "IGO", "office"),
    ("Foreign Minister Toshimitsu Motegi", "JPN", "GOV", "person"),
    ("Iranian Foreign Minister Mohammad Javad Zarif", "IRN", "GOV", "person"),
    ("Prime Minister Boris Johnson of the United Kingdom", "GBR", "GOV", "person"),
    ("President Tudjman", "HRV", "GOV", "person"),
    ("President of France Emmanuel Macron", "FRA", "GOV", "person"),
    ("Russian Ambassador to Germany Vladimir Grinin", "RUS", "GOV", "person"),
    ("former US Vice President Al Gore", "USA", "ELI", "person"),
    ("Volodymyr Zelenskiy", "UKR", "GOV", "person"),
    ("Putin", "RUS", "GOV", "person"),
    ("Iran's Javad Zarif", "IRN", "GOV", "person"),
    ("Ibrahim Kalin, adviser to the President of Turkey", "TUR", "GOV", "person"),
    ("Minister of Trade, Industry and Labour Jane Doe of Croatia", "HRV", "GOV", "person"),
    ("Deputy National Security Adviser Jane Doe", None, "GOV", "person"),
    ("His Majesty King Abdullah II of Jordan", "JOR", "GOV", "person"),
    ("jailed Kremlin critic Ivan Doe", "RUS", "OPP", "person"),
    ("Chinese tech giant Acme", "CHN", "BUS", "organisation"),
    ("Japanese shipbuilders", "JPN", "CVL", "group"),
    ("a group of Iranian students", "IRN", "EDU", "group"),
    ("forces loyal to President Assad", "SYR", "MIL", "group"),
    ("Kurdish fighters in Turkey", "TUR", "REB", "group"),
    ("ethnic Albanians", None, "CVL", "group"),
    ("opposition candidates in Ukraine", "UKR", "OPP", "group"),
    ("refugees fleeing the fighting in Syria", "SYR", "REF", "group"),
    ("Syrian refugees in Jordan", "SYR", "REF", "group"),
    ("troops in Afghanistan", None, "MIL", "group"),
    ("the Chinese news agency", "CHN", "JRN", "organisation"),
    ("Russian police officers", "RUS", "COP", "group"),
    ("German opposition lawmakers", "DEU", "LEG", "group"),
    ("French trade unions", "FRA", "LAB", "group"),
    ("British aid workers", "GBR", "CVL", "group"),
    ("the foreign ministers of France and Germany", None, "GOV", "group"),
    ("China and Russia", None, "GOV", "group"),
    ("Russia's allies", None, "GOV", "group"),
    ("supporters of former French President Jane Doe", "FRA", "CVL", "group"),
    ("ex-president Barack Obama", "USA", "ELI", "person"),
    ("American Vice President Jane Doe", "USA", "GOV", "person"),
    ("the Bank of Japan", "JPN", "GOV", "organisation"),
    ("Democratic lawmakers", "USA", "LEG", "group"),
    ("the Ukrainian Defense Ministry", "UKR", "GOV", "organisation"),
    ("two Turkish fighter jets", "TUR", "MIL", "group"),
    ("Iran-backed Hamas", "PSE", "REB", "group"),
    ("rebel Taliban", "AFG", "REB", "group"),
    ("the Palestinian group Hamas", "PSE", "REB", "group"),
    ("Christian Democrats", None, "PTY", "group"),
    ("Assistant Secretary of State for East Asian and Pacific Affairs Jane Doe", "USA", "GOV", "person"),
    ("Head of the Office of the President of Ukraine Jane Doe", "UKR", "GOV", "person"),
    ("Europe", None, "GOV", "group"),
    ("the president of the European Commission", None, "IGO", "office"),
    ("European Commission President Jane Doe", None, "IGO", "person"),
    ("Thousands", None, "CVL", "group"),
    ("Hundreds in Tunis", "TUN", "CVL", "group"),
    ("tens of thousands", None, "CVL", "group"),
    ("a British woman", "GBR", "CVL", "person"),
]


@pytest.mark.parametrize(("text", "country", "sector", "kind"), WHO, ids=[w[0] for w in WHO])
def test_mention_has_country_sector_and_kind(
    resolver: Resolver, text: str, country: str | None, sector: str, kind: str
) -> None:
    found = resolver.resolve(text, date="2019-09-01")
    assert found.political, found
    assert (found.country, found.sector, found.kind) == (country, sector, kind), found


@pytest.mark.parametrize(
    "text",
    [
        "the agreement",
        "he",
        "the two countries",
        "climate change",
        "Moscow's decision",
        "oil prices",
        "the talks",
    ],
)
def test_things_and_pronouns_are_no_party(resolver: Resolver, text: str) -> None:
    found = resolver.resolve(text)
    assert not found.political
    assert found.country is None


def test_owner_of_a_thing_is_a_candidate(resolver: Resolver) -> None:
    assert [c.country for c in resolver.resolve("Moscow's decision").candidates] == ["RUS"]


def test_office_gets_its_holder_on_the_date(resolver: Resolver) -> None:
    found = resolver.resolve("the US president", date="2010-06-01")
    assert (found.holder, found.person, found.office) == ("Barack Obama", None, "president")
    assert resolver.resolve("the US president", date="2019-06-01").holder == "Donald Trump"
    assert resolver.resolve("the US president").holder is None


def test_body_of_several_states_has_holders_too(resolver: Resolver) -> None:
    found = resolver.resolve("the UN Secretary-General", date="2003-05-01")
    assert (found.holder, found.country, found.sector) == ("Kofi Annan", None, "IGO")
    assert resolver.resolve("Kofi Annan", date="2003-05-01").sector == "IGO"


def test_text_wins_over_knowledge_and_says_so(resolver: Resolver) -> None:
    found = resolver.resolve("President Trump", date="2022-02-01")
    assert (found.country, found.person) == ("USA", "Trump")
    assert any("not in that office" in reason for reason in found.reasons)


def test_surname_of_several_states_is_unsure_without_context(resolver: Resolver) -> None:
    assert resolver.resolve("Johnson").country is None
    assert (
        resolver.resolve("Johnson", date="2021-01-01", context="talks in the United Kingdom").country == "GBR"
    )


def test_unknown_person_keeps_the_country_of_the_text(resolver: Resolver) -> None:
    assert resolver.resolve("Afghan Health Minister Wahid Nomen").country == "AFG"
    found = resolver.resolve("Wahid Nomen")
    assert (found.kind, found.political, found.country) == ("person", True, None)


def test_office_without_state_takes_the_context_or_publisher(resolver: Resolver) -> None:
    said = "the Secretary of the Security Council"
    assert resolver.resolve(said, context="Russia").country == "RUS"
    assert resolver.resolve("the Vice President", publisher_country="USA").country == "USA"
    assert resolver.resolve("our troops", publisher_country="GBR").country == "GBR"
    assert resolver.resolve("our allies", publisher_country="GBR").country is None
    assert resolver.resolve("Maoist rebels", context="Nepal").country == "NPL"


def test_surname_alone_is_given_its_full_name(resolver: Resolver) -> None:
    found = resolver.resolve("President Putin", date="2015-01-01")
    assert (found.name, found.person, found.holder) == ("Vladimir Putin", "Putin", None)


def test_same_question_same_answer(resolver: Resolver) -> None:
    assert resolver.resolve("the French president") is resolver.resolve("the French president")


@pytest.mark.parametrize(
    "text", ["", " ", "’s", ",,,", "of", "-", "the of the", "'", "U.S.-", "General", "a" * 900, "X " * 300]
)
def test_odd_text_gets_an_answer(resolver: Resolver, text: str) -> None:
    assert resolver.resolve(text).text == text
