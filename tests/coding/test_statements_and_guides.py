"""What statements, guides to relations and stories hold: titles that say who speaks, lists, topics."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told

DAY = "2009-06-10"  # a Wednesday


@pytest.mark.parametrize(("text", "expected"), [
    # lists of names keep their members
    ("Norway, Sweden, and Denmark condemned Belarus.", ("ACCUSE", {"NOR", "SWE", "DNK"}, {"BLR"})),
    ("Turkey, Oman, and Qatar urged Israel to halt the raids.", ("REQUEST", {"TUR", "OMN", "QAT"}, {"ISR"})),
    ("The King of Spain, Chancellor of Austria, and President of Finland met in Riga.",
     ("CONSULT", {"ESP", "AUT", "FIN"}, set())),
    ("President Museveni, President Kagame and Chancellor Merkel met.",
     ("CONSULT", {"UGA", "RWA", "DEU"}, set())),
    ("North and South Korea held talks on Friday.", ("CONSULT", {"PRK", "KOR"}, set())),
    ("The two Koreas held talks on Friday.", ("CONSULT", {"PRK", "KOR"}, set())),
    ("Representatives of Nepal's government and Maoist rebels signed a pact.", ("SUPPORT", {"NPL"}, set())),
    # whom an attack hit, and who did it
    ("Peru condemns the Taliban's attack in Kabul, which killed ten nurses.", ("ASSAULT", {"AFG"}, {"AFG"})),
    ("A Turkish raid in Afrin killed ten Iraqi soldiers.", ("ASSAULT", {"TUR"}, {"IRQ"})),
    ("Peru condemned the attack in Nairobi, which was carried out by al-Shabaab.",
     ("ACCUSE", {"PER"}, {"SOM"})),
    ("Peru condemned the attack in Ankara, claimed by the PKK.", ("ACCUSE", {"PER"}, {"TUR"})),
    ("Kenya condemned the invasion of Georgia by Russia.", ("ACCUSE", {"KEN"}, {"RUS"})),
    ("Three Malian soldiers were killed by a bomb. The Taliban claimed responsibility.",
     ("ASSAULT", {"AFG"}, {"MLI"})),
    ("Gunmen shot dead a Yemeni general; the PKK claimed responsibility.", ("ASSAULT", {"TUR"}, {"YEM"})),
    ("Peruvian students threw stones in Lima and police fired tear gas.", ("ASSAULT", {"PER"}, {"PER"})),
    ("Fighting broke out between Karen rebels and Burmese troops.", ("ASSAULT", {"MMR"}, set())),
    ("Syrian jets bombed rebel positions in Aleppo.", ("ASSAULT", {"SYR"}, {"SYR"})),
    ("The men and women of the Iraqi army recaptured Ramadi.", ("COERCE", {"IRQ"}, {"IRQ"})),
    ("Spain supports Niger in its fight against Boko Haram.", ("ASSAULT", {"NER"}, {"NGA"})),
    ("Libya was under Italian occupation.", ("COERCE", {"ITA"}, {"LBY"})),
    ("Norway tried to stay neutral; the German invasion made this impossible.",
     ("ASSAULT", {"DEU"}, {"NOR"})),
    ("Bolivia declared neutrality, but Chilean troops invaded the country.", ("ASSAULT", {"CHL"}, {"BOL"})),
    ("Uganda freed the singer Ali Roe after his arrest.", ("COERCE", {"UGA"}, set())),
    ("A mob stormed the French embassy in Bamako. Police arrested ten people.", ("COERCE", {"MLI"}, {"MLI"})),
    ("Peru backs the citizens of Iran protesting against the regime.", ("PROTEST", {"IRN"}, {"IRN"})),
    # whose what is
    ("Iran expelled envoys after Chile condemned its missile test.", ("MOBILIZE", {"IRN"}, set())),
    ("President Roe of Chad recognized Chile and gave support to its government.",
     ("SUPPORT", {"TCD"}, {"CHL"})),
    ("The Sudanese rebels won the support of Chad.", ("SUPPORT", {"TCD"}, {"SDN"})),
    ("Lima expressed gratitude for Italy's cooperation with Peru.", ("SUPPORT", {"PER"}, {"ITA"})),
    ("Lima expressed support for Armenia's talks with Azerbaijan.", ("CONSULT", {"ARM", "AZE"}, set())),
    ("Turkey congratulates the government and people of Ghana.", ("SUPPORT", {"TUR"}, {"GHA"})),
    ("Peru called for the release of all reporters jailed in Eritrea.", ("REQUEST", {"PER"}, {"ERI"})),
    ("Peru is concerned by the crackdown on reporters in Belarus.", ("ACCUSE", {"PER"}, {"BLR"})),
    ("Zambia will boycott a summit that opened in Rome after accusing Zimbabwe of fraud.",
     ("ACCUSE", {"ZMB"}, {"ZWE"})),
    ("The Indian premier condemned Russia in a speech that also praised Ukraine.",
     ("SUPPORT", {"IND"}, {"UKR"})),
    ("A treaty with Chad was rejected in the Spanish Senate.", ("REJECT", {"ESP"}, {"TCD"})),
    # support, commitments, requests
    ("Canada will not waver in its support for Lithuania.", ("SUPPORT", {"CAN"}, {"LTU"})),
    ("The premier said Norway is committed to Fiji.", ("SUPPORT", {"NOR"}, {"FJI"})),
    ("Austria remains committed to supporting Kosovo.", ("AGREE", {"AUT"}, {"XKX"})),
    ("France supported the Malian army with helicopters.", ("AID", {"FRA"}, {"MLI"})),
    ("The Danish minister underscored the importance of his partnership with India.",
     ("SUPPORT", {"DNK"}, {"IND"})),
    ("The Danish minister stressed the importance of restraint in Mali.", ("REQUEST", {"DNK"}, {"MLI"})),
    ("The Dutch premier recognized Jordan's efforts to mediate.", ("SUPPORT", {"NLD"}, {"JOR"})),
    ("The ministers of Japan and India exchanged views.", ("CONSULT", {"JPN", "IND"}, set())),
    ("Japan will continue to work closely with Chile.", ("AGREE", {"JPN"}, {"CHL"})),
    ("The envoy praised the pact between Chad and Libya on trade.", ("AGREE", {"TCD", "LBY"}, set())),
    ("Chad and Libya reaffirmed their strong partnership.", ("SUPPORT", {"TCD", "LBY"}, set())),
    ("Syria vowed never to return to talks with Israel.", ("REJECT", {"SYR"}, {"ISR"})),
    ("Chile notes with concern the arrest of reporters by Honduras.", ("ACCUSE", {"CHL"}, {"HND"})),
    ("The European Union said the election in Belarus was neither free nor fair.",
     ("ACCUSE", set(), {"BLR"})),
    ("Two Russian diplomats were declared personae non gratae by Moldova.", ("SANCTION", {"MDA"}, {"RUS"})),
    ("Greece eased some of its sanctions on Iran.", ("CONCEDE", {"GRC"}, {"IRN"})),
    # relations and treaties
    ("Cuba's relations with Peru were severed in 1961 and were restored in 2005.",
     ("SANCTION", {"CUB"}, {"PER"})),
    ("Peru kept a consul in Persia, and a treaty with Persia was signed in 1856.",
     ("SUPPORT", {"PER"}, {"IRN"})),
    ("The Peruvian Legations in Ecuador and Bolivia were raised to Embassy status in 1942.",
     ("SUPPORT", {"PER"}, {"ECU", "BOL"})),
    ("The pact between the Government of Chad and the rebels was signed in Rome.",
     ("SUPPORT", {"TCD"}, set())),
    ("Kenya signed the Ottawa Convention.", ("SUPPORT", {"KEN"}, set())),
    ("The Netherlands returned Western New Guinea to Indonesia.", ("RETREAT", {"NLD"}, {"IDN"})),
    # journeys and gatherings
    ("The Danish minister will travel to Europe, including Spain and Italy.",
     ("AGREE", {"DNK"}, {"ESP", "ITA"})),
    ("The French president attended a summit in Brussels.", ("CONSULT", {"FRA"}, set())),
    ("The Chadian and the Kenyan presidents met. They discussed the talks between Japan and China.",
     ("CONSULT", {"TCD", "KEN"}, set())),
    ("The Kenyan minister met Ibrahim Roe, Chief Advisor to the President of Turkey.",
     ("CONSULT", {"KEN", "TUR"}, set())),
])  # fmt: skip
def test_who_does_what(reader: Any, text: str, expected: Side) -> None:
    assert expected in told(reader, text, DAY)


@pytest.mark.parametrize(("text", "kind"), [
    ("Peru offered its condolences to Chad.", "SUPPORT"),
    ("Peru conveyed its concern regarding the missing Kenyan ferry.", "ACCUSE"),
    ("Israeli jets bombed Gaza, leaving three dead.", "RETREAT"),
    ("We face many dangers, including threats from Russia.", "THREATEN"),
    ("Turkey did not hesitate to thank Chad.", "REJECT"),
    ("The army prevented the rebels from taking Ramadi.", "COERCE"),
    ("Tikrit has been liberated.", "RETREAT"),
    ("The coalition will discuss fighting ISIL.", "ASSAULT"),
    ("The Danish minister noted the importance of a free press in Hungary.", "SUPPORT"),
    ("The envoy discussed the coup in Mali with the French minister.", "COERCE"),
    ("Firms that support the Chinese army will be fined.", "SUPPORT"),
    ("The premier spoke of his interest in strengthening ties with Peru.", "AGREE"),
    ("They discussed ways to deepen cooperation between Vietnam and Laos.", "COOPERATE"),
    ("The ministers discussed how Japan and India could cooperate.", "COOPERATE"),
    ("Slovenia declared independence from Yugoslavia.", "SUPPORT"),
    ("President Jackson appointed Ann Roe as Minister to France.", "SUPPORT"),
    ("Consul Brown arrived in Algiers.", "CONSULT"),
    ("Egypt severed relations with Chad after the Six-Day War.", "ASSAULT"),
    ("Kosovo's parliament has demonstrated that it can pass laws.", "PROTEST"),
    ("NATO called an urgent meeting at Turkey's request.", "CONSULT visit"),
    ("Chad and Mali signed a pact. It entered into force on Tuesday.", "MOBILIZE"),
    ("Iran must not attack its neighbours.", "ASSAULT"),
    ("Russia's blockade raised the cost of grain in Egypt.", "SANCTION"),
    ("Did Pakistan arrest the suspect?", "COERCE"),
    ("Ten people arrived in Uganda seeking asylum.", "CONSULT"),
    ("Qatar, a mediator in the Darfur peace process, spoke.", "CONSULT"),
    ("Belgium hailed the ceasefire talks between Chad and Mali.", "RETREAT"),
])  # fmt: skip
def test_what_tells_of_no_such_act(reader: Any, text: str, kind: str) -> None:
    kind, _, mode = kind.partition(" ")
    assert not [e for e in reader.read(text, published=DAY).events if e.type == kind and mode in ("", e.mode)]


@pytest.mark.parametrize(("text", "kind", "status"), [
    ("The EU fears shocks that could result from a Russian attack on Chad.", "ASSAULT", "possible"),
    ("The EU is preparing sanctions against Belarus.", "SANCTION", "planned"),
    ("Peru vowed to respond to Russia's attack on Georgia.", "ASSAULT", "occurred"),
    ("Japan occupied Burma during World War II.", "COERCE", "historical"),
    ("Japan has trained Kenyan soldiers since 1990.", "AID", "occurred"),
    ("Peru will issue a rule that imposes sanctions on Chad.", "SANCTION", "planned"),
    ("The Dutch premier is going to Ireland.", "AGREE", "planned"),
    ("Congress is considering a bill imposing sanctions on Chad.", "SANCTION", "possible"),
    ("Chad freed two men ahead of the Chadian president's meeting with the Kenyan president.",
     "AGREE", "planned"),
    ("The council voted to condemn Syria; Lebanon abstained.", "ACCUSE", "occurred"),
    ("A visit by the Turkish defence minister to Libya was called off on Friday.", "CONSULT", "denied"),
    ("Talks between Peru and Chile were put off.", "CONSULT", "denied"),
])  # fmt: skip
def test_whether_it_was(reader: Any, text: str, kind: str, status: str) -> None:
    assert [e.status for e in reader.read(text, published=DAY).events if e.type == kind] == [status]


@pytest.mark.parametrize(("text", "kind", "when"), [
    ("Following the Chinese invasion of India in 1962, Peru sent aid to India.", "ASSAULT", "1962"),
    ("Annexed by Italy, Libya broke away in 1951.", "COERCE", None),
    ("France recognized Malta when it became free on September 21, 1964.", "SUPPORT", "1964-09-21"),
    ("Norway returned a 17th century painting to Poland.", "RETREAT", None),
    ("The Polish minister is due in Riga on Friday.", "AGREE", "2009-06-12"),
    ("Riot police beat and detained students in Baku on Monday.", "ASSAULT", "2009-06-08"),
])  # fmt: skip
def test_when_it_was(reader: Any, text: str, kind: str, when: str | None) -> None:
    (event,) = [e for e in reader.read(text, published=DAY).events if e.type == kind]
    assert (event.when.edtf if event.when else None) == when


@pytest.mark.parametrize(("title", "text", "actors"), [
    ("Readout of President Biden's Call with President Macron of France",
     "They condemned Iran.", {"USA", "FRA"}),
    ("Joint Statement by the United States and Qatar on Chad", "We condemn Iran.", {"USA", "QAT"}),
    ("U.S.-Norway Joint Statement", "We condemn Iran.", {"USA", "NOR"}),
    ("G7 Statement on Chad", "We condemn Iran.", set()),
    ("Remarks by President Biden at the NATO Summit", "We condemn Iran.", {"USA"}),
    ("Statement on National Security Advisor Jake Sullivan's Call with Premier Ali Roe of Chad",
     "He condemned Iran.", {"USA"}),
])  # fmt: skip
def test_a_title_says_who_speaks(reader: Any, title: str, text: str, actors: set[str]) -> None:
    (event,) = reader.read(text, published="2021-06-09", publisher="The White House", title=title).events
    assert {p.country for p in event.actors if p.country} == actors


def test_leaders_are_those_told_together(reader: Any) -> None:
    text = "The premier and G7 leaders met on Monday. The leaders condemned Iran."
    (event,) = [e for e in reader.read(text, published=DAY).events if e.type == "ACCUSE"]
    assert len(event.actors) == 2


def test_one_more_act_of_a_kind_is_another(reader: Any) -> None:
    text = "Peru criticised Hungary for its press law. It also criticised Hungary's purchase of gas."
    assert [e.type for e in reader.read(text, published=DAY).events].count("ACCUSE") == 2


def test_states_that_are_no_more_keep_apart_from_those_that_they_deal_with(reader: Any) -> None:
    (event,) = reader.read("The United States and Bavaria signed a treaty in 1845.").events
    assert {p.country for p in event.actors} == {"USA", None}


@pytest.mark.parametrize(("text", "count"), [
    ("Kenyan jets carried out six strikes on al-Shabaab camps. In Gedo, Kenyan jets carried out two strikes "
     "on al-Shabaab using attack, fighter and cargo planes.", 2),
    ("Kenyan jets carried out strikes on rebel camps. Kenyan jets carried out strikes on rebels.", 1),
    ("The Chadian president spoke by phone with the Malian premier. They exchanged views on trade.", 1),
    ("Queen Margrethe of Denmark hosted President Stubb of Finland for a summit of the Nordic Council.", 1),
], ids=["counted", "told twice", "talked over", "hosted"])  # fmt: skip
def test_one_act_is_told_once(reader: Any, text: str, count: int) -> None:
    events = reader.read(text, published=DAY).events
    assert len(events) == count, [e.trigger.span.text for e in events]


def test_who_is_hosted_for_a_summit_comes_to_the_host_alone(reader: Any) -> None:
    text = "President Niinisto of Finland hosted King Harald of Norway for a summit of the Nordic Council."
    (event,) = reader.read(text, published="2015-06-10").events
    assert {p.country for p in (*event.actors, *event.recipients)} == {"FIN", "NOR"}


def test_the_object_of_two_verbs_may_be_described(reader: Any) -> None:
    text = "Turkey is advising and assisting Syrian rebels, mainly Turkmen fighters operating near Idlib."
    (event,) = reader.read(text, published=DAY).events
    assert "Syrian rebels" in event.recipients[0].span.text
