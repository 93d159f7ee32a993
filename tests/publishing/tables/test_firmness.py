"""What a ranking table says of how far its ranks can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.publishing.document import Table
from parkindex.publishing.tables import competitiveness
from parkindex.publishing.tables.firmness import firmness_note, tier_share

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def test_the_ranking_carries_intervals_and_tier_probabilities(report_2019: Edition, en: Setting) -> None:
    table = competitiveness.ranking(report_2019, en)
    assert isinstance(table, Table)
    heads = [column.head for column in table.columns]
    at = heads.index("90% interval")
    assert heads[at + 1] == "Tier kept"
    found = report_2019.uncertainty()
    assert found is not None
    assert found.tier_probabilities is not None
    intervals = found.rank_interval()
    for row, unit in zip(table.rows, report_2019.result().order(), strict=True):
        place = report_2019.result().row(unit)
        low, _, high = row[at].text.partition("–")
        assert (int(low), int(high or low)) == tuple(intervals[place])
        tier = report_2019.result().tier(unit)
        assert tier is not None
        share = 100 * found.tier_probabilities[place, tier - 1]
        assert abs(float(row[at + 1].text.strip("<>")) - share) <= 1


def test_the_note_says_whose_interval_it_is(report_2019: Edition, en: Setting, zh: Setting) -> None:
    found = report_2019.uncertainty()
    assert found is not None
    note = firmness_note(report_2019, found, en)
    assert "belong to “As published”: 10,000 draws" in note
    assert note.endswith("normalisation, weights, aggregation, printed precision and tiers at once")
    assert firmness_note(report_2019, found, zh).endswith("同时变动标准化、权重、合成、刊载精度、分梯队")


def test_without_assumptions_there_is_no_interval(report_2019: Edition, en: Setting) -> None:
    named = dict(report_2019.methods)
    named["published"] = replace(named["published"], assumptions=())
    table = competitiveness.ranking(replace(report_2019, methods=named), en)
    assert isinstance(table, Table)
    assert "90% interval" not in [column.head for column in table.columns]
    assert len(table.notes) == 1


def test_a_unit_outside_all_tiers_has_no_share(report_2019: Edition) -> None:
    found = report_2019.uncertainty()
    assert found is not None
    assert tier_share(report_2019.result().redo(tiers="none"), found, "yimi") == ""
