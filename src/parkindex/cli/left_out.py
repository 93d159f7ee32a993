"""The ranking without each pillar, indicator, unit and place in turn, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from parkindex.cli.answers import Part, Question, Row

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.leave_one_out import Without

FIRST_OF_EACH = 5
"""Rows of each kind that a table of all parts shows."""

MOST_UNITS = 2_000
"""Units up to which each of them, and each place, is left out in turn."""


def leave_one_out(question: Question) -> Part:
    """Return a row a thing left out, by kind, what moves ranks most first; tables of all parts show the first few."""
    from parkindex.analysis.uncertainty.evaluation import Evaluation

    evaluation = Evaluation.of(question.result)
    few = len(evaluation.units) <= MOST_UNITS
    found = sorted(_each(evaluation, few=few), key=lambda one: (KINDS.index(one.kind), _less(one)))
    scaled = question.result.method.method.tiers.name == "thresholds"
    rows = [_row(question, one, tiers=not (scaled and one.kind in {"pillar", "indicator"})) for one in found]
    notes = ["shifts count among the units that remain, both times; a positive one is a rise"]
    if scaled:
        notes.append("without a pillar or indicator scores have another scale, on which stated cut-offs mean nothing")
    if not few:
        notes.append(f"units and places are not left out one by one among more than {MOST_UNITS:,} units")
    notes += [f"no ranking without {row['name']}: {row['failed']}" for row in rows if row["failed"]]
    shown = rows
    if not question.parts:
        shown = [row for row in rows if not _changes_nothing(row)]
        notes += [
            f"{same} of {len(of_kind)} {kind}s change nothing when one of them is left out"
            for kind in KINDS
            if (of_kind := [row for row in rows if row["kind"] == kind])
            and (same := sum(map(_changes_nothing, of_kind)))
        ]
        several = len(shown)
        shown = _first_of_each(shown)
        if len(shown) < several:
            few_of = f"the {FIRST_OF_EACH} of each kind that move ranks most, of {several} that change something"
            notes.append(f"shown are {few_of}: --part leave-one-out shows all")
    table = [_shown(question, row, shown[place - 1] if place else None) for place, row in enumerate(shown)]
    return Part("leave_one_out", "The ranking without each one", rows, notes, table)


def _changes_nothing(row: Row) -> bool:
    return not row["failed"] and not row["mean_shift"] and not row["tier_changes"]


KINDS = ("pillar", "indicator", "unit", "place")


def _less(one: Without) -> float:
    """Return a key by which the largest mean shift comes first, what failed last."""
    return 1.0 if one.failed or one.mean_shift != one.mean_shift else -one.mean_shift


def _each(evaluation: Evaluation, *, few: bool) -> Iterator[Without]:
    """Yield everything left out in turn; an indicator that is a pillar is not left out twice."""
    from parkindex.analysis.uncertainty import leave_one_out as module

    pillars = module.without_each_pillar(evaluation)
    named = {one.left_out for one in pillars}
    yield from pillars
    yield from (one for one in module.without_each_indicator(evaluation) if one.left_out not in named)
    if not few:
        return
    yield from module.without_each_unit(evaluation)
    yield from module.without_all_places(evaluation)


def _row(question: Question, one: Without, *, tiers: bool) -> Row:
    return {
        "kind": one.kind,
        "code": one.left_out,
        "name": _name(question, one),
        "mean_shift": one.mean_shift,
        "largest": one.largest or None,
        "largest_shift": None if one.failed else one.largest_shift,
        "kendall": one.kendall,
        "tier_changes": list(one.tier_changes) if tiers and not one.failed else None,
        "failed": one.failed,
    }


def _name(question: Question, one: Without) -> str:
    if one.kind == "unit":
        return question.unit_name(one.left_out)
    if one.kind == "place":
        from parkindex.evidence.regions import place_or_region_name

        return place_or_region_name(question.edition.dataset, one.left_out).of(question.language)
    return question.name(one.left_out)


def _first_of_each(rows: list[Row]) -> list[Row]:
    return [row for _, held in groupby(rows, key=lambda row: row["kind"]) for row in list(held)[:FIRST_OF_EACH]]


def _shown(question: Question, row: Row, before: Row | None) -> Row:
    same = before is not None and before["kind"] == row["kind"]
    shift = row["largest_shift"]
    return {
        "kind": "" if same else row["kind"],
        "left out": row["name"],
        "mean shift": "" if row["failed"] else f"{row['mean_shift']:.2f}",
        "farthest": question.unit_name(row["largest"]) if row["largest"] else "",
        "by": f"{shift:+d}" if shift else "",
        "Kendall": "" if row["failed"] else f"{row['kendall']:.3f}",
        "tier changes": None if row["tier_changes"] is None else len(row["tier_changes"]),
    }
