"""Intervals, probabilities of ranks and pairs: what they show is what the draws count."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest

from parkindex.analysis.trust import uncertainty_of
from parkindex.analysis.uncertainty.assumptions import VariedWeights
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.charts.uncertainty import (
    MOST_COLUMNS,
    draws_text,
    how_many_firm,
    pairwise,
    places_text,
    probability_text,
    rank_classes,
    rank_intervals,
    rank_probabilities,
)

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def drawn(chart: Chart | Unavailable) -> Chart:
    assert isinstance(chart, Chart)
    return chart


def found(edition: Edition) -> Uncertainty:
    analysis = edition.uncertainty()
    assert analysis is not None
    return analysis


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0%"), (0.001, "<1%"), (0.0099, "<1%"), (0.01, "1%"), (0.534, "53%"), (0.995, ">99%"), (1.0, "100%")],
)
def test_a_probability_is_never_rounded_to_certainty(share: float, text: str) -> None:
    assert probability_text(share) == text


def test_places() -> None:
    assert places_text(5.0, 12.0) == "5–12"
    assert places_text(20.0, 20.0) == "20"
    assert places_text(float("nan"), float("nan")) == "–"


def test_failed_draws_are_said(en: Setting, zh: Setting) -> None:
    lost = cast("Uncertainty", SimpleNamespace(draws=10_000, scored=9_990))
    assert draws_text(lost, en) == "10,000 draws (10 of them failed)"
    assert draws_text(lost, zh) == "10,000次抽样（10次未能计算）"
    whole = cast("Uncertainty", SimpleNamespace(draws=400, scored=400))
    assert draws_text(whole, en) == "400 draws"


@pytest.mark.parametrize(
    ("firm", "text"),
    [(0, "Not one of 22 ranks is firm"), (1, "One of 22 ranks is firm"), (3, "Three of 22 ranks are firm")],
)
def test_how_many(en: Setting, firm: int, text: str) -> None:
    assert how_many_firm(firm, 22, "ranks", en) == text


def test_intervals_of_2019(report_2019: Edition, en: Setting, zh: Setting) -> None:
    chart = drawn(rank_intervals(report_2019.result(), found(report_2019), en))
    assert chart.title == "Three of 22 ranks are firm; the least certain is that of Qingdao Chain Bay (5–12)"
    assert "over 10,000 draws" in chart.subtitle
    bars = {row["label"]: row["bars"][0] for row in chart.data["rows"]}
    assert len(bars) == 22
    assert [bar["value"] for bar in bars.values()] == list(range(1, 23))
    assert all(bar["low"] <= bar["middle"] <= bar["high"] for bar in bars.values())
    assert (bars["Qingdao Chain Bay"]["low"], bars["Qingdao Chain Bay"]["high"]) == (5, 12)
    chinese = drawn(rank_intervals(report_2019.result(), found(report_2019), zh))
    assert chinese.title == "22家中3家的名次是稳的，最不稳的是青岛链湾（第5至12位）"
    assert "青岛链湾第9名（5–12）" in chinese.alt


def test_an_interval_holds_nine_tenths_of_the_draws(report_2019: Edition) -> None:
    analysis = found(report_2019)
    for shares, (low, high) in zip(analysis.rank_probabilities, analysis.rank_interval(), strict=True):
        assert shares[int(low) - 1 : int(high)].sum() >= 0.9


def test_every_rank_with_its_probability(report_2019: Edition, en: Setting) -> None:
    analysis = found(report_2019)
    chart = drawn(rank_probabilities(report_2019.result(), analysis, en))
    assert chart.title == "China Hangzhou is first in 53% of 10,000 draws, Guangzhou Yimi in 47%"
    cells = chart.data["cells"]
    for place, row in enumerate(cells):
        assert sum(cell["value"] or 0.0 for cell in row) == pytest.approx(1.0)
        assert [column for column, cell in enumerate(row) if cell["outlined"]] == [place]
        assert all(bool(cell["text"]) == (cell["value"] is not None) for cell in row)


@pytest.mark.parametrize("units", [5, 26, 27, 60, 130])
def test_ranks_share_columns_where_there_are_many(units: int) -> None:
    analysis: Any = SimpleNamespace(
        tally=SimpleNamespace(classes=SimpleNamespace(width=1)), rank_probabilities=np.eye(units)
    )
    heads, shares = rank_classes(analysis, units)
    assert len(heads) <= MOST_COLUMNS
    assert heads[0][0] == 1
    assert heads[-1][1] == units
    assert all(low == last + 1 for (_, last), (low, _) in itertools.pairwise(heads))
    assert shares.shape == (units, len(heads))
    assert np.allclose(shares.sum(axis=1), 1)


def test_pairs_say_who_is_ahead_and_how_decided_that_is(report_2019: Edition, en: Setting) -> None:
    analysis, result = found(report_2019), report_2019.result()
    chart = drawn(pairwise(result, analysis, en))
    assert chart.title == f"{len(analysis.level_pairs())} of 231 pairs of parks cannot be told apart"
    assert analysis.beats is not None
    first, second = result.row("china-hangzhou"), result.row("yimi")
    ahead = float(analysis.beats[first, second])
    assert chart.data["texts"][1][0] == probability_text(ahead).removesuffix("%")
    assert chart.data["values"][1][0] == max(ahead, 1 - ahead)
    assert min(min(row) for row in chart.data["values"]) >= 0.5


def test_without_an_analysis_the_figures_say_why(report_2019: Edition, en: Setting) -> None:
    for build in (rank_intervals, rank_probabilities, pairwise):
        missing = build(report_2019.result(), None, en)
        assert isinstance(missing, Unavailable)
        assert "nothing" in missing.reason.en


def test_many_units_are_not_compared_pair_by_pair(report_2019: Edition, en: Setting) -> None:
    whole = cast("Any", SimpleNamespace(beats=None))
    missing = pairwise(report_2019.result(), whole, en)
    assert isinstance(missing, Unavailable)
    assert "too many" in missing.reason.en


def test_ranks_that_nothing_moves_are_all_firm(report_2019: Edition, en: Setting) -> None:
    analysis = uncertainty_of(report_2019.result("sound"), (VariedWeights(within=1e-9),), draws=100)
    assert analysis is not None
    chart = drawn(rank_intervals(report_2019.result("sound"), analysis, en))
    assert chart.title == "No rank depends on the assumptions"
    assert {row["text"] for row in chart.data["rows"]} == {str(place) for place in range(1, 23)}
