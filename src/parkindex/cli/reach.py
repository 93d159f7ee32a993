"""What takes a unit to a rank or a tier: verified changes of its own values, and the smallest change of weights."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from parkindex.cli.answers import Part, Question, Row
from parkindex.cli.weight_changes import IDLE, change_row, form_note, shown_change, verdict, weights_of
from parkindex.errors import Finding, MethodError, UsageError

if TYPE_CHECKING:
    from parkindex.analysis.uncertainty.at_best import Standing
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.levers import Goal, Lever, Levers
    from parkindex.index import Result

WAYS = {
    "cheapest": "what brings most for its cost first",
    "alone": "one value alone",
    "alike": "all values alike",
}
"""How each kind of way moves the values, in words."""


@dataclass(frozen=True)
class Reach:
    """The levers of a unit for a goal, the parts that show them, and the same as plain data."""

    levers: Levers
    parts: tuple[Part, ...]
    record: dict[str, Any]


def read_goal(words: str, result: Result) -> Goal:
    """Read ``tier:1`` or ``rank:3``. Raises `UsageError` for anything that the result has not, with all that it has."""
    import numpy as np

    from parkindex.analysis.uncertainty.levers import Goal

    ranked, tiers = int(np.count_nonzero(~np.isnan(result.ranks))), result.tier_count
    allowed = f"rank:1 to rank:{ranked}" + (f" or tier:1 to tier:{tiers}" if tiers else ", and no tiers")
    try:
        goal = Goal.read(words)
    except UsageError:
        goal = None
    if goal is None or goal.number > (ranked if goal.kind == "rank" else tiers):
        message = f"the method '{result.method.name}' has no goal '{words}'"
        raise UsageError(Finding("usage.goal", "--reach", message, f"there are {allowed}"))
    return goal


def reach(question: Question, words: str) -> Reach:
    """Return what takes the unit of a question to a goal. Raises `UsageError` for a bad goal and an unranked unit."""
    from parkindex.analysis.uncertainty.evaluation import Evaluation
    from parkindex.analysis.uncertainty.levers import levers

    goal = read_goal(words, question.result)
    unit = question.unit or ""
    if question.result.rank(unit) is None:
        message = f"{question.unit_name(unit)} has no rank, so that nothing can be reached from it"
        raise UsageError(Finding("usage.unranked", "", message))
    evaluation = Evaluation.of(question.result)
    found = levers(evaluation, unit, goal)
    weights, change = _weights(question, found)
    farthest = _farthest(evaluation, unit)
    ways = _ways(question, found, farthest)
    record = {
        "goal": f"{goal.kind}:{goal.number}",
        "reached": found.reached,
        "ways": [_way_record(way) for way in found.ways],
        "farthest": None if farthest is None else asdict(farthest),
        "weights": change,
        "notes": [*ways.notes, *weights.notes],
    }
    return Reach(found, (ways,) if found.reached else (ways, weights), record)


def _farthest(evaluation: Evaluation, unit: str) -> Standing | None:
    """Return where a unit stands with all its values at their best, None where the method refuses them."""
    from parkindex.analysis.uncertainty.at_best import at_best

    try:
        return at_best(evaluation, unit)
    except MethodError:
        return None


def _way_record(way: Lever) -> dict[str, Any]:
    changes = [{"node": node, "before": way.before[node], "after": value} for node, value in way.values.items()]
    return {
        "how": way.how,
        "changes": changes,
        "cost": way.cost,
        "score": way.score,
        "rank": way.rank,
        "tier": way.tier,
    }


def _ways(question: Question, found: Levers, farthest: Standing | None) -> Part:
    """Return a row a way; where there is none, how far all values go together."""
    name = question.unit_name(found.unit)
    goal = f"{found.goal.kind} {found.goal.number}"
    title = f"Values of its own that take {name} to {goal}"
    if found.reached:
        return Part("ways", title, [], [f"{name} is at {goal} or better already"])
    rows: list[Row] = [
        {
            "way": place,
            "cost": way.cost,
            "score": f"{way.score:.2f}",
            "rank": way.rank,
            "tier": way.tier,
            "how": WAYS[way.how],
            "changes": "; ".join(_change(question, way, node) for node in way.values),
        }
        for place, way in enumerate(found.ways, 1)
    ]
    if not rows:
        asked = f"no values of its own take {name} to {goal}, not even all of them as good as the best of the field"
        return Part("ways", title, [], [asked if farthest is None else f"{asked}: {_standing_words(farthest)}"])
    notes = [
        "each way was scored anew with all other units as they are; cost: 1 takes one value from the worst to the best"
    ]
    alone = [way for way in found.ways if len(way.values) == 1]
    if not alone:
        notes.append("no single value does it alone")
    return Part("ways", title, rows, notes)


def _standing_words(standing: Standing) -> str:
    tier = "" if standing.tier is None else f", tier {standing.tier}"
    return f"that gives rank {standing.rank}{tier}, score {standing.score:.2f}"


def _change(question: Question, way: Lever, node: str) -> str:
    return f"{question.name(node)} {way.before[node]:g} → {way.values[node]:g}"


def _weights(question: Question, found: Levers) -> tuple[Part, Row | None]:
    """Return the smallest change of weights as a part and as plain data, None where weights do not act."""
    title = "The smallest change of weights that does the same"
    if found.reached:
        return Part("weights", title, []), None
    space = weights_of(question)
    if space is None:
        return Part("weights", title, [], [IDLE]), None
    row = change_row(question, space, found.goal.kind, found.goal.number)
    notes = form_note(question, space)
    if not row["reached"]:
        goal = f"{found.goal.kind} {found.goal.number}"
        proven = row["optimal"]
        notes.insert(0, f"no weights give {goal}" if proven else f"no weights were found that give {goal}")
        return Part("weights", title, [], notes), row
    if verdict(row) == "found by search":
        notes.append("found by search: smaller changes may do")
    return Part("weights", title, [row], notes, [shown_change(question, space, row)]), row
