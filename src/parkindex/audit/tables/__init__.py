"""Tables against tables: one policy, fund or park printed in two of them, and what stands in one only."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.tables.funds import funds
from parkindex.audit.tables.parks import names, park_places, unranked
from parkindex.audit.tables.policies import amounts, dates, lists, places, titles
from parkindex.audit.tables.star_scores import star_scores
from parkindex.audit.tables.support import missing_kinds, stars
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "tables.policy-dates": Check(
        Text(zh="同一政策在各表的时间是否一致", en="Do all tables date a policy alike?"), dates, ("policies",)
    ),
    "tables.policy-titles": Check(
        Text(zh="同一政策在各表的标题是否一致", en="Do all tables title a policy alike?"), titles, ("policies",)
    ),
    "tables.policy-places": Check(
        Text(zh="同一政策在各表的地区是否一致", en="Do all tables place a policy alike?"), places, ("policies",)
    ),
    "tables.policy-lists": Check(
        Text(zh="各表所列的政策是否相容", en="Do the tables list the same policies?"), lists, ("policies",)
    ),
    "tables.policy-amounts": Check(
        Text(zh="政策的数额是否见于扶持对比表", en="Does the matrix of support hold the amounts of each policy?"),
        amounts,
        ("policies", "support"),
    ),
    "tables.unranked": Check(
        Text(zh="其它表所列的园区是否都在排名之中", en="Are the parks of the other tables all ranked?"), unranked
    ),
    "tables.names": Check(Text(zh="同一园区在各表的名称是否一致", en="Do all tables name a park alike?"), names),
    "tables.fund-places": Check(
        Text(zh="基金与所属园区的地点是否相合", en="Does each fund stand where its park does?"), park_places, ("funds",)
    ),
    "tables.funds": Check(
        Text(zh="扶持对比表与基金表的基金是否一致", en="Do the matrix of support and the table of funds agree?"),
        funds,
        ("funds", "support"),
    ),
    "tables.stars": Check(
        Text(zh="星级是否随扶持的类别而增", en="Do the stars rise with the categories of support?"), stars, ("support",)
    ),
    "tables.star-scores": Check(
        Text(zh="星级与受益园区的得分次序是否一致", en="Do the stars rise with the scores of the beneficiaries?"),
        star_scores,
        ("columns", "support", "beneficiaries"),
    ),
    "tables.missing": Check(
        Text(zh="空缺的写法是否一致", en="Are cells without a figure marked in one way?"), missing_kinds
    ),
}
