"""What is uncertain about a method and its values, as data: each assumption says what varies and how far.

An uncertainty analysis propagates all of them at once; a sensitivity analysis says which of them moves the result.

Source: Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
assessment of composite indicators, Journal of the Royal Statistical Society A 168(2), 307-323,
doi:10.1111/j.1467-985X.2005.00350.x; OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 7.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from parkindex.engine.choices import Step

Spread = Literal["uniform", "dirichlet", "simplex", "panel"]
ErrorKind = Literal["relative", "absolute", "rounding"]
ErrorShape = Literal["uniform", "normal"]


@dataclass(frozen=True)
class Alternatives:
    """Another choice for a step, all ``options`` equally likely; of one ``node`` only, where a code is given."""

    step: str
    options: tuple[Step, ...]
    node: str = ""
    name: str = ""


@dataclass(frozen=True)
class VariedWeights:
    """Weights that differ from the stated ones, in the families below ``families`` (all without any).

    ``by`` 'uniform': each weight within plus or minus the share ``within`` of itself; 'dirichlet': around the stated
    shares, the closer the higher ``concentration``; 'simplex': every weighting equally likely; 'panel': the weights of
    one of the experts of ``panel`` (code of a node to weight, the stated ones for nodes that are left out).
    """

    by: Spread = "uniform"
    within: float = 0.25
    concentration: float = 100.0
    families: tuple[str, ...] = ()
    panel: tuple[Mapping[str, float], ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        """Freeze the weights of the panel."""
        object.__setattr__(self, "panel", tuple(MappingProxyType(dict(one)) for one in self.panel))

    def __reduce__(self) -> tuple[object, ...]:
        """Let workers in other processes have a copy."""
        panel = tuple(dict(one) for one in self.panel)
        return type(self), (self.by, self.within, self.concentration, self.families, panel, self.name)


@dataclass(frozen=True)
class MeasurementError:
    """Values that were measured with error, at ``nodes`` and for ``units`` (all without any).

    ``by`` 'relative': ``size`` is a share of the value; 'absolute': in the value's unit of measure; 'rounding': the
    step to which values are printed, half of it either way; 0 takes the precision with which each node's values are
    written. ``shape`` 'uniform': within plus or minus ``size``; 'normal': ``size`` is the standard deviation.
    """

    by: ErrorKind
    size: float = 0.0
    shape: ErrorShape = "uniform"
    nodes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class DrawnImputation:
    """Missing values drawn from the values observed at the same node (hot deck) instead of estimated once.

    Source: Andridge and Little (2010), A review of hot deck imputation for survey non-response, International
    Statistical Review 78(1), 40-64, doi:10.1111/j.1751-5823.2010.00103.x.
    """

    nodes: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class LeftOut:
    """One of ``nodes`` left out with everything below it, or none of them, all equally likely."""

    nodes: tuple[str, ...]
    name: str = ""


Assumption = Alternatives | VariedWeights | MeasurementError | DrawnImputation | LeftOut

Discrete = Alternatives | LeftOut
"""Assumptions whose realisation is one of a few choices, by which draws are grouped."""


def name_of(assumption: Assumption) -> str:
    """Return the name by which the analysis speaks of an assumption: its own, else what it varies."""
    if assumption.name:
        return assumption.name
    if isinstance(assumption, Alternatives):
        return f"{assumption.step} of {assumption.node}" if assumption.node else assumption.step
    names = {
        VariedWeights: "weights",
        MeasurementError: "values",
        DrawnImputation: "imputed values",
        LeftOut: "left out",
    }
    return names[type(assumption)]
