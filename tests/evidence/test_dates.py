from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkindex.evidence.dates import PartialDate


@pytest.mark.parametrize(
    ("written", "date", "zh", "en"),
    [
        ("2019", PartialDate(2019), "2019年", "2019"),
        ("2019-05", PartialDate(2019, 5), "2019年5月", "May 2019"),
        ("2019-05-31", PartialDate(2019, 5, 31), "2019年5月31日", "31 May 2019"),
        ("2016-02-29", PartialDate(2016, 2, 29), "2016年2月29日", "29 February 2016"),
    ],
)
def test_a_date_keeps_its_precision(written: str, date: PartialDate, zh: str, en: str) -> None:
    assert PartialDate.parse(written) == date
    assert (str(date), date.of("zh"), date.of("en")) == (written, zh, en)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2019-02-31", "no such date: '2019-02-31' (day is out of range for month)"),
        ("2019-13", "no such date: '2019-13' (month must be in 1..12)"),
        ("2019-00", "no such date: '2019-00' (month must be in 1..12)"),
        ("2019-02-29", "no such date: '2019-02-29' (day is out of range for month)"),
        ("0000", "no such date: '0000' (year 0 is out of range)"),
        ("2019-5", "not a date: '2019-5'"),
        ("2019.05", "not a date: '2019.05'"),
        ("2019年5月", "not a date: '2019年5月'"),
        ("２０１９", "not a date: '２０１９'"),
        (" 2019", "not a date: ' 2019'"),
        ("", "not a date: ''"),
    ],
)
def test_what_no_calendar_has_is_refused(written: str, why: str) -> None:
    with pytest.raises(ValueError, match="date") as caught:
        PartialDate.parse(written)
    assert str(caught.value).startswith(why.split(" (", maxsplit=1)[0])


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        PartialDate(2019, None, 3)


def test_the_days_that_a_date_can_mean() -> None:
    assert (PartialDate(2019).first, PartialDate(2019).last) == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert PartialDate(2016, 2).last == dt.date(2016, 2, 29)
    assert PartialDate(2019, 5, 7).first == PartialDate(2019, 5, 7).last == dt.date(2019, 5, 7)


@pytest.mark.parametrize(
    ("first", "later", "years"),
    [
        ("2017-05", "2019-05", 2.0),
        ("2017-12", "2019-05", 17 / 12),
        ("2018-09", "2019-05", 8 / 12),
        ("2017", "2019-05", 2.0),
        ("2017-05-20", "2019-05-19", 23 / 12),
        ("2017-05-20", "2019-05-20", 2.0),
        ("2019-05", "2017-05", -2.0),
    ],
)
def test_years_are_counted_as_precisely_as_the_dates_allow(first: str, later: str, years: float) -> None:
    assert PartialDate.parse(first).years_until(PartialDate.parse(later)) == pytest.approx(years)


def test_dates_are_ordered_by_their_first_day_and_the_finer_one_first() -> None:
    written = ["2019", "2018-12-31", "2019-01", "2019-01-01", "2019-02"]
    assert [str(date) for date in sorted(map(PartialDate.parse, written))] == [
        "2018-12-31", "2019-01-01", "2019-01", "2019", "2019-02",
    ]  # fmt: skip


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_day_survives_writing_and_reading(day: dt.date) -> None:
    date = PartialDate(day.year, day.month, day.day)
    assert PartialDate.parse(str(date)) == date
    assert date.first == day
    assert PartialDate(day.year, day.month).first <= day <= PartialDate(day.year, day.month).last
