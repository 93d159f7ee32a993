"""The assumptions of a method as written in methods.yaml: what varies, how far, and why."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from parkindex.framework.fractions import with_fractions
from parkindex.framework.text import Code, Number, Strict, Text


class AlternativeText(Strict):
    """Another choice for a step; any key but ``method`` and ``because`` is a parameter."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    method: str
    because: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _with_fractions(cls, written: Any) -> Any:
        return with_fractions(written)


class AssumptionText(Strict):
    """What every assumption says: why it is made, and the name by which an analysis speaks of it."""

    because: Text
    name: Code | None = None


class VariedStepText(AssumptionText):
    """Other choices for a step, of one ``node`` or of all; the method's own is one of them unless ``own`` is false."""

    vary: Literal["screening", "denomination", "treatment", "normalisation", "weighting", "aggregation", "tiers"]
    alternatives: Annotated[tuple[AlternativeText, ...], Field(min_length=1)]
    node: Code | None = None
    own: bool = True


class VariedImputationText(AssumptionText):
    """Other imputations, or (``by: drawn``) missing values drawn from the observed ones of ``nodes``."""

    vary: Literal["imputation"]
    alternatives: tuple[AlternativeText, ...] = ()
    by: Literal["drawn"] | None = None
    nodes: tuple[Code, ...] = ()
    node: Code | None = None
    own: bool = True

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.alternatives) == (self.by is not None):
            raise ValueError("give either 'alternatives' or 'by: drawn'")
        return self


class VariedWeightsText(AssumptionText):
    """Weights that vary, below the nodes ``of`` or everywhere.

    ``within`` is a share (0.25 is plus or minus a quarter) for ``uniform``, ``concentration`` belongs to ``dirichlet``,
    ``panel`` lists the weights of each expert.
    """

    vary: Literal["weights"]
    by: Literal["uniform", "dirichlet", "simplex", "panel"] = "uniform"
    within: Annotated[float, Field(gt=0, le=1)] | None = None
    concentration: Annotated[float, Field(gt=0)] | None = None
    of: tuple[Code, ...] = ()
    panel: tuple[dict[Code, Annotated[Number, Field(ge=0)]], ...] = ()

    @model_validator(mode="after")
    def _what_belongs_together(self) -> Self:
        needed = {"uniform": "within", "dirichlet": "concentration", "panel": "panel"}
        for by, key in needed.items():
            if (self.by == by) != bool(getattr(self, key)):
                raise ValueError(f"'{self.by}' {'needs' if self.by == by else 'does not take'} '{key}'")
        return self


class VariedValuesText(AssumptionText):
    """Values with errors, at ``nodes`` and for ``units`` or everywhere.

    ``rounding`` without a ``size`` takes the precision with which the values are written.
    """

    vary: Literal["values"]
    by: Literal["relative", "absolute", "rounding"]
    size: Annotated[Number, Field(gt=0)] | None = None
    shape: Literal["uniform", "normal"] = "uniform"
    nodes: tuple[Code, ...] = ()
    units: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _a_size(self) -> Self:
        if self.by != "rounding" and self.size is None:
            raise ValueError(f"'{self.by}' needs a 'size'")
        return self


class VariedNodesText(AssumptionText):
    """One indicator, one pillar or one of the named nodes left out at a time, or none of them."""

    vary: Literal["indicators"]
    leave_out: Literal["indicators", "pillars"] | tuple[Code, ...]


_SORTS = {
    "imputation": "@imputation",
    "weights": "@weights",
    "values": "@values",
    "indicators": "@indicators",
}


def _sort_of(value: object) -> str:
    vary = value.get("vary") if isinstance(value, dict) else getattr(value, "vary", None)
    return _SORTS.get(str(vary), "@step")


WrittenAssumption = Annotated[
    Annotated[VariedStepText, Tag("@step")]
    | Annotated[VariedImputationText, Tag("@imputation")]
    | Annotated[VariedWeightsText, Tag("@weights")]
    | Annotated[VariedValuesText, Tag("@values")]
    | Annotated[VariedNodesText, Tag("@indicators")],
    Discriminator(_sort_of),
]
