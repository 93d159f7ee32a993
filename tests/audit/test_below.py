"""Tests of what stands below a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit.below import claimed_levels, indicators_below, printed_columns, reads_support, support_column
from parkindex.audit.lattice import regular_steps
from parkindex.audit.levels.across import same_across_places
from parkindex.audit.levels.profiles import shared_profiles
from parkindex.audit.levels.steps import whole_steps
from parkindex.audit.levels.within import same_within_places
from parkindex.audit.of_edition import publication_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_2019_columns_claim_the_levels_of_the_framework(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    levels = {one.code: claimed_levels(held, one) for one in held.ranking.columns}
    assert levels == {
        "policy": {"district"},
        "operation": {"park"},
        "research": {"park", "city"},
        "capital": {"park", "city"},
    }
    assert [indicator.code for indicator in indicators_below(held, held.ranking.columns[2])] == [
        "research_institutions",
        "talent",
    ]


def test_columns_computed_from_the_indicators_are_left_alone(sample_22: Edition) -> None:
    held = publication_of(sample_22.result(), title=sample_22.about.title)
    assert printed_columns(held) == ()
    for check in (same_within_places, same_across_places, whole_steps, shared_profiles, regular_steps):
        assert [outcome.verdict for outcome in check(held)] == ["untestable"]


def test_2019_support_is_rated_under_policy(report_2019: Edition) -> None:
    held = publication_of(report_2019.result(), title=report_2019.about.title)
    column = support_column(held)
    assert column is not None
    assert column.code == "policy"
    assert held.framework is not None
    rating = [each.code for each in held.framework.indicators if reads_support(each)]
    assert rating == ["policy_breadth", "policy_depth"]
