"""Tables of what lies behind the scores: the indicators, the points moved, coherence, nominal and effective weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.analysis.coherence import UNITS_A_CHILD, cohere
from parkindex.analysis.importance import weigh_up
from parkindex.analysis.indicators import summarise_indicators
from parkindex.analysis.treated import moved_points, treated
from parkindex.charts.limits import MOST_UNITS, shown
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import result_line
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.structure import NOT_TREATED, NOTHING_MOVED
from parkindex.charts.wording import agree
from parkindex.framework.model import Indicator
from parkindex.framework.text import Text
from parkindex.publishing.tables.building import number, number_head, table, text_head, words

if TYPE_CHECKING:
    from parkindex.analysis.coherence import Coherence
    from parkindex.analysis.importance import FamilyImportance, Importance
    from parkindex.edition import Edition
    from parkindex.index import Result
    from parkindex.publishing.document import Cell, Table

FLAGS: dict[str, Text] = {
    "scarce": Text(zh="缺失多", en="many missing"),
    "zeros": Text(zh="零值多", en="many zeros"),
    "same": Text(zh="同值多", en="many alike"),
    "skewed": Text(zh="有极端值", en="extreme values"),
    "few units": Text(zh="园区少", en="few units"),
    "opposed": Text(zh="有反向指标", en="opposed children"),
}
"""What a flag of the analyses says."""
ONE_CHILD = Text(zh="没有节点有两个以上带得分的下级。", en="No node has two or more children with scores.")


def indicator_summary(edition: Edition, setting: Setting) -> Table:
    """Return the distribution of every entry as it was entered, with flags."""
    result = edition.result()
    found = summarise_indicators(result)
    columns = [
        text_head(setting, "指标", "Indicator", 2.0),
        text_head(setting, "单位", "Unit", 0.9),
        number_head(setting, "n", "n", share=0.4),
        number_head(setting, "最小", "Least"),
        number_head(setting, "中位数", "Median"),
        number_head(setting, "均值", "Mean"),
        number_head(setting, "最大", "Greatest", share=0.75),
        number_head(setting, "标准差", "Standard deviation", share=0.85),
        number_head(setting, "偏度", "Skewness", share=0.8),
        text_head(setting, "留意", "Flags", 1.2),
    ]
    cells = []
    for each in found:
        node = result.framework.node(each.code)
        unit = setting.text(node.unit_of_measure) if isinstance(node, Indicator) else setting.say("分", "points")
        marks = (each.least, each.median, each.greatest)
        decimals = 0 if all(value == round(value, 1) and abs(value) >= 1000 for value in marks if value) else 2
        cells.append(
            [
                words(setting.text(node.name)),
                words(unit),
                number(setting, each.n),
                *(number(setting, value, decimals) for value in (each.least, each.median, each.mean, each.greatest)),
                number(setting, each.deviation, decimals),
                number(setting, each.skewness, 2),
                words(_flags(each.flags, setting)),
            ]
        )
    flagged, count = sum(bool(each.flags) for each in found), len(found)
    title = setting.say(
        f"进入指数的{count}项中有{flagged}项的分布需要留意" if flagged else f"进入指数的{count}项的分布均无须特别留意",
        f"{_of(flagged, count)} entries {agree(flagged or 1, 'has')} a distribution that deserves a look",
    )
    note = setting.say(
        "留意：有值不足65%、非零值不足50%、不同值不足50%，或偏度绝对值达2且峰度达3.5",
        "Flags: under 65% present, under 50% not zero, under 50% different, or skewness of 2 with kurtosis of 3.5",
    )
    return table(
        "indicator-summary", title, (columns, cells), result_line(result, setting), [note, _left_out(result, setting)]
    )


def _of(part: int, whole: int) -> str:
    """Return how an English title begins: ``Three of five``, ``None of the five``."""
    if not part:
        return f"None of the {number_word(whole)}"
    return f"{number_word(part, capital=True)} of {number_word(whole)}"


def _left_out(result: Result, setting: Setting) -> str:
    """Return what screening left out, in a sentence; empty where nothing was."""
    units = [unit for unit, row in zip(result.units, result.outcome.screened, strict=True) if row.any()]
    if not units:
        return ""
    names = setting.names([setting.text(result.dataset.unit(unit).short) for unit in units], shown=10)
    return setting.say(f"筛选略去的值属于：{names}", f"Screening leaves out values of {names}")


def _flags(flags: tuple[str, ...], setting: Setting) -> str:
    return setting.say("、", ", ").join(setting.text(FLAGS[flag]) for flag in flags)


def moved_values(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every value that the treatment moved, before and after."""
    result = edition.result()
    chosen = result.method.method.treatment
    if chosen.name == "none" and all(other.name == "none" for other in chosen.nodes.values()):
        return NOT_TREATED
    points = moved_points(treated(result))
    if not points:
        return NOTHING_MOVED
    kept, left_out = shown(points, MOST_UNITS, setting)
    columns = [
        text_head(setting, "指标", "Indicator", 1.6),
        text_head(setting, "园区", "Unit", 1.6),
        number_head(setting, "处理前", "Before"),
        number_head(setting, "处理后", "After"),
    ]
    cells = [
        [
            words(setting.text(result.framework.node(point.node).name)),
            words(setting.text(result.dataset.unit(point.unit).name)),
            number(setting, point.before, 2),
            number(setting, point.after, 2),
        ]
        for point in kept
    ]
    indicators = len({point.node for point in points})
    title = setting.say(
        f"异常值处理移动了{indicators}个指标的{len(points)}个值",
        f"Treatment moves {number_word(len(points))} {agree(len(points), 'value')} "
        f"in {number_word(indicators)} {agree(indicators, 'indicator')}",
    )
    return table("moved-values", title, (columns, cells), result_line(result, setting), [left_out])


def coherence(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return for every node with several children whether these belong together."""
    result = edition.result()
    found = cohere(result)
    if not found:
        return Unavailable(ONE_CHILD)
    columns = [
        text_head(setting, "节点", "Node", 1.8),
        number_head(setting, "下级数", "Children", share=0.8),
        number_head(setting, "n", "n", share=0.4),
        number_head(setting, "克龙巴赫α", "Cronbach’s alpha", share=1.0),
        number_head(setting, "KMO", "KMO"),
        number_head(setting, "第一主成分", "First component", "%", 1.1),
        text_head(setting, "留意", "Flags", 1.2),
    ]
    cells = [
        [
            words(setting.text(result.framework.node(each.node).name)),
            number(setting, len(each.children)),
            number(setting, each.n),
            number(setting, each.alpha, 2),
            number(setting, each.adequacy, 2),
            number(setting, 100 * each.explained[0] if each.explained else None, 1),
            words(_flags(each.flags, setting)),
        ]
        for each in found
    ]
    title = _coherence_title(result, found, setting)
    note = setting.say(
        f"α以0.7、KMO以0.6为可接受；每个下级不足{UNITS_A_CHILD}家园区时谨慎解读；破折号表示无法计算（KMO须有三个以上下级）",
        f"Alpha is acceptable from 0.7, KMO from 0.6; with under {UNITS_A_CHILD} units a child read with care; a dash "
        "where there is no value (KMO: of three children or more)",
    )
    return table("coherence", title, (columns, cells), result_line(result, setting), [note])


def _coherence_title(result: Result, found: tuple[Coherence, ...], setting: Setting) -> str:
    """Return the alpha of the only node, or how many nodes reach an acceptable one."""
    if len(found) == 1:
        name, alpha = result.framework.node(found[0].node).name, setting.number(found[0].alpha, 2)
        return setting.say(
            f"“{name.zh}”各项之间的内部一致性（克龙巴赫α）为{alpha}",
            f"The children of “{name.en}” have an internal consistency (Cronbach’s alpha) of {alpha}",
        )
    good = sum(each.alpha >= 0.7 for each in found)
    return setting.say(
        f"{len(found)}个有多个下级的节点中，{good}个的内部一致性达到0.7",
        f"{_of(good, len(found))} nodes with several children {agree(good or 1, 'has')} an internal consistency of 0.7",
    )


def effective_weights(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return for every family what its members are said to weigh, what they count, and what they should weigh."""
    result = edition.result()
    found = weigh_up(result)
    if not found:
        return Unavailable(ONE_CHILD)
    columns = [
        text_head(setting, "上级", "Parent", 1.4),
        text_head(setting, "节点", "Node", 1.6),
        number_head(setting, "名义权重", "Nominal", "%"),
        number_head(setting, "所用权重", "As used", "%"),
        number_head(setting, "占方差", "Share of variance", "%", 0.8),
        number_head(setting, "单独解释", "Explains alone", "%", 0.8),
        number_head(setting, "相符权重", "To meet nominal", "%", 0.8),
    ]
    cells = [
        _weight_row(result, family, child, place, setting)
        for family in found
        for place, child in enumerate(family.children)
    ]
    title = _gaps_title([child for family in found for child in family.children], setting)
    n = sorted({family.n for family in found})
    notes = [
        setting.say(
            f"各项均为上级之内的份额，n = {setting.number(n[0])}"
            + (f"–{n[-1]}" if len(n) > 1 else "")
            + "；单独解释：该项单独解释的上级方差（相关比），各项之和不必为100",
            f"Shares within the parent, n = {n[0]}"
            + (f"–{n[-1]}" if len(n) > 1 else "")
            + "; explains alone: the share of the parent’s variance that the node explains by itself (correlation "
            "ratio), which need not add up to 100",
        ),
        setting.say("直接相加不用权重，所用权重按等分计", "A sum uses no weights: those used are equal shares")
        if any(family.aggregation == "sum" for family in found)
        else "",
        _not_converged(result, found, setting),
    ]
    return table("effective-weights", title, (columns, cells), result_line(result, setting), notes)


def _gaps_title(children: list[Importance], setting: Setting) -> str:
    """Return how many effective weights lie apart from the nominal ones; without any, what the table holds."""
    gaps = [abs(child.effective - child.nominal) for child in children if not math.isnan(child.effective)]
    if not gaps:
        return setting.say("各节点单独解释的上级方差", "What each node explains of its parent")
    far = sum(gap > 0.05 for gap in gaps)
    return setting.say(
        f"{len(gaps)}个节点中有{far}个的有效权重与名义权重相差超过5个百分点",
        f"{_of(far, len(gaps))} effective weights {agree(far or 1, 'is')} over 5 percentage points from the nominal "
        "one",
    )


def _weight_row(
    result: Result, family: FamilyImportance, child: Importance, place: int, setting: Setting
) -> list[Cell]:
    parent = setting.text(result.framework.node(family.node).name)
    shares = (
        child.nominal,
        child.used,
        child.effective,
        child.explained,
        child.optimised if family.converged else None,
    )
    return [
        words("" if place else parent, strong=True),
        words(setting.text(result.framework.node(child.node).name)),
        *(number(setting, None if share is None else 100 * share, 1) for share in shares),
    ]


def _not_converged(result: Result, found: tuple[FamilyImportance, ...], setting: Setting) -> str:
    """Name the families for which no weights make effective shares meet the nominal ones."""
    names = [setting.text(result.framework.node(family.node).name) for family in found if not family.converged]
    if not names:
        return ""
    listed = setting.names(names)
    return setting.say(
        f"{listed}：没有找到使有效权重等于名义权重的权重",
        f"{listed}: no weights were found under which the effective weights meet the nominal ones",
    )
