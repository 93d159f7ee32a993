"""A law of the checks of bare tables: whatever is printed, each says something and none breaks."""

from __future__ import annotations

import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from parkindex.audit import Column, Publication, Ranking, arithmetic, robustness, tiers, weights
from parkindex.audit.publication import TOTAL
from parkindex.audit.running import outcomes_of
from parkindex.framework.text import Text

CHECKS = {**arithmetic.CHECKS, **weights.CHECKS, **tiers.CHECKS, **robustness.CHECKS}
NUMBERS = st.one_of(
    st.none(),
    st.integers(-3, 3).map(Decimal),
    st.decimals(-100, 1000, allow_nan=False, allow_infinity=False, places=2),
    st.decimals(0, 100, allow_nan=False, allow_infinity=False, places=1),
    st.just(Decimal("84.52000000000001")),
)


@st.composite
def tables(draw: st.DrawFn) -> Publication:
    """Draw a table in which nothing needs to fit."""
    n, k = draw(st.integers(1, 12)), draw(st.integers(0, 4))
    stated = draw(st.sampled_from((None, Decimal(0), Decimal("0.25"), Decimal(25))))

    def column(code: str, weight: Decimal | None = None) -> Column:
        cells = tuple(draw(NUMBERS) for _ in range(n))
        return Column(code, Text(zh=f"列{code}", en=f"Column {code}"), cells, ("",) * n, weight=weight)

    columns = tuple(column(f"c{place}", stated) for place in range(k))
    total = column(TOTAL)
    if k and draw(st.booleans()):
        sums = tuple(sum((c.cells[row] or Decimal(0) for c in columns), Decimal(0)) for row in range(n))
        total = Column(TOTAL, total.name, sums, total.addresses)
    classes = st.one_of(st.none(), st.integers(1, 5))
    return Publication(
        Text(zh="表", en="Table"),
        Ranking(
            tuple(f"u{row}" for row in range(n)),
            tuple(Text(zh=f"园{row}", en=f"Park {row}") for row in range(n)),
            columns,
            total if draw(st.booleans()) or k else None,
            tuple(draw(classes) for _ in range(n)),
            tuple(draw(classes) for _ in range(n)),
            draw(st.sampled_from(((), (Decimal(50),), (Decimal(95), Decimal(87)), (Decimal(10), Decimal(20))))),
            draw(st.sampled_from((None, Decimal(100), Decimal(1)))),
        ),
    )


@settings(max_examples=200, deadline=None)
@given(table=tables())
def test_every_check_says_something_of_any_table(table: Publication) -> None:
    for check in CHECKS.values():
        found = list(outcomes_of(check, table))
        assert found
        for outcome in found:
            assert outcome.says.zh.endswith("。")
            assert outcome.says.en.endswith(".")
            assert (outcome.severity is not None) == (outcome.verdict == "fails")
            json.dumps(dict(outcome.data), allow_nan=False)
