"""Names on arrays: results that are asked by codes, traced, and done again with another choice."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from parkindex.engine.method import Method, Step
from parkindex.errors import MethodError, UsageError
from parkindex.evidence.dataset import Dataset
from parkindex.evidence.rows import Observation, Place, Unit
from parkindex.framework.methods import NamedMethod
from parkindex.framework.model import Framework, framework_from
from parkindex.framework.text import Text
from parkindex.index import Index, Result

WORDS = {"zh": "词", "en": "word"}


def indicator(code: str, level: str = "park") -> dict[str, object]:
    return {
        "code": code,
        "name": WORDS,
        "type": "numeric",
        "level": level,
        "direction": "higher",
        "unit_of_measure": WORDS,
        "source_kind": "first_hand",
    }


FRAMEWORK: Framework = framework_from(
    {
        "code": "index",
        "name": WORDS,
        "children": (
            {
                "code": "people",
                "name": WORDS,
                "weight": 60.0,
                "children": (indicator("schools", "city"), indicator("staff")),
            },
            {"code": "money", "name": WORDS, "weight": 40.0, "children": (indicator("funds"),)},
        ),
    }
)
CITY = Place("330100", "330100", Text(zh="杭州市", en="Hangzhou"), "city")
UNITS = tuple(
    Unit(code, Text(zh=f"{code}园", en=code), Text(zh=code, en=code), "330100" if code != "c" else "440100")
    for code in "abc"
)
OTHER_CITY = replace(CITY, code="440100", name=Text(zh="广州市", en="Guangzhou"))


def dataset(*observations: Observation) -> Dataset:
    return Dataset(places=(CITY, OTHER_CITY), units=UNITS, observations=observations)


FULL = dataset(
    Observation("330100", "schools", 8.0),
    Observation("440100", "schools", 4.0),
    Observation("a", "staff", 10.0),
    Observation("b", "staff", 30.0),
    Observation("c", "staff", 20.0),
    Observation("a", "funds", 5.0),
    Observation("b", "funds", 1.0),
    Observation("c", "funds", 3.0),
)
GIVEN = {"a": (9.0, 1.1), "b": (7.5, 2.6), "c": (7.5, 2.6)}
PILLARS = dataset(
    *(
        Observation(unit, node, value)
        for unit, values in GIVEN.items()
        for node, value in zip(("people", "money"), values, strict=True)
    )
)


def named(**steps: Step | int) -> NamedMethod:
    text = Text(zh="法", en="method")
    chosen = {"normalisation": Step("min_max", {"to": (0.0, 1.0)}), **steps}
    return NamedMethod(Method("made", **chosen), text, text, {})  # type: ignore[arg-type]


def scored(data: Dataset = FULL, **steps: Step | int) -> Result:
    return Index(FRAMEWORK, data, named(**steps)).score()


def test_scores_are_asked_by_codes() -> None:
    result = scored(tiers=Step("thresholds", {"at": (0.5,)}))
    # schools 1, 1, 0; staff 0, 1, 0.5; funds 1, 0, 0.5; equal weights below people, 60/40 above.
    assert [result.score(unit) for unit in "abc"] == pytest.approx([0.7, 0.6, 0.35])
    assert result.score("b", "people") == pytest.approx(1.0)
    assert result.order() == ("a", "b", "c")
    assert [result.rank(unit) for unit in "abc"] == [1, 2, 3]
    assert result.tier_members(1) == ("a", "b")
    assert result.tier_members(2) == ("c",)
    assert result.tier_count == 2


def test_a_citys_value_reaches_its_own_units_and_is_marked() -> None:
    result = scored()
    assert result.raw[:, result.column_of("schools")].tolist() == [8.0, 8.0, 4.0]
    assert result.marks("a", "schools") == ("lent by 330100",)
    assert result.marks("a", "staff") == ()


def test_given_pillars_enter_the_index_and_are_marked() -> None:
    result = scored(PILLARS, normalisation=Step("none"), aggregation=Step("sum"), decimals=2)
    assert result.entries == ("people", "money")
    assert [result.score(unit) for unit in "abc"] == [10.1, 10.1, 10.1]
    assert [result.rank(unit) for unit in "abc"] == [1, 1, 1]
    assert result.marks("a", "people") == ("given",)


def test_a_value_given_at_a_computed_node_is_kept_apart() -> None:
    both = replace(FULL, observations=(*FULL.observations, Observation("a", "people", 0.9)))
    result = scored(both)
    column = result.column_of("people")
    assert result.score("a", "people") == pytest.approx(0.5)
    assert result.outcome.given[0, column] == 0.9
    assert result.outcome.difference[0, column] == pytest.approx(0.4)


def test_a_missing_value_stays_missing_and_its_siblings_share_its_weight() -> None:
    without = replace(FULL, observations=tuple(o for o in FULL.observations if (o.subject, o.node) != ("b", "staff")))
    result = scored(without)
    assert math.isnan(result.score("b", "staff"))
    assert result.score("b", "people") == result.score("b", "schools")
    assert "staff" not in next(r for r in result.records() if r["code"] == "b")["nodes"]


def test_trace_leads_from_the_index_to_what_was_entered() -> None:
    trace = scored().trace("c")
    assert trace.code == "index"
    assert [child.code for child in trace.children] == ["people", "money"]
    schools = trace.children[0].children[0]
    assert (schools.raw, schools.normalised, schools.marks) == (4.0, 0.0, ("lent by 440100",))
    assert trace.score == pytest.approx(sum(child.weight * child.score for child in trace.children))


def test_redo_changes_one_choice_and_nothing_else() -> None:
    first = scored(normalisation=Step("min_max", {"to": (1.0, 100.0)}))
    other = first.redo(aggregation="geometric")
    assert other.method.method.normalisation == first.method.method.normalisation
    assert np.all(other.scores[:, 0] < first.scores[:, 0])
    assert first.redo().scores.tobytes() == first.scores.tobytes()


def test_redo_refuses_what_it_does_not_know() -> None:
    result = scored()
    with pytest.raises(UsageError, match="no such step: aggregate"):
        result.redo(aggregate="geometric")
    with pytest.raises(MethodError, match="geometrik"):
        result.redo(aggregation="geometrik")


def test_an_unknown_code_is_refused_with_the_nearest() -> None:
    result = scored()
    with pytest.raises(UsageError, match=r"no node has the code 'staf'[\s\S]*staff"):
        result.score("a", "staf")
    with pytest.raises(UsageError, match="no unit has the code 'z'"):
        result.rank("z")


def test_records_hold_the_whole_result_best_first() -> None:
    records = scored(tiers=Step("thresholds", {"at": (0.5,)})).records()
    assert [record["code"] for record in records] == ["a", "b", "c"]
    assert records[0] == {
        "code": "a",
        "name": {"zh": "a园", "en": "a"},
        "rank": 1,
        "score": pytest.approx(0.7),
        "tier": 1,
        "nodes": pytest.approx({"index": 0.7, "people": 0.5, "schools": 1.0, "staff": 0.0, "money": 1.0, "funds": 1.0}),
    }


def test_node_ranks_share_the_better_rank_between_ties() -> None:
    assert scored().node_ranks("schools").tolist() == [1.0, 1.0, 3.0]


def in_years(**years: float) -> Dataset:
    """The full data of 2019, and of earlier years with the staff of 'a' as stated."""
    rows = [replace(row, year=2019) for row in FULL.observations]
    for year, staff in years.items():
        for row in FULL.observations:
            changed = staff if (row.subject, row.node) == ("a", "staff") else row.value
            rows.append(replace(row, value=changed, year=int(year.removeprefix("y"))))
    return dataset(*rows)


def test_of_several_years_the_latest_is_scored_and_the_others_stand_beside_it() -> None:
    data = in_years(y2017=40.0)
    panel = Index(FRAMEWORK, data, named()).panel()
    assert panel.years == (2017, 2019)
    assert panel.scores.shape == (2, 3, 6)
    assert panel.scores[1].tobytes() == scored().scores.tobytes()
    assert scored(data).scores.tobytes() == scored().scores.tobytes()
    # with the most staff of all in 2017, 'a' leads in all three indicators
    assert panel.result(2017).score("a") == pytest.approx(1.0)
    assert panel.ranks.tolist() == [[1, 2, 3], [1, 2, 3]]


def test_years_can_share_one_scale() -> None:
    data = in_years(y2017=40.0)
    alone = Index(FRAMEWORK, data, named()).panel()
    method = named()
    across = replace(method, method=replace(method.method, across=("normalisation",)))
    together = Index(FRAMEWORK, data, across).panel()
    staff = together.nodes.index("staff")
    assert alone.scores[1, :, staff].tolist() == [0.0, 1.0, 0.5]
    assert together.scores[1, :, staff].tolist() == pytest.approx([0.0, 2 / 3, 1 / 3])
    assert together.scores[0, :, staff].tolist() == pytest.approx([1.0, 2 / 3, 1 / 3])


def test_gaps_are_filled_from_other_years_and_marked() -> None:
    data = in_years(y2017=40.0)
    gone = ("b", "funds", 2019)
    data = replace(data, observations=tuple(o for o in data.observations if (o.subject, o.node, o.year) != gone))
    result = scored(data, imputation=Step("latest"))
    assert result.marks("b", "funds") == ("absent", "imputed")
    assert result.outcome.imputed.sum() == 1
    with pytest.raises(MethodError, match="a panel needs"):
        scored(imputation=Step("latest"))


def test_a_panel_needs_years() -> None:
    with pytest.raises(UsageError, match="column 'year'"):
        Index(FRAMEWORK, FULL, named()).panel()
    with pytest.raises(UsageError, match="of the year 2018"):
        Index(FRAMEWORK, in_years(y2017=1.0), named()).panel().result(2018)


def test_what_screening_leaves_out_is_said_and_stays_missing() -> None:
    data = replace(FULL, observations=tuple(o for o in FULL.observations if (o.subject, o.node) != ("b", "staff")))
    result = scored(data, screening=Step("units", {"availability": 0.9}))
    assert math.isnan(result.score("b"))
    (note,) = result.left_out()
    assert (note.where, note.severity) == ("unit 'b'", "note")
    assert note.message.startswith("left out: 67% of its values are present")
    assert result.marks("b", "funds") == ("screened",)
    assert scored().left_out() == []


def test_methods_call_groups_units_and_variables_by_name() -> None:
    result = scored(
        denomination=Step("ratio", {"by": {"funds": "staff"}}),
        normalisation=Step("distance_to_unit", {"unit": "b"}, {"funds": Step("none")}),
    )
    assert result.column("funds").tolist() == pytest.approx([5 / 10, 1 / 30, 3 / 20])
    assert result.score("b", "staff") == 100.0
    assert result.context.units == ("a", "b", "c")


def test_weights_of_their_own_are_told_unit_by_unit() -> None:
    result = scored(
        normalisation=Step("min_max", {"to": (1.0, 100.0)}),
        weighting=Step("equal", {}, {"index": Step("benefit_of_the_doubt")}),
    )
    # people 50.5, 100, 25.75 and money 100, 1, 50.5: 'c' does best where 'a' and 'b' both just reach one
    assert [result.weight("c", node) for node in ("people", "money")] == pytest.approx([2 / 3, 1 / 3], abs=5e-3)
    assert result.trace("c").children[1].weight == result.weight("c", "money")
    for unit in result.units:
        assert result.weight(unit, "people") + result.weight(unit, "money") == pytest.approx(1.0)
    assert len({result.weight(unit, "people") for unit in result.units}) > 1
