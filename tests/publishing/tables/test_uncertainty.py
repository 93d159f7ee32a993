"""Tables of uncertainty: assumptions with their reasons, probabilities, indices, leave-one-out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parkindex.analysis.uncertainty.assumptions import (
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.charts.setting import Unavailable
from parkindex.publishing.document import Table
from parkindex.publishing.tables import uncertainty

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition


def held(table: Table | Unavailable) -> Table:
    assert isinstance(table, Table)
    return table


def plain(edition: Edition, method: str = "published") -> Edition:
    """Return the edition with a method that states no assumptions."""
    named = dict(edition.methods)
    named[method] = replace(named[method], assumptions=())
    return replace(edition, methods=named, about=edition.about.model_copy(update={"method": method, "draws": 200}))


def test_assumptions_with_what_varies_and_why(report_2019: Edition, en: Setting, zh: Setting) -> None:
    table = held(uncertainty.assumptions(report_2019, en))
    assert table.title == "Five assumptions vary at once in each of 10,000 draws"
    rows = {row[0].text: (row[1].text, row[2].text) for row in table.rows}
    assert list(rows) == ["Normalisation", "Weights", "Aggregation", "Printed precision", "Tiers"]
    assert rows["Normalisation"][0].startswith("One of: goalposts (the full mark of each pillar is the scale")
    assert rows["Weights"][0] == "Each within ±25% of itself, then rescaled to their sum"
    assert rows["Printed precision"][0] == "Every value within ±0.005"
    assert all(reason.endswith(".") for _, reason in rows.values())
    assert table.notes[-1] == "No draw failed"
    assert held(uncertainty.assumptions(report_2019, zh)).title == "每次抽样同时变动5项假设，共10,000次抽样"


def test_failed_draws_are_told_with_their_causes(report_2019: Edition, en: Setting) -> None:
    found = report_2019.uncertainty()
    assert found is not None
    tally = replace(found.tally, draws=10_003, failed=3, failures=Counter({"a mean of zero": 3}))
    tally.ranks, tally.tiers, tally.wins = found.tally.ranks, found.tally.tiers, found.tally.wins
    broken = replace(report_2019)
    broken._analyses[("uncertainty", "published")] = replace(found, tally=tally)
    table = held(uncertainty.assumptions(broken, en))
    assert table.title.endswith("10,003 draws (3 of them failed)")
    assert table.notes[-1] == "3 draws failed: a mean of zero"


def test_weights_are_doubted_by_default(report_2019: Edition, en: Setting) -> None:
    table = held(uncertainty.assumptions(plain(report_2019, "sound"), en))
    assert [row[0].text for row in table.rows] == ["Weights"]
    assert table.rows[0][2].text.startswith("The method states no assumptions")
    assert table.title == "One assumption varies at once in each of 200 draws"


def test_a_method_without_anything_uncertain_says_so(report_2019: Edition, en: Setting) -> None:
    edition = plain(report_2019)
    for build in (uncertainty.assumptions, uncertainty.tier_probabilities, uncertainty.sensitivity):
        assert isinstance(build(edition, en), Unavailable)


@pytest.mark.parametrize(
    ("assumption", "text"),
    [
        (VariedWeights("dirichlet", concentration=50), "Dirichlet around the stated weights, concentration 50"),
        (VariedWeights("simplex"), "Every weighting equally likely"),
        (VariedWeights("panel", panel=({"policy": 1.0}, {"policy": 2.0})), "The weights of one of 2 experts"),
        (MeasurementError("rounding"), "Every value within half a unit of its last printed digit"),
        (MeasurementError("rounding", 1.0), "Every value within ±0.5"),
        (MeasurementError("relative", 0.05), "Every value within ±5%"),
        (MeasurementError("absolute", 2.0), "Every value within ±2"),
        (MeasurementError("absolute", 2.0, "normal"), "Every value with a normal error, standard deviation 2"),
        (DrawnImputation(), "Drawn from the values observed at the same indicator"),
        (LeftOut(("policy", "capital")), "None, or one of: Policy support and Capital support"),
    ],
    ids=str,
)
def test_how_far_each_kind_varies(report_2019: Edition, en: Setting, assumption: Assumption, text: str) -> None:
    assert uncertainty._how(assumption, None, report_2019, en) == text


def test_tier_probabilities_add_up(report_2019: Edition, en: Setting, zh: Setting) -> None:
    table = held(uncertainty.tier_probabilities(report_2019, en))
    assert table.title == "Eight of 22 tier places are firm (the same in at least 90% of the draws)"
    assert len(table.rows) == 22
    for row in table.rows:
        shares = [float(cell.text.strip("<>")) for cell in row[5:]]
        assert sum(shares) == pytest.approx(100, abs=2)
        assert [cell.strong for cell in row[5:]] == [place == row[4].tier for place in (1, 2, 3)]
    first = [cell.text for cell in table.rows[0]]
    assert first[2:4] == ["1–2", "53"]
    assert held(uncertainty.tier_probabilities(report_2019, zh)).title.startswith("22家中8家的梯队是稳的")


def test_indices_of_ranks_and_tiers(report_2019: Edition, en: Setting) -> None:
    table = held(uncertainty.sensitivity(report_2019, en))
    assert table.title == "“Aggregation” and “Normalisation” move the ranks most, “Aggregation” and “Tiers” the tiers"
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert rows["Aggregation"][1].startswith("0.56 (0.")
    assert rows["Tiers"][:2] == ["0.00 (0.00 to 0.00)"] * 2
    assert float(rows["Tiers"][3][:4]) > 0.3
    assert "3,584 runs" in table.notes[0]


def test_different_drivers_are_named_apart(en: Setting, zh: Setting) -> None:
    leaders = {"mean rank shift": ["Weights"], "tier changes": ["Tiers"]}
    assert uncertainty._sensitivity_title(leaders, en) == "“Weights” moves the ranks most, “Tiers” the tiers"
    assert uncertainty._sensitivity_title(leaders, zh) == "对名次影响最大的是“Weights”，对梯队是“Tiers”"
    alike = {"mean rank shift": ["Weights"], "tier changes": ["Weights"]}
    assert uncertainty._sensitivity_title(alike, en) == "“Weights” moves ranks and tiers most"
    assert uncertainty._sensitivity_title({"mean rank shift": ["Weights"]}, en) == "“Weights” moves ranks most"


def test_leaving_one_out(report_2019: Edition, sample_22: Edition, en: Setting) -> None:
    table = held(uncertainty.leave_one_out(report_2019, en))
    assert table.title == "Leaving out “Recruitment and operation” moves the ranks most, by 2.8 places on average"
    assert [row[0].text for row in table.rows][1] == "Recruitment and operation"
    assert "Tier changes" not in [column.head for column in table.columns]
    assert any("lose their meaning" in note for note in table.notes)
    other = held(uncertainty.leave_one_out(sample_22, en))
    assert other.columns[-1].head == "Tier changes"
    assert len(other.rows) == 4 + len(sample_22.result().entries)
