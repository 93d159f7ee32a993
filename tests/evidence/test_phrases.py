from __future__ import annotations

import pytest

from parkindex.evidence.amounts import parse
from parkindex.evidence.phrases import phrase
from parkindex.evidence.vocabulary import LABELS


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("30—50万元", "30—50万元", "CNY 300,000–500,000"),
        ("50—500万元", "50—500万元", "CNY 500,000 to 5 million"),
        ("最高100万元/年", "最高100万元/年", "Up to CNY 1 million a year"),
        ("专利最高5万元/件", "专利：最高5万元/件", "Patent: up to CNY 50,000 each"),
        ("聚集地补贴500万元", "聚集地补贴：500万元", "Cluster site subsidy: CNY 5 million"),
        ("至少20万元奖励", "奖励：至少20万元", "Award: at least CNY 200,000"),
        (
            "门槛：营收1000万，最高补贴200万",
            "补贴：最高200万元（门槛：营收1000万元）",
            "Subsidy: up to CNY 2 million (threshold: revenue of CNY 10 million)",
        ),
        (
            "门槛：50万税收，补贴：30%—60%",
            "补贴：30—60%（门槛：税收50万元）",
            "Subsidy: 30–60% (threshold: tax paid of CNY 500,000)",
        ),
        ("10亿元产业引导基金", "产业引导基金：10亿元", "Industry guidance fund: CNY 1 billion"),
        ("最高3年免租", "免租：最高3年", "Rent-free period: up to 3 years"),
        ("1年免租", "免租：1年", "Rent-free period: 1 year"),
        ("开放50个应用场景", "开放应用场景：50个", "Opened application scenarios: 50"),
        ("财政返还", "财政返还", "Fiscal rebate"),
        (
            "获国家省市“区块链+金融”项目，最高500万元奖励",
            "奖励：最高500万元（获国家省市“区块链+金融”项目）",
            (
                "Award: up to CNY 5 million (for winners of a national, provincial or municipal "
                "“blockchain + finance” project)"
            ),
        ),
        ("1.25亿元", "1.25亿元", "CNY 125 million"),
        ("800元", "800元", "CNY 800"),
    ],
)
def test_a_clause_reads_well_in_both_languages(words: str, zh: str, en: str) -> None:
    (clause,) = parse(words).clauses
    assert phrase(clause, "zh") == zh
    assert phrase(clause, "en") == en


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("label", list(LABELS))
def test_every_word_of_the_vocabulary_can_be_said(label: str, language: str) -> None:
    (clause,) = parse(f"{label}：10万元").clauses
    said = clause.describe("zh" if language == "zh" else "en")
    assert said == (
        f"{label}：10万元" if language == "zh" else f"{LABELS[label][:1].upper()}{LABELS[label][1:]}: CNY 100,000"
    )


@pytest.mark.parametrize(
    "words", ["最高60万元/年", "补贴：30—60%（门槛：税收50万元）", "利息补贴：最高50万元", "50—500万元"]
)
def test_a_chinese_phrase_without_a_threshold_is_read_back_as_the_same_clause(words: str) -> None:
    clauses = parse(words).clauses
    for clause in clauses:
        (again,) = parse(clause.describe("zh")).clauses
        assert again.describe("en") == clause.describe("en")


def test_english_phrases_hold_no_chinese() -> None:
    for words in ("债券融资50%利息补贴", "最高2000万股权投资", "租金、装修资金支持", "最高600万公共平台奖励"):
        (clause,) = parse(words).clauses
        assert clause.describe("en").isascii()
