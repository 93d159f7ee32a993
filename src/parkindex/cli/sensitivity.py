"""`parkindex analyse EDITION sensitivity`: what moves the ranking, in five parts that can be asked for one by one."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from parkindex.cli.answers import Answer, Part, Question, Row
from parkindex.cli.left_out import leave_one_out
from parkindex.cli.uncertainty import LEVEL, assumption_record, assumption_words, nothing_uncertain
from parkindex.cli.weight_changes import IDLE, form_note, smallest_changes, weights_of

if TYPE_CHECKING:
    import numpy as np

    from parkindex.analysis.uncertainty.dominance import Dominance
    from parkindex.analysis.uncertainty.sensitivity import Sensitivity
    from parkindex.analysis.uncertainty.stability import Interval


def sensitivity(question: Question) -> Answer:
    """Return the parts that are wanted; of weight changes only where a unit is asked about."""
    wanted = question.parts or tuple(name for name in PARTS if name != "weight-changes" or question.unit)
    parts = []
    for name in wanted:
        question.tell(0, 0)  # a bar of the part before says nothing of this one
        parts.append(PARTS[name](question))
    return Answer(len(question.result.units), tuple(parts))


def indices(question: Question) -> Part:
    """Return a row a target and assumption: Sobol' indices of first order and total, with their intervals."""
    from parkindex.analysis.trust import sensitivity_of
    from parkindex.analysis.uncertainty.assumptions import name_of

    edition, result = question.edition, question.result
    assumptions = edition.assumptions(question.method)
    units = (question.unit,) if question.unit else ()
    found = sensitivity_of(
        result, assumptions, rows=question.draws, seed=question.chosen_seed, units=units, report=question.report
    )
    title = "What moves the ranking: Sobol' indices, shares of the variance"
    more = {"assumptions": [assumption_record(one) for one in assumptions]}
    if found is None:
        one = "only one assumption varies: there is nothing to weigh it against"
        return Part("indices", title, [], [one if assumptions else nothing_uncertain(result)], more=more)
    names = [name_of(one) for one in assumptions]
    rows = [row for target in found.targets for row in _index_rows(found, target, names)]
    shown = [
        {
            "target": _target_words(question, row["target"]) if place % len(names) == 0 else "",
            "assumption": row["assumption"],
            "first-order": _with_interval(row, "first"),
            "total": _with_interval(row, "total"),
        }
        for place, row in enumerate(rows)
    ]
    facts = {"runs": found.runs, "design_rows": found.rows, "rows_left": found.rows_left, "seed": found.seed}
    failures = [{"cause": cause, "runs": times} for cause, times in found.failures.items()]
    notes = [*_index_notes(found), *(f"varied: {assumption_words(one)}" for one in assumptions)]
    return Part("indices", title, rows, notes, shown, {**facts, "level": LEVEL, **more, "failures": failures})


def _index_rows(found: Sensitivity, target: str, names: list[str]) -> list[Row]:
    held = found.targets[target]
    return [
        {
            "target": target,
            "assumption": name,
            "first": float(held.first[place]),
            "first_low": float(held.first_interval[place, 0]),
            "first_high": float(held.first_interval[place, 1]),
            "total": float(held.total[place]),
            "total_low": float(held.total_interval[place, 0]),
            "total_high": float(held.total_interval[place, 1]),
            "variance": float(held.variance),
        }
        for place, name in enumerate(names)
    ]


def _target_words(question: Question, target: str) -> str:
    unit = target.removeprefix("rank of ")
    return target if unit == target else f"rank of {question.unit_name(unit)}"


def _with_interval(row: Row, index: str) -> str:
    value, low, high = (row[key] for key in (index, f"{index}_low", f"{index}_high"))
    if math.isnan(value):
        return "does not vary"
    value, low, high = (round(one, 2) + 0.0 for one in (value, low, high))
    return f"{value:.2f}  [{low:.2f}, {high:.2f}]"


def _index_notes(found: Sensitivity) -> list[str]:
    notes = [
        f"{found.runs:,} runs: a design of {found.rows:,} rows (Sobol' sequence, seed {found.seed})",
        f"in brackets {LEVEL:.0%} bootstrap intervals; first-order counts an assumption alone, total with interactions",
    ]
    if found.rows & (found.rows - 1):
        notes.append(f"{found.rows:,} rows are no power of two: the sequence is balanced only for powers of two")
    if found.rows_left < found.rows:
        notes.append(f"{found.rows - found.rows_left:,} rows with a failed run are left out")
    return [*notes, *(f"{times:,} runs failed: {cause}" for cause, times in found.failures.items())]


def stability(question: Question) -> Part:
    """Return a row an aim and weight: between which values it can lie while leader, best three or all tiers stay."""
    from parkindex.analysis.trust import TOP, stability_of

    title = "Between which values a single weight can lie before something changes"
    space = weights_of(question)
    if space is None:
        return Part("stability", title, [], [IDLE])
    said = {"leader": "leader", "top": f"first {TOP}", "tiers": "all tiers"}
    found = stability_of(space)
    rows = [_stability_row(question, one, said[kind]) for kind, held in found.items() for one in held]
    notes = [
        *form_note(question, space),
        "one weight moves and the others keep their proportions; weights are shares of one",
    ]
    missing = [said[kind] for kind in said if kind not in found]
    if missing:
        notes.append(f"not followed under this method, or among so many units: {', '.join(missing)}")
    shown = [_stability_shown(row, rows[place - 1] if place else None) for place, row in enumerate(rows)]
    return Part("stability", title, rows, notes, shown)


def _stability_row(question: Question, one: Interval, stays: str) -> Row:
    ends = {"weight": one.stated, "low": one.low, "high": one.high}
    return {"stays": stays, "code": one.code, "name": question.name(one.code), **ends, "exact": one.exact}


def _stability_shown(row: Row, before: Row | None) -> Row:
    same = before is not None and before["stays"] == row["stays"]
    ends = {"from": f"{row['low']:.4f}", "stated": f"{row['weight']:.4f}", "to": f"{row['high']:.4f}"}
    return {"stays": "" if same else row["stays"], "weight": row["name"], **ends, "ends": _ends(row)}


def _ends(row: Row) -> str:
    return "exact" if row["exact"] else "followed in steps"


def dominance(question: Question) -> Part:
    """Return a row a unit: the ranks that weights can give it, and whom it is always ahead of or behind."""
    from parkindex.analysis.trust import WITHIN

    title = "Who is ahead of whom whatever the weights"
    space, found = weights_of(question), question.edition.dominance(question.method)
    if space is None:
        return Part("dominance", title, [], [IDLE])
    if found is None:
        return Part("dominance", title, [], ["the index is no one mean of its pillars: dominance cannot be told"])
    every, near = found
    place = {unit: row for row, unit in enumerate(every.units)}
    rows: list[Row] = [
        {
            "code": unit,
            "name": question.unit_name(unit),
            "rank": question.result.rank(unit),
            **_dominance_columns(every, place[unit], ""),
            **_dominance_columns(near, place[unit], "_within"),
        }
        for unit in question.result.order()
        if unit in place
    ]
    shown = [
        {
            "rank": row["rank"],
            "name": row["name"],
            "any weights": _ranks(row["best"], row["worst"]),
            "ahead of": len(row["ahead_of"]),
            "behind": len(row["behind"]),
            f"±{WITHIN:.0%}": _ranks(row["best_within"], row["worst_within"]),
            "ahead of ": len(row["ahead_of_within"]),
            "behind ": len(row["behind_within"]),
        }
        for row in rows
    ]
    total = len(every.units) * (len(every.units) - 1) // 2
    firm = f"{len(near.pairs()):,} while each weight stays within {WITHIN:.0%} of itself"
    notes = [
        f"{len(every.pairs()):,} of {total:,} pairs stand whatever the weights, {firm}",
        "ties apart, no such weights give a rank outside the limits shown, which need not be reached",
        *form_note(question, space),
    ]
    more = {"dominance_pairs": {"of": total, "any": len(every.pairs()), "within": len(near.pairs()), "share": WITHIN}}
    return Part("dominance", title, rows, notes, shown, more)


def _ranks(best: int, worst: int) -> str:
    return str(best) if best == worst else f"{best}–{worst}"


def _dominance_columns(found: Dominance, place: int, suffix: str) -> Row:
    def codes(mask: np.ndarray) -> list[str]:
        return [unit for unit, held in zip(found.units, mask, strict=True) if held]

    return {
        f"best{suffix}": int(found.best[place]),
        f"worst{suffix}": int(found.worst[place]),
        f"ahead_of{suffix}": codes(found.ahead[place]),
        f"behind{suffix}": codes(found.ahead[:, place]),
    }


PARTS: dict[str, Callable[[Question], Part]] = {
    "indices": indices,
    "leave-one-out": leave_one_out,
    "stability": stability,
    "dominance": dominance,
    "weight-changes": smallest_changes,
}
"""Every part by its name on the command line."""
