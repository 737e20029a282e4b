"""Who acts beside the subject, whom a plural announces, who holds people where a passive leaves it out."""

from __future__ import annotations

import pytest

from dragoman.knowledge.eras import state_on
from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, kind: str, **known: str) -> EventMention:
    events = [
        e for e in reader.read(Document.of(text, published="2006-06-04", **known)).events if e.type == kind
    ]
    assert events, text
    return events[0]


def states(parties: tuple) -> set[str]:
    return {p.country or p.name for p in parties}


@pytest.mark.parametrize(
    "text",
    [
        "Britain, together with Germany, condemned the raid by Syria on Friday.",
        "Together with Germany, Britain condemned the raid by Syria on Friday.",
        "In a joint statement with Germany, Britain condemned the raid by Syria.",
        "Britain issued a joint statement with Germany condemning the raid by Syria.",
        "Britain, in concert with Germany, condemned the raid by Syria.",
    ],
)
def test_who_acts_beside_the_subject_is_an_actor(reader: Reader, text: str) -> None:
    event = read(reader, text, "ACCUSE")
    assert states(event.actors) == {"GBR", "DEU"}
    assert states(event.recipients) == {"SYR"}


def test_what_follows_the_object_is_no_company_of_the_subject(reader: Reader) -> None:
    event = read(reader, "Kenya expelled the envoy of Chad, along with five aides, on Friday.", "SANCTION")
    assert states(event.actors) == {"KEN"}


def test_who_joins_in_doing_something_visits_nobody(reader: Reader) -> None:
    doc = Document.of(
        "Kenya joined Uganda and Rwanda in urging Burundi to hold talks.", published="2006-06-04"
    )
    events = reader.read(doc).events
    assert [e.type for e in events] == ["REQUEST"]
    assert states(events[0].actors) == {"KEN", "UGA", "RWA"}


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia appealed to its neighbours, Peru, Chile and Argentina, to help.",
        "Bolivia appealed to three countries -- Peru, Chile and Argentina -- to help.",
        "Bolivia appealed to the three guarantors: Peru, Chile and Argentina.",
    ],
)
def test_a_plural_may_announce_the_states_that_it_means(reader: Reader, text: str) -> None:
    assert states(read(reader, text, "REQUEST").recipients) == {"PER", "CHL", "ARG"}


def test_forces_told_before_hold_those_whom_a_passive_tells(reader: Reader) -> None:
    text = "Police in Lima broke up the march with tear gas on Friday. Nine persons were taken into custody."
    event = next(e for e in reader.read(text).events if e.mode == "arrest")
    assert (states(event.actors), states(event.recipients)) == ({"PER"}, {"PER"})


def test_persons_of_a_rule_are_nobody(reader: Reader) -> None:
    text = "The order blocks the property of persons who undermine the elections in Belarus."
    assert all("persons" not in (p.name or "") for e in reader.read(text).events for p in e.actors)


def test_we_of_a_paper_on_a_bond_of_two_states_are_both(reader: Reader) -> None:
    event = read(
        reader, "We agree to hold a meeting of ministers in May.", "AGREE",
        title="Fact Sheet: Japan – Norway Partnership", publisher="Ministry of Foreign Affairs of Japan",
    )  # fmt: skip
    assert states(event.actors) == {"JPN", "NOR"}


def test_here_is_the_town_of_the_dateline(reader: Reader) -> None:
    for line in ("BISHKEK, October 14 (Reuters) -", "BISHKEK, October 14 /Kabar/."):
        event = read(
            reader, f"{line} President Akayev received the Turkish ambassador here today.", "CONSULT"
        )
        assert event.where is not None
        assert (event.where.name, event.where.country) == ("Bishkek", "KGZ")


def test_an_aside_of_another_sentence_makes_no_report_history(reader: Reader) -> None:
    text = (
        "Togo recalled its ambassador to Benin. The two states hold to the pact on the river, which they "
        "signed in 1988."
    )
    assert read(reader, text, "SANCTION").status == "occurred"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Young Georgians marched in Tbilisi on Monday.", "GEO"),
        ("Zulus marched on the court in Durban on Monday.", "ZAF"),
        ("Ossetian dockers marched in Tbilisi on Monday.", "GEO"),
    ],
)
def test_peoples_march(reader: Reader, text: str, state: str) -> None:
    assert states(read(reader, text, "PROTEST").actors) == {state}


def test_telling_a_station_something_orders_nothing(reader: Reader) -> None:
    assert not reader.read("Iran's envoy told Austrian television that talks would resume soon.").events


def test_a_union_speaks_for_itself(reader: Reader) -> None:
    event = read(reader, "The Union of Congolese Patriots has undertaken to pull its men back.", "AGREE")
    assert states(event.actors) == {"COD"}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Ankara will expel the Syrian envoy if Syria fires again.", "expel"),
        ("Turkey will cut off the power to Iraq unless Iraq closes the camps.", "restrict"),
        ("The United States will impose sanctions on any country that helps Syria.", "restrict"),
    ],
)
def test_what_will_follow_if_is_threatened(reader: Reader, text: str, mode: str) -> None:
    event = read(reader, text, "THREATEN")
    assert (event.mode, event.status) == (mode, "occurred")


def test_what_will_follow_anyway_is_planned(reader: Reader) -> None:
    assert read(reader, "Turkey will expel the Syrian envoy on Monday.", "SANCTION").status == "planned"


def test_troops_do_not_riot(reader: Reader) -> None:
    kinds = {e.type for e in reader.read("Israeli commandos stormed a Turkish ship, killing nine.").events}
    assert kinds == {"ASSAULT"}


def test_who_is_thanked_for_an_act_did_it(reader: Reader) -> None:
    event = read(reader, "Zambia thanked Angola for freeing fourteen Zambian drivers.", "RETREAT")
    assert (states(event.actors), states(event.recipients)) == ({"AGO"}, {"ZMB"})


def test_a_plea_by_somebody_is_his(reader: Reader) -> None:
    event = read(reader, "Uganda rejected a plea by Kenya for talks.", "REQUEST")
    assert (states(event.actors), states(event.recipients)) == ({"KEN"}, {"UGA"})


def test_some_of_a_crowd_and_a_number_of_it(reader: Reader) -> None:
    text = "Hundreds of strikers marched in Lima. Others threw stones at police, who detained 12."
    events = reader.read(Document.of(text, published="2006-06-04")).events
    assert [states(e.actors) for e in events if e.mode == "vandalize"] == [{"PER"}]
    assert [states(e.recipients) for e in events if e.mode == "arrest"] == [{"PER"}]


def test_police_are_of_the_state_where_they_are_sent_out(reader: Reader) -> None:
    event = read(reader, "Some 1,600 police took up positions around a pit in Japan on Saturday.", "MOBILIZE")
    assert (states(event.actors), states(event.recipients)) == ({"JPN"}, set())


def test_the_centre_is_the_government_of_india(reader: Reader) -> None:
    text = "India's fishermen stayed ashore. The Centre rejected a plan of Sri Lanka."
    assert states(read(reader, text, "REJECT").actors) == {"IND"}


def test_a_title_with_a_hyphen_is_one(reader: Reader) -> None:
    text = "Vice-Premier Zhang Wenli of China met Kenya's minister James Omondi."
    assert states(read(reader, text, "CONSULT").actors) == {"CHN", "KEN"}


def test_paragraphs_of_a_resolution_in_one_line(reader: Reader) -> None:
    text = "Council, 1. Takes note of it; 2. Decides, in due course, to meet; 3. Condemns the raid by Chad."
    event = read(reader, text, "ACCUSE", publisher="African Union", title="Communique of the African Union")
    assert states(event.recipients) == {"TCD"}
    assert "CHN" not in states(event.actors)
    assert all("Decides" not in (p.name or "") for p in event.actors)


def test_a_resolution_of_numbered_paragraphs(reader: Reader) -> None:
    text = (
        "1. Demands that the Government of Sudan disarm the militias;\n"
        "2. Decides to impose an embargo on Sudan;\n3. Urges Chad to close the border."
    )
    doc = Document.of(text, publisher="United Nations", title="Security Council resolution 1564")
    found = [(e.type, states(e.recipients)) for e in reader.read(doc).events]
    assert found == [("REQUEST", {"SDN"}), ("SANCTION", {"SDN"}), ("REQUEST", {"TCD"})]


def test_land_that_is_ceded_is_given_up(reader: Reader) -> None:
    event = read(reader, "Nigeria ceded the villages of the peninsula to Cameroon.", "RETREAT")
    assert (event.mode, states(event.recipients)) == ("withdraw", {"CMR"})


def test_a_paper_signed_after_a_visit_is_of_both(reader: Reader) -> None:
    text = "China's Vice-Premier visited Zambia. A protocol on health was signed afterwards."
    assert states(read(reader, text, "SUPPORT").actors) == {"CHN", "ZMB"}


def test_a_seized_ship_is_not_of_who_seizes_it(reader: Reader) -> None:
    text = "A senator raised the case of three fishing boats which Libya seized last October."
    assert "LBY" not in states(read(reader, text, "COERCE").recipients)


def test_names_that_a_number_announces_are_of_its_state(reader: Reader) -> None:
    text = "Two opposition MPs of Kenya, Charles Omondi and Nelson Barasa, were arrested by police."
    assert states(read(reader, text, "COERCE").recipients) == {"KEN"}


def test_from_a_capital_its_government_speaks(reader: Reader) -> None:
    text = "LUANDA -- South African jets bombed a camp. From Havana, the Government condemned the raid."
    assert states(read(reader, text, "ACCUSE").actors) == {"CUB"}


def test_a_crowd_at_an_embassy_is_at_home(reader: Reader) -> None:
    text = (
        "KUALA LUMPUR, March 29 (Bernama) -- Some 2,000 men marched to the Russian Embassy in Jalan Ampang."
    )
    event = read(reader, text, "PROTEST", publisher="Bernama")
    assert (states(event.actors), states(event.recipients)) == ({"MYS"}, {"RUS"})


def test_lands_were_of_other_states_before() -> None:
    assert state_on("ISR", "Jerusalem", "1938-10-19") == "PSE"
    assert state_on("PAK", "Lahore", "1946-10-19") == "IND"
    assert [state_on("BGD", "Dhaka", d) for d in ("1970-10-19", "1990-10-19")] == ["PAK", "BGD"]


def test_a_surname_is_of_whom_the_text_named_in_full(reader: Reader) -> None:
    text = (
        "A student named Pablo Montalvo was held in Los Angeles. "
        "Police in California charged Montalvo with theft."
    )
    event = [e for e in reader.read(Document.of(text, published="2010-10-09")).events if e.type == "ACCUSE"][
        -1
    ]
    assert "ECU" not in states(event.recipients)


def test_a_date_does_not_go_on_to_an_act_of_another_time(reader: Reader) -> None:
    text = (
        "Tonga signed a pact with Britain in 1900. Tonga hosted American troops during World War II. "
        "After Tonga left the pact in 1970, Britain recognised Tonga."
    )
    events = reader.read(text).events
    assert [e.when.edtf if e.when else None for e in events if e.type == "COOPERATE"] == [None]
    assert all(
        e.when is None or e.when.edtf != "1900" for e in events if e.trigger.text == "recognised Tonga"
    )


def test_who_walks_off_the_job_strikes(reader: Reader) -> None:
    assert read(reader, "Bus drivers of Namibia walked off the job on Tuesday.", "PROTEST").mode == "strike"
