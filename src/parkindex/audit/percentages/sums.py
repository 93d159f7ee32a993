"""Shares of one question against each other: sums of 100, parts of a whole, and one way of rounding. Exact."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from parkindex.audit.evidence_cells import exact, exact_text
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.percentages.intervals import Interval, added, interval
from parkindex.audit.percentages.questions import (
    MOST_TRIED,
    Question,
    bases_listed,
    percent,
    questions,
    says_nearly,
    share_text,
    shares_listed,
)

if TYPE_CHECKING:
    from parkindex.analysis.bases import Rounding
    from parkindex.audit.publication import Publication
    from parkindex.evidence.declared import VariableClass
    from parkindex.evidence.rows import Statistic

HUNDRED = Interval(Fraction(100), Fraction(100))


def range_of(row: Statistic) -> Interval:
    """Return what a row's share can be."""
    return interval(row.value, row.relation, nearly=says_nearly(row))


def sums(publication: Publication) -> Iterator[Outcome]:
    """Add up the shares of every question to which each unit gives one answer."""
    asked = [each for each in questions(publication.evidence) if each.counted and each.single and len(each.apart) > 1]
    if not asked:
        yield untestable(
            "无法检验：没有刊载单选问题的两项以上份额。",
            "This cannot be tested: of no question with one answer a unit are two or more shares printed.",
        )
    for question in asked:
        yield _sum(question)


def _sum(question: Question) -> Outcome:
    rows, name, shares = question.apart, question.name, shares_listed(question.apart)
    total = added(range_of(row) for row in rows)
    printed = sum((exact(row.value) for row in rows), Fraction(0))
    data = {"sum": float(printed), "least": float(total.low), "most": float(total.high), "whole": question.whole}
    high, low = HUNDRED.below(total), question.whole and total.below(HUNDRED)
    if high or low:
        side_zh, side_en = ("多于", "more than") if high else ("不足", "less than")
        return fails(
            "moderate",
            f"“{name.zh}”是单选，而{shares.zh}合计{side_zh}100%，舍入不足以解释。",
            f"“{name.en}” has one answer a unit, but {shares.en} add up to {side_en} 100%, beyond rounding.",
            *question.cells(rows),
            subject=question.code,
            **data,
        )
    rest = _rest(question)
    if rest is not None:
        return rest
    if not question.whole:
        zh, en = "，其余没有刊载", "; the rest is not printed"
    elif all(row.relation == "=" for row in rows):
        zh, en = ("", "") if printed == 100 else ("，在舍入之内", ", within rounding")
    else:
        zh, en = "，界限与约数之间没有矛盾", ", and no bound contradicts another"
    written = exact_text(float(printed))
    return holds(
        f"“{name.zh}”的{shares.zh}合计{written}%{zh}。",
        f"“{name.en}”: {shares.en} add up to {written}%{en}.",
        *question.cells(rows),
        subject=question.code,
        **data,
    )


def _rest(question: Question) -> Outcome | None:
    """Test a share said to be nearly so much against what the others, printed exactly, leave of 100."""
    nearly = [row for row in question.apart if row.relation != "="]
    if not question.whole or len(nearly) != 1 or not says_nearly(nearly[0]) or question.limit > MOST_TRIED:
        return None
    row = nearly[0]
    others = [each for each in question.apart if each is not row]
    bases = question.bases().bases
    codes = [each.code for each in question.rows]
    left = [
        Fraction(100 * (base.n - sum(base.counts[codes.index(each.code)] or 0 for each in others)), base.n)
        for base in bases
    ]
    if not left or min(left) < exact(row.value):
        return None
    name, n = question.name, bases_listed([base.n for base in bases])
    rest, said, rest_of = (
        percent(min(left), 0 if min(left).denominator == 1 else 1),
        share_text(row),
        shares_listed(others),
    )
    return fails(
        "minor",
        f"“{name.zh}”：{rest_of.zh}只可出自基数{n.zh}，其余便是{rest}，而另一项称{said.zh}。",
        f"“{name.en}”: {rest_of.en} needs a base of {n.en}, which leaves {rest}; the other share is said to be "
        f"{said.en}.",
        *question.cells(question.apart),
        subject=question.code,
        bases=[base.n for base in bases],
        rest=float(min(left)),
    )


def parts(publication: Publication) -> Iterator[Outcome]:
    """Compare the share of a class that contains others with the shares of those."""
    found = [
        (question, union, inside)
        for question in questions(publication.evidence)
        if question.counted and question.single
        for union in question.rows
        if union.category in question.unions
        if (inside := _inside(question, union))
    ]
    if not found:
        yield untestable(
            "无法检验：没有刊载包含其它类别的份额。",
            "This cannot be tested: no share of a class that contains others is printed.",
        )
    for question, union, inside in found:
        yield _parts(question, union, inside)


def _parts(question: Question, union: Statistic, inside: list[Statistic]) -> Outcome:
    whole, total, complete = range_of(union), added(range_of(row) for row in inside), _covers(question, union, inside)
    name, shares, said = question.name, shares_listed(inside), share_text(union)
    printed = sum((exact(row.value) for row in inside), Fraction(0))
    data = {"whole": union.value, "sum": float(printed), "complete": complete}
    agree = not whole.below(total) and not (complete and total.below(whole))
    option, added_up = question.option(union), exact_text(float(printed))
    zh = f"“{name.zh}，{option.zh}”为{said.zh}，其中所载各类（{shares.zh}）合计{added_up}%"
    en = f"“{name.en}, {option.en}” is {said.en}; the classes printed of it ({shares.en}) add up to {added_up}%"
    if agree:
        return holds(f"{zh}。", f"{en}.", *question.cells([union, *inside]), subject=union.code, **data)
    return fails(
        "moderate",
        f"{zh}，舍入不足以解释。",
        f"{en}, beyond rounding.",
        *question.cells([union, *inside]),
        subject=union.code,
        **data,
    )


def _bounds(option: VariableClass) -> tuple[float, float]:
    return (-math.inf if option.least is None else option.least), (math.inf if option.below is None else option.below)


def _inside(question: Question, union: Statistic) -> list[Statistic]:
    """Return the printed classes within another one, in the order of their bounds."""
    bounds = {option.code: _bounds(option) for option in question.variable.classes}
    low, high = bounds[union.category]
    inside = [row for row in question.apart if row.category in bounds]
    inside = [row for row in inside if low <= bounds[row.category][0] and bounds[row.category][1] <= high]
    return sorted(inside, key=lambda row: bounds[row.category])


def _covers(question: Question, union: Statistic, inside: list[Statistic]) -> bool:
    """Tell whether classes follow on each other from the lower to the upper bound of the class that contains them."""
    bounds = {option.code: _bounds(option) for option in question.variable.classes}
    reached, high = bounds[union.category]
    for row in inside:
        if bounds[row.category][0] != reached:
            return False
        reached = bounds[row.category][1]
    return reached == high


def rounding(publication: Publication) -> Iterator[Outcome]:
    """Test whether all shares are printed in one way: some need rounding, others need cutting off."""
    asked = [
        each for each in questions(publication.evidence) if each.counted and each.exact and each.limit <= MOST_TRIED
    ]
    cut_off = [each for each in asked if _needs(each, "truncated", "half_up")]
    rounded = [each for each in asked if _needs(each, "half_up", "truncated")]
    if not cut_off and not rounded:
        yield untestable(
            "无法检验：没有份额能分辨四舍五入与舍去尾数。",
            "This cannot be tested: no share tells rounding from cutting off.",
        )
    elif cut_off and rounded:
        one, other = cut_off[0], rounded[0]
        yield fails(
            "minor",
            f"份额的取位不一：“{one.name.zh}”的{shares_listed(one.exact).zh}只能是舍去尾数，"
            f"“{other.name.zh}”的{shares_listed(other.exact).zh}只能是四舍五入。",
            f"Shares are printed in two ways: those of “{one.name.en}”, {shares_listed(one.exact).en}, can only be cut "
            f"off, those of “{other.name.en}”, {shares_listed(other.exact).en}, only rounded.",
            *one.cells(one.exact),
            *other.cells(other.exact),
            cut_off=[each.code for each in cut_off],
            rounded=[each.code for each in rounded],
        )
    else:
        found = cut_off or rounded
        zh, en = ("舍去尾数", "cut off") if cut_off else ("四舍五入", "rounded")
        yield holds(
            f"能分辨取位方式的{len(found)}个问题，份额都是{zh}所得。",
            f"Where the shares tell ({len(found)} of {len(asked)} questions), they are {en}.",
            questions=[each.code for each in found],
            n=len(asked),
        )


def _needs(question: Question, one: Rounding, other: Rounding) -> bool:
    """Tell whether the shares have a base if printed in one way, and none if printed in the other."""
    return bool(question.bases(roundings=(one,)).bases) and not question.bases(roundings=(other,)).bases
