"""`parkindex analyse EDITION uncertainty`: how far each rank, score and tier can be trusted, and what was varied."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import count, groupby
from typing import TYPE_CHECKING, Any

from parkindex.cli.answers import Answer, Part, Question, Row

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.engine.choices import Step
    from parkindex.index import Result

LEVEL = 0.9
TOPS = (3, 5, 10)
PAIRS_NAMED = 30
"""Pairs that cannot be told apart, up to which a note names all of them."""


def uncertainty(question: Question) -> Answer:
    """Return a row a unit, best first: intervals and probabilities of rank, score and tier and level units.

    In JSON the assumptions, failures and the matrices of ranks and pairs stand beside the rows.
    """
    from parkindex.analysis.trust import uncertainty_of

    edition, result = question.edition, question.result
    found = uncertainty_of(
        result,
        edition.assumptions(question.method),
        draws=question.draws or edition.about.draws,
        seed=question.chosen_seed,
        report=question.report,
    )
    if found is None:
        return Answer(len(result.units), (Part("rows", "", [], [nothing_uncertain(result)]),), {"assumptions": []})
    rows = _rows(question, found)
    part = Part("rows", "", rows, _notes(question, found), [_shown(row, result) for row in rows])
    return Answer(len(result.units), (part,), _facts(found))


def nothing_uncertain(result: Result) -> str:
    """Return why there is nothing to vary about a method."""
    name = result.method.name
    return f"the method '{name}' states no assumptions, and its weights do not act: nothing can be varied"


def assumption_record(assumption: Assumption) -> dict[str, Any]:
    """Return an assumption as plain data: its name, what it varies, and how far or among which options."""
    from parkindex.analysis.uncertainty import assumptions as kinds

    name = kinds.name_of(assumption)
    record: dict[str, Any]
    match assumption:
        case kinds.Alternatives(step=step, node=node):
            record = {"varies": step, "node": node or None, "options": [_option(one) for one in assumption.options]}
        case kinds.VariedWeights(by=by, families=families):
            extent: dict[str, dict[str, Any]] = {
                "uniform": {"within": assumption.within},
                "dirichlet": {"concentration": assumption.concentration},
                "panel": {"panel": [dict(one) for one in assumption.panel]},
            }
            record = {"varies": "weights", "by": by, **extent.get(by, {}), "of": list(families)}
        case kinds.MeasurementError(by=by, size=size, shape=shape, nodes=nodes, units=units):
            limits = {"nodes": list(nodes), "units": list(units)}
            record = {"varies": "values", "by": by, "size": size or None, "shape": shape, **limits}
        case kinds.DrawnImputation(nodes=nodes):
            record = {"varies": "imputation", "by": "drawn", "nodes": list(nodes)}
        case kinds.LeftOut(nodes=nodes):
            record = {"varies": "nodes", "leave_out": list(nodes)}
    return {"name": name, **record}


def _option(step: Step) -> dict[str, Any]:
    own = {"nodes": {code: _option(one) for code, one in step.nodes.items()}} if step.nodes else {}
    return {"method": step.name, **{key: _data(value) for key, value in step.parameters.items()}, **own}


def _data(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _data(held) for key, held in value.items()}
    return [_data(held) for held in value] if isinstance(value, list | tuple) else value


def assumption_words(assumption: Assumption) -> str:
    """Return an assumption as one line."""
    record = assumption_record(assumption)
    name, varies = record.pop("name"), record.pop("varies")
    head = name if name == varies else f"{name} ({varies})"
    options = record.pop("options", None)
    if options is not None:
        node = f" at {record['node']}" if record["node"] else ""
        return f"{head}{node}: one of {'; '.join(map(_option_words, options))}"
    told = "; ".join(f"{key} {_value_words(value)}" for key, value in record.items() if value not in ([], None))
    return f"{head}: {told}"


def _option_words(option: Mapping[str, Any]) -> str:
    parameters = ", ".join(f"{key} {_value_words(value)}" for key, value in option.items() if key != "method")
    return f"{option['method']} ({parameters})" if parameters else str(option["method"])


def _value_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "/".join(f"{key} {_value_words(held)}" for key, held in value.items())
    return "/".join(map(_value_words, value)) if isinstance(value, list) else str(value)


def _rows(question: Question, found: Uncertainty) -> list[Row]:
    import numpy as np

    result = question.result
    ranks, tails = found.rank_interval(LEVEL), np.array([(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    scores, tiers = found.score_quantiles(tails), found.tier_probabilities
    tops = {best: found.probability_top(best) for best in (1, *TOPS) if best < len(result.units)}
    level = _level_with(found)
    rows = []
    for unit in result.order():
        row, rank, tier = result.row(unit), result.rank(unit), result.tier(unit)
        kept = rank is not None and found.exact_ranks
        rows.append(
            {
                "code": unit,
                "name": question.unit_name(unit),
                "rank": rank,
                "rank_median": float(found.median_ranks[row]),
                "rank_mean": float(found.mean_ranks[row]),
                "rank_low": float(ranks[row, 0]),
                "rank_high": float(ranks[row, 1]),
                "keeps_rank": float(found.rank_probabilities[row, rank - 1]) if kept and rank else None,
                **{"first" if best == 1 else f"top_{best}": float(share[row]) for best, share in tops.items()},
                "score": result.score(unit),
                "score_median": float(scores[row, 1]),
                "score_low": float(scores[row, 0]),
                "score_high": float(scores[row, 2]),
                **({} if tiers is None else _tier_columns(tier, tiers[row].tolist())),
                "level_with": None if level is None else level[unit],
            }
        )
    return rows


def _tier_columns(tier: int | None, shares: list[float]) -> Row:
    kept = None if tier is None else shares[tier - 1]
    return {"tier": tier, "keeps_tier": kept, **{f"tier_{place}": share for place, share in enumerate(shares, 1)}}


def _level_with(found: Uncertainty) -> dict[str, list[str]] | None:
    """Return for every unit the codes of those that cannot be told apart from it; None where pairs were not counted."""
    if found.beats is None:
        return None
    level: dict[str, list[str]] = {unit: [] for unit in found.units}
    for one, other in found.level_pairs(LEVEL):
        level[one].append(other)
        level[other].append(one)
    return level


def _shown(row: Row, result: Result) -> Row:
    """Return a row for people: intervals in one cell, probabilities in per cent, units by their ranks."""
    tiers = {key: _percent(value) for key, value in row.items() if key.startswith("tier_")}
    tops = {key.replace("_", " "): _percent(value) for key, value in row.items() if key.startswith("top_")}
    first = {"first": _percent(row["first"])} if "first" in row else {}
    return {
        "rank": row["rank"],
        "name": row["name"],
        "median": f"{row['rank_median']:g}",
        "90 %": _interval(row["rank_low"], row["rank_high"], 0),
        "kept": _percent(row["keeps_rank"]),
        **first,
        **tops,
        "score": f"{row['score']:.2f}" if row["score"] == row["score"] else "",
        "score 90 %": _interval(row["score_low"], row["score_high"], 2),
        **({"tier": row["tier"]} if "tier" in row else {}),
        **{key.replace("_", " "): value for key, value in tiers.items()},
        "level with ranks": _ranks_of(row["level_with"] or (), result),
    }


def _percent(share: float | None) -> str:
    """Return a probability in per cent; what is neither never nor always is not rounded to it."""
    if share is None:
        return ""
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 < share < 1 else f"{100 * share:.0f}"


def _interval(low: float, high: float, decimals: int) -> str:
    if math.isnan(low):
        return ""
    return f"{low:.{decimals}f}" if low == high else f"{low:.{decimals}f}–{high:.{decimals}f}"


def _ranks_of(units: Iterable[str], result: Result) -> str:
    """Return the ranks of units in order, runs of them joined."""
    ranks = sorted({rank for unit in units if (rank := result.rank(unit)) is not None})
    steps = count()
    runs = [list(run) for _, run in groupby(ranks, key=lambda rank: rank - next(steps))]
    return ", ".join(f"{run[0]}" if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _notes(question: Question, found: Uncertainty) -> list[str]:
    notes = [
        f"{found.draws:,} draws (Sobol' sequence, seed {found.seed}), {found.scored:,} scored",
        "all assumptions vary at once, and options are equally likely",
        f"intervals hold {LEVEL:.0%} of the draws; tables give probabilities in per cent, JSON and CSV as shares",
    ]
    if any(getattr(one, "step", "") == "normalisation" for one in found.assumptions):
        notes.append(
            "scales vary from draw to draw, and scores with them: compare ranks rather than intervals of scores"
        )
    notes += [f"varied: {assumption_words(one)}" for one in found.assumptions]
    notes += [f"{times:,} of {found.draws:,} draws were refused: {cause}" for cause, times in found.failures.items()]
    pairs = found.level_pairs(LEVEL)
    units = len(found.units)
    if found.beats is None:
        notes.append(f"pairs are not compared among so many units ({units:,})")
    else:
        named = f": {', '.join(_pair(question, *pair) for pair in pairs)}" if 0 < len(pairs) <= PAIRS_NAMED else ""
        of = units * (units - 1) // 2
        notes.append(f"{len(pairs):,} of {of:,} pairs cannot be told apart (neither ahead in {LEVEL:.0%}){named}")
    if not found.exact_ranks:
        notes.append(f"ranks of so many units are counted in classes of {found.tally.classes.width}")
    return notes


def _pair(question: Question, one: str, other: str) -> str:
    short = [question.edition.dataset.unit(unit).short.of(question.language) for unit in (one, other)]
    return f"{short[0]} – {short[1]}"


def _facts(found: Uncertainty) -> dict[str, Any]:
    """Return what is no row: how it was drawn, what was varied, what failed, and the matrices of ranks and pairs."""
    return {
        "draws": found.draws,
        "scored": found.scored,
        "seed": found.seed,
        "level": LEVEL,
        "assumptions": [assumption_record(one) for one in found.assumptions],
        "failures": [{"cause": cause, "draws": times} for cause, times in found.failures.items()],
        "ranks": {
            "units": list(found.units),
            "width": found.tally.classes.width,
            "probability": found.rank_probabilities.tolist() if found.beats is not None else None,
        },
        "pairs": {
            "units": list(found.units),
            "ahead": found.beats.tolist() if found.beats is not None else None,
            "level": [list(pair) for pair in found.level_pairs(LEVEL)],
        },
    }
