"""Arithmetic: sums, order, ranks, lists and rounding of what is printed. Exact, on decimals."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.arithmetic.implied import implied_weights
from parkindex.audit.arithmetic.order import ranks_follow_totals, table_order
from parkindex.audit.arithmetic.precision import precision
from parkindex.audit.arithmetic.sums import list_totals
from parkindex.audit.arithmetic.ties import ties
from parkindex.audit.arithmetic.totals import last_place, row_totals
from parkindex.audit.check import Check
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "arithmetic.row-totals": Check(
        Text(zh="每个总分是否由旁边各列得出", en="Does every total follow from the columns beside it?"),
        row_totals,
        ("columns", "total"),
    ),
    "arithmetic.last-place": Check(
        Text(zh="总分的末位是否一致地取舍", en="Are the totals rounded in the same way throughout?"),
        last_place,
        ("columns", "total"),
    ),
    "arithmetic.implied-weights": Check(
        Text(zh="总分实际按什么权重合成", en="By which weights do the totals really follow from the columns?"),
        implied_weights,
        ("columns", "total"),
    ),
    "arithmetic.ranks": Check(
        Text(zh="名次是否与总分的高低一致", en="Do the ranks follow the totals?"),
        ranks_follow_totals,
        ("units", "total", "ranks"),
    ),
    "arithmetic.ties": Check(
        Text(zh="同分者的名次是否按同一规则", en="Do units with equal totals share ranks by one rule?"),
        ties,
        ("units", "total", "ranks"),
    ),
    "arithmetic.table-order": Check(
        Text(zh="表中各行是否按总分排列", en="Does the table run in the order of its totals?"),
        table_order,
        ("units", "total"),
    ),
    "arithmetic.precision": Check(
        Text(zh="同一列的小数位数是否一致", en="Are the numbers of a column printed with the same decimals?"),
        precision,
        ("units",),
    ),
    "arithmetic.list-totals": Check(
        Text(
            zh="正文所说的合计是否等于所列各项之和", en="Does a stated total equal the sum of the list it belongs to?"
        ),
        list_totals,
        ("funds",),
    ),
}
