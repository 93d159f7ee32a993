"""Every cell of the support matrix of the 2019 report, with what it grants; and words that must not be read."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from parkindex.evidence.amounts import Clause, money, parse

TEN_THOUSAND, MILLION, BILLION = 1e4, 1e6, 1e9

Expected = tuple[dict[str, Any], ...]


def span(least: float, most: float, **more: Any) -> dict[str, Any]:
    """An amount between two numbers of 万元."""
    return {"kind": "amount", "least": least * TEN_THOUSAND, "most": most * TEN_THOUSAND, "unit": "万元", **more}


def upto(most: float, **more: Any) -> dict[str, Any]:
    """An amount of at most so many 万元."""
    return {"kind": "amount", "most": most * TEN_THOUSAND, "unit": "万元", "at_most": True, **more}


def exactly(amount: float, **more: Any) -> dict[str, Any]:
    """One amount in 万元."""
    return span(amount, amount, **more)


def fund(hundred_million: float, label: str) -> dict[str, Any]:
    """A fund of so many 亿元."""
    amount = hundred_million * 1e8
    return {"kind": "fund", "least": amount, "most": amount, "unit": "亿元", "label": label}


def rate(percent: float, label: str, to: float | None = None, **more: Any) -> dict[str, Any]:
    """A rate in percent."""
    return {"kind": "rate", "rate_least": percent, "rate_most": to or percent, "label": label, **more}


def revenue(ten_thousands: float) -> dict[str, Any]:
    """A threshold of revenue in 万元."""
    return {"threshold": ten_thousands * TEN_THOUSAND, "threshold_of": "营收"}


HUANGPU: list[tuple[str, Expected]] = [
    ("30—50万元", (span(30, 50),)),
    ("最高60万元/年", (upto(60, per="year"),)),
    ("门槛：500万营收，补贴：50—500万元", (span(50, 500, label="补贴", **revenue(500)),)),
    ("高新：10—30万元", (span(10, 30, label="高新"),)),
    ("10—100万元", (span(10, 100),)),
    ("利息补贴最高50万、10亿产业基金", (upto(50, label="利息补贴"), fund(10, "产业基金"))),
    ("200—500万元", (span(200, 500),)),
    ("100—300万元", (span(100, 300),)),
    ("最高100万元", (upto(100),)),
    ("培育最高100万元奖金", (upto(100, label="培育奖金"),)),
]
YANGPU: list[tuple[str, Expected]] = [
    ("10万元房租补", (exactly(10, label="房租补"),)),
    ("最高100万元/年", (upto(100, per="year"),)),
    ("最高100万元/年", (upto(100, per="year"),)),
    ("10%研发补贴；专利最高5万元/件", (rate(10, "研发补贴"), upto(5, label="专利", per="item"))),
    ("/", ()),
    (
        "债券融资50%利息补贴，银行融资40%利息补贴，10亿元产业引导基金",
        (rate(50, "债券融资利息补贴"), rate(40, "银行融资利息补贴"), fund(10, "产业引导基金")),
    ),
    ("/", ()),
    ("300—600万元", (span(300, 600),)),
    ("/", ()),
    ("聚集地补贴500万元", (exactly(500, label="聚集地补贴"),)),
]
SUZHOU: list[tuple[str, Expected]] = [
    ("80万安家补贴，90%财政返还", (exactly(80, label="安家补贴"), rate(90, "财政返还"))),
    ("最高60万元/年", (upto(60, per="year"),)),
    ("门槛：500万营收，最高补贴200万元", (upto(200, label="补贴", **revenue(500)),)),
    ("/", ()),
    ("/", ()),
    ("10亿元产业基金、最高200万元/年利息补贴", (fund(10, "产业基金"), upto(200, per="year", label="利息补贴"))),
    ("200—600万元", (span(200, 600),)),
    ("25—500万元", (span(25, 500),)),
    ("/", ()),
    ("开放50个应用场景", ({"kind": "count", "least": 50.0, "most": 50.0, "unit": "个", "label": "开放应用场景"},)),
]
CHANGSHA: list[tuple[str, Expected]] = [
    ("10—100万元", (span(10, 100),)),
    ("最高60万元/年", (upto(60, per="year"),)),
    ("门槛：营收1000万，最高补贴200万", (upto(200, label="补贴", **revenue(1000)),)),
    ("专利：1—20万元", (span(1, 20, label="专利"),)),
    ("100—500万元", (span(100, 500),)),
    ("50%利息补贴，30亿产业基金", (rate(50, "利息补贴"), fund(30, "产业基金"))),
    ("现行政策", ()),
    ("50—200万元", (span(50, 200),)),
    ("/", ()),
    ("/", ()),
]
XIXI_VALLEY: list[tuple[str, Expected]] = [
    ("财政返还", ({"kind": "benefit", "label": "财政返还"},)),
    ("50万元/年租金", (exactly(50, per="year", label="租金"),)),
    ("门槛：50万税收，补贴：30%—60%", (rate(30, "补贴", 60, threshold=50 * TEN_THOUSAND, threshold_of="税收"),)),
    ("/", ()),
    ("/", ()),
    ("/", ()),
    ("/", ()),
    ("30—300万元", (span(30, 300),)),
    ("10—50万", (span(10, 50),)),
    ("/", ()),
]
XIONGAN: list[tuple[str, Expected]] = [
    ("安家补贴最高300万元", (upto(300, label="安家补贴"),)),
    ("最高300万房租补助", (upto(300, label="房租补助"),)),
    ("最高50万元培育奖励", (upto(50, label="培育奖励"),)),
    ("最高500万元研发补助", (upto(500, label="研发补助"),)),
    ("/", ()),
    (
        "最高500万创业贷，最高2000万股权投资，最高200万融资奖",
        (upto(500, label="创业贷"), upto(2000, label="股权投资"), upto(200, label="融资奖")),
    ),
    ("/", ()),
    ("最高100万众创空间奖励", (upto(100, label="众创空间奖励"),)),
    ("/", ()),
    ("最高600万公共平台奖励", (upto(600, label="公共平台奖励"),)),
]
NANHAI: list[tuple[str, Expected]] = [
    ("现行政策", ()),
    (
        "最高3年免租，最高100万装修补贴",
        ({"kind": "period", "years": 3.0, "unit": "年", "at_most": True, "label": "免租"}, upto(100, label="装修补贴")),
    ),
    ("门槛：200万元营收，50—500万元培育奖励", (span(50, 500, label="培育奖励", **revenue(200)),)),
    ("/", ()),
    ("最高100万元奖励", (upto(100, label="奖励"),)),
    ("20%贴息，10%融资额奖励，最高100万元", (rate(20, "贴息"), rate(10, "融资额奖励"), upto(100))),
    ("现行政策", ()),
    ("/", ()),
    ("/", ()),
    (
        "获国家省市“区块链+金融”项目，最高500万元奖励",
        (upto(500, label="奖励", condition="获国家省市“区块链+金融”项目"),),
    ),
]
LOUDI: list[tuple[str, Expected]] = [
    ("现行政策", ()),
    ("租金、装修资金支持", ({"kind": "benefit", "label": "租金、装修资金支持"},)),
    ("/", ()),
    ("/", ()),
    ("/", ()),
    ("1亿元区块链产业基金", (fund(1, "区块链产业基金"),)),
    ("/", ()),
    ("/", ()),
    ("/", ()),
    ("/", ()),
]
MATRIX = {
    "huangpu": HUANGPU,
    "yangpu": YANGPU,
    "suzhou": SUZHOU,
    "changsha": CHANGSHA,
    "xihu-xixi-valley": XIXI_VALLEY,
    "xihu-xiongan": XIONGAN,
    "nanhai": NANHAI,
    "loudi": LOUDI,
}
CATEGORIES = (
    "talent", "premises", "operation", "research", "standards", "financing", "listing", "laboratory", "events", "other",
)  # fmt: skip
CELLS = [
    pytest.param(words, expected, id=f"{scheme}-{category}")
    for scheme, row in MATRIX.items()
    for category, (words, expected) in zip(CATEGORIES, row, strict=True)
]
EDITION = Path(__file__).parents[2] / "editions" / "blockchain-parks-2019"
WITHOUT_CLAUSES = {"/", "现行政策"}


def facts(clause: Clause) -> dict[str, Any]:
    """Return what a clause states, without its words and whatever it leaves open."""
    plain = Clause("benefit", "")
    told = {name: getattr(clause, name) for name in Clause.__slots__ if name not in {"kind", "words", "label_words"}}
    return {"kind": clause.kind} | {name: value for name, value in told.items() if value != getattr(plain, name)}


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_every_cell_of_the_matrix_is_read_whole(words: str, expected: Expected) -> None:
    parsed = parse(words)
    if words in WITHOUT_CLAUSES:
        assert (parsed.clauses, parsed.unread) == ((), words)
        return
    assert parsed.unread == ""
    assert [facts(clause) for clause in parsed.clauses] == list(expected)


def test_the_eighty_cells_are_those_of_the_edition() -> None:
    with (EDITION / "evidence" / "support.csv").open(encoding="utf-8", newline="") as file:
        printed = {(row["scheme"], row["category"]): row["words"] for row in csv.DictReader(file)}
    tested = {
        (scheme, category): words
        for scheme, row in MATRIX.items()
        for category, (words, _) in zip(CATEGORIES, row, strict=True)
    }
    assert len(tested) == 80
    assert tested == printed


def test_a_clause_keeps_its_own_words() -> None:
    first, second = parse("最高3年免租，最高100万装修补贴").clauses
    assert (first.words, second.words) == ("最高3年免租", "最高100万装修补贴")
    assert second.label_words == ("装修", "补贴")


@pytest.mark.parametrize(
    ("words", "facts_of_it"),
    [
        ("至少20万元奖励", {"kind": "amount", "least": 2e5, "unit": "万元", "label": "奖励"}),
        ("不超过100万元", upto(100)),
        ("30万元至50万元", span(30, 50)),
        ("30 ~ 50 万元", span(30, 50)),
        ("30-50万元/年", span(30, 50, per="year")),
        ("5000元—1万元/件", {"kind": "amount", "least": 5e3, "most": 1e4, "unit": "万元", "per": "item"}),
        ("8000元", {"kind": "amount", "least": 8e3, "most": 8e3, "unit": "元"}),
        ("1.5亿元", {"kind": "amount", "least": 1.5e8, "most": 1.5e8, "unit": "亿元"}),
        ("30%—60%补贴", rate(30, "补贴", 60)),
        ("最高30%补贴", {"kind": "rate", "rate_most": 30.0, "at_most": True, "label": "补贴"}),
        ("每年最高20万元", upto(20, per="year")),
    ],
)
def test_other_ways_to_write_it(words: str, facts_of_it: dict[str, Any]) -> None:
    parsed = parse(words)
    assert (parsed.unread, [facts(clause) for clause in parsed.clauses]) == ("", [facts_of_it])


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("视情况而定", "视情况而定"),
        ("最高60万元/月", "最高60万元/月"),
        ("最高60美元", "最高60美元"),
        ("60", "60"),
        ("补贴", "补贴"),
        ("最高", "最高"),
        ("500—50万元", "500—50万元"),
        ("最高10万元20万元", "最高10万元20万元"),
        ("10%补贴20万元", "10%补贴20万元"),
        ("最高至少10万元", "最高至少10万元"),
        ("门槛：500万", "门槛：500万"),
        ("门槛：500万营收", "门槛：500万营收"),
        ("获国家省市“区块链+金融”项目", "获国家省市“区块链+金融”项目"),
        ("10万元奖励，另有优惠", "另有优惠"),
        ("", ""),
        ("，；", ""),
    ],
)
def test_what_is_not_understood_is_returned_and_not_guessed(words: str, unread: str) -> None:
    parsed = parse(words)
    assert parsed.unread == unread
    assert len(parsed.clauses) == (1 if words.startswith("10万元奖励") else 0)


def test_a_threshold_holds_for_the_rest_of_its_cell() -> None:
    first, second = parse("门槛：500万营收，最高10万元奖励，20%补贴").clauses
    assert {clause.threshold for clause in (first, second)} == {5 * MILLION}


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("3亿", 3e8),
        ("3亿元", 3e8),
        ("1.5万", 1.5e4),
        ("80元", 80.0),
        ("2 万元", 2e4),
        ("80", None),
        ("三亿", None),
        ("3亿美元", None),
    ],
)
def test_a_single_amount_in_yuan(words: str, yuan: float | None) -> None:
    assert money(words) == yuan


def test_a_clause_describes_itself() -> None:
    (clause,) = parse("最高60万元/年").clauses
    assert clause.describe("zh") == "最高60万元/年"
    assert clause.describe("en") == "Up to CNY 600,000 a year"
    assert replace(clause, most=BILLION).describe("en") == "Up to CNY 1 billion a year"
