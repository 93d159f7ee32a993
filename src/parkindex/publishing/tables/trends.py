"""Tables of the trends: gaps of the tiers, units that share one profile, policies that parks share."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.gaps import between, within
from parkindex.analysis.policies import benefiting_units, policy_records
from parkindex.analysis.profiles import shared_in_places
from parkindex.analysis.similarity import shared
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import result_line, score_text
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import addresses_of, source_line
from parkindex.charts.survey_words import in_sentence
from parkindex.charts.tier_names import tier_name
from parkindex.charts.wording import agree
from parkindex.framework.text import Text
from parkindex.publishing.tables.building import mark_head, number, number_head, table, text_head, words
from parkindex.publishing.tables.operation import NO_BENEFICIARIES

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Cell, Table


def tier_gaps(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the spread within each tier and the gap to the next."""
    result = edition.result()
    spreads = within(result.column(), result.tiers)
    gaps = {gap.upper: gap for gap in between(spreads)}
    if not gaps:
        return Unavailable(Text(zh="不足两个梯队，无法比较。", en="Fewer than two tiers: nothing to compare."))
    points = setting.say("分", "points")
    columns = [
        mark_head(setting, "梯队", "Tier", 0.9),
        number_head(setting, "园区", setting.noun().capitalize(), setting.say("家", "")),
        number_head(setting, "平均", "Mean", points),
        number_head(setting, "梯队内部差距", "Range within", points, 0.9),
        number_head(setting, "与下一梯队平均之差", "Gap of means to next", points, 0.9),
        number_head(setting, "与下一梯队的台阶", "Step to next", points, 0.9),
    ]
    cells: list[list[Cell]] = []
    for spread in spreads:
        gap = gaps.get(spread.tier)
        said = [None, None] if gap is None else [gap.means, gap.step]
        cells.append(
            [
                words(tier_name(spread.tier, setting)),
                number(setting, spread.count),
                words(score_text(result, spread.mean, setting)),
                words(score_text(result, spread.range, setting)),
                *(words("–" if value is None else score_text(result, value, setting)) for value in said),
            ]
        )
    widest = max(spreads, key=lambda spread: spread.range)
    title = setting.say(
        f"内部差距最大的是{tier_name(widest.tier, setting)}（{score_text(result, widest.range, setting)}分）",
        f"{tier_name(widest.tier, setting)} is the widest, {score_text(result, widest.range, setting)} points across",
    )
    step = setting.say(
        "台阶：本梯队最低分减下一梯队最高分", "Step: the tier’s lowest score less the next tier’s highest"
    )
    return table("tier-gaps", title, (columns, cells), result_line(result, setting), [step])


def _place_pillars(result: Result) -> tuple[str, ...]:
    """Return the pillars in which at least one pair of units of one city has the very same score."""
    cities = {unit: result.dataset.city_of(unit) for unit in result.units}
    found = []
    for pillar in result.framework.pillars:
        scores = result.column(pillar.code)
        seen = Counter(
            (city.code, float(scores[row]))
            for row, unit in enumerate(result.units)
            if (city := cities[unit]) is not None and not np.isnan(scores[row])
        )
        if any(count > 1 for count in seen.values()):
            found.append(pillar.code)
    return tuple(found)


def profile_groups(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the cities with several units, and how many different profiles their units have in the shared pillars."""
    result = edition.result()
    pillars = _place_pillars(result)
    if not pillars:
        return Unavailable(
            Text(
                zh="没有同城园区在某一一级指标上得分相同。",
                en="No two units of one city have the same score in any pillar.",
            )
        )
    groups = shared_in_places(result, pillars)
    cities = {group.place: [other for other in groups if other.place == group.place] for group in groups}
    several = {city: found for city, found in cities.items() if sum(len(group.units) for group in found) > 1}
    names = [setting.text(result.framework.node(code).name) for code in pillars]
    columns = [
        text_head(setting, "城市", "City", 0.8),
        number_head(setting, "园区", setting.noun().capitalize(), setting.say("家", "")),
        number_head(setting, "不同得分组合", "Distinct profiles", share=0.7),
        text_head(setting, "得分组合相同的园区", "Parks with the same profile", 3.2),
    ]
    ordered = sorted(several.items(), key=lambda item: -sum(len(group.units) for group in item[1]))
    cells = []
    for city, found in ordered:
        alike = [
            setting.say("、", ", ").join(setting.text(result.dataset.unit(unit).short) for unit in group.units)
            for group in found
            if len(group.units) > 1
        ]
        count = sum(len(group.units) for group in found)
        cells.append(
            [
                words(setting.text(result.dataset.place(city).name)),
                number(setting, count),
                number(setting, len(found)),
                words(setting.say("；", "; ").join(alike) or "–"),
            ]
        )
    units = sum(len(group.units) for found in several.values() for group in found)
    distinct = sum(len(found) for found in several.values())
    listing = setting.names([setting.say(name, in_sentence(name)) for name in names])
    title = setting.say(
        f"同城有多家的{units}家园区在{listing}上只有{distinct}种得分组合",
        f"The {number_word(units)} {setting.noun()} that share a city have only {number_word(distinct)} distinct "
        f"profiles in {listing}",
    )
    note = setting.say(
        f"得分组合：{listing}的得分组合；按地点取值的部分由同地园区共用",
        f"Profile: the scores in {listing} together; what is valued by place is the same for its {setting.noun()}",
    )
    return table("profile-groups", title, (columns, cells), result_line(result, setting), [note])


def shared_policies(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return the sets of policies from which units gain, and how many units gain from the same."""
    dataset = edition.dataset
    gaining = benefiting_units(dataset)
    if not gaining:
        return Unavailable(NO_BENEFICIARIES)
    titles = {
        record.policy: setting.say(f"《{record.first.title.zh}》", record.first.title.en)
        for record in policy_records(dataset)
    }
    sets: dict[tuple[str, ...], list[str]] = {}
    for unit, policies in gaining.items():
        sets.setdefault(tuple(sorted(policies)), []).append(unit)
    columns = [
        text_head(setting, "政策组合", "Set of policies", 2.6),
        number_head(setting, "政策数", "Policies", share=0.5),
        number_head(setting, "园区数", setting.noun().capitalize(), share=0.5),
        text_head(setting, "园区", "Names", 2.4),
    ]
    ordered = sorted(sets.items(), key=lambda item: (-len(item[1]), item[0]))
    cells = [
        [
            words(setting.say("", "; ").join(titles.get(policy, policy) for policy in policies)),
            number(setting, len(policies)),
            number(setting, len(units)),
            words(setting.say("、", ", ").join(setting.text(dataset.unit(unit).short) for unit in units)),
        ]
        for policies, units in ordered
    ]
    pairs = [shared(one, other) for one, other in combinations(gaining.values(), 2)]
    alike = sum(value == 1 for value in pairs)
    mean = setting.percent(100 * float(np.mean(pairs)), 1) if pairs else "–"
    n = len(gaining)
    title = setting.say(
        f"{n}家受益园区对应{len(sets)}种政策组合，{alike}对园区的政策完全相同",
        f"{number_word(n, capital=True)} benefiting {setting.noun(n)} draw on {number_word(len(sets))} "
        f"{agree(len(sets), 'set')} of policies; {number_word(alike)} {agree(alike, 'pair')} "
        f"{'shares' if alike == 1 else 'share'} the very same",
    )
    note = setting.say(
        f"两两之间共有政策的平均比重（雅卡尔系数）为{mean}，n = {len(pairs)}对",
        f"Mean share of policies in common (Jaccard): {mean}, n = {len(pairs)} pairs",
    )
    line = source_line(dataset, addresses_of(dataset.beneficiaries), setting, computed=True)
    return table("shared-policies", title, (columns, cells), line, [note])
