"""Checks of an indicator tree, each returning its findings, and the order in which its nodes are laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from parkindex.engine.arrays import FloatArray, IntArray
from parkindex.errors import Finding


def check_order(codes: Sequence[str], parent: IntArray, weight: FloatArray) -> list[Finding]:
    """Find duplicate codes, arrays of unequal length, orphans, cycles and nodes out of depth-first order."""
    if not codes:
        return [Finding("structure.empty", "structure", "a structure needs at least the root")]
    if parent.shape != (len(codes),) or weight.shape != (len(codes),):
        message = f"codes, parent and weight must have one length (got {len(codes)}, {parent.shape} and {weight.shape})"
        return [Finding("structure.shape", "structure", message)]
    findings = [
        Finding(
            "structure.duplicate", f"node '{code}'", f"the code is used {count} times", "give each node its own code"
        )
        for code, count in Counter(codes).items()
        if count > 1
    ]
    if parent[0] != -1:
        findings.append(Finding("structure.root", f"node '{codes[0]}'", "the first node must be the root (parent -1)"))
    path = [0]
    for node in range(1, len(codes)):
        finding = _order_fault(codes, node, int(parent[node]), path)
        if finding is not None:
            findings.append(finding)
        path.append(node)
    return findings


def _order_fault(codes: Sequence[str], node: int, above: int, path: list[int]) -> Finding | None:
    """Find what is wrong with the place of ``node``; shorten ``path`` to its parent."""
    where = f"node '{codes[node]}'"
    if above == -1:
        return Finding("structure.root", where, "a second root", "hang the node under a parent")
    if not 0 <= above < len(codes):
        return Finding("structure.orphan", where, f"its parent #{above} does not exist")
    if above >= node:
        return Finding(
            "structure.cycle", where, f"its parent '{codes[above]}' does not stand before it: a cycle, or a wrong order"
        )
    if above not in path:
        return Finding(
            "structure.order", where, "nodes must be in depth-first order", "use Structure.of, which sorts them"
        )
    del path[path.index(above) + 1 :]
    return None


def check_weights(codes: Sequence[str], parent: IntArray, weight: FloatArray) -> list[Finding]:
    """Find weights below zero or infinite, families that sum to zero, and families weighted in part."""
    findings = [
        Finding(
            "weight.negative",
            f"node '{codes[node]}'",
            f"a weight must be a number of at least zero (got {weight[node]:g})",
        )
        for node in range(1, len(codes))
        if weight[node] < 0 or np.isinf(weight[node])
    ]
    for above in np.unique(parent[1:]):
        family = np.flatnonzero(parent == above)
        stated = ~np.isnan(weight[family])
        where = f"node '{codes[above]}'"
        if stated.any() and not stated.all():
            names = ", ".join(codes[node] for node in family[~stated])
            message = f"some children have a weight and some have none ({names})"
            findings.append(Finding("weight.partial", where, message, "state the weight of each child, or of none"))
        elif stated.all() and (weight[family] == 0).all():
            findings.append(
                Finding("weight.zero-sum", where, "the weights of its children sum to zero", "give one a weight")
            )
    return findings


def check_parents(parents: Mapping[str, str | None], weights: Mapping[str, float]) -> list[Finding]:
    """Find no root or several, unknown parents, cycles, and weights of unknown codes."""
    roots = [code for code, above in parents.items() if above is None]
    findings = [
        Finding("structure.orphan", f"node '{code}'", f"its parent '{above}' does not exist")
        for code, above in parents.items()
        if above is not None and above not in parents
    ]
    findings += [
        Finding("structure.unknown", f"node '{code}'", "a weight for no node")
        for code in weights
        if code not in parents
    ]
    findings += [
        Finding("structure.cycle", f"node '{code}'", "it lies in a cycle: it is its own ancestor")
        for code in parents
        if _in_cycle(code, parents)
    ]
    if len(roots) != 1 and not findings:
        message = f"there must be one root (got {len(roots)}{': ' + ', '.join(roots) if roots else ''})"
        findings.append(Finding("structure.root", "structure", message))
    return findings


def _in_cycle(code: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    above = parents[code]
    while above is not None and above in parents and above not in seen:
        if above == code:
            return True
        seen.add(above)
        above = parents[above]
    return above == code


def depth_first(parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the codes depth-first from the root; siblings keep their order. The tree must be sound."""
    below: dict[str | None, list[str]] = {}
    for code, above in parents.items():
        below.setdefault(above, []).append(code)
    order: list[str] = []
    waiting = list(below[None])
    while waiting:
        code = waiting.pop()
        order.append(code)
        waiting.extend(reversed(below.get(code, [])))
    return tuple(order)
