"""The framework as a tree with its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkindex.charts.numbers import number_word
from parkindex.charts.setting import Setting, Words, described
from parkindex.charts.wording import agree
from parkindex.framework.model import Aggregate, Indicator

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart
    from parkindex.framework.model import Framework


def stated_shares(framework: Framework) -> dict[str, float]:
    """Return the stated weight of every pillar in percent of their sum; pillars without weights count the same."""
    weights = [1.0 if pillar.weight is None else pillar.weight for pillar in framework.pillars]
    whole = sum(weights) or 1.0
    return {pillar.code: 100 * weight / whole for pillar, weight in zip(framework.pillars, weights, strict=True)}


def levels(framework: Framework) -> list[int]:
    """Return how many nodes stand on each level under the root."""
    counts: list[int] = []
    for code in framework.codes[1:]:
        depth = len(framework.ancestors(code)) - 1
        counts += [0] * (depth + 1 - len(counts))
        counts[depth] += 1
    return counts


def framework_tree(framework: Framework, setting: Setting, source: str) -> Chart:
    """Return the tree from left to right, with the weights of the pillars."""
    shares = stated_shares(framework)
    counts = levels(framework)
    first = max(shares, key=lambda code: shares[code])
    name = framework.node(first).name
    share = setting.percent(shares[first])
    pillars = len(framework.pillars)
    equal = len(set(shares.values())) == 1
    zh = f"{pillars}个一级指标权重相同" if equal else f"{pillars}个一级指标中“{name.zh}”权重最大（{share}）"
    en = (
        f"All {number_word(pillars)} {agree(pillars, 'pillar')} weigh the same"
        if equal
        else f"Of {number_word(pillars)} {agree(pillars, 'pillar')}, “{name.en}” weighs most ({share})"
    )
    listing = "—".join(str(count) for count in counts) if setting.language == "zh" else "–".join(map(str, counts))
    subtitle = setting.say(
        f"指标体系与一级指标权重，各级节点数{listing}；未列权重者同级均分",
        f"Framework with the weights of the pillars; {listing} nodes a level; siblings without a weight count the same",
    )
    pairs = [
        (setting.text(pillar.name), f"{setting.percent(shares[pillar.code])} {_inside(pillar, setting)}".strip())
        for pillar in framework.pillars
    ]
    words = Words(setting.say(zh, en), subtitle, source, described(setting, pairs, setting.text(framework.root.name)))
    return setting.chart("framework-tree", "tree", {"root": _node(framework.root, shares, setting)}, words)


def _node(node: Aggregate | Indicator, shares: dict[str, float], setting: Setting) -> dict[str, Any]:
    """Return a node with what hangs on it."""
    drawn: dict[str, Any] = {"label": setting.text(node.name)}
    if node.code in shares:
        drawn["weight"] = setting.percent(shares[node.code])
    if isinstance(node, Aggregate):
        drawn["children"] = [_node(child, shares, setting) for child in node.children]
    return drawn


def _inside(node: Aggregate | Indicator, setting: Setting) -> str:
    """Name what a pillar is made of."""
    if isinstance(node, Indicator):
        return ""
    return setting.bracketed(setting.names([setting.text(child.name) for child in node.children])).strip()
