"""The funds of the matrix of support against the table of funds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact_text, row_cell
from parkindex.audit.naming import money_text, table_name
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import listed, plural

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Fund, Scheme, SupportCell

SAME_FUNDS = Fraction(1, 2)
"""Share of the funds of the matrix that the table must hold: below it the two do not print the same funds."""


def scheme_funds(dataset: Dataset, scheme: Scheme) -> tuple[Fund, ...]:
    """Return the funds of the table that belong to a scheme.

    They are held by a park that gains from its policies, or placed where it applies.
    """
    gaining = [row for row in dataset.beneficiaries if row.policy in scheme.policies]
    units = {row.unit for row in gaining if row.unit}
    names = {row.name_as_printed for row in gaining}
    return tuple(
        fund
        for fund in dataset.funds
        if fund.unit in units
        or (fund.park_as_printed and fund.park_as_printed in names)
        or scheme.place in {place.code for place in dataset.line(fund.place)}
    )


def matrix_funds(dataset: Dataset, scheme: Scheme) -> list[tuple[SupportCell, float]]:
    """Return the cells of a scheme that name a fund, with its size in yuan."""
    return [
        (cell, clause.most)
        for cell in dataset.cells_of(scheme.scheme)
        for clause in cell.clauses
        if clause.kind == "fund" and clause.most is not None
    ]


@dataclass(frozen=True)
class ComparedFund:
    """A fund that the matrix of support names, of a size in yuan, beside the funds that the table lists there."""

    scheme: Scheme
    cell: SupportCell
    yuan: float
    held: tuple[Fund, ...]

    @property
    def agrees(self) -> bool:
        """Whether the table lists a fund of this size."""
        return self.yuan in {fund.yuan for fund in self.held}


def compared_funds(dataset: Dataset) -> list[ComparedFund]:
    """Return every fund of the matrix for whose scheme the table lists funds."""
    return [
        ComparedFund(scheme, cell, yuan, held)
        for scheme in dataset.schemes
        if (held := scheme_funds(dataset, scheme))
        for cell, yuan in matrix_funds(dataset, scheme)
    ]


def same_funds(compared: list[ComparedFund]) -> bool:
    """Tell whether matrix and table evidently print the same funds."""
    agreeing = sum(each.agrees for each in compared)
    return agreeing > 0 and Fraction(agreeing, len(compared)) >= SAME_FUNDS


def funds(publication: Publication) -> Iterator[Outcome]:
    """Look for every fund of the matrix in the table of funds, and for the funds of the table in the matrix."""
    dataset = publication.evidence
    compared = compared_funds(dataset)
    agreeing = sum(each.agrees for each in compared)
    if not same_funds(compared):
        yield untestable(
            "无法检验：扶持对比表与基金表的基金大多对应不上，未必是同一批基金。",
            "This cannot be tested: most funds of the matrix of support are not in the table of funds; they need not "
            "be the same.",
            compared=len(compared),
            agreeing=agreeing,
        )
        return
    for each in compared:
        if not each.agrees:
            yield _other_size(each)
    absent = [
        (scheme, fund)
        for scheme in dataset.schemes
        for fund in scheme_funds(dataset, scheme)
        if fund.yuan not in {yuan for _, yuan in matrix_funds(dataset, scheme)}
    ]
    if absent:
        yield _absent(dataset, absent)
    yield holds(
        f"扶持对比表所列的{agreeing}只基金，规模与基金表相同。",
        f"{plural(agreeing, 'fund')} of the matrix of support {'have' if agreeing > 1 else 'has'} the size that the "
        "table of funds prints.",
        n=agreeing,
    )


def _other_size(found: ComparedFund) -> Outcome:
    scheme, cell, yuan, held = found.scheme, found.cell, found.yuan, found.held
    printed = listed([money_text(fund.yuan) for fund in held])
    return fails(
        "moderate",
        f"扶持对比表的“{scheme.name.zh}”印有{money_text(yuan).zh}的基金，而基金表所列当地的基金为{printed.zh}。",
        f"The matrix of support prints a fund of {money_text(yuan).en} for {scheme.name.en}; the table of funds lists "
        f"{printed.en} there.",
        row_cell(scheme.name, cell.words, cell.source, cell.where),
        *(_fund_cell(fund) for fund in held[:9]),
        subject=scheme.scheme,
        matrix=yuan,
        table=[fund.yuan for fund in held],
    )


def _absent(dataset: Dataset, absent: list[tuple[Scheme, Fund]]) -> Outcome:
    funds_there = list({fund.fund: fund for _, fund in absent}.values())
    scheme = absent[0][0]
    matrix, table = (
        table_name(dataset, scheme.source, "support"),
        table_name(dataset, funds_there[0].source, "funds"),
    )
    zh = "、".join(f"{fund.name.zh}（{money_text(fund.yuan).zh}）" for fund in funds_there[:4])
    en = ", ".join(f"{fund.name.en} ({money_text(fund.yuan).en})" for fund in funds_there[:4])
    n = len(funds_there)
    return fails(
        "minor",
        f"{matrix.zh}为一些地区列出基金，而{table.zh}中同属其受益园区或地区的{n}只不在其中："
        f"{zh}{'等' if n > 4 else ''}。",
        f"{matrix.en} names funds of some places, but not {plural(n, 'fund')} that {table.en} lists for its parks or "
        f"places: {en}{' and others' if n > 4 else ''}.",
        *(_fund_cell(fund) for fund in funds_there[:10]),
        subject="absent",
        funds=[fund.fund for fund in funds_there],
        schemes=list(dict.fromkeys(scheme.scheme for scheme, _ in absent)),
    )


def _fund_cell(fund: Fund) -> Exhibit:
    return row_cell(fund.name, f"{exact_text(fund.amount)}{fund.unit_of_measure}", fund.source, fund.where)
