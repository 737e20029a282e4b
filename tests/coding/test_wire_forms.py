"""Forms of sentences that wires have: passives of giving, reduced relatives, tolls, summonings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.test_who_and_what import Side, told


@pytest.mark.parametrize(("text", "expected"), [
    ("Benin's president was granted asylum by Togo.", [("AID", {"TGO"}, {"BEN"})]),
    ("Laos was given two million dollars in aid by Norway.", [("AID", {"NOR"}, {"LAO"})]),
    ("A meeting took place in Minsk between Anna Roth of Austria and Foreign Minister Li of China.",
     [("CONSULT", {"AUT", "CHN"}, set())]),
    ("Chile condemned the tests by the Democratic People's Republic of Korea.",
     [("ACCUSE", {"CHL"}, {"PRK"})]),
    ("The Omani foreign ministry summoned Danish Ambassador Lars Holm.", [("ACCUSE", {"OMN"}, {"DNK"})]),
    ("Peru summoned the Chilean chargé d'affaires on Friday.", [("ACCUSE", {"PER"}, {"CHL"})]),
    ("The Libyan Ambassador was called to the Foreign Office.", [("ACCUSE", {"GBR"}, {"LBY"})]),
    ("Ali Hasan resigned as president of Gambia.", [("RETREAT", {"GMB"}, set())]),
    ("Kenya condemned the attack that killed Ethiopian farmers.", [("ACCUSE", {"KEN"}, set())]),
    ("Syria launched two missiles at Turkey.", [("ASSAULT", {"SYR"}, {"TUR"})]),
    ("Yemen agreed to withdraw its forces from Eritrea.", [("AGREE", {"YEM"}, set())]),
    ("Kuwait and Qatar denounced the agreement.", [("ACCUSE", {"KWT", "QAT"}, set())]),
    ("Angolan troops shelled Zambian positions, killing three soldiers.", [("ASSAULT", {"AGO"}, {"ZMB"})]),
    ("Syria bombed Adana and Turkey fired rockets at Aleppo.",
     [("ASSAULT", {"SYR"}, {"TUR"}), ("ASSAULT", {"TUR"}, {"SYR"})]),
    ("Fighters opposed to President Deby attacked a garrison in Abeche.", [("ASSAULT", {"TCD"}, {"TCD"})]),
    ("Miners laid off in January blocked a road in La Paz.", [("PROTEST", {"BOL"}, {"BOL"})]),
])  # fmt: skip
def test_who_does_what_in_the_forms_of_wires(reader: Any, text: str, expected: list[Side]) -> None:
    assert told(reader, text, "2001-03-05") == expected


def test_who_is_taken_hostage_is_named_without_the_word(reader: Any) -> None:
    (event,) = reader.read("Guerrillas took Senator Ana Gomez hostage.", published="2001-03-05").events
    assert [p.span.text for p in event.recipients] == ["Senator Ana Gomez"]


def test_the_day_is_no_part_of_an_envoy(reader: Any) -> None:
    text = "Laos summoned the Thai ambassador on Monday over a raid."
    event = reader.read(text, published="2001-03-05").events[0]
    assert [p.span.text for p in event.recipients] == ["the Thai ambassador"]


@pytest.mark.parametrize(("text", "expected"), [
    ("At the invitation of Premier Li Peng, Prime Minister Silva of Portugal visited China.",
     [("CONSULT", {"PRT"}, {"CHN"})]),
    ("Summary: • Ghana expelled two Libyan diplomats. • Chad recalled its ambassador from Mali.",
     [("SANCTION", {"GHA"}, {"LBY"}), ("SANCTION", {"TCD"}, {"MLI"})]),
    ("Outcomes: - The leaders of Peru and Chile met in Lima. - Both sides agreed to resume talks.",
     [("CONSULT", {"PER", "CHL"}, set()), ("AGREE", {"PER", "CHL"}, set())]),
    ("The Prime Minister, Mr. P. V. Narasimha Rao, and the Chinese Premier, Mr. Li Peng, met in Delhi.",
     [("CONSULT", {"IND", "CHN"}, set())]),
    ("A Russian destroyer left Sevastopol for Syria.", []),
    ("Fiji and Tonga decided to amend the treaty.", [("AGREE", {"FJI", "TON"}, set())]),
    ("The Foreign Minister of Fiji called on the President of Nauru.", [("CONSULT", {"FJI"}, {"NRU"})]),
    ("Fiji called on Nauru to free the sailors.", [("REQUEST", {"FJI"}, {"NRU"})]),
    ("The ministers of Fiji and Tonga signed a pact in the presence of the Australian premier.",
     [("SUPPORT", {"FJI", "TON"}, set())]),
    ("Ethiopia expelled 12,000 Eritreans.", [("COERCE", {"ETH"}, {"ERI"})]),
    ("Unions in Chile called a strike to protest a tax.", [("PROTEST", {"CHL"}, set())]),
    ("Mali welcomed the French decision to close the border.",
     [("SUPPORT", {"MLI"}, {"FRA"}), ("COERCE", {"FRA"}, set())]),
])  # fmt: skip
def test_who_does_what_in_official_prose(reader: Any, text: str, expected: list[Side]) -> None:
    assert told(reader, text, "1993-09-08") == expected


def test_the_koreas_are_the_north_and_the_south(reader: Any) -> None:
    text = "North Korea fired a missile. The North later threatened the South with a strike."
    assert ("THREATEN", {"PRK"}, {"KOR"}) in told(reader, text, "2009-10-05")


def test_when_prisoners_were_taken_is_not_when_they_are_freed(reader: Any) -> None:
    (event,) = reader.read("Uganda freed 20 rebels captured in 1996.", published="2001-03-05").events
    assert (event.status, event.when) == ("occurred", None)
