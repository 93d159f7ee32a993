"""Tables of the method: the steps with their reasons, the framework, the weights as stated and as they bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from parkindex.charts.framework import levels, stated_shares
from parkindex.charts.numbers import number_word
from parkindex.charts.ranking import NO_RANKING, pillar_points, ranked_units, result_line
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.wording import agree
from parkindex.framework.text import Text
from parkindex.publishing.shared import framework_line, second_result
from parkindex.publishing.tables.building import number, number_head, table, text_head, words
from parkindex.publishing.tables.method_words import STEPS, UNUSED, choice_name

if TYPE_CHECKING:
    from parkindex.edition import Edition
    from parkindex.framework.methods import NamedMethod
    from parkindex.framework.model import Framework, Indicator
    from parkindex.index import Result
    from parkindex.publishing.document import Cell, Table

LEVELS: dict[str, Text] = {
    "park": Text(zh="园区", en="park"),
    "district": Text(zh="区县", en="district"),
    "city": Text(zh="城市", en="city"),
    "province": Text(zh="省级", en="province"),
}


def method_steps(edition: Edition, setting: Setting) -> Table:
    """Return every step of the default method and of the second, each with the reason for its choice."""
    results = [edition.result(), *filter(None, [second_result(edition)])]
    columns = [
        text_head(setting, "方法", "Method", 1.0),
        text_head(setting, "步骤", "Step", 0.8),
        text_head(setting, "选择", "Choice", 1.4),
        text_head(setting, "理由", "Because", 3.2),
    ]
    cells = [row for result in results for row in _step_rows(result.method, edition.framework, setting)]
    titles = [setting.text(result.method.title) for result in results]
    differing = [name for name in STEPS if len({_choice(result.method, name) for result in results}) > 1]
    if len(results) == 1:
        title = setting.say(f"“{titles[0]}”的各个步骤", f"The steps of “{titles[0]}”")
    else:
        steps = setting.names(
            [setting.text(STEPS[name]) if setting.language == "zh" else STEPS[name].en.lower() for name in differing]
        )
        title = setting.say(
            f"“{titles[0]}”与“{titles[1]}”的不同在于{steps}", f"“{titles[0]}” and “{titles[1]}” differ in {steps}"
        )
    source = setting.say(
        "来源：本版方法定义；步骤依据经合组织与欧盟联合研究中心《综合指标构建手册》（2008）",
        "Source: the edition’s methods; steps after OECD/JRC, Handbook on Constructing Composite Indicators (2008)",
    )
    return table("method-steps", title, (columns, cells), source)


def _choice(method: NamedMethod, name: str) -> tuple[str, str]:
    step = method.method.step(name)
    return step.name, str(
        (dict(step.parameters), {code: (one.name, dict(one.parameters)) for code, one in step.nodes.items()})
    )


def _step_rows(method: NamedMethod, framework: Framework, setting: Setting) -> list[list[Cell]]:
    """Return a method as rows, its own reason first."""
    rows = [[words(setting.text(method.title), strong=True), words(""), words(""), words(setting.text(method.because))]]
    for name, label in STEPS.items():
        because = method.because_steps.get(name)
        step = method.method.step(name)
        unused = step.name == "none" and not step.nodes
        default = setting.text(UNUSED) if unused else setting.say("默认", "default")
        own = [
            f"{setting.text(framework.node(code).name)}{setting.colon()}{choice_name(one, setting)}"
            for code, one in step.nodes.items()
        ]
        rows.append(
            [
                words(""),
                words(setting.text(label)),
                words(setting.joined([choice_name(step, setting), *own])),
                words(setting.text(because) if because else default),
            ]
        )
    return rows


def framework(edition: Edition, setting: Setting) -> Table:
    """Return the tree: pillar with weight, second level, indicator with definition, type, level, direction and unit."""
    tree = edition.framework
    shares = stated_shares(tree)
    columns = [
        text_head(setting, "一级指标（权重）", "Pillar (weight)", 1.1),
        text_head(setting, "二级指标", "Second level", 1.2),
        text_head(setting, "三级指标", "Indicator", 1.2),
        text_head(setting, "说明", "Definition", 2.8),
        text_head(setting, "类型", "Type", 0.6),
        text_head(setting, "层级", "Level", 0.6),
        text_head(setting, "方向", "Direction", 0.6),
        text_head(setting, "单位", "Unit", 0.8),
        text_head(setting, "资料", "Source", 0.7),
    ]
    cells: list[list[Cell]] = []
    seen: set[str] = set()
    for indicator in tree.indicators:
        line = (indicator.code, *tree.ancestors(indicator.code))[:-1]
        pillar = tree.node(line[-1])
        between = [tree.node(code) for code in reversed(line[1:-1])]
        heads = []
        for node, label in (
            (pillar, f"{setting.text(pillar.name)}{setting.bracketed(setting.percent(shares[pillar.code]))}"),
        ):
            heads.append(words("" if node.code in seen else label, strong=True))
            seen.add(node.code)
        second = setting.say("—", " – ").join(setting.text(node.name) for node in between if node.code not in seen)
        seen.update(node.code for node in between)
        cells.append([*heads, words(second), *_indicator(indicator, setting)])
    counts = setting.names([str(count) for count in levels(tree)])
    index_type = sum(indicator.type == "index" for indicator in tree.indicators)
    title = setting.say(
        f"{len(tree.pillars)}个一级指标之下有{len(tree.indicators)}个三级指标，其中{index_type}个为指数型",
        f"{number_word(index_type, capital=True)} of the {number_word(len(tree.indicators))} indicators under "
        f"{number_word(len(tree.pillars))} pillars {agree(index_type, 'is')} of the index type",
    )
    note = setting.say(
        f"自上而下各级节点数：{counts}；未列权重者同级均分",
        f"Nodes a level from the top: {counts}; siblings without a stated weight count the same",
    )
    return table("framework", title, (columns, cells), framework_line(edition, setting), [note])


def _indicator(indicator: Indicator, setting: Setting) -> list[Cell]:
    """Return the properties of an indicator."""
    kinds = {"numeric": setting.say("数值型", "numeric"), "index": setting.say("指数型", "index")}
    directions = {"higher": setting.say("越高越好", "higher"), "lower": setting.say("越低越好", "lower")}
    hands = {"first_hand": setting.say("一手", "first hand"), "second_hand": setting.say("二手", "second hand")}
    return [
        words(setting.text(indicator.name)),
        words(setting.text(indicator.definition) if indicator.definition else ""),
        words(kinds[indicator.type]),
        words(setting.text(LEVELS[indicator.level])),
        words(directions[indicator.direction]),
        words(setting.text(indicator.unit_of_measure)),
        words(hands[indicator.source_kind]),
    ]


def weights(edition: Edition, setting: Setting) -> Table:
    """Return the weight of every node: within its parent as stated, and of the whole."""
    tree = edition.framework
    structure = tree.compile()
    overall = structure.global_weights()
    columns = [
        text_head(setting, "节点", "Node", 2.4),
        text_head(setting, "级别", "Level", 0.6),
        number_head(setting, "所列权重", "Stated weight", "%", 0.7),
        number_head(setting, "占总体", "Of the whole", "%", 0.7),
    ]
    cells = []
    for place, code in enumerate(tree.codes[1:], 1):
        node = tree.node(code)
        depth = len(tree.ancestors(code))
        siblings = [each.weight for each in tree.nodes[tree.parent(code) or ""].children]  # type: ignore[union-attr]
        whole = sum(weight or 0.0 for weight in siblings)
        stated = None if node.weight is None or not whole else 100 * node.weight / whole
        cells.append(
            [
                words("\u3000" * (depth - 1) + setting.text(node.name), strong=depth == 1),
                words(str(depth)),
                number(setting, stated, 1),
                number(setting, 100 * float(overall[place]), 1),
            ]
        )
    unstated = sum(tree.node(code).weight is None for code in tree.codes[1:])
    title = setting.say(
        f"{len(tree.codes) - 1}个节点中有{unstated}个未列权重，按同级均分",
        f"{number_word(unstated, capital=True)} of {len(tree.codes) - 1} nodes have no stated weight and share "
        "equally with their siblings",
    )
    return table("weights", title, (columns, cells), framework_line(edition, setting))


def nominal_weights(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return what each pillar is said to weigh beside its share of all points under each method."""
    results = [edition.result(), *filter(None, [second_result(edition)])]
    if not ranked_units(results[0]):
        return Unavailable(NO_RANKING)
    stated = stated_shares(edition.framework)
    shares = [point_shares(result) for result in results]
    columns = [
        text_head(setting, "一级指标", "Pillar", 1.4),
        number_head(setting, "所列权重", "Stated weight", "%", 0.8),
        *(
            number_head(
                setting, f"{result.method.title.zh}：占总分", f"{result.method.title.en}: share of points", "%", 1.0
            )
            for result in results
        ),
    ]
    cells = [
        [
            words(setting.text(pillar.name)),
            number(setting, stated[pillar.code], 1),
            *(number(setting, share[place], 1) for share in shares),
        ]
        for place, pillar in enumerate(edition.framework.pillars)
    ]
    gaps = {
        pillar.code: shares[0][place] - stated[pillar.code] for place, pillar in enumerate(edition.framework.pillars)
    }
    worst = max(gaps, key=lambda code: abs(gaps[code]))
    name = edition.framework.node(worst).name
    share = setting.percent(stated[worst] + gaps[worst], 1)
    title = setting.say(
        f"“{name.zh}”所列权重{setting.percent(stated[worst])}，实际占全部得分的{share}",
        f"“{name.en}” is said to weigh {setting.percent(stated[worst])} and makes up {share} of all points",
    )
    n = len(ranked_units(results[0]))
    note = setting.say(
        f"占总分：全部园区该一级指标的贡献之和占总分之和，n = {n}",
        f"Share of points: the pillar’s contributions over all totals, n = {n}",
    )
    return table("nominal-weights", title, (columns, cells), result_line(results[0], setting), [note])


def point_shares(result: Result) -> list[float]:
    """Return the share in percent that each pillar has in the totals of all units."""
    points = np.nansum(np.array([pillar_points(result, unit) for unit in ranked_units(result)]), axis=0)
    return [float(share) for share in 100 * points / points.sum()]
