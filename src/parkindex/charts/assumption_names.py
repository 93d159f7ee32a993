"""What the assumptions of an analysis are called, and the choices of a step, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    MeasurementError,
    VariedWeights,
)
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.framework.model import Framework

STEP_NAMES = {
    "screening": Text(zh="筛选", en="Screening"),
    "denomination": Text(zh="按规模折算", en="Denomination"),
    "imputation": Text(zh="缺失值插补", en="Imputation"),
    "treatment": Text(zh="异常值处理", en="Outlier treatment"),
    "normalisation": Text(zh="标准化", en="Normalisation"),
    "weighting": Text(zh="赋权", en="Weighting"),
    "aggregation": Text(zh="合成", en="Aggregation"),
    "ranking": Text(zh="排名", en="Ranking"),
    "tiers": Text(zh="分梯队", en="Tiers"),
}
"""What the steps of a method are called, in the order of the handbook."""


def assumption_name(assumption: Assumption, framework: Framework) -> Text:
    """Return what an assumption varies, in words; of a step at one node the node is named with it."""
    match assumption:
        case Alternatives(step=step, node=""):
            name = STEP_NAMES[step]
        case Alternatives(step=step, node=node):
            own, at = STEP_NAMES[step], framework.node(node).name
            name = Text(zh=f"{own.zh}（{at.zh}）", en=f"{own.en} ({at.en})")
        case VariedWeights():
            name = Text(zh="权重", en="Weights")
        case MeasurementError(by="rounding"):
            name = Text(zh="刊载精度", en="Printed precision")
        case MeasurementError():
            name = Text(zh="测量误差", en="Measurement error")
        case DrawnImputation():
            name = Text(zh="插补值", en="Imputed values")
        case _:
            name = Text(zh="剔除", en="Left out")
    return name
