"""How shares and their bases are said."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.shares import ClassShare, distribution
from parkindex.charts.survey_words import base_words, headline, in_sentence, ranged, share_text, share_words
from parkindex.evidence.rows import Relation

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


@pytest.mark.parametrize(
    ("relation", "label", "zh_words", "en_words"),
    [
        ("=", "60%", "60%", "60%"),
        (">", ">60%", "超过60%", "more than 60%"),
        (">=", "≥60%", "不低于60%", "at least 60%"),
        ("<", "<60%", "不足60%", "less than 60%"),
        ("<=", "≤60%", "不超过60%", "at most 60%"),
        ("≈", "≈60%", "约60%", "about 60%"),
    ],
)
def test_relations(relation: Relation, label: str, zh_words: str, en_words: str, zh: Setting, en: Setting) -> None:
    row = ClassShare("a", None, 60.0, relation)
    assert share_text(row, zh) == label
    assert share_words(row, zh) == zh_words
    assert share_words(row, en) == en_words


def test_a_share_that_is_not_printed_is_a_dash(zh: Setting) -> None:
    assert share_text(ClassShare("a", None, math.nan, ">"), zh) == "–"


@pytest.mark.parametrize(
    ("code", "zh_base", "en_base"),
    [
        (
            "location",
            "n = 21（原报告称以22家计",
            "n = 21 (the text says 22, but the shares fit only 21, taken as cut off",
        ),
        (
            "area",
            "n = 19（原报告称以22家计，所载比例只与19相容）",
            "n = 19 (the text says 22, but the shares fit only 19)",
        ),
        ("downstream", "n = 22（原报告所述）", "n = 22 (as stated)"),
        (
            "investment",
            "n未刊载，与n = 11或22相容",
            "n not printed; compatible with n = 11 or 22, if one share was moved",
        ),
        ("development_mode", "n未刊载，与n = 10或20相容", "n not printed; compatible with n = 10 or 20"),
        ("age", "n未刊载，22以内没有任何一个基数", "n not printed; no single base up to 22 gives all printed shares"),
        ("vacancy", "n未刊载", "n not printed"),
        ("profit_source", "n未刊载，有11个值可能", "n not printed; 11 values of n would fit"),
    ],
)
def test_bases_of_2019(report_2019: Edition, code: str, zh_base: str, en_base: str, zh: Setting, en: Setting) -> None:
    found = distribution(report_2019.dataset, code)
    assert found is not None
    assert base_words(found, zh).startswith(zh_base)
    assert base_words(found, en).startswith(en_base)


def test_counted_answers_have_a_plain_base(sample_22: Edition, en: Setting) -> None:
    found = distribution(sample_22.dataset, "location")
    assert found is not None
    assert base_words(found, en) == f"n = {found.n}"


@pytest.mark.parametrize(
    ("code", "zh_title", "en_title"),
    [
        ("area", "53%的园区面积在3万m²以下", "53% of parks have a floor area of under 30,000 m²"),
        ("age", "82%的园区运营年限不足2年", "82% of parks have operated for under 2 years"),
        ("vacancy", "约50%的园区空置率在30%—50%", "about 50% of parks have a vacancy rate of 30–50%"),
        ("established", "80%的园区成立时间不超过2年", "80% of parks are at most 2 years old"),
        (
            "downstream",
            "超过60%的园区下游产业缺乏支撑",
            "more than 60% of parks have no support from downstream industry",
        ),
        (
            "location",
            "“靠近高速公路”最多（71.4%），“位于主城区”最少（33.3%）",
            "“Near a motorway” is the most frequent answer (71.4%), “In the main urban area” the least (33.3%)",
        ),
    ],
)
def test_headlines_of_2019(
    report_2019: Edition, code: str, zh_title: str, en_title: str, zh: Setting, en: Setting
) -> None:
    found = distribution(report_2019.dataset, code)
    assert found is not None
    assert headline(found, code, zh) == zh_title
    assert headline(found, code, en) == en_title


def test_options_stand_within_a_sentence() -> None:
    assert in_sentence("Under 2 years") == "under 2 years"
    assert in_sentence("CNY 1 billion and over") == "CNY 1 billion and over"
    assert in_sentence("30–50%") == "30–50%"
    assert (ranged("不足2年"), ranged("1—2年")) == ("不足2年", "在1—2年")
