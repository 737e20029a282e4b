from __future__ import annotations

import pytest

from evaluation.matching import (
    Party,
    Sentences,
    event_of,
    match,
    parties_right,
    party_of,
    same_parties,
    same_party,
)

TEXT = "Peru praised Chile on Monday. Chile thanked Peru. The ministers met in Lima."


def event(kind: str, trigger: str, actors: list[dict], recipients: list[dict], **rest: object) -> dict:
    start = TEXT.index(trigger)
    return {
        "type": kind, "trigger": {"text": trigger, "span": [start, start + len(trigger)]},
        "actors": actors, "recipients": recipients, **rest,
    }  # fmt: skip


PERU, CHILE = {"text": "Peru", "country": "PER"}, {"text": "Chile", "country": "CHL"}


def test_parties_of_one_country_are_the_same():
    assert same_party(party_of({"text": "Lima", "country": "PER"}), party_of(PERU))
    assert not same_party(party_of(CHILE), party_of(PERU))


def test_parties_without_a_country_are_compared_by_telling_words():
    council = party_of({"text": "the Security Council of the United Nations"})
    assert same_party(council, party_of("UN Security Council"))
    assert not same_party(party_of("the President of the Council"), party_of("the President of the Court"))


def test_sets_of_parties_count_a_country_once():
    twice = [party_of(PERU), party_of({"text": "Lima", "country": "PER"})]
    assert same_parties(twice, [party_of(PERU)])
    assert same_parties([], [])
    assert not same_parties([], [party_of(PERU)])
    assert not same_parties([party_of(PERU)], [])


def test_symmetric_types_ignore_who_is_named_first():
    gold = event_of(event("CONSULT", "met", [PERU], [CHILE]), TEXT)
    turned = event_of(event("CONSULT", "met", [CHILE], [PERU]), TEXT)
    assert parties_right(turned, gold)
    accused = event_of(event("ACCUSE", "praised", [PERU], [CHILE]), TEXT)
    assert not parties_right(event_of(event("ACCUSE", "praised", [CHILE], [PERU]), TEXT), accused)


def test_match_is_one_to_one_and_prefers_overlapping_triggers():
    gold = [event_of(event("SUPPORT", "praised", [PERU], [CHILE]), TEXT)]
    near = event_of(event("SUPPORT", "on Monday", [PERU], [CHILE]), TEXT)
    same = event_of(event("SUPPORT", "praised", [], []), TEXT)
    assert match(gold, [near, same], Sentences(TEXT)) == [(0, 1)]
    assert match(gold, [near], Sentences(TEXT)) == [(0, 0)]


def test_match_needs_the_same_sentence():
    gold = [event_of(event("SUPPORT", "praised", [PERU], [CHILE]), TEXT)]
    later = event_of(event("SUPPORT", "thanked", [CHILE], [PERU]), TEXT)
    assert match(gold, [later], Sentences(TEXT)) == []


@pytest.mark.parametrize("trigger", ["praised", {"text": "praised"}, {"text": "praised", "span": [5, 12]}])
def test_trigger_is_found_in_every_form(trigger: object):
    assert event_of({"type": "SUPPORT", "trigger": trigger}, TEXT).span == (5, 12)


def test_older_type_names_are_renamed():
    assert event_of({"type": "DEMAND", "trigger": None}, TEXT).type == "REQUEST"


def test_sentences_are_cut_at_closing_punctuation_and_lines():
    sentences = Sentences("He left. “Stay,” she said.\nNobody spoke")
    assert [sentences.index(i) for i in (0, 9, 27)] == [0, 1, 2]
    assert sentences.quote(10) == "“Stay,” she said."


def test_party_shows_its_name_and_country():
    assert str(Party("PER", frozenset(), "Peru")) == "Peru (PER)"
