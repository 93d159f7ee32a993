"""Tiers: whether they follow the totals and their cut-offs, and whether they part the scores where the scores part."""

from __future__ import annotations

from collections.abc import Mapping

from parkindex.audit.check import Check
from parkindex.audit.tiers.breaks import natural_breaks
from parkindex.audit.tiers.gaps import gaps
from parkindex.audit.tiers.members import cut_offs, order
from parkindex.audit.tiers.noise import noise
from parkindex.framework.text import Text

CHECKS: Mapping[str, Check] = {
    "tiers.order": Check(
        Text(zh="梯队是否与总分的高低一致", en="Do the tiers follow the totals?"), order, ("units", "total", "tiers")
    ),
    "tiers.cut-offs": Check(
        Text(zh="各家所在梯队是否与所载界线一致", en="Do the members of the tiers agree with the printed cut-offs?"),
        cut_offs,
        ("units", "total", "tiers", "cut_offs"),
    ),
    "tiers.gaps": Check(
        Text(zh="梯队之间的间隔是否大于梯队内部的间隔", en="Do the tiers part where the totals lie far apart?"),
        gaps,
        ("units", "total", "tiers"),
    ),
    "tiers.natural-breaks": Check(
        Text(zh="所载梯队与自然断点相差多少", en="How far are the printed tiers from natural breaks?"),
        natural_breaks,
        ("units", "total", "tiers"),
    ),
    "tiers.noise": Check(
        Text(zh="取舍误差或一分之差会不会改变梯队", en="Would rounding, or a single point, change the tiers?"),
        noise,
        ("units", "total", "tiers"),
    ),
}
