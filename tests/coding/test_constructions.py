"""Constructions of news prose, a sentence each: who acts, on whom, who stands by, whether it happened."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model import Document


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Presidents Obama and Medvedev signed a treaty in Prague.", ["RUS", "USA"]),
        ("The foreign ministers of the two German states, France and Italy signed the treaty in Moscow.",
         ["DEU", "FRA", "ITA"]),
        ("An accord was signed in Mexico City by the government of El Salvador and the FMLN.",
         ["SLV", "SLV"]),
        ("Egypt signed a treaty in Geneva.", ["EGY"]),
        ("The Chairman, the President of Kenya and the Queen of Denmark signed the treaty.", ["DNK", "KEN"]),
    ],
    ids=["plural title", "list after of", "government and group", "place", "unclosed comma"],
)  # fmt: skip
def test_those_who_sign_are_the_listed_ones_and_no_place(reader: Any, text: str, states: list[str]) -> None:
    events = reader.read(Document.of(text, published="2010-04-08")).events
    signed = [e for e in events if e.type == "SUPPORT"]
    assert len(signed) == 1
    assert sorted(p.country for p in (*signed[0].actors, *signed[0].recipients) if p.country) == states


def test_a_closed_apposition_is_no_list(reader: Any) -> None:
    text = "The envoy, the former president of Kenya and Tanzania's friend, met the King of Jordan."
    event = next(e for e in reader.read(text).events if e.type == "CONSULT")
    assert len(event.actors) + len(event.recipients) == 2


@pytest.mark.parametrize("word", ["meeting", "gathering"])
def test_where_two_meet_takes_no_part(reader: Any, word: str) -> None:
    text = f"The Ukrainian government and the separatist leaders, {word} in Minsk, ordered a truce."
    found = [p.country for e in reader.read(text).events for p in (*e.actors, *e.recipients)]
    assert "BLR" not in found


def test_who_must_yield_is_threatened(reader: Any) -> None:
    text = "The Chancellor warned that if President Mugabe does not comply, there will be consequences."
    (event,) = [
        e for e in reader.read(Document.of(text, published="2008-01-02")).events if e.type == "THREATEN"
    ]
    assert [p.country for p in event.recipients] == ["ZWE"]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("The former president was accused of stealing funds by Haitian officials.", "ACCUSE", "HTI", "HTI"),
        ("The Kenyan army issued a statement demanding that Uganda free its men.", "REQUEST", "KEN", "UGA"),
        ("Kenya urges all states to act and calls on Eritrea to withdraw.", "REQUEST", "KEN", "ERI"),
        ("The House approved a measure to send Turkish troops into Iraq.", "MOBILIZE", "TUR", "IRQ"),
        ("The recognition by Russia of the independence of Abkhazia was discussed.", "SUPPORT", "RUS", "GEO"),
    ],
    ids=["by after gerund", "statement demanding", "finite after infinitive", "whose troops", "of after by"],
)
def test_who_does_it_to_whom_where_the_clause_hides_it(
    reader: Any, text: str, kind: str, actor: str, recipient: str
) -> None:
    events = reader.read(Document.of(text, published="2012-03-04")).events
    found = [
        ({a.country for a in e.actors}, {r.country for r in e.recipients}) for e in events if e.type == kind
    ]
    assert ({actor}, {recipient}) in found


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia offered to deploy a brigade to monitor the truce.",
        "Egypt and Israel undertake not to resort to the use of force to settle disputes.",
    ],
    ids=["a brigade", "force"],
)
def test_what_is_sent_or_used_is_no_other_side(reader: Any, text: str) -> None:
    (event,) = [e for e in reader.read(text).events if e.type == "AGREE"]
    assert event.recipients == ()


def test_who_is_visited_by_somebody_carrying_something(reader: Any) -> None:
    (event,) = reader.read("A Kenyan minister had secretly visited Kampala carrying a letter.").events
    assert [p.country for p in event.recipients] == ["UGA"]


def test_under_whose_auspices_a_treaty_is_signed_is_no_signatory(reader: Any) -> None:
    text = "Khartoum and Juba signed an agreement, under the facilitation of former President Mbeki."
    signed = [e for e in reader.read(text).events if e.type == "SUPPORT"]
    assert [{p.country for p in (*e.actors, *e.recipients)} for e in signed] == [{"SDN", "SSD"}]


@pytest.mark.parametrize(
    "text",
    [
        "Three Indian soldiers were killed when militants ambushed their convoy in Kashmir.",
        "Two Turkish soldiers were wounded after PKK rebels attacked an outpost in Hakkari.",
    ],
)
def test_an_attack_and_its_toll_are_one(reader: Any, text: str) -> None:
    (event,) = [e for e in reader.read(text).events if e.type == "ASSAULT"]
    assert event.actors and event.recipients[0].sector == "MIL"


def test_what_is_discussed_by_phone_takes_no_part(reader: Any) -> None:
    (event,) = reader.read("The presidents of Benin and Togo discussed Niger by phone.").events
    assert {p.country for p in (*event.actors, *event.recipients)} == {"BEN", "TGO"}


def test_until_somebody_complies_nobody_has(reader: Any) -> None:
    text = "The United States will withhold aid until Sudan withdraws from Darfur."
    assert [e for e in reader.read(text).events if e.type == "RETREAT" and e.status == "occurred"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Iran denied reports that it had attacked the tanker.",
        "Reports that Iran had shelled the port were denied by Tehran.",
        "Iran denied that it had attacked the tanker.",
    ],
)
def test_a_denial_is_no_event_and_what_it_denies_is_denied(reader: Any, text: str) -> None:
    assert [(e.type, e.status) for e in reader.read(text).events] == [("ASSAULT", "denied")]


def test_a_date_before_a_list_takes_nobody_away(reader: Any) -> None:
    text = (
        "A spokesman declined to comment. In June, Turkey, Sweden and Finland signed a memorandum in Madrid."
    )
    (event,) = reader.read(text).events
    assert sorted(p.country for p in (*event.actors, *event.recipients)) == ["FIN", "SWE", "TUR"]


def test_who_names_an_act_does_not_do_it(reader: Any) -> None:
    text = "Kenya's premier called the protest an attempt to sabotage the talks."
    assert [e for e in reader.read(text).events if e.type in ("PROTEST", "REJECT")] == []


def test_a_timetable_in_the_present_tells_what_is_to_come(reader: Any) -> None:
    doc = Document.of("The Soviet delegation leaves for Harare on Tuesday.", published="1986-03-03")
    (event,) = reader.read(doc).events
    assert (event.type, event.status, event.when.edtf) == ("AGREE", "planned", "1986-03-04")


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ('"We condemn the raid by Chad," Kenyan Foreign Minister Ann Otieno said.', "ACCUSE", "KEN"),
        ('"We will thank Chad," said the premier of Peru. "I call on Mali to withdraw."', "REQUEST", "PER"),
        ('The French minister said: "We thank Mali. We urge Niger to negotiate."', "REQUEST", "FRA"),
    ],
    ids=["speaker after", "goes on", "speaker before"],
)
def test_who_is_quoted_is_the_first_person(reader: Any, text: str, kind: str, actor: str) -> None:
    (event,) = [e for e in reader.read(text).events if e.type == kind]
    assert [p.country for p in event.actors] == [actor]
    assert event.where is None


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("Egypt and Sudan signed a pact. The two have bombed a base in Yemen.", "ASSAULT",
         ["EGY", "SDN"]),
        ("President Biden, President Yoon and Prime Minister Kishida met. All three condemned Russia.",
         "ACCUSE", ["JPN", "KOR", "USA"]),
        ("After talks in Cairo, the foreign ministers of Chad and Sudan announced a truce.", "CONSULT",
         ["SDN", "TCD"]),
        ("The Kenyan president told the Chadian president, at their meeting in Rome, that it would fail.",
         "CONSULT", ["KEN", "TCD"]),
        ("The Jordanian king, in a telephone call with the Kenyan president, warned of a war.", "CONSULT",
         ["JOR", "KEN"]),
    ],
    ids=["the two", "all three", "talks before", "meeting of those who talk", "call in which one warns"],
)  # fmt: skip
def test_who_takes_part_by_the_clause_around(reader: Any, text: str, kind: str, states: list[str]) -> None:
    events = reader.read(Document.of(text, published="2023-08-18")).events
    found = [e for e in events if e.type == kind]
    assert [sorted(p.country for p in e.actors) for e in found] == [states]


def test_a_request_that_is_refused_was_made(reader: Any) -> None:
    events = reader.read("China rejected an American demand for the release of the crew.").events
    told = {e.type: ([p.country for p in e.actors], [p.country for p in e.recipients]) for e in events}
    assert told == {"REJECT": (["CHN"], ["USA"]), "REQUEST": (["USA"], ["CHN"])}
    assert {e.status for e in events} == {"occurred"}


def test_the_next_clause_keeps_its_subject(reader: Any) -> None:
    events = reader.read("Japan froze grants and Germany halted its aid program to Cambodia.").events
    assert [[p.country for p in e.actors] for e in events if e.type == "SANCTION"][-1] == ["DEU"]


@pytest.mark.parametrize(
    "text",
    [
        "No country recognised the junta of Mali.",
        "The Union is studying a guarantee; a spokesman in Brussels declined to comment.",
    ],
    ids=["no country", "declined after another clause"],
)
def test_what_nobody_did_is_no_event(reader: Any, text: str) -> None:
    assert not reader.read(text).events


def test_neither_nor_denies_both(reader: Any) -> None:
    events = reader.read("Washington has neither endorsed nor opposed the accord with Cuba.").events
    assert {e.status for e in events} == {"denied"}


def test_heads_of_the_two_countries_are_those_of_both(reader: Any) -> None:
    text = "Ecuador and Peru fought a war. In 1998 the presidents of the two countries signed a treaty."
    signed = [e for e in reader.read(text).events if e.type == "SUPPORT"]
    assert [sorted(p.country for p in (*e.actors, *e.recipients)) for e in signed] == [["ECU", "PER"]]
