"""Tests of editions as publications."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from parkindex.audit.of_edition import publication_of

if TYPE_CHECKING:
    from parkindex.edition import Edition


def test_2019_is_taken_as_printed(report_2019: Edition) -> None:
    ranking = publication_of(report_2019.result(), title=report_2019.about.title).ranking
    assert [column.code for column in ranking.columns] == ["policy", "operation", "research", "capital"]
    assert ranking.weights == (Decimal(25), Decimal(45), Decimal(15), Decimal(15))
    assert (ranking.full_mark, ranking.cut_offs) == (Decimal(100), (Decimal(95), Decimal(87)))
    assert ranking.total is not None
    assert ranking.cell(1, ranking.columns[1]).printed == "36.40"
    assert ranking.total.addresses[0] == "report#ranking-table"
    assert ranking.ranks == tuple(range(1, 23))
    assert ranking.places[1][:2] == ("440112", "440100")


def test_an_edition_without_print_stands_for_itself(sample_22: Edition) -> None:
    result = sample_22.result()
    ranking = publication_of(result, title=sample_22.about.title).ranking
    assert ranking.units == result.order()
    assert ranking.total is not None
    assert abs(float(ranking.total.values[0]) - result.score(ranking.units[0])) <= 0.005
