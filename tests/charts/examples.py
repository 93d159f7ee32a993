"""One realistic chart of every kind in both languages, with the longest names a report has to carry."""

from __future__ import annotations

from typing import Any, Literal

from parkindex.charts import Chart

Language = Literal["zh", "en"]
Points = list[tuple[int, float, bool]]

PARKS: list[tuple[str, str, list[float]]] = [
    ("中国杭州区块链产业园", "China Hangzhou Blockchain Industrial Park", [23.85, 34.58, 18.53, 28.55]),
    ("广州蚁米区块链创客空间", "Guangzhou Yimi Blockchain Makerspace", [30.61, 36.40, 15.62, 19.34]),
    (
        "上海区块链技术创新与产业化基地",
        "Shanghai Blockchain Technology Innovation and Industry Base",
        [28.13, 30.94, 20.04, 22.85],
    ),
    ("杭州西溪谷区块链产业园", "Hangzhou Xixi Valley Blockchain Industrial Park", [23.85, 27.30, 18.53, 28.55]),
    ("重庆市区块链产业创新基地", "Chongqing Blockchain Industry Innovation Base", [23.70, 35.65, 18.53, 19.27]),
    (
        "粤港澳大湾区青年创新创业基地",
        "Guangdong–Hong Kong–Macao Greater Bay Area Youth Innovation Base",
        [30.61, 30.94, 15.62, 19.34],
    ),
    (
        "广东金融高新区“区块链+”金融科技产业孵化中心",
        "Guangdong Financial High-Tech Zone “Blockchain+” Fintech Incubator",
        [26.83, 32.76, 15.62, 19.34],
    ),
    ("青岛链湾", "Qingdao Chain Bay", [22.90, 38.65, 14.13, 14.07]),
    (
        "杭州（余杭）经略新创产业区块链孵化器",
        "Hangzhou (Yuhang) Jinglüe Xinchuang Blockchain Incubator",
        [23.85, 27.48, 18.53, 19.34],
    ),
    ("上海小美科技园——区块链集聚区", "Shanghai Xiaomei Science Park Blockchain Cluster", [28.13, 18.84, 19.04, 20.36]),
    ("苏州高铁新城大数据产业园", "Suzhou High-Speed Rail New Town Big Data Park", [26.83, 28.13, 13.78, 15.78]),
    (
        "宁波保税区金融科技（区块链）产业园",
        "Ningbo Free Trade Zone Fintech (Blockchain) Park",
        [17.72, 25.48, 13.55, 13.52],
    ),
    ("武汉区块链产业园", "Wuhan Blockchain Industrial Park", [12.80, 18.20, 14.49, 14.39]),
    ("辽宁龙城区块链大数据产业园", "Liaoning Longcheng Blockchain Big Data Park", [10.23, 16.38, 12.47, 11.20]),
]
PILLARS = [
    ("政策扶持", "Policy support"),
    ("招商运营", "Recruitment and operation"),
    ("科研实力", "Research strength"),
    ("资本支持", "Capital"),
]
TIERS = [("第一梯队", "First tier"), ("第二梯队", "Second tier"), ("第三梯队", "Third tier")]
MEDIAN = [23.85, 27.39, 15.62, 19.27]
MAXIMA = [30.61, 38.65, 22.84, 28.55]


def tier(total: float) -> int:
    return 1 if total >= 95 else 2 if total >= 84 else 3


def bars(i: int) -> dict[str, Any]:
    rows = [
        {
            "label": park[i],
            "value": park[2][1],
            "text": f"{park[2][1]:.2f}",
            "emphasis": place == 1,
            "note": ("n=22", "n = 22")[i],
        }
        for place, park in enumerate(PARKS[:7])
    ]
    return {
        "rows": [
            *rows,
            {"label": PARKS[7][i], "value": 20, "text": "> 20", "open": True},
            {"label": PARKS[8][i], "value": 12, "text": "< 12", "open": "at_most"},
        ]
    }


def grouped_bars(i: int) -> dict[str, Any]:
    rows = [
        {"label": park[i], "value": None, "text": "", "values": park[2][:2], "texts": [f"{v:.2f}" for v in park[2][:2]]}
        for park in PARKS[:5]
    ]
    return {"rows": rows, "series": [{"name": pillar[i]} for pillar in PILLARS[:2]]}


def columns(i: int) -> dict[str, Any]:
    labels = [
        ("1万m²以下", "Under 10,000 m²"),
        ("1—3万m²", "10,000–30,000 m²"),
        ("3—6万m²", "30,000–60,000 m²"),
        ("6万m²以上", "Over 60,000 m² (mostly inside a larger park)"),
    ]
    values = [21, 32, 21, 26]
    return {
        "rows": [
            {"label": label[i], "value": v, "text": f"{v}%", "emphasis": v == 32, "note": "n=19"}
            for label, v in zip(labels, values, strict=True)
        ]
    }


def stacked_columns(i: int) -> dict[str, Any]:
    rows = [
        {
            "label": ("不足1年", "Under one year")[i],
            "value": None,
            "text": "",
            "values": [3, 2, 1],
            "texts": ["3", "2", "1"],
        },
        {
            "label": ("1—2年", "One to two years")[i],
            "value": None,
            "text": "",
            "values": [6, 5, 0.2],
            "texts": ["6", "5", "0.2"],
        },
        {
            "label": ("2年以上", "Over two years")[i],
            "value": None,
            "text": "",
            "values": [1, 2, 2],
            "texts": ["1", "2", "2"],
        },
    ]
    return {"rows": rows, "series": [{"name": name[i]} for name in TIERS]}


def timeline(i: int) -> dict[str, Any]:
    events = [
        (
            "2016-12",
            "《“十三五”国家信息化规划》",
            "13th Five-Year Plan for National Informatisation",
            "首次写入区块链技术",
            "First to name blockchain technology",
            0,
        ),
        (
            "2017-08",
            "《关于进一步扩大和升级信息消费持续释放内需潜力的指导意见》",
            "Guiding Opinions on Expanding and Upgrading Information Consumption",
            "开展试点应用",
            "Pilot applications",
            0,
        ),
        (
            "2017-10",
            "《国务院办公厅关于积极推进供应链创新与应用的指导意见》",
            "Guiding Opinions on Supply Chain Innovation",
            "建立信用评价机制",
            "Credit evaluation",
            0,
        ),
        (
            "2018-05",
            "两院院士大会重要讲话",
            "Speech at the Academicians’ Conference",
            "新一代信息技术加速突破",
            "New generation of information technology",
            1,
        ),
        (
            "2018-05-20",
            "《2018中国区块链产业白皮书》",
            "2018 White Paper on China’s Blockchain Industry",
            "未来三年广泛落地",
            "Wide use within three years",
            0,
        ),
    ]
    kinds = [("文件", "Document"), ("讲话", "Speech")]
    return {
        "events": [{"date": e[0], "label": e[1 + i], "text": e[3 + i], "kind": kinds[int(e[5])][i]} for e in events]
    }


def lines(i: int) -> dict[str, Any]:
    one = [
        (2017, 0.83, False),
        (2018, 1.6, False),
        (2019, 2.9, True),
        (2020, 5.0, True),
        (2021, 8.5, True),
        (2022, 14.2, True),
    ]
    two: Points = [(2016, 0.24, False), (2017, 0.43, False), (2018, 0.81, True), (2019, 2.1, True), (2020, 5.12, True)]
    named: list[tuple[str, Points]] = [
        (("IDC：支出规模（亿美元）", "IDC: spending (100 million US dollars)")[i], one),
        (("赛迪顾问：市场规模（亿元）", "CCID: market size (100 million yuan)")[i], two),
    ]
    shaped = [
        {"name": name, "points": [{"x": x, "y": y, "forecast": ahead, "text": f"{y:g}"} for x, y, ahead in points]}
        for name, points in named
    ]
    return {"series": shaped, "axis": ("亿", "100 million")[i]}


GRID = """
黑龙江,Heilongjiang,1,9;吉林,Jilin,2,9;内蒙古,Inner Mongolia,2,7;北京,Beijing,3,7;辽宁,Liaoning,2,8;新疆,Xinjiang,2,1;
甘肃,Gansu,3,4;
宁夏,Ningxia,3,5;山西,Shanxi,3,6;河北,Hebei,4,7;天津,Tianjin,3,8;西藏,Tibet,4,1;青海,Qinghai,4,3;陕西,Shaanxi,4,5;河南,Henan,4,6;
山东,Shandong,4,8;四川,Sichuan,5,4;重庆,Chongqing,5,5;湖北,Hubei,5,6;安徽,Anhui,5,7;江苏,Jiangsu,5,8;上海,Shanghai,5,9;云南,Yunnan,6,3;
贵州,Guizhou,6,4;湖南,Hunan,6,5;江西,Jiangxi,6,6;浙江,Zhejiang,6,8;福建,Fujian,7,7;广西,Guangxi,7,5;广东,Guangdong,7,6;台湾,Taiwan,7,9;
海南,Hainan,8,5;香港,Hong Kong,8,7;澳门,Macao,8,6
"""
COUNTS = {
    "浙江": 5,
    "广东": 4,
    "上海": 4,
    "湖南": 2,
    "重庆": 1,
    "江苏": 1,
    "山东": 1,
    "江西": 1,
    "河北": 1,
    "湖北": 1,
    "辽宁": 1,
}


def tile_map(i: int) -> dict[str, Any]:
    tiles = []
    for entry in GRID.replace("\n", "").split(";"):
        zh, en, row, column = entry.split(",")
        count = COUNTS.get(zh, 0)
        tiles.append(
            {
                "code": zh,
                "label": (zh, en)[i],
                "row": int(row),
                "column": int(column),
                "value": count,
                "text": str(count) if count else "",
            }
        )
    return {"tiles": tiles}


def point_map(i: int) -> dict[str, Any]:
    cities = [
        ("杭州", "Hangzhou", 120.2, 30.3, 5),
        ("上海", "Shanghai", 121.5, 31.2, 4),
        ("广州", "Guangzhou", 113.3, 23.1, 3),
        ("佛山", "Foshan", 113.1, 23.0, 1),
        ("长沙", "Changsha", 112.9, 28.2, 1),
        ("娄底", "Loudi", 112.0, 27.7, 1),
        ("重庆", "Chongqing", 106.5, 29.6, 1),
        ("苏州", "Suzhou", 120.6, 31.3, 1),
        ("宁波", "Ningbo", 121.5, 29.9, 1),
        ("青岛", "Qingdao", 120.4, 36.1, 1),
        ("赣州", "Ganzhou", 114.9, 25.8, 1),
        ("唐山", "Tangshan", 118.2, 39.6, 1),
        ("武汉", "Wuhan", 114.3, 30.6, 1),
        ("朝阳", "Chaoyang", 120.4, 41.6, 1),
        ("成都", "Chengdu", 104.1, 30.7, 1),
    ]
    return {"points": [{"label": f"{c[i]} {c[4]}", "longitude": c[2], "latitude": c[3], "value": c[4]} for c in cities]}


def radar(i: int) -> dict[str, Any]:
    axes = [{"label": p[i], "max": m} for p, m in zip(PILLARS, MAXIMA, strict=True)]
    profiles: list[dict[str, Any]] = [{"name": park[i], "values": park[2], "role": "unit"} for park in PARKS[:3]]
    return {
        "axes": axes,
        "profiles": [*profiles, {"name": ("全体中位数", "Median of all")[i], "values": MEDIAN, "role": "median"}],
    }


def radar_multiples(i: int) -> dict[str, Any]:
    axes = [{"label": p[i], "max": m} for p, m in zip(PILLARS, MAXIMA, strict=True)]
    return {
        "axes": axes,
        "units": [{"name": p[i], "values": p[2], "median": MEDIAN, "tier": tier(sum(p[2]))} for p in PARKS[:6]],
    }


def radar_many(i: int) -> dict[str, Any]:
    axes = [{"label": p[i], "max": m} for p, m in zip(PILLARS, MAXIMA, strict=True)]
    units = [
        {"name": p[i], "values": p[2], "median": MEDIAN, "tier": tier(sum(p[2])), "text": f"{sum(p[2]):.2f}"}
        for p in PARKS[4:]
    ]
    return {"axes": axes, "units": units}


def contributions(i: int) -> dict[str, Any]:
    rows = [
        {
            "label": p[i],
            "values": p[2],
            "texts": [f"{v:.2f}" for v in p[2]],
            "text": f"{sum(p[2]):.2f}",
            "tier": tier(sum(p[2])),
            "rank": str(place),
            "emphasis": place == 3,
        }
        for place, p in enumerate(PARKS, 1)
    ]
    return {"pillars": [{"label": p[i]} for p in PILLARS], "rows": rows, "tiers": [t[i] for t in TIERS]}


def score_line(i: int) -> dict[str, Any]:
    points = [{"label": p[i], "value": sum(p[2]), "text": f"{sum(p[2]):.2f}", "tier": tier(sum(p[2]))} for p in PARKS]
    return {
        "points": points,
        "cutoffs": [
            {"value": 95, "label": ("第一梯队：95分", "First tier from 95")[i]},
            {"value": 84, "label": ("第二梯队：84分", "Second tier from 84")[i]},
        ],
    }


def heat(i: int) -> dict[str, Any]:
    kinds = [
        ("人才补贴", "Talent"),
        ("场地补贴", "Premises"),
        ("经营补贴", "Operation and growth"),
        ("研发补贴", "Research and development"),
        ("标准制定", "Standards"),
        ("金融支持", "Finance"),
        ("活动补贴", "Events"),
        ("广度", "Breadth"),
    ]
    places = [
        ("上海杨浦区", "Yangpu, Shanghai"),
        ("杭州西湖区（西溪谷）", "Xihu, Hangzhou (Xixi Valley)"),
        ("广州黄埔区", "Huangpu, Guangzhou"),
        ("苏州高铁新城", "Suzhou High-Speed Rail New Town"),
        ("娄底市", "Loudi"),
    ]
    texts = [
        ("最高300万元", "up to CNY 3 million"),
        ("3年免租，最高100万装修补贴", "3 years free of rent, fit-out up to CNY 1 million"),
        ("50—500万元", "CNY 0.5–5 million"),
        ("10%研发补贴", "10% of R&D"),
    ]
    rows = []
    for r in range(5):
        cells: list[dict[str, Any]] = [{"value": (r * 3 + c * 2) % 7, "text": texts[(r + c) % 4][i]} for c in range(7)]
        cells[(r * 2) % 7] = {"value": None, "text": "/", "missing": "none"}
        cells[(r * 2 + 3) % 7] = {
            "value": None,
            "text": ("现行政策", "General policy")[i],
            "missing": "refers_elsewhere",
        }
        cells[(r * 2 + 5) % 7] = {"value": None, "text": "", "missing": "not_answered"}
        cells.append({"value": 4, "text": "4"})
        rows.append(cells)
    key = [
        ("none", "无此项", "None"),
        ("refers_elsewhere", "适用现行政策", "Refers to general policy"),
        ("not_answered", "未答", "Not answered"),
        ("not_applicable", "不适用", "Not applicable"),
    ]
    return {
        "rows": [{"label": p[i]} for p in places],
        "columns": [{"label": k[i], "sum": k[1] == "Breadth"} for k in kinds],
        "cells": rows,
        "key": [{"missing": k[0], "label": k[1 + i]} for k in key],
    }


def tree(i: int) -> dict[str, Any]:
    def node(zh: str, en: str, weight: str = "", *children: dict[str, Any]) -> dict[str, Any]:
        return {"label": (zh, en)[i], "weight": weight, "children": list(children)}

    return {
        "root": node(
            "区块链产业园综合竞争力",
            "Competitiveness of blockchain parks",
            "100%",
            node(
                "政策扶持",
                "Policy support",
                "25%",
                node(
                    "区块链专项政策",
                    "Special blockchain policies",
                    "80%",
                    node("政策数量", "Number of policies"),
                    node("持续时间", "Duration"),
                    node("政策支持广度", "Breadth of support"),
                    node("政策支持深度", "Depth of support"),
                ),
                node(
                    "区块链相关政策",
                    "Related policies",
                    "20%",
                    node("其它支持区块链政策数量", "Number of other policies that support blockchain"),
                ),
            ),
            node(
                "招商运营能力",
                "Recruitment and operation",
                "45%",
                node(
                    "入驻区块链企业资源",
                    "Resident firms",
                    "",
                    node("区块链企业入驻数量", "Number of resident blockchain firms"),
                ),
                node(
                    "入驻区块链龙头企业资源",
                    "Leading firms",
                    "",
                    node("区块链龙头企业入驻数量", "Number of resident leading blockchain firms"),
                ),
            ),
            node(
                "科研实力",
                "Research strength",
                "15%",
                node(
                    "区块链研究机构实力",
                    "Research institutions",
                    "",
                    node("区块链研究机构数量", "Number of blockchain research institutions"),
                ),
                node("人才供给", "Supply of talent", "", node("高校及人才数量", "Universities and graduates")),
            ),
            node(
                "资本支持",
                "Capital",
                "15%",
                node("政府基金支持力度", "Government funds", "", node("基金总规模", "Total size of funds")),
                node("投融资情况", "Financing", "", node("产业园区投融资总金额", "Total financing raised in the park")),
            ),
        )
    }


def scatter(i: int) -> dict[str, Any]:
    points = [{"label": p[i], "x": p[2][0], "y": p[2][1], "tier": tier(sum(p[2]))} for p in PARKS]
    lines = [
        {"axis": "x", "value": 23.85, "label": ("中位数", "Median")[i]},
        {"axis": "y", "value": 27.39, "label": ("中位数", "Median")[i]},
    ]
    return {
        "points": points,
        "x": ("政策扶持得分", "Policy support, points")[i],
        "y": ("招商运营得分", "Recruitment and operation, points")[i],
        "lines": lines,
        "tiers": [t[i] for t in TIERS],
    }


def slope(i: int) -> dict[str, Any]:
    right = [2, 1, 3, 6, 4, 5, 7, 8, 9, 11, 10, 12, 13, 14]
    rows = [{"label": p[i], "left": place, "right": right[place - 1]} for place, p in enumerate(PARKS, 1)]
    return {"left": ("公布的方法", "As published")[i], "right": ("权重生效的方法", "Weights binding")[i], "rows": rows}


def dots(i: int) -> dict[str, Any]:
    low = [10.23, 16.38, 11.08, 11.20]
    rows = [
        {
            "label": p[i],
            "minimum": low[k],
            "maximum": MAXIMA[k],
            "median": MEDIAN[k],
            "tier_median": MEDIAN[k] + 3,
            "value": PARKS[2][2][k],
            "text": f"{PARKS[2][2][k]:.2f}",
        }
        for k, p in enumerate(PILLARS)
    ]
    return {"rows": rows, "tier": 1}


def shares(i: int) -> dict[str, Any]:
    invest = [
        ("1亿元以下", "Under CNY 100 million", 46),
        ("1—10亿元", "CNY 100 million to 1 billion", 36),
        ("10亿元以上", "Over CNY 1 billion", 18),
    ]
    down = [
        ("缺乏下游应用场景或相关产业支撑", "No downstream industry or use to lean on", 60, True),
        ("金融、物流、港口等行业", "Finance, logistics, ports and others", 40, False),
    ]
    age = [
        ("不足半年", "Under half a year", 4),
        ("半年至1年", "Half a year to one year", 11),
        ("1—2年", "One to two years", 66.7),
        ("2—3年", "Two to three years", 8),
        ("3年以上", "Over three years", 4),
        ("来源未列出", "Not printed", 6.3),
    ]
    return {
        "bars": [
            {
                "label": ("投资规模", "Investment")[i],
                "note": "n=11",
                "parts": [{"label": r[i], "value": r[2], "text": f"{r[2]}%"} for r in invest],
            },
            {
                "label": ("下游产业", "Downstream industry")[i],
                "note": "n=22",
                "parts": [
                    {"label": r[i], "value": r[2], "text": ("> 60%", "< 40%")[k], "open": True, "emphasis": r[3]}
                    for k, r in enumerate(down)
                ],
            },
            {
                "label": ("运营年限", "Years in operation")[i],
                "note": "n=22",
                "parts": [
                    {"label": r[i], "value": r[2], "text": f"{r[2]}%", "missing": r[1] == "Not printed"} for r in age
                ],
            },
        ]
    }


def similarity(i: int) -> dict[str, Any]:
    values = [[round(1 - abs(sum(a[2]) - sum(b[2])) / 60, 2) for b in PARKS] for a in PARKS]
    return {
        "labels": [p[i] for p in PARKS],
        "values": values,
        "texts": [[f"{v:.2f}" for v in row] for row in values],
        "minimum": 0,
        "maximum": 1,
        "low": ("相异 0", "Unlike 0")[i],
        "high": ("1 相同", "1 Alike")[i],
    }


def strips(i: int) -> dict[str, Any]:
    def panel(label: tuple[str, str], values: list[float], most: float, note: tuple[str, str]) -> dict[str, Any]:
        points = [
            {"before": v, "after": min(v, most), "moved": v > most, "label": PARKS[place % len(PARKS)][i]}
            for place, v in enumerate(values)
        ]
        low, high = min(values), max(values)
        ends = {"minimum": low, "maximum": high, "low": f"{low:g}", "high": f"{high:,.0f}"}
        return {
            "label": label[i], "note": note[i], "points": points, "before": ends, "after": ends, "linked": True,
        }  # fmt: skip

    return {
        "panels": [
            panel(
                ("融资金额（亿元）", "Financing raised by firms in the park (CNY 100 million)"),
                [0.5, 1.2, 1.4, 1.9, 2.0, 2.2, 3.5, 4.7, 12],
                4.7,
                ("移动1个值：中国杭州区块链产业园", "one value moved: China Hangzhou Blockchain Industrial Park"),
            ),
            panel(
                ("区块链人才数量（人）", "Number of blockchain specialists trained (persons)"),
                [2100, 2400, 2500, 4900, 6300, 7100, 7900, 12500, 15400],
                7900,
                ("移动2个值", "two values moved"),
            ),
            panel(("入驻企业（家）", "Firms"), [12, 15, 16, 21, 25, 45, 52], 45, ("移动1个值", "one value moved")),
        ],
        "before": ("处理前", "Before")[i],
        "after": ("处理后", "After")[i],
    }


def rank_intervals(i: int) -> dict[str, Any]:
    def row(place: int, low: int, high: int, middle: float) -> dict[str, Any]:
        park = PARKS[place]
        bar = {"low": low, "high": high, "middle": middle, "value": place + 1, "tier": tier(sum(park[2]))}
        return {"label": park[i], "bars": [bar], "text": str(low) if low == high else f"{low}–{high}"}

    spans = [(1, 2, 1), (1, 4, 2), (2, 4, 3.5), (4, 8, 7), (3, 6, 4), (4, 6, 5), (5, 7, 6), (5, 12, 9), (9, 9, 9)]
    return {
        "rows": [row(place, *span) for place, span in enumerate(spans)],
        "axis": ("名次", "Rank")[i],
        "minimum": 1,
        "maximum": 14,
        "tiers": [name[i] for name in TIERS],
        "key": {"middle": ("中位数", "Median rank of the draws")[i], "range": ("90%区间", "90% interval")[i]},
    }


def index_intervals(i: int) -> dict[str, Any]:
    def bar(value: float, half: float) -> dict[str, Any]:
        return {"low": value - half, "high": value + half, "value": value, "text": f"{value:.2f}"}

    names = [
        ("标准化", "Normalisation"),
        ("合成（综合竞争力）", "Aggregation (overall competitiveness)"),
        ("权重", "Weights"),
    ]
    values = [(0.23, 0.52), (0.25, 0.56), (-0.01, 0.28)]
    return {
        "rows": [
            {"label": name[i], "bars": [bar(first, 0.04), bar(total, 0.08)]}
            for name, (first, total) in zip(names, values, strict=True)
        ],
        "series": [
            {"name": ("单独（一阶）", "Alone (first-order)")[i]},
            {"name": ("含交互（总）", "With interactions (total)")[i]},
        ],
        "axis": ("占方差的比例", "Share of the variance")[i],
        "minimum": -0.05,
        "maximum": 1,
        "key": {"range": ("90%自助法区间", "90% bootstrap interval")[i]},
    }


def weight_intervals(i: int) -> dict[str, Any]:
    spans = [
        [(0, 33.7), (13, 43.7), (23.8, 26.8)],
        [(2, 70.7), (32.5, 62.3), (44.2, 45.4)],
        [(9.8, 100), (1.7, 19.9), (15, 15)],
    ]
    return {
        "rows": [
            {"label": pillar[i], "bars": [{"low": a, "high": b, "text": f"{a}–{b}"} for a, b in span], "mark": mark}
            for pillar, span, mark in zip(PILLARS, spans, (25, 45, 15), strict=False)
        ],
        "series": [
            {"name": name[i]}
            for name in (("榜首不变", "Same leader"), ("前3名不变", "Same first 3"), ("梯队全部不变", "Same tiers"))
        ],
        "axis": ("权重（%）", "Weight (%)")[i],
        "minimum": 0,
        "maximum": 100,
        "key": {"mark": ("所列权重", "Stated weight")[i]},
    }


BUILDERS = {
    "bars": ("bars", bars),
    "bars-grouped": ("bars", grouped_bars),
    "columns": ("columns", columns),
    "columns-stacked": ("columns", stacked_columns),
    "timeline": ("timeline", timeline),
    "lines": ("lines", lines),
    "tile-map": ("tile_map", tile_map),
    "point-map": ("point_map", point_map),
    "radar": ("radar", radar),
    "radar-multiples": ("radar_multiples", radar_multiples),
    "radar-many": ("radar_multiples", radar_many),
    "contributions": ("contributions", contributions),
    "score-line": ("score_line", score_line),
    "heat": ("heat", heat),
    "rank-intervals": ("intervals", rank_intervals),
    "index-intervals": ("intervals", index_intervals),
    "weight-intervals": ("intervals", weight_intervals),
    "tree": ("tree", tree),
    "scatter": ("scatter", scatter),
    "slope": ("slope", slope),
    "strips": ("strips", strips),
    "dots": ("dots", dots),
    "shares": ("shares", shares),
    "similarity": ("similarity", similarity),
}


def examples(language: Language, width: int = 880) -> list[Chart]:
    """Every kind of chart in one language; cards are half as wide, as in the report."""
    position = 0 if language == "zh" else 1
    return [
        Chart(
            name,
            kind,
            ("标题", "Title")[position],
            data=build(position),
            language=language,
            width=420 if kind == "dots" and width == 880 else width,
            synthetic=name == "scatter",
        )
        for name, (kind, build) in BUILDERS.items()
    ]
