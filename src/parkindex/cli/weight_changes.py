"""The smallest changes of weights by which a unit overtakes others, reaches a rank, or enters a tier, as rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from parkindex.cli.answers import Part, Question, Row
from parkindex.errors import Finding, UsageError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.thresholds import WeightChange
    from parkindex.analysis.uncertainty.weight_space import WeightSpace

IDLE = "the weights of the pillars do not act under this method, or there is one pillar only: no change of them matters"
MOST_OVERTAKEN = 30
"""Units just ahead that are asked about; where weights can only be searched it is `MOST_SEARCHED`."""

MOST_SEARCHED = 3

MOST_SEARCHED_UNITS = 100
"""Units up to which weights for a tier whose cut-offs follow from all scores are searched without being asked for."""


def weights_of(question: Question) -> WeightSpace | None:
    """Return the weights of the pillars as a space, None where they do not act."""
    from parkindex.analysis.trust import weights_of as space_of

    return space_of(question.result, question.edition.assumptions(question.method))


def form_note(question: Question, space: WeightSpace) -> list[str]:
    """Say where weights are those of another way to write the same scores, because the method itself only adds up."""
    mine, theirs = question.result.method.method, space.evaluation.method
    if (mine.normalisation, mine.aggregation) == (theirs.normalisation, theirs.aggregation):
        return []
    name, form = question.result.method.name, f"{theirs.normalisation.name}, {theirs.aggregation.name}"
    return [f"'{name}' does not use its weights; moved are those of a form that does ({form}), with the same result"]


def smallest_changes(question: Question) -> Part:
    """Return a row a goal of the unit asked about: overtaking those just ahead, the first rank, every better tier.

    Raises `UsageError` where no unit is asked about, or it has no rank.
    """
    if question.unit is None:
        hint = "name one with --unit"
        raise UsageError(Finding("usage.unit", "", "the smallest changes of weights are those of one unit", hint))
    name = question.unit_name(question.unit)
    title = f"The smallest change of weights by which {name} moves up"
    space = weights_of(question)
    if space is None:
        return Part("weight_changes", title, [], [IDLE])
    result = question.result
    rank = result.rank(question.unit)
    if rank is None:
        raise UsageError(Finding("usage.unranked", "", f"{name} has no rank, so that nothing can be overtaken"))
    goals = _goals(question, space, rank)
    rows = []
    for place, goal in enumerate(goals):
        rows.append(change_row(question, space, *goal))
        question.tell(place + 1, len(goals))
    notes = [*form_note(question, space), *_notes(question, space, rows, rank)]
    return Part("weight_changes", title, rows, notes, [shown_change(question, space, row) for row in rows])


def _goals(question: Question, space: WeightSpace, rank: int) -> list[tuple[str, str | int]]:
    result = question.result
    unit = question.unit or ""
    ahead = [one for one in result.order() if (own := result.rank(one)) is not None and own < rank]
    most = MOST_OVERTAKEN if space.matrix is not None else MOST_SEARCHED
    goals: list[tuple[str, str | int]] = [("overtake", other) for other in reversed(ahead[-most:])]
    tier = result.tier(unit)
    if not _passes_tiers_over(question, space):
        goals += [("tier", better) for better in range((tier or 1) - 1, 0, -1)]
    return goals + ([("rank", 1)] if rank > 1 else [])


def _passes_tiers_over(question: Question, space: WeightSpace) -> bool:
    """Tell whether weights for tiers are left to ``--part``: searching them among many units takes long."""
    stated = space.matrix is not None and space.evaluation.method.tiers.name == "thresholds"
    return not (question.parts or stated) and len(space.units) > MOST_SEARCHED_UNITS


def change_row(question: Question, space: WeightSpace, kind: str, target: str | int) -> Row:
    """Return the smallest change of weights for one goal as a row; ``moved`` is the weight that changes hands."""
    change = smallest_change(space, question.unit or "", kind, target)
    words = f"overtake {question.unit_name(target)}" if isinstance(target, str) else f"{kind} {target}"
    reached = bool(change.weights)
    return {
        "goal": words,
        "kind": kind,
        "target": target,
        "reached": reached,
        "moved": change.distance / 2 if reached else None,
        "at_least": change.bound / 2 if math.isfinite(change.bound) else None,
        "optimal": change.optimal,
        "verified": change.verified,
        **{f"weight {code}": change.weights.get(code) for code in space.codes},
    }


def smallest_change(space: WeightSpace, unit: str, kind: str, target: str | int) -> WeightChange:
    """Return the smallest change of weights that lets a unit overtake another, reach a rank, or enter a tier."""
    from parkindex.analysis.uncertainty import thresholds

    if isinstance(target, str):
        return thresholds.weights_to_overtake(space, unit, target)
    find = thresholds.weights_for_rank if kind == "rank" else thresholds.weights_for_tier
    return find(space, unit, target)


def verdict(row: Row) -> str:
    """Return in words how far a change of weights is proven to be the smallest."""
    if row["reached"]:
        if not row["optimal"]:
            return f"at least {row['at_least']:.3f}" if row["at_least"] else "found by search"
        return "smallest"
    return "no weights do" if row["optimal"] else "none found"


def _notes(question: Question, space: WeightSpace, rows: list[Row], rank: int) -> list[str]:
    if rank == 1:
        return [f"{question.unit_name(question.unit or '')} is first already"]
    overtaken = sum(1 for row in rows if row["kind"] == "overtake")
    notes = ["moved: the weight, as a share of one, that passes from some pillars to others; verified by scoring anew"]
    if overtaken < rank - 1:
        notes.append(f"asked of the {overtaken} just ahead")
    if _passes_tiers_over(question, space) and (question.result.tier(question.unit or "") or 1) > 1:
        notes.append("tiers follow from all scores, and weights for one are searched: --part weight-changes does so")
    if space.matrix is None:
        notes.append("the index is no single mean of its pillars: weights are searched, and smaller changes may do")
    return notes


def shown_change(question: Question, space: WeightSpace, row: Row) -> Row:
    """Return a change of weights for people: the weights by name, with the stated ones in the head."""
    stated = dict(zip(space.codes, space.shares.tolist(), strict=True))
    found = {code: row[f"weight {code}"] for code in space.codes}
    weights = {
        f"{question.name(code)} ({stated[code]:.2f})": "" if share is None else f"{share:.3f}"
        for code, share in found.items()
    }
    return {"goal": row["goal"], "moved": row["moved"], **weights, "which is": verdict(row)}
