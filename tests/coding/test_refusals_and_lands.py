"""Who is refused, yields or is threatened; lands so described; offices that go on; one act or two."""

from __future__ import annotations

import pytest

from dragoman.reader import Reader
from tests.coding.told import events, one, sides

MEETING = "Readout of Vice President Harris's Meeting with Prime Minister Jonas Gahr Store of Norway"
GUIDE = "A Guide to the History of Norway's Relations with Every Country: Zambia"
HOME = {"publisher": "The White House", "published": "2022-05-10", "title": MEETING}
WIRE = {"publisher": "Reuters", "published": "2006-08-09"}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "The UN blamed Pakistan. India demanded that ten men be freed, a plea that Islamabad has "
            "refused.",
            {"PAK"},
            {"IND"},
        ),
        ("Gilani of Pakistan told the British premier that Pakistan would not allow it.", {"PAK"}, {"GBR"}),
        ("Norway offered to mediate between Peru and Chile. Lima turned down the offer.", {"PER"}, {"NOR"}),
        ("Kenya pressed Uganda to free the crew, but Chad refused.", {"TCD"}, {"KEN"}),
        ("Miners in Bolivia demanded higher pay. The government said no to the demand.", {"BOL"}, {"BOL"}),
        ("Iran said it would not return to the talks until France lifts the ban.", {"IRN"}, {"FRA"}),
        ("Teachers in Peru said they would not end the strike until the government pays.", {"PER"}, {"PER"}),
    ],
)
def test_who_is_refused_is_who_asked_or_must_act_first(
    reader: Reader, text: str, actors: set[str], recipients: set[str]
) -> None:
    assert sides(one(reader, "REJECT", text, **WIRE)) == (actors, recipients)


def test_who_ends_a_strike_yields_to_whom_he_agreed_with(reader: Reader) -> None:
    text = "Dockers in Ghana called off their strike after a deal with the Ghanaian government."
    event = one(reader, "CONCEDE", text, **WIRE)
    assert [p.sector for p in event.recipients] == ["GOV"]


def test_a_threat_is_made_to_the_rulers_by_those_who_do_not_rule(reader: Reader) -> None:
    text = "Opposition leader Tendai Moyo of Zambia threatened to halt talks with President Banda."
    event = one(reader, "THREATEN", text, published="2009-03-03")
    assert [p.sector for p in event.recipients] == ["GOV"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Fiji warned Kenya. The island nation accused the East African country of lying.", {"FJI"}, {"KEN"}),
        ("Japan praised Peru. The Andean country accused Chile of a raid.", {"PER"}, {"CHL"}),
        ("Norway wrote to Laos. The communist state accused Norway of spying.", {"LAO"}, {"NOR"}),
    ],
)
def test_a_land_is_the_one_told_that_may_be_called_so(
    reader: Reader, text: str, actors: set[str], recipients: set[str]
) -> None:
    event = next(e for e in events(reader, text, **WIRE) if "accused" in e.trigger.text)
    assert sides(event) == (actors, recipients)


def test_the_office_of_who_met_goes_on_at_the_same_time(reader: Reader) -> None:
    text = (
        "Vice President Harris met today with Prime Minister Store of Norway. The Vice President thanked him."
    )
    assert [e.when.edtf if e.when else None for e in events(reader, text, **HOME)] == ["2022-05-10"] * 2


def test_she_is_who_goes_on_acting_not_an_office_told_by_the_way(reader: Reader) -> None:
    text = (
        "Foreign Minister Annalena Baerbock travelled to Kyiv on Tuesday. She reopened the embassy, which is "
        "headed by a consul. She promised that Germany would help Ukraine."
    )
    event = one(reader, "AGREE", text, published="2022-05-11", publisher="Reuters")
    assert [p.person if hasattr(p, "person") else p.name for p in event.actors] == ["Annalena Baerbock"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("In May 1962 Norway and Zambia signed a treaty in Oslo. In May 1962 Norway and Zambia signed a "
         "convention on fish in Oslo.", ["SUPPORT", "SUPPORT"]),
        ("Norway recognized Zambia on May 3, 1964, in a congratulatory message from the King.", ["SUPPORT"]),
        ("Embassy Lusaka was opened on May 4, 1965.", ["SUPPORT"]),
        ("On May 4, 1965, the Embassy was moved to Lusaka.", []),
        ("Ambassador Per Hansen presented credentials on May 9, 1965.", []),
    ],
)  # fmt: skip
def test_guides_tell_each_paper_once_and_no_formalities(reader: Reader, text: str, types: list[str]) -> None:
    found = events(reader, text, publisher="Ministry of Foreign Affairs of Norway", title=GUIDE)
    assert [e.type for e in found] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Analysts expect the Security Council to condemn Chad.", {"REQUEST"}),
        ("The share index of Kenya sank on Monday.", {"ASSAULT"}),
        ("Kenya works with Uganda to combat the risks of malaria.", {"ASSAULT"}),
        ("Kenya will cut supplies, forcing Chad to look to other suppliers.", {"COERCE"}),
        ("Peru and Chile speak of historic rights.", {"CONSULT"}),
        ("The leaders of Peru and Chile ended a summit in Lima on Monday.", {"SANCTION"}),
        ("The envoy of Norway declined to be drawn on the quarrel between Peru and Chile.", {"REJECT"}),
        ("Rebels in Chad burned down a village in Kenya.", {"PROTEST"}),
        ("The government of Mali is grateful to the Head of the EU Delegation in Bamako.", {"CONSULT"}),
    ],
)
def test_words_that_tell_of_no_such_act(reader: Reader, text: str, types: set[str]) -> None:
    assert not types & {e.type for e in events(reader, text, **WIRE)}


def test_leaders_end_a_summit_by_signing(reader: Reader) -> None:
    text = "The presidents of Peru and Chile wound up a summit in Lima on Monday by signing a treaty."
    assert [e.type for e in events(reader, text, **WIRE)] == ["CONSULT", "SUPPORT"]


def test_the_day_of_a_decision_is_not_that_of_its_reversal(reader: Reader) -> None:
    event = one(reader, "CONCEDE", "Peru rescinded the decision of 29 June to expel Chile's envoy.", **WIRE)
    assert event.when is None


def test_a_delegation_is_of_the_state_whose_text_it_is(reader: Reader) -> None:
    text = "In Fiji, Tonga and Samoa, the delegation will meet with officials of the Pacific Islands Forum."
    known = {"publisher": "The White House", "published": "2022-04-18", "title": "Travel to the Pacific"}
    actors, _ = sides(one(reader, "AGREE", text, **known))
    assert "USA" in actors
    assert not actors & {"FJI", "TON", "WSM"}


def test_bonds_that_are_praised_are_with_the_other_side(reader: Reader) -> None:
    text = "The Vice President expressed appreciation for the alliance between the United States and Norway."
    assert sides(one(reader, "SUPPORT", text, **HOME))[1] == {"NOR"}


def test_missions_of_several_states_are_of_none(reader: Reader) -> None:
    event = one(reader, "ACCUSE", "The Aceh Monitoring Mission accused Indonesia of a raid.", **WIRE)
    assert event.actors[0].country is None
    assert event.actors[0].sector == "IGO"


def test_where_somebody_stands_in_a_picture_divides_nobody(reader: Reader) -> None:
    text = (
        "President William Ruto of Kenya, left, and President Yoweri Museveni of Uganda, second right, met."
    )
    assert sides(one(reader, "CONSULT", text, published="2023-05-05"))[0] == {"KEN", "UGA"}


def test_who_is_called_something_is_the_object(reader: Reader) -> None:
    event = one(reader, "ACCUSE", "Kenya's president called Chad's ambassador to Uganda a liar.", **WIRE)
    assert sides(event) == ({"KEN"}, {"TCD"})


def test_operations_that_are_launched_detain(reader: Reader) -> None:
    text = "Kenyan police launched operations on Monday to detain forty Somali traders."
    assert sides(one(reader, "COERCE", text, **WIRE)) == ({"KEN"}, {"SOM"})


@pytest.mark.parametrize(
    ("kind", "text", "actors", "recipients"),
    [
        ("ACCUSE", "In Islamabad the Foreign Office called in the Afghan envoy and lodged a protest.",
         {"PAK"}, {"AFG"}),
        ("AGREE", "BANGKOK, June 1.—Malaysia and Indonesia agreed to end the row.", {"MYS", "IDN"}, set()),
        ("REJECT", "UNITED NATIONS, N.Y., June 20 (UP)—The Soviet Union vetoed a Brazilian resolution.",
         {"SUN"}, {"BRA"}),
        ("ACCUSE", "BOGOTA, Nov 21 (EFE).- The FARC guerrillas accused Peru of lying.", {"COL"}, {"PER"}),
        ("SUPPORT", "(ANSA) - LUXEMBOURG, JUNE 10 - Slovenia signed an agreement with Croatia.",
         {"SVN"}, {"HRV"}),
        ("ACCUSE", "DUBLIN: The Labour Party accused Britain of a cover-up.", {"IRL"}, {"GBR"}),
        ("ACCUSE", "The New Zealand Labour Party met. The Labour Party accused Paris of lying.",
         {"NZL"}, {"FRA"}),
        ("SANCTION", "President Duterte of the Philippines called off peace talks with Norway.",
         {"PHL"}, {"NOR"}),
        ("SANCTION", "The European Union imposed travel bans and asset freezes on Belarus.",
         {"European Union"}, {"BLR"}),
        ("CONCEDE", "Norway eased a ban that had kept trade out of Peru.", {"NOR"}, {"PER"}),
        ("REJECT", "The Senate of Chile rejected a treaty that would give Peru a port.", {"CHL"}, {"PER"}),
        ("SANCTION", "France expelled forty Soviet diplomats, journalists and trade officials.",
         {"FRA"}, {"SUN"}),
        ("MOBILIZE", "The United States sent two cruisers, the Vincennes and the Nimitz, to Peru.",
         {"USA"}, {"PER"}),
        ("ACCUSE", "The Cairo Conference condemned France.", {"Cairo Conference"}, {"FRA"}),
        ("REQUEST", "The World Water Forum concluded that Peru must pay.", {"World Water Forum"}, {"PER"}),
        ("ASSAULT", "An attempt to assassinate the governor of Tyumen was thwarted.", set(), {"RUS"}),
        ("AID", "Diplomats expect Norway to send food aid to Peru.", {"NOR"}, {"PER"}),
        ("REQUEST", "Norway sent envoys in an attempt to convince Chile to lift the ban.", {"NOR"}, {"CHL"}),
        ("ASSAULT", "A Syrian prisoner died as a result of torture in Turkish custody.", {"TUR"}, {"SYR"}),
        ("THREATEN", "The Iraqi premier had claimed Kuwait as a part of Iraq.", {"IRQ"}, {"KWT"}),
        ("COERCE", "Libyan patrol boats blocked Italian fishermen from leaving port.", {"LBY"}, {"ITA"}),
        ("SANCTION", "Chile praised the action taken by Peru to raise the costs on Russia.",
         {"PER"}, {"RUS"}),
        ("MOBILIZE", "British troops continued to arrive in Kuwait on Monday.", {"GBR"}, {"KWT"}),
        ("MOBILIZE", "Iran sent troops toward the border with Iraq.", {"IRN"}, {"IRQ"}),
        ("MOBILIZE", "Bolivia's tanks ringed the presidential palace.", {"BOL"}, set()),
        ("SANCTION", "Norway imposed sanctions on individuals based in Russia.", {"NOR"}, {"RUS"}),
        ("COOPERATE", "French and Egyptian warships launched ten days of war games.", {"FRA", "EGY"}, set()),
        ("CONCEDE", "The African Union lifted the suspension of Niger.", {"African Union"}, {"NER"}),
        ("RETREAT", "Peru's premier resigned under pressure from the opposition.", {"PER"}, {"PER"}),
        ("REQUEST", "Peru asked the UN Secretary-General for his good offices.", {"PER"},
         {"Secretary-General"}),
        ("SANCTION", "The Kremlin shut off the flow of oil to Lithuania.", {"RUS"}, {"LTU"}),
        ("SUPPORT", "Norway recognized Peru in 1901, when the two nations signed a treaty.",
         {"NOR"}, {"PER"}),
        ("SUPPORT", "Talks between Peru and Chile ended when envoys of the two states signed a treaty.",
         {"PER", "CHL"}, set()),
        ("CONSULT", "The ministers discussed the recent talks between Peru and Chile.",
         {"PER", "CHL"}, set()),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(
    reader: Reader, kind: str, text: str, actors: set[str], recipients: set[str]
) -> None:
    event = next(e for e in events(reader, text, **WIRE) if e.type == kind)
    assert sides(event) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("North Korea announced that it would not launch a missile at Japan.", {"THREATEN"}),
        ("Forty tourists went to Peru.", {"CONSULT"}),
        ("A court in Peru jailed Juan Soto for organizing mass disturbances.", {"PROTEST"}),
        ("Norway's exports to Peru fell by a third.", {"COOPERATE"}),
        ("The European Union may add names to its list of Belarusian officials.", {"SUPPORT"}),
        ("Chad agreed to resume negotiations, which Mali had called off in May.", {"CONSULT"}),
        (
            "Peru and Chile plan to expand charging infrastructure and carbon sequestration.",
            {"ACCUSE", "COERCE"},
        ),
        ("Norway announced the return of its ambassador to Peru.", {"RETREAT"}),
        ("Peru's ships searched for the crew of the trawler.", {"COERCE"}),
        ("Forty Kenyans came to Chad to pick fruit.", {"CONSULT"}),
        ("The envoy of Peru handed Chile's minister a letter.", {"RETREAT"}),
        ("Norway and Peru discussed the threat posed by Chad.", {"THREATEN"}),
        ("Kenya underlined its commitment to defending Uganda.", {"AGREE"}),
        ("Chad let it be known that it would talk.", {"CONCEDE"}),
        ("Norway will hold Russia accountable for the raid.", {"ACCUSE"}),
        ("Trade between Norway and Peru was worth ten million dollars.", {"COOPERATE"}),
        ("The police chief of Peru blamed nobody in Chad.", {"ACCUSE"}),
        ("A diplomat of Peru in Chad asked not to be named.", {"REQUEST"}),
        ("Bonn officials do not rule out a raid on Chad.", {"REJECT"}),
        ("Norway and Peru ordered their troops to observe the truce.", {"MOBILIZE"}),
        ("Chad welcomed Peru's proposal for talks with Chile.", {"CONSULT"}),
        ("Kenya is prepared to meet the challenge of drought in Chad.", {"AGREE"}),
    ],
)
def test_other_words_that_tell_of_no_such_act(reader: Reader, text: str, types: set[str]) -> None:
    assert not types & {e.type for e in events(reader, text, **WIRE)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("President Widodo met President Putin on Thursday, a day after he had visited Kyiv.",
         ["2022-06-30", "2022-06-29"]),
        ("Foreign Minister Lavrov cancelled a visit to Turkey planned for Friday.", [None]),
        ("Peru summoned Chile's envoy on Monday and handed him a protest note.", ["2022-06-27"]),
        ("In a declaration of 1956 Moscow promised Japan two islands.", ["1956"]),
        ("The premier of Peru resigned on Thursday, a day after the party of the minister, Juan Soto, had "
         "pulled out of the coalition.", ["2022-06-30", "2022-06-29"]),
        ("A spokesman of Peru declined to say whether Lima would recognise the rebels.", []),
    ],
)  # fmt: skip
def test_days_are_those_of_the_acts(reader: Reader, text: str, days: list[str | None]) -> None:
    found = events(reader, text, publisher="Reuters", published="2022-06-30")
    assert [e.when.edtf if e.when else None for e in found] == days


def test_a_paper_long_past_hands_on_no_time(reader: Reader) -> None:
    text = "In a declaration of 1956 Moscow promised Japan two islands. Tokyo students marched against it."
    found = events(reader, text, publisher="Kyodo", published="1991-04-16")
    assert [e.status for e in found] == ["historical", "occurred"]
    assert found[1].when is None


def test_the_troops_are_those_told_by_the_noun_before(reader: Reader) -> None:
    text = "American Marines landed in Lebanon. The Soviet Union demanded that the Marines withdraw."
    event = next(e for e in events(reader, text, title="Landing in Lebanon", **WIRE) if e.type == "REQUEST")
    assert sides(event) == ({"SUN"}, {"USA"})


def test_bare_bodies_are_of_the_state_that_the_text_tells_of(reader: Reader) -> None:
    text = (
        "Nepal's south was quiet. Nepal's premier spoke in Biratnagar; Nepal's king did not. Near the border "
        "of Nepal with India the police opened fire on a crowd."
    )
    event = next(e for e in events(reader, text, **WIRE) if e.type == "ASSAULT")
    assert sides(event)[0] == {"NPL"}


def test_a_paper_told_again_is_signed_once(reader: Reader) -> None:
    text = "Peru and Chile signed a memo on Tuesday. The document was inked by Peru and Chile."
    assert [e.type for e in events(reader, text, **WIRE)] == ["SUPPORT"]


def test_a_known_name_tells_the_state_before_its_office(reader: Reader) -> None:
    text = "We urge the Foreign Minister, Wang Yi, to lift the ban."
    known = {"publisher": "Department of Foreign Affairs, Australia", "published": "2019-08-20"}
    assert sides(events(reader, text, **known)[0]) == ({"AUS"}, {"CHN"})


def test_fronts_called_democratic_are_of_no_american_party(reader: Reader) -> None:
    event = events(reader, "The National Democratic Front accused Peru of lying.", **WIRE)[0]
    assert event.actors[0].country != "USA"
