"""Claims: what the text says of its own results, sentence by sentence, against the printed tables.

Each claim of claims.yaml has exactly one outcome, under the check of its kind; the last two checks set claims against
one another.
"""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.claims.agreement import contradictions, same_value
from parkindex.audit.claims.comparisons import comparisons
from parkindex.audit.claims.elsewhere import growth, not_testable, trends
from parkindex.audit.claims.leaders import leaders
from parkindex.audit.claims.lists import names
from parkindex.audit.claims.measures import counts, shares
from parkindex.audit.claims.orders import orders
from parkindex.audit.claims.tiers import cut_offs, members
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "claims.leaders": Check(
        Text(zh="正文所说的最高、最低是否属实", en="Do those lead, or come last, whom the text names?"),
        leaders,
        ("claims",),
    ),
    "claims.comparisons": Check(
        Text(zh="正文所说的差距与高低，以标准差衡量是否成立", en="Do the gaps that the text describes show in print?"),
        comparisons,
        ("claims",),
    ),
    "claims.counts": Check(
        Text(zh="正文的计数与表格是否一致", en="Do the counts in the text agree with the tables?"), counts, ("claims",)
    ),
    "claims.shares": Check(
        Text(zh="正文的份额与可数的家数是否一致", en="Do the shares in the text agree with the units behind them?"),
        shares,
        ("claims",),
    ),
    "claims.names": Check(
        Text(zh="正文点名的地方与园区是否见于表格", en="Are the places and units that the text lists in the tables?"),
        names,
        ("claims",),
    ),
    "claims.orders": Check(
        Text(zh="正文的先后次序是否成立", en="Do those come first whom the text puts first?"), orders, ("claims",)
    ),
    "claims.tier-cut-offs": Check(
        Text(zh="正文的梯队界线与总分是否一致", en="Do the totals keep to the bounds of tiers in the text?"),
        cut_offs,
        ("claims",),
    ),
    "claims.tier-members": Check(
        Text(zh="正文点名的梯队成员是否在该梯队", en="Are the members of tiers that the text names in those tiers?"),
        members,
        ("claims",),
    ),
    "claims.growth": Check(
        Text(zh="正文的增长率由谁检验", en="Which checks test the growth rates of the text?"), growth, ("claims",)
    ),
    "claims.trends": Check(
        Text(zh="正文的趋势能否检验", en="Can the trends in the text be tested?"), trends, ("claims",)
    ),
    "claims.not-testable": Check(
        Text(zh="哪些说法无从检验，为什么", en="Which statements can nothing test, and why?"), not_testable, ("claims",)
    ),
    "claims.same-value": Check(
        Text(zh="得分相同者是否得到相同评价", en="Are equal scores judged alike?"), same_value, ("claims",)
    ),
    "claims.contradictions": Check(
        Text(zh="正文各处说法是否互相矛盾", en="Do statements of the text contradict one another?"),
        contradictions,
        ("claims",),
    ),
}
