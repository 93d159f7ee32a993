"""What the head of a column says that the column is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from parkindex.audit.reading.numbers import UNITS

Role = Literal["rank", "serial", "total", "score", "tier", "name", "english", "place", "aside", ""]
"""``total`` is certain and ``score`` may be the total; ``aside`` is neither a score nor anything the audit reads;

an empty role says nothing.
"""

_YEAR = r"(?:20\d\d年?度?)?"
_PATTERNS: Mapping[Role, str] = {
    "rank": rf"{_YEAR}(?:总|综合)?(?:排名|名次|位次|排序|排位|顺位|排行)|(?:overall |world )?rank(?:ing)?|position|"
    r"rang|platz|classement|puesto|順位",
    "serial": r"序号|编号|序|no\.?|#|n°|id|代码|编码|code|number",
    "total": rf"{_YEAR}(?:总分|总得分|总评分|总分数|总成绩|总指数|合计|合计得分|总计|"
    r"综合(?:得分|评分|分|分数|指数|总分|成绩|评价|评价得分|评价指数|竞争力指数|实力指数|发展指数)|最终得分|加权总分)|"
    r"(?:overall|total|composite|final|aggregate)(?: (?:score|points|index|mark))?|totals?|sum|grand total",
    "score": r"得分|分数|评分|指数|指数值|分值|scores?|index|points|index score|value",
    "tier": r"(?:所属|所在)?(?:梯队|档次|档|等级|级别|分档|分级|梯次|层级)(?:划分)?|"
    r"tiers?|group|grade|level|class|band|tier group",
    "english": r"英文名称?|英文|(?:english name|name \(?en(?:glish)?\)?|name_en|en)",
    "name": r"名称|名字|园区|产业园区?|单位|机构|学校|高校|大学|企业|公司|对象|评价对象|参评单位|项目|"
    r".{0,10}名称|.{0,6}园区|"
    r"(?:\w+ )?names?|(?:the )?(?:industrial )?parks?|units?|institutions?|universit(?:y|ies)|compan(?:y|ies)|"
    r"organi[sz]ations?|entit(?:y|ies)|name \(?zh\)?|name_zh|zh",
    "place": r"(?:所在|所属)?(?:地|地区|城市|省份?|省市|地市|市|区域|省区市|区县|省（市）|国家|位置|位于)|"
    r"provinces?|cit(?:y|ies)|locations?|places?|regions?|countr(?:y|ies)|states?|districts?",
    "aside": r".*(?:排名|名次|位次|年份|成立|时间|日期|电话|备注|说明|变化|升降|经度|纬度|邮编|网址).*|年|年度|"
    r".*\b(?:rank|year|founded|established|date|phone|notes?|remarks?|website|url|change|latitude|longitude)\b.*",
}
_ROLES = {role: re.compile(pattern, re.IGNORECASE) for role, pattern in _PATTERNS.items()}
_BRACKETS = re.compile(r"[(\[【〔][^()\[\]】〕]*[)\]】〕]")
_MEASURE = re.compile(r"[(\[]\s*(?:单位\s*[::]\s*)?([^()\[\]]*?)\s*[)\]]\s*$")
_WEIGHT = re.compile(
    r"(?:权重|weight|满分|max)\s*[:=]?\s*(\d+(?:\.\d+)?)\s*[%分]?|(\d+(?:\.\d+)?)\s*(?:%|分|points?|pts?)"
)
POINTS = frozenset({"", "分", "点", "%", "points", "point", "pts", "得分", "score", "百分制", "分值"})
"""Units of measure in which scores are given."""

_MEASURES = re.compile(rf"(?:{UNITS})(?:/.+)?", re.IGNORECASE)
_AMOUNTS = re.compile(
    r"(?:no\.|numbers?|count|amount) of .*|.*(?:数量|人数|家数|个数|件数|面积|投资额|产值|营收|收入|金额|总额)",
    re.IGNORECASE,
)

_DEDUCTION = re.compile(
    r".*(?:扣分|减分|罚分|扣减)(?:项|值|合计|小计)?|"
    r"(?:.* )?(?:deductions?|penalt(?:y|ies)|demerits?|minus points)(?: points)?",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r".*小计(?:得分)?|(?:.* )?sub-?totals?(?: .*)?", re.IGNORECASE)

SUMMARIES = re.compile(
    r"(?:总体|全体|整体|全部|样本|全国|全省|全市|全区|各(?:园区|城市|省份|地区|高校|单位))?(?:总)?"
    r"(?:平均|均值|平均分|平均值|平均水平|平均得分|合计|总计|小计|中位数|中位值|最大值?|最小值?|最高分?|最低分?|标准差|方差)|"
    r"(?:(?:overall|national|sample|group|world|eu|oecd) )?(?:average|mean|median)(?: scores?)?|"
    r"(?:grand |sub-?)?total|sum|max(?:imum)?|min(?:imum)?|std\.?|standard deviation|s\.?d\.?",
    re.IGNORECASE,
)
"""Names of rows that sum up the rows above."""

OF_GROUPS = re.compile(r"[\u4e00-\u9fff]{1,5}(?:平均|均值|平均值|平均分|合计|小计)")
"""Names of rows that sum up a group of the rows above, in whatever column they stand."""

WEIGHT_ROWS = re.compile(
    r"权重|权数|指标权重|权重\(%\)|weights?(?: \(%\))?|满分|分值|full marks?|max(?:imum)? points", re.IGNORECASE
)
"""Names of rows that state the weight of every column."""


def plain(head: str) -> str:
    """Return a head for comparison: half-width, lower case, one space between words."""
    return " ".join(unicodedata.normalize("NFKC", head).casefold().split())


def role_of(head: str) -> Role:
    """Return what a head says that its column is; the words in brackets count only where the others say nothing."""
    whole = plain(head)
    for words in (whole, _BRACKETS.sub("", whole).strip()):
        for role, pattern in _ROLES.items():
            if words and pattern.fullmatch(words):
                return role
    return ""


def measure_of(head: str) -> str:
    """Return the unit of measure that a head gives in brackets at its end, empty where there is none."""
    found = _MEASURE.search(plain(head))
    return "" if found is None else found[1]


def is_amount(head: str) -> bool:
    """Tell whether a head names a count or an amount, or gives a known unit of measure that is none of scores."""
    measure = measure_of(head)
    if measure not in POINTS and _MEASURES.fullmatch(measure):
        return True
    return _AMOUNTS.fullmatch(_BRACKETS.sub("", plain(head)).strip()) is not None


def is_deduction(head: str) -> bool:
    """Tell whether a head says that its points are taken off."""
    return _DEDUCTION.fullmatch(_BRACKETS.sub("", plain(head)).strip()) is not None


def is_subtotal(head: str) -> bool:
    """Tell whether a head names the sum of columns beside it."""
    return _SUBTOTAL.fullmatch(_BRACKETS.sub("", plain(head)).strip()) is not None


def weight_of(head: str) -> str:
    """Return the number of a head such as ``政策环境（25%）``, empty where it states none."""
    found = _WEIGHT.fullmatch(measure_of(head))
    return "" if found is None else found[1] or found[2]
