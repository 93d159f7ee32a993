"""A small document with every kind of block, in both languages, made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parkindex.charts.chart import Chart
from parkindex.charts.svg import render_many
from parkindex.publishing.document import (
    Bullets,
    Card,
    Cards,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Language,
    Note,
    Prose,
    Run,
    SourceEntry,
    SourceList,
    Table,
)

Make = Callable[..., Document]

NAMES = {
    "zh": ("中国杭州区块链产业园", "广东金融高新区“区块链+”金融科技产业孵化中心", "辽宁龙城区块链大数据产业园"),
    "en": (
        "China Hangzhou Blockchain Industrial Park",
        "Guangdong High-tech Financial Zone “Blockchain+” Fintech Industry Incubation Centre",
        "Liaoning Longcheng Blockchain Big Data Park",
    ),
}


def say(language: Language, zh: str, en: str) -> str:
    return zh if language == "zh" else en


def chart(language: Language, name: str, *, synthetic: bool = False) -> Chart:
    rows = [{"label": label, "value": 20 - 4 * i, "text": str(20 - 4 * i)} for i, label in enumerate(NAMES[language])]
    return Chart(
        name=name,
        kind="bars",
        title=say(language, "第一名领先四分", "The leader is four points ahead"),
        subtitle=say(language, "政策扶持，分（n = 3）", "Policy support, points (n = 3)"),
        data={"rows": rows},
        note=say(language, "来源：《报告》", "Source: Report"),
        alt=say(language, "条形图：二十、十六、十二分", "Bars: twenty, sixteen, twelve points"),
        language=language,
        synthetic=synthetic,
    )


def table(language: Language, name: str = "ranking") -> Table:
    columns = (
        Column(say(language, "排名", "Rank"), align="right", share=0.4),
        Column(say(language, "产业园", "Park"), share=3),
        Column(say(language, "总分", "Score"), unit=say(language, "分", "points"), align="right"),
        Column(say(language, "广度", "Breadth"), align="centre"),
    )
    rows = tuple(
        (
            Cell(str(i + 1)),
            Cell(park, tier=i + 1, strong=i == 0),
            Cell(f"{105.51 - 20 * i:.2f}", mark="†" if i == 1 else ""),
            Cell(str(i), shade=i / 2),
        )
        for i, park in enumerate(NAMES[language])
    )
    notes = (say(language, "† 给定值", "† given value"),)
    title = say(language, "杭州的园区居首", "A park in Hangzhou leads")
    return Table(name, title, columns, rows, say(language, "来源：《报告》", "Source: Report"), notes, number=1)


def card(language: Language, place: int, *, synthetic: bool = False) -> Card:
    return Card(
        code=f"park-{place}",
        name=NAMES[language][place - 1],
        place=say(language, "浙江省杭州市", "Hangzhou, Zhejiang"),
        tier=place,
        tier_name=say(language, f"第{'一二三'[place - 1]}梯队", f"Tier {place}"),
        rank=str(place),
        score=f"{105.51 - 20 * place:.2f}",
        figures=(Cell("23.85"), Cell("34.58")),
        chart=chart(language, f"card-park-{place}", synthetic=synthetic),
        strengths=(say(language, "政策扶持：第1位", "Policy support: 1st"),),
        weaknesses=(),
        remarks=(say(language, "园区所在城市为推断。", "Its city is inferred."),),
    )


@pytest.fixture
def make_document() -> Make:
    """Return a function that makes the document of a language."""

    def make(language: Language = "zh", *, synthetic: bool = False) -> Document:
        blocks = (
            Heading(1, say(language, "摘要", "Summary"), "summary"),
            Prose(
                (
                    Run(say(language, "排名见", "The ranking is in ")),
                    Run(say(language, "表 1", "Table 1"), target="#table-ranking"),
                    Run(say(language, "，居首的是", "; the leader is ")),
                    Run(NAMES[language][0], strong=True),
                    Run("[1.2]", target="#source-report"),
                    Run("。" if language == "zh" else "."),
                )
            ),
            Heading(1, say(language, "概览", "Overview"), "overview", say(language, "第一部分", "Part 1")),
            Heading(2, say(language, "园区分布", "Where the parks stand"), "overview-1", "1.1"),
            Bullets(((Run("GB/T", code=True),), (Run(say(language, "上海", "Shanghai")),)), ordered=True),
            Note((Run(say(language, "原文未给出数值。", "The source prints no values.")),), "limit"),
            Note((Run(say(language, "数值为推算。", "The values are derived.")),)),
            Figure(chart(language, "parks-by-city", synthetic=synthetic), 1),
            table(language),
            Cards(tuple(card(language, place, synthetic=synthetic) for place in (1, 2, 3))),
            Heading(1, say(language, "来源", "Sources"), "sources"),
            SourceList(
                (SourceEntry("source-report", say(language, "《报告》，出版者。", "Report. Publisher."), ("[1.2] 4",)),)
            ),
        )
        return Document(
            language=language,
            title=say(language, "2019中国区块链产业园评价", "China’s blockchain parks 2019"),
            subtitle=say(language, "3家区块链产业园的综合竞争力", "Overall competitiveness of 3 blockchain parks"),
            running_head=say(language, "评价 · 证据截至2019年5月", "Evaluation · Evidence up to May 2019"),
            publisher=say(language, "研究院", "Institute"),
            date=say(language, "证据截至2019年5月", "Evidence up to May 2019"),
            synthetic=synthetic,
            blocks=blocks,
            colophon=("ParkIndex 0.1.0",),
        )

    return make


@pytest.fixture
def draw() -> Callable[[Document], dict[str, str]]:
    """Return a function that draws the charts of a document by name."""

    def draw_all(document: Document) -> dict[str, str]:
        charts = document.figures()
        return dict(zip((each.name for each in charts), render_many(charts), strict=True))

    return draw_all
