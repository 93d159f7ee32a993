"""The assumptions that a method states in methods.yaml, ready to be analysed, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.analysis.uncertainty.assumptions import (
    Alternatives,
    Assumption,
    DrawnImputation,
    LeftOut,
    MeasurementError,
    VariedWeights,
    name_of,
)
from parkindex.analysis.uncertainty.draws import uniforms
from parkindex.analysis.uncertainty.realising import chosen, with_choice
from parkindex.analysis.uncertainty.scoring import Scorer
from parkindex.engine.choices import BY_NODE, Step, check_method
from parkindex.errors import Finding, MethodError
from parkindex.framework.assumptions import (
    AlternativeText,
    VariedImputationText,
    VariedNodesText,
    VariedStepText,
    VariedValuesText,
    VariedWeightsText,
)
from parkindex.framework.methods import as_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.scoring import Drawn
    from parkindex.engine.arrays import FloatArray
    from parkindex.framework.assumptions import WrittenAssumption
    from parkindex.framework.methods import NamedMethod

PROBE = 64
"""Draws with which it is tried whether an assumption changes any score."""


def assumptions_of(named: NamedMethod, evaluation: Evaluation) -> tuple[Assumption, ...]:
    """Return the assumptions that a method states, for an evaluation under it.

    Raises `MethodError` with every problem, each at the line of its assumption: an unknown node, unit or choice, two
    assumptions of one name, one that could not change anything.
    """
    where = [named.addresses.get(f"assumptions {k}", named.name) for k in range(len(named.assumptions))]
    findings: list[Finding] = []
    for written, at in zip(named.assumptions, where, strict=True):
        findings += [replace(finding, where=at) for finding in _unknown_codes(written, evaluation)]
    if findings:
        raise MethodError(findings)
    found = tuple(_read(written, evaluation) for written in named.assumptions)
    findings = [replace(finding, where=where[number]) for number, finding in check_assumptions(found, evaluation)]
    if findings:
        raise MethodError(findings)
    return found


def check_assumptions(assumptions: Sequence[Assumption], evaluation: Evaluation) -> list[tuple[int, Finding]]:
    """Find assumptions with choices that are unknown or always refused, that share a name, or that change nothing.

    Each finding comes with the number of its assumption.
    """
    findings = [(k, finding) for k, one in enumerate(assumptions) for finding in _wrong_choices(one, evaluation)]
    names = [name_of(one) for one in assumptions]
    for k, name in enumerate(names):
        if name in names[:k]:
            message = f"two assumptions are called '{name}'"
            findings.append((k, Finding("assumption.repeated", name, message, "give one of them a 'name'")))
    return findings or _idle(assumptions, evaluation)


def _idle(assumptions: Sequence[Assumption], evaluation: Evaluation) -> list[tuple[int, Finding]]:
    """Find what changes no score: draws are scored twice, with the coordinates of one assumption exchanged."""
    scorer = Scorer(evaluation, tuple(assumptions))
    if not scorer.dimensions:
        return [(k, _idle_finding(name_of(one), evaluation)) for k, one in enumerate(assumptions)]
    # Halves of the sequence differ in fine digits only: a step aside, so that choices between two differ as well.
    first, second = np.split(next(uniforms(0, scorer.dimensions, 0, 2 * PROBE, 2 * PROBE)), 2)
    second = np.roll(second, 1, axis=0)
    base = scorer.score(first)
    findings = _refused(scorer, first, base)
    if findings or base.failed.all():
        return findings
    for k, (one, span) in enumerate(zip(assumptions, scorer.spans, strict=True)):
        exchanged = first.copy()
        exchanged[:, span] = second[:, span]
        other = scorer.score(exchanged)
        same = np.array_equal(base.scores, other.scores, equal_nan=True) and _same(base.tiers, other.tiers)
        if same:
            findings.append((k, _idle_finding(name_of(one), evaluation)))
    return findings


def _refused(scorer: Scorer, points: FloatArray, drawn: Drawn) -> list[tuple[int, Finding]]:
    """Find options under which every draw fails, while draws under others do not: a mistake rather than a chance."""
    lost = drawn.failed.copy()
    if drawn.tiers is not None:
        lost |= np.isnan(drawn.tiers).all(axis=1)
    findings = []
    for k, one in enumerate(scorer.assumptions):
        if not isinstance(one, Alternatives) or lost.all():
            continue
        taken = chosen(points[:, scorer.spans[k]], one)
        for number, option in enumerate(one.options):
            of_option = taken == number
            if of_option.any() and lost[of_option].all():
                cause = scorer.score(points[of_option]).failures.most_common(1)[0][0]
                message = f"{_option_words(one, option, scorer.evaluation)} cannot be applied: {cause}"
                hint = "mend its parameters, or leave the alternative out"
                findings.append((k, Finding("assumption.refused", name_of(one), message, hint)))
    return findings


def _option_words(assumption: Alternatives, option: Step, evaluation: Evaluation) -> str:
    return f"assumption '{name_of(assumption)}' of method '{evaluation.method.name}': '{option.name}'"


def _same(one: Any, other: Any) -> bool:
    return one is None or other is None or bool(np.array_equal(one, other, equal_nan=True))


def _idle_finding(name: str, evaluation: Evaluation) -> Finding:
    message = f"assumption '{name}' changes no score under the method '{evaluation.method.name}'"
    hint = "leave it out, or vary a step that this method has and that acts on these values"
    return Finding("assumption.idle", name, message, hint)


def _wrong_choices(assumption: Assumption, evaluation: Evaluation) -> list[Finding]:
    if not isinstance(assumption, Alternatives):
        return []
    findings = []
    for k in range(len(assumption.options)):
        method = with_choice(evaluation, assumption, k).method
        head = _option_words(assumption, assumption.options[k], evaluation)
        findings += [
            replace(finding, message=f"{head}: {finding.message}")
            for finding in check_method(method, evaluation.structure)
        ]
    return list(dict.fromkeys(findings))


def _unknown_codes(written: WrittenAssumption, evaluation: Evaluation) -> list[Finding]:
    codes = evaluation.structure.codes
    nodes: list[str] = [*getattr(written, "nodes", ()), *getattr(written, "of", ())]
    nodes += [node] if (node := getattr(written, "node", None)) else []
    if isinstance(written, VariedWeightsText):
        nodes += [code for expert in written.panel for code in expert]
    if isinstance(written, VariedNodesText) and not isinstance(written.leave_out, str):
        nodes += written.leave_out
    findings = _unknown("node", nodes, codes) + _unknown("unit", getattr(written, "units", ()), evaluation.units)
    step = getattr(written, "vary", "")
    if getattr(written, "node", None) and step not in BY_NODE:
        findings.append(Finding("method.by-node", "", f"'{step}' takes one choice for all nodes", "leave out 'node'"))
    return findings


def _unknown(kind: str, named: Iterable[str], known: Sequence[str]) -> list[Finding]:
    findings = []
    for code in dict.fromkeys(named):
        if code not in known:
            near = get_close_matches(code, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else ""
            findings.append(Finding(f"assumption.unknown-{kind}", "", f"no {kind} has the code '{code}'", hint))
    return findings


def _read(written: WrittenAssumption, evaluation: Evaluation) -> Assumption:
    name = written.name or ""
    match written:
        case VariedStepText():
            return _alternatives(written.vary, written.alternatives, written.node, evaluation, name, own=written.own)
        case VariedImputationText():
            if written.by == "drawn":
                return DrawnImputation(written.nodes, name)
            return _alternatives("imputation", written.alternatives, written.node, evaluation, name, own=written.own)
        case VariedWeightsText():
            within, concentration = written.within or 0.25, written.concentration or 100.0
            return VariedWeights(written.by, within, concentration, written.of, written.panel, name)
        case VariedValuesText():
            return MeasurementError(written.by, written.size or 0.0, written.shape, written.nodes, written.units, name)
        case VariedNodesText():
            return LeftOut(_nodes_left_out(written.leave_out, evaluation), name)


def _alternatives(
    step: str, written: Sequence[AlternativeText], node: str | None, evaluation: Evaluation, name: str, *, own: bool
) -> Alternatives:
    options = [Step(one.method, as_written(step, one.method, one.__pydantic_extra__ or {})) for one in written]
    chosen = evaluation.method.step(step)
    mine = Step(chosen.name, chosen.parameters) if node is None else chosen.nodes.get(node, chosen)
    if own:
        options = [chosen if node is None else Step(mine.name, mine.parameters), *options]
    return Alternatives(step, tuple(options), node or "", name)


def _nodes_left_out(written: str | tuple[str, ...], evaluation: Evaluation) -> tuple[str, ...]:
    """Return the codes that are left out: as named, every entry, or every child of the root that has entries."""
    if not isinstance(written, str):
        return written
    structure = evaluation.structure
    if written == "indicators":
        return tuple(structure.codes[node] for node in evaluation.entries)
    held = set(evaluation.entries) | {int(node) for node in evaluation.outcome.computed}
    return tuple(structure.codes[node] for node in structure.children(0) if int(node) in held)
