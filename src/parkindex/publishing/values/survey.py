"""Values of the survey: printed statistics, shares of a question's answers with their n, and summaries of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.answers import numbers
from parkindex.analysis.shares import Distribution, distribution
from parkindex.analysis.summary import summarise
from parkindex.publishing.values.lookup import entry, words
from parkindex.publishing.values.value import UnknownValueError, Value

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.evidence.rows import Statistic

SUMMARIES = ("count", "least", "lower_quartile", "median", "upper_quartile", "most", "mean")


def statistic(edition: Edition, names: tuple[str, ...]) -> Value:
    """``statistic.CODE``: a printed share or total as it was printed, a share with the base that can be derived."""
    (code,) = words(names, 1)
    row = entry({each.code: each for each in edition.dataset.statistics}, code)
    if row.unit == "percent":
        base = base_of(edition, row)
        return Value("percent", row.value, n=base, n_known=base is not None, relation=row.relation, sources=row.source)
    if row.unit == "count":
        return (
            Value("count", row.value, relation=row.relation, sources=row.source)
            if row.value == row.value
            else _none(row)
        )
    return Value("money", row.value, unit=row.unit, relation=row.relation, sources=row.source)


def _none(row: Statistic) -> Value:
    return Value("number", float("nan"), sources=row.source)


def base_of(edition: Edition, row: Statistic) -> int | None:
    """Return the base of a printed share: what the shares of its question allow, else as stated."""
    found = distribution(edition.dataset, row.question, cut_off=edition.about.cut_off)
    if found is not None and found.origin == "statistics" and found.row(row.category) is not None:
        return found.n
    return row.stated_n


def _distribution(edition: Edition, code: str) -> Distribution:
    found = distribution(edition.dataset, code, cut_off=edition.about.cut_off)
    if found is None:
        raise UnknownValueError(code, tuple(variable.code for variable in edition.dataset.variables))
    return found


def share(edition: Edition, names: tuple[str, ...]) -> Value:
    """``share.VARIABLE.CLASS[.count]``: how many answered so, in percent with n, or as a count."""
    code, option, what = words(names, 2, 3)
    found = _distribution(edition, code)
    row = entry({each.code: each for each in found.rows}, option)
    if what:
        if what != "count" or row.count is None:
            raise UnknownValueError(what, ("count",) if row.count is not None else ())
        return Value("count", row.count, sources=found.sources)
    decimals = 1 if found.origin == "answers" else None
    return Value(
        "percent", row.share, n=found.n, n_known=found.n is not None, decimals=decimals, relation=row.relation,
        sources=found.sources,
    )  # fmt: skip


def answered(edition: Edition, names: tuple[str, ...]) -> Value:
    """``answered.VARIABLE``: how many units answered a question."""
    (code,) = words(names, 1)
    found = _distribution(edition, code)
    return Value("count", found.n) if found.n is not None else Value("number", float("nan"))


def measure(edition: Edition, names: tuple[str, ...]) -> Value:
    """``measure.VARIABLE.median`` (least, most, mean, quartiles, count): the units' numbers in one number."""
    code, what = words(names, 2)
    values = numbers(edition.dataset, code, cut_off=edition.about.cut_off)
    if not values:
        raise UnknownValueError(code, tuple(v.code for v in edition.dataset.variables if v.kind == "number"))
    summary = summarise(np.array(list(values.values())))
    content = entry({name: getattr(summary, name) for name in SUMMARIES}, what)
    return Value("count", content) if what == "count" else Value("number", content, decimals=1)
