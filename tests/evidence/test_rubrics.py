from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.dates import PartialDate
from parkindex.evidence.rubrics import BREADTH_STEPS, RUBRICS, derive, with_rubrics
from parkindex.evidence.status import Status

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder

    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rubrics import Derivation
    from parkindex.framework.model import Framework

CUT_OFF = PartialDate(2019, 5)
POLICIES = """\
policy,table,place,date,title_zh,title_en,source
p1,special,330106,2017-09,西溪谷政策,Xixi policy,report#ranking-table
p1,beneficiaries,330106,2017-05,西溪谷政策（试行）,Xixi policy (trial),survey
p2,special,330106,2018-05,园区政策,Park policy,report
p3,special,330000,2019-01,全省政策,Provincial policy,report
p4,special,320507-gtxc,2019-06,以后的政策,Later policy,report
p5,special,330109,,无日期的政策,Undated policy,report
"""
SCHEMES = """\
scheme,name_zh,name_en,place,stars,policies,units,source
xixi-scheme,西湖,Xihu,330106,4,p1;p2,,report
later,高铁新城,New Town,320507-gtxc,3,p4,,report
xiaoshan-only,萧山,Xiaoshan,330100,1,,xiaoshan,report
"""
SUPPORT = """\
scheme,category,words,words_en,status,source
xixi-scheme,talent,最高60万元/年,,,report#ranking-table
xixi-scheme,premises,/,,none,report
later,talent,最高100万元/年,,,report
xiaoshan-only,talent,现行政策,,refers_elsewhere,report
xiaoshan-only,premises,财政返还,,,report
"""
FUNDS = """\
fund,name_zh,name_en,unit,park_as_printed,place,amount,unit_of_measure,source
f1,雄岸基金,Xiong’an Fund,xixi,,330100,100,亿元,report
f2,英诺基金,Inno Fund,,余杭园,330109,15000,万元,survey
f3,全省基金,Provincial Fund,,,330000,9,亿元,report
"""


@pytest.fixture
def rich(folder: Folder) -> Folder:
    """The small edition with policies, schemes, support and funds."""
    folder.write("evidence/policies.csv", POLICIES).write("evidence/schemes.csv", SCHEMES)
    folder.write("evidence/support.csv", SUPPORT).write("evidence/funds.csv", FUNDS)
    return folder.write(
        "evidence/guidance.csv", "place,date\n330000,2018-01\n330000,\n320000,2020-01\n330100,2019-05\n"
    )


def values(derivation: Derivation) -> dict[str, float]:
    return {subject: derived.value for subject, derived in derivation.items()}


def test_policies_count_where_a_unit_stands_and_never_in_another_district(rich: Folder) -> None:
    found = RUBRICS["policy_count"](rich.dataset, CUT_OFF)
    assert values(found) == {"xixi": 3.0, "xiaoshan": 1.0, "suzhou": 0.0}
    assert (
        found["xixi"].because.zh == "《西溪谷政策》（2017年5月）、《园区政策》（2018年5月）、《全省政策》（2019年1月）"
    )
    assert found["xiaoshan"].because.en == "“Provincial policy” (January 2019)"
    assert found["suzhou"].because.zh == "所在辖区无专项政策"
    assert found["xixi"].source == ("report#ranking-table", "report")


def test_duration_runs_from_the_earliest_printed_date(rich: Folder) -> None:
    found = values(RUBRICS["policy_duration"](rich.dataset, CUT_OFF))
    assert found == {"xixi": 2.0, "xiaoshan": pytest.approx(4 / 12), "suzhou": 0.0}


def test_a_policy_counts_from_its_cut_off_on(rich: Folder) -> None:
    found = RUBRICS["policy_count"](rich.dataset, PartialDate(2019, 6))
    assert values(found)["suzhou"] == 1.0
    assert values(RUBRICS["policy_breadth"](rich.dataset, PartialDate(2019, 6)))["suzhou"] == 1.0


def test_breadth_counts_categories_with_a_clause(rich: Folder) -> None:
    found = RUBRICS["policy_breadth"](rich.dataset, CUT_OFF)
    assert values(found) == {"xixi": 1.0, "xiaoshan": 1.0, "suzhou": 0.0}
    assert (found["xixi"].because.zh, found["xixi"].because.en) == ("覆盖1类扶持", "1 category of support")
    assert found["suzhou"].because.en == "0 categories of support"


def test_the_steps_of_breadth_fall_and_end_at_none() -> None:
    assert list(BREADTH_STEPS) == sorted(BREADTH_STEPS, reverse=True)
    assert (BREADTH_STEPS[0][1], BREADTH_STEPS[-1]) == (5.0, (0, 0.0))


def test_a_scheme_that_lists_units_is_open_to_no_other(rich: Folder) -> None:
    depth = values(RUBRICS["policy_depth"](rich.dataset, CUT_OFF))
    assert depth == {"xixi": 0.5, "xiaoshan": 0.0, "suzhou": 0.0}


def test_guidance_of_city_and_province_counts(rich: Folder) -> None:
    found = RUBRICS["other_policy_count"](rich.dataset, CUT_OFF)
    assert values(found) == {"xixi": 3.0, "xiaoshan": 3.0, "suzhou": 0.0}
    assert (found["xixi"].because.zh, found["suzhou"].because.zh) == ("浙江、杭州", "无指导意见")


def test_funds_add_up_by_city_and_once_each(rich: Folder) -> None:
    found = RUBRICS["fund_total"](rich.dataset, CUT_OFF)
    assert values(found) == {"330100": 101.5, "320500": 0.0}
    assert found["330100"].because.en == "Xiong’an Fund; Inno Fund"
    assert found["330100"].source == ("report", "survey")


def test_institutions_weigh_by_rank_and_an_open_answer_leaves_no_value(folder: Folder) -> None:
    names = ("institutions_national", "institutions_provincial", "institutions_municipal")
    for name in names:
        folder.add(
            "evidence/variables.yaml", f"- {{code: {name}, name: {{zh: 机构, en: I}}, level: park, kind: number}}"
        )
    lines = ["subject,variable,value,status,source"]
    lines += [f"xixi,{name},{count},,survey" for name, count in zip(names, (2, 1, 4), strict=True)]
    lines += [f"suzhou,{names[0]},,none,survey", f"suzhou,{names[1]},1,,survey", f"suzhou,{names[2]},0,,survey"]
    lines += [f"xiaoshan,{names[0]},3,,survey", f"xiaoshan,{names[1]},,not_answered,survey"]
    folder.write("evidence/answers.csv", "\n".join(lines) + "\n")
    found = RUBRICS["research_institutions"](folder.dataset, CUT_OFF)
    assert values(found) == {"xixi": 12.0, "suzhou": 2.0}
    assert found["xixi"].because.zh == "国家级2家、省级1家、市级4家"


RUBRIC = "rubric: policy_count, level: district"


def test_derived_values_become_observations_with_their_reason(rich: Folder) -> None:
    rich.change("framework.yaml", "level: district", RUBRIC)
    rich.change(
        "evidence/observations.csv",
        "330106,policy_count,2,,report#ranking-table,\n330100,policy_count,1,,report,\n",
        "",
    )
    dataset, findings = with_rubrics(rich.framework, rich.dataset, CUT_OFF)
    assert findings == []
    matrix = dataset.matrix(rich.framework)
    column = matrix.nodes.index("policy_count")
    assert matrix.values[:, column].tolist() == [3.0, 1.0, 0.0]
    assert set(matrix.status[:, column].tolist()) == {Status.DERIVED}
    assert dataset.observations[-1].note == "所在辖区无专项政策 | no special policy where it stands"


def test_an_observed_value_stays_and_the_derived_one_is_noted(rich: Folder) -> None:
    rich.change("framework.yaml", "level: district", RUBRIC).add(
        "evidence/observations.csv", "xixi,policy_count,9,,report,"
    )
    dataset, findings = with_rubrics(rich.framework, rich.dataset, CUT_OFF)
    assert [(finding.code, finding.severity) for finding in findings] == [("rubric.observed", "note")]
    assert findings[0].message == "'policy_count' of 'xixi' was observed; the derived value 3 is not used"
    assert dataset.matrix(rich.framework).values[0, 2] == 9.0


def test_a_leaf_below_a_published_node_is_not_derived(rich: Folder) -> None:
    rich.change("framework.yaml", "level: district", RUBRIC).add(
        "evidence/observations.csv", "xixi,policy,23.85,,report,"
    )
    before = rich.dataset
    dataset, (finding,) = with_rubrics(rich.framework, before, CUT_OFF)
    assert dataset.observations == before.observations
    assert (finding.code, finding.where, finding.severity) == ("rubric.given-above", "framework.yaml:7", "note")


def test_an_unknown_rubric_derives_nothing(rich: Folder) -> None:
    rich.change("framework.yaml", "level: district", "rubric: guesswork, level: district")
    assert derive(rich.framework, rich.dataset, CUT_OFF) == {}


@pytest.mark.parametrize("name", list(RUBRICS))
def test_every_rubric_works_on_the_published_evaluation_and_without_any_table(
    name: str, published: tuple[Framework, Dataset], folder: Folder
) -> None:
    for dataset in (published[1], folder.dataset):
        for subject, derived in RUBRICS[name](dataset, CUT_OFF).items():
            assert dataset.has_unit(subject) or dataset.has_place(subject)
            assert derived.value >= 0
            assert set(derived.source) <= dataset.source_addresses


def test_breadth_and_depth_of_the_published_matrix_follow_its_stars(published: tuple[Framework, Dataset]) -> None:
    _, dataset = published
    depth = values(RUBRICS["policy_depth"](dataset, CUT_OFF))
    breadth = values(RUBRICS["policy_breadth"](dataset, CUT_OFF))
    assert (breadth["yimi"], breadth["loudi"], breadth["qingdao"]) == (5.0, 1.0, 0.0)
    assert depth["loudi"] < depth["guangdong-fintech"] < depth["yimi"]
    assert all(0 <= value <= 5 for value in (*depth.values(), *breadth.values()))


def test_the_published_funds_by_city(published: tuple[Framework, Dataset]) -> None:
    found = values(RUBRICS["fund_total"](published[1], CUT_OFF))
    assert {city: total for city, total in found.items() if total} == {
        "330100": 101.5, "430100": 35.0, "310100": 10.0, "320500": 10.0, "440100": 10.0, "440600": 6.0, "431300": 1.0,
    }  # fmt: skip


def test_of_several_years_only_the_latest_is_derived(rich: Folder) -> None:
    rich.change("framework.yaml", "level: district", RUBRIC)
    rich.write(
        "evidence/observations.csv",
        "subject,node,value,status,source,note,year\nxixi,policy_count,7,,report,,2018\nxixi,firms,24,,survey,,2019\n",
    )
    dataset, findings = with_rubrics(rich.framework, rich.dataset, CUT_OFF)
    assert findings == []
    column = dataset.matrix(rich.framework).nodes.index("policy_count")
    assert dataset.matrix(rich.framework).values[:, column].tolist() == [3.0, 1.0, 0.0]
    assert dataset.matrix(rich.framework, 2018).values[:1, column].tolist() == [7.0]
    assert {row.year for row in dataset.observations if row.status is Status.DERIVED} == {2019}
