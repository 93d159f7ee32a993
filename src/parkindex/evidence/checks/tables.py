"""Whole tables: answers and their classes, shares and their sum, the support matrix, printed orders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.evidence.cells import CellError, date, number
from parkindex.evidence.checks.references import SUPPORT
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.declared import Variable
    from parkindex.evidence.rows import Answer, Statistic
    from parkindex.framework.model import Framework

_PARSERS = {"number": number, "date": date}


def classes_of_answers(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find answers and statistics that are none of their question's, and second answers to a single question."""
    variables = {variable.code: variable for variable in dataset.variables}
    seen: dict[tuple[str, ...], str] = {}
    for answer in dataset.answers:
        variable = variables.get(answer.variable)
        if variable is None:
            continue
        if answer.status.has_value and answer.value:
            yield from _answer(answer, variable)
        key = (answer.subject, answer.variable, answer.value if variable.kind == "multiple" else "")
        if key in seen:
            message = f"'{answer.subject}' answers '{answer.variable}' twice (first at {seen[key]})"
            yield Finding("answers.duplicate", answer.where, message, "keep one, or make the question multiple")
        seen.setdefault(key, answer.where)
    for statistic in dataset.statistics:
        variable = variables.get(statistic.question)
        if variable and variable.classes and statistic.category:
            yield from _class(statistic.category, variable, f"{statistic.where} column 'category'")


def _answer(answer: Answer, variable: Variable) -> Iterator[Finding]:
    where = f"{answer.where} column 'value'"
    if variable.kind not in _PARSERS:
        yield from _class(answer.value, variable, where)
        return
    try:
        _PARSERS[variable.kind](answer.value)
    except CellError as error:
        yield Finding(error.code, where, f"'{variable.code}' {error.message}", error.hint)


def _class(value: str, variable: Variable, where: str) -> Iterator[Finding]:
    allowed = [option.code for option in variable.classes]
    if value not in allowed:
        message = f"'{value}' is no class of '{variable.code}'"
        yield Finding("unknown.class", where, message, f"classes: {', '.join(allowed) or 'none declared'}")


def shares_over_100(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a printed share outside 0 to 100, and single-answer shares of a question that add up to more than 100.

    Half a point a row is allowed for rounding, and five points for a share that is printed as about so much.
    """
    shares: dict[str, list[Statistic]] = {}
    for item in dataset.statistics:
        if item.unit != "percent" or math.isnan(item.value):
            continue
        if not 0 <= item.value <= 100:
            message = f"a share of {item.value:g} percent; expected 0 to 100"
            yield Finding("statistics.share", f"{item.where} column 'value'", message, "check the value and its unit")
        if item.answer == "single":
            shares.setdefault(item.question, []).append(item)
    for question, items in shares.items():
        total = sum(item.value for item in items)
        slack = sum(5.0 if item.relation == "≈" else 0.5 for item in items)
        if total > 100 + slack:
            message = f"the shares of '{question}' add up to {total:g} percent, although each answers once"
            hint = "state 'multiple' as the answer, or leave the column empty for a share that holds others"
            yield Finding("statistics.over-100", items[0].where, message, hint, "warning")


def support_matrix(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find cells that are missing, and words that contradict their status."""
    categories = [option.code for item in dataset.variables if item.code == SUPPORT for option in item.classes]
    there = {(cell.scheme, cell.category) for cell in dataset.support}
    for scheme in dataset.schemes if dataset.support else ():
        lacking = [category for category in categories if (scheme.scheme, category) not in there]
        if lacking:
            message = f"scheme '{scheme.scheme}' has no cell for {', '.join(lacking)}"
            hint = "add a row for each in evidence/support.csv, '/' with status 'none' where there is nothing"
            yield Finding("support.missing-cell", scheme.where, message, hint, "warning")
    for cell in dataset.support:
        meant = {"/": Status.NONE, "现行政策": Status.REFERS_ELSEWHERE}.get(cell.words)
        if meant is not None and cell.status is not meant:
            where = f"{cell.where} column 'status'"
            message = f"the words '{cell.words}' go with status '{meant.word}' (got '{cell.status.word}')"
            yield Finding("support.status", where, message, f"write {meant.word}")


def orders_without_gaps(_: Framework, dataset: Dataset) -> Iterator[Finding]:
    """Find a printed order that does not run 1, 2, 3 … (places that share a position leave a gap behind them)."""
    positions: dict[str, list[tuple[int, str]]] = {}
    for entry in dataset.order_entries:
        positions.setdefault(entry.order, []).append((entry.position, entry.where))
    for order, entries in positions.items():
        for rank, (position, where) in enumerate(sorted(entries), start=1):
            shared = [other for other, _ in entries].count(position) > 1
            if position != rank and not (shared and position < rank):
                message = f"order '{order}' goes on with position {position}; expected {rank}"
                yield Finding("orders.gap", f"{where} column 'position'", message, "number the positions from 1")
                break
