"""Tests of the figures of an audit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.charts.chart import Chart
from parkindex.charts.setting import Unavailable
from parkindex.charts.svg import render
from parkindex.publishing.auditing import figures

if TYPE_CHECKING:
    from parkindex.audit import Audit
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def held(built: Chart | Unavailable) -> Chart:
    assert isinstance(built, Chart)
    return built


def without(audit: Audit, **changes: object) -> Audit:
    return replace(audit, publication=replace(audit.publication, ranking=replace(audit.publication.ranking, **changes)))  # type: ignore[arg-type]


def test_the_widest_gaps_stand_out_beside_the_cut_offs(audit: Audit, en: Setting) -> None:
    chart = held(figures.gaps(audit, en))
    assert [point["emphasis"] for point in chart.data["points"]] == [False, True, True, True]
    assert chart.title == "Of the 2 widest gaps between totals, 1 lies at a cut-off"
    assert render(chart).startswith("<svg")


def test_gaps_need_totals_and_cut_offs(audit: Audit, en: Setting) -> None:
    assert isinstance(figures.gaps(without(audit, total=None), en), Unavailable)
    assert isinstance(figures.gaps(without(audit, cut_offs=(), tiers=()), en), Unavailable)


def test_where_no_cut_offs_are_printed_tiers_part_midway(audit: Audit, zh: Setting) -> None:
    chart = held(figures.gaps(without(audit, cut_offs=()), zh))
    assert chart.data["cutoffs"] == [{"value": 60.5, "label": "60.5（中点）"}]


def test_tiers_that_count_up_part_in_the_same_places(audit: Audit, zh: Setting) -> None:
    chart = held(figures.gaps(without(audit, cut_offs=(), tiers=(2, 2, 1, 1)), zh))
    assert [cut["value"] for cut in chart.data["cutoffs"]] == [60.5]


def test_what_a_figure_leaves_out_is_said(audit: Audit, en: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "MOST_UNITS", 3)
    chart = held(figures.gaps(audit, en))
    assert len(chart.data["points"]) == 3
    assert chart.subtitle.endswith("n = 4, the first 3 of 4 are shown")


def test_spread_within_places_is_a_share_of_the_whole(audit: Audit, zh: Setting) -> None:
    chart = held(figures.place_spread(audit, zh))
    assert chart.title.startswith("在同一地方之内，“列p”的差异只有全部差异的20.0%")
    assert isinstance(figures.place_spread(without(audit, places=()), zh), Unavailable)


def test_effective_weights_add_up_to_a_hundred(audit: Audit, zh: Setting, en: Setting) -> None:
    chart = held(figures.effective_weights(audit, en))
    values = np.array([row["values"] for row in chart.data["rows"]])
    np.testing.assert_allclose(values.sum(axis=0), 100)
    np.testing.assert_allclose(values[:, 0], [60, 40])
    np.testing.assert_allclose(values[:, 1], [100 * 140 / 230, 100 * 90 / 230])
    assert isinstance(figures.effective_weights(without(audit, total=None), zh), Unavailable)
    other = replace(audit.publication.ranking.columns[0], code="total", cells=tuple(map(Decimal, (7, 3, 9, 1))))
    assert isinstance(figures.effective_weights(without(audit, total=other), zh), Unavailable)


def test_2019_draws_them_all(report_2019: Edition, zh: Setting) -> None:
    audit = report_2019.audit()
    for build in (figures.gaps, figures.place_spread, figures.effective_weights, figures.lattice):
        assert render(held(build(audit, zh))).startswith("<svg")
    assert held(figures.place_spread(audit, zh)).data["rows"][0]["value"] == 0.0


def test_numbers_on_the_grid_lie_at_nought(report_2019: Edition, audit: Audit, en: Setting) -> None:
    chart = held(figures.lattice(report_2019.audit(), en))
    off = [point for point in chart.data["points"] if point["y"]]
    assert len(off) == 8
    assert all(abs(point["y"]) <= 0.5 for point in off)
    assert isinstance(figures.lattice(audit, en), Unavailable)
