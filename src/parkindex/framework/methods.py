"""methods.yaml into the engine's methods, each with its title and the reason for every step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Field, RootModel, create_model

from parkindex.engine.method import METHODS, Method, Step, check_method
from parkindex.errors import has_errors
from parkindex.framework.reading import Located, read_yaml, validate
from parkindex.framework.text import Code, Strict, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from parkindex.engine.structure import Structure
    from parkindex.errors import Finding


class NodeStep(Strict):
    """The choice for a single node; any other key is a parameter."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    method: str
    because: Text | None = None


class StepText(Strict):
    """The choice for a step, and why; any other key is a parameter of the engine's function."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)

    method: str
    because: Text
    nodes: dict[str, NodeStep] = Field(default_factory=dict)


class MethodText(Strict):
    """A method as written: its title, why it is used, and a choice for each step that differs from the default."""

    title: Text
    because: Text
    decimals: Annotated[int, Field(ge=0, le=12)] | None = None


_steps: dict[str, Any] = dict.fromkeys(METHODS, (StepText | None, None))
WrittenMethod: type[MethodText] = create_model("WrittenMethod", __base__=MethodText, **_steps)
"""`MethodText` with a key for every step of the engine."""


class Methods(RootModel[dict[Code, WrittenMethod]]):
    """methods.yaml."""


@dataclass(frozen=True)
class NamedMethod:
    """A method with its words. ``because_steps`` gives the reason of every step that is stated."""

    method: Method
    title: Text
    because: Text
    because_steps: Mapping[str, Text]

    @property
    def name(self) -> str:
        """The method's name, as in ``--method``."""
        return self.method.name


def read_methods(
    path: Path, structure: Structure | None = None, *, name: str | None = None
) -> tuple[Mapping[str, NamedMethod] | None, list[Finding]]:
    """Read the named methods in their order; None where there is an error.

    With a structure the choices for single nodes are checked against its codes.
    """
    located = read_yaml(path, name=name)
    methods, findings = validate(located, Methods)
    if methods is None:
        return None, findings
    named = {name: _named(name, written) for name, written in methods.root.items()}
    for method in named.values():
        findings += [_at_line(finding, located) for finding in check_method(method.method, structure)]
    return None if has_errors(findings) else named, findings


def _named(name: str, written: MethodText) -> NamedMethod:
    stated: dict[str, StepText] = {step: choice for step in METHODS if (choice := getattr(written, step)) is not None}
    steps: dict[str, Any] = {step: _step(choice) for step, choice in stated.items()}
    method = Method(name, decimals=written.decimals, **steps)
    return NamedMethod(
        method, written.title, written.because, {step: choice.because for step, choice in stated.items()}
    )


def _step(choice: StepText) -> Step:
    nodes = {code: Step(other.method, other.__pydantic_extra__ or {}) for code, other in choice.nodes.items()}
    return Step(choice.method, choice.__pydantic_extra__ or {}, nodes)


def _at_line(finding: Finding, located: Located) -> Finding:
    """Give a finding of the engine (``published: tiers``) the line where the step is written."""
    name, _, rest = finding.where.partition(": ")
    step = next((step for step in (*METHODS, "decimals") if rest.startswith(step)), "")
    path: tuple[str | int, ...] = (name, step) if step else (name,)
    node = rest.partition(" of node '")[2].partition("'")[0]
    if node:
        path = (*path, "nodes", node)
    return replace(finding, where=located.where(path), message=f"{finding.where}: {finding.message}")
