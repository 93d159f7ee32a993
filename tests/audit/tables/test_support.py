"""Tests of stars, and of cells without a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parkindex.audit import Publication
from parkindex.audit.tables.support import missing_kinds, stars

from ..conftest import publication
from ..evidence_cases import around, cell, failing, of_2019, printed, scheme, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition


def rated(*rows: tuple[int, int]) -> Publication:
    """Return schemes with so many categories and stars."""
    codes = [f"s{row}" for row in range(len(rows))]
    return around(
        schemes=tuple(scheme(code, stars=given) for code, (_, given) in zip(codes, rows, strict=True)),
        support=tuple(
            cell(code, f"c{k}", "最高50万元") for code, (many, _) in zip(codes, rows, strict=True) for k in range(many)
        ),
    )


def test_more_categories_with_fewer_stars_are_shown_but_not_judged() -> None:
    (found,) = stars(rated((7, 3), (5, 4), (2, 1)))
    assert (found.verdict, found.data["turned"], printed(found)) == ("untestable", 1, ["3", "4"])


def test_stars_that_rise_with_the_categories_hold() -> None:
    assert verdicts(stars, rated((7, 3), (7, 4), (2, 1))) == ["holds"]
    assert verdicts(stars, rated((7, 3))) == ["untestable"]


def test_two_marks_in_one_column_of_the_matrix_are_told() -> None:
    held = around(support=(cell("a", "listing", "/"), cell("b", "listing", "现行政策"), cell("a", "talent", "/")))
    (found,) = failing(missing_kinds, held)
    assert (found.severity, found.data["columns"]) == ("minor", ["listing"])
    assert (found.data["cells"], printed(found)) == ({"/": 1, "现行政策": 1}, ["/", "现行政策"])


def test_one_mark_a_column_holds() -> None:
    held = around(support=(cell("a", "listing", "/"), cell("b", "talent", "现行政策")))
    assert verdicts(missing_kinds, held) == ["holds"]


def test_two_marks_in_a_column_of_scores_are_told() -> None:
    bare = publication([[1, None], [2, None], [3, 4]])
    first, second = bare.ranking.columns

    def marked(*blanks: str) -> Publication:
        columns = (first, replace(second, blanks=blanks))
        return replace(bare, ranking=replace(bare.ranking, columns=columns))

    (found,) = failing(missing_kinds, marked("/", "", ""))
    assert (found.subject, found.data["marks"]) == ("c2", {"/": 1, "": 1})
    assert verdicts(missing_kinds, marked("/", "/", "")) == ["holds"]
    assert verdicts(missing_kinds, bare) == ["holds"]


def test_an_edition_that_stands_for_itself_tells_the_kinds_apart(sample_22: Edition) -> None:
    held = sample_22.audit().publication
    assert held.stands_for_itself
    assert len({row.status for row in held.evidence.support if not row.status.has_value}) > 1
    assert verdicts(missing_kinds, held) == ["holds"]


def test_support_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    (rule,) = stars(held)
    assert (rule.verdict, "参照其它政策的格不计" in rule.says.zh) == ("holds", True)
    (found,) = failing(missing_kinds, held)
    assert (found.data["columns"], found.data["cells"]) == (["listing"], {"/": 4, "现行政策": 2})
