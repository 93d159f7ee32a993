"""Tables of how far ranks can be trusted: assumptions, tier probabilities, what moves the ranks, leave-one-out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.trust import without_each
from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
)
from parkindex.analysis.uncertainty.sensitivity import MEAN_SHIFT, TIER_CHANGES
from parkindex.charts.assumption_names import assumption_name
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import NO_RANKING, ranked_units, result_line
from parkindex.charts.sensitivity import NOTHING_TO_COMPARE, index_text, leading
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.tier_names import tier_name
from parkindex.charts.uncertainty import (
    LEVEL,
    NOTHING_UNCERTAIN,
    draws_text,
    how_many_firm,
    places_text,
    probability_text,
)
from parkindex.charts.wording import agree
from parkindex.engine.choices import Step
from parkindex.framework.text import Text
from parkindex.publishing.document import Cell
from parkindex.publishing.tables.building import mark_head, number, number_head, signed, table, text_head, words
from parkindex.publishing.tables.left_out import others_left_out
from parkindex.publishing.tables.method_words import choice_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parkindex.analysis.uncertainty.leave_one_out import Without
    from parkindex.analysis.uncertainty.sensitivity import Sensitivity
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.edition import Edition
    from parkindex.framework.assumptions import WrittenAssumption
    from parkindex.index import Result
    from parkindex.publishing.document import Table

USUAL = Text(
    zh="该方法未列假设；权重出于判断，按四分之一的误差变动。",
    en="The method states no assumptions; its weights are judgements and may be off by a quarter.",
)


def assumptions(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return what varies from draw to draw, how far, and why; how many draws failed, and of what."""
    found = edition.uncertainty()
    if found is None:
        return Unavailable(NOTHING_UNCERTAIN)
    result = edition.result()
    written = result.method.assumptions or (None,) * len(found.assumptions)
    cells = [
        [
            words(setting.text(assumption_name(one, edition.framework))),
            words(_how(one, text, edition, setting)),
            words(setting.text(USUAL if text is None else text.because)),
        ]
        for one, text in zip(found.assumptions, written, strict=True)
    ]
    columns = [
        text_head(setting, "假设", "Assumption", 0.9),
        text_head(setting, "怎样变动", "What varies", 2.2),
        text_head(setting, "理由", "Reason", 2.2),
    ]
    count = len(cells)
    title = setting.say(
        f"每次抽样同时变动{count}项假设，共{draws_text(found, setting)}",
        f"{number_word(count, capital=True)} {agree(count, 'assumption')} {'varies' if count == 1 else 'vary'} at once "
        f"in each of {draws_text(found, setting)}",
    )
    method = setting.say(f"方法：{result.method.title.zh}", f"Method: {result.method.title.en}")
    quasi = setting.say(
        f"拟随机（索博尔序列）抽样，种子{found.seed}；各选项机会均等",
        f"Quasi-random draws (Sobol’ sequence), seed {found.seed}; all options are equally likely",
    )
    return table(
        "assumptions", title, (columns, cells), result_line(result, setting), [method, quasi, *_failed(found, setting)]
    )


def _failed(found: Uncertainty, setting: Setting) -> list[str]:
    """Return how many draws failed, with every cause; that none did is said too."""
    if not found.failures:
        return [setting.say("抽样全部算出", "No draw failed")]
    return [
        setting.say(f"{count}次未能计算：{cause}", f"{count} draws failed: {cause}")
        for cause, count in found.failures.items()
    ]


def _how(assumption: Assumption, written: WrittenAssumption | None, edition: Edition, setting: Setting) -> str:
    """Return how far an assumption lets things vary."""
    match assumption:
        case Alternatives():
            named = _options(assumption, written, setting)
            said = setting.say("以下之一：", "One of: ") + setting.say("；", "; ").join(named)
        case VariedWeights():
            said = _weights(assumption, setting)
        case MeasurementError():
            said = _error(assumption, setting)
        case DrawnImputation():
            said = setting.say("从同一指标的实测值中抽取", "Drawn from the values observed at the same indicator")
        case LeftOut(nodes=nodes):
            names = setting.names([setting.text(edition.framework.node(code).name) for code in nodes])
            said = setting.say(f"不剔除，或剔除其一：{names}", f"None, or one of: {names}")
    return said


def _error(assumption: MeasurementError, setting: Setting) -> str:
    """Return how far values may be off: half a printed unit, a share of themselves, or so much."""
    size = assumption.size
    if assumption.by == "rounding" and not size:
        return setting.say(
            "每个数值在所印末位的半个单位之内", "Every value within half a unit of its last printed digit"
        )
    if assumption.by == "rounding":
        half = setting.number(size / 2, max(0, 1 - math.floor(math.log10(size))))
        return setting.say(f"每个数值上下{half}之内", f"Every value within ±{half}")
    span = setting.percent(100 * size) if assumption.by == "relative" else setting.number(size)
    if assumption.shape == "normal":
        return setting.say(
            f"每个数值服从正态误差，标准差{span}", f"Every value with a normal error, standard deviation {span}"
        )
    return setting.say(f"每个数值上下{span}之内", f"Every value within ±{span}")


def _options(assumption: Alternatives, written: WrittenAssumption | None, setting: Setting) -> list[str]:
    """Return the options by name: with the reason of each where it is written, else with its parameters."""
    alternatives = getattr(written, "alternatives", ())
    stated = [None] * (len(assumption.options) - len(alternatives)) + [each.because for each in alternatives]
    named = []
    for option, because in zip(assumption.options, stated, strict=True):
        if assumption.step == "normalisation" and option.name == "rank":
            named.append(setting.say("名次计分", "ranks"))
        elif because is None:
            named.append(choice_name(option, setting))
        else:
            reason = setting.text(because).rstrip("。.")
            reason = reason[:1].lower() + reason[1:]
            named.append(f"{choice_name(Step(option.name), setting)}{setting.bracketed(reason)}")
    return named


def _weights(assumption: VariedWeights, setting: Setting) -> str:
    match assumption.by:
        case "uniform":
            within = setting.percent(100 * assumption.within)
            return setting.say(
                f"各权重上下{within}，再归一", f"Each within ±{within} of itself, then rescaled to their sum"
            )
        case "dirichlet":
            return setting.say(
                f"以所列权重为中心的狄利克雷分布，集中度{assumption.concentration:g}",
                f"Dirichlet around the stated weights, concentration {assumption.concentration:g}",
            )
        case "simplex":
            return setting.say("所有权重组合机会均等", "Every weighting equally likely")
        case "panel":
            count = len(assumption.panel)
            return setting.say(f"{count}位专家之一的权重", f"The weights of one of {count} experts")


def tier_probabilities(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return for every unit its rank with the interval, how often it keeps it, and how likely each tier is."""
    found, result = edition.uncertainty(), edition.result()
    ranked = ranked_units(result)
    if found is None or not ranked:
        return Unavailable(NOTHING_UNCERTAIN if found is None else NO_RANKING)
    shares = found.tier_probabilities
    if shares is None or not result.tier_count:
        return Unavailable(Text(zh="这一方法不分梯队。", en="The method has no tiers."))
    tiers = range(1, shares.shape[1] + 1)
    columns = [
        number_head(setting, "名次", "Rank", share=0.5),
        text_head(setting, "园区", setting.noun(1).capitalize(), 2.4),
        mark_head(setting, "90%区间", "90% interval", 0.8),
        number_head(setting, "保持名次", "Keeps rank", "%", 0.7),
        mark_head(setting, "梯队", "Tier", 0.8),
        *(number_head(setting, tier_name(tier, setting), tier_name(tier, setting), "%", 0.7) for tier in tiers),
    ]
    cells = [_probability_row(result, found, unit, setting) for unit in ranked]
    firm = len(found.firm_tiers(LEVEL))
    title = setting.say(
        f"{how_many_firm(firm, len(ranked), '梯队', setting)}（至少90%的抽样不变）",
        f"{how_many_firm(firm, len(ranked), 'tier places', setting)} (the same in at least 90% of the draws)",
    )
    note = setting.say(
        f"各梯队之下为{draws_text(found, setting)}中的比例，加粗者为本表所列梯队",
        f"Under the tiers: shares of {draws_text(found, setting)}; bold is the tier of this table",
    )
    method = setting.say(
        f"名次与梯队按“{result.method.title.zh}”", f"Ranks and tiers are those of “{result.method.title.en}”"
    )
    return table("tier-probabilities", title, (columns, cells), result_line(result, setting), [note, method])


def _probability_row(result: Result, found: Uncertainty, unit: str, setting: Setting) -> list[Cell]:
    row, tier = result.row(unit), result.tier(unit)
    shares = found.tier_probabilities
    assert shares is not None  # noqa: S101 - told apart by the caller
    return [
        words(str(result.rank(unit))),
        words(setting.text(result.dataset.unit(unit).name)),
        words(places_text(*found.rank_interval(LEVEL)[row])),
        words(kept_rank(result, found, unit)),
        Cell(tier_name(tier, setting), tier=tier),
        *(
            words(probability_text(float(share)).removesuffix("%"), strong=place == tier)
            for place, share in enumerate(shares[row], 1)
        ),
    ]


def kept_rank(result: Result, found: Uncertainty, unit: str) -> str:
    """Return in how many per cent of the draws a unit has its published rank, a dash where ranks share counters."""
    rank = result.rank(unit)
    if rank is None or not found.exact_ranks:
        return "–"
    return probability_text(float(found.rank_probabilities[result.row(unit), rank - 1])).removesuffix("%")


def sensitivity(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return first-order and total index of every assumption for ranks and tiers, with their intervals."""
    found, result = edition.sensitivity(), edition.result()
    if found is None:
        return Unavailable(NOTHING_TO_COMPARE)
    targets = [name for name in (MEAN_SHIFT, TIER_CHANGES) if name in found.targets]
    said = {
        MEAN_SHIFT: setting.say("名次平均移动", "Mean rank shift"),
        TIER_CHANGES: setting.say("换梯队的家数", "Tier changes"),
    }
    columns = [text_head(setting, "假设", "Assumption", 1.4)]
    for name in targets:
        columns += [
            number_head(setting, f"{said[name]}：一阶", f"{said[name]}: first-order", share=1.1),
            number_head(setting, f"{said[name]}：总", f"{said[name]}: total", share=1.1),
        ]
    names = [setting.text(assumption_name(one, edition.framework)) for one in edition.assumptions()]
    cells = [
        [words(names[place]), *(cell for name in targets for cell in _index_cells(found, name, place, setting))]
        for place in range(len(names))
    ]
    leaders = {name: [names[place] for place in leading(found.targets[name])] for name in targets}
    title = _sensitivity_title(leaders, setting)
    runs = setting.say(
        f"索博尔指数（占方差的比例），{setting.number(found.runs, 0)}次运行，括号内为90%自助法区间；"
        "一阶指数只计单独作用，总指数含交互",
        f"Sobol’ indices (shares of the variance) from {setting.number(found.runs, 0)} runs, with 90% bootstrap "
        "intervals; first-order counts an assumption alone, total adds its interactions",
    )
    lost = found.rows - found.rows_left
    dropped = setting.say(f"{lost}组因无法计算而舍去", f"{lost} rows with failed runs are left out") if lost else ""
    return table("sensitivity", title, (columns, cells), result_line(result, setting), [runs, dropped])


def _sensitivity_title(leaders: Mapping[str, Sequence[str]], setting: Setting) -> str:
    """Return what moves the ranks most and what the tiers; what cannot be told apart is named together."""
    quoted = {target: [f"“{name}”" for name in names] for target, names in leaders.items()}
    ranks, tiers = (quoted.get(target, []) for target in (MEAN_SHIFT, TIER_CHANGES))
    verb = "moves" if len(ranks) == 1 else "move"
    if not tiers or ranks == tiers:
        also = setting.say("和梯队", " and tiers") if tiers else ""
        return setting.say(
            f"对名次{also}影响最大的是{''.join(ranks)}", f"{setting.names(ranks)} {verb} ranks{also} most"
        )
    return setting.say(
        f"对名次影响最大的是{''.join(ranks)}，对梯队是{''.join(tiers)}",
        f"{setting.names(ranks)} {verb} the ranks most, {setting.names(tiers)} the tiers",
    )


def _index_cells(found: Sensitivity, target: str, place: int, setting: Setting) -> list[Cell]:
    indices = found.targets[target]
    return [
        words(_with_interval(float(value[place]), interval[place], setting))
        for value, interval in ((indices.first, indices.first_interval), (indices.total, indices.total_interval))
    ]


def _with_interval(value: float, interval: np.ndarray, setting: Setting) -> str:
    if math.isnan(value):
        return "–"
    low, high = (index_text(float(end), setting) for end in interval)
    return f"{index_text(value, setting)}{setting.bracketed(setting.say(f'{low}至{high}', f'{low} to {high}'))}"


def leave_one_out(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return what leaving out each pillar, and each indicator, does to the ranking."""
    result = edition.result()
    found = without_each(result)
    if not found:
        return Unavailable(
            Text(zh="只有一项指标，无从剔除。", en="There is one indicator only, and nothing to leave out.")
        )
    tiered = result.method.method.tiers.name not in {"none", "thresholds"}
    columns = [
        text_head(setting, "剔除", "Left out", 2.0),
        number_head(setting, "平均移动", "Mean shift", setting.say("位", "places"), 0.7),
        number_head(setting, "最大移动", "Largest shift", setting.say("位", "places"), 0.7),
        text_head(setting, "移动最大者", "Who moves farthest", 1.6),
        number_head(setting, "肯德尔τ", "Kendall’s tau", share=0.8),
    ]
    if tiered:
        columns.append(number_head(setting, "换梯队", "Tier changes", setting.say("家", ""), 0.7))
    cells = [_without_row(result, one, setting, tiered=tiered) for one in found]
    whole = [one for one in found if not one.failed]
    notes = [
        setting.say("正数为上升", "A positive shift is a rise"),
        setting.say(
            "固定分界随总分的尺度而失去意义，故不计梯队",
            "Stated cut-offs lose their meaning with the scale, so that tiers are not compared",
        )
        if result.method.method.tiers.name == "thresholds"
        else "",
        *(f"{_left_out_name(result, one, setting)}{setting.colon()}{one.failed}" for one in found if one.failed),
        *others_left_out(result, setting),
    ]
    title = _without_title(result, whole, setting)
    return table("leave-one-out", title, (columns, cells), result_line(result, setting), notes)


def _left_out_name(result: Result, one: Without, setting: Setting) -> str:
    return setting.text(result.framework.node(one.left_out).name)


def _without_row(result: Result, one: Without, setting: Setting, *, tiered: bool) -> list[Cell]:
    farthest = setting.text(result.dataset.unit(one.largest).short) if one.largest else "–"
    cells = [
        words(_left_out_name(result, one, setting), strong=one.kind == "pillar"),
        number(setting, one.mean_shift, 1),
        signed(setting, None if one.failed else one.largest_shift),
        words(farthest),
        number(setting, one.kendall, 3),
    ]
    return [*cells, number(setting, len(one.tier_changes))] if tiered else cells


def _without_title(result: Result, found: list[Without], setting: Setting) -> str:
    if not found:
        return setting.say("剔除任何一项都无法排名", "Without any one of them there is no ranking")
    most = max(found, key=lambda one: one.mean_shift)
    name = result.framework.node(most.left_out).name
    shift = setting.number(most.mean_shift, 1)
    return setting.say(
        f"剔除“{name.zh}”对名次影响最大，平均移动{shift}位",
        f"Leaving out “{name.en}” moves the ranks most, by {shift} places on average",
    )
