"""Readouts, guides to relations and wires: talks without a name, missions, days counted, who is meant."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader

GUIDE = "A Guide to the History of Norway's Relations with Every Country: Zambia"
CALL = "Readout of President Biden's Call with Prime Minister Kishida of Japan"
VISIT = "Readout of Vice President Harris's Meeting with Norwegian Foreign Minister Ine Eriksen Soreide"
WIRE = {"publisher": "AFP", "published": "2003-08-15"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str, **known: str) -> list[EventMention]:
    return list(reader.read(Document.of(text, **known)).events)


def told(event: EventMention) -> tuple[str, set[str | None], set[str | None]]:
    def side(parties: Any) -> set[str | None]:
        return {p.country or p.name for p in parties}

    return event.type, side(event.actors), side(event.recipients)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They discussed opportunities to deepen the partnership.", ["discussed"]),
        ("They discussed trade. They also discussed fish.", ["discussed"]),
        ("They discussed trade. The President met the Prime Minister in May.", ["met"]),
        ("The President noted the storm, and the two exchanged views on trade.", ["exchanged views"]),
    ],
)
def test_they_discussed_is_a_meeting_where_no_other_is_told(
    reader: Reader, text: str, found: list[str]
) -> None:
    known = {"publisher": "The White House", "published": "2022-07-08", "title": CALL}
    assert [e.trigger.text for e in events(reader, text, **known)] == found


def test_who_calls_somebody_to_say_something_calls_him_no_names(reader: Reader) -> None:
    text = "President Biden called Prime Minister Kishida of Japan to express his outrage."
    assert "CONSULT" in {e.type for e in events(reader, text)}
    assert all(e.trigger.text != "called" or e.type == "CONSULT" for e in events(reader, text))


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("The Consulate in Ndola opened July 1, 1966.", "SUPPORT", {"NOR"}, {"ZMB"}),
        ("The Consulate in Ndola closed on April 17, 1967.", "SANCTION", {"NOR"}, {"ZMB"}),
        ("These posts were all closed by September 1919.", "SANCTION", {"NOR"}, {"ZMB"}),
        ("The post was closed by order of May 4, 1921.", "SANCTION", {"NOR"}, {"ZMB"}),
        (
            "After signing a treaty of friendship in 1970, Norway closed its ports.",
            "SUPPORT",
            {"NOR"},
            {"ZMB"},
        ),
    ],
)
def test_missions_and_treaties_of_a_guide_are_of_the_titles_two_states(
    reader: Reader, text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    assert (type_, actors, recipients) in [told(e) for e in events(reader, text, title=GUIDE)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "France condemned Mali on Friday, two days after Chad expelled three French diplomats.",
            ["08-15", "08-13"],
        ),
        (
            "A day after rebels attacked Bangui, Chad expelled three French diplomats on Friday.",
            ["08-14", "08-15"],
        ),
        ("Chad freed ten rebels on Friday, a day after talks between Mali and Niger.", ["08-15", "08-14"]),
        ("Chad expelled three French diplomats on Friday, months after Mali invaded Niger.", ["08-15", None]),
    ],
)
def test_a_day_is_counted_from_another_act(reader: Reader, text: str, days: list[str | None]) -> None:
    found = [e.when.edtf[5:] if e.when else None for e in events(reader, text, **WIRE)]
    assert found == days


@pytest.mark.parametrize("count", ["99999999999999", "999", "0"])
def test_no_count_of_days_breaks_a_reading(reader: Reader, count: str) -> None:
    text = f"France condemned Mali on Friday, {count} days after Chad expelled three French diplomats."
    assert len(events(reader, text, **WIRE)) == 2


def test_what_is_to_come_has_not_the_day_on_which_it_was_told(reader: Reader) -> None:
    text = "China will impose sanctions on two American firms, the foreign minister said Friday."
    event = events(reader, text, **WIRE)[0]
    assert event.status == "planned" and event.when is None


def test_states_told_in_passing_are_not_those_of_a_readout(reader: Reader) -> None:
    known = {"publisher": "The White House", "published": "2021-10-12", "title": VISIT}
    text = "The Vice President welcomed ties between Sudan and Israel. They also discussed the climate."
    assert ("CONSULT", {"USA", "NOR"}, set()) in [told(e) for e in events(reader, text, **known)]
    text = "The Vice President thanked the Minister for her help."
    assert [told(e) for e in events(reader, text, **known)] == [("SUPPORT", {"USA"}, {"NOR"})]


def test_what_is_ours_in_a_readout_is_shared_with_the_other(reader: Reader) -> None:
    known = {"publisher": "The White House", "published": "2021-10-12", "title": VISIT}
    text = "The Vice President welcomed our growing cooperation."
    assert [told(e) for e in events(reader, text, **known)] == [("SUPPORT", {"USA"}, {"NOR"})]


def test_the_counterpart_is_the_other_of_two_who_met(reader: Reader) -> None:
    text = "The Chadian foreign minister met the Malian foreign minister. He thanked his counterpart for aid."
    assert told(events(reader, text)[1]) == ("SUPPORT", {"TCD"}, {"MLI"})


def test_who_asks_stands_after_from(reader: Reader) -> None:
    text = "In response to a request from the Government of Chad, the Government of Japan provided tents."
    assert ("REQUEST", {"TCD"}, {"JPN"}) in [told(e) for e in events(reader, text)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Police fired on a crowd in Conakry. At least 14 youths were arrested.", {"GIN"}),
        ("President Arias of Panama was deposed in a National Guard coup.", {"PAN"}),
        ("Two Kenyan lawyers were detained on Monday.", {"KEN"}),
    ],
)
def test_who_holds_people_is_found_where_the_passive_leaves_it_out(
    reader: Reader, text: str, actors: set[str]
) -> None:
    assert actors in [told(e)[1] for e in events(reader, text) if e.type == "COERCE"]


def test_aircraft_hold_nobody(reader: Reader) -> None:
    text = "NEW DELHI, Dec. 3: Pakistani aircraft bombed Amritsar. Ten persons were arrested in Agra."
    assert {"IND"} in [told(e)[1] for e in events(reader, text) if e.type == "COERCE"]


def test_an_envoy_who_calls_to_express_something_asks_for_nothing(reader: Reader) -> None:
    text = "The Chadian ambassador called on the Malian premier to express concern."
    assert "REQUEST" not in {e.type for e in events(reader, text)}


def test_a_state_of_emergency_is_no_state(reader: Reader) -> None:
    text = "The Malian premier flew back to the capital and declared a state of emergency."
    assert all(not e.recipients for e in events(reader, text))


def test_a_states_envoys_are_not_held_by_itself(reader: Reader) -> None:
    text = "Two Kenyan ambassadors were detained on Monday."
    assert all(told(e)[1] != {"KEN"} for e in events(reader, text))


def test_who_claims_an_attack_is_an_armed_group(reader: Reader) -> None:
    text = (
        "A bomb killed ten people in Zahedan on Monday. The Sword group, led by A B, claimed responsibility."
    )
    event = next(e for e in events(reader, text, **WIRE) if e.type == "ASSAULT")
    assert [(p.name, p.sector) for p in event.actors] == [("Sword group", "REB")]


def test_the_war_that_is_punished_is_not_the_punishers(reader: Reader) -> None:
    text = "The Treasury will designate those who help the Government of Chad in their war on Mali."
    assert all(told(e)[1] != {"USA"} for e in events(reader, text) if e.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niger broadcast anti-French propaganda.", ("COERCE", {"NER"}, {"FRA"})),
        ("Washington approved the sale of tanks to Taiwan.", ("AGREE", {"USA"}, {"TWN"})),
        ("The Kurdish Democratic Party condemned Chad.", ("ACCUSE", {"Kurdish Democratic Party"}, {"TCD"})),
        ("Security forces of Sudan stormed a sit-in.", ("ASSAULT", {"SDN"}, set())),
        ("The United States has taken steps to ban imports from Chad.", ("SANCTION", {"USA"}, {"TCD"})),
        ("Norway suspended embassy operations in Khartoum.", ("SANCTION", {"NOR"}, {"SDN"})),
        ("Peru called home Tomas Rivas from Quito.", ("SANCTION", {"PER"}, {"ECU"})),
    ],
)
def test_who_does_what_to_whom(
    reader: Reader, text: str, found: tuple[str, set[str | None], set[str | None]]
) -> None:
    assert found in [told(e) for e in events(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "SAN SALVADOR, El Salvador (UPI) _ Police opened fire Tuesday on several hundred leftists.",
        "Pristina (dpa) - Police opened fire on Tuesday on several hundred leftists.",
    ],
)
def test_datelines_of_old_wires_are_no_party(reader: Reader, text: str) -> None:
    (event,) = events(reader, text, published="1979-05-09")
    assert event.actors[0].text == "Police" and len(event.recipients) == 1


def test_a_city_of_the_state_in_play_before_a_better_known_one(reader: Reader) -> None:
    known = {"publisher": "Dawn", "published": "1998-10-31", "title": "Governor's rule in Sindh"}
    text = "KARACHI: Lawyers in Hyderabad boycotted the courts on Friday."
    assert told(events(reader, text, **known)[0])[1] == {"PAK"}


def test_an_ambassador_is_of_the_embassy_told_before(reader: Reader) -> None:
    text = "Gunmen seized the Japanese embassy in Lima on Monday. They are holding Ambassador Taro Kono."
    assert told(events(reader, text, **WIRE)[1])[2] == {"JPN"}


def test_a_hyphened_name_is_one(reader: Reader) -> None:
    text = '"Our government regrets the visit by Japan," ministry spokesman Cho Tai-young said.'
    known = {"publisher": "Yonhap", "published": "2013-04-22"}
    assert {"KOR"} in [told(e)[1] for e in events(reader, text, **known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Washington urged Chad to stop shelling Malian villages.", ("ASSAULT", {"TCD"}, {"MLI"})),
        ("Washington urged Chad to halt its bombing of Mali.", ("ASSAULT", {"TCD"}, {"MLI"})),
        ("France demanded an end to the Russian blockade of Odessa.", ("COERCE", {"RUS"}, {"UKR"})),
        ("France demanded an end to the Russian blockade of Odessa.", ("REQUEST", {"FRA"}, {"RUS"})),
    ],
)
def test_what_somebody_is_asked_to_stop_he_does(
    reader: Reader, text: str, found: tuple[str, set[str | None], set[str | None]]
) -> None:
    assert found in [told(e) for e in events(reader, text)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("MONTREUX, July 20. The accord was signed here this evening by Turkey and France.", "1936-07-21"),
        ("MOSCOW, July 20 -- Russia today denounced Turkey.", "1936-07-21"),
        ("PARIS, July 20 (AFP) - France denounced Turkey on Monday.", "1936-07-20"),
    ],
)
def test_a_paper_counts_from_the_day_of_its_dateline(reader: Reader, text: str, published: str) -> None:
    (event,) = events(reader, text, publisher="The Times", published=published)
    assert event.when is not None and event.when.edtf == "1936-07-20"
