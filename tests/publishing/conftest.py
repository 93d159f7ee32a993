"""A small document with every kind of block, in both languages, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from parkindex.audit import Audit, Publication, Ranking
from parkindex.audit import Column as PrintedColumn
from parkindex.audit.outcome import fails, holds, untestable
from parkindex.charts.chart import Chart
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.svg import render_many
from parkindex.edition import About, Edition
from parkindex.engine.method import Method, Step
from parkindex.errors import Finding, PublishingError
from parkindex.evidence.model import (
    Answer,
    Beneficiary,
    Clause,
    Dataset,
    Fund,
    GrowthRate,
    Guidance,
    MarketValue,
    Observation,
    PartialDate,
    Place,
    PolicyMention,
    Scheme,
    Series,
    Source,
    SourcePart,
    Statistic,
    Status,
    SupportCell,
    Unit,
    Variable,
    VariableClass,
)
from parkindex.framework.methods import NamedMethod
from parkindex.framework.model import Framework, framework_from
from parkindex.framework.reading import Located
from parkindex.framework.text import Text
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

if TYPE_CHECKING:
    from pathlib import Path

Make = Callable[..., Document]
WritePages = Callable[..., Edition]

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


def text(zh: str, en: str) -> Text:
    return Text(zh=zh, en=en)


def framework() -> Framework:
    def indicator(code: str, zh: str, en: str, **more: object) -> dict[str, object]:
        base = {"type": "numeric", "level": "park", "direction": "higher", "source_kind": "second_hand"}
        return {
            "code": code,
            "name": {"zh": zh, "en": en},
            "unit_of_measure": {"zh": "分", "en": "points"},
            **base,
            **more,
        }

    policy = indicator("policy", "政策扶持", "Policy support", weight=25.0, type="index")
    capital = indicator("capital", "资本支持", "Capital", weight=75.0)
    root = {
        "code": "index",
        "name": {"zh": "综合竞争力", "en": "Overall competitiveness"},
        "children": (policy, capital),
    }
    return framework_from(root)


def dataset() -> Dataset:
    places = (
        Place("100000", "100000", text("中国", "China"), "country"),
        Place("330000", "330000", text("浙江省", "Zhejiang"), "province", "100000", "east_china"),
        Place("330100", "330100", text("杭州", "Hangzhou"), "city", "330000", coastal=False),
        Place("330200", "330200", text("宁波", "Ningbo"), "city", "330000", coastal=True),
        Place("420000", "420000", text("湖北省", "Hubei"), "province", "100000", "central_china"),
        Place("420100", "420100", text("武汉", "Wuhan"), "city", "420000", coastal=False),
    )
    homes = {"alpha": "330100", "beta": "330100", "gamma": "330200", "delta": "420100"}
    units = tuple(
        Unit(code, text(f"{zh}产业园", f"{code.capitalize()} Park"), text(zh, code.capitalize()), homes[code])
        for code, zh in zip(homes, ("甲", "乙", "丙", "丁"), strict=True)
    )
    points = {"alpha": (30, 70), "beta": (30, 60), "gamma": (20, 40), "delta": (10, 20)}
    observations = tuple(
        Observation(unit, node, float(value), source=("report#scores",))
        for unit, values in points.items()
        for node, value in zip(("policy", "capital"), values, strict=True)
    )
    parts = (
        SourcePart(code="scores", title=text("得分表", "Scores"), page=4),
        SourcePart(code="x", title=text("甲", "X")),
    )
    report = Source(
        code="report", title=text("报告", "Report"), publisher=text("研究院", "Institute"), kind="report", parts=parts,
        date=PartialDate(2019, 7),
    )  # fmt: skip
    return Dataset(places=places, units=units, sources=(report,), observations=observations, **tables())


def tables() -> dict[str, Any]:
    options = (
        VariableClass(code="small", name=text("小", "small"), **{"from": 0.0, "to": 3.0}),
        VariableClass(code="large", name=text("大", "large"), **{"from": 3.0, "to": None}),
    )
    area = Variable(code="area", name=text("面积", "Area"), level="park", kind="number", classes=options)
    near = VariableClass(code="motorway", name=text("近高速", "near a motorway"))
    far = VariableClass(code="metro", name=text("近地铁", "near the metro"))
    location = Variable(
        code="location", name=text("位置", "Location"), level="park", kind="multiple", classes=(near, far)
    )
    ccid = Series(
        code="ccid", name=text("市场规模", "Market"), currency="yuan", publisher=text("赛迪", "CCID"), source="report"
    )
    may, june = PartialDate(2018, 5), PartialDate(2018, 6)
    return {
        "variables": (area, location),
        "answers": tuple(Answer(unit, "area", size) for unit, size in (("alpha", "1"), ("beta", "2"), ("gamma", "5"))),
        "statistics": (
            Statistic("motorway", "location", "motorway", "=", 66.7, "percent", source=("report#x",)),
            Statistic("metro", "location", "metro", ">", 30.0, "percent"),
            Statistic("parks", "parks", "", ">=", 4, "count"),
            Statistic("national", "funds", "", "≈", 40.0, "yuan_100m"),
            Statistic("stated", "other", "any", "=", 50.0, "percent", stated_n=4),
        ),
        "series": (ccid,),
        "market": (
            MarketValue("ccid", 2018, 1.0, "yuan_100m", "=", "observed"),
            MarketValue("ccid", 2020, 4.0, "yuan_100m", "=", "forecast"),
        ),
        "growth": (GrowthRate("ccid", 2018, 2020, 99.0),),
        "policies": (
            PolicyMention("pa", "special", "330100", text("甲政策", "Policy A"), date=may),
            PolicyMention("pa", "benefit", "330100", text("甲政策（试行）", "Policy A (trial)"), date=june),
            PolicyMention("pb", "special", "420100", text("乙政策", "Policy B"), date=june),
        ),
        "beneficiaries": (
            Beneficiary("pa", "甲", unit="alpha"),
            Beneficiary("pa", "乙", unit="beta"),
            Beneficiary("pb", "外"),
        ),
        "schemes": (
            Scheme("s1", text("一区", "First"), "330100", stars=4),
            Scheme("s2", text("二区", "Second"), "420100", stars=1),
        ),
        "support": (
            SupportCell("s1", "talent", "10万元", clauses=(Clause("amount", "10万元", most=1e5),)),
            SupportCell("s1", "rent", "财政返还", clauses=(Clause("benefit", "财政返还"),)),
            SupportCell("s2", "talent", "现行政策", status=Status.REFERS_ELSEWHERE),
            SupportCell("s2", "rent", "支持", clauses=(Clause("benefit", "支持"),)),
        ),
        "funds": (
            Fund("f1", text("甲基金", "Fund A"), "330100", 9.0, "亿元", unit="alpha"),
            Fund("f2", text("乙基金", "Fund B"), "420100", 10000.0, "万元"),
        ),
        "guidance": (Guidance("330000"), Guidance("420000")),
    }  # fmt: skip


def named(name: str, step: Step, decimals: int | None) -> NamedMethod:
    tiers = Step("thresholds", {"at": [85.0, 50.0]})
    method = Method(name, normalisation=Step("none"), aggregation=step, tiers=tiers, decimals=decimals)
    return NamedMethod(method, text(f"{name}法", f"{name} method"), text("因为", "because"), {})


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """A small edition made by hand; its folder has no pages yet."""
    about = About(
        code="hand-made", title=text("手工版", "Made by hand"), subject=text("产业园", "industrial park"),
        cut_off=PartialDate(2019, 5), publisher=text("研究院", "Institute"), licence=text("署名", "CC BY 4.0"),
        method="published", second_method="sound", pages=("summary", "overview", "sources"),
        coastal_definition=text("有海岸线的城市", "a city with a shore of its own"),
    )  # fmt: skip
    methods = {
        "published": named("published", Step("sum"), 2),
        "sound": named("sound", Step("arithmetic"), None),
    }
    (tmp_path / "hand" / "pages").mkdir(parents=True)
    return Edition(tmp_path / "hand", about, framework(), dataset(), methods, Located("edition.yaml", {}))


@pytest.fixture
def write_pages(edition: Edition) -> WritePages:
    """Return a function that writes the pages of the edition, both languages, by name."""

    def write(**pages: tuple[str, str]) -> Edition:
        for name, texts in pages.items():
            for language, content in zip(("zh", "en"), texts, strict=True):
                (edition.path / "pages" / f"{name}.{language}.md").write_text(content, encoding="utf-8")
        return replace(edition, about=edition.about.model_copy(update={"pages": tuple(pages)}))

    return write


@pytest.fixture
def registries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put one figure, one table and one thing that is unavailable in the place of the package's own."""
    known = {
        "figure": {
            "dots": lambda _edition, language: chart(language, "dots"),
            "absent": lambda _edition, _language: Unavailable(text("原文未给出。", "The source does not print it.")),
            "broken": lambda _edition, _language: _refuse(),
        },
        "table": {"ranking": lambda _edition, language: table(language)},
    }
    monkeypatch.setattr("parkindex.publishing.inserts.registry", lambda kind: known[kind])


def _refuse() -> None:
    raise PublishingError(Finding("charts.kind", "figure 'broken'", "unknown kind of chart 'pie'", "known are: bars"))


def audited_column(code: str, numbers: list[str], weight: str | None = None) -> PrintedColumn:
    """Return a column of the table."""
    return PrintedColumn(
        code,
        Text(zh=f"列{code}", en=f"column {code}"),
        tuple(map(Decimal, numbers)),
        tuple(f"table.csv:{row + 2}" for row in range(len(numbers))),
        weight=None if weight is None else Decimal(weight),
    )


@pytest.fixture
def ranking() -> Ranking:
    """Return a printed table of four units in two places."""
    return Ranking(
        ("a", "b", "c", "d"),
        tuple(Text(zh=f"{name}园", en=f"Park {name}") for name in "甲乙丙丁"),
        (audited_column("p", ["60", "50", "20", "10"], "60"), audited_column("q", ["30", "30", "20", "10"], "40")),
        audited_column("total", ["90", "81", "40", "20"]),
        (1, 2, 3, 4),
        (1, 1, 2, 2),
        (Decimal(85), Decimal(30)),
        Decimal(100),
        (("x",), ("x",), ("y",), ("y",)),
        {"x": Text(zh="东", en="East"), "y": Text(zh="西", en="West")},
    )


@pytest.fixture
def audit(ranking: Ranking) -> Audit:
    """Return what was found in it."""
    code = "arithmetic.row-totals"
    total, first = ranking.column("total"), ranking.columns[0]
    cells = [ranking.cell(row, total) for row in range(4)]
    found = (
        fails(
            "moderate", "乙园的总分印作81，各列之和为80。", "The total of Park 乙 is 81, not 80.",
            ranking.cell(1, first), ranking.cell(1, total), subject="b",
        ),
        fails("major", "次序不符。", "The order differs.", *cells, subject="o"),
        untestable("没有权重。", "No weights are printed."),
        holds("其余成立。", "The rest holds.", n=3),
    )  # fmt: skip
    return Audit(
        Publication(Text(zh="一张表", en="A table"), ranking), tuple(replace(one, check=code) for one in found)
    )


@pytest.fixture
def bare() -> Setting:
    """Return the setting of a table about which nothing else is known."""
    return Setting("zh", Text(zh="单位", en="unit"), None)
