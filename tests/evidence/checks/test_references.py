from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parkindex.evidence.checks.references import (
    DECLARED_IN,
    REFERENCES,
    known_codes,
    unknown_in_claims,
    unknown_references,
)
from parkindex.evidence.read import FIELDS
from parkindex.evidence.tables import TABLES

if TYPE_CHECKING:
    from tests.evidence.conftest import Folder


def found(folder: Folder) -> list[tuple[str, str, str]]:
    framework, dataset = folder.framework, folder.dataset
    findings = [*unknown_references(framework, dataset), *unknown_in_claims(framework, dataset, dataset.claims)]
    assert all(finding.hint for finding in findings)
    return [(item.code, item.where, item.message) for item in findings]


OBSERVATIONS = "evidence/observations.csv"
HEADERS = {
    "evidence/policies.csv": "policy,table,place,title_zh,title_en",
    "evidence/beneficiaries.csv": "policy,name_as_printed,unit",
    "evidence/schemes.csv": "scheme,name_zh,name_en,place,policies,units",
    "evidence/support.csv": "scheme,category,words",
    "evidence/funds.csv": "fund,name_zh,name_en,place,amount,unit_of_measure,unit",
    "evidence/guidance.csv": "place",
    "evidence/market.csv": "series,year,value,unit,relation,kind",
    "evidence/growth.csv": "series,from,to,rate",
    "evidence/orders.csv": "order,position,place,unit",
    "evidence/published.csv": "unit,node,value",
    "evidence/statistics.csv": "code,question,category,relation,value,unit",
    "evidence/answers.csv": "subject,variable,value",
    "evidence/background.csv": "code,date,issuer_zh,issuer_en,title_zh,title_en,kind,source",
}


@pytest.mark.parametrize(
    ("name", "line", "code", "column", "message"),
    [
        ("units.csv", "u,名,Name,短,Short,,999999,,", "unknown.place", "place", "unknown place '999999'"),
        ("places.csv", "1,1,一,One,city,999999,,,,,", "", "", ""),
        (OBSERVATIONS, "xixii,firms,3,,report,", "unknown.unit", "subject", "unknown unit or place 'xixii'"),
        (OBSERVATIONS, "xixi,firmz,3,,report,", "unknown.node", "node", "unknown node 'firmz'"),
        (OBSERVATIONS, "xiaoshan,talent,3,,reprt,", "unknown.source", "source", "unknown source 'reprt'"),
        (OBSERVATIONS, "xiaoshan,talent,3,,report#x;survey,", "unknown.source", "source", "unknown source 'report#x'"),
        ("evidence/policies.csv", "p,t,999999,名,Name", "unknown.place", "place", "unknown place '999999'"),
        ("evidence/beneficiaries.csv", "p9,园,xixi", "unknown.policy", "policy", "unknown policy 'p9'"),
        ("evidence/schemes.csv", "s,名,Name,330106,p9,", "unknown.policy", "policies", "unknown policy 'p9'"),
        ("evidence/schemes.csv", "s,名,Name,330106,,xixi;yimi", "unknown.unit", "units", "unknown unit 'yimi'"),
        ("evidence/support.csv", "s9,talent,/", "unknown.scheme", "scheme", "unknown scheme 's9'"),
        ("evidence/funds.csv", "f,名,Name,330106,1,亿元,yimi", "unknown.unit", "unit", "unknown unit 'yimi'"),
        ("evidence/guidance.csv", "440000", "unknown.place", "place", "unknown place '440000'"),
        ("evidence/market.csv", "m9,2019,1,yuan_100m,=,observed", "unknown.series", "series", "unknown series 'm9'"),
        ("evidence/growth.csv", "m9,2016,2020,1", "unknown.series", "series", "unknown series 'm9'"),
        ("evidence/orders.csv", "o9,1,330100,", "unknown.order", "order", "unknown order 'o9'"),
        ("evidence/published.csv", "yimi,index,3", "unknown.unit", "unit", "unknown unit 'yimi'"),
        ("evidence/statistics.csv", "c,q9,,=,3,count", "unknown.question", "question", "unknown question 'q9'"),
        ("evidence/answers.csv", "xixi,q9,3", "unknown.question", "variable", "unknown question 'q9'"),
        ("evidence/background.csv", "b,2018,一,I,二,T,plan,r9", "unknown.source", "source", "unknown source 'r9'"),
    ],
)
def test_a_code_that_names_nothing_is_found_in_every_table(
    folder: Folder, name: str, line: str, code: str, column: str, message: str
) -> None:
    if not code:
        return
    if name in HEADERS:
        folder.write(name, f"{HEADERS[name]}\n")
    rows = (folder.path / name).read_text(encoding="utf-8").count("\n")
    folder.add(name, line)
    assert (code, f"{name}:{rows + 1} column '{column}'", message) in found(folder)


def test_a_near_code_is_offered(folder: Folder) -> None:
    folder.add(OBSERVATIONS, "xixii,firms,3,,report,")
    (finding,) = unknown_references(folder.framework, folder.dataset)
    assert finding.hint == "did you mean 'xixi'? it must be declared in units.csv or places.csv"


def test_a_place_with_an_unknown_parent_is_found(folder: Folder) -> None:
    folder.change("places.csv", "district,330100,,,,,\n330109", "district,330199,,,,,\n330109")
    assert ("unknown.place", "places.csv:5 column 'parent'", "unknown place '330199'") in found(folder)


def test_a_category_of_support_is_a_class_of_its_question(folder: Folder) -> None:
    folder.write("evidence/schemes.csv", f"{HEADERS['evidence/schemes.csv']}\ns,名,Name,330106,,\n")
    folder.write("evidence/support.csv", f"{HEADERS['evidence/support.csv']}\ns,tallent,/\n")
    assert found(folder) == [
        ("unknown.category", "evidence/support.csv:2 column 'category'", "unknown category of support 'tallent'")
    ]


def test_an_empty_cell_names_nothing(folder: Folder) -> None:
    folder.write("evidence/policies.csv", f"{HEADERS['evidence/policies.csv']}\np,special,330106,名,Name\n")
    folder.write("evidence/beneficiaries.csv", f"{HEADERS['evidence/beneficiaries.csv']}\np,长沙园,\n")
    assert found(folder) == []


def test_series_orders_and_claims_are_checked_too(folder: Folder) -> None:
    text = "{zh: 一, en: one}"
    folder.write(
        "evidence/series.yaml", f"- {{code: m, name: {text}, currency: CNY, publisher: {text}, source: gossip}}\n"
    )
    folder.write("evidence/orders.yaml", f"- {{code: o, name: {text}, source: survey}}\n")
    claim = f"source: report, says: {text}"
    folder.write(
        "claims.yaml",
        f"- {{code: c1, {claim}, kind: order, order: p, places: ['330100', '999999']}}\n"
        f"- {{code: c2, {claim}, kind: leader, node: nothing, unit: yimi}}\n"
        f"- {{code: c3, {claim}, kind: growth, series: n, from: 2016, to: 2020, rate: 3}}\n"
        f"- {{code: c4, {claim}, kind: order, order: o, units: [xixi]}}\n",
    )
    assert found(folder) == [
        ("unknown.source", "evidence/series.yaml:1", "unknown source 'gossip'"),
        ("unknown.place", "claims.yaml:1", "unknown place '999999'"),
        ("unknown.order", "claims.yaml:1", "unknown order 'p'"),
        ("unknown.unit", "claims.yaml:2", "unknown unit 'yimi'"),
        ("unknown.node", "claims.yaml:2", "unknown node 'nothing'"),
        ("unknown.series", "claims.yaml:3", "unknown series 'n'"),
    ]


@pytest.mark.parametrize(
    ("keys", "code", "message"),
    [
        ("kind: share, what: 'units:330100+999999', value: 3", "unknown.place", "unknown place '999999'"),
        ("kind: count, what: 'fund:gold', value: 3", "unknown.fund", "unknown fund 'gold'"),
        ("kind: count, what: 'support:s:talent', value: 3", "unknown.scheme", "unknown scheme 's'"),
        ("kind: share, what: 'statistic:none_such', value: 3", "unknown.statistic", "unknown statistic 'none_such'"),
        ("kind: leader, statistic: none_such", "unknown.statistic", "unknown statistic 'none_such'"),
        ("kind: names, list: firmz>3, units: [xixi]", "unknown.node", "unknown node 'firmz'"),
        (
            "kind: comparison, what: firmz, degree: small, between: ['units:xixi']",
            "unknown.node",
            "unknown node or question 'firmz'",
        ),
        (
            "kind: comparison, what: firms, degree: small, between: ['units:yimi', others]",
            "unknown.unit",
            "unknown unit 'yimi'",
        ),
    ],
)
def test_words_of_claims_name_what_there_is(folder: Folder, keys: str, code: str, message: str) -> None:
    folder.write("claims.yaml", f"- {{code: c1, source: report, says: {{zh: 一, en: one}}, {keys}}}\n")
    assert (code, "claims.yaml:1", message) in found(folder)


def test_every_kind_of_thing_is_known_and_declared_somewhere(folder: Folder) -> None:
    of_claims = {"node or question", "statistic", "fund", "source"}
    kinds = {kind for columns in REFERENCES.values() for kind in columns.values()} | of_claims
    assert kinds == set(DECLARED_IN)
    assert kinds <= set(known_codes(folder.framework, folder.dataset))


def test_references_are_columns_of_their_table() -> None:
    tables = {field: TABLES[name] for name, field in FIELDS.items()}
    for table, columns in REFERENCES.items():
        assert set(columns) <= set(tables[table].columns)
