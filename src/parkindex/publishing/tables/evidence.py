"""Tables of the evidence.

What is available, amounts read from the support matrix, every printed statistic, sources, places.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from parkindex.analysis.shares import Distribution, from_statistics
from parkindex.charts.census import unit_line
from parkindex.charts.numbers import format_date, format_money, number_word
from parkindex.charts.setting import Setting, Unavailable
from parkindex.charts.sources import addresses_of, source_line, source_title
from parkindex.charts.support import NO_MATRIX, category_names
from parkindex.charts.survey_words import RELATIONS, base_words, in_sentence
from parkindex.charts.wording import agree, remark
from parkindex.evidence.model import Status
from parkindex.framework.text import Text
from parkindex.publishing.tables.building import noted, number, number_head, table, text_head, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parkindex.edition import Edition
    from parkindex.evidence.model import Dataset, Statistic, SupportCell
    from parkindex.index import Result
    from parkindex.publishing.document import Cell, Table

NO_STATISTICS = Text(
    zh="本版没有转引的统计数字：各项占比均由逐个园区的回答算出。",
    en="This edition quotes no statistics: every share is counted from answers.",
)
STATUSES: dict[Status, Text] = {
    Status.ABSENT: Text(zh="无记录", en="no record"),
    Status.ESTIMATED: Text(zh="估计", en="estimated"),
    Status.DERIVED: Text(zh="由表推得", en="derived"),
    Status.NOT_ASKED: Text(zh="未问", en="not asked"),
    Status.NOT_ANSWERED: Text(zh="未答", en="not answered"),
    Status.NOT_APPLICABLE: Text(zh="不适用", en="not applicable"),
    Status.NONE: Text(zh="无此项", en="none"),
    Status.REFERS_ELSEWHERE: Text(zh="另见他处", en="refers elsewhere"),
}


def data_availability(edition: Edition, setting: Setting) -> Table:
    """Return for every node how many units have a value, how they came by it, and why others have none."""
    result = edition.result()
    columns = [
        text_head(setting, "节点", "Node", 2.0),
        number_head(setting, "有值", "With value", setting.say("家", "units")),
        number_head(setting, "其中：直接给定", "of these given", setting.say("家", "units"), 0.7),
        number_head(setting, "由地点借用", "lent by a place", setting.say("家", "units"), 0.7),
        number_head(setting, "由表推得", "derived", setting.say("家", "units")),
        number_head(setting, "插补", "imputed", setting.say("家", "units")),
        number_head(setting, "处理异常值", "treated", setting.say("家", "units")),
        number_head(setting, "缺失", "missing", setting.say("家", "units")),
        text_head(setting, "缺失原因", "Why missing", 1.6),
    ]
    cells = [_availability_row(result, code, setting) for code in result.nodes[1:]]
    units, entries = len(result.units), len(result.entries)
    columns_of_entries = [result.column_of(code) for code in result.entries]
    held = int((~np.isnan(result.raw[:, columns_of_entries])).sum())
    title = setting.say(
        f"进入计算的{entries}个节点共有{held}个数值，应有{entries * units}个",
        f"The {number_word(entries)} nodes that enter the index hold {held} of {entries * units} possible values",
    )
    note = setting.say(
        "加粗的节点以自身数值进入计算；直接给定：其下级没有数值，只有该节点自身的数值",
        "Bold nodes enter the index with values of their own; given: the node has a value while nothing below it has",
    )
    rows = edition.dataset.observations
    return table(
        "data-availability", title, (columns, cells), source_line(edition.dataset, addresses_of(rows), setting), [note]
    )


def _availability_row(result: Result, code: str, setting: Setting) -> list[Cell]:
    """Return one node."""
    column = result.column_of(code)
    held = ~np.isnan(result.raw[:, column])
    status = result.matrix.status[:, column]
    inner = hasattr(result.framework.node(code), "children")
    lent = np.array([place is not None for place in result.matrix.lent_from[:, column]], dtype=bool) & held
    reasons = Counter(Status(int(each)) for each in status[~held])
    said = [
        f"{setting.text(STATUSES[reason])} {count}" for reason, count in sorted(reasons.items()) if reason in STATUSES
    ]
    depth = len(result.framework.ancestors(code))
    counts = [
        held.sum(),
        held.sum() if inner else 0,
        lent.sum(),
        (status[held] == Status.DERIVED).sum(),
        result.outcome.imputed[:, column].sum(),
        result.outcome.treated[:, column].sum(),
        (~held).sum(),
    ]
    name = "\u3000" * (depth - 1) + setting.text(result.framework.node(code).name)
    return [
        words(name, strong=code in result.entries),
        *(number(setting, int(count)) for count in counts),
        words(setting.say("、", ", ").join(said)),
    ]


def support_amounts(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every cell of the support matrix with the clauses that were read from its words."""
    dataset = edition.dataset
    if not dataset.support:
        return Unavailable(NO_MATRIX)
    names = category_names(dataset, setting)
    schemes = {scheme.scheme: setting.text(scheme.name) for scheme in dataset.schemes}
    columns = [
        text_head(setting, "政策", "Scheme", 1.2),
        text_head(setting, "类别", "Category", 1.0),
        text_head(setting, "原报告所载", "As translated", 2.0),
        text_head(setting, "解析结果", "As read", 2.6),
    ]
    granted = [cell for cell in dataset.support if cell.status.has_value]
    cells = [
        [
            words(schemes.get(cell.scheme, cell.scheme)),
            words(names.get(cell.category, cell.category)),
            words(cell.words if setting.language == "zh" else cell.words_en or cell.words),
            words(_clauses(cell, setting)),
        ]
        for cell in granted
    ]
    clauses = [clause for cell in granted for clause in cell.clauses]
    money = sum(clause.kind in {"amount", "fund"} for clause in clauses)
    unread = [cell for cell in granted if cell.unread]
    title = setting.say(
        f"{len(dataset.support)}个单元格中{len(granted)}个有规定，共读出{len(clauses)}条，其中{money}条写明金额",
        f"{len(granted)} of {len(dataset.support)} cells grant something: {len(clauses)} clauses, {money} with money",
    )
    notes = [
        setting.say(f"有{len(unread)}个单元格未能全部读出", f"{len(unread)} cells could not be read entirely")
        if unread
        else "",
        *(noted(setting, schemes.get(cell.scheme, cell.scheme), cell.note) for cell in granted),
    ]
    line = source_line(dataset, addresses_of(dataset.support), setting)
    return table("support-amounts", title, (columns, cells), line, notes)


def _clauses(cell: SupportCell, setting: Setting) -> str:
    """Return the clauses of a cell one after the other; in English only the first begins with a capital."""
    first, *rest = [clause.describe(setting.language) for clause in cell.clauses] or ["–"]
    return setting.say("；", "; ").join([first, *(setting.say(each, in_sentence(each)) for each in rest)])


def statistics(edition: Edition, setting: Setting) -> Table | Unavailable:
    """Return every printed share and total with its base, printed or derived."""
    dataset = edition.dataset
    if not dataset.statistics:
        return Unavailable(NO_STATISTICS)
    variables = {variable.code: variable for variable in dataset.variables}
    found = {code: from_statistics(dataset, variable) for code, variable in variables.items()}
    columns = [
        text_head(setting, "问题", "Question", 1.2),
        text_head(setting, "回答", "Answer", 1.4),
        number_head(setting, "所载数值", "As printed", share=0.8),
        number_head(setting, "对应家数", "Count", share=0.6),
        text_head(setting, "基数", "Base", 2.0),
        text_head(setting, "备注", "Remark", 2.4),
    ]
    cells = [_statistic_row(row, dataset, found.get(row.question), setting) for row in dataset.statistics]
    repeated = [row.question == above.question for above, row in pairwise(dataset.statistics)]
    cells = [cells[0], *(_without_base(row) if again else row for row, again in zip(cells[1:], repeated, strict=True))]
    percents = [row for row in dataset.statistics if row.unit == "percent"]
    bases = [each for each in found.values() if each is not None]
    unique = sum(each.n is not None for each in bases)
    title = setting.say(
        f"所载{len(dataset.statistics)}项统计中有{len(percents)}项占比，{len(bases)}个问题中{unique}个能确定基数",
        f"{len(percents)} of {len(dataset.statistics)} printed statistics are shares; {unique} of {len(bases)} "
        f"questions {agree(unique, 'has')} a known base",
    )
    line = source_line(dataset, addresses_of(dataset.statistics), setting, computed=True)
    return table("statistics", title, (columns, cells), line)


def _statistic_row(row: Statistic, dataset: Dataset, found: Distribution | None, setting: Setting) -> list[Cell]:
    """Return one statistic."""
    variable = next((each for each in dataset.variables if each.code == row.question), None)
    option = None if variable is None else next((each for each in variable.classes if each.code == row.category), None)
    share = None if found is None or row.unit != "percent" else found.row(row.category)
    base = base_words(found, setting) if share is not None and found is not None else ""
    count = f"{share.count}/{found.n}" if share is not None and share.count is not None and found is not None else "–"
    return [
        words(setting.text(variable.name) if variable else row.question),
        words(setting.text(option.name) if option else row.category.replace("_", " ")),
        words(printed_value(row, setting)),
        words(count),
        words(base),
        words(remark(row.note, setting.language)),
    ]


def _without_base(row: list[Cell]) -> list[Cell]:
    """Leave out the base that the row above says already."""
    return [*row[:4], words(""), *row[5:]]


def printed_value(row: Statistic, setting: Setting) -> str:
    """Return a statistic as it was printed, with its relation and unit."""
    if math.isnan(row.value):
        return "–"
    head = setting.text(RELATIONS[row.relation]) + setting.say("", " ") if row.relation in RELATIONS else ""
    if row.unit == "percent":
        return head + setting.percent(row.value)
    if row.unit in {"yuan_100m", "usd_100m"}:
        return head + format_money(row.value, row.unit, setting.language)
    return head + setting.number(row.value)


def sources(edition: Edition, setting: Setting) -> Table:
    """Return every source with publisher, date, kind, and how many rows of the evidence rest on it."""
    dataset = edition.dataset
    used = Counter(address.partition("#")[0] for address in _every_address(dataset))
    kinds = {
        "report": setting.say("报告", "report"),
        "policy": setting.say("政策", "policy"),
        "dataset": setting.say("数据集", "dataset"),
        "statistics": setting.say("统计", "statistics"),
        "own": setting.say("自编", "own"),
        "handbook": setting.say("手册", "handbook"),
    }
    columns = [
        text_head(setting, "来源", "Source", 2.4),
        text_head(setting, "发布者", "Publisher", 1.6),
        text_head(setting, "时间", "Date", 0.7),
        text_head(setting, "类别", "Kind", 0.7),
        number_head(setting, "引用行数", "Rows that cite it", share=0.7),
    ]
    cells = [
        [
            words(source_title(source, setting.language)),
            words(setting.text(source.publisher) if source.publisher else "–"),
            words(format_date(source.date, setting.language)),
            words(kinds.get(source.kind, source.kind)),
            number(setting, used[source.code]),
        ]
        for source in dataset.sources
    ]
    top = max(dataset.sources, key=lambda source: used[source.code])
    share = setting.percent(100 * used[top.code] / max(sum(used.values()), 1), 1)
    title = setting.say(
        f"{len(dataset.sources)}个来源中，一个来源占全部引用的{share}",
        f"Of {number_word(len(dataset.sources))} sources one accounts for {share} of all citations",
    )
    notes = [
        f"{source_title(source, setting.language)}{setting.colon()}{setting.text(source.note)}"
        for source in dataset.sources
        if source.note
    ]
    return table(
        "sources",
        title,
        (columns, cells),
        setting.say("来源：本版证据表", "Source: the edition’s evidence tables"),
        notes,
    )


def _every_address(dataset: Dataset) -> Iterable[str]:
    """Yield the source addresses of every row of every table."""
    tables = (
        dataset.observations, dataset.answers, dataset.statistics, dataset.policies, dataset.beneficiaries,
        dataset.schemes, dataset.support, dataset.funds, dataset.guidance, dataset.market, dataset.growth,
        dataset.background, dataset.order_entries, dataset.published,
    )  # fmt: skip
    for rows in tables:
        for row in rows:
            yield from row.source


def places_of_units(edition: Edition, setting: Setting) -> Table:
    """Return where every unit stands, as far as the source supports it, and whether its city is coastal."""
    dataset = edition.dataset
    columns = [
        text_head(setting, "园区", setting.noun(1).capitalize(), 2.4),
        text_head(setting, "省级行政区", "Province", 0.8),
        text_head(setting, "城市", "City", 0.8),
        text_head(setting, "区县或开发区", "District or zone", 1.2),
        text_head(setting, "沿海", "Coastal", 0.5),
        text_head(setting, "依据", "Grounds", 2.4),
    ]
    cells = []
    for unit in dataset.units:
        province, city = dataset.province_of(unit.code), dataset.city_of(unit.code)
        place = dataset.place(unit.place)
        below = place.level in {"district", "zone"}
        coastal = {True: setting.say("是", "yes"), False: setting.say("否", "no"), None: "–"}[
            dataset.coastal(unit.code)
        ]
        cells.append(
            [
                words(setting.text(unit.name)),
                words(setting.text(province.name) if province else "–"),
                words(setting.text(city.name) if city else "–"),
                words(setting.text(place.name) if below else "–"),
                words(coastal),
                words(remark(unit.place_note, setting.language)),
            ]
        )
    known = sum(dataset.place(unit.place).level in {"district", "zone"} for unit in dataset.units)
    title = setting.say(
        f"{len(dataset.units)}家中有{known}家可以定位到区县或开发区",
        f"{number_word(known, capital=True)} of {len(dataset.units)} {setting.noun(2)} can be placed in a "
        "district or zone",
    )
    about = edition.about.coastal_definition
    note = f"{setting.say('沿海', 'Coastal')}{setting.colon()}{setting.text(about)}" if about else ""
    return table("places-of-units", title, (columns, cells), unit_line(dataset, setting), [note])
