"""framework.yaml into a `Framework`, with the checks that only the whole tree allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.errors import Finding
from parkindex.framework.model import Aggregate, Framework, Indicator
from parkindex.framework.reading import Located, read_yaml, validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WEIGHT_SUMS = (100.0, 1.0)
"""What the weights of siblings may add up to."""


def read_framework(path: Path, *, name: str | None = None) -> tuple[Framework | None, list[Finding]]:
    """Read a framework; None where it has an error. Every problem is in the findings, at its line."""
    framework, findings = read_tree(path, name=name)
    return None if findings else framework, findings


def read_tree(path: Path, *, name: str | None = None) -> tuple[Framework | None, list[Finding]]:
    """Read a framework as `read_framework`, but return it also where only its weights or codes are wrong.

    Nothing can be computed with it then, but the evidence can be checked against its codes.
    """
    located = read_yaml(path, name=name)
    root, findings = validate(located, Aggregate)
    if root is None:
        return None, findings
    framework = Framework(root, {node.code: located.where(place) for node, place in _placed(root)})
    return framework, findings + check_tree(root, located)


def check_tree(root: Aggregate, located: Located) -> list[Finding]:
    """Find codes that are used twice, and weights that do not add up."""
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for node, place in _placed(root):
        where = located.where((*place, "code"))
        if node.code in first:
            message = f"code '{node.code}' is used twice (first at {first[node.code]})"
            findings.append(Finding("framework.duplicate-code", where, message, "give each node a code of its own"))
        first.setdefault(node.code, where)
        if isinstance(node, Aggregate):
            findings += _check_weights(node, located.where((*place, "children")))
    return findings


def _check_weights(node: Aggregate, where: str) -> list[Finding]:
    stated = {child.code: child.weight for child in node.children if child.weight is not None}
    if not stated:
        return []
    silent = [child.code for child in node.children if child.weight is None]
    if silent:
        message = f"{node.code}: {', '.join(silent)} has no weight, but {', '.join(stated)} has"
        return [Finding("framework.weight-missing", where, message, "state the weights of all siblings, or of none")]
    total = sum(stated.values())
    if any(abs(total - allowed) <= 1e-9 for allowed in WEIGHT_SUMS):
        return []
    sums = " + ".join(f"{weight:g}" for weight in stated.values())
    message = f"{node.code}: the weights of its children add up to {total:g} ({sums}); expected 100 or 1"
    return [Finding("framework.weight-sum", where, message, f"change the weights of {', '.join(stated)}")]


def _placed(
    node: Aggregate | Indicator, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[Aggregate | Indicator, tuple[str | int, ...]]]:
    """Yield every node with its path in the file, depth first."""
    yield node, place
    if isinstance(node, Aggregate):
        for position, child in enumerate(node.children):
            yield from _placed(child, (*place, "children", position))
