"""What the steps of a method and the choices for them are called in a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parkindex.charts.assumption_names import STEP_NAMES
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.setting import Setting
    from parkindex.engine.method import Step

STEPS = STEP_NAMES
"""The steps of a method, in the order of the handbook."""

UNUSED = Text(zh="本方法不用这一步。", en="This method does not use the step.")

CHOICES: dict[str, Text] = {
    "none": Text(zh="不作处理", en="none"),
    "units": Text(zh="按园区筛选", en="by unit"),
    "indicators": Text(zh="按指标筛选", en="by indicator"),
    "nodes": Text(zh="按节点筛选", en="by node"),
    "ratio": Text(zh="除以规模变量", en="divided by a variable"),
    "mean": Text(zh="均值插补", en="mean"),
    "median": Text(zh="中位数插补", en="median"),
    "group_mean": Text(zh="组均值插补", en="group mean"),
    "group_median": Text(zh="组中位数插补", en="group median"),
    "nearest_neighbours": Text(zh="最近邻插补", en="nearest neighbours"),
    "regression": Text(zh="回归插补", en="regression"),
    "expectation_maximisation": Text(zh="期望最大化插补", en="expectation-maximisation"),
    "latest": Text(zh="沿用最近年份", en="latest year"),
    "constant": Text(zh="前后沿用", en="carried forward and back"),
    "linear": Text(zh="年份间线性插补", en="linear between years"),
    "winsorise": Text(zh="缩尾", en="winsorising"),
    "winsorise_points": Text(zh="定点缩尾", en="winsorising of single points"),
    "log": Text(zh="对数", en="logarithm"),
    "log_shifted": Text(zh="平移对数", en="shifted logarithm"),
    "log_gii": Text(zh="全球创新指数对数", en="logarithm of the Global Innovation Index"),
    "box_cox": Text(zh="博克斯—考克斯变换", en="Box–Cox"),
    "min_max": Text(zh="极差法", en="min–max"),
    "z_score": Text(zh="标准分", en="z-score"),
    "t_score": Text(zh="T分数", en="T-score"),
    "rank": Text(zh="由高到低排名", en="from the highest down"),
    "borda": Text(zh="博尔达计分", en="Borda points"),
    "percentile_rank": Text(zh="百分位次", en="percentile rank"),
    "goalposts": Text(zh="固定上下限", en="goalposts"),
    "distance_to_best": Text(zh="与最优者的距离", en="distance to the best"),
    "distance_to_unit": Text(zh="与参照园区的距离", en="distance to a reference unit"),
    "distance_to_target": Text(zh="与目标值的距离", en="distance to a target"),
    "share_of_best": Text(zh="占最高分的比重", en="share of the best"),
    "vector": Text(zh="向量规范化", en="vector"),
    "total": Text(zh="占总量的比重", en="share of the total"),
    "rubric": Text(zh="分档计分", en="rubric"),
    "categorical": Text(zh="类别赋分", en="points by category"),
    "two_sided": Text(zh="适度区间", en="two-sided range"),
    "given": Text(zh="采用框架所列权重", en="as given"),
    "equal": Text(zh="等权", en="equal"),
    "budget_allocation": Text(zh="专家预算分配", en="budget allocation"),
    "analytic_hierarchy": Text(zh="层次分析法", en="analytic hierarchy process"),
    "best_worst": Text(zh="最优最劣法", en="best–worst method"),
    "entropy": Text(zh="熵权法", en="entropy"),
    "critic": Text(zh="CRITIC法", en="CRITIC"),
    "merec": Text(zh="MEREC法", en="MEREC"),
    "standard_deviation": Text(zh="标准差法", en="standard deviation"),
    "principal_component": Text(zh="主成分法", en="principal component"),
    "factor_analysis": Text(zh="因子分析法", en="factor analysis"),
    "benefit_of_the_doubt": Text(zh="疑点利益法", en="benefit of the doubt"),
    "target_importance": Text(zh="目标重要性", en="target importance"),
    "combined": Text(zh="组合赋权", en="combined"),
    "arithmetic": Text(zh="加权算术平均", en="arithmetic mean"),
    "geometric": Text(zh="加权几何平均", en="geometric mean"),
    "harmonic": Text(zh="加权调和平均", en="harmonic mean"),
    "power": Text(zh="加权幂平均", en="power mean"),
    "sum": Text(zh="直接相加", en="sum"),
    "mean_with_bonus": Text(zh="加减分的平均", en="mean with bonus items"),
    "copeland": Text(zh="科普兰法", en="Copeland"),
    "mazziotta_pareto": Text(zh="马齐奥塔—帕累托法", en="Mazziotta–Pareto"),
    "topsis": Text(zh="TOPSIS法", en="TOPSIS"),
    "vikor": Text(zh="VIKOR法", en="VIKOR"),
    "promethee": Text(zh="PROMETHEE法", en="PROMETHEE"),
    "grey_relational": Text(zh="灰色关联分析", en="grey relational analysis"),
    "fuzzy": Text(zh="模糊综合评价", en="fuzzy comprehensive evaluation"),
    "rank_within_groups": Text(zh="组内排名", en="within groups"),
    "thresholds": Text(zh="固定分界", en="thresholds"),
    "quantiles": Text(zh="分位数", en="quantiles"),
    "natural_breaks": Text(zh="自然断点", en="natural breaks"),
    "k_means": Text(zh="K均值聚类", en="k-means"),
    "largest_gaps": Text(zh="最大间隔", en="largest gaps"),
    "deviations": Text(zh="均值加减标准差", en="deviations from the mean"),
}
"""What the choices of all steps are called."""


def choice_name(step: Step, setting: Setting) -> str:
    """Return a choice with its parameters: ``thresholds (at = 95, 87)``."""
    name = setting.text(CHOICES[step.name]) if step.name in CHOICES else step.name
    said = [f"{key} = {_value(value)}" for key, value in step.parameters.items()]
    return name + (setting.bracketed(", ".join(said)) if said else "")


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_value(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_value(each) for each in value)
    if not isinstance(value, float):
        return str(value)
    return str(int(value)) if value.is_integer() else f"{value:.3g}"
