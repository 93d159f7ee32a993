"""The analyses of `parkindex analyse` by name, and those of them that look behind the scores, each with its n."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from parkindex.cli.answers import Answer, Question, answer_in_rows
from parkindex.cli.sensitivity import sensitivity
from parkindex.cli.uncertainty import uncertainty

if TYPE_CHECKING:
    from parkindex.index import Result

FEW_UNITS = 30


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
    return answer_in_rows(len(result.units), rows, notes)


def correlations(question: Question) -> Answer:
    """Return a row a pair: siblings, children with their parent, nodes with the index."""
    from parkindex.analysis.correlations import correlate, least_told_from_none

    result = question.result
    found = correlate(result, coefficient=question.coefficient, node=question.node)
    rows = [asdict(pair) for pair in found]
    notes = []
    least = min((pair.n for pair in found), default=0)
    if found and least < 3:
        notes.append(f"n = {least} at least: so few units tell nothing from chance")
    elif found and question.coefficient != "kendall":
        notes.append(
            f"n = {least} at least: a coefficient below {least_told_from_none(least):.2f} in size cannot be told from "
            "none (two-sided, 5 per cent)"
        )
    if found:
        notes.append(
            f"of {len(found)} pairs about {0.05 * len(found):.1f} would pass at 5 per cent by chance alone; a parent "
            "and the index contain their children, so those pairs go together by construction"
        )
    return answer_in_rows(len(result.units), rows, notes)


def denominators(question: Question) -> Answer:
    """Return a row an indicator and a variable that could divide it."""
    from parkindex.analysis.denominators import denominators as find

    result = question.result
    wanted = _below(result, question.node)
    rows = [asdict(each) for each in find(result, coefficient=question.coefficient) if each.node in wanted]
    notes = [] if rows else ["this edition has no answers to a question that asks for a number"]
    return answer_in_rows(len(result.units), rows, notes)


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
    return answer_in_rows(len(result.units), rows, notes)


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
    return answer_in_rows(len(result.units), rows, notes)


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
    if question.against and not question.node:
        notes.append(f"places are gained or lost under '{question.against}' in the last year, the ranks shown are not")
    return answer_in_rows(len(scored.units), rows, notes)


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
    "uncertainty": uncertainty,
    "sensitivity": sensitivity,
}
"""Every analysis by its name on the command line."""
