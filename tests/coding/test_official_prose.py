"""What official statements and guides tell: missions, relations, commitments, with whose help."""

from __future__ import annotations

import pytest

from dragoman.model import Document
from dragoman.model.reading import EventMention
from dragoman.reader import Reader

GUIDE = "A Guide to the History of Norway's Relations with Every Country: Zambia"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str, **known: str) -> list[EventMention]:
    return list(reader.read(Document.of(text, **known)).events)


def states(parties: tuple) -> set[str]:
    return {p.country or p.name for p in parties}


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch Embassy at Lusaka was opened on May 3, 1971, with Piet Keizer as Chargé d'Affaires.",
        "The Dutch Embassy in Lusaka was established in 1971, under Piet Keizer.",
    ],
)
def test_a_mission_is_opened_in_a_state_and_not_with_its_head(reader: Reader, text: str) -> None:
    event = events(reader, text)[0]
    assert states((*event.actors, *event.recipients)) == {"NLD", "ZMB"}


def test_relations_without_parties_are_of_the_two_states_of_the_title(reader: Reader) -> None:
    text = "Zambia had been part of the British Empire. Diplomatic relations were established on May 3, 1965."
    found = [e for e in events(reader, text, title=GUIDE) if e.type == "SUPPORT"]
    assert [states((*e.actors, *e.recipients)) for e in found] == [{"NOR", "ZMB"}]


def test_papers_handed_over_when_relations_began_are_no_act_of_their_own(reader: Reader) -> None:
    text = "Diplomatic relations were established on May 3, 1965, when Nils Berg presented his credentials."
    assert [e.trigger.text for e in events(reader, text, title=GUIDE)] == ["relations were established"]


def test_an_embassy_and_relations_are_two_acts(reader: Reader) -> None:
    text = (
        "The Norwegian Embassy at Lusaka was established on May 3, 1965. "
        "Diplomatic relations between Norway and Zambia were established on May 3, 1965."
    )
    assert len([e for e in events(reader, text) if e.type == "SUPPORT"]) == 2


def test_several_who_are_committed_to_act_agree(reader: Reader) -> None:
    text = "The ministers of Chad and Niger reaffirmed their commitment to work together on water."
    assert [e.type for e in events(reader, text)] == ["AGREE"]


def test_a_commitment_to_somebody_supports(reader: Reader) -> None:
    assert [e.type for e in events(reader, "France reaffirmed its commitment to Chad.")] == ["SUPPORT"]


def test_who_stands_ready_to_help_promises(reader: Reader) -> None:
    assert [e.type for e in events(reader, "The United States stands ready to help Tunisia.")] == ["AGREE"]


def test_a_resolution_is_of_the_body_told_before(reader: Reader) -> None:
    text = (
        "On Monday the UN Security Council met on Syria. The Resolution demanded that Syria let in convoys."
    )
    event = next(e for e in events(reader, text) if e.type == "REQUEST")
    assert [a.name for a in event.actors] == ["UN Security Council"]


def test_with_whose_help_somebody_acts(reader: Reader) -> None:
    found = events(reader, "Oman put down the revolt with British assistance.")
    aid = next(e for e in found if e.type == "AID")
    assert (states(aid.actors), states(aid.recipients)) == ({"GBR"}, {"OMN"})
    assert all("GBR" not in states(e.recipients) for e in found if e.type == "COERCE")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The king was overthrown in a military coup in Libya.", "LBY"),
        ("President Rojas was ousted in an army coup in Bolivia.", "BOL"),
    ],
)
def test_a_coup_tells_who_deposed(reader: Reader, text: str, actor: str) -> None:
    event = next(e for e in events(reader, text) if e.type == "COERCE")
    assert (states(event.actors), {a.sector for a in event.actors}) == ({actor}, {"MIL"})


def test_nobody_deposes_himself(reader: Reader) -> None:
    found = events(reader, "President Rojas of Bolivia was deposed in 1957.")
    assert all("BOL" not in states(e.actors) for e in found)


def test_a_refused_visa_is_refused_by_the_state_that_is_not_entered(reader: Reader) -> None:
    event = events(reader, "Two Cuban athletes had been denied visas to enter the United States.")[0]
    assert (event.type, states(event.actors), states(event.recipients)) == ("REJECT", {"USA"}, {"CUB"})


def test_killed_and_wounded_is_one_attack(reader: Reader) -> None:
    found = events(reader, "Rebels killed three soldiers and wounded five in Mali on Friday.")
    assert [e.type for e in found] == ["ASSAULT"]


def test_a_participle_between_commas_is_no_main_clause(reader: Reader) -> None:
    event = events(
        reader, "Today, two attacks, also claimed by the Taliban, have killed ten soldiers in Kabul."
    )[0]
    assert (event.type, states(event.actors)) == ("ASSAULT", {"AFG"})


def test_a_place_before_a_title_is_no_part_of_it(reader: Reader) -> None:
    text = "British Minister Paul Hill left on Monday. In Turkey Minister Hill met with President Erdogan."
    event = next(e for e in events(reader, text, published="2016-04-05") if e.type == "CONSULT")
    assert states((*event.actors, *event.recipients)) == {"GBR", "TUR"}


def test_the_date_of_what_came_before_is_not_that_of_the_act(reader: Reader) -> None:
    text = "After the breakup of the union from 1838-1840, Belgium recognized Honduras on April 19, 1853."
    event = events(reader, text)[0]
    assert event.when is not None
    assert event.when.edtf == "1853-04-19"


def test_what_goes_on_meanwhile_dates_no_thanks(reader: Reader) -> None:
    text = "We commend the Government of Libya as its ministers meet in Geneva this week."
    found = events(reader, text, published="2021-06-29", publisher="The White House")
    event = next(e for e in found if e.type == "SUPPORT")
    assert event.when is None


def test_what_is_discussed_of_a_state_has_happened(reader: Reader) -> None:
    text = "The two ministers of Chad and Mali discussed Libya's invasion of Tunisia."
    event = next(e for e in events(reader, text) if e.type == "ASSAULT")
    assert event.status == "occurred"


def test_labels_of_speakers_in_joined_lines(reader: Reader) -> None:
    text = "The talks ended. PRESIDENT RAMAPHOSA: We condemn the raid by Mali."
    event = next(e for e in events(reader, text, published="2022-09-16") if e.type == "ACCUSE")
    assert states(event.actors) == {"ZAF"}


def test_a_delegation_is_not_of_where_it_is(reader: Reader) -> None:
    text = "Prime Minister Trudeau left on Monday. While in Brazil, the delegation will meet with leaders."
    event = next(e for e in events(reader, text, published="2018-08-02") if "BRA" in str(e))
    assert states((*event.actors, *event.recipients)) == {"CAN", "BRA"}


def test_what_somebody_says_is_unacceptable_is_judged_once(reader: Reader) -> None:
    found = events(reader, "The Polish minister said that the Russian raid on the school was unacceptable.")
    assert [e.type for e in found].count("ACCUSE") == 1


def test_both_leaders_of_a_joint_statement_after_a_meeting(reader: Reader) -> None:
    title = "Joint Statement Following Meeting Between President Biden and President Macron in Cardiff"
    text = "Trade with Japan was discussed. Both leaders agreed that close cooperation was critical."
    found = [e for e in events(reader, text, title=title, published="2021-06-11") if e.type == "AGREE"]
    assert [states(e.actors) for e in found] == [{"USA", "FRA"}]


def test_relations_and_an_embassy_together(reader: Reader) -> None:
    text = "Diplomatic relations and the Dutch Embassy at Kingston were established on August 16, 1962."
    assert [states((*e.actors, *e.recipients)) for e in events(reader, text)] == [{"NLD", "JAM"}]


@pytest.mark.parametrize(
    "text",
    [
        "Norway discussed options to reduce Europe's demand for natural gas.",
        "Thank you very much.",
        "Chad and Niger made progress on work to deepen cooperation on water, on enhancing trade.",
    ],
)
def test_what_is_no_act(reader: Reader, text: str) -> None:
    found = events(reader, text, publisher="The White House", published="2021-06-11")
    assert not [e for e in found if e.type in ("REQUEST", "SUPPORT", "AGREE")]


def test_what_is_agreed_is_one_agreement(reader: Reader) -> None:
    text = "Chad and Niger agreed to expand work on malaria, collaborate on trade and support clinics."
    assert [e.type for e in events(reader, text)] == ["AGREE"]


def test_whose_sovereignty_is_violated_is_not_accused(reader: Reader) -> None:
    text = "Finland condemns the violation of Ukraine's territorial integrity."
    event = next(e for e in events(reader, text) if e.type == "ACCUSE")
    assert "UKR" not in states(event.recipients)


def test_a_time_zone_is_no_part_of_a_label(reader: Reader) -> None:
    text = "2:41 P.M. EST PRESIDENT BIDEN: We condemn the raid by Mali."
    event = next(e for e in events(reader, text, published="2021-11-18") if e.type == "ACCUSE")
    assert [(a.text, a.country) for a in event.actors] == [("PRESIDENT BIDEN", "USA")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister is going to do this with support from Peru, and to export energy to Chile.",
        "Will the president make changes for Chile?",
    ],
)
def test_what_somebody_will_do_is_no_journey(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.mode == "visit"]


def test_who_is_punished_for_a_deed_did_it(reader: Reader) -> None:
    text = "Italy imposed sanctions on four firms for supplying drones to Russia."
    found = events(reader, text)
    assert [a.text for e in found if e.type == "SANCTION" for a in e.recipients] == ["four firms"]
    assert [states(e.actors) & {"ITA"} for e in found if e.type == "AID"] == [set()]
    text = "Italy imposed sanctions on Belarus for aiding Russia."
    assert [states(e.actors) for e in events(reader, text) if e.type == "AID"] == [{"BLR"}]


def test_the_first_of_several_nationalities_before_one_noun_counts(reader: Reader) -> None:
    event = events(reader, "French, British and Italian diplomats met in Paris.")[0]
    assert states(event.actors) == {"FRA", "GBR", "ITA"}


def test_of_what_somebody_is_accused_is_no_part_of_the_name(reader: Reader) -> None:
    event = events(reader, "The Sri Lankan government accused the Tigers of treachery.")[0]
    assert [a.text for a in event.recipients] == ["the Tigers"]


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch embassy warned of an imminent attack in Bamako.",
        "Italy imposed sanctions targeting Iran's provision of drones to Russia.",
    ],
)
def test_what_others_do_is_no_threat_and_no_blow(reader: Reader, text: str) -> None:
    assert not [e for e in events(reader, text) if e.type in ("THREATEN", "ASSAULT")]


def test_a_union_that_protests_outside_a_ministry_protests(reader: Reader) -> None:
    text = "In Kenya the teachers' union protested outside the ministry against wage cuts."
    assert [e.type for e in events(reader, text)] == ["PROTEST"]


def test_a_mission_that_nobody_is_told_to_raise_is_that_of_the_title(reader: Reader) -> None:
    text = (
        "The legation was elevated to an embassy on May 3, 1965, when Lars B. Dahl was appointed ambassador."
    )
    event = events(reader, text, title=GUIDE)[0]
    assert (event.type, states(event.actors), states(event.recipients)) == ("SUPPORT", {"NOR"}, {"ZMB"})


def test_two_passives_have_the_day_after_the_second(reader: Reader) -> None:
    text = (
        "Relations between Chad and Mali were severed and the Chadian embassy in Bamako was closed on May 3, "
        "1965."
    )
    assert [e.when.edtf for e in events(reader, text) if e.when] == ["1965-05-03", "1965-05-03"]


def test_what_is_so_now_has_not_the_day_of_what_was_told(reader: Reader) -> None:
    text = "As I told the Chadian president when I hosted him in May, Norway remains committed to Mali."
    event = next(e for e in events(reader, text, published="2021-08-03") if e.type == "SUPPORT")
    assert event.when is None


def test_a_national_emergency_with_respect_to_a_state_is_a_sanction(reader: Reader) -> None:
    text = "President Biden extended the national emergency with respect to Belarus."
    event = events(reader, text)[0]
    assert (event.type, states(event.recipients)) == ("SANCTION", {"BLR"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Under Secretary Nolan encouraged Chad to leave Mali.", "REQUEST"),
        ("Chad's premier met Under Secretary Anna Nolan in Lima.", "CONSULT"),
        ("The Chadian envoy met with Under Secretary Nolan.", "CONSULT"),
    ],
)
def test_an_under_secretary_is_no_preposition(reader: Reader, text: str, kind: str) -> None:
    event = events(reader, text, publisher="The White House")[0]
    assert event.type == kind
    assert {"USA", "TCD"} == states((*event.actors, *event.recipients))
