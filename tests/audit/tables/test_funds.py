"""Tests of the funds of the matrix of support against the table of funds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.audit import Publication
from parkindex.audit.tables.funds import compared_funds, funds, matrix_funds, same_funds, scheme_funds

from ..evidence_cases import around, cell, failing, fund, gains, of_2019, place, printed, scheme, verdicts

if TYPE_CHECKING:
    from parkindex.edition import Edition


def of(*sizes: float, matrix: tuple[float, ...]) -> Publication:
    """Return places each with a fund in the table of funds and one in the matrix of support, in 亿元."""
    codes = [f"s{row}" for row in range(len(sizes))]
    return around(
        places=tuple(place(f"p-{code}") for code in codes),
        schemes=tuple(scheme(code, where=f"p-{code}") for code in codes),
        support=tuple(cell(code, "finance", f"{size:g}亿产业基金") for code, size in zip(codes, matrix, strict=True)),
        funds=tuple(fund(code, size, where=f"p-{code}") for code, size in zip(codes, sizes, strict=True)),
    )


def test_a_fund_of_another_size_is_told_where_most_agree() -> None:
    (found,) = failing(funds, of(10, 10, 30, matrix=(10, 10, 3)))[:1]
    assert (found.severity, found.subject, printed(found)) == ("moderate", "s2", ["3亿产业基金", "30亿元"])


def test_tables_of_other_funds_are_not_compared() -> None:
    held = of(10, 20, 30, matrix=(10, 2, 3))
    assert not same_funds(compared_funds(held.evidence))
    assert verdicts(funds, held) == ["untestable"]


def test_equal_funds_hold() -> None:
    assert verdicts(funds, of(10, 20, matrix=(10, 20))) == ["holds"]


def test_a_fund_of_the_table_that_the_matrix_leaves_out_is_told() -> None:
    held = of(10, 20, matrix=(10, 20))
    more = (*held.evidence.funds, fund("new", 100, where="p-s0"))
    (found,) = failing(funds, around(places=held.evidence.places, schemes=held.evidence.schemes,
                                     support=held.evidence.support, funds=more))  # fmt: skip
    assert (found.severity, found.data["funds"], found.data["schemes"]) == ("minor", ["new"], ["s0"])


def test_a_fund_belongs_to_a_scheme_by_its_park_or_its_place() -> None:
    held = around(
        places=(place("p1"), place("d", "district", "p1"), place("p2")),
        schemes=(scheme("s", "a", where="p1"),),
        beneficiaries=(gains("a", "甲园", "u1"), gains("a", "乙园")),
        funds=(
            fund("by-unit", 1, "u1", where="p2"),
            fund("by-name", 1, park="乙园", where="p2"),
            fund("inside", 1, where="d"),
            fund("elsewhere", 1, "u2", where="p2"),
        ),
    )
    (only,) = held.evidence.schemes
    assert [each.fund for each in scheme_funds(held.evidence, only)] == ["by-unit", "by-name", "inside"]
    assert matrix_funds(held.evidence, only) == []


def test_funds_of_2019(report_2019: Edition) -> None:
    held = of_2019(report_2019)
    assert [each.agrees for each in compared_funds(held.evidence)] == [True] * 5
    (found,) = failing(funds, held)
    assert found.data["funds"] == ["xingsha", "xiongan", "nanhai-guidance", "guangdong-equity"]
