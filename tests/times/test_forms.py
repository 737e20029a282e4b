"""Every form of expression alone in a sentence, with its value."""

from __future__ import annotations

import pytest

from dragoman.times import read_times

#: a Tuesday
PUBLISHED = "2022-02-08"


def values(text: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [time.edtf for time in read_times(text, published=published) if time.kind == "date"]


STATED = {
    "They signed on 13 September 2024.": "2024-09-13",
    "They signed on September 13, 2024.": "2024-09-13",
    "They signed on Sept. 13, 2024, in Riga.": "2024-09-13",
    "They signed on Sep 13 2024.": "2024-09-13",
    "They signed on 13th September, 2024.": "2024-09-13",
    "They signed on the 13th of September 2024.": "2024-09-13",
    "They signed on the first of May 2019.": "2019-05-01",
    "They signed on March the eighth, 1998.": "1998-03-08",
    "They signed on Friday, September 13, 2024.": "2024-09-13",
    "They signed on Friday 13 September 2024.": "2024-09-13",
    "They signed on 9/13/2024.": "2024-09-13",
    "They signed on 13/9/2024.": "2024-09-13",
    "They signed on 13.09.2024.": "2024-09-13",
    "They signed on 2024-09-13.": "2024-09-13",
    "They signed at 2024-09-13T10:15:00Z.": "2024-09-13",
    "They signed on 13-Sep-2024.": "2024-09-13",
    "They signed in September 2024.": "2024-09",
    "They signed in September of 2024.": "2024-09",
    "They signed in 2019.": "2019",
    "They signed in the year 2019.": "2019",
    "They signed in mid-2019.": "2019",
    "They signed in late 2021.": "2021",
    "They will sign by end-2023.": "2023",
    "They signed at the end of 2019.": "2019",
    "They signed in early March 2018.": "2018-03",
    "They signed in the evening of Friday, 13 September 2024.": "2024-09-13",
    "They signed on the night of September 13, 2024.": "2024-09-13",
    "They signed in '68.": "1968",
    "They signed in May '98.": "1998-05",
    "They signed in nineteen ninety-six.": "1996",
    "They signed in January nineteen ninety-six.": "1996-01",
    "It was common in the 1990s.": "199X",
    "It was common in the early 1980s.": "198X",
    "It was common in the '70s.": "197X",
    "It was common in the nineties.": "199X",
    "It was common in the 19th century.": "18XX",
    "It was common in the late nineteenth century.": "18XX",
    "They signed in the third quarter of 2021.": "2021-35",
    "They signed in Q3 2020.": "2020-35",
    "They signed in the 1988 third quarter.": "1988-35",
    "They signed in the first half of 2019.": "2019-40",
    "They signed in the summer of 2017.": "2017-22",
    "They signed in spring 2016.": "2016-21",
    "They signed in the winter of 2014.": "2014-24",
    "The budget of fiscal year 2022 was cut.": "2022",
    "The budget of FY 2023 was cut.": "2023",
    "The budget of FY24 was cut.": "2024",
    "They signed around December 22, 2016.": "2016-12-22~",
    "They settled there circa 1850.": "1850~",
    "They signed on Christmas Day 2014.": "2014-12-25",
    "They signed on Good Friday 1998.": "1998-04-10",
    "They met on the last day of April 2021.": "2021-04-30",
    "They met in the second week of October 2021.": "2021-10",
    "They met on the first day of May 2021.": "2021-05-01",
    "They met on the second Monday of May 2021.": "2021-05-10",
    "They met on the last Friday in June 2021.": "2021-06-25",
}

RANGES = {
    "The talks ran from May 14 to 16, 2021.": "2021-05-14/2021-05-16",
    "The talks ran on May 14-16, 2021.": "2021-05-14/2021-05-16",
    "The talks ran on 14-16 May 2021.": "2021-05-14/2021-05-16",
    "The talks ran from 14 to 16 May 2021.": "2021-05-14/2021-05-16",
    "The talks ran between June 3 and 5, 2020.": "2020-06-03/2020-06-05",
    "The talks ran June 30-July 2, 2020.": "2020-06-30/2020-07-02",
    "The talks ran from 30 June 2020 to 2 July 2020.": "2020-06-30/2020-07-02",
    "The talks ran from December 30 to January 2, 2020.": "2019-12-30/2020-01-02",
    "He served from 2014 to 2019.": "2014/2019",
    "He served between 2014 and 2019.": "2014/2019",
    "He served 2014-2019.": "2014/2019",
    "He served 1865-71.": "1865/1871",
    "He served 1999–2001.": "1999/2001",
    "He served from April 1844 through April 1853.": "1844-04/1853-04",
    "The talks ran from Monday to Wednesday.": "2022-01-31/2022-02-02",
    "The talks were held on 14/15 May 2021.": "2021-05-14/2021-05-15",
    "The talks were held on May 14 and 15, 2021.": "2021-05-14/2021-05-15",
}

COUNTED = {
    "They met today.": "2022-02-08",
    "They met tonight.": "2022-02-08",
    "They met this morning.": "2022-02-08",
    "They met earlier today.": "2022-02-08",
    "They met yesterday.": "2022-02-07",
    "They met late yesterday.": "2022-02-07",
    "They met last night.": "2022-02-07",
    "They met the day before yesterday.": "2022-02-06",
    "They will meet tomorrow.": "2022-02-09",
    "They will meet the day after tomorrow.": "2022-02-10",
    "They met on Tuesday.": "2022-02-08",
    "They met on Monday.": "2022-02-07",
    "They met on Monday night.": "2022-02-07",
    "They met on Wednesday.": "2022-02-02",
    "They met last Tuesday.": "2022-02-01",
    "They will meet on Friday.": "2022-02-11",
    "They will meet next Tuesday.": "2022-02-15",
    "They will meet this coming Friday.": "2022-02-11",
    "They met on Tuesday of last week.": "2022-02-01",
    "They met last week.": "2022-01-31/2022-02-06",
    "They met earlier this week.": "2022-02-07/2022-02-13",
    "They will meet next week.": "2022-02-14/2022-02-20",
    "They met over the weekend.": "2022-02-05/2022-02-06",
    "They will meet this weekend.": "2022-02-12/2022-02-13",
    "They met last month.": "2022-01",
    "They met earlier this month.": "2022-02",
    "They will meet next month.": "2022-03",
    "They met last year.": "2021",
    "They met this year.": "2022",
    "They will meet later in the year.": "2022",
    "They met a year ago.": "2021",
    "They met three days ago.": "2022-02-05",
    "They met two weeks ago.": "2022-01-24/2022-01-30",
    "They met five months ago.": "2021-09",
    "They met a decade ago.": "2012~",
    "They met half a century ago.": "1972~",
    "They will meet two weeks from now.": "2022-02-21/2022-02-27",
    "They met last quarter.": "2021-36",
    "They met last summer.": "2021-22",
    "They will meet next spring.": "2022-21",
    "They met in June last year.": "2021-06",
    "They met on June 3 last year.": "2021-06-03",
    "They met in last year's third quarter.": "2021-35",
    "They met in the week beginning 7 June 2021.": "2021-06-07/2021-06-13",
    "They met in the week of June 7, 2021.": "2021-06-07/2021-06-13",
    "They met on the eve of May 9, 2021.": "2021-05-08",
    "They met two days after June 18, 2021.": "2021-06-20",
}

YEARLESS = {
    "They met on January 27.": "2022-01-27",
    "They met on December 3.": "2021-12-03",
    "They met in June.": "2021-06",
    "They met in mid-January.": "2022-01",
    "They met in January.": "2022-01",
    "They will meet on March 3.": "2022-03-03",
    "On February 10, the United States and Israel will hold talks.": "2022-02-10",
    "They will meet in June.": "2022-06",
    "The vote is scheduled for May 22.": "2022-05-22",
    "The vote is to be held from May 22 to June 3.": "2022-05-22/2022-06-03",
    "They met in the fall.": "2021-23",
    "They met on Christmas Day.": "2021-12-25",
    "They met on New Year's Day.": "2022-01-01",
}

WITHOUT_PUBLICATION = {
    "They met on September 13.": "XXXX-09-13",
    "They met in June.": "XXXX-06",
    "They will meet in the spring.": "XXXX-21",
    "They met on May 14-16.": "XXXX-05-14/XXXX-05-16",
    "They met on Christmas Day.": "XXXX-12-25",
    "They met on Tuesday.": None,
    "They met today.": None,
    "They met last month.": None,
    "They met two weeks ago.": None,
    "They met on Good Friday.": None,
}


@pytest.mark.parametrize(("text", "edtf"), {**STATED, **RANGES, **COUNTED, **YEARLESS}.items())
def test_one_expression_has_its_value(text: str, edtf: str) -> None:
    assert values(text) == [edtf]


@pytest.mark.parametrize(("text", "edtf"), {**STATED, **WITHOUT_PUBLICATION}.items())
def test_without_publication_nothing_is_guessed(text: str, edtf: str | None) -> None:
    assert values(text, None) == [edtf]


LENGTHS = {
    "They talked for three days.": ("duration", "P3D"),
    "They paid a three-day visit.": ("duration", "P3D"),
    "They talked for two and a half years.": ("duration", "P2.5Y"),
    "They talked for several months.": ("duration", "PXM"),
    "They talked for decades.": ("duration", "PX0Y"),
    "It has grown over the past two months.": ("duration", "P2M"),
    "It has grown over the past few years.": ("duration", "PXY"),
    "They have been allies for twenty-five years.": ("duration", "P25Y"),
    "They talked for 90 minutes.": ("duration", "PT90M"),
    "They talked for half a decade.": ("duration", "P5Y"),
    "They talked for a quarter of a century.": ("duration", "P25Y"),
    "They talked for another dozen years.": ("duration", "P12Y"),
    "They talked for two dozen days.": ("duration", "P24D"),
    "They meet every Tuesday.": ("set", "XXXX-WXX-2"),
    "They meet on Tuesdays.": ("set", "XXXX-WXX-2"),
    "They meet in summers.": ("set", "XXXX-22"),
    "They met over the past three summers.": ("set", "XXXX-22"),
    "They meet twice per year.": ("set", "P1Y"),
    "They meet every other year.": ("set", "P2Y"),
    "They meet annually.": ("set", "P1Y"),
    "They meet every two years.": ("set", "P2Y"),
    "They meet each July.": ("set", "XXXX-07"),
    "They spoke recently.": ("vague", None),
    "They will meet soon.": ("vague", None),
    "They met in recent days.": ("vague", "PXD"),
    "They will meet in the coming weeks.": ("vague", "PXW"),
    "They met five years after the war.": ("vague", "P5Y"),
    "They met a few years ago.": ("vague", "PXY"),
}


@pytest.mark.parametrize(("text", "wanted"), LENGTHS.items())
def test_lengths_rhythms_and_vague_times_have_no_date(text: str, wanted: tuple[str, str | None]) -> None:
    found = read_times(text, published=PUBLISHED)
    assert [(time.kind, time.value, time.edtf) for time in found] == [(*wanted, None)]


NO_TIMES = (
    "He may visit Rome.",
    "May I ask a question?",
    "Theresa May arrived in Rome.",
    "Mrs. May said that talks went on.",
    "They march on the capital.",
    "June Smith and April Jones arrived.",
    "Prices fall and rivers spring from rocks.",
    "The fall of the capital shocked them.",
    "The general lost 2000 soldiers.",
    "Some 1500 people fled.",
    "Houses burned; 1500 were hurt.",
    "The council adopted Resolution 2249.",
    "They invoked Article 5 of the treaty.",
    "It cost $2000 or €1998.",
    "The Sunday Times reported it.",
    "The Arab Spring changed the region.",
    "They work 24/7 in the office.",
    "Call 555-2010-1998 for details.",
    "Black September was a group.",
    "The Good Friday Agreement holds.",
    "A second meeting failed.",
    "The share was 1.5 of the total, or 1,998 tons.",
    "He is a 35-year-old diplomat.",
    "It is codified at 50 U.S.C. 1622.",
    "The Thirty Years' War devastated them.",
    "Room 1998 was empty.",
)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [time.text for time in read_times(text, published=PUBLISHED)] == []


ATTACKS = ("the September 11 attacks", "the 9/11 attacks", "the Sept. 11 terrorist attacks")


@pytest.mark.parametrize("name", ATTACKS)
def test_attacks_named_by_their_day_keep_their_year(name: str) -> None:
    assert values(f"Since {name}, flights changed.") == ["2001-09-11"]


def test_a_number_of_people_after_a_day_is_no_year() -> None:
    assert values("On May 14, 2000 people fled.") == ["2021-05-14"]
    assert values("On May 14, 16 people fled.") == ["2021-05-14"]
