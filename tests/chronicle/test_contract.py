"""What holds on every engine: nothing lost or doubled, order of no consequence, decisions that last."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest

from dragoman.chronicle import Chronicle
from dragoman.errors import NotFound, RecordError, StoreError
from dragoman.model import Actor

PAIR = ("RUS", "PRK")


def tell(make: Any) -> list[Any]:
    """Readings that merge, copy, contradict, promise and link."""
    people = ("RUS:Vladimir Putin", "PRK:Kim Jong Un")
    wire = (
        "The two leaders talked for two hours in the palace by the river, where a long list of questions on "
        "rail freight, winter grain and the shared border was on the table, officials told reporters later."
    )
    return [
        make.meeting("Talks brought Putin and Kim together.", people, where="Pyongyang/PRK", publisher="A"),
        make.meeting("Met: the Russian and Korean leaders.", PAIR, when="2024-06", publisher="B"),
        make.meeting(wire, people, publisher="C"),
        make.meeting(wire + " (Agency)", people, publisher="D", published="2024-06-21"),
        make.meeting("Denied was any meeting of Putin.", people, status="denied", publisher="E"),
        make.meeting("Talks were also held a day later.", people, when="2024-06-20", publisher="F"),
        make.reading(
            "A visit took Putin to Pyongyang. He held talks with Kim there. They signed a rail treaty.",
            ("visit", {"mode": "visit", "actors": people[:1], "recipients": people[1:],
                       "when": "2024-06-18/2024-06-19", "where": "Pyongyang/PRK"}),
            ("talks", {"actors": people, "when": "2024-06-19"}),
            ("signed", {"type": "SUPPORT", "actors": people, "when": "2024-06-19"}),
            links=((1, 0, "part_of"),),
            agreements=(("rail treaty", {"standing": "signed", "parties": PAIR, "when": "2024-06-19"}),),
            publisher="G",
        ),
        make.reading(
            "Putin will visit Pyongyang in June.",
            ("visit", {"type": "AGREE", "actors": people[:1], "recipients": people[1:], "when": "2024-06",
                       "status": "planned"}),
            publisher="H", published="2024-06-01",
        ),
    ]  # fmt: skip


def test_a_document_is_added_once(chronicle: Chronicle, make: Any):
    reading = make.meeting("Talks were held.")
    assert chronicle.add_reading(reading) is True
    assert chronicle.add_reading(reading) is False
    assert len(chronicle.events()) == 1
    assert chronicle.counts()["documents"] == 1


def test_an_id_keeps_its_text(chronicle: Chronicle, make: Any):
    chronicle.add_reading(make.meeting("Talks were held.", id="one"))
    with pytest.raises(RecordError, match="another text"):
        chronicle.add_reading(make.meeting("Other talks were held.", id="one"))
    assert chronicle.counts()["documents"] == 1


def test_a_newer_reader_replaces_what_is_derived_and_keeps_the_old_reading(chronicle: Chronicle, make: Any):
    chronicle.add_reading(make.meeting("Talks were held.", id="one"))
    chronicle.add_reading(make.meeting("Talks were held.", ("RUS", "CHN"), id="one", reader="test-2"))
    chronicle.add_reading(make.meeting("Talks were held.", ("RUS", "IND"), id="one", reader="test-0"))
    assert [e.countries for e in chronicle.events()] == [{"RUS", "CHN"}]
    assert chronicle.counts()["readings"] == 3


def test_order_and_rebuild_change_nothing(engine: Any, make: Any, state: Any):
    readings = tell(make)
    wanted = None
    for seed in range(4):
        shuffled = readings[:]
        random.Random(seed).shuffle(shuffled)
        with Chronicle(engine()) as chronicle:
            for reading in shuffled:
                chronicle.add_reading(reading)
            found = state(chronicle)
            assert chronicle.rebuild() == len(readings)
            assert state(chronicle) == found
        wanted = wanted or found
        assert found == wanted


def test_every_old_id_finds_the_event(chronicle: Chronicle, make: Any):
    late = make.meeting("Talks brought them together.", publisher="A", published="2024-06-22")
    early = make.meeting("Talks were held by them.", publisher="B", published="2024-06-20")
    chronicle.add_reading(late)
    (old,) = [e.id for e in chronicle.events()]
    chronicle.add_reading(early)
    (new,) = [e.id for e in chronicle.events()]
    assert old != new
    assert chronicle.show(old).id == new
    with pytest.raises(NotFound):
        chronicle.show("e-nothing")


def test_questions(chronicle: Chronicle, make: Any):
    for reading in tell(make):
        chronicle.add_reading(reading)
    assert len(chronicle.events(between=PAIR, type="CONSULT", since="2024-01", mode="visit")) == 1
    assert chronicle.events(between=PAIR, until="2024-05").rows() == []
    assert chronicle.events(between=("RUS", "USA")).rows() == []
    assert {e.type for e in chronicle.events(person="Kim Jong-un")} >= {"CONSULT", "SUPPORT"}
    assert len(chronicle.events(place="pyongyang", mode="visit")) == 1
    assert len(chronicle.events(place="PRK", mode="visit")) == 1
    assert [e.status for e in chronicle.events(status="planned")] == ["planned"]
    assert len(chronicle.events(source="g", type="SUPPORT")) == 1
    assert len(chronicle.events(text="freight grain")) == 1
    assert len(chronicle.events(text='"two hours in the palace"')) == 1
    assert chronicle.events(text='"palace hours"').rows() == []
    assert len(chronicle.events(text="that's (odd) AND *", since="2024")) == 0
    with pytest.raises(RecordError):
        chronicle.events(colour="red")


def test_decisions_win_and_last(chronicle: Chronicle, make: Any):
    one, two, three = (
        make.meeting("Talks were held.", publisher="A"), make.meeting("Talks took place.", publisher="B"),
        make.meeting("Talks were held in Beijing.", ("RUS", "CHN"), publisher="C"),
    )  # fmt: skip
    for reading in (one, two, three):
        chronicle.add_reading(reading)
    merged, other = chronicle.events()[0], chronicle.events(between=("RUS", "CHN"))[0]
    merged = next(e for e in chronicle.events() if len(e.tellings) == 2)
    chronicle.decide("split", merged.tellings[1], who="Ada", why="two rooms")
    assert sorted(len(e.tellings) for e in chronicle.events()) == [1, 1, 1]
    chronicle.decide("merge", merged.tellings[0], who="Ada", why="one table", data={"with": other.id})
    assert sorted(len(e.tellings) for e in chronicle.events()) == [1, 2]
    chronicle.decide(
        "correct", other.id, who="Bo", why="typing error", data={"field": "when", "value": "2024-06-18"}
    )
    chronicle.decide("reject", merged.tellings[1], who="Bo", why="never took place")
    chronicle.decide("comment", other.id, who="Bo", why="see the minutes")
    chronicle.rebuild()
    (event,) = chronicle.events()
    assert (event.edtf, event.comments) == ("2024-06-18", ("Bo: see the minutes",))
    assert len(chronicle.events(rejected=True)) == 2
    chronicle.decide("accept", merged.tellings[1], who="Ada", why="it did")
    assert len(chronicle.events()) == 2
    assert [d.who for d in chronicle.decisions()] == ["Ada", "Ada", "Bo", "Bo", "Bo", "Ada"]


def test_what_cannot_be_decided(chronicle: Chronicle, make: Any):
    chronicle.add_reading(make.meeting("Talks were held."))
    (event,) = chronicle.events()
    for kind, data in (
        ("bless", {}),
        ("split", {}),
        ("correct", {"field": "when", "value": "soon"}),
        ("correct", {"field": "id", "value": "x"}),
        ("merge", {"with": event.id}),
    ):
        with pytest.raises(RecordError):
            chronicle.decide(kind, event.id, who="Ada", why="", data=data)
    with pytest.raises(NotFound):
        chronicle.decide("accept", "e-none", who="Ada", why="")
    assert chronicle.decisions() == []


def test_an_event_by_hand(chronicle: Chronicle):
    name = chronicle.add_event(
        "Envoys of Peru and Chile met in Arica.", type="CONSULT", who="Ada", why="from the minutes",
        actors=[Actor(name="Peru", country="PER"), Actor(name="Chile", country="CHL")], when="2024-05-02",
    )  # fmt: skip
    chronicle.rebuild()
    event = chronicle.show(name)
    assert event.edtf == "2024-05-02"
    assert event.sources[0].quote == "Envoys of Peru and Chile met in Arica."
    assert chronicle.decisions()[0].kind == "add"


def test_as_known_on(chronicle: Chronicle, make: Any, state: Any):
    chronicle.add_reading(
        make.meeting("Talks were held.", when="2024-06", publisher="A", published="2024-06-19")
    )
    chronicle.add_reading(make.meeting("Talks were held there.", publisher="B", published="2024-06-25"))
    chronicle.add_reading(
        make.meeting("Talks in July.", when="2024-07-02", publisher="C", published="2024-07-03")
    )
    before = chronicle.as_of("2024-06-20").events()
    assert [(e.edtf, e.independent) for e in before] == [("2024-06", 1)]
    assert [(e.edtf, e.independent) for e in chronicle.as_of("2024-06").events()] == [("2024-06-19", 2)]
    assert chronicle.as_of("2024-06", recorded=True).events().rows() == []
    assert state(chronicle.as_of("2999"))["events"] == state(chronicle)["events"]
    chronicle.decide("reject", before[0].id, who="Ada", why="no", at="2024-08-01T00:00:00Z")
    assert len(chronicle.as_of("2024-07").events()) == 2
    assert len(chronicle.as_of("2024-08").events()) == 1


def test_copies_count_once(chronicle: Chronicle, make: Any):
    for reading in tell(make):
        chronicle.add_reading(reading)
    (event,) = chronicle.events(text="freight")
    groups = {s.group for s in event.sources}
    assert len(groups) == len(event.sources) - 1
    assert event.independent == len(groups)


def test_a_visit_holds_its_meeting_and_its_signing(chronicle: Chronicle, make: Any):
    for reading in tell(make):
        chronicle.add_reading(reading)
    (visit,) = chronicle.events(mode="visit")
    inside = {k.source for k in visit.links if k.target == visit.id and k.kind == "part_of"}
    assert {chronicle.show(name).type for name in inside} == {"CONSULT", "SUPPORT"}


def test_agreements_outlook_sources(chronicle: Chronicle, make: Any):
    for reading in tell(make):
        chronicle.add_reading(reading)
    (treaty,) = chronicle.agreements(between=PAIR)
    assert (treaty.title, treaty.standing, treaty.edtf) == ("rail treaty", "signed", "2024-06-19")
    (plan,) = chronicle.outlook()
    assert plan.state == "fulfilled"
    assert plan.event is not None and chronicle.show(plan.event).mode == "visit"
    assert chronicle.as_of("2024-06-10").outlook()[0].state == "open"
    assert {row["publisher"] for row in chronicle.sources()} == set("ABCDEFGH")
    assert chronicle.predictors()[0]["fulfilled"] == 1


def test_a_failed_transaction_leaves_nothing(chronicle: Chronicle, make: Any):
    with pytest.raises(ValueError, match="power"), chronicle.store.write() as shelf:
        shelf.put_document(make.meeting("Talks were held.").document, "now")
        raise ValueError("power")
    assert chronicle.counts()["documents"] == 0


def test_a_table_of_events(memory: Chronicle, make: Any):
    for number in itertools.count(1):
        memory.add_reading(
            make.meeting("Talks were held.", when=f"2024-06-{number:02d}", publisher=str(number))
        )
        if number == 3:
            break
    frame = memory.events(between=PAIR).to_pandas()
    assert list(frame["when"]) == ["2024-06-01", "2024-06-02", "2024-06-03"]
    assert len(memory.events()[:2]) == 2
    assert memory.count(between=PAIR) == 3


def test_a_store_that_is_not_there():
    with pytest.raises(StoreError):
        Chronicle("/nowhere/at/all.db")
