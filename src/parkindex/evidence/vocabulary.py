"""The words of support policies that the parser of amounts knows, with their English.

A label may be put together from several words (债券融资 + 利息 + 补贴); its English is put together in the same order.
"""

from __future__ import annotations

LABELS: dict[str, str] = {
    # whom or what it is for
    "人才": "talent",
    "高新技术企业": "high-tech enterprise",
    "高新": "high-tech enterprise",
    "专利": "patent",
    "标准": "standard",
    "上市": "listing",
    "活动": "event",
    "会议": "conference",
    "安家": "settling-in",
    "生活": "living",
    "购房": "home purchase",
    "房租": "rent",
    "租金": "rent",
    "场地": "premises",
    "办公用房": "office",
    "开办费": "start-up cost",
    "装修": "fit-out",
    "经营": "operating",
    "研发": "R&D",
    "培育": "incubation",
    "聚集地": "cluster site",
    "实验室": "laboratory",
    "孵化器": "incubator",
    "行业组织": "industry association",
    "众创空间": "makerspace",
    "公共平台": "public platform",
    "应用示范": "demonstration project",
    "债券融资": "bond financing",
    "银行融资": "bank financing",
    "融资额奖励": "award on the amount raised",
    "融资": "financing",
    "利息": "interest",
    "区块链": "blockchain",
    "产业": "industry",
    "引导": "guidance",
    "开放": "opened",
    "应用场景": "application scenarios",
    # the form it takes
    "补贴": "subsidy",
    "补助": "subsidy",
    "补": "subsidy",
    "贴息": "interest subsidy",
    "奖励": "award",
    "奖金": "award",
    "奖": "award",
    "资助": "grant",
    "基金": "fund",
    "创业贷": "start-up loan",
    "股权投资": "equity investment",
    "免租": "rent-free period",
    "财政返还": "fiscal rebate",
    "租金减免": "rent reduction",
    "租金、装修资金支持": "support with rent and fit-out costs",
}
"""Words of which a label is made."""

BENEFITS: frozenset[str] = frozenset({"财政返还", "租金减免", "免租", "租金、装修资金支持"})
"""Labels that are a benefit even where no figure is stated."""

MEASURES: dict[str, str] = {
    "营收": "revenue",
    "营业收入": "revenue",
    "税收": "tax paid",
    "纳税": "tax paid",
    "产值": "output",
    "投资": "investment",
}
"""What a threshold (门槛) is stated in."""

CONDITIONS: dict[str, str] = {
    "获国家省市“区块链+金融”项目": "for winners of a national, provincial or municipal “blockchain + finance” project",
}
"""Conditions in words, as printed."""
