"""The support matrix as a heat table, and the breadth of each scheme beside its stars."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from parkindex.analysis.answers import find_variable
from parkindex.analysis.support import SchemeSupport, breadth_and_stars, categories_served, scheme_supports
from parkindex.charts.limits import MOST_BARS, shown
from parkindex.charts.setting import Setting, Unavailable, Words, described
from parkindex.charts.sources import addresses_of, source_line
from parkindex.evidence.model import Clause, Dataset, Status, SupportCell
from parkindex.framework.text import Text

if TYPE_CHECKING:
    from parkindex.charts.chart import Chart

NO_MATRIX = Text(zh="本版没有扶持政策矩阵。", en="This edition has no matrix of support policies.")

MONEY_ORDER = ("amount", "rate", "fund", "period", "count", "benefit")
"""Which clause of a cell is shown in the heat table: the first kind that it has."""


def category_names(dataset: Dataset, setting: Setting) -> dict[str, str]:
    """Return the names of the support categories by code, in the order of the question."""
    variable = find_variable(dataset, "support")
    declared = {} if variable is None else {option.code: setting.text(option.name) for option in variable.classes}
    used = {cell.category: cell.category for cell in dataset.support}
    return declared or used


SHORT_NAMES: dict[str, Text] = {
    "talent": Text(zh="人才", en="Talent"),
    "premises": Text(zh="场地", en="Premises"),
    "operation": Text(zh="经营", en="Business"),
    "research": Text(zh="研发", en="R&D"),
    "standards": Text(zh="标准", en="Standards"),
    "financing": Text(zh="融资", en="Finance"),
    "listing": Text(zh="上市", en="Listing"),
    "laboratory": Text(zh="实验室等", en="Labs etc."),
    "events": Text(zh="会议活动", en="Events"),
    "other": Text(zh="其它", en="Other"),
}
"""Names of the usual support categories that fit the head of a narrow column; any other keeps its full name."""


def stars(count: int | None) -> str:
    """Return stars as they are printed, of five at most shown full."""
    return "★" * count if count else ""


def brief(cell: SupportCell, setting: Setting) -> str:
    """Return a cell in a few characters: its largest amount, rate or period; a tick where no figure is stated."""
    if cell.status is Status.REFERS_ELSEWHERE:
        return setting.say("现行政策", "other policy")
    if not cell.status.has_value:
        return "/"
    ordered = sorted(cell.clauses, key=lambda clause: (MONEY_ORDER.index(clause.kind), -(clause.most or 0)))
    return _brief_clause(ordered[0], setting) if ordered else "✓"


def _brief_clause(clause: Clause, setting: Setting) -> str:
    """Return one clause as a figure with its sign."""
    ceiling = "≤" if clause.at_most else ""
    if clause.kind in {"amount", "fund"} and clause.most is not None:
        return ceiling + brief_money(clause.most, setting)
    if clause.rate_most is not None:
        return f"{ceiling}{setting.percent(clause.rate_most)}"
    if clause.years is not None:
        return ceiling + setting.say(f"{setting.number(clause.years)}年", f"{setting.number(clause.years)} y")
    return "✓"


def brief_money(yuan: float, setting: Setting) -> str:
    """Return yuan as short as can be: ``60万``, ``10亿``; ``600k``, ``1bn``."""
    scales = (
        ((1e8, "亿"), (1e4, "万"), (1.0, "")) if setting.language == "zh" else ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
    )
    scale, word = next(((size, word) for size, word in scales if yuan >= size), (1.0, ""))
    return f"{setting.number(yuan / scale)}{word}"


def largest_amounts(dataset: Dataset) -> dict[str, float]:
    """Return the largest sum of money (funds aside) that any scheme states in each category."""
    found: dict[str, float] = {}
    for cell in dataset.support:
        found[cell.category] = max(found.get(cell.category, 0.0), cell_amount(cell))
    return found


def cell_amount(cell: SupportCell) -> float:
    """Return the largest sum of money that a cell states, funds aside; 0 where it states none."""
    return max((clause.most or 0.0 for clause in cell.clauses if clause.kind == "amount"), default=0.0)


def support_matrix(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return schemes by categories, each shaded by its largest amount against the largest of its category."""
    every = scheme_supports(dataset)
    if not every:
        return Unavailable(NO_MATRIX)
    supports, left_out = shown(every, MOST_BARS, setting)
    names = category_names(dataset, setting)
    largest = largest_amounts(dataset)
    breadth, star = setting.say("覆盖", "Breadth"), setting.say("星级", "Stars")
    heads = [setting.text(SHORT_NAMES[code]) if code in SHORT_NAMES else name for code, name in names.items()]
    columns = [{"label": head} for head in heads] + [{"label": breadth, "sum": True}, {"label": star, "sum": True}]
    key = [
        {"missing": "none", "label": setting.say("/ 无此项", "/ none")},
        {"missing": "refers_elsewhere", "label": setting.say("另见现行政策", "refers to another policy")},
    ]
    data = {
        "rows": [{"label": setting.text(each.scheme.name)} for each in supports],
        "columns": columns,
        "cells": [_cells(each, names, largest, setting) for each in supports],
        "minimum": 0,
        "maximum": 1,
        "key": key,
    }
    subtitle = setting.say(
        "各项所载最高金额（元）或比例，✓为有措施而无数额；颜色深浅为金额占同类最高额的比重；"
        f"n = {len(every)}地、{len(names)}个类别",
        "Largest amount in CNY (k: thousand, m: million), or rate; ✓: granted without a figure; "
        f"shade: amount against the largest of the category; n = {len(every)} schemes, {len(names)} categories",
    )
    words = Words(
        _matrix_title(every, len(names), setting),
        setting.joined([subtitle, left_out]),
        source_line(dataset, addresses_of([*dataset.schemes, *dataset.support]), setting, computed=True),
        described(setting, _breadth_pairs(supports, setting), setting.say("各政策覆盖的类别数", "Categories covered")),
    )
    return setting.chart("support-matrix", "heat", data, words)


def _cells(
    support: SchemeSupport, names: dict[str, str], largest: dict[str, float], setting: Setting
) -> list[dict[str, Any]]:
    """Return one row of the heat table, its breadth and stars last."""
    held = {cell.category: cell for cell in support.cells}
    row = [_cell(held.get(category), largest.get(category, 0.0), setting) for category in names]
    sums = [f"{support.breadth}/{len(names)}", stars(support.stars)]
    return row + [{"value": None, "text": text} for text in sums]


def _cell(cell: SupportCell | None, largest: float, setting: Setting) -> dict[str, Any]:
    """Return a cell with its shade; what is granted without an amount has the lightest."""
    if cell is None:
        return {"value": None, "text": "", "missing": "not_asked"}
    if not cell.status.has_value:
        return {"value": None, "text": brief(cell, setting), "missing": cell.status.word}
    share = cell_amount(cell) / largest if largest else 0.0
    return {"value": share, "text": brief(cell, setting)}


def _matrix_title(supports: tuple[SchemeSupport, ...], categories: int, setting: Setting) -> str:
    """Return which scheme is the broadest and which the narrowest."""
    most = max(support.breadth for support in supports)
    broad = [setting.text(each.scheme.name) for each in supports if each.breadth == most]
    least = min(supports, key=lambda each: each.breadth)
    zh = f"{setting.names(broad[:3])}覆盖最广（{categories}类中的{most}类）"
    en = (
        f"{setting.names(broad[:3])} {'covers' if len(broad) == 1 else 'cover'} most, {most} of {categories} categories"
    )
    if least.breadth == most:
        return setting.say(zh, en)
    return setting.say(
        f"{zh}，{least.scheme.name.zh}最窄（{least.breadth}类）",
        f"{en}; {least.scheme.name.en} covers least, {least.breadth}",
    )


def _breadth_pairs(supports: Any, setting: Setting) -> list[tuple[str, str]]:
    return [(setting.text(each.scheme.name), f"{each.breadth} {stars(each.stars)}".strip()) for each in supports]


def support_breadth(dataset: Dataset, setting: Setting) -> Chart | Unavailable:
    """Return the number of categories of each scheme as bars, its stars beside it."""
    every = sorted(scheme_supports(dataset), key=lambda each: -each.breadth)
    if not every:
        return Unavailable(NO_MATRIX)
    supports, left_out = shown(every, MOST_BARS, setting)
    categories = len(category_names(dataset, setting))
    rows = [
        {
            "label": setting.text(each.scheme.name),
            "value": each.breadth,
            "text": str(each.breadth),
            "note": stars(each.stars),
        }
        for each in supports
    ]
    served = categories_served(dataset)
    subtitle = setting.say(
        f"政策自身有规定的类别数（共{categories}类），右侧为所载星级，n = {len(every)}地",
        f"Categories that the scheme itself provides for, of {categories}; stars as stated; n = {len(every)} schemes",
    )
    words = Words(
        _breadth_title(tuple(every), setting) if served else "",
        setting.joined([subtitle, left_out]),
        source_line(dataset, addresses_of([*dataset.schemes, *dataset.support]), setting, computed=True),
        described(setting, _breadth_pairs(supports, setting), setting.say("覆盖类别数与星级", "Breadth and stars")),
    )
    return setting.chart("support-breadth", "bars", {"rows": rows, "maximum": categories}, words)


def _breadth_title(supports: tuple[SchemeSupport, ...], setting: Setting) -> str:
    """Return how far breadth and stars go together."""
    agreement = breadth_and_stars(supports)
    if math.isnan(agreement):
        most = supports[0]
        return setting.say(
            f"{most.scheme.name.zh}覆盖{most.breadth}类，最广",
            f"{most.scheme.name.en} is the broadest, with {most.breadth} categories",
        )
    figure = setting.number(agreement, 2)
    if agreement >= 0.5:
        return setting.say(
            f"覆盖越广，星级大体越高（秩相关系数{figure}）",
            f"Broader schemes tend to have more stars (Spearman {figure})",
        )
    return setting.say(
        f"星级与覆盖面并不一致（秩相关系数{figure}）", f"Stars do not simply follow breadth (Spearman {figure})"
    )
