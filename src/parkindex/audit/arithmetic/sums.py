"""Lists: a stated total against the sum of the list that it belongs to, and the share that it is of another total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact, half_unit, row_cell, statistic_cell
from parkindex.audit.outcome import MOST_SHOWN, Exhibit, Outcome, fails, holds, untestable
from parkindex.audit.wording import plain
from parkindex.evidence.claims import Measure
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.evidence.rows import Fund, Statistic


IN_HUNDRED_MILLION = {"亿元": Decimal(1), "万元": Decimal("0.0001"), "元": Decimal("1e-8")}

ABOUT = Fraction(1, 20)
"""How far "nearly" and "about" may be from the number: a twentieth of it."""


def list_totals(publication: Publication) -> Iterator[Outcome]:
    """Test whether what is said of the sum of the funds agrees with the funds, and their share with the amounts."""
    evidence = publication.evidence
    said = [claim for claim in evidence.claims if isinstance(claim, Measure) and claim.what == "funds:total"]
    if not said:
        yield untestable(
            "无法检验：正文没有说各基金合计多少。",
            "This cannot be tested: the text does not say what the funds come to.",
        )
    total = sum((_amount(fund) for fund in evidence.funds), Decimal(0)).normalize()
    for claim in said:
        yield _against_list(claim, evidence.funds, total)
    yield from _shares(evidence.statistics)


def _against_list(claim: Measure, funds: tuple[Fund, ...], total: Decimal) -> Outcome:
    stated, relation = Decimal(str(claim.value)).normalize(), str(claim.relation)
    words = _words(relation, stated)
    exhibits = (
        Exhibit(claim.says, plain(stated), claim.source),
        *(
            row_cell(fund.name, f"{fund.amount:g}{fund.unit_of_measure}", fund.source, fund.where)
            for fund in funds[:MOST_SHOWN]
        ),
    )
    data = {"stated": float(stated), "sum": float(total), "n": len(funds)}
    if _agrees(Fraction(total), relation, claim.value):
        return holds(
            f"所列{len(funds)}只基金合计{plain(total)}亿元，与“{words.zh}”相符。",
            f"The {len(funds)} funds of the list add up to {_english(total)}, in line with the stated {words.en}.",
            *exhibits,
            subject=claim.code,
            **data,
        )
    return fails(
        "moderate",
        f"正文说合计“{words.zh}”，所列{len(funds)}只基金合计{plain(total)}亿元。",
        f"The text says “{words.en}”; the {len(funds)} funds of the list add up to {_english(total)}.",
        *exhibits,
        subject=claim.code,
        **data,
    )


def _shares(statistics: tuple[Statistic, ...]) -> Iterator[Outcome]:
    """Test a printed share of one amount in another, where both amounts are printed under one question."""
    amounts = [row for row in statistics if row.unit == "yuan_100m" and row.value == row.value]
    for share in statistics:
        if share.unit != "percent" or share.value != share.value:
            continue
        part = [row for row in amounts if row.category == share.category]
        wholes = [row for one in part for row in amounts if row.question == one.question and row is not one]
        if len(part) == 1 and len(wholes) == 1 and wholes[0].value > 0:
            yield _share(share, part[0], wholes[0])


def _share(share: Statistic, part: Statistic, whole: Statistic) -> Outcome:
    printed, ratio = Decimal(repr(share.value)).normalize(), 100 * exact(part.value) / exact(whole.value)
    exhibits = tuple(statistic_cell(row, f"{row.value:g}") for row in (share, part, whole))
    data = {"printed": float(printed), "share": float(ratio), "part": part.value, "whole": whole.value}
    zh = f"{part.value:g}亿元占{whole.value:g}亿元的{plain(float(ratio), 1)}%"
    held, of = _english(Decimal(repr(part.value))), _english(Decimal(repr(whole.value)))
    en = f"{held} is {plain(float(ratio), 1)}% of {of}"
    loose = {str(share.relation), str(part.relation), str(whole.relation)} - {"="}
    half = half_unit(share.value)
    allowed = max(half, ABOUT * ratio) if loose else half
    if abs(ratio - exact(share.value)) <= allowed:
        return holds(
            f"{zh}，与所载{plain(printed)}%相符。",
            f"{en}, in line with the printed {plain(printed)}%.",
            *exhibits,
            subject=share.code,
            **data,
        )
    return fails(
        "moderate",
        f"{zh}，所载为{plain(printed)}%。",
        f"{en}; {plain(printed)}% is printed.",
        *exhibits,
        subject=share.code,
        **data,
    )


def _agrees(total: Fraction, relation: str, value: float) -> bool:
    stated, half = exact(value), half_unit(value)
    return {
        ">": total > stated,
        ">=": total >= stated,
        "<": total < stated,
        "<=": total <= stated,
        "≈": abs(total - stated) <= max(half, ABOUT * stated),
    }.get(relation, abs(total - stated) <= half)


def _words(relation: str, stated: Decimal) -> Text:
    zh = {">": "超过", ">=": "不少于", "<": "不到", "<=": "不超过", "≈": "约"}.get(relation, "")
    en = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ", "≈": "about "}.get(relation, "")
    return Text(zh=f"{zh}{plain(stated)}亿元", en=f"{en}{_english(stated)}")


def _english(amount: Decimal) -> str:
    return f"CNY {plain((amount / 10).normalize())} billion"


def _amount(fund: Fund) -> Decimal:
    return Decimal(repr(float(fund.amount))) * IN_HUNDRED_MILLION[fund.unit_of_measure]
