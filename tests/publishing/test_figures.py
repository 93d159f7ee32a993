"""Every figure by name: titles of the 2019 report word for word, and rules that hold for any edition."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

import pytest

from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.edition import open_edition
from parkindex.framework.text import Language
from parkindex.publishing.figures import FIGURES
from parkindex.sample.sample import write_sample

if TYPE_CHECKING:
    from pathlib import Path

    from parkindex.edition import Edition

LANGUAGES: tuple[Language, ...] = get_args(Language)

MISSING_IN_2019 = {
    "universities",
    "high-tech-firms",
    "operators",
    "occupancy-age",
    "occupancy-top",
    "vacancy-by-age",
    "vacancy-by-place",
}
"""Figures whose numbers the text version of the 2019 report lost together with its charts."""

TITLES_2019 = {
    "rank-intervals": "Three of 22 ranks are firm; the least certain is that of Qingdao Chain Bay (5–12)",
    "rank-probabilities": "China Hangzhou is first in 53% of 10,000 draws, Guangzhou Yimi in 47%",
    "pairwise": "22 of 231 pairs of parks cannot be told apart",
    "sobol-indices": "“Aggregation” (56%) and “Normalisation” (52%) move the ranks most, interactions included",
    "weight-stability": "The leader changes once “Capital support” weighs less than 9.8% instead of 15%",
    "national-documents": "Five national documents and speeches came between December 2016 and May 2018",
    "parks-by-region": "Twelve of 22 parks stand in one region, East China",
    "parks-by-province": "Thirteen of 22 parks stand in Zhejiang, Guangdong and Shanghai",
    "parks-by-city": "Eleven of 22 parks stand in Hangzhou, Shanghai and Guangzhou",
    "parks-tile-map": "Eleven of 34 provincial divisions have a park",
    "parks-point-map": "Fourteen of 22 parks stand in coastal cities, 63.6%",
    "age-classes": "80% of parks are at most 2 years old",
    "guidance-map": "Twelve provinces are said to have guidance policies; eight are named",
    "downstream-support": "More than 60% of parks have no support from downstream industry",
    "funds": "The largest fund, Xiong’an Global Blockchain Innovation Fund, holds 57.6% of the money",
    "funds-by-city": "Hangzhou and Changsha hold 78.7% of the money",
    "funds-national-share": "The listed funds add up to CNY 17.35 billion, about 43.4% of all industry funds",
    "size-classes": "53% of parks have a floor area of under 30,000 m²",
    "investment-classes": "46% of parks have an investment of under CNY 100 million",
    "development-mode": "About 70% of parks are government-led",
    "support-matrix": "Huangpu District, Guangzhou covers most, 10 of 10 categories; Loudi covers least, 2",
    "support-breadth": "Broader schemes tend to have more stars (Spearman 0.90)",
    "operating-age": "82% of parks have operated for under 2 years",
    "vacancy-classes": "About 50% of parks have a vacancy rate of 30–50%",
    "framework-tree": "Of four pillars, “Recruitment and operation” weighs most (45%)",
    "contributions": (
        "China Hangzhou leads with 105.51 points; “Recruitment and operation” makes up 31.1% of all points"
    ),
    "tier-scores": "The three tiers hold 6, 6 and 10 parks; first and last are 55.23 points apart",
}


@pytest.fixture(scope="module", params=["2019", "sample"])
def edition(request: pytest.FixtureRequest, report_2019: Edition, sample_22: Edition) -> Edition:
    return report_2019 if request.param == "2019" else sample_22


def built(edition: Edition) -> list[tuple[str, Language, Chart]]:
    """Return every figure that the edition allows, in both languages."""
    return [
        (name, language, chart)
        for name, build in FIGURES.items()
        for language in LANGUAGES
        if isinstance(chart := build(edition, language), Chart)
    ]


@pytest.mark.parametrize("name", TITLES_2019)
def test_titles_of_2019(report_2019: Edition, name: str) -> None:
    chart = FIGURES[name](report_2019, "en")
    assert isinstance(chart, Chart)
    assert chart.title == TITLES_2019[name]


@pytest.mark.parametrize("name", sorted(MISSING_IN_2019))
def test_what_2019_does_not_print_is_said_and_not_drawn(report_2019: Edition, name: str) -> None:
    found = FIGURES[name](report_2019, "zh")
    assert isinstance(found, Unavailable)
    assert found.reason.zh.endswith("。")
    assert found.reason.en.endswith(".")


def test_everything_else_is_drawn_in_2019(report_2019: Edition) -> None:
    drawn = {name for name, _, _ in built(report_2019)}
    # the default method of 2019 treats no outliers
    assert drawn == set(FIGURES) - MISSING_IN_2019 - {"treated-indicators"}


def test_the_sample_draws_every_figure(sample_22: Edition) -> None:
    on_no_grid = {"audit-lattice"}
    assert {name for name, _, _ in built(sample_22)} | on_no_grid == set(FIGURES)


def test_a_figure_carries_its_name_and_is_marked_when_synthetic(edition: Edition) -> None:
    for name, language, chart in built(edition):
        assert chart.name == name
        assert chart.language == language
        assert chart.synthetic == edition.about.synthetic


def test_a_figure_says_answer_measure_source_and_content(edition: Edition) -> None:
    base = re.compile(r"n = \d|n未刊载|n not printed")
    for name, language, chart in built(edition):
        assert chart.title, name
        assert not chart.title.endswith(("。", ".")), name
        assert base.search(chart.subtitle) or name == "framework-tree", (name, chart.subtitle)
        assert chart.note.startswith("来源：" if language == "zh" else "Source: "), name
        assert len(chart.alt) > 12, name
        assert chart.alt.endswith("。" if language == "zh" else "."), name


def test_data_is_json_without_missing_numbers_in_disguise(edition: Edition) -> None:
    for name, _, chart in built(edition):
        record = json.loads(chart.to_json())
        assert record["kind"] == chart.kind
        words = (chart.title, chart.subtitle, chart.alt)
        assert not any(re.search(r"\b(nan|None|inf)\b", text) for text in words), name


def test_english_has_no_han_and_chinese_its_own_marks(report_2019: Edition) -> None:
    for name, language, chart in built(report_2019):
        words = f"{chart.title} {chart.subtitle} {chart.note}"
        if language == "en":
            assert not re.search(r"[\u4e00-\u9fff，。：；（）]", words), (name, words)
        else:
            assert not re.search(r"[\u4e00-\u9fff][,;:]", words), (name, words)


@pytest.mark.parametrize(("units", "seed"), [(2, 3), (3, 5), (60, 4)])
def test_editions_of_any_size_can_be_drawn(tmp_path: Path, units: int, seed: int) -> None:
    small = open_edition(write_sample(tmp_path / "edition", units, seed))
    drawn = built(small)
    assert len(drawn) >= 40
    for _, _, chart in drawn:
        chart.to_json()
