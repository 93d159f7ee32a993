"""Growth: printed compound rates against the printed values, and two series for the same thing. Exact fractions."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.growth.rates import periods, rates
from parkindex.audit.growth.series import series_compared
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "growth.rates": Check(
        Text(zh="增长率能否由所载的值复算", en="Do the printed values give the printed growth rates?"),
        rates,
        ("series",),
    ),
    "growth.periods": Check(
        Text(zh="同一增长率是否只配一个期间", en="Is each growth rate given with one period only?"),
        periods,
        ("series",),
    ),
    "growth.series": Check(
        Text(zh="同一事物的两个序列是否相差悬殊", en="Do two series for the same thing agree in size?"),
        series_compared,
        ("series",),
    ),
}
