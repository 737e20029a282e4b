"""What an expression means in a text: dates told before, the year of the passage, tense, neighbours."""

from __future__ import annotations

import pytest

from dragoman.times import TimeMention, read_times

PUBLISHED = "2024-09-14"


def dates(text: str, published: str | None = PUBLISHED, tense: str | None = None) -> list[str | None]:
    found = read_times(text, published=published, tense_at=(lambda at: tense) if tense else None)
    return [time.edtf for time in found if time.kind == "date"]


def only(text: str, published: str | None = PUBLISHED) -> TimeMention:
    (found,) = read_times(text, published=published)
    return found


CHAINS = {
    "He arrived on June 18. The subsequent day he left.": ["2024-06-18", "2024-06-19"],
    "He arrived on June 18. The next day he left.": ["2024-06-18", "2024-06-19"],
    "He arrived on June 18. The day after, he left.": ["2024-06-18", "2024-06-19"],
    "He arrived on June 18. A day later he left.": ["2024-06-18", "2024-06-19"],
    "He left on June 18. He had come the previous day.": ["2024-06-18", "2024-06-17"],
    "He left on June 18. He had come two days earlier.": ["2024-06-18", "2024-06-16"],
    "He left on June 18. On the same day it rained.": ["2024-06-18", "2024-06-18"],
    "He left on June 18. It rained later that day.": ["2024-06-18", "2024-06-18"],
    "They met on March 3, 1998. The following month they signed.": ["1998-03-03", "1998-04"],
    "They met on March 3, 1998. A year later they signed.": ["1998-03-03", "1999"],
    "They met on March 3, 1998. Two weeks later they signed.": ["1998-03-03", "1998-03-16/1998-03-22"],
    "They met on March 3, 1998. They signed in May of the same year.": ["1998-03-03", "1998-05"],
    "They met on March 3, 1998. The following Friday they signed.": ["1998-03-03", "1998-03-06"],
    "They met in October 1998. They signed the following March.": ["1998-10", "1999-03"],
    "They met from June 3 to 5, 2020. The next day they signed.": ["2020-06-03/2020-06-05", "2020-06-06"],
    "They met on May 31. The following day, June 1, they signed.": ["2024-05-31", "2024-06-01", "2024-06-01"],
    "They met on December 31, 2019. The next day they signed.": ["2019-12-31", "2020-01-01"],
}

CHAINS |= {
    "They met on May 24, 2021, and again on the 27th.": ["2021-05-24", "2021-05-27"],
    "They met on May 24, 2021, and again on the 2nd.": ["2021-05-24", "2021-06-02"],
    "They met on May 24, 2021, on the 27th floor.": ["2021-05-24"],
    "They met on May 24, 2021. That evening they signed.": ["2021-05-24", "2021-05-24"],
    "They met on May 24, 2021. The following morning they left.": ["2021-05-24", "2021-05-25"],
    "They met on May 24, 2021, having come the night before.": ["2021-05-24", "2021-05-23"],
    "They met on May 24, 2021. Earlier in the day they had eaten.": ["2021-05-24", "2021-05-24"],
}
WITHOUT_YEAR = {
    "He arrived on June 18. The subsequent day he left.": ["XXXX-06-18", "XXXX-06-19"],
    "He arrived on June 30. Two days later he left.": ["XXXX-06-30", "XXXX-07-02"],
    "He arrived on February 28. The next day he left.": ["XXXX-02-28", None],
    "The next day he left.": [None],
}


@pytest.mark.parametrize(("text", "wanted"), CHAINS.items())
def test_counting_goes_from_the_date_told_before(text: str, wanted: list[str]) -> None:
    assert dates(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), WITHOUT_YEAR.items())
def test_counting_without_a_year_keeps_it_open(text: str, wanted: list[str | None]) -> None:
    assert dates(text, None) == wanted


def test_counting_from_a_date_told_before_is_marked_and_explained() -> None:
    *_, last = read_times("He arrived on June 18. The subsequent day he left.", published=PUBLISHED)
    assert last.relative_to_text
    assert last.basis == "the day after 2024-06-18 (told before)"


def test_the_year_of_a_passage_wins_over_publication() -> None:
    text = "In 1962 the two sides quarrelled. On March 3 envoys left. In June they came back."
    assert dates(text, "2022-05-01") == ["1962", "1962-03-03", "1962-06"]


def test_the_year_of_a_full_date_holds_for_the_next_days() -> None:
    text = "On June 18, 1962, envoys came. On June 20 they left, and on January 5, 1963, came back."
    assert dates(text, "2022-05-01") == ["1962-06-18", "1962-06-20", "1963-01-05"]


def test_a_newer_full_date_takes_over_the_passage() -> None:
    text = "On April 19, 1853, he came. His heir, named June 20, 1858, left on July 3."
    assert dates(text) == ["1853-04-19", "1858-06-20", "1858-07-03"]


def test_a_day_behind_the_one_told_last_leaves_the_passage() -> None:
    text = "Envoys signed on June 18, 2019. Talks resumed on January 10."
    assert dates(text) == ["2019-06-18", "2024-01-10"]


def test_a_day_behind_the_one_told_last_stays_in_its_sentence() -> None:
    assert dates("On August 12, 1998, after a vote on July 6, it joined.") == ["1998-08-12", "1998-07-06"]


def test_a_year_that_names_a_thing_is_the_year_of_its_month() -> None:
    assert dates("At the 2021 summit in June they pledged aid.") == ["2021", "2021-06"]


def test_a_birthday_does_not_carry_the_tale() -> None:
    text = "The minister, born July 17, 1954, met the envoy on March 3."
    assert dates(text) == ["1954-07-17", "2024-03-03"]


def test_the_date_of_a_document_does_not_carry_the_tale() -> None:
    text = "Under the accord of May 3, 2019, envoys met on June 5."
    assert dates(text) == ["2019-05-03", "2024-06-05"]


def test_the_year_of_a_passage_ends_with_its_paragraph() -> None:
    text = "In 1962 the two sides quarrelled.\n\nThe envoys met on March 3."
    assert dates(text, "2022-05-01") == ["1962", "2022-03-03"]


def test_the_year_turns_with_december_in_a_tale() -> None:
    assert dates("On December 20, 1998, envoys came. On January 5 they left.") == ["1998-12-20", "1999-01-05"]


def test_a_year_in_passing_does_not_govern() -> None:
    text = "The minister, in office since 2017, met the envoy on June 3."
    assert dates(text) == ["2017", "2024-06-03"]


def test_a_day_to_come_in_a_historic_passage_counts_from_publication() -> None:
    text = "In 1962 they quarrelled. Their envoys will meet on October 3."
    assert dates(text) == ["1962", "2024-10-03"]


def test_a_shared_year_reaches_back() -> None:
    assert dates("They met on February 10 and October 5, 1998.") == ["1998-02-10", "1998-10-05"]
    assert dates("They met in June and July 2020.") == ["2020-06", "2020-07"]


@pytest.mark.parametrize(
    ("tense", "wanted"), [("past", "2024-09-09"), ("future", "2024-09-16"), (None, "2024-09-09")]
)
def test_tense_gives_the_direction_of_a_weekday(tense: str | None, wanted: str) -> None:
    assert dates("Envoys on Monday.", tense=tense) == [wanted]


@pytest.mark.parametrize(("tense", "wanted"), [("past", "2023-11-05"), ("future", "2024-11-05")])
def test_tense_gives_the_direction_of_a_day(tense: str, wanted: str) -> None:
    assert dates("The vote on November 5.", tense=tense) == [wanted]


def test_a_recent_day_in_a_clause_about_the_future_is_past() -> None:
    assert dates("They will build on the September 9 call.") == ["2024-09-09"]


def test_a_participle_dates_its_own_act() -> None:
    assert dates("They will free those detained on July 11.", tense="future") == ["2024-07-11"]
    assert dates("They will follow the agenda agreed in Riga in August.", tense="future") == ["2024-08"]
    assert dates("The accord will be signed on November 5.", tense="future") == ["2024-11-05"]


def test_a_weekday_settles_the_year_of_its_day() -> None:
    assert dates("They met on Saturday, April 25.", "1998-05-01") == ["1998-04-25"]
    assert dates("They met on Wednesday, September 13.") == ["2023-09-13"]


def test_a_dateline_stands_in_for_publication() -> None:
    found = read_times("RIGA, 14 September 2024 - Envoys met on Monday.")
    assert [time.edtf for time in found] == ["2024-09-14", "2024-09-09"]
    assert found[1].basis == "'Monday' counted back from the dateline 2024-09-14"


def test_a_date_of_an_event_at_the_start_is_no_dateline() -> None:
    assert dates("On 14 September 2024 envoys met. They left on Monday.", None) == ["2024-09-14", None]


def test_publication_of_a_month_gives_years_but_no_days() -> None:
    assert dates("They met last year, in June, on Monday.", "2024-09") == ["2023", "2024-06", None]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("They met on 3 May 2019.", "stated"),
        ("They met on Tuesday.", "'Tuesday' counted back from publication 2024-09-14"),
        ("They met on Saturday.", "'Saturday' is the day of publication 2024-09-14"),
        ("They met on June 3.", "year taken from publication"),
        ("They met on December 3.", "the last such time before publication 2024-09-14"),
        ("They met late in 2019.", "stated; the words name a part of it"),
        ("They met around May 3, 2019.", "stated; about"),
        ("They met on 3/4/2019.", "stated, read month first"),
        ("They met today.", "'today' is the day of publication 2024-09-14"),
    ],
)
def test_the_basis_says_how(text: str, basis: str) -> None:
    assert only(text).basis == basis


def test_the_basis_says_what_is_missing() -> None:
    assert only("They met on June 3.", None).basis == "year not stated"
    assert only("They met today.", None).basis == "'today' counts from a publication date that is not given"
    assert only("They met on 31 June 2019.").basis == "no such day in 2019"


def test_moving_a_date_is_no_range() -> None:
    assert dates("They postponed the vote from June 5 to July 8.") == ["2024-06-05", "2024-07-08"]


def test_a_paragraph_break_parts_words() -> None:
    assert [time.text for time in read_times("They met in June\n\n14 people came.")] == ["June"]


def test_sentences_and_paragraphs_of_the_caller_are_used() -> None:
    text = "In 1962 they met. On March 3 they left."
    found = read_times(text, published=PUBLISHED, sentences=[(0, 17), (18, 39)], paragraphs=[0, 18])
    assert [time.edtf for time in found] == ["1962", "2024-03-03"]
