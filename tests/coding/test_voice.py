"""Who acts where the clause names nobody: the text's own body, the speaker, the two states of a relation."""

from __future__ import annotations

from dragoman.model import EventMention
from dragoman.reader import Reader


def _event(reader: Reader, text: str, kind: str, publisher: str | None = None) -> EventMention:
    events = reader.read(text, publisher=publisher).events
    found = [e for e in events if e.type == kind]
    assert found, [(e.type, e.trigger.text) for e in events]
    return found[0]


def test_a_passive_of_a_state_s_own_text_is_its_act(reader: Reader) -> None:
    event = _event(reader, "Exports of arms to Sudan have been stopped.", "SANCTION", "UK Government")
    assert [a.country for a in event.actors] == ["GBR"]
    assert event.actors[0].span is None


def test_without_a_publisher_nobody_is_made_up(reader: Reader) -> None:
    assert not reader.read("Exports of arms to Sudan have been stopped.").events


def test_we_of_a_body_of_states(reader: Reader) -> None:
    event = _event(reader, "We strongly condemn the attack by the Syrian army.", "ACCUSE", "NATO")
    assert [(a.sector, a.country) for a in event.actors] == [("IGO", None)]


def test_a_demand_is_the_speaker_s(reader: Reader) -> None:
    text = "Belarus must cease its provocations against Lithuania."
    event = _event(reader, text, "REQUEST", "Ministry of Foreign Affairs of Poland")
    assert [a.country for a in event.actors] == ["POL"]
    assert [r.country for r in event.recipients] == ["BLR"]


def test_relations_are_between_the_two_states_told(reader: Reader) -> None:
    text = "Diplomatic relations were severed in 1917, when Brazil declared war on Germany."
    event = _event(reader, text, "SANCTION")
    assert [a.country for a in (*event.actors, *event.recipients)] == ["BRA", "DEU"]


def test_persons_without_a_name_may_be_punished(reader: Reader) -> None:
    event = _event(reader, "Canada imposed sanctions against 21 persons.", "SANCTION")
    assert [r.country for r in event.recipients] == [None]


def test_a_mission_is_in_the_other_state_told(reader: Reader) -> None:
    text = "Sweden withdrew its legation in 1905, after Norway had declared its union with Sweden ended."
    event = _event(reader, text, "SANCTION")
    assert [r.country for r in event.recipients] == ["NOR"]


def test_no_longer_negates(reader: Reader) -> None:
    event = _event(reader, "Panama will no longer recognise Taiwan.", "REJECT")
    assert [a.country for a in event.actors] == ["PAN"]


def test_we_who_name_ourselves(reader: Reader) -> None:
    text = "We, the leaders of Japan and India, condemn the tests of North Korea. We urge Pyongyang to stop."
    for kind in ("ACCUSE", "REQUEST"):
        event = _event(reader, text, kind, "The White House")
        assert {a.country for a in event.actors} == {"JPN", "IND"}


def test_the_title_settles_whom_an_order_is_for(reader: Reader) -> None:
    events = reader.read(
        "I have issued an Executive Order that expands the scope of the national emergency.",
        publisher="The White House",
        title="Letter to the Speaker on the situation in Nicaragua",
    ).events
    assert [[r.country for r in e.recipients] for e in events if e.type == "SANCTION"] == [["NIC"]]


def test_a_treaty_is_no_party_of_its_signing(reader: Reader) -> None:
    event = _event(reader, "Peru and Chile signed the Treaty of Lima.", "SUPPORT")
    assert {p.country for p in (*event.actors, *event.recipients)} == {"PER", "CHL"}
