"""Implied weights: the weights by which the totals really follow from the columns, where they do."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from parkindex.audit.arithmetic.fitting import find_weights, other_weights
from parkindex.audit.arithmetic.totals import RULES
from parkindex.audit.outcome import Outcome, fails, holds, untestable
from parkindex.audit.rule import complete_rows, differences, find_rule, slack_of

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication, Ranking

PERCENT = 100
"""What weights add up to that are stated in percent."""

NEARLY_ONE = Fraction(1, 100)
"""How far rounding may lead the weights that were found from 1."""


def implied_weights(publication: Publication) -> Iterator[Outcome]:
    """Find the weights that reproduce every total within rounding, and set them against the stated ones."""
    ranking = publication.ranking
    rule = None if other_weights(ranking) else find_rule(ranking)
    stated = ranking.weights
    if rule is not None and (not stated or rule.name != "mean" or len(set(stated)) == 1):
        words = RULES[rule.name]
        yield holds(
            f"总分等于{words.zh}，不必另求权重。",
            f"The totals are {words.en}, so that no other weights are implied.",
            rule=rule.name,
            factors=[float(factor) for factor in rule.factors],
        )
        return
    if rule is not None:
        yield _against_stated(ranking, rule.factors, 0)
        return
    found = find_weights(ranking)
    if found is None:
        yield untestable(
            "无法检验：没有一组权重能在取舍范围内得出所有总分。",
            "This cannot be tested: no weights reproduce all totals within rounding.",
        )
    elif stated:
        yield _against_stated(ranking, *found)
    else:
        zh, en = _written(ranking, *found)
        yield holds(
            f"没有刊载权重；以{zh}为权重，可得出全部{len(complete_rows(ranking))}个总分。",
            f"No weights are stated; all {len(complete_rows(ranking))} totals follow under {en}.",
            weights=[float(weight) for weight in found[0]],
        )


def _against_stated(ranking: Ranking, weights: tuple[Fraction, ...], decimals: int) -> Outcome:
    """Say that the stated weights do not give the totals, and which do."""
    total, rows = ranking.printed_total, complete_rows(ranking)
    stated = tuple(Fraction(weight) / sum(map(Fraction, ranking.weights)) for weight in ranking.weights)
    off, unit = differences(ranking.columns, stated, total, rows)
    bad = np.asarray(np.abs(off) > int(slack_of(ranking.columns, stated, total) / unit), dtype=np.bool_)
    row = int(rows[np.argmax(np.abs(off))])
    zh, en = _written(ranking, *_like_stated(ranking, weights, decimals))
    if len(set(weights)) == 1:
        zh, en = "相等的权重", "equal weights"
    written = "、".join(f"{weight:f}" for weight in ranking.weights)
    return fails(
        "moderate",
        f"按所载权重{written}，{len(rows)}个总分中有{int(bad.sum())}个得不出；以{zh}则全部得出。",
        f"Under the stated weights {written.replace('、', ', ')}, {int(bad.sum())} of {len(rows)} totals do not "
        f"follow; under {en} all of them do.",
        *(ranking.cell(row, column) for column in (*ranking.columns, total)),
        n=len(rows),
        unexplained=int(bad.sum()),
        stated=[float(weight) for weight in ranking.weights],
        weights=[float(weight) for weight in weights],
    )


def _like_stated(ranking: Ranking, weights: tuple[Fraction, ...], decimals: int) -> tuple[tuple[Fraction, ...], int]:
    """Return weights that make 1, and their decimals, in percent where the stated ones are: 40 beside 30, not 0.4."""
    whole = sum(map(Fraction, ranking.weights))
    if whole != PERCENT or abs(sum(weights, Fraction(0)) - 1) > NEARLY_ONE:
        return weights, decimals
    return tuple(PERCENT * weight for weight in weights), max(0, decimals - 2)


def _written(ranking: Ranking, weights: tuple[Fraction, ...], decimals: int) -> tuple[str, str]:
    numbers = [f"{float(weight):.{decimals}f}" for weight in weights]
    pairs = list(zip(ranking.columns, numbers, strict=True))
    return (
        "、".join(f"“{column.name.zh}”{number}" for column, number in pairs),
        ", ".join(f"{column.name.en} {number}" for column, number in pairs),
    )
