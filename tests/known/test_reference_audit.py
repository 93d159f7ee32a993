"""The audit of real data that is sound: the reference index, printed to two decimals, node by node and all indicators.

Every node is a table: its children are the columns, its own score is the total. The reference computed all of them as
plain means, so that whatever does not hold would be a false alarm of the arithmetic; what real data do show is listed.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from parkindex.audit import Column, Outcome, Publication, Ranking, audit
from parkindex.engine.arrays import FloatArray
from parkindex.engine.ranking import rank
from parkindex.framework.text import Text

from .conftest import Reference

TABLE = "02_example_Aggregated"


def printed(code: str, numbers: FloatArray) -> Column:
    cells = tuple(Decimal(repr(number)).quantize(Decimal("0.01")) for number in numbers.tolist())
    return Column(code, Text(zh=code, en=code), cells, tuple(f"t.csv:{row + 2}" for row in range(len(cells))))


def node_as_table(reference: Reference, node: str) -> Publication:
    """Return a node and its children as they would be printed, best first."""
    children = [code for code, row in reference.meta.items() if row["Parent"] == node]
    values = reference.table(TABLE, [*children, node])
    values = values[np.argsort(-values[:, -1])]
    columns = [printed(code, values[:, place]) for place, code in enumerate(children)]
    total = printed("total", values[:, -1])
    ranks = tuple(int(place) for place in rank(values[:, -1]))
    names = tuple(Text(zh=f"国{row}", en=f"Country {row}") for row in range(len(values)))
    return Publication(
        Text(zh=node, en=node),
        Ranking(tuple(f"u{row}" for row in range(len(values))), names, tuple(columns), total, ranks),
    )


def alarms(reference: Reference) -> dict[str, list[Outcome]]:
    """Return what does not hold, by node."""
    nodes = [code for code, row in reference.meta.items() if row["Type"] == "Aggregate"]
    return {node: list(audit(node_as_table(reference, node)).failing()) for node in nodes}


@pytest.fixture(scope="module")
def raised(reference: Reference) -> dict[str, list[Outcome]]:
    return alarms(reference)


def test_the_arithmetic_of_every_node_holds(reference: Reference) -> None:
    for node, row in reference.meta.items():
        if row["Type"] != "Aggregate":
            continue
        told = {
            outcome.check: outcome.verdict for outcome in audit(node_as_table(reference, node)).of_family("arithmetic")
        }
        assert told["arithmetic.row-totals"] == "holds", node
        assert "fails" not in told.values(), node


def test_the_index_and_its_branches_raise_no_alarm(raised: dict[str, list[Outcome]]) -> None:
    assert [node for node in ("Index", "Conn", "Sust") if raised[node]] == []


def test_the_indicators_raise_nothing_but_what_is_so(raised: dict[str, list[Outcome]]) -> None:
    told = {outcome.check for outcomes in raised.values() for outcome in outcomes}
    assert told <= {"lattice.regular-steps", "levels.profiles"}
    assert {outcome.severity for outcomes in raised.values() for outcome in outcomes} <= {"minor"}


IMPUTED = ("ConSpeed", "Tariff", "TBTs", "Poverty", "Palma", "NEET")
"""Indicators of few decimals in which missing values were imputed by the mean of a group."""


def test_the_exceptions_to_a_lattice_are_the_imputed_values(
    reference: Reference, raised: dict[str, list[Outcome]]
) -> None:
    raw = {row["uCode"]: row for row in reference.rows("02_example_Raw")}
    for code in IMPUTED:
        node = reference.meta[code]["Parent"]
        order = np.argsort(-reference.table(TABLE, [node])[:, 0])
        found = next(outcome for outcome in raised[node] if outcome.subject == code)
        shown = {reference.units[order[int(unit.removeprefix("u"))]] for unit in found.data["exceptions"]}
        assert shown == {unit for unit in reference.units if not raw[unit][code]}, code
