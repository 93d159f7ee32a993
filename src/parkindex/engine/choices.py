"""A method is a choice for every step of the handbook, as data; the table of all choices; and the check of one.

``METHODS`` is the table of contents of the engine: step by step in the order of the handbook, name to plain function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from parkindex.engine.aggregation import AGGREGATIONS
from parkindex.engine.denomination import DENOMINATIONS
from parkindex.engine.imputation import IMPUTATIONS
from parkindex.engine.normalisation import NORMALISATIONS
from parkindex.engine.parameters import check_parameters
from parkindex.engine.ranking import RANKINGS
from parkindex.engine.screening import SCREENINGS
from parkindex.engine.structure import Structure
from parkindex.engine.tiers import TIERS
from parkindex.engine.treatment import TREATMENTS
from parkindex.engine.weighting import WEIGHTINGS
from parkindex.errors import Finding

METHODS: dict[str, dict[str, Callable[..., Any]]] = {
    "screening": {**SCREENINGS},
    "denomination": {**DENOMINATIONS},
    "imputation": {**IMPUTATIONS},
    "treatment": {**TREATMENTS},
    "normalisation": {**NORMALISATIONS},
    "weighting": {**WEIGHTINGS},
    "aggregation": {**AGGREGATIONS},
    "ranking": {**RANKINGS},
    "tiers": {**TIERS},
}

BY_NODE = ("denomination", "imputation", "treatment", "normalisation", "weighting", "aggregation")
"""Steps in which nodes may differ: entries in the first four, computed nodes in the last two."""


ACROSS = ("treatment", "normalisation")
"""Steps that can look at all years of a panel together."""


@dataclass(frozen=True)
class Step:
    """The choice for one step: a name out of `METHODS`, its parameters, other choices for single nodes by code."""

    name: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    nodes: Mapping[str, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Freeze the mappings."""
        object.__setattr__(self, "parameters", MappingProxyType(dict(self.parameters)))
        object.__setattr__(self, "nodes", MappingProxyType(dict(self.nodes)))

    def __reduce__(self) -> tuple[type[Step], tuple[Any, ...]]:
        """Give workers in other processes a copy: frozen mappings cannot be sent."""
        return Step, (self.name, dict(self.parameters), dict(self.nodes))


@dataclass(frozen=True)
class Method:
    """A named choice for every step.

    ``decimals``: scores are rounded to so many places before they are ranked and tiered. ``across``: of a panel, whose
    years are the axis before the units, the steps ('treatment', 'normalisation') that look at all years together; the
    others look at each year on its own.
    """

    name: str
    screening: Step = Step("none")
    denomination: Step = Step("none")
    imputation: Step = Step("none")
    treatment: Step = Step("none")
    normalisation: Step = Step("min_max")
    weighting: Step = Step("given")
    aggregation: Step = Step("arithmetic")
    ranking: Step = Step("rank")
    tiers: Step = Step("none")
    decimals: int | None = None
    across: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Freeze the list of steps across years."""
        object.__setattr__(self, "across", tuple(self.across))

    def step(self, name: str) -> Step:
        """Return the choice made for the step called ``name``."""
        chosen: Step = getattr(self, name)
        return chosen


def check_method(method: Method, structure: Structure | None = None) -> list[Finding]:
    """Find unknown methods, wrong parameters and (with a structure) choices for unknown nodes."""
    findings: list[Finding] = []
    for step in METHODS:
        chosen = method.step(step)
        findings += _check_step(f"{method.name}: {step}", step, chosen)
        if chosen.nodes and step not in BY_NODE:
            findings.append(
                Finding("method.by-node", f"{method.name}: {step}", "this step takes one choice for all nodes")
            )
        for code, other in chosen.nodes.items():
            where = f"{method.name}: {step} of node '{code}'"
            findings += _check_step(where, step, other)
            if structure is not None and code not in structure.codes:
                near = get_close_matches(code, structure.codes, n=1)
                hint = f"did you mean '{near[0]}'?" if near else ""
                findings.append(Finding("method.unknown-node", where, "no such node", hint))
    decimals: Any = method.decimals
    if decimals is not None and (isinstance(decimals, bool) or not isinstance(decimals, int) or decimals < 0):
        message = f"decimals must be a whole number of at least 0, or nothing (got {decimals!r})"
        findings.append(Finding("method.decimals", f"{method.name}: decimals", message))
    for step in sorted(set(method.across) - set(ACROSS)):
        message = f"'{step}' cannot be taken across the years of a panel"
        findings.append(Finding("method.across", f"{method.name}: across", message, f"there are {', '.join(ACROSS)}"))
    return findings


def _check_step(where: str, step: str, chosen: Step) -> list[Finding]:
    known = METHODS[step]
    if chosen.name not in known:
        near = get_close_matches(str(chosen.name), known, n=1)
        hint = (f"did you mean '{near[0]}'? " if near else "") + f"there are {', '.join(known)}"
        return [Finding("method.unknown", where, f"unknown {step} '{chosen.name}'", hint)]
    return check_parameters(where, known[chosen.name], chosen.parameters)
