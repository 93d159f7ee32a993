"""What is said under the table of leave-one-out about single units, and about all units of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.uncertainty.evaluation import Evaluation
from parkindex.analysis.uncertainty.leave_one_out import without_all_places, without_each_unit
from parkindex.evidence.regions import place_or_region_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parkindex.analysis.uncertainty.leave_one_out import Without
    from parkindex.charts.setting import Setting
    from parkindex.index import Result

MOST_UNITS = 100
"""Units up to which each of them, and each place, is left out in turn while a report is made."""


def others_left_out(result: Result, setting: Setting) -> list[str]:
    """Return a sentence on leaving out each unit and one on each place; none for more units than `MOST_UNITS`."""
    if not 2 < len(result.units) <= MOST_UNITS:
        return []
    evaluation = Evaluation.of(result)
    units, places = without_each_unit(evaluation), without_all_places(evaluation)
    if places and _nothing((*units, *places)):
        return [
            setting.say(
                "剔除任何一家，或任何一地（地区、省、市）的全部，其余各家的名次与梯队都不变",
                f"Leaving out any one {setting.noun(1)}, or all of one region, province or city, "
                "changes no rank or tier of the others",
            )
        ]
    return [sentence for sentence in (_units(result, units, setting), _places(result, places, setting)) if sentence]


def _units(result: Result, found: Sequence[Without], setting: Setting) -> str:
    most = _most(found)
    if most is None:
        return ""
    noun = setting.noun(1)
    if _nothing(found):
        return setting.say(
            "剔除任何一家，其余各家的名次与梯队都不变",
            f"Leaving out any one {noun} changes no rank or tier of the others",
        )
    name = result.dataset.unit(most.left_out).short
    return setting.say(
        f"剔除单家，以{name.zh}影响最大，其余各家平均移动{setting.number(most.mean_shift, 1)}位",
        f"Of single {setting.noun(2)}, leaving out {name.en} moves the others most, by "
        f"{setting.number(most.mean_shift, 1)} places on average",
    )


def _places(result: Result, found: Sequence[Without], setting: Setting) -> str:
    most = _most(found)
    if most is None:
        return ""
    if _nothing(found):
        return setting.say(
            "剔除任何一地（地区、省、市）的全部，其余各家的名次与梯队都不变",
            "Leaving out all of one region, province or city changes no rank or tier of the others",
        )
    name = place_or_region_name(result.dataset, most.left_out)
    return setting.say(
        f"剔除一地的全部，以{name.zh}影响最大，其余各家平均移动{setting.number(most.mean_shift, 1)}位",
        f"Of places, leaving out all of {name.en} moves the others most, by "
        f"{setting.number(most.mean_shift, 1)} places on average",
    )


def _most(found: Sequence[Without]) -> Without | None:
    """Return what moves ranks most; None where nothing can be ranked without it."""
    whole = [one for one in found if not one.failed and one.mean_shift >= 0]
    return max(whole, key=lambda one: one.mean_shift, default=None)


def _nothing(found: Sequence[Without]) -> bool:
    """Tell whether no unit moves, changes its tier, or loses its rank, whatever is left out."""
    return all(not one.failed and one.mean_shift == 0 and not one.tier_changes for one in found)
