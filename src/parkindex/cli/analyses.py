"""The analyses of `parkindex analyse` as rows, each with its n and with what must be said beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.engine.correlation import Coefficient
    from parkindex.framework.text import Language
    from parkindex.index import Result

Row = dict[str, Any]
FEW_UNITS = 30


@dataclass(frozen=True)
class Question:
    """What is asked of which edition: a method, a node, a coefficient, and for a panel the method that took over."""

    edition: Edition
    method: str | None = None
    node: str | None = None
    coefficient: Coefficient = "pearson"
    against: str | None = None
    language: Language = "zh"

    @property
    def result(self) -> Result:
        """The result that is looked at."""
        return self.edition.result(self.method)

    def name(self, code: str) -> str:
        """Return the name of a node in the language that is asked for."""
        return self.edition.framework.node(code).name.of(self.language)


@dataclass(frozen=True)
class Answer:
    """Rows with exact numbers and lists of words, the number of units, and notes."""

    n: int
    rows: list[Row]
    notes: list[str]

    def exact(self) -> list[Row]:
        """Return the rows with words joined and every number as it is; what is missing is None."""
        return [{key: _plain(value) for key, value in row.items()} for row in self.rows]

    def rounded(self) -> list[Row]:
        """Return the rows as a table shows them: numbers with three decimals, great ones with fewer."""
        return [{key: _shown(value) for key, value in row.items()} for row in self.exact()]

    def numeric(self) -> set[str]:
        """Return the columns that hold numbers."""
        return {key for row in self.rows for key, value in row.items() if isinstance(value, int | float)}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return ";".join(f"{key}={_shown(_plain(each))}" for key, each in value.items())
    return ";".join(str(_shown(_plain(each))) for each in value) if isinstance(value, tuple | list) else value


def _shown(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    return f"{value:.3f}" if abs(value) < 1000 else f"{value:,.0f}"


def summary(question: Question) -> Answer:
    """Return a row an entry: its distribution as entered, what was done to it, and flags."""
    from parkindex.analysis.indicators import summarise_indicators

    result = question.result
    wanted = _below(result, question.node)
    rows = [
        {"code": each.code, "name": question.name(each.code), **{k: v for k, v in asdict(each).items() if k != "code"}}
        for each in summarise_indicators(result)
        if each.code in wanted
    ]
    notes = [f"{finding.where} {finding.message}" for finding in result.left_out()]
    if len(result.units) < FEW_UNITS:
        notes.append(f"n = {len(result.units)}: skewness and kurtosis of so few units are rough")
    return Answer(len(result.units), rows, notes)


def correlations(question: Question) -> Answer:
    """Return a row a pair: siblings, children with their parent, nodes with the index."""
    from parkindex.analysis.correlations import correlate, least_told_from_none

    result = question.result
    found = correlate(result, coefficient=question.coefficient, node=question.node)
    rows = [asdict(pair) for pair in found]
    notes = []
    least = min((pair.n for pair in found), default=0)
    if found and question.coefficient != "kendall":
        notes.append(
            f"n = {least} at least: a coefficient below {least_told_from_none(least):.2f} in size cannot be told from "
            "none (two-sided, 5 per cent)"
        )
    if found:
        notes.append(
            f"of {len(found)} pairs about {0.05 * len(found):.1f} would pass at 5 per cent by chance alone; a parent "
            "and the index contain their children, so those pairs go together by construction"
        )
    return Answer(len(result.units), rows, notes)


def denominators(question: Question) -> Answer:
    """Return a row an indicator and a variable that could divide it."""
    from parkindex.analysis.denominators import denominators as find

    result = question.result
    wanted = _below(result, question.node)
    rows = [asdict(each) for each in find(result, coefficient=question.coefficient) if each.node in wanted]
    notes = [] if rows else ["this edition has no answers to a question that asks for a number"]
    return Answer(len(result.units), rows, notes)


def coherence(question: Question) -> Answer:
    """Return a row a node with two or more children: alpha, Kaiser-Meyer-Olkin, components."""
    from parkindex.analysis.coherence import UNITS_A_CHILD, cohere

    result = question.result
    found = cohere(result, node=question.node)
    rows = [
        {
            "node": each.node,
            "name": question.name(each.node),
            "children": len(each.children),
            **{key: getattr(each, key) for key in ("n", "alpha", "adequacy", "explained", "strong", "loadings")},
            "flags": each.flags,
        }
        for each in found
    ]
    notes = [f"{each.node}: {reason}" for each in found for reason in each.because]
    few = [each.node for each in found if "few units" in each.flags]
    if few:
        notes.append(f"fewer than {UNITS_A_CHILD} units a child, read with care: {', '.join(few)}")
    return Answer(len(result.units), rows, notes)


def importance(question: Question) -> Answer:
    """Return a row a child: what it is said to weigh, what it weighs, what it explains, what it should weigh."""
    from parkindex.analysis.importance import weigh_up

    result = question.result
    found = weigh_up(result, node=question.node)
    rows = [
        {"parent": family.node, "name": question.name(child.node), **asdict(child), "n": family.n}
        for family in found
        for child in family.children
    ]
    notes = [f"{family.node} ({family.aggregation}, n = {family.n}): {family.message}" for family in found]
    return Answer(len(result.units), rows, notes)


def panel(question: Question) -> Answer:
    """Return a row a unit: scores and ranks year by year, growth, trend, and what moved the rank."""
    from parkindex.analysis.panel import courses, rank_moves

    scored = question.edition.panel(question.method)
    new = question.edition.panel(question.against) if question.against else None
    moves = {move.unit: move for move in rank_moves(scored, new)}
    rows = []
    for course in courses(scored, node=question.node):
        years = zip(scored.years, course.scores, course.ranks, strict=True)
        by_year = {
            f"{kind} {year}": value
            for year, *both in years
            for kind, value in zip(("score", "rank"), both, strict=True)
        }
        move = moves[course.unit]
        rows.append(
            {
                "unit": course.unit,
                "name": scored.dataset.unit(course.unit).name.of(question.language),
                **by_year,
                "growth": course.growth,
                "slope": course.slope,
                "fit": course.fit,
                **({} if question.node else {"places": move.total, "by data": move.data, "by method": move.method}),
            }
        )
    notes = [f"{len(scored.years)} years; growth per year as a share, slope in points per year"]
    if len(scored.years) < 4:
        notes.append("a line through so few years fits nearly anything")
    return Answer(len(scored.units), rows, notes)


def _below(result: Result, node: str | None) -> set[str]:
    """Return the codes at and below a node, of all nodes without one."""
    if node is None:
        return set(result.nodes)
    result.column_of(node)
    return {code for code in result.nodes if code == node or node in result.framework.ancestors(code)}


ANALYSES: dict[str, Callable[[Question], Answer]] = {
    "summary": summary,
    "correlations": correlations,
    "denominators": denominators,
    "coherence": coherence,
    "importance": importance,
    "panel": panel,
}
"""Every analysis by its name on the command line."""
