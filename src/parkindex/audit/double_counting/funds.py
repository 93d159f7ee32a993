"""Funds under two indicators, and for units that do not hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parkindex.audit.below import reads_support
from parkindex.audit.evidence_cells import exact_text, row_cell
from parkindex.audit.likeness import names_one_of
from parkindex.audit.naming import money_text
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.tables.funds import compared_funds, same_funds
from parkindex.audit.wording import listed, plural, units_listed

if TYPE_CHECKING:
    from parkindex.audit.publication import Column, Publication
    from parkindex.evidence.rows import Fund

FUND_WORDS = ("基金", "fund")
"""Words in the name of an indicator that counts funds."""


def funds_twice(publication: Publication) -> Iterator[Outcome]:
    """Find funds that are printed both as support by policies and as funds, where indicators count both."""
    dataset, framework = publication.evidence, publication.framework
    compared = compared_funds(dataset)
    shared = [each for each in compared if each.agrees] if same_funds(compared) else []
    if framework is None or not shared:
        yield untestable(
            "无法检验：没有既作为政策扶持、又作为基金刊载的基金，或没有指标的定义。",
            "This cannot be tested: no fund is printed both as support and as a fund, or no indicators are defined.",
        )
        return
    by_fund = [each for each in framework.indicators if names_one_of(each.name, FUND_WORDS)]
    by_support = [each for each in framework.indicators if reads_support(each)]
    pairs = [(a, b) for a in by_support for b in by_fund if framework.pillar_of(a.code) != framework.pillar_of(b.code)]
    zh = "、".join(f"{each.scheme.name.zh}（{money_text(each.yuan).zh}）" for each in shared[:5])
    en = ", ".join(f"{each.scheme.name.en} ({money_text(each.yuan).en})" for each in shared[:5])
    cells = [
        cell
        for each in shared[:5]
        for cell in (
            row_cell(each.scheme.name, each.cell.words, each.cell.source, each.cell.where),
            _fund_cell(next(fund for fund in each.held if fund.yuan == each.yuan)),
        )
    ]
    if not pairs:
        yield holds(
            f"{len(shared)}只基金既列为政策扶持又列入基金表，没有两项指标都会计入它们。",
            f"{plural(len(shared), 'fund')} stand both in the matrix of support and in the table of funds; no two "
            "indicators count both.",
            *cells,
        )
        return
    one, other = listed(list(dict.fromkeys(a.name for a, _ in pairs))), pairs[0][1].name
    yield fails(
        "minor",
        f"{len(shared)}只基金既列为政策扶持又列入基金表：{zh}。按定义，“{one.zh}”与“{other.zh}”都可能计入它们。",
        f"{plural(len(shared), 'fund')} stand both in the matrix of support and in the table of funds: {en}. By their "
        f"definitions, “{one.en}” and “{other.en}” can both count them.",
        *cells,
        subject=pairs[0][1].code,
        indicators=[[a.code, b.code] for a, b in pairs],
        funds=len(shared),
    )


def _fund_cell(fund: Fund) -> Exhibit:
    return row_cell(fund.name, f"{exact_text(fund.amount)}{fund.unit_of_measure}", fund.source, fund.where)


def funds_shared(publication: Publication) -> Iterator[Outcome]:
    """Find units with the very score of a fund's holder in their city, though the table lists no fund for them."""
    dataset, ranking = publication.evidence, publication.ranking
    column = _fund_column(publication)
    holders = {unit: [fund for fund in dataset.funds if fund.unit == unit] for unit in ranking.units}
    holders = {unit: funds for unit, funds in holders.items() if funds}
    if column is None or not holders:
        yield untestable(
            "无法检验：没有计入基金的一列，或没有基金列在园区之下。",
            "This cannot be tested: no column counts funds, or no fund is listed under a unit.",
        )
        return
    if not dataset.published and not _of_parks(publication):
        yield holds(
            f"按定义，“{column.name.zh}”所计的是所在城市的基金，得分即由此算出。",
            f"By definition “{column.name.en}” counts the funds of the city, and the scores are computed from them.",
            n=len(holders),
        )
        return
    found = 0
    for unit, funds in holders.items():
        rows = _with_the_same(publication, column, unit, set(holders))
        if rows:
            found += 1
            yield _shared(publication, column, unit, funds, rows)
    if not found:
        yield holds(
            f"没有园区与同城持有基金的园区“{column.name.zh}”得分相同而自己没有基金。",
            f"No unit without a fund has the very “{column.name.en}” score of one in its city that holds a fund.",
            n=len(holders),
        )


def _fund_column(publication: Publication) -> Column | None:
    """Return the column of the pillar under which funds are counted."""
    framework = publication.framework
    if framework is None:
        return None
    pillars = [framework.pillar_of(each.code) for each in framework.indicators if names_one_of(each.name, FUND_WORDS)]
    return next((column for column in publication.ranking.columns if column.code in pillars), None)


def _of_parks(publication: Publication) -> bool:
    """Tell whether funds are counted as the unit's own."""
    framework = publication.framework
    indicators = () if framework is None else framework.indicators
    return any(names_one_of(each.name, FUND_WORDS) and each.level == "park" for each in indicators)


def _with_the_same(publication: Publication, column: Column, unit: str, holders: set[str]) -> list[int]:
    dataset, ranking = publication.evidence, publication.ranking
    row = ranking.row(unit)
    city = dataset.city_of(unit) if dataset.has_unit(unit) else None
    if city is None or column.cells[row] is None or column.decimals == 0:
        return []
    return [
        each
        for each in column.present
        if ranking.units[each] not in holders
        and column.cells[each] == column.cells[row]
        and dataset.has_unit(ranking.units[each])
        and dataset.city_of(ranking.units[each]) == city
    ]


def _shared(publication: Publication, column: Column, unit: str, funds: list[Fund], rows: list[int]) -> Outcome:
    ranking = publication.ranking
    row = ranking.row(unit)
    name, others, score = ranking.names[row], units_listed(ranking, rows), column.printed(row)
    zh = "、".join(f"{fund.name.zh}（{money_text(fund.yuan).zh}）" for fund in funds)
    en = ", ".join(f"{fund.name.en} ({money_text(fund.yuan).en})" for fund in funds)
    zh = f"{name.zh}有{zh}，同城的{others.zh}没有列出基金，“{column.name.zh}”同为{score}"
    en = f"{name.en} holds {en}; {others.en} in the same city {'has' if len(rows) == 1 else 'have'} no fund in the "
    en += f"table, and the “{column.name.en}” score of {'both' if len(rows) == 1 else 'all'} is {score}"
    exhibits = (
        *(_fund_cell(fund) for fund in funds),
        *(ranking.cell(each, column) for each in (row, *rows[:9])),
    )
    units = [ranking.units[each] for each in rows]
    if _one_score(publication, column, unit):
        return untestable(
            f"无法检验：{zh}；全市得分相同，或许所计的本是城市的基金。",
            f"This cannot be tested: {en}; all of the city score alike, so that the funds of the city may be meant.",
            *exhibits,
            subject=unit,
            units=units,
        )
    return fails("minor", f"{zh}。", f"{en}.", *exhibits, subject=unit, units=units)


def _one_score(publication: Publication, column: Column, unit: str) -> bool:
    """Tell whether all units of a unit's city have its score: a value of the city would give just that."""
    dataset, ranking = publication.evidence, publication.ranking
    city = dataset.city_of(unit)
    cells = [
        column.cells[row]
        for row, each in enumerate(ranking.units)
        if dataset.has_unit(each) and dataset.city_of(each) == city
    ]
    return len(set(cells)) == 1
