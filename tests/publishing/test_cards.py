"""The cards of the units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.publishing.cards import cards

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.publishing.document import Card


def of(edition: Edition, code: str, language: str = "en") -> Card:
    found = cards(edition, "zh" if language == "zh" else "en").cards
    return next(card for card in found if card.code == code)


def test_there_is_a_card_for_every_unit_best_first(report_2019: Edition, sample_22: Edition) -> None:
    for edition in (report_2019, sample_22):
        found = cards(edition, "zh").cards
        assert tuple(card.code for card in found) == edition.result().order()
        assert all(card.chart.name == f"card-{card.code}" for card in found)
        assert all(len(card.figures) == 4 for card in found)


def test_a_card_of_2019_in_english(report_2019: Edition) -> None:
    card = of(report_2019, "china-hangzhou")
    assert (card.name, card.place) == ("China Hangzhou Blockchain Park", "Xihu District, Hangzhou, Zhejiang")
    assert (card.tier, card.tier_name, card.rank, card.score) == (1, "Tier 1", "No. 1 of 22", "105.51")
    assert (card.figures[0].text, card.figures[0].mark) == ("Policy support 23.85", "11/22")
    assert card.strengths[0] == "Recruitment and operation: no. 4 of 22 with 34.58 points; median of all 26.81"
    assert card.weaknesses == ("Policy support: 23.85 points, below the tier’s median of 25.99",)
    assert card.remarks[:3] == (
        "Rank 1–2 in 90% of 10,000 draws, tier kept in 100%",
        "Under “With binding weights” no. 2 (down 1), Tier 1",
        "Named as beneficiary of 1 special policy",
    )


def test_a_card_of_2019_in_chinese(report_2019: Edition) -> None:
    card = of(report_2019, "longcheng", "zh")
    assert (card.place, card.rank, card.tier_name) == ("辽宁朝阳龙城区", "第22名（共22家）", "第三梯队")
    assert card.strengths == ()
    assert len(card.weaknesses) == 4
    assert card.weaknesses[0] == "政策扶持：第22位，10.23分；全部中位数23.85分"
    assert card.remarks[0] == "10,000次抽样中90%列第22名，100%仍在本梯队"
    assert card.remarks[1].startswith("其他园区不变，达到第二梯队只需：")
    assert card.remarks[2] == "按“权重生效的方法”列第22（不变），第三梯队"


def test_a_municipality_is_not_named_twice(report_2019: Edition) -> None:
    assert of(report_2019, "shanghai-innovation", "zh").place == "上海杨浦区"
    assert of(report_2019, "shanghai-innovation").place == "Yangpu District, Shanghai"


def test_values_that_are_not_a_parks_own_are_counted(sample_22: Edition) -> None:
    remarks = [remark for card in cards(sample_22, "en").cards for remark in card.remarks]
    assert any("lent by its place" in remark for remark in remarks)
    assert any("treated as outliers" in remark for remark in remarks)


def test_without_a_second_method_no_other_rank_is_named(report_2019: Edition) -> None:
    alone = replace(report_2019, about=report_2019.about.model_copy(update={"second_method": None}))
    assert not any("Under “" in remark for card in cards(alone, "en").cards for remark in card.remarks)
