"""How values are written."""

from __future__ import annotations

import pytest

from parkindex.evidence.dates import PartialDate
from parkindex.framework.text import Text
from parkindex.publishing.values.value import FORMATS, WRITERS, UnknownValueError, Value, english_ordinal, written

ALPHA, BETA = Text(zh="甲产业园", en="Alpha Park"), Text(zh="乙产业园", en="Beta Park")
SHORT = Text(zh="甲", en="alpha")
NAN = float("nan")


@pytest.mark.parametrize(
    ("value", "formats", "zh", "en"),
    [
        (Value("count", 22), (), "22", "22"),
        (Value("count", 2500), (), "2,500", "2,500"),
        (Value("count", 2), ("words",), "两", "two"),
        (Value("count", 22), ("words",), "22", "22"),
        (Value("count", 2), ("words", "capital"), "两", "Two"),
        (Value("count", 3), ("ordinal",), "第3", "3rd"),
        (Value("count", 4), ("signed",), "+4", "+4"),
        (Value("count", -4), ("signed",), "−4", "−4"),
        (Value("count", 10, relation=">="), (), "至少10", "at least 10"),
        (Value("number", 105.505, decimals=2), ("one",), "105.5", "105.5"),
        (Value("number", 0.5, decimals=2), (), "0.50", "0.50"),
        (Value("number", NAN), (), "–", "–"),
        (Value("percent", 71.4, n=21), (), "71.4%（n\u00a0=\u00a021）", "71.4% (n\u00a0=\u00a021)"),
        (Value("percent", 71.4, n=21), ("bare",), "71.4%", "71.4%"),
        (Value("percent", 71.4, n=21), ("bare", "whole"), "71%", "71%"),
        (
            Value("percent", 60.0, n_known=False, relation=">"),
            (),
            "超过60%（样本数未刊载）",
            "more than 60% (n not printed)",
        ),
        (Value("percent", 60.0, n_known=False, relation=">"), ("bare", "plain"), "60%", "60%"),
        (Value("percent", 25.0), (), "25%", "25%"),
        (
            Value("percent", 40.0, n=22, relation="<"),
            ("capital",),
            "不足40%（n\u00a0=\u00a022）",
            "Less than 40% (n\u00a0=\u00a022)",
        ),
        (Value("date", PartialDate(2019, 5)), (), "2019年5月", "May 2019"),
        (Value("name", ALPHA, short=SHORT), (), "甲产业园", "Alpha Park"),
        (Value("name", ALPHA, short=SHORT), ("short",), "甲", "alpha"),
        (Value("name", ALPHA, short=SHORT), ("short", "capital"), "甲", "Alpha"),
        (Value("name", ALPHA), ("short",), "甲产业园", "Alpha Park"),
        (Value("names", (ALPHA, BETA)), (), "甲产业园和乙产业园", "Alpha Park and Beta Park"),
        (Value("names", ()), (), "无", "none"),
        (Value("text", ALPHA), (), "甲产业园", "Alpha Park"),
    ],
)
def test_written(value: Value, formats: tuple[str, ...], zh: str, en: str) -> None:
    assert (written(value, "zh", formats), written(value, "en", formats)) == (zh, en)


def test_money_is_scaled_in_each_language() -> None:
    value = Value("money", 173.5, unit="yuan_100m", relation="≈")
    assert written(value, "zh") == "约173.5亿元"
    english = written(value, "en")
    assert english.startswith("about ")
    assert "17.35 billion" in english


@pytest.mark.parametrize(
    ("value", "unsuited"),
    [(Value("name", ALPHA), "words"), (Value("count", 1), "short"), (Value("number", 1.0), "bare")],
)
def test_a_format_that_does_not_suit_names_those_that_do(value: Value, unsuited: str) -> None:
    with pytest.raises(UnknownValueError) as raised:
        written(value, "zh", (unsuited,))
    assert raised.value.asked == unsuited
    assert raised.value.known
    assert unsuited not in raised.value.known
    for known in raised.value.known:
        assert written(value, "en", (known,))


def test_every_kind_has_a_writer_and_every_format_suits_some_kind() -> None:
    assert all(kinds and kinds <= set(WRITERS) for kinds, _ in FORMATS.values())


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st"), (113, "113th")],
)
def test_english_ordinals(number: int, ordinal: str) -> None:
    assert english_ordinal(number) == ordinal
