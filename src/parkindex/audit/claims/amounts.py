"""Funds, amounts of support, printed statistics, market series, and the framework itself, as claims measure them."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.analysis.shares import distribution
from parkindex.audit.claims.bounds import Counted, NotCounted
from parkindex.audit.claims.ground import MOST_EXHIBITS
from parkindex.audit.claims.saying import RELATION_WORDS, number, percent
from parkindex.audit.evidence_cells import row_cell, statistic_cell
from parkindex.audit.outcome import Exhibit
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parkindex.audit.claims.bounds import Kind
    from parkindex.audit.claims.ground import Ground
    from parkindex.evidence.claim_words import Word
    from parkindex.evidence.rows import Fund, Statistic


def _hundred_million(fund: Fund) -> Fraction:
    """Return a fund in 亿元 (CNY 100 million), exactly as it was printed."""
    unit = {"亿元": Fraction(1), "万元": Fraction(1, 10**4), "元": Fraction(1, 10**8)}[fund.unit_of_measure]
    return Fraction(repr(float(fund.amount))) * unit


def _billion(hundred_million: Fraction) -> str:
    """Write an amount of 亿元 in English."""
    return f"CNY {number(float(hundred_million / 10))} billion"


def _fund_exhibit(fund: Fund) -> Exhibit:
    return row_cell(fund.name, f"{number(fund.amount)}{fund.unit_of_measure}", fund.source, fund.where)


def funds_total(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Add up the funds of the table, in 亿元."""
    funds = ground.evidence.funds
    if not funds:
        return NotCounted(NO_FUNDS)
    total = sum((_hundred_million(fund) for fund in funds), Fraction(0))
    said = number(float(total))
    facts = Text(
        zh=f"表中{len(funds)}只基金合计{said}亿元。",
        en=f"The {len(funds)} funds of the table add up to {_billion(total)}.",
    )
    exhibits = tuple(_fund_exhibit(fund) for fund in funds[:MOST_EXHIBITS])
    return Counted(total, total, facts, exhibits, partial=True, data={"total": float(total), "n": len(funds)})


def one_fund(ground: Ground, word: Word, _kind: Kind) -> Counted | NotCounted:
    """Return one fund of the table, in 亿元."""
    fund = next((each for each in ground.evidence.funds if each.fund == word.codes[0]), None)
    if fund is None:
        return NotCounted(NO_FUNDS)
    amount = _hundred_million(fund)
    said = number(float(amount))
    facts = Text(zh=f"基金表作{said}亿元。", en=f"The table of funds prints {_billion(amount)}.")
    return Counted(amount, amount, facts, (_fund_exhibit(fund),), data={"amount": float(amount)})


def funds_share(ground: Ground, word: Word, _kind: Kind) -> Counted | NotCounted:
    """Divide the funds of the table by a printed total, in percent."""
    whole = _statistic(ground, word.codes[0])
    total = funds_total(ground, word, "count")
    if isinstance(total, NotCounted):
        return total
    if whole is None or math.isnan(whole.value) or whole.value <= 0:
        return NotCounted(Text(zh="没有刊载总额", en="the total is not printed"))
    share = 100 * total.least / Fraction(repr(float(whole.value)))
    facts = Text(
        zh=f"{number(float(total.least))}亿元除以{number(whole.value)}亿元为{percent(float(share))}。",
        en=f"{_billion(total.least)} of {_billion(Fraction(repr(float(whole.value))))} is {percent(float(share))}.",
    )
    return Counted(share, share, facts, (_statistic_exhibit(whole),), data={"share": float(share)})


def support_amount(ground: Ground, word: Word, _kind: Kind) -> Counted | NotCounted:
    """Return the largest amount that a cell of the support matrix grants, in 万元 (CNY 10,000); funds are none."""
    scheme, category = word.codes
    cell = next((each for each in ground.evidence.cells_of(scheme) if each.category == category), None)
    amounts = [] if cell is None else [
        clause.most for clause in cell.clauses if clause.kind == "amount" and clause.most is not None
    ]  # fmt: skip
    if cell is None or not amounts:
        return NotCounted(Text(zh="扶持对比表的这一格没有金额", en="that cell of the support matrix states no amount"))
    most = Fraction(Decimal(repr(float(max(amounts))))) / 10**4
    facts = Text(
        zh=f"扶持对比表作“{cell.words}”。", en=f"The matrix of support prints “{cell.words_en or cell.words}”."
    )
    shown = row_cell(_scheme_name(ground, scheme), cell.words, cell.source, cell.where)
    amount = Fraction(most)
    return Counted(amount, amount, facts, (shown,), data={"amount": float(most)})


def _scheme_name(ground: Ground, code: str) -> Text:
    return next((each.name for each in ground.evidence.schemes if each.scheme == code), Text(zh=code, en=code))


def statistic(ground: Ground, word: Word, kind: Kind) -> Counted | NotCounted:
    """Return a printed share or total, from raw answers where there are any, else as far as print bounds it."""
    printed = _statistic(ground, word.codes[0])
    if printed is None or math.isnan(printed.value):
        return NotCounted(Text(zh="份额未刊载", en="the share is not printed"))
    answered = distribution(ground.evidence, printed.question)
    row = None if answered is None or answered.origin != "answers" else answered.row(printed.category)
    if answered is not None and row is not None and row.count is not None and answered.n:
        size = Fraction(100 * row.count, answered.n) if kind == "share" else Fraction(row.count)
        facts = Text(
            zh=f"{answered.n}家的回答中有{row.count}家（{percent(100 * row.count / answered.n)}）。",
            en=f"{row.count} of {answered.n} answers ({percent(100 * row.count / answered.n)}).",
        )
        return Counted(size, size, facts, data={"n": answered.n, "count": row.count})
    value = Fraction(repr(float(printed.value)))
    top = Fraction(100) if printed.unit == "percent" else value * 10**6
    least, most = {"=": (value, value), ">": (value, top), ">=": (value, top), "<": (Fraction(0), value),
                   "<=": (Fraction(0), value), "≈": (value, value)}[printed.relation]  # fmt: skip
    words = RELATION_WORDS[printed.relation]
    sign = "%" if printed.unit == "percent" else ""
    facts = Text(
        zh=f"刊载的数为{words.zh}{number(printed.value)}{sign}。",
        en=f"The printed figure is {words.en}{number(printed.value)}{sign}.",
    )
    return Counted(least, most, facts, (_statistic_exhibit(printed),), data={"statistic": printed.code})


def _statistic(ground: Ground, code: str) -> Statistic | None:
    return next((each for each in ground.evidence.statistics if each.code == code), None)


def _statistic_exhibit(row: Statistic) -> Exhibit:
    return statistic_cell(row, number(row.value))


def series_value(ground: Ground, word: Word, _kind: Kind) -> Counted | NotCounted:
    """Return a printed year of a market series, in its own unit."""
    found = [each for each in ground.evidence.market if each.series == word.codes[0] and each.year == word.number]
    if not found:
        return NotCounted(Text(zh="该年的值未刊载", en="no value of that year is printed"))
    value = Fraction(repr(float(found[0].value)))
    facts = Text(zh=f"数列中为{number(found[0].value)}。", en=f"The series holds {number(found[0].value)}.")
    return Counted(value, value, facts, data={"value": found[0].value})


def tiers(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the printed tiers."""
    count = len(ground.rows_of_tier)
    if not count:
        return NotCounted(Text(zh="没有刊载梯队", en="no tiers are printed"))
    facts = Text(zh=f"共有{count}个梯队。", en=f"There are {count} tiers.")
    return Counted(Fraction(count), Fraction(count), facts, data={"tiers": count})


def framework_levels(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Count the levels of indicators under the index."""
    framework = ground.publication.framework
    if framework is None:
        return NotCounted(Text(zh="没有指标体系", en="there is no framework"))
    depth = max(len(framework.ancestors(code)) for code in framework.codes)
    facts = Text(zh=f"指标体系有{depth}级。", en=f"The framework has {depth} levels of indicators.")
    return Counted(Fraction(depth), Fraction(depth), facts, data={"levels": depth})


def framework_weights(ground: Ground, _word: Word, _kind: Kind) -> Counted | NotCounted:
    """Add up the stated weights of the columns."""
    weights = ground.ranking.weights
    if not weights:
        return NotCounted(Text(zh="没有刊载各列的权重", en="no weights of the columns are printed"))
    total = sum(weights, Decimal(0))
    listed = "、".join(f"{weight:f}" for weight in weights)
    facts = Text(
        zh=f"所载权重为{listed}，合计{total:f}。",
        en=f"The stated weights are {listed.replace('、', ', ')}; together {total:f}.",
    )
    return Counted(Fraction(total), Fraction(total), facts, data={"weights": [float(weight) for weight in weights]})


NO_FUNDS = Text(zh="没有基金表", en="no table of funds is in evidence")

AMOUNTS: Mapping[str, Callable[[Ground, Word, Kind], Counted | NotCounted]] = {
    "funds:total": funds_total,
    "funds:share:STATISTIC": funds_share,
    "fund:CODE": one_fund,
    "support:SCHEME:CATEGORY": support_amount,
    "statistic:CODE": statistic,
    "series:CODE:YEAR": series_value,
    "tiers": tiers,
    "framework:levels": framework_levels,
    "framework:weights": framework_weights,
}
"""Form of a measure -> how it is measured."""
