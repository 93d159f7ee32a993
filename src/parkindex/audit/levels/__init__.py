"""Levels: whose values a column holds. Places beside units: numbers repeated, stepped, lent or copied."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.levels.across import same_across_places
from parkindex.audit.levels.jurisdiction import policies_of_others
from parkindex.audit.levels.profiles import shared_profiles
from parkindex.audit.levels.steps import whole_steps
from parkindex.audit.levels.variance import variance_of_places
from parkindex.audit.levels.within import level_kept, same_within_places
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "levels.within-places": Check(
        Text(
            zh="声称属于各家自身的数值，是否在同一地方重复",
            en="Does a column that claims the units' own values repeat one number for a place?",
        ),
        same_within_places,
        ("units", "places"),
    ),
    "levels.level-kept": Check(
        Text(
            zh="声称属于地方的数值，在同一地方是否相同",
            en="Is a column that claims values of places the same for all units of such a place?",
        ),
        level_kept,
        ("units", "places"),
    ),
    "levels.variance": Check(
        Text(zh="所在地解释各列方差的多少", en="How much of the variance of each column do places explain?"),
        variance_of_places,
        ("units", "places"),
    ),
    "levels.across-places": Check(
        Text(
            zh="不同地方之间是否有异常多的数值逐位相同",
            en="Are more numbers equal to the last decimal between places than chance explains?",
        ),
        same_across_places,
        ("units", "places"),
    ),
    "levels.whole-steps": Check(
        Text(
            zh="同一地方的数值是否异常多地相差整数",
            en="Do numbers of one place differ by whole numbers more often than chance explains?",
        ),
        whole_steps,
        ("units", "places"),
    ),
    "levels.jurisdiction": Check(
        Text(
            zh="辖区政策的得分是否用在其他辖区的园区",
            en="Is the score for a district's policy printed for units of other districts?",
        ),
        policies_of_others,
        ("units", "places", "policies", "beneficiaries"),
    ),
    "levels.profiles": Check(
        Text(
            zh="是否有异常多的园区只在一列上不同",
            en="Do more units differ in one column only than chance explains?",
        ),
        shared_profiles,
        ("units", "columns"),
    ),
}
