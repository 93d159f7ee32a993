"""How many marks a figure can hold and still be read; what is left out is said in the subtitle."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.charts.setting import Setting

Item = TypeVar("Item")

MOST_BARS = 30
MOST_UNITS = 60
MOST_PROFILES = 30


def shown(items: Sequence[Item], most: int, setting: Setting) -> tuple[Sequence[Item], str]:
    """Return the first ``most`` items, and a remark for the subtitle when some were left out, else empty."""
    if len(items) <= most:
        return items, ""
    remark = setting.say(f"仅列前{most}项，共{len(items)}项", f"the first {most} of {len(items)} are shown")
    return items[:most], remark
