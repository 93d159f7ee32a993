"""Claims that groups differ much, or little, or that one lies above another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from parkindex.audit.claims import classes
from parkindex.audit.claims.gaps import BETWEEN, LARGE, NEGLIGIBLE, SMALL, Case, Compared, within
from parkindex.audit.claims.ground import Ground, Group, joined
from parkindex.audit.claims.saying import it_fails, it_holds, it_stays_open, none_entered, percent
from parkindex.evidence.claims import Comparison

if TYPE_CHECKING:
    from parkindex.audit.outcome import Outcome, Severity
    from parkindex.audit.publication import Column, Publication
    from parkindex.engine.arrays import FloatArray


def comparisons(publication: Publication) -> Iterator[Outcome]:
    """Test every comparison of groups."""
    ground = Ground(publication)
    claims = [claim for claim in publication.evidence.claims if isinstance(claim, Comparison)]
    yield from none_entered(claims, "比较的说法", "comparisons")
    for claim in claims:
        yield compared(ground, claim)


def compared(ground: Ground, claim: Comparison) -> Outcome:
    """Return the one outcome of a comparison."""
    if claim.degree == "polarised":
        return classes.polarised(ground, claim)
    if claim.degree == "stepped":
        zh, en = "各分界处的差距由“梯队”一族检验。", "The checks of tiers test the gaps at the cut-offs."
        return it_stays_open(claim, zh, en, family="tiers")
    if claim.what == "parks":
        return _of_parks(ground, claim)
    column = ground.column(claim.what)
    values = ground.answers(claim.what) if column is None else column.values
    if np.isfinite(values).sum() < 2:
        name = ground.node_name(claim.what)
        return it_stays_open(
            claim,
            f"无法检验：各家的“{name.zh}”未刊载。",
            f"This cannot be tested: no values of “{name.en}” are printed by unit.",
        )
    return _of_values(ground, claim, column, values)


def _of_values(ground: Ground, claim: Comparison, column: Column | None, values: FloatArray) -> Outcome:
    """Compare the groups, unless one is empty or nothing varies."""
    groups = groups_of(ground, claim, values)
    empty = [group.name for group in groups if not group.rows]
    if empty:
        name = joined(empty)
        return it_stays_open(
            claim,
            f"无法检验：没有可归入{name.zh}而又刊载得分的园区。",
            f"This cannot be tested: no ranked unit with a printed score belongs to {name.en}.",
        )
    spread = float(np.nanstd(values))
    if spread == 0:
        return it_stays_open(claim, "无法检验：各家数值相同。", "This cannot be tested: all values are the same.")
    case = Case(ground, claim.degree, groups, values, spread, column)
    found = _judged(case)
    if {"coastal", "inland"} & set(claim.between):
        others = [_reread(case, claim, reading) for reading in (1, 2)]
        if any(other is not None and other.finding != found.finding for other in others):
            found = replace(
                found,
                finding="open",
                zh=f"{found.zh.removesuffix('。')}；正文没有说明沿海的口径，从宽计则结果不同。",
                en=f"{found.en.removesuffix('.')}; the text does not say what it counts as coastal, and a wider sense "
                "changes the result.",
            )
    return _packed(case, claim, found)


def _judged(case: Case) -> Compared:
    return within(case) if len(case.groups) == 1 else BETWEEN[case.degree](case)


def _reread(case: Case, claim: Comparison, reading: int) -> Compared | None:
    """Judge again under another reading of what is coastal; None where that leaves a group empty."""
    groups = groups_of(case.ground, claim, case.values, reading)
    return _judged(replace(case, groups=groups)) if all(group.rows for group in groups) else None


def _packed(case: Case, claim: Comparison, found: Compared) -> Outcome:
    """Return what was found as an outcome, with the cells that show it where it fails."""
    zh, en = _with_absent(case, found)
    data: dict[str, Any] = {"degree": claim.degree, "what": claim.what, **found.data}
    if found.finding == "holds":
        return it_holds(claim, zh, en, **data)
    if found.finding == "fails":
        cells = () if case.column is None else case.ground.cells(found.rows, case.column)
        units = [case.ground.ranking.units[row] for row in found.rows]
        return it_fails(_severity(case, claim, found), claim, zh, en, *cells, **data, units=units)
    why = found.why or _undecided(claim.degree)
    return it_stays_open(claim, zh + why[0], f"{en} {why[1]}", **data)


def _severity(case: Case, claim: Comparison, found: Compared) -> Severity:
    """Return how serious it is that a comparison fails: of tiers or of totals it bears on the ranking itself."""
    of_totals = case.column is not None and case.column is case.ground.ranking.total
    if found.severity != "major" or of_totals or any(word.startswith("tier:") for word in claim.between):
        return found.severity
    return "moderate"


def _undecided(degree: str) -> tuple[str, str]:
    """Say between which bounds a gap decides nothing."""
    if degree in {"small", "large"}:
        return (
            f"不超过{SMALL}算小，不低于{LARGE}算大，介于其间不作判断。",
            f"Up to {SMALL} counts as small and from {LARGE} as large; between the two nothing is decided.",
        )
    if degree.startswith("much"):
        return f"不到{LARGE}，不算悬殊。", f"Less than {LARGE} is not far apart."
    if degree in {"higher", "lower"}:
        return f"不到{NEGLIGIBLE}，看不出高低。", f"Less than {NEGLIGIBLE} shows neither above the other."
    return "这不足以判断。", "That decides nothing."


def _with_absent(case: Case, found: Compared) -> tuple[str, str]:
    """Add the named places in which no ranked unit is known to stand."""
    places = [place for group in case.groups for place in (*group.absent, *group.uncertain)]
    if not places:
        return found.zh, found.en
    names = joined([case.ground.place_name(place) for place in places])
    return (
        f"{found.zh.removesuffix('。')}；没有一家确知在{names.zh}。",
        f"{found.en.removesuffix('.')}; no ranked unit is known to stand in {names.en}.",
    )


def groups_of(
    ground: Ground, claim: Comparison, values: FloatArray | None = None, reading: int = 0
) -> tuple[Group, ...]:
    """Return the groups of a comparison; with ``values`` (units,) only of units that have one."""
    scope = ground.scope(claim.scope)
    if values is not None:
        scope = tuple(row for row in scope if np.isfinite(values[row]))
    taken = [ground.group(word, scope, reading=reading).rows for word in claim.between if word != "others"]
    return tuple(ground.group(word, scope, taken, reading=reading) for word in claim.between)


def _of_parks(ground: Ground, claim: Comparison) -> Outcome:
    """Judge whether the groups together hold most of the units."""
    groups = groups_of(ground, claim)
    n, count = len(ground.every_row), len({row for group in groups for row in group.rows})
    if not n or not ground.rows_in:
        return it_stays_open(claim, "无法检验：没有各家所在地。", "This cannot be tested: no places are given.")
    names, share = joined([group.name for group in groups]), percent(100 * count / n)
    zh, en = f"{names.zh}共有{n}家中的{count}家（{share}）。", f"{names.en} hold {count} of {n} units ({share})."
    if claim.degree != "most" or 2 * count == n:
        return it_stays_open(claim, f"{zh}这不足以判断。", f"{en} That decides nothing.", n=n, count=count)
    if 2 * count < n:
        return it_fails("moderate", claim, zh, en, n=n, count=count)
    return it_holds(claim, zh, en, n=n, count=count)
