"""The cards: one for every unit.

With its scores, its place in each pillar, what is strong, what is weak, what moves its rank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.comparison import compare
from parkindex.analysis.policies import benefiting_units
from parkindex.analysis.strengths import Position, Standing, positions, standings
from parkindex.charts.profiles import card_chart
from parkindex.charts.ranking import result_line, score_text
from parkindex.charts.tier_names import tier_name
from parkindex.charts.uncertainty import LEVEL, draws_text, places_text
from parkindex.charts.wording import agree, remark
from parkindex.publishing.document import Card, Cards, Cell
from parkindex.publishing.shared import second_result, setting_of
from parkindex.publishing.tables.firmness import tier_share

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parkindex.analysis.comparison import Shift
    from parkindex.analysis.uncertainty.levers import Lever, Levers
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.charts.setting import Setting
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Language

STRONG = frozenset({"strong", "strong_for_tier"})
WEAK = frozenset({"weak", "weak_for_tier"})

MOST_DECIMALS = 6
"""Decimals up to which it is looked for those in which a change can be seen."""


@dataclass(frozen=True, eq=False)
class Shared:
    """What all cards have in common, reckoned once: a report may hold thousands of them."""

    result: Result
    second: Result | None
    setting: Setting
    shifts: Mapping[str, Shift]
    pillars: tuple[Standing, ...]
    policies: Mapping[str, tuple[str, ...]]
    source: str
    total: int
    uncertainty: Uncertainty | None
    levers: Mapping[str, Levers]


def cards(edition: Edition, language: Language) -> Cards:
    """Return the card of every unit, best first; units without a rank come last."""
    setting = setting_of(edition, language)
    result, second = edition.result(), second_result(edition)
    shared = Shared(
        result=result,
        second=second,
        setting=setting,
        shifts={} if second is None else {shift.unit: shift for shift in compare(result, second).shifts},
        pillars=standings(result),
        policies=benefiting_units(result.dataset),
        source=result_line(result, setting),
        total=int((~np.isnan(result.ranks)).sum()),
        uncertainty=edition.uncertainty(),
        levers=edition.levers(),
    )
    return Cards(tuple(_card(shared, unit) for unit in result.order()))


def _card(shared: Shared, unit: str) -> Card:
    """Return the card of one unit."""
    result, setting = shared.result, shared.setting
    found = positions(result, unit, shared.pillars)
    rank, tier, total = result.rank(unit), result.tier(unit), shared.total
    unranked = setting.say("未排名", "not ranked")
    return Card(
        code=unit,
        name=setting.text(result.dataset.unit(unit).name),
        place=_place(result, unit, setting),
        tier=tier or 0,
        tier_name=tier_name(tier, setting),
        rank=unranked if rank is None else setting.say(f"第{rank}名（共{total}家）", f"No. {rank} of {total}"),
        score=score_text(result, result.score(unit), setting),
        figures=tuple(_figure(result, position, setting) for position in found),
        chart=card_chart(result, setting, unit, found, shared.source),
        strengths=tuple(_verdict(result, each, setting) for each in found if each.verdict in STRONG),
        weaknesses=tuple(_verdict(result, each, setting) for each in found if each.verdict in WEAK),
        remarks=tuple(_remarks(shared, unit)),
    )


def _place(result: Result, unit: str, setting: Setting) -> str:
    """Return district, city and province, the widest first in Chinese and last in English, no name twice."""
    line = [place for place in result.dataset.line(result.dataset.unit(unit).place) if place.level != "country"]
    names = list(dict.fromkeys(setting.text(place.name) for place in line))
    return "".join(reversed(names)) if setting.language == "zh" else ", ".join(names)


def _figure(result: Result, position: Position, setting: Setting) -> Cell:
    """Return a pillar score with its rank."""
    name = setting.text(result.framework.node(position.node).name)
    score = score_text(result, position.score, setting)
    place = "–" if position.rank is None else f"{position.rank}/{position.ranked}"
    return Cell(f"{name} {score}", mark=place)


def _verdict(result: Result, position: Position, setting: Setting) -> str:
    """Return one strength or weakness with the numbers it rests on."""
    name = result.framework.node(position.node).name
    score, median = (score_text(result, each, setting) for each in (position.score, position.median))
    mates = score_text(result, position.tier_median, setting)
    if position.verdict in {"strong", "weak"}:
        # Of how many the card's head has said, unless some have no score here.
        of = "" if position.ranked == len(result.units) else f"（共{position.ranked}家）"
        return setting.say(
            f"{name.zh}：第{position.rank}位{of}，{score}分；全部中位数{median}分",
            f"{name.en}: no. {position.rank} of {position.ranked} with {score} points; median of all {median}",
        )
    side = position.verdict == "strong_for_tier"
    return setting.say(
        f"{name.zh}：{score}分，{'高' if side else '低'}于本梯队中位数{mates}分",
        f"{name.en}: {score} points, {'above' if side else 'below'} the tier’s median of {mates}",
    )


def _remarks(shared: Shared, unit: str) -> list[str]:
    """Return what else a reader should know: the other method, policies, how the place is known, values not its own."""
    result, second, setting, shift = shared.result, shared.second, shared.setting, shared.shifts.get(unit)
    said = firmness(shared, unit)
    if second is not None and shift is not None and shift.second_rank is not None:
        title = second.method.title
        move = shift.shift or 0
        zh = "不变" if not move else f"{'升' if move > 0 else '降'}{abs(move)}位"
        en = "unchanged" if not move else f"{'up' if move > 0 else 'down'} {abs(move)}"
        tier = tier_name(shift.second_tier, setting)
        said.append(
            setting.say(
                f"按“{title.zh}”列第{shift.second_rank}（{zh}），{tier}",
                f"Under “{title.en}” no. {shift.second_rank} ({en}), {tier}",
            )
        )
    policies = len(shared.policies.get(unit, ()))
    if policies:
        said.append(
            setting.say(
                f"列为{policies}项专项政策的受益园区",
                f"Named as beneficiary of {policies} special {agree(policies, 'policy')}",
            )
        )
    note = remark(result.dataset.unit(unit).place_note, setting.language)
    if note:
        said.append(setting.say(f"地点：{note}", f"Place: {note}"))
    return [*said, *_borrowed(result, unit, setting)]


def firmness(shared: Shared, unit: str) -> list[str]:
    """Return the interval of the rank with the probability of the tier, and the shortest way one step up."""
    result, setting, found = shared.result, shared.setting, shared.uncertainty
    said = []
    if found is not None and result.rank(unit) is not None:
        span = places_text(*found.rank_interval(LEVEL)[result.row(unit)])
        draws = draws_text(found, setting)
        tier = tier_share(result, found, unit)
        kept = setting.say(f"，{tier}仍在本梯队", f", tier kept in {tier}") if tier else ""
        said.append(
            setting.say(f"{draws}中90%列第{span.replace('–', '至')}名{kept}", f"Rank {span} in 90% of {draws}{kept}")
        )
    return said + way_up(shared, unit)


def way_up(shared: Shared, unit: str) -> list[str]:
    """Return the cheapest verified change of a unit's own values that takes it one step up, and the best single one."""
    found, setting = shared.levers.get(unit), shared.setting
    if found is None or found.reached:
        return []
    goal = found.goal.number
    aim = tier_name(goal, setting) if found.goal.kind == "tier" else setting.say(f"第{goal}名", f"no. {goal}")
    if not found.ways:
        return [setting.say(f"仅凭自身得分达不到{aim}", f"Cannot reach {aim} by its own values alone")]
    alone = [way for way in found.ways if len(way.values) == 1][:2]
    either = setting.say("，或", ", or ").join(_changes(shared, way) for way in alone or found.ways[:1])
    return [
        setting.say(f"其他园区不变，达到{aim}只需：{either}", f"With all others as they are, {aim} takes: {either}")
    ]


def _changes(shared: Shared, way: Lever) -> str:
    """Return each value of a lever, from what it is to what it would be, with as many decimals as either has."""
    setting, told = shared.setting, []
    for code, value in way.values.items():
        before = way.before[code]
        name = setting.text(shared.result.framework.node(code).name)
        decimals = max(len(setting.number(each).partition(".")[2]) for each in (before, value))
        while decimals < MOST_DECIMALS and setting.number(before, decimals) == setting.number(value, decimals):
            decimals += 1
        start, end = setting.number(before, decimals), setting.number(value, decimals)
        told.append(
            setting.say(f"{name}由{start}{'升' if value > before else '降'}至{end}", f"{name} from {start} to {end}")
        )
    return setting.say("与", " and ").join(told)


def _borrowed(result: Result, unit: str, setting: Setting) -> list[str]:
    """Return how many values behind the score are imputed, treated or missing."""
    row = result.row(unit)
    columns = [result.column_of(code) for code in result.entries]
    counts = {
        "imputed": int(result.outcome.imputed[row, columns].sum()),
        "treated": int(result.outcome.treated[row, columns].sum()),
        "lent": sum(result.matrix.lent_from[row, column] is not None for column in columns),
    }
    names = {
        "imputed": ("插补", "imputed"),
        "treated": ("经异常值处理", "treated as outliers"),
        "lent": ("由所在地借用", "lent by its place"),
    }
    present = [
        setting.say(f"{names[kind][0]}{count}个", f"{count} {names[kind][1]}")
        for kind, count in counts.items()
        if count
    ]
    if not present:
        return []
    listing = setting.names(present)
    return [setting.say(f"{len(columns)}个数值中：{listing}", f"Of {len(columns)} values: {listing}")]
