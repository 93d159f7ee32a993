"""Percentages: the counts and bases behind printed shares, their sums, and one share stated in two ways. Exact."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.percentages.bases import common_bases, stated_bases
from parkindex.audit.percentages.restated import alike, restated, sample
from parkindex.audit.percentages.sums import parts, rounding, sums
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "percentages.bases": Check(
        Text(zh="同一问题的份额是否有共同的基数", en="Can the shares of one question come from one base?"),
        common_bases,
        ("statistics",),
    ),
    "percentages.stated-bases": Check(
        Text(zh="份额能否出自所写的基数", en="Can the shares come from the base that is stated with them?"),
        stated_bases,
        ("statistics",),
    ),
    "percentages.sums": Check(
        Text(zh="单选问题的份额是否合计100%", en="Do the shares of a question with one answer add up to 100%?"),
        sums,
        ("statistics",),
    ),
    "percentages.parts": Check(
        Text(zh="大类的份额是否等于其中各类之和", en="Is the share of a class the sum of the classes in it?"),
        parts,
        ("statistics",),
    ),
    "percentages.rounding": Check(
        Text(zh="份额的取位方式是否一致", en="Are all shares rounded in one way?"), rounding, ("statistics",)
    ),
    "percentages.restated": Check(
        Text(zh="同一份额的各处说法是否一致", en="Do all sentences on one share agree?"), restated, ("statistics",)
    ),
    "percentages.alike": Check(
        Text(zh="文字相近的两句，份额是否一致", en="Do sentences that read alike give shares that agree?"),
        alike,
        ("statistics",),
    ),
    "percentages.sample": Check(
        Text(zh="份额的基数是否不多于接受调研的数量", en="Is no base greater than the number surveyed?"),
        sample,
        ("statistics",),
    ),
}
