"""Double counting: one fact that feeds two indicators, two columns or two units."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.double_counting.columns import correlated, subtotals
from parkindex.audit.double_counting.definitions import definitions
from parkindex.audit.double_counting.funds import funds_shared, funds_twice
from parkindex.audit.double_counting.rows import rows_twice
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "double-counting.funds": Check(
        Text(zh="基金是否在两项指标中重复计入", en="Is a fund counted under one indicator only?"),
        funds_twice,
        ("funds", "support"),
    ),
    "double-counting.shared-funds": Check(
        Text(zh="一家的基金是否也计给了同城的园区", en="Is a fund counted for its holder only?"),
        funds_shared,
        ("funds", "columns"),
    ),
    "double-counting.rows": Check(
        Text(zh="同一张表中是否有重复的行", en="Does each row stand in its table once?"), rows_twice
    ),
    "double-counting.definitions": Check(
        Text(zh="指标的定义是否重叠", en="Do the definitions of the indicators differ?"), definitions
    ),
    "double-counting.correlated": Check(
        Text(zh="是否有两列同升同降", en="Does each column tell something of its own?"),
        correlated,
        ("columns", "units", "total"),
    ),
    "double-counting.subtotals": Check(
        Text(zh="总分是否把小计与分项都计入", en="Do the totals leave out subtotals of columns they add?"),
        subtotals,
        ("columns", "total"),
    ),
}
