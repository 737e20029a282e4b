"""Names with their offices, where reports were filed, two sides of one state, and what one mention is."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.datelines import filed_in
from dragoman.knowledge import KnowledgeBase
from dragoman.language.entries import entries
from dragoman.model import Document

Told = list[tuple[str, set[str], set[str]]]


def told(reader: Any, text: str, **known: Any) -> Told:
    """The events of a text: type, countries (or names) of actors and of recipients."""
    reading = reader.read(Document.of(text, **{"published": "2015-05-06", **known}))
    return [
        (e.type, {p.country or p.name for p in e.actors}, {p.country or p.name for p in e.recipients})
        for e in reading.events
    ]


def test_a_rank_ends_no_sentence(reader: Any) -> None:
    assert ("ASSAULT", {"TCD"}, {"MLI"}) in told(reader, "Chadian rebels shot Capt. Amadou Sow of Mali.")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan premier received the Foreign Minister of Chad, H.E. Mr. Jean Abdou, at State House.",
        "The Kenyan premier received the Minister of State for Trade of Chad, H.E. Jean Abdou, on Monday.",
    ],
)
def test_a_name_after_an_office_is_its_holders(reader: Any, text: str) -> None:
    reading = reader.read(Document.of(text, published="2015-05-06"))
    assert [{p.country for p in e.actors} for e in reading.events] == [{"TCD"}]
    assert len(reading.events[0].actors) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PESHAWAR, Sept 1: A", ("PAK", False)),
        ("Cairo, 9 Feb (MENA) -- On", ("EGY", True)),
        ("LA PAZ, Bolivia, June 18 (UPI) -- Tin", ("BOL", True)),
        ("Beirut, Lebanon — Thousands", ("LBN", True)),
        ("AYACUCHO.- A", ("PER", False)),
        ("MALI. The army", ("MLI", True)),
        ("MOSCOW, October 12. TASS. The", ("RUS", True)),
        ("ST. JOHN'S, Nfld. -- Officers", ("CAN", False)),
        ("OMUTA, Fukuoka Prefecture, April 2 (Kyodo) -- Some", ("JPN", False)),
        ("Homs, SANA – Terrorists", ("SYR", False)),
        ("Tehran home service in Persian 1630 gmt 3 Sep 79. Text", ("IRN", False)),
        ("[Text] Luanda Domestic Service in Portuguese 1900 GMT 3 Sep 79. The", ("AGO", False)),
        ("Radio Kampala in English 1700 gmt 3 Sep 79. The", ("UGA", False)),
        ("France: The ministry", None),
        ("STATEMENT BY THE PRESIDENT: We", None),
        ("NATO. The", None),
    ],
)
def test_datelines_of_many_papers(text: str, expected: tuple[str, bool] | None) -> None:
    found = filed_in(text, KnowledgeBase.default())
    assert (found[:2] if found else None) == expected


def test_a_dateline_is_of_the_state_of_its_day() -> None:
    found = filed_in("MOSCOW, October 12. TASS. The", KnowledgeBase.default(), "1983-10-12")
    assert found is not None and found.state == "SUN"


def test_a_provincial_paper_tells_of_its_own_state(reader: Any) -> None:
    text = "PESHAWAR, Sept 1: Militants blew up two schools, and police arrested forty villagers."
    assert all(parties <= {"PAK"} for _, *sides in told(reader, text) for parties in sides)


def test_the_items_of_a_digest_are_each_of_their_state(reader: Any) -> None:
    events = told(reader, "MALI. Police arrested a student.\n\nCHAD. Police arrested a trader.")
    assert [actors for _, actors, _ in events] == [{"MLI"}, {"TCD"}]


def test_a_headlines_other_state_is_not_that_of_bare_police(reader: Any) -> None:
    text = "HARARE, Zimbabwe (AP) - Police rounded up 120 people on Friday."
    assert told(reader, text, title="Police Sweep Townships; France Pulls Out Envoy") == [
        ("COERCE", {"ZWE"}, {"ZWE"})
    ]


def test_a_government_and_its_rebels_are_two_sides(reader: Any) -> None:
    text = (
        "Delegations of the Government of Chad and the FROLINAT met in Oslo. The two sides agreed to a truce."
    )
    reading = reader.read(Document.of(text, published="1978-05-06"))
    assert [len(e.actors) for e in reading.events if e.type == "AGREE"] == [2]


def test_both_sides_of_a_war_need_not_have_met(reader: Any) -> None:
    text = "BUJUMBURA, Burundi (AP) - Rebels freed a nurse and the army fled. Kenya pleaded with both sides."
    assert ("REQUEST", {"KEN"}, {"BDI"}) in told(reader, text)


def test_a_shortened_name_is_the_body_named_before(reader: Any) -> None:
    text = "The Federal Government of Somalia met the envoy. We appeal to the Federal Government to return."
    events = told(reader, text, publisher="Ministry of Foreign Affairs, Republic of Kenya")
    assert ("REQUEST", {"KEN"}, {"SOM"}) in events


def test_what_is_eased_is_no_new_sanction(reader: Any) -> None:
    text = "The EU suspended the asset freeze and travel ban under its restrictive measures against Belarus."
    assert told(reader, text) == [("CONCEDE", {"European Union"}, {"BLR"})]


def test_a_day_is_nobody_who_is_welcomed(reader: Any) -> None:
    text = "This followed the release of prisoners by Belarus on 22 August, which the EU welcomes as a step."
    assert ("SUPPORT", {"European Union"}, {"BLR"}) in told(reader, text)


def test_whoever_agrees_does_so_to_who_asked(reader: Any) -> None:
    text = "Egypt has asked Kuwait to postpone repayment, and the Kuwaiti finance minister agreed to a delay."
    assert ("AGREE", {"KWT"}, {"EGY"}) in told(reader, text)


def test_who_serves_a_body_of_many_states_is_of_none(reader: Any) -> None:
    events = told(reader, "Hamas let two Red Cross doctors visit the captives.")
    assert all("PSE" not in recipients for _, _, recipients in events)


def test_a_person_is_of_one_state_in_all_that_he_does(reader: Any) -> None:
    text = (
        "HONIARA — Prime Minister Walter Kabui, asked by the provincial premiers to stand aside, refused, "
        "and claimed that the Malaita premier was taking money from Taipei."
    )
    assert all("NZL" not in actors for _, actors, _ in told(reader, text))


def test_their_families_are_those_of_whom_they_stand_beside(reader: Any) -> None:
    events = told(
        reader, "Niger expelled 1,200 Togolese officials and their families.", published="1963-12-30"
    )
    assert events == [("COERCE", {"NER"}, {"TGO"})]


def test_the_town_of_a_mission_is_not_whose_it_is(reader: Any) -> None:
    events = told(reader, "The Geneva mission of the Sudanese army denounced Chad.")
    assert events == [("ACCUSE", {"SDN"}, {"TCD"})]


CHRONICLE = (
    "Nov. 1. Jordan severs diplomatic relations with France. Nov. 5. Marshal Bulganin, the Soviet Premier, "
    "threatens Britain with rocket attack. Nov. 12. President Nasser agrees to receive a UN force."
)


def test_the_entries_of_a_chronology_are_each_of_their_day(reader: Any) -> None:
    reading = reader.read(Document.of(CHRONICLE, published="1956-12-31"))
    dated = {e.type: e.when.edtf for e in reading.events if e.when}
    assert dated["SANCTION"] == "1956-11-01"
    assert dated["THREATEN"] == "1956-11-05"
    assert dated["AGREE"] == "1956-11-12"
    spans = [e.when.span for e in reading.events if e.when and e.when.span]
    assert {CHRONICLE[s.start : s.end] for s in spans} == {"Nov. 1", "Nov. 5", "Nov. 12"}


def test_one_date_at_the_start_makes_no_chronology() -> None:
    assert not entries("Nov. 1. Jordan severs relations with France.")
    assert [e.words for e in entries("1 May: Chad met Mali.\n3 May: Chad left.")] == [7, 29]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuba condemned the intervention of France in Mali.", ("ACCUSE", {"CUB"}, {"FRA"})),
        (
            "Nepal urged the Government of Chad to reopen the radio stations which it closed in May.",
            ("COERCE", {"TCD"}, set()),
        ),
        (
            "SANTO DOMINGO, June 30 (UPI) -- Students pelted an American embassy car with stones.",
            ("PROTEST", {"DOM"}, {"USA"}),
        ),
        (
            "Students marched in Kinshasa. They were dispersed with tear gas by police.",
            ("ASSAULT", {"COD"}, {"COD"}),
        ),
    ],
)
def test_whose_deeds_they_are(reader: Any, text: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert expected in told(reader, text)


def test_a_bare_council_is_that_of_the_body_that_speaks(reader: Any) -> None:
    text = "Council, at its meeting in Addis Ababa, urged the Government of Burundi to reopen the stations."
    events = told(reader, text, publisher="African Union Peace and Security Council")
    assert ("REQUEST", {"AU Peace and Security Council"}, {"BDI"}) in events


def test_a_delegation_from_a_state_agency_is_not_of_its_headlines_state(reader: Any) -> None:
    events = told(
        reader,
        "Vice-Premier Keng Piao denounced the Vietnamese authorities.",
        publisher="Xinhua",
        title="Vice-Premier leaves for home after visit to Thailand",
        published="1978-11-06",
    )
    assert all("THA" not in actors for _, actors, _ in events)


def test_he_who_turns_us_down_is_none_of_ours(reader: Any) -> None:
    text = "The Secretary telephoned President Isaias of Eritrea. He turned us down."
    events = told(reader, text, publisher="U.S. Department of State", published="1998-06-10")
    assert ("REJECT", {"ERI"}, {"USA"}) in events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "France condemns in strong terms the raid carried out by Libya near Aouzou.",
            ("ACCUSE", {"FRA"}, {"LBY"}),
        ),
        (
            "The navies of Peru and Chile held a live-fire drill off Arica.",
            ("COOPERATE", {"PER", "CHL"}, set()),
        ),
        ("Rebels in Chad handed over tanks and mortars on Monday.", ("RETREAT", {"TCD"}, set())),
    ],
)
def test_objects_behind_a_phrase_and_acts_of_several(
    reader: Any, text: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two Peruvian nurses died when Chadian rebels attacked with mortars.",
            ("ASSAULT", {"TCD"}, {"PER"}),
        ),
        (
            "The attack by Boko Haram near Diffa, in which ten Chadian troops were killed, lasted an hour.",
            ("ASSAULT", {"NGA"}, {"TCD"}),
        ),
    ],
)
def test_those_hurt_in_an_attack_are_whom_it_was_on(
    reader: Any, text: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert told(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Azerbaijani forces shelled a village. The Armenian ministry urges the adversary to stop.",
            ("REQUEST", {"ARM"}, {"AZE"}),
        ),
        (
            "Norway called on the signatories of the treaty to keep it.",
            ("REQUEST", {"NOR"}, {"signatories"}),
        ),
    ],
)
def test_foes_and_signatories_are_others(
    reader: Any, text: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader, text)


def test_a_surname_is_who_bore_it_before_and_not_a_town(reader: Any) -> None:
    text = "Peru's envoy met Jilin Governor Gao Dezhan. Gao voiced full backing for Peru."
    assert told(reader, text)[-1] == ("SUPPORT", {"CHN"}, {"PER"})


def test_an_envoy_of_a_body_is_not_of_his_state(reader: Any) -> None:
    text = "The Secretary-General's Special Representative, William Lacy Swing, met President Kabila."
    (event,) = reader.read(Document.of(text, published="2004-05-06")).events
    assert [p.country for p in event.actors] == [None, "COD"]


def test_members_of_a_committee_are_of_the_place(reader: Any) -> None:
    text = "ROME, October 16 (ANSA) -- Police picked up two members of the Action Committee at dawn."
    assert told(reader, text) == [("COERCE", {"ITA"}, {"ITA"})]


def test_a_town_of_a_dateline_is_the_publishers(reader: Any) -> None:
    text = "DUNDALK -- Police arrested ten strikers yesterday."
    assert told(reader, text, publisher="The Irish Times") == [("COERCE", {"IRL"}, {"IRL"})]


def test_a_date_carries_on_to_what_the_same_party_did(reader: Any) -> None:
    text = "Miners downed tools on January 25. The governor of Lima urged them to return."
    events = reader.read(Document.of(text, published="2015-05-06")).events
    assert [e.when.edtf if e.when else None for e in events] == ["2015-01-25", None]


def test_a_district_far_away_gives_no_state(reader: Any) -> None:
    text = "Burkina Faso's army sent troops. Militants attacked volunteers in Bam province on Saturday."
    assert all("IRN" not in actors | recipients for _, actors, recipients in told(reader, text))
