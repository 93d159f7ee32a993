"""Indicators whose definitions overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from parkindex.audit.likeness import abbreviates, bare, likeness, names_one_of
from parkindex.audit.outcome import Exhibit, Outcome, fails, holds, untestable

if TYPE_CHECKING:
    from parkindex.audit.publication import Publication
    from parkindex.framework.model import Framework, Indicator

SAME_DEFINITION = 0.9
"""Likeness from which two definitions say the same: nine tenths of their pairs of letters agree."""

APART = ("其它", "其他", "除", "以外", "另", "other", "besides", "beyond", "except")
"""Words by which an indicator leaves out what another one counts."""


def definitions(publication: Publication) -> Iterator[Outcome]:
    """Compare the definitions of every two indicators, and look for one whose name narrows another's."""
    framework = publication.framework
    if framework is None or len(framework.indicators) < 2:
        yield untestable("无法检验：没有刊载指标的定义。", "This cannot be tested: no indicators are defined.")
        return
    pairs = list(combinations(framework.indicators, 2))
    same = [(a, b) for a, b in pairs if _told(a) and likeness(_told(a), _told(b)) >= SAME_DEFINITION]
    for a, b in same:
        yield fails(
            "minor",
            f"“{a.name.zh}”与“{b.name.zh}”的定义几乎相同，同一事实可能计入两次。",
            f"“{a.name.en}” and “{b.name.en}” are defined almost alike; one fact may be counted twice.",
            *(_definition(framework, each) for each in (a, b)),
            subject=f"{a.code}/{b.code}",
            likeness=likeness(_told(a), _told(b)),
        )
    narrower = [pair for a, b in pairs for pair in ((a, b), (b, a)) if _narrows(*pair)]
    for wide, narrow in narrower:
        yield untestable(
            f"无法检验：按名称，“{narrow.name.zh}”所计的也在“{wide.name.zh}”之内，是否重复计入没有说明。",
            f"This cannot be tested: by their Chinese names, what “{narrow.name.en}” counts is also in "
            f"“{wide.name.en}”; whether it counts twice is not said.",
            *(_definition(framework, each) for each in (wide, narrow)),
            subject=f"{wide.code}/{narrow.code}",
        )
    if not same:
        yield holds(
            f"{len(framework.indicators)}项指标的定义各不相同。",
            f"The definitions of {len(framework.indicators)} indicators differ.",
            n=len(framework.indicators),
        )


def _told(indicator: Indicator) -> str:
    return "" if indicator.definition is None else indicator.definition.zh


def _definition(framework: Framework, indicator: Indicator) -> Exhibit:
    return Exhibit(indicator.name, _told(indicator) or indicator.name.zh, framework.where(indicator.code))


def _narrows(wide: Indicator, narrow: Indicator) -> bool:
    """Tell whether a name is another one with words inserted, and both count the same units of measure."""
    if wide.type != "numeric" or narrow.type != "numeric" or wide.unit_of_measure != narrow.unit_of_measure:
        return False
    if bare(wide.name.zh) == bare(narrow.name.zh) or names_one_of(narrow.name, APART):
        return False
    return abbreviates(wide.name.zh, narrow.name.zh)
