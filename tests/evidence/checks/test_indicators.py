from __future__ import annotations

from typing import TYPE_CHECKING

from parkindex.evidence.checks.indicators import constant_indicators, indicators_without_value, unknown_rubrics

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

OBSERVATIONS = "evidence/observations.csv"
HEADER = "subject,node,value,status,source,note\n"


def test_an_unknown_rubric_is_met_with_the_one_that_was_meant(folder: Folder) -> None:
    folder.change("framework.yaml", "level: district", "rubric: policy_bredth, level: district")
    (finding,) = unknown_rubrics(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("unknown.rubric", "framework.yaml:7")
    assert finding.message == "'policy_count': unknown rubric 'policy_bredth'"
    assert finding.hint.startswith("did you mean 'policy_breadth'? rubrics: policy_count, ")


def test_no_value_at_all_is_one_error(folder: Folder) -> None:
    folder.write(OBSERVATIONS, HEADER + "xixi,firms,,not_answered,survey,\n")
    (finding,) = indicators_without_value(folder.framework, folder.dataset)
    assert (finding.code, finding.message) == ("evidence.no-values", "there is no value for any unit at any node")


def test_an_indicator_without_a_way_to_a_value_is_an_error(folder: Folder) -> None:
    folder.change(OBSERVATIONS, "330000,guidance,3,,report,\n320000,guidance,1,,report,\n", "")
    (finding,) = indicators_without_value(folder.framework, folder.dataset)
    assert (finding.code, finding.where) == ("indicator.no-value", "framework.yaml:13")
    assert finding.message.startswith("indicator 'guidance' has no way to a value")


def test_a_rubric_or_a_value_given_above_is_a_way(folder: Folder) -> None:
    folder.change(OBSERVATIONS, "330000,guidance,3,,report,\n320000,guidance,1,,report,\n", "")
    folder.change("framework.yaml", "level: province", "rubric: other_policy_count, level: province")
    assert list(indicators_without_value(folder.framework, folder.dataset)) == []
    folder.change("framework.yaml", "rubric: other_policy_count, ", "").add(OBSERVATIONS, "xixi,talent,18,,report,")
    assert list(indicators_without_value(folder.framework, folder.dataset)) == []


def test_a_value_that_may_not_be_lent_is_no_way(folder: Folder) -> None:
    folder.change(OBSERVATIONS, "330000,guidance", "330100,guidance")
    folder.change(OBSERVATIONS, "320000,guidance", "320500,guidance")
    assert [item.code for item in indicators_without_value(folder.framework, folder.dataset)] == ["indicator.no-value"]


def test_a_constant_indicator_is_a_warning(folder: Folder) -> None:
    folder.change(OBSERVATIONS, "320500,universities,4", "320500,universities,12")
    (finding,) = constant_indicators(folder.framework, folder.dataset)
    assert (finding.code, finding.where, finding.severity) == ("indicator.constant", "framework.yaml:12", "warning")
    assert finding.message == "'universities' is 12 for all 3 units: it tells no unit from another"


def test_a_place_value_shared_by_the_only_units_that_have_one_is_constant_too(folder: Folder) -> None:
    folder.change(OBSERVATIONS, "320500,universities,4,,report,\n", "")
    assert [item.message for item in constant_indicators(folder.framework, folder.dataset)] == [
        "'universities' is 12 for all 2 units: it tells no unit from another",
    ]
