"""Classes of mistakes that unseen texts showed: whose act it is, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document

Side = tuple[str, set[str], set[str]]


def told(reader: Any, text: str, published: str, publisher: str | None = None) -> list[Side]:
    def states(parties: Any) -> set[str]:
        return {p.country for p in parties if p.country}

    events = reader.read(text, published=published, publisher=publisher).events
    return [(e.type, states(e.actors), states(e.recipients)) for e in events]


@pytest.mark.parametrize(("published", "text", "state"), [
    ("1985-05-01", "Moscow expelled two British diplomats.", "SUN"),
    ("2005-05-01", "Moscow expelled two British diplomats.", "RUS"),
    ("1985-05-01", "The Kremlin condemned Britain.", "SUN"),
    ("1968-08-01", "Prague rejected the demand.", "CSK"),
    ("1977-01-01", "Belgrade protested to Italy.", "YUG"),
    ("2019-05-05", "Congo accused Rwanda of aggression.", "COD"),
])  # fmt: skip
def test_a_capital_speaks_for_the_state_of_its_time(
    reader: Any, published: str, text: str, state: str
) -> None:
    assert {state} in [actors for _type, actors, _ in told(reader, text, published)]


@pytest.mark.parametrize(("text", "state"), [
    ("The Prime Minister of Belize condemned Venezuela. The Prime Minister thanked Peru.", "BLZ"),
    ("King Abdullah II visited Cairo. The King thanked Egypt.", "JOR"),
])  # fmt: skip
def test_a_publisher_gives_no_office_that_its_state_lacks(reader: Any, text: str, state: str) -> None:
    assert told(reader, text, "2021-05-04", "White House")[-1][1] == {state}


@pytest.mark.parametrize(("text", "expected"), [
    ("Canada recognized Kosovo. Kosovo recognized Canada.",
     [("SUPPORT", {"CAN"}, {"XKX"}), ("SUPPORT", {"XKX"}, {"CAN"})]),
    ("Relations between Egypt and Sudan were severed in May.", [("SANCTION", {"EGY"}, {"SDN"})]),
    ("The Swedish embassy in Khartoum was closed.", [("SANCTION", {"SWE"}, {"SDN"})]),
    ("The Kenyan ambassador was recalled from Khartoum.", [("SANCTION", {"KEN"}, {"SDN"})]),
    ("The Arab League condemned the invasion of Kuwait.", [("ACCUSE", set(), set())]),
    ("Turkey sent doctors to Libya, according to Greek officials.", [("AID", {"TUR"}, {"LBY"})]),
    ("Kenya asked Britain for troops.", [("REQUEST", {"KEN"}, {"GBR"})]),
    ("Burkina Faso pledged troops.", [("AGREE", {"BFA"}, set())]),
    ("Washington gave Baghdad 24 hours to withdraw its troops.", [("THREATEN", {"USA"}, {"IRQ"})]),
    ("Belarusian riot police arrested hundreds.", [("COERCE", {"BLR"}, {"BLR"})]),
    ("The Israeli president affirmed his commitment to stopping Iran's aggression.",
     [("SUPPORT", {"ISR"}, set())]),
    ("The Israeli president met Chancellor Merkel. They discussed trade with Japan.",
     [("CONSULT", {"ISR", "DEU"}, set())]),
    ("Iran discussed trade with Iraq.", [("CONSULT", {"IRN", "IRQ"}, set())]),
    ("Canada released its Indo-Pacific Strategy.", []),
    ("Japan and Australia are strengthening cyber security.", []),
    ("France and Italy want to demonstrate their unity.", []),
    ("Canada fought on the side of Britain.", []),
    ("Iran expelled a British professor.", [("SANCTION", {"IRN"}, {"GBR"})]),
    ("Tutsi rebels seized Kigali.", [("COERCE", {"RWA"}, {"RWA"})]),
    ("Australia, the United Kingdom, and the United States condemned Russia.",
     [("ACCUSE", {"AUS", "GBR", "USA"}, {"RUS"})]),
    ("Jordan, Syria and Iraq condemned Israel.", [("ACCUSE", {"JOR", "SYR", "IRQ"}, {"ISR"})]),
    ("Tunisia, Algeria and Morocco condemned Israel.", [("ACCUSE", {"TUN", "DZA", "MAR"}, {"ISR"})]),
    ("The German foreign minister made a speech during a visit to Ankara.", [("CONSULT", {"DEU"}, {"TUR"})]),
    ("Kenyan police detained two Somali men for attacking a bus.", [("COERCE", {"KEN"}, {"SOM"})]),
    ("A Turkish court convicted a Greek man of killing a soldier.", [("SANCTION", {"TUR"}, {"GRC"})]),
])  # fmt: skip
def test_who_does_what_to_whom(reader: Any, text: str, expected: list[Side]) -> None:
    assert told(reader, text, "2010-06-10") == expected


def test_who_calls_somebody_to_thank_him_thanks_him(reader: Any) -> None:
    text = "Chancellor Adenauer telephoned President de Gaulle to thank him."
    assert ("SUPPORT", {"DEU"}, {"FRA"}) in told(reader, text, "1963-01-22")


def test_a_century_and_a_decade_are_history(reader: Any) -> None:
    for text in ("Britain seized Malta in the 19th century.", "France occupied Chad in the 1920s."):
        (event,) = reader.read(text, published="2000-06-10").events
        assert event.status == "historical"


def test_the_year_of_a_law_is_no_date_of_an_act(reader: Any) -> None:
    text = "Under the Arms Export Act of 1976, Belgium halted arms sales to Burundi on Monday."
    (event,) = reader.read(text, published="2021-05-05").events
    assert (event.status, event.when.edtf) == ("occurred", "2021-05-03")


def test_a_great_city_is_meant_before_its_small_namesake(reader: Any) -> None:
    (event,) = reader.read("Iranian and American diplomats met in Geneva.", published="2010-06-10").events
    assert (event.where.name, event.where.country) == ("Geneva", "CHE")
    (event,) = reader.read(
        "Iranian and American diplomats met in Geneva, Illinois.", published="2010-06-10"
    ).events
    assert event.where.country == "USA"


@pytest.mark.parametrize(("title", "states"), [
    ("Joint Statement by the Foreign Ministers of Canada, France and Germany", {"CAN", "FRA", "DEU"}),
    ("Statement by the Press Secretary", {"USA"}),
])  # fmt: skip
def test_all_whom_its_title_names_speak_in_a_joint_statement(
    reader: Any, title: str, states: set[str]
) -> None:
    text = "We condemn Russia. We reaffirm our support for Ukraine."
    doc = Document.of(text, published="2022-06-01", title=title, publisher="White House")
    for event in reader.read(doc).events:
        assert {p.country for p in event.actors} == states


def test_what_came_late_came(reader: Any) -> None:
    (event,) = reader.read("Brazil did not recognize Angola until 1976.", published="2000-06-10").events
    assert (event.type, event.status, event.when.edtf) == ("SUPPORT", "historical", "1976")
