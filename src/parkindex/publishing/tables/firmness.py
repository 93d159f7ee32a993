"""The columns that a ranking table carries of the uncertainty analysis: the interval of the rank, the tier's chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.charts.assumption_names import assumption_name
from parkindex.charts.uncertainty import LEVEL, draws_text, places_text, probability_text
from parkindex.publishing.document import Cell
from parkindex.publishing.tables.building import mark_head, number_head, words

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Column


def tier_share(result: Result, found: Uncertainty, unit: str) -> str:
    """Return in how many per cent of the draws a unit is in its published tier; empty where there are no tiers."""
    tier, shares = result.tier(unit), found.tier_probabilities
    return "" if tier is None or shares is None else probability_text(float(shares[result.row(unit), tier - 1]))


def firmness_heads(found: Uncertainty, setting: Setting) -> list[Column]:
    """Return the heads: the interval, and the tier's probability where the method has tiers."""
    heads = [mark_head(setting, "90%区间", "90% interval", 0.8)]
    if found.tier_probabilities is not None:
        heads.append(number_head(setting, "梯队概率", "Tier kept", "%", 0.75))
    return heads


def firmness_cells(result: Result, found: Uncertainty, unit: str) -> list[Cell]:
    """Return the cells of one unit under these heads."""
    cells = [words(places_text(*found.rank_interval(LEVEL)[result.row(unit)]))]
    if found.tier_probabilities is not None:
        cells.append(words(tier_share(result, found, unit).removesuffix("%") or "–"))
    return cells


def firmness_note(edition: Edition, found: Uncertainty, setting: Setting) -> str:
    """Return whose interval and probability these are, over how many draws of what."""
    title = edition.result().method.title
    varied = [assumption_name(one, edition.framework) for one in found.assumptions]
    zh, en = "、".join(name.zh for name in varied), [name.en.lower() for name in varied]
    draws, tiers = draws_text(found, setting), found.tier_probabilities is not None
    share = setting.say(
        "与梯队概率（仍在本表所列梯队的比例）", " and the share of draws that keep the tier of this table"
    )
    return setting.say(
        f"90%区间{share if tiers else ''}属“{title.zh}”：{draws}同时变动{zh}",
        f"The 90% interval of the rank{share if tiers else ''} {'belong' if tiers else 'belongs'} to “{title.en}”: "
        f"{draws} that vary {setting.names(en)} at once",
    )
