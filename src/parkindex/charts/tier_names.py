"""What the tiers are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.index import Result

NUMERALS = "一二三四五六七八九"


def tier_names(result: Result, setting: Setting) -> list[str]:
    """Return the names of the tiers, best first."""
    return [tier_name(tier, setting) for tier in range(1, result.tier_count + 1)]


def tier_name(tier: int | None, setting: Setting) -> str:
    """Return what a tier is called: ``第一梯队``, ``Tier 1``."""
    if tier is None:
        return setting.say("未分梯队", "No tier")
    return setting.say(f"第{NUMERALS[tier - 1] if tier <= len(NUMERALS) else tier}梯队", f"Tier {tier}")
