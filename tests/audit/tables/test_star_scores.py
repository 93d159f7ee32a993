"""Tests of stars beside the scores of the same policies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from parkindex.audit import Publication
from parkindex.audit.tables.star_scores import star_scores

from ..conftest import column, publication
from ..evidence_cases import around, failing, framework, gains, indicator, of_2019, printed, scheme, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition


def rated(*rows: tuple[int | None, str | None], counts: str = "政策支持深度") -> Publication:
    """Return units, each the one beneficiary of a policy with so many stars, with its score of policy."""
    bare = publication([[1, 2]] * len(rows))
    own = column("policy", [score for _, score in rows])
    evidence = {
        "schemes": tuple(scheme(f"s{row}", f"p{row}", stars=stars) for row, (stars, _) in enumerate(rows)),
        "beneficiaries": tuple(gains(f"p{row}", "园", unit) for row, unit in enumerate(bare.ranking.units)),
    }
    held = around(ranking=replace(bare, ranking=replace(bare.ranking, columns=(own,))), **evidence)
    return replace(held, framework=framework(policy=(indicator("deep", counts, "支持。"),)))


def test_more_stars_with_lower_scores_are_told_the_farthest_apart_first() -> None:
    (found,) = failing(star_scores, rated((4, "23.85"), (3, "25.11"), (2, "26.83"), (1, "24.30")))
    assert (found.severity, found.subject, found.data["pairs"]) == ("minor", "policy", 3)
    assert found.data["turned"] == [["s0", "s3"], ["s0", "s2"]]
    assert printed(found)[:4] == ["4", "23.85", "1", "24.30"]


def test_one_star_is_too_little_to_tell() -> None:
    assert verdicts(star_scores, rated((4, "10.00"), (3, "20.00"), (2, "5.00"))) == ["holds"]


def test_scores_in_the_order_of_the_stars_or_equal_ones_hold() -> None:
    assert verdicts(star_scores, rated((4, "30.61"), (3, "26.83"), (2, "26.83"), (2, "20.00"))) == ["holds"]


def test_a_scheme_is_below_another_only_where_all_its_beneficiaries_are() -> None:
    held = rated((4, "10.00"), (2, "20.00"), (None, "30.00"))
    both = replace(held.evidence, beneficiaries=(*held.evidence.beneficiaries, gains("p0", "园", "u3")))
    assert verdicts(star_scores, held) == ["fails"]
    assert verdicts(star_scores, replace(held, evidence=both)) == ["holds"]


def test_without_two_kinds_of_stars_scores_or_a_pillar_of_support_nothing_is_compared() -> None:
    assert verdicts(star_scores, rated((3, "10.00"), (3, "20.00"))) == ["untestable"]
    assert verdicts(star_scores, rated((4, None), (2, "20.00"))) == ["untestable"]
    assert verdicts(star_scores, rated((4, "1.00"), (2, "2.00"), counts="政策数量")) == ["untestable"]
    assert verdicts(star_scores, replace(rated((4, "1.00"), (2, "2.00")), framework=None)) == ["untestable"]


@given(
    scores=st.lists(st.integers(0, 9999), min_size=3, max_size=9, unique=True).map(sorted),
    stars=st.lists(st.integers(1, 4), min_size=3, max_size=9).map(sorted),
)
def test_stars_in_the_order_of_scores_are_sound_until_two_are_exchanged(scores: list[int], stars: list[int]) -> None:
    rows = [(given_, f"{score / 100:.2f}") for given_, score in zip(stars, scores, strict=False)]
    assert failing(star_scores, rated(*rows)) == []
    if rows[-1][0] - rows[0][0] >= 2:
        (first, low), (last, high) = rows[0], rows[-1]
        (found,) = failing(star_scores, rated((first, high), *rows[1:-1], (last, low)))
        assert [f"s{len(rows) - 1}", "s0"] in found.data["turned"]


def test_stars_of_2019_and_the_scores_of_policy(report_2019: Edition) -> None:
    (found,) = failing(star_scores, of_2019(report_2019))
    assert (found.data["pairs"], found.data["turned"]) == (11, [["xihu-xiongan", "nanhai"]])
    assert "杭州西湖区（雄岸）为4星，中国杭州区块链产业园得23.85" in found.says.zh


def test_scores_that_are_computed_from_the_support_itself_are_left_alone(sample_22: Edition) -> None:
    assert verdicts(star_scores, of_2019(sample_22)) == ["untestable"]
