"""Tables of what lies behind the scores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.structure import NOT_TREATED
from parkindex.publishing.document import Table
from parkindex.publishing.tables import structure

if TYPE_CHECKING:
    from parkindex.edition import Edition


def tabled(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def texts(table: Table, column: int) -> list[str]:
    return [row[column].text for row in table.rows]


def geometric(edition: Edition) -> Edition:
    return replace(edition, about=edition.about.model_copy(update={"method": "geometric"}))


def test_the_indicators_in_numbers(report_2019: Edition, en: Setting, zh: Setting) -> None:
    table = tabled(structure.indicator_summary(report_2019, en))
    assert table.title == "None of the four entries has a distribution that deserves a look"
    assert texts(table, 0) == ["Policy support", "Recruitment and operation", "Research strength", "Capital support"]
    assert texts(table, 2) == ["22"] * 4
    assert texts(table, 6) == ["30.61", "38.65", "22.84", "28.55"]
    assert structure.indicator_summary(report_2019, zh).title == "进入指数的4项的分布均无须特别留意"


def test_flags_are_in_words(sample_22: Edition, zh: Setting) -> None:
    table = structure.indicator_summary(sample_22, zh)
    flagged = [row for row in table.rows if row[-1].text]
    assert f"有{len(flagged)}项" in table.title
    assert any("有极端值" in row[-1].text for row in flagged)
    assert set(structure.FLAGS) == {"scarce", "zeros", "same", "skewed", "few units", "opposed"}


def test_every_moved_value_stands_with_its_unit(sample_22: Edition, report_2019: Edition, zh: Setting) -> None:
    table = tabled(structure.moved_values(sample_22, zh))
    result = sample_22.result()
    assert len(table.rows) == np.count_nonzero(result.outcome.treated)
    assert all(row[2].text != row[3].text for row in table.rows)
    assert structure.moved_values(report_2019, zh) is NOT_TREATED


def test_coherence_of_one_node_and_of_many(report_2019: Edition, sample_22: Edition, en: Setting) -> None:
    alone = tabled(structure.coherence(report_2019, en))
    assert alone.title == (
        "The children of “Overall competitiveness” have an internal consistency (Cronbach’s alpha) of 0.60"
    )
    assert [cell.text for cell in alone.rows[0][1:6]] == ["4", "22", "0.60", "0.51", "49.2"]
    many = tabled(structure.coherence(sample_22, en))
    assert " of six nodes with several children " in many.title
    # of two children the measure of adequacy says nothing
    assert all((row[4].text == "–") == (row[1].text == "2") for row in many.rows)


def test_weights_of_2019(report_2019: Edition, en: Setting) -> None:
    table = tabled(structure.effective_weights(report_2019, en))
    assert texts(table, 2) == ["25.0", "45.0", "15.0", "15.0"]
    assert texts(table, 3) == ["25.0"] * 4
    assert sum(float(text) for text in texts(table, 4)) == pytest.approx(100, abs=0.2)
    assert table.title == "Four of four effective weights are over 5 percentage points from the nominal one"
    assert any("A sum uses no weights" in note for note in table.notes)


def test_families_without_shares_keep_what_they_explain(sample_22: Edition, zh: Setting) -> None:
    table = tabled(structure.effective_weights(geometric(sample_22), zh))
    assert table.title == "各节点单独解释的上级方差"
    assert set(texts(table, 4)) == {"–"}
    assert "–" not in texts(table, 5)
    assert any("没有找到" in note for note in table.notes)
